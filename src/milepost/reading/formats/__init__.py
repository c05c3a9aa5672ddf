"""The formats that can be read: one module a format, one row here.

In: the bytes of a file and its name. Out: its `SourceText`. The name's extension picks the format, and the
content must bear it out; a name without an extension is judged by content alone. `Unreadable` says what is
wrong with the file and what to do. Not here: the size limit (`read`), the clauses (`outline`).
"""

from collections.abc import Callable

from msgspec import Struct

from milepost.reading.source import SourceText, Unreadable


def read_text(data: bytes, name: str) -> SourceText:
    """A plain text, see `text`."""
    from milepost.reading.formats.text import read_text

    return read_text(data, name)


def read_html(data: bytes, name: str) -> SourceText:
    """A web page, see `html`."""
    from milepost.reading.formats.html import read_html

    return read_html(data, name)


def read_docx(data: bytes, name: str) -> SourceText:
    """A Word document, see `docx`."""
    from milepost.reading.formats.docx import read_docx

    return read_docx(data, name)


def read_old(data: bytes, name: str) -> SourceText:
    """A file of an older office program, converted before, see `office`."""
    from milepost.reading.formats.office import read_old

    return read_old(data, name)


def read_pdf(data: bytes, name: str) -> SourceText:
    """A PDF file, see `pdf`."""
    from milepost.reading.formats.pdf import read_pdf

    return read_pdf(data, name)


def read_workbook(data: bytes, name: str) -> SourceText:
    """A workbook or a table in text, see `workbook`."""
    from milepost.reading.formats.workbook import read_workbook

    return read_workbook(data, name)


class Format(Struct, frozen=True):
    """A row of the registry."""

    extensions: tuple[str, ...]
    read: Callable[[bytes, str], SourceText]


FORMATS = (
    Format((".txt", ".md"), read_text),
    Format((".html", ".htm", ".xhtml"), read_html),
    Format((".docx", ".docm", ".dotx", ".dotm"), read_docx),
    Format((".doc", ".dot", ".wps", ".rtf", ".odt"), read_old),
    Format((".pdf",), read_pdf),
    Format((".xlsx", ".xlsm", ".xls", ".ods", ".csv", ".tsv"), read_workbook),
)
SUPPORTED = ", ".join(extension for row in FORMATS for extension in row.extensions)
NOT_YET = {
    ".xlsb": "Save it in Excel or LibreOffice as .xlsx.",
    ".et": "Save it in WPS Spreadsheets as .xlsx.",
    ".numbers": "Save it in Numbers as .xlsx.",
}
"""What a person can do with the formats that are met and can't be read."""


def source_text(data: bytes, name: str) -> SourceText:
    """The text of a file; Unreadable when its extension is not supported or it holds no text."""
    found = format_of(data, name).read(data, name)
    if not found.text.strip():
        raise Unreadable(
            f"{name} holds no text. If its pages are pictures, have them recognised as text first."
        )
    return found


def format_of(data: bytes, name: str) -> Format:
    """The row for a file, by its extension, else by how its bytes begin."""
    ending = extension_of(name)
    for row in FORMATS:
        if ending in row.extensions:
            return row
    if not ending:
        return next(row for row in FORMATS if sniffed(data) in row.extensions)
    advice = NOT_YET.get(ending, "Save it as one of these.")
    raise Unreadable(f"{name} can't be read: {ending} files are not supported ({SUPPORTED} are). {advice}")


def extension_of(name: str) -> str:
    """The extension of a file name in small letters, with its dot; empty when there is none."""
    base = name.replace("\\", "/").rpartition("/")[2]
    stem, dot, ending = base.rpartition(".")
    return f".{ending.lower()}" if dot and stem and ending.isascii() and ending.isalnum() else ""


def sniffed(data: bytes) -> str:
    """The extension that the first bytes speak for."""
    head = data[:1024].lstrip().lower()
    if head.startswith(b"pk\x03\x04"):
        return ".docx"
    if head.startswith(b"%pdf-"):
        return ".pdf"
    return ".html" if head.startswith((b"<!doctype html", b"<html")) else ".txt"
