"""Places for the words of a row that lines may cross: names in bars, the note of a row without bars.

In: a row and the routes of links. Out: for each word the place where it stands free, in the longest form that
fits: a stage by name, by short form, or not at all (the title of its bar and the table of steps say it).
Not here: numbers and conditions of links (link_labels).
"""

from dataclasses import dataclass

from milepost.books.writers.svg.geometry import BarBox, RowBox, Sheet, gaps_between
from milepost.books.writers.svg.pen import SMALLEST, Pen
from milepost.books.writers.svg.routing import Uprights
from milepost.books.writers.svg.words import shorten

STAGE_SIZE, NOTE_SIZE = 2.7, 2.5
CLEAR, LOZENGE = 0.7, 2.3
"""What a word keeps from a line, and half the width of a promise."""


@dataclass(frozen=True)
class StageName:
    """The word in a bar."""

    words: str
    size: float
    middle: float


def obstacles(row: RowBox, uprights: Uprights) -> list[tuple[float, float]]:
    """What crosses a row at the height of its bars: trunks and the lozenge of a promise."""
    spans = []
    if row.promise is not None:
        spans.append((row.promise - LOZENGE - CLEAR, row.promise + LOZENGE + CLEAR))
    crossing = uprights.between(row.index, row.index, row.bar_top, row.bar_bottom)
    return [*spans, *((x - CLEAR, x + CLEAR) for x in crossing)]


def stage_name(pen: Pen, box: BarBox, spans: list[tuple[float, float]]) -> StageName | None:
    """The longest form of the stage's name that stands free in its bar."""
    name, short, tip = box.bar.name, box.bar.short, box.tip
    for words, size, before, behind in (
        (name, STAGE_SIZE, tip + 0.2, tip * 0.8),
        (name, SMALLEST, tip + 0.1, tip * 0.6),
        (short, STAGE_SIZE, tip * 0.9, tip * 0.3),
        (short, SMALLEST, tip * 0.9, tip * 0.3),
    ):
        inside = gaps_between(spans, box.left + before, box.right - behind)
        left, right = max(inside, key=lambda gap: gap[1] - gap[0], default=(0.0, 0.0))
        if words and pen.width(words, size) <= right - left:
            return StageName(words, size, (left + right) / 2)
    return None


def note_place(
    pen: Pen, sheet: Sheet, row: RowBox, spans: list[tuple[float, float]]
) -> tuple[float, str] | None:
    """Where the note of a row without bars begins, and as much of it as fits there."""
    gaps = gaps_between(spans, sheet.today + 1.5, sheet.axis.right - 1.0)
    if not gaps:
        return None
    full = pen.width(row.row.note, NOTE_SIZE)
    left, right = next((gap for gap in gaps if gap[1] - gap[0] >= full), None) or max(
        gaps, key=lambda gap: gap[1] - gap[0]
    )
    words = shorten(pen, row.row.note, NOTE_SIZE, 400, right - left)
    return (left, words) if words else None
