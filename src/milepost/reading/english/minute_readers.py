"""How the match of a row of minutes becomes items: who, from where to where, and where the verb begins.

In: a masked sentence and a row of `minute_rows`. Out: `Item`s; none where the row fired on a thing, an event
or a mere state. Resolutions have a room of their own; measures are made of items in `minutes`.
"""

import re
from collections.abc import Callable
from itertools import islice

from msgspec.structs import replace

from milepost.ledger.records import Strength
from milepost.reading.english.chunks import find_verb
from milepost.reading.english.minute_items import (
    EVENT_HEADS,
    STRENGTHS,
    TAIL_INITIALS,
    VOTE_DOES,
    Item,
    ending,
    plain_verb,
    tail_cut,
    who_is_nobody,
)
from milepost.reading.english.minute_notes import (
    read_bare,
    read_dashed,
    read_lacking,
    read_planned,
    read_someone,
)
from milepost.reading.english.minute_parts import COLLECTIVES, NAME
from milepost.reading.english.minute_passives import DOUBT, PROCEDURE, is_undone
from milepost.reading.english.minute_passives import ROWS as PASSIVE_ROWS
from milepost.reading.english.minute_resolutions import read_resolved
from milepost.reading.english.nonduties import is_actor, judge
from milepost.reading.english.words import UNIT_HEADS, VERBS
from milepost.reading.patterns import Rule, pattern

SEVERAL = ("modal:will", "minutes:was-asked", "minutes:initials")
"""Rows that may fire more than once in a sentence."""
MOST = 12
"""No sentence of minutes promises more; a longer run is no prose and must not cost its square."""
STATES = ("be", "have", "need", "cost", "allow", "remain", "not", "never", "no")
GIVEN_TOO = frozenset("Bill Mark Drew Art Dean Ward Chip Page Rusty Will".split())
"""Given names that are nouns or verbs as well."""
HAPPENS = frozenset("arrive stay last happen expire end increase go run reach appear".split())
"""What things do by themselves: "the tanker should arrive in May"."""
READY = pattern(
    r" (?:the|an?|it|them|his|her|their)\b[\w ]{0,40} (?:ready|done|finished|available|\w{3,}ed"
    r"|on the|in the|at the|to the|before|by|in by|for the)\b"
)
"""What follows "will have" in a promise: "the report ready", "the roof repaired"."""
DOING = pattern(r"\s+[a-z]+ing\b")
DEFINITE = ("The ", "the ")
TELLING = pattern(
    rf"^(?P<who>{NAME}|[Tt]he [\w’'-]+(?: [\w’'-]+)??) (?:also )?(?:reports?|reported|said|says|stated|noted"
    rf"|advised"
    r"|indicated|mentioned|added|explained|told (?:him|her|them|us|me|[A-Z]\w+|the \w+))\b"
)
SAID_BEFORE = pattern(r".+ (?:decided|agreed|said|says|reported|thought|felt|noted|suggested)(?: that)? ")
"""What stands in front of the subject of a promise: "The board decided the supervisors"."""
RELAYED = pattern(
    r"(?:The |Cllr |Mr |Mrs |Ms |Dr )?[A-Z][\w’'.-]*(?: [A-Z][\w’'.-]*){0,3} (?:also )?(?:reported|noted"
    r"|mentioned|informed [\w ]{2,30}|told [\w ]{2,30}|explained|stated|said|indicated|advised) that the $"
)
"""Somebody who says what another one will do: "The Clerk reported that the Mayor will open the fair"."""
THOUGHT = pattern(r"\b(?:thought|felt|believed|hoped|feared|expected|wondered)\b(?: that)?(?: \w+){0,4} ?$")
"""What somebody thought that another one would do is no promise."""
SUBJECTS = ("he", "she", "they")
BY_VOTE = ("minutes:decided", "minutes:resolved-to")
ADDRESSED = ("minutes:directed", "minutes:agreed-ask", "minutes:motion-directs")
"""Rows in which somebody else is told: the measure begins where the telling does."""
ADVISES = pattern(r"\b(?:encourag|urg)(?:ed|es)\b|\breminded\b|\bshould be\b")
SUGGESTS = pattern(r"\b(?:suggested|recommended|proposed)\b")
BOARDS = frozenset("board council committee commission trustees supervisors members cabinet group".split())
UNDONE: dict[str, Strength] = {"will": "commitment", "would": "commitment", "should": "advisory"}
FUTURE = ("minutes:passive", "minutes:stays")
HAS_TO = pattern(r"\b(?:have|has) to\b")


