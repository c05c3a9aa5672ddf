"""The lines of a PDF page in the order they are read: rows, columns, and numbers in the margin left out.

In: the runs of a page that stand in no table. Out: `Line`s, column after column. A page is cut into
columns where a strip stays free of words between two filled sides; a row that crosses the strip parts
what stands above it from what stands below. Not here: heads and feet (`pdf_edges`), paragraphs
(`pdf_paragraphs`).
"""

from itertools import pairwise

from msgspec import Struct

from milepost.reading.formats.pdf_joints import line_words, main_of, rows_of
from milepost.reading.formats.pdf_words import Run

Row = list[Run]
GUTTER = 0.9
"""Of the size; columns stand at least this far apart."""

LEAST_ROWS = 5
LEAST_SHARE = 0.35
"""Rows that a strip must leave free, of all rows it could cut."""

FILLED = 0.72
"""A side is a column when half of its rows reach this far across it."""

MOST_COLUMNS = 4
MOST_CROSSED = 0.2
"""The share of rows, titles and page heads, that may cross the strip of the page before."""

SAME_LEFT, SAME_RIGHT = 1.5, 6.0
"""Points by which lines of one column may begin and end apart."""

LEAST_NUMBERS = 5
NUMBERED = 0.6
STEPS = (1, 2, 5, 10)


class Line(Struct):
    """A line of a page: its words, its place, and the column that it stands in."""

    words: str
    left: float
    right: float
    base: float
    size: float
    bold: bool
    opens_bold: bool
    closes_bold: bool
    page: int
    column: tuple[float, float]
    marks: int = 0


class Layout(Struct):
    """The lines of a page, and how many columns of line numbers were left out."""

    lines: list[Line]
    numbered: bool
    columns: bool
    gutter: float | None = None


def layout_of(runs: list[Run], page: int, known: float | None = None) -> Layout:
    """The lines of a page in reading order; `known` is the strip between the columns of the page before."""
    rows = rows_of(runs)
    kept = without_line_numbers(rows)
    gutter = gutter_of(kept) if len(kept) >= LEAST_ROWS else None
    if gutter is None and known is not None and fits(kept, known):
        gutter = known
    lines = in_order(kept, page, MOST_COLUMNS, gutter)
    return Layout(lines, kept is not rows, len({line.column for line in lines}) > 1, gutter)


def fits(rows: list[Row], gutter: float) -> bool:
    """Whether the strip of the page before parts this page too, where a column holds only a few lines."""
    crossed = sum(any(run.left < gutter < run.right for run in row) for row in rows)
    return bool(rows) and crossed <= MOST_CROSSED * len(rows)


def in_order(rows: list[Row], page: int, columns: int, gutter: float | None) -> list[Line]:
    """Rows as lines, column after column."""
    if gutter is None:
        return lines_of(rows, page)
    lines: list[Line] = []
    band: list[Row] = []
    for row in rows:
        if any(run.left < gutter < run.right for run in row):
            lines += side_by_side(band, gutter, page, columns)
            lines += lines_of([row], page)
            band = []
        else:
            band.append(row)
    return lines + side_by_side(band, gutter, page, columns)


def side_by_side(band: list[Row], gutter: float, page: int, columns: int) -> list[Line]:
    """The rows left of a strip, then those right of it."""
    left = [[run for run in row if run.right <= gutter] for row in band]
    right = [[run for run in row if run.left >= gutter] for row in band]
    halves = ([row for row in left if row], [row for row in right if row])
    lines: list[Line] = []
    for half in halves:
        again = gutter_of(half) if columns > 2 and len(half) >= LEAST_ROWS else None
        lines += in_order(half, page, columns - 1, again)
    return lines


def gutter_of(rows: list[Row]) -> float | None:
    """The middle of the strip between two columns; None where there is one column."""
    left = min(run.left for row in rows for run in row)
    right = max(run.right for row in rows for run in row)
    best, place = 0, None
    for at in candidates(rows, left, right):
        free = [row for row in rows if all(run.right <= at or run.left >= at for run in row)]
        both = sum(row[0].left < at < row[-1].right for row in free)
        if (
            both > best
            and both >= max(LEAST_ROWS, LEAST_SHARE * len(rows))
            and are_columns(free, at, left, right)
        ):
            best, place = both, at
    return place


