"""A measure made of a duty: its deadlines, units, object, addressee, and the duties nested inside it.

In: a `Found` duty and the sentence it stands in. Out: a `FoundMeasure` appended to the page. Order: a duty
with two dates becomes two measures, then each is made, then what is nested in it. Who is bound has been
decided before.
"""

import re
from typing import Literal

from msgspec.structs import replace

from milepost.ledger.records import Named
from milepost.reading.english.actors import Names, defined_titles, find_names
from milepost.reading.english.chunks import Subject, find_subject, find_verb
from milepost.reading.english.deadlines import Clock, Timed, find_deadlines
from milepost.reading.english.frames import Found, Frame
from milepost.reading.english.modals import to_verb_after
from milepost.reading.english.nonduties import is_actor, product_terms
from milepost.reading.english.plain_duties import NOT_BEFORE, base_of
from milepost.reading.english.recurrence import find_recurring
from milepost.reading.english.relations import find_support
from milepost.reading.english.tenor import tenor_of
from milepost.reading.english.titles import action_of, object_of, output_of
from milepost.reading.english.words import VERBS
from milepost.reading.patterns import pattern
from milepost.reading.records import DocumentFacts, FoundMeasure, NamedUnit, SetAsideFound

NESTED = pattern(r"\b(?:that|which|who),? (?P<m>shall|must|will|is to|are to)\b")
"""A relative clause that binds: "a Panel that shall, within 200 days of its creation, draft a plan"."""
FOUNDING = frozenset(
    """appoint constitute convene create designate engage establish form hire name nominate organise organize
    recruit select""".split()
)
SECOND_DATE = pattern(
    r"(?:,|;)? and,? (?:subsequently,? |later,? )?(?P<d>within|no later than|not later than"
    r"|by) [^,]{4,80}, (?P<v>[a-z]+) "
)
SECOND_WORDS = tuple(
    f" and{comma} {word}" for comma in ("", ",") for word in ("within", "no", "by", "subsequently", "later")
)
REQUIRING = pattern(
    r"\brequiring (?P<who>(?:each|all|every|any|the|[a-z]+)\s[^,;]{2,60}?|[a-z]+s"
    r"|[A-Z][^,;]{2,60}?) to (?P<v>[a-z]+) [^.;]{0,80}?\b(?:by|before|no later than|within) "
    r"(?:\d|[A-Z]|the end)"
)
ADDRESSING = pattern(
    r"(?:further )?(?:direct|require|instruct|encourage|order|ask|request|task|ensure|invite"
    r"|urge)\s+(?P<that>that )?(?:all )?",
    ignore_case=True,
)
STATES = frozenset("is are has have be was were can may must will shall should remains remain".split())
REFRAINS = pattern(r"(?:refrain|desist) from\b|Do not\b|Never\b|do not\b")
"""Verb phrases that forbid by themselves."""
INNER_WORDS = (
    "that shall",
    "that must",
    "that will",
    "which shall",
    "which must",
    "which will",
    "who shall",
    "requiring ",
)
VAGUE = ("deadline:at-once", "deadline:soon", "deadline:open")
"""Deadlines that stand behind one with a number: "without undue delay and within 10 days"."""


