"""The calendar of an edition as iCalendar: all-day events, no alarms, no to-dos.

In: a `Calendar`. Out: the bytes of an .ics file, with CRLF and folded lines. An event keeps its UID for
ever; its stamp is the freeze date, so that the same edition gives the same bytes. A proposed day says so in
its title, and is TENTATIVE; a promised one is CONFIRMED. `SEQUENCE` is the edition, counted from 0, as the
edition is what changes days.
"""

import datetime as dt
from typing import Any

from milepost.books.content.records import Calendar, Event
from milepost.books.writers.markup import printable

PRODUCT = "-//Milepost//Books//EN"


def write_ics(calendar: Calendar) -> bytes:
    """The calendar file."""
    import icalendar

    facts = calendar.facts
    made = icalendar.Calendar()
    made.add("prodid", PRODUCT)
    made.add("version", "2.0")
    made.add("calscale", "GREGORIAN")
    made.add("method", "PUBLISH")
    made.add("x-wr-calname", printable(calendar.name))
    stamp = dt.datetime.fromisoformat(facts.frozen_on).replace(tzinfo=dt.UTC)
    for event in calendar.events:
        made.add_component(_event(event, stamp, facts.edition - 1))
    data: bytes = made.to_ical()
    return data


def _event(event: Event, stamp: dt.datetime, sequence: int) -> Any:
    """One all-day event; its end is the next day, as the standard counts it."""
    import icalendar

    made = icalendar.Event()
    day = dt.date.fromisoformat(event.day)
    made.add("uid", event.uid)
    made.add("dtstamp", stamp)
    made.add("dtstart", day)
    made.add("dtend", day + dt.timedelta(1))
    made.add("summary", printable(event.title))
    made.add("description", printable(event.description))
    made.add("transp", "TRANSPARENT")
    made.add("sequence", sequence)
    made.add("status", "TENTATIVE" if event.origin == "proposed" else "CONFIRMED")
    made.add("categories", [event.kind])
    return made
