"""Deadlines in Chinese: 9月底前, 第三季度, 本方案印发之日起30日内, 每年2月底前, 持续推进.

In: a folded text, a stretch of it and the days that the document fixes (`Days`). Out: the deadlines in the order of
the text, with the place of each in the copy (`Due`); `found` makes the record of the reading. A month without a year
takes the year of the document, a date that no calendar has stays empty. Which of several deadlines a measure keeps,
`chosen` says. No holidays: working days stay an offset.
"""

import re
from collections.abc import Callable

from msgspec import Struct

from milepost.ledger.deadlines import (
    add_offset,
    end_of_half,
    end_of_month,
    end_of_quarter,
    end_of_year,
    real_day,
)
from milepost.ledger.records import DeadlineKind, Every, Offset, Precision
from milepost.reading.chinese.folding import Folded
from milepost.reading.chinese.numerals import NUMERAL, number
from milepost.reading.patterns import Rule, pattern
from milepost.reading.records import FoundDeadline, FoundRecurring

Match = re.Match[str]


class Days(Struct, frozen=True):
    """What fixes the dates of a document: its day, its year, the day of the meeting it records."""

    issued: str | None = None
    year: int | None = None
    meeting: str | None = None


class Due(Struct, frozen=True, kw_only=True):
    """A deadline with its place in the copy and the row that found it; `impossible` tells a day no calendar has."""

    rule: str
    start: int
    end: int
    kind: DeadlineKind
    date: str | None = None
    precision: Precision = "day"
    offset: Offset | None = None
    anchor: str | None = None
    every: Every | None = None
    impossible: bool = False


Found = Callable[[Match, Days], dict[str, object]]

Y = r"(?:(?P<y>\d{4}|[〇零○一二三四五六七八九]{4}) ?年|(?P<word>今年|本年度?|当年|明年|次年|去年))"
M = r"(?P<m>\d{1,2}|[一二三四五六七八九十]{1,3}) ?月(?:份)?"
D = r"(?P<d>\d{1,2}|[一二三四五六七八九十]{1,3}) ?[日号]"
AT = r"(?:于|在|至迟在|最迟)?"
BEFORE = r"(?:之前|以前|前后|前|止)?"
PART = r"(?P<part>底|末|上旬|中旬|下旬|初)?"
SPAN_UNIT = r"(?P<unit>个?工作日|个月|月|日|天|周|个?星期|个季度|年|小时)"
SELF = r"(?:本|自本|该)?(?:《[^《》]{1,40}》)?[^,。;:()]{0,24}?"
ISSUE = r"(?:印发|发布|公布|下发|发文|实施|施行|通过|批准|签发)"
QUARTER = r"第?(?P<q>[一二三四1-4])季度"

UNITS: dict[str, Offset] = {
    "日": Offset(value=1, unit="day"),
    "天": Offset(value=1, unit="day"),
    "周": Offset(value=1, unit="week"),
    "星期": Offset(value=1, unit="week"),
    "月": Offset(value=1, unit="month"),
    "季度": Offset(value=1, unit="quarter"),
    "年": Offset(value=1, unit="year"),
    "小时": Offset(value=1, unit="hour"),
    "工作日": Offset(value=1, unit="day", days="working"),
}
PERIODS: dict[str, Every] = {
    "年": Every(value=1, unit="year"),
    "年度": Every(value=1, unit="year"),
    "半年": Every(value=1, unit="half"),
    "季": Every(value=1, unit="quarter"),
    "季度": Every(value=1, unit="quarter"),
    "月": Every(value=1, unit="month"),
    "个月": Every(value=1, unit="month"),
    "旬": Every(value=10, unit="day"),
    "周": Every(value=1, unit="week"),
    "星期": Every(value=1, unit="week"),
    "日": Every(value=1, unit="day"),
    "天": Every(value=1, unit="day"),
}
LAST_DAY = {"上旬": 10, "中旬": 20, "初": 10}
"""The last good day of a part of a month: early is the 10th, mid the 20th."""


def _year(match: Match, days: Days, group: str = "y") -> int | None:
    """The year that a match says, else the document's."""
    printed = match.groupdict().get(group)
    if printed:
        return number(printed)
    word = match.groupdict().get("word") or ""
    shift = {"明": 1, "次": 1, "去": -1}.get(word[:1], 0)
    return days.year + shift if days.year else None


