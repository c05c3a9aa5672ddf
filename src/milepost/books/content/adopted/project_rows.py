"""The rows of a project file before they are numbered: stages, checks, measures, each with its span.

In: a `View`, its `Standing` where there is a state, the working days. Out: `Row`s. A stage stands from its
first day to the day it was done, else to its forecast; one without a day stands on the plan's first day and
says so. Not here: the outline and its numbers (`project`), links (`project_links`).
"""

import datetime as dt
from collections.abc import Iterator
from functools import cached_property

import msgspec
from msgspec import Struct

from milepost.books.content.adopted.project_days import (
    DAY_MINUTES,
    EVENING,
    MORNING,
    ProjectDays,
    Span,
    moment,
    span,
)
from milepost.books.content.records.project import ProjectBaseline
from milepost.books.content.standing import VERIFIED, Standing
from milepost.books.content.steps import step_title
from milepost.books.content.values import title_cell
from milepost.books.content.view import View
from milepost.books.content.who import lead_words
from milepost.books.wording.dates import listed, long_date
from milepost.books.wording.labels import label, words
from milepost.ledger.records import Measure, Step
from milepost.planning.calendar import WorkCalendar

NOWHEN = Span("", "", 0)
RULINGS = 10
"""Baselines beside the first that the file format holds."""

Texts = tuple[str, str, str, str]


class Row(Struct, frozen=True, kw_only=True):
    """A row with the rows under it; `verified` says that its stage was."""

    id: str
    name: str
    span: Span = NOWHEN
    measure: Measure | None = None
    rows: list["Row"] = []
    calendar: WorkCalendar | None = None
    verified: bool = False
    percent: int = 0
    estimated: bool = False
    critical: bool = False
    deadline: str | None = None
    notes: list[str] = []
    texts: Texts | None = None
    baselines: tuple[ProjectBaseline, ...] = ()


def walk(row: Row, level: int = 0, outline: str = "0") -> Iterator[tuple[Row, int, str]]:
    """A row and all under it, top down, with level and outline number."""
    yield row, level, outline
    for at, child in enumerate(row.rows, start=1):
        yield from walk(child, level + 1, f"{outline}.{at}" if level else str(at))


def leaves(row: Row) -> Iterator[Row]:
    """The rows that have none under them."""
    if not row.rows:
        yield row
    for child in row.rows:
        yield from leaves(child)


