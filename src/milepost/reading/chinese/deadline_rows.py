"""The rows that find deadlines in Chinese: how a date, a rhythm, a length of time and an event are printed.

In: nothing. Out: `RULES` for running text, `FIELD_RULES` for cells and labels besides, and `rows_for`, which
says what rows the signs of a clause leave to try. The longer reading stands first. What the words come to
stands in `dates`, when a date is told and not set in `deadlines`.
"""

from functools import cache

from milepost.reading.chinese.dates import (
    AT,
    BEFORE,
    HOUR,
    ISSUE,
    OWN_NOUN,
    PART,
    QUARTER,
    D,
    M,
    Y,
    after_event,
    after_issue,
    after_meeting,
    as_kind,
    before_event,
    fixed_day,
    fixed_half,
    fixed_month,
    fixed_quarter,
    fixed_year,
    own_month,
    own_quarter,
    own_week,
    period,
    period_in_month,
    plan_period,
    school_term,
    start_day,
    stretch,
    within,
    without_date,
    years,
)
from milepost.reading.chinese.lengths import NUMERAL_1_31, SPAN_UNIT, recurring, rhythm
from milepost.reading.chinese.numerals import NUMERAL
from milepost.reading.patterns import Rule, pattern

COUNT = rf"(?P<n>半|{NUMERAL})(?:\((?P<twice>\d{{1,4}})\))?"
"""A number of days or months, with its digits in brackets where the text repeats it."""
INSIDE = r"(?:之|以)?内"

