"""Which rows of a table are its head, and what each column means by them.

In: a text and the rows of a table. Out: how many rows from a place on may be a head, and the meaning of each
column: the words over it together, the lower before the upper. Which meanings make a table of measures stands
in `layout`.
"""

from itertools import islice

from milepost.reading.columns.grid import Cell, Row
from milepost.reading.columns.heads import LONGEST, meaning_of
from milepost.reading.columns.meanings import Meaning

MOST_HEAD_ROWS = 3
WEAK: frozenset[Meaning] = frozenset(("date", "aim", "name", "department", "description", "report", "other"))
"""Meanings of a lower head that give way to the words above it."""


class HeadRows:
    """Looks at the rows of one table as heads."""

    def __init__(self, text: str, rows: list[Row]) -> None:
        self.text = text
        self.rows = rows

    def words(self, cell: Cell) -> str:
        """The words of a cell."""
        return self.text[cell.start : cell.end]

    def stage_heads(self, rows: list[Row]) -> dict[int, Cell]:
        """The columns whose heads name a part of the year, with the cells that do."""
        return {cell.column: cell for row in rows for cell in row.cells if self.meaning(cell) == "stage"}

    def may_be_head(self, row: Row, below_head: bool) -> bool:
        """Whether a row reads as a head: short words, of which one of the first three is known by meaning."""
        first = list(islice((cell for cell in row.cells if cell.end > cell.start), 3))
        if not first or any(cell.end - cell.start > 2 * LONGEST for cell in first):
            return False
        if below_head:  # a head below a head begins with words that are known
            first = first[:1]
            if any(char.isdigit() for char in self.words(first[0])):
                return False
        return any(self.meaning(cell) for cell in first)

    def meaning(self, cell: Cell) -> Meaning | None:
        """What a cell means as a head."""
        return meaning_of(self.words(cell)) if cell.end - cell.start <= 2 * LONGEST else None

    def head_rows(self, at: int) -> int:
        """How many rows the head that begins here may have: as its cells reach, or as words under it are
        heads."""
        depth = max(cell.rows for cell in self.rows[at].cells)
        if depth > 1:
            return min(depth, MOST_HEAD_ROWS)
        depth = 1
        while depth < MOST_HEAD_ROWS and at + depth < len(self.rows):
            below = [cell for cell in self.rows[at + depth].cells if cell.filled]
            if not below or not all(self.meaning(cell) for cell in below) or not self.fits_under(at, below):
                break
            depth += 1
        return depth

    def fits_under(self, at: int, below: list[Cell]) -> bool:
        """Whether cells stand under cells of the head that cover several columns, or that leave the next
        empty."""
        above = {cell.column: cell for cell in self.rows[at].cells}
        for cell in below:
            over = above.get(cell.column)
            beside = above.get(cell.column + 1)
            spanning = over is None or not over.filled or over.columns > 1
            if not spanning and (beside is None or beside.filled):
                return False
        return True

    def meanings(self, rows: list[Row]) -> list[Meaning | None]:
        """What each column means by the words over it, the lower before the upper."""
        width = max(cell.column + cell.columns for row in rows for cell in row.cells)
        stacks: list[list[str]] = [[] for _ in range(width)]
        for depth, row in enumerate(rows):
            above = ""
            for cell in row.cells:
                words = self.words(cell)
                inherits = not words and depth + 1 < len(rows) and cell.rows == 1
                above = words if words else above if inherits else ""
                for column in range(cell.column, cell.column + cell.columns):
                    if above and not (inherits and not self.filled_below(rows[depth + 1 :], column)):
                        stacks[column].append(above)
        return [stacked_meaning(stack) for stack in stacks]

    def strange(self, rows: list[Row], meanings: list[Meaning | None]) -> list[str]:
        """The heads, as printed, of columns whose meaning no row of the table of heads tells."""
        return [
            " ".join(self.words(cell).split())
            for row in rows
            for cell in row.cells
            if cell.filled and not any(meanings[cell.column : cell.column + cell.columns])
        ]

    def filled_below(self, rows: list[Row], column: int) -> bool:
        """Whether a row of the head has words in a column."""
        return any(cell.filled and cell.column == column for row in rows for cell in row.cells)


def stacked_meaning(stack: list[str]) -> Meaning | None:
    """The meaning of the words over one column, upper first: together, else the lower's, else the upper's."""
    if len(stack) < 2:
        return meaning_of(stack[0]) if stack else None
    whole, lower, upper = meaning_of(" ".join(stack)), meaning_of(stack[-1]), stacked_meaning(stack[:-1])
    if whole and whole not in ("text", "other"):
        return whole
    if lower is None or (lower in WEAK and upper):
        return upper
    return lower
