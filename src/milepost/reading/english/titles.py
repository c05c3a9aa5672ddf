"""Short words for a measure: the action as a person would copy it into a ledger, and its object.

In: the text and a verb phrase. Out: `action` of at most 110 characters, the object and, where the object is a
paper, the output. Nothing is reworded: only cut, and blanks joined.
"""

from milepost.ledger.origins import Span
from milepost.ledger.records import Named
from milepost.reading.english.actors import head_of
from milepost.reading.english.words import DOCUMENT_PRODUCTS, VERBS
from milepost.reading.patterns import pattern

LONGEST = 110
CUTS = tuple(
    pattern(text)
    for text in (
        r"; |:|\b(?:including|in order to|such as|so that|so as to|which|to the extent|subject to)\b",
        r", ",
        r" (?:that|as|for|to|with|on|in|by|of|regarding|and) ",
    )
)
CONSULTING = pattern(
    r"(?:, ?| )(?:and )?(?:(?:in|after|following|upon) (?:\w+ ){0,2}?(?:consultation|coordination"
    r"|co-ordination|collaboration|cooperation|co-operation|partnership|conjunction|liaison) with"
    r"|with (?:the )?(?:support|assistance|help|advice) (?:from|of)|together with|jointly with)\b"
)
CLOSED = pattern(r", (?:the|an?|its|their|all|each|any|such|[a-z]+(?:s|ing)?) ")
REST = pattern(
    r"\s*(?:[,;]?\s*(?:and )?(?:at least )?(?:annually|quarterly|monthly|(?:once )?every [\w ]{3,20}"
    r"|each year"
    r"|periodically)(?: thereafter)?)?[ ,;.]*$"
)
OBJECT_END = pattern(
    r"(?:[,;:.]|\b(?:to|for|by|with|on|in|that|which|from|regarding|concerning|within|no "
    r"later|not later|as|at|under|"
    r"including|through|describing|identifying|and|before|after|into|against|who)\b)"
)
WORD = pattern(r"[A-Za-z’'-]+")
LABEL = pattern(r"\(?[A-Za-z0-9]{1,4}[.)]\s")
ARTICLE = pattern(r"(?:the|a|an|its|their|all|any|each|new|such)\s+")


def action_of(text: str, start: int, end: int, due: Span | None = None) -> str:
    """The verb phrase text[start:end], cut at the first place that keeps it whole enough; the deadline `due`
    and whom to consult are left to their own fields."""
    words = " ".join(without_asides(text, start, end, due).split()).strip(" ,;:.—-")
    for tail in (" and", " or", " by", " including", " to", " that"):
        words = words.removesuffix(tail).rstrip(" ,;:")
    cut = CUTS[0].search(words, 12)
    if cut:
        words = words[: cut.start()].rstrip(" ,")
    for form in CUTS[1:]:
        if len(words) > LONGEST:
            at = [m.start() for m in form.finditer(words) if 20 < m.start() <= LONGEST]
            words = words[: at[-1]] if at else words
    if len(words) > LONGEST:
        words = words[: words.rfind(" ", 0, LONGEST)]
    return words.strip(" ,;:.")


def without_asides(text: str, start: int, end: int, due: Span | None) -> str:
    """text[start:end] without its deadline and its consultation: cut off where they close it, else taken out
    of the middle."""
    asides = [due] if due and start < due[0] < end else []
    consult = CONSULTING.search(text, start + 1, end) if " with" in text[start:end] else None
    if consult:
        whole = len(text[start : consult.start()].split()) > 1
        stop = None if whole else CLOSED.search(text, consult.end(), end)
        asides.append((consult.start(), stop.start() if stop else end))
    kept, at = [], start
    for a, b in sorted(asides):
        if a >= at:
            kept.append(text[at:a].rstrip(" ,;\n"))
            at = min(b, end)
    rest = text[at:end]
    if asides and REST.match(rest):
        rest = ""
    return " ".join([*kept, rest.lstrip(" ,\n") if kept else rest])


def object_of(text: str, start: int, end: int) -> Named | None:
    """What the verb phrase is about: the noun phrase after its verb, or after its two verbs."""
    at = start
    while word := WORD.match(text, at, end):
        lower = word.group().lower()
        if at > start and lower in ("out", "up", "forward", "down", "off"):
            lower = "ly"
        follows = WORD.match(text, word.end() + 1, end)
        to_verb = lower == "to" and follows is not None and follows.group().lower() in VERBS
        if (
            lower not in VERBS
            and lower not in ("and", "or", "not")
            and not lower.endswith("ly")
            and not to_verb
        ):
            break
        at = word.end()
        while at < end and text[at] in " \n,":
            at += 1
    if article := ARTICLE.match(text, at, end):
        at = article.end()
    stop = OBJECT_END.search(text, at, end)
    until = stop.start() if stop else end
    words = text[at:until].rstrip()
    if not words or len(words) > 90 or at == start:
        return None
    return Named(text=" ".join(words.split()), span=(at, at + len(words)))


def output_of(named: Named | None) -> Named | None:
    """The object again when it is a paper that stays."""
    if named is None:
        return None
    head = head_of(named.text)
    return named if head in DOCUMENT_PRODUCTS or head.rstrip("s") in DOCUMENT_PRODUCTS else None
