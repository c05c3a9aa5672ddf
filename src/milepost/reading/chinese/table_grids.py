"""Where tables stand in a Chinese text: rows that a format knows, pipes and tabs, one cell a line,
columns of blanks.

In: a folded text and the blocks of its format. Out: grids in places of the copy. A text file only draws
its tables: there cells are told by bars, or by blanks behind a head that names the columns. What columns
mean stands in `columns`.
"""

from milepost.ledger.origins import Span
from milepost.reading.chinese.folding import Folded
from milepost.reading.chinese.units import trim
from milepost.reading.columns import Cell, Grid, Row, grids_of
from milepost.reading.columns.heads import meaning_of
from milepost.reading.columns.layout import layout_of
from milepost.reading.patterns import pattern
from milepost.reading.source import Block

SPLIT_CELL = pattern(r" ?[|\t] ?")
BLANKS = pattern(r" {1,}")
NUMBER = pattern(r"\d{1,3}[.、]?")
RULE_LINE = pattern(r"[-—:─=+| ]*")
WIDEST_HEAD = 80
"""A head whose columns are parted by blanks stands on one line."""


def grids_in(folded: Folded, blocks: tuple[Block, ...]) -> list[Grid]:
    """The tables of a text, in places of the copy."""
    known = grids_of(blocks)
    if known:
        return [Grid([row for row in (copied(folded, row) for row in grid.rows) if row]) for grid in known]
    return drawn_in(folded)


def copied(folded: Folded, row: Row) -> Row | None:
    """A row with its places in the copy; None where the copy has left it out."""
    start, end = folded.at(row.start), folded.at(row.end - 1) + 1
    if start >= end:
        return None
    if end - start == row.end - row.start:  # nothing is left out inside the row
        return row if start == row.start else shifted(row, start - row.start)
    cells = [
        Cell(folded.at(c.start), folded.at(c.end - 1) + 1, c.column, c.columns, c.rows)
        if c.start < c.end
        else Cell(start, start, c.column, c.columns, c.rows)
        for c in row.cells
    ]
    return Row(start, end, tuple(cells))


def shifted(row: Row, by: int) -> Row:
    """A row with its places moved."""
    cells = tuple(Cell(c.start + by, c.end + by, c.column, c.columns, c.rows) for c in row.cells)
    return Row(row.start + by, row.end + by, cells)


def drawn_in(folded: Folded) -> list[Grid]:
    """The tables that a text draws."""
    text, found = folded.text, list[Grid]()
    bars = "|" in text or "\t" in text
    at = 0
    while at < len(folded.paragraphs):
        start, end = folded.paragraphs[at]
        grid: Grid | None = None
        reached = at + 1
        if bars and at + 1 < len(folded.paragraphs) and alone(folded, at + 1):
            grid, reached = one_cell_a_line(folded, at)
        elif bars and is_piped(text, start, end):
            grid, reached = piped(folded, at)
        elif end - start <= WIDEST_HEAD and text.find(" ", start, end) >= 0:
            grid, reached = blank_columns(folded, at)
        if grid is not None:
            found.append(grid)
        at = reached
    return found


def alone(folded: Folded, at: int) -> bool:
    """Whether a paragraph is a bar and nothing else."""
    start, end = folded.paragraphs[at]
    return end - start == 1 and folded.text[start] == "|"


def is_piped(text: str, start: int, end: int) -> bool:
    """Whether a paragraph has cells parted by bars or tabs."""
    return text.find("|", start, end) >= 0 or text.find("\t", start, end) >= 0


def row_of(text: str, cells: list[Span]) -> Row:
    """A row of cells in their order."""
    start, end = cells[0][0], max(cell[1] for cell in cells)
    kept = tuple(
        Cell(a, b if RULE_LINE.fullmatch(text, a, b) is None else a, k) for k, (a, b) in enumerate(cells)
    )
    return Row(start, max(end, start), kept, all(not cell.filled for cell in kept))


