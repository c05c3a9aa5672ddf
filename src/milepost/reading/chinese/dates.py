"""What the words of a Chinese date say: 9月底 is the end of September of a year that the document knows.

In: the match of a row of `deadline_rows`. Out: a `Phrase` of both languages' room `reading.deadlines`, whose
resolver knows what it comes to. Lengths of time and rhythms stand in `lengths`, the rows themselves in
`deadline_rows`.
"""

from collections.abc import Callable
from typing import Literal

from milepost.ledger.records import DeadlineKind
from milepost.reading.chinese.lengths import NUMERAL_1_31, Match, differ, length
from milepost.reading.chinese.numerals import number
from milepost.reading.deadlines.phrases import Anchors, CountsFrom, Phrase, SaidDate

Days = Anchors
"""What fixes the dates of a Chinese document: its day, its year, the day of the meeting it records."""
Said = Callable[[Match], Phrase]

Y = r"(?:(?P<y>\d{4}|[〇零○一二三四五六七八九]{4}) ?年|(?P<word>今年|本年度?|当年|明年|次年|来年|后年|去年))"
M = rf"(?P<m>{NUMERAL_1_31}) ?月(?:份)?"
D = rf"(?P<d>{NUMERAL_1_31}) ?[日号]"
HOUR = (
    r"(?:\((?:(?:星期|周|礼拜)[一二三四五六日天]|含(?:当[日天]|本数)?)\))?(?:(?:上午|下午|晚上?|中午|当日|零时)?"
    r"(?:\d{1,2}(?:[时点:](?:\d{1,2}分?|整|半)?)|下班|开学|零时|[一二三四五六七八九十]{1,2}[时点](?:整|半)?)?)?"
)
"""What may follow a day before 前: 24时, 下午5时, 下班, (星期五)."""
AT = r"(?:(?:至迟于|至迟在|最迟于|最迟在|最迟|不晚于|不迟于|于|在) ?)?"
BEFORE = r"(?:之前|以前|前后|前|止)?"
PART = r"(?P<part>底|末|上旬|中旬|下旬|初)?"
ISSUE = r"(?:印发|发布|公布|下发|发文|实施|施行|通过|批准|签发|生效)"
OWN_NOUN = r"(?:意见|方案|通知|措施|办法|规定|细则|台账|计划|文件|决定|纪要|规划|要点)"
QUARTER = r"第?(?P<q>[一二三四1-4])季度"

THIRDS: dict[str, Literal[1, 2, 3]] = {"上旬": 1, "初": 1, "中旬": 2, "下旬": 3}
"""The parts of a month: early is its first ten days."""
YEARS_ON = {"今": 0, "本": 0, "当": 0, "明": 1, "次": 1, "来": 1, "后": 2, "去": -1}
WEEKDAYS = "一二三四五六日"


def _printed(match: Match, group: str) -> int | None:
    """The number of a group, where the row has it and the text prints it."""
    words = match[group] if group in match.re.groupindex else None
    return number(words) if words else None


def _date(
    match: Match,
    *,
    year: int | None = None,
    month: int | None = None,
    day: int | None = None,
    part: str | None = None,
    quarter: int | None = None,
    half: int | None = None,
) -> SaidDate:
    """A date with the year that the match says, else the document's."""
    word = match["word"] if "word" in match.re.groupindex else None
    return SaidDate(
        year=year if year is not None else _printed(match, "y"),
        years_on=YEARS_ON.get(word[0]) if word else None,
        month=month,
        day=day,
        third=THIRDS.get(part or ""),
        quarter=quarter,
        half=half,
    )


def fixed_day(match: Match) -> Phrase:
    """2027年6月30日前, 3月15日前."""
    return Phrase(kind="fixed", date=_date(match, month=_printed(match, "m"), day=_printed(match, "d")))


def fixed_month(match: Match) -> Phrase:
    """2027年6月底前, 8月底, 6月中旬."""
    return Phrase(kind="fixed", date=_date(match, month=_printed(match, "m") or 0, part=match["part"]))


def fixed_quarter(match: Match) -> Phrase:
    """第三季度, 2027年第四季度."""
    return Phrase(kind="fixed", date=_date(match, quarter=_printed(match, "q")))


def fixed_half(match: Match) -> Phrase:
    """2027年上半年."""
    return Phrase(kind="fixed", date=_date(match, half=1 if match["half"] == "上" else 2))


def fixed_year(match: Match) -> Phrase:
    """年底前, 2028年底前."""
    return Phrase(kind="fixed", date=_date(match))


