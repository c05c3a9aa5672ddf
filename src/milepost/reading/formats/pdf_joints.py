"""Where words meet: runs to a line, lines to a paragraph or cell, with a blank, without, or over a hyphen.

In: runs in their places, or the words of lines. Out: words. Between Han characters no blank is set,
whatever gap the typesetter left; in English a gap is a blank. A hyphen at a line's end goes when the
whole word is one, and stays in a compound: what the document writes elsewhere decides, then the usual
first parts of compounds. A raised digit after a word is a note's mark and left out; after a unit of
measure it is its power. Not here: which lines are one paragraph (`pdf_paragraphs`).
"""

from collections.abc import Iterable

from milepost.reading.formats.pdf_words import Run, is_wide
from milepost.reading.patterns import pattern

BLANK_FROM = 0.12
"""Of the size; a narrower gap between Latin letters is kerning."""

WIDE_BLANK_FROM = 0.9
"""Of the size; a narrower gap beside a Han character is set by the typesetter."""

TYPED = (" ", "\t", "\u00a0", "\u3000")
SMALLER = 0.8
RAISED = 0.15
POWERS = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
UNIT_OF_MEASURE = pattern(r"(?:^|[\s0-9])(?:[kcdm]?m|ft|yd|in)$")
NOTE_MARK = pattern(r"[\[(（〔]?[0-9]{1,3}[\])）〕]?|[①-⑳*†‡]{1,3}|[a-z]")
TOKEN = pattern(r"[A-Za-z]+(?:-[A-Za-z]+)*-?")
HYPHENS = ("-", "\u2010")
SOFT = "\u00ad"
BROKEN_OFF = pattern(r"([A-Za-z]+(?:-[A-Za-z]+)*)[-\u2010]$")
GOES_ON = pattern(r"[a-z]+")
GOES_ON_CAPITALS = pattern(r"[A-Z]+\b")
FIRST_PARTS = frozenset(
    "all cost cross decision eco evidence far first five follow four full half hard high joint large "
    "level long low medium mid multi needs non off open part peer people place policy quasi real "
    "results rights risk rule second self semi short single six small so ten third three time top "
    "twelve two user value well whole wide year zero".split()
)
"""First parts of compounds that official English writes with a hyphen."""

LAST_PARTS = frozenset(
    "based borne bound built centred certified driven effective efficient facing free friendly funded "
    "going income led level made neutral owned private quality readable ready related round run scale "
    "sector served sized site specific supported term time up wide year".split()
)
"""Last parts of such compounds."""


class Vocabulary:
    """The words of a document, to tell a broken word from a compound."""

    def __init__(self, lines: Iterable[str]) -> None:
        self.words: set[str] = set()
        for line in lines:
            self.words.update(token.lower() for token in TOKEN.findall(line) if not token.endswith("-"))

    def is_compound(self, first: str, second: str) -> bool:
        """Whether two parts are written with a hyphen."""
        first, second = first.lower(), second.lower()
        if f"{first}-{second}" in self.words:
            return True
        if f"{first}{second}" in self.words:
            return False
        return "-" in first or first in FIRST_PARTS or second in LAST_PARTS or {first, second} <= self.words


def is_mark(run: Run, before: Run | None, main: Run) -> bool:
    """Whether a run is the raised mark of a note after a word."""
    after_word = before is not None and run.left - before.right < 0.4 * main.size
    return after_word and is_raised(run, main) and bool(NOTE_MARK.fullmatch(run.text))


def is_raised(run: Run, main: Run) -> bool:
    """Whether a run is small and stands above the line."""
    return run.size <= SMALLER * main.size and main.base - run.base >= RAISED * main.size


def main_of(runs: list[Run]) -> Run:
    """The run that carries most of a line."""
    return max(runs, key=lambda run: len(run.text) * run.size)


def line_words(runs: list[Run]) -> tuple[str, int]:
    """The words of a line's runs, from left to right, and how many marks of notes were left out."""
    main = main_of(runs)
    parts: list[str] = []
    marks = 0
    last: Run | None = None
    for run in runs:
        text = run.text
        if is_mark(run, last, main):
            if not UNIT_OF_MEASURE.search(parts[-1]):
                marks += 1
                continue
            text = text.translate(POWERS)
        elif last is not None:
            parts.append(" " if is_raised(last, main) else between(last, run))
        parts.append(text)
        last = run
    return "".join(parts), marks


def between(one: Run, two: Run) -> str:
    """The white space between two runs of a line."""
    gap, size = two.left - one.right, min(one.size, two.size)
    if two.before in TYPED and gap > -size:
        return "\u3000" if two.before == "\u3000" else " "
    wide = is_wide(one.text[-1]) or is_wide(two.text[0])
    return " " if gap > size * (WIDE_BLANK_FROM if wide else BLANK_FROM) else ""


def rows_of(runs: list[Run]) -> list[list[Run]]:
    """Runs in rows from top to bottom, each from left to right."""
    rows: list[list[Run]] = []
    for run in sorted(runs, key=lambda run: run.base):
        if rows and shares_row(rows[-1], run):
            rows[-1].append(run)
        else:
            rows.append([run])
    for row in rows:
        row.sort(key=lambda run: run.left)
    return rows


def shares_row(row: list[Run], run: Run) -> bool:
    """Whether a run stands on the row of others: half of the smaller one's height is on it."""
    main = max(row, key=lambda other: other.size)
    upper = max(main.base - 0.75 * main.size, run.base - 0.75 * run.size)
    lower = min(main.base + 0.2 * main.size, run.base + 0.2 * run.size)
    return lower - upper >= 0.5 * min(main.size, run.size)


def cell_words(runs: list[Run]) -> str:
    """The words of a cell, its lines on one."""
    words = ""
    for row in rows_of(runs):
        words = joined_words(words, line_words(row)[0])
    return words


def joined_words(one: str, two: str, vocabulary: Vocabulary | None = None) -> str:
    """Two lines of one paragraph as one."""
    one, two = one.rstrip(), two.lstrip()
    if not one or not two:
        return one or two
    if one.endswith(SOFT):
        return one[:-1] + two
    if one.endswith(HYPHENS):
        return over_hyphen(one, two, vocabulary or Vocabulary(()))
    if is_wide(one[-1]) or is_wide(two[0]) or one.endswith("—") or two.startswith("—"):
        return one + two
    if one[-1].isdigit() and two[0].isdigit() and any(map(is_wide, one)):
        return one + two
    return f"{one} {two}"


def over_hyphen(one: str, two: str, vocabulary: Vocabulary) -> str:
    """Two lines of which the first ends with a hyphen."""
    first = BROKEN_OFF.search(one)
    goes_on = GOES_ON_CAPITALS if first and first[1].isupper() else GOES_ON
    second = goes_on.match(two)
    if not first or not second:
        return f"{one} {two}" if one[-2:-1].isspace() else one + two
    if vocabulary.is_compound(first[1], second[0]):
        return one + two
    return one[:-1] + two
