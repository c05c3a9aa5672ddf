"""A meeting as its pack and its bulletin need it: before it sits, and its record afterwards."""

from typing import Literal

from milepost.books.inputs.input import Input

ItemKind = Literal["convey", "review", "hear", "study", "other"]
Outcome = Literal["adopted", "in_principle", "returned", "deferred", "noted", "noted_with_requests", "none"]


class Attendance(Input, frozen=True, kw_only=True):
    """A person with the title of that day and the part taken."""

    name: str
    title: str = ""
    role: Literal["chair", "member", "presenter", "guest", "recorder"] = "member"


class Opinion(Input, frozen=True, kw_only=True):
    """What a unit said of a paper, and whether it was taken in."""

    unit: str
    stance: Literal["agree", "agree_with_changes", "object", "silent"]
    text: str = ""
    taken: Literal["yes", "partly", "no", ""] = ""
    reason: str = ""


class Paper(Input, frozen=True, kw_only=True):
    """A paper of an item: its text by paragraphs, the opinions gathered, its annexes by title."""

    title: str
    paragraphs: tuple[str, ...] = ()
    opinions: tuple[Opinion, ...] = ()
    annexes: tuple[str, ...] = ()


class Item(Input, frozen=True, kw_only=True):
    """An item of the agenda. `minutes` is its planned time; a restricted one keeps only its number.
    `follows` are the sentences of what follows from it (in the record)."""

    id: str
    number: int
    kind: ItemKind
    title: str
    presenter: str = ""
    minutes: int | None = None
    papers: tuple[Paper, ...] = ()
    outcome: Outcome = "none"
    requests: tuple[str, ...] = ()
    restricted: bool = False


class Resolution(Input, frozen=True, kw_only=True):
    """A decision line: text, owner (unit id), day, how it stands."""

    number: str
    text: str
    item: str | None = None
    owner: str | None = None
    due: str | None = None
    state: Literal["open", "late", "done"] = "open"
    evidence: str = ""


class GroupReport(Input, frozen=True, kw_only=True):
    """A page of a group (its name as in the ledger): what moved, what is stuck, what comes."""

    group: str
    moved: tuple[str, ...] = ()
    stuck: tuple[str, ...] = ()
    next: tuple[str, ...] = ()


class Decision(Input, frozen=True, kw_only=True):
    """A decision sought: a sentence that can be voted on, its options, what each does to dates. `item` is the
    id of its agenda item; of a restricted one only the number is printed."""

    number: int
    text: str
    options: tuple[str, ...] = ()
    effect: str = ""
    measure: str | None = None
    item: str | None = None


class MeetingRecord(Input, frozen=True, kw_only=True):
    """A sitting: bodies (several sit jointly), number, day, people, items, resolutions. `approved` is true
    once the chair approved the bulletin. `starts_at` and `ends_at` are hours of the day ("09:30") in
    `time_zone` ("Asia/Shanghai"); without a zone a calendar shows the whole day."""

    id: str
    bodies: tuple[str, ...]
    number: int | None = None
    term: int | None = None
    held_on: str | None = None
    starts_at: str = ""
    ends_at: str = ""
    time_zone: str = ""
    published_on: str | None = None
    place: str = ""
    people: tuple[Attendance, ...] = ()
    expected: int | None = None
    items: tuple[Item, ...] = ()
    last_resolutions: tuple[Resolution, ...] = ()
    resolutions: tuple[Resolution, ...] = ()
    group_reports: tuple[GroupReport, ...] = ()
    decisions: tuple[Decision, ...] = ()
    approved: bool = False
    approved_by: str = ""

    @property
    def moment(self) -> str | None:
        """The day it sits, with its hour where one is set: 2027-06-22T15:00."""
        if self.held_on is None or not self.starts_at:
            return self.held_on
        return f"{self.held_on}T{self.starts_at}"
