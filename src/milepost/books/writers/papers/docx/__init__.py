"""A paper as a Word file, to be edited: named styles, real numbers, repeated heads, fields for pages.

In: a `Paper`. Out: the bytes of a .docx file. Upright pages and pages on their side are sections of their
own, each with its header and footer. A drawing stands as SVG with a picture beside it for programs that draw
none. The same paper gives the same bytes.
"""

from milepost.books.content.records.paper import Paper, Picture
from milepost.books.writers.docx.package import About, packed, settings_xml
from milepost.books.writers.docx.pen import NAMESPACES
from milepost.books.writers.docx.styles import fonts_xml, styles_xml
from milepost.books.writers.papers.docx.blocks import Setting, colophon, opening, piece
from milepost.books.writers.papers.docx.furniture import footer, header, section_end, section_mark
from milepost.books.writers.papers.docx.looks import looks_of
from milepost.books.writers.papers.docx.numbers import Numbers
from milepost.books.writers.papers.layout import anchors, sections
from milepost.books.writers.papers.pictures import picture_png

__all__ = ["write_paper_docx"]


def write_paper_docx(paper: Paper) -> bytes:
    """The paper as a Word file."""
    numbers = Numbers(paper)
    body = _body(paper, numbers)
    gap = "　" if paper.language == "zh" else " "
    title = f"{paper.title}{gap}{paper.head.number if paper.head else ''}".strip()
    keywords = ", ".join(word for word in (paper.kind, paper.print_words) if word)
    return packed(
        {
            "document.xml": f"<w:document {NAMESPACES}><w:body>{body}</w:body></w:document>",
            "styles.xml": styles_xml(paper.language, looks_of(paper)),
            "numbering.xml": numbers.xml(),
            "settings.xml": settings_xml(),
            "fontTable.xml": fonts_xml(),
            "header1.xml": header(paper, landscape=False),
            "footer1.xml": footer(paper, landscape=False),
            "header2.xml": header(paper, landscape=True),
            "footer2.xml": footer(paper, landscape=True),
        },
        About(title, paper.author, keywords, paper.language, paper.frozen_on[:10]),
        _pictures(paper),
    )


def _body(paper: Paper, numbers: Numbers) -> str:
    """The sections in order; the last one's properties end the file, as the schema asks."""
    made, parts = [opening(paper)], sections(paper)
    drawn, known = 0, anchors(paper)
    for at, part in enumerate(parts):
        setting = Setting(paper, part.landscape, numbers, known)
        for one in part.pieces:
            made.append(piece(one, setting._replace(picture=drawn)))
            drawn += isinstance(one, Picture)
        if at < len(parts) - 1:
            made.append(section_mark(paper, part.landscape))
    made.append(colophon(paper))
    return "".join(made) + section_end(paper, parts[-1].landscape if parts else False)


def _pictures(paper: Paper) -> dict[str, bytes]:
    """Each drawing as itself and as a picture."""
    made: dict[str, bytes] = {}
    for number, picture in enumerate(one for one in paper.blocks if isinstance(one, Picture)):
        made[f"picture{number}.png"] = picture_png(picture.svg)
        made[f"picture{number}.svg"] = picture.svg.encode()
    return made
