"""A measure as a row: its sentence, who, by when, in which steps. Every book takes its rows from here.

In: a `View` and a measure. Out: `TaskRow` and its parts. A proposed date never stands where a promise
would: the cell says first what the text says; where the text gives the day, no second one is proposed.
"""

from typing import TypeVar

from milepost.books.content.records import (
    Cell,
    Dates,
    Fill,
    Named,
    Piece,
    Reply,
    StepPlan,
    StepRow,
    TaskRow,
)
from milepost.books.content.view import View
from milepost.books.wording.dates import date_range, joined, listed, run_of_dates, short_date
from milepost.books.wording.labels import label, words
from milepost.ledger.origins import Sourced
from milepost.ledger.records import Assignment, Measure, Step

T = TypeVar("T")


def task_row(
    view: View, measure: Measure, reply: bool = False, output_label: str = "row.unit_to_fill"
) -> TaskRow:
    """The whole row of a measure; `reply` adds the answer to a proposal."""
    language = view.language
    return TaskRow(
        id=measure.id,
        code=measure.code,
        number=view.number(measure),
        title=title_cell(measure),
        kind=measure.kind.value if measure.kind else None,
        kind_words=kind_cell(view, measure),
        told_by=told_by(view, measure),
        checked=measure.checked,
        checked_words=label("row.checked", language).lower(),
        sentence=view.sentence(measure),
        citation=view.cite(measure.document, measure.clause, measure.span),
        output=valued(view, measure, measure.output_form, "unit", output_label),
        goal=valued(view, measure, measure.goal, "unit", "row.unit_to_fill"),
        test=valued(view, measure, measure.acceptance_test, "unit", "row.unit_to_fill"),
        verifier=valued(view, measure, measure.verifier, "office", "fill.verifier"),
        plan=step_plan(view, measure),
        lead=lead_cell(view, measure),
        lead_note=_lead_note(view, measure),
        lead_unit=_lead_code(view, measure),
        proposed_lead=proposed_lead_cell(view, measure),
        proposed_note=_proposed_note(view, measure),
        cooperating=tuple(view.unit_cell(a) for a in view.cooperating(measure)),
        cooperating_words=_cooperating_words(view, measure),
        others=tuple(
            Named(role=label(a.role.value, language), unit=view.unit_cell(a)) for a in view.others(measure)
        ),
        leader=valued(view, measure, measure.leader, "leader", "fill.leader"),
        officer=_officer(view, measure),
        dates=dates_of(view, measure),
        risks=valued(view, measure, measure.risks or measure.needs, "unit", "row.unit_to_fill"),
        pieces=pieces(view, measure),
        reply=_reply(view) if reply else None,
    )


def title_cell(measure: Measure) -> Cell:
    """The short title, for drawings, covers and lists."""
    title = measure.title
    return Cell(
        text=title.value, origin=title.origin, rule=title.rule, span=title.span, document=measure.document
    )


def valued(view: View, measure: Measure, value: Sourced[str] | None, fill: Fill, blank: str) -> Cell:
    """A sourced value as a cell; without one, a blank that says who fills it."""
    if value is None or not value.value:
        return Cell(fill=fill, label=label(blank, view.language))
    return Cell(
        text=value.value, origin=value.origin, rule=value.rule, span=value.span, document=measure.document
    )


def kind_cell(view: View, measure: Measure) -> Cell:
    """The kind in a word; an unsure one is for the office to decide."""
    key = f"kind.{view.kind(measure)}"
    if measure.kind is None or measure.kind.value == "unsure":
        return Cell(fill="office", label=label(key, view.language, short=True).lower())
    text = label(key, view.language, short=True)
    kind = measure.kind
    return Cell(
        text=text.lower(), origin=kind.origin, rule=kind.rule, span=kind.span, document=measure.document
    )


def told_by(view: View, measure: Measure) -> Cell | None:
    """The words of the document that decided the kind."""
    if measure.kind is None or measure.kind.span is None or measure.kind.value == "unsure":
        return None
    found = view.words_at(measure.document, measure.kind.span)
    if not found:
        return None
    return Cell(
        text=found,
        origin="quoted",
        rule=measure.kind.rule,
        span=measure.kind.span,
        document=measure.document,
    )


# --- who ---


def lead_cell(view: View, measure: Measure, full: bool = False) -> Cell:
    """The lead unit; without one, the blank says whether units are named at all."""
    lead = view.lead(measure)
    if lead:
        return view.unit_cell(lead, full)
    key = "line.lead_to_name" if view.assignments(measure) else "fill.lead"
    return Cell(fill="office", label=label(key, view.language).lower())


def lead_words(view: View, measure: Measure) -> Cell:
    """Who carries the measure, for drawings: the lead, else the units named, else that nobody is."""
    lead = view.lead(measure)
    if lead:
        return view.unit_cell(lead)
    named = view.assignments(measure)
    if not named:
        return Cell(fill="office", label=label("line.not_assigned", view.language).lower())
    cells = [view.unit_cell(a) for a in named]
    if len(cells) == 1:
        return cells[0]
    names = listed(dict.fromkeys(c.text for c in cells), view.language)
    return Cell(text=names, origin="computed", rule="units-joined", document=measure.document)


