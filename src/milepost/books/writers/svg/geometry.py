"""Where everything on the road map stands: time axis, lanes, rows and bars, in layout units.

In: a RoadMap. Out: a `Sheet`. Afterwards each lane and row has its place, the rows fill the sheet as far as
their kinds allow (never less than two lines of text need), and each bar has its left and right edge.
An A3 sheet holds 18 rows; above that the sheet is an A1, drawn larger by `scale`. A layout unit is a
millimetre times that scale. Not here: several sheets (sheets), links (routing), ink (frame, rows, arrows).
"""

import datetime as dt
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from typing import Literal

from milepost.books.content.records import Bar, Lane, Month, RoadMap, RoadRow
from milepost.books.writers.svg.conditions import table_height

RowKind = Literal["plan", "unsure", "standing"]

A3_ROWS, A1_ROWS = 18, 40
"""Rows that a sheet of this size holds."""
A3_SIZE, A1_SIZE = (394.0, 228.0), (813.0, 460.0)
"""Millimetres left for the drawing once margins, title, legend and what stands under the map are taken."""
LARGEST = A1_SIZE[0] / A3_SIZE[0]
LINKS_HEAD, LINK_ROW_A3, LINK_ROW_A1 = 13.0, 7.2, 5.6
"""What the table of start conditions takes, with two links a row: two lines on A3, one larger line on A1."""
TABLE_SCALE_A1 = 1.4
"""On an A1 the table is set so much larger: it is read from near, unlike the drawing."""
SQUEEZE = 0.93
"""A drawing that is a little too tall for the room over the table is set so much smaller, no more."""
ADOPTED_HEIGHT = {"A3": 247.5, "A1": 495.0}
"""Millimetres left under title and legend of an adopted map, which has no sentences under it."""
HEAD, GAP = 14.5, 3.4
LEAST: dict[RowKind, float] = {"plan": 10.4, "unsure": 8.6, "standing": 7.6}
MOST: dict[RowKind, float] = {"plan": 21.0, "unsure": 12.0, "standing": 9.4}
LEAST_ADOPTED: dict[RowKind, float] = LEAST | {"plan": 10.6}
"""Adopted rows carry a lozenge over and a base line under their bars."""
LEAST_LINKED = 12.4
"""A row that links enter needs a band above its bar for number and condition."""
LEAST_LANE = 12.6
"""A lane's name stands along its height, so that a lane of one row is higher than its row needs."""
TALLEST_BAR, BAR_MARGIN, LINK_MARGIN = 7.4, 3.0, 6.6
NARROWEST = 0.9
BAR_GAP = 0.35


@dataclass(frozen=True)
class Columns:
    """Where the columns of a map stand: lane heads, numbers (by their right edge), titles, the chart, the gap
    behind it and the width of the right column with that gap."""

    lane_head: float
    number_right: float
    text_left: float
    chart_left: float
    chart_gap: float
    finish: float


FIRST_COLUMNS = Columns(10.0, 19.4, 22.0, 103.0, 4.5, 58.0)
ADOPTED_COLUMNS = Columns(8.6, 16.0, 18.2, 88.0, 4.0, 52.0)


@dataclass(frozen=True)
class Axis:
    """Days to places across the chart; days outside the months stand on its edge."""

    first: dt.date
    last: dt.date
    left: float
    width: float

    @property
    def right(self) -> float:
        """Where the chart ends."""
        return self.left + self.width

    def start(self, day: str) -> float:
        """Where the day begins."""
        return self._at(dt.date.fromisoformat(day[:10]))

    def end(self, day: str) -> float:
        """Where the day ends."""
        return self._at(dt.date.fromisoformat(day[:10]) + dt.timedelta(1))

    def _at(self, day: dt.date) -> float:
        """The place of midnight before the day."""
        total = max((self.last - self.first).days + 1, 1)
        share = (day - self.first).days / total
        return self.left + min(max(share, 0.0), 1.0) * self.width


@dataclass(frozen=True)
class BarBox:
    """A stage with its edges; `wait` is where the dotted line before it begins, if there is one."""

    bar: Bar
    left: float
    right: float
    wait: float | None = None

    @property
    def tip(self) -> float:
        """How far the point of the bar reaches."""
        return min(1.5, (self.right - self.left) / 5.5)


