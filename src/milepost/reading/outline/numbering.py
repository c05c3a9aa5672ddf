"""The grammar of printed numbers: 第三章, 一、, （一）, 1., ①; Chapter II, Section 3., § 4., 4.1, (a), A.

In: a text and a place in it. Out: `Label`: where the number stands, how it is printed, its family, its
value and how deep the family ranks. A letter in brackets may be a letter or a roman number: the label then
carries both readings, and the tree decides by what stands before it. A bare number before a heading
(`2 Duties`) is read apart, as only the tree can tell it from a figure. Not here: the rows (`rows`), what
numerals are worth (`values`), whether a number inside a line opens a clause.
"""

import re
from collections.abc import Iterator

from msgspec import Struct, structs

from milepost.reading.outline.rows import BARE, BEGINS, CHINESE, ENGLISH, NO_HEADINGS, ClauseKind, LabelRow
from milepost.reading.outline.values import Count
from milepost.reading.patterns import pattern
from milepost.reading.records import Language


class Label(Struct, frozen=True):
    """A printed number: `end` is where the words begin, `rank` orders the families from chapter to letter."""

    start: int
    end: int
    printed: str
    row: str
    kind: ClauseKind
    rank: float
    readings: tuple[Count, ...]


class Grammar(Struct, frozen=True):
    """The rows of a language as one pattern, by name, which may stand inside a line, and behind what."""

    whole: re.Pattern[str]
    rows: dict[str, LabelRow]
    inline: frozenset[str]
    before: re.Pattern[str]


def grammar(rows: tuple[LabelRow, ...], before: str) -> Grammar:
    """Compile a table: one alternation, each row a group under its name."""
    named = {row.name.replace("-", "_"): row for row in rows}
    parts = [
        f"(?P<{name}>{row.pattern})" + (f"(?:{row.after})" if row.after else "")
        for name, row in named.items()
    ]
    inline = frozenset(row.name for row in rows if row.inline)
    return Grammar(pattern("|".join(parts)), named, inline, pattern(before))


GRAMMARS: dict[Language, Grammar] = {
    "zh": grammar(CHINESE, r"[。；;：:！？）)】〕][\s　]*[^\s　]"),
    "en": grammar(ENGLISH, r"[.;:),—][”\"’]?\s+(?:(?:and|or|and/or)\s+)?[(§0-9A-Za-z]"),
}


NAMED_ROWS = frozenset(("en-group", "en-named"))
"""Rows whose word belongs to the family: goals stand in a pillar, not beside it."""

BARE_PATTERNS = {language: pattern(row.pattern) for language, row in BARE.items()}


def label_at(text: str, start: int, end: int, language: Language) -> Label | None:
    """The label that begins at `start`, if one does."""
    if start >= end or text[start] not in BEGINS[language]:
        return None
    spoken = GRAMMARS[language]
    match = spoken.whole.match(text, start, end)
    if not match or not match.lastgroup or not match.lastindex:
        return None
    row = spoken.rows[match.lastgroup]
    first, last = match.span(match.lastgroup)
    numeral = match[match.lastindex + 1]
    readings = row.read(family_of(row.name, match[0]), numeral)
    if not readings:
        return None
    while last < end and text[last].isspace():
        last += 1
    printed = text[first : match.end(match.lastgroup)].rstrip("、．.：:")
    return Label(first, last, printed, row.name, row.kind, row.rank, readings)


def family_of(row: str, printed: str) -> str:
    """The family of a label of a row, in which its numbers count on."""
    if row in NAMED_ROWS:
        return f"{row}-{printed.split()[0].lower()}"
    return row.removesuffix("-line").removesuffix("-sign")


def bare_label_at(text: str, start: int, end: int, language: Language) -> Label | None:
    """The bare number that begins at `start` before a word that may begin a heading."""
    row = BARE[language]
    match = BARE_PATTERNS[language].match(text, start, end)
    if not match:
        return None
    words = start + len(match[1])
    while text[words].isspace():
        words += 1
    if text.startswith(NO_HEADINGS, words):
        return None
    return Label(start, words, match[1], row.name, row.kind, row.rank, row.read(row.name, match[1]))


def printed_label(printed: str, start: int, language: Language) -> Label | None:
    """The label that a format gives apart from the words, which may touch it: `1.Dig`."""
    found = label_at(f"{printed} A", 0, len(printed) + 2, language)
    if found is None or found.end < len(printed):
        return None
    return structs.replace(found, start=start, end=start + len(printed))


def labels_inside(text: str, start: int, end: int, language: Language) -> Iterator[Label]:
    """Each label inside a line that stands where a sentence, an item or a bracket has ended."""
    spoken = GRAMMARS[language]
    for match in spoken.before.finditer(text, start, end):
        found = label_at(text, match.end() - 1, end, language)
        if found and found.row in spoken.inline:
            yield found
