"""The records everything speaks in: the ledger that an office works with, and the schedule that the
planner answers.

All records are frozen; lists are tuples. Fields whose value a person may doubt are `Sourced` and carry
their origin. A date is an ISO string (`2027-06-30`), a span is `[start, end)` in code points of its
document's text. `None` means that nobody has said it. Order: deadlines, plan and documents, units,
measures, schedule. Reading and writing these as JSON or XLSX stands in the codecs, checks of the whole in
`invariants`.
"""

from typing import Literal

from msgspec import Struct

from milepost.ledger.origins import Origin, Sourced, Span

DeadlineKind = Literal[
    "fixed", "relative", "event", "recurring", "target", "period", "start", "open", "milestone"
]
Precision = Literal["day", "month", "quarter", "half", "year"]
Role = Literal["lead", "cooperating", "guide", "support_supervise", "executor"]
LinkKind = Literal["FS", "SS", "FF", "SF", "enables"]
Kind = Literal["document", "reform", "build", "report", "trial", "standing", "principle", "unsure"]
Stage = Literal["study", "draft", "consult", "review", "issue", "carry_out", "evaluate", "copy"]
Strength = Literal["mandatory", "commitment", "advisory", "principle"]
UnitKind = Literal["bureau", "region", "park", "company", "office", "group", "body", "collective"]


class Record(Struct, frozen=True, kw_only=True):
    """What every record of the ledger is: frozen, built by keyword, every field written."""


class Row(Record, frozen=True, kw_only=True):
    """A record that is a row of a sheet; `extra` keeps a person's own columns by their heads."""

    id: str
    extra: dict[str, str] = {}


# --- deadlines ---


class Offset(Record, frozen=True, kw_only=True):
    """A length of time as written: 60 days; `days` says calendar or working."""

    value: int
    unit: Literal["hour", "day", "week", "month", "quarter", "year"]
    days: Literal["calendar", "working"] = "calendar"


class Promise(Record, frozen=True, kw_only=True):
    """A date with its precision: the first promise, or the one now in force."""

    date: str
    precision: Precision = "day"


class Deadline(Record, frozen=True, kw_only=True):
    """By when, in the document's words; `date` is the last good day and stays empty where none is fixed."""

    text: str
    kind: DeadlineKind
    span: Span | None = None
    date: str | None = None
    precision: Precision = "day"
    offset: Offset | None = None
    anchor: str | None = None
    combine: Literal["later_of", "earlier_of"] | None = None
    original: Promise | None = None
    current: Promise | None = None


class Every(Record, frozen=True, kw_only=True):
    """A period of repetition: every 1 year."""

    value: int
    unit: Literal["day", "week", "month", "quarter", "half", "year"]


class Recurring(Record, frozen=True, kw_only=True, rename={"from_": "from"}):
    """What makes a measure repeat, in the document's words."""

    text: str
    every: Every | None = None
    from_: str | None = None
    until: str | None = None


class SmallDate(Record, frozen=True, kw_only=True):
    """A step's start or due: the words to print, the last good day for the planner, the precision."""

    text: str
    date: str
    precision: Precision = "day"


# --- plan and documents ---


class Plan(Record, frozen=True, kw_only=True):
    """Which plan and which edition of it; `previous` is the plan print of the edition before."""

    id: str
    title: str
    language: Literal["en", "zh"]
    edition: int = 1
    frozen_on: str | None = None
    previous: str | None = None


class Setting(Record, frozen=True, kw_only=True):
    """One value of the working rules that planning uses: step templates, capacity, region, horizon."""

    key: str
    value: str
    unit: str = ""
    meaning: str = ""
    source: str = ""
    extra: dict[str, str] = {}


class Document(Row, frozen=True, kw_only=True):
    """A document as filed. `upper` names the documents it answers to; `file` is the name it came under."""

    title: str
    kind: str | None = None
    number: str | None = None
    issuer: str | None = None
    date: str | None = None
    sha256: str = ""
    media_type: str = ""
    language: Literal["en", "zh"] = "en"
    upper: tuple[str, ...] = ()
    file: str = ""


