"""Who answers in a table of actions: the words of one owner cell as units that lead or take part.

In: the words of a cell. Out: `Owners`, with places in those words. "(lead)" behind a name marks the lead
among several; "Lead: A; Support: B" and "A, supported by B" part a cell; initials stand for people of the
attendance list, a slash parts two owners.
"""

from msgspec import Struct

from milepost.ledger.origins import Span
from milepost.reading.english.actors import PLACEHOLDER, find_names
from milepost.reading.patterns import pattern
from milepost.reading.records import NamedUnit, Supporting

SLASH = pattern(r"\s*[/&+\n]\s*")
LEAD_MARK = pattern(
    r"\s*[(\[]\s*(?:joint |co-?)?(?:lead|leading|leads|chair|coordinator|co-ordinator|coordinating|l)\s*"
    r"(?:agency|unit|body|department)?\s*[)\]]",
    ignore_case=True,
)
ROLE = (
    r"(?P<role>lead(?: agency| unit| body| department)?|led by|support(?:ing|ed by)?(?: agencies"
    r"| units)?|with"
    r"|partners?)\s*[:：]\s*"
)
FIRST_LABEL = pattern(ROLE, ignore_case=True)
LABEL = pattern(rf"[;,.\s]\s*{ROLE}", ignore_case=True)
WITH = pattern(
    r"\s*[,;(]?\s*\b(?:supported by|assisted by|in (?:consultation|coordination|cooperation"
    r"|partnership) with"
    r"|working with|together with|with support from|with)\s+(?P<w>[^()]+?)\)?\s*$"
)


LONGEST = 2_000
"""A longer cell names no helpers at its end."""


class Owners(Struct, frozen=True):
    """Who answers and who takes part."""

    lead: tuple[NamedUnit, ...] = ()
    support: tuple[Supporting, ...] = ()
    open_list: bool = False


def read_owners(words: str, people: dict[str, NamedUnit]) -> Owners:
    """The units of an owner cell."""
    lead: list[NamedUnit] = []
    support: list[Supporting] = []
    for marked, span in marked_parts(words):
        units = units_of(words, span, people)
        if marked:
            lead += units
        else:
            support += map(helping, units)
    return Owners(tuple(lead), tuple(support))


def read_helpers(words: str) -> Owners:
    """The units of a cell of those who take part."""
    units = units_of(words, (0, len(words)), {})
    return Owners(
        support=tuple(map(helping, units)), open_list=find_names(words, [(0, len(words))]).open_list
    )


def helping(unit: NamedUnit) -> Supporting:
    """A unit that takes part."""
    return Supporting(name=unit.name, span=unit.span, relation="support")


def marked_parts(words: str) -> list[tuple[bool, Span]]:
    """The parts of an owner cell, each with whether it leads: those marked so, else all but helpers."""
    first = FIRST_LABEL.match(words)
    if first:
        labels = [first, *LABEL.finditer(words, first.end())]
        ends = [mark.start() for mark in labels[1:]] + [len(words)]
        return [
            (mark["role"].lower().startswith("le"), (mark.end(), end))
            for mark, end in zip(labels, ends, strict=True)
        ]
    if LEAD_MARK.search(words):
        return lead_marks(words)
    helps = len(words) <= LONGEST and any(sign in words for sign in ("with ", " by ", " from "))
    helper = WITH.search(words) if helps else None
    if helper and helper.start() > 0:
        return [(True, (0, helper.start())), (False, helper.span("w"))]
    return [(True, (0, len(words)))]


def lead_marks(words: str) -> list[tuple[bool, Span]]:
    """The names of a cell one by one, each with whether "(lead)" stands behind it."""
    found: list[tuple[bool, Span]] = []
    begin, stop = 0, len(words)
    for mark in LEAD_MARK.finditer(words):
        before = max(words.rfind(sign, begin, mark.start()) for sign in (";", ",", "/", "\n")) + 1
        if before > begin:
            found.append((False, (begin, before - 1)))
        found.append((True, (max(before, begin), mark.start())))
        begin = mark.end()
        while begin < stop and words[begin] in " ;,/\n":
            begin += 1
    if begin < stop:
        found.append((False, (begin, stop)))
    return [(lead, span) for lead, span in found if words[slice(*span)].strip(" ;,/")]


def units_of(words: str, span: Span, people: dict[str, NamedUnit]) -> list[NamedUnit]:
    """The names in a part of a cell."""
    found: list[NamedUnit] = []
    for start, end in slash_parts(words, span):
        name = words[start:end].strip()
        if name in people:
            at = words.index(name, start)
            found.append(NamedUnit(name=people[name].name, span=(at, at + len(name))))
        else:
            found += [u for u in find_names(words, [(start, end)]).units if u.name.lower() not in PLACEHOLDER]
    return found


def slash_parts(words: str, span: Span) -> list[Span]:
    """A part of a cell cut at slashes and line ends; nothing of a placeholder such as n/a."""
    if words[slice(*span)].strip().lower() in PLACEHOLDER:
        return []
    spans: list[Span] = []
    at = span[0]
    for mark in [*SLASH.finditer(words, *span), None]:
        end = mark.start() if mark else span[1]
        if words[at:end].strip():
            spans.append((at, end))
        at = mark.end() if mark else end
    return spans
