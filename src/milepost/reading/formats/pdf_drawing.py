"""What is drawn on a PDF page besides text: rulings, filled areas, pictures; and how the page is turned.

In: a loaded page. Out: a `Drawing`: level and upright rulings, areas with ink, and whether one picture
covers the page as a scan does, all in points from the upper left corner as the page is seen (`Upright`
turns them). A thin filled box is a ruling, as is each side of a framed one. Drawings within drawings are
followed to a depth, and all of them up to a number, so that no page holds the reader up. Not here: cells
(`pdf_tables`).
"""

import ctypes
from typing import Any

from msgspec import Struct

THIN = 3.0
"""Points; the thickest ruling of a table, a double one included."""

SHORTEST = 4.0
"""Points; shorter strokes are dots, ticks and letters drawn as shapes."""

DEEPEST = 6
MOST_DRAWINGS = 60_000
MOST_RULINGS = 5_000
MOST_STROKES = 4_000
"""Strokes of one shape; a map has more, a table's frame has not."""

SCAN = 0.5
"""The share of the page that a picture covers when the page is a scan."""

NEARLY_WHITE = 235
PATH, IMAGE, FORM = 2, 3, 5
MOVE, LINE = 2, 0

Box = tuple[float, float, float, float]
Matrix = tuple[float, float, float, float, float, float]
IDENTITY: Matrix = (1, 0, 0, 1, 0, 0)


class Ruling(Struct, frozen=True, order=True):
    """A straight line: `at` is its place across, `start` and `end` along itself."""

    at: float
    start: float
    end: float


class Upright(Struct, frozen=True):
    """How points of a page's content are turned to the page as seen: quarter turns, and the visible box."""

    box: Box
    quarters: int

    @property
    def width(self) -> float:
        """The width as seen."""
        return self.box[3] - self.box[1] if self.quarters % 2 else self.box[2] - self.box[0]

    @property
    def height(self) -> float:
        """The height as seen."""
        return self.box[2] - self.box[0] if self.quarters % 2 else self.box[3] - self.box[1]

    def point(self, x: float, y: float) -> tuple[float, float]:
        """A point as seen, from the upper left corner."""
        left, bottom, right, top = self.box
        if self.quarters == 1:
            return y - bottom, x - left
        if self.quarters == 2:
            return right - x, y - bottom
        if self.quarters == 3:
            return top - y, right - x
        return x - left, top - y

    def across(self, left: float, bottom: float, right: float, top: float) -> tuple[float, float]:
        """Where a box begins and ends across the page as seen."""
        if self.quarters == 0:
            return left - self.box[0], right - self.box[0]
        return self.point(left, bottom)[0], self.point(right, top)[0]

    def seen(self, box: Box) -> Box:
        """A box as seen: left, upper, right, lower."""
        one, two = self.point(box[0], box[1]), self.point(box[2], box[3])
        return min(one[0], two[0]), min(one[1], two[1]), max(one[0], two[0]), max(one[1], two[1])

    def direction(self, x: float, y: float) -> tuple[float, float]:
        """A direction as seen: how far to the right, how far up."""
        return ((x, y), (y, -x), (-x, -y), (-y, x))[self.quarters]


class Drawing(Struct):
    """What is drawn on a page; `too_many` says that not all of it was looked at."""

    level: list[Ruling] = []
    upright: list[Ruling] = []
    areas: list[Box] = []
    pictures: int = 0
    is_scan: bool = False
    too_many: bool = False

    def is_covered(self, x: float, y: float) -> bool:
        """Whether ink lies behind a point."""
        return any(left <= x <= right and upper <= y <= lower for left, upper, right, lower in self.areas)


def drawing_of(page: Any, upright: Upright) -> Drawing:
    """What is drawn on a loaded page."""
    reader = DrawingReader(upright)
    reader.read(page)
    found = reader.found
    if len(found.level) + len(found.upright) > MOST_RULINGS:
        found.level, found.upright, found.too_many = [], [], True
    return found


