"""The days a plan runs over as one axis of calendar days, with each calendar's working days and each wait
on it.

In: first day, length, calendars, lags. Out: an `Axis`: day 0 is the first day; `number[c][d]` is the
working-day number of the first working day of calendar c on or after day d, `day[c][n]` turns it back,
`waits[w][d]` is the day that an event on day d lets the next one happen. An event is the start of a day: a
finish counts as the start of the day after. Afterwards placing steps is plain indexing, whatever the
calendars. Not here: steps and links.
"""

import bisect
import datetime as dt

from milepost.ledger.deadlines import add_months
from milepost.ledger.records import Lag
from milepost.planning.calendar import WorkCalendar

WORKING_WEEK = 5
MONTHS = {"month": 1, "quarter": 3, "year": 12}
NO_WAIT = 0
"""The number of the wait that lets the next thing happen at once."""


class BeyondCalendar(ValueError):
    """The plan needs days after the year 9999."""


class OffAxis(ValueError):
    """Something falls beyond the last day of the axis; a longer axis is needed."""


class Axis:
    """A stretch of calendar days, numbered from 0, with working days and waits as arrays."""

    def __init__(self, first: dt.date, length: int, calendars: list[WorkCalendar]):
        """Lay out the days; BeyondCalendar when they would pass the year 9999."""
        self.first, self.length, self.calendars = first.toordinal(), length, calendars
        if self.first + length >= dt.date.max.toordinal():
            raise BeyondCalendar(
                "The plan needs days after the year 9999. Shorten its steps or raise capacities."
            )
        self.number: list[list[int]] = []
        self.day: list[list[int]] = []
        for calendar in calendars:
            self._lay_out(calendar)
        self.waits: list[list[int]] = [list(range(length + 1))]
        self._known: dict[tuple[Lag, bool, int], int] = {}

    def wait(self, lag: Lag | None, from_finish: bool, calendar: int) -> int:
        """The number of the wait that a lag means; working days run in the calendar given (the
        successor's)."""
        if lag is None or lag.value == 0:
            return NO_WAIT
        key = (lag, from_finish, calendar)
        if key not in self._known:
            self._known[key] = len(self.waits)
            self.waits.append(
                [self._later(lag, event, from_finish, calendar) for event in range(self.length + 1)]
            )
        return self._known[key]

    def at(self, date: str | dt.date) -> int:
        """The axis day of a date, held inside the axis."""
        day = dt.date.fromisoformat(date) if isinstance(date, str) else date
        return min(max(day.toordinal() - self.first, 0), self.length)

    def date(self, day: int) -> dt.date:
        """The date of an axis day."""
        return dt.date.fromordinal(self.first + day)

    def last_number(self, day: int, calendar: int) -> int:
        """The working-day number of the last working day on or before an axis day; -1 when there is none."""
        return self.number[calendar][day + 1] - 1 if day < self.length else len(self.day[calendar]) - 1

    def latest_event(self, wait: int, event: int) -> int:
        """The latest event after which a wait still lets the next event happen on the day given; -1 for
        none."""
        return bisect.bisect_right(self.waits[wait], event) - 1

    def _lay_out(self, calendar: WorkCalendar) -> None:
        """Add one calendar's arrays; numbers on the axis count from 0."""
        base = calendar.up_to(self.first - 1) + 1
        number = [calendar.up_to(self.first + day - 1) + 1 - base for day in range(self.length + 1)]
        self.number.append(number)
        self.day.append([calendar.ordinal_of(base + at) - self.first for at in range(number[-1])])

    def _later(self, lag: Lag, event: int, from_finish: bool, calendar: int) -> int:
        """The event that a lag after an event allows, held inside the axis."""
        if lag.unit in MONTHS:
            anchor = self.date(event) - dt.timedelta(1) if from_finish else self.date(event)
            months = lag.value * MONTHS[lag.unit]
            moved = dt.date.fromisoformat(add_months(anchor.isoformat(), months)).toordinal() - self.first
            return min(max(moved + from_finish, 0), self.length)
        if lag.days == "calendar":
            return min(max(event + lag.value * (7 if lag.unit == "week" else 1), 0), self.length)
        days = lag.value * (WORKING_WEEK if lag.unit == "week" else 1)
        number = max(self.number[calendar][event] + days, 0)
        return self.day[calendar][number] if number < len(self.day[calendar]) else self.length
