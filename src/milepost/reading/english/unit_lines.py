"""A line of a plan that names a unit and its task without a verb between them.

In: one list item or line. Out: a `UnitLine`: who leads, who helps, where the task stands and until when.
Forms: "Education Office: draft menu plan (by 15.06.2027)", "School Travel Team (with Parents' Council): map
walking routes – by 1 September", "Finance Office – report spending, Q4 2029", "Draft menu plan (Education
Office, by 15.06.2027)". Field lines ("Lead: …") are `fields`', sentences with a verb are `duties`'.
"""

from msgspec import Struct

from milepost.ledger.origins import Span
from milepost.reading.english.actors import find_names, head_of
from milepost.reading.english.dates import MONTH
from milepost.reading.english.nonduties import is_product
from milepost.reading.english.words import UNIT_HEADS
from milepost.reading.patterns import pattern
from milepost.reading.records import NamedUnit, Supporting

UNIT_FIRST = pattern(
    r"[*_]{0,2}(?P<who>[A-Z][\w&’'./-]*(?:,? (?:[\w&’'/-]+|&)){0,14}?)[*_]{0,2}"
    r"(?: ?[(](?P<how>with|supported by|together with|assisted by)(?: the)? (?P<with>[^()]{3,120})[)])?"
    r"(?:[*_]{0,2}:[*_]{0,2}|\s[–—-])\s+(?P<task>\S)"
)
UNIT_LAST = pattern(
    r"\s[(\[](?P<said>(?:[Ll]ead|[Oo]wner|[Rr]esponsible|[Bb]y): ?)?(?P<who>[A-Z][^()\[\]]{2,140})[)\]][.;]?$"
)
DATE_TAIL = pattern(
    r"(?:,|;| [–—-]|\s*[(\[])\s*(?P<d>(?:by |before |until |no later than |due |end |mid-|early |late )?"
    r"(?:the )?(?:end of )?[\w ./-]{0,24}?(?:20\d\d|\d\d\.\d\d\.|\d/\d\d))\s*[)\]]?[.;]?$"
)
ACTION_MARK = pattern(r"[*_]{0,2}(?:ACTION|Action)s?(?: (?:point|item|for|by|on))?[*_]{0,2}: ?[*_]{0,2}")
"""What marks a line as an action before its owner: "Action: Finance Office - report on rents"."""
SLASH = pattern(r"\s*/\s*")
IN_LAST = pattern(r"(?:,|;|:| [–—-]|\bby\b)\s")
WHEN = (
    rf"(?:\d|[QH][1-4]\b|(?:[Ss]pring|[Ss]ummer|[Aa]utumn|[Ff]all|[Ww]inter|end|mid|early|late)\b|{MONTH}\b"
    r"|(?:by|before|due|until)\b)"
)
AFTER_LEAD = pattern(rf";|,? \b(?:with|[Ss]upport(?:ed by|ing)?)\b|,? {WHEN}| [–—-]\s")
"""What ends the names behind "Lead:" in a bracket, where commas stand between names."""
HELPERS = pattern(
    r"[;,] ?(?P<how>[Ss]upport(?:ed by|ing(?: units?)?)?|[Ww]ith|[Pp]artners?|[Hh]elped by):? "
    rf"(?P<with>[A-Z][^;:()\[\]]{{1,100}}?)(?:;|$|,? {WHEN})"
)
"""Who helps, behind the lead in the same bracket: "(Lead: Data Unit; Support: Licensing, Planning)"."""
TITLES = frozenset("chief head director deputy manager assistant associate general secretary".split())
"""First words of a title that names a person's office: "Manager Assets", "Chief Pharmacist"."""
WORD = pattern(r"\w+")
HINTS = UNIT_HEADS | TITLES
"""Words of which the name of a unit holds one, unless it is an acronym."""
LETTERHEAD = frozenset("DATE TO FROM CC SUBJECT RE MEMO NOTE FYI".split())
PLACES = frozenset("goal goals theme phase part step area outcome result risk indicator note".split())


class UnitLine(Struct, frozen=True):
    """What such a line says; `task` is the span of what is to be done."""

    lead: tuple[NamedUnit, ...]
    task: Span
    rule: str
    support: tuple[Supporting, ...] = ()


def find_unit_line(text: str, start: int, end: int) -> UnitLine | None:
    """The unit and the task of text[start:end], None where it is no such line."""
    if end - start > 400:
        return None
    if marked := ACTION_MARK.match(text, start, end):
        start = marked.end()
    if first := UNIT_FIRST.match(text, start, end):
        units = units_of(text, first.span("who"))
        if units:
            helpers = find_names(text, [first.span("with")]).units if first["with"] else ()
            support = tuple(Supporting(name=u.name, span=u.span, relation=first["how"]) for u in helpers)
            return UnitLine(units, (first.start("task"), end), "unit:line", support)
    last = UNIT_LAST.search(text, start, end)
    if last is None:
        return None
    cut = (AFTER_LEAD if last["said"] else IN_LAST).search(text, *last.span("who"))
    who = (last.start("who"), cut.start() if cut else last.end("who"))
    units = units_of(text, who) or (find_names(text, [who]).units if last["said"] else ())
    if not units:
        return None
    return UnitLine(units, (start, last.start()), "unit:bracket", helpers_in(text, last.span("who")))


def helpers_in(text: str, bracket: Span) -> tuple[Supporting, ...]:
    """Who helps, as the words behind the lead say in the same bracket."""
    found = HELPERS.search(text, *bracket)
    if found is None:
        return ()
    units = find_names(text, [found.span("with")]).units
    return tuple(Supporting(name=one.name, span=one.span, relation=found["how"].lower()) for one in units)


def units_of(text: str, span: Span) -> tuple[NamedUnit, ...]:
    """The names of a span when every one of them is a unit's by its head, else none."""
    words = text[slice(*span)]
    if HINTS.isdisjoint(WORD.findall(words.lower())) and not any(map(str.isupper, words.split())):
        return ()
    whole = find_names(text, [span]).units
    parted = find_names(text, slashed(text, span)).units
    units = parted if all(is_unit_name(unit.name) for unit in parted) else whole
    return units if units and all(is_unit_name(unit.name) for unit in units) else ()


def slashed(text: str, span: Span) -> list[Span]:
    """A place cut at the slashes between two names: "Finance Department / Parks Department"."""
    parts, at = [], span[0]
    for mark in SLASH.finditer(text, *span):
        parts.append((at, mark.start()))
        at = mark.end()
    return [*parts, (at, span[1])]


def is_unit_name(name: str) -> bool:
    """Whether a name is a unit's by its own words: its head, the first word before "of", or an acronym."""
    words = name.split()
    head = head_of(name)
    if (
        not words[0][0].isupper()
        or words[0].lower() in PLACES
        or (is_product(name) and head not in UNIT_HEADS)
    ):
        return False
    if len(words) > 1 and words[0].lower() in TITLES and words[1][0].isupper():
        return True
    acronym = len(words) == 1 and 2 <= len(name) <= 8 and name.isupper() and name not in LETTERHEAD
    return head in UNIT_HEADS or acronym


def date_tail(text: str, start: int, end: int) -> Span | None:
    """Where a bare date closes the task: "…, Q4 2029", "… (15.06.2027)"."""
    found = DATE_TAIL.search(text, start, end)
    return found.span("d") if found else None
