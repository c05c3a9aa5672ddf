"""How a matched row of minutes becomes items: who, from where to where, and where the verb begins.

In: a masked sentence and the match of a row of `minute_rows`. Out: `Item`s; none where the row fired on a
thing, an event or a mere state. Which words make a row fire stands in `minute_rows` and `minute_passives`;
measures are made of items in `minutes`.
"""

import re
from collections.abc import Callable
from itertools import islice

from msgspec import Struct
from msgspec.structs import replace

from milepost.ledger.origins import Span
from milepost.ledger.records import Strength
from milepost.reading.english.chunks import find_verb
from milepost.reading.english.directions import subjunctive
from milepost.reading.english.minute_passives import DOUBT, PROCEDURE, is_undone
from milepost.reading.english.minute_passives import ROWS as PASSIVE_ROWS
from milepost.reading.english.minute_rows import COLLECTIVES, NAME, WORDS
from milepost.reading.english.nonduties import is_actor, judge
from milepost.reading.english.words import UNIT_HEADS, VERBS
from milepost.reading.patterns import Rule, pattern

TAIL_INITIALS = pattern(
    r"(?:…|\.{3,}|\s{2,}|\s[–-]\s|\[|\()\s*(?P<who>[A-Z]{2,3}(?:\s?[/&,]\s?[A-Z]{2,3})*)[\])]?\s*$"
)
DIRECTED_TO = pattern(
    r"(?P<who>[^,.;]{2,80}?) (?:is|are|be)(?: hereby| also)? (?:authori[sz]ed|directed|instructed|requested"
    r"|asked)(?: and (?:directed|authori[sz]ed|instructed))? to (?P<v>[a-z]+)"
)
AND_THAT = pattern(r"(?:,|;)? (?:and )?that (?:the |Cllr|[A-Z])")
SEVERAL = ("modal:will", "minutes:was-asked", "minutes:initials")
"""Rows that may fire more than once in a sentence."""
MOST = 12
"""No sentence of minutes promises more; a longer run is no prose and must not cost its square."""
NO_VERB = frozenset(
    "know that should would could shall must can did not said went got took gave made told spoke sent "
    "thought felt left met kept held ran paid bought read saw "
    "is are be been being were did does annual monthly next last new old and or "
    "the a an to of for on in at with was had has may not who will no none by from".split()
)
STATES = ("be", "have", "need", "cost", "allow", "remain", "not", "never", "no")
HAPPENS = frozenset("arrive stay last happen expire end increase go run reach appear".split())
"""What things do by themselves: "the tanker should arrive in May"."""
READY = pattern(
    r" (?:the|an?|it|them|his|her|their)\b[\w ]{0,40} (?:ready|done|finished|available|\w{3,}ed"
    r"|on the|in the|at the|to the)\b"
)
"""What follows "will have" in a promise: "the report ready", "the roof repaired"."""
DOING = pattern(r"\s+[a-z]+ing\b")
DEFINITE = ("The ", "the ")
SAYS = pattern(
    rf"^(?P<who>{NAME}) (?:also )?(?:reports?|reported|said|says|stated|noted|advised"
    rf"|indicated|mentioned|added|explained)\b"
)
EVENT_HEADS = frozenset(
    (
        "meeting meetings event events session hearing truck election training report motion "
        "proposal decision plan needs request permission letter application effort efforts ability"
        " invitation opportunity approval way right need quote moved volunteered agreed notice"
    ).split()
)
STRENGTHS: dict[str, Strength] = {
    "modal:agreed": "commitment",
    "minutes:has-to": "commitment",
    "modal:will": "commitment",
    "minutes:recommended": "advisory",
    "minutes:encouraged": "advisory",
    "minutes:agreed-name": "commitment",
    "minutes:and-will": "commitment",
}
UNDONE: dict[str, Strength] = {"will": "commitment", "would": "commitment", "should": "advisory"}
WOULD = pattern(r" (?P<m>would|will|shall|should|must) (?P<v>[a-z]+)")


class Item(Struct, frozen=True):
    """What a row found: who, from where to where, and where the verb begins."""

    rule: str
    start: int
    verb: int
    end: int
    who: Span | None
    strength: Strength = "mandatory"
    trigger: Span | None = None


def who_is_nobody(match: re.Match[str]) -> bool:
    """Whether the words before the verb name a thing: "Motion to adjourn"."""
    who = match.groupdict().get("who")
    return who is not None and bool(who.split()) and who.split()[-1].lower() in EVENT_HEADS


def plain_verb(word: str) -> bool:
    """Whether a word after a name in a list of duties may be its verb ("Ann talk to …")."""
    return not word.endswith(("s", "ed", "ly", "ing")) and word not in NO_VERB


def ending(sentence: str) -> int:
    """The end of a sentence without its closing marks."""
    return len(sentence.rstrip(" .;,:\n"))


