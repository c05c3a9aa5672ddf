"""What the walk over a table hands on: the cells of each measure by role.

In: nothing. Out: `Record`, and `Records` with the rows that were read.
"""

from msgspec import Struct, field

from milepost.ledger.origins import Span
from milepost.reading.columns.grid import Cell
from milepost.reading.columns.layout import Role


class Record(Struct, kw_only=True, gc=False):
    """The cells of one measure by role; `duty` is where its words stand, `carried` says that its units
    stand in a cell that began in a row above, `steps` are its dated parts, each a record of its own,
    `stages` its goals below heads that name a part of the year, each with its head; `whole_form` says that
    its table has no columns of units or dates."""

    start: int
    end: int
    duty: Cell
    cells: dict[Role, list[Cell]]
    carried: bool = False
    drawn: bool = False
    whole_form: bool = False
    stages: list[tuple[Cell, Cell]] = field(default_factory=list)
    steps: list["Record"] = field(default_factory=list)

    def first(self, role: Role) -> Span | None:
        """The place of the first filled cell of a role."""
        found = self.cells.get(role)
        return (found[0].start, found[0].end) if found else None

    def spans(self, role: Role) -> list[Span]:
        """The places of all filled cells of a role."""
        return [(cell.start, cell.end) for cell in self.cells.get(role, ())]


class Records(Struct):
    """What the tables of a text gave: the records, the rows that were read, and for each table the heads that
    nobody understands."""

    records: list[Record] = field(default_factory=list)
    taken: list[Span] = field(default_factory=list)
    strange: list[list[str]] = field(default_factory=list)
