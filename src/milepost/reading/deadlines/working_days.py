"""Working days from a day, by the public holidays of a region and the weekend days worked for them.

In: an ISO day, a number, a region ("CN", "GB", "US-NY"). Out: the day, and whether the holidays of every year
touched are published; where they are not, the day is provisional. The library of holidays is loaded only when
a document counts working days. Calendars of whole plans are planning's.
"""

import datetime as dt
from functools import lru_cache
from typing import TYPE_CHECKING

from milepost.reading.source import Unreadable

if TYPE_CHECKING:
    from holidays import HolidayBase

SATURDAY = 5
ANNOUNCED = frozenset({"CN"})
"""Regions whose holidays are fixed year by year by a decision: a year without make-up days has none yet."""
LONGEST = 2000
"""More working days than this (eight years) are a slip of the pen and get no date."""


def add_working_days(day: str, number: int, region: str) -> tuple[str | None, bool]:
    """The day that N working days come to, counted from the day after, and whether the holidays are
    published; Unreadable when nobody keeps the region's holidays."""
    table = holidays_of(region.strip().upper())
    at, left, published = dt.date.fromisoformat(day), number, True
    if not 0 <= number <= LONGEST or at.year > dt.MAXYEAR - 20:
        return None, True
    while left:
        at += dt.timedelta(1)
        left -= is_worked(table, at)
        published = published and is_published(table, at.year)
    return at.isoformat(), published


@lru_cache(maxsize=8)
def holidays_of(region: str) -> "HolidayBase":
    """The holidays of a region, years filled in as they are asked for."""
    import holidays

    country, _, part = region.partition("-")
    try:
        return holidays.country_holidays(country, subdiv=part or None)
    except (NotImplementedError, KeyError):
        raise Unreadable(
            f'"{region}" is no region with a holiday calendar. Write a country code such as CN or GB.'
        ) from None


def is_worked(table: "HolidayBase", day: dt.date) -> bool:
    """Whether a day is worked: a weekday that is no holiday, or a weekend day worked in exchange."""
    rested = day in table  # also fills in the year
    return day in table.weekend_workdays or (day.weekday() < SATURDAY and not rested)


def is_published(table: "HolidayBase", year: int) -> bool:
    """Whether the holidays of a year that was asked for are decided."""
    return table.country not in ANNOUNCED or any(day.year == year for day in table.weekend_workdays)
