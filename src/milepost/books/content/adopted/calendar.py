"""The feeds of an adopted edition: who subscribes to which dates, and the register of what was sent.

In: ledger, schedule, state, the register that the last edition gave back. Out: the feeds of the plan, of each
unit, group and person, and the register to keep. An event has its UID for ever; its sequence goes up by one
whenever date, hours, title or status changes. A row that is gone is sent as cancelled for 90 days. Restricted
measures are in no feed, whoever reads it. Not here: which days a measure brings (`calendar_events`),
iCalendar (`writers.feeds`).
"""

import datetime as dt
from collections.abc import Iterable, Sequence

import msgspec

from milepost.books.content.adopted.calendar_events import Planned, planned_events
from milepost.books.content.adopted.calendar_meetings import planned_meetings
from milepost.books.content.adopted.facts import adopted_facts
from milepost.books.content.records import Facts
from milepost.books.content.records.feed import Feed, FeedEvent, FeedScope
from milepost.books.content.standing import Standing
from milepost.books.content.view import View
from milepost.books.handling import seen_by
from milepost.books.inputs import Handling, State
from milepost.books.inputs.feeds import FeedEntry, Feeds
from milepost.books.wording.dates import joined, long_date
from milepost.books.wording.labels import Language, words
from milepost.ledger.records import Ledger, Schedule

CANCELLED_DAYS = 90
"""How long a removed row is sent as cancelled: a season, so that every subscriber has fetched it once."""

LAPSING = ("check", "meeting")
"""Events that leave the plan by the passing of time; one whose day is past is not cancelled."""

COUNTED = ("date", "starts_at", "ends_at", "time_zone", "title", "status")
"""What raises the sequence when it changes."""

NOBODY = ""
"""A reader on no list: what is restricted to anybody is hidden from it."""


class OtherRegister(ValueError):
    """A register of another plan or language."""


def feeds(
    ledger: Ledger, schedule: Schedule, state: State, known: Feeds, language: Language | None = None
) -> tuple[tuple[Feed, ...], Feeds]:
    """The feeds of the edition and the register to keep; OtherRegister when `known` is of another plan."""
    language = language or ledger.plan.language
    if (known.plan, known.language) != (ledger.plan.id, language):
        raise OtherRegister(
            f"The register of feeds is that of plan {known.plan} in {known.language}, not of "
            f"{ledger.plan.id} in {language}. Hand in the one that the last edition gave back."
        )
    open_ledger, open_schedule, open_state = seen_by(
        ledger, schedule, msgspec.structs.replace(state, handling=Handling(reader=NOBODY))
    )
    view = View(open_ledger, open_schedule, language)
    planned = [*planned_events(Standing(view, open_state)), *planned_meetings(view, state.meetings)]
    restricted = frozenset(row.measure for row in state.restrictions)
    register = _registered(planned, known, state.as_of, restricted)
    events = _events(planned, register, state.as_of, language)
    return tuple(_feeds(View(ledger, schedule, language), state, register, events)), register


# --- the register ---


def _registered(planned: Sequence[Planned], known: Feeds, as_of: str, restricted: frozenset[str]) -> Feeds:
    """The register after this edition: what is planned, then what was sent before, by UID."""
    old = {entry.uid: entry for entry in known.entries}
    made = {event.uid: _entry(event, old.get(event.uid)) for event in planned}
    for uid, entry in old.items():
        if uid not in made:
            made[uid] = _missed(entry, as_of, entry.withheld or entry.measure in restricted)
    return msgspec.structs.replace(known, entries=tuple(made[uid] for uid in sorted(made)))


def _entry(event: Planned, old: FeedEntry | None) -> FeedEntry:
    """What is sent of an event, with the sequence that follows from what was sent before."""
    entry = FeedEntry(
        uid=event.uid,
        kind=event.kind,
        measure=event.measure,
        date=event.day,
        title=event.title,
        status=event.status,
        starts_at=event.starts_at,
        ends_at=event.ends_at,
        time_zone=event.time_zone,
        units=event.units,
        groups=event.groups,
        people=event.people,
    )
    if old is None:
        return entry
    changed = any(getattr(old, name) != getattr(entry, name) for name in COUNTED)
    return msgspec.structs.replace(entry, sequence=old.sequence + changed)


