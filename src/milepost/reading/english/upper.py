"""Higher documents that an English text answers to: "to implement section 4(b) of the Ports Act 2031".

In: the text as read. Out: `UpperFound` records, one a mention. A document is named by words with capitals
that end in a kind of document (Act, Order, Plan, Strategy, Resolution …) or by an official number. "This
order", "such plan" and what the text itself orders to be written are none.
"""

import re

from milepost.reading.patterns import Rule, pattern
from milepost.reading.records import UpperFound

KIND = (
    r"(?:Act|Order|Directive|Regulations?|Law|Code|Ordinance|Bylaw|Plan|Strategy|Programme|Program|Policy"
    r"|Resolution|Decision|Agreement|Convention|Treaty|Protocol|Charter|Constitution|Statute|Framework"
    r"|Memorandum|Circular|Guidelines|Declaration|Compact|Agenda|Bill|Standard|Recommendation|Decree|Notice)"
)
CLAUSE = (
    r"(?:[Ss]ub)?(?:[Ss]ections?|[Ss]ec\.|§§?|[Aa]rticles?|[Pp]aragraphs?|[Cc]lauses?|[Cc]hapters?|[Pp]arts?|[Ss]chedules?"
    r"|[Pp]oints?|[Rr]ecommendations?|[Oo]bjectives?|[Aa]ctions?)"
    r"[\s\u00a0]+[0-9IVX][0-9A-Za-z.\-]{0,8}(?:\([0-9A-Za-z]{1,4}\)){0,4}"
)
WORD = r"[A-Z][A-Za-z0-9'’&\-]*\.?"
SMALL = r"(?:of|on|for|and|the|in|to|with|against|by|from)"
TITLE = rf"{WORD}(?:[\s\u00a0]+(?:{SMALL}[\s\u00a0]+){{0,3}}{WORD}){{0,14}}"
NUMBERED = (
    r"(?:Executive Order|Presidential Memorandum|Public Law|P\.L\.|Pub\. L\.|Ordinance|Resolution|Circular"
    r"|Directive|Regulation|Decision|Order|Decree|Law|Act)(?:[\s\u00a0]+\((?:EU|EC|EEC)\))?[\s\u00a0]+"
    r"(?:No\.?[\s\u00a0]*|Number[\s\u00a0]+)?(?P<number>\d[\d/\-.A-Z]{0,14}\d|\d)"
    r"|(?P<code>\d{1,3}[\s\u00a0]+(?:U\.S\.C\.|C\.F\.R\.|U\.S\. Code)[\s\u00a0]+(?:§+[\s\u00a0]*)?"
    r"\d(?:[\w.\-]{0,12}\w)?(?:\(\w{1,3}\)){0,3})"
)
YEAR = r"(?:,?[\s\u00a0]+(?:of[\s\u00a0]+)?(?:\d{4}(?:[\-–/]\d{2,4})?))?"
DOCUMENT = rf"(?:the[\s\u00a0]+)?(?P<document>{NUMBERED}|(?P<name>{TITLE}){YEAR})"
TRIGGERS = {
    "implements": (
        r"(?:[Tt]o[\s\u00a0]+(?:implement|carry[\s\u00a0]+out|give[\s\u00a0]+effect[\s\u00a0]+to|fulfil+|deliver(?:[\s\u00a0]+on)?|meet)"
        r"|[Ii]n[\s\u00a0]+(?:implementation|furtherance|fulfil+ment|execution|support|response)[\s\u00a0]+(?:of|to)"
        r"|(?:[Ii]mplementing|[Dd]elivering)|answers?[\s\u00a0]+to|responds?[\s\u00a0]+to)"
    ),
    "under": (
        r"(?:[Pp]ursuant[\s\u00a0]+to|[Ii]n[\s\u00a0]+accordance[\s\u00a0]+with|[Ii]n[\s\u00a0]+line[\s\u00a0]+with"
        r"|[Aa]s[\s\u00a0]+(?:required|directed|mandated|provided|set[\s\u00a0]+out)[\s\u00a0]+(?:by|in|under)"
        r"|[Uu]nder(?:[\s\u00a0]+the[\s\u00a0]+authority[\s\u00a0]+of)?|[Cc]onsistent[\s\u00a0]+with|[Rr]equired[\s\u00a0]+by"
        r"|[Hh]aving[\s\u00a0]+regard[\s\u00a0]+to|[Rr]ecalling|vested[\s\u00a0]+in[\s\u00a0]+\w{1,20}[\s\u00a0]+by|by[\s\u00a0]+virtue[\s\u00a0]+of)"
    ),
}
RULES = tuple(
    Rule(
        f"upper:{relation}",
        pattern(
            rf"\b(?P<verb>{trigger})[\s\u00a0]+(?:the[\s\u00a0]+(?:requirements?|provisions?|terms?|goals?|objectives?|commitments?)"
            rf"[\s\u00a0]+(?:of|in|under)[\s\u00a0]+)?(?P<clause>{CLAUSE}[\s\u00a0]+(?:of|to|in)[\s\u00a0]+)?{DOCUMENT}"
        ),
    )
    for relation, trigger in TRIGGERS.items()
)
"""`implements`: carried out here; `under`: the power or the rule that this text acts by."""

LAST = pattern(rf"(?:{KIND}|Constitution)(?:[\s\u00a0]+(?:[IVX]+|\d+))?$")
WORDS = pattern(r"\S+")
OWN = pattern(r"^(?:This|That|These|Such|Any|Each|Our|An?)\b")


def mentions(text: str) -> list[UpperFound]:
    """Every document that the text says it carries out or acts by, in reading order."""
    found: dict[int, UpperFound] = {}
    for rule in RULES:
        relation = rule.name.removeprefix("upper:")
        for match in rule.pattern.finditer(text):
            one = _document(text, relation, match)
            if one is not None:
                found.setdefault(one.span[1], one)
    return sorted(found.values(), key=lambda one: one.span)


def _document(text: str, relation: str, match: re.Match[str]) -> UpperFound | None:
    """The record of a match; None where the words are no name of a document."""
    number, code = match["number"], match["code"]
    name, end = match["name"], match.end("document")
    if name is not None:
        cut = _ends_as_document(name)
        if cut is None:
            return None
        end = match.end() if cut == len(name) else match.start("name") + cut
        name = text[match.start("name") : end]
    clause = match["clause"]
    return UpperFound(
        span=(match.start(), end),
        words=match["verb"],
        relation="implements" if relation == "implements" else "under",
        name=" ".join(name.split()) if name else " ".join(match["document"].split()) if number else None,
        number=code or number,
        clause=" ".join(clause.split()[:2]) if clause else None,
    )


def _ends_as_document(name: str) -> int | None:
    """How far a run of capitals is the name of a document: up to its last word that is a kind of one."""
    if OWN.match(name):
        return None
    words = list(WORDS.finditer(name))
    for word in reversed(words[1:]):
        if LAST.search(name[: word.end()]):
            return word.end()
    return None
