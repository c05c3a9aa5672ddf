"""Orientation: the principles of the documents, with whom they were said to, and which a unit's book holds.

In: a `View`, and for a unit's book the unit with its measures. Out: `OrientationRow`s. The whole and "Not yet
assigned" hold every principle; a unit's book those said to it, those said to nobody in particular, and those
that stand in a paragraph or theme of its measures.
"""

import re
from collections.abc import Iterator, Sequence

from milepost.books.content.records import Cell, OrientationRow, Section
from milepost.books.content.view import View
from milepost.books.wording.labels import label, words
from milepost.ledger.records import Measure, Orientation, Unit

TOLD = {
    "en": re.compile(r"((?:Each|Every) [^,.;:]{1,60}?) (?:should|shall|must|will|is to|needs? to)\b"),
    "zh": re.compile(r"(各[^，。；：要应须必项类种方样环][^，。；：要应须必]{0,13})(?:要|应|须|必须|应当)"),
}
"""A principle that begins with all of a kind speaks to them, though no register names them: "Each terminal
should dare", 各码头要大胆试."""

TO_ALL = {
    "各单位",
    "各部门",
    "各地各部门",
    "各地区各部门",
    "each unit",
    "every unit",
    "each department",
    "every department",
}
"""Words that speak to all units, so that every book holds the principle."""


def orientation(
    view: View, numbers: Iterator[str], unit: Unit | None = None, measures: Sequence[Measure] = ()
) -> Section[OrientationRow] | None:
    """The part "Orientation" of a book; of a unit's book where a unit is given."""
    held = view.ledger.orientation if unit is None else _of_unit(view, unit, measures)
    rows = tuple(orientation_row(view, row) for row in held)
    if not rows:
        return None
    return Section[OrientationRow](
        number=next(numbers),
        heading=label("line.orientation", view.language),
        note=label("part.orientation_note", view.language),
        rows=rows,
        count=words("count.rows", view.language, n=len(rows)),
    )


def orientation_row(view: View, row: Orientation) -> OrientationRow:
    """A principle with its clause, and whom it was said to when it begins with them."""
    text, citation = view.orientation_cells(row)
    said_to = told_to(view, row)
    if not said_to:
        return OrientationRow(text=text, citation=citation)
    told = words("row.said_to", view.language, words=said_to)
    cell = Cell(text=told, origin="computed", rule="orientation:said-to", document=row.document)
    return OrientationRow(text=text, citation=citation, said_to=cell)


def told_to(view: View, row: Orientation) -> str:
    """The words a principle begins with when they are a unit of the register, or all of a kind."""
    names = [name for unit in view.ledger.units for name in (unit.name, *unit.printed)]
    registered = max((n for n in names if _begins(row.text, n)), key=len, default="")
    if registered:
        return row.text[: len(registered)]
    document = view.documents.get(row.document)
    found = TOLD["zh" if document and document.language == "zh" else "en"].match(row.text)
    return found[1] if found else ""


def _of_unit(view: View, unit: Unit, measures: Sequence[Measure]) -> tuple[Orientation, ...]:
    """The principles that speak to a unit."""
    places = {place for measure in measures for place in _places(view, measure.document, measure.clause)}
    return tuple(
        row
        for row in view.ledger.orientation
        if not (told := told_to(view, row))
        or told.lower() in TO_ALL
        or told.lower() in {name.lower() for name in (unit.name, *unit.printed, *unit.aliases)}
        or places & _places(view, row.document, row.clause)
    )


def _places(view: View, document: str, clause: str | None) -> set[tuple[str, str]]:
    """The paragraph of a clause and the headed part above it."""
    found = view.citer.clauses.get(clause or "")
    if found is None:
        return set()
    above = view.citer.clauses.get(found.parent or "")
    headed = {(document, above.id)} if above and above.title and above.kind == "section" else set()
    return {(document, found.id)} | headed


def _begins(text: str, name: str) -> bool:
    """Whether a sentence begins with a name, whole words only in Latin script."""
    if not name or not text.lower().startswith(name.lower()):
        return False
    after = text[len(name) : len(name) + 1]
    return not (after.isascii() and after.isalnum() and name[-1].isascii())
