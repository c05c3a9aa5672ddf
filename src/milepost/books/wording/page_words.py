"""What the first page of an edition (index.html) says beyond the catalogue: navigation, cards, heads, next
steps.

A row is key, English, Chinese. `{n}` is a count: "{n} row|{n} rows" takes its left form for one.
"""

from milepost.books.wording.row import Row

ROWS: tuple[Row, ...] = (
    # frame
    Row("page.title", "First edition: {short} · Milepost", "第1版：{short} · Milepost"),
    Row("page.title_n", "Edition {n}: {short} · Milepost", "第{n}版：{short} · Milepost"),
    Row("page.crumbs", "First edition, written {date}", "第1版，{date}编制"),
    Row("page.crumbs_n", "Edition {n}, written {date}", "第{n}版，{date}编制"),
    Row("page.skip", "Skip to the content", "跳到正文"),
    Row("page.on_this_page", "On this page", "本页内容"),
    Row("page.summary", "Summary", "概要"),
    Row("page.published", "Published {date}", "{date}发布"),
    Row("page.held", "held {date}", "{date}召开"),
    Row("page.number", "number {number}", "文号{number}"),
    Row("page.no_number", "no number printed", "原文无文号"),
    Row("page.documents", "{n} document|{n} documents", "{n}份文件"),
    Row("page.open_ledger", "Open ledger.xlsx", "打开ledger.xlsx"),
    Row("page.open_road_map", "Road map, A3", "路线图（A3）"),
    Row("page.open_timetable", "Timetable, A4", "时间表（A4）"),
    Row("page.banner", "Draft from an unreviewed reading.", "草稿，未经核对。"),
    Row(
        "page.banner_more",
        "Nobody has checked these rows against the text. Every step and date is proposed; "
        "nothing here is adopted.",
        "各项尚未与原文核对。步骤和时间均为建议，未经采纳。",
    ),
    Row(
        "page.banner_some",
        "{n} of {total} rows are checked. Steps and dates marked as proposed are adopted by nobody.",
        "已核对{n}项，共{total}项。标为建议的步骤和时间未经采纳。",
    ),
    # navigation and headings
    Row("page.meeting", "Meeting", "会议"),
    Row("page.next", "What to do next", "下一步"),
    Row("page.warnings", "Warnings", "提示"),
    Row("page.books", "Task books", "任务书"),
    Row("page.books_note", "every measure stands in at least one", "每项举措至少列入一册"),
    Row("page.measures", "Measures", "举措"),
    Row(
        "page.measures_note",
        "in the order of the text; {n} of {total} not checked",
        "按原文顺序；{total}项中{n}项未核对",
    ),
    Row("page.road_map", "Road map", "路线图"),
    Row("page.timetable", "Timetable", "时间表"),
    Row("page.calendar", "Calendar", "日历"),
    Row("page.orientation", "Orientation", "总体要求"),
    Row(
        "page.orientation_note",
        "principles of the document: no unit, date or number",
        "文件中的原则和要求，不设单位、时限、编号",
    ),
    Row("page.set_aside", "Sentences set aside", "不列入的语句"),
    Row("page.set_aside_note", "kept, not measures", "留存备查，不作为举措"),
    Row("page.files", "All files", "全部文件"),
    Row("page.how", "How to read this page", "读法"),
    # strip of figures
    Row("page.from_documents", "from {n} document|from {n} documents", "来自{n}份文件"),
    Row("page.units_named", "Units named", "列名单位"),
    Row(
        "page.units_and", "{units} units, {collectives} collectives", "单位{units}个，集合单位{collectives}个"
    ),
    Row("page.dated", "Dated", "有时限"),
    Row("page.in_the_text", "in the text", "原文写明"),
    Row("page.planned", "Planned", "已建议步骤"),
    Row("page.planned_note", "proposed, {n} step|proposed, {n} steps", "建议步骤{n}个"),
    Row("page.unassigned", "Not yet assigned", "待明确单位"),
    Row("page.unassigned_note", "no unit in the text", "原文未写明单位"),
    Row("page.orientation_short", "principles, no measure", "原则，不作举措"),
    Row("page.warnings_note", "to look at", "请查看"),
    # meeting
    Row("meeting.title", "The meeting", "会议情况"),
    Row("meeting.as_said", "as the text says it", "按原文"),
    Row("meeting.bodies", "Bodies", "会议名称"),
    Row("meeting.session", "{name}, meeting no. {n}", "{name}第{n}次会议"),
    Row("meeting.held", "Held", "召开时间"),
    Row("meeting.published", "Published", "发布时间"),
    Row("meeting.people", "People", "出席人员"),
    Row("meeting.upper", "Upper meetings", "上级会议"),
    Row("meeting.agenda", "Agenda", "议程"),
    Row("person.chair", "chaired", "主持"),
    Row("person.member", "attended", "出席"),
    Row("person.non_voting", "attended without a vote", "列席"),
    Row("person.presenter", "presented", "汇报"),
    Row("person.speaker", "spoke", "讲话"),
    Row("person.absent", "absent", "缺席"),
    Row("agenda.approve", "Approve", "审议通过"),
    # next steps
    Row("next.read", "Read the sentences against the rows.", "对照原文核对各项。"),
    Row(
        "next.read_body", "Open a measure below; its own words are marked.", "展开下表各项，本项原文已标出。"
    ),
    Row("next.leads", "Name the missing leads.", "明确牵头单位。"),
    Row(
        "next.leads_body",
        "{unassigned} measures name nobody, {to_name} list units without a lead; {collectives} "
        "collectives are to be divided among their members.",
        "{unassigned}项未写明单位，{to_name}项列有单位未写明牵头；{collectives}个集合单位待分解到成员单位。",
    ),
    Row("next.correct", "Correct ledger.xlsx.", "更正ledger.xlsx。"),
    Row(
        "next.correct_body",
        "Type dates and units, strike what is wrong, add links between measures. Tick “checked” "
        "on each row you have read.",
        "录入时限和单位，删去有误的内容，填写先后关系。核对过的行标为“已核对”。",
    ),
    Row("next.plan", "Plan again.", "重新编排。"),
    Row(
        "next.plan_body",
        "Your corrections stay; only proposed values are computed anew.",
        "更正内容保留，只重新计算建议值。",
    ),
    Row("next.send", "Send the books out.", "分发任务书。"),
    Row(
        "next.send_body",
        "Units fill the ruled lines in the .docx or .xlsx and return them; edition {n} takes them in.",
        "各单位在.docx或.xlsx的横线上填写后交回，第{n}版据此编制。",
    ),
    Row("page.legend_quoted", "words of the document, in serif", "文件原文（宋体）"),
    Row("page.legend_proposed", "Milepost’s suggestion, adopted by nobody", "系统建议，未经采纳"),
    Row("page.legend_fill", "the document does not say it", "原文未写明"),
    # warnings that the books compute
    Row(
        "warn.no_dates",
        "No date is stated for any of the {n} measures. Every date in these books is proposed.",
        "{n}项举措原文均未写明时限，书中时间均为建议。",
    ),
    Row(
        "warn.some_dates",
        "{n} of {total} measures is dated in the text ({codes}).|{n} of {total} measures are "
        "dated in the text ({codes}).",
        "{total}项举措中，原文写明时限的{n}项（{codes}）。",
    ),
    Row(
        "warn.unassigned",
        "{n} measure names no unit: book “Not yet assigned”.|{n} measures name no unit: book "
        "“Not yet assigned”.",
        "{n}项未写明责任单位，列入“待明确责任单位”。",
    ),
    Row(
        "warn.past",
        "{codes}: the date in the text has passed.",
        "{codes}的原文时限已过。",
    ),
    Row(
        "warn.late",
        "{codes}: the proposed steps end after the date in the text.",
        "{codes}的建议步骤晚于原文时限。",
    ),
    Row(
        "warn.lead_to_name", "{codes}: several units, no lead named.", "{codes}列有多个单位，未写明牵头单位。"
    ),
    Row(
        "warn.collectives",
        "{n} collective stands as a unit and the text does not list its members.|{n} collectives "
        "stand as units and the text does not list their members.",
        "{n}个集合单位，原文未列成员。",
    ),
    Row(
        "warn.unsure",
        "{codes}: the kind is to be decided, so no steps are proposed.",
        "{codes}类别待定，未建议步骤。",
    ),
    Row(
        "warn.outcome",
        "{n} reviewed paper: the text does not say whether it was approved.|{n} reviewed papers: "
        "the text does not say whether they were approved.",
        "审议的{n}份文件，原文未写明是否通过。",
    ),
    Row("warn.in_document", "{short}: {text}", "《{short}》：{text}"),
    # books
    Row("books.book", "Book", "分册"),
    Row("books.holds", "Holds", "内容"),
    Row("books.count", "Measures", "举措数"),
    Row("books.to_read", "To read", "阅读"),
    Row("books.to_fill", "To fill in and return", "填写交回"),
    Row("books.unit", "unit", "单位"),
    Row("books.unassigned", "the sentence names no unit", "原文未写明单位"),
    Row("books.collective", "collective, to be divided among its members", "集合单位，由成员单位分解落实"),
    Row("books.whole", "all measures, all orientation", "全部举措和总体要求"),
    Row("books.proposed_more", "for {n} more|for {n} more", "另有{n}项"),
    Row("books.file", "Task book", "任务书"),
    Row("books.caption", "Task books by unit", "各单位任务书"),
    Row("page.pages", "{n} page|{n} pages", "{n}页"),
    # measures
    Row("measures.no", "No.", "编号"),
    Row("measures.measure", "Measure and source", "举措和来源"),
    Row("measures.lead", "Lead unit", "牵头单位"),
    Row("measures.date", "Date in the text", "原文时限"),
    Row("measures.plan", "Proposed plan", "建议安排"),
    Row("measures.kind", "Kind", "类别"),
    Row(
        "measures.caption",
        "Measures with source, unit, date and proposed plan",
        "举措、来源、单位、时限和建议安排",
    ),
    Row("measures.steps", "{n} step|{n} steps", "{n}个步骤"),
    Row("measures.checks", "a check each quarter", "每季度核对一次"),
    Row("measures.first_check", "first on {date}", "首次{date}"),
    Row("measures.none_unsure", "none: kind to be decided", "未建议：类别待定"),
    Row("measures.none", "none", "未建议"),
    Row("measures.pieces", "Parts that can be checked", "可核验的部分"),
    Row("measures.steps_finish", "steps, finish", "步骤、完成时间"),
    Row("measures.no_word", "no deciding word", "无判断依据词"),
    Row("measures.told_by", "told by “{words}”", "据“{words}”"),
    Row("measures.divided", "to be divided", "待分解"),
    Row(
        "measures.characters",
        "{short}, {place}; characters {start} to {end}",
        "《{short}》{place}，第{start}至{end}字",
    ),
    # filters
    Row("filter.title", "Filter the measures", "筛选举措"),
    Row("filter.words", "Words", "关键词"),
    Row("filter.hint", "Words, number or unit", "关键词、编号或单位"),
    Row("filter.unit", "Unit", "单位"),
    Row("filter.any_unit", "Any unit", "全部单位"),
    Row("filter.kind", "Kind", "类别"),
    Row("filter.any_kind", "Any kind", "全部类别"),
    Row("filter.planned", "Steps proposed", "已建议步骤"),
    Row("filter.standing", "Standing", "长期"),
    Row("filter.unsure", "Unsure", "类别待定"),
    Row("filter.unplanned", "Without steps", "未建议步骤"),
    Row("filter.open_all", "Open all sentences", "展开全部原文"),
    Row("filter.close_all", "Close all sentences", "收起全部原文"),
    Row("filter.shown", "{n} measure|{n} measures", "{n}项举措"),
    # road map card
    Row(
        "page.road_map_none",
        "Dashed stages are proposed; a solid lozenge would mark a date promised in the text, and "
        "this text has none.",
        "虚线环节为建议；实心菱形表示原文时限，本文件没有。",
    ),
    Row(
        "page.road_map_some",
        "Dashed stages are proposed; a solid lozenge marks a date promised in the text.",
        "虚线环节为建议；实心菱形表示原文时限。",
    ),
    Row("page.lanes", "Lanes are proposed themes.", "泳道为建议的主题。"),
    Row("page.drawing", "Road map drawing", "路线图图示"),
    Row("page.as_table", "The road map as a table", "路线图的表格形式"),
    Row("page.no", "No.", "编号"),
    Row("page.stage", "Stage", "环节"),
    Row("page.start", "Start", "开始"),
    Row("page.finish", "Finish", "完成"),
    Row("page.days", "Working days", "工作日"),
    # set aside: reasons
    Row("reason.definition", "definition", "定义"),
    Row("reason.membership", "membership", "成员组成"),
    Row("reason.permission", "permission", "授权"),
    Row("reason.constitutive", "sets up a body or rule", "设立条款"),
    Row("reason.appointment", "appointment", "任免"),
    Row("reason.content", "content of a paper", "文件内容"),
    Row("reason.boilerplate", "standard clause", "通用条款"),
    Row("reason.recital", "recital", "背景表述"),
    Row("reason.principle", "principle", "原则"),
    Row("reason.reported", "reported, already done", "已完成事项"),
    Row("reason.scope", "scope", "适用范围"),
    # files
    Row("file.ledger_xlsx", "the ledger, to correct", "台账（可更正）"),
    Row("file.ledger_json", "the ledger as data", "台账数据"),
    Row("file.schedule_json", "the proposed schedule as data", "建议进度数据"),
    Row("file.timetable_pdf", "the timetable, to print", "时间表（打印）"),
    Row("file.timetable_xlsx", "the timetable as a table", "时间表（表格）"),
    Row("file.roadmap_pdf", "the road map, to hang up", "路线图（张挂）"),
    Row("file.roadmap_svg", "the road map as a drawing", "路线图（图形）"),
    Row("file.calendar_ics", "the dates for a calendar", "时间节点（日历）"),
    Row("file.whole_pdf", "all measures in one task book", "任务书总册"),
    Row("file.reading", "the reading of {name}", "{name}的读取结果"),
    Row("file.contents", "list of all files", "文件清单"),
)
