"""Tables of actions in English: the cells of each record as a measure.

In: the text, the tables that its format knows (else those it draws with bars or tabs), the clock. Out: the
measures, the rows set aside (done or closed), and the stretches that were read. Which cells belong together
stands in `columns`; what owner and date cells say in `table_cells`. A cell with several duties gives several
measures, and what a duty says itself wins over its row.
"""

from collections.abc import Sequence

from msgspec import Struct
from msgspec.structs import replace

from milepost.ledger.origins import Span
from milepost.ledger.records import Named
from milepost.reading.columns import Grid, Record, Records, drawn_grids, records_of
from milepost.reading.english.actors import PLACEHOLDER
from milepost.reading.english.deadlines import Clock, find_deadlines
from milepost.reading.english.people import initials_of
from milepost.reading.english.recurrence import find_recurring
from milepost.reading.english.table_cells import Cells, When
from milepost.reading.english.table_duties import duties_in, prose_in
from milepost.reading.english.table_owners import Owners
from milepost.reading.english.titles import action_of, object_of, output_of
from milepost.reading.english.words import VERBS
from milepost.reading.patterns import pattern
from milepost.reading.records import FoundDeadline, FoundMeasure, NamedUnit, SetAsideFound

DONE = pattern(
    r"^(?:done|complete[d]?|closed|discharged|no further action|withdrawn|cancelled|superseded)\b",
    ignore_case=True,
)
TIMED = pattern(
    r"\b20\d\d\b|\d[./-]\d|\b(?:by|[Ww]ithin|[Bb]efore|[Aa]fter|until|upon|[Ww]hen|once|end|later|days?|weeks?"
    r"|months?|quarter|year|January|February|March|April|May|June|July|August|September|October|November"
    r"|December)\b"
)
"""A duty without any of these says no time."""
CODE_TITLE = pattern(
    r"(?P<n>(?:[A-Za-z]{1,4}[-. ]?)?\d{1,3}(?:[.\-/]\d{1,3}){0,3}[a-z]?)[.):\s–-]+(?P<t>\S.*)$"
)


class Read(Struct, frozen=True):
    """What the tables of a text gave."""

    measures: list[FoundMeasure]
    set_aside: list[SetAsideFound]
    taken: list[Span]


def find_records(text: str, grids: list[Grid]) -> Records:
    """The records of every table of actions: of those that the format knows, else of those drawn."""
    return records_of(text, grids or drawn_grids(text))


def read_tables(text: str, clock: Clock, records: Records | None = None) -> Read:
    """Every table of actions in the text; `records` where they have been found before."""
    found = records or find_records(text, [])
    read = Read([], [], found.taken)
    people = initials_of(text) if found.records else {}
    reader = Reader(text, clock, Cells(text, clock, people), read)
    for record in found.records:
        reader.add(record)
    return read


