"""Tables of data as CSV, safe to open in a spreadsheet.

In: a `View`, its `Standing`, the name of a table. Out: bytes in UTF-8 with a mark, lines ended by CR LF. A
text that a spreadsheet would take for a formula (it begins with `=`, `+`, `-`, `@`, their full-width forms, a
tab or a return) gets one apostrophe; so does one whose own apostrophes stand before such a sign, so that
taking exactly one off (`unguarded`) always gives the text back.
"""

import csv
import io
import re

from milepost.books.content.data import TABLES, Value, data_rows
from milepost.books.content.standing import Standing
from milepost.books.content.view import View
from milepost.books.writers.markup import printable

GUARDED = re.compile("'*[=+\\-@\t\r\n＝＋－＠]")


def write_csv(view: View, standing: Standing, table: str) -> bytes:
    """A table as CSV."""
    fields = next(one for one in TABLES if one.key == table).fields
    file = io.StringIO(newline="")
    lines = csv.writer(file, lineterminator="\r\n")
    lines.writerow([field.key for field in fields])
    for row in data_rows(view, standing, table):
        lines.writerow([cell_text(row[field.key]) for field in fields])
    return b"\xef\xbb\xbf" + file.getvalue().encode("utf-8")


def cell_text(value: Value) -> str:
    """A value as a cell: true and false in words, a list parted by "; ", texts guarded."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, list):
        value = "; ".join(value)
    return guarded(printable(value)) if isinstance(value, str) else str(value)


def guarded(text: str) -> str:
    """The text with an apostrophe in front where a spreadsheet would compute it."""
    return f"'{text}" if GUARDED.match(text) else text


def unguarded(cell: str) -> str:
    """The text of a guarded cell."""
    return cell[1:] if cell[:1] == "'" and GUARDED.match(cell) else cell
