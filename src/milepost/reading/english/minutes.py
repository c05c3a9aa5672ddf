"""Minutes and action lists: who agreed, was asked or is named to do what.

In: the text of minutes, its facts, and the stretches that fields and tables have read. Out: the measures
and what is set aside. Each row of `ROWS` reads one sentence; the first that fires wins. Past acts, reports
and notices of events make no measure; a mover is not the doer.
"""

import re
from collections import Counter
from typing import Literal

from msgspec.structs import replace

from milepost.ledger.origins import Span
from milepost.reading.english.actors import find_names
from milepost.reading.english.chunks import masked
from milepost.reading.english.confidence import confidence_of
from milepost.reading.english.dates import find_dates
from milepost.reading.english.deadlines import Clock, find_deadlines
from milepost.reading.english.frames import Duties
from milepost.reading.english.imperatives import binds
from milepost.reading.english.minute_items import Item, ending, plain_verb, read_rule
from milepost.reading.english.minute_rows import NAME, ROWS
from milepost.reading.english.near_dates import find_near
from milepost.reading.english.people import initials_of
from milepost.reading.english.pieces import Piece, pieces_of
from milepost.reading.english.recurrence import find_recurring
from milepost.reading.english.relations import find_support
from milepost.reading.english.sentences import sentences_of
from milepost.reading.english.titles import action_of, object_of, output_of
from milepost.reading.english.words import VERBS
from milepost.reading.patterns import pattern
from milepost.reading.records import (
    DocumentFacts,
    FoundDeadline,
    FoundMeasure,
    NamedUnit,
    Reason,
    SetAsideFound,
)

LIST_TOPIC = pattern(
    r"\b(?:review of duties|duties|action items?|actions?|assignments?|to.?do|tasks|next steps|follow.?up)\b",
    ignore_case=True,
)
NAME_VERB = pattern(
    r"(?:^|,\s*(?:and\s+)?|;\s*(?:and\s+)?|\band\s+)(?P<who>[A-Z][\w’'-]*(?: "
    r"[A-Z][\w’'-]*)?)(?:(?: to)? | ?[–:-] (?:to )?)(?P<v>[a-z]+)\b"
)
NAME_TASK = pattern(rf"(?P<who>{NAME}) ?[–:-] ?(?P<v>\S.{{5,}})")
"""A line under "To do" that gives somebody a thing: "Ann - insurance claim"."""
NAME_THING = pattern(r"(?:^|, (?:and )?)(?P<who>[A-Z][a-z]+) (?P<v>[a-z][^,]{2,60})")
AFTER_VERB = pattern(
    r" (?:the|a|an|to|with|on|up|out|about|for|his|her|their|it|back|into|off|over|all|more|new|our)\b"
)
CAPITALISED = pattern(r"[A-Z][\w’'-]*")
NO_NAME = frozenset("the a an it this that all no each there some any other".split())
OWNER_LINE = pattern(
    r"[*_]*(?:ACTION|Action|Owner|By)s?\s*[:–-]\s*(?P<who>[A-Z]{2,3}(?:\s?[/&,]\s?[A-Z]{2,3})*|"
    + NAME
    + r")[*_.]*$"
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
        self.named = Counter(CAPITALISED.findall(text))
        self.measures: list[FoundMeasure] = []
        self.set_aside: list[SetAsideFound] = []

    def read_piece(self, piece: Piece) -> None:
        """The sentences of a piece; an owner line names the lead of the measure before it."""
        owner = OWNER_LINE.match(self.text, piece.start, piece.end)
        if owner:
            self.own_before(owner.span("who"))
            return
        listed = bool(LIST_TOPIC.search(piece.heading)) and not piece.is_heading
        for start, end in sentences_of(self.text, piece.start, piece.end):
            items = self.name_list(start, end) if listed else []
            for item in items:
                self.add(item)
            if not items:
                self.read_sentence(start, end)

    def own_before(self, who: Span) -> None:
        """Give the last measure the owner printed after it."""
        if self.measures and not self.measures[-1].lead:
            before = self.measures.pop()
            because = [rule for rule in before.because if rule != "lead:none"] + ["minutes:owner"]
            self.measures.append(changed(before, self.units(who), because))

    def name_list(self, base: int, stop: int) -> list[Item]:
        """ "Ann call the county, Lee fix the sign": one item a name."""
        words = masked(self.text, base, stop)
        found = [
            m
            for m in NAME_VERB.finditer(words)
            if m["who"].split()[0].lower() not in NO_NAME
            and (m["v"] in VERBS or (plain_verb(m["v"]) and AFTER_VERB.match(words, m.end())))
        ]
        if (task := NAME_TASK.match(words)) and self.named[task["who"].split()[0]] > 1:
            found = [task]
        if not found or found[0].start() > 3:
            found = self.name_tasks(words)
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

    def name_tasks(self, words: str) -> list[re.Match[str]]:
        """ "Ann gutter and well, Lee key form": every part opens with the name of somebody in the minutes."""
        found = list(NAME_THING.finditer(words))
        named = all(self.named[match["who"]] > 1 for match in found)
        return found if named and len(found) == words.count(",") + 1 > 1 else []

    def read_sentence(self, start: int, end: int) -> None:
        """The measures of a sentence by the first row that fires."""
        sentence = masked(self.text, start, end)
        for rule in ROWS:
            items = read_rule(rule, sentence, start)
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
        near = None if timed else find_near(self.text, item.verb, item.end, self.clock.today)
        deadlines = [one.deadline for one in timed] + ([near] if near else [])
        if item.trigger:
            words = self.text[slice(*item.trigger)]
            deadlines.insert(
                0,
                FoundDeadline(
                    text=words,
                    span=item.trigger,
                    kind="event",
                    anchor=words.split(" ", 3 if words.startswith(("As soon", "as soon")) else 1)[-1],
                ),
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


def changed(measure: FoundMeasure, lead: list[NamedUnit], because: list[str]) -> FoundMeasure:
    """A measure with the owner found after it."""
    return replace(
        measure,
        lead=lead,
        roles="marked" if lead else "none",
        because=because,
        confidence=confidence_of(because),
    )


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
