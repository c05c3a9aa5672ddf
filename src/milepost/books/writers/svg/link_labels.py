"""Places for the words of links: the number of each, and its condition beside it.

In: the sheet, routes and flags. Out: a `LinkLabel` for each, over no bar, no other label and no other link's
line. A condition stands whole, shortened, or not at all (the table under the map has it); its number always
stands, beside the arrow or on its line. Not here: names in bars and notes (labels), ink (arrows).
"""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from milepost.books.writers.svg.geometry import RowBox, Sheet
from milepost.books.writers.svg.pen import Pen
from milepost.books.writers.svg.routing import LOZENGE, LOZENGE_RISE, Flag, Point, Route
from milepost.books.writers.svg.words import shorten

LINK_SIZE, NUMBER_RADIUS, FLAG_ARROW = 2.4, 1.5, 1.7
LEAST_CONDITION, LONGEST_CONDITION = 9.0, 80.0
"""A condition is cut to no less; no more is drawn of it, as twelve words are enough on a wall."""
ASIDE, FARTHEST_WORDS, FARTHEST_NUMBER = 0.6, 6, 60
"""Units that a label stands from its arrow at least, with words at most, as number alone at most."""

DONE_ROOM = 1.5
"""What the heavy line of a done stage takes under its bar."""
BAND = 12.0
"""About the height of a row."""
FAR_RISES = (1.6, -1.6, 3.0, -3.0, 4.4, -4.4, 5.8, -5.8)
"""Heights at which a number is tried that finds no place at that of its arrow."""

Rectangle = tuple[float, float, float, float]
"""Left, top, right, bottom."""


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


def link_labels(
    pen: Pen, sheet: Sheet, routes: tuple[Route, ...], flags: tuple[Flag, ...]
) -> tuple[LinkLabel, ...]:
    """Number and condition of every link, none over a bar, another label or another link's line."""
    ground = Ground(sheet, routes)
    placed: list[LinkLabel] = []
    said: set[tuple[str, str]] = set()
    sources: tuple[Route | Flag, ...] = (*routes, *flags)
    for source in sources:
        key = (source.link.to_step, _condition(source))
        condition = shorten(pen, key[1], LINK_SIZE, 700, LONGEST_CONDITION)
        label = _place(pen, ground, source, "" if key in said else condition)
        said |= {key} if label.words else set()
        ground.take(label.box)
        placed.append(label)
    return tuple(placed)


class Ground:
    """What is taken in the chart: bars, promises and labels already placed, and the lines of links; kept in
    bands, so that a label asks only what stands at its height."""

    def __init__(self, sheet: Sheet, routes: tuple[Route, ...]) -> None:
        self.left, self.right = sheet.axis.left, sheet.axis.right
        self._taken: dict[int, list[Rectangle]] = defaultdict(list)
        self._lines: dict[int, list[tuple[Route, Rectangle]]] = defaultdict(list)
        for row in sheet.rows:
            for box in _row_boxes(row):
                self.take(box)
        for route in routes:
            for segment in route.segments:
                line = _around(segment)
                for band in _bands(line):
                    self._lines[band].append((route, line))

    def take(self, box: Rectangle) -> None:
        """Nothing else may stand here."""
        for band in _bands(box):
            self._taken[band].append(box)

    def free(self, box: Rectangle, own: Route | Flag | None = None) -> bool:
        """Whether a label may stand here; the line of its `own` link is no hindrance."""
        if box[0] < self.left or box[2] > self.right:
            return False
        for band in _bands(box):
            if any(_meet(box, other) for other in self._taken.get(band, ())):
                return False
            if any(route is not own and _meet(box, line) for route, line in self._lines.get(band, ())):
                return False
        return True

    def room(self, x: float, top: float, bottom: float, leftward: bool) -> float:
        """How far a label may reach from `x` to one side."""
        beside: set[Rectangle] = set()
        for band in _bands((x, top, x, bottom)):
            beside.update(self._taken.get(band, ()), (line for _, line in self._lines.get(band, ())))
        beside = {box for box in beside if box[1] < bottom and box[3] > top}
        if leftward:
            return x - max([self.left, *(box[2] for box in beside if box[0] < x)])
        return min([self.right, *(box[0] for box in beside if box[2] > x)]) - x


