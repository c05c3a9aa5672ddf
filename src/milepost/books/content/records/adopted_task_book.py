"""A task book of an adopted edition: cover with sign-off, measures led, load, duties, changes, orientation,
annex.

A cell too long for its row ends with a whole sentence; `continued` holds, by the name of the row's field,
the words that lead on ("continued in annex 2"), and the annex goes on from there. A state is never a colour
alone: `StateMark` has the key of a sign and its word. Three dates stand apart: baseline, forecast, done.
"""

from typing import Literal

from milepost.books.content.records.cells import Cell, Figure, Legend, Line, Part, Scope, Section
from milepost.books.content.records.facts import Facts
from milepost.books.content.records.task_book import Named, OrientationRow

ChangeKey = Literal["added", "removed", "changed", "moved"]


class StateMark(Part, frozen=True, kw_only=True):
    """The sign of a state by its key (late, behind, waiting, stale, near, on, done, claimed, none), its word,
    and what stands under it: a light set by hand with its reason, or a contest with the day of its ruling.
    `strong` words are printed bold."""

    mark: str
    words: str
    note: str = ""
    strong: bool = False


class StepLine(Part, frozen=True, kw_only=True):
    """A step with the day it was promised for and, under its mark, the day it was done or is expected;
    `actual` is None where a step on plan has nothing to add."""

    id: str
    number: int
    title: Cell
    planned: Cell
    mark: str
    actual: Cell | None = None
    strong: bool = False
    continued: str = ""


class LedRow(Part, frozen=True, kw_only=True):
    """A measure that the book's unit leads; in the other books, a measure of the plan.

    `finish` is the baseline, `forecast` stands only where it differs, `done` once verified; `as_written` is
    the deadline in the document's words where its form is another than a day, `in_force` the promise that a
    ruling put in the baseline's place. `waits_on` names the measure or unit waited on where `risks` does not.
    """

    id: str
    code: str
    number: str
    changed: bool
    state: StateMark
    title: Cell
    citation: Cell
    output: Cell
    goal: Cell
    test: Cell
    verifier: Cell
    steps: tuple[StepLine, ...] = ()
    steps_note: str = ""
    lead: Cell
    lead_note: str = ""
    cooperating: Cell | None = None
    others: tuple[Named, ...] = ()
    leader: Cell
    officer: Cell
    start: Cell
    finish: Cell
    as_written: Cell | None = None
    in_force: Cell | None = None
    forecast: Cell | None = None
    forecast_mark: str = ""
    done: Cell | None = None
    risks: Cell
    needs: Cell | None = None
    waits_on: Cell | None = None
    continued: dict[str, str] = {}


class JoinedRow(Part, frozen=True, kw_only=True):
    """A duty in a measure that another unit leads; `expected` is the forecast, or the day it was done, under
    `expected_mark`; `waits` says what waits for it."""

    id: str
    code: str
    number: str
    changed: bool
    state: StateMark
    duty: Cell
    officer: Cell
    measure: Cell
    lead: Cell
    citation: Cell
    due: Cell
    expected: Cell
    expected_mark: str = ""
    waits: tuple[Cell, ...] = ()
    signed: Cell
    continued: dict[str, str] = {}


class ChangeRow(Part, frozen=True, kw_only=True):
    """A change since the last edition; `sign` is + − ≠ →. Removed words are struck through in `was`."""

    key: ChangeKey
    sign: str
    sign_words: str
    number: str
    field: Cell
    was: Cell
    now: Cell
    by: Cell
    baseline: bool = False
    continued: dict[str, str] = {}


class AnnexText(Part, frozen=True, kw_only=True):
    """Where a long cell goes on: the annex's number, whose cell it is, the rest of the words."""

    number: int
    heading: str
    text: Cell


class LoadCounts(Part, frozen=True, kw_only=True):
    """A row of the load strip: what falls due in each of its months, and the sum."""

    label: str
    counts: tuple[int, ...]
    total: int


class DueLoad(Part, frozen=True, kw_only=True):
    """Steps led and duties joined that fall due, by month; `heads` holds the months and, last, the sum."""

    heading: str
    heads: tuple[str, ...]
    rows: tuple[LoadCounts, ...]


class NextDate(Part, frozen=True, kw_only=True):
    """One of the next dates on the cover: a step of a measure led, or a duty."""

    date: Cell
    state: StateMark
    what: Cell
    number: str


class Signer(Part, frozen=True, kw_only=True):
    """A line of the sign-off: role, printed name, act; signature and date stay open."""

    role: str
    name: Cell
    act: str


class SignOff(Part, frozen=True, kw_only=True):
    """What is taken on and what is contested, in sentences, and who signs."""

    heading: str
    words: tuple[str, ...]
    heads: tuple[str, str, str]
    signers: tuple[Signer, ...]


class AdoptedCover(Part, frozen=True, kw_only=True):
    """The cover, part by part in reading order; the figures' `anchor` is the key of their mark."""

    body: Cell
    place: str
    title: str
    name: Cell
    edition: str
    scope_line: str = ""
    facts: tuple[Line, ...]
    glance_heading: str
    figures: tuple[Figure, ...]
    next_heading: str
    next_dates: tuple[NextDate, ...]
    next_none: str = ""
    sign_off: SignOff


class FootLine(Part, frozen=True, kw_only=True):
    """Who compiled, checked or received the filled-in book: a line for name, signature and date."""

    role: str
    name: str
    date: str


class Volume(Part, frozen=True, kw_only=True):
    """Which part of a long book this is: "rows 1 to 2,000 of 2,314, volume 1 of 2"."""

    number: int
    of: int
    first: int
    last: int
    rows: int
    words: str


class AdoptedTaskBook(Part, frozen=True, kw_only=True):
    """A task book, or one volume of it. `code` is the unit's or the book's in file names; a part that is
    None is not printed. `changes_note` explains the signs and counts changes that are only in the .xlsx."""

    facts: Facts
    scope: Scope
    code: str
    title: str
    name: Cell
    volume: Volume | None = None
    cover: AdoptedCover
    led: Section[LedRow] | None = None
    legend: tuple[Legend, ...] = ()
    load: DueLoad | None = None
    duties: Section[JoinedRow] | None = None
    changes: Section[ChangeRow] | None = None
    changes_note: str = ""
    orientation: Section[OrientationRow] | None = None
    annex: Section[AnnexText] | None = None
    foot: tuple[FootLine, ...] = ()

    @property
    def row_count(self) -> int:
        """Rows of all tables, as CONTENTS.csv counts them."""
        parts = (self.led, self.duties, self.changes, self.orientation)
        return sum(len(part.rows) for part in parts if part is not None)
