"""Minutes and action lists: who agreed, was asked or is named to do what.

In: the text of minutes, its facts, and the stretches that fields and tables have read. Out: the measures
and what is set aside. Each row of `ROWS` reads one sentence; the first that fires wins. Past acts, reports
and notices of events make no measure; a mover is not the doer.
"""

import re
from collections.abc import Callable
from typing import Literal

from msgspec import Struct
from msgspec.structs import replace

from milepost.ledger.origins import Span
from milepost.ledger.records import Strength
from milepost.reading.english.actors import find_names
from milepost.reading.english.chunks import find_verb, masked
from milepost.reading.english.confidence import confidence_of
from milepost.reading.english.dates import MONTH, find_dates
from milepost.reading.english.deadlines import Clock, find_deadlines, find_recurring
from milepost.reading.english.directions import subjunctive
from milepost.reading.english.frames import Duties
from milepost.reading.english.imperatives import binds
from milepost.reading.english.nonduties import is_actor, judge
from milepost.reading.english.people import initials_of
from milepost.reading.english.pieces import Piece, pieces_of
from milepost.reading.english.relations import find_support
from milepost.reading.english.sentences import sentences_of
from milepost.reading.english.titles import action_of, object_of, output_of
from milepost.reading.english.words import VERBS
from milepost.reading.patterns import Rule, pattern
from milepost.reading.records import (
    DocumentFacts,
    FoundDeadline,
    FoundMeasure,
    NamedUnit,
    Reason,
    SetAsideFound,
)

NAME = (
    r"(?:(?:Cllrs?|Mr|Mrs|Ms|Dr|Chief|Chair|Clerk|Supervisor|Treasurer|Deputy"
    r"|Councillor)\.? )?[A-Z][\w’'-]*(?: (?:[A-Z][\w’'.-]*|and|&|of|de|van))*"
)
WHO = (
    rf"(?:(?:[Tt]he|[Aa]ll|[Ee]ach) [\w’'-]+(?: [\w’'-]+){{0,4}}?|{NAME}|[Ss]taff|[Mm]embers"
    rf"|[Tt]hey|[Hh]e|[Ss]he|[Ww]e)"
)
TO_DO = r"(?P<v>[a-z]+)"

