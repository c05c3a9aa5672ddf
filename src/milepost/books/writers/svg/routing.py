"""How links run across the sheet: from the end of the stage that opens, along one trunk, into the start of
the stage that is opened.

In: a laid-out sheet and its links. Out: a `Route` for each link that can be drawn as an arrow, a pair of
numbered `Flag`s for one that reaches over more than `FARTHEST` rows or ends where no stage is drawn, one
`Flag` for one whose other end stands on another sheet. Trunks
keep `APART` from each other and from promises where there is room. Words are placed afterwards and keep
clear of trunks (labels), so that no arrow passes through a word. Not here: ink (arrows).
"""

from dataclasses import dataclass
from typing import Literal

from milepost.books.content.records import RoadLink
from milepost.books.writers.svg.geometry import BarBox, RowBox, Sheet

Point = tuple[float, float]

FARTHEST = 10
APART = 2.0
LEAVE, RUN_IN, TIP = 1.1, 2.2, 1.5
"""Below the source, above the target, and the head's distance from the target's edge."""
ENTRY = 2.1
SWING = 8.0
STEP = 0.5
COST_CLOSE, COST_BAR, COST_PROMISE, COST_WAY = 10.0, 2.0, 4.0, 0.05


@dataclass(frozen=True)
class Route:
    """An arrow: its corners from source to target, the trunk's place, and where it enters."""

    link: RoadLink
    points: tuple[Point, ...]
    trunk: float
    enter: float
    run_in: float
    downward: bool

    @property
    def segments(self) -> tuple[tuple[Point, Point], ...]:
        """The straight pieces of the line."""
        return tuple(zip(self.points, self.points[1:], strict=False))

    def crossings(self, top: float, bottom: float) -> list[float]:
        """Where its upright pieces stand between two heights."""
        return [
            x1
            for (x1, y1), (x2, y2) in self.segments
            if x1 == x2 and min(y1, y2) < bottom and max(y1, y2) > top
        ]


@dataclass(frozen=True)
class Flag:
    """One end of a link that is not drawn through: its number stands beside the stage."""

    link: RoadLink
    row: RowBox
    x: float
    end: Literal["out", "in"]


@dataclass(frozen=True)
class Ends:
    """A link with its two rows and the places where it leaves and enters."""

    link: RoadLink
    source: RowBox
    target: RowBox
    leave: float
    enter: float
    drawn: bool


def lead_links(sheet: Sheet, links: tuple[RoadLink, ...]) -> tuple[tuple[Route, ...], tuple[Flag, ...]]:
    """Lead all links: the critical ones first, so that they run straightest."""
    rows = {box.row.id: box for box in sheet.rows}
    routes: list[Route] = []
    flags: list[Flag] = []
    for link in sorted(links, key=lambda link: (not link.critical, link.number)):
        if link.from_row not in rows or link.to_row not in rows:
            flags += _half(sheet, link, rows)
            continue
        ends = _ends(sheet, link, rows[link.from_row], rows[link.to_row], routes)
        if ends.drawn and abs(ends.target.index - ends.source.index) <= FARTHEST:
            routes.append(_route(sheet, ends, routes))
        else:
            flags.append(Flag(link, ends.source, ends.leave, "out"))
            flags.append(Flag(link, ends.target, ends.enter, "in"))
    return tuple(routes), tuple(flags)


def _half(sheet: Sheet, link: RoadLink, rows: dict[str, RowBox]) -> list[Flag]:
    """The flag of a link whose other end stands on another sheet, or on none."""
    source, target = rows.get(link.from_row), rows.get(link.to_row)
    if source is not None:
        bars = [box for box in source.bars if box.bar.step == link.from_step] or list(source.bars[-1:])
        at = bars[0].right - 0.7 if bars else source.promise or sheet.today + 1.5
        return [Flag(link, source, at, "out")]
    if target is not None:
        bars = [box for box in target.bars if box.bar.step == link.to_step] or list(target.bars[:1])
        at = bars[0].left + ENTRY if bars else target.promise or sheet.today + 1.5
        return [Flag(link, target, at, "in")]
    return []


