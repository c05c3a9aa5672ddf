"""What calendars and project files were sent before: the registers that outlive an edition.

In: nothing; the office keeps the record that the last edition gave back, and hands it in with the next. Out:
frozen records. A sequence number and a task number are stored, never derived: a calendar that was subscribed
to, or a project file that somebody has edited, must know its rows again. Not here: what is in a feed
(`content.adopted.calendar`) or in a project file (`content.adopted.project`).
"""

from typing import Literal

from milepost.books.inputs.input import Input

FeedKind = Literal["step", "deadline", "duty", "check", "meeting"]
FeedStatus = Literal["open", "overdue", "done", "proposed", "cancelled"]


class FeedEntry(Input, frozen=True, kw_only=True):
    """An event as it was last sent. `sequence` goes up by one whenever date, hours, title or status changes;
    `removed_on` is the day it was first missed. A withheld one is of a measure (id) that was restricted after
    it had been sent. Units (ids), groups and people say in whose feeds it stands."""

    uid: str
    kind: FeedKind
    measure: str = ""
    date: str
    title: str
    status: FeedStatus
    sequence: int = 0
    starts_at: str = ""
    ends_at: str = ""
    time_zone: str = ""
    units: tuple[str, ...] = ()
    groups: tuple[str, ...] = ()
    people: tuple[str, ...] = ()
    removed_on: str | None = None
    withheld: bool = False


class Feeds(Input, frozen=True, kw_only=True):
    """All events ever sent for a plan in one language, by UID. A site that sends two languages keeps two."""

    plan: str
    language: str
    format: Literal["milepost.feeds/1"] = "milepost.feeds/1"
    entries: tuple[FeedEntry, ...] = ()


class TaskNumbers(Input, frozen=True, kw_only=True):
    """The number of each row of a project file, by its id; `next` is the first that was never given."""

    plan: str
    format: Literal["milepost.task-numbers/1"] = "milepost.task-numbers/1"
    numbers: dict[str, int] = {}
    next: int = 1
