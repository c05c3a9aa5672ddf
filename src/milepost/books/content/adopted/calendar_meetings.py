"""The sittings of a plan in a calendar: hours in a time zone, place, items.

In: a `View` and the meetings of the state. Out: `Planned` events. A meeting without hours or without a time
zone takes the whole day and says its hours in words. A restricted item keeps only its number.
"""

from collections.abc import Iterable, Iterator

from milepost.books.content.adopted.calendar_events import Planned
from milepost.books.content.view import View
from milepost.books.inputs import Item, MeetingRecord
from milepost.books.wording.dates import listed
from milepost.books.wording.labels import words


def planned_meetings(view: View, meetings: Iterable[MeetingRecord]) -> Iterator[Planned]:
    """A meeting that has a day as an event: in the plan's feed, and in those of its groups and people."""
    groups = {measure.group.value for measure in view.ledger.measures if measure.group}
    for meeting in meetings:
        if meeting.held_on:
            yield _meeting(view, meeting, meeting.held_on, groups)


def _meeting(view: View, meeting: MeetingRecord, day: str, groups: set[str]) -> Planned:
    """One meeting."""
    timed = bool(meeting.starts_at and meeting.time_zone)
    bodies = listed(meeting.bodies, view.language)
    key = "feed.meeting" if meeting.number is None else "feed.sitting"
    hours = "–".join(hour for hour in (meeting.starts_at, meeting.ends_at) if hour)
    lines = [
        words("feed.hours", view.language, hours=hours) if hours and not timed else "",
        *(_item(view, item) for item in meeting.items),
    ]
    return Planned(
        uid=f"{meeting.id}@{view.ledger.plan.id}",
        kind="meeting",
        day=day,
        title=words(key, view.language, bodies=bodies, n=meeting.number),
        description="\n".join(line for line in lines if line),
        status="open",
        groups=tuple(body for body in meeting.bodies if body in groups),
        people=tuple(dict.fromkeys(person.name for person in meeting.people)),
        starts_at=meeting.starts_at if timed else "",
        ends_at=meeting.ends_at if timed else "",
        time_zone=meeting.time_zone if timed else "",
        place=meeting.place,
    )


def _item(view: View, item: Item) -> str:
    """An item of the agenda; a restricted one by its number alone."""
    if item.restricted:
        return words("feed.item_restricted", view.language, n=item.number)
    return words("feed.item", view.language, n=item.number, title=item.title)
