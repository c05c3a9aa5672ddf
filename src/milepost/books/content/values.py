"""The small cells of a measure: title, kind, a sourced value or its blank.

In: a `View` and a measure. Out: cells. A value keeps the origin it has in the ledger; a missing one says who
fills it.
"""

from milepost.books.content.records import Cell, Fill
from milepost.books.content.view import View
from milepost.books.wording.labels import label
from milepost.books.wording.sentences import cells_in_words
from milepost.ledger.origins import Sourced
from milepost.ledger.records import Measure


def title_cell(measure: Measure) -> Cell:
    """The short title, for drawings, covers and lists; an empty one is the quote, else the code."""
    title, document = measure.title, measure.document
    if not title.value and measure.quote:
        return Cell(text=measure.quote, origin="quoted", span=measure.span, document=document)
    if not title.value:
        return Cell(text=measure.code, origin="computed", rule="title:code", document=document)
    text = cells_in_words(title.value) if title.origin in ("quoted", "computed") else title.value
    if text != title.value:
        return Cell(text=text, origin="computed", rule="title:cells", span=title.span, document=document)
    return Cell(text=text, origin=title.origin, rule=title.rule, span=title.span, document=document)


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
