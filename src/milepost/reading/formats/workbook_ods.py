"""Workbooks of LibreOffice: .ods.

In: the bytes of a file. Out: its sheets with merged cells, what is hidden, and the comments counted. The
content is read element by element, so that a long sheet costs no more than its text; repeated rows and
cells that hold nothing are passed over. A date is printed as its value, except where the sheet prints a
month; other values as the sheet prints them.
"""

from collections import Counter
from io import BytesIO
from typing import Any

from milepost.reading.formats.archive import AGAIN, Archive
from milepost.reading.formats.workbook_rows import MOST_CELLS, Merge, Sheet, Workbook, check_cells, number
from milepost.reading.source import Unreadable

MEDIA_TYPE = "application/vnd.oasis.opendocument.spreadsheet"
T = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
O = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"  # noqa: E741 - the prefix that the format itself uses
X = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
S = "{urn:oasis:names:tc:opendocument:xmlns:style:1.0}"
CELLS = (T + "table-cell", T + "covered-table-cell")
HIDDEN = ("collapse", "filter")


def open_ods(data: bytes, name: str) -> Workbook:
    """The sheets of a file; Unreadable when it is damaged, protected, too large or made to do harm."""
    from lxml import etree

    archive = Archive(data, name)
    content = archive.part("content.xml")
    if content is None:
        raise Unreadable(f"{name} is a zip archive but no workbook. {AGAIN}")
    if b"encryption-data" in (archive.part("META-INF/manifest.xml") or b""):
        raise Unreadable(archive.protected())
    if b"<!DOCTYPE" in content[:1000]:
        archive.refuse("its part content.xml declares a document type")
    reader = Reader(name)
    walk = etree.iterparse(
        BytesIO(content),
        events=("start", "end"),
        tag=(T + "table", T + "table-row", T + "table-column", S + "style"),
        resolve_entities=False,
        no_network=True,
        huge_tree=False,
    )
    try:
        for event, element in walk:
            reader.take(event, element)
    except etree.XMLSyntaxError as fault:
        raise Unreadable(f"{name} is damaged: its part content.xml is no sound XML. {AGAIN}") from fault
    return Workbook(media_type=MEDIA_TYPE, sheets=reader.sheets, left_out=reader.left_out)


class Reader:
    """Takes the elements of the content in their order."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.sheets: list[Sheet] = []
        self.left_out: Counter[str] = Counter()
        self.hidden_styles: set[str] = set()
        self.at = 0
        self.column = 0
        self.merges: list[Merge] = []
        self.rows_hidden: set[int] = set()
        self.columns_hidden: set[int] = set()

    def take(self, event: str, element: Any) -> None:
        """Take one element."""
        if element.tag == S + "style":
            if event == "end" and any(one.get(T + "display") == "false" for one in element):
                self.hidden_styles.add(str(element.get(S + "name")))
        elif element.tag == T + "table":
            if event == "start":
                self.begin(element)
            else:
                self.finish()
        elif event == "end" and element.tag == T + "table-column":
            self.add_columns(element)
        elif event == "end":
            if self.sheets:  # a row outside of every sheet says nothing
                self.add_row(element)
            element.clear()

    def begin(self, element: Any) -> None:
        """Begin a sheet."""
        hidden = str(element.get(T + "style-name")) in self.hidden_styles
        self.sheets.append(Sheet(name=str(element.get(T + "name") or ""), rows=[], hidden=hidden))
        self.at = self.column = 0
        self.merges, self.rows_hidden, self.columns_hidden = [], set(), set()

    def finish(self) -> None:
        """End a sheet."""
        sheet = self.sheets[-1]
        sheet.merges = self.merges
        sheet.hidden_rows, sheet.hidden_columns = frozenset(self.rows_hidden), frozenset(self.columns_hidden)

    def add_columns(self, element: Any) -> None:
        """Count columns, and note those hidden."""
        times = times_of(element, T + "number-columns-repeated")
        if element.get(T + "visibility") in HIDDEN:
            self.columns_hidden.update(range(self.column, min(self.column + times, 20_000)))
        self.column += times

    def add_row(self, element: Any) -> None:
        """Add a row as often as it is repeated; rows that hold nothing are only counted."""
        times = times_of(element, T + "number-rows-repeated")
        row = self.cells(element)
        if not any(row):
            self.at += times
            return
        sheet = self.sheets[-1]
        check_cells(self.at + times, len(row), self.name)
        sheet.rows.extend([] for _ in range(self.at - len(sheet.rows)))
        sheet.rows.extend(list(row) for _ in range(times))
        if element.get(T + "visibility") in HIDDEN:
            self.rows_hidden.update(range(self.at, self.at + times))
        self.at += times

    def cells(self, element: Any) -> list[str]:
        """The words of a row's cells, those that another covers empty."""
        row: list[str] = []
        empty = 0
        for cell in element.iter(*CELLS):
            times = times_of(cell, T + "number-columns-repeated")
            words = self.words(cell) if cell.tag == T + "table-cell" else ""
            column = len(row) + empty
            columns = times_of(cell, T + "number-columns-spanned")
            rows = times_of(cell, T + "number-rows-spanned")
            if columns > 1 or rows > 1:
                self.merges.append((self.at, column, self.at + rows - 1, column + columns - 1))
            if not words:
                empty += times
                continue
            if len(row) + empty + times > MOST_CELLS:
                check_cells(1, len(row) + empty + times, self.name)
            row.extend([""] * empty)
            row.extend([words] * times)
            empty = 0
        return row

    def words(self, cell: Any) -> str:
        """What a cell prints; its comment is counted."""
        kind, found = cell.get(O + "value-type"), []
        for part in cell:
            if part.tag == O + "annotation":
                self.left_out["comment"] += 1
            elif part.tag == X + "p":
                found.append("".join(part.itertext()))
        shown = " ".join(found).strip()
        if kind == "date":
            return day_of(str(cell.get(O + "date-value") or ""), shown)
        if kind == "float" and cell.get(O + "value") and "%" not in shown:
            try:
                return number(float(cell.get(O + "value")))
            except ValueError:
                return shown
        return shown


def day_of(value: str, shown: str) -> str:
    """The day of a cell, or its month where the sheet prints no day."""
    day, _, clock = value.partition("T")
    if not day:
        return shown
    printed = [int(part[:9]) for part in "".join(c if c.isdecimal() else " " for c in shown).split()]
    parts = day.split("-")
    if len(printed) <= 2 and len(parts) == 3 and parts[2] == "01" and prints_month(parts, printed):
        return "-".join(parts[:2])
    return f"{day} {clock[:5]}" if clock and clock[:5] != "00:00" else day


def prints_month(parts: list[str], printed: list[int]) -> bool:
    """Whether the numbers that a sheet prints are a year and perhaps its month, and no day."""
    if not all(part.isdecimal() and len(part) < 9 for part in parts):
        return False
    year, month = int(parts[0]), int(parts[1])
    years = {year, year % 100}
    return bool(years & set(printed)) and (len(printed) == 1 or month in printed)


def times_of(element: Any, attribute: str) -> int:
    """How often an element is repeated, or how far it reaches."""
    digits = element.get(attribute) or "1"
    return max(1, int(digits)) if digits.isdecimal() and len(digits) < 9 else 1
