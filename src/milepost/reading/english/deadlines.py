"""By when: the deadlines of a stretch of English text.

In: the text, a span (one sentence or item) and what the dates count from (`Clock`). Out: `Timed` deadlines
in the order of the text. Only what the words fix gets a date; why a date is missing or doubtful stands beside
it. The rows stand in `deadline_rows`, what their words say in `deadline_phrases`, what that comes to in
`reading.deadlines`; what makes a duty repeat in `recurrence`. Which duty a deadline belongs to is decided
where duties are read.
"""

from bisect import bisect, insort

from msgspec import Struct
from msgspec.structs import replace

from milepost.ledger.origins import Span
from milepost.reading.deadlines.phrases import Anchors, Doubt, Phrase
from milepost.reading.deadlines.resolver import resolve
from milepost.reading.english.chunks import BLANKS
from milepost.reading.english.dates import DATE, said_date
from milepost.reading.english.deadline_phrases import READERS
from milepost.reading.english.deadline_rows import BEFORE_WORD, DATED, OPENED, RULES, TIMED, UNITS, WORDS
from milepost.reading.english.likely import Likely
from milepost.reading.english.recurrence import ends_recurrence
from milepost.reading.patterns import Rule, pattern
from milepost.reading.records import FoundDeadline

Clock = Anchors
"""What the dates of an English document count from."""
DIGIT = pattern(r"\d")
MONTHS = tuple("jan feb mar apr may jun jul aug sep oct nov dec".split())
"""Without a digit and the name of a month nothing names a date."""


def rows_where(dated: bool, measured: bool) -> Likely[Rule]:
    """The rows for a stretch that names a date or not, and a unit of time or not."""
    return Likely(
        (rule, WORDS[rule.name])
        for rule in RULES
        if (dated or rule.name not in DATED) and (measured or rule.name not in TIMED)
    )


DATED_MEASURED, DATED_ONLY = rows_where(True, True), rows_where(True, False)
MEASURED, PLAIN = rows_where(False, True), rows_where(False, False)
AFTER_DASH = pattern(rf"\s[–—-]\s(?P<d>{DATE})[.;]?$")
"""The date that closes a milestone: "Train the panel – March 2032"."""
LEADING_EVENT = pattern(
    r"(?:and )?(?P<e>(?:After|Following|Upon|Once|Until|As soon as|Prior to|Before|When"
    r"|Whenever|If|after|following|"
    r"upon|once|until|as soon as|prior to|before|if) "
    r"[^,;:]{4,170}?(?:\([^()\n]{1,20}\)[^,;:()\n]{0,60}?){0,4})"
    r"(?:,|$)"
)
NO_EVENT = pattern(
    r"(?:after|following) (?:appropriate |due |full |prior )?(?:consult|notice|consider"
    r"|public comment|review of comment)"
    r"|(?:when|if|whenever|where) (?:possible|appropriate|necessary|feasible|applicable"
    r"|practicable|needed|any)"
    r"|when \w+ing|if \w+ing|(?:upon|following) (?:the )?(?:recommendation|advice|guidance"
    r"|appropriate)|following the (?:rules|principles|"
    r"guid)|until further|once (?:a|every|per|each)\b|if (?:the|a|an|it|they|such|no|he|she"
    r"|there|this|these|that)\b"
    r"|when (?:the|a|an|it|they|such|no|this|these|in|in)\b|before (?:it|them|the public)\b",
    ignore_case=True,
)
PERSONAL_EVENT = pattern(
    r"^if the \w+ (?:approves|agrees|consents|so decides|decides|adopts)", ignore_case=True
)
OPENERS = ("and ", "after", "follow", "upon", "once", "until", "as so", "prior", "befor", "when", "if ")


class Timed(Struct, frozen=True):
    """A deadline, the rule that read it, and why its date is missing or doubtful."""

    rule: str
    deadline: FoundDeadline
    doubt: Doubt | None = None