def own_month(match: Match) -> Phrase:
    """本月底前, 下月10日前."""
    return Phrase(
        kind="fixed",
        date=SaidDate(
            months_on=0 if match["on"] in ("本", "当", "这个") else 1,
            day=_printed(match, "d"),
            third=THIRDS.get(match["part"] or ""),
        ),
    )


def own_quarter(match: Match) -> Phrase:
    """本季度末前, 下季度."""
    return Phrase(kind="fixed", date=SaidDate(quarters_on=0 if match["on"] == "本" else 1))


def own_week(match: Match) -> Phrase:
    """本周五前, 下周内."""
    day = match["day"]
    weekday = 7 if not day or day in "末内日天" else WEEKDAYS.index(day) + 1
    return Phrase(kind="fixed", date=SaidDate(weeks_on=0 if match["on"] == "本" else 1, weekday=weekday))


def as_kind(kind: DeadlineKind, said: Said) -> Said:
    """A reader whose date is of another kind: 到2028年6月底 is a target."""

    def read(match: Match) -> Phrase:
        return Phrase(kind=kind, date=said(match).date)

    return read


def school_term(match: Match) -> Phrase:
    """秋季开学前: the end of August; 春季开学前: the end of February."""
    month = 8 if match["season"] == "秋" else 2
    return Phrase(kind="fixed", date=_date(match, month=month, part="下旬"))


def period(match: Match) -> Phrase:
    """2029年1月1日至12月31日: the date is its last day."""
    year = _printed(match, "y2") or _printed(match, "y")
    last = _date(
        match, year=year, month=_printed(match, "m2"), day=_printed(match, "d2"), part=match["part2"]
    )
    return Phrase(kind="period", date=last)


def period_in_month(match: Match) -> Phrase:
    """10月1日至7日."""
    return Phrase(kind="period", date=_date(match, month=_printed(match, "m"), day=_printed(match, "d2")))


def years(match: Match) -> Phrase:
    """2027—2028年."""
    last = number(match["y2"]) or 0
    if last < 100:
        last += (number(match["y1"]) or 0) // 100 * 100
    return Phrase(kind="period", date=SaidDate(year=last))


def start_day(match: Match) -> Phrase:
    """自2028年7月1日起; no date that must be kept."""
    month = _printed(match, "m")
    said = match["m"] or match["y"] or match["word"]
    date = _date(match, month=month, day=_printed(match, "d")) if said else None
    return Phrase(kind="start", date=date)


def _counted(match: Match, counts_from: CountsFrom, anchor: str | None) -> Phrase:
    """A length of time from what it counts from."""
    return Phrase(
        kind="relative",
        offset=length(match),
        anchor=anchor,
        counts_from=counts_from,
        doubt="number" if differ(match) else None,
    )


def after_issue(match: Match) -> Phrase:
    """本方案印发之日起30日内: counted from the day of the document, where it is this document's."""
    anchor = match["anchor"]
    counts_from: CountsFrom = "issued"
    if anchor.startswith("该"):
        counts_from = "event"
    elif "施行" in anchor or "实施" in anchor or "生效" in anchor:
        counts_from = "effective"
    return _counted(match, counts_from, anchor)


def after_event(match: Match) -> Phrase:
    """收到申请后5个工作日内: what starts the count has no date here."""
    return _counted(match, "event", match["anchor"])


def after_meeting(match: Match) -> Phrase:
    """会后一周内: counted from the meeting that the document records."""
    return _counted(match, "meeting", match["anchor"])


def within(match: Match) -> Phrase:
    """一周内: counted from the meeting in minutes, elsewhere from a base that the reader does not know."""
    return _counted(match, "unsaid", None)


def stretch(match: Match) -> Phrase:
    """在两年之内对其实行…: how long something holds."""
    return Phrase(kind="period", offset=length(match), counts_from="event")


def plan_period(match: Match) -> Phrase:
    """“十五五”期间: the five years of the fifteenth plan end with 2030, as the first began in 1953 and the
    sixth in 1981."""
    plan = number(match["five"].removesuffix("五"))
    return Phrase(kind="period", date=SaidDate(year=1955 + 5 * plan) if plan and plan > 5 else None)


def without_date(kind: DeadlineKind) -> Said:
    """A row whose kind is all that it says."""
    return lambda match: Phrase(kind=kind)


def before_event(match: Match) -> Phrase:
    """下次会议前: what must happen first has no date."""
    return Phrase(kind="event", anchor=match["anchor"], counts_from="event")
