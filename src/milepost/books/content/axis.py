"""The time axis of timetable and road map: columns from the first day to the last, wide enough for a word.

In: the days to show and how many columns there is room for. Out: `Month` records: months while they fit, else
quarters, else years. Every day asked for lies on the axis.
"""

import calendar
import datetime as dt
from collections.abc import Iterable

from milepost.books.content.records import Language, Month
from milepost.books.wording.dates import month_name, quarter_name, quarter_of_year

LEAST_MONTHS = 13
SHOWN_BEFORE, SHOWN_AFTER = 6, 36
"""Months around today in which a promise is drawn; further ones stand in their row's words alone, so that a
text of long ago or for a far year does not squeeze this year's bars to a line."""


def axis(days: Iterable[str], today: str, room: int, language: Language) -> tuple[Month, ...]:
    """The columns that hold all days, at least the month of `today` and a year more."""
    all_days = sorted({today, *days})
    first = _month_number(all_days[0])
    last = max(_month_number(all_days[-1]), _month_number(today) + LEAST_MONTHS - 1)
    if last - first < room:
        return tuple(_column(n, 1, first, language) for n in range(first, last + 1))
    width = 3
    while _columns(first, last, width) > room:
        width = 12 if width == 3 else width + 12
    begin = first // width * width
    return tuple(_column(n, width, begin, language) for n in range(begin, last + 1, width))


def calendar_years(days: Iterable[str], today: str, room: int, language: Language) -> tuple[Month, ...]:
    """The columns of the whole calendar years that hold `today` and all days."""
    all_days = sorted({today, *days})
    first, end = int(all_days[0][:4]) * 12, int(all_days[-1][:4]) * 12 + 12
    width = 1 if end - first <= room else 3
    while _columns(first, end - 1, width) > room:
        width = 12 if width == 3 else width + 12
    return tuple(_column(n, width, first, language) for n in range(first, end, width))


def is_near(day: str, today: str) -> bool:
    """Whether a promise lies near enough to be drawn."""
    months = _month_number(day) - _month_number(today)
    return -SHOWN_BEFORE <= months <= SHOWN_AFTER


def _columns(first: int, last: int, width: int) -> int:
    """How many columns of so many months hold the months."""
    return last // width - first // width + 1


def _month_number(date: str) -> int:
    """Months since the year 0."""
    day = dt.date.fromisoformat(date)
    return day.year * 12 + day.month - 1


def _column(number: int, width: int, first: int, language: Language) -> Month:
    """A column with its words; the upper line stands where a quarter or a year begins."""
    year, month = divmod(number, 12)
    end_year, end_month = divmod(number + width - 1, 12)
    start = dt.date(year, month + 1, 1).isoformat()
    end = dt.date(end_year, end_month + 1, calendar.monthrange(end_year, end_month + 1)[1]).isoformat()
    upper = number == first or (month % 3 == 0 if width == 1 else month == 0)
    if width == 1:
        label, short, long = (
            month_name(month + 1, language),
            quarter_name(month + 1, language),
            quarter_of_year(start, language),
        )
    else:
        short = long = f"{year}年" if language == "zh" else str(year)
        label = quarter_name(month + 1, language) if width == 3 else _years(year, end_year, language)
    if width >= 12:
        short = long = ""
    return Month(
        first=start, last=end, label=label, quarter=short if upper else "", quarter_year=long if upper else ""
    )


def _years(first: int, last: int, language: Language) -> str:
    """`2027`, or `2027–28` when a column holds several years."""
    if first == last:
        return f"{first}年" if language == "zh" else str(first)
    return f"{first}—{last}年" if language == "zh" else f"{first}–{last % 100:02d}"
