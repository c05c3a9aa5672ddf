"""How a directive of a bulletin is parted and timed beyond its sentence: slogans, subjunctives, rhythms.

In: a text in which blanks stand for line ends, and a charge or a stretch of it. Out: charges, each slogan of
a sentence that demands nothing else on its own; the charge of "directed that the Office publish"; what
repeats in the name of a thing ("the annual debriefing"). The runs of directives stand in `directives`.
"""

from collections.abc import Iterator

from msgspec.structs import replace

from milepost.ledger.origins import Span
from milepost.ledger.records import Every
from milepost.reading.english.charges import Charge, is_agent, split_agents
from milepost.reading.english.directions import subjunctive
from milepost.reading.english.phrases import find_phrases
from milepost.reading.english.recurrence import PERIOD_WORDS, find_recurring
from milepost.reading.patterns import pattern
from milepost.reading.records import FoundRecurring

RHYTHM = r"(?:annual|yearly|quarterly|monthly|weekly|daily|semi-annual|biannual)"
RHYTHM_OF = pattern(rf"\b(?P<r>{RHYTHM}) (?P<noun>[a-z]+)(?: and {RHYTHM} [a-z]+)*", ignore_case=True)
"""A period that describes a thing: "monthly scheduling and quarterly notification"."""
NO_THING = frozenset("and or to by for until from in on basis plan plans budget report reports".split())
"""What follows a period that stands by itself, and papers that are named after a period."""
AGENT = pattern(r"(?:the|The|all|All|each|Each|[A-Z])")


def slogans(level: str, charge: Charge) -> Iterator[Charge]:
    """The charge itself; each phrase alone where nobody is told and nothing in it can be checked."""
    told = charge.agents or charge.joined or charge.subject
    phrases = () if told else find_phrases(level, charge.phrase, named=False)
    if told or any(phrase.checkable for phrase in phrases):
        yield charge
        return
    for at, phrase in enumerate(phrases):
        start = charge.span[0] if at == 0 else phrase.span[0]
        end = charge.span[1] if at == len(phrases) - 1 else phrase.span[1]
        yield replace(charge, span=(start, end), phrase=phrase.span)


def find_subjunctive(level: str, span: Span) -> Charge | None:
    """The charge of "that the Ministry distribute tablets": an agent, then a plain verb."""
    if not AGENT.match(level, *span):
        return None
    verb = subjunctive(level[slice(*span)], 0)
    if verb is None:
        return None
    subject = (span[0], span[0] + verb - 1)
    if not is_agent(level[slice(*subject)]):
        return None
    end = span[1] - 1 if level[span[1] - 1] in ".;!" else span[1]
    return Charge(
        span=span,
        phrase=(span[0] + verb, end),
        rule="modal:subjunctive",
        subject=subject,
        agents=split_agents(level, subject),
    )


def rhythm_of(level: str, span: Span) -> FoundRecurring | None:
    """What repeats: said by itself, or in the name of a thing."""
    named = RHYTHM_OF.search(level, *span)
    if named and named["noun"].lower() not in NO_THING:
        unit, count = PERIOD_WORDS.get(named["r"].lower(), ("half", 1))
        return FoundRecurring(text=named.group(), every=Every(value=count, unit=unit))
    return find_recurring(level, *span)
