"""The sheet of a form as rows of cells, merged cells filled in, with what the hidden sheet still says.

In: the bytes of a workbook or a CSV, and its name. Out: `Sheet`s, all rows of one length. A merged cell
counts for every row and column that it covers. A missing hidden sheet is no fault. What the rows mean
stands in `books.forms_in`. `Packed` is the same for a pipe, where a day needs a name of its own.
"""

import datetime as dt
import io
from collections.abc import Callable, Iterator
from typing import Any

from msgspec import Struct

from milepost.ledger.cells import Cell, tidy
from milepost.ledger.faults import BadLedger
from milepost.ledger.workbooks import OLE, ZIP, read_table

HIDDEN = "_milepost"
FORMAT = "milepost.form/1"
MOST_CELLS = 2_000_000
Merge = tuple[int, int, int, int]
"""First row, first column, last row, last column of cells that are one."""


class Sheet(Struct, frozen=True):
    """A sheet: its name, its rows with merged cells filled in, and what is merged."""

    name: str
    rows: list[list[Cell]]
    merges: tuple[Merge, ...] = ()


class Hints(Struct, frozen=True):
    """What the hidden sheet says: the layout, and for whom the form was made."""

    layout: str = ""
    unit: str = ""


class Packed(Struct, frozen=True):
    """Sheets for a pipe: a day, a moment, an hour or a length of time is a pair of its kind and its text."""

    sheets: list[tuple[str, list[list[Any]], tuple[Merge, ...]]]
    hints: Hints


KINDS: dict[str, Callable[[str], Cell]] = {
    "date": dt.date.fromisoformat,
    "datetime": dt.datetime.fromisoformat,
    "time": dt.time.fromisoformat,
    "timedelta": lambda seconds: dt.timedelta(seconds=float(seconds)),
}


def packed(sheets: list[Sheet], hints: Hints) -> Packed:
    """The sheets for a pipe."""
    return Packed([(s.name, [[_pack(c) for c in row] for row in s.rows], s.merges) for s in sheets], hints)


def unpacked(came: Packed) -> tuple[list[Sheet], Hints]:
    """The sheets from a pipe."""
    return [
        Sheet(name, [[_unpack(cell) for cell in row] for row in rows], merges)
        for name, rows, merges in came.sheets
    ], came.hints


def _pack(cell: Cell) -> Any:
    """A cell; what JSON has no form for by kind and text."""
    kind = type(cell).__name__
    if kind not in KINDS:
        return cell
    return [kind, str(cell.total_seconds())] if isinstance(cell, dt.timedelta) else [kind, str(cell)]


def _unpack(cell: Any) -> Cell:
    """A cell back."""
    if isinstance(cell, list | tuple):
        kind, text = cell
        return KINDS[kind](text)
    known: Cell = cell
    return known


def open_sheets(data: bytes, name: str) -> tuple[list[Sheet], Hints]:
    """The visible sheets of a file, and the hints of the hidden one."""
    if not data.startswith((ZIP, OLE)):
        rows = read_table(data, name)
        width = max(map(len, rows), default=0)
        return [Sheet(name, [[*row, *[None] * (width - len(row))] for row in rows])], Hints()
    sheets = list(_workbook(data, name))
    hidden = next((sheet for sheet in sheets if sheet.name == HIDDEN), None)
    return [sheet for sheet in sheets if sheet.name != HIDDEN], _hints(hidden)


def _workbook(data: bytes, name: str) -> Iterator[Sheet]:
    """Every sheet of a workbook."""
    from python_calamine import CalamineError, CalamineWorkbook

    try:
        book = CalamineWorkbook.from_filelike(io.BytesIO(data))
        for title in book.sheet_names:
            sheet = book.get_sheet_by_name(title)
            if sheet.total_height * sheet.total_width > MOST_CELLS:
                raise BadLedger(
                    [f'{name}, sheet "{title}": more than {MOST_CELLS:,} cells. Delete empty rows.']
                )
            rows: list[list[Cell]] = [list(row) for row in sheet.to_python(skip_empty_area=False)]
            merges = tuple(
                (first[0], first[1], last[0], last[1]) for first, last in sheet.merged_cell_ranges or ()
            )
            yield Sheet(title, _filled(rows, merges), merges)
    except (CalamineError, ValueError, OSError) as error:
        fault = f"{name} can't be opened as a workbook ({error}). Save it as .xlsx and try again."
        raise BadLedger([fault]) from None


def _filled(rows: list[list[Cell]], merges: tuple[Merge, ...]) -> list[list[Cell]]:
    """The rows with each merged cell's value wherever it reaches."""
    for top, left, bottom, right in merges:
        if top >= len(rows) or left >= len(rows[top]):
            continue
        value = rows[top][left]
        for row in rows[top : bottom + 1]:
            for at in range(left, min(right + 1, len(row))):
                row[at] = value
    return rows


def _hints(sheet: Sheet | None) -> Hints:
    """Layout and unit, where the hidden sheet still tells them."""
    said = {tidy(row[0]): tidy(row[1]) for row in (sheet.rows if sheet else ()) if len(row) > 1}
    form, _, layout = said.get("layout", "").partition(" ")
    return Hints(layout, said.get("unit", "")) if form == FORMAT else Hints()
