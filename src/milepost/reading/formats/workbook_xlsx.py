"""Workbooks: .xlsx.

In: the bytes of a file. Out: its sheets, with what is hidden, and what was left out. The archive is
checked before the library sees it, and a sheet's size before anything is laid out in memory. XML that
tells of sheets and styles is read without entities and network. Dates that the sheet prints as a month
and shares keep their form.
"""

from collections import Counter
from contextlib import suppress
from datetime import date
from typing import Any

from milepost.reading.formats.archive import AGAIN, Archive
from milepost.reading.formats.workbook_rows import Sheet, Workbook, check_cells
from milepost.reading.formats.workbook_xls import sheets_in
from milepost.reading.patterns import pattern
from milepost.reading.source import Unreadable

MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
WORKBOOK = "xl/workbook.xml"
RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
ROW = pattern(r'row [^<>]{0,300}?r="(\d{1,7})"')
FAR_COLUMN = pattern(r'r="([A-Z]{2,3})\d{1,7}"')
FILLED = pattern(
    r'<(?:\w{1,8}:)?c\b[^>]{0,200}?\br="([A-Z]{1,3})(\d{1,7})"[^>/]{0,200}>\s?<(?:\w{1,8}:)?(?:v|is|f)\b'
)
STYLED = pattern(r'<(?:\w{1,8}:)?c\b[^>]{0,200}?\br="([A-Z]{1,3})(\d{1,7})"[^>]{0,100}?\bs="(\d{1,5})"')
MOST_MARKS = 3_000_000
"""A sheet with more elements was made to fill the memory."""

FULL_CELLS = 200_000
"""Below so many rows times columns a sheet is small whatever its cells hold."""

SHARES = frozenset((9, 10))
MONTHS = frozenset((17, 55, 57))
"""Number formats that every workbook knows: 0% and 0.00%; mmm-yy and the two of East Asia, year and month."""


def open_xlsx(data: bytes, name: str) -> Workbook:
    """The sheets of a file; Unreadable when it is damaged, protected, too large or made to do harm."""
    archive = Archive(data, name)
    workbook = tree(archive, WORKBOOK)
    if workbook is None:
        raise Unreadable(f"{name} is a zip archive but no workbook. {AGAIN}")
    forms = forms_in(tree(archive, "xl/styles.xml"))
    archive.part("xl/sharedStrings.xml")
    parts = sheet_parts(archive, workbook)
    texts: dict[str, str] = {}
    left_out: Counter[str] = Counter()
    for path in parts.values():
        xml = (archive.part(path) or b"").decode("latin-1")
        check_size(xml, archive, path)
        texts[path] = xml
        left_out["fault"] += xml.count(' t="e"')
    sheets = sheets_in(data, name)
    for sheet in sheets:
        xml = texts.get(parts.get(sheet.name, ""), "")
        hide(sheet, xml)
        print_forms(sheet, xml, forms)
    left_out["comment"] += comments_in(archive)
    return Workbook(media_type=MEDIA_TYPE, sheets=sheets, left_out=left_out)


def tree(archive: Archive, path: str) -> Any:
    """A small part as a tree; None when there is none, Unreadable when it is no sound XML."""
    data = archive.part(path)
    if data is None:
        return None
    from lxml import etree

    if data.count(b"<") > MOST_MARKS:
        archive.refuse(f"its part {path} has more than {MOST_MARKS:,} elements")
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        root: Any = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as fault:
        raise Unreadable(f"{archive.name} is damaged: its part {path} is no sound XML. {AGAIN}") from fault
    if root.getroottree().docinfo.doctype:
        archive.refuse(f"its part {path} declares a document type")
    return root


def local(element: Any) -> str:
    """An element's name without its name space."""
    return str(element.tag).rpartition("}")[2]


def whole(element: Any, attribute: str, default: int = 0) -> int:
    """A number that an attribute gives; the default where it gives none."""
    digits = str(element.get(attribute) or "")
    return int(digits) if digits.isascii() and digits.isdecimal() and len(digits) < 9 else default


def sheet_parts(archive: Archive, workbook: Any) -> dict[str, str]:
    """The part of each sheet by the sheet's name."""
    relations = tree(archive, "xl/_rels/workbook.xml.rels")
    targets = (
        {one.get("Id"): str(one.get("Target", "")) for one in relations} if relations is not None else {}
    )
    found: dict[str, str] = {}
    for element in workbook.iter():
        if local(element) == "sheet":
            target = targets.get(element.get(RELATION), "")
            found[str(element.get("name"))] = target.lstrip("/") if target.startswith("/") else f"xl/{target}"
    return found


