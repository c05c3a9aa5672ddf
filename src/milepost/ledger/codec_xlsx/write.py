"""The ledger as a workbook: `ledger.xlsx`, the exchange form.

In: a ledger and the schedule planned for it, if any. Out: the bytes of the file; the same ones for the same
input. Text is always written as text, dates as dates; nothing is a formula. Layout stands in `grid`, the way
back in `read`.
"""

import datetime as dt
import io
import unicodedata
from typing import Any

from milepost.ledger.cells import Cell, plain
from milepost.ledger.codec_xlsx.choices import Language, words
from milepost.ledger.codec_xlsx.grid import Column, Grid, content_print, lay_out
from milepost.ledger.codec_xlsx.sheets import HIDDEN
from milepost.ledger.prints import plan_print
from milepost.ledger.records import Ledger, Schedule

NARROWEST, WIDEST = 6, 60
LIST_LIMIT = 255  # characters a list of choices may take in a cell rule
SPARE_ROWS = 500  # rows beyond the last one that get lists of choices too
UNDATED = dt.datetime(2000, 1, 1)  # a file must say when it was made; never the clock, so that bytes agree
DATE_FORMATS: dict[Language, str] = {"en": "yyyy-mm-dd", "zh": 'yyyy"年"m"月"d"日"'}
GREY = "#7F7F7F"


def write_xlsx(ledger: Ledger, schedule: Schedule | None = None) -> bytes:
    """The workbook of a ledger; with a schedule, the steps show its dates in grey."""
    from xlsxwriter import Workbook

    grids = lay_out(ledger, schedule)
    file = io.BytesIO()
    book = Workbook(file, {"in_memory": True})
    book.set_properties({"title": plain(ledger.plan.title)[:255], "created": _made_on(ledger)})
    formats = _formats(book, ledger.plan.language)
    for grid in grids:
        _write_grid(book, grid, formats, ledger.plan.language)
    _write_hidden(book, ledger, grids)
    book.close()
    return file.getvalue()


def _made_on(ledger: Ledger) -> dt.datetime:
    try:
        return dt.datetime.fromisoformat(ledger.plan.frozen_on or "")
    except ValueError:
        return UNDATED


def _formats(book: Any, language: Language) -> dict[tuple[bool, bool], Any]:
    """Cell formats by (grey, date)."""
    return {
        (grey, date): book.add_format(
            {
                "valign": "top",
                "text_wrap": not date,
                **({"font_color": GREY} if grey else {}),
                **({"num_format": DATE_FORMATS[language]} if date else {}),
            }
        )
        for grey in (False, True)
        for date in (False, True)
    }


def _write_grid(book: Any, grid: Grid, formats: dict[tuple[bool, bool], Any], language: Language) -> None:
    sheet = book.add_worksheet(grid.name)
    bold = book.add_format({"bold": True, "valign": "top", "text_wrap": True, "bottom": 1})
    for at, column in enumerate(grid.columns):
        sheet.write_string(0, at, column.head, bold)
        sheet.set_column(at, at, _width(column, at, grid))
        for number, row in enumerate(grid.rows, 1):
            _write_cell(sheet, number, at, row[at], column.grey, formats)
        _add_choices(sheet, column, at, len(grid.rows), language)
    sheet.freeze_panes(1, 1)
    sheet.autofilter(0, 0, max(len(grid.rows), 1), len(grid.columns) - 1)
    sheet.set_landscape()
    sheet.set_paper(8)  # A3
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(0)


def _write_cell(
    sheet: Any, row: int, at: int, cell: Cell, grey: bool, formats: dict[tuple[bool, bool], Any]
) -> None:
    """One cell by its type: a date is a date, a number of at most 16 digits a number, all else text."""
    if cell is None or cell == "":
        return
    if isinstance(cell, dt.date):
        sheet.write_datetime(row, at, dt.datetime(cell.year, cell.month, cell.day), formats[grey, True])
    elif isinstance(cell, int | float) and not isinstance(cell, bool) and float(f"{cell:.16G}") == cell:
        sheet.write_number(row, at, cell, formats[grey, False])
    else:
        sheet.write_string(row, at, plain(cell), formats[grey, False])


def _add_choices(sheet: Any, column: Column, at: int, rows: int, language: Language) -> None:
    """A list of choices for a column that has them; a warning, not a wall, where a person writes another."""
    field = column.field
    if field is None or column.face < 0 or field.form not in ("choice", "choice°", "truth"):
        return
    allowed = words(field.of or "truth", language)
    if len(",".join(allowed)) > LIST_LIMIT:
        return
    rule = {"validate": "list", "source": allowed, "error_type": "warning"}
    sheet.data_validation(1, at, rows + SPARE_ROWS, at, rule)


def _width(column: Column, at: int, grid: Grid) -> int:
    """Two for a Chinese character, one for any other, and two more; between 6 and 60."""
    longest = max((_line_width(plain(row[at])) for row in grid.rows), default=0)
    return max(NARROWEST, min(WIDEST, max(longest, _line_width(column.head)) + 2))


def _line_width(text: str) -> int:
    longest = 0
    for line in text[: WIDEST * 4].split("\n"):
        if line.isascii():
            longest = max(longest, len(line))
            continue
        longest = max(
            longest, sum(2 if unicodedata.east_asian_width(letter) in "WF" else 1 for letter in line)
        )
    return longest


def _write_hidden(book: Any, ledger: Ledger, grids: list[Grid]) -> None:
    """The sheet that no person needs: format, prints, the keys of the columns, the order of the rows."""
    sheet = book.add_worksheet(HIDDEN)
    sheet.hide()
    content = content_print((grid.name, _as_saved(grid)) for grid in grids)
    lines: list[tuple[str, ...]] = [
        ("format", ledger.format),
        ("language", ledger.plan.language),
        ("plan print", plan_print(ledger)),
        ("content", content),
    ]
    for grid in grids:
        keys = (f"{column.field.key}.{column.face}" if column.field else "" for column in grid.columns)
        lines.append(("columns", grid.sheet.key, *keys))
    for grid in grids:
        if grid.sheet.fields[0].key == "id":
            lines.extend(("row", grid.sheet.key, plain(row[0])) for row in grid.rows)
    for number, line in enumerate(lines):
        for at, text in enumerate(line):
            sheet.write_string(number, at, text)


def _as_saved(grid: Grid) -> list[list[Cell]]:
    return [[column.head for column in grid.columns], *grid.rows]