ROWS = (
    Rule(
        "minutes:resolved",
        pattern(
            r"\b(?:RESOLVED|Resolved|It was (?:further )?(?:resolved|agreed|decided|determined))(?: "
            r"unanimously)?\s*:?\s*(?P<that>that\s)"
        ),
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
            rf"^(?P<by>{WHO}) (?:directed|asked|instructed|requested|tasked|authorized|authorised) "
            rf"(?P<who>{WHO}) to {TO_DO}"
        ),
    ),
    Rule(
        "minutes:was-asked",
        pattern(
            rf"^(?P<who>{WHO}) (?:was|were|is|are) (?:asked|directed|instructed|requested|authorized"
            rf"|authorised|tasked) to {TO_DO}"
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
        pattern(rf"^(?P<who>{WHO}) (?:have |has )?(?:decided|voted|resolved) to (?:only )?{TO_DO}"),
    ),
    Rule(
        "modal:agreed",
        pattern(
            rf"(?:^|[,;.]\s|\b(?:and|but|so)\s)(?P<who>{NAME}|[Tt]he [\w ]{{2,40}}?|[Ss]taff) (?:has "
            rf"|have )?(?:agreed|offered|volunteered|undertook|undertakes|agrees|promised) to {TO_DO}"
        ),
    ),
    Rule(
        "minutes:initials",
        pattern(
            rf"^(?:ACTION|Action"
            rf"|Actions)?\s*[:–-]?\s*(?P<who>[A-Z]{{2,3}}(?:\s?[/&,]\s?[A-Z]{{2,3}})*|{NAME}|[Aa]ll"
            rf"|[Ss]taff|The [a-z]+(?: [a-z]+)?) (?:is |are )?to {TO_DO}"
        ),
    ),
    Rule("minutes:action", pattern(rf"^(?:ACTION|Action)s?\s*[:–-]\s*(?P<who>{NAME})?\s*[:–-]?\s*{TO_DO}\b")),
    Rule(
        "minutes:motion",
        pattern(
            r"^(?:(?:A )?[Mm]otion (?:was )?(?:made )?(?:by|to)|Moved by|On a motion)[^.;]*?\bto "
            r"(?P<v>hire|purchase|buy|send|contract|install|repair|replace|advertise|post|publish"
            r"|order|write|request|obtain|seek|direct|prepare|draft|contact)\b"
        ),
    ),
    Rule(
        "modal:will",
        pattern(
            rf"(?:^|[,;.]\s|\b(?:and|but|so|then|that|reports?|reported|said|says|noted|stated"
            rf"|advised|thinks)\s)(?P<if>(?:if|when|once) [^,;.]{{4,60}}? )?(?P<who>{WHO}),? (?:will"
            rf"|shall|must|would|should) (?:also |then )?{TO_DO}"
        ),
    ),
    Rule("minutes:needs", pattern(r"^(?P<np>[^,;.]{4,110}?) (?:needs?|still needs?) to be \w+")),
    Rule(
        "minutes:due",
        pattern(
            rf"^(?P<np>[^,;.]{{4,90}}?) (?:is|are) due (?:to [^,;.]{{2,40}}? )?(?:by|on|in|before) "
            rf"(?:\d|{MONTH}|the )"
        ),
    ),
    Rule(
        "minutes:to-be",
        pattern(r"^(?P<np>[A-Z][^,;.:]{3,80}?) to be (?P<v>\w+ed|sent|bought|done|built|made|put)\b"),
    ),
)
LIST_TOPIC = pattern(
    r"\b(?:review of duties|duties|action items?|actions?|assignments?|to.?do|tasks|next steps|follow.?up)\b",
    ignore_case=True,
)
NAME_VERB = pattern(
    r"(?:^|,\s*(?:and\s+)?|;\s*(?:and\s+)?|\band\s+)(?P<who>[A-Z][\w’'-]*(?: "
    r"[A-Z][\w’'-]*)?)(?: to| will)? (?P<v>[a-z]+)\b"
)
OWNER_LINE = pattern(
    r"[*_]*(?:ACTION|Action|Owner|By)s?\s*[:–-]\s*(?P<who>[A-Z]{2,3}(?:\s?[/&,]\s?[A-Z]{2,3})*|"
    + NAME
    + r")[*_.]*$"
)
TAIL_INITIALS = pattern(
    r"(?:…|\.{3,}|\s{2,}|\s[–-]\s|\[|\()\s*(?P<who>[A-Z]{2,3}(?:\s?[/&,]\s?[A-Z]{2,3})*)[\])]?\s*$"
)
SKIP: tuple[tuple[str, Reason], ...] = (
    (r"\b(?:[Aa]ction complete|[Nn]o further action)", "reported"),
    (
        r"^[^.]{0,60}\b(?:reported|reports|noted|thanked|had|advised|explained|updated|stated"
        r"|informed|commented)\b",
        "reported",
    ),
    (r"^[^.]{0,40}\bmay\b", "permission"),
)
SKIPS = tuple((pattern(text), reason) for text, reason in SKIP)
NEXT_MEETING = pattern(r"(?i)\bnext (?:\w+ )?meeting\b[^.\n]{0,60}")
AND_THAT = pattern(r"(?:,|;)? (?:and )?that (?:the |Cllr|[A-Z])")
ON_DAY = pattern(
    rf"\bon (?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,? )?(?:the )?(?:{MONTH} \d{{1,2}}"
    rf"|\d{{1,2}}(?:st|nd|rd|th)? (?:of )?{MONTH})(?:,? \d{{4}})?"
)
NO_VERB = frozenset(
    "and or the a an to of for on in at with was had has may not who will no none by from".split()
)
DOING = pattern(r"\s+[a-z]+ing\b")
SAYS = pattern(
    rf"^(?P<who>{NAME}) (?:also )?(?:reports?|reported|said|says|stated|noted|advised"
    rf"|indicated|mentioned|added|explained)\b"
)
EVENT_HEADS = frozenset(
    (
        "meeting meetings event events session hearing truck election training report motion "
        "proposal decision plan needs"
    ).split()
)
STRENGTHS: dict[str, Strength] = {
    "modal:agreed": "commitment",
    "modal:will": "commitment",
    "minutes:recommended": "advisory",
}


class Item(Struct, frozen=True):
    """What a row found: who, from where to where, and where the verb begins."""

    rule: str
    start: int
    verb: int
    end: int
    who: Span | None
    strength: Strength = "mandatory"
    trigger: Span | None = None


def next_meeting(text: str, today: str | None) -> str | None:
    """The day of the next meeting where the minutes print it."""
    for found in NEXT_MEETING.finditer(text):
        dates = find_dates(text, *found.span(), today)
        if dates:
            return dates[0].date
    return None


