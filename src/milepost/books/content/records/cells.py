"""The cell that every book is made of, and what is built from cells alone: sections, sentences, legends.

A value that a person may doubt is a `Cell`: filled, it carries one of the four origins; empty, it says who
fills it. A plain `str` is Milepost's own wording (a label, a heading, a count) and claims nothing about the
document. Dates for people stand in `text`, the same date for machines in `date` (ISO).
"""

from typing import Generic, Literal, TypeVar

from msgspec import Struct

from milepost.ledger.origins import Origin, Span

Language = str
"""A language of the books: en, zh, or that of an added catalogue."""
Fill = Literal["unit", "office", "leader", "officer", "verifier", "group"]
Scope = Literal["unit", "collective", "unassigned", "whole"]

R = TypeVar("R")


class Part(Struct, frozen=True, kw_only=True):
    """What every record of a book is: frozen and built by keyword."""


class Cell(Part, frozen=True, kw_only=True):
    """A value in a book. Filled: `text` with its `origin`. Empty: `fill` says who fills it and `label`
    holds the small words on the ruled line ("unit to fill", "no date set")."""

    text: str = ""
    origin: Origin | None = None
    fill: Fill | None = None
    label: str = ""
    rule: str | None = None
    span: Span | None = None
    document: str | None = None
    date: str | None = None

    def __post_init__(self) -> None:
        """A filled cell has an origin and no filler; an empty one the reverse."""
        if bool(self.text) != (self.origin is not None) or bool(self.text) == (self.fill is not None):
            raise ValueError(
                f"the cell {self.text!r} needs an origin when filled, or who fills it when empty"
            )


class Column(Part, frozen=True, kw_only=True):
    """The head of a column: its key for writers, the word, and a second line in small type."""

    key: str
    head: str
    sub: str = ""


class Section(Part, Generic[R], frozen=True, kw_only=True):
    """A numbered part of a book: its number ("I", 一、), heading, note, table, and its count in words."""

    number: str
    heading: str
    note: str = ""
    columns: tuple[Column, ...] = ()
    rows: tuple[R, ...] = ()
    count: str = ""


class Sentence(Part, frozen=True, kw_only=True):
    """A sentence of the document; `own` is the measure's own words in `text`, the rest is printed grey.
    A table row's cells without the signs between them are computed; a title in place of a quote keeps its
    own origin."""

    text: str
    own: Span
    origin: Origin = "quoted"
    rule: str | None = None
    span: Span | None = None
    document: str | None = None

    @property
    def pieces(self) -> tuple[str, str, str]:
        """The words before, the measure's own words, the words after."""
        start, end = self.own
        return self.text[:start], self.text[start:end], self.text[end:]


class Line(Part, frozen=True, kw_only=True):
    """A label and its value, as on covers."""

    label: str
    value: Cell


class Legend(Part, frozen=True, kw_only=True):
    """One sign and what it means; `key` tells the writer which sign to draw."""

    key: str
    words: str
    sample: str = ""


class Figure(Part, frozen=True, kw_only=True):
    """A count with its word; `anchor` is the part of the page it counts."""

    number: int
    label: str
    note: str = ""
    anchor: str = ""
