"""The size of a drawing on the page, and the drawing as a picture of dots.

In: an SVG as text, the room there is. Out: millimetres, never larger than the room, its proportion kept; PNG
bytes. Not here: drawing.
"""

import re
from pathlib import Path

SIZE = re.compile(r'<svg\b[^>]*?\swidth="([0-9.]+)(mm|px|pt)?"')
VIEW = re.compile(r'<svg\b[^>]*?\sviewBox="\s*[-0-9.]+[ ,]+[-0-9.]+[ ,]+([0-9.]+)[ ,]+([0-9.]+)\s*"')
TEMPLATE = Path(__file__).parent / "picture.typ"
LARGEST_MM, DOTS_PER_INCH = (400.0, 280.0), 200.0
"""An A3 sheet is drawn whole; more dots than these only make the file large."""
UNIT_MM = {"mm": 1.0, "px": 25.4 / 96, "pt": 25.4 / 72, "": 25.4 / 96, None: 25.4 / 96}


def size_mm(svg: str, width_mm: float, height_mm: float) -> tuple[float, float]:
    """Width and height of a drawing in the room there is; one without a size takes the width."""
    view, size = VIEW.search(svg), SIZE.search(svg)
    ratio = float(view[2]) / float(view[1]) if view and float(view[1]) else 0.6
    own = float(size[1]) * UNIT_MM[size[2]] if size else width_mm
    width = min(own, width_mm, height_mm / ratio if ratio else width_mm)
    return width, width * ratio


def picture_png(svg: str) -> bytes:
    """The drawing as a picture of dots, set with the fonts of the books."""
    from milepost.books.writers.pdf.compile import compile_png

    width, height = size_mm(svg, *LARGEST_MM)
    return compile_png(TEMPLATE, {"width": width, "height": height}, "picture", {"svg": svg}, DOTS_PER_INCH)
