"""The sheet a road map is printed on: the smallest of A3 to A0 that its drawing fits, else one made for it.

In: a road map and its drawing. Out: width and height in millimetres. The drawing is never broken over pages.
"""

from typing import NamedTuple

from milepost.books.content.records import RoadMap

SHEETS = ((420.0, 297.0), (594.0, 420.0), (841.0, 594.0), (1189.0, 841.0))
MARGINS_MM = (26.0, 31.0)
"""Left and right together, head and foot together."""
TITLE_MM = 20.5
UNDER_MM = 12.5
LINK_ROW_MM = 6.5
CRITICAL_LINE_MM = 5.0
LEAST_SHARE = 0.9
"""On A3 a drawing that is a little too tall is set so much smaller, no more: its smallest words are 7 pt."""
LEAST_SHARE_WALL = 0.72
"""On larger sheets, where the drawing's words are larger too."""


class Sheet(NamedTuple):
    """A sheet in landscape; `scale` is its width over A3's, `share` the part of its width that the drawing
    takes."""

    width: float
    height: float
    scale: float
    share: float = 1.0


def sheet_for(road_map: RoadMap, drawing: str) -> Sheet:
    """The sheet for a drawing whose size stands in its first element."""
    width, height = drawing_size(drawing)
    rows = (len(road_map.links) + 1) // 2
    below = UNDER_MM + (rows * LINK_ROW_MM + 14 if rows else 0)
    below += CRITICAL_LINE_MM * (1 + len(road_map.critical_words) // 260) if road_map.critical_words else 0
    around = TITLE_MM + below + MARGINS_MM[1]
    for sheet_width, sheet_height in SHEETS:
        inner, scale = sheet_width - MARGINS_MM[0], sheet_width / SHEETS[0][0]
        share = (sheet_height - around * scale) / (height * inner / width)
        if inner >= width - 1 and share >= (LEAST_SHARE if scale < 1.2 else LEAST_SHARE_WALL):
            return Sheet(sheet_width, sheet_height, scale, min(1.0, share))
    made = width + MARGINS_MM[0]
    scale = made / SHEETS[0][0]
    return Sheet(made, height + around * scale, scale)


def drawing_size(drawing: str) -> tuple[float, float]:
    """Width and height of an SVG in millimetres, from its root element."""
    root = drawing[drawing.index("<svg") : drawing.index(">", drawing.index("<svg"))]
    return _length(root, "width"), _length(root, "height")


def _length(root: str, name: str) -> float:
    """One length attribute in millimetres."""
    at = root.index(f' {name}="') + len(name) + 3
    return float(root[at : root.index('"', at)].removesuffix("mm"))
