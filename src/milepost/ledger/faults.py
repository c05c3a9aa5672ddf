"""What is wrong with a ledger or a unit list, in sentences for the person who wrote it.

In: the faults that a reader or a check found. Out: one exception that carries all of them, each saying what
happened, where, and what to do. Finding them stands in `invariants`, `unit_list` and the codecs.
"""

from collections.abc import Callable, Sequence
from typing import Any, TypeVar

T = TypeVar("T")


class BadLedger(Exception):
    """A file that can't be read as a ledger, schedule or unit list; `faults` has one sentence a fault."""

    def __init__(self, faults: Sequence[str]) -> None:
        super().__init__("\n".join(faults))
        self.faults = list(faults)


class Unreadable(ValueError):
    """A cell that can't be understood; the message says why and what to write, the caller adds where.

    `column` counts the columns of a field that has several.
    """

    def __init__(self, message: str, column: int = 0) -> None:
        super().__init__(message)
        self.column = column


def in_column(column: int, read: Callable[..., T], *cells: Any) -> T:
    """What `read` makes of the cells; where it can't, the fault stands in this column of the field."""
    try:
        return read(*cells)
    except Unreadable as error:
        raise Unreadable(str(error), column) from None
