"""How high the table of start conditions stands under an adopted map, before it is set.

In: a road map and whether its sheet is an A3. Out: millimetres. The table is set in side-by-side parts, each
with its own head, so that the drawing above keeps its height. Not here: the table itself (`pdf/roadmap.typ`).
"""

from math import ceil

from milepost.books.content.records import Language, RoadLink, RoadMap
from milepost.books.wording.labels import script

PARTS = {True: 2, False: 3}
"""Tables side by side on an A3, on an A1."""
SCALE = {True: 1.0, False: 1.15}
"""On an A1 the table is set so much larger: it is read from near, unlike the drawing."""
TEXT_MM, LINE_MM, ROW_MM, AROUND_MM = 2.83, 3.5, 0.75, 7.5
"""Size of its text, the distance of two lines, what a row adds, its head with the space over it."""
WIDTH_MM, GAP_MM = {True: 394.0, False: 813.0}, 8.0
FIXED_MM = {"en": 26.0, "zh": 32.0}
"""Columns of the number and the date."""
SHARES = (1.1, 0.7, 1.2)
"""What the columns of words take of the rest: when, condition, then may start."""
CELL_MM = 2.2


def table_height(road_map: RoadMap, small: bool) -> float:
    """What the table takes under the map."""
    scale, language = SCALE[small], road_map.facts.language
    rows = [_lines(link, language, small) for link in road_map.links]
    share = ceil(len(rows) / PARTS[small])
    parts = [rows[start : start + share] for start in range(0, len(rows), share)] if rows else []
    tallest = max((sum(lines * LINE_MM + ROW_MM for lines in part) for part in parts), default=0.0)
    return (AROUND_MM + tallest) * scale


def _lines(link: RoadLink, language: Language, small: bool) -> int:
    """How many lines the longest cell of a link takes."""
    from milepost.books.writers.pdf.fonts import text_width

    part = (WIDTH_MM[small] - GAP_MM * SCALE[small] * (PARTS[small] - 1)) / PARTS[small]
    free = part / SCALE[small] - FIXED_MM[script(language)]
    cells = (link.first.text, link.condition.text or link.condition.label, link.then.text)
    return (
        max(
            ceil(text_width(words, TEXT_MM, 400, language) / (free * share / sum(SHARES) - CELL_MM))
            for words, share in zip(cells, SHARES, strict=True)
        )
        or 1
    )