def _day(year: int | None, month: int | None, day: int | None) -> dict[str, object]:
    """A day, or why there is none: no year, or no such day."""
    if year is None or month is None or day is None:
        return {"kind": "fixed"}
    date = real_day(year, month, day) if year else None
    return {"kind": "fixed", "date": date, "impossible": date is None}


def _month(year: int | None, month: int | None, part: str | None) -> dict[str, object]:
    """The last good day of a month or of a third of it."""
    if month is None or not 1 <= month <= 12 or year == 0:
        return {"kind": "fixed", "impossible": True}
    if year is None:
        return {"kind": "fixed", "precision": "month"}
    if part in LAST_DAY:
        return {"kind": "fixed", "date": real_day(year, month, LAST_DAY[part])}
    return {"kind": "fixed", "date": end_of_month(year, month), "precision": "month"}


def fixed_day(match: Match, days: Days) -> dict[str, object]:
    """2027年6月30日前, 3月15日前."""
    return _day(_year(match, days), number(match["m"]), number(match["d"]))


def fixed_month(match: Match, days: Days) -> dict[str, object]:
    """2027年6月底前, 8月底, 6月中旬."""
    return _month(_year(match, days), number(match["m"]), match["part"])


def fixed_quarter(match: Match, days: Days) -> dict[str, object]:
    """第三季度, 2027年第四季度."""
    year, quarter = _year(match, days), number(match["q"])
    date = end_of_quarter(year, quarter) if year and quarter else None
    return {"kind": "fixed", "date": date, "precision": "quarter"}


def fixed_half(match: Match, days: Days) -> dict[str, object]:
    """2027年上半年."""
    year, half = _year(match, days), 1 if match["half"] == "上" else 2
    return {"kind": "fixed", "date": end_of_half(year, half) if year else None, "precision": "half"}


def fixed_year(match: Match, days: Days) -> dict[str, object]:
    """年底前, 2028年底前."""
    year = _year(match, days)
    return {"kind": "fixed", "date": end_of_year(year) if year else None, "precision": "year"}


def in_year(match: Match, days: Days) -> dict[str, object]:
    """年内, 全年: a period that ends with the year."""
    return fixed_year(match, days) | {"kind": "period"}


def target_year(match: Match, days: Days) -> dict[str, object]:
    """到2030年,覆盖率达90%: an outcome, no task deadline."""
    return fixed_year(match, days) | {"kind": "target"}


def target_month(match: Match, days: Days) -> dict[str, object]:
    """到2028年6月底,全部达标."""
    return fixed_month(match, days) | {"kind": "target"}


def school_term(match: Match, days: Days) -> dict[str, object]:
    """秋季开学前: 31 August; 春季开学前: the end of February."""
    year = _year(match, days)
    month = 8 if match["season"] == "秋" else 2
    return {"kind": "fixed", "date": end_of_month(year, month) if year else None}


def period(match: Match, days: Days) -> dict[str, object]:
    """2029年1月1日至12月31日: the date is its last day."""
    year = _year(match, days, "y2") or _year(match, days)
    if match.groupdict().get("y2") is None and match.groupdict().get("y"):
        year = number(match["y"])
    months, day = number(match["m2"]), match.groupdict().get("d2")
    last = _day(year, months, number(day)) if day else _month(year, months, None)
    return last | {"kind": "period"}


def years(match: Match, days: Days) -> dict[str, object]:
    """2027—2028年."""
    last = number(match["y2"]) or 0
    if last < 100:
        last += (number(match["y1"]) or 0) // 100 * 100
    return {"kind": "period", "date": end_of_year(last) if last else None, "precision": "year"}


def start_day(match: Match, days: Days) -> dict[str, object]:
    """自2028年7月1日起; no date that must be kept."""
    return {"kind": "start"}


def _offset(match: Match) -> Offset | None:
    """The length of time of a match: 30日, 5个工作日, 两周."""
    value, unit = number(match["n"]), UNITS.get(match["unit"].removeprefix("个"))
    return None if value is None or unit is None else Offset(value=value, unit=unit.unit, days=unit.days)


