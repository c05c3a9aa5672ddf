"""The pen: draws lines, shapes and words in layout units and writes them as SVG elements in millimetres.

In: coordinates and words. Out: escaped elements with presentation attributes only. One font family per text
run: the Latin family, or the Chinese one as soon as a run holds a character that only it has. Text is never
smaller than `SMALLEST`. Not here: where things stand (geometry, routing, labels).
"""

from collections.abc import Iterable
from functools import lru_cache
from typing import Literal

from milepost.books.content.records import Language
from milepost.books.writers.markup import escape, plain

INK, MID, HAIR, SEAL = "#16202b", "#56616d", "#d5dade", "#9b2423"
PAPER, GROUND = "#ffffff", "#fbfcfc"
LATIN, CHINESE = "Source Sans Pro", "Noto Sans SC"
GENERIC = "sans-serif"
"""Taken by a viewer that has neither family; never for single glyphs."""
FIRST_CJK = "\u2e80"
SMALLEST = 2.4
"""Millimetres; 7 pt, the least that is read on a wall."""
ROOM = 1.1
"""Latin runs keep a tenth in hand, as a page shows the drawing in the reader's own face."""

Anchor = Literal["start", "middle", "end"]
Point = tuple[float, float]


def is_chinese(words: str) -> bool:
    """Whether the run needs the Chinese family."""
    return not words.isascii() and max(words) >= FIRST_CJK


def width(words: str, size: float, weight: int, language: Language) -> float:
    """How wide the run is set, by the advance widths of its font."""
    return size * width_of_one(words, weight, language)


@lru_cache(maxsize=16384)
def width_of_one(words: str, weight: int, language: Language) -> float:
    """How wide the run is at a size of one."""
    from milepost.books.writers.pdf.fonts import text_width

    if language == "zh" or is_chinese(words):
        return text_width(plain(words), 1.0, 400, "zh")
    return ROOM * text_width(plain(words), 1.0, weight, "en")


class Pen:
    """Collects elements; every coordinate goes through `mm`, which applies the sheet's scale."""

    def __init__(self, language: Language, scale: float, prefix: str = "road-map") -> None:
        self.language = language
        self.scale = scale
        self.prefix = prefix
        self.elements: list[str] = []
        self._lengths: dict[float, str] = {}

    def mm(self, value: float) -> str:
        """A layout value as millimetres, two places, no trailing noughts."""
        length = self._lengths.get(value)
        if length is None:
            length = self._lengths[value] = f"{value * self.scale:.2f}".rstrip("0").rstrip(".")
        return length

    def pattern(self, fill: str) -> str:
        """The fill of a colour, or of a pattern that this drawing defines."""
        return fill if fill.startswith("#") else f"url(#{self.prefix}-{fill})"

    def width(self, words: str, size: float, weight: int = 400) -> float:
        """The set width of a run in layout units."""
        return width(words, size, weight, self.language)

    def text(
        self,
        x: float,
        y: float,
        words: str,
        size: float,
        *,
        weight: int = 400,
        fill: str = INK,
        anchor: Anchor = "start",
        upright: bool = False,
    ) -> None:
        """A run of words on its baseline; `upright` turns it to be read from below."""
        chinese = self.language == "zh" or is_chinese(words)
        family = f"{CHINESE if chinese else LATIN}, {GENERIC}"
        bold = ' font-weight="700"' if weight > 400 and not chinese else ""
        ends = "" if anchor == "start" else f' text-anchor="{anchor}"'
        place = f'x="{self.mm(x)}" y="{self.mm(y)}"'
        if upright:
            place = f'x="0" y="0" transform="translate({self.mm(x)} {self.mm(y)}) rotate(-90)"'
        self.elements.append(
            f'<text {place} font-family="{family}" font-size="{self.mm(size)}"{bold} fill="{fill}"{ends}>'
            f"{escape(words)}</text>"
        )

    def line(
        self, start: Point, end: Point, stroke: str = INK, weight: float = 0.3, dash: str | None = None
    ) -> None:
        """A straight line."""
        (x1, y1), (x2, y2) = start, end
        self.elements.append(
            f'<line x1="{self.mm(x1)}" y1="{self.mm(y1)}" x2="{self.mm(x2)}" y2="{self.mm(y2)}"'
            f"{self._stroke(stroke, weight, dash)}/>"
        )

    def box(
        self,
        x: float,
        y: float,
        wide: float,
        high: float,
        fill: str = PAPER,
        *,
        stroke: str | None = None,
        weight: float = 0.3,
        dash: str | None = None,
        corner: float = 0.0,
    ) -> None:
        """A rectangle."""
        rounded = f' rx="{self.mm(corner)}"' if corner else ""
        outline = self._stroke(stroke, weight, dash) if stroke else ""
        self.elements.append(
            f'<rect x="{self.mm(x)}" y="{self.mm(y)}" width="{self.mm(wide)}" height="{self.mm(high)}"'
            f' fill="{fill}"{rounded}{outline}/>'
        )

    def polygon(
        self,
        points: Iterable[Point],
        fill: str = PAPER,
        stroke: str = INK,
        weight: float = 0.3,
        dash: str | None = None,
    ) -> None:
        """A closed shape."""
        mm = self.mm
        corners = " ".join([f"{mm(x)},{mm(y)}" for x, y in points])
        self.elements.append(
            f'<polygon points="{corners}" fill="{fill}"{self._stroke(stroke, weight, dash)}'
            ' stroke-linejoin="round"/>'
        )

    def circle(
        self,
        x: float,
        y: float,
        radius: float,
        fill: str = PAPER,
        *,
        stroke: str | None = INK,
        weight: float = 0.3,
        dash: str | None = None,
    ) -> None:
        """A disc or a ring."""
        outline = self._stroke(stroke, weight, dash) if stroke else ""
        self.elements.append(
            f'<circle cx="{self.mm(x)}" cy="{self.mm(y)}" r="{self.mm(radius)}" fill="{fill}"{outline}/>'
        )

    def trail(self, points: Iterable[Point], stroke: str, weight: float) -> None:
        """An open line through points."""
        stops = " ".join(f"{self.mm(x)},{self.mm(y)}" for x, y in points)
        self.elements.append(
            f'<polyline points="{stops}" fill="none"{self._stroke(stroke, weight, None)}'
            ' stroke-linejoin="round"/>'
        )

    def begin(self, words: str) -> None:
        """Open a group that says in words what it shows."""
        self.elements.append(f"<g><title>{escape(words)}</title>")

    def end(self) -> None:
        """Close the group."""
        self.elements.append("</g>")

    def _stroke(self, colour: str, weight: float, dash: str | None) -> str:
        """The attributes of an outline; `dash` is two lengths in layout units."""
        dashes = ""
        if dash:
            dashes = f' stroke-dasharray="{" ".join(self.mm(float(part)) for part in dash.split())}"'
        return f' stroke="{colour}" stroke-width="{self.mm(weight)}"{dashes}'
