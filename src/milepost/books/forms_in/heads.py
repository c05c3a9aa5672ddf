"""Which rows of a sheet are its head, which form it is, and what each column means.

In: the rows of a sheet. Out: a `Head`: where it stands, its layout, a field or nothing for each column. Heads
of one to three rows are understood, below a title or not; a head is compared without width, case, blanks,
stars and a closing bracket. Own heads of a layout win over synonyms; a field is given once, to the head that
fits best, and every other column stays a person's own.
"""

import re
import unicodedata
from functools import cache, lru_cache

from msgspec import Struct

from milepost.books.content.forms.layouts import IMPORTED, LAYOUTS
from milepost.books.content.forms.records import Layout
from milepost.books.content.forms.synonyms import SYNONYMS
from milepost.ledger.cells import Cell, tidy
from milepost.ledger.form_sheets import Sheet

FIRST_ROWS = 15
"""Rows in which a head is looked for."""
MOST_HEAD_ROWS = 3
FEWEST = 2
"""Heads that must be known for a row to be a head."""
BRACKET = re.compile(r"(?<=.)\([^()]*\)$")
WORDS = frozenset(("title", "text", "upper.text"))
"""Fields one of which a form must have: without words a row says nothing."""


class Head(Struct, frozen=True):
    """The head of a sheet: its layout, its first row, the row behind it, words and field of each column."""

    layout: str
    first: int
    behind: int
    words: tuple[str, ...]
    fields: tuple[str | None, ...]
    score: int


@lru_cache(maxsize=4096)
def bare(words: str) -> str:
    """A head as it is compared."""
    plain = "".join(unicodedata.normalize("NFKC", words).casefold().split()).strip("*:")
    return BRACKET.sub("", plain)


@cache
def known_heads(layout: str) -> tuple[dict[str, str], dict[str, str]]:
    """The fields of a layout by its own heads, and by other words for them."""
    form = LAYOUTS[layout]
    own = {bare(head): field.key for field in form.fields for head in (field.zh, field.en)}
    other: dict[str, str] = {}
    for field in form.fields:
        for head in SYNONYMS.get(field.key, ()):
            other.setdefault(bare(head), field.key)
    return own, other


def find_head(sheet: Sheet, layouts: tuple[str, ...] = IMPORTED) -> Head | None:
    """The head of a sheet that is one of these forms; None where no row reads as one."""
    best: Head | None = None
    for first in range(min(FIRST_ROWS, len(sheet.rows))):
        if len({words for cell in sheet.rows[first] if (words := tidy(cell))}) < FEWEST:
            continue  # a title above, which may be merged over all columns
        for depth in range(1, min(MOST_HEAD_ROWS, len(sheet.rows) - first) + 1):
            for layout in layouts:
                found = _head(sheet, LAYOUTS[layout], first, depth)
                if found and (best is None or found.score > best.score):
                    best = found
    return best


def _head(sheet: Sheet, layout: Layout, first: int, depth: int) -> Head | None:
    """These rows as the head of a layout; None where too few words are known."""
    stacks = _stacks(sheet.rows[first : first + depth])
    own, other = known_heads(layout.key)
    fields: list[str | None] = [None] * len(stacks)
    score = 0
    for known, weight in ((own, 2), (other, 1)):
        for at, stack in enumerate(stacks):
            field = None if fields[at] else _meant(stack, known)
            if field and field not in fields:
                fields[at] = field
                score += weight
    needed = WORDS if layout.rows == "measures" else {"id"}
    if sum(field is not None for field in fields) < FEWEST or not needed & {*fields}:
        return None
    words = tuple(" ".join(" ".join(stack).split()) for stack in stacks)
    behind = max(
        (m[2] + 1 for m in sheet.merges if m[0] < first + depth <= m[2] and m[0] >= first), default=0
    )
    return Head(
        layout.key,
        first,
        max(first + depth, min(behind, first + MOST_HEAD_ROWS)),
        words,
        tuple(fields),
        score,
    )


def _stacks(rows: list[list[Cell]]) -> list[list[str]]:
    """The words over each column, upper first, a merged one once."""
    width = max(len(row) for row in rows)
    stacks: list[list[str]] = [[] for _ in range(width)]
    for row in rows:
        for at, cell in enumerate(row):
            words = tidy(cell)
            if words and words not in stacks[at][-1:]:
                stacks[at].append(words)
    return stacks


def _meant(stack: list[str], known: dict[str, str]) -> str | None:
    """The field that the words over a column mean: together, else the lower, else the upper."""
    if not stack:
        return None
    for words in ("".join(stack), *reversed(stack)):
        if field := known.get(bare(words)):
            return field
    return None