@dataclass(frozen=True)
class RowBox:
    """A row with its place; `index` counts from the top of the sheet."""

    row: RoadRow
    kind: RowKind
    index: int
    top: float
    height: float
    bar_height: float
    bars: tuple[BarBox, ...]
    promise: float | None
    baseline: float | None = None

    @property
    def bottom(self) -> float:
        """Where the row ends."""
        return self.top + self.height

    @property
    def middle(self) -> float:
        """The line that bars and words are centred on."""
        return self.top + self.height / 2

    @property
    def bar_top(self) -> float:
        """The upper edge of the bars."""
        return self.middle - self.bar_height / 2

    @property
    def bar_bottom(self) -> float:
        """The lower edge of the bars."""
        return self.middle + self.bar_height / 2


@dataclass(frozen=True)
class LaneBox:
    """A lane with its rows."""

    lane: Lane
    top: float
    bottom: float
    rows: tuple[RowBox, ...]


@dataclass(frozen=True)
class Sheet:
    """The whole layout, in units; times `scale` it is millimetres."""

    width: float
    height: float
    scale: float
    axis: Axis
    today: float
    lanes: tuple[LaneBox, ...]
    columns: Columns = FIRST_COLUMNS

    @cached_property
    def rows(self) -> tuple[RowBox, ...]:
        """All rows from top to bottom."""
        return tuple(row for lane in self.lanes for row in lane.rows)

    @property
    def finish_left(self) -> float:
        """Where the right column begins."""
        return self.axis.right + self.columns.chart_gap


def lay_out(road_map: RoadMap) -> Sheet:
    """Lay the sheet out."""
    least = least_rows(road_map)
    size, scale = _sheet_size(road_map, least)
    width, high = size[0] / scale, size[1] / scale
    columns = ADOPTED_COLUMNS if road_map.adopted else FIRST_COLUMNS
    axis = _axis(road_map.months, road_map.today, width, columns)
    heights = _row_heights(road_map, least, high)
    lanes = _lanes(road_map, heights, axis, LINK_MARGIN if road_map.links or road_map.adopted else BAR_MARGIN)
    bottom = lanes[-1].bottom if lanes else HEAD
    return Sheet(width, bottom + 1.0, scale, axis, axis.start(road_map.today), lanes, columns)


def least_rows(road_map: RoadMap) -> dict[RowKind, float]:
    """The least height of a row of each kind."""
    if road_map.adopted:
        return LEAST_ADOPTED
    return LEAST | {"plan": LEAST_LINKED} if road_map.links else LEAST


def is_small(road_map: RoadMap) -> bool:
    """Whether the map is drawn for an A3: by its rows, unless it says what wall it is made for."""
    return road_map.paper != "A1" and road_map.row_count <= A3_ROWS


def _sheet_size(road_map: RoadMap, least: dict[RowKind, float]) -> tuple[tuple[float, float], float]:
    """The size in millimetres and the scale at which the least heights fit, as large as the sheet allows."""
    wide, high = sheet_room(road_map)
    high -= links_below(road_map)
    if is_small(road_map):
        return (wide, high), 1.0
    return (wide, high), min(max(high / least_height(road_map, least), 1.0), LARGEST)


def sheet_room(road_map: RoadMap) -> tuple[float, float]:
    """Width and height in millimetres that the sheet leaves to the drawing and the table under it."""
    name, size = ("A3", A3_SIZE) if is_small(road_map) else ("A1", A1_SIZE)
    return (size[0], ADOPTED_HEIGHT[name]) if road_map.adopted else size


def links_below(road_map: RoadMap) -> float:
    """Millimetres that the table of start conditions takes under the map; 0 when there is none, and when it
    would leave the drawing too little and stands on a page of its own."""
    if not road_map.links:
        return 0.0
    small = is_small(road_map)
    if road_map.adopted:
        below = table_height(road_map, small)
    else:
        rows = (len(road_map.links) + 1) // 2
        below = LINKS_HEAD + LINK_ROW_A3 * rows if small else LINKS_HEAD * TABLE_SCALE_A1 + LINK_ROW_A1 * rows
    return below if is_held(road_map, below) else 0.0


def is_held(road_map: RoadMap, below: float = 0.0) -> bool:
    """Whether the sheet holds the rows over what stands below; adopted ones are never set smaller, so that
    no word of theirs is under the least size."""
    least = least_height(road_map) * (1.0 if road_map.adopted else SQUEEZE)
    return least <= sheet_room(road_map)[1] - below