def _ends(sheet: Sheet, link: RoadLink, source: RowBox, target: RowBox, others: list[Route]) -> Ends:
    """Where the link leaves and enters."""
    before = [box for box in source.bars if box.bar.step == link.from_step] or list(source.bars[-1:])
    after = [box for box in target.bars if box.bar.step == link.to_step] or list(target.bars[:1])
    leave = before[0].right - 0.7 if before else source.promise or sheet.today + 1.5
    if not after:
        return Ends(link, source, target, leave, target.promise or sheet.today + 1.5, drawn=False)
    enter = _entry(target, after[0], others)
    return Ends(link, source, target, leave, enter, drawn=bool(before or source.promise))


def _entry(target: RowBox, box: BarBox, others: list[Route]) -> float:
    """The place in the start of the stage that is farthest from the lines already there, nearest first."""
    room = max(box.right - box.left - 2.0, 0.6)
    places = sorted({min(ENTRY + APART * number, room) for number in range(5)} | {min(0.8, room)})
    near = [
        x for other in others for x in other.crossings(target.bar_top - RUN_IN, target.bar_bottom + RUN_IN)
    ]
    first = min(ENTRY, room)

    def cost(place: float) -> float:
        """Lines too close to this place, then its distance from the usual one."""
        return 10.0 * sum(abs(box.left + place - x) < APART - 0.01 for x in near) + abs(place - first)

    return box.left + min(places, key=cost)


def _route(sheet: Sheet, ends: Ends, others: list[Route]) -> Route:
    """The corners of the arrow, with the trunk where it disturbs least."""
    downward = ends.target.index > ends.source.index
    sign = 1.0 if downward else -1.0
    start = ends.source.bar_bottom if downward else ends.source.bar_top
    edge = ends.target.bar_top if downward else ends.target.bar_bottom
    if ends.source.index == ends.target.index:
        sign, edge = 1.0, ends.target.bar_top
    leave_at = start + LEAVE * (1.0 if downward else -1.0)
    run_in = edge - sign * RUN_IN
    trunk = _trunk(sheet, ends, leave_at, run_in, others)
    corners = [
        (ends.leave, start),
        (ends.leave, leave_at),
        (trunk, leave_at),
        (trunk, run_in),
        (ends.enter, run_in),
        (ends.enter, edge - sign * TIP),
    ]
    points = tuple(point for place, point in enumerate(corners) if not place or point != corners[place - 1])
    return Route(ends.link, points, trunk, ends.enter, run_in, downward)


def _trunk(sheet: Sheet, ends: Ends, first: float, last: float, others: list[Route]) -> float:
    """The cheapest place for the trunk; straight down from the source and straight into the target are
    tried with all between."""
    low = min(ends.leave, ends.enter) - SWING
    high = max(ends.leave, ends.enter) + SWING
    count = int((high - low) / STEP) + 1
    places = [ends.enter, ends.leave, *(low + STEP * number for number in range(count))]
    inside = [place for place in places if sheet.axis.left + 0.5 <= place <= sheet.axis.right - 0.5]
    upper, lower = min(first, last), max(first, last)
    crossed = [row for row in sheet.rows if row.bar_top < lower and row.bar_bottom > upper]
    trunks = [x for other in others for x in other.crossings(upper, lower)]

    def cost(place: float) -> float:
        """What a trunk here would disturb, and how far it strays from its ends."""
        close = sum(abs(place - other) < APART - 0.01 for other in trunks)
        bars = sum(box.left - 0.5 < place < box.right + 0.5 for row in crossed for box in row.bars)
        stems = sum(row.promise is not None and abs(place - row.promise) < APART for row in crossed)
        way = abs(place - ends.leave) + abs(place - ends.enter)
        return COST_CLOSE * close + COST_BAR * bars + COST_PROMISE * stems + COST_WAY * way

    return min(inside or [ends.leave], key=cost)
