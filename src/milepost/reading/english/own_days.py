"""What a length of time counts from in English: the document's own day, its effect, a meeting, an event.

In: the words after "within 60 days of", or a whole document. Out: which of the document's days they name
(`counted_from`), and the day a document says that it takes effect (`effective_day`). The days themselves
stand in `Anchors`.
"""

import re

from milepost.ledger.deadlines import add_offset
from milepost.reading.deadlines.phrases import Anchors, CountsFrom
from milepost.reading.deadlines.resolver import resolve_date
from milepost.reading.english.dates import DATE, DATE_PATTERN, said_date
from milepost.reading.english.lengths import NUMBER, UNIT, offset_of
from milepost.reading.english.likely import places_of
from milepost.reading.patterns import pattern

DOCUMENT = (
    r"(?:order|directive|memorandum|resolution|regulation|decision|ordinance|plan|policy"
    r"|proclamation|circular|instruction|notice|guidance|rule|executive order|mayoral order|letter|report"
    r"|agreement|bylaw|by-law|programme|program|strategy|decree|charter|code|scheme)"
)
LAW = r"(?:act|law|statute|bill|section|subsection|title|chapter|part|article|paragraph)"
MADE = r"(?:issuance|issue|signing|signature|adoption|publication|approval|passage|release)"
OWN_DAY = pattern(
    rf"^(?:the )?(?:date|day|{MADE}|date of (?:the )?{MADE})"
    rf" (?:of|on which) (?:this|the present) (?:\w+ ){{0,2}}{DOCUMENT}"
    r"(?: (?:is|was) (?:issued|signed|adopted))?$"
    rf"|^(?:this (?:\w+ ){{0,2}}{DOCUMENT}|(?:the )?date hereof|today|{MADE}|(?:the )?date of {MADE})$",
    ignore_case=True,
)
OWN_DAY_FIRST = pattern(
    rf"(?:the )?(?:effective date|date|day|{MADE}|date of (?:the )?{MADE}) of this"
    rf" (?:\w+ ){{0,1}}?{DOCUMENT}\b",
    ignore_case=True,
)
OWN_MEETING = pattern(
    r"^(?:(?:the |this )meeting|(?:the )?date of (?:this|the) meeting|meeting)$", ignore_case=True
)
OWN_EFFECT = pattern(
    r"^(?:the )?(?:effective date|date of effect|date of entry into force|date of commencement"
    r"|commencement date|commencement|coming into force|coming into effect|entry into force"
    r"|taking effect)"
    rf"(?: of (?:this|the present) (?:\w+ ){{0,2}}(?:{DOCUMENT}|{LAW}))?$"
    rf"|^(?:the (?:date|day) (?:on which )?)?this (?:\w+ ){{0,2}}(?:{DOCUMENT}|{LAW})"
    r" (?:takes effect|comes into force|enters into force|becomes effective|comes into effect)$",
    ignore_case=True,
)
OWN_ENACTMENT = pattern(r"\benactment\b|\bof this (?:act|law|statute|bill)\b", ignore_case=True)
APPROVAL = pattern(
    r"^(?:the )?(?:(?:\w+ ){0,2}(?:approval|adoption)|(?:approval|adoption) (?:by|of) [\w ]{3,40})$",
    ignore_case=True,
)
EFFECT = pattern(
    r"\bthis (?:\w+ ){0,3}(?:shall |will |does )?"
    r"(?:takes? effect|(?:is|become|becomes|be) effective|(?:comes?|enters?) into (?:force|effect|operation))"
    r"(?: (?P<now>immediately|upon (?:its )?(?:signature|signing|adoption|issuance|publication|approval)"
    r"|(?:on|from|as of|upon) the (?:date|day) of (?:its |this )?\w+)"
    rf"|,?(?: on| from| as of| beginning)? (?P<date>{DATE})"
    rf"|(?: on the \w+ day following)? (?P<n>{NUMBER}) (?P<u>{UNIT}) (?:after|from|following)"
    r" (?:the date of )?(?:its |the )?(?:signature|signing|adoption|issuance|publication|approval|passage))",
    ignore_case=True,
)
"""What says when a document takes effect: "This Order shall take effect immediately"."""
EFFECT_OPENS = ("this ", "This ", "THIS ")
EFFECT_WORDS = ("take effect", "takes effect", "effective", "into force", "into effect", "into operation")


def counted_from(anchor: str, anchors: Anchors) -> CountsFrom:
    """Which of a document's days an anchor names; an event where it names none."""
    if OWN_DAY.match(anchor):
        return "issued"
    if OWN_MEETING.match(anchor):
        return "meeting"
    if OWN_EFFECT.match(anchor):
        return "effective"
    if anchors.approved is not None and APPROVAL.match(anchor):
        return "approved"
    if DATE_PATTERN.search(anchor):
        return "date"
    return "enacted" if OWN_ENACTMENT.search(anchor) else "event"


def effective_day(text: str, issued: str | None) -> str | None:
    """The day from which a document says that it holds; None where it does not say."""
    if not any(word in text for word in EFFECT_WORDS):
        return None
    places = places_of(EFFECT_OPENS, text, 0, len(text))
    found = next((match for at in places if (match := EFFECT.match(text, at))), None)
    return _day_of_effect(found, issued) if found else None


def _day_of_effect(found: re.Match[str], issued: str | None) -> str | None:
    """The day of a match: a printed one, the document's own, or so long after it."""
    if found["date"]:
        said = said_date(found["date"])
        return resolve_date(said, Anchors(issued)).date if said else None
    if issued is None or found["now"]:
        return issued
    offset = offset_of(found["n"], found["u"])
    return add_offset(issued, offset) if offset else None
