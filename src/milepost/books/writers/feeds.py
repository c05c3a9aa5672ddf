"""A feed as iCalendar: whole free days for what the plan promises, hours with their time zone for meetings.

In: a `Feed`. Out: the bytes of an .ics file, with CRLF, folded at 75 bytes between characters. No alarms, no
to-dos. The stamp is the freeze date, so that the same edition gives the same bytes; UID and SEQUENCE come
with the event. Time zones are described for the years of the file's meetings.
"""

import datetime as dt
from typing import Any
from zoneinfo import ZoneInfo

from milepost.books.content.records.feed import Feed, FeedEvent
from milepost.books.inputs.feeds import FeedStatus
from milepost.books.writers.ics import PRODUCT
from milepost.books.writers.markup import printable

STATUS: dict[FeedStatus, str] = {
    "open": "CONFIRMED", "overdue": "CONFIRMED", "done": "CONFIRMED",
    "proposed": "TENTATIVE", "cancelled": "CANCELLED",
}  # fmt: skip


def write_feed(feed: Feed) -> bytes:
    """The calendar file of a feed."""
    import icalendar

    made = icalendar.Calendar()
    made.add("prodid", PRODUCT)
    made.add("version", "2.0")
    made.add("calscale", "GREGORIAN")
    made.add("method", "PUBLISH")
    made.add("x-wr-calname", _line(feed.name))
    made.add("x-wr-caldesc", _line(feed.note))
    stamp = dt.datetime.fromisoformat(feed.facts.frozen_on).replace(tzinfo=dt.UTC)
    for event in feed.events:
        made.add_component(_event(event, stamp))
    years = [int(event.day[:4]) for event in feed.events if event.time_zone]
    if years:
        made.add_missing_timezones(dt.date(min(years), 1, 1), dt.date(max(years) + 1, 1, 1))
    data: bytes = made.to_ical()
    return data


def _event(event: FeedEvent, stamp: dt.datetime) -> Any:
    """One event; the end of a whole day is the next, as the standard counts it."""
    import icalendar

    made = icalendar.Event()
    made.add("uid", _line(event.uid))
    made.add("dtstamp", stamp)
    _add_time(made, event)
    made.add("summary", _line(event.title))
    made.add("description", _lines(event.description))
    if event.place:
        made.add("location", _line(event.place))
    made.add("sequence", event.sequence)
    made.add("status", STATUS[event.status])
    made.add("categories", [event.kind])
    return made


def _add_time(made: Any, event: FeedEvent) -> None:
    """The day of an event, free for other things, or the hours that a meeting takes."""
    day = dt.date.fromisoformat(event.day)
    if not event.time_zone:
        made.add("dtstart", day)
        made.add("dtend", day + dt.timedelta(1))
        made.add("transp", "TRANSPARENT")
        return
    zone = ZoneInfo(event.time_zone)
    made.add("dtstart", dt.datetime.combine(day, dt.time.fromisoformat(event.starts_at), zone))
    if event.ends_at:
        made.add("dtend", dt.datetime.combine(day, dt.time.fromisoformat(event.ends_at), zone))
    made.add("transp", "OPAQUE")


def _line(text: str) -> str:
    """A text on one line."""
    return " ".join(printable(text).split())


def _lines(text: str) -> str:
    """A text with its lines kept, whatever signs end them."""
    return "\n".join(_line(line) for line in text.splitlines())
