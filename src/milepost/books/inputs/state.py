"""The state of a plan at its freeze: lights, forecasts, reports, evidence, rulings, and all other inputs."""

from typing import Literal

from milepost.books.inputs.counts import FrozenCounts
from milepost.books.inputs.coverage import Coverage, UpperRequirement
from milepost.books.inputs.handling import Handling, Restriction
from milepost.books.inputs.input import Input
from milepost.books.inputs.meetings import MeetingRecord
from milepost.books.inputs.notices import Notice
from milepost.ledger.records import Precision

Colour = Literal["red", "yellow", "grey", "blue", "green", "none"]
COLOURS: tuple[Colour, ...] = ("red", "yellow", "grey", "blue", "green", "none")
"""The one order of lights: precedence, sorting, legends."""


class Adoption(Input, frozen=True, kw_only=True):
    """What made the plan binding: body, its sitting in words ("9th meeting"), the day."""

    body: str
    sitting: str = ""
    on: str | None = None


class Rules(Input, frozen=True, kw_only=True):
    """The working rules in force and those of their values that legends print."""

    name: str = ""
    near_words: str = ""
    evidence_days: int | None = None


class Light(Input, frozen=True, kw_only=True):
    """A computed light of a measure or an assignment. `reason` is its code (R1 … B3), `words` the reason as
    worded, `days` the days it speaks of; `exposed` names the measure (id) it waits on; `blocked_by` a unit.
    A hand-set light stands beside the computed one with its reason."""

    subject: str
    colour: Colour
    reason: str = ""
    words: str = ""
    days: int | None = None
    exposed: str | None = None
    blocked_by: str | None = None
    hand_set: Colour | None = None
    hand_reason: str = ""


class Forecast(Input, frozen=True, kw_only=True):
    """The day a step, an assignment or a measure is now expected to end, and who says so."""

    subject: str
    date: str
    precision: Precision = "day"
    by: Literal["computed", "reported"] = "computed"


class DutyState(Input, frozen=True, kw_only=True):
    """How an assignment stands: signed, contested, done; `ruling_due` where it is contested."""

    assignment: str
    state: str = "issued"
    signed_on: str | None = None
    done_on: str | None = None
    ruling_due: str | None = None
    waits: str = ""
    officer: str = ""


class Report(Input, frozen=True, kw_only=True):
    """The last report of a unit on a measure: its own words; self-report is never merged with the light."""

    measure: str
    unit: str | None = None
    on: str | None = None
    done: str = ""
    percent_self: int | None = None
    obstacles: str = ""
    needs: str = ""
    next_step: str = ""
    said: str = ""


class Evidence(Input, frozen=True, kw_only=True):
    """A piece of evidence of a step or measure."""

    subject: str
    kind: str
    dated_on: str
    source: str = ""


class Change(Input, frozen=True, kw_only=True):
    """A change since the last edition with its authority; subject is a measure, assignment or step.

    `mark`: added, removed, changed, moved to another unit. `number` (as printed) and `unit` (id) say whose it
    is where the ledger no longer holds the subject.
    """

    subject: str
    mark: Literal["added", "removed", "changed", "moved"]
    field: str
    was: str = ""
    now: str = ""
    by: str = ""
    baseline: bool = False
    number: str = ""
    unit: str | None = None


class State(Input, frozen=True, kw_only=True):
    """All that the books read beside ledger and schedule. `as_of` is the freeze date; `adopted_edition_on`
    the day of the edition before."""

    as_of: str
    format: Literal["milepost.state/1"] = "milepost.state/1"
    body: str = ""
    office: str = ""
    place: str = ""
    contact: str = ""
    rules: Rules = Rules()
    adoption: Adoption | None = None
    previous_on: str | None = None
    lights: tuple[Light, ...] = ()
    forecasts: tuple[Forecast, ...] = ()
    duties: tuple[DutyState, ...] = ()
    reports: tuple[Report, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    changes: tuple[Change, ...] = ()
    extensions: dict[str, int] = {}
    limits: dict[str, int] = {}
    signers: dict[str, str] = {}
    notices: tuple[Notice, ...] = ()
    meetings: tuple[MeetingRecord, ...] = ()
    counts: tuple[FrozenCounts, ...] = ()
    upper: tuple[UpperRequirement, ...] = ()
    coverage: tuple[Coverage, ...] = ()
    restrictions: tuple[Restriction, ...] = ()
    handling: Handling = Handling()
    """`extensions`: how often each measure was extended. `limits`: stages a unit can end in a month.
    `signers`: who signs, by unit (id), group (its name) or "office"."""
