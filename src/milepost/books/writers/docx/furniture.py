"""What stands on every page of a Word book, and the pages themselves: A4 on its side.

In: a `TaskBook`. Out: header, footer and the two sections. The draft line stands in every header, the cover's
too; page numbers are fields. While a book is a draft, the cover has a dashed band along its binding edge.
"""

from milepost.books.content.records import TaskBook
from milepost.books.content.records.adopted_task_book import AdoptedTaskBook
from milepost.books.writers.docx.looks import INK
from milepost.books.writers.docx.pen import NAMESPACES, field, line, paragraph, run
from milepost.books.writers.docx.tables import RowXml, table

PAGE = '<w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/>'
MARGINS = (
    '<w:pgMar w:top="1080" w:right="737" w:bottom="964" w:left="1020" '
    'w:header="510" w:footer="400" w:gutter="0"/>'
)
COVER_MARGINS = (
    '<w:pgMar w:top="1080" w:right="900" w:bottom="640" w:left="1474" '
    'w:header="510" w:footer="400" w:gutter="0"/>'
)
Book = TaskBook | AdoptedTaskBook
THIRDS_MM = (100.0, 66.0, 100.0)


def header(book: Book) -> str:
    """Title and unit, the draft line in its box, edition."""
    facts = book.facts
    draft = run(f" {facts.draft_words} ", "MPDraft") if facts.draft else ""
    left = paragraph("Header", run(book.title, "MPStrong"), run(f"  {book.name.text}"))
    row = RowXml([left, _centred(draft), _right(run(facts.edition_line))])
    inside = table("MPHeader", THIRDS_MM, [row], book.title) + line("MPThin", "")
    return f"<w:hdr {NAMESPACES}>{inside}</w:hdr>"


def cover_header(book: Book) -> str:
    """The draft line alone."""
    facts = book.facts
    draft = run(f" {facts.draft_words} ", "MPDraft") if facts.draft else ""
    said = (
        run("　".join(part for part in (facts.print_line, facts.handling) if part)) if facts.handling else ""
    )
    return f"<w:hdr {NAMESPACES}>{paragraph('Header', draft, said)}</w:hdr>"


def footer(book: Book) -> str:
    """Source, plan print, page of pages."""
    facts = book.facts
    pages = field("PAGE") + run(" / ") + field("NUMPAGES")
    row = RowXml(
        [
            line("Footer", facts.source_line),
            _centred(run("　".join(part for part in (facts.print_line, facts.handling) if part)), "Footer"),
            _right(pages, "Footer"),
        ]
    )
    inside = table("MPFooter", THIRDS_MM, [row], facts.source_line) + line("MPThin", "")
    return f"<w:ftr {NAMESPACES}>{inside}</w:ftr>"


def cover_footer() -> str:
    """Nothing: the cover counts as page 1 and has no footer."""
    return f"<w:ftr {NAMESPACES}>{line('Footer', '')}</w:ftr>"


def cover_section(book: Book) -> str:
    """The end of the cover: two columns, a dashed band while it is a draft."""
    dashed = f'<w:left w:val="dashed" w:sz="12" w:space="28" w:color="{INK}"/>'
    band = f'<w:pgBorders w:offsetFrom="page">{dashed}</w:pgBorders>' if book.facts.draft else ""
    return (
        '<w:p><w:pPr><w:pStyle w:val="MPThin"/><w:sectPr>'
        '<w:headerReference w:type="default" r:id="rCoverHead"/>'
        f'<w:footerReference w:type="default" r:id="rCoverFoot"/>{PAGE}{COVER_MARGINS}{band}'
        '<w:cols w:num="2" w:sep="1" w:space="737"/></w:sectPr></w:pPr></w:p>'
    )


def last_section() -> str:
    """The pages after the cover."""
    return (
        '<w:sectPr><w:headerReference w:type="default" r:id="rHead"/><w:footerReference w:type="default" '
        f'r:id="rFoot"/><w:type w:val="nextPage"/>{PAGE}{MARGINS}</w:sectPr>'
    )


def _centred(runs: str, style: str = "Header") -> str:
    return paragraph(f"{style}Centre", runs)


def _right(runs: str, style: str = "Header") -> str:
    return paragraph(f"{style}Right", runs)