class Reader:
    """Reads the minutes of one meeting."""

    def __init__(self, text: str, facts: DocumentFacts, clock: Clock) -> None:
        self.text = text
        self.clock = clock
        self.people = initials_of(text)
        self.measures: list[FoundMeasure] = []
        self.set_aside: list[SetAsideFound] = []

    def read_piece(self, piece: Piece) -> None:
        """The sentences of a piece; an owner line names the lead of the measure before it."""
        owner = OWNER_LINE.match(self.text, piece.start, piece.end)
        if owner:
            self.own_before(owner.span("who"))
            return
        spans = sentences_of(self.text, piece.start, piece.end)
        if LIST_TOPIC.search(piece.heading) and not piece.is_heading and (items := self.name_list(piece)):
            for item in items:
                self.add(item)
            return
        for start, end in spans:
            self.read_sentence(start, end)

    def own_before(self, who: Span) -> None:
        """Give the last measure the owner printed after it."""
        if self.measures and not self.measures[-1].lead:
            before = self.measures.pop()
            because = [rule for rule in before.because if rule != "lead:none"] + ["minutes:owner"]
            self.measures.append(changed(before, self.units(who), because))

    def name_list(self, piece: Piece) -> list[Item]:
        """ "Ann call the county, Lee fix the sign": one item a name."""
        base, words = piece.start, masked(self.text, piece.start, piece.end)
        found = [m for m in NAME_VERB.finditer(words) if m["v"] in VERBS or plain_verb(m["v"])]
        ends = [m.start() for m in found[1:]] + [ending(words)]
        if not found or found[0].start() > 3:
            return []
        return [
            Item(
                "minutes:names",
                base + m.start("who"),
                base + m.start("v"),
                base + end,
                (base + m.start("who"), base + m.end("who")),
            )
            for m, end in zip(found, ends, strict=True)
        ]

    def read_sentence(self, start: int, end: int) -> None:
        """The measures of a sentence by the first row that fires."""
        sentence = masked(self.text, start, end)
        for rule in ROWS:
            match = rule.pattern.search(sentence)
            items = READERS.get(rule.name, read_row)(rule.name, sentence, match, start) if match else []
            if items:
                for item in items:
                    self.add(item, sentence, start)
                return
        reason = next((reason for form, reason in SKIPS if form.search(sentence)), None)
        if binds(sentence) or reason == "reported":
            self.set_aside.append(SetAsideFound(span=(start, end), reason=reason or "reported"))

    def units(self, who: Span | None) -> list[NamedUnit]:
        """The people or units of a place; initials stand for people of the attendance list."""
        if who is None:
            return []
        found = []
        at = who[0]
        for part in re.split(r"\s?[/&,]\s?", self.text[slice(*who)]):
            start = self.text.index(part, at)
            at = start + len(part)
            if part in self.people:
                found.append(NamedUnit(name=self.people[part].name, span=(start, at)))
        return found or list(find_names(self.text, [who]).units)

    def add(self, item: Item, sentence: str = "", base: int = 0) -> None:
        """Make a measure of an item."""
        begin = item.trigger[1] if item.trigger else item.start
        timed = find_deadlines(self.text, begin, item.end, self.clock)
        deadlines = [one.deadline for one in timed] or self.on_day(item)
        if item.trigger:
            words = self.text[slice(*item.trigger)]
            deadlines.insert(
                0, FoundDeadline(text=words, span=item.trigger, kind="event", anchor=words.split(" ", 1)[1])
            )
        support, is_open = (
            find_support(self.text, base, sentence, (), item.verb - base, item.end - base)
            if sentence
            else ([], False)
        )
        lead = self.units(item.who)
        named = object_of(self.text, item.verb, item.end)
        because = [item.rule, *([] if lead else ["lead:none"]), *(one.rule for one in timed[:1])]
        roles: Literal["marked", "none"] = "marked" if lead else "none"
        self.measures.append(
            FoundMeasure(
                id=f"m{len(self.measures) + 1}",
                span=(item.start, item.end),
                action=action_of(self.text, item.verb, item.end, deadlines[0].span if deadlines else None)
                or action_of(self.text, item.start, item.end),
                object=named,
                output=output_of(named),
                strength=item.strength,
                lead=lead,
                support=support,
                roles=roles,
                open_list=is_open,
                deadline=deadlines[0] if deadlines else None,
                other_deadlines=deadlines[1:],
                recurring=find_recurring(self.text, item.start, item.end),
                confidence=confidence_of(because),
                because=because,
            )
        )

    def on_day(self, item: Item) -> list[FoundDeadline]:
        """In minutes "on February 6" says when a thing will be done."""
        found = ON_DAY.search(self.text, item.verb, item.end)
        if found is None:
            return []
        dates = find_dates(self.text, *found.span(), self.clock.today)
        return [
            FoundDeadline(
                text=found.group(), span=found.span(), kind="fixed", date=dates[0].date if dates else None
            )
        ]


