"""The calendar of an edition and its first page, index.html."""

from typing import Literal

from milepost.books.content.records.cells import Cell, Figure, Legend, Part, Scope, Section
from milepost.books.content.records.facts import Facts, MeetingFacts
from milepost.books.content.records.road_map import RoadMap
from milepost.books.content.records.task_book import OrientationRow, TaskRow
from milepost.books.content.records.timetable import AnnexRow
from milepost.ledger.origins import Origin


class Event(Part, frozen=True, kw_only=True):
    """An all-day event; `uid` is stable (step or measure id @ plan id), `origin` says promise or proposal."""

    uid: str
    day: str
    title: str
    description: str
    origin: Origin
    kind: Literal["promise", "step", "check"]
    unit: str = ""


class Calendar(Part, frozen=True, kw_only=True):
    """The dates of an edition; every event's stamp is the freeze date."""

    facts: Facts
    name: str
    events: tuple[Event, ...]


class NextStep(Part, frozen=True, kw_only=True):
    """One thing to do next; `code` is a command to show as such between head and body."""

    head: str
    body: str
    code: str = ""


class WarningLine(Part, frozen=True, kw_only=True):
    """A warning in a sentence; `measures` are the codes it names, to link them."""

    text: str
    measures: tuple[str, ...] = ()
    document: str | None = None


class BookLine(Part, frozen=True, kw_only=True):
    """A task book in the list: paths are below the edition's folder (`taskbooks/MBC.pdf`)."""

    code: str
    scope: Scope
    name: Cell
    holds: str
    measures: int
    proposed: int = 0
    proposed_words: str = ""
    pdf: str
    forms: tuple[str, ...] = ()


class MeasureLine(Part, frozen=True, kw_only=True):
    """A measure in the list with what the filters use: units named (codes, or none), proposed unit, state
    of plan."""

    row: TaskRow
    units: tuple[str, ...]
    proposed_unit: str = ""
    filter: Literal["planned", "standing", "unsure", "unplanned"]
    plan: Cell
    plan_note: str = ""
    place: str


class SetAsideRow(Part, frozen=True, kw_only=True):
    """A sentence that looks like a duty and is not, with the reason in words."""

    reason: str
    text: Cell


class FileLine(Part, frozen=True, kw_only=True):
    """A file of the edition with what it is."""

    path: str
    words: str


class UnitOption(Part, frozen=True, kw_only=True):
    """A unit in the filter's list."""

    code: str
    name: str


class IndexPage(Part, frozen=True, kw_only=True):
    """All that index.html shows; furniture words (navigation, table heads) the writer takes from
    `label(…)`."""

    facts: Facts
    crumbs: str
    title: str
    subline: str
    banner: str
    banner_more: str
    figures: tuple[Figure, ...]
    meetings: tuple[MeetingFacts, ...]
    next_steps: tuple[NextStep, ...]
    legend: tuple[Legend, ...]
    warnings: tuple[WarningLine, ...]
    books: tuple[BookLine, ...]
    measures: Section[MeasureLine]
    units: tuple[UnitOption, ...]
    road_map: RoadMap
    road_map_note: str
    steps: Section[AnnexRow]
    orientation: Section[OrientationRow]
    set_aside: Section[SetAsideRow]
    files: tuple[FileLine, ...]
