"""A feed as iCalendar: whole free days for what the plan promises, hours with their time zone for meetings.

In: a `Feed`. Out: the bytes of an .ics file, with CRLF, folded at 75 bytes between characters. No alarms, no
to-dos. The stamp is the freeze date, so that the same edition gives the same bytes; UID and SEQUENCE come
with the event. Lines are written here, as a subscriber of every unit waits for tens of thousands of them;
time zones are described by icalendar, for the years of the file's meetings.
"""

import datetime as dt
from collections.abc import Iterable, Iterator
from zoneinfo import ZoneInfo

from milepost.books.content.records.feed import Feed, FeedEvent
from milepost.books.inputs.feeds import FeedStatus
from milepost.books.writers.ics import PRODUCT
from milepost.books.writers.markup import printable

STATUS: dict[FeedStatus, str] = {
    "open": "CONFIRMED", "overdue": "CONFIRMED", "done": "CONFIRMED",
    "proposed": "TENTATIVE", "cancelled": "CANCELLED",
}  # fmt: skip
LINE_BYTES = 75
"""Bytes of a line before it is folded, the fold's own blank included."""
ESCAPED = str.maketrans({"\\": "\\\\", ";": "\\;", ",": "\\,", "\n": "\\n"})


def write_feed(feed: Feed) -> bytes:
    """The calendar file of a feed."""
    stamp = f"{_basic(feed.facts.frozen_on)}T000000Z"
    lines = [
        "BEGIN:VCALENDAR",
        f"PRODID:{PRODUCT}",
        "VERSION:2.0",
        "CALSCALE:GREGORIAN",
        "METHOD:PUBLISH",
        f"X-WR-CALNAME:{_line(feed.name)}",
        f"X-WR-CALDESC:{_line(feed.note)}",
    ]
    events = [line for event in feed.events for line in _event(event, stamp)]
    whole = (*map(_folded, lines), *_zones(feed.events), *map(_folded, events), b"END:VCALENDAR\r\n")
    return b"".join(whole)


def _event(event: FeedEvent, stamp: str) -> Iterator[str]:
    """The lines of one event."""
    yield "BEGIN:VEVENT"
    yield f"UID:{_line(event.uid)}"
    yield f"DTSTAMP:{stamp}"
    yield from _times(event)
    yield f"SUMMARY:{_line(event.title)}"
    yield f"DESCRIPTION:{_lines(event.description)}"
    if event.place:
        yield f"LOCATION:{_line(event.place)}"
    yield f"SEQUENCE:{event.sequence}"
    yield f"STATUS:{STATUS[event.status]}"
    yield f"CATEGORIES:{event.kind}"
    yield "END:VEVENT"


def _times(event: FeedEvent) -> Iterator[str]:
    """The day of an event, free for other things, or the hours that a meeting takes. A whole day ends on the
    next, as the standard counts it."""
    if not event.time_zone:
        after = dt.date.fromisoformat(event.day) + dt.timedelta(1)
        yield f"DTSTART;VALUE=DATE:{_basic(event.day)}"
        yield f"DTEND;VALUE=DATE:{_basic(after.isoformat())}"
        yield "TRANSP:TRANSPARENT"
        return
    yield f"DTSTART;TZID={event.time_zone}:{_moment(event.day, event.starts_at)}"
    if event.ends_at:
        yield f"DTEND;TZID={event.time_zone}:{_moment(event.day, event.ends_at)}"
    yield "TRANSP:OPAQUE"


def _zones(events: Iterable[FeedEvent]) -> Iterator[bytes]:
    """The time zones that the meetings name, from the first to the last of their years."""
    years: dict[str, set[int]] = {}
    for event in events:
        if event.time_zone:
            years.setdefault(event.time_zone, set()).add(int(event.day[:4]))
    if not years:
        return
    import icalendar

    for name, named in sorted(years.items()):
        first, last = dt.date(min(named), 1, 1), dt.date(max(named) + 1, 1, 1)
        yield icalendar.Timezone.from_tzinfo(ZoneInfo(name), name, first, last).to_ical()


def _basic(day: str) -> str:
    """An ISO day without its strokes."""
    return day.replace("-", "")


def _moment(day: str, hour: str) -> str:
    """A day with its hour of the clock."""
    return f"{_basic(day)}T{dt.time.fromisoformat(hour):%H%M%S}"


def _line(text: str) -> str:
    """A text on one line, its signs escaped."""
    return " ".join(printable(text).split()).translate(ESCAPED)


def _lines(text: str) -> str:
    """A text with its lines kept, whatever signs end them."""
    return "\\n".join(_line(line) for line in text.splitlines())


def _folded(line: str) -> bytes:
    """A line with its end, cut into pieces that begin with a blank; no character is cut."""
    data = line.encode()
    if len(data) <= LINE_BYTES:
        return data + b"\r\n"
    pieces, at, room = [], 0, LINE_BYTES
    while at < len(data):
        end = min(at + room, len(data))
        while end < len(data) and data[end] & 0xC0 == 0x80:  # the middle of a character
            end -= 1
        pieces.append(data[at:end])
        at, room = end, LINE_BYTES - 1
    return b"\r\n ".join(pieces) + b"\r\n"
