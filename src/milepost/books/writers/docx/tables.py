"""Tables of a Word book: fixed widths, a head that repeats, rows that stay whole.

In: widths, heads and cells as paragraphs. Out: WordprocessingML. No merged heads, no tables in tables; every
table says what it is to those who don't see it.
"""

from collections.abc import Collection, Sequence
from typing import NamedTuple

from milepost.books.content.records import Column
from milepost.books.writers.docx.pen import line
from milepost.books.writers.markup import escape

MM = 1440 / 25.4
"""Twips in a millimetre."""
GROUND = '<w:shd w:val="clear" w:color="auto" w:fill="E3E7EA"/>'
"""The one look that is set by hand: the ground of what is late, or answered first."""


class RowXml(NamedTuple):
    """The cells of a row, each its paragraphs; a row taller than half a page may break. `spans` are the
    columns that each cell takes, one if nothing is said; `grounds` the numbers of the cells on grey."""

    cells: Sequence[str]
    breaks: bool = False
    spans: Sequence[int] = ()
    grounds: Collection[int] = ()


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
    look = "0620" if head else "0600"
    body = "".join(_row(widths, row, "" if row.breaks else "<w:cantSplit/>") for row in rows)
    return (
        f'<w:tbl><w:tblPr><w:tblStyle w:val="{style}"/><w:tblW w:w="{sum(widths)}" w:type="dxa"/>'
        f'<w:tblLayout w:type="fixed"/><w:tblLook w:val="{look}" w:firstRow="{int(bool(head))}" '
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
    made, at = [], 0
    for number, (cell, span) in enumerate(zip(row.cells, row.spans or [1] * len(row.cells), strict=True)):
        width = sum(widths[at : at + span])
        spanned = f'<w:gridSpan w:val="{span}"/>' if span > 1 else ""
        ground = GROUND if number in row.grounds else ""
        look = f'<w:tcW w:w="{width}" w:type="dxa"/>{spanned}{ground}'
        made.append(f"<w:tc><w:tcPr>{look}</w:tcPr>{cell or line('MPCell', '')}</w:tc>")
        at += span
    return f"<w:tr>{f'<w:trPr>{rules}</w:trPr>' if rules else ''}{''.join(made)}</w:tr>"