class RowMaker:
    """Makes the rows of one edition."""

    def __init__(self, view: View, standing: Standing | None, days: ProjectDays) -> None:
        self.view, self.standing, self.days = view, standing, days
        self.language = view.language

    # --- stages ---

    def stages(self, measure: Measure) -> list[Row]:
        """The steps of a measure, else the checks of a standing one."""
        steps = self.view.steps(measure)
        if steps:
            return [self._step(measure, step) for step in steps]
        return [self._check(measure, day) for day in self.view.checks(measure)]

    def _step(self, measure: Measure, step: Step) -> Row:
        """A step as a row."""
        view, calendar = self.view, self._calendar(step)
        held, notes = self._span(view.start(step), self._last(step), calendar)
        row, verified = view.rows.get(step.id), self._verified(measure, step)
        if step.done_on and not verified:
            notes.append(words("project.done", self.language, date=long_date(step.done_on, self.language)))
        if step.origin == "proposed" and step.due is None:
            notes.append(label("event.proposed_note", self.language))
        return Row(
            id=step.id,
            name=step_title(view, step).text,
            span=held or self.first_day,
            calendar=calendar,
            verified=verified,
            percent=100 if verified else 0,
            estimated=held is None,
            critical=bool(row and row.critical and view.ledger.links),
            deadline=step.due.value.date if step.due and step.due.origin != "proposed" else None,
            notes=notes if held else [*notes, label("project.no_day", self.language)],
            texts=(step.id, self._clause(measure), self._unit(measure, step), ""),
            baselines=self._step_baselines(step, calendar),
        )

    def _check(self, measure: Measure, day: str) -> Row:
        """A quarterly check as a row; its id holds the quarter."""
        id_ = f"{measure.id}-{day[:4]}q{(int(day[5:7]) + 2) // 3}"
        number, title = self.view.number(measure), title_cell(measure).text
        return Row(
            id=id_,
            name=words("feed.check", self.language, number=number, title=title),
            span=moment(day, self.days.plan),
            notes=[label("event.proposed_note", self.language)],
            texts=(id_, self._clause(measure), lead_words(self.view, measure).text, ""),
        )

    def _last(self, step: Step) -> str | None:
        """The day a step was done, else its forecast."""
        if step.done_on:
            return step.done_on
        return self.standing.step_forecast(step) if self.standing else self.view.finish(step)

    def _verified(self, measure: Measure, step: Step) -> bool:
        """Whether a stage is verified: done, and its measure verified or accepted evidence of it on
        file."""
        known = bool(self.standing and self.standing.evidence.get(step.id))
        return step.done_on is not None and (measure.state in VERIFIED or known)

    def _calendar(self, step: Step) -> WorkCalendar:
        """The working days of a step: those of its unit, else the plan's."""
        unit = self.view.units.get(step.unit.value) if step.unit else None
        return self.days.of(unit.calendar if unit else None)

    def _span(
        self, first: str | None, last: str | None, calendar: WorkCalendar
    ) -> tuple[Span | None, list[str]]:
        """The span of a row, with a line for each end that was a day off."""
        if last is None:
            return None, []
        notes = []
        begin = None if first is None else min(first, last)
        if begin and not calendar.is_working(dt.date.fromisoformat(begin)):
            notes.append(words("project.from", self.language, date=long_date(begin, self.language)))
        if not calendar.is_working(dt.date.fromisoformat(last)):
            notes.append(words("project.by", self.language, date=long_date(last, self.language)))
        return span(begin, last, calendar) if begin else moment(last, calendar), notes

    # --- measures ---

    def alone(self, row: Row, measure: Measure) -> Row:
        """A measure without stages: a moment on its day, else on the plan's first."""
        day = self.view.promise(measure)
        if self.standing:
            day = self.standing.done(measure) or self.standing.forecast(measure) or day
        held, notes = self._span(None, day, self.days.plan)
        verified = measure.state in VERIFIED
        return msgspec.structs.replace(
            row,
            span=held or self.first_day,
            estimated=held is None,
            verified=verified,
            percent=100 if verified else 0,
            notes=[*row.notes, *notes, *([] if held else [label("project.no_day", self.language)])],
        )

    def measure_notes(self, measure: Measure) -> list[str]:
        """The sentence, the acceptance test, and the rulings behind the later baselines."""
        test = measure.acceptance_test
        return [
            self.view.sentence(measure).text,
            *([words("feed.test", self.language, words=test.value)] if test and test.value else []),
            *self._ruling_notes(measure),
        ]

    def measure_texts(self, measure: Measure) -> Texts:
        """Stable id, clause, lead, light."""
        light = ""
        if self.standing:
            light = self.standing.mark_words(self.standing.mark(measure), self.standing.light(measure.id))
        return measure.id, self._clause(measure), lead_words(self.view, measure).text, light

    def _clause(self, measure: Measure) -> str:
        """The citation of a measure."""
        return self.view.cite(measure.document, measure.clause, measure.span).text

    def _unit(self, measure: Measure, step: Step) -> str:
        """The unit of a step, else who carries the measure."""
        unit = self.view.units.get(step.unit.value) if step.unit else None
        return (unit.short or unit.name) if unit else lead_words(self.view, measure).text

    @cached_property
    def first_day(self) -> Span:
        """Where a row without a day stands: the first working day of the plan, in the morning."""
        day = self.days.plan.next_working(dt.date.fromisoformat(self.view.starts_on))
        return Span(f"{day}{MORNING}", f"{day}{MORNING}", 0)

    # --- baselines ---

    @staticmethod
    def baseline(number: int, start: str, finish: str, calendar: WorkCalendar) -> ProjectBaseline:
        """A baseline on the promised days themselves, days off included."""
        first = min(start, finish)
        days = calendar.count(dt.date.fromisoformat(first), dt.date.fromisoformat(finish))
        return ProjectBaseline(
            number=number,
            start=f"{first}{MORNING}",
            finish=f"{finish}{EVENING}",
            minutes=days * DAY_MINUTES,
        )

    def _step_baselines(self, step: Step, calendar: WorkCalendar) -> tuple[ProjectBaseline, ...]:
        """What a step was promised for."""
        due = self.standing.step_baseline(step) if self.standing else None
        if due is None:
            return ()
        return (self.baseline(0, step.start.value.date if step.start else due, due, calendar),)

    def measure_baselines(self, measure: Measure) -> tuple[ProjectBaseline, ...]:
        """What was adopted, and each later ruling."""
        if self.standing is None or (adopted := self.standing.baseline(measure)) is None:
            return ()
        begun = [step.start.value.date for step in self.view.steps(measure) if step.start]
        stated = measure.start.value.date if measure.start else None
        start = stated or min(begun, default=adopted)
        dates = [adopted, *(day for _, day in self._rulings(measure)[:RULINGS])]
        return tuple(self.baseline(n, start, day, self.days.plan) for n, day in enumerate(dates))

    def _rulings(self, measure: Measure) -> list[tuple[str, str]]:
        """Number and new day of each ruling that moved a measure, oldest first; a day now in force that no
        ruling names comes last."""
        if self.standing is None:
            return []
        notices = sorted(self.standing.state.notices, key=lambda notice: (notice.issued_on, notice.number))
        found = [
            (notice.number, notice.new_due)
            for notice in notices
            if notice.kind == "change_ruling" and not notice.withdrawn
            if notice.new_due and measure.id in notice.measures
        ]
        now, adopted = self.view.promise(measure), self.standing.baseline(measure)
        if now and now != (found[-1][1] if found else adopted):
            found.append(("", now))
        return found

    def _ruling_notes(self, measure: Measure) -> list[str]:
        """A line for each later baseline; more than the format holds are listed in one."""
        lines = [
            words(
                "project.ruling" if number else "project.ruling_bare",
                self.language,
                n=n,
                number=number,
                date=long_date(day, self.language),
            )
            for n, (number, day) in enumerate(self._rulings(measure), start=1)
        ]
        if len(lines) <= RULINGS:
            return lines
        rest = [
            f"{number} {long_date(day, self.language)}" for number, day in self._rulings(measure)[RULINGS:]
        ]
        more = words("project.rulings_more", self.language, words=listed(rest, self.language))
        return [*lines[:RULINGS], more]
