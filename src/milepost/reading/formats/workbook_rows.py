"""Rows of sheets as blocks: which are a table's, which a title, a group's heading or a note.

In: sheets with their cells as words. Out: blocks in a `Builder`. A row with a single cell before the
table is a title or a paragraph; one that covers most of the table's width heads the rows below it, or is
a note where none follow. All other rows are the table's; its cells keep how far they reach, hidden and
empty rows not counted.
"""

from collections import Counter
from collections.abc import Iterable
from datetime import date, datetime, time, timedelta

from msgspec import Struct, field

from milepost.reading.formats.builder import Builder, Cell
from milepost.reading.source import Unreadable

MOST_CELLS = 2_000_000
"""Rows times columns that are read: a hundred thousand rows of a ledger; more is none."""

LONGEST_HEADING = 60
NOTES = ("注", "备注", "说明", "填表", "Note", "NOTE", "note", "Source", "*")

Merge = tuple[int, int, int, int]
"""First row, first column, last row, last column of cells that are one."""


class Sheet(Struct):
    """A sheet: its cells as words, and what is merged and hidden in it. `left` is how many empty columns
    at its left are left away; all places are counted without them."""

    name: str
    rows: list[list[str]]
    merges: list[Merge] = []
    hidden: bool = False
    hidden_rows: frozenset[int] = frozenset()
    hidden_columns: frozenset[int] = frozenset()
    left: int = 0


class Workbook(Struct):
    """The sheets of a file and what was left out of them."""

    media_type: str
    sheets: list[Sheet]
    left_out: Counter[str] = field(default_factory=Counter)


def check_cells(rows: int, columns: int, name: str) -> None:
    """Unreadable for a sheet that is larger than any document, as one stray cell far away makes it."""
    if rows * columns > MOST_CELLS:
        raise Unreadable(
            f"{name} has a sheet of {rows:,} rows and {columns:,} columns (limit {MOST_CELLS:,} cells). "
            "Delete what stands far from the table, or save the table's rows as .csv."
        )


def printed(value: object) -> str:
    """A value as a person reads it."""
    if isinstance(value, str):
        return value
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, int | float):
        return number(value)
    if isinstance(value, datetime):
        whole = value.hour == value.minute == value.second == 0
        return value.date().isoformat() if whole else value.strftime("%Y-%m-%d %H:%M")
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, time):
        return value.strftime("%H:%M")
    return str(value) if isinstance(value, timedelta) else ""


def number(value: float) -> str:
    """A number without a point where it is whole."""
    if value == int(value) if abs(value) < 1e15 else False:
        return str(int(value))
    return f"{value:.12g}"


def add_sheets(builder: Builder, sheets: Iterable[Sheet]) -> None:
    """Write the sheets that hold words, each under its name where there are several."""
    filled = [sheet for sheet in sheets if any(map(any, sheet.rows))]
    for sheet in filled:
        if len(filled) > 1:
            builder.add(sheet.name, "heading", 1)
        SheetRows(builder, sheet, above=int(len(filled) > 1)).add()


class SheetRows:
    """Writes the rows of one sheet."""

    def __init__(self, builder: Builder, sheet: Sheet, above: int) -> None:
        self.builder = builder
        self.sheet = sheet
        self.level = above + 1
        self.in_table = False
        self.titled = False
        self.kept = [k for k in range(width_of(sheet.rows)) if k not in sheet.hidden_columns]
        self.shown = [
            at for at, row in enumerate(sheet.rows) if at not in sheet.hidden_rows and self.words(row)
        ]
        self.merged = {(merge[0], merge[1]): merge for merge in sheet.merges}
        self.covered = {
            (row, column)
            for top, left, bottom, right in sheet.merges
            if (bottom - top + 1) * (right - left + 1) <= MOST_CELLS
            for row in range(top, min(bottom, len(sheet.rows) - 1) + 1)
            for column in range(left, min(right, len(self.kept) + left) + 1)
            if (row, column) != (top, left)
        }
        self.place = {at: index for index, at in enumerate(self.shown)}

    def words(self, row: list[str]) -> bool:
        """Whether a row says anything in columns that are shown."""
        if not self.sheet.hidden_columns:
            return any(row)
        return any(row[k] for k in self.kept if k < len(row))

    def add(self) -> None:
        """Write all rows that are shown; what is hidden and holds words is counted."""
        sheet, left_out = self.sheet, self.builder.left_out
        left_out["hidden"] += sum(at < len(sheet.rows) and any(sheet.rows[at]) for at in sheet.hidden_rows)
        left_out["hidden"] += sum(
            any(k < len(row) and row[k] for row in sheet.rows) for k in sheet.hidden_columns
        )
        self.builder.tables += 1
        plain = not sheet.merges
        for at in self.shown:
            row = sheet.rows[at]
            if not self.alone(at, row):
                self.in_table = True
                if plain:
                    self.builder.add_row([Cell(row[k] if k < len(row) else "") for k in self.kept])
                else:
                    self.builder.add_row(self.cells(at, row))

    def cells(self, at: int, row: list[str]) -> list[Cell]:
        """The cells of a row with how far they reach over rows and columns that are shown."""
        found: list[Cell] = []
        for column in self.kept:
            if (at, column) in self.covered:
                continue
            words = row[column] if column < len(row) else ""
            merge = self.merged.get((at, column))
            if merge is None:
                found.append(Cell(words))
                continue
            columns = sum(column <= k <= merge[3] for k in self.kept)
            rows = sum(one in self.place for one in range(at, min(merge[2], len(self.sheet.rows)) + 1))
            found.append(Cell(words, max(1, columns), max(1, rows)))
        return found

    def alone(self, at: int, row: list[str]) -> bool:
        """Write a row of one cell that is none of the table's as a title, a heading or a paragraph."""
        filled = [k for k in self.kept if k < len(row) and row[k]]
        if len(filled) != 1:
            return False
        words = row[filled[0]].strip()
        merge = self.merged.get((at, filled[0]))
        wide = merge is not None and merge[3] > merge[1] and (merge[3] - merge[1] + 1) * 2 >= len(self.kept)
        if self.in_table and not wide:
            return False
        last = self.place[at] + 1 == len(self.shown)
        plain = len(words) <= LONGEST_HEADING and not words.startswith(NOTES)
        if not self.in_table:
            heads = plain and not self.titled and not last and ":" not in words and "：" not in words
            self.titled = True
        else:
            heads = plain and not last
        if heads:
            self.builder.add(words, "heading", self.level + self.in_table)
        else:
            self.builder.add(words)
        return True


def width_of(rows: list[list[str]]) -> int:
    """How many columns hold words: the empty ones at the right are no part of the table."""
    width = 0
    for row in rows:
        at = len(row)
        while at > width and not row[at - 1]:
            at -= 1
        width = max(width, at)
    return width
