"""The sheets of a large road map: whole lanes packed on A3, each sheet a road map of its own.

In: a RoadMap. Out: the same one where a single A3 or A1 holds it, else several. Afterwards each row stands
on one sheet, in the order of the map; a lane that no sheet holds is divided evenly and says so in its name;
a link stands on every sheet that has one of its ends; all sheets share months and plan numbers. The SVG
file stays one, whatever its size. Not here: the size of the paper (`pdf.sheet`).
"""

from collections.abc import Iterator
from itertools import chain

from msgspec.structs import replace

from milepost.books.content.records import Lane, RoadMap
from milepost.books.wording.labels import words
from milepost.books.writers.svg.geometry import A1_SIZE, A3_ROWS, A3_SIZE, SQUEEZE, least_height

A1_ROWS = 40
"""Rows that a wall sheet holds; more are read on several smaller ones."""


def sheets(road_map: RoadMap) -> tuple[RoadMap, ...]:
    """The road map, on as many sheets as it needs."""
    fits_a1 = road_map.row_count <= A1_ROWS and least_height(road_map) * SQUEEZE <= A1_SIZE[1]
    if road_map.row_count <= A3_ROWS or fits_a1:
        return (road_map,)
    packed = list(_packed(road_map))
    return tuple(_sheet(road_map, lanes, n, len(packed)) for n, lanes in enumerate(packed, start=1))


def _packed(road_map: RoadMap) -> Iterator[tuple[Lane, ...]]:
    """Lanes one after another, as many on a sheet as it holds."""
    held: list[Lane] = []
    for lane in chain.from_iterable(_parts(road_map, whole) for whole in road_map.lanes):
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


def _parts(road_map: RoadMap, lane: Lane) -> tuple[Lane, ...]:
    """A lane in as few even parts as fit a sheet each."""
    count = next(n for n in range(1, len(lane.rows) + 1) if _fit(road_map, _cut(road_map, lane, n)[:1]))
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
    rows = [row for lane in lanes for row in lane.rows]
    ids = {row.id for row in rows}
    said = [_told(road_map, lane) for lane in lanes]
    title = words("road.sheet", language, title=road_map.title, n=n, total=total)
    return replace(
        road_map,
        title=title,
        lanes=lanes,
        links=tuple(link for link in road_map.links if link.from_row in ids or link.to_row in ids),
        alt_text=_gap(road_map).join((title + ("." if language == "en" else "。"), *said)),
    )


def _told(road_map: RoadMap, lane: Lane) -> str:
    """A lane with its rows in sentences."""
    name = words("alt.lane", road_map.facts.language, name=lane.name.text)
    return _gap(road_map).join((name, *(row.alt for row in lane.rows)))


def _gap(road_map: RoadMap) -> str:
    """What stands between two sentences."""
    return " " if road_map.facts.language == "en" else ""
