"""Arithmetic of deadlines: the last good day of a date with its precision, and a length of time added to a
day.

In: years, months, quarters, offsets. Out: ISO dates (`2027-06-30`). The rules are domain.md section 9: a
month lasts to its last day, early/mid/late are the 10th, the 20th and the last day, N days from an anchor
count from the day after it, N months keep the day number or take the month's last day. No holidays here:
offsets in working days need a calendar, which is planning's.
"""

import calendar
import datetime as dt

from milepost.ledger.records import Offset, Precision


def end_of_month(year: int, month: int) -> str:
    """The last day of a month; ValueError when there is no such month."""
    return dt.date(year, month, calendar.monthrange(year, month)[1]).isoformat()


def end_of_quarter(year: int, quarter: int) -> str:
    """The last day of a quarter, 1 to 4."""
    return end_of_month(year, quarter * 3)


def end_of_half(year: int, half: int) -> str:
    """The last day of a half-year, 1 or 2."""
    return end_of_month(year, half * 6)


def end_of_year(year: int) -> str:
    """31 December of a year."""
    return f"{year:04d}-12-31"


def real_day(year: int, month: int, day: int) -> str | None:
    """The ISO date, or None when the calendar has no such day (30 February)."""
    try:
        return dt.date(year, month, day).isoformat()
    except ValueError:
        return None


def last_good_day(date: str, precision: Precision) -> str:
    """The last day that keeps a promise of this precision: 2027-05-03 as a quarter is 2027-06-30."""
    day = dt.date.fromisoformat(date)
    match precision:
        case "month":
            return end_of_month(day.year, day.month)
        case "quarter":
            return end_of_quarter(day.year, (day.month + 2) // 3)
        case "half":
            return end_of_half(day.year, 1 if day.month <= 6 else 2)
        case "year":
            return end_of_year(day.year)
        case _:
            return date


def add_months(date: str, months: int) -> str:
    """The same day number `months` later, else the month's last day: 2027-01-31 + 1 is 2027-02-28."""
    day = dt.date.fromisoformat(date)
    years, month = divmod(day.month - 1 + months, 12)
    year, month = day.year + years, month + 1
    return dt.date(year, month, min(day.day, calendar.monthrange(year, month)[1])).isoformat()


def add_offset(anchor: str, offset: Offset) -> str | None:
    """The day an offset comes to, counted from the day after the anchor; None for hours, for working days
    and for a day beyond the calendar's end."""
    if offset.unit == "hour" or offset.days == "working":
        return None
    try:
        if offset.unit in ("day", "week"):
            days = offset.value * (7 if offset.unit == "week" else 1)
            return (dt.date.fromisoformat(anchor) + dt.timedelta(days)).isoformat()
        months = offset.value * {"month": 1, "quarter": 3, "year": 12}[offset.unit]
        return add_months(anchor, months)
    except (OverflowError, ValueError):
        return None
