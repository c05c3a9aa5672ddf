"""Good files of every format, from which the changed ones are made.

In: nothing. Out: for each format a few small documents in both languages. Those that only LibreOffice writes
lie in `tests/data/hostile`; the others are made anew, so that they follow the tests they come from.
"""

from functools import cache
from pathlib import Path

from tests.reading.columns import table_files
from tests.reading.formats.pdf_files import WORDS, one_page
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
    return made | {f"table-{language}.docx": table_files.docx(rows) for language, rows in TABLES.items()}


def prints() -> dict[str, bytes]:
    """The papers and a ruled table set in type, and a page that is not packed."""
    made = {f"{name}.pdf": as_pdf(paper) for name, paper in PAPERS.items()}
    return made | {"table.pdf": as_ruled_pdf(TABLES["zh"]), "plain.pdf": one_page(WORDS * 3)}


def workbooks() -> dict[str, bytes]:
    """The tables as workbooks."""
    return {f"table-{language}.xlsx": table_files.xlsx(rows) for language, rows in TABLES.items()}


def commas() -> dict[str, bytes]:
    """The tables as text with commas."""
    return {f"table-{language}.csv": table_files.comma(rows) for language, rows in TABLES.items()}


MADE = {
    "txt": texts,
    "html": pages,
    "docx": words,
    "pdf": prints,
    "xlsx": workbooks,
    "xls": lambda: {"plan.xls": (KEPT / "plan.xls").read_bytes()},
    "ods": lambda: {"plan.ods": (KEPT / "plan.ods").read_bytes()},
    "csv": commas,
    "doc": lambda: {"order.doc": (KEPT / "order.doc").read_bytes()},
}
"""How the good files of each format are made."""