def _bands(box: Rectangle) -> range:
    """The bands that a box reaches into."""
    return range(int(box[1] // BAND), int(box[3] // BAND) + 1)


def _row_boxes(row: RowBox) -> list[Rectangle]:
    """What a row fills of the chart: its bars and its promise."""
    boxes = [(box.left, row.bar_top, box.right, row.bar_bottom) for box in row.bars]
    if row.promise is not None:
        boxes.append((row.promise - 0.4, row.top, row.promise + 0.4, row.bottom))
    if row.baseline is not None:
        middle = row.bar_top - LOZENGE_RISE
        boxes.append((row.baseline - LOZENGE, middle - LOZENGE, row.baseline + LOZENGE, middle + LOZENGE))
    boxes += [
        (box.left, row.bar_bottom, box.right, row.bar_bottom + DONE_ROOM)
        for box in row.bars
        if box.bar.step in row.row.done_steps
    ]
    return boxes


def _around(segment: tuple[tuple[float, float], tuple[float, float]]) -> Rectangle:
    """The strip that a line fills with its halo."""
    (x1, y1), (x2, y2) = segment
    return min(x1, x2) - 0.4, min(y1, y2) - 0.4, max(x1, x2) + 0.4, max(y1, y2) + 0.4


def _place(pen: Pen, ground: Ground, source: Route | Flag, condition: str) -> LinkLabel:
    """The first free place: the condition whole beside the arrow, then as much of it as fits there, then the
    number alone on the arrow's own line, then farther away."""
    anchors = _anchors(source)
    for label in (label for at in anchors for label in _beside(pen, source, at, condition, FARTHEST_WORDS)):
        if ground.free(label.box):
            return label
    if condition:
        for label in (label for at in anchors for label in _shortened(pen, ground, source, at, condition)):
            if ground.free(label.box):
                return label
    for label in _on_line(pen, source):
        if ground.free(label.box, source):
            return label
    far = (*anchors, *((x, y + rise) for x, y in anchors for rise in FAR_RISES))
    for label in (label for at in far for label in _beside(pen, source, at, "", FARTHEST_NUMBER)):
        if ground.free(label.box):
            return label
    return _label(pen, source, anchors[0][0] - NUMBER_RADIUS, anchors[0][1], "", leftward=False)


def _beside(pen: Pen, source: Route | Flag, at: Point, words: str, farthest: int) -> Iterator[LinkLabel]:
    """Places right and left of the arrow, nearest first."""
    x, y = at
    for step in range(1, farthest):
        yield _label(pen, source, x + step + ASIDE, y, words, leftward=False)
        yield _label(pen, source, x - step - ASIDE, y, words, leftward=True)


def _shortened(
    pen: Pen, ground: Ground, source: Route | Flag, at: Point, condition: str
) -> Iterator[LinkLabel]:
    """The condition cut to the room on either side, the wider side first."""
    x, y = at
    spent = 1.2 + _number_width(pen, source) + FLAG_ARROW
    sides = []
    for leftward in (False, True):
        edge = x + (-1 - ASIDE if leftward else 1 + ASIDE)
        room = ground.room(edge, y - NUMBER_RADIUS, y + NUMBER_RADIUS, leftward) - spent
        sides.append((room, edge, leftward))
    for room, edge, leftward in sorted(sides, reverse=True):
        if room >= LEAST_CONDITION:
            yield _label(pen, source, edge, y, shorten(pen, condition, LINK_SIZE, 700, room), leftward)


def _on_line(pen: Pen, source: Route | Flag) -> Iterator[LinkLabel]:
    """Places for the number on the arrow itself, on its longest piece first."""
    if isinstance(source, Flag):
        return
    half = _number_width(pen, source) / 2
    for (x1, y1), (x2, y2) in sorted(source.segments, key=_length, reverse=True):
        steps = int(_length(((x1, y1), (x2, y2))))
        for step in range(2, steps - 1):
            x, y = x1 + (x2 - x1) * step / steps, y1 + (y2 - y1) * step / steps
            yield _label(pen, source, x - half, y, "", leftward=False)


def _anchors(source: Route | Flag) -> tuple[Point, ...]:
    """Where the arrow enters; a flag may stand in the band under its bars or over them."""
    if isinstance(source, Route):
        return ((source.enter, source.run_in),)
    band = (source.row.bar_height + 5.0) / 2
    over, under = (source.x, source.row.middle - band), (source.x, source.row.middle + band)
    return (under, over) if source.end == "out" else (over, under)


def _length(segment: tuple[Point, Point]) -> float:
    """How long a straight piece is; all run along or down."""
    (x1, y1), (x2, y2) = segment
    return abs(x2 - x1) + abs(y2 - y1)


def _condition(source: Route | Flag) -> str:
    """The words that stand with the number: none where the link goes out."""
    if isinstance(source, Flag) and source.end == "out":
        return ""
    return source.link.brief or source.link.condition.text


def _number_width(pen: Pen, source: Route | Flag) -> float:
    """How wide the disc of the number is: round, longer for long numbers."""
    return max(2 * NUMBER_RADIUS, pen.width(str(source.link.number), LINK_SIZE, 700) + 0.6)


def _label(pen: Pen, source: Route | Flag, edge: float, y: float, words: str, leftward: bool) -> LinkLabel:
    """The label with its number beside `edge` and its words on the far side of it."""
    extra = FLAG_ARROW if isinstance(source, Flag) else 0.0
    number = _number_width(pen, source)
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
