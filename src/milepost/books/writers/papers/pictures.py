"""The size of a drawing on the page, read from the drawing itself.

In: an SVG as text, the room there is. Out: millimetres, never larger than the room, its proportion kept.
Not here: drawing.
"""

import re

SIZE = re.compile(r'<svg\b[^>]*?\swidth="([0-9.]+)(mm|px|pt)?"')
VIEW = re.compile(r'<svg\b[^>]*?\sviewBox="\s*[-0-9.]+[ ,]+[-0-9.]+[ ,]+([0-9.]+)[ ,]+([0-9.]+)\s*"')
UNIT_MM = {"mm": 1.0, "px": 25.4 / 96, "pt": 25.4 / 72, "": 25.4 / 96, None: 25.4 / 96}


def size_mm(svg: str, width_mm: float, height_mm: float) -> tuple[float, float]:
    """Width and height of a drawing in the room there is; one without a size takes the width."""
    view, size = VIEW.search(svg), SIZE.search(svg)
    ratio = float(view[2]) / float(view[1]) if view and float(view[1]) else 0.6
    own = float(size[1]) * UNIT_MM[size[2]] if size else width_mm
    width = min(own, width_mm, height_mm / ratio if ratio else width_mm)
    return width, width * ratio
