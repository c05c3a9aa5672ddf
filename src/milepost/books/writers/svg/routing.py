"""How links run across the sheet: from the end of the stage that opens, along one trunk, into the start of
the stage that is opened.

In: a laid-out sheet and its links. Out: a `Route` for each link that can be drawn as an arrow, a pair of
numbered `Flag`s for one that reaches over more than `FARTHEST` rows or ends where no stage is drawn, one
`Flag` for one whose other end stands on another sheet. Trunks
keep `APART` from each other and from promises where there is room. Words are placed afterwards and keep
clear of trunks (labels), so that no arrow passes through a word. On an adopted map a link whose trunk would
come closer than that becomes two flags as well. Not here: ink (arrows).
"""

from collections import defaultdict
from collections.abc import Iterable
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
LOZENGE, LOZENGE_RISE = 1.25, 1.3
"""Half the width of a baseline's lozenge, and how far its middle stands over the bars."""


@dataclass(frozen=True)
class Route:
    """An arrow: its corners from source to target, the trunk's place, and where it enters."""

    link: RoadLink
    points: tuple[Point, ...]
    trunk: float
    enter: float
    run_in: float
    downward: bool
    rows: tuple[int, int] = (0, 0)

    @property
    def segments(self) -> tuple[tuple[Point, Point], ...]:
        """The straight pieces of the line."""
        return tuple(zip(self.points, self.points[1:], strict=False))


class Uprights:
    """The upright pieces of all routes, by the rows they pass."""

    def __init__(self, routes: Iterable[Route] = ()) -> None:
        self._at: dict[int, list[tuple[float, float, float]]] = defaultdict(list)
        for route in routes:
            self.add(route)

    def add(self, route: Route) -> None:
        """Take a route in."""
        first, last = route.rows
        for (x1, y1), (x2, y2) in route.segments:
            if x1 == x2:
                piece = (x1, min(y1, y2), max(y1, y2))
                for index in range(first, last + 1):
                    self._at[index].append(piece)

    def between(self, first: int, last: int, top: float, bottom: float) -> list[float]:
        """Where upright pieces stand between two heights of some rows."""
        found = {piece for index in range(first, last + 1) for piece in self._at.get(index, ())}
        return sorted(x for x, upper, lower in found if upper < bottom and lower > top)


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


def lead_links(
    sheet: Sheet, links: tuple[RoadLink, ...], strict: bool = False
) -> tuple[tuple[Route, ...], tuple[Flag, ...]]:
    """Lead all links: the critical ones first, so that they run straightest. `strict`: no trunk stands
    closer to another than `APART`."""
    rows = {box.row.id: box for box in sheet.rows}
    routes: list[Route] = []
    flags: list[Flag] = []
    led = Uprights()
    for link in sorted(links, key=lambda link: (not link.critical, link.number)):
        if link.from_row not in rows or link.to_row not in rows:
            flags += _half(sheet, link, rows)
            continue
        ends = _ends(sheet, link, rows[link.from_row], rows[link.to_row], led)
        near = ends.drawn and abs(ends.target.index - ends.source.index) <= FARTHEST
        route = _route(sheet, ends, led, strict) if near else None
        if route:
            routes.append(route)
            led.add(route)
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


def _ends(sheet: Sheet, link: RoadLink, source: RowBox, target: RowBox, others: Uprights) -> Ends:
    """Where the link leaves and enters."""
    before = [box for box in source.bars if box.bar.step == link.from_step] or list(source.bars[-1:])
    after = [box for box in target.bars if box.bar.step == link.to_step] or list(target.bars[:1])
    leave = before[0].right - 0.7 if before else source.promise or sheet.today + 1.5
    if before and target.index < source.index:
        leave = _beside_lozenge(source, before[0], leave)
    if not after:
        return Ends(link, source, target, leave, target.promise or sheet.today + 1.5, drawn=False)
    enter = _entry(target, after[0], others)
    return Ends(link, source, target, leave, enter, drawn=bool(before or source.promise))


def _beside_lozenge(source: RowBox, box: BarBox, leave: float) -> float:
    """Where an arrow leaves upward: before the lozenge that stands over the end of its stage."""
    if source.baseline is None or abs(source.baseline - leave) > LOZENGE + 0.5:
        return leave
    return max(source.baseline - LOZENGE - 0.6, (box.left + box.right) / 2)


