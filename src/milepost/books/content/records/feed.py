"""A feed: the events of a plan that a unit, a group, a person or everybody subscribes to."""

from typing import Literal

from milepost.books.content.records.cells import Part
from milepost.books.content.records.facts import Facts
from milepost.books.inputs.feeds import FeedKind, FeedStatus

FeedScope = Literal["plan", "unit", "group", "person"]


class FeedEvent(Part, frozen=True, kw_only=True):
    """An event with all that is sent of it. A whole day, unless hours are given in a time zone."""

    uid: str
    kind: FeedKind
    day: str
    title: str
    description: str
    status: FeedStatus
    sequence: int = 0
    starts_at: str = ""
    ends_at: str = ""
    time_zone: str = ""
    place: str = ""


class Feed(Part, frozen=True, kw_only=True):
    """The events of one subscriber, by day. `key` is the unit's code, or the name of the group or person;
    `note` holds the four facts and how the copy is handled."""

    facts: Facts
    scope: FeedScope
    key: str
    name: str
    note: str
    events: tuple[FeedEvent, ...] = ()