def _missed(entry: FeedEntry, as_of: str, withheld: bool) -> FeedEntry:
    """What becomes of an event that the plan no longer has: withheld, lapsed, or cancelled from now on."""
    if withheld:
        return msgspec.structs.replace(entry, withheld=True)
    if entry.removed_on or (entry.kind in LAPSING and entry.date < as_of):
        return entry
    return msgspec.structs.replace(entry, status="cancelled", sequence=entry.sequence + 1, removed_on=as_of)


# --- the feeds ---


def _events(
    planned: Iterable[Planned], register: Feeds, as_of: str, language: Language
) -> dict[str, FeedEvent]:
    """All events that are sent now, by UID: planned ones, and those cancelled of late."""
    texts = {event.uid: event for event in planned}
    sent = {}
    for entry in register.entries:
        event = texts.get(entry.uid)
        if event:
            sent[entry.uid] = _event(entry, event.description, language, event.place)
        elif _still_cancelled(entry, as_of):
            gone = words("feed.removed", language, date=long_date(entry.removed_on or as_of, language))
            sent[entry.uid] = _event(entry, gone, language)
    return sent


def _still_cancelled(entry: FeedEntry, as_of: str) -> bool:
    """Whether a removed event is still sent."""
    if entry.removed_on is None or entry.withheld:
        return False
    return (dt.date.fromisoformat(as_of) - dt.date.fromisoformat(entry.removed_on)).days <= CANCELLED_DAYS


def _event(entry: FeedEntry, description: str, language: Language, place: str = "") -> FeedEvent:
    """An entry as it is sent, with its mark before the title."""
    return FeedEvent(
        uid=entry.uid,
        kind=entry.kind,
        day=entry.date,
        title=words(f"feed.{entry.status}", language, title=entry.title),
        description=description,
        status=entry.status,
        sequence=entry.sequence,
        starts_at=entry.starts_at,
        ends_at=entry.ends_at,
        time_zone=entry.time_zone,
        place=place,
    )


def _feeds(view: View, state: State, register: Feeds, events: dict[str, FeedEvent]) -> Iterable[Feed]:
    """The plan's feed, then one a unit in the order of the register of units, one a group, one a person."""
    facts = adopted_facts(view, state)
    sent = [entry for entry in register.entries if entry.uid in events]
    yield _feed(facts, "plan", view.ledger.plan.id, "", sent, events)
    for unit in view.ledger.units:
        own = [entry for entry in sent if unit.id in entry.units]
        if own:
            yield _feed(facts, "unit", unit.code, unit.name, own, events)
    for group in _groups(view, sent):
        yield _feed(facts, "group", group, group, [e for e in sent if group in e.groups], events)
    for person in sorted({person for entry in sent for person in entry.people}):
        yield _feed(facts, "person", person, person, [e for e in sent if person in e.people], events)


def _groups(view: View, sent: Iterable[FeedEntry]) -> tuple[str, ...]:
    """The groups in the order of the plan, then those that only cancelled events still name."""
    named = [measure.group.value for measure in view.ledger.measures if measure.group]
    held = {group for entry in sent for group in entry.groups}
    return tuple(group for group in dict.fromkeys([*named, *sorted(held)]) if group in held)


def _feed(
    facts: Facts,
    scope: FeedScope,
    key: str,
    name: str,
    entries: Iterable[FeedEntry],
    events: dict[str, FeedEvent],
) -> Feed:
    """A feed with its events by day."""
    language = facts.language
    own = (events[entry.uid] for entry in entries)
    return Feed(
        facts=facts,
        scope=scope,
        key=key,
        name=words("feed.part" if name else "feed.plan", language, short=facts.short, name=name),
        note=joined((facts.edition_line, facts.source_line, facts.print_line, facts.handling), language),
        events=tuple(sorted(own, key=lambda event: (event.day, event.starts_at, event.uid))),
    )