class Reader(Struct):
    """Makes the measures of records."""

    text: str
    clock: Clock
    cells: Cells
    read: Read

    def add(self, record: Record) -> None:
        """Add the measures of one record, or set it aside because it is done."""
        state = record.first("state")
        if state and DONE.match(self.text[slice(*state)]):
            self.read.set_aside.append(SetAsideFound(span=(record.duty.start, record.end), reason="reported"))
            return
        owners = self.cells.owners(record)
        when = self.cells.when(record)
        duty = (record.duty.start, record.duty.end)
        prose = prose_in(self.text, *duty, self.clock)
        if prose:
            for one in prose:
                self.read.measures.append(self.filled(one, record, owners, when))
            return
        parts = duties_in(self.text, *duty)
        whole = self.measure(record, parts[0], owners, when, alone=len(parts) == 1)
        self.read.measures.append(whole)
        for part in parts[1:]:
            self.read.measures.append(self.measure(record, part, owners, when, alone=False))
        for step in record.steps:
            self.read.measures.append(self.step(step, whole))

    def name(self) -> str:
        """The next free name of a measure."""
        return f"t{len(self.read.measures) + 1}"

    def measure(self, record: Record, part: Span, owners: Owners, when: When, alone: bool) -> FoundMeasure:
        """The measure of one duty of a record."""
        start, end = part
        number, title = self.titled(record)
        own = self.own_deadline(start, end)
        due = own or when.due
        named = object_of(self.text, *(title if title and alone else part))
        because = self.because(owners.lead, start, end)
        action = action_of(self.text, *title) if title and alone else ""
        return FoundMeasure(
            id=self.name(),
            span=(start, record.end) if alone and record.drawn else part,
            number=number,
            action=action or action_of(self.text, start, end, own.span if own else None),
            object=named,
            output=self.output(record) or output_of(named),
            lead=list(owners.lead),
            support=list(owners.support),
            roles="inherited" if owners.lead and record.carried else "marked" if owners.lead else "none",
            open_list=owners.open_list,
            deadline=due,
            other_deadlines=[*when.others, *self.cells.milestones(record)],
            recurring=when.repeats or find_recurring(self.text, start, end),
            because=because,
        )

    def because(self, lead: Sequence[NamedUnit], start: int, end: int) -> list[str]:
        """The rules that made a measure of a row."""
        first = self.text[start:end].split(None, 1)[0].lower() if start < end else ""
        return [
            "table:owner" if lead else "table:row",
            *([] if lead else ["lead:none"]),
            *([] if first in VERBS else ["noun"]),
        ]

    def filled(self, found: FoundMeasure, record: Record, owners: Owners, when: When) -> FoundMeasure:
        """A duty of a cell written as prose, with what its row says besides."""
        number, _ = self.titled(record)
        return replace(
            found,
            id=self.name(),
            number=number,
            lead=found.lead or list(owners.lead),
            support=[*found.support, *owners.support],
            roles=found.roles if found.lead else "marked" if owners.lead else "none",
            deadline=found.deadline or when.due,
            other_deadlines=[*found.other_deadlines, *when.others],
            output=self.output(record) or found.output,
            because=[*found.because, "table:row"],
        )

    def step(self, step: Record, whole: FoundMeasure) -> FoundMeasure:
        """A dated part of a measure that stands in a row of its own; it is carried by the whole's units."""
        start, end = step.duty.start, step.duty.end
        owners = self.cells.owners(step)
        named = object_of(self.text, start, end)
        return FoundMeasure(
            id=self.name(),
            span=(start, end),
            action=action_of(self.text, start, end),
            object=named,
            output=output_of(named),
            level="sub",
            parent=whole.id,
            lead=list(owners.lead) or whole.lead,
            support=list(owners.support) or whole.support,
            roles="marked" if owners.lead and not step.carried else "inherited" if whole.lead else "none",
            deadline=self.cells.when(step).due,
            because=["table:step"],
        )

    def titled(self, record: Record) -> tuple[str | None, Span | None]:
        """The printed number of a record, and the cell that gives it a name."""
        code, title = record.first("code"), record.first("title")
        number = self.text[slice(*code)] if code else None
        both = record.first("code_title")
        if both and (parts := CODE_TITLE.match(self.text, *both)):
            return number or parts["n"], title or parts.span("t")
        return number, title or both

    def own_deadline(self, start: int, end: int) -> FoundDeadline | None:
        """The one deadline that a duty states itself; of several stages none is the duty's."""
        if TIMED.search(self.text, start, end) is None:
            return None
        timed = find_deadlines(self.text, start, end, self.clock)
        fixed = [one.deadline for one in timed if one.deadline.kind in ("fixed", "relative")]
        return fixed[0] if len(fixed) == 1 else None

    def output(self, record: Record) -> Named | None:
        """The result that a cell names."""
        cell = record.first("output")
        if cell is None or cell == (record.duty.start, record.duty.end):
            return None
        words = self.text[slice(*cell)]
        return Named(text=words, span=cell) if words.lower() not in PLACEHOLDER else None
