"""PDF files for the tests: pages set in type by the books' typesetter, and bare files, object by object."""

import re
import zlib
from functools import cache
from typing import Any

from milepost.books.writers.pdf.fonts import font_files

HEAD = """#set page(paper: "a4", margin: 25mm)
#set text(size: 11pt, font: ("Source Sans Pro", "Noto Serif SC"), lang: "en")
"""
MARKS = re.compile(r"([\\#$*_`<>@\[\]~=\-+/\"'.])")
FONT = b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>"
WORDS = b"BT /F 12 Tf 72 700 Td (The Board shall publish the plan by 1 May 2027.) Tj ET\n"


@cache
def set_in_type(source: str, head: str = HEAD) -> bytes:
    """A Typst source as a PDF, with the fonts of the wheels only."""
    import typst

    compiled: Any = typst.compile
    data: bytes = compiled(
        (head + source).encode(),
        font_paths=[str(path.parent) for path in font_files()],
        ignore_system_fonts=True,
    )
    return data


def plain(text: str) -> str:
    """Words as Typst takes them, without markup."""
    return MARKS.sub(r"\\\1", text)


def stream(content: bytes, entries: bytes = b"", pack: bool = False) -> bytes:
    """A stream object."""
    if pack:
        content, entries = zlib.compress(content, 9), entries + b"/Filter/FlateDecode"
    return b"<</Length %d%s>>stream\n%s\nendstream" % (len(content), entries, content)


def file_of(objects: list[bytes]) -> bytes:
    """A file of objects, the first one its catalog."""
    out, places = b"%PDF-1.7\n", []
    for number, one in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, one)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    size = len(objects) + 1
    return out + (
        b"xref\n0 %d\n0000000000 65535 f \n%strailer\n<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF"
        % (size, table, size, len(out))
    )


def one_page(
    content: bytes, resources: bytes = b"", more: tuple[bytes, ...] = (), entries: bytes = b""
) -> bytes:
    """A file of one page; `more` objects are numbered from 6."""
    page = (
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</Font<</F 4 0 R>>%s>>/Contents 5 0 R%s>>"
        % (resources, entries)
    )
    catalog = [b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Kids[3 0 R]/Count 1>>"]
    return file_of([*catalog, page, FONT, stream(content), *more])


def form(content: bytes, resources: bytes = b"") -> bytes:
    """A drawing that pages and other drawings can use."""
    entries = b"/Type/XObject/Subtype/Form/BBox[0 0 600 900]/Resources<<%s>>" % resources
    return stream(content, entries)