def after_issue(match: Match, days: Days) -> dict[str, object]:
    """本方案印发之日起30日内: counted from the day of the document, where it is this document's."""
    offset, own = _offset(match), "《" not in match["anchor"]
    date = add_offset(days.issued, offset) if days.issued and offset and own else None
    return {"kind": "relative", "date": date, "offset": offset, "anchor": match["anchor"]}


def after_event(match: Match, days: Days) -> dict[str, object]:
    """收到申请后5个工作日内: what starts the count has no date here."""
    return {"kind": "relative", "offset": _offset(match), "anchor": match["anchor"]}


def within(match: Match, days: Days) -> dict[str, object]:
    """一周内: counted from the meeting in minutes, elsewhere from a base that the reader does not know."""
    offset = _offset(match)
    date = add_offset(days.meeting, offset) if days.meeting and offset else None
    return {"kind": "relative", "date": date, "offset": offset}


def stretch(match: Match, days: Days) -> dict[str, object]:
    """在两年之内对其实行…: how long something holds."""
    return {"kind": "period", "offset": _offset(match)}


def recurring(match: Match, days: Days) -> dict[str, object]:
    """每年2月底前, 每月28日前, 每两年."""
    every = PERIODS.get(match["every"])
    value = number(match["times"]) if match["times"] else 1
    if every and value:
        every = Every(value=every.value * value, unit=every.unit)
    return {"kind": "recurring", "every": every}


def without_date(kind: DeadlineKind) -> Found:
    """A row whose kind is all that it says."""
    return lambda match, days: {"kind": kind}


def before_event(match: Match, days: Days) -> dict[str, object]:
    """下次会议前: what must happen first has no date."""
    return {"kind": "event", "anchor": match["anchor"]}


