"""Rows of a table with each cell in its column.

In: the row blocks of a format, or the lines of a text. Out: `Grid`s: rows in reading order, each cell
with its place in the text, the column it begins in and how far it reaches. A cell that covers rows below
moves their cells to the right; where a text only draws bars, nothing is known of that (`drawn`).
"""

from collections.abc import Iterable

from msgspec import Struct

from milepost.ledger.origins import Span
from milepost.reading.patterns import pattern
from milepost.reading.source import Block, CellSpan, lines_of

FIRST_ROWS = 6
"""The rows whose cells tell how wide a table is: its head stands among them."""

RULE_LINE = pattern(r"[|:\s+\-—─=]+")


class Cell(Struct, frozen=True, gc=False):
    """A cell: its place, the column it begins in, how many columns and rows it covers."""

    start: int
    end: int
    column: int
    columns: int = 1
    rows: int = 1

    @property
    def filled(self) -> bool:
        """Whether the cell holds words."""
        return self.start < self.end


class Row(Struct, frozen=True, gc=False):
    """A row of the table, empty cells too; `rule` says that it only draws a line."""

    start: int
    end: int
    cells: tuple[Cell, ...]
    rule: bool = False


class Grid(Struct, frozen=True, gc=False):
    """A table; `drawn` says that its cells are known only by bars or tabs of a text."""

    rows: list[Row]
    drawn: bool = False


def grids_of(blocks: Iterable[Block]) -> list[Grid]:
    """The tables among the blocks of a format."""
    tables: dict[int, list[Block]] = {}
    for block in blocks:
        if block.kind == "row" and block.table is not None and block.cells:
            tables.setdefault(block.table, []).append(block)
    return [Grid(placed(rows)) for rows in tables.values()]


def placed(blocks: list[Block]) -> list[Row]:
    """Rows with their cells moved right past the cells above that reach down to them."""
    width = max(sum(cell.columns for cell in block.cells) for block in blocks[:FIRST_ROWS])
    reach: dict[int, int] = {}
    rows: list[Row] = []
    for block in blocks:
        if reach and sum(cell.columns for cell in block.cells) >= width:
            reach = {}
        rows.append(Row(*block.span, cells_in(block.cells, reach)))
    return rows


def cells_in(spans: tuple[CellSpan, ...], reach: dict[int, int]) -> tuple[Cell, ...]:
    """The cells of one row; `reach` says for how many rows more each column is covered from above."""
    if not reach and all(cell.rows == 1 and cell.columns == 1 for cell in spans):
        return tuple(Cell(*cell.span, column) for column, cell in enumerate(spans))
    found: list[Cell] = []
    column, covered = 0, dict(reach)
    for cell in spans:
        while covered.get(column, 0) > 0:
            column += 1
        found.append(Cell(*cell.span, column, cell.columns, cell.rows))
        if cell.rows > 1:
            reach.update((column + k, cell.rows) for k in range(cell.columns))
        column += cell.columns
    for column in list(reach):
        reach[column] -= 1
        if reach[column] <= 0:
            del reach[column]
    return tuple(found)


def drawn_grids(text: str) -> list[Grid]:
    """The tables that a text draws with bars or tabs: runs of lines with two cells or more."""
    if "|" not in text and "\t" not in text:
        return []
    found: list[Grid] = []
    rows: list[Row] = []
    outer = False
    for start, end in lines_of(text):
        if not rows:
            outer = text[start] == "|"
        cells = drawn_cells(text, start, end, outer)
        if len(cells) > 1:
            rule = RULE_LINE.fullmatch(text, start, end) is not None
            rows.append(Row(start, end, tuple(Cell(*cell, at) for at, cell in enumerate(cells)), rule))
        elif rows:
            found.append(Grid(rows, drawn=True))
            rows = []
    return [*found, Grid(rows, drawn=True)] if rows else found


def drawn_cells(text: str, start: int, end: int, outer: bool) -> list[Span]:
    """The cells of a line, blanks left out; a bar at its end parts nothing, nor one at its begin where the
    table's first line has one there (`outer`)."""
    mark = "|" if text.find("|", start, end) >= 0 else "\t" if text.find("\t", start, end) >= 0 else ""
    if not mark:
        return [(start, end)]
    parts, at = text[start:end].split(mark), start
    cells: list[Span] = []
    for number, part in enumerate(parts):
        if part.strip():
            begin = at + len(part) - len(part.lstrip())
            cells.append((begin, at + len(part.rstrip())))
        elif number < len(parts) - 1 and not (number == 0 and outer):
            cells.append((at, at))
        at += len(part) + 1
    return cells


def is_table(text: str, blocks: Iterable[Block]) -> bool:
    """Whether a text is mostly the rows of tables: a ledger that quotes meetings is no bulletin."""
    return sum(block.span[1] - block.span[0] for block in blocks if block.kind == "row") * 2 > len(text)
