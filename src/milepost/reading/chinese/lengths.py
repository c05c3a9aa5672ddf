"""Lengths of time and rhythms in Chinese: 30日, 两周, 半年; 每月28日前, 每年1月、7月, 月调度.

In: the match of a row of `deadline_rows`. Out: an `Offset`, or the `Phrase` of a rhythm. What a length counts
from stands in `dates`.
"""

import re

from milepost.ledger.records import Every, Offset
from milepost.reading.chinese.numerals import number
from milepost.reading.deadlines.phrases import Phrase
from milepost.reading.patterns import pattern

Match = re.Match[str]

NUMERAL_1_31 = r"(?:\d{1,2}|[一二三四五六七八九十]{1,3})"
SPAN_UNIT = r"(?P<unit>个?工作日|个月|月|日|天|周|个?星期|个季度|年|小时)"

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
HALVES: dict[str, Offset] = {
    "年": Offset(value=6, unit="month"),
    "月": Offset(value=15, unit="day"),
    "天": Offset(value=12, unit="hour"),
    "日": Offset(value=12, unit="hour"),
}
"""半年 is six months and 半个月 fifteen days."""
PERIODS: dict[str, Every] = {
    "年": Every(value=1, unit="year"),
    "年度": Every(value=1, unit="year"),
    "半年": Every(value=1, unit="half"),
    "半月": Every(value=15, unit="day"),
    "半个月": Every(value=15, unit="day"),
    "季": Every(value=1, unit="quarter"),
    "季度": Every(value=1, unit="quarter"),
    "个季度": Every(value=1, unit="quarter"),
    "月": Every(value=1, unit="month"),
    "月度": Every(value=1, unit="month"),
    "个月": Every(value=1, unit="month"),
    "旬": Every(value=10, unit="day"),
    "周": Every(value=1, unit="week"),
    "星期": Every(value=1, unit="week"),
    "日": Every(value=1, unit="day"),
    "天": Every(value=1, unit="day"),
}
MONTHS_NAMED = pattern(rf"({NUMERAL_1_31}) ?月")


def length(match: Match) -> Offset | None:
    """The length of time of a match: 30日, 5个工作日, 两周, 半年; None where two numerals differ."""
    unit = UNITS.get(match["unit"].removeprefix("个"))
    if match["n"] == "半":
        return HALVES.get(match["unit"].removeprefix("个"))
    value = number(match["n"])
    if value is None or unit is None or differ(match):
        return None
    return Offset(value=value, unit=unit.unit, days=unit.days)


def differ(match: Match) -> bool:
    """Whether a numeral and the digits in brackets behind it say two numbers: 十五(20)日."""
    twice = match.groupdict().get("twice")
    return bool(twice) and number(twice or "") != number(match["n"])


def recurring(match: Match) -> Phrase:
    """每年2月底前, 每月28日前, 每两年, 每年1月、7月."""
    every = PERIODS.get(match["every"])
    value = number(match["times"]) if match["times"] else 1
    if every and value:
        every = Every(value=every.value * value, unit=every.unit)
    return Phrase(kind="recurring", every=_within_year(match) or every)


def _within_year(match: Match) -> Every | None:
    """Months named at equal distances in a year are a rhythm of their own: 每年1月、7月 is each half-year."""
    if match["every"] != "年" or match["times"]:
        return None
    months = [number(found) or 0 for found in MONTHS_NAMED.findall(match.group())]
    if len(months) < 2:
        return None
    steps = {(b - a) % 12 for a, b in zip(months, months[1:] + months[:1], strict=True)}
    if len(steps) != 1 or 12 % len(months):
        return None
    named = {2: Every(value=1, unit="half"), 4: Every(value=1, unit="quarter")}
    return named.get(len(months), Every(value=12 // len(months), unit="month"))


def rhythm(match: Match) -> Phrase:
    """月调度、季通报: the shortest of the rhythms, which is printed first; 按季度."""
    return Phrase(kind="recurring", every=PERIODS.get(match.groupdict().get("every") or match.group()[0]))
