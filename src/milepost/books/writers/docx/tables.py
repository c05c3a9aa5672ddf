"""Tables of a Word book: fixed widths, a head that repeats, rows that stay whole.

In: widths, heads and cells as paragraphs. Out: WordprocessingML. No merged heads, no tables in tables; every
table says what it is to those who don't see it.
"""

from collections.abc import Sequence
from typing import NamedTuple

from milepost.books.content.records import Column
from milepost.books.writers.docx.pen import line
from milepost.books.writers.markup import escape

MM = 1440 / 25.4
"""Twips in a millimetre."""


class RowXml(NamedTuple):
    """The cells of a row, each its paragraphs; a row taller than half a page may break."""

    cells: Sequence[str]
    breaks: bool = False


def table(
    style: str,
    widths_mm: Sequence[float],
    rows: Sequence[RowXml],
    caption: str,
    description: str = "",
    head: Sequence[str] = (),
) -> str:
    """A table; `head` is its repeated first row."""
    widths = [round(width * MM) for width in widths_mm]
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    first = _row(widths, RowXml(head), "<w:cantSplit/><w:tblHeader/>") if head else ""
    body = "".join(_row(widths, row, "" if row.breaks else "<w:cantSplit/>") for row in rows)
    return (
        f'<w:tbl><w:tblPr><w:tblStyle w:val="{style}"/><w:tblW w:w="{sum(widths)}" w:type="dxa"/>'
        f'<w:tblLayout w:type="fixed"/><w:tblLook w:val="0020" w:firstRow="{int(bool(head))}" '
        'w:lastRow="0" w:firstColumn="0" w:lastColumn="0" w:noHBand="1" w:noVBand="1"/>'
        f'<w:tblCaption w:val="{escape(caption)}"/>'
        f'<w:tblDescription w:val="{escape(description or caption)}"/></w:tblPr>'
        f"<w:tblGrid>{grid}</w:tblGrid>{first}{body}</w:tbl>"
    )


def head_cells(columns: Sequence[Column]) -> list[str]:
    """The heads, each with its small second line."""
    return [
        line("MPHead", column.head) + (line("MPHeadNote", column.sub) if column.sub else "")
        for column in columns
    ]


def _row(widths: Sequence[int], row: RowXml, rules: str) -> str:
    """A row; a cell without paragraphs gets an empty one, as the schema asks."""
    cells = "".join(
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>{cell or line("MPCell", "")}</w:tc>'
        for width, cell in zip(widths, row.cells, strict=True)
    )
    return f"<w:tr>{f'<w:trPr>{rules}</w:trPr>' if rules else ''}{cells}</w:tr>"
