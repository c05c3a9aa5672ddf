"""A ledger and its schedule seen from the books: who leads what, which steps, which dates, in one language.

In: ledger, schedule, language. Out: `View`, whose answers every book of the edition shares, so that two
books of one edition can't disagree. Nothing here is worded for a reader but names of units and citations.
"""

import datetime as dt
from collections import defaultdict
from functools import cached_property

from milepost.books.content.records import Cell, Language, Sentence
from milepost.books.wording.citations import Citer
from milepost.books.wording.sentences import cells_in_words, sentence_spans
from milepost.ledger.origins import Span
from milepost.ledger.records import (
    Assignment,
    Document,
    Ledger,
    Measure,
    Orientation,
    Schedule,
    ScheduleRow,
    Step,
    Unit,
)
from milepost.planning.calendar import WorkCalendar, work_calendar
from milepost.planning.schedule import factors
from milepost.planning.templates import quarterly_checks


class View:
    """What the books ask of a ledger and a schedule."""

    def __init__(self, ledger: Ledger, schedule: Schedule, language: Language | None = None) -> None:
        self.ledger = ledger
        self.schedule = schedule
        self.language: Language = language or ledger.plan.language
        self.citer = Citer(ledger.documents, ledger.clauses, self.language)
        self.units: dict[str, Unit] = {unit.id: unit for unit in ledger.units}
        self.documents: dict[str, Document] = {document.id: document for document in ledger.documents}
        self.measures: dict[str, Measure] = {measure.id: measure for measure in ledger.measures}
        self.step_by_id: dict[str, Step] = {step.id: step for step in ledger.steps}
        self.rows: dict[str, ScheduleRow] = {row.step: row for row in schedule.rows}
        self._assignments: dict[str, list[Assignment]] = defaultdict(list)
        for assignment in ledger.assignments:
            self._assignments[assignment.measure].append(assignment)
        self._steps: dict[str, list[Step]] = defaultdict(list)
        for step in sorted(ledger.steps, key=lambda step: step.order):
            self._steps[step.measure].append(step)

    # --- who ---

    def assignments(self, measure: Measure) -> tuple[Assignment, ...]:
        """What units owe in a measure; suggestions are left out."""
        return tuple(a for a in self._assignments[measure.id] if a.unit.origin != "proposed")

    def lead(self, measure: Measure) -> Assignment | None:
        """The lead that the text or a person names."""
        return next((a for a in self.assignments(measure) if a.role.value == "lead"), None)

    def proposed_lead(self, measure: Measure) -> Assignment | None:
        """The lead that Milepost suggests, where nobody leads."""
        if self.lead(measure):
            return None
        suggestions = (a for a in self._assignments[measure.id] if a.unit.origin == "proposed")
        return next((a for a in suggestions if a.role.value == "lead"), None)

    def cooperating(self, measure: Measure) -> tuple[Assignment, ...]:
        """The units that cooperate."""
        return tuple(a for a in self.assignments(measure) if a.role.value == "cooperating")

    def others(self, measure: Measure) -> tuple[Assignment, ...]:
        """Units in a role of its own: guide, support, executor."""
        return tuple(a for a in self.assignments(measure) if a.role.value not in ("lead", "cooperating"))

    def unit(self, assignment: Assignment) -> Unit:
        """The unit of an assignment; one that the register lacks is known by its printed name."""
        id_ = assignment.unit.value
        known = self.units.get(id_)
        return known or Unit(id=id_, name=assignment.printed or id_, code=id_)

    def unit_cell(self, assignment: Assignment, full: bool = False) -> Cell:
        """The unit's short or full name with the origin of the assignment."""
        unit, who = self.unit(assignment), assignment.unit
        text = unit.name if full else unit.short or unit.name
        ours = who.origin == "quoted" and text != assignment.printed
        return Cell(
            text=text,
            origin="computed" if ours else who.origin,
            rule=("unit:name" if full else "unit:short") if ours else who.rule,
            span=who.span,
            document=self.measures[assignment.measure].document,
        )

    def unit_name(self, unit: Unit) -> Cell:
        """A unit's full name: quoted where the text prints it, carried where a list gave its prefix, else
        as the unit list has it."""
        named = [a for a in self.ledger.assignments if a.unit.value == unit.id and a.unit.origin != "typed"]
        for a in named:
            document = self.measures[a.measure].document
            if a.printed == unit.name and a.unit.span and a.unit.origin == "quoted":
                return Cell(text=unit.name, origin="quoted", span=a.unit.span, document=document)
        for a in named:
            if a.unit.rule == "unit:prefix-carried":
                return self.unit_cell(a, full=True)
        return Cell(text=unit.name, origin="typed", rule="unit")

    def printed(self, document: str, text: str, rule: str, near: Span | None = None) -> Cell:
        """Words of a document with the place that prints them, `near` first; words that no clause holds in
        this form are computed by `rule`."""
        place = self._place_of(document, text, near) if near else None
        place = place or self._place_of(document, text, None)
        if place is None:
            return Cell(text=text, origin="computed", rule=rule, span=near, document=document)
        return Cell(text=text, origin="quoted", span=place, document=document)

    def _place_of(self, document: str, text: str, within: Span | None) -> Span | None:
        """The first place where a clause holds words that are no part of a longer word."""
        for clause in self.citer.of_document[document]:
            base, held = clause.span[0], clause.text
            first, last = (within[0] - base, within[1] - base) if within else (0, len(held))
            at = held.find(text, max(first, 0), max(last, 0))
            while at >= 0:
                if _apart(held[:at][-1:], text[:1]) and _apart(text[-1:], held[at + len(text) :][:1]):
                    return base + at, base + at + len(text)
                at = held.find(text, at + 1, max(last, 0))
        return None

    @cached_property
    def books_of(self) -> dict[str, tuple[list[Measure], list[Measure], list[Measure]]]:
        """For each unit, in reading order: measures led, measures joined, measures proposed to it."""
        books: dict[str, tuple[list[Measure], list[Measure], list[Measure]]] = {}
        for measure in self.ledger.measures:
            lead, suggestion = self.lead(measure), self.proposed_lead(measure)
            if lead:
                books.setdefault(lead.unit.value, ([], [], []))[0].append(measure)
            for assignment in self.cooperating(measure):
                joined = books.setdefault(assignment.unit.value, ([], [], []))[1]
                if not joined or joined[-1].id != measure.id:
                    joined.append(measure)
            if suggestion:
                books.setdefault(suggestion.unit.value, ([], [], []))[2].append(measure)
        return books

    @cached_property
    def without_lead(self) -> tuple[Measure, ...]:
        """Measures that nobody leads: they stand in the book "Not yet assigned"."""
        return tuple(m for m in self.ledger.measures if self.lead(m) is None)

    # --- when ---

    def steps(self, measure: Measure) -> tuple[Step, ...]:
        """The steps of a measure in their order."""
        return tuple(self._steps[measure.id])

    def measure_of(self, id_: str) -> Measure | None:
        """The measure of a link's end: itself, or the one a step belongs to."""
        step = self.step_by_id.get(id_)
        return self.measures.get(step.measure if step else id_)

    def finish(self, step: Step) -> str | None:
        """The last day of a step: its due, else as scheduled."""
        if step.due:
            return step.due.value.date
        row = self.rows.get(step.id)
        return row.finish if row else None

    def start(self, step: Step) -> str | None:
        """The first day of a step: as scheduled, else its own start."""
        row = self.rows.get(step.id)
        if row:
            return row.start
        return step.start.value.date if step.start else None

    def span_of(self, measure: Measure) -> tuple[str, str] | None:
        """The first and last scheduled day of a measure."""
        rows = [self.rows[step.id] for step in self.steps(measure) if step.id in self.rows]
        return (min(r.start for r in rows), max(r.finish for r in rows)) if rows else None

    def promise(self, measure: Measure) -> str | None:
        """The last good day that the text gives the measure, as now in force."""
        if measure.deadline is None:
            return None
        deadline = measure.deadline.value
        return deadline.current.date if deadline.current else deadline.date

    @cached_property
    def calendar(self) -> WorkCalendar:
        """The working days that the schedule counts in."""
        return work_calendar(self.schedule.region)

    def checks(self, measure: Measure) -> tuple[str, ...]:
        """The days a standing measure is looked at: the next four quarters."""
        if self.kind(measure) != "standing":
            return ()
        start = dt.date.fromisoformat(self.schedule.today)
        return tuple(day.isoformat() for day in quarterly_checks(start, self.calendar))

    def working_days(self, step: Step) -> int:
        """How many working days a step is scheduled for; 0 when it is not."""
        row = self.rows.get(step.id)
        if row is None:
            return 0
        return self.calendar.count(dt.date.fromisoformat(row.start), dt.date.fromisoformat(row.finish))

    @cached_property
    def days_late(self) -> dict[str, int]:
        """By measure, how many days after its promise the plan ends; a measure without a plan is not late by
        one."""
        promises = (kept for kept in self.schedule.promises if kept.finish and kept.days_late > 0)
        return {kept.measure: kept.days_late for kept in promises}

    @cached_property
    def _factors(self) -> dict[str, int]:
        """How far promises bend the usual times, by measure."""
        return factors(self.ledger, self.schedule)

    def factor(self, measure: Measure) -> int | None:
        """Working days a promise leaves the measure, in percent of the usual; None where none bends it."""
        return self._factors.get(measure.id)

    def squeeze(self, measure: Measure) -> int | None:
        """The factor where the promise leaves less than the usual time; more time is no figure to print."""
        factor = self.factor(measure)
        return factor if factor is not None and factor < 100 else None

    @cached_property
    def starts_on(self) -> str:
        """The first day that any step is planned for, else the day of planning."""
        return min((row.start for row in self.schedule.rows), default=self.schedule.today)

    # --- what and where ---

    def kind(self, measure: Measure) -> str:
        """The kind of a measure; one that nobody decided is unsure."""
        return measure.kind.value if measure.kind else "unsure"

    def number(self, measure: Measure) -> str:
        """The plan number as rows print it: M-004 is 4."""
        return measure.code.rpartition("-")[2].lstrip("0") or measure.code

    def words_at(self, document: str, span: Span | None) -> str:
        """The document's words at a span, as far as a clause holds them."""
        clause = self.citer.clause_at(document, span)
        if clause is None or span is None:
            return ""
        return clause.text[span[0] - clause.span[0] : span[1] - clause.span[0]]

    def cite(self, document: str, clause: str | None, span: Span | None) -> Cell:
        """The citation of a place."""
        found = self.citer.cite(document, clause, span)
        return Cell(text=found.text, origin="computed", rule=found.rule, span=span, document=document)

    def sentence(self, measure: Measure) -> Sentence:
        """The sentence a measure stands in, with its own words marked; without a clause its words alone."""
        clause = self.citer.clauses.get(measure.clause or "") or self.citer.clause_at(
            measure.document, measure.span
        )
        alone = _alone(measure)
        if (
            clause is None or measure.span is None or clause.kind == "row"
        ):  # a row's other cells are no sentence
            return alone
        base = clause.span[0]
        own = (measure.span[0] - base, measure.span[1] - base)
        if clause.text[own[0] : own[1]] != measure.quote:
            return alone
        around = [
            s
            for s in sentence_spans(clause.text, self.citer.spoken(measure.document))
            if s[0] < own[1] and s[1] > own[0]
        ]
        start, end = min(around[0][0], own[0]), max(around[-1][1], own[1])
        return Sentence(
            text=clause.text[start:end],
            own=(own[0] - start, own[1] - start),
            span=(base + start, base + end),
            document=measure.document,
        )

    def orientation_cells(self, row: Orientation) -> tuple[Cell, Cell]:
        """A principle's words and its citation."""
        text = Cell(text=row.text, origin="quoted", span=row.span, document=row.document)
        return text, self.cite(row.document, row.clause, row.span)


def _alone(measure: Measure) -> Sentence:
    """A measure's own words: its quote, a table row in words, or the title where a person added it."""
    document, span = measure.document, measure.span
    if not measure.quote:
        title = measure.title
        text = title.value or measure.code
        return Sentence(
            text=text,
            own=(0, len(text)),
            origin=title.origin if title.value else "computed",
            rule=title.rule if title.value else "title:code",
            span=title.span,
            document=document,
        )
    text = cells_in_words(measure.quote)
    if text == measure.quote:
        return Sentence(text=text, own=(0, len(text)), span=span, document=document)
    return Sentence(
        text=text, own=(0, len(text)), origin="computed", rule="row:cells", span=span, document=document
    )


def _apart(one: str, next_: str) -> bool:
    """Whether two signs belong to two words; Chinese puts no space between them."""
    return not (one.isascii() and next_.isascii() and one.isalnum() and next_.isalnum())
