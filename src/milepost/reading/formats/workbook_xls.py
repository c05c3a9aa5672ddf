"""Old workbooks: .xls.

In: the bytes of a file in the old container. Out: its sheets. What a sheet says of its size is looked at
before anything is laid out in memory; hidden rows and columns are not told by the library that reads
them.
"""

import io
import struct
from typing import Any

from milepost.reading.formats.archive import AGAIN, COMPOUND, ENCRYPTED_PACKAGE
from milepost.reading.formats.workbook_rows import Sheet, Workbook, check_cells, printed
from milepost.reading.source import Unreadable

MEDIA_TYPE = "application/vnd.ms-excel"
DIMENSIONS = b"\x00\x02\x0e\x00"
"""The head of the record in which a sheet tells its first and last row and column."""

SIZES = struct.Struct("<IIHH")
MOST_ROWS, MOST_COLUMNS = 65_536, 256
PANIC = "PanicException"
"""What the library raises at a fault of its own: a class that can't be imported, and no Exception."""


def open_xls(data: bytes, name: str) -> Workbook:
    """The sheets of a file; Unreadable when it is damaged, protected or too large."""
    if not data.startswith(COMPOUND):
        raise Unreadable(f"{name} is damaged or no .xls file. {AGAIN}")
    if ENCRYPTED_PACKAGE in data:
        raise Unreadable(
            f"{name} is protected by a password. Remove the password in the program it came from."
        )
    check_sizes(data, name)
    return Workbook(media_type=MEDIA_TYPE, sheets=sheets_in(data, name))


def check_sizes(data: bytes, name: str) -> None:
    """Refuse a file whose sheets say that they are larger than the limit."""
    at = data.find(DIMENSIONS)
    while 0 <= at <= len(data) - 4 - SIZES.size:
        top, bottom, left, right = SIZES.unpack_from(data, at + 4)
        if top <= bottom <= MOST_ROWS and left <= right <= MOST_COLUMNS:
            check_cells(bottom - top, right - left, name)
        at = data.find(DIMENSIONS, at + 1)


def sheets_in(data: bytes, name: str) -> list[Sheet]:
    """The sheets that the library finds; Unreadable with its reason in our words."""
    from python_calamine import (
        CalamineError,
        CalamineWorkbook,
        PasswordError,
        SheetTypeEnum,
        SheetVisibleEnum,
    )

    try:
        book = CalamineWorkbook.from_filelike(io.BytesIO(data))
        shown = [one for one in book.sheets_metadata if one.typ == SheetTypeEnum.WorkSheet]
        return [
            sheet_of(
                book.get_sheet_by_name(one.name), one.name, one.visible != SheetVisibleEnum.Visible, name
            )
            for one in shown
        ]
    except PasswordError as fault:
        raise Unreadable(
            f"{name} is protected by a password. Remove the password in the program it came from."
        ) from fault
    except BaseException as fault:
        if isinstance(fault, CalamineError | OSError | ValueError) or type(fault).__name__ == PANIC:
            raise Unreadable(f"{name} is damaged: its sheets can't be read. {AGAIN}") from fault
        raise


def sheet_of(found: Any, title: str, hidden: bool, name: str) -> Sheet:
    """One sheet; the library leaves the empty columns at its left away, merged ranges move with them."""
    if found.start is None:
        return Sheet(name=title, rows=[], hidden=hidden)
    check_cells(found.end[0] + 1, found.width, name)
    left = found.start[1]
    rows = [[value if type(value) is str else printed(value) for value in row] for row in found.iter_rows()]
    merges = [(a, b - left, c, d - left) for (a, b), (c, d) in found.merged_cell_ranges or () if b >= left]
    return Sheet(name=title, rows=rows, merges=merges, hidden=hidden, left=left)
