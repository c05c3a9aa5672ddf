"""Dates, ranges and lists as each language prints them.

In: ISO dates (`2027-06-30`). Out: words. Days are never abbreviated with ordinals; "by" a date includes
that day; in lists the year stands only where it changes. Arithmetic of deadlines is the ledger's.
"""

import datetime as dt
from collections.abc import Iterable
from functools import lru_cache

from milepost.books.wording.labels import Language, label, script, words
from milepost.ledger.records import Precision

CHINESE_DIGITS = "〇一二三四五六七八九"
NO_BREAK = "\u00a0"


@lru_cache(maxsize=20_000)
def _by_pattern(date: str, key: str, language: Language) -> str:
    """A day by a pattern of the catalogue, with the month names of the language."""
    from babel.dates import format_date

    return format_date(dt.date.fromisoformat(date), label(key, language), locale=language)


def long_date(date: str, language: Language) -> str:
    """`15 June 2027`, 2027年6月15日."""
    return _by_pattern(date, "date.long", language)


def short_date(date: str, language: Language) -> str:
    """For narrow columns, with the year: `20 Jun 2028`, 2028年6月20日."""
    return _by_pattern(date, "date.short", language)


def day_month(date: str, language: Language) -> str:
    """For narrow columns, in the year that the table is about: `20 Jun`, 6月20日."""
    return _by_pattern(date, "date.day_month", language)


def month_name(month: int, language: Language) -> str:
    """`Jun`, 6月."""
    return _by_pattern(f"2000-{month:02d}-01", "date.month", language)


def quarter_name(month: int, language: Language) -> str:
    """The quarter a month is in: `Q3`, 三季度."""
    return label(f"date.quarter_{(month - 1) // 3 + 1}", language)


def quarter_of_year(date: str, language: Language) -> str:
    """`Q3 2027`, 2027年三季度."""
    name = quarter_name(int(date[5:7]), language)
    return words("date.quarter_of_year", language, quarter=name, year=date[:4])


def date_range(start: str, finish: str, language: Language) -> str:
    """`3 Dec 2024 to 22 Sep 2025`, 2027年6月10日至2028年3月15日."""
    first, last = short_date(start, language), short_date(finish, language)
    return words("date.range", language, start=first, finish=last)


def deadline_words(date: str, precision: Precision, language: Language) -> str:
    """A deadline in full: `by end of December 2026`, 2026年12月底前; `date` is the last good day."""
    day = dt.date.fromisoformat(date)
    match precision:
        case "quarter":
            return words("date.by_quarter", language, quarter=quarter_of_year(date, language))
        case "half":
            return words(f"date.{'first' if day.month <= 6 else 'second'}_half", language, year=day.year)
        case "year":
            return words("date.by_year", language, year=day.year)
        case "month" if (day + dt.timedelta(1)).day == 1:
            month = _by_pattern(date, "date.month_of_year", language)
            return words("date.by_month", language, month=month)
        case _:
            return words("date.by_day", language, day=long_date(date, language))


def run_of_dates(dates: Iterable[str], year: int, language: Language) -> tuple[str, ...]:
    """Narrow dates one under the other, the year only where it differs from the one before (at first
    `year`)."""
    shown: list[str] = []
    for date in dates:
        same = int(date[:4]) == year
        shown.append(day_month(date, language) if same else short_date(date, language))
        year = int(date[:4])
    return tuple(shown)


def ordinal(number: int, language: Language) -> str:
    """The number of a sitting as it is printed: `20`, 二十; from a hundred on in digits."""
    if script(language) == "en" or not 0 < number < 100:
        return str(number)
    tens, ones = divmod(number, 10)
    ten = "" if tens == 0 else "十" if tens == 1 else CHINESE_DIGITS[tens] + "十"
    return ten + (CHINESE_DIGITS[ones] if ones else "")


def clock_time(moment: str, language: Language) -> str:
    """A date, with its time of day where one is printed: `2 December 2024, 14:42`, 2027年6月9日18:20."""
    date, _, time = moment.partition("T")
    if not time:
        return long_date(date, language)
    return words("date.clock", language, day=long_date(date, language), time=time[:5])


def listed(items: Iterable[str], language: Language) -> str:
    """A list in a cell: commas without a final "and", or 、."""
    return label("list.items", language).join(items)


def joined(parts: Iterable[str], language: Language) -> str:
    """Parts of one line, empty ones left out: "; " or ；."""
    return label("list.parts", language).join(part for part in parts if part)
