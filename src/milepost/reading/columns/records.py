"""The walk over the rows of a table: which cells make one measure.

In: a text and the grids in it. Out: `Record`s in reading order, and the rows that need no further
reading. A head of up to three rows opens a table and may return on a new page; rows below it are duties,
steps of the duty above, groups, totals or notes. A cell that covers several rows stands for each of them.
What the cells say is each language's.
"""

from collections.abc import Callable

from milepost.reading.columns.forms import forms_in
from milepost.reading.columns.grid import Cell, Grid, Row
from milepost.reading.columns.head_rows import HeadRows
from milepost.reading.columns.layout import OWNERS, UNITS, Layout, Role, layout_of
from milepost.reading.columns.record import Record, Records
from milepost.reading.patterns import pattern

LONGEST_MARK = 2
"""A cell below a quarter that is no longer holds a mark and no goal."""

TOTAL = pattern(
    r"(?:小 ?计|合 ?计|总 ?计|共 ?计|累计|汇总)(?:[:：（(].*)?|(?:grand |sub-?)?totals?(?: .{0,30})?|sum",
    ignore_case=True,
)
NOTE = pattern(
    r"(?:备?注|说明|填表说明|资料来源|来源)\d{0,2}\s*[:：]|(?:notes?|sources?|key|legend|nb"
    r"|n\.b\.)\s*\d?\s*[:.]|\*+ ?\S",
    ignore_case=True,
)
GROUP_CODE = pattern(r"[（(]?[一二三四五六七八九十]{1,3}[)）]?[、.]?|[A-Z][.)]?|[IVX]{1,4}[.)]?")
NOTHING = pattern(
    r"(?:no (?:further )?actions?(?: required| needed| arising)?|none|nil|n/?a|tb[acd]|-+|—+|无|暂无)[.。]?",
    ignore_case=True,
)
"""What an office writes where there is nothing to do."""

COUNTED = frozenset("甲乙丙丁戊己庚辛壬癸") | frozenset("ABCDEFGHIJKL")
Placing = Callable[[Layout, Row], Row]


def records_of(text: str, grids: list[Grid], placing: Placing | None = None) -> Records:
    """The records of every table of measures; `placing` puts cells of a drawn row under their columns."""
    found = Records()
    before: Walk | None = None
    for grid in grids:
        forms, rest = forms_in(text, grid)
        found.records += forms
        found.taken += [(row.start, row.end) for row in grid.rows[: len(grid.rows) - len(rest)]]
        walk = Walk(text, Grid(rest, grid.drawn), placing if grid.drawn else None, found)
        if before is not None and walk.follows(before):
            walk.layout, walk.stages, walk.record = before.layout, before.stages, before.record
        walk.read(forms[-1] if forms else None)
        before = walk
    return found