def comments_in(archive: Archive) -> int:
    """How many comments the sheets carry; a thread of comments is also kept in the old form."""
    paths = [path for path in archive.parts if path.startswith("xl/comments") and path.endswith(".xml")]
    return sum((archive.part(path) or b"").count(b"<comment ") for path in paths)


def check_size(xml: str, archive: Archive, path: str) -> None:
    """Refuse a sheet that a stray cell makes too large; rows and cells that hold nothing don't count."""
    if "<!DOCTYPE" in xml[:1000]:
        archive.refuse(f"its part {path} declares a document type")
    if xml.count("<") > 2 * MOST_MARKS:
        archive.refuse(f"its part {path} has more than {2 * MOST_MARKS:,} elements")
    rows = max((int(row[1]) for row in ROW.finditer(xml)), default=0)
    columns = max((column_of(far[1]) for far in FAR_COLUMN.finditer(xml)), default=26)
    if rows * columns <= FULL_CELLS:
        return
    rows = columns = 0
    for cell in FILLED.finditer(xml):
        rows, columns = max(rows, int(cell[2])), max(columns, column_of(cell[1]))
    check_cells(rows, columns, archive.name)


def column_of(letters: str) -> int:
    """The number of a column, the first is 1: AA is 27."""
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - 64
    return number


# --- what is hidden ---


def hide(sheet: Sheet, xml: str) -> None:
    """Note the hidden rows and columns of a sheet."""
    if "hidden=" not in xml:
        return
    from io import BytesIO

    from lxml import etree

    rows: set[int] = set()
    columns: set[int] = set()
    walk = etree.iterparse(
        BytesIO(xml.encode("latin-1")),
        events=("end",),
        resolve_entities=False,
        no_network=True,
        huge_tree=False,
    )
    width = max(map(len, sheet.rows), default=0)
    with suppress(etree.XMLSyntaxError):  # what the library has read to its end may still be unsound
        for _, element in walk:
            if element.get("hidden") in ("1", "true"):
                if local(element) == "row":
                    rows.add(whole(element, "r") - 1)
                elif local(element) == "col":
                    first, last = whole(element, "min", 1) - 1, whole(element, "max", 1)
                    columns.update(range(max(0, first - sheet.left), min(last - sheet.left, width)))
            element.clear()
    sheet.hidden_rows, sheet.hidden_columns = frozenset(rows - {-1}), frozenset(columns)


# --- how values are printed ---


def forms_in(styles: Any) -> dict[int, str]:
    """The cell styles that print a share or a month."""
    if styles is None:
        return {}
    own = {
        whole(one, "numFmtId"): str(one.get("formatCode", ""))
        for one in styles.iter()
        if local(one) == "numFmt"
    }
    formats = next((one for one in styles if local(one) == "cellXfs"), ())
    found: dict[int, str] = {}
    for at, style in enumerate(formats):
        form = form_of(whole(style, "numFmtId"), own)
        if form:
            found[at] = form
    return found


def form_of(number: int, own: dict[int, str]) -> str | None:
    """What a number format prints: a share, a month, else nothing of note."""
    code = own.get(number, "").split(";")[0].lower()
    bare = "".join(part for part in code.split('"')[::2]).partition("]")[2] if "]" in code else code
    bare = "".join(bare.split('"')[::2])
    if number in SHARES or "%" in code:
        return "share"
    months = "y" in bare and "m" in bare and "d" not in bare and "h" not in bare
    return "month" if (number in MONTHS and number not in own) or months else None


def print_forms(sheet: Sheet, xml: str, forms: dict[int, str]) -> None:
    """Print the shares and months of a sheet as the sheet does."""
    if not forms or not any(f's="{style}"' in xml for style in forms):
        return
    for cell in STYLED.finditer(xml):
        form = forms.get(int(cell[3]))
        row, column = int(cell[2]) - 1, column_of(cell[1]) - 1 - sheet.left
        if form and row < len(sheet.rows) and 0 <= column < len(sheet.rows[row]):
            sheet.rows[row][column] = in_form(sheet.rows[row][column], form)


def in_form(words: str, form: str) -> str:
    """A printed value in the form of its cell: 0.6 as 60%, 2027-06-01 as 2027-06."""
    try:
        if form == "share":
            return f"{float(words) * 100:.6g}%"
        day = date.fromisoformat(words)
    except ValueError:
        return words
    return f"{day:%Y-%m}"
