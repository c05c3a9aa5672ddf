"""The sheets of a large road map: whole lanes packed on A3, each sheet a road map of its own.

In: a RoadMap. Out: the same one where a single A3 or A1 holds it, else several. Afterwards each row stands
on one sheet, in the order of the map; a lane that no sheet holds is divided evenly and says so in its name;
a link stands on every sheet that has one of its ends; all sheets share months and plan numbers. An adopted
map gets a sheet with the key tier, then one for each lane. The SVG file stays one, whatever its size. Not
here: the size of the paper (`pdf.sheet`).
"""

from collections.abc import Callable, Iterator
from itertools import chain

from msgspec.structs import replace

from milepost.books.content.records import Lane, RoadLink, RoadMap
from milepost.books.wording.labels import script, words
from milepost.books.writers.svg.geometry import (
    A1_ROWS,
    A1_SIZE,
    A3_ROWS,
    A3_SIZE,
    SQUEEZE,
    is_held,
    least_height,
    links_below,
)

Fits = Callable[[RoadMap, tuple[Lane, ...]], bool]


def sheets(road_map: RoadMap) -> tuple[RoadMap, ...]:
    """The road map, on as many sheets as it needs."""
    if road_map.adopted:
        return _adopted(road_map)
    fits_a1 = road_map.row_count <= A1_ROWS and least_height(road_map) * SQUEEZE <= A1_SIZE[1]
    if road_map.row_count <= A3_ROWS or fits_a1:
        return (road_map,)
    packed = list(_packed(road_map))
    return tuple(_sheet(road_map, lanes, n, len(packed)) for n, lanes in enumerate(packed, start=1))


def _adopted(road_map: RoadMap) -> tuple[RoadMap, ...]:
    """One sheet where the wall holds it; else one with the key tier, and one for each lane."""
    if _holds(road_map, road_map.lanes):
        return (road_map,)
    held = [cut for lane in _key_lanes(road_map) for cut in _shared_out(road_map, lane)]
    key = list(_gathered(road_map, held))
    groups = [(cut,) for lane in road_map.lanes if lane.rows for cut in _shared_out(road_map, lane)]
    total = len(key) + len(groups)
    return tuple(_sheet(road_map, lanes, n, total) for n, lanes in enumerate([*key, *groups], start=1))


def _holds(road_map: RoadMap, lanes: tuple[Lane, ...]) -> bool:
    """Whether the wall holds these lanes: an A3 by its rows, an A1, whatever the map is made for."""
    part = replace(road_map, lanes=lanes)
    limit = A3_ROWS if road_map.paper == "A3" else A1_ROWS
    return part.row_count <= limit and is_held(part)


def _holds_all(road_map: RoadMap, lanes: tuple[Lane, ...]) -> bool:
    """Whether the wall holds these lanes with the start conditions of their links under them."""
    links = _links_of(road_map, lanes)
    part = replace(road_map, lanes=lanes, links=links)
    return _holds(road_map, lanes) and (not links or links_below(part) > 0)


def _shared_out(road_map: RoadMap, lane: Lane) -> tuple[Lane, ...]:
    """A lane in as few even parts as fit a sheet each, with their start conditions unless a single row has
    too many."""
    roomy = all(_holds_all(road_map, (replace(lane, rows=(row,)),)) for row in lane.rows)
    return _parts(road_map, lane, _holds_all if roomy else _holds)


def _key_lanes(road_map: RoadMap) -> tuple[Lane, ...]:
    """The lanes with the rows of the key tier alone."""
    kept = (
        replace(lane, key=f"{lane.key}-key", rows=tuple(row for row in lane.rows if row.is_key))
        for lane in road_map.lanes
    )
    return tuple(lane for lane in kept if lane.rows)


def _gathered(road_map: RoadMap, lanes: list[Lane]) -> Iterator[tuple[Lane, ...]]:
    """Lanes of the key tier one after another, as many on a sheet as it holds."""
    held: list[Lane] = []
    for lane in lanes:
        if held and not _holds_all(road_map, (*held, lane)):
            yield tuple(held)
            held = []
        held.append(lane)
    if held:
        yield tuple(held)


