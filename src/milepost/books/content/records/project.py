"""A plan as a scheduling program holds it: rows in an outline, working days, links, baselines.

Moments are ISO date-times ("2027-06-15T17:00:00"), lengths are working minutes. `number` is a row's lasting
number, `place` its row in this edition. Which number of the file format stands for a kind is the writer's.
"""

from milepost.books.content.records.cells import Part
from milepost.books.content.records.facts import Facts
from milepost.ledger.records import LinkKind


class DaysOff(Part, frozen=True, kw_only=True):
    """Days that differ from the working week, first to last: off, or worked (`works`)."""

    first: str
    last: str
    name: str
    works: bool = False


class ProjectCalendar(Part, frozen=True, kw_only=True):
    """Monday to Friday with its exceptions; the first calendar is the plan's."""

    number: int
    name: str
    exceptions: tuple[DaysOff, ...] = ()


class ProjectLink(Part, frozen=True, kw_only=True):
    """A row waits for the row with that number. The lag is in days: working ones, or elapsed ones."""

    number: int
    kind: LinkKind
    lag_days: int = 0
    elapsed: bool = False


class ProjectBaseline(Part, frozen=True, kw_only=True):
    """Baseline 0 is what was adopted, 1 to 10 are later rulings."""

    number: int
    start: str
    finish: str
    minutes: int


class ProjectTask(Part, frozen=True, kw_only=True):
    """A row: the plan (level 0), a group (1), a measure (2), a stage (3). `fixed` rows start no earlier than
    they do; `percent` counts verified stages alone; `texts` are stable id, clause, lead, light."""

    number: int
    place: int
    level: int
    outline: str
    name: str
    start: str
    finish: str
    minutes: int
    summary: bool = False
    fixed: bool = False
    estimated: bool = False
    critical: bool = False
    percent: int = 0
    minutes_done: int = 0
    deadline: str | None = None
    calendar: int | None = None
    notes: str = ""
    links: tuple[ProjectLink, ...] = ()
    texts: tuple[str, str, str, str] = ("", "", "", "")
    baselines: tuple[ProjectBaseline, ...] = ()


class Project(Part, frozen=True, kw_only=True):
    """The whole file; `captions` are the heads of the four texts, `status_on` the freeze date."""

    facts: Facts
    captions: tuple[str, str, str, str]
    status_on: str
    calendars: tuple[ProjectCalendar, ...] = ()
    tasks: tuple[ProjectTask, ...] = ()
