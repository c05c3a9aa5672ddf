"""What comes in with a form, and what it would change: plain records, so that a person sees before storing.

In: nothing. Out: `FormTable`, a sheet with its columns understood; `Intake`, the fate of every row with the
ledger and state that would follow. Nothing is stored by making one.
"""

from typing import Literal

from msgspec import Struct

from milepost.books.inputs import State
from milepost.ledger.cells import Cell, tidy
from milepost.ledger.records import Ledger

Fate = Literal["added", "changed", "same", "ask", "rejected"]
"""`ask`: the row has no stable id and looks like a known one; a person confirms before it is used."""


class Came(Struct, frozen=True, kw_only=True):
    """A column as it came: its head, the field it means (None: a person's own)."""

    head: str
    field: str | None = None


class Line(Struct, frozen=True, kw_only=True):
    """A row as it came, by its number on the sheet: cells by field, own columns by head."""

    number: int
    id: str
    cells: dict[str, Cell]
    own: dict[str, str] = {}

    def text(self, field: str) -> str:
        """A cell as text, without blanks around it."""
        return tidy(self.cells.get(field))


class FormTable(Struct, frozen=True, kw_only=True):
    """A form as it came: layout, language of its heads, columns in their order, rows, and the lines that are
    no rows (a title above, a note below)."""

    layout: str
    language: str
    name: str
    columns: tuple[Came, ...]
    rows: tuple[Line, ...]
    aside: tuple[tuple[int, str], ...] = ()
    unit: str = ""


class CellChange(Struct, frozen=True, kw_only=True):
    """A cell that says something else than the plan: head, what stood, what stands."""

    head: str
    was: str
    now: str


class RowFate(Struct, frozen=True, kw_only=True):
    """What becomes of a row: the id it belongs to, its cells that differ, its faults in sentences."""

    number: int
    fate: Fate
    id: str = ""
    title: str = ""
    changes: tuple[CellChange, ...] = ()
    faults: tuple[str, ...] = ()


class Intake(Struct, frozen=True, kw_only=True):
    """A form compared with a plan: every row's fate, the rows of the plan that the form lacks (id, title),
    what else is to be said, what would not hold in the plan as a whole, and the ledger and state with
    everything that could be used."""

    layout: str
    language: str
    rows: tuple[RowFate, ...]
    gone: tuple[tuple[str, str], ...]
    notes: tuple[str, ...]
    broken: tuple[str, ...] = ()
    ledger: Ledger
    state: State

    def of(self, fate: Fate) -> tuple[RowFate, ...]:
        """The rows of one fate."""
        return tuple(row for row in self.rows if row.fate == fate)

    @property
    def faults(self) -> tuple[str, ...]:
        """Every fault, row by row."""
        return tuple(fault for row in self.rows for fault in row.faults)
