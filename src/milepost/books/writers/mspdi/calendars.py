"""Calendars of the file: the working week, and each stretch of days that differ from it.

In: the project's calendars. Out: their elements. Days off and make-up workdays are exceptions; a make-up day
has the hours of a workday.
"""

from collections.abc import Iterable
from datetime import date

from milepost.books.content.records.project import DaysOff, ProjectCalendar
from milepost.books.writers.mspdi.elements import Element, add, put

SUNDAY, SATURDAY = 1, 7
HOURS = (("08:00:00", "12:00:00"), ("13:00:00", "17:00:00"))
DAILY = 1


def write_calendars(parent: Element, calendars: Iterable[ProjectCalendar]) -> None:
    """All calendars."""
    held = add(parent, "Calendars")
    for calendar in calendars:
        made = add(held, "Calendar")
        put(
            made,
            (
                ("UID", calendar.number),
                ("Name", calendar.name),
                ("IsBaseCalendar", True),
                ("BaseCalendarUID", -1),
            ),
        )
        week = add(made, "WeekDays")
        for day in range(SUNDAY, SATURDAY + 1):
            works = SUNDAY < day < SATURDAY
            one = add(week, "WeekDay")
            put(one, (("DayType", day), ("DayWorking", works)))
            if works:
                _hours(one)
        if calendar.exceptions:
            days = add(made, "Exceptions")
            for exception in calendar.exceptions:
                _exception(days, exception)


def _exception(parent: Element, days: DaysOff) -> None:
    """A stretch of days off, or of days worked."""
    made = add(parent, "Exception")
    put(made, (("EnteredByOccurrences", False),))
    put(
        add(made, "TimePeriod"),
        (("FromDate", f"{days.first}T00:00:00"), ("ToDate", f"{days.last}T23:59:00")),
    )
    count = (date.fromisoformat(days.last) - date.fromisoformat(days.first)).days + 1
    put(made, (("Occurrences", count), ("Name", days.name), ("Type", DAILY), ("DayWorking", days.works)))
    if days.works:
        _hours(made)


def _hours(parent: Element) -> None:
    """The hours of a workday."""
    times = add(parent, "WorkingTimes")
    for start, finish in HOURS:
        put(add(times, "WorkingTime"), (("FromTime", start), ("ToTime", finish)))