def read_row(rule: str, sentence: str, match: re.Match[str], base: int) -> list[Item]:
    """One item: the person of the row and its verb."""
    verb = match["v"].lower()
    if who_is_nobody(match) or (
        "who" in match.re.groupindex and (match["who"] or "").endswith((" have", " has", " is", " are"))
    ):
        return []
    if rule in BY_VOTE and verb in VOTE_DOES:
        return []
    if rule in ADDRESSED and not could_act(match["who"]):
        return []
    if rule == "minutes:has-to" and not (is_actor(match["who"], people=True) or match["who"][:4] in DEFINITE):
        return []
    named = rule in (
        "modal:agreed",
        "minutes:was-asked",
        "minutes:encouraged",
        "minutes:directed",
        "minutes:initials",
        "minutes:decided",
        "minutes:resolved-to",
        "minutes:has-to",
        "minutes:motion-directs",
        "minutes:agreed-name",
        "minutes:for-name",
        "minutes:please",
        "minutes:told",
        "minutes:agreed-ask",
    ) and (verb != "be" or rule == "modal:agreed")
    inside = rule == "minutes:initials" and match.start() > 0
    if inside and (verb not in VERBS or "otion" in sentence[: match.start()]):
        return []
    if rule == "minutes:initials" and sentence.startswith(":", match.end("v")):
        return []
    who = match.span("who") if "who" in match.re.groupindex and match["who"] else None
    end = tail_cut(sentence, ending(sentence))
    if rule != "minutes:motion" and verb not in VERBS and not (named and plain_verb(verb)):
        return []
    place = (who[0] + base, who[1] + base) if who else None
    at = match.start("who") if who and rule not in ("minutes:recommended", *ADDRESSED) else match.start()
    return [
        Item(
            rule,
            base + (0 if rule.startswith("minutes:motion") else max(at, 0)),
            base + match.start("v"),
            base + end,
            place,
            "advisory" if ADVISES.search(sentence, *match.span()) else STRENGTHS.get(rule, "mandatory"),
        )
    ]


def could_act(who: str) -> bool:
    """Whether an addressee is somebody: a name, a unit, or people in the plural."""
    head = who.split()[-1].lower()
    return (
        is_actor(who, people=True)
        or who[:4] in DEFINITE
        or who.split()[0].lower() in ("all", "each", "staff")
        or head in COLLECTIVES
        or head in UNIT_HEADS
    )


def read_rule(rule: Rule, sentence: str, base: int) -> list[Item]:
    """The items of a row in a sentence; a promise may be followed by another one: "Ann will …, and Lee will
    …"."""
    reader = READERS.get(rule.name, read_row)
    limit = MOST if rule.name in SEVERAL else 1
    matches = islice(rule.pattern.finditer(sentence), limit)
    items: list[Item] = []
    for match in matches:
        found = reader(rule.name, sentence, match, base)
        if items and found:
            before = sentence[: found[0].start - base].rstrip(" ,;:").removesuffix(" and").rstrip(" ,;")
            items[-1] = replace(items[-1], end=min(items[-1].end, base + len(before)))
        items += found
    return items


def read_will(rule: str, sentence: str, match: re.Match[str], base: int) -> list[Item]:
    """A promise in the text: the subject stands right before the modal and is somebody."""
    verb = match["v"].lower()
    doing = DOING.match(sentence, match.end("v")) if verb == "be" else None
    who = match["who"].strip()
    words = who.split()
    wills = sentence[match.end("who") : match.start("v")].split()[0] in ("will", "would")
    if match["not"] and wills and not {words[-1].lower()} & (UNIT_HEADS | set(COLLECTIVES)):
        return []
    if verb in HAPPENS and not is_actor(who, people=True):
        return []
    ready = verb == "have" and READY.match(sentence, match.end("v"))
    if (verb in STATES and not doing and not ready) or not (
        is_actor(who, people=True)
        or who in GIVEN_TOO
        or words[0] in ("The", "the", "All", "all")
        or {words[0].lower(), words[-1].lower()} & set(COLLECTIVES)
    ):
        return []
    alone = len(words) == 1 and who[0].isupper() and not who.isupper()
    reason = judge("he" if alone else who, sentence[match.start("v") :])
    if words[-1].lower() in EVENT_HEADS or (not doing and not ready and reason):
        return []
    modal = sentence[match.end("who") : match.start("v")].strip(" ,").split()[0]
    strength: Strength = (
        "mandatory" if modal in ("shall", "must") else "advisory" if modal == "should" else "commitment"
    )
    start = match.start("if") if match["if"] else match.start("who")
    if len(words) > 1 and words[-1] in SUBJECTS:
        start = match.start("who") + match["who"].rindex(words[-1])
    at, _ = find_verb(sentence, match.start("v"), ending(sentence))
    told = SAID_BEFORE.match(match["who"])
    if told:
        start = match.start("who") + told.end()
    if wills and RELAYED.match(sentence[: start + 4]):
        return []
    if THOUGHT.search(sentence[: match.start("who")]) or THOUGHT.search(match["who"]):
        return []
    said = TELLING.match(sentence) if words[-1].lower() in SUBJECTS else None
    if said and words[-1] == "they" and said["who"][:4] not in DEFINITE:
        said = None
    place = said.span("who") if said else match.span("who")
    place = (base + (start if told else place[0]), base + place[1])
    end = tail_cut(sentence, ending(sentence))
    trigger = (
        (base + match.start("if"), base + match.start("if") + len(match["if"].rstrip(" ,")))
        if match["if"]
        else None
    )
    return [Item(rule, base + start, base + at, base + end, place, strength, trigger)]