def candidates(rows: list[Row], left: float, right: float) -> list[float]:
    """Where a strip may stand: the gaps most rows share, in the middle part of the page."""
    width = right - left
    votes: dict[int, int] = {}
    for row in rows:
        for one, two in pairwise(row):
            if two.left - one.right >= GUTTER * min(one.size, two.size):
                for place in range(int(one.right) + 1, int(two.left) + 1, 2):
                    votes[place // 4] = votes.get(place // 4, 0) + 1
    within = [at for at in votes if left + 0.15 * width < at * 4 + 2 < right - 0.15 * width]
    return [at * 4 + 2.0 for at in sorted(within, key=lambda at: -votes[at])[:6]]


def are_columns(rows: list[Row], at: float, left: float, right: float) -> bool:
    """Whether both sides of a strip are filled with running text, as labels and values are not."""
    ends = [max(run.right for run in row if run.right <= at) for row in rows if row[0].right <= at]
    begins = [[run for run in row if run.left >= at] for row in rows if row[-1].left >= at]
    if len(ends) < LEAST_ROWS or len(begins) < LEAST_ROWS:
        return False
    edge = min(row[0].left for row in begins)
    filled_left = sum(end - left >= FILLED * (max(ends) - left) for end in ends)
    filled_right = sum(row[-1].right - edge >= FILLED * (right - edge) for row in begins)
    return filled_left * 2 >= len(ends) and filled_right * 2 >= len(begins)


def lines_of(rows: list[Row], page: int) -> list[Line]:
    """Rows of one column as lines."""
    if not rows:
        return []
    lefts, rights = [row[0].left for row in rows], [-max(run.right for run in row) for row in rows]
    column = (outer(lefts, SAME_LEFT), -outer(rights, SAME_RIGHT))
    return [line_of(row, page, column) for row in rows]


def outer(places: list[float], near: float) -> float:
    """The outermost place at which two lines begin, so that one that stands out does not count."""
    ordered = sorted(places)
    return next((one for one, two in pairwise(ordered) if two - one <= near), ordered[0])


def line_of(row: Row, page: int, column: tuple[float, float]) -> Line:
    """A row as a line."""
    words, marks = line_words(row)
    main = main_of(row)
    letters = sum(len(run.text) for run in row)
    bold = sum(len(run.text) for run in row if run.bold) >= 0.9 * letters
    right = max(run.right for run in row)
    return Line(
        words=words,
        left=row[0].left,
        right=right,
        base=main.base,
        size=main.size,
        bold=bold,
        opens_bold=row[0].bold,
        closes_bold=row[-1].bold,
        page=page,
        column=column,
        marks=marks,
    )


# --- line numbers ---


def without_line_numbers(rows: list[Row]) -> list[Row]:
    """Rows without the numbers in the margin; the same rows where there are none."""
    for side in (0, -1):
        numbers = [row[side] for row in rows if row[side].text.isdecimal() and len(row[side].text) <= 5]
        if is_count(numbers, rows) and stands_apart(numbers, rows, side):
            marks = set(map(id, numbers))
            kept = [[run for run in row if id(run) not in marks] for row in rows]
            return [row for row in kept if row]
    return rows


def is_count(numbers: list[Run], rows: list[Row]) -> bool:
    """Whether numbers count the lines: each, or every second, fifth or tenth."""
    if len(numbers) < LEAST_NUMBERS:
        return False
    values = [int(run.text) for run in numbers]
    steps = {two - one for one, two in pairwise(values)}
    if len(steps) != 1 or not steps <= set(STEPS):
        return False
    return len(numbers) * steps.pop() >= NUMBERED * len(rows)


def stands_apart(numbers: list[Run], rows: list[Row], side: int) -> bool:
    """Whether numbers stand in a column of their own beside all other words."""
    marks = set(map(id, numbers))
    others = [run for row in rows for run in row if id(run) not in marks]
    if not others:
        return False
    if side == 0:
        return max(run.right for run in numbers) + 3 < min(run.left for run in others)
    return min(run.left for run in numbers) - 3 > max(run.right for run in others)
