"""What the road map of an adopted edition says beyond the first edition's: title, signs, finish, sentences.

A row is key, English, Chinese. `{n}` is a count: "{n} row|{n} rows" takes its left form for one.
"""

from milepost.books.wording.row import Row

ROWS: tuple[Row, ...] = (
    Row("wall.book", "Road Map {year}", "{year}年改革任务路线图"),
    Row("wall.title", "Road Map {year}: who opens the way for whom", "{year}年改革任务路线图"),
    Row("wall.measure", "Measure, lead unit (cooperating units)", "改革举措　牵头单位（配合单位）"),
    Row("wall.finish", "Output form, finish, state", "成果形式　完成时间　状态"),
    Row("wall.units", "{n} unit|{n} units", "{n}个单位"),
    Row("wall.no_group", "No group", "未列入专项小组"),
    Row("wall.no_theme", "No theme", "未分主题"),
    Row("wall.sheet", "{title}: {shown}", "{title}：{shown}"),
    Row("wall.key_tier", "key measures", "重点举措"),
    # the line under the title
    Row("wall.count", "{n} measure.|{n} measures.", "举措{n}项。"),
    Row("wall.links", "{n} link.|{n} links.", "牵引关系{n}条。"),
    Row(
        "wall.path",
        "Critical path: measure {numbers}, ending on {date}.|Critical path: measures {numbers}, ending on "
        "{date}.",
        "关键路线：第{numbers}项，止于{date}。",
    ),
    Row(
        "wall.path_many",
        "Critical path: {n} measure, ending on {date}.|Critical path: {n} measures, ending on {date}.",
        "关键路线：{n}项，止于{date}。",
    ),
    Row("wall.count_of", "{n} of {total} measures.", "举措{n}项，全图共{total}项。"),
    # signs
    Row("legend.stage_done", "stage done", "环节已完成"),
    Row("legend.baseline", "baseline finish", "基线完成时间"),
    Row("legend.unlocks", "unlocks, on the condition written", "条件满足后启动"),
    Row("legend.flag", "leads to the same number", "转接至同号"),
    Row("legend.path", "critical path, heavy outline", "关键路线（粗框）"),
    Row("legend.standing_check", "standing measure with quarterly check", "长期举措及每季核对"),
    # the right column
    Row("wall.finish.moved", "{base}, forecast {date}", "{base}，预测{date}"),
    Row("wall.finish.forecast", "forecast {date}", "预测{date}"),
    Row("wall.finish.done", "{date} verified", "{date}已核验"),
    Row("wall.finish.late", "{base}, {n} day late|{base}, {n} days late", "{base}，逾期{n}天"),
    Row("wall.hand_set", "set by hand: {reason}; computed: {words}", "人工设定：{reason}；推算为{words}"),
    # start conditions
    Row("wall.link.when", "Forecast", "预测"),
    Row("wall.done", "done {date}", "{date}完成"),
    # the drawing in sentences
    Row("wall.alt.title", "{title}.", "{title}。"),
    Row("wall.alt.row", "{number} {title}, {lead}: {facts}.", "第{number}项{title}，{lead}：{facts}。"),
    Row("wall.alt.stages", "{first} to {last}, {span}", "{first}至{last}，{span}"),
    Row("wall.alt.stage", "{first}, {span}", "{first}，{span}"),
    Row("wall.alt.done", "done so far: {stages}", "已完成{stages}"),
    Row("wall.alt.baseline", "baseline {date}", "基线{date}"),
    Row("wall.alt.forecast", "forecast {date}", "预测{date}"),
    Row("wall.alt.checks", "standing, checked on {days}", "长期坚持，核对时间{days}"),
    Row(
        "wall.alt.link",
        "Link {n}: {first} must be reached ({condition}; {when}) before {then} may start.",
        "第{n}条：{first}（{condition}，{when}）后，{then}方可启动。",
    ),
    Row("wall.alt.no_condition", "no condition stated", "未写明条件"),
)
