"""Dates, ranges and lists as each language prints them.

In: ISO dates (`2027-06-30`). Out: words. Days are never abbreviated with ordinals; "by" a date includes
that day; in lists the year stands only where it changes. Arithmetic of deadlines is the ledger's.
"""

import datetime as dt
from collections.abc import Iterable

from milepost.books.wording.labels import Language
from milepost.ledger.records import Precision

MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
CHINESE_QUARTERS = "一二三四"
CHINESE_DIGITS = "〇一二三四五六七八九"
NO_BREAK = "\u00a0"
LIST_MARK = {"en": ", ", "zh": "、"}
CLAUSE_MARK = {"en": "; ", "zh": "；"}


def long_date(date: str, language: Language) -> str:
    """`15 June 2027`, 2027年6月15日."""
    day = dt.date.fromisoformat(date)
    if language == "zh":
        return f"{day.year}年{day.month}月{day.day}日"
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def short_date(date: str, language: Language) -> str:
    """For narrow columns, with the year: `20 Jun 2028`, 2028年6月20日."""
    if language == "zh":
        return long_date(date, language)
    return f"{day_month(date, language)}{NO_BREAK}{date[:4]}"


def day_month(date: str, language: Language) -> str:
    """For narrow columns, in the year that the table is about: `20 Jun`, 6月20日."""
    day = dt.date.fromisoformat(date)
    if language == "zh":
        return f"{day.month}月{day.day}日"
    return f"{day.day}{NO_BREAK}{month_name(day.month, language)}"


def month_name(month: int, language: Language) -> str:
    """`Jun`, 6月."""
    return f"{month}月" if language == "zh" else MONTHS[month - 1][:3]


def quarter_name(month: int, language: Language) -> str:
    """The quarter a month is in: `Q3`, 三季度."""
    quarter = (month - 1) // 3
    return f"{CHINESE_QUARTERS[quarter]}季度" if language == "zh" else f"Q{quarter + 1}"


def quarter_of_year(date: str, language: Language) -> str:
    """`Q3 2027`, 2027年三季度."""
    day = dt.date.fromisoformat(date)
    name = quarter_name(day.month, language)
    return f"{day.year}年{name}" if language == "zh" else f"{name} {day.year}"


def date_range(start: str, finish: str, language: Language) -> str:
    """`3 Dec 2024 to 22 Sep 2025`, 2027年6月10日至2028年3月15日."""
    joint = "至" if language == "zh" else " to "
    return short_date(start, language) + joint + short_date(finish, language)


def deadline_words(date: str, precision: Precision, language: Language) -> str:
    """A deadline in full: `by end of December 2026`, 2026年12月底前; `date` is the last good day."""
    day = dt.date.fromisoformat(date)
    last_of_month = (day + dt.timedelta(1)).day == 1
    match precision:
        case "quarter":
            name = quarter_of_year(date, language)
            return f"{name}末前" if language == "zh" else f"by end of {name}"
        case "half":
            return _half(day, language)
        case "year":
            return f"{day.year}年内" if language == "zh" else f"by end of {day.year}"
        case "month" if last_of_month:
            if language == "zh":
                return f"{day.year}年{day.month}月底前"
            return f"by end of {MONTHS[day.month - 1]} {day.year}"
        case _:
            words = long_date(date, language)
            return f"{words}前" if language == "zh" else f"by {words}"


def _half(day: dt.date, language: Language) -> str:
    """`first half of 2027`, 2027年上半年."""
    first = day.month <= 6
    if language == "zh":
        return f"{day.year}年{'上' if first else '下'}半年"
    return f"{'first' if first else 'second'} half of {day.year}"


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
    if language == "en" or not 0 < number < 100:
        return str(number)
    tens, ones = divmod(number, 10)
    ten = "" if tens == 0 else "十" if tens == 1 else CHINESE_DIGITS[tens] + "十"
    return ten + (CHINESE_DIGITS[ones] if ones else "")


def clock_time(moment: str, language: Language) -> str:
    """A date, with its time of day where one is printed: `2 December 2024, 14:42`, 2027年6月9日18:20."""
    date, _, time = moment.partition("T")
    if not time:
        return long_date(date, language)
    return long_date(date, language) + ("" if language == "zh" else ", ") + time[:5]


def listed(items: Iterable[str], language: Language) -> str:
    """A list in a cell: commas without a final "and", or 、."""
    return LIST_MARK[language].join(items)


def joined(parts: Iterable[str], language: Language) -> str:
    """Parts of one line, empty ones left out: "; " or ；."""
    return CLAUSE_MARK[language].join(part for part in parts if part)
