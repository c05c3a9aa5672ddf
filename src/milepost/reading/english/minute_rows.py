"""The rows by which a sentence of minutes is read, and the readers that turn a match into items.

In: a masked sentence and the match of a row. Out: `Item`s: who, from where to where, and where the verb
begins; none where the row fired on a thing or an event. Measures are made of items in `minutes`.
"""

import re
from collections.abc import Callable
from itertools import islice

from msgspec import Struct
from msgspec.structs import replace

from milepost.ledger.origins import Span
from milepost.ledger.records import Strength
from milepost.reading.english.chunks import find_verb
from milepost.reading.english.dates import MONTH
from milepost.reading.english.directions import subjunctive
from milepost.reading.english.minute_passives import PROCEDURE, is_undone
from milepost.reading.english.minute_passives import ROWS as PASSIVE_ROWS
from milepost.reading.english.nonduties import is_actor, judge
from milepost.reading.english.words import UNIT_HEADS, VERBS
from milepost.reading.patterns import Rule, pattern

NAME = (
    r"(?:(?:Cllrs?|Mr|Mrs|Ms|Dr|Chief|Chair|Clerk|Supervisor|Treasurer|Deputy|Supt|Atty|Trustee"
    r"|Mayor|Attorney|Selectman|Selectwoman|Superintendent|Engineer|Officer|Rev|Capt|Sgt|Comm"
    r"|Councillor)\.? )?[A-Z][\w’'-]*(?: (?:[A-Z][\w’'.-]*|and|&|of|de|van))*"
)
COLLECTIVES = tuple(
    "renters residents supervisors trustees councillors volunteers owners tenants users parents employees "
    "officers drivers".split()
)
WHO = (
    rf"(?:(?:[Tt]he|[Aa]ll|[Ee]ach) [\w’'-]+(?: [\w’'-]+){{0,4}}?|{NAME}"
    rf"|[A-Z][a-z]+s? who [a-z ]{{3,40}}?|[Ss]taff|[Mm]embers"
    rf"|(?i:{'|'.join(COLLECTIVES)})|[Aa]nyone(?: [a-z]+)?"
    rf"|[Tt]hey|[Hh]e|[Ss]he|[Ww]e)"
)
TO_DO = r"(?P<v>[a-z]+)"
TOPIC = r"(?:[A-Z][^,;:–—]{2,50}(?: ?[:–—]| -) )?"
"""A topic printed before a sentence: "Bandstand roof: …"."""
OPENING = r"(?:[A-Z][a-z]+ [^;:.]{2,60}, )?"
"""A phrase before the subject: "After discussion, …"."""
ROWS = (
    Rule(
        "minutes:resolved",
        pattern(
            r"\b(?:RESOLVED|Resolved|It was (?:further )?(?:resolved|agreed|decided|determined))(?: "
            r"unanimously)?\s*[:,]?\s*(?P<that>that\s)"
        ),
    ),
    Rule(
        "minutes:motion-that",
        pattern(rf"^{TOPIC}(?:(?:A )?[Mm]otion\b|{NAME} moved)[^.;]*?\s(?P<that>that\s)(?:the |[A-Z])"),
    ),
    Rule(
        "minutes:recommended",
        pattern(
            r"\b[Ii]t was (?:recommended|suggested|proposed) that\s+(?P<who>[^,.;]{2,80}?) should "
            r"(?P<v>\w+)"
        ),
    ),
    Rule(
        "minutes:directed",
        pattern(
            rf"^(?P<by>{WHO}) (?:directed|asked|instructed|requested|tasked|told|wants?|authorized|authorised) "
            rf"(?P<who>{WHO}) to {TO_DO}"
        ),
    ),
    Rule(
        "minutes:was-asked",
        pattern(
            rf"^(?P<who>{WHO}) (?:was|were|is|are) (?:asked|directed|instructed|requested|authorized"
            rf"|authorised|tasked|told) to {TO_DO}"
        ),
    ),
    Rule(
        "minutes:constituted",
        pattern(
            r"\b(?:constituted|established|set up|formed|appointed) (?P<who>(?:a|an) "
            r"[^.;]{3,90}?(?:,? (?:headed|chaired|led) by [^.;]{3,60}?)?) to (?P<v>[a-z]+)"
        ),
    ),
    Rule(
        "minutes:decided",
        pattern(
            rf"^{TOPIC}{OPENING}(?P<who>{WHO}) (?:have |has )?(?:decided|voted|resolved|chose|elected) to "
            rf"(?:only )?{TO_DO}"
        ),
    ),
    Rule(
        "minutes:resolved-to",
        pattern(
            r"\b(?:[Ii]t was (?:further |also )?(?:resolved|agreed|decided)|RESOLVED|Resolved|AGREED|Agreed"
            r"|(?:[Tt]he |[Bb]oard )?[Cc]onsensus(?: of (?:the )?\w+)? (?:was|is)"
            r"|[Ii]t was the consensus(?: of (?:the )?\w+)?)(?: unanimously)?:? to "
            r"(?P<v>[a-z]+)"
        ),
    ),
    Rule(
        "modal:agreed",
        pattern(
            rf"(?:^|[,;:.–—]\s|\s-\s|\b(?:and|but|so)\s"
            rf"|^(?:Because|Due|Since|Given|After|In)\s[\w ]{{5,70}}\s)"
            rf"(?P<who>{NAME}|[Tt]he [\w ]{{2,40}}?|[Ss]taff|she|he|they|we) (?:has "
            rf"|have )?(?:agreed|offered|volunteered|undertook|undertakes|agrees|promised) to {TO_DO}"
        ),
    ),
    Rule(
        "minutes:initials",
        pattern(
            rf"(?:^(?:(?:ACTION|Action|Actions)?\s*[:–-]?\s*|{TOPIC})|[,;] (?:and )?)"
            rf"(?P<who>[A-Z]{{2,3}}(?:\s?[/&,]\s?[A-Z]{{2,3}})*|{NAME}|[Aa]ll"
            rf"|[Ss]taff|The [a-z]+(?: [a-z]+)?) (?:is |are )?to {TO_DO}"
        ),
    ),
    Rule("minutes:action", pattern(rf"^(?:ACTION|Action)s?\s*[:–-]\s*(?P<who>{NAME})?\s*[:–-]?\s*{TO_DO}\b")),
    Rule(
        "minutes:motion-directs",
        pattern(
            rf"^{TOPIC}(?:(?:A )?[Mm]otion\b|Moved\b|On a motion|On motion|{NAME} (?:moved|made a motion"
            rf"|motioned))[^.;]*?\bto (?:direct|instruct|authori[sz]e|have|ask|request) (?P<who>{WHO}) "
            r"(?:to )?(?P<v>[a-z]+)"
        ),
    ),
    Rule(
        "minutes:motion",
        pattern(
            rf"^{TOPIC}(?:(?:A )?[Mm]otion\b|Moved\b|It was moved|On a motion|On motion|{NAME} (?:moved"
            r"|made a motion|motioned))[^.;]*?\bto (?P<v>[a-z]+)\b(?P<what>[^.;]*)"
        ),
    ),
    Rule(
        "minutes:agreed-name",
        pattern(
            rf"\b[Ii]t was (?:also |further |then )?(?:agreed|decided|determined|suggested|decided on) "
            rf"(?:that )?(?P<who>{WHO}) (?:would|will|should|shall|is to|are to) {TO_DO}"
        ),
    ),
    Rule(
        "minutes:for-name",
        pattern(
            rf"\b(?:[Cc]onsensus|[Ii]t was (?:agreed|decided)|[Mm]otion)\b[^.;]*? for (?P<who>{WHO}) "
            rf"to {TO_DO}"
        ),
    ),
    Rule(
        "modal:will",
        pattern(
            rf"(?:^|[,;:.–—]\s|\s-\s|\b(?:and|but|so|then|that|reports?|reported|said|says|noted|stated"
            rf"|advised|thinks)\s)(?P<if>(?:if|when|once) [^,;.]{{4,60}}? )?(?P<who>{WHO}),? (?:will"
            rf"|shall|must|would|should) (?:also |then |still |again |now |have to |need to )?{TO_DO}"
        ),
    ),
    Rule(
        "minutes:has-to",
        pattern(
            rf"^{TOPIC}(?P<who>{WHO}) (?:(?:still )?(?:needs?|ha[sv]e?)|is going|are going|plans?"
            rf"|intends?|ha(?:s|ve) until [^,;.]{{3,25}}?) to "
            rf"(?:also )?{TO_DO}"
        ),
    ),
    Rule(
        "minutes:bare",
        pattern(
            rf"^{TOPIC}(?:Also |Still |We )?(?:[Nn]eeds? to|Will|[Pp]lans? to|Going to|Have to) (?:also )?"
            rf"{TO_DO}"
        ),
    ),
    Rule(
        "minutes:order",
        pattern(
            r"^(?P<v>Contact|Check|Call|Ask|Order|Get|Send|Find|Fix|Put|Remind|Talk|Look|Write|Buy|Have|Post) "
            r"(?:the|a|an|with|about|out|into|our|all|new|more|up|[A-Z][a-z]+) "
        ),
    ),
    Rule(
        "minutes:officers",
        pattern(rf"^{TOPIC}(?P<who>[A-Z][a-z]+ (?:[a-z]+ ){{0,2}}?[a-z]+) to {TO_DO}"),
    ),
    Rule(
        "minutes:and-will",
        pattern(
            rf"^(?P<who>{WHO}) [^,;.]{{3,90}}? and (?:will|would|(?:is|are) going to|plans? to) (?:also )?{TO_DO}"
        ),
    ),
    Rule(
        "minutes:needs",
        pattern(
            r"^(?P<np>[^,;.]{4,110}?) (?:still )?needs? (?:to (?:be|come|go|get) \w+"
            r"|(?:[a-z]+ ){1,3}\w+ed[.;]?$|repairs?[.;]?$|attention[.;]?$)"
        ),
    ),
    Rule(
        "minutes:due",
        pattern(
            rf"^(?P<np>[^,;.]{{4,90}}?) (?:is|are) due (?:(?:to|at|in) [^,;.]{{2,40}}? )?(?:by|on|in|before) "
            rf"(?:\d|{MONTH}|the )"
        ),
    ),
    *PASSIVE_ROWS,
)
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
WORDS = {
    "minutes:resolved": ("that",),
    "minutes:motion-that": ("that",),
    "minutes:recommended": ("should",),
    "minutes:directed": (" to ",),
    "minutes:was-asked": (" to ",),
    "minutes:constituted": (" to ",),
    "minutes:decided": (" to ",),
    "minutes:resolved-to": (" to ",),
    "modal:agreed": (" to ",),
    "minutes:initials": (" to ",),
    "minutes:action": ("Action", "ACTION"),
    "minutes:motion-directs": ("otion", "oved"),
    "minutes:motion": ("otion", "oved"),
    "modal:will": ("will", "shall", "must", "would", "should"),
    "minutes:has-to": (" to ",),
    "minutes:needs": ("need",),
    "minutes:due": (" due ",),
    "minutes:to-be": ("to be ",),
    "minutes:agreed-name": ("t was ",),
    "minutes:for-name": (" for ",),
    "minutes:bare": (" to ", "Will "),
    "minutes:officers": (" to ",),
    "minutes:and-will": (" and ",),
    "minutes:no": ("No ", " no "),
    "minutes:may-not": ("not be ",),
    "minutes:passive": ("be ", "get ", "remain ", "stay "),
    "minutes:closed": (" until ", " till "),
}
"""A row runs only where one of its words stands: looking for plain words is far cheaper than a pattern."""
NO_VERB = frozenset(
    "that should would could shall must can did not said went got took gave made told spoke sent "
    "thought felt left met kept held ran paid bought read saw "
    "is are be been being were did does annual monthly next last new old and or "
    "the a an to of for on in at with was had has may not who will no none by from".split()
)
STATES = ("be", "have", "need", "cost", "allow", "remain", "not", "never", "no")
READY = pattern(
    r" (?:the|an?|it|them|his|her|their)\b[\w ]{0,40} (?:ready|done|finished|available|\w{3,}ed)\b"
)
"""What follows "will have" in a promise: "the report ready", "the roof repaired"."""
DOING = pattern(r"\s+[a-z]+ing\b")
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
    "minutes:agreed-name": "commitment",
    "minutes:and-will": "commitment",
}
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
    if (
        who_is_nobody(match)
        or ("who" in match.re.groupindex and (match["who"] or "").endswith((" have", " has", " is", " are")))
    ):
        return []
    if (rule == "minutes:has-to" and not is_actor(match["who"], people=True)):
        return []
    named = (
        rule
        in (
            "modal:agreed",
            "minutes:was-asked",
            "minutes:directed",
            "minutes:initials",
            "minutes:decided",
            "minutes:has-to",
            "minutes:motion-directs",
            "minutes:agreed-name",
            "minutes:for-name",
        )
        and verb != "be"
    )
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
    trigger = (base + match.start("if"), base + match.end("if") - 1) if match["if"] else None
    return [Item(rule, base + start, base + at, base + end, place, strength, trigger)]


