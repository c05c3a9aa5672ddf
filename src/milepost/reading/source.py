"""The text of a file on its way to the outline: what every format module hands on.

In: what a format found. Out: `SourceText`: plain text, blocks that point into it, and what could not be read.
A block is what the format itself knows (a heading, a list item with its printed label, a table row); a plain
text file knows only lines. Block spans do not overlap, stand in reading order and never hold the line end.
"""

from typing import Literal

from msgspec import Struct

from milepost.ledger.origins import Span

BlockKind = Literal["heading", "paragraph", "item", "row"]


class CellSpan(Struct, frozen=True, kw_only=True):
    """A cell of a table row: its place in the text and how far it reaches in the table."""

    span: Span
    columns: int = 1
    rows: int = 1


class Block(Struct, frozen=True, kw_only=True):
    """A paragraph-like piece of a file. `level` is a heading's depth (1 the highest), else 0; `label` is the
    printed number, which also stands in the text; `cells` are set for a table row only."""

    span: Span
    kind: BlockKind = "paragraph"
    level: int = 0
    label: str | None = None
    table: int | None = None
    cells: tuple[CellSpan, ...] = ()


class SourceText(Struct, frozen=True, kw_only=True):
    """A file's text as read. `blocks` may be empty: then each non-empty line is a paragraph."""

    text: str
    media_type: str
    blocks: tuple[Block, ...] = ()
    warnings: tuple[str, ...] = ()


class Unreadable(Exception):
    """A file that can't be read; the message is one sentence for a person: what, where, what to do."""


def lines_of(text: str) -> list[Span]:
    """The spans of the non-blank lines of a text, line ends and outer blanks left out."""
    spans: list[Span] = []
    at = 0
    for line in text.split("\n"):
        stripped = line.strip()
        size = len(line)
        if len(stripped) == size and size:
            spans.append((at, at + size))
        elif stripped:
            start = at + line.index(stripped[0])
            spans.append((start, start + len(stripped)))
        at += size + 1
    return spans