def _packed(road_map: RoadMap) -> Iterator[tuple[Lane, ...]]:
    """Lanes one after another, as many on a sheet as it holds."""
    held: list[Lane] = []
    for lane in chain.from_iterable(_parts(road_map, whole, _fit) for whole in road_map.lanes):
        if held and not _fit(road_map, (*held, lane)):
            yield tuple(held)
            held = []
        held.append(lane)
    if held:
        yield tuple(held)


def _fit(road_map: RoadMap, lanes: tuple[Lane, ...]) -> bool:
    """Whether an A3 holds these lanes."""
    part = replace(road_map, lanes=lanes)
    return part.row_count <= A3_ROWS and least_height(part) * SQUEEZE <= A3_SIZE[1]


def _parts(road_map: RoadMap, lane: Lane, fits: Fits) -> tuple[Lane, ...]:
    """A lane in as few even parts as fit a sheet each."""
    counts = range(1, len(lane.rows) + 1)
    count = next((n for n in counts if all(fits(road_map, (cut,)) for cut in _cut(road_map, lane, n))), 1)
    return _cut(road_map, lane, count)


def _cut(road_map: RoadMap, lane: Lane, count: int) -> tuple[Lane, ...]:
    """A lane in so many parts, the longer ones first, each with its place in its name."""
    if count == 1:
        return (lane,)
    size, longer = divmod(len(lane.rows), count)
    edges = [n * size + min(n, longer) for n in range(count + 1)]
    name = lane.name.text or lane.name.label
    return tuple(
        replace(
            lane,
            key=f"{lane.key}-{n + 1}",
            name=replace(
                lane.name,
                text=words("road.lane.part", road_map.facts.language, name=name, n=n + 1, total=count),
            ),
            rows=lane.rows[edges[n] : edges[n + 1]],
        )
        for n in range(count)
    )


def _sheet(road_map: RoadMap, lanes: tuple[Lane, ...], n: int, total: int) -> RoadMap:
    """One sheet: its lanes, the links that touch them, its own words for those who can't see it."""
    language = road_map.facts.language
    links = _links_of(road_map, lanes)
    said = [_told(road_map, lane) for lane in lanes]
    title = words("road.sheet", language, title=_titled(road_map, lanes), n=n, total=total)
    return replace(
        road_map,
        title=title,
        title_line=_counted(road_map, sum(len(lane.rows) for lane in lanes)),
        lanes=lanes,
        links=links,
        prefix=f"{road_map.prefix}-{n}",
        alt_text=_gap(road_map).join(
            (
                title + ("。" if script(language) == "zh" else "."),
                *said,
                *(link.alt for link in links if link.alt),
            )
        ),
    )


def _links_of(road_map: RoadMap, lanes: tuple[Lane, ...]) -> tuple[RoadLink, ...]:
    """The links with an end in these lanes."""
    ids = {row.id for lane in lanes for row in lane.rows}
    return tuple(link for link in road_map.links if link.from_row in ids or link.to_row in ids)


def _counted(road_map: RoadMap, shown: int) -> str:
    """How many of the measures a sheet shows, where it is adopted."""
    if not road_map.adopted:
        return road_map.title_line
    return words("wall.count_of", road_map.facts.language, n=shown, total=road_map.row_count)


def _titled(road_map: RoadMap, lanes: tuple[Lane, ...]) -> str:
    """The title of a sheet: that of the map, with the key tier or the lane it shows where it is adopted."""
    if not road_map.adopted:
        return road_map.title
    shown = road_map.key_words if "-key" in lanes[0].key else lanes[0].name.text
    return words("wall.sheet", road_map.facts.language, title=road_map.book, shown=shown)


def _told(road_map: RoadMap, lane: Lane) -> str:
    """A lane with its rows in sentences."""
    name = words("alt.lane", road_map.facts.language, name=lane.name.text)
    return _gap(road_map).join((name, *(row.alt for row in lane.rows)))


def _gap(road_map: RoadMap) -> str:
    """What stands between two sentences."""
    return "" if script(road_map.facts.language) == "zh" else " "