RULES = (
    Rule(
        "deadline:after-issue",
        pattern(
            rf"(?:自|在|于|从)?(?P<anchor>(?:本|该)?(?:《[^《》]{{1,40}}》)?"
            rf"(?:[^,。;:()自从在于要]{{0,4}}?(?:意见|方案|通知|措施|办法|规定|细则|台账|清单|计划|文件|决定|纪要|规划|要点)|文)?"
            rf"{ISSUE}(?:之日)?)(?:起|后|之后|以后)(?:的)? ?(?P<n>{NUMERAL}) ?{SPAN_UNIT}(?:之|以)?内"
        ),
        after_issue,
    ),
    Rule(
        "deadline:after-event",
        pattern(
            rf"(?:自|在|于|从)?(?P<anchor>[^,。;:()自从在于要应须将]{{2,24}})(?:之日起|之后|以后|后|起)(?:的)? ?"
            rf"(?P<n>{NUMERAL}) ?{SPAN_UNIT}(?:之|以)?内"
        ),
        after_event,
    ),
    Rule(
        "deadline:period-days",
        pattern(rf"{Y} ?{M} ?(?:{D})?(?:至|到|—|-|–|~)(?:(?P<y2>\d{{4}}) ?年)?(?P<m2>\d{{1,2}}) ?月(?:(?P<d2>\d{{1,2}}) ?日|底)?"),
        period,
    ),
    Rule("deadline:period-years", pattern(r"(?P<y1>20\d\d) ?年?(?:至|到|—|-|–|~)(?P<y2>\d{4}|\d{2}) ?年(?:底|末)?"), years),
    Rule(
        "deadline:recurring",
        pattern(
            rf"{AT}每(?:隔)?(?P<times>[一二两三四五六七八九十]|\d{{1,2}})?(?P<every>个月|年度|半年|年|季度|季|月|旬|周|星期|日|天)"
            r"(?:的)?(?:度)?(?:(?:\d{1,2}|[一二三四五六七八九十]{1,3}) ?月(?:份)?(?:\d{1,2} ?日|底|末|[上中下]旬)?"
            r"(?:[、和及](?:\d{1,2}|[一二三四五六七八九十]{1,3}) ?月(?:份)?(?:\d{1,2} ?日|底|末|[上中下]旬)?)*"
            r"|(?:\d{1,2}|[一二三四五六七八九十]{1,3}) ?[日号](?:[、和及]\d{1,2} ?[日号])*|[一二三四五六日天](?:下班)?|[上下]半年|第?[一二三四]季度|年?[底末初]|结束后\d{1,2}个?(?:工作)?日内)?"
            r"(?:之前|以前|前)?"
        ),
        recurring,
    ),
    Rule("deadline:stretch", pattern(rf"在(?P<n>{NUMERAL}) ?{SPAN_UNIT}之内"), stretch),
    Rule("deadline:within", pattern(rf"(?P<n>{NUMERAL}) ?{SPAN_UNIT}(?:之|以)?内"), within),
    Rule("deadline:start", pattern(rf"(?:从|自)(?:{Y})? ?(?:{M})? ?(?:{D})?(?:起|开始|以来)"), start_day),
    Rule("deadline:start-day", pattern(rf"{M} ?{D}起"), start_day),
    Rule("deadline:target-month", pattern(rf"到(?:{Y}) ?{M}{PART}"), target_month),
    Rule("deadline:target", pattern(rf"到{Y}(?:年?[底末])?"), target_year),
    Rule("deadline:day", pattern(rf"{AT}(?:{Y})? ?{M} ?{D}{BEFORE}"), fixed_day),
    Rule("deadline:month", pattern(rf"{AT}(?:{Y})? ?{M}{PART}{BEFORE}"), fixed_month),
    Rule("deadline:quarter", pattern(rf"{AT}(?:{Y})? ?{QUARTER}(?:末|底|内)?{BEFORE}"), fixed_quarter),
    Rule("deadline:half", pattern(rf"{AT}(?:{Y})? ?(?P<half>[上下])半年(?:末|底|内)?{BEFORE}"), fixed_half),
    Rule("deadline:school-term", pattern(rf"{AT}(?:{Y})? ?(?P<season>[春秋])季(?:学期)?开学{BEFORE}"), school_term),
    Rule("deadline:year-end", pattern(rf"{AT}(?:{Y}|年)(?:年?[底末])(?:之前|以前|前)?|{AT}年[底末](?:之前|以前|前)?"), fixed_year),
    Rule("deadline:in-year", pattern(rf"{AT}(?:{Y})(?:年?内|全年)|年内|全年"), in_year),
    Rule("deadline:before-year", pattern(rf"{AT}{Y}(?:之前|以前|前)"), fixed_year),
    Rule("deadline:next-year", pattern(r"在?下一年度"), without_date("period")),
    Rule("deadline:before-event", pattern(r"(?P<anchor>下(?:一?次|一期)[^,。;:()]{0,12}?(?:会议?|例会|全会|调度会))(?:召开)?(?:之前|以前|前)"), before_event),
)
"""The rows for running text, the longer reading first: the first row that finds something at a place wins."""

FIELD_RULES = (
    Rule("deadline:bare-year", pattern(rf"{Y}"), in_year),
    Rule(
        "deadline:open",
        pattern(r"(?:并)?(?:持续|长期|常态化?|常年|不断|动态|滚动)(?:推进|坚持|实施|开展|落实|更新|执行|抓好)?|立行立改|立即(?:整改|执行)?|即知即改|即时"),
        without_date("open"),
    ),
)
"""Further rows where a whole cell, label or tail member is a deadline."""

CLAUSE = pattern(r"[^,;。:\n]+")
TRIGGER = pattern(r"[年月日号天周旬]|季度|半年|开学|下一?次|星期|小时")
DONE = pattern(r"(?:前)?(?:全部|基本|全面)?(?:完成|办结|到位|建成|落实)(?:\d{1,3}(?:\.\d+)?%)?")
OPEN_OR_BARE = pattern(r"\d{4} ?年|持续|长期|常|不断|动态|滚动|立|即|全年|年内")

STANDARD = pattern(
    r"(?:压缩|缩短|压减|减少|时限|时间|控制|降)[^,。;]{0,8}[至到在]$|(?:控制在|不超过|不得超过|不少于|少于|超过|提前至|限定在|闲置|最长|连续|累计|近|满|过去|未来)[^,。;]{0,3}$"
)
HISTORY = pattern(r"(?:(?:截至|截止|自)[^,。;]{0,2}|经|根据|按照)$")
BUDGET = pattern(r"(?:度)?(?:预算|工作要点|计划|目标任务|版|以来|编制|出生|毕业|生产总值|期间)")
PER_HEAD = pattern(r"每[人户家名场次天]$")


