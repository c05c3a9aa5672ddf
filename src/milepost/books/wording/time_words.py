"""What the adopted timetable and the pictures say beyond the first edition's: titles, heads, sentences.

A row is key, English, Chinese. `{n}` is a count: "{n} row|{n} rows" takes its left form for one.
"""

from milepost.books.wording.row import Row

ROWS: tuple[Row, ...] = (
    # the timetable
    Row("year.book", "Timetable {year}", "{year}年改革任务时间表"),
    Row("year.heading", "{n} measure, month by month|{n} measures, month by month", "{n}项举措月度推进"),
    Row(
        "year.heading_quarters",
        "{n} measure, quarter by quarter|{n} measures, quarter by quarter",
        "{n}项举措季度推进",
    ),
    Row("year.heading_years", "{n} measure, year by year|{n} measures, year by year", "{n}项举措年度推进"),
    Row("year.adopted", "Adopted at the {sitting} on {date}", "{date}{sitting}审议通过"),
    Row("year.adopted_on", "Adopted on {date}", "{date}审议通过"),
    Row("year.baseline", "Baseline", "基线"),
    Row("year.forecast", "Forecast", "预测"),
    Row("year.state", "State", "状态"),
    Row("year.done_on", "done {date}", "{date}完成"),
    Row("year.no_group", "No group", "未列入专项小组"),
    Row("year.no_baseline", "no date set", "未明确时限"),
    Row("year.no_forecast", "not planned", "未编排"),
    Row(
        "year.hand_set",
        "† set by hand, computed: {words}; {reason}",
        "†人工设定，计算结果为{words}；{reason}",
    ),
    Row("year.legend.done", "done", "已完成"),
    Row("year.legend.forecast", "forecast", "预测"),
    Row("year.legend.past", "past the baseline", "超基线"),
    Row("year.legend.wait", "wait", "等待"),
    Row("year.legend.baseline", "baseline finish", "基线完成时间"),
    Row("year.legend.check", "quarterly check", "每季核对"),
    Row("year.legend.changed", "changed since edition {n}", "较第{n}版有变化"),
    # the load strip
    Row("year.load", "Load: stages ending, lead + joined", "负荷：当期到期环节，牵头＋配合"),
    Row(
        "year.load_note",
        "darker = more; a frame marks a column above the unit’s limit a month",
        "色深为多；加框为超过单位每月上限的时段",
    ),
    Row(
        "year.load_note_limit",
        "darker = more; a frame marks a month above the unit’s limit of {n}",
        "色深为多；加框为超过单位上限{n}项的月份",
    ),
    Row("year.load_note_none", "darker = more; no limit is set", "色深为多；未设单位上限"),
    Row("year.load_total", "year {led} + {joined}, peak {peak}", "全年{led}＋{joined}，峰值{peak}"),
    Row(
        "year.load_total_limit",
        "year {led} + {joined}, peak {peak}, limit {limit}",
        "全年{led}＋{joined}，峰值{peak}，上限{limit}",
    ),
    # late and due
    Row("year.due", "Overdue, and due {by}", "逾期及{by}到期环节"),
    Row("year.due.forecast", "Forecast", "预测"),
    Row("year.due.late", "{n} late", "逾期{n}"),
    Row("year.due.none", "none", "无"),
    Row("year.due.numbers", "no. {numbers}", "第{numbers}项"),
    Row("year.due.empty", "Nothing is late or due in these months.", "这几个月内无逾期或到期环节。"),
    # annex
    Row("year.annex.baseline", "Baseline", "基线"),
    Row("year.annex.forecast", "Forecast", "预测"),
    Row("year.annex.done", "Done", "完成"),
    Row("year.annex.evidence", "Evidence", "佐证"),
    Row("year.annex.piece", "{kind}, {date}", "{kind}，{date}"),
    Row(
        "year.volume",
        "rows {first} to {last} of {total}, volume {n} of {volumes}",
        "第{first}至{last}行，共{total}行，第{n}册（共{volumes}册）",
    ),
    # the drawing in sentences
    Row("year.alt.row", "{number} {title}, {lead}: {facts}.", "第{number}项{title}，{lead}：{facts}。"),
    Row("year.alt.baseline", "baseline {date}", "基线{date}"),
    Row("year.alt.forecast", "forecast {date}", "预测{date}"),
    Row("gantt.page", "{title}, page {n} of {total}", "{title}　第{n}页，共{total}页"),
    # pictures
    Row("year.short_names", "Short names: {names}.", "单位简称：{names}。"),
    Row("year.short_name", "{short} = {name}", "{short}即{name}"),
    Row("picture.part", "{title} ({n} of {total})", "{title}（{n}/{total}）"),
    Row("picture.heading", "At a glance", "一图读懂"),
    Row("picture.progress", "Progress by group", "各专项小组进展"),
    Row(
        "picture.progress_note",
        "{n} measure by state; numbers are measures|{n} measures by state; numbers are measures",
        "共{n}项举措，按状态分列，数字为项数",
    ),
    Row("picture.total", "all", "合计"),
    Row("picture.load", "Load by unit and month", "各单位逐月负荷"),
    Row("picture.risk", "Promises at risk", "有风险的承诺事项"),
    Row(
        "picture.risk_note",
        "{n} measure with a forecast past its baseline|{n} measures with a forecast past their baseline",
        "预测晚于基线的举措{n}项",
    ),
    Row("picture.risk_none", "No forecast lies past its baseline.", "无预测晚于基线的举措。"),
    Row(
        "picture.risk_rest",
        "and {n} more, listed in the timetable|and {n} more, listed in the timetable",
        "其余{n}项见时间表",
    ),
    Row("picture.risk.measure", "Measure, lead unit", "改革举措、牵头单位"),
    Row("picture.risk.days", "Days past the baseline", "超基线天数"),
    Row("picture.risk.dates", "Baseline, forecast", "基线、预测"),
    Row("picture.risk.waits", "Waits on", "等待对象"),
    Row("picture.risk.day", "{n} d", "{n}天"),
    Row("picture.waits_measure", "no. {number}, {unit}", "第{number}项（{unit}）"),
    Row("picture.waits_own", "its own lead", "本牵头单位"),
    Row("picture.alt.progress_row", "{name}: {total}, of which {parts}.", "{name}共{total}项，其中{parts}。"),
    Row("picture.alt.part", "{n} {word}", "{word}{n}项"),
    Row("picture.alt.load_row", "{unit}: {total}; by column {cells}.", "{unit}：{total}；各时段{cells}。"),
    Row("picture.alt.over", "{column} {sum}, above the limit", "{column}{sum}（超上限）"),
    Row("picture.alt.load_cell", "{column} {sum}", "{column}{sum}"),
    Row(
        "picture.alt.risk_row",
        "{number} {title}, {lead}: {days} past {baseline}, forecast {forecast}; waits on {waits}.",
        "第{number}项{title}，{lead}：基线{baseline}，预测{forecast}，超{days}；等待{waits}。",
    ),
)