class DrawingReader:
    """One pass over a page's drawings."""

    def __init__(self, upright: Upright) -> None:
        from pypdfium2 import raw

        self.raw = raw
        self.upright = upright
        self.found = Drawing()
        self.left = MOST_DRAWINGS
        self.edges = [ctypes.c_float() for _ in range(4)]

    def read(self, page: Any) -> None:
        """Look at each drawing of a page."""
        for at in range(self.raw.FPDFPage_CountObjects(page)):
            self.look(self.raw.FPDFPage_GetObject(page, at), IDENTITY, 0)

    def look(self, drawing: Any, within: Matrix, depth: int) -> None:
        """Look at a drawing and at those within it."""
        self.left -= 1
        if self.left < 0:
            self.found.too_many = True
            return
        kind = self.raw.FPDFPageObj_GetType(drawing)
        if kind == PATH:
            self.add_path(drawing, within)
        elif kind == IMAGE:
            self.add_picture(drawing, within)
        elif kind == FORM and depth < DEEPEST:
            inner = times(self.matrix_of(drawing), within)
            for at in range(self.raw.FPDFFormObj_CountObjects(drawing)):
                if self.left >= 0:
                    self.look(self.raw.FPDFFormObj_GetObject(drawing, at), inner, depth + 1)

    def add_picture(self, drawing: Any, within: Matrix) -> None:
        """Note a picture, and whether it covers the page."""
        box = self.box_of(drawing, within)
        self.found.pictures += 1
        self.found.areas.append(box)
        page = self.upright.width * self.upright.height
        self.found.is_scan |= (box[2] - box[0]) * (box[3] - box[1]) >= SCAN * page

    def add_path(self, drawing: Any, within: Matrix) -> None:
        """Note the rulings and the filled area of a shape."""
        fill, stroke = ctypes.c_int(), ctypes.c_int()
        self.raw.FPDFPath_GetDrawMode(drawing, fill, stroke)
        if not fill.value and not stroke.value:
            return
        box = self.box_of(drawing, within)
        if self.add_thin(box):
            return
        strokes = self.raw.FPDFPath_CountSegments(drawing)
        if strokes > 5:
            if strokes <= MOST_STROKES:
                self.add_strokes(drawing, within, strokes, bool(stroke.value))
        elif stroke.value:
            self.add_frame(box)
        if fill.value and self.has_ink(drawing):
            self.found.areas.append(box)

    def add_thin(self, box: Box) -> bool:
        """Note a thin box as a ruling; whether it is one."""
        left, upper, right, lower = box
        wide, high = right - left, lower - upper
        if high <= THIN and wide >= SHORTEST:
            self.found.level.append(Ruling((upper + lower) / 2, left, right))
        elif wide <= THIN and high >= SHORTEST:
            self.found.upright.append(Ruling((left + right) / 2, upper, lower))
        return high <= THIN or wide <= THIN

    def add_frame(self, box: Box) -> None:
        """Note the four sides of a framed box."""
        left, upper, right, lower = box
        self.found.level += (Ruling(upper, left, right), Ruling(lower, left, right))
        self.found.upright += (Ruling(left, upper, lower), Ruling(right, upper, lower))

    def add_strokes(self, drawing: Any, within: Matrix, count: int, stroked: bool) -> None:
        """Note the straight strokes of a shape: each by itself where they are drawn, else each thin part."""
        matrix = times(self.matrix_of(drawing), within)
        x, y = ctypes.c_float(), ctypes.c_float()
        part: list[tuple[float, float]] = []
        for at in range(count):
            segment = self.raw.FPDFPath_GetPathSegment(drawing, at)
            self.raw.FPDFPathSegment_GetPoint(segment, x, y)
            point = self.upright.point(*placed(matrix, x.value, y.value))
            kind = self.raw.FPDFPathSegment_GetType(segment)
            if kind == MOVE:
                self.add_part(part, stroked)
                part = []
            elif stroked and kind == LINE and part:
                self.add_thin(around([part[-1], point]))
            part.append(point)
            if stroked and self.raw.FPDFPathSegment_GetClose(segment):
                self.add_thin(around([part[0], point]))
        self.add_part(part, stroked)

    def add_part(self, part: list[tuple[float, float]], stroked: bool) -> None:
        """Note a part of a filled shape that is thin."""
        if part and not stroked:
            self.add_thin(around(part))

    def has_ink(self, drawing: Any) -> bool:
        """Whether a shape is filled with more than white."""
        parts = [ctypes.c_uint() for _ in range(4)]
        if not self.raw.FPDFPageObj_GetFillColor(drawing, *parts):
            return True
        *colours, alpha = (part.value for part in parts)
        return min(colours) < NEARLY_WHITE and alpha > 10

    def box_of(self, drawing: Any, within: Matrix) -> Box:
        """The box around a drawing as seen."""
        left, bottom, right, top = self.edges
        self.raw.FPDFPageObj_GetBounds(drawing, left, bottom, right, top)
        box = (left.value, bottom.value, right.value, top.value)
        if within is not IDENTITY:
            corners = [placed(within, x, y) for x in (box[0], box[2]) for y in (box[1], box[3])]
            box = around(corners)
        return self.upright.seen(box)

    def matrix_of(self, drawing: Any) -> Matrix:
        """How a drawing is placed."""
        matrix = self.raw.FS_MATRIX()
        if not self.raw.FPDFPageObj_GetMatrix(drawing, matrix):
            return IDENTITY
        return matrix.a, matrix.b, matrix.c, matrix.d, matrix.e, matrix.f


def times(one: Matrix, two: Matrix) -> Matrix:
    """First `one`, then `two`."""
    a, b, c, d, e, f = one
    g, h, i, j, k, m = two
    return a * g + b * i, a * h + b * j, c * g + d * i, c * h + d * j, e * g + f * i + k, e * h + f * j + m


def placed(matrix: Matrix, x: float, y: float) -> tuple[float, float]:
    """A point, placed."""
    a, b, c, d, e, f = matrix
    return a * x + c * y + e, b * x + d * y + f


def around(points: list[tuple[float, float]]) -> Box:
    """The box around points."""
    xs, ys = [x for x, _ in points], [y for _, y in points]
    return min(xs), min(ys), max(xs), max(ys)
