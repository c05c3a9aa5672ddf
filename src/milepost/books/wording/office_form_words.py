"""Words of the office forms and data files: status wordings, levels, small words in cells, notes, counts.

A row is key, English, Chinese. Heads of columns stand with the layouts, since they are the forms' own.
"""

from milepost.books.wording.row import Row

ROWS: tuple[Row, ...] = (
    # status wordings to export
    Row("status.done", "done", "已完成"),
    Row("status.on", "on schedule", "按期推进"),
    Row("status.behind", "behind", "滞后"),
    Row("status.not_begun", "not begun", "未启动"),
    # completion levels of a commitment
    Row("level.not_started", "not started", "未启动"),
    Row("level.limited", "limited", "有限"),
    Row("level.substantial", "substantial", "较大"),
    Row("level.completed", "completed", "已完成"),
    # words in cells
    Row("forms.proposed", " (proposed)", "（建议）"),
    Row("forms.said", "{percent} %", "{percent}%"),
    Row("forms.verified", "verified {date}", "{date}核验"),
    Row("forms.steps_done", "{done} of {total} steps done", "{total}个步骤，已完成{done}个"),
    Row("forms.milestone", "milestone", "里程碑"),
    Row("forms.target", "target", "目标"),
    Row("forms.signed_on", "Signed {date}", "{date}签收"),
    Row("forms.part_lead", "lead", "牵头"),
    Row("forms.part_duty", "duty", "配合"),
    Row("forms.blank", "to fill", "待填"),
    Row("forms.report_of", "Progress report: {unit}", "进展报告：{unit}"),
    # sheets and notes
    Row("forms.notes", "Notes", "说明 Notes"),
    Row(
        "forms.print",
        "Data to {date}, edition {n}, plan print {print}",
        "数据截至{date}，第{n}版，数据指纹{print}",
    ),
    Row("forms.count", "{n} row|{n} rows", "共{n}行"),
    Row(
        "forms.edit",
        "Rows may be added, sorted and filtered; columns may be moved, own columns added",
        "可增行、排序、筛选，可移动列，可加自设列",
    ),
    Row(
        "forms.id",
        "The last column holds the stable id: leave it as it is, and empty in new rows",
        "末列为稳定编号：已有的请勿改动，新行留空",
    ),
    Row(
        "forms.computed",
        "Computed columns are not read back: {heads}",
        "以下各列由系统推算，修改不会读回：{heads}",
    ),
    Row("forms.dates", "Write dates as dates, or as 2027-06-30", "日期请按日期格式填写，或写作2027-06-30"),
    Row("forms.lights", "Lights, in this order: {words}", "亮灯次序：{words}"),
    Row(
        "forms.lost",
        "Nothing is lost when this sheet or the hidden one is deleted",
        "删除本表或隐藏表不影响读回",
    ),
    # dictionary of the data files
    Row("data.dictionary", "Dictionary of the data files", "数据文件字段说明"),
    Row(
        "data.note",
        "Field names are the same in every format; dates are ISO; an empty field is unknown, not zero",
        "各格式字段名一致；日期为ISO格式；空值表示未知，不等于零",
    ),
    Row("data.field", "Field", "字段"),
    Row("data.type", "Type", "类型"),
    Row("data.meaning", "Meaning", "含义"),
    Row("data.origin", "Comes from", "数据来源"),
    Row("data.from_ledger", "ledger", "台账"),
    Row("data.from_state", "state at the freeze", "封存时状态"),
    Row("data.from_computed", "computed", "推算"),
    Row("data.type_text", "text", "文本"),
    Row("data.type_date", "date", "日期"),
    Row("data.type_integer", "whole number", "整数"),
    Row("data.type_number", "number", "数值"),
    Row("data.type_truth", "true or false", "是否"),
    Row("data.type_list", "list of texts", "文本列表"),
)  # fmt: skip