def proposed_lead_cell(view: View, measure: Measure) -> Cell | None:
    """The lead that Milepost suggests, in full."""
    suggestion = view.proposed_lead(measure)
    return view.unit_cell(suggestion, full=True) if suggestion else None


def matter_of(view: View, suggestion: Assignment) -> str:
    """The words of the text by which a suggestion was made."""
    document = view.measures[suggestion.measure].document
    if suggestion.duty_text:
        return suggestion.duty_text.value
    return view.words_at(document, suggestion.unit.span)


def _proposed_note(view: View, measure: Measure) -> str:
    """Why this lead is suggested."""
    suggestion = view.proposed_lead(measure)
    if suggestion is None:
        return ""
    matter = matter_of(view, suggestion)
    if not matter:
        return label("row.same_paragraph", view.language)
    return words("row.same_paragraph_for", view.language, words=matter)


def _lead_code(view: View, measure: Measure) -> str | None:
    """The code of the lead unit."""
    lead = view.lead(measure)
    return view.unit(lead).code if lead else None


def _lead_note(view: View, measure: Measure) -> str:
    """Under a collective lead: its members, or that they are to divide the duty; or that the lead is to be
    confirmed."""
    lead = view.lead(measure)
    if lead is None:
        return ""
    unit = view.unit(lead)
    if unit.kind == "collective":
        members = [view.units[m].name for m in unit.members if m in view.units]
        if members:
            return words("row.members", view.language, members=listed(members, view.language))
        return label("line.divide", view.language)
    return label("line.lead_to_confirm", view.language) if lead.role.rule == "first-of-several" else ""


def _cooperating_words(view: View, measure: Measure) -> str:
    """The cooperating units in a line, with the words that the list is open."""
    rows = view.cooperating(measure)
    if not rows:
        return ""
    names = list(dict.fromkeys(view.unit_cell(a).text for a in rows))
    if any(a.open_list for a in rows):
        names.append(label("row.open_list", view.language))
    return words("row.cooperating", view.language, units=listed(names, view.language))


def _officer(view: View, measure: Measure) -> Cell:
    """Officer and phone in one cell."""
    officer, phone = measure.officer, measure.phone
    if officer is None:
        return Cell(fill="officer", label=label("fill.officer", view.language))
    text = joined((officer.value, phone.value if phone else ""), view.language)
    return Cell(text=text, origin=officer.origin, rule=officer.rule, document=measure.document)


def _reply(view: View) -> Reply:
    """What a unit answers to a proposal."""
    language = view.language
    return Reply(
        ours=label("row.ours", language).lower(),
        not_ours=label("row.not_ours", language).lower(),
        whose=Cell(fill="unit", label=label("fill.whose", language)),
    )


# --- by when ---


def dates_of(view: View, measure: Measure) -> Dates:
    """What the text says, the last good day, and where it gives none, the proposed span."""
    day = _day(view, measure)
    deadline = measure.deadline
    kind = deadline.value.kind if deadline else ("recurring" if measure.recurring else None)
    return Dates(
        as_written=as_written(view, measure),
        day=day,
        day_note=label(f"dated.{kind}", view.language) if kind else "",
        start=_start(view, measure),
        proposed=None if day else proposed_span(view, measure),
        kind=kind,
    )


def as_written(view: View, measure: Measure) -> Cell:
    """The deadline in the document's words; without one the cell says so."""
    said: Sourced[str] | None = None
    if measure.deadline:
        said = _said(measure.deadline, measure.deadline.value.text)
    elif measure.recurring:
        said = _said(measure.recurring, measure.recurring.value.text)
    blank = "date.continuous_no_date" if view.kind(measure) == "standing" else "line.no_date"
    return valued(view, measure, said, "office", blank)


def _said(source: Sourced[T], text: str) -> Sourced[str]:
    """The words of a deadline: as they are printed they are quoted, whatever date was computed from them."""
    origin = "quoted" if source.origin == "computed" else source.origin
    return Sourced(text, origin, source.rule, source.span)


def _day(view: View, measure: Measure) -> Cell | None:
    """The last good day a deadline comes to."""
    date = view.promise(measure)
    if date is None or measure.deadline is None:
        return None
    typed = measure.deadline.origin == "typed"
    return Cell(
        text=short_date(date, view.language),
        origin="typed" if typed else "computed",
        rule=measure.deadline.rule or "last-good-day",
        span=measure.deadline.span,
        document=measure.document,
        date=date,
    )


def _start(view: View, measure: Measure) -> Cell | None:
    """The start that the text states."""
    if measure.start is None:
        return None
    start = measure.start
    return Cell(
        text=start.value.text,
        origin="quoted" if start.origin == "computed" else start.origin,
        rule=start.rule,
        span=start.span,
        document=measure.document,
        date=start.value.date,
    )


