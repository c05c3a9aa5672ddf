"""A duty in the task book of an adopted edition, by due date, finished last.

In: a `Desk`, a measure, the assignment of the unit that cooperates. Out: `JoinedRow`. A duty without a date
of its own is due with its measure; a contested one says by when it is ruled on.
"""

from collections.abc import Iterable

from milepost.books.content.adopted.task_desk import Desk
from milepost.books.content.records import Cell
from milepost.books.content.records.adopted_task_book import JoinedRow
from milepost.books.content.values import title_cell, valued
from milepost.books.content.when import as_written
from milepost.books.content.who import lead_cell
from milepost.ledger.origins import Origin
from milepost.ledger.records import Assignment, Measure


def joined_rows(desk: Desk, measures: Iterable[Measure], unit: str) -> tuple[JoinedRow, ...]:
    """The duties of a unit in measures that others lead."""
    rows = [
        joined_row(desk, measure, duty)
        for measure in measures
        for duty in desk.view.cooperating(measure)
        if duty.unit.value == unit
    ]
    return tuple(sorted(rows, key=_order))


def _order(row: JoinedRow) -> tuple[bool, str]:
    """By due date, undated ones after them, finished ones last."""
    return row.expected_mark == "done", row.due.date or "9999"


def joined_row(desk: Desk, measure: Measure, duty: Assignment) -> JoinedRow:
    """A duty as a row."""
    view, known = desk.view, desk.standing.duties.get(duty.id)
    expected, mark = _expected(desk, measure, duty)
    return JoinedRow(
        id=duty.id,
        code=measure.code,
        number=view.number(measure),
        changed=desk.standing.is_changed(duty.id),
        state=desk.duty_state(duty),
        duty=valued(view, measure, duty.duty_text, "unit", "row.unit_to_fill"),
        officer=Cell(text=known.officer, origin="typed")
        if known and known.officer
        else desk.blank("officer", "fill.officer"),
        measure=title_cell(measure),
        lead=lead_cell(view, measure, full=True),
        citation=_citation(desk, measure, duty),
        due=_due(desk, measure, duty),
        expected=expected,
        expected_mark=mark,
        waits=_waits(desk, measure, duty),
        signed=desk.day_or_blank(known.signed_on if known else None, "signed", "mark.unsigned"),
    )


def due_day(desk: Desk, measure: Measure, duty: Assignment) -> str | None:
    """The day a duty is due to the lead: its own, else its measure's."""
    return desk.standing.duty_baseline(duty) or desk.standing.baseline(measure)


def expected_day(desk: Desk, measure: Measure, duty: Assignment) -> str | None:
    """The day a duty is now expected; None once done."""
    known = desk.standing.duties.get(duty.id)
    if known and known.done_on:
        return None
    return desk.standing.duty_forecast(duty) or due_day(desk, measure, duty)


def _citation(desk: Desk, measure: Measure, duty: Assignment) -> Cell:
    """The words of the duty where they are quoted, else its measure's clause."""
    words = duty.duty_text
    return desk.cite(measure, words.span if words and words.span else measure.span)


def _due(desk: Desk, measure: Measure, duty: Assignment) -> Cell:
    """The day that is due to the lead; without one what the text says of the measure."""
    own = duty.deadline
    day = due_day(desk, measure, duty)
    if day is None:
        return as_written(desk.view, measure)
    if own is None:
        return desk.day(day, "due:measure", "computed", measure.document)
    origin: Origin = "typed" if own.origin == "typed" else "computed"
    return desk.day(day, own.rule or "due", origin, measure.document)


def _expected(desk: Desk, measure: Measure, duty: Assignment) -> tuple[Cell, str]:
    """The day of the forecast, or the day done, with its mark."""
    known = desk.standing.duties.get(duty.id)
    if known and known.done_on:
        return desk.day(known.done_on, "done"), "done"
    day, due = expected_day(desk, measure, duty), due_day(desk, measure, duty)
    if day is None:
        return desk.blank("unit", "line.no_date"), ""
    return desk.day(day, "forecast"), "behind" if due and day > due else ""


def _waits(desk: Desk, measure: Measure, duty: Assignment) -> tuple[Cell, ...]:
    """What waits for a duty: as a person said, else the measures that wait for its measure."""
    known = desk.standing.duties.get(duty.id)
    if known and known.waits:
        return (Cell(text=known.waits, origin="typed"),)
    return desk.waiting_for(measure)
