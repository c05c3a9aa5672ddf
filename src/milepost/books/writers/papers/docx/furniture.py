"""What stands on every page of a paper in Word, and the pages themselves: A4 upright and on its side.

In: a `Paper`. Out: headers, footers, sections. A letter has its page number between dashes and says how the
copy is handled; a report has the header and footer of the books. The stamp stands on every page of both.
"""

from milepost.books.content.records.paper import Paper
from milepost.books.writers.docx.pen import NAMESPACES, TAB, field, line, paragraph, run
from milepost.books.writers.docx.tables import RowXml, table

SIZE = {
    False: '<w:pgSz w:w="11906" w:h="16838"/>',
    True: '<w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/>',
}
MARGINS = {
    "letter": '<w:pgMar w:top="1361" w:right="1361" w:bottom="1247" w:left="1474" '
    'w:header="680" w:footer="600" w:gutter="0"/>',
    "report": '<w:pgMar w:top="1191" w:right="850" w:bottom="964" w:left="1020" '
    'w:header="510" w:footer="400" w:gutter="0"/>',
}
WIDTH_MM = {
    ("letter", False): 160.0,
    ("letter", True): 247.0,
    ("report", False): 177.0,
    ("report", True): 264.0,
}
"""Between the margins, by form and turn of the page."""
PARTS = {False: ("rCoverHead", "rCoverFoot"), True: ("rHead", "rFoot")}
"""The header and footer of each turn, as the package names them."""


def header(paper: Paper, landscape: bool) -> str:
    """Book, stamp, edition; in a letter the handling and the stamp."""
    stamp = run(f" {paper.stamp} ", "MPDraft") if paper.stamp else ""
    if paper.form == "letter":
        inside = paragraph("Header", run(paper.handling)) + (paragraph("HeaderRight", stamp) if stamp else "")
        return f"<w:hdr {NAMESPACES}>{inside}</w:hdr>"
    cells = [
        paragraph("Header", run(paper.header_left, "MPHeadStrong")),
        paragraph("HeaderCentre", stamp),
        paragraph("HeaderRight", run(paper.header_right)),
    ]
    inside = table("MPHeader", _thirds(paper, landscape), [RowXml(cells)], paper.header_left or paper.title)
    return f"<w:hdr {NAMESPACES}>{inside}{line('MPThin', '')}</w:hdr>"


def footer(paper: Paper, landscape: bool) -> str:
    """Source, plan print and handling, page of pages; in a letter the page between dashes."""
    if paper.form == "letter":
        page = (run("— "), field("PAGE"), run(" —"))
        inside = paragraph("MPLetterFoot", run(paper.print_words, "MPSmall"), TAB, *page)
        return f"<w:ftr {NAMESPACES}>{inside}</w:ftr>"
    middle = "\u2003".join(word for word in (paper.print_words, paper.handling) if word)
    cells = [
        line("Footer", paper.footer_left),
        line("FooterCentre", middle),
        paragraph("FooterRight", field("PAGE"), run(" / "), field("NUMPAGES")),
    ]
    inside = table("MPFooter", _thirds(paper, landscape), [RowXml(cells)], paper.footer_left or paper.title)
    return f"<w:ftr {NAMESPACES}>{inside}{line('MPThin', '')}</w:ftr>"


def section_mark(paper: Paper, landscape: bool) -> str:
    """The end of a section within the file."""
    return f'<w:p><w:pPr><w:pStyle w:val="MPThin"/>{section_end(paper, landscape)}</w:pPr></w:p>'


def section_end(paper: Paper, landscape: bool) -> str:
    """Header, footer, size and turn of a section."""
    head, foot = PARTS[landscape]
    return (
        f'<w:sectPr><w:headerReference w:type="default" r:id="{head}"/>'
        f'<w:footerReference w:type="default" r:id="{foot}"/><w:type w:val="nextPage"/>'
        f"{SIZE[landscape]}{MARGINS[paper.form]}</w:sectPr>"
    )


def _thirds(paper: Paper, landscape: bool) -> tuple[float, float, float]:
    """Left, middle and right of a header or footer."""
    width = WIDTH_MM[paper.form, landscape]
    return (width * 0.38, width * 0.31, width * 0.31)
