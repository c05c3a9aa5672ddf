"""A drawing read back: its words as boxes, its arrows as lines, all in millimetres."""

import re
from dataclasses import dataclass
from itertools import combinations, pairwise
from xml.etree import ElementTree

from milepost.books.writers.pdf.fonts import text_width

SPACE = "{http://www.w3.org/2000/svg}"
TURNED = re.compile(r"translate\(([\d.]+) ([\d.]+)\) rotate\(-90\)")
RISE, FALL = 0.74, 0.2
"""Height of letters over and under the base line, as a share of the size."""
ROOM = 0.02


@dataclass(frozen=True)
class Words:
    """A run with its box."""

    text: str
    size: float
    family: str
    left: float
    top: float
    right: float
    bottom: float

    def meets(self, other: "Words") -> bool:
        """Whether two runs share ground."""
        across = self.left < other.right - ROOM and other.left < self.right - ROOM
        return across and self.top < other.bottom - ROOM and other.top < self.bottom - ROOM


def parsed(svg: str) -> ElementTree.Element:
    """The drawing as a tree."""
    return ElementTree.fromstring(svg)


def elements(svg: str, name: str) -> list[ElementTree.Element]:
    """All elements of a kind."""
    return list(parsed(svg).iter(f"{SPACE}{name}"))


def sheet_size(svg: str) -> tuple[float, float]:
    """Width and height from the view box."""
    _, _, wide, high = parsed(svg).attrib["viewBox"].split()
    return float(wide), float(high)


def all_words(svg: str) -> list[Words]:
    """Every run of words with its box."""
    return [_words(run) for run in elements(svg, "text")]


def _words(run: ElementTree.Element) -> Words:
    """The box of a run, by the widths of its font."""
    text, size = run.text or "", float(run.attrib["font-size"])
    family = run.attrib["font-family"].split(",")[0]
    weight = int(run.attrib.get("font-weight", "400"))
    wide = text_width(text, size, weight, "zh" if family == "Noto Sans SC" else "en")
    before = {"start": 0.0, "middle": wide / 2, "end": wide}[run.attrib.get("text-anchor", "start")]
    turned = TURNED.fullmatch(run.attrib.get("transform", ""))
    if turned:
        x, y = float(turned[1]), float(turned[2])
        return Words(text, size, family, x - size * RISE, y - wide + before, x + size * FALL, y + before)
    x, y = float(run.attrib["x"]) - before, float(run.attrib["y"])
    return Words(text, size, family, x, y - size * RISE, x + wide, y + size * FALL)


def overlapping(svg: str) -> list[tuple[str, str]]:
    """Pairs of runs that share ground."""
    return [(one.text, other.text) for one, other in combinations(all_words(svg), 2) if one.meets(other)]


def outside(svg: str) -> list[str]:
    """Runs that leave the sheet."""
    wide, high = sheet_size(svg)
    return [
        run.text
        for run in all_words(svg)
        if run.left < -ROOM or run.top < -ROOM or run.right > wide + ROOM or run.bottom > high + ROOM
    ]


def arrows(svg: str) -> list[list[tuple[float, float]]]:
    """The corners of every line of a link, without its halo."""
    lines = (line for line in elements(svg, "polyline") if line.attrib["stroke"] != "#ffffff")
    return [[_point(corner) for corner in line.attrib["points"].split()] for line in lines]


def _point(corner: str) -> tuple[float, float]:
    """A corner from its two numbers."""
    x, y = corner.split(",")
    return float(x), float(y)


def struck(svg: str) -> list[str]:
    """Words that an arrow passes through; the numbers in discs stand on the lines."""
    found, lines = [], arrows(svg)
    runs = [_words(run) for run in elements(svg, "text") if run.attrib["fill"] != "#ffffff"]
    for run in runs:
        for corners in lines:
            for (x1, y1), (x2, y2) in pairwise(corners):
                across = min(x1, x2) < run.right and max(x1, x2) > run.left
                if across and min(y1, y2) < run.bottom and max(y1, y2) > run.top:
                    found.append(run.text)
    return found
