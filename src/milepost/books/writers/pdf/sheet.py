"""The paper of a road map: A3, A2 or A1 in landscape, never a size that no printer has.

In: the road maps of its sheets and their drawings. Out: one `Paper` for all, with the share of the width
that each drawing takes and the links that stand under it. A drawing is never broken over pages. An adopted
map is a wall map: A3 or A1, the size it says where it says one.
"""

from collections.abc import Sequence
from typing import NamedTuple

from milepost.books.content.records import RoadMap
from milepost.books.writers.svg.conditions import PARTS, SCALE
from milepost.books.writers.svg.geometry import TABLE_SCALE_A1, is_small, links_below

A3_WIDTH = 420.0
A3, A2, A1 = (A3_WIDTH, 297.0), (594.0, 420.0), (841.0, 594.0)
PAPERS = (A3, A2, A1)
MARGINS_MM = (26.0, 31.0)
"""Left and right together, head and foot together."""
AROUND_MM = MARGINS_MM[1] + 20.5 + 12.5
"""Head and foot, title and legend, the sentences under the map."""
AROUND_ADOPTED_MM = MARGINS_MM[1] + 18.0
"""The same where no sentences stand under the map."""
CRITICAL_LINE_MM = 5.0
LEAST_SIZE = 0.9
"""A drawing that is too tall is set so much smaller than it was made, no more, as long as there is larger
paper."""


class Paper(NamedTuple):
    """Paper in landscape; `scale` is its width over A3's, `table_scale` that of the start conditions,
    `links_under` whether they stand under the map, `shares` the part of the width each drawing takes,
    `links` the numbers of the links of each adopted sheet, `under` whether they stand under it or on a page
    after it, `parts` how many tables stand side by side."""

    width: float
    height: float
    scale: float
    table_scale: float
    links_under: bool
    shares: tuple[float, ...]
    links: tuple[tuple[int, ...], ...] = ()
    under: tuple[bool, ...] = ()
    parts: int = 2


def paper_for(sheets: Sequence[RoadMap], drawings: Sequence[str]) -> Paper:
    """The smallest paper on which no drawing is set too small, the largest where there is none."""
    if sheets[0].adopted:
        return _wall(sheets, drawings)
    below = links_below(sheets[0]) if len(sheets) == 1 else 0.0
    widest = max(drawing_size(drawing)[0] for drawing in drawings)
    papers = [_paper(sheets[0], size, below, drawings) for size in PAPERS]
    sizes = [min(paper.shares) * (paper.width - MARGINS_MM[0]) / widest for paper in papers]
    return next((paper for paper, size in zip(papers, sizes, strict=True) if size >= LEAST_SIZE), papers[-1])


def _wall(sheets: Sequence[RoadMap], drawings: Sequence[str]) -> Paper:
    """The paper of an adopted map: A3 where all its sheets are drawn for one, else A1."""
    small = all(is_small(sheet) for sheet in sheets)
    width, height = A3 if small else A1
    scale, inner = width / A3_WIDTH, width - MARGINS_MM[0]
    below = [links_below(sheet) for sheet in sheets]
    shares = []
    for drawing, table in zip(drawings, below, strict=True):
        wide, high = drawing_size(drawing)
        room = height - AROUND_ADOPTED_MM * scale - table
        shares.append(min(1.0, room / (high * inner / wide)))
    links = tuple(tuple(link.number for link in sheet.links) for sheet in sheets)
    under = tuple(table > 0 for table in below)
    return Paper(width, height, scale, SCALE[small], all(under), tuple(shares), links, under, PARTS[small])


def _paper(road_map: RoadMap, size: tuple[float, float], below: float, drawings: Sequence[str]) -> Paper:
    """What a paper leaves to each drawing."""
    width, height = size
    scale = width / A3_WIDTH
    critical = CRITICAL_LINE_MM * (1 + len(road_map.critical_words) // 260) if below else 0.0
    room = height - (AROUND_MM + critical) * scale - below
    inner = width - MARGINS_MM[0]
    shares = []
    for drawing in drawings:
        wide, high = drawing_size(drawing)
        shares.append(min(1.0, room / (high * inner / wide)))
    table = TABLE_SCALE_A1 if scale > 1 else 1.0
    return Paper(width, height, scale, table, below > 0, tuple(shares))


def drawing_size(drawing: str) -> tuple[float, float]:
    """Width and height of an SVG in millimetres, from its root element."""
    root = drawing[drawing.index("<svg") : drawing.index(">", drawing.index("<svg"))]
    return _length(root, "width"), _length(root, "height")


def _length(root: str, name: str) -> float:
    """One length attribute in millimetres."""
    at = root.index(f' {name}="') + len(name) + 3
    return float(root[at : root.index('"', at)].removesuffix("mm"))
