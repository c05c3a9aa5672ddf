"""The working days of a project file: calendars with their exceptions, and spans that agree with them.

In: the regions whose days are counted. Out: `ProjectDays`: the calendar of a region, and for a first and last
day the moments and the working minutes between them. A program that computes dates moves a row whose dates
and length disagree; these never do: a day off at an end is put on the working day inside, and a span without
a working day becomes a moment. Not here: rows.
"""

import datetime as dt
from collections.abc import Iterable, Iterator

from msgspec import Struct

from milepost.books.content.records.project import DaysOff, ProjectCalendar
from milepost.books.wording.labels import Language, label, words
from milepost.planning.calendar import WorkCalendar, work_calendar

DAY_MINUTES = 480
MORNING, EVENING = "T08:00:00", "T17:00:00"


class Span(Struct, frozen=True):
    """From a moment to a moment, in working minutes."""

    start: str
    finish: str
    minutes: int


class ProjectDays:
    """Calendars by region, numbered from 1 in the order in which they are first asked for."""

    def __init__(self, region: str | None) -> None:
        """The plan's own region has number 1."""
        self.plan = work_calendar(region)
        self._known: dict[str, tuple[int, WorkCalendar]] = {self.plan.name: (1, self.plan)}

    def of(self, region: str | None) -> WorkCalendar:
        """The calendar of a unit's region, the plan's where it has none."""
        calendar = work_calendar(region) if region else self.plan
        return self._known.setdefault(calendar.name, (len(self._known) + 1, calendar))[1]

    def number(self, calendar: WorkCalendar) -> int | None:
        """The number of a calendar that isn't the plan's."""
        number = self._known[calendar.name][0]
        return None if number == 1 else number

    def calendars(self, first: str, last: str, language: Language) -> tuple[ProjectCalendar, ...]:
        """All calendars with their exceptions in the years of the plan."""
        start, end = dt.date(int(first[:4]), 1, 1), dt.date(int(last[:4]), 12, 31)
        return tuple(
            ProjectCalendar(
                number=number,
                name=_name(calendar, language),
                exceptions=tuple(_exceptions(calendar, start, end, language)),
            )
            for number, calendar in self._known.values()
        )

    def unpublished(self, last: str) -> int | None:
        """The first year of the plan whose make-up days nobody has published yet."""
        found = [
            calendar.published + 1
            for _, calendar in self._known.values()
            if calendar.published is not None and calendar.provisional(int(last[:4]))
        ]
        return min(found, default=None)


def _name(calendar: WorkCalendar, language: Language) -> str:
    """The name of a calendar."""
    region = calendar.region or label("project.weekdays", language)
    return words("project.calendar", language, region=region)


def span(first: str, last: str, calendar: WorkCalendar) -> Span:
    """The working time from a first to a last day; without any, the evening before."""
    begin = calendar.next_working(dt.date.fromisoformat(first))
    end = calendar.last_working(dt.date.fromisoformat(last))
    if begin > end:
        return moment(last, calendar)
    return Span(f"{begin}{MORNING}", f"{end}{EVENING}", DAY_MINUTES * calendar.count(begin, end))


def moment(day: str, calendar: WorkCalendar) -> Span:
    """The evening of a day, or of the last working day before it."""
    at = f"{calendar.last_working(dt.date.fromisoformat(day))}{EVENING}"
    return Span(at, at, 0)


def around(spans: Iterable[Span], calendar: WorkCalendar) -> Span:
    """From the first start to the last finish of some rows, in the working minutes of the calendar."""
    held = list(spans)
    start, finish = min(one.start for one in held), max(one.finish for one in held)
    days = calendar.count(dt.date.fromisoformat(start[:10]), dt.date.fromisoformat(finish[:10]))
    evening = start.endswith(EVENING) and calendar.is_working(dt.date.fromisoformat(start[:10]))
    return Span(start, finish, max(0, DAY_MINUTES * (days - evening)))


def _exceptions(
    calendar: WorkCalendar, first: dt.date, last: dt.date, language: Language
) -> Iterator[DaysOff]:
    """Weekdays off and weekend days worked, neighbours together."""
    run: list[dt.date] = []
    works = False
    for ordinal in range(first.toordinal(), last.toordinal() + 1):
        day = dt.date.fromordinal(ordinal)
        worked = calendar.is_working(day)
        if worked == (day.weekday() < 5):
            continue
        if run and (worked != works or day - run[-1] != dt.timedelta(1)):
            yield _days(run, works, language)
            run = []
        run, works = [*run, day], worked
    if run:
        yield _days(run, works, language)


def _days(run: list[dt.date], works: bool, language: Language) -> DaysOff:
    """Neighbouring exceptions as one."""
    name = label("project.makeup" if works else "project.day_off", language)
    return DaysOff(first=run[0].isoformat(), last=run[-1].isoformat(), name=name, works=works)
