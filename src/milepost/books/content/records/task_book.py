"""A task book: cover, measures, proposals, duties, members, orientation."""

from milepost.books.content.records.cells import Cell, Figure, Legend, Line, Part, Scope, Section, Sentence
from milepost.books.content.records.facts import Facts
from milepost.ledger.records import DeadlineKind, Kind, Stage


class StepRow(Part, frozen=True, kw_only=True):
    """A step in a row; its mark is the origin of `title` and `finish`. `finish.text` carries the year only
    where it changes in the list; `days` is working days, 0 where unknown."""

    id: str
    number: int
    title: Cell
    finish: Cell
    start: Cell
    stage: Stage | None = None
    stage_words: str = ""
    stage_short: str = ""
    unit: Cell | None = None
    days: int = 0
    critical: bool = False


class StepPlan(Part, frozen=True, kw_only=True):
    """The steps of a measure, or the checks of a standing one, or a note why there are none. `mark` is the
    word of the origin that all share ("proposed"), empty where they are adopted; `note` says how it was
    decided."""

    steps: tuple[StepRow, ...] = ()
    checks: tuple[Cell, ...] = ()
    checks_words: str = ""
    mark: str = ""
    note: str = ""
    factor: int | None = None


class Dates(Part, frozen=True, kw_only=True):
    """By when: as the text says it (empty: "no date set"), the last good day it comes to, and the proposed
    span. `proposed.date` is its last day; where the text gives a date nothing is proposed."""

    as_written: Cell
    day: Cell | None = None
    day_note: str = ""
    start: Cell | None = None
    proposed: Cell | None = None
    kind: DeadlineKind | None = None


class Piece(Part, frozen=True, kw_only=True):
    """A part of a sentence that can be checked, with the blank for the unit that does it."""

    words: Cell
    unit: Cell


class Named(Part, frozen=True, kw_only=True):
    """A unit in a role that has its own word: guide, support, executor."""

    role: str
    unit: Cell


class Reply(Part, frozen=True, kw_only=True):
    """What a unit answers to a proposal: two boxes to tick and a line."""

    ours: str
    not_ours: str
    whose: Cell


class TaskRow(Part, frozen=True, kw_only=True):
    """A measure in a task book. `number` is the plan number as printed ("4"), `code` its full form
    ("M-004")."""

    id: str
    code: str
    number: str
    title: Cell
    kind: Kind | None
    kind_words: Cell
    told_by: Cell | None = None
    checked: bool = False
    checked_words: str = ""
    sentence: Sentence
    citation: Cell
    output: Cell
    goal: Cell
    test: Cell
    verifier: Cell
    plan: StepPlan
    lead: Cell
    lead_note: str = ""
    lead_unit: str | None = None
    proposed_lead: Cell | None = None
    proposed_note: str = ""
    cooperating: tuple[Cell, ...] = ()
    cooperating_words: str = ""
    others: tuple[Named, ...] = ()
    leader: Cell
    officer: Cell
    dates: Dates
    risks: Cell
    pieces: tuple[Piece, ...] = ()
    reply: Reply | None = None


class DutyRow(Part, frozen=True, kw_only=True):
    """A duty of a cooperating unit in another unit's measure; `waits` names what waits for it."""

    id: str
    code: str
    number: str
    duty: Cell
    officer: Cell
    measure: Cell
    lead: Cell
    citation: Cell
    due: Cell
    proposed: Cell | None = None
    waits: tuple[Cell, ...] = ()


class MemberRow(Part, frozen=True, kw_only=True):
    """A line of a collective's table of members, to be filled."""

    number: str
    member: Cell
    part: Cell
    officer: Cell
    output: Cell
    by: Cell


class OrientationRow(Part, frozen=True, kw_only=True):
    """A principle of the document, quoted, with its clause and with whom it was said to."""

    text: Cell
    citation: Cell
    said_to: Cell | None = None


class ContentLine(Part, frozen=True, kw_only=True):
    """A line of the cover's list: number, short title, date as far as known."""

    number: str
    title: Cell
    date: Cell
    note: str = ""


class Cover(Part, frozen=True, kw_only=True):
    """The cover of a task book, part by part in reading order."""

    bodies: tuple[Cell, ...]
    title: str
    name: Cell
    edition: str
    scope_line: str
    facts: tuple[Line, ...]
    glance_heading: str
    figures: tuple[Figure, ...]
    legend_heading: str
    legend: tuple[Legend, ...]
    asks_heading: str
    asks: tuple[str, ...]
    contents_heading: str
    contents: tuple[ContentLine, ...]
    contents_rest: str = ""
    foot: str
    fields: tuple[Cell, ...]


class TaskBook(Part, frozen=True, kw_only=True):
    """A task book: cover, then the parts that are there, in this order. `code` is the file's name."""

    facts: Facts
    scope: Scope
    code: str
    title: str
    name: Cell
    cover: Cover
    measures: Section[TaskRow]
    proposed: Section[TaskRow] | None = None
    duties: Section[DutyRow] | None = None
    members: Section[MemberRow] | None = None
    orientation: Section[OrientationRow] | None = None
    warnings: Section[str] | None = None

    @property
    def row_count(self) -> int:
        """Rows of all tables, as CONTENTS.csv counts them."""
        parts = (self.measures, self.proposed, self.duties, self.orientation)
        return sum(len(part.rows) for part in parts if part is not None)