RULES = (
    Rule(
        "deadline:after-issue",
        pattern(
            r"(?:自|在|于|从)?(?P<anchor>(?:(?:本|该)"
            rf"(?:《[^《》]{{1,40}}》)?[^,。;:()自从在于要]{{0,8}}?|{OWN_NOUN})"
            rf"{ISSUE}(?:之日)?)(?:起|后|之后|以后)(?:的)? ?{COUNT} ?{SPAN_UNIT}{INSIDE}"
        ),
        after_issue,
    ),
    Rule(
        "deadline:after-own-issue",
        pattern(
            r"(?:自|从)(?P<anchor>(?:印发|下发|发文|施行|实施)之日)起(?:的)? ?"
            rf"{COUNT} ?{SPAN_UNIT}{INSIDE}"
        ),
        after_issue,
    ),
    Rule(
        "deadline:after-meeting",
        pattern(rf"(?P<anchor>(?:本次)?会(?:议)?(?:结束|召开)?)之?后(?:的)? ?{COUNT} ?{SPAN_UNIT}{INSIDE}"),
        after_meeting,
    ),
    Rule(
        "deadline:after-event",
        pattern(
            r"(?:自|在|于|从|待)?(?P<anchor>"
            rf"(?:第?\([^()]{{1,4}}\)项?[、和及]?){{0,12}}[^,。;:()自从在于要应须将待]{{1,24}})"
            rf"(?:之[日时]起|之后|以后|后|起)(?:的)? ?{COUNT} ?{SPAN_UNIT}{INSIDE}"
        ),
        after_event,
    ),
    Rule(
        "deadline:period-days",
        pattern(
            rf"(?:(?:自|从)?(?:{Y} ?)?{M} ?(?:{D})?{PART}起?|即日起)(?:至|到|—|-|–|~)(?:(?P<y2>\d{{4}}) ?年)?"
            rf"(?P<m2>{NUMERAL_1_31}) ?月(?:(?P<d2>{NUMERAL_1_31}) ?日|(?P<part2>底|末|[上中下]旬))?止?"
        ),
        period,
    ),
    Rule(
        "deadline:period-in-month",
        pattern(rf"(?:{Y} ?)?{M} ?{D}(?:至|到|—|-|–|~)(?P<d2>{NUMERAL_1_31}) ?[日号]"),
        period_in_month,
    ),
    Rule(
        "deadline:period-years",
        pattern(r"(?P<y1>20\d\d) ?年?(?:至|到|—|-|–|~)(?P<y2>\d{4}|\d{2}) ?年(?:底|末)?"),
        years,
    ),
    Rule(
        "deadline:recurring",
        pattern(
            rf"{AT}每(?:隔)?(?P<times>[一二两三四五六七八九十]|\d{{1,2}})?(?P<every>个月|个季度|年度|半个?月|半年"
            r"|年|季度|季|月|旬|周|星期|日|天)"
            r"(?:的)?(?:度)?(?:(?:\d{1,2}|[一二三四五六七八九十]{1,3}) ?月(?:份)?(?:\d{1,2} ?日|底"
            r"|末|[上中下]旬)?"
            r"(?:[、和及](?:\d{1,2}|[一二三四五六七八九十]{1,3}) ?月(?:份)?(?:\d{1,2} ?日|底|末"
            r"|[上中下]旬)?)*"
            r"|(?:\d{1,2}|[一二三四五六七八九十]{1,3}) ?[日号](?:[、和及]\d{1,2} ?[日号])*"
            r"|[一二三四五六日天](?:下班)?|[上下]半年|第?[一二三四]季度|年?[底末初](?:月"
            r"(?:\d{1,2} ?日)?)?|\d{1,2} ?时"
            r"|结束后\d{1,2}个?(?:工作)?日内)?"
            r"(?:之前|以前|前)?(?:\d{1,2}个?(?:工作)?[日天]内)?"
        ),
        recurring,
    ),
    Rule(
        "deadline:by-period",
        pattern(r"(?:按|逐)(?P<every>年度|半年|季度|季|月度|月|旬|周|日)(?:进行|开展|组织|定期)?"),
        rhythm,
    ),
    Rule(
        "deadline:rhythm",
        pattern(
            r"[日周旬月季年](?:调度|通报|报告|督查|会商|研判|例会|考核|述职|点评|盘点|清零)(?:、[日周旬月季年](?:调度|通报|报告|督查|会商|研判|例会|考核|述职|点评|盘点|清零))*"
        ),
        rhythm,
    ),
    Rule("deadline:yearly", pattern(r"(?P<every>年度)述[职廉]"), rhythm),
    Rule(
        "deadline:plan-period",
        pattern(r"(?:在)?[“\"]?(?P<five>[一二三]?十?[一二三四五六七八九]五)[”\"]?(?:时期|期间)内?"),
        plan_period,
    ),
    Rule("deadline:stretch", pattern(rf"在{COUNT} ?{SPAN_UNIT}之内"), stretch),
    Rule("deadline:within", pattern(rf"(?:{NUMERAL}(?:至|到|-|—|~))?{COUNT} ?{SPAN_UNIT}{INSIDE}"), within),
    Rule("deadline:start", pattern(rf"(?:从|自)(?:{Y})? ?(?:{M})? ?(?:{D})?(?:起|开始|以来)"), start_day),
    Rule("deadline:start-day", pattern(rf"(?:{Y} ?)?{M} ?(?:{D})?起"), start_day),
    Rule("deadline:target-month", pattern(rf"[到至](?:{Y}) ?{M}{PART}"), as_kind("target", fixed_month)),
    Rule("deadline:target", pattern(rf"[到至]{Y}(?:年?[底末])?"), as_kind("target", fixed_year)),
    Rule("deadline:day", pattern(rf"{AT}(?:{Y})? ?{M} ?{D}{HOUR}{BEFORE}"), fixed_day),
    Rule(
        "deadline:own-month",
        pattern(
            rf"{AT}(?P<on>本|当|这个|下个?)月(?:份)?(?:(?P<d>{NUMERAL_1_31}) ?[日号]{HOUR}"
            r"|(?P<part>底|末|上旬|中旬|下旬|初)|以?内)(?:之前|以前|前)?"
        ),
        own_month,
    ),
    Rule(
        "deadline:own-quarter",
        pattern(rf"{AT}(?P<on>本|下一?个?)季度(?:末|底|内)(?:之前|以前|前)?"),
        own_quarter,
    ),
    Rule(
        "deadline:own-week",
        pattern(rf"{AT}(?P<on>本|下)(?:周|星期)(?P<day>[一二三四五六日天末内])(?:{HOUR})(?:之前|以前|前)?"),
        own_week,
    ),
    Rule("deadline:month", pattern(rf"{AT}(?:{Y})? ?{M}{PART}{BEFORE}"), fixed_month),
    Rule("deadline:quarter", pattern(rf"{AT}(?:{Y})? ?{QUARTER}(?:末|底|内)?{BEFORE}"), fixed_quarter),
    Rule("deadline:quarter-letter", pattern(rf"(?:{Y})? ?Q(?P<q>[1-4])(?:末|底)?{BEFORE}"), fixed_quarter),
    Rule("deadline:half", pattern(rf"{AT}(?:{Y})? ?(?P<half>[上下])半年(?:末|底|内)?{BEFORE}"), fixed_half),
    Rule(
        "deadline:school-term",
        pattern(rf"{AT}(?:{Y})? ?(?P<season>[春秋])季(?:学期)?开学{BEFORE}"),
        school_term,
    ),
    Rule(
        "deadline:year-end",
        pattern(rf"{AT}(?:{Y}|年)(?:年?[底末])(?:之前|以前|前)?|{AT}年[底末](?:之前|以前|前)?"),
        fixed_year,
    ),
    Rule(
        "deadline:in-year",
        pattern(rf"{AT}(?:{Y})(?:年?以?内|之内|度内|全年)|(?:本?年度内)|年内|全年"),
        as_kind("period", fixed_year),
    ),
    Rule("deadline:before-year", pattern(rf"{AT}{Y}(?:之前|以前|前)"), fixed_year),
    Rule("deadline:next-year", pattern(r"在?下一年度"), without_date("period")),
    Rule(
        "deadline:before-event",
        pattern(
            r"(?P<anchor>下(?:一?次|一期)[^,。;:()]{0,12}?(?:会议?|例会|全会|调度会))(?:召开)?"
            r"(?:之前|以前|前)"
        ),
        before_event,
    ),
    Rule(
        "deadline:before-season",
        pattern(
            r"(?P<anchor>(?:\d{4}年|今年|明年)?(?:春节|元宵节?|元旦|清明节?|[“\"]?(?:五一|十一)[”\"]?|劳动节|端午节?"
            r"|中秋节?|国庆节?|(?:全国|省|市|县|区)?两会|主?汛期?|防汛期|台风季节?|雨季|冬季|入冬|入汛|供暖[季期]|采暖[季期]"
            r"|寒假|暑假|开学|高考|中考|换届|届满)(?:到来|来临|开始|正式|结束|假期)?)(?:之前|以前|前)"
        ),
        before_event,
    ),
    Rule(
        "deadline:term",
        pattern(r"(?:在)?(?:本届[^,。;:()]{0,6})?任期(?:以|之)?内|(?:在)?本?届末"),
        without_date("event"),
    ),
)
"""The rows for running text, the longer reading first: the first row that finds something at a place wins."""