def piped(folded: Folded, at: int) -> tuple[Grid, int]:
    """A table of pipe or tab rows, and where it ends."""
    rows: list[Row] = []
    outer = folded.text[folded.paragraphs[at][0]] == "|"
    while at < len(folded.paragraphs) and is_piped(folded.text, *folded.paragraphs[at]):
        span = folded.paragraphs[at]
        row = row_of(folded.text, pipe_cells(folded.text, *span, outer))
        rows.append(Row(*span, row.cells, row.rule))
        at += 1
    return Grid(rows, drawn=True), at


def pipe_cells(text: str, start: int, end: int, outer: bool) -> list[Span]:
    """The cells of a pipe row, empty ones too; a pipe at its begin parts nothing where the table's first row
    has one there (`outer`)."""
    if outer and text[start] == "|":
        start += 1
    found: list[Span] = []
    at = start
    for match in SPLIT_CELL.finditer(text, start, end):
        found.append(trim(text, at, match.start()) or (at, at))
        at = match.end()
    found.append(trim(text, at, end) or (at, at))
    return found


def one_cell_a_line(folded: Folded, at: int) -> tuple[Grid | None, int]:
    """A table with each cell on a line and | lines between; two texts in a row begin a new row."""
    rows: list[list[Span]] = [[]]
    first, parted = at, True
    while at < len(folded.paragraphs):
        bar = alone(folded, at)
        if not bar and not parted:
            if len(rows[-1]) < 2:
                break
            rows.append([])
        if not bar:
            rows[-1].append(folded.paragraphs[at])
        parted = bar
        at += 1
    if len(rows[-1]) < 2:
        rows.pop()
        at -= 1
    if not rows:
        return None, max(at, first + 1)
    return Grid([row_of(folded.text, cells) for cells in rows], drawn=True), max(at, first + 1)


def blank_columns(folded: Folded, at: int) -> tuple[Grid | None, int]:
    """A table whose columns are parted by blanks: the number first, the fields last, the task between."""
    text = folded.text
    if at + 1 >= len(folded.paragraphs) or not begins_row(text, *folded.paragraphs[at + 1]):
        return None, at + 1
    head = tokens(text, *folded.paragraphs[at], joined=True)
    meanings = [meaning_of(text[a:b]) for a, b in head]
    layout = layout_of(meanings) if meanings[0] == "code" else None
    duties = [column for column, role in layout.columns if role in ("text", "title")] if layout else []
    fields = len(head) - 1 - max(duties) if duties else 0
    rows: list[list[Span]] = []
    first = at
    at += 1
    while at < len(folded.paragraphs) and fields:
        found = tokens(text, *folded.paragraphs[at])
        if len(found) < fields + 2 or not NUMBER.fullmatch(text, *found[0]):
            break
        rows.append([found[0], (found[1][0], found[-fields - 1][1]), *found[-fields:]])
        at += 1
    if not rows:
        return None, first + 1
    whole = [head[0], head[max(duties)], *head[-fields:]]
    return Grid([row_of(text, cells) for cells in [whole, *rows]], drawn=True), at


def begins_row(text: str, start: int, end: int) -> bool:
    """Whether a line begins with a number and a blank, as the first row below a head does."""
    blank = text.find(" ", start, end)
    return blank > 0 and NUMBER.fullmatch(text, start, blank) is not None


def tokens(text: str, start: int, end: int, joined: bool = False) -> list[Span]:
    """The words between blanks; `joined` puts single characters together: 工 作 任 务."""
    found: list[Span] = []
    at = start
    for match in BLANKS.finditer(text, start, end):
        found.append((at, match.start()))
        at = match.end()
    found.append((at, end))
    if not joined:
        return found
    whole: list[Span] = []
    for a, b in found:
        if whole and b - a == 1 and not text[whole[-1][0] : whole[-1][1]].startswith("序"):
            whole[-1] = (whole[-1][0], b)
        else:
            whole.append((a, b))
    return whole
