"""The timetable: the year by months, the load strip, what is due next, all steps."""

from milepost.books.content.records.cells import Cell, Column, Legend, Part, Section
from milepost.books.content.records.facts import Facts
from milepost.ledger.origins import Origin
from milepost.ledger.records import Stage


class Month(Part, frozen=True, kw_only=True):
    """A column of the time axis, from `first` to `last` day; `quarter` is set on the first month of a quarter
    (and on the first month shown), `quarter_year` is the same with its year."""

    first: str
    last: str
    label: str
    quarter: str = ""
    quarter_year: str = ""


class Bar(Part, frozen=True, kw_only=True):
    """A stage on the time axis. `origin` decides dashed (proposed) or solid."""

    step: str
    start: str
    finish: str
    stage: Stage | None
    name: str
    short: str
    origin: Origin
    critical: bool = False


class TimetableRow(Part, frozen=True, kw_only=True):
    """A measure in the timetable; `promise` is the day the text gives, `checks` the days of standing
    checks."""

    id: str
    code: str
    number: str
    title: Cell
    lead: Cell
    bars: tuple[Bar, ...]
    checks: tuple[str, ...]
    promise: str | None
    as_written: Cell
    finish: Cell


class TimetableGroup(Part, frozen=True, kw_only=True):
    """Rows under one heading; `key` is stages, standing or unsure."""

    key: str
    heading: str
    count: str
    rows: tuple[TimetableRow, ...]


class LoadRow(Part, frozen=True, kw_only=True):
    """Stages of a unit ending in each month shown, their sum, and the unit's limit in words."""

    unit: Cell
    counts: tuple[int, ...]
    total: str


class LoadStrip(Part, frozen=True, kw_only=True):
    """Who has how many stages ending in which month."""

    heading: str
    total_head: str
    rows: tuple[LoadRow, ...]


class DueRow(Part, frozen=True, kw_only=True):
    """A row of "late and due": `days` until the day, below zero when past."""

    number: str
    due: Cell
    days: int
    days_words: str
    stage: Cell
    measure: Cell
    lead: Cell
    unlocks: tuple[Cell, ...] = ()


class AnnexRow(Part, frozen=True, kw_only=True):
    """A step with its unit and days, in the annex of all steps."""

    number: str
    step: Cell
    unit: Cell
    start: Cell
    finish: Cell
    days: int = 0


class Timetable(Part, frozen=True, kw_only=True):
    """The year by months, the load strip, what is due next, and all steps."""

    facts: Facts
    title: str
    heading: str
    note: str
    months: tuple[Month, ...]
    columns: tuple[Column, ...]
    groups: tuple[TimetableGroup, ...]
    legend: tuple[Legend, ...]
    today: str
    count: str = ""
    load: LoadStrip | None = None
    due: Section[DueRow] | None = None
    steps: Section[AnnexRow] | None = None
