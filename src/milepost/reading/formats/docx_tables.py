"""The tables of a Word document: rows, cells, and how far each reaches.

In: a table's element. Out: its rows, the cells of each with the column they begin in and how many columns and
rows they cover; whether a table holds data or only lays out words. Not here: the words of a cell (`docx`).
"""

from typing import Any

from msgspec import Struct

from milepost.reading.formats.docx_numbers import number_of, value_of
from milepost.reading.formats.docx_package import MC, W

NO_BLOCKS = frozenset(
    W + tag for tag in ("sectPr", "tblPr", "tblGrid", "trPr", "tcPr", "sdtPr", "sdtEndPr", "pPr")
)
MOST_COLUMNS = 1_000


class GridCell(Struct, frozen=True):
    """A cell: the column it begins in, how many columns it covers, and its part in a merge of rows."""

    column: int
    columns: int
    merge: str | None
    element: Any


def children_of(parent: Any, *tags: str) -> list[Any]:
    """The nearest elements with one of the tags, in order, whatever wraps them; of alternatives the first."""
    found: list[Any] = []
    stack = list(reversed(parent))
    while stack:
        element = stack.pop()
        if element.tag in tags:
            found.append(element)
        elif element.tag == MC + "AlternateContent":
            stack.extend(reversed(element[:1]))
        elif element.tag not in NO_BLOCKS:
            stack.extend(reversed(element))
    return found


def rows_of(table: Any) -> list[Any]:
    """The rows of a table."""
    return children_of(table, W + "tr")


def cells_of(row: Any) -> list[Any]:
    """The cells of a row."""
    return children_of(row, W + "tc")


def is_data(table: Any, rows: list[Any]) -> bool:
    """Whether a table holds data: a row of two cells or more, and no further table in its cells."""
    if next(table.iterdescendants(W + "tbl"), None) is not None:
        return False
    return any(len(cells_of(row)) > 1 for row in rows)


def grid_of(row: Any) -> list[GridCell]:
    """The cells of a row; those that a merge of columns swallowed belong to the cell before."""
    grid: list[GridCell] = []
    column = number_of(value_of(row.find(W + "trPr"), "gridBefore"), 0)
    for cell in cells_of(row):
        properties = cell.find(W + "tcPr")
        columns = min(max(1, number_of(value_of(properties, "gridSpan"), 1)), MOST_COLUMNS)
        merged = None if properties is None else properties.find(W + "hMerge")
        if merged is not None and merged.get(W + "val") != "restart" and grid:
            last = grid.pop()
            grid.append(GridCell(last.column, last.columns + columns, last.merge, last.element))
        else:
            grid.append(GridCell(column, columns, merge_of(properties), cell))
        column += columns
    return grid


def merge_of(properties: Any) -> str | None:
    """`restart` for the first cell of a merge of rows, `continue` for those below, None without one."""
    merge = None if properties is None else properties.find(W + "vMerge")
    return None if merge is None else str(merge.get(W + "val", "continue"))


def rows_covered(grids: list[list[GridCell]]) -> list[list[int]]:
    """For each cell of each row, how many rows it covers: its own and those where its column goes on."""
    covered = [[1] * len(grid) for grid in grids]
    open_merges: dict[int, tuple[int, int]] = {}
    for at, grid in enumerate(grids):
        going_on: dict[int, tuple[int, int]] = {}
        for place, cell in enumerate(grid):
            if cell.merge == "restart":
                going_on[cell.column] = (at, place)
            elif cell.merge and cell.column in open_merges:
                first, where = going_on[cell.column] = open_merges[cell.column]
                covered[first][where] += 1
        open_merges = going_on
    return covered