def least_height(road_map: RoadMap, least: dict[RowKind, float] | None = None) -> float:
    """The height under which the rows of a road map can't be read."""
    least = least or least_rows(road_map)
    return _fixed(road_map) + sum(_lane_height(lane, least) for lane in road_map.lanes)


def _fixed(road_map: RoadMap) -> float:
    """The height that no row can have: head and gaps between lanes."""
    return HEAD + GAP * max(len(_drawn(road_map)) - 1, 0) + 1.0


def _drawn(road_map: RoadMap) -> tuple[Lane, ...]:
    """Lanes that hold a row."""
    return tuple(lane for lane in road_map.lanes if lane.rows)


def _lane_height(lane: Lane, heights: dict[RowKind, float]) -> float:
    """How high a lane is with rows of these heights."""
    return max(heights[lane.kind] * len(lane.rows), LEAST_LANE) if lane.rows else 0.0


def _row_heights(road_map: RoadMap, least: dict[RowKind, float], available: float) -> tuple[float, ...]:
    """The height of the rows of each drawn lane: all stretched by the same share between least and most."""
    lanes = _drawn(road_map)
    low = [_lane_height(lane, least) for lane in lanes]
    high = [_lane_height(lane, MOST) for lane in lanes]
    spread = sum(high) - sum(low)
    free = available - _fixed(road_map) - sum(low)
    share = min(max(free / spread, 0.0), 1.0) if spread > 0 else 0.0
    return tuple(
        (small + share * (large - small)) / len(lane.rows)
        for lane, small, large in zip(lanes, low, high, strict=True)
    )


def _axis(months: tuple[Month, ...], today: str, width: float, columns: Columns) -> Axis:
    """The time axis over the months shown; without months it is the year from today."""
    first = dt.date.fromisoformat(months[0].first if months else today)
    last = dt.date.fromisoformat(months[-1].last) if months else first + dt.timedelta(364)
    return Axis(first, last, columns.chart_left, width - columns.chart_left - columns.finish)


def _lanes(road_map: RoadMap, heights: tuple[float, ...], axis: Axis, margin: float) -> tuple[LaneBox, ...]:
    """The lanes one under another, each row with its bars."""
    boxes: list[LaneBox] = []
    top, index = HEAD, 0
    for lane, high in zip(_drawn(road_map), heights, strict=True):
        rows: list[RowBox] = []
        for place, row in enumerate(lane.rows):
            bars = _bars(row.stages, axis)
            promise = axis.end(row.promise.date) if row.promise else None
            baseline = axis.end(row.baseline) if row.baseline else None
            bar_height = min(TALLEST_BAR, high - margin)
            at = top + place * high
            rows.append(RowBox(row, lane.kind, index, at, high, bar_height, bars, promise, baseline))
            index += 1
        bottom = top + high * len(lane.rows)
        boxes.append(LaneBox(lane, top, bottom, tuple(rows)))
        top = bottom + GAP
    return tuple(boxes)


def _bars(stages: tuple[Bar, ...], axis: Axis) -> tuple[BarBox, ...]:
    """The bars of a row: each starts where it starts, never on the one before, and is wide enough to see."""
    boxes: list[BarBox] = []
    for bar in stages:
        left, right = axis.start(bar.start), axis.end(bar.finish) - 0.2
        wait = None
        if boxes:
            before = boxes[-1].right
            wait = before + 0.6 if left - before > 3 else None
            left = left if wait is not None else before + BAR_GAP
        boxes.append(BarBox(bar, left, max(right, left + NARROWEST), wait))
    return _inside(boxes, axis.right)


def _inside(boxes: list[BarBox], right: float) -> tuple[BarBox, ...]:
    """The bars pushed back from the right edge where the least width carried them over it."""
    kept = list(boxes)
    limit = right
    for place in range(len(kept) - 1, -1, -1):
        box = kept[place]
        if box.right <= limit:
            break
        over = box.right - limit
        left = box.left if box.right - box.left - over >= NARROWEST else box.left - over
        kept[place] = BarBox(box.bar, left, limit, box.wait)
        limit = left - BAR_GAP
    return tuple(kept)


def gaps_between(spans: list[tuple[float, float]], left: float, right: float) -> list[tuple[float, float]]:
    """What `spans` leave free between left and right, from left to right."""
    edges = [(left, left), *sorted(spans), (right, right)]
    reach = left
    free: list[tuple[float, float]] = []
    for (_, before), (start, _) in pairwise(edges):
        reach = max(reach, before)
        if start > reach:
            free.append((reach, min(start, right)))
    return free
