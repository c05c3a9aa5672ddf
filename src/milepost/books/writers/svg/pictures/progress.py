"""Progress by group: a bar a group, a segment a mark, each with its sign and number.

In: a `ProgressPicture`. Out: ink; the height it takes. Bars share one scale. A segment too narrow for its
number says it under the bar, with its sign: no number is lost, no length is stretched.
"""

from milepost.books.content.records.pictures import MarkCount, ProgressPicture, ProgressRow
from milepost.books.writers.svg.marks import draw_mark
from milepost.books.writers.svg.pen import INK, PAPER, SEAL, Pen
from milepost.books.writers.svg.pictures.frame import RULE, SMALL_SIZE, WORD_SIZE, draw_title
from milepost.books.writers.svg.words import wrap

TONES = {
    "late": SEAL,
    "behind": "#56616d",
    "waiting": "#9aa4ad",
    "stale": "#c3c9cf",
    "near": "#e0e4e7",
    "on": PAPER,
    "done": INK,
    "claimed": "#f0f2f3",
    "none": PAPER,
}
WHITE_WORDS = {"late", "behind", "done"}
NAME_SHARE, NAME_LINES = 0.32, 2
BAR, GAP, REST = 6.2, 3.0, 4.2
"""Heights of a bar, between rows, of the line of small counts."""
CHIP, PAD = 3.3, 0.8
TOTAL = 9.0


def draw_progress(pen: Pen, picture: ProgressPicture, width: float) -> float:
    """The picture; its height."""
    top = _legend(pen, picture, draw_title(pen, picture, width), width)
    left = width * NAME_SHARE
    room = width - left - TOTAL
    most = max((row.total for row in picture.rows), default=1)
    pen.text(width, top + 2.4, picture.total_head, SMALL_SIZE, anchor="end")
    top += 4.0
    for row in picture.rows:
        top = _row(pen, row, top, left, width, room / most)
    return top + 0.5


def _legend(pen: Pen, picture: ProgressPicture, top: float, width: float) -> float:
    """Each mark with its word and its count over all groups; where the bars begin."""
    x, y = 0.0, top + 2.2
    for count in picture.marks:
        said = f"{count.words} {count.number}"
        wide = pen.width(said, SMALL_SIZE) + 9.6
        if x and x + wide > width:
            x, y = 0.0, y + 4.4
        _swatch(pen, count.mark, x, y - 2.9)
        pen.text(x + 5.6, y, said, SMALL_SIZE)
        x += wide
    return y + 3.0


def _swatch(pen: Pen, mark: str, x: float, y: float) -> None:
    """The tone of a mark with its sign."""
    pen.box(x, y, 4.6, 3.8, TONES[mark], stroke=INK, weight=0.2)
    if mark in WHITE_WORDS:
        pen.box(x + 0.65, y + 0.25, CHIP, CHIP, PAPER, corner=0.4)
    draw_mark(pen, mark, x + 2.3, y + 1.9)


def _row(pen: Pen, row: ProgressRow, top: float, left: float, width: float, unit: float) -> float:
    """A group; where the next one begins."""
    lines = wrap(pen, row.name.text, WORD_SIZE, 400, left - 3.0, NAME_LINES)
    base = top + BAR / 2 + 1.0 - (len(lines) - 1) * 1.7
    for n, line in enumerate(lines):
        pen.text(0, base + n * 3.4, line, WORD_SIZE)
    x, untold = left, []
    for count in row.counts:
        if count.number and not _segment(pen, count, x, top, count.number * unit):
            untold.append(count)
        x += count.number * unit
    pen.text(width, top + BAR / 2 + 1.0, str(row.total), WORD_SIZE, weight=700, anchor="end")
    bottom = top + BAR
    if untold:
        bottom = _untold(pen, untold, left, bottom, width)
    pen.line((0, bottom + GAP / 2), (width, bottom + GAP / 2), RULE, 0.15)
    return bottom + GAP


def _segment(pen: Pen, count: MarkCount, x: float, top: float, wide: float) -> bool:
    """A segment with sign and number, or its number alone; whether the number has room."""
    pen.box(x, top, wide, BAR, TONES[count.mark], stroke=INK, weight=0.25)
    said = str(count.number)
    number = pen.width(said, WORD_SIZE, 700)
    fill = PAPER if count.mark in WHITE_WORDS else INK
    middle, base = x + wide / 2, top + BAR / 2 + 1.0
    if wide >= number + CHIP + 3 * PAD:
        start = middle - (CHIP + PAD + number) / 2
        if count.mark in WHITE_WORDS:
            pen.box(start, top + (BAR - CHIP) / 2, CHIP, CHIP, PAPER, corner=0.4)
        draw_mark(pen, count.mark, start + CHIP / 2, top + BAR / 2)
        pen.text(start + CHIP + PAD, base, said, WORD_SIZE, weight=700, fill=fill)
        return True
    if wide >= number + PAD:
        pen.text(middle, base, said, WORD_SIZE, weight=700, fill=fill, anchor="middle")
        return True
    return False


def _untold(pen: Pen, counts: list[MarkCount], left: float, top: float, width: float) -> float:
    """The counts of narrow segments, in a line under the bar; where it ends."""
    x, y = left, top + REST - 0.8
    for count in counts:
        said = str(count.number)
        wide = pen.width(said, SMALL_SIZE) + 6.6
        if x > left and x + wide > width:
            x, y = left, y + REST
        draw_mark(pen, count.mark, x + 1.4, y - 0.9)
        pen.text(x + 3.6, y, said, SMALL_SIZE)
        x += wide
    return y + 0.8