class Clause(Row, frozen=True, kw_only=True):
    """An addressable piece of a document: section, article, paragraph, list item, table row."""

    document: str
    span: Span
    text: str
    parent: str | None = None
    label: str | None = None
    kind: str = "paragraph"
    title: str | None = None


class MeetingBody(Record, frozen=True, kw_only=True):
    """A body that sat, with the number of the sitting and of its term."""

    name: str
    session: int | None = None
    term: int | None = None
    span: Span | None = None


class MeetingPerson(Record, frozen=True, kw_only=True):
    """A person at a meeting, with the titles printed and the part taken."""

    name: str
    role: str
    titles: tuple[str, ...] = ()
    span: Span | None = None


class UpperMeeting(Record, frozen=True, kw_only=True):
    """A higher-level meeting whose spirit was conveyed."""

    name: str
    body: str | None = None
    session: int | None = None
    term: int | None = None
    span: Span | None = None


class AgendaItem(Record, frozen=True, kw_only=True):
    """One thing the meeting did: convey, review, approve, hear or study an object."""

    act: Literal["convey", "review", "approve", "hear", "study"]
    object: str
    span: Span | None = None
    outcome: str | None = None


class Meeting(Row, frozen=True, kw_only=True):
    """The record of a meeting that a document reports."""

    document: str
    bodies: tuple[MeetingBody, ...] = ()
    held_on: str | None = None
    published_at: str | None = None
    people: tuple[MeetingPerson, ...] = ()
    upper_meetings: tuple[UpperMeeting, ...] = ()
    agenda: tuple[AgendaItem, ...] = ()


# --- units ---


class Unit(Row, frozen=True, kw_only=True):
    """A unit that can owe something. `capacity` is people a day (None: the default of Settings)."""

    name: str
    code: str
    short: str = ""
    aliases: tuple[str, ...] = ()
    kind: UnitKind = "bureau"
    parent: str | None = None
    region: str | None = None
    members: tuple[str, ...] = ()
    capacity: float | None = None
    calendar: str | None = None
    language: Literal["en", "zh"] = "en"
    printed: tuple[str, ...] = ()


# --- measures ---


class Named(Record, frozen=True, kw_only=True):
    """Words of the document with their place: the object of a measure, a part of it."""

    text: str
    span: Span


class Part(Record, frozen=True, kw_only=True):
    """A verb phrase of a long directive; `strength` parts what can be checked from orientation."""

    span: Span
    strength: Strength = "mandatory"


class Measure(Row, frozen=True, kw_only=True):
    """One checkable duty, pinned to the words it came from."""

    code: str
    document: str
    quote: str
    title: Sourced[str]
    clause: str | None = None
    span: Span | None = None
    object: Named | None = None
    parts: tuple[Part, ...] = ()
    kind: Sourced[Kind] | None = None
    rule: bool = False
    strength: Strength = "mandatory"
    polarity: Literal["do", "refrain"] = "do"
    parent: str | None = None
    group: Sourced[str] | None = None
    theme: Sourced[str] | None = None
    tier: Sourced[str] | None = None
    start: Sourced[Deadline] | None = None
    deadline: Sourced[Deadline] | None = None
    recurring: Sourced[Recurring] | None = None
    output_form: Sourced[str] | None = None
    acceptance_test: Sourced[str] | None = None
    verifier: Sourced[str] | None = None
    goal: Sourced[str] | None = None
    risks: Sourced[str] | None = None
    needs: Sourced[str] | None = None
    leader: Sourced[str] | None = None
    officer: Sourced[str] | None = None
    phone: Sourced[str] | None = None
    indicator: Sourced[str] | None = None
    upper: tuple[str, ...] = ()
    state: str = "proposed"
    confidence: float | None = None
    because: tuple[str, ...] = ()
    checked: bool = False
    note: str | None = None


class Assignment(Row, frozen=True, kw_only=True):
    """Who owes what in a measure. `unit.value` is a unit id; an origin `proposed` is a suggestion, not a
    duty.
    """

    measure: str
    unit: Sourced[str]
    role: Sourced[Role]
    relation: str | None = None
    duty_text: Sourced[str] | None = None
    deadline: Sourced[Deadline] | None = None
    inherited: bool = False
    printed: str = ""
    resolved_by: str | None = None
    open_list: bool = False


