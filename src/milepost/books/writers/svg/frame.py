"""The frame of the road map: quarters and months, column heads, lanes with their heads, and the line of the
freeze date.

In: the sheet and the road map. Out: ink. Not here: what stands in rows (rows), links (arrows).
"""

from milepost.books.content.records import RoadMap
from milepost.books.wording.labels import label
from milepost.books.writers.svg.geometry import LaneBox, Sheet
from milepost.books.writers.svg.pen import GROUND, HAIR, INK, MID, PAPER, SEAL, SMALLEST, Pen
from milepost.books.writers.svg.words import wrap

BANDS = ("#e3e7ea", "#f4f6f7")
QUARTER_LINE = "#aeb6bd"
BAND_HEIGHT, QUARTER_BASE, MONTH_BASE = 5.6, 4.0, 9.8
TODAY_TOP, TODAY_HIGH = 10.9, 3.5
LANE_DASH = "1.2 0.8"
LANE_LEADING = 1.16


def draw_axis(pen: Pen, sheet: Sheet, road_map: RoadMap) -> None:
    """Two lines of columns, as the content chose them; a name stands where it fits."""
    starts = _bands(sheet, road_map)
    edges = [*(place for place, _ in starts), sheet.axis.right]
    for number, (left, names) in enumerate(starts):
        wide = edges[number + 1] - left
        pen.box(left, 0, wide, BAND_HEIGHT, BANDS[number % 2])
        name = next((name for name in names if name and pen.width(name, 3.1, 700) <= wide - 1.6), "")
        if name:
            pen.text(left + wide / 2, QUARTER_BASE, name, 3.1, weight=700, anchor="middle")
    spans = [
        (sheet.axis.start(month.first), sheet.axis.end(month.last), month.label) for month in road_map.months
    ]
    if all(pen.width(name, 2.7) <= right - left - 0.6 for left, right, name in spans):
        for left, right, name in spans:
            pen.text((left + right) / 2, MONTH_BASE, name, 2.7, fill=MID, anchor="middle")


def _bands(sheet: Sheet, road_map: RoadMap) -> list[tuple[float, tuple[str, ...]]]:
    """Where each band of the axis begins, and the names it may carry, longest first."""
    return [
        (sheet.axis.start(month.first), (month.quarter_year, month.quarter))
        for month in road_map.months
        if month.quarter
    ] or [(sheet.axis.left, ())]


def draw_heads(pen: Pen, sheet: Sheet, road_map: RoadMap) -> None:
    """The heads of the two columns of words."""
    pen.text(sheet.columns.lane_head + 3.0, MONTH_BASE, road_map.measure_head, 2.7, weight=700)
    pen.text(sheet.finish_left, MONTH_BASE, road_map.finish_head, 2.7, weight=700)


def draw_lane(pen: Pen, sheet: Sheet, road_map: RoadMap, lane: LaneBox) -> None:
    """Ground, head, rules and grid of a lane."""
    high = lane.bottom - lane.top
    pen.box(0, lane.top, sheet.width, high, GROUND)
    _lane_head(pen, lane, sheet.columns.lane_head)
    for month in road_map.months:
        _grid_line(pen, sheet.axis.start(month.first), lane, quarter=bool(month.quarter))
    _grid_line(pen, sheet.axis.right, lane, quarter=True)
    for edge in (lane.top, lane.bottom):
        pen.line((0, edge), (sheet.width, edge), weight=0.35)
    for row in lane.rows[1:]:
        pen.line((sheet.columns.lane_head + 0.3, row.top), (sheet.width, row.top), HAIR, 0.2)


def _grid_line(pen: Pen, x: float, lane: LaneBox, quarter: bool) -> None:
    """A month's line; a quarter's is heavier."""
    colour, weight = (QUARTER_LINE, 0.28) if quarter else (HAIR, 0.16)
    pen.line((x, lane.top), (x, lane.bottom), colour, weight)


def _lane_head(pen: Pen, lane: LaneBox, wide: float) -> None:
    """The name along the lane's height: on ink where adopted, in a dashed frame where proposed."""
    name, high = lane.lane.name, lane.bottom - lane.top
    dashed = name.origin == "proposed" or name.origin is None
    language = pen.language
    mark = f"{label('mark.proposed', language)}: " if name.origin == "proposed" else ""
    words = name.text or name.label
    pen.begin(mark + words)
    if dashed:
        pen.box(0.15, lane.top + 0.15, wide, high - 0.3, PAPER, stroke=INK, weight=0.3, dash=LANE_DASH)
    else:
        pen.box(0, lane.top, wide, high, INK)
    size, lines = lane_name(pen, words, high - 1.6)
    middle = (len(lines) - 1) / 2
    for number, line in enumerate(lines):
        x = wide / 2 + 0.34 * size + (number - middle) * size * LANE_LEADING
        fill = INK if dashed else PAPER
        pen.text(
            x, (lane.top + lane.bottom) / 2, line, size, weight=700, fill=fill, anchor="middle", upright=True
        )
    pen.end()


def lane_name(pen: Pen, words: str, room: float) -> tuple[float, tuple[str, ...]]:
    """The first size and number of lines at which the name stands whole; at the smallest it is shortened."""
    for size, limit in ((3.2, 1), (2.7, 1), (3.2, 2), (2.8, 2), (SMALLEST, 3)):
        lines = wrap(pen, words, size, 700, room, limit)
        whole = "".join("".join(lines).split()) == "".join(words.split())
        if whole or size == SMALLEST:
            return size, lines
    return SMALLEST, ()


def draw_today(pen: Pen, sheet: Sheet, road_map: RoadMap) -> None:
    """The freeze date: a line through all lanes under its flag."""
    for lane in sheet.lanes:
        pen.line((sheet.today, lane.top), (sheet.today, lane.bottom), SEAL, 0.5)
    wide = pen.width(road_map.today_words, SMALLEST, 700) + 2.4
    left = min(sheet.today - 1.2, sheet.axis.right - wide)
    pen.box(left, TODAY_TOP, wide, TODAY_HIGH, SEAL, corner=0.5)
    pen.text(left + 1.2, TODAY_TOP + 2.5, road_map.today_words, SMALLEST, weight=700, fill=PAPER)