def read_row(rule: str, sentence: str, match: re.Match[str], base: int) -> list[Item]:
    """One item: the person of the row and its verb."""
    verb = match["v"].lower()
    if who_is_nobody(match) or (
        "who" in match.re.groupindex and (match["who"] or "").endswith((" have", " has", " is", " are"))
    ):
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
        "minutes:asks-that",
        "minutes:for-name",
    ) and (verb != "be" or rule == "modal:agreed")
    inside = rule == "minutes:initials" and match.start() > 0
    if inside and (verb not in VERBS or "otion" in sentence[: match.start()]):
        return []
    who = match.span("who") if "who" in match.re.groupindex and match["who"] else None
    end = tail_cut(sentence, ending(sentence))
    if rule == "minutes:motion-directs" and not is_actor(match["who"], people=True):
        return []
    if rule != "minutes:motion" and verb not in VERBS and not (named and plain_verb(verb)):
        return []
    place = (who[0] + base, who[1] + base) if who else None
    at = (
        match.start("who")
        if who and rule not in ("minutes:recommended", "minutes:directed", "minutes:motion-directs")
        else match.start()
    )
    return [
        Item(
            rule,
            base + (0 if rule.startswith("minutes:motion") else max(at, 0)),
            base + match.start("v"),
            base + end,
            place,
            STRENGTHS.get(rule, "mandatory"),
        )
    ]


def read_rule(rule: Rule, sentence: str, base: int) -> list[Item]:
    """The items of a row in a sentence; a promise may be followed by another one: "Ann will …, and Lee will
    …"."""
    if not any(word in sentence for word in WORDS.get(rule.name, ("",))):
        return []
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


def tail_cut(sentence: str, end: int) -> int:
    """The end of an item before the initials of its owner."""
    found = TAIL_INITIALS.search(sentence, 0, end)
    return found.start() if found else end


def read_resolved(rule: str, sentence: str, match: re.Match[str], base: int) -> list[Item]:
    """ "RESOLVED: that the Clerk obtain … and that the Officer isolate …": one item a "that"."""
    starts = [match.start("that")]
    starts += [m.start() + m.group().index("that ") for m in AND_THAT.finditer(sentence, match.end())]
    items = []
    for at, stop in zip(starts, [*starts[1:], ending(sentence)], strict=True):
        words = sentence[at + 5 : stop].rstrip(" ,;.")
        end = at + 5 + len(words.removesuffix(" and"))
        modal = DIRECTED_TO.match(sentence, at + 5, end) or WOULD.search(sentence, at, end)
        verb = modal.start("v") if modal else subjunctive(sentence, at + 5)
        if (
            verb is None
            or verb >= end
            or (modal and modal.re is WOULD and judge(sentence[at + 5 : modal.start()], sentence[verb:end]))
        ):
            continue
        who = (at + 5, verb)
        if modal:
            who = modal.span("who") if "who" in modal.re.groupindex else (at + 5, modal.start())
        commits = modal is not None and modal.groupdict().get("m") in ("would", "will")
        items.append(
            Item(
                rule,
                base + at,
                base + verb,
                base + end,
                (base + who[0], base + who[1]),
                "commitment" if commits else "mandatory",
            )
        )
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
        or words[0] in ("The", "the", "All", "all")
        or words[0].lower() in COLLECTIVES
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
    at, _ = find_verb(sentence, match.start("v"), ending(sentence))
    said = SAYS.match(sentence) if who.lower() in ("he", "she") else None
    place = said.span("who") if said else match.span("who")
    place = (base + place[0], base + place[1])
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
    with_whom = match["v"] == "go" and match["what"].startswith(" with ")
    if not with_whom and (match["v"] in PROCEDURE or match["v"] not in VERBS or SITTING.match(match["what"])):
        return []
    return read_row(rule, sentence, match, base)


def read_bare(rule: str, sentence: str, match: re.Match[str], base: int) -> list[Item]:
    """ "Need to order salt", "Contact the county about the culvert": a note of what to do, nobody named."""
    verb = match["v"].lower()
    if verb not in VERBS and not (rule == "minutes:bare" and plain_verb(verb)):
        return []
    return [Item(rule, base, base + match.start("v"), base + tail_cut(sentence, ending(sentence)), None)]


def read_officers(rule: str, sentence: str, match: re.Match[str], base: int) -> list[Item]:
    """ "Town officers to sign the forms", "Ann called and will ask again": the subject is somebody."""
    words = match["who"].lower().split()
    known = rule == "minutes:and-will" or words[-1] in UNIT_HEADS or words[-1] in COLLECTIVES
    if not known or "for" in words or match["v"] not in VERBS or not is_actor(match["who"], people=True):
        return []
    return read_row(rule, sentence, match, base)


def read_undone(rule: str, sentence: str, match: re.Match[str], base: int) -> list[Item]:
    """What is to be done to a thing: a promise when it "will be", advice when it "should be"."""
    if not is_undone(rule, match):
        return []
    said = sentence[match.end("np") : match.end()].split()[0] if rule == "minutes:passive" else ""
    strength = UNDONE.get(said, "mandatory")
    return [replace(item, strength=strength) for item in read_need(rule, sentence, match, base)]


SITTING = pattern(
    r" (?:the |this |our |all )?(?:[a-z]+ ){0,2}(?:meeting|hearing|session|floor|nominations|minutes|bills"
    r"|claims|disbursements|payroll|vouchers|checks)\b"
)
"""What a motion may close or resume without anybody having to do anything after the vote."""
READERS: dict[str, Callable[[str, str, re.Match[str], int], list[Item]]] = {
    "minutes:resolved": read_resolved,
    "minutes:motion-that": read_resolved,
    "modal:will": read_will,
    "minutes:motion": read_motion,
    "minutes:bare": read_bare,
    "minutes:order": read_bare,
    "minutes:officers": read_officers,
    "minutes:and-will": read_officers,
    "minutes:needs": read_need,
    "minutes:due": read_need,
    **{rule.name: read_undone for rule in PASSIVE_ROWS},
}
