"""Ruled tables of a PDF page: rulings to cells, cells to words, and a table over several pages to one.

In: the rulings and runs of a page. Out: `Table`s with their rows, and the runs that stand in none.
Rulings that cross belong to one grid; where a ruling is missing between two fields of the grid they are
one cell, so that merged cells come out as such. A grid of one column is a frame: its words are running
text. A table whose columns stand where those of the page before stood goes on with it, its repeated head
rows and a row cut by the page end included. Not here: where the rulings come from (`pdf_drawing`).
"""

from bisect import bisect_right

from msgspec import Struct

from milepost.reading.formats.builder import Cell
from milepost.reading.formats.pdf_drawing import Box, Drawing, Ruling
from milepost.reading.formats.pdf_joints import cell_words, joined_words
from milepost.reading.formats.pdf_words import Run

NEAR = 2.5
"""Points; rulings nearer than this are one, as the two of a double ruling are."""

REACH = 3.0
"""Points by which rulings that should touch may miss each other."""

MOST_CROSSINGS = 400_000
"""Pairs of rulings looked at on a page; a drawing has more, the densest table has fewer."""

MOST_FIELDS = 20_000
ALIKE = 6.0
"""Points by which the columns of a table may shift from page to page."""

MOST_HEAD_ROWS = 4


class Field(Struct):
    """A cell: where it begins in the grid, how far it reaches, and its words."""

    row: int
    column: int
    rows: int
    columns: int
    words: str = ""


class Table(Struct):
    """A table as found: its box, where its columns begin and end, and its rows of cells."""

    box: Box
    columns: list[float]
    rows: list[list[Field]]

    def cells(self) -> list[list[Cell]]:
        """The rows as the builder takes them."""
        return [[Cell(field.words, field.columns, field.rows) for field in row] for row in self.rows]


class Grid(Struct):
    """Rulings that cross: those level, those upright, each sorted."""

    level: list[Ruling]
    upright: list[Ruling]


def tables_of(drawing: Drawing, runs: list[Run]) -> tuple[list[Table], list[Run]]:
    """The tables of a page from top to bottom, and the runs outside them."""
    tables: list[Table] = []
    for grid in grids_of(drawing):
        table, runs = filled(grid, runs)
        if table is not None:
            tables.append(table)
    return sorted(tables, key=lambda table: table.box[1]), runs


# --- grids ---


def grids_of(drawing: Drawing) -> list[Grid]:
    """The grids that a page's rulings make."""
    level, upright = merged(drawing.level), merged(drawing.upright)
    if len(level) < 2 or not upright or len(level) * len(upright) > MOST_CROSSINGS:
        return []
    holder = list(range(len(level) + len(upright)))

    def root(at: int) -> int:
        while holder[at] != at:
            holder[at] = holder[holder[at]]
            at = holder[at]
        return at

    for one, across in enumerate(level):
        for two, down in enumerate(upright, len(level)):
            if crosses(across, down):
                holder[root(two)] = root(one)
    grids: dict[int, Grid] = {}
    for at, ruling in enumerate(level + upright):
        grid = grids.setdefault(root(at), Grid([], []))
        (grid.level if at < len(level) else grid.upright).append(ruling)
    return [grid for grid in grids.values() if len(grid.level) >= 2 and grid.upright]


def crosses(across: Ruling, down: Ruling) -> bool:
    """Whether a level ruling and an upright one touch."""
    return (
        across.start - REACH <= down.at <= across.end + REACH
        and down.start - REACH <= across.at <= down.end + REACH
    )


def merged(rulings: list[Ruling]) -> list[Ruling]:
    """Rulings on one line that touch, made one."""
    found: list[Ruling] = []
    for group in on_one_line(rulings):
        at = sum(ruling.at for ruling in group) / len(group)
        start, end = group[0].start, group[0].end
        for ruling in sorted(group, key=lambda ruling: ruling.start):
            if ruling.start > end + REACH:
                found.append(Ruling(at, start, end))
                start, end = ruling.start, ruling.end
            start, end = min(start, ruling.start), max(end, ruling.end)
        found.append(Ruling(at, start, end))
    return found


def on_one_line(rulings: list[Ruling]) -> list[list[Ruling]]:
    """Rulings in groups that lie on one line."""
    groups: list[list[Ruling]] = []
    for ruling in sorted(rulings):
        if groups and ruling.at - groups[-1][0].at <= NEAR:
            groups[-1].append(ruling)
        else:
            groups.append([ruling])
    for group in groups:
        group.sort(key=lambda ruling: ruling.start)
    return groups


