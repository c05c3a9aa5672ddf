"""Good files of every format, from which the changed ones are made.

In: nothing. Out: for each format a few small documents in both languages. Those that only LibreOffice writes
lie in `tests/data/hostile`; the others are made anew, so that they follow the tests they come from.
"""

from collections.abc import Callable
from functools import cache
from pathlib import Path

from tests.reading.columns import table_files
from tests.reading.formats.pdf_files import WORDS, one_page
from tests.reading.formats.word_files import cell, paragraph, row, run, word_file
from tests.reading.test_same_in_every_form import (
    PAPERS,
    TABLES,
    as_docx,
    as_html,
    as_pdf,
    as_ruled_pdf,
    as_text,
)

KEPT = Path(__file__).parents[1] / "data" / "hostile"
ENCODINGS = ("utf-8", "gb18030", "utf-16")
STYLES = (
    '<w:style w:type="paragraph" w:styleId="h" w:default="1"><w:name w:val="heading 1"/>'
    '<w:basedOn w:val="b"/><w:pPr><w:outlineLvl w:val="0"/></w:pPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="b"><w:name w:val="Body"/><w:rPr><w:vanish w:val="0"/></w:rPr>'
    "</w:style>"
)
NOTES = f'<w:footnote w:id="2">{paragraph("The Registry shall file the list by 3 May 2031.")}</w:footnote>'
RICH = (
    paragraph("Harbour Order", style="h")
    + '<w:p><w:ins w:id="1"><w:r><w:t>The Clerk shall publish the plan.</w:t></w:r></w:ins><w:del w:id="2">'
    '<w:r><w:delText>Never.</w:delText></w:r></w:del><w:r><w:footnoteReference w:id="2"/></w:r></w:p>'
    '<w:p><w:r><w:fldChar w:fldCharType="begin"/><w:instrText>PAGE</w:instrText><w:fldChar '
    'w:fldCharType="end"/><w:tab/><w:br/><w:sym w:font="Symbol" w:char="F0B7"/></w:r></w:p>'
    + "<w:tbl><w:tblGrid><w:gridCol/><w:gridCol/></w:tblGrid>"
    + row(cell("Task", '<w:gridSpan w:val="2"/>'), cell("Lead", '<w:vMerge w:val="restart"/>'))
    + row(cell("Open the gate"), cell("by 1 May 2031"), cell("", "<w:vMerge/>"), properties="<w:tblHeader/>")
    + "</w:tbl><w:p>"
    + run("The Board shall report every quarter.", "<w:b/>")
    + "<w:r><w:pict><w:txbxContent>"
    + paragraph("Boxed: the Clerk shall act.")
    + "</w:txbxContent></w:pict></w:r></w:p><w:sectPr/>"
)
"""A body with styles, tracked changes, notes, fields, merged cells and a text box."""


@cache
def seeds(kind: str) -> dict[str, bytes]:
    """The good files of one format by their names."""
    return MADE[kind]()


def texts() -> dict[str, bytes]:
    """The papers as plain text, each in three encodings."""
    return {
        f"{name}-{encoding}.txt": as_text(paper).decode().encode(encoding, "replace")
        for name, paper in PAPERS.items()
        for encoding in ENCODINGS
    }


def pages() -> dict[str, bytes]:
    """The papers and tables as web pages."""
    made = {f"{name}.html": as_html(paper) for name, paper in PAPERS.items()}
    return made | {f"table-{language}.html": table_files.html(rows) for language, rows in TABLES.items()}


def words() -> dict[str, bytes]:
    """The papers and tables as Word documents."""
    made = {f"{name}.docx": as_docx(paper) for name, paper in PAPERS.items()}
    made |= {f"table-{language}.docx": table_files.docx(rows) for language, rows in TABLES.items()}
    return made | {
        "rich.docx": word_file(RICH, styles=STYLES, footnotes=NOTES, comments="<w:p/>", header1=NOTES)
    }


def prints() -> dict[str, bytes]:
    """The papers and a ruled table set in type, and a page that is not packed."""
    made = {f"{name}.pdf": as_pdf(paper) for name, paper in PAPERS.items()}
    return made | {"table.pdf": as_ruled_pdf(TABLES["zh"]), "plain.pdf": one_page(WORDS * 3)}


def workbooks() -> dict[str, bytes]:
    """The tables as workbooks."""
    made = {f"table-{language}.xlsx": table_files.xlsx(rows) for language, rows in TABLES.items()}
    return made | {"rich.xlsx": (KEPT / "rich.xlsx").read_bytes()}


def commas() -> dict[str, bytes]:
    """The tables as text with commas."""
    return {f"table-{language}.csv": table_files.comma(rows) for language, rows in TABLES.items()}


MADE: dict[str, Callable[[], dict[str, bytes]]] = {
    "txt": texts,
    "html": pages,
    "docx": words,
    "pdf": prints,
    "xlsx": workbooks,
    "xls": lambda: {"plan.xls": (KEPT / "plan.xls").read_bytes()},
    "ods": lambda: {name: (KEPT / name).read_bytes() for name in ("plan.ods", "rich.ods")},
    "csv": commas,
    "doc": lambda: {"order.doc": (KEPT / "order.doc").read_bytes()},
}
"""How the good files of each format are made."""