def read_need(rule: str, sentence: str, match: re.Match[str], base: int) -> list[Item]:
    """A thing that needs doing, or is due, without anybody named."""
    owner = TAIL_INITIALS.search(sentence, match.end())
    who = (base + owner.start("who"), base + owner.end("who")) if owner else None
    end = owner.start() if owner else ending(sentence)
    return [Item(rule, base, base, base + end, who)]


def read_motion(rule: str, sentence: str, match: re.Match[str], base: int) -> list[Item]:
    """What a motion wants done; what the vote itself does ("to approve", "to close the hearing") is over."""
    if match["v"] in PROCEDURE or match["v"] not in VERBS or SITTING.match(match["what"]):
        return []
    return read_row(rule, sentence, match, base)


def read_bare(rule: str, sentence: str, match: re.Match[str], base: int) -> list[Item]:
    """ "Need to order salt", "Contact the county about the culvert": a note of what to do, for nobody named."""
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
    said = sentence[match.end("np") : match.end()].split()[0]
    strength: Strength = {"will": "commitment", "would": "commitment", "should": "advisory"}.get(
        said if rule == "minutes:passive" else "", "mandatory"
    )
    return [replace(item, strength=strength) for item in read_need(rule, sentence, match, base)]


SITTING = pattern(r" (?:the |this |our )?(?:[a-z]+ )?(?:meeting|hearing|session|floor|nominations|minutes)\b")
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
