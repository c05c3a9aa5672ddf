"""Cells that moved left below a cell that spans rows, put back under their columns by what they look
like.

In: a drawn row and the layout of its table. Out: the row moved right by as many places as fit best. A
text that draws its tables leaves out the cells that a spanning cell covers; only the looks of a number, a
date or a list of units tell where the rest belongs.
"""

from milepost.reading.chinese.deadlines import Days, find_deadlines
from milepost.reading.chinese.folding import Folded
from milepost.reading.chinese.units import is_unit, split_units
from milepost.reading.columns import Cell, Row
from milepost.reading.columns.layout import UNITS, Layout, Role
from milepost.reading.columns.records import Placing
from milepost.reading.patterns import pattern

NUMBER = pattern(r"\d{1,3}[.、]?")
MOST_PLACES = 2
"""A row lacks at most a group and a task at its left."""

Look = frozenset[str]


def placing(folded: Folded, days: Days) -> Placing:
    """What puts the rows of a drawn table in place."""

    def put(layout: Layout, row: Row) -> Row:
        roles = dict(layout.columns)
        width = max(roles) + 1
        shifts = range(min(MOST_PLACES + 1, width))
        looks = [
            looks_of(folded, cell, days, {roles.get(place + shift) for shift in shifts})
            for place, cell in enumerate(row.cells)
        ]
        fits = [fit(roles, width, looks, shift) for shift in shifts]
        shift = fits.index(max(fits))
        return row if not shift else moved(row, shift)

    return put


def moved(row: Row, shift: int) -> Row:
    """A row with its cells moved right."""
    cells = tuple(Cell(c.start, c.end, c.column + shift, c.columns, c.rows) for c in row.cells)
    return Row(row.start, row.end, cells, row.rule)


def looks_of(folded: Folded, cell: Cell, days: Days, asked: set[Role | None]) -> Look:
    """What a cell may be by its words, of what the columns that it may stand under ask; nothing for an empty
    one."""
    if not cell.filled:
        return frozenset()
    a, b = cell.start, cell.end
    looks = {"words"}
    if "code" in asked and NUMBER.fullmatch(folded.text, a, b):
        looks.add("number")
    if "deadline" in asked and find_deadlines(folded, a, b, days, field=True):
        looks.add("deadline")
    if not asked.isdisjoint(UNITS):
        units = split_units(folded.text, a, b).spans
        if units and all(is_unit(folded.text, *unit) for unit in units):
            looks.add("units")
    return frozenset(looks)


def fit(roles: dict[int, Role], width: int, looks: list[Look], shift: int) -> int:
    """How many cells look like what their column holds, when moved right by `shift`."""
    score = 0
    for k, look in enumerate(looks):
        role = roles.get(k + shift)
        if not look:
            continue
        if k + shift >= width:
            score -= 3
        elif role in ("code", "deadline"):
            score += 2 if {"code": "number"}.get(role, role) in look else -1
        elif role in UNITS:
            score += 2 if "units" in look else 0
    return score