def find_deadlines(text: str, start: int, end: int, clock: Clock) -> list[Timed]:
    """The deadlines of text[start:end] in order; where two rules read the same words, the earlier row
    wins."""
    if "\n" in text[start:end]:
        flat = find_deadlines(text[start:end].translate(BLANKS), 0, end - start, clock)
        return [moved(timed, start) for timed in flat]
    lower = text[start:end].lower()
    same = len(lower) == end - start
    found: list[Timed] = []
    taken: list[Span] = []
    dated = DIGIT.search(text, start, end) is not None or mentions(lower, MONTHS)
    for rule in likely_rules(lower, dated):
        first = start + place_of(lower, rule.name) if same else start
        for match in rule.pattern.finditer(text, first, end):
            said = READERS[rule.name](match, clock)
            if said is None or not is_free(taken, said.span):
                continue
            insort(taken, said.span)
            if not ends_recurrence(text, start, said.span[0]):
                found.append(timed_by(rule.name, said.phrase, text, said.span, clock))
    if not found and dated:
        found += after_dash(text, start, end, clock)
    if lower.startswith(OPENERS):
        found += leading_events(text, start, end, taken)
    return sorted(found, key=lambda timed: timed.deadline.span) if len(found) > 1 else found


def likely_rules(lower: str, dated: bool) -> list[Rule]:
    """The rules that may read a stretch, in their order, by the plain words without which they can't."""
    if mentions(lower, UNITS):
        return (DATED_MEASURED if dated else MEASURED).of(lower)
    return (DATED_ONLY if dated else PLAIN).of(lower)


def place_of(lower: str, rule: str) -> int:
    """Where a rule may begin to match: little before the first of its words, where these open it."""
    if rule not in OPENED:
        return 0
    places = (lower.find(word) for word in WORDS[rule])
    return max(0, min(place for place in places if place >= 0) - BEFORE_WORD)


def mentions(lower: str, words: tuple[str, ...]) -> bool:
    """Whether any of the words stands in a stretch."""
    return any(map(lower.__contains__, words))


def is_free(taken: list[Span], span: Span) -> bool:
    """Whether a span overlaps none of those taken, which are apart and in order."""
    at = bisect(taken, span)
    return (at == 0 or taken[at - 1][1] <= span[0]) and (at == len(taken) or span[1] <= taken[at][0])


def timed_by(rule: str, phrase: Phrase, text: str, span: Span, clock: Clock) -> Timed:
    """The deadline that a phrase comes to."""
    comes_to = resolve(phrase, clock)
    return Timed(
        rule,
        FoundDeadline(
            text=text[span[0] : span[1]],
            span=span,
            kind=phrase.kind,
            date=comes_to.date,
            precision=comes_to.precision,
            offset=phrase.offset,
            anchor=phrase.anchor,
            combine=phrase.combine,
        ),
        comes_to.doubt,
    )


def moved(timed: Timed, by: int) -> Timed:
    """A deadline read in a copy of a stretch, at its place in the text."""
    start, end = timed.deadline.span
    return replace(timed, deadline=replace(timed.deadline, span=(start + by, end + by)))


def after_dash(text: str, start: int, end: int, clock: Clock) -> list[Timed]:
    """The date that closes a milestone behind a dash."""
    found = AFTER_DASH.search(text, max(start, end - 60), end)
    said = said_date(found["d"]) if found else None
    if found is None or said is None:
        return []
    return [timed_by("deadline:after-dash", Phrase(kind="fixed", date=said), text, found.span("d"), clock)]


def leading_events(text: str, start: int, end: int, taken: list[Span]) -> list[Timed]:
    """The event a sentence or an item opens with: "Once the list is published, …"."""
    match = LEADING_EVENT.match(text, start, end)
    if match is None:
        return []
    words = match["e"].strip()
    if NO_EVENT.match(words) and not PERSONAL_EVENT.match(words):
        return []
    span = (match.start("e"), match.start("e") + len(words))
    if not is_free(taken, span):
        return []
    anchor = words.split(" ", 1)[1]
    event = FoundDeadline(text=words, span=span, kind="event", anchor=anchor)
    return [Timed("deadline:event", event, "event")]