class Step(Row, frozen=True, kw_only=True):
    """A dated part of a measure. `days` is (low, likely, high) working days; `origin` is the step's own."""

    measure: str
    origin: Origin
    title: Sourced[str]
    unit: Sourced[str] | None = None
    order: int = 1
    stage: Stage | None = None
    start: Sourced[SmallDate] | None = None
    due: Sourced[SmallDate] | None = None
    days: Sourced[tuple[int, int, int]] | None = None
    people: Sourced[float] | None = None
    output_form: Sourced[str] | None = None
    weight: int | None = None
    key: bool = False
    done_on: str | None = None


class Lag(Record, frozen=True, kw_only=True):
    """A wait on a link."""

    value: int
    unit: Literal["day", "week", "month", "quarter", "year"] = "day"
    days: Literal["calendar", "working"] = "working"


class Link(Row, frozen=True, kw_only=True, rename={"from_": "from"}):
    """The order of two steps or measures; `condition` is the document's words, `span` their place in the
    document of the measure that waits (`to`)."""

    from_: str
    to: str
    kind: LinkKind = "FS"
    lag: Lag | None = None
    condition: str | None = None
    span: Span | None = None
    hard: bool = True


class Orientation(Record, frozen=True, kw_only=True):
    """A principle or slogan of a document: kept and printed, never a measure."""

    document: str
    span: Span
    text: str
    clause: str | None = None


class SetAside(Record, frozen=True, kw_only=True):
    """A sentence that looks like a duty and is not, with the reason."""

    document: str
    span: Span
    reason: str


class Warning(Record, frozen=True, kw_only=True):
    """What could not be read or used, in a sentence for a person."""

    document: str | None
    text: str


class Ledger(Record, frozen=True, kw_only=True):
    """The whole of a plan: what was decided, who owes what, in which steps and order."""

    plan: Plan
    format: Literal["milepost.ledger/1"] = "milepost.ledger/1"
    settings: tuple[Setting, ...] = ()
    documents: tuple[Document, ...] = ()
    clauses: tuple[Clause, ...] = ()
    units: tuple[Unit, ...] = ()
    meetings: tuple[Meeting, ...] = ()
    measures: tuple[Measure, ...] = ()
    assignments: tuple[Assignment, ...] = ()
    steps: tuple[Step, ...] = ()
    links: tuple[Link, ...] = ()
    orientation: tuple[Orientation, ...] = ()
    set_aside: tuple[SetAside, ...] = ()
    warnings: tuple[Warning, ...] = ()


# --- schedule ---


class Driver(Record, frozen=True, kw_only=True):
    """What forces a date: `ref` is the id of the link, unit, step or measure; `words` says it to a person."""

    kind: Literal["link", "unit", "calendar", "release", "promise", "condition"]
    words: str
    ref: str | None = None


class ScheduleRow(Record, frozen=True, kw_only=True):
    """One step with its first and last day of work; `slack_days` in working days."""

    step: str
    start: str
    finish: str
    driver: Driver
    slack_days: int = 0
    critical: bool = False


class PromiseKept(Record, frozen=True, kw_only=True):
    """A promised date of a measure beside the planned finish; `days_late` in calendar days, 0 when kept."""

    measure: str
    due: str
    finish: str | None = None
    days_late: int = 0


class Load(Record, frozen=True, kw_only=True):
    """A unit's work in a month, in person-days, and what it can do."""

    unit: str
    month: str
    days: float
    capacity: float | None = None


class Verified(Record, frozen=True, kw_only=True):
    """The verdict of the independent checker."""

    ok: bool
    by: str
    faults: tuple[str, ...] = ()


class Schedule(Record, frozen=True, kw_only=True):
    """When each step is worked on, and why then."""

    plan_print: str
    today: str
    calendar: str
    verified: Verified
    format: Literal["milepost.schedule/1"] = "milepost.schedule/1"
    region: str | None = None
    rows: tuple[ScheduleRow, ...] = ()
    promises: tuple[PromiseKept, ...] = ()
    load: tuple[Load, ...] = ()
    makespan: int = 0
    bound: int = 0
    proven: bool = False
    rule: str = ""
    limit_s: float = 0.0
    seed: int = 0
