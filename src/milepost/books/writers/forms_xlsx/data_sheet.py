"""The rows of a large sheet, written as one run of text: what makes a form of 5,000 rows quick.

In: typed columns and rows of `Cell`s. Out: the `<row>` elements of the sheet, put behind the head row that
XlsxWriter writes. XlsxWriter keeps every cell as an object and writes it by its own call; here a row is a
joined string. Text is written in place (`inlineStr`), so nothing is ever taken for a formula, a link or a
number. Table, filter, widths, validation and print set-up stay with XlsxWriter.
"""

import datetime as dt
import re
from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache
from typing import Any
from xml.sax.saxutils import escape

from xlsxwriter.utility import xl_col_to_name, xl_range
from xlsxwriter.worksheet import Worksheet

from milepost.books.content.forms.records import Form, FormRow, Type
from milepost.books.content.records import Cell
from milepost.books.writers.markup import DROPPED

EPOCH = dt.date(1899, 12, 30).toordinal()
FIRST_REAL_YEAR = 1901
"""Spreadsheets have a 29 February 1900."""
LOOKS_ESCAPED = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")
"""A spreadsheet reads `_x0041_` as a letter; the sign in front keeps it as it is."""
UNSAFE = re.compile("[" + "".join(re.escape(chr(code)) for code in DROPPED) + "\r&<>_]")

LINE, HIGHEST = 17, 409
"""The height of a line in points, and of the highest row that a spreadsheet shows."""
Show = Callable[[int, Cell], str]
"""How a cell of a column is written in a row of this number."""


class RowsSheet(Worksheet):  # type: ignore[misc] # XlsxWriter has no types
    """A worksheet whose rows below the head are given as a whole."""

    def give_rows(
        self, form: Form, formats: dict[Type, Any], widths: Sequence[int], least_lines: int
    ) -> None:
        """The rows to write, the format of each type of cell, the widths by which a row's height is known;
        the table reaches to the last row."""
        rows, types = form.rows, [column.type for column in form.columns]
        self._given = (rows, types, formats, widths, least_lines)
        self.set_default_row(LINE)
        self.dim_rowmin, self.dim_rowmax = 0, max(len(rows), 1)
        self.dim_colmin, self.dim_colmax = 0, len(types) - 1
        reach = xl_range(0, 0, self.dim_rowmax, self.dim_colmax)
        self.tables[-1].update(
            range=reach, a_range=reach, autofilter=reach
        )  # add_table looks at each cell of its range

    def _write_sheet_data(self) -> None:
        """The head by XlsxWriter, the rows by `row_xml`."""
        rows, types, formats, widths, least = self._given
        styles = {kind: form._get_xf_index() for kind, form in formats.items()}
        self._xml_start_tag("sheetData")
        self._write_rows()
        self.fh.write("".join(row_xml(rows, types, styles, widths, least)))
        self._xml_end_tag("sheetData")


def row_xml(
    rows: Sequence[FormRow],
    types: Sequence[Type],
    styles: dict[Type, int],
    widths: Sequence[int],
    least: int = 1,
) -> Iterator[str]:
    """The rows as XML, the first in row 2, each as high as its longest cell and `least` lines at least."""
    shown = [_show(xl_col_to_name(at), kind, styles[kind]) for at, kind in enumerate(types)]
    wrapped = [at for at, width in enumerate(widths) if _wraps(rows, at, width)]
    for number, row in enumerate(rows, start=2):
        cells = "".join(
            [show(number, cell) for show, cell in zip(shown, row.cells, strict=True) if cell.text]
        )
        lines = max([_lines(row.cells[at].text, widths[at]) for at in wrapped], default=1)
        lines = max(lines, least)
        high = f' ht="{min(LINE * lines, HIGHEST)}"' if lines > 1 else ""
        yield f'<row r="{number}"{high}>{cells}</row>'


def _wraps(rows: Sequence[FormRow], at: int, width: int) -> bool:
    """Whether any cell of a column may take more than a line."""
    return any(2 * len(text) > width or "\n" in text for text in {row.cells[at].text for row in rows})


@lru_cache(maxsize=50_000)
def _lines(text: str, width: int) -> int:
    """How many lines a text takes: a sign of Chinese is as wide as two others."""
    if "\n" not in text:
        return -(-(len(text.encode("utf-8", "replace")) + len(text)) // (2 * width)) or 1
    return sum([_lines(line, width) for line in text.split("\n")])


def _show(column: str, kind: Type, style: int) -> Show:
    """How cells of a column are written."""
    opened = f'" s="{style}" t="inlineStr"><is><t xml:space="preserve">'

    def text(number: int, cell: Cell) -> str:
        words = cell.text
        if UNSAFE.search(words):
            words = safe(words)
        return f'<c r="{column}{number}{opened}{words}</t></is></c>'

    def date(number: int, cell: Cell) -> str:
        serial = serial_of(cell.date)
        return (
            text(number, cell)
            if serial is None
            else f'<c r="{column}{number}" s="{style}"><v>{serial}</v></c>'
        )

    def figure(number: int, cell: Cell) -> str:
        return (
            f'<c r="{column}{number}" s="{style}"><v>{cell.text}</v></c>'
            if is_number(cell.text)
            else text(number, cell)
        )

    return date if kind == "date" else figure if kind == "number" else text


def serial_of(date: str | None) -> int | None:
    """The day as spreadsheets count it; None for a cell without a day that they know."""
    if not date:
        return None
    day = dt.date.fromisoformat(date)
    return day.toordinal() - EPOCH if day.year >= FIRST_REAL_YEAR else None


def is_number(text: str) -> bool:
    """Whether a text is a plain number that a cell holds without loss."""
    return text.isascii() and len(text) < 16 and text.removeprefix("-").replace(".", "", 1).isdigit()


def safe(words: str) -> str:
    """The words as they stand in XML: without signs that print nothing, with those kept that a spreadsheet
    would read as its own."""
    plain = words.replace("\r\n", "\n").replace("\r", "\n").translate(DROPPED)
    return escape(LOOKS_ESCAPED.sub("_x005F_", plain))
