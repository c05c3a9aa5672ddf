"""By when: what the text says, the day it comes to, and the span that is proposed where it gives none.

In: a `View` and a measure. Out: `Dates` and its cells. A proposed date never stands where a promise would:
where the text gives the day, no second one is proposed.
"""

from typing import TypeVar

from milepost.books.content.records import Cell, Dates
from milepost.books.content.values import valued
from milepost.books.content.view import View
from milepost.books.wording.dates import date_range, joined, short_date
from milepost.books.wording.labels import label, words
from milepost.ledger.origins import Sourced
from milepost.ledger.records import DeadlineKind, Measure

T = TypeVar("T")

COUNTED = ("relative", "fixed", "milestone")
"""Kinds of deadline that are worth a word only beside the day they come to."""


def dates_of(view: View, measure: Measure) -> Dates:
    """What the text says, the last good day, and where it gives none, the proposed span."""
    day = _day(view, measure)
    deadline = measure.deadline
    kind = deadline.value.kind if deadline else ("recurring" if measure.recurring else None)
    return Dates(
        as_written=as_written(view, measure),
        day=day,
        day_note=_day_note(view, measure, kind, day),
        start=_start(view, measure),
        proposed=None if day else proposed_span(view, measure),
        kind=kind,
    )


def _day_note(view: View, measure: Measure, kind: DeadlineKind | None, day: Cell | None) -> str:
    """What kind of date it is, and by how much the plan misses it; a count without its start says nothing."""
    late = view.days_late.get(measure.id)
    typed = measure.deadline is not None and measure.deadline.origin == "typed"
    key = "dated.typed" if typed else f"dated.{kind}"
    told = label(key, view.language) if kind and (day or kind not in COUNTED) else ""
    missed = words("row.plan_later", view.language, n=late) if late else ""
    return joined((told, missed), view.language)


def as_written(view: View, measure: Measure) -> Cell:
    """The deadline in the document's words; without one the cell says so."""
    said: Sourced[str] | None = None
    if measure.deadline:
        said = _said(measure.deadline, measure.deadline.value.text)
    elif measure.recurring:
        said = _said(measure.recurring, measure.recurring.value.text)
    blank = "date.continuous_no_date" if view.kind(measure) == "standing" else "line.no_date"
    return valued(view, measure, said, "office", blank)


def written_short(view: View, measure: Measure) -> Cell:
    """The same for narrow columns: a standing duty without a date is continuous."""
    said = as_written(view, measure)
    if not said.text and view.kind(measure) == "standing":
        return Cell(fill="office", label=label("date.continuous", view.language))
    return said


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
