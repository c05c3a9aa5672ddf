"""Working calendars: which days are worked in a region, and whole numbers for those days.

In: a region code ("CN", "GB"; None means weekdays only). Out: a `WorkCalendar` that turns dates into
working-day numbers and back, and adds and counts working days. Afterwards planning adds and compares plain
numbers. A make-up day (a weekend day worked in exchange for a day off) counts as worked. A year whose make-up
days are not published yet is provisional. Not here: lags in months, which `axis` keeps.
"""

import datetime as dt
from collections.abc import Mapping
from functools import lru_cache
from typing import Literal

from milepost.ledger.records import Unit

FIRST = dt.date(2000, 1, 1).toordinal()
LAST = dt.date(2060, 12, 31).toordinal()
"""Holidays are looked up between these days; outside them weekdays alone count."""

WEEKDAYS_ONLY = ("", "none", "weekdays")
"""What stands in a settings cell for a calendar without holidays."""

DayKind = Literal["work", "rest", "makeup"]


class UnknownRegion(ValueError):
    """A region that has no holiday calendar; the sentence says what to write instead."""


class WorkCalendar:
    """The working days of one region; number 1 is 1 January of the year 1, so numbers never shift."""

    def __init__(
        self, region: str | None, worked: frozenset[int], rested: frozenset[int], published: int | None
    ):
        """Take make-up days and holidays as day ordinals, and the last year whose make-up days are known."""
        self.region = region
        self.name = region or "weekdays"
        self.published = published
        self._worked = worked
        self._before = _weekdays_until(FIRST - 1)
        self._days = [
            day for day in range(FIRST, LAST + 1) if day in worked or (_weekday(day) and day not in rested)
        ]
        self._numbers = _running_numbers(self._days, self._before)

    def up_to(self, ordinal: int) -> int:
        """The number of the last working day on or before a day ordinal."""
        if ordinal < FIRST:
            return _weekdays_until(ordinal)
        if ordinal > LAST:
            return self._numbers[-1] + _weekdays_until(ordinal) - _weekdays_until(LAST)
        return self._numbers[ordinal - FIRST]

    def ordinal_of(self, number: int) -> int:
        """The day ordinal of a working-day number."""
        if number <= self._before:
            return _nth_weekday(number)
        if number <= self._numbers[-1]:
            return self._days[number - self._before - 1]
        return _nth_weekday(number - self._numbers[-1] + _weekdays_until(LAST))

    def is_working(self, day: dt.date) -> bool:
        """Whether the day is worked, make-up days included."""
        return self.up_to(day.toordinal()) != self.up_to(day.toordinal() - 1)

    def kind_of_day(self, day: dt.date) -> DayKind:
        """Work, rest, or a make-up day."""
        if day.toordinal() in self._worked:
            return "makeup"
        return "work" if self.is_working(day) else "rest"

    def provisional(self, year: int) -> bool:
        """Whether the make-up days of the year are not published yet."""
        return self.published is not None and year > self.published

    def number(self, day: dt.date) -> int:
        """The number of the first working day on or after a day."""
        return self.up_to(day.toordinal() - 1) + 1

    def date(self, number: int) -> dt.date:
        """The day of a working-day number."""
        return dt.date.fromordinal(self.ordinal_of(number))

    def next_working(self, day: dt.date) -> dt.date:
        """The day itself when it is worked, else the next one that is."""
        return self.date(self.number(day))

    def last_working(self, day: dt.date) -> dt.date:
        """The day itself when it is worked, else the last one before it that is."""
        return self.date(self.up_to(day.toordinal()))

    def add(self, day: dt.date, days: int) -> dt.date:
        """The day that N working days from a day come to, counted from the day after it (0: the last
        working day)."""
        return self.date(self.up_to(day.toordinal()) + days)

    def count(self, first: dt.date, last: dt.date) -> int:
        """How many working days lie in [first, last]; 0 when last is before first."""
        return max(0, self.up_to(last.toordinal()) - self.up_to(first.toordinal() - 1))


def work_calendar(region: str | None) -> WorkCalendar:
    """The calendar of a region, made once; UnknownRegion when nobody keeps its holidays."""
    return _made(
        None if region is None or region.strip().lower() in WEEKDAYS_ONLY else region.strip().upper()
    )


def unit_calendars(units: tuple[Unit, ...], region: str | None) -> Mapping[str, WorkCalendar]:
    """The calendar each unit works by: its own, else the plan's."""
    return {unit.id: work_calendar(unit.calendar if unit.calendar else region) for unit in units}


@lru_cache(maxsize=32)
def _made(region: str | None) -> WorkCalendar:
    """Build the calendar of a tidy region code."""
    if region is None:
        return WorkCalendar(None, frozenset(), frozenset(), None)
    import holidays

    years = range(dt.date.fromordinal(FIRST).year, dt.date.fromordinal(LAST).year + 1)
    country, _, part = region.partition("-")
    try:
        found = holidays.country_holidays(country, subdiv=part or None, years=years)
    except (NotImplementedError, KeyError) as error:
        raise UnknownRegion(
            f'"{region}" is no region with a holiday calendar. Write a country code such as CN or GB, '
            'or "none" for weekdays only.'
        ) from error
    worked = frozenset(day.toordinal() for day in getattr(found, "weekend_workdays", ()))
    published = max((dt.date.fromordinal(day).year for day in worked), default=None)
    return WorkCalendar(region, worked, frozenset(day.toordinal() for day in found) - worked, published)


def _running_numbers(days: list[int], before: int) -> list[int]:
    """For every ordinal from FIRST to LAST the number of the last working day on or before it."""
    numbers, at = [], 0
    for ordinal in range(FIRST, LAST + 1):
        if at < len(days) and days[at] == ordinal:
            at += 1
        numbers.append(before + at)
    return numbers


def _weekday(ordinal: int) -> bool:
    """Whether a day ordinal is a Monday to Friday; ordinal 1 is a Monday."""
    return (ordinal - 1) % 7 < 5


def _weekdays_until(ordinal: int) -> int:
    """How many Mondays to Fridays there are in ordinals 1 to N."""
    return 5 * (ordinal // 7) + min(ordinal % 7, 5)


def _nth_weekday(number: int) -> int:
    """The ordinal of the N-th Monday to Friday."""
    weeks, rest = divmod(number - 1, 5)
    return 7 * weeks + rest + 1
