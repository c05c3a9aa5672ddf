"""What the cells of a table of actions say: owners, dates, periods, quarters, steps.

In: a text and the `Record`s of its tables. Out: `Owners` and `When`, with places in the text. A ledger
says the same words in cell after cell: each is read once. Columns of persons are read only where a table
names nobody else.
"""

from typing import Literal

from msgspec import Struct

from milepost.ledger.origins import Span
from milepost.reading.columns import Record
from milepost.reading.columns.digits import read_digits
from milepost.reading.columns.quarters import end_of
from milepost.reading.english.actors import PLACEHOLDER
from milepost.reading.english.dates import find_dates
from milepost.reading.english.deadlines import Clock
from milepost.reading.english.fields import due_of
from milepost.reading.english.moving import placed
from milepost.reading.english.recurrence import find_recurring
from milepost.reading.english.table_owners import Owners, read_helpers, read_owners
from milepost.reading.patterns import pattern
from milepost.reading.records import FoundDeadline, FoundRecurring, NamedUnit

STAGE = pattern(r"(?P<quarter>q[1-4]|\w+ quarter)(?: (?P<year>20\d\d))?", ignore_case=True)
DIGIT = pattern(r"\d")
PARTS = pattern(r"[^;\n]+")


class When(Struct, frozen=True):
    """By when: the deadline, further dates, a rhythm."""

    due: FoundDeadline | None = None
    others: tuple[FoundDeadline, ...] = ()
    repeats: FoundRecurring | None = None


class Cells:
    """Reads the cells of a text's tables."""

    def __init__(self, text: str, clock: Clock, people: dict[str, NamedUnit]) -> None:
        self.text = text
        self.clock = clock
        self.people = people
        self.owners_read: dict[tuple[bool, str], Owners] = {}
        self.times_read: dict[tuple[str, str], When] = {}

    # --- who ---

    def owners(self, record: Record) -> Owners:
        """The units of a record's cells in their roles."""
        found = [
            self.owner_cell(span, helps=False)
            for role in ("lead", "responsible", "officer")
            for span in record.spans(role)
        ]
        found += [self.owner_cell(span, helps=True) for span in record.spans("cooperating")]
        return Owners(
            tuple(unit for one in found for unit in one.lead),
            tuple(unit for one in found for unit in one.support),
            any(one.open_list for one in found),
        )

    def owner_cell(self, span: Span, helps: bool) -> Owners:
        """The units of one cell."""
        words = self.text[slice(*span)]
        read = self.owners_read.get((helps, words))
        if read is None:
            read = read_helpers(words) if helps else read_owners(words, self.people)
            self.owners_read[helps, words] = read
        return Owners(
            tuple(placed(unit, span[0]) for unit in read.lead),
            tuple(placed(unit, span[0]) for unit in read.support),
            read.open_list,
        )

    # --- when ---

    def when(self, record: Record) -> When:
        """What the cells of a record say of time."""
        start = self.time_cell("start", record.first("start"))
        end = self.time_cell("period", record.first("period"))
        if end.due is None:
            end = self.time_cell("deadline", record.first("deadline"))
        due = end.due if end.due or end.repeats else self.in_quarter(record)
        return When(due, (*((start.due,) if start.due else ()), *end.others), end.repeats)

    def time_cell(self, role: Literal["start", "period", "deadline"], span: Span | None) -> When:
        """What one cell says of time."""
        if span is None:
            return When()
        words = self.text[slice(*span)]
        read = self.times_read.get((role, words))
        if read is None:
            read = self.times_read[role, words] = read_time(words, role, self.clock)
        return When(
            placed(read.due, span[0]), tuple(placed(one, span[0]) for one in read.others), read.repeats
        )

    def in_quarter(self, record: Record) -> FoundDeadline | None:
        """The deadline of a quarter and a year in columns of their own."""
        quarter, year = record.first("quarter"), record.first("year")
        if year is None:
            return None
        end = end_of(self.text[slice(*quarter)] if quarter else None, self.text[slice(*year)])
        if end is None:
            return None
        near = quarter and quarter[0] < year[0] and not self.text[quarter[1] : year[0]].strip(" |\t")
        span = (quarter[0], year[1]) if quarter and near else quarter or year
        return FoundDeadline(
            text=self.text[slice(*span)], span=span, kind="fixed", date=end[0], precision=end[1]
        )

    def stage_goals(self, record: Record) -> list[FoundDeadline]:
        """The goals below heads that name a quarter, of the year that the head or the document names."""
        found: list[FoundDeadline] = []
        for head, goal in record.stages:
            quarter = STAGE.match(self.text, head.start, head.end)
            year = quarter and (quarter["year"] or (self.clock.issued or "")[:4])
            end = end_of(quarter["quarter"], year) if quarter and year else None
            if end is not None:
                span = (goal.start, goal.end)
                found.append(
                    FoundDeadline(
                        text=self.text[slice(*span)],
                        span=span,
                        kind="milestone",
                        date=end[0],
                        precision=end[1],
                    )
                )
        return found

    def milestones(self, record: Record) -> list[FoundDeadline]:
        """Each dated part of a cell of steps, where the steps have no rows of their own."""
        found = self.stage_goals(record)
        for cell in record.spans("steps") if not record.steps else ():
            for part in PARTS.finditer(self.text, *cell):
                start, end = part.start(), part.end()
                while start < end and self.text[start].isspace():
                    start += 1
                dates = find_dates(self.text, start, end, self.clock) if DIGIT.search(part[0]) else ()
                if dates:
                    found.append(
                        FoundDeadline(
                            text=self.text[start:end],
                            span=(start, end),
                            kind="milestone",
                            date=dates[-1].date,
                            precision=dates[-1].precision,
                        )
                    )
        return found


def read_time(words: str, role: Literal["start", "period", "deadline"], clock: Clock) -> When:
    """What the words of a cell say of time, in places of the words."""
    if words.strip().lower() in PLACEHOLDER:
        return When()
    kind: Literal["start", "fixed"] = "start" if role == "start" else "fixed"
    due = in_digits(words, kind) or due_of(words, 0, len(words), clock, kind)
    if role == "period":
        return When(due, begun(words, clock))
    repeats = find_recurring(words, 0, len(words)) if role == "deadline" else None
    return When(None if repeats and due.date is None else due, (), repeats)


def in_digits(words: str, kind: Literal["fixed", "start"]) -> FoundDeadline | None:
    """A cell that holds a date in digits alone."""
    digits = read_digits(words)
    if digits is None:
        return None
    return FoundDeadline(
        text=words, span=(0, len(words)), kind=kind, date=digits.date, precision=digits.precision
    )


def begun(words: str, clock: Clock) -> tuple[FoundDeadline, ...]:
    """The day that a period begins, where its cell names both ends."""
    dates = find_dates(words, 0, len(words), clock)
    if len(dates) < 2:
        return ()
    first = dates[0]
    start, end = first.span
    return (
        FoundDeadline(
            text=words[start:end], span=(start, end), kind="start", date=first.date, precision=first.precision
        ),
    )
