"""How a paper is laid out, whatever the format: turns of the page, forms, slips, what must be read as text.

In: a `Paper`. Out: its blocks in sections (upright or on the side), each with what belongs together joined:
a ladder is the first line of the form after it, a contact stands beside the signature, a heading goes with
the landscape table that it heads. No word is added or lost. Looks stand with each writer.
"""

import re
from collections.abc import Iterable, Sequence
from itertools import groupby
from math import ceil
from typing import NamedTuple

from milepost.books.content.records.paper import (
    Block,
    Boxes,
    Break,
    Contents,
    Grid,
    Heading,
    Ladder,
    Paper,
    Paragraph,
    Picture,
    Points,
    Slip,
    Table,
    Text,
)
from milepost.books.writers.pdf.fonts import text_width

BLANK = re.compile(r"_{2,}")
"""A place to write in a line of a slip."""
OPEN = re.compile(r"$|　|\s\s|[,，;；(（]")
"""What follows a blank that takes words; one before a word (月, 件, "pieces") takes a number."""
NUMBER_MM, WORDS_MM, SIGN_MM = 8.5, 24.0, 2.4
BODY_MM = {False: (177.0, 236.0), True: (261.0, 150.0)}
"""Room for a table or a picture, upright and on its side."""
LINE_MM, CELL_MM, PADDING_MM = 4.6, 3.1, 3.0
"""A line of a table, its letters, what its rules take of a column."""


class Form(NamedTuple):
    """A ladder and a grid under one frame; either may be missing."""

    ladder: Ladder | None
    grid: Grid | None


class Signed(NamedTuple):
    """Who to ask on the left, who signed and when on the right."""

    contact: tuple[Text, ...]
    signature: tuple[Text, ...]


Piece = Heading | Paragraph | Points | Table | Boxes | Picture | Slip | Break | Contents | Form | Signed


class Section(NamedTuple):
    """Pages of one turn."""

    landscape: bool
    pieces: tuple[Piece, ...]


class Blank(NamedTuple):
    """A ruled place to write."""

    width_mm: float


def sections(paper: Paper) -> tuple[Section, ...]:
    """The paper by turn of the page; a break before or after a turn says nothing more."""
    blocks = paper.blocks
    sides = [_lies(blocks, place) for place in range(len(blocks))]
    made = []
    for side, group in groupby(zip(sides, blocks, strict=True), key=lambda pair: pair[0]):
        pieces = _joined([block for _, block in group])
        made.append((side, pieces))
    last = len(made) - 1
    return tuple(
        Section(side, _without_breaks(pieces, at_start=n > 0, at_end=n < last))
        for n, (side, pieces) in enumerate(made)
    )


def slip_pieces(line: str) -> tuple[str | Blank, ...]:
    """A line of a slip as words and blanks; underscores beyond four make a blank longer."""
    made: list[str | Blank] = []
    end = 0
    for found in BLANK.finditer(line):
        if found.start() > end:
            made.append(line[end : found.start()])
        made.append(Blank(_width(len(found.group()), line[found.end() :])))
        end = found.end()
    return (*made, line[end:]) if end < len(line) else tuple(made)


def last_slip(pieces: Sequence[Piece]) -> int | None:
    """Where the reply slip at the foot of a letter begins, if it has one."""
    places = [n for n, piece in enumerate(pieces) if isinstance(piece, Slip)]
    return places[-1] if places and places[-1] == len(pieces) - 1 else None


def anchors(paper: Paper) -> dict[int, str]:
    """The places that contents lead to, by the identity of their heading; of two alike the first counts."""
    first: dict[str, int] = {}
    for block in paper.blocks:
        if isinstance(block, Heading) and block.anchor:
            first.setdefault(block.anchor, id(block))
    return {place: anchor for anchor, place in first.items()}


def is_tall(row: Sequence[Sequence[Text]], table: Table, landscape: bool) -> bool:
    """Whether a row of a table takes more than half a page, so that it may break."""
    width, height = BODY_MM[landscape]
    shares = sum(head.share for head in table.heads) or 1.0
    tallest = 0
    for head, cell in zip(table.heads, row, strict=True):
        room = max(width * head.share / shares - PADDING_MM, PADDING_MM)
        words = ("".join(run.text for run in text) for text in cell)
        tallest = max(tallest, sum(ceil(text_width(one, CELL_MM, 400, "zh") / room) or 1 for one in words))
    return tallest * LINE_MM > height / 2


def _width(signs: int, after: str) -> float:
    """The room of a blank, told by what follows it."""
    least = WORDS_MM if OPEN.match(after) else NUMBER_MM
    return max(least, signs * SIGN_MM if signs > 4 else 0.0)


def _lies(blocks: Sequence[Block], place: int) -> bool:
    """Whether a block stands on a page on its side: a wide table, and the heading and note over it."""
    for block in blocks[place:]:
        if isinstance(block, Table):
            return block.landscape
        if not isinstance(block, Heading) and not (isinstance(block, Paragraph) and block.style == "note"):
            return False
    return False


def _without_breaks(pieces: tuple[Piece, ...], at_start: bool, at_end: bool) -> tuple[Piece, ...]:
    """The pieces without the breaks that a turn of the page makes anyway."""
    first, last = 0, len(pieces)
    while at_start and first < last and isinstance(pieces[first], Break):
        first += 1
    while at_end and last > first and isinstance(pieces[last - 1], Break):
        last -= 1
    return pieces[first:last]


def _joined(blocks: Iterable[Block]) -> tuple[Piece, ...]:
    """Blocks with forms and signatures put together."""
    made: list[Piece] = []
    for block in blocks:
        before = made[-1] if made else None
        if isinstance(block, Ladder):
            made.append(Form(block, None))
        elif isinstance(block, Grid):
            if isinstance(before, Form) and before.grid is None:
                made[-1] = Form(before.ladder, block)
            else:
                made.append(Form(None, block))
        elif isinstance(block, Paragraph) and block.style in ("contact", "signature"):
            made[-1:] = _signed(before, block, made[-1:])
        else:
            made.append(block)
    return tuple(made)


def _signed(before: Piece | None, block: Paragraph, last: list[Piece]) -> list[Piece]:
    """A contact or signature joined to those just before it; a contact after a signature begins anew."""
    held = before if isinstance(before, Signed) else None
    if held is not None and block.style == "signature":
        return [Signed(held.contact, (*held.signature, block.text))]
    if held is not None and not held.signature:
        return [Signed((*held.contact, block.text), ())]
    if block.style == "signature":
        return [*last, Signed((), (block.text,))]
    return [*last, Signed((block.text,), ())]
