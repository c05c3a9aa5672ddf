"""An adopted road map read back: words that arrows pass through, trunks that come too close."""

from itertools import combinations, pairwise

from milepost.books.content.records import RoadMap
from milepost.books.writers.svg.geometry import lay_out
from milepost.books.writers.svg.routing import Route, lead_links
from tests.books.writers.drawings import Words, all_words, arrows

DISC_SIZE = 2.4


def crossed_words(svg: str) -> list[str]:
    """Words that an arrow passes through; the numbers of links stand on their own lines."""
    lines = [piece for corners in arrows(svg) for piece in pairwise(corners)]
    words = [run for run in all_words(svg) if not run.text.isdigit()]
    return [run.text for run in words if any(_meets(run, *line) for line in lines)]


def _meets(run: Words, start: tuple[float, float], end: tuple[float, float]) -> bool:
    """Whether a straight piece enters the box of a run."""
    across = min(start[0], end[0]) < run.right and max(start[0], end[0]) > run.left
    return across and min(start[1], end[1]) < run.bottom and max(start[1], end[1]) > run.top


def close_trunks(road_map: RoadMap, apart: float = 2.0) -> list[tuple[int, int]]:
    """Pairs of links whose trunks run side by side closer than they may."""
    routes, _ = lead_links(lay_out(road_map), road_map.links, strict=True)
    return [
        (one.link.number, other.link.number)
        for one, other in combinations(routes, 2)
        if abs(one.trunk - other.trunk) < apart - 0.02 and _beside(one, other)
    ]


def _beside(one: Route, other: Route) -> bool:
    """Whether two trunks share a height."""
    first, second = _trunk(one), _trunk(other)
    return first[0] < second[1] and second[0] < first[1]


def _trunk(route: Route) -> tuple[float, float]:
    """The heights between which a trunk runs."""
    pieces = [(a, b) for a, b in route.segments if a[0] == b[0] == route.trunk]
    heights = [y for a, b in pieces for y in (a[1], b[1])]
    return min(heights, default=0.0), max(heights, default=0.0)