def changed(measure: FoundMeasure, lead: list[NamedUnit], because: list[str]) -> FoundMeasure:
    """A measure with the owner found after it."""
    return replace(
        measure,
        lead=lead,
        roles="marked" if lead else "none",
        because=because,
        confidence=confidence_of(because),
    )


def who_is_nobody(match: re.Match[str]) -> bool:
    """Whether the words before the verb name a thing: "Motion to adjourn"."""
    who = match.groupdict().get("who")
    return bool(who) and who.split()[-1].lower() in EVENT_HEADS


def plain_verb(word: str) -> bool:
    """Whether a word after a name in a list of duties may be its verb ("Ann talk to …")."""
    return not word.endswith(("s", "ed", "ly", "ing")) and word not in NO_VERB


def ending(sentence: str) -> int:
    """The end of a sentence without its closing marks."""
    return len(sentence.rstrip(" .;,:\n"))


def read_row(rule: str, sentence: str, match: re.Match[str], base: int) -> list[Item]:
    """One item: the person of the row and its verb."""
    verb = match["v"].lower()
    if who_is_nobody(match):
        return []
    named = (
        rule in ("modal:agreed", "minutes:was-asked", "minutes:directed", "minutes:initials") and verb != "be"
    )
    who = match.span("who") if "who" in match.re.groupindex and match["who"] else None
    end = tail_cut(sentence, ending(sentence))
    if rule != "minutes:motion" and verb not in VERBS and not (named and plain_verb(verb)):
        return []
    place = (who[0] + base, who[1] + base) if who else None
    at = (
        match.start("who")
        if who and rule not in ("minutes:recommended", "minutes:directed")
        else match.start()
    )
    return [
        Item(
            rule,
            base + (0 if rule == "minutes:motion" else max(at, 0)),
            base + match.start("v"),
            base + end,
            place,
            STRENGTHS.get(rule, "mandatory"),
        )
    ]


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
        modal = WOULD.search(sentence, at, end)
        verb = modal.start("v") if modal else subjunctive(sentence, at + 5)
        if (
            verb is None
            or verb >= end
            or (modal and judge(sentence[at + 5 : modal.start()], sentence[verb:end]))
        ):
            continue
        who = (at + 5, modal.start() if modal else verb)
        commits = modal is not None and modal["m"] in ("would", "will")
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


WOULD = pattern(r" (?P<m>would|will|shall|should|must) (?P<v>[a-z]+)")


def read_will(rule: str, sentence: str, match: re.Match[str], base: int) -> list[Item]:
    """A promise in the text: the subject stands right before the modal and is somebody."""
    verb = match["v"].lower()
    doing = DOING.match(sentence, match.end("v")) if verb == "be" else None
    who = match["who"].strip()
    words = who.split()
    if (verb in ("be", "have", "need", "cost", "allow", "remain") and not doing) or not (
        is_actor(who, people=True) or words[0] in ("The", "the", "All", "all")
    ):
        return []
    if words[-1].lower() in EVENT_HEADS or (not doing and judge(who, sentence[match.start("v") :])):
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


READERS: dict[str, Callable[[str, str, re.Match[str], int], list[Item]]] = {
    "minutes:resolved": read_resolved,
    "modal:will": read_will,
    "minutes:needs": read_need,
    "minutes:due": read_need,
    "minutes:to-be": read_need,
}


def read_minutes(text: str, facts: DocumentFacts, clock: Clock, taken: list[Span]) -> Duties:
    """The measures of minutes outside the stretches already taken."""
    reader = Reader(text, facts, clock)
    covered = sorted(taken)
    at = 0
    for piece in pieces_of(text):
        while at < len(covered) and covered[at][1] <= piece.start:
            at += 1
        if piece.is_heading or (at < len(covered) and covered[at][0] <= piece.start):
            continue
        reader.read_piece(piece)
    return Duties(reader.measures, reader.set_aside)
