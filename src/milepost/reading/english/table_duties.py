"""The duties in one cell of a table: one for most cells, several where it numbers or lists them, prose.

In: the text and a cell's place. Out: the places of its duties, or the measures that the rules for prose
find in it. A cell is prose where it has a modal verb and does not begin with a verb; a list where each of
its parts begins with one.
"""

from milepost.ledger.origins import Span
from milepost.reading.english.deadlines import Clock
from milepost.reading.english.moving import moved
from milepost.reading.english.sentences import sentences_of
from milepost.reading.english.words import VERBS
from milepost.reading.patterns import pattern
from milepost.reading.records import DocumentFacts, FoundMeasure

SIGN = r"(?P<n>\(?(?:\d{1,2}|[a-h]|i{1,3}|iv|v)[.)]|[•●▪–-])\s+"
FIRST = pattern(SIGN)
FURTHER = pattern(rf"[.;:]?\s+{SIGN}")
TO_DO = pattern(r"(?:The )?[A-Z][\w.&/-]*(?: [\w.&/-]+){0,3} to (?P<verb>[a-z]+) ")
MODAL = pattern(r"\b(?:shall|must|will|should|agreed to|is to|are to)\b")
SEMICOLON = pattern(r";\s*(?:and\s+)?")


def duties_in(text: str, start: int, end: int) -> list[Span]:
    """The places of the duties in a cell, at least one; who is "to do" them is named by the row."""
    told = TO_DO.match(text, start, end)
    if told and told["verb"].lower() in VERBS:
        start = told.start("verb")
    numbered = numbered_parts(text, start, end)
    if len(numbered) > 1:
        return numbered
    start = numbered[0][0] if numbered else start
    if text.find(". ", start, end) < 0 and text.find(";", start, end) < 0:
        return [(start, end)]
    for parts in (sentences_of(text, start, end), semicolon_parts(text, start, end)):
        if len(parts) > 1 and all(begins_with_verb(text, *part) for part in parts):
            return parts
    return [(start, end)]


def numbered_parts(text: str, start: int, end: int) -> list[Span]:
    """The parts of a cell that begins with a number or bullet, each without it."""
    first = FIRST.match(text, start, end)
    if first is None:
        return []
    marks = [first, *FURTHER.finditer(text, first.end(), end)]
    kind = sign_of(marks[0]["n"])
    marks = [mark for mark in marks if sign_of(mark["n"]) == kind]
    ends = [mark.start() for mark in marks[1:]] + [end]
    return [
        (mark.end(), stop)
        for mark, stop in zip(marks, ends, strict=True)
        if text[mark.end() : stop].strip(" .;")
    ]


def sign_of(number: str) -> str:
    """What kind of number a part has."""
    core = number.strip("().")
    return "digit" if core.isdigit() else "letter" if core.isalpha() else core


def semicolon_parts(text: str, start: int, end: int) -> list[Span]:
    """The parts of a cell between semicolons."""
    parts: list[Span] = []
    at = start
    for mark in [*SEMICOLON.finditer(text, start, end), None]:
        stop = mark.start() if mark else end
        if text[at:stop].strip():
            parts.append((at, stop))
        at = mark.end() if mark else stop
    return parts


def begins_with_verb(text: str, start: int, end: int) -> bool:
    """Whether words begin with a verb and go on."""
    words = text[start:end].split(None, 2)
    return len(words) > 1 and words[0].lower().strip(",") in VERBS


def prose_in(text: str, start: int, end: int, clock: Clock) -> list[FoundMeasure]:
    """The measures of a cell written as prose that names who acts, in places of the text."""
    if MODAL.search(text, start, end) is None or begins_with_verb(text, start, end):
        return []
    from milepost.reading.english.duties import read_duties

    found = read_duties(text[start:end], DocumentFacts(kind="plan", date=clock.issued), clock, [])
    return [moved(one, start) for one in found.measures] if any(one.lead for one in found.measures) else []
