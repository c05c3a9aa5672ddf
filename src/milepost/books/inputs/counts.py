"""Frozen counts and the typed parts of half-year and year reports."""

from typing import Literal

from milepost.books.inputs.input import Input

CountKey = Literal["planned", "done", "verified", "carried_over", "cancelled", "extended"]


class Count(Input, frozen=True, kw_only=True):
    """A count with last year's beside it and the measures it counts; nothing is typed that is counted."""

    key: CountKey
    number: int
    last_year: int | None = None
    measures: tuple[str, ...] = ()


class Narrative(Input, frozen=True, kw_only=True):
    """What a person typed under a heading of the report, paragraph by paragraph."""

    part: Literal["results", "problems", "next_year", "moved", "stuck", "practice"]
    paragraphs: tuple[str, ...] = ()


class InnovationCase(Input, frozen=True, kw_only=True):
    """A practice sent out to others or taken in from them."""

    title: str
    direction: Literal["out", "in"]
    place: str = ""
    state: str = ""


class Finding(Input, frozen=True, kw_only=True):
    """A finding of an inspection with its cure."""

    text: str
    unit: str | None = None
    due: str | None = None
    state: str = ""


class Carried(Input, frozen=True, kw_only=True):
    """A measure carried over with old and new day and the reason."""

    measure: str
    old_due: str | None = None
    new_due: str | None = None
    reason: str = ""


class FrozenCounts(Input, frozen=True, kw_only=True):
    """The frozen figures of a period for the whole, a group (its name) or a unit (its id).

    `quarters` holds by quarter ("2027-Q1") the counts of planned, done and verified.
    """

    scope: Literal["whole", "group", "unit"]
    subject: str = ""
    period: Literal["half", "year"]
    start: str
    end: str
    frozen_on: str
    counts: tuple[Count, ...] = ()
    quarters: dict[str, tuple[int, int, int]] = {}
    narrative: tuple[Narrative, ...] = ()
    cases: tuple[InnovationCase, ...] = ()
    findings: tuple[Finding, ...] = ()
    carried: tuple[Carried, ...] = ()
    causes: dict[str, int] = {}
