"""Sheets as grids of cells: a ledger laid out in heads and rows, and the print of what a workbook says.

In: a ledger, a schedule. Out: `Grid`s in the order of the sheets, ready for a writer of files. A text longer
than a cell may hold goes on in columns named "Text (2)", "Text (3)". The print of the content is the same
whether the cells come from here or from a saved file, so that an edit can be told.
"""

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from msgspec import Struct

from milepost.ledger.cells import Cell, plain
from milepost.ledger.codec_xlsx.choices import Language
from milepost.ledger.codec_xlsx.plain import Desk, date_cell, write_plain
from milepost.ledger.codec_xlsx.rows import names_of, rows_of
from milepost.ledger.codec_xlsx.sheets import PLANNED, SHEETS, SOURCED, Field, Head, Sheet, origin_head
from milepost.ledger.codec_xlsx.sourced import write_sourced
from milepost.ledger.records import Ledger, Schedule

CELL_LIMIT = 16_000  # a cell holds 32,767 UTF-16 units, and a character may take two


class Column(Struct, frozen=True):
    """One column of a grid: its head, the field behind it (None: a person's own), and how it looks."""

    head: str
    field: Field | None = None
    grey: bool = False
    face: int = 0


class Grid(Struct, frozen=True):
    """One sheet laid out: columns, and rows of as many cells."""

    sheet: Sheet
    name: str
    columns: tuple[Column, ...]
    rows: list[list[Cell]]


def in_language(head: Head, language: Language) -> str:
    """The head in one language."""
    return head.en if language == "en" else head.zh


def lay_out(ledger: Ledger, schedule: Schedule | None) -> list[Grid]:
    """Every sheet of the ledger as a grid."""
    desk = Desk(ledger.plan.language, names_of(ledger))
    planned = {row.step: (row.start, row.finish) for row in schedule.rows} if schedule else None
    return [_grid(sheet, rows_of(ledger, sheet.key), desk, planned) for sheet in SHEETS]


def _grid(
    sheet: Sheet, records: Sequence[Any], desk: Desk, planned: Mapping[str, tuple[str, str]] | None
) -> Grid:
    columns = _columns(sheet, desk.language)
    rows = [_cells(sheet, record, desk) for record in records]
    if sheet.key == "steps" and planned is not None:
        columns += [Column(in_language(head, desk.language), None, grey=True) for head in PLANNED]
        for row, record in zip(rows, records, strict=True):
            row.extend(date_cell(day) for day in planned.get(record.id, (None, None)))
    own = list(dict.fromkeys(head for record in records for head in getattr(record, "extra", {})))
    columns += [Column(head) for head in own]
    for row, record in zip(rows, records, strict=True):
        row.extend(getattr(record, "extra", {}).get(head) for head in own)
    columns, rows = _spread(columns, rows)
    return Grid(sheet, in_language(sheet.name, desk.language), tuple(columns), rows)


def _columns(sheet: Sheet, language: Language) -> list[Column]:
    columns: list[Column] = []
    for field in sheet.fields:
        for face, head in enumerate(field.heads):
            columns.append(Column(in_language(head, language), field, field.grey, face))
        if field.form in SOURCED:
            columns.append(
                Column(in_language(origin_head(field.heads[0]), language), field, grey=True, face=-1)
            )
    return columns


def _cells(sheet: Sheet, record: Any, desk: Desk) -> list[Cell]:
    cells: list[Cell] = []
    for field in sheet.fields:
        write = write_sourced if field.form in SOURCED else write_plain
        cells.extend(write(field, getattr(record, field.key), desk))
    return cells


def _spread(columns: list[Column], rows: list[list[Cell]]) -> tuple[list[Column], list[list[Cell]]]:
    """The grid with texts beyond a cell's limit carried on in columns of their own, behind all others."""
    columns = list(columns)
    for at in range(len(columns)):
        longest = max((len(cell) for row in rows if isinstance(cell := row[at], str)), default=0)
        pieces = -(-longest // CELL_LIMIT)
        for piece in range(2, pieces + 1):
            columns.append(Column(f"{columns[at].head} ({piece})", None, grey=True))
            for row in rows:
                row.append(_piece(row[at], piece))
        if pieces > 1:
            for row in rows:
                row[at] = _piece(row[at], 1)
    return columns, rows


def _piece(cell: Cell, number: int) -> Cell:
    """The nth piece of a long text; a value that is no text stands in the first."""
    if not isinstance(cell, str):
        return cell if number == 1 else None
    return cell[(number - 1) * CELL_LIMIT : number * CELL_LIMIT] or None


def content_print(sheets: Iterable[tuple[str, Sequence[Sequence[Cell]]]]) -> str:
    """A print of every cell of the visible sheets; empty cells and rows at the ends don't count."""
    digest = hashlib.sha256()
    for name, rows in sheets:
        digest.update(f"\x1d{name}".encode())
        lines = [[plain(cell).replace("\r\n", "\n") for cell in row] for row in rows]
        texts = ["\x1f".join(line).rstrip("\x1f") for line in lines]
        digest.update("\x1e".join(texts).rstrip("\x1e").encode("utf-8", "surrogatepass"))
    return digest.hexdigest()
