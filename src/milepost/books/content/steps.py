"""In which steps: a measure's steps with their days, a standing one's checks, or why there are none.

In: a `View` and a measure. Out: `StepPlan` and its rows. A day of the schedule is proposed; a step's own
due keeps the origin it has.
"""

from milepost.books.content.records import Cell, StepPlan, StepRow
from milepost.books.content.values import kind_cell, told_by
from milepost.books.content.view import View
from milepost.books.wording.dates import joined, run_of_dates, short_date
from milepost.books.wording.labels import label, script, words
from milepost.ledger.records import Measure, Step

SHORT_DUE = {"en": 16, "zh": 10}
"""A step's due in the words it was given in stands in its narrow column up to this length: "Q3 2027"."""


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
        factor=view.squeeze(measure),
    )


def _kind_note(view: View, measure: Measure) -> str:
    """How the steps were chosen: kind and deciding word, and by how much a promise bends them."""
    kind, told, factor = kind_cell(view, measure), told_by(view, measure), view.factor(measure)
    note = kind.text
    if told:
        note = words("row.kind_told_by", view.language, kind=kind.text, words=told.text)
    if factor is None:
        return note
    key = "row.squeezed" if view.squeeze(measure) else "row.stretched"
    return joined((note, words(key, view.language, n=factor)), view.language)


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
    """A step's title with its own origin; an empty one is its stage, else its id."""
    title, document = step.title, view.measures[step.measure].document
    text = title.value or (label(f"stage.{step.stage}", view.language) if step.stage else step.id)
    return Cell(text=text, origin=title.origin, rule=title.rule, span=title.span, document=document)


def _finish_cell(view: View, step: Step, narrow: str) -> Cell:
    """The last day of a step: its own due, in its words where they are short, else as scheduled."""
    if step.due:
        due = step.due
        text = due.value.text if len(due.value.text) <= SHORT_DUE[script(view.language)] else narrow
        origin = due.origin if text == due.value.text or due.origin == "typed" else "computed"
        document = view.measures[step.measure].document
        rule = due.rule or ("last-good-day" if origin == "computed" else None)
        return Cell(
            text=text, origin=origin, rule=rule, span=due.span, document=document, date=due.value.date
        )
    if not narrow:
        return Cell(fill="unit", label=label("row.unit_to_fill", view.language))
    return Cell(text=narrow, origin="proposed", rule="schedule", date=view.finish(step))


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
