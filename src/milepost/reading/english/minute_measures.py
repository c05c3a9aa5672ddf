"""How an item of minutes becomes a measure: its words, by when, who helps.

In: the text, an item, the clause it was found in and its lead. Out: a `FoundMeasure`. A day that stands apart
in a log wins, then a meeting that is named, then what else is said of time. What items there are is found in
`minutes`.
"""

from typing import Literal

from msgspec import Struct
from msgspec.structs import replace

from milepost.reading.english.chunks import Range
from milepost.reading.english.deadlines import Clock, Timed, find_deadlines
from milepost.reading.english.fields import due_of
from milepost.reading.english.meeting_days import find_meeting_day
from milepost.reading.english.minute_items import Item
from milepost.reading.english.near_dates import find_near
from milepost.reading.english.recurrence import find_recurring
from milepost.reading.english.relations import find_support
from milepost.reading.english.titles import action_of, object_of, output_of
from milepost.reading.patterns import pattern
from milepost.reading.records import FoundDeadline, FoundMeasure, NamedUnit, Supporting

MODAL = pattern(r"\b(?:would|will|shall|should|must|to)$")


PRONOUN = pattern(
    r"(?:It|They|This|These) (?P<rest>(?:must|should|needs?|will|is|are|has|have|shall|would)\b.*)"
)
SUBJECT = pattern(
    r"(?P<who>(?:(?:The|A|An|Our|One|Two|Three) )?[A-Za-z][\w’'-]*(?: (?:[a-z]+|[A-Z][\w’'-]*|\d+)){0,4}?) "
    r"(?:is|are|was|were|has|have|had|still|no longer|failed|broke|leaks?|needs?|does|did|do|will|would) "
)
"""What a sentence is about, up to its verb: "Truck 2 has", "The siren failed"."""
NO_THING = frozenset("it they this that these those there he she we you i what who".split())
BEFORE = 240
"""How far back the sentence before begins, in characters."""


class Clause(Struct, frozen=True):
    """The masked clause an item stands in, and where it begins; empty where an item has none."""

    words: str
    base: int


def measure_of(
    text: str, item: Item, clause: Clause, lead: list[NamedUnit], clock: Clock, number: int
) -> FoundMeasure:
    """The measure of an item."""
    deadlines, rules = deadlines_of(text, item, clock)
    support, is_open = helpers_of(text, item, clause)
    named = object_of(text, item.verb, item.end)
    because = [item.rule, *([] if lead else ["lead:none"]), *rules[:1]]
    roles: Literal["marked", "none"] = "marked" if lead else "none"
    due = deadlines[0].span if deadlines else None
    action = action_of(text, item.verb, item.end, due) or action_of(text, item.start, item.end)
    return FoundMeasure(
        id=f"m{number}",
        span=(item.start, item.end),
        action=named_again(text, item.start, action),
        object=named,
        output=output_of(named),
        strength=item.strength,
        lead=lead,
        support=support,
        roles=roles,
        open_list=is_open,
        deadline=deadlines[0] if deadlines else None,
        other_deadlines=deadlines[1:],
        recurring=find_recurring(text, item.start, item.end),
        because=because,
    )


def named_again(text: str, start: int, action: str) -> str:
    """An action that only says "It must be fixed", with what the sentence before in the same paragraph is
    about in the place of the pronoun."""
    pronoun = PRONOUN.fullmatch(action)
    if pronoun is None:
        return action
    paragraph = ""
    for line in reversed(text[max(start - BEFORE, 0) : start].split("\n")):
        if paragraph and (not line.strip() or line.rstrip()[-1] in ".:;!?"):
            break
        paragraph = f"{line} {paragraph}"
    paragraph = paragraph.rstrip(" .;!")
    before = " ".join(paragraph[paragraph.rfind(". ") + 1 :].split())
    about = SUBJECT.match(before)
    if about is None or about["who"].split()[0].lower() in NO_THING:
        return action
    return f"{about['who']} {pronoun['rest']}"


def deadlines_of(text: str, item: Item, clock: Clock) -> tuple[list[FoundDeadline], list[str]]:
    """The deadlines of an item, a condition in front first; and the rules that found them."""
    if item.due:
        return [due_of(text, *item.due, clock, "fixed")], []
    first = [condition(text, item)] if item.trigger else []
    begin = item.trigger[1] if item.trigger else item.start
    timed = find_deadlines(text, begin, item.end, clock)
    met = find_meeting_day(text, begin, item.end, clock)
    if met and is_sharper(met, timed):
        return [*first, met], []
    if not timed and (near := find_near(text, item.verb, item.end, clock)):
        return [*first, near], []
    return [*first, *(one.deadline for one in timed)], [one.rule for one in timed]


def condition(text: str, item: Item) -> FoundDeadline:
    """What has to happen first: "Once the stakes are in, …"."""
    span = item.trigger or (item.start, item.start)
    words = text[slice(*span)]
    opening = 3 if words.startswith(("As soon", "as soon")) else 1
    return FoundDeadline(text=words, span=span, kind="event", anchor=words.split(" ", opening)[-1])


def helpers_of(text: str, item: Item, clause: Clause) -> tuple[list[Supporting], bool]:
    """The units that take part, and whether their list is open."""
    if not clause.words:
        return [], False
    base = clause.base
    return find_support(text, base, clause.words, beside(text, item, base), item.verb - base, item.end - base)


def is_sharper(met: FoundDeadline, timed: list[Timed]) -> bool:
    """Whether the meeting that is named says more than what else was found."""
    return not timed or (bool(met.date) and timed[0].deadline.date is None)


def beside(text: str, item: Item, base: int) -> tuple[Range, ...]:
    """The words between the doer and the modal, which may name who helps: "the Bureau, with Trade, would"."""
    if item.who is None or item.who[1] >= item.verb:
        return ()
    words = text[item.who[1] : item.verb].rstrip()
    modal = words.rfind(" ") if MODAL.search(words) else len(words)
    return (Range("consult", item.who[1] - base, item.who[1] + max(modal, 0) - base),)


def changed(measure: FoundMeasure, lead: list[NamedUnit], because: list[str]) -> FoundMeasure:
    """A measure with the owner found after it."""
    return replace(
        measure,
        lead=lead,
        roles="marked" if lead else "none",
        because=because,
    )
