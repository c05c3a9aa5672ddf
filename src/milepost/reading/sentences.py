"""Sentences of a paragraph in both languages, and the paragraphs that the outline found.

In: a text and a span in it, or the text and its clauses. Out: spans in reading order that never overlap, that
begin and end at a printed character and lose nothing but the blanks between them. A line end inside a span is
soft, a blank line ends a sentence. What a sentence means is not decided here.
"""

from bisect import bisect_right

from msgspec import Struct

from milepost.ledger.origins import Span
from milepost.reading.patterns import pattern
from milepost.reading.records import ClauseFound, Language
from milepost.reading.source import lines_of

ENGLISH_STOP = pattern(r"[.!?]+[\"'”’)\]]*\s+|\n[ \t\u00a0]*\n\s*")
CHINESE_STOP = pattern(r"[。！？!?]+[”’」』）)》]*|\n[ \t\u3000]*\n")
CHINESE_BRACKETS = pattern(r"[（(][^（）()\n]{0,300}[）)]")
LABEL = pattern(r"[(（]?(?:\d{1,3}(?:\.\d{1,3})*|[A-Za-z]|[ivxlIVXL]{1,6})[)）]?\.?$")


def words(text: str) -> frozenset[str]:
    """A set of words written as a sentence, which reads better in a table than a list of strings."""
    return frozenset(text.split())


NEVER_END = words(
    "mr mrs ms dr prof rev hon cllr gen sen rep gov lt col capt st mt vs cf approx dept art sec sect fig "
    "para pp vol ed eds e.g i.e viz"
)
"""Abbreviations after which a sentence goes on whatever follows."""
BEFORE_NUMBER = words("no nos p ch pt item")
"""Abbreviations after which a sentence goes on when a number follows: "No. 5"."""
STARTERS = words(
    "The A An It In This These Those Each All We He She They If When Where For To On At As By Any No"
)
"""Words that begin a sentence even after an initial or "U.S."."""


BLANKS = {ord(mark): " " for mark in "\n\r\t\u00a0\u2028"}


class Paragraph(Struct, frozen=True, kw_only=True):
    """A piece of the outline as a meeting's rules need it: `span` leaves the printed label out."""

    span: Span
    clause: str | None = None
    number: str | None = None
    heading: bool = False


def flat(text: str) -> str:
    """The text with a blank for every line end, tab and no-break space, so that offsets stay."""
    return text.translate(BLANKS)


def paragraphs(text: str, clauses: list[ClauseFound]) -> list[Paragraph]:
    """The text's paragraphs without their labels; without an outline each non-blank line is one."""
    if not clauses:
        return [Paragraph(span=span) for span in lines_of(text)]
    found = []
    for clause in clauses:
        start, end = clause.span
        if clause.label and text.startswith(clause.label, start):
            start += len(clause.label)
        span = trimmed(text, start, end)
        if span[0] < span[1]:
            heading = clause.kind in ("title", "section")
            found.append(Paragraph(span=span, clause=clause.id, number=clause.label, heading=heading))
    return sorted(found, key=lambda paragraph: paragraph.span)


def trimmed(text: str, start: int, end: int) -> Span:
    """The span without the blanks at its ends."""
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end


def sentences(text: str, span: Span, language: Language) -> list[Span]:
    """The sentences of `text[start:end]`, end mark and closing quotes included."""
    ends = english_ends(text, span) if language == "en" else chinese_ends(text, span)
    found = []
    start = span[0]
    for end in (*ends, span[1]):
        piece = trimmed(text, start, end)
        if piece[0] < piece[1]:
            found.append(piece)
        start = end
    return found


def english_ends(text: str, span: Span) -> list[int]:
    """Where English sentences end: a stop that is no abbreviation, no initial and no list label."""
    ends: list[int] = []
    start = span[0]
    for stop in ENGLISH_STOP.finditer(text, span[0], span[1]):
        if (
            text[stop.start()] == "\n"
            or stop.end() >= span[1]
            or ends_here(text, start, stop.start(), stop.end())
        ):
            ends.append(stop.end())
            start = stop.end()
    return ends


def ends_here(text: str, start: int, stop: int, after: int) -> bool:
    """Whether the stop at `stop` ends the sentence begun at `start`; the next word stands at `after`."""
    upcoming = text[after]
    if upcoming.islower():
        return False
    if text[stop] != ".":
        return True
    word = text[max(start, stop - 14) : stop].split()[-1:] or [""]
    last = word[0].lstrip("(“\"'‘[")
    if is_label(text, start, stop):
        return False
    if last.lower() in NEVER_END or (last.lower() in BEFORE_NUMBER and upcoming.isdigit()):
        return False
    if is_initial(last):
        return text[after : after + 8].split()[0] in STARTERS
    return True


def is_initial(word: str) -> bool:
    """Whether a word is a single capital or capitals with points between: "J", "U.S"."""
    letters = word.split(".")
    return all(len(letter) == 1 and letter.isupper() for letter in letters)


def is_label(text: str, start: int, stop: int) -> bool:
    """Whether all before the stop is a printed list label: "1.", "(a)", "iv."."""
    return stop - start <= 12 and LABEL.match(text[start:stop].strip()) is not None


def chinese_ends(text: str, span: Span) -> list[int]:
    """Where Chinese sentences end: a stop outside brackets, which hold notes of the sentence around them."""
    inside = [found.span() for found in CHINESE_BRACKETS.finditer(text, span[0], span[1])]
    opens = [opened for opened, _ in inside]
    ends = []
    for stop in CHINESE_STOP.finditer(text, span[0], span[1]):
        at = bisect_right(opens, stop.start()) - 1
        if at < 0 or stop.start() >= inside[at][1]:
            ends.append(stop.end())
    return ends
