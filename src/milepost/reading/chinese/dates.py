"""What the words of a Chinese date come to: 9月底 of a document of 2027 is 2027-09-30.

In: the match of a row of `deadline_rows` and the days that the document fixes (`Days`). Out: the fields of a
deadline: kind, date, precision, offset, anchor. A month without a year takes the year of the document; a day
that no calendar has gives no date and says so. The rows themselves stand in `deadline_rows`.
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
from milepost.ledger.records import DeadlineKind, Every, Offset
from milepost.reading.chinese.numerals import number

Match = re.Match[str]


class Days(Struct, frozen=True):
    """What fixes the dates of a document: its day, its year, the day of the meeting it records."""

    issued: str | None = None
    year: int | None = None
    meeting: str | None = None


Found = Callable[[Match, Days], dict[str, object]]

Y = r"(?:(?P<y>\d{4}|[〇零○一二三四五六七八九]{4}) ?年|(?P<word>今年|本年度?|当年|明年|次年|去年))"
M = r"(?P<m>\d{1,2}|[一二三四五六七八九十]{1,3}) ?月(?:份)?"
D = r"(?P<d>\d{1,2}|[一二三四五六七八九十]{1,3}) ?[日号]"
AT = r"(?:于|在|至迟在|最迟)?"
BEFORE = r"(?:之前|以前|前后|前|止)?"
PART = r"(?P<part>底|末|上旬|中旬|下旬|初)?"
SPAN_UNIT = r"(?P<unit>个?工作日|个月|月|日|天|周|个?星期|个季度|年|小时)"
ISSUE = r"(?:印发|发布|公布|下发|发文|实施|施行|通过|批准|签发)"
OWN_NOUN = r"(?:意见|方案|通知|措施|办法|规定|细则|台账|计划|文件|决定|纪要|规划|要点)"
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
    "半月": Every(value=15, unit="day"),
    "半个月": Every(value=15, unit="day"),
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
    offset, other = _offset(match), match["anchor"].startswith("该")
    date = add_offset(days.issued, offset) if days.issued and offset and not other else None
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


def rhythm(match: Match, days: Days) -> dict[str, object]:
    """月调度、季通报: the shortest of the rhythms, which is printed first."""
    return {"kind": "recurring", "every": PERIODS.get(match.group()[0])}


def plan_period(match: Match, days: Days) -> dict[str, object]:
    """“十五五”期间: the five years of the fifteenth plan end with 2030, as the first began in 1953 and the
    sixth in 1981."""
    plan = number(match["five"].removesuffix("五"))
    return {
        "kind": "period",
        "date": end_of_year(1955 + 5 * plan) if plan and plan > 5 else None,
        "precision": "year",
    }


def without_date(kind: DeadlineKind) -> Found:
    """A row whose kind is all that it says."""
    return lambda match, days: {"kind": kind}


def before_event(match: Match, days: Days) -> dict[str, object]:
    """下次会议前: what must happen first has no date."""
    return {"kind": "event", "anchor": match["anchor"]}
