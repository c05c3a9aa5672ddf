"""How a text speaks as a whole: whether it tells staff what to do, or only tells what happened.

In: the text and its kind. Out: a `Tenor`. A protocol, a procedure or a school's policy binds in the plain
present tense ("The carer informs the Police"); an annual report or a piece of news reports, and its "must"
and "will" bind nobody, but for what the office that writes says that it will do itself. Which words of a
sentence bind stands in `modals` and `plain_duties`.
"""

from msgspec import Struct

from milepost.reading.patterns import pattern
from milepost.reading.records import DocumentKind

AREA, BODY = 700, 8000
"""How much of the beginning holds the title, and how much of the text its manner, in characters."""
LINES = 10
INSTRUCTS = pattern(
    r"\b(?:protocols?|procedures?|polic(?:y|ies)|standing orders|operating (?:manual|instructions)"
    r"|guidelines|working arrangements|code of (?:practice|conduct)|escalation path|terms of reference"
    r"|charter|compact|concordat|(?:emergency|contingency|continuity|response|evacuation) plan"
    r"|plan of correction|corrective action plan)\b",
    ignore_case=True,
)
"""Titles of texts whose every sentence about a unit says what it does."""
REPORTS = pattern(
    r"\b(?:annual|yearly|activity|progress|monitoring) (?:report|review)\b|\bnewsletter\b"
    r"|\breview of the year\b",
    ignore_case=True,
)
SPEAKS = pattern(
    r"\b(?:said|told (?:reporters|journalists|the [A-Z]\w+|this newspaper)|spokes(?:man|woman|person)"
    r"|according to)\b"
)
NEWS_SHARE, NEWS_LEAST = 600, 3
"""A text is news when somebody is quoted every so many characters, and at least so often."""
RECORDED = ("minutes", "bulletin", "resolution", "order", "audit", "regulation")


class Tenor(Struct, frozen=True):
    """How a text speaks; `news` binds nobody, `reports` only who writes."""

    instructs: bool = False
    reports: bool = False
    news: bool = False


def tenor_of(text: str, kind: DocumentKind | None) -> Tenor:
    """The tenor of a text of this kind."""
    lines = [line.strip("#*_ ") for line in text[:AREA].split("\n")[:LINES]]
    titles = [line for line in lines if 3 < len(line) <= 100 and not line.endswith((".", ";", ":"))]
    recorded = kind in RECORDED
    spoken = 0 if recorded else sum(1 for _ in SPEAKS.finditer(text, 0, BODY))
    return Tenor(
        instructs=not recorded and any(INSTRUCTS.search(line) for line in titles),
        reports=kind == "other" and any(REPORTS.search(line) for line in titles),
        news=spoken >= NEWS_LEAST and spoken * NEWS_SHARE >= min(len(text), BODY),
    )
