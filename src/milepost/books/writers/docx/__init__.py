"""The task book as a Word file, to be filled in and returned.

In: a `TaskBook`. Out: the bytes of a .docx file: cover, parts, header and footer, named styles only, one
tagged content control for everything a person is asked to fill. The same record gives the same bytes.
What was filled is read back by `milepost.ledger.returned`.
"""

from milepost.books.content.records import TaskBook
from milepost.books.writers.docx.cover import cover
from milepost.books.writers.docx.furniture import (
    cover_footer,
    cover_header,
    cover_section,
    footer,
    header,
    last_section,
)
from milepost.books.writers.docx.package import about, packed, settings_xml
from milepost.books.writers.docx.parts import parts
from milepost.books.writers.docx.pen import NAMESPACES
from milepost.books.writers.docx.styles import fonts_xml, numbering_xml, styles_xml

__all__ = ["write_docx"]


def write_docx(book: TaskBook) -> bytes:
    """The book as a Word file."""
    language = book.facts.language
    body = cover(book) + cover_section(book) + parts(book) + last_section()
    return packed(
        {
            "document.xml": f"<w:document {NAMESPACES}><w:body>{body}</w:body></w:document>",
            "styles.xml": styles_xml(language),
            "numbering.xml": numbering_xml(language),
            "settings.xml": settings_xml(),
            "fontTable.xml": fonts_xml(),
            "header1.xml": cover_header(book),
            "footer1.xml": cover_footer(),
            "header2.xml": header(book),
            "footer2.xml": footer(book),
        },
        about(book),
    )
