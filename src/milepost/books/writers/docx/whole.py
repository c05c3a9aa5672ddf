"""A task book's Word file from its body: the styles, headers and footers that all task books share.

In: a book and the XML of its body. Out: the bytes of a .docx.
"""

from milepost.books.writers.docx.furniture import (
    Book,
    cover_footer,
    cover_header,
    cover_section,
    footer,
    header,
    last_section,
)
from milepost.books.writers.docx.package import about, packed, settings_xml
from milepost.books.writers.docx.pen import NAMESPACES
from milepost.books.writers.docx.styles import fonts_xml, numbering_xml, styles_xml


def whole_file(book: Book, cover: str, parts: str) -> bytes:
    """The file: cover section, then the parts."""
    language = book.facts.language
    body = cover + cover_section(book) + parts + last_section()
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
