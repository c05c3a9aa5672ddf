"""Files of tables as rows of cells: workbooks and CSV, in the coding that offices use.

In: the bytes of a file and its name. Out: rows of cells by sheet; `BadLedger` when the file can't be
opened. What the rows mean stands with their readers.
"""

import csv
import io
import re

from milepost.ledger.cells import Cell
from milepost.ledger.faults import BadLedger

ZIP, OLE = b"PK\x03\x04", b"\xd0\xcf\x11\xe0"
GUARDED = re.compile("'+[=+\\-@\t\r\n＝＋－＠]")  # what CSV writers put an apostrophe before


def read_workbook(data: bytes, name: str) -> dict[str, list[list[Cell]]]:
    """Every sheet of a workbook, hidden ones too, from its first cell on."""
    from python_calamine import CalamineError, CalamineWorkbook

    try:
        book = CalamineWorkbook.from_filelike(io.BytesIO(data))
        return {
            sheet: [list(row) for row in book.get_sheet_by_name(sheet).to_python(skip_empty_area=False)]
            for sheet in book.sheet_names
        }
    except (CalamineError, ValueError, OSError) as error:
        fault = f"{name} can't be opened as a workbook ({error}). Save it as .xlsx and try again."
        raise BadLedger([fault]) from None


def read_table(data: bytes, name: str) -> list[list[Cell]]:
    """The rows of the first sheet of a workbook, or of a CSV file."""
    if data.startswith((ZIP, OLE)):
        sheets = read_workbook(data, name)
        return next(iter(sheets.values()), [])
    return _read_csv(_decoded(data, name), name)


def _decoded(data: bytes, name: str) -> str:
    """The text of a CSV file: UTF-8 or UTF-16 by its mark, else UTF-8, else GB 18030."""
    coding = "utf-16" if data.startswith((b"\xff\xfe", b"\xfe\xff")) else "utf-8-sig"
    for one in (coding, "gb18030"):
        try:
            return data.decode(one)
        except UnicodeDecodeError:
            continue
    raise BadLedger([f"{name} is neither a workbook nor a text in UTF-8 or GB 18030. Save it as .xlsx."])


def _read_csv(text: str, name: str) -> list[list[Cell]]:
    head = text.partition("\n")[0]
    sign = max(",;\t，", key=head.count)
    try:
        rows = csv.reader(io.StringIO(text, newline=""), delimiter=sign)
        return [[_without_apostrophe(cell) for cell in row] for row in rows]
    except csv.Error as error:
        raise BadLedger([f"{name} can't be read as CSV ({error}). Save it as .xlsx and try again."]) from None


def _without_apostrophe(cell: str) -> str:
    """Takes off the one apostrophe that guards a cell such as `'=1+1`; a text's own ones stay."""
    return cell[1:] if GUARDED.match(cell) else cell
