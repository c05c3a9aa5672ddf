"""One page of a PDF at a time: opened, looked at, closed; what is left of it are lines, tables and counts.

In: the bytes of a file. Out: a `PageFound` for each page. Everything that the library opens is closed
again, whatever happens in between. Files that are protected, damaged or beyond the limits raise
`Unreadable`. Not here: what several pages have to do with each other (`pdf`).
"""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from msgspec import Struct

from milepost.reading.formats.pdf_drawing import Upright, drawing_of
from milepost.reading.formats.pdf_gaps import settle_gaps
from milepost.reading.formats.pdf_layout import Line, layout_of
from milepost.reading.formats.pdf_tables import Table, tables_of
from milepost.reading.formats.pdf_words import PageWords, Run, words_of
from milepost.reading.source import Unreadable

MOST_PAGES = 3_000
MOST_CHARACTERS = 20_000_000
LEAST_CHARACTERS = 4
"""A page with fewer and a picture all over is a scan."""

PASSWORD, SECURITY = 4, 5
TOLD_APART = frozenset((2, 20))
"""Kinds of remark on a page that hold no words of a person: links, and fields of a form."""

POPUP = 16
AGAIN = "Open it in the program that it came from and save it as PDF again."


class PageFound(Struct):
    """What a page holds: its lines, its tables each with the number of lines before it, what was left out.
    `scan`: a picture covers it and holds no text; `recognised`: the text under its picture was recognised."""

    lines: list[Line] = []
    gutter: float | None = None
    tables: list[tuple[int, Table]] = []
    height: float = 0.0
    width: float = 0.0
    hidden: int = 0
    aslant: int = 0
    comments: int = 0
    pictures: int = 0
    numbered: bool = False
    columns: bool = False
    scan: bool = False
    recognised: bool = False


@contextmanager
def opened(data: bytes, name: str) -> Iterator[Any]:
    """A file, opened; Unreadable when it is protected or no PDF."""
    from pypdfium2 import raw

    document = raw.FPDF_LoadMemDocument64(data, len(data), None)
    if not document:
        if raw.FPDF_GetLastError() in (PASSWORD, SECURITY):
            raise Unreadable(
                f"{name} is protected by a password. Ask for an unprotected copy, or save one without it."
            )
        raise Unreadable(f"{name} is damaged or no PDF. {AGAIN}")
    try:
        yield document
    finally:
        raw.FPDF_CloseDocument(document)


def pages_of(document: Any, name: str) -> Iterator[PageFound]:
    """The pages of an opened file one after the other; Unreadable when they are too many or hold too much."""
    from pypdfium2 import raw

    count = raw.FPDF_GetPageCount(document)
    if not 0 < count <= MOST_PAGES:
        held = "no pages" if count <= 0 else f"{count:,} pages; the limit is {MOST_PAGES:,}"
        raise Unreadable(f"{name} has {held}. {'Split it.' if count > 0 else AGAIN}")
    characters, gutter = 0, None
    for at in range(count):
        page = raw.FPDF_LoadPage(document, at)
        if not page:
            raise Unreadable(f"{name} is damaged: its page {at + 1} can't be opened. {AGAIN}")
        try:
            found = page_found(page, at, gutter)
        finally:
            raw.FPDF_ClosePage(page)
        characters += sum(len(line.words) for line in found.lines)
        gutter = found.gutter
        if characters > MOST_CHARACTERS:
            raise Unreadable(f"{name} holds more than {MOST_CHARACTERS:,} characters. Split it.")
        yield found


def page_found(page: Any, number: int, gutter: float | None) -> PageFound:
    """What an opened page holds."""
    from pypdfium2 import raw

    upright = upright_of(page)
    drawing = drawing_of(page, upright)
    text_page = raw.FPDFText_LoadPage(page)
    try:
        words = words_of(text_page, drawing, upright) if text_page else PageWords()
    finally:
        raw.FPDFText_ClosePage(text_page)
    found = PageFound(
        gutter=gutter,
        height=upright.height,
        width=upright.width,
        hidden=words.hidden,
        aslant=words.aslant,
        comments=comments_on(page),
        recognised=drawing.is_scan and words.inkless > 0,
        scan=drawing.is_scan and sum(len(run.text) for run in words.runs) < LEAST_CHARACTERS,
    )
    found.pictures = 0 if drawing.is_scan else drawing.pictures
    settle_gaps(words.runs)
    tables, rest = tables_of(drawing, words.runs)
    arrange(found, tables, rest, number)
    return found


def arrange(found: PageFound, tables: list[Table], runs: list[Run], number: int) -> None:
    """Put a page's lines and tables in order: what stands above a table is read before it."""
    for table in [*tables, None]:
        above = [run for run in runs if table is None or run.base <= table.box[1] + run.size]
        layout = layout_of(above, number, found.gutter)
        found.lines += layout.lines
        found.gutter = layout.gutter or found.gutter
        found.numbered |= layout.numbered
        found.columns |= layout.columns
        if table is not None:
            found.tables.append((len(found.lines), table))
            taken = set(map(id, above))
            runs = [run for run in runs if id(run) not in taken]


def upright_of(page: Any) -> Upright:
    """How a page's content is turned to be seen, and its visible box."""
    from pypdfium2 import raw

    box = raw.FS_RECTF()
    raw.FPDF_GetPageBoundingBox(page, box)
    return Upright((box.left, box.bottom, box.right, box.top), raw.FPDFPage_GetRotation(page) % 4)


def comments_on(page: Any) -> int:
    """How many remarks people left on a page."""
    from pypdfium2 import raw

    count = 0
    for at in range(min(raw.FPDFPage_GetAnnotCount(page), 1000)):
        remark = raw.FPDFPage_GetAnnot(page, at)
        try:
            kind = raw.FPDFAnnot_GetSubtype(remark)
            count += kind not in TOLD_APART and kind != POPUP and has_words(remark)
        finally:
            raw.FPDFPage_CloseAnnot(remark)
    return count


def has_words(remark: Any) -> bool:
    """Whether a remark holds words of its own."""
    from pypdfium2 import raw

    length: int = raw.FPDFAnnot_GetStringValue(remark, b"Contents", None, 0)
    return length > 2