def edges_of(rulings: list[Ruling], others: list[Ruling]) -> list[float]:
    """Where a grid is cut in one direction: at its rulings, and at its ends where it is open there."""
    edges = [ruling.at for ruling in rulings]
    edges += [min(ruling.start for ruling in others), max(ruling.end for ruling in others)]
    cuts: list[float] = []
    for edge in sorted(edges):
        if not cuts or edge - cuts[-1] > 2 * NEAR:
            cuts.append(edge)
    return cuts


# --- cells ---


def filled(grid: Grid, runs: list[Run]) -> tuple[Table | None, list[Run]]:
    """A grid as a table with the words in it, and the runs left over; None where it is a frame."""
    xs, ys = edges_of(grid.upright, grid.level), edges_of(grid.level, grid.upright)
    across, down = len(xs) - 1, len(ys) - 1
    if across < 2 or down < 1 or across * down > MOST_FIELDS:
        return None, runs
    owner = owners(grid, xs, ys)
    inside: dict[int, list[Run]] = {}
    outside: list[Run] = []
    for run in runs:
        column = bisect_right(xs, min((run.left + run.right) / 2, run.left + run.size)) - 1
        row = bisect_right(ys, run.base - run.size * 0.3) - 1
        if 0 <= column < across and 0 <= row < down:
            inside.setdefault(owner[row * across + column], []).append(run)
        else:
            outside.append(run)
    fields = fields_of(owner, across)
    if not inside or len({field.column for field in fields.values()}) < 2:
        return None, runs
    for at, field in fields.items():
        field.words = cell_words(inside.get(at, []))
    rows = [[field for field in fields.values() if field.row == row] for row in range(down)]
    return Table((xs[0], ys[0], xs[-1], ys[-1]), xs, [row for row in rows if row]), outside


def owners(grid: Grid, xs: list[float], ys: list[float]) -> list[int]:
    """For each field of the grid, row by row, the first field of its cell."""
    across, down = len(xs) - 1, len(ys) - 1
    right = ruled(grid.upright, xs, ys)
    below = ruled(grid.level, ys, xs)
    owner = list(range(across * down))
    for row in range(down):
        for column in range(across):
            at = row * across + column
            if column and (column, row) not in right:
                owner[at] = owner[at - 1]
            elif row and (row, column) not in below:
                owner[at] = owner[at - across]
    return owner


def ruled(rulings: list[Ruling], cuts: list[float], along: list[float]) -> set[tuple[int, int]]:
    """Which cuts are ruled beside which field along them."""
    found: set[tuple[int, int]] = set()
    for ruling in rulings:
        cut = min(range(len(cuts)), key=lambda at: abs(cuts[at] - ruling.at))
        for at in range(len(along) - 1):
            middle = (along[at] + along[at + 1]) / 2
            if ruling.start <= middle <= ruling.end:
                found.add((cut, at))
    return found


def fields_of(owner: list[int], across: int) -> dict[int, Field]:
    """The cells of a grid by their first field, in reading order."""
    fields: dict[int, Field] = {}
    for at, own in enumerate(owner):
        row, column = divmod(at, across)
        field = fields.setdefault(own, Field(row, column, 1, 1))
        field.rows = max(field.rows, row - field.row + 1)
        field.columns = max(field.columns, column - field.column + 1)
    return fields


# --- over pages ---


def goes_on(table: Table, following: Table) -> bool:
    """Whether a table continues on the next page: its columns stand where they stood."""
    return len(table.columns) == len(following.columns) and all(
        abs(one - two) <= ALIKE for one, two in zip(table.columns, following.columns, strict=True)
    )


def append(table: Table, following: Table) -> None:
    """Add the rows of the next page to a table, without the head rows printed again."""
    rows = following.rows
    repeated = 0
    while repeated < min(MOST_HEAD_ROWS, len(rows) - 1, len(table.rows)):
        if words_in(rows[repeated]) != words_in(table.rows[repeated]):
            break
        repeated += 1
    rows = rows[repeated:]
    if rows and is_cut_off(table.rows[-1], rows[0], table.rows):
        for field, rest in zip(table.rows[-1], rows[0], strict=True):
            field.words = joined_words(field.words, rest.words)
        rows = rows[1:]
    table.rows += rows


def words_in(row: list[Field]) -> list[str]:
    """The words of a row's cells."""
    return [field.words for field in row]


def is_cut_off(row: list[Field], following: list[Field], rows: list[list[Field]]) -> bool:
    """Whether a row is the rest of the one before: most of it, or its first cell, is empty where all other
    rows are filled."""
    if len(row) != len(following) or len(row) != max(map(len, rows)):
        return False
    empty = [at for at, field in enumerate(following) if not field.words]
    if not empty or (empty[0] != 0 and 2 * len(empty) < len(row)):
        return False
    whole = [other for other in rows if len(other) == len(row)]
    return len(empty) < len(row) and all(other[at].words for other in whole for at in empty)
