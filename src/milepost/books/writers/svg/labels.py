"""Places for words that must keep clear of lines and of each other: names in bars, notes in rows, numbers
and conditions beside arrows.

In: the sheet and its routes. Out: for each word the place where it stands, in its longest form that fits:
a stage by name, by short form, or not at all (the title of its bar and the table of steps say it); a
condition whole, shortened, or as number alone (the table under the map has it whole).
"""

from dataclasses import dataclass

from milepost.books.writers.svg.geometry import BarBox, RowBox, Sheet, gaps_between
from milepost.books.writers.svg.pen import SMALLEST, Pen
from milepost.books.writers.svg.routing import Flag, Route
from milepost.books.writers.svg.words import shorten

STAGE_SIZE, NOTE_SIZE, LINK_SIZE = 2.7, 2.5, 2.4
NUMBER_RADIUS = 1.5
CLEAR = 0.7
LOZENGE = 2.3
LEAST_CONDITION = 9.0
FLAG_ARROW = 1.7
ASIDE, FARTHEST_WORDS, FARTHEST_NUMBER = 0.6, 6, 40
"""Millimetres that a label stands from its arrow at least, with words at most, as number alone at most."""

Rectangle = tuple[float, float, float, float]
"""Left, top, right, bottom."""


@dataclass(frozen=True)
class StageName:
    """The word in a bar."""

    words: str
    size: float
    middle: float


@dataclass(frozen=True)
class LinkLabel:
    """Number and condition of a link or of one of its flags: the number's disc begins at `left` and is
    `number_width` wide, the words begin at `words_left`."""

    source: Route | Flag
    left: float
    number_width: float
    y: float
    words: str
    words_left: float
    box: Rectangle


def obstacles(row: RowBox, routes: tuple[Route, ...]) -> list[tuple[float, float]]:
    """What crosses a row at the height of its bars: trunks and the lozenge of a promise."""
    spans = []
    if row.promise is not None:
        spans.append((row.promise - LOZENGE - CLEAR, row.promise + LOZENGE + CLEAR))
    for route in routes:
        spans.extend((x - CLEAR, x + CLEAR) for x in route.crossings(row.bar_top, row.bar_bottom))
    return spans


def stage_name(pen: Pen, box: BarBox, spans: list[tuple[float, float]]) -> StageName | None:
    """The longest form of the stage's name that stands free in its bar."""
    name, short, tip = box.bar.name, box.bar.short, box.tip
    for words, size, before, behind in (
        (name, STAGE_SIZE, tip + 0.2, tip * 0.8),
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


def link_labels(
    pen: Pen, sheet: Sheet, routes: tuple[Route, ...], flags: tuple[Flag, ...]
) -> tuple[LinkLabel, ...]:
    """Number and condition of every link, none over a line, a bar or another label."""
    taken: list[Rectangle] = [box for row in sheet.rows for box in _row_boxes(row)]
    lines = [_around(segment) for route in routes for segment in route.segments]
    placed: list[LinkLabel] = []
    sources: tuple[Route | Flag, ...] = (*routes, *flags)
    for source in sources:
        label = _place(pen, sheet, source, taken + lines)
        taken.append(label.box)
        placed.append(label)
    return tuple(placed)


def _row_boxes(row: RowBox) -> list[Rectangle]:
    """What a row fills of the chart: its bars and its promise."""
    boxes = [(box.left, row.bar_top, box.right, row.bar_bottom) for box in row.bars]
    if row.promise is not None:
        boxes.append((row.promise - 0.4, row.top, row.promise + 0.4, row.bottom))
    return boxes


def _around(segment: tuple[tuple[float, float], tuple[float, float]]) -> Rectangle:
    """The strip that a line fills with its halo."""
    (x1, y1), (x2, y2) = segment
    return min(x1, x2) - 0.4, min(y1, y2) - 0.4, max(x1, x2) + 0.4, max(y1, y2) + 0.4


def _place(pen: Pen, sheet: Sheet, source: Route | Flag, taken: list[Rectangle]) -> LinkLabel:
    """The first free place, right of the arrow, left of it, a little farther: for the condition whole, then
    shortened, then for the number alone."""
    x, y = _anchor(source)
    condition = source.link.condition.text if isinstance(source, Route) or source.end == "in" else ""
    last: LinkLabel | None = None
    for words in _forms(pen, condition):
        reach = FARTHEST_WORDS if words else FARTHEST_NUMBER
        for step in range(1, reach):
            for leftward in (False, True):
                aside = -step - ASIDE if leftward else step + ASIDE
                label = _label(pen, source, x + aside, y, words, leftward)
                inside = label.box[0] >= sheet.axis.left and label.box[2] <= sheet.axis.right
                if inside and not any(_meet(label.box, other) for other in taken):
                    return label
                last = label if last is None or (not words and inside and step == 1) else last
    return last or _label(pen, source, x, y, "", leftward=False)


def _anchor(source: Route | Flag) -> tuple[float, float]:
    """Where the arrow enters, or the flag stands, in the band beside the bars."""
    if isinstance(source, Route):
        return source.enter, source.run_in
    band = (source.row.bar_height + 5.0) / 2
    return source.x, source.row.middle + (band if source.end == "out" else -band)


def _forms(pen: Pen, condition: str) -> tuple[str, ...]:
    """The condition from longest to none."""
    half = shorten(pen, condition, LINK_SIZE, 400, max(pen.width(condition, LINK_SIZE) / 2, LEAST_CONDITION))
    return tuple(dict.fromkeys((condition, half, "")))


def _label(pen: Pen, source: Route | Flag, edge: float, y: float, words: str, leftward: bool) -> LinkLabel:
    """The label with its number beside `edge` and its words on the far side of it."""
    extra = FLAG_ARROW if isinstance(source, Flag) else 0.0
    number = max(2 * NUMBER_RADIUS, pen.width(str(source.link.number), LINK_SIZE, 700) + 0.6)
    wide = pen.width(words, LINK_SIZE, 700) + 1.0 if words else 0.0
    left = edge - number - extra - wide if leftward else edge
    start = left + wide if leftward else left
    ahead = extra if isinstance(source, Flag) and source.end == "out" else 0.0
    box = (left, y - NUMBER_RADIUS, left + number + extra + wide, y + NUMBER_RADIUS)
    words_left = left if leftward else left + number + extra + 0.8
    return LinkLabel(source, start + ahead, number, y, words, words_left, box)


def _meet(one: Rectangle, other: Rectangle) -> bool:
    """Whether two rectangles share any ground."""
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]
