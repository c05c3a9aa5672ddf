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
from milepost.reading.english.deadline_rows import DATED, RULES, WORDS
from milepost.reading.english.recurrence import ends_recurrence
from milepost.reading.patterns import pattern
from milepost.reading.records import FoundDeadline

Clock = Anchors
"""What the dates of an English document count from."""
DATE_SIGN = pattern(r"\d|Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec")
"""Without a digit and the name of a month nothing names a date."""
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
    found: list[Timed] = []
    taken: list[Span] = []
    dated = DATE_SIGN.search(text, start, end) is not None
    for rule in RULES:
        if (not dated and rule.name in DATED) or not mentions(lower, WORDS[rule.name]):
            continue
        for match in rule.pattern.finditer(text, start, end):
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
    return sorted(found, key=lambda timed: timed.deadline.span)


def mentions(lower: str, words: tuple[str, ...]) -> bool:
    """Whether any of the words stands in a stretch; a plain loop, as it runs for each rule and sentence."""
    for word in words:  # noqa: SIM110 - a generator would cost as much again as the search
        if word in lower:
            return True
    return False


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
