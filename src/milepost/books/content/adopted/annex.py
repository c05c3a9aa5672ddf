"""The annex of the adopted timetable: every step with its bar, its three dates and its evidence.

In: a `View`, a `Standing`, measures, the columns drawn. Out: a section of `StepLine`s in plan order.
"""

from collections.abc import Iterable

from milepost.books.content.adopted.due import columns, step_baseline_cell, step_forecast_cell
from milepost.books.content.adopted.year import cut, is_drawn, narrow, step_stretch
from milepost.books.content.records import Cell, Month, Section
from milepost.books.content.records.adopted_timetable import StepLine
from milepost.books.content.standing import Standing
from milepost.books.content.steps import step_title
from milepost.books.content.values import title_cell
from milepost.books.content.view import View
from milepost.books.content.who import lead_words
from milepost.books.wording.labels import label, words
from milepost.ledger.records import Measure, Step

HEADS = (
    ("no", "column.no"),
    ("step", "time.annex.step"),
    ("unit", "time.annex.unit"),
    ("months", ""),
    ("baseline", "year.annex.baseline"),
    ("forecast", "year.annex.forecast"),
    ("done", "year.annex.done"),
    ("evidence", "year.annex.evidence"),
)


def all_steps(
    view: View, standing: Standing, measures: Iterable[Measure], months: tuple[Month, ...]
) -> Section[StepLine] | None:
    """The section; None for a plan without steps."""
    rows = tuple(
        _line(view, standing, measure, step, months) for measure in measures for step in view.steps(measure)
    )
    if not rows:
        return None
    return Section[StepLine](
        number="",
        heading=label("time.annex", view.language),
        columns=columns(view, HEADS),
        rows=rows,
        count=words("count.rows", view.language, n=len(rows)),
    )


def _line(
    view: View, standing: Standing, measure: Measure, step: Step, months: tuple[Month, ...]
) -> StepLine:
    """A step."""
    due, piece = standing.step_baseline(step), step_stretch(standing, step)
    return StepLine(
        number=f"{view.number(measure)}.{step.order}",
        measure_number=view.number(measure),
        measure=title_cell(measure),
        step=step_title(view, step),
        unit=_unit(view, measure, step),
        stretch=next(iter(cut((piece,), months)), None) if piece else None,
        lozenge=due if is_drawn(due, months) else None,
        baseline=step_baseline_cell(view, standing, step),
        forecast=step_forecast_cell(view, standing, step),
        done=_done(view, standing, step),
        evidence=_evidence(view, standing, step),
    )


def _unit(view: View, measure: Measure, step: Step) -> Cell:
    """The unit that does a step: its own, else the measure's lead."""
    own = view.units.get(step.unit.value) if step.unit else None
    if step.unit is None or own is None:
        return lead_words(view, measure)
    return Cell(
        text=own.short or own.name, origin=step.unit.origin, rule=step.unit.rule, document=measure.document
    )


def _done(view: View, standing: Standing, step: Step) -> Cell | None:
    """The day on which a step was done."""
    if step.done_on is None:
        return None
    return Cell(text=narrow(view, standing, step.done_on), origin="typed", rule="done", date=step.done_on)


def _evidence(view: View, standing: Standing, step: Step) -> tuple[Cell, ...]:
    """Kind and date of each piece of evidence, newest first."""
    pieces = sorted(standing.evidence.get(step.id, ()), key=lambda piece: piece.dated_on, reverse=True)
    return tuple(
        Cell(
            text=words(
                "year.annex.piece",
                view.language,
                kind=piece.kind,
                date=narrow(view, standing, piece.dated_on),
            ),
            origin="typed",
            rule="evidence",
            date=piece.dated_on,
        )
        for piece in pieces
    )