class Page:
    """A text being read: its rules of time, and the measures and sentences set aside so far."""

    def __init__(self, text: str, facts: DocumentFacts, clock: Clock) -> None:
        self.text = text
        self.kind = facts.kind
        self.facts = facts
        self.tenor = tenor_of(text, facts.kind)
        self.clock = clock
        self.measures: list[FoundMeasure] = []
        self.set_aside: list[SetAsideFound] = []
        self.last_agent: tuple[NamedUnit, ...] = ()
        self.piece_first = 0
        self.products = product_terms(text)
        self.speaker: tuple[NamedUnit, ...] = ()
        self.full_titles: dict[str, NamedUnit] = {}
        self.defined_titles = defined_titles(text)

    def names(self, start: int, subject: Subject) -> Names:
        """The units of a subject."""
        return find_names(self.text, [(a + start, b + start) for a, b in subject.parts])

    def via(self, start: int, duty: Found) -> tuple[NamedUnit, ...]:
        """Through whom the lead acts."""
        areas = [area for area in duty.around if area.kind == "via"]
        found: list[NamedUnit] = []
        for area in areas[:1]:
            words = self.text[start + area.start : start + area.end]
            at = start + area.start + words.find("through ") + 8
            found += find_names(self.text, [(at, start + area.end)]).units
        return tuple(found)

    def add(
        self,
        base: int,
        sentence: str,
        duty: Found,
        above: Frame,
        level: Literal["main", "sub", "nested"] = "main",
    ) -> None:
        """Make a measure of a duty; `sentence` begins at `base` of the text."""
        second = (
            SECOND_DATE.search(sentence, min(duty.verb, len(sentence)), duty.end)
            if level != "nested" and any(map(sentence.__contains__, SECOND_WORDS))
            else None
        )
        if second and second["v"] in VERBS:
            later = replace(
                duty,
                start=base + second.start("d"),
                verb=second.start("v"),
                extra=(*duty.extra, "second"),
                around=(),
            )
            self.add_one(base, sentence, replace(duty, end=second.start()), above, level)
            self.add_one(base, sentence, later, above, level)
            return
        self.add_one(base, sentence, duty, above, level)

    def add_one(
        self, base: int, sentence: str, duty: Found, above: Frame, level: Literal["main", "sub", "nested"]
    ) -> None:
        """Append the measure of one duty, with its deadlines, units and reasons."""
        verb, end = base + duty.verb, base + duty.end
        inherits = duty.roles == "inherited" and duty.mark.rule != "imperative"
        opening = 0 if duty.start == base else duty.start - base
        timed = find_deadlines(self.text, base + opening, max(end, base + opening), self.clock)
        inner = (
            None
            if level == "nested" or not any(map(sentence.__contains__, INNER_WORDS))
            else self.relative_duty(base, sentence, duty)
            or REQUIRING.search(sentence, min(duty.verb, duty.end), duty.end)
        )
        if inner:
            timed = [one for one in timed if one.deadline.span[0] < base + inner.start()]
        handed = above.deadlines if inherits or above.mode == "frame" else ()
        timed.sort(key=lambda one: one.rule in VAGUE)
        own = timed or list(handed) or self.of_whole(duty, level)
        support, is_open = find_support(
            self.text, base, sentence, duty.around, min(duty.verb, duty.end), duty.end
        )
        support = [*duty.support, *support]
        if level == "main" and (inherits or above.mode == "frame"):
            known = {unit.name for unit in support}
            support = [unit for unit in above.support if unit.name not in known] + support
        recurring = find_recurring(self.text, base + opening, end) or (
            above.recurring if inherits and not timed else None
        )
        because = [duty.mark.rule, *duty.extra, *(one.rule for one in own[:1])]
        lead = list(duty.lead)
        taken = {unit.span for unit in lead}
        passive = "passive" in duty.extra
        due = own[0].deadline.span if own else None
        named = subject_object(self.text, base, duty) if passive else object_of(self.text, verb, end)
        refrains = duty.mark.polarity == "refrain" or REFRAINS.match(self.text, verb, end) is not None
        action = ("" if passive else action_of(self.text, verb, end, due)) or action_of(
            self.text, duty.start, end, due
        )
        if refrains and not passive:
            action = forbidden(action)
        via = list(self.via(base, duty)) or list(above.via if inherits else ())
        self.measures.append(
            FoundMeasure(
                id=f"m{len(self.measures) + 1}",
                span=(duty.start, max(end, duty.start + 1)),
                action=action,
                object=named,
                level=level,
                parent=above.parent
                if level == "sub"
                else (self.measures[-1].id if level == "nested" and self.measures else None),
                strength=duty.mark.strength,
                polarity="refrain" if refrains else "do",
                lead=lead,
                support=[unit for unit in support if unit.span not in taken],
                via=via,
                addressee=list(self.addressee(base, sentence, duty))
                or list(above.addressee if inherits else ()),
                roles="none" if not lead else "inherited" if inherits else "marked",
                open_list=is_open or duty.is_open,
                deadline=own[0].deadline if own else None,
                other_deadlines=[one.deadline for one in own[1:]],
                recurring=recurring,
                output=output_of(named),
                because=list(dict.fromkeys(because)),
            )
        )

    def of_whole(self, duty: Found, level: str) -> list[Timed]:
        """A part has the deadline of the measure it spells out."""
        if level != "sub" or len(self.measures) <= self.piece_first or duty.roles == "inherited":
            return []
        deadline = self.measures[-1].deadline
        return [Timed("deadline:of-whole", deadline)] if deadline else []

    def addressee(self, base: int, sentence: str, duty: Found) -> tuple[NamedUnit, ...]:
        """Whom the lead has to direct, require or encourage: "shall direct the Council to assess needs"."""
        found = ADDRESSING.match(sentence, min(duty.verb, duty.end), duty.end)
        if found is None:
            return ()
        if found["that"]:
            until = embedded_verb(sentence, found.end(), duty.end)
        else:
            to = to_verb_after(sentence, found.end(), duty.end)
            until = to[0] if to else found.end()
        if until <= found.end():
            return ()
        subject = find_subject(sentence, found.end(), until)
        return (
            self.names(base, subject).units
            if subject
            else find_names(self.text, [(base + found.end(), base + until)]).units
        )

    def add_required(self, base: int, sentence: str, duty: Found) -> None:
        """The duty of another party inside a product: "issue rules requiring each office to switch by 30
        September"."""
        found = REQUIRING.search(sentence, min(duty.verb, duty.end), duty.end)
        if found is None:
            return
        names = find_names(self.text, [(base + found.start("who"), base + found.end("who"))])
        nested = Found(
            mark=duty.mark,
            start=base + found.start("who"),
            verb=found.start("v"),
            end=duty.end,
            lead=names.units,
            around=(),
            extra=("nested",),
        )
        self.add(base, sentence, nested, Frame(), level="nested")

    def relative_duty(self, base: int, sentence: str, duty: Found) -> re.Match[str] | None:
        """The relative clause that binds a body which the duty sets up, and that has its own date."""
        found = NESTED.search(sentence, min(duty.verb, duty.end), duty.end)
        if found is None or not self.antecedent(base, sentence, duty, found.start()):
            return None
        founds = sentence[duty.verb :].split(" ", 1)[0].strip(",").lower() in FOUNDING
        ends = (base + found.end(), base + duty.end)
        timed = find_deadlines(self.text, *ends, self.clock) or find_recurring(self.text, *ends)
        return found if timed and (founds or "creation" in sentence or "establishment" in sentence) else None

    def antecedent(self, base: int, sentence: str, duty: Found, at: int) -> tuple[NamedUnit, ...]:
        """The body before a relative clause: its last noun phrase with an article."""
        before = sentence[duty.verb : at].rstrip(" ,")
        place = max(before.rfind(f" {word} ") for word in ("a", "an", "the"))
        if place < 0:
            return ()
        return find_names(self.text, [(base + duty.verb + place + 1, base + duty.verb + len(before))]).units

    def add_nested(self, base: int, sentence: str, duty: Found) -> None:
        """A duty in a relative clause that has its own date: "a panel that shall, within 90 days of its
        creation, …"."""
        if not any(map(sentence.__contains__, INNER_WORDS)):
            return
        found = self.relative_duty(base, sentence, duty)
        if found is None:
            self.add_required(base, sentence, duty)
            return
        units = self.antecedent(base, sentence, duty, found.start())
        verb, _ = find_verb(sentence, found.end("m"), duty.end)
        nested = Found(
            mark=duty.mark,
            start=base + found.start("m"),
            verb=verb,
            end=duty.end,
            lead=units,
            around=(),
            extra=("nested",),
        )
        self.add(base, sentence, nested, Frame(), level="nested")


def embedded_verb(sentence: str, start: int, end: int) -> int:
    """Where the verb of "that the Rail Office drafts a plan" begins; `start` where nobody acts there."""
    at, last = start, ""
    for word in sentence[start : min(end, start + 160)].split(" "):
        plain = last not in NOT_BEFORE and bool(last)
        if plain and word in STATES:
            return start
        if plain and (base_of(word) or word in VERBS) and is_actor(sentence[start:at].strip()):
            return at
        if word:
            last = word.strip(",").lower()
        at += len(word) + 1
    return start


def forbidden(action: str) -> str:
    """The action of a prohibition with its "not": "not begin dredging"; "refrain from" says it itself."""
    for opener in ("Do not ", "do not ", "Never "):
        action = action.removeprefix(opener)
    return action if action.lower().startswith(("not ", "refrain ", "desist ")) else f"not {action}"


def subject_object(text: str, base: int, duty: Found) -> Named | None:
    """What a passive duty is about: its grammatical subject."""
    start, end = duty.start, base + duty.mark.start
    words = text[start:end].strip(" ,")
    if len(words) > 90:
        return None
    at = text.index(words, start) if words else start
    return Named(text=" ".join(words.split()), span=(at, at + len(words))) if words else None