class Walk:
    """Goes down one table and remembers its head, the cells that reach down, and the record above."""

    def __init__(self, text: str, grid: Grid, placing: Placing | None, found: Records) -> None:
        self.text = text
        self.rows = grid.rows
        self.heads = HeadRows(text, grid.rows)
        self.drawn = grid.drawn
        self.placing = placing
        self.found = found
        self.layout: Layout | None = None
        self.reach: dict[int, tuple[Cell, int]] = {}
        self.record: Record | None = None
        self.stages: dict[int, Cell] = {}

    def read(self, form: Record | None) -> None:
        """Read all rows; those of a table without owners below a form are the form's steps."""
        self.form = form
        at = 0
        while at < len(self.rows):
            row = self.rows[at]
            if row.rule:
                self.take(row)
            elif depth := self.head_at(at):
                for head in self.rows[at : at + depth]:
                    self.take(head)
                at += depth - 1
            elif self.layout is not None:
                self.body(at, self.layout)
            at += 1

    def follows(self, before: "Walk") -> bool:
        """Whether the table goes on from the one before, as on a new page: nothing between, cells as many."""
        if not self.rows or not before.rows or self.drawn:
            return False
        first, last = self.rows[0], before.rows[-1]
        between = self.text[last.end : first.start]
        return not between.strip() and len(first.cells) == len(last.cells)

    def take(self, row: Row) -> None:
        """Note that a row needs no further reading."""
        self.found.taken.append((row.start, row.end))

    def words(self, cell: Cell) -> str:
        """The words of a cell."""
        return self.text[cell.start : cell.end]

    # --- the head ---

    def head_at(self, at: int) -> int:
        """How many rows a head has that begins here, 0 where none does; it becomes the table's head."""
        if not self.heads.may_be_head(self.rows[at], below_head=self.layout is not None):
            return 0
        for depth in range(self.heads.head_rows(at), 0, -1):
            meanings = self.heads.meanings(self.rows[at : at + depth])
            layout = layout_of(meanings)
            if layout is not None:
                if strange := self.heads.strange(self.rows[at : at + depth], meanings):
                    self.found.strange += [strange] if strange not in self.found.strange else []
                self.layout, self.record, self.reach = layout, None, {}
                self.stages = self.heads.stage_heads(self.rows[at : at + depth])
                return depth
        return 0

    # --- the rows below it ---

    def body(self, at: int, layout: Layout) -> None:
        """Read one row below the head."""
        row = self.rows[at]
        filled = [cell for cell in row.cells if cell.end > cell.start]
        if not filled:
            return
        if self.placing and len(filled) > 1:
            row = self.placing(layout, row)
            filled = [cell for cell in row.cells if cell.end > cell.start]
        own = {cell.column: cell for cell in filled}
        self.remember(at, row)
        if TOTAL.fullmatch(self.text, filled[0].start, filled[0].end) or self.counts_columns(filled):
            self.take(row)
        elif NOTE.match(self.text, filled[0].start, filled[0].end) or not self.add(at, row, layout, own):
            self.record = None

    def remember(self, at: int, row: Row) -> None:
        """Keep the cells that reach down, and forget those that ended."""
        if self.reach:
            self.reach = {column: kept for column, kept in self.reach.items() if kept[1] > at}
        for cell in row.cells:
            if cell.rows > 1:
                for column in range(cell.column, cell.column + cell.columns):
                    self.reach[column] = (cell, at + cell.rows)

    def counts_columns(self, filled: list[Cell]) -> bool:
        """Whether a row below the head only numbers the columns: 甲 乙 1 2, or 1 2 3 4."""
        if len(filled) < 3 or any(cell.end - cell.start > 2 for cell in filled):
            return False
        words = [self.words(cell) for cell in filled]
        return all(word in COUNTED or word.isdigit() for word in words) and len(set(words)) == len(words)

    def add(self, at: int, row: Row, layout: Layout, own: dict[int, Cell]) -> bool:
        """Add a row to the records: a new one, or a step of the one above; False where it is neither."""
        cells, carried = self.by_role(layout, own)
        duties = [own[column] for column, role in layout.columns if role == "text" and column in own]
        named = next(
            (own[c] for c, role in layout.columns if role in ("title", "code_title") and c in own), None
        )
        alone = len(own) == 1 or (len(own) == 2 and self.heads_group(cells, named, duties))
        if duties or named:
            duty = duties[-1] if duties else named
            empty = duty is None or NOTHING.fullmatch(self.text, duty.start, duty.end) is not None
            if duty is None or empty or (alone and len(layout.columns) > 1 and not self.is_reached(layout)):
                self.take(row)
                return False
            self.record = Record(
                start=row.start,
                end=row.end,
                duty=duty,
                cells=cells,
                carried=carried,
                drawn=self.drawn,
                whole_form=layout.is_form,
            )
            self.record.stages = [
                (head, own[column])
                for column, head in self.stages.items()
                if column in own and own[column].end - own[column].start > LONGEST_MARK
            ]
            self.put(self.record, layout)
        elif self.record is not None and not (alone and next(iter(own)) == 0):
            self.go_on(self.record, row, layout, own, cells)
        else:
            self.take(row)
            return False
        self.take(row)
        return True

    def heads_group(self, cells: dict[Role, list[Cell]], named: Cell | None, duties: list[Cell]) -> bool:
        """Whether a row of a number and a name heads a group: its number is of another kind, as 一 or A."""
        code = cells.get("code")
        if not code or not (named or duties) or self.reach:
            return False
        return GROUP_CODE.fullmatch(self.text, code[0].start, code[0].end) is not None

    def put(self, record: Record, layout: Layout) -> None:
        """Note a record: as a step of the form above where its own table names nobody."""
        if self.form is not None and not any(role in OWNERS for _, role in layout.columns):
            self.form.steps.append(record)
        else:
            self.found.records.append(record)

    def is_reached(self, layout: Layout) -> bool:
        """Whether a cell above stands for a field of the row."""
        return any(column in self.reach for column, _ in layout.columns)

    def by_role(self, layout: Layout, own: dict[int, Cell]) -> tuple[dict[Role, list[Cell]], bool]:
        """The cells of a row by role, those that reach down to it too; whether its units do."""
        cells: dict[Role, list[Cell]] = {}
        carried = False
        for column, role in layout.columns:
            cell = own.get(column)
            if cell is None and self.reach and column in self.reach:
                cell = self.reach[column][0]
                if not cell.filled or role in ("text", "title", "code_title", "steps"):
                    continue
                carried |= role in UNITS
            if cell is not None:
                held = cells.setdefault(role, [])
                if cell not in held:
                    held.append(cell)
        return cells, carried

    def go_on(
        self, record: Record, row: Row, layout: Layout, own: dict[int, Cell], cells: dict[Role, list[Cell]]
    ) -> None:
        """A row without a duty of its own: a step of the duty above, or further cells of it."""
        step = next(
            (own[column] for column, role in layout.columns if role == "steps" and column in own), None
        )
        if step is not None:
            if not record.steps and (first := record.cells.get("steps")):
                record.steps.append(
                    Record(start=first[0].start, end=record.end, duty=first[0], cells=record.cells)
                )
            record.steps.append(Record(start=step.start, end=row.end, duty=step, cells=cells))
            record.cells = dict(record.cells)
            if "deadline" in cells:  # the whole is due with its last step
                record.cells["deadline"] = cells["deadline"]
            return
        for column, role in layout.columns:
            if column in own and role in UNITS:
                record.cells.setdefault(role, []).append(own[column])
        record.end = row.end
