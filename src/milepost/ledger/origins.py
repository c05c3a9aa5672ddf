"""Where a value comes from: the four origins, and the value that carries one.

In: a value and how it was found. Out: a `Sourced` value. There is no fifth origin: a value is quoted from a
document, computed from quoted values by a named rule, proposed by Milepost, or typed by a person.
Labels for people stand in the books' wording, not here.
"""

from typing import Generic, Literal, TypeVar

from msgspec import Struct

Origin = Literal["quoted", "computed", "proposed", "typed"]
Span = tuple[int, int]
"""`[start, end)` in Unicode code points of the document's text."""

T = TypeVar("T")


class Sourced(Struct, Generic[T], frozen=True):
    """A value that a person may doubt, with its origin, the rule that made it and the words it rests on."""

    value: T
    origin: Origin
    rule: str | None = None
    span: Span | None = None


def quoted(value: T, span: Span | None, rule: str | None = None) -> Sourced[T]:
    """The value stands in the document at `span`."""
    return Sourced(value, "quoted", rule, span)


def computed(value: T, rule: str, span: Span | None = None) -> Sourced[T]:
    """The value follows from quoted ones by `rule`; `span` is the words it rests on."""
    return Sourced(value, "computed", rule, span)


def proposed(value: T, rule: str, span: Span | None = None) -> Sourced[T]:
    """Milepost suggests the value by `rule`; nobody has adopted it."""
    return Sourced(value, "proposed", rule, span)


def typed(value: T) -> Sourced[T]:
    """A person entered or confirmed the value."""
    return Sourced(value, "typed")
