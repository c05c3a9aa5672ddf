"""What calendars and project files say.

A row is key, English, Chinese. Marks stand before a title in square or lenticular brackets, as calendars show
no colours.
"""

from milepost.books.wording.row import Row

ROWS: tuple[Row, ...] = (
    # names of the feeds
    Row("feed.plan", "{short}", "{short}"),
    Row("feed.part", "{short}: {name}", "{short}：{name}"),
    # the line that a calendar shows
    Row("feed.open", "{title}", "{title}"),
    Row("feed.overdue", "[Overdue] {title}", "【逾期】{title}"),
    Row("feed.done", "[Done] {title}", "【完成】{title}"),
    Row("feed.proposed", "[Proposed] {title}", "【建议】{title}"),
    Row("feed.cancelled", "[Cancelled] {title}", "【已取消】{title}"),
    Row("feed.titled", "{number} {title}", "{number} {title}"),
    Row("feed.stage", "{number} {title}: {stage}", "{number} {title}：{stage}"),
    Row("feed.duty", "{number} Duty: {title}", "{number} 配合任务：{title}"),
    Row("feed.check", "{number} Quarterly check: {title}", "{number} 季度核对：{title}"),
    # the text of an event
    Row("feed.dates_open", "Baseline {baseline}; forecast {forecast}.", "基线{baseline}；预测{forecast}。"),
    Row("feed.dates_done", "Baseline {baseline}; done {done}.", "基线{baseline}；完成{done}。"),
    Row("feed.forecast", "Forecast {forecast}; no baseline.", "预测{forecast}；无基线。"),
    Row("feed.done_on", "Done {done}; no baseline.", "完成{done}；无基线。"),
    Row("feed.test", "Acceptance test: {words}", "验收标准：{words}"),
    Row("feed.waits", "Waits for it: {words}.", "后续等待：{words}。"),
    Row("feed.waiting", "{number} {title} ({unit})", "{number} {title}（{unit}）"),
    Row("feed.on_condition", "{waiting}, condition: {condition}", "{waiting}，条件：{condition}"),
    Row("feed.removed", "Removed from the plan on {date}.", "{date}从方案中移除。"),
    # meetings
    Row("feed.meeting", "{bodies}", "{bodies}"),
    Row("feed.sitting", "{bodies}, meeting {n}", "{bodies}第{n}次会议"),
    Row("feed.hours", "Hours: {hours}.", "时间：{hours}。"),
    Row("feed.item", "Item {n}: {title}", "议题{n}：{title}"),
    Row("feed.item_restricted", "Item {n}, restricted", "议题{n}，限定范围"),
    # project files
    Row("project.light", "Light", "亮灯"),
    Row("project.calendar", "Working days: {region}", "工作日：{region}"),
    Row("project.weekdays", "Monday to Friday", "周一至周五"),
    Row("project.day_off", "Day off", "放假"),
    Row("project.makeup", "Make-up workday", "调休上班"),
    Row(
        "project.provisional",
        "Make-up workdays are not published from {year} on; days from then may shift.",
        "{year}年起的调休安排尚未公布，此后日期可能变动。",
    ),
    Row(
        "project.by",
        "Due {date}, a day off; placed on the last working day before.",
        "{date}为休息日，排在其前最后一个工作日。",
    ),
    Row(
        "project.from",
        "Starts {date}, a day off; placed on the next working day.",
        "{date}为休息日，排在其后第一个工作日。",
    ),
    Row("project.done", "Done {date}, not verified.", "{date}完成，未核验。"),
    Row(
        "project.no_day",
        "No date set; the row stands on the first day of the plan because the file needs a day.",
        "未明确时限；文件须有日期，故列于方案首日。",
    ),
    Row("project.link", "Waits for {row}", "等待{row}"),
    Row("project.link_condition", "{link}; condition: {condition}", "{link}；条件：{condition}"),
    Row("project.link_soft", "{link}; not binding", "{link}；非强制"),
    Row(
        "project.link_lag",
        "{link}; {lag}, here {n} calendar day|{link}; {lag}, here {n} calendar days",
        "{link}；{lag}，此处为{n}天",
    ),
    Row("project.lag_month", "{n} month|{n} months", "{n}个月"),
    Row("project.lag_quarter", "{n} quarter|{n} quarters", "{n}个季度"),
    Row("project.lag_year", "{n} year|{n} years", "{n}年"),
    Row(
        "project.link_early",
        "{link}; the plan starts before this link allows, a program that computes dates will move it",
        "{link}；计划早于该先后关系，计算日期的软件会后移",
    ),
    Row(
        "project.link_again",
        "{link}; second link of the same two rows",
        "{link}；同两个环节之间的另一条先后关系",
    ),
    Row("project.ruling", "Baseline {n}: {number}, {date}.", "基线{n}：{number}，{date}。"),
    Row("project.ruling_bare", "Baseline {n}: {date}.", "基线{n}：{date}。"),
    Row("project.rulings_more", "Later rulings: {words}.", "其后批复：{words}。"),
)