def proposed_span(view: View, measure: Measure) -> Cell | None:
    """From the first to the last scheduled day."""
    span = view.span_of(measure)
    if span is None:
        return None
    return Cell(
        text=date_range(*span, view.language),
        origin="proposed",
        rule="schedule",
        document=measure.document,
        date=span[1],
    )


# --- in which steps ---


def step_plan(view: View, measure: Measure) -> StepPlan:
    """The steps, or the checks of a standing measure, or why there are none."""
    language = view.language
    steps, kind = view.steps(measure), view.kind(measure)
    if not steps and kind == "standing":
        checks = view.checks(measure)
        texts = run_of_dates(checks, int(view.schedule.today[:4]), language)
        return StepPlan(
            checks=tuple(
                Cell(text=text, origin="proposed", rule="template:standing", date=day)
                for text, day in zip(texts, checks, strict=True)
            ),
            checks_words=label("row.check_each_quarter", language),
            mark=label("mark.proposed", language),
            note=_kind_note(view, measure),
        )
    if not steps:
        key = "row.no_steps_unsure" if kind == "unsure" else "row.no_steps"
        return StepPlan(note=label(key, language))
    rows = step_rows(view, measure)
    suggested = any("proposed" in (row.title.origin, row.finish.origin) for row in rows)
    return StepPlan(
        steps=rows,
        mark=label("mark.proposed", language) if suggested else "",
        note=_kind_note(view, measure),
        factor=view.factor(measure),
    )


def _kind_note(view: View, measure: Measure) -> str:
    """How the steps were chosen: kind and deciding word, and by how much they are squeezed."""
    kind, told, factor = kind_cell(view, measure), told_by(view, measure), view.factor(measure)
    note = kind.text
    if told:
        note = words("row.kind_told_by", view.language, kind=kind.text, words=told.text)
    squeezed = words("row.squeezed", view.language, n=factor) if factor is not None else ""
    return joined((note, squeezed), view.language)


def step_rows(view: View, measure: Measure) -> tuple[StepRow, ...]:
    """The steps with their days; the year stands where it changes."""
    steps = view.steps(measure)
    ends = [view.finish(step) for step in steps]
    narrow = iter(run_of_dates((e for e in ends if e), int(view.schedule.today[:4]), view.language))
    return tuple(
        _step_row(view, step, number, next(narrow) if end else "")
        for number, (step, end) in enumerate(zip(steps, ends, strict=True), start=1)
    )


def _step_row(view: View, step: Step, number: int, finish: str) -> StepRow:
    """A step as a row."""
    language, document = view.language, view.measures[step.measure].document
    row = view.rows.get(step.id)
    return StepRow(
        id=step.id,
        number=number,
        title=step_title(view, step),
        finish=_finish_cell(view, step, finish),
        start=step_day(view, view.start(step), step.start is not None and row is None),
        stage=step.stage,
        stage_words=label(f"stage.{step.stage}", language) if step.stage else "",
        stage_short=label(f"stage.{step.stage}", language, short=True) if step.stage else "",
        unit=Cell(
            text=view.units[step.unit.value].short or view.units[step.unit.value].name,
            origin=step.unit.origin,
            rule=step.unit.rule,
            document=document,
        )
        if step.unit and step.unit.value in view.units
        else None,
        days=view.working_days(step),
        critical=bool(row and row.critical and view.ledger.links),
    )


def step_title(view: View, step: Step) -> Cell:
    """A step's title with its own origin."""
    title, document = step.title, view.measures[step.measure].document
    return Cell(text=title.value, origin=title.origin, rule=title.rule, span=title.span, document=document)


def _finish_cell(view: View, step: Step, text: str) -> Cell:
    """The last day of a step: its own due in its words, else as scheduled, else a blank."""
    if step.due:
        due = step.due
        return Cell(text=due.value.text, origin=due.origin, rule=due.rule, span=due.span, date=due.value.date)
    if not text:
        return Cell(fill="unit", label=label("row.unit_to_fill", view.language))
    return Cell(text=text, origin="proposed", rule="schedule", date=view.finish(step))


def step_day(view: View, date: str | None, typed: bool = False) -> Cell:
    """A day of the schedule with its year."""
    if date is None:
        return Cell(fill="unit", label=label("row.unit_to_fill", view.language))
    return Cell(
        text=short_date(date, view.language),
        origin="typed" if typed else "proposed",
        rule="schedule",
        date=date,
    )


def pieces(view: View, measure: Measure) -> tuple[Piece, ...]:
    """The parts of a long sentence that can be checked, each with a blank for its unit; without parts the
    measure as a whole."""
    blank = Cell(fill="office", label=label("row.unit_to_fill", view.language))
    parts = [p.span for p in measure.parts if p.strength != "principle"]
    found = [
        Cell(text=text, origin="quoted", span=span, document=measure.document)
        for span in parts
        if (text := view.words_at(measure.document, span))
    ]
    return tuple(Piece(words=cell, unit=blank) for cell in found or [title_cell(measure)])