def read_need(rule: str, sentence: str, match: re.Match[str], base: int) -> list[Item]:
    """A thing that needs doing, or is due, without anybody named."""
    if DOUBT & set(match["np"].lower().split()[1:]):
        return []
    owner = TAIL_INITIALS.search(sentence, match.end())
    who = (base + owner.start("who"), base + owner.end("who")) if owner else None
    end = owner.start() if owner else ending(sentence)
    return [Item(rule, base, base, base + end, who)]


def read_motion(rule: str, sentence: str, match: re.Match[str], base: int) -> list[Item]:
    """What a motion wants done; what the vote itself does ("to approve", "to close the hearing") is over."""
    with_whom = (match["v"] == "go" and match["what"].startswith(" with ")) or (
        match["v"] == "have" and HAS_DONE.search(match["what"]) is not None
    )
    if not with_whom and (match["v"] in PROCEDURE or match["v"] not in VERBS or SITTING.match(match["what"])):
        return []
    return read_row(rule, sentence, match, base)


def read_told(rule: str, sentence: str, match: re.Match[str], base: int) -> list[Item]:
    """ "Clerk instructed to notify the county": an officer is told; a board that "asked to" asks itself."""
    if match["who"].split()[-1].lower() in BOARDS or not could_act(match["who"]):
        return []
    return read_row(rule, sentence, match, base)


def read_officers(rule: str, sentence: str, match: re.Match[str], base: int) -> list[Item]:
    """ "Town officers to sign the forms", "Ann called and will ask again": the subject is somebody."""
    words = match["who"].lower().split()
    ready = match["v"] == "have" and READY.match(sentence, match.end("v"))
    known = rule == "minutes:and-will" or words[-1] in UNIT_HEADS or words[-1] in COLLECTIVES
    if known and ready and is_actor(match["who"], people=True):
        who = (base + match.start("who"), base + match.end("who"))
        end = base + tail_cut(sentence, ending(sentence))
        return [Item(rule, who[0], base + match.start("v"), end, who, "commitment")]
    if not known or "for" in words or match["v"] not in VERBS or not is_actor(match["who"], people=True):
        return []
    return read_row(rule, sentence, match, base)


def read_undone(rule: str, sentence: str, match: re.Match[str], base: int) -> list[Item]:
    """What is to be done to a thing: a promise when it "will be", advice when it "should be"."""
    if not is_undone(rule, match):
        return []
    said = sentence[match.end("np") : match.end()].split()[0] if rule in FUTURE else ""
    said = "" if HAS_TO.search(sentence, match.end("np"), match.end()) else said
    advised = rule == "minutes:be" and SUGGESTS.search(sentence, 0, match.start("v"))
    strength = "advisory" if advised else UNDONE.get(said, "mandatory")
    return [replace(item, strength=strength) for item in read_need(rule, sentence, match, base)]


HAS_DONE = pattern(
    r"^ (?:the|an?|all|two|three|four|some|new|our|\d+) [\w ]{2,60}?(?:ed|built|done|put|cut|made)\b"
)
"""What a motion has done: "to have three trees removed"."""
SITTING = pattern(
    r" (?:the |this |our |all )?(?:[a-z]+ ){0,2}(?:meeting|hearing|session|floor|nominations|minutes|bills"
    r"|claims|disbursements|payroll|vouchers|checks)\b"
)
"""What a motion may close or resume without anybody having to do anything after the vote."""
READERS: dict[str, Callable[[str, str, re.Match[str], int], list[Item]]] = {
    "minutes:resolved": read_resolved,
    "minutes:resolved-on": read_resolved,
    "minutes:motion-that": read_resolved,
    "minutes:asks-that": read_resolved,
    "modal:will": read_will,
    "minutes:motion": read_motion,
    "minutes:told": read_told,
    "minutes:plans-on": read_planned,
    "minutes:someone": read_someone,
    "minutes:bare": read_bare,
    "minutes:dash-verb": read_dashed,
    "minutes:lacks": read_lacking,
    "minutes:order": read_bare,
    "minutes:officers": read_officers,
    "minutes:and-will": read_officers,
    "minutes:needs": read_need,
    "minutes:due": read_need,
    **{rule.name: read_undone for rule in PASSIVE_ROWS},
}
