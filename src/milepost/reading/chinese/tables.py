"""Tables in Chinese plans: the cells of each record as a measure.

In: a folded text and the blocks of its format. Out: the stretches that the records make, what their cells
say besides (`Extra`), rows set aside, and the paragraphs that need no further reading. Which cells belong
together stands in `columns`, where tables stand in `table_grids`. A cell with several numbered duties
gives several measures, and what a duty says itself wins over its row.
"""

from msgspec.structs import replace

from milepost.ledger.origins import Span
from milepost.ledger.records import DeadlineKind
from milepost.reading.chinese.deadlines import Days, Due, chosen, find_deadlines
from milepost.reading.chinese.folding import Folded
from milepost.reading.chinese.labels import label_at
from milepost.reading.chinese.stretches import Stretch
from milepost.reading.chinese.table_duties import duties_in
from milepost.reading.chinese.table_extras import Extra, TablesFound, add_moved
from milepost.reading.chinese.table_grids import grids_in
from milepost.reading.chinese.table_places import placing
from milepost.reading.chinese.tails import Tail, TailRole, read_field
from milepost.reading.chinese.units import is_strong, split_units
from milepost.reading.columns import Record, records_of
from milepost.reading.columns.digits import read_digits
from milepost.reading.columns.layout import Role
from milepost.reading.columns.quarters import end_of
from milepost.reading.patterns import pattern
from milepost.reading.source import Block

EMPTY = frozenset({"", "—", "-", "/", "——", "－", "无", "暂无", "待定", "\\"})
DONE = pattern(r"(?:已|全部|现已)?(?:完成|办结|完结|销号|办毕|终止|撤销|取消)(?:\(?100%\)?)?[。.]?")
CODE_TITLE = pattern(r"(?P<n>[A-Za-z]{0,4}[-.]?\d{1,3}(?:[.\-]\d{1,3}){0,3})[.、:：) ]+(?P<t>.+)$")
SHARED: tuple[tuple[Role, TailRole], ...] = (
    ("lead", "lead"),
    ("cooperating", "support"),
    ("responsible", "responsible"),
    ("guide", "guide"),
    ("deadline", "deadline"),
    ("period", "deadline"),
    ("output", "output"),
)
TASKS = frozenset({"fixed", "relative"})
TO = pattern(r" ?(?:至|到|—|~|–|－| - )")


def find_tables(folded: Folded, blocks: tuple[Block, ...], days: Days) -> TablesFound:
    """Every table of measures in a text."""
    grids = grids_in(folded, blocks)
    found = TablesFound([], [], [], [])
    if not grids:
        return found
    records = records_of(folded.text, grids, placing(folded, days))
    found.taken, found.strange = records.taken, records.strange
    reader = _Reader(folded, days, found)
    for record in records.records:
        reader.add(record)
    return found


