"""Tables in text: .csv and .tsv.

In: the bytes of a file. Out: one sheet. The encoding is found as for plain text; the sign that parts the
cells is the one of comma, semicolon, tab and bar that cuts the first rows into most rows of equal width.
"""

import csv
import io
from collections import Counter

from milepost.reading.formats.text import decoded, is_binary
from milepost.reading.formats.workbook_rows import MOST_CELLS, Sheet, Workbook
from milepost.reading.source import Unreadable

SIGNS = (",", ";", "\t", "|")
SAMPLE_ROWS = 60
SAMPLE = 65_536
DECLARED = "sep="
"""Excel's own first line that names the sign."""


def open_csv(data: bytes, name: str) -> Workbook:
    """The rows of a file; Unreadable when the bytes are no text."""
    text = decoded(data)
    if text is None or is_binary(text):
        raise Unreadable(
            f"{name} is not a text file: it holds binary data. Save the sheet again as .csv or .xlsx."
        )
    tabbed = name.lower().endswith(".tsv")
    sign = "\t" if tabbed else None
    if text[:4].lower() == DECLARED and text[5:6] in ("\r", "\n"):
        sign, text = text[4], text[5:].lstrip("\r\n")
    rows = rows_of(text, sign or sign_of(text), name)
    media_type = "text/tab-separated-values" if tabbed else "text/csv"
    return Workbook(media_type=media_type, sheets=[Sheet(name=name, rows=rows)])


def sign_of(text: str) -> str:
    """The sign that parts the cells; a comma where none parts anything."""
    sample = text[:SAMPLE]
    found = {sign: width_share(sample, sign) for sign in SIGNS if sign in sample}
    return max(found, key=lambda sign: found[sign], default=",")


def width_share(sample: str, sign: str) -> tuple[int, int]:
    """How many of the first rows a sign cuts into the same number of cells, above one, and that number."""
    widths: Counter[int] = Counter()
    reader = csv.reader(io.StringIO(sample), delimiter=sign)
    try:
        for _, row in zip(range(SAMPLE_ROWS), reader, strict=False):
            widths[len(row)] += len(row) > 1
    except csv.Error:
        return 0, 0
    width, count = widths.most_common(1)[0] if widths else (0, 0)
    return count, width


def rows_of(text: str, sign: str, name: str) -> list[list[str]]:
    """All rows; Unreadable beyond the limit of cells."""
    usual = csv.field_size_limit(len(text) + 1)  # the limit is the whole process's: it is put back
    rows: list[list[str]] = []
    cells = 0
    try:
        for row in csv.reader(io.StringIO(text, newline=""), delimiter=sign):
            cells += len(row)
            if cells > MOST_CELLS:
                raise Unreadable(f"{name} has more than {MOST_CELLS:,} cells. Split it into several files.")
            rows.append([cell.strip() for cell in row])
    except csv.Error as fault:
        raise Unreadable(
            f"{name} can't be read as a table: {fault}. Save it again as .csv or .xlsx."
        ) from fault
    finally:
        csv.field_size_limit(usual)
    return rows
