"""Forms: tables that print a label and beside it its value, one form a measure.

In: a text and a grid. Out: a `Record` for each form at the top of the grid, and the rows below the last
one. A row belongs to a form where each label in it is known as the head of a column and its value is not.
Rows below a form that head a list of milestones are its steps (`records`).
"""

from milepost.reading.columns.grid import Cell, Grid, Row
from milepost.reading.columns.heads import meaning_of
from milepost.reading.columns.layout import layout_of
from milepost.reading.columns.meanings import Meaning
from milepost.reading.columns.record import Record

LEAST_LABELS = 3
LEAST_ROWS = 2
"""One row of labels may be the head of a table with columns that nobody knows."""

Pair = tuple[Meaning, Cell]


def forms_in(text: str, grid: Grid) -> tuple[list[Record], list[Row]]:
    """The forms that a grid begins with, and the rows that remain."""
    found: list[Record] = []
    pairs: list[Pair] = []
    first = at = 0
    for at, row in enumerate(grid.rows):
        own = pairs_in(text, row)
        if own is None:
            break
        if pairs and own and own[0][0] == pairs[0][0]:
            add_form(grid, first, at, pairs, found)
            pairs, first = [], at
        pairs += own
    else:
        at = len(grid.rows)
    add_form(grid, first, at, pairs, found)
    return (found, grid.rows[at:]) if found else ([], grid.rows)


def pairs_in(text: str, row: Row) -> list[Pair] | None:
    """The labels of a row with the cells beside them, None for a row that is no form's."""
    cells = [cell for cell in row.cells if cell.filled]
    if row.rule or not cells or len(cells) % 2:
        return None
    pairs: list[Pair] = []
    heads = 0
    for label, value in zip(cells[::2], cells[1::2], strict=True):
        meaning = meaning_of(text[label.start : label.end])
        if meaning is None:
            return None
        heads += meaning_of(text[value.start : value.end]) is not None
        pairs.append((meaning, value))
    return None if heads == len(pairs) else pairs


def add_form(grid: Grid, first: int, after: int, pairs: list[Pair], found: list[Record]) -> None:
    """Add the record of a form's labels, where they tell of a measure."""
    large = len(pairs) >= LEAST_LABELS and after - first >= LEAST_ROWS
    layout = layout_of([meaning for meaning, _ in pairs]) if large else None
    if layout is None:
        return
    record: Record | None = None
    cells = [(role, pairs[column][1]) for column, role in layout.columns]
    duties = [cell for role, cell in cells if role == "text"]
    duties += [cell for role, cell in cells if role in ("title", "code_title") and not duties]
    if duties:
        record = Record(start=grid.rows[first].start, end=grid.rows[after - 1].end, duty=duties[-1], cells={})
        for role, cell in cells:
            record.cells.setdefault(role, []).append(cell)
        found.append(record)
