"""Page heads and feet of a PDF: what repeats at the edge of its pages, and page numbers.

In: the lines of all pages. Out: which of them are heads and which feet. From the edge inwards a line is
one when it counts pages (`— 3 —`, `Page 3 of 12`, `第3页 共12页`, a bare number apart), or stands at the same
height with the same words, digits aside, on a third of the pages. A line that differs from page to page
is a head when it stands apart at the same height on nearly all of them, as a chapter's name does. Not
here: what is cut off them.
"""

from collections import Counter
from itertools import pairwise
from statistics import median

from milepost.reading.formats.pdf_layout import Line
from milepost.reading.patterns import pattern

NUMBER = r"[0-9０-９]{1,5}"
PAGE_NUMBER = pattern(
    rf"[—–\-－~·\s]+{NUMBER}[—–\-－~·\s]+"
    rf"|第\s?(?:{NUMBER}|[一二三四五六七八九十百]{{1,5}})\s?页(?:[\s,，/／（(]{{0,3}}[共总]\s?{NUMBER}\s?页[)）]?)?"
    rf"|(?:[Pp]age|PAGE|p\.)\s?{NUMBER}(?:\s?(?:of|/)\s?{NUMBER})?"
    rf"|{NUMBER}\s?(?:/|of)\s?{NUMBER}"
    rf"|共\s?{NUMBER}\s?页\s?第\s?{NUMBER}\s?页"
)
BARE_NUMBER = pattern(rf"{NUMBER}|[ivxl]{{1,7}}|[IVXL]{{1,7}}")
DIGITS = pattern(r"[0-9０-９]+")
EDGE = 4
"""Lines looked at from each edge of a page; a head of more lines is rare."""

SHARE = 1 / 3
ZONE = 0.16
"""Of the page's height; heads and feet stand in the margin."""

MARGIN = 72.0
"""Points; the margin of a small page."""

APART = 1.7
"""Of the size; the gap by which a head stands apart from the text."""

LOOSER = 1.3
"""Of the usual distance of lines; official Chinese documents are set wide."""

LEAST_PAGES = 4
NEARLY_ALL = 0.8
SMALL = 0.85
FAR = 2.0
Place = tuple[str, int]


def heads_and_feet(pages: list[list[Line]], heights: list[float]) -> tuple[set[int], set[int]]:
    """The heads and the feet among the lines of a document, by `id`."""
    pitch = usual_pitch(pages)
    heads = Edge(pages, [0.0] * len(pages), heights, pitch).found()
    return heads, Edge(pages, heights, heights, pitch).found() - heads


def usual_pitch(pages: list[list[Line]]) -> float:
    """The usual distance of two lines below each other."""
    gaps = [two.base - one.base for lines in pages for one, two in pairwise(lines) if two.base > one.base]
    return median(gaps) if gaps else 0.0


class Edge:
    """One edge of all pages: its lines from the edge inwards, and how often each stands there."""

    def __init__(
        self, pages: list[list[Line]], edges: list[float], heights: list[float], pitch: float
    ) -> None:
        self.pitch = pitch
        self.size = median([line.size for lines in pages for line in lines] or [0.0])
        self.filled = sum(map(bool, pages))
        self.outer = [
            [line for line in outermost(lines, edge) if abs(line.base - edge) <= max(ZONE * height, MARGIN)]
            for lines, edge, height in zip(pages, edges, heights, strict=True)
        ]
        self.inner = [outermost(lines, edge) for lines, edge in zip(pages, edges, strict=True)]
        self.edges = edges
        self.times: Counter[Place] = Counter()
        for lines, edge in zip(self.outer, edges, strict=True):
            self.times.update(
                {(wording(line), step_of(line, edge) + by) for line in lines for by in (-1, 0, 1)}
            )

    def found(self) -> set[int]:
        """The lines that belong to the pages and not to the text."""
        running = self.running()
        found: set[int] = set()
        for lines, inner, edge in zip(self.outer, self.inner, self.edges, strict=True):
            for at, line in enumerate(lines):
                following = inner[at + 1] if at + 1 < len(inner) else None
                runs = at == 0 and running is not None and abs(step_of(line, edge) - running) <= 1
                apart = self.is_apart(line, following)
                runs = runs or (at == 0 and self.is_small(line, following))
                if not (self.repeats(line, edge) or counts_pages(line, apart) or (runs and apart)):
                    break
                found.add(id(line))
        return found

    def repeats(self, line: Line, edge: float) -> bool:
        """Whether a line stands here on a third of the pages."""
        times = self.times[wording(line), step_of(line, edge)]
        return times >= 2 and times >= SHARE * self.filled

    def is_apart(self, line: Line, inner: Line | None) -> bool:
        """Whether a gap parts a line from the next one inwards."""
        if inner is None:
            return True
        return abs(inner.base - line.base) >= max(APART * line.size, APART * inner.size, LOOSER * self.pitch)

    def is_small(self, line: Line, inner: Line | None) -> bool:
        """Whether a line is set small and far off, as the head of a single page is."""
        if inner is None or line.size > SMALL * self.size:
            return False
        return abs(inner.base - line.base) >= max(FAR * self.size, LOOSER * self.pitch)

    def running(self) -> int | None:
        """The height at which nearly all pages carry a line apart; None where they don't."""
        steps: Counter[int] = Counter()
        for lines, inner, edge in zip(self.outer, self.inner, self.edges, strict=True):
            if lines and len(inner) > 1 and self.is_apart(lines[0], inner[1]):
                steps[step_of(lines[0], edge)] += 1
        if self.filled < LEAST_PAGES or not steps:
            return None
        step, count = steps.most_common(1)[0]
        return step if count >= NEARLY_ALL * self.filled else None


def outermost(lines: list[Line], edge: float) -> list[Line]:
    """The lines nearest to an edge, from it inwards."""
    return sorted(lines, key=lambda line: abs(line.base - edge))[:EDGE]


def wording(line: Line) -> str:
    """A line's words with its digits made alike."""
    return DIGITS.sub("#", line.words.replace(" ", ""))


def step_of(line: Line, edge: float) -> int:
    """How far a line stands from the edge, in steps that a typesetter's rounding does not cross twice."""
    return round(abs(line.base - edge) / 5)


def counts_pages(line: Line, apart: bool) -> bool:
    """Whether a line is a page's number; a bare one must stand apart."""
    words = line.words.strip()
    return bool(PAGE_NUMBER.fullmatch(words) or (apart and BARE_NUMBER.fullmatch(words)))
