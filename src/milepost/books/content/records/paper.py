"""A paper: notice, bulletin, meeting pack, report, briefing, coverage table, as blocks that writers set.

A paper is written in A4 portrait; a table that needs it stands on a landscape page. `letter` papers carry
the official head on the first page and `— 1 —` at the foot, `report` papers the header and footer of books.
Runs carry the origin of their words, as cells do; runs without one are Milepost's own wording.
"""

from typing import Literal

from milepost.books.content.records.cells import Language, Part
from milepost.ledger.origins import Origin, Span


class Run(Part, frozen=True, kw_only=True):
    """Words in one look. `item` is the id of the agenda item a bulletin's sentence comes from."""

    text: str
    strong: bool = False
    origin: Origin | None = None
    span: Span | None = None
    document: str | None = None
    rule: str | None = None
    item: str | None = None


Text = tuple[Run, ...]


class Heading(Part, frozen=True, kw_only=True, tag="heading"):
    """A heading of level 1 to 3 with its number as printed; `anchor` lets contents link to it."""

    text: str
    number: str = ""
    level: Literal[1, 2, 3] = 1
    anchor: str = ""


class Paragraph(Part, frozen=True, kw_only=True, tag="paragraph"):
    """A paragraph; `style` is its role, not its look. A `contact` stands beside the `signature` after it."""

    text: Text
    style: Literal[
        "body", "addressee", "note", "quote", "contact", "signature", "count", "centred", "dateline"
    ] = "body"


class Points(Part, frozen=True, kw_only=True, tag="points"):
    """A list, numbered or not."""

    items: tuple[Text, ...]
    numbered: bool = False


class GridCell(Part, frozen=True, kw_only=True):
    """A labelled box of a form: each paragraph a `Text`, `numbered` or not; `shaded` is the box that is
    answered first; `mark` the sign of a state before the words."""

    label: str
    text: tuple[Text, ...]
    shaded: bool = False
    mark: str = ""
    numbered: bool = False


class Grid(Part, frozen=True, kw_only=True, tag="grid"):
    """A form with full rules, one or two boxes a line."""

    rows: tuple[tuple[GridCell, ...], ...]


class Ladder(Part, frozen=True, kw_only=True, tag="ladder"):
    """The seven levels by name, the present one filled."""

    label: str
    levels: tuple[str, ...]
    current: int


class Head(Part, frozen=True, kw_only=True):
    """The head of a column and its share of the width."""

    text: str
    sub: str = ""
    share: float = 1.0
    numeric: bool = False


class Table(Part, frozen=True, kw_only=True, tag="table"):
    """A table with repeated head; each cell is a list of paragraphs. `marks` are the signs of state by row,
    each before the words of the cell in `mark_column`; `count` is the table's last line in words."""

    caption: str
    heads: tuple[Head, ...]
    rows: tuple[tuple[tuple[Text, ...], ...], ...]
    marks: tuple[str, ...] = ()
    mark_column: int = 0
    count: str = ""
    landscape: bool = False


class Box(Part, frozen=True, kw_only=True):
    """A box of the briefing."""

    heading: str
    items: tuple[Text, ...]
    empty: str = ""


class Boxes(Part, frozen=True, kw_only=True, tag="boxes"):
    """Boxes two by two on a page."""

    boxes: tuple[Box, ...]


class Picture(Part, frozen=True, kw_only=True, tag="picture"):
    """A drawing with its caption and its words for those who don't see it; `svg` is complete."""

    svg: str
    caption: str
    alt: str


class Slip(Part, frozen=True, kw_only=True, tag="slip"):
    """A reply slip under a dashed line: choices to tick, lines to fill (`____` stands for a ruled blank)."""

    heading: str
    number: str
    lines: tuple[str, ...]
    choices: tuple[str, ...]


class Break(Part, frozen=True, kw_only=True, tag="break"):
    """A new page."""


class Contents(Part, frozen=True, kw_only=True, tag="contents"):
    """A list of the paper's parts with their pages: (number, title, anchor)."""

    heading: str
    lines: tuple[tuple[str, str, str], ...]


Block = Heading | Paragraph | Points | Grid | Ladder | Table | Boxes | Picture | Slip | Break | Contents


class LetterHead(Part, frozen=True, kw_only=True):
    """The official head: the office in cinnabar, number on the left, signer on the right, rule."""

    office: str
    number: str = ""
    signer: str = ""


class Paper(Part, frozen=True, kw_only=True):
    """A paper from its first to its last block. `stem` is its file's name without ending; `print_words` the
    plan print, `handling` what is said of the copy on every page (empty: nothing is said)."""

    kind: Literal["notice", "bulletin", "pack", "report", "briefing", "coverage"]
    form: Literal["letter", "report"]
    language: Language
    stem: str
    title: str
    subtitle: str = ""
    author: str = ""
    frozen_on: str
    head: LetterHead | None = None
    stamp: str = ""
    header_left: str = ""
    header_right: str = ""
    footer_left: str = ""
    print_words: str = ""
    handling: str = ""
    blocks: tuple[Block, ...]
    colophon: tuple[tuple[str, str], ...] = ()
    """Lines between rules at the foot of a letter: copies to; office and print run."""
