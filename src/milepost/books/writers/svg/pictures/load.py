"""Load by unit and month: a cell a month, darker with more, framed above the unit's limit.

In: a `LoadPicture`. Out: ink; the height it takes. A cell prints led + joined, or the sum where both have no
room.
"""

from math import ceil

from milepost.books.content.records.pictures import LoadCell, LoadPicture, UnitLoad
from milepost.books.writers.svg.pen import INK, MID, PAPER, SEAL, Pen
from milepost.books.writers.svg.pictures.frame import (
    RULE,
    SMALL_SIZE,
    TINTS,
    WHITE_WORDS_FROM,
    WORD_SIZE,
    draw_title,
)
from milepost.books.writers.svg.words import wrap

NAME_SHARE = 0.26
ROW, CELL = 7.6, 6.2
HEAD = 4.6
NUMBER_SIZE = 2.5
OVER_WEIGHT = 0.7
DARKEST = len(TINTS) - 1
"""The tone of the fullest cell, where that holds as many stages or more."""


def draw_load(pen: Pen, picture: LoadPicture, width: float) -> float:
    """The picture; its height."""
    top = draw_title(pen, picture, width)
    left = width * NAME_SHARE
    wide = (width - left) / max(len(picture.months), 1)
    for n, month in enumerate(picture.months):
        pen.text(left + (n + 0.5) * wide, top + 2.8, month.label, SMALL_SIZE, fill=MID, anchor="middle")
    top += HEAD
    most = max((cell.total for row in picture.rows for cell in row.cells), default=0)
    for row in picture.rows:
        _row(pen, row, top, left, wide, max(most, DARKEST))
        top += ROW
    return top


def _row(pen: Pen, row: UnitLoad, top: float, left: float, wide: float, most: int) -> None:
    """A unit; frames are drawn last, over their neighbours."""
    lines = wrap(pen, row.unit.text, WORD_SIZE, 400, left - 2.0, 2)
    base = top + CELL / 2 + 0.95 - (len(lines) - 1) * 1.6
    for n, line in enumerate(lines):
        pen.text(0, base + n * 3.2, line, WORD_SIZE)
    for n, cell in enumerate(row.cells):
        _cell(pen, cell, left + n * wide, top, wide, most)
    for n, cell in enumerate(row.cells):
        if cell.over:
            _frame(pen, left + n * wide + 0.35, top + 0.35, wide - 0.7)


def _frame(pen: Pen, x: float, y: float, wide: float) -> None:
    """The frame of a month above the limit; a white line parts it from a dark cell on a grey copy."""
    pen.box(x, y, wide, CELL - 0.7, "none", stroke=SEAL, weight=OVER_WEIGHT)
    inset = OVER_WEIGHT * 0.75
    pen.box(x + inset, y + inset, wide - 2 * inset, CELL - 0.7 - 2 * inset, "none", stroke=PAPER, weight=0.25)


def _cell(pen: Pen, cell: LoadCell, x: float, top: float, wide: float, most: int) -> None:
    """A month of a unit."""
    tone = ceil(cell.total * DARKEST / most)
    pen.box(x + 0.2, top, wide - 0.4, CELL, TINTS[tone], stroke=RULE, weight=0.15)
    weight = 700 if tone >= WHITE_WORDS_FROM else 400
    fill = PAPER if tone >= WHITE_WORDS_FROM else MID if cell.total == 0 else INK
    both = f"{cell.led}+{cell.joined}" if cell.total else "0"
    said = both if pen.width(both, NUMBER_SIZE, weight) <= wide - 1.2 else str(cell.total)
    pen.text(x + wide / 2, top + CELL / 2 + 0.9, said, NUMBER_SIZE, weight=weight, fill=fill, anchor="middle")
