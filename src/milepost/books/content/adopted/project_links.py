"""The links of a project file: which row waits for which, how long, and what its note says.

In: a `View` and the rows. Out: per row its links and the lines of its note. A program for project
files links rows that have no rows under them, so a link of a measure stands at the step that brings its
output or at its first step, as the planner takes it. A link that binds nothing (soft, to itself, a second one
of the same pair) is told in the note alone. A lag of months is counted out in days. Not here: dates.
"""

import datetime as dt
from collections.abc import Mapping

from msgspec import Struct

from milepost.books.content.adopted.calendar_events import step_words, titled
from milepost.books.content.adopted.project_days import EVENING, Span
from milepost.books.content.adopted.project_rows import Row
from milepost.books.content.records.project import ProjectLink
from milepost.books.content.view import View
from milepost.books.wording.labels import words
from milepost.ledger.deadlines import add_months
from milepost.ledger.records import Lag, Link, LinkKind
from milepost.planning.axis import MONTHS, WORKING_WEEK
from milepost.planning.calendar import WorkCalendar
from milepost.planning.network import due_after_event, producing

CALENDAR_WEEK = 7


class Waits(Struct):
    """The links of a row, and the lines that its note says of them."""

    links: list[ProjectLink]
    notes: list[str]


class Linker:
    """Puts the links of a ledger at the rows of a file."""

    def __init__(self, view: View, rows: Mapping[str, Row], numbers: Mapping[str, int], plan: WorkCalendar):
        """Rows without rows under them, by id; `plan` is the calendar of those that have none."""
        self.view, self.rows, self.numbers, self.plan = view, rows, numbers, plan
        self.language = view.language
        self.found: dict[str, Waits] = {}

    def waits(self) -> dict[str, Waits]:
        """By the id of a row, what it waits for; an end that isn't in the file binds nothing."""
        for link in self.view.ledger.links:
            tail = row_of(self.view, link.from_, from_start(link.kind))
            head = row_of(self.view, link.to, to_start(link.kind))
            if tail in self.rows and head in self.rows:
                self._add(link, tail, head, self.found.setdefault(head, Waits([], [])))
        return self.found

    def _add(self, link: Link, tail: str, head: str, waits: Waits) -> None:
        """Put one link at the row that waits, or the reason why it binds nothing into its note."""
        said = _said(self.view, link)
        if not link.hard or tail == head:
            waits.notes.append(words("project.link_soft", self.language, link=said))
        elif any(known.number == self.numbers[tail] for known in waits.links):
            waits.notes.append(words("project.link_again", self.language, link=said))
        else:
            made, told = self._bound(link, self.rows[tail].span, said, tail)
            early = not self._is_kept(made, self.rows[tail], self.rows[head])
            waits.links.append(made)
            waits.notes.append(words("project.link_early", self.language, link=told) if early else told)

    def _bound(self, link: Link, held: Span, said: str, tail: str) -> tuple[ProjectLink, str]:
        """A link that binds, and its line; the lag of a measure due after an event is its time, no wait."""
        target = self.view.measure_of(link.to)
        lag = None if target and due_after_event(target) else link.lag
        days, elapsed = _days(lag, held, from_start(link.kind))
        if lag and lag.unit in MONTHS and lag.value:
            length = words(f"project.lag_{lag.unit}", self.language, n=lag.value)
            said = words("project.link_lag", self.language, link=said, lag=length, n=days)
        number = self.numbers[tail]
        return ProjectLink(number=number, kind=link.kind, lag_days=days, elapsed=elapsed), said

    def _is_kept(self, link: ProjectLink, tail: Row, head: Row) -> bool:
        """Whether the dates keep a link; a row without a day of its own follows it."""
        return head.estimated or kept(link, tail.span, head.span, head.calendar or self.plan)


def from_start(kind: LinkKind) -> bool:
    """Whether a link counts from a start."""
    return kind in ("SS", "SF")


def to_start(kind: LinkKind) -> bool:
    """Whether a link holds a start."""
    return kind not in ("FF", "SF")


def row_of(view: View, id_: str, start: bool) -> str:
    """The row at which a link's end stands: the step itself, a measure's first step or the one that brings
    its output, a measure without steps itself."""
    measure = view.measures.get(id_)
    steps = view.steps(measure) if measure else ()
    if not steps:
        return id_
    return steps[0].id if start else steps[producing(steps, range(len(steps)))].id


def _said(view: View, link: Link) -> str:
    """What a row waits for, and on what condition."""
    step, measure = view.step_by_id.get(link.from_), view.measure_of(link.from_)
    row = step_words(view, measure, step) if measure and step else titled(view, measure) if measure else ""
    said = words("project.link", view.language, row=row)
    if not link.condition:
        return said
    return words("project.link_condition", view.language, link=said, condition=link.condition)


def _days(lag: Lag | None, tail: Span, starts: bool) -> tuple[int, bool]:
    """A lag in days, and whether every day counts; months are counted out from the day they run from."""
    if lag is None or lag.value == 0:
        return 0, False
    if lag.unit in MONTHS:
        day = (tail.start if starts else tail.finish)[:10]
        end = add_months(day, lag.value * MONTHS[lag.unit])
        return (dt.date.fromisoformat(end) - dt.date.fromisoformat(day)).days, True
    elapsed = lag.days == "calendar"
    week = CALENDAR_WEEK if elapsed else WORKING_WEEK
    return lag.value * (week if lag.unit == "week" else 1), elapsed


def kept(link: ProjectLink, tail: Span, head: Span, calendar: WorkCalendar) -> bool:
    """Whether the plan's days keep a link, so that no program moves the row."""
    event = _event(tail.start if from_start(link.kind) else tail.finish)
    held = _event(head.start if to_start(link.kind) else head.finish)
    if link.elapsed:
        earliest = event + dt.timedelta(link.lag_days)
    else:
        earliest = calendar.add(calendar.next_working(event), link.lag_days)
    return calendar.next_working(held) >= calendar.next_working(earliest)


def _event(at: str) -> dt.date:
    """A moment as the morning that follows it."""
    day = dt.date.fromisoformat(at[:10])
    return day + dt.timedelta(1) if at.endswith(EVENING) else day