def find_deadlines(folded: Folded, start: int, end: int, days: Days, field: bool = False) -> list[Due]:
    """The deadlines of a stretch in order; in a `field` a bare year and 持续推进 count too."""
    found: list[Due] = []
    if field and OPEN_OR_BARE.search(folded.text, start, end) is None and not TRIGGER.search(folded.text, start, end):
        return found
    if not field and TRIGGER.search(folded.text, start, end) is None:
        return found
    rules = RULES + FIELD_RULES if field else RULES
    for clause in CLAUSE.finditer(folded.text, start, end):
        if field or TRIGGER.search(folded.text, *clause.span()):
            found += _in_clause(folded.text, clause.start(), clause.end(), rules, days, field)
    return found


def _in_clause(text: str, start: int, end: int, rules: tuple[Rule, ...], days: Days, field: bool) -> list[Due]:
    """The deadlines of one clause that do not overlap, the earlier row winning."""
    found: list[Due] = []
    for rule in rules:
        for match in rule.pattern.finditer(text, start, end):
            a, b = match.span()
            if a < b and all(b <= due.start or a >= due.end for due in found):
                due = _due(text, match, rule, days, field, start, end)
                if due is not None:
                    found.append(due)
    return sorted(found, key=lambda due: due.start)


def _due(text: str, match: Match, rule: Rule, days: Days, field: bool, start: int, end: int) -> Due | None:
    """The deadline of a match, or None for a date that is told and not set."""
    a, b = match.span()
    before, after = text[max(start, a - 8) : a], text[b : min(b + 8, end)]
    if not field and _told(rule.name, before, after, match.group()):
        return None
    if field:
        done = DONE.match(text, b, end)
        b = done.end() if done else b
    assert rule.found is not None
    return Due(rule=rule.name, start=a, end=b, **rule.found(match, days))


def _told(rule: str, before: str, after: str, words: str) -> bool:
    """Whether a date is a service standard, history or a name rather than a deadline."""
    if rule in ("deadline:within", "deadline:stretch") and STANDARD.search(before):
        return True
    if rule == "deadline:recurring":
        return bool(PER_HEAD.search(before)) or before.endswith("比")
    if rule in ("deadline:day", "deadline:month"):
        told = not words.endswith(("前", "底", "末", "旬", "止")) and not words.startswith(("于", "在"))
        return bool(HISTORY.search(before)) or (told and after[:1] not in ("", "完", "建", "开", "启", "召", "举", "前", "报", "印", "组"))
    if rule in ("deadline:year-end", "deadline:target", "deadline:in-year", "deadline:target-month"):
        return bool(HISTORY.search(before)) or bool(BUDGET.match(after)) or words.startswith("去年")
    return rule == "deadline:start" and (words.endswith("以来") or words in ("从起", "自起", "从开始", "自开始"))


ORDER: dict[DeadlineKind, int] = {
    "fixed": 0,
    "relative": 0,
    "event": 0,
    "recurring": 1,
    "milestone": 2,
    "start": 2,
    "period": 3,
    "target": 3,
    "open": 4,
}
"""Which deadline a measure keeps when its text has several: a task's before a rhythm, a rhythm before a validity."""


def chosen(dues: list[Due], field: bool = False) -> tuple[Due | None, list[Due]]:
    """The deadline of a measure and the others; in a field the last of the best kind, as stages come first."""
    if not dues:
        return None, []
    best = min(ORDER[due.kind] for due in dues)
    first = [due for due in dues if ORDER[due.kind] == best][-1 if field else 0]
    return first, [due for due in dues if due is not first]


def found(folded: Folded, due: Due, actor: str | None = None, kind: DeadlineKind | None = None) -> FoundDeadline:
    """The record of a deadline."""
    return FoundDeadline(
        text=folded.words(due.start, due.end),
        span=folded.span(due.start, due.end),
        kind=kind or due.kind,
        date=due.date,
        precision=due.precision,
        offset=due.offset,
        anchor=due.anchor,
        actor=actor,
    )


def repeats(folded: Folded, due: Due) -> FoundRecurring:
    """The record of a rhythm."""
    return FoundRecurring(text=folded.words(due.start, due.end), every=due.every)