class _Reader:
    """Makes the stretches of records and remembers the units of the row above."""

    def __init__(self, folded: Folded, days: Days, found: TablesFound) -> None:
        self.folded = folded
        self.text = folded.text
        self.days = days
        self.found = found
        self.above: Tail | None = None
        self.read: dict[tuple[TailRole, str], tuple[int, Tail]] = {}

    def add(self, record: Record) -> None:
        """Add the stretches of one record, or set it aside because it is done."""
        state = record.first("state")
        if state and DONE.fullmatch(self.text, *state):
            self.found.done.append((record.duty.start, record.duty.end))
            return
        number, title = self.titled(record)
        shared = self.tail(record)
        start, end = record.duty.start, record.duty.end
        label = label_at(self.text, start, end)
        if label is not None and label.end < end:
            number, start = number or self.folded.words(label.start, label.end).rstrip("、.．: ："), label.end
        if not (shared.assigns or shared.dues or number or record.whole_form):
            return
        carried = record.carried
        if not shared.assigns and self.above is not None and not record.first("officer"):
            carried |= self.share_units(shared, self.above)
        self.above = shared
        parts = duties_in(self.folded, self.days, (start, end), label is not None)
        if len(parts) > 1 and not record.first("code"):
            number = None  # the number of the first part is none of the others'
        extra = Extra(title=title, dated=self.dated(record), starts=self.starts(record))
        head = len(self.found.stretches)
        for a, b, own in parts:
            alone = len(parts) == 1
            tail = self.merged(shared, own, a, b, alone)
            form = "carried" if carried and not (own and own.assigns) else "row"
            self.put(
                a, b, tail, number, form, extra if alone else replace(extra, title=None, dated=[]), record
            )
        for step in record.steps:
            self.step(step, head, number)

    def put(
        self, a: int, b: int, tail: Tail, number: str | None, form: str, extra: Extra, record: Record
    ) -> None:
        """Note the stretch of one duty."""
        output = tail.output if record.first("output") != (record.duty.start, record.duty.end) else None
        stretch = Stretch(start=a, end=b, tail=tail, number=number, form=form, output=output)
        self.found.stretches.append(stretch)
        self.found.extras.append(extra)

    def step(self, step: Record, head: int, number: str | None) -> None:
        """A dated part of a measure that stands in a row of its own; it is carried by the whole's units."""
        whole = self.found.stretches[head].tail
        own = self.tail(step)
        due = chosen(own.dues, field=True)[0]
        tail = own if own.assigns and not step.carried else whole
        stretch = Stretch(
            start=step.duty.start,
            end=step.duty.end,
            tail=tail,
            form="milestone",
            due=due,
            parent=head,
            number=number,
        )
        self.found.stretches.append(stretch)
        self.found.extras.append(Extra(step=True))

    # --- cells ---

    def titled(self, record: Record) -> tuple[str | None, Span | None]:
        """The printed number of a record, and the cell that gives it a name."""
        code, title = record.first("code"), record.first("title")
        number = self.folded.words(*code) if code else None
        both = record.first("code_title")
        if both and (parts := CODE_TITLE.match(self.text, *both)):
            return number or parts["n"], title or parts.span("t")
        return number, title or both

    def tail(self, record: Record) -> Tail:
        """The units and the deadline of a record's cells."""
        tail = Tail(start=record.duty.end, end=record.duty.end)
        for role, field in SHARED:
            for span in record.spans(role):
                if self.text[slice(*span)] not in EMPTY:
                    tail.because.append(f"table:{field}")
                    self.field(field, span, tail)
        for a, b in record.spans("officer"):
            units = split_units(self.text, a, b).spans
            if units and all(is_strong(self.text, *unit) for unit in units):
                tail.responsible += units
        if not tail.dues and (due := self.in_quarter(record)):
            tail.dues.append(due)
        return tail

    def field(self, role: TailRole, span: Span, tail: Tail) -> None:
        """Add what one cell says to a tail; a ledger says the same again and again, which is read once."""
        key = (role, self.text[slice(*span)])
        first = self.read.get(key)
        if first is None:
            first = self.read[key] = (span[0], self.field_read(role, span))
        add_moved(tail, first[1], span[0] - first[0])

    def field_read(self, role: TailRole, span: Span) -> Tail:
        """What one cell says; blanks part its units where each part is one."""
        tail = Tail(start=span[0], end=span[1])
        if role == "deadline":
            tail.dues += self.dues(*span)
            return tail
        for a, b in self.lines(*span) if role != "output" else [span]:
            read_field(self.folded, role, a, b, self.days, tail)
        return tail

    def dues(self, a: int, b: int) -> list[Due]:
        """The deadlines of a cell: in words, in digits, else its words as they stand."""
        found = find_deadlines(self.folded, a, b, self.days, field=True)
        if found:
            return found
        digits = read_digits(self.text[a:b])
        if digits is None:
            return [Due(rule="table:words", start=a, end=b, kind="open")]
        kind: DeadlineKind = "period" if digits.period else "fixed"
        return [
            Due(rule="table:digits", start=a, end=b, kind=kind, date=digits.date, precision=digits.precision)
        ]

    def lines(self, a: int, b: int) -> list[Span]:
        """The lines of a cell of units, which a format joins by blanks."""
        if self.text.find(" ", a, b) < 0:
            return [(a, b)]
        parts: list[Span] = []
        at = a
        for words in self.text[a:b].split(" "):
            if words:
                parts.append((at, at + len(words)))
            at += len(words) + 1
        units = [unit for part in parts for unit in split_units(self.text, *part).spans]
        return parts if units and all(is_strong(self.text, *unit) for unit in units) else [(a, b)]

    def in_quarter(self, record: Record) -> Due | None:
        """The deadline of a quarter and a year in columns of their own."""
        quarter, year = record.first("quarter"), record.first("year")
        end = end_of(
            self.text[slice(*quarter)] if quarter else None, self.text[slice(*year)] if year else None
        )
        if end is None or year is None:
            return None
        near = (
            quarter is not None and quarter[0] < year[0] and not self.text[quarter[1] : year[0]].strip(" |\t")
        )
        a, b = (quarter[0], year[1]) if quarter and near else quarter or year
        return Due(rule="table:quarter", start=a, end=b, kind="fixed", date=end[0], precision=end[1])

    def share_units(self, own: Tail, above: Tail) -> bool:
        """Give a row without units those of the row above; whether there are any."""
        own.lead, own.support, own.responsible = above.lead, above.support, above.responsible
        own.guide, own.open = above.guide, above.open
        own.because.append("table:units-above")
        return own.assigns

    def dated(self, record: Record) -> list[Due]:
        """The dates in a cell of steps, where the steps have no rows of their own."""
        if record.steps:
            return []
        cells = record.spans("steps")
        read = Tail(start=record.start, end=record.end)
        for span in cells:
            self.field("deadline", span, read)
        dues = read.dues
        for head, goal in record.stages:
            named = find_deadlines(self.folded, head.start, head.end, self.days, field=True)
            dues += [replace(due, start=goal.start, end=goal.end) for due in named[:1]]
        return [due for due in dues if due.kind in TASKS and due.date]

    def starts(self, record: Record) -> list[Due]:
        """The day that a measure begins, of a column of its own or of a period."""
        cells = [*record.spans("start"), *self.period_starts(record)]
        return [due for a, b in cells for due in self.dues(a, b)[:1] if due.date]

    def period_starts(self, record: Record) -> list[Span]:
        """The words before 至 in a cell that says from when to when."""
        marks = [TO.search(self.text, *span) for span in record.spans("period")]
        return [
            (span[0], mark.start())
            for span, mark in zip(record.spans("period"), marks, strict=True)
            if mark and mark.start() > span[0]
        ]

    def merged(self, shared: Tail, own: Tail | None, a: int, b: int, alone: bool) -> Tail:
        """What a duty says itself, and for the rest what its row says."""
        tail = Tail(start=b, end=b, because=list(shared.because), output=shared.output)
        units = own if own is not None and own.assigns else shared
        tail.lead, tail.support, tail.responsible = units.lead, units.support, units.responsible
        tail.guide, tail.open, tail.support_once = units.guide, units.open, shared.support_once
        if own is not None:
            tail.because += own.because
        inside = find_deadlines(self.folded, a, b, self.days) if shared.dues else []
        fixed = [due for due in inside if due.kind in TASKS and due.date]
        itself = bool(fixed) and (not alone or len(fixed) == 1)
        tail.dues = own.dues if own is not None and own.dues else [] if itself else shared.dues
        return tail