FIELD_RULES = (
    Rule("deadline:bare-year", pattern(rf"{Y}"), as_kind("period", fixed_year)),
    Rule(
        "deadline:open",
        pattern(
            r"(?:并)?(?:持续|长期|常态化?|常年|不断|动态|滚动)(?:推进|坚持|实施|开展|落实|更新"
            r"|执行|抓好)?|立行立改|立即(?:整改|执行)?|即知即改|即时"
        ),
        without_date("open"),
    ),
)
"""Further rows where a whole cell, label or tail member is a deadline."""

UNIT_SIGNS = "日天周期月季年时"
ISSUE_SIGNS = "发布施通批签生"
TO_SIGNS = "至到—-–~"
NEEDS: dict[str, tuple[str, ...]] = {
    "deadline:after-issue": ("内", "起后", ISSUE_SIGNS, UNIT_SIGNS),
    "deadline:after-own-issue": ("内", "起", "自从", "日"),
    "deadline:after-meeting": ("内", "会", "后"),
    "deadline:after-event": ("内", "起后", UNIT_SIGNS),
    "deadline:period-days": ("月", TO_SIGNS),
    "deadline:period-in-month": ("月", TO_SIGNS, "日号"),
    "deadline:period-years": ("年", TO_SIGNS, "0"),
    "deadline:recurring": ("每",),
    "deadline:by-period": ("按逐",),
    "deadline:rhythm": ("日周旬月季年", "调通报督会研例考述点盘清", "度报告查商判会核职评点零"),
    "deadline:yearly": ("述",),
    "deadline:plan-period": ("五", "期"),
    "deadline:stretch": ("在", "之", "内"),
    "deadline:within": ("内", UNIT_SIGNS),
    "deadline:start": ("从自", "起始来"),
    "deadline:start-day": ("起", "月"),
    "deadline:target-month": ("月", "到至"),
    "deadline:target": ("年", "到至"),
    "deadline:day": ("月", "日号"),
    "deadline:own-month": ("月", "本当这下", "日号底末旬初内"),
    "deadline:own-quarter": ("季", "本下"),
    "deadline:own-week": ("周星", "本下"),
    "deadline:month": ("月",),
    "deadline:quarter": ("季", "度"),
    "deadline:quarter-letter": ("Q",),
    "deadline:half": ("半", "上下"),
    "deadline:school-term": ("季", "春秋"),
    "deadline:year-end": ("年", "底末"),
    "deadline:in-year": ("年", "内全"),
    "deadline:before-year": ("年", "前"),
    "deadline:next-year": ("下", "度"),
    "deadline:before-event": ("下", "会", "前"),
    "deadline:before-season": ("前", "节宵旦明一劳午秋庆会汛季冬暖假学考届"),
    "deadline:term": ("届任", "内末"),
    "deadline:bare-year": ("年",),
    "deadline:open": ("持长常不动滚立即",),
}
"""Signs of which a row needs one from each group: most rows can't match a clause, which its signs show."""

FIELD_ROWS = RULES + FIELD_RULES
SIGNS = frozenset("".join(group for groups in NEEDS.values() for group in groups))
"""Every sign that some row needs."""


@cache
def rows_for(signs: frozenset[str], field: bool) -> tuple[Rule, ...]:
    """The rows that can match a clause which holds just these of `SIGNS`."""
    return tuple(
        rule
        for rule in (FIELD_ROWS if field else RULES)
        if not any(signs.isdisjoint(group) for group in NEEDS[rule.name])
    )