def _entry(target: RowBox, box: BarBox, others: Uprights) -> float:
    """The place in the start of the stage that is farthest from the lines already there, nearest first."""
    room = max(box.right - box.left - 2.0, 0.6)
    places = sorted({min(ENTRY + APART * number, room) for number in range(5)} | {min(0.8, room)})
    near = others.between(target.index, target.index, target.bar_top - RUN_IN, target.bar_bottom + RUN_IN)
    first = min(ENTRY, room)

    def cost(place: float) -> float:
        """Lines too close to this place, then its distance from the usual one."""
        return 10.0 * sum(abs(box.left + place - x) < APART - 0.01 for x in near) + abs(place - first)

    return box.left + min(places, key=cost)


def _route(sheet: Sheet, ends: Ends, others: Uprights, strict: bool) -> Route | None:
    """The corners of the arrow, with the trunk where it disturbs least; none where it must be `strict` and
    there is no room."""
    downward = ends.target.index > ends.source.index
    sign = 1.0 if downward else -1.0
    start = ends.source.bar_bottom if downward else ends.source.bar_top
    edge = ends.target.bar_top if downward else ends.target.bar_bottom
    if ends.source.index == ends.target.index:
        sign, edge = 1.0, ends.target.bar_top
    leave_at = start + LEAVE * (1.0 if downward else -1.0)
    run_in = edge - sign * RUN_IN
    trunk, is_close = _trunk(sheet, ends, leave_at, run_in, others)
    if strict and is_close:
        return None
    corners = [
        (ends.leave, start),
        (ends.leave, leave_at),
        (trunk, leave_at),
        (trunk, run_in),
        (ends.enter, run_in),
        (ends.enter, edge - sign * TIP),
    ]
    points = tuple(point for place, point in enumerate(corners) if not place or point != corners[place - 1])
    rows = (min(ends.source.index, ends.target.index), max(ends.source.index, ends.target.index))
    return Route(ends.link, points, trunk, ends.enter, run_in, downward, rows)


def _trunk(sheet: Sheet, ends: Ends, first: float, last: float, others: Uprights) -> tuple[float, bool]:
    """The cheapest place for the trunk, and whether it is close to another there; straight down from the
    source and straight into the target are tried with all between."""
    low = min(ends.leave, ends.enter) - SWING
    high = max(ends.leave, ends.enter) + SWING
    count = int((high - low) / STEP) + 1
    places = [ends.enter, ends.leave, *(low + STEP * number for number in range(count))]
    inside = [place for place in places if sheet.axis.left + 0.5 <= place <= sheet.axis.right - 0.5]
    upper, lower = min(first, last), max(first, last)
    top, bottom = min(ends.source.index, ends.target.index), max(ends.source.index, ends.target.index)
    trunks = others.between(top, bottom, upper, lower)
    crossed = [row for row in sheet.rows[top : bottom + 1] if row.bar_top < lower and row.bar_bottom > upper]
    costs = [(x - APART + 0.01, x + APART - 0.01, COST_CLOSE) for x in trunks]
    costs += (span for row in crossed for span in _hindrances(row))
    costs = [span for span in costs if span[0] < high and span[1] > low]

    def cost(place: float) -> float:
        """What a trunk here would disturb, and how far it strays from its ends."""
        way = abs(place - ends.leave) + abs(place - ends.enter)
        disturbed = sum(price for left, right, price in costs if left < place < right)
        return disturbed + _struck_lozenges(ends, place) + COST_WAY * way

    best = min(inside or [ends.leave], key=cost)
    return best, any(abs(best - x) < APART - 0.01 for x in trunks)


def _hindrances(row: RowBox) -> list[tuple[float, float, float]]:
    """What a trunk should not cross in a row, and what it costs: bars, a promise, a lozenge."""
    spans = [(box.left - 0.5, box.right + 0.5, COST_BAR) for box in row.bars]
    if row.promise is not None:
        spans.append((row.promise - APART, row.promise + APART, COST_PROMISE))
    if row.baseline is not None:
        spans.append((row.baseline - LOZENGE - 0.5, row.baseline + LOZENGE + 0.5, COST_PROMISE))
    return spans


def _struck_lozenges(ends: Ends, place: float) -> float:
    """What the level pieces of an arrow with its trunk here cost: each lozenge that one of them strikes."""
    runs = [(ends.target, ends.enter)]
    if ends.target.index < ends.source.index:
        runs = [(ends.source, ends.leave)]
    return sum(
        COST_PROMISE
        for row, end in runs
        if row.baseline is not None and min(place, end) - LOZENGE < row.baseline < max(place, end) + LOZENGE
    )
