"""Words of the workbooks: heads of columns and the sheet of notes."""

from milepost.books.wording.row import Row

ROWS: tuple[Row, ...] = (
    Row("sheet.timetable", "Timetable", "时间表"),
    Row("sheet.notes", "Notes", "说明"),
    Row("sheet.no", "No.", "序号"),
    Row("sheet.measure", "Measure", "改革举措"),
    Row("sheet.step", "Step", "步骤"),
    Row("sheet.unit", "Unit", "责任单位"),
    Row("sheet.start", "Start", "开始时间"),
    Row("sheet.finish", "Finish", "完成时间"),
    Row("sheet.mark", "Where the dates come from", "时间来源"),
    Row("sheet.days", "Working days", "工作日"),
    Row("sheet.as_written", "Deadline as written", "时限原文"),
    Row("sheet.id", "Stable id", "稳定编号"),
    Row(
        "sheet.note_proposed",
        "Proposed: suggested by Milepost, adopted by nobody",
        "建议：系统建议，未经任何人采纳",
    ),
    Row(
        "sheet.note_promise",
        "Computed: the last good day of the deadline as written",
        "推算：按时限原文推算的最后期限",
    ),
    Row(
        "sheet.note_correct",
        "To correct dates, use ledger.xlsx and plan again",
        "修改时间请用ledger.xlsx，改后重新编排",
    ),
)
