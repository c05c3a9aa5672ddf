"""A deadline as recognised, before any day is worked out: the same records for every language.

In: nothing. Out: `SaidDate` (a date as the words say it, with or without a year), `Phrase` (a whole
deadline), `Anchors` (the days that a document fixes), `Resolved` (what the two come to). A part that the
words do not say is None; nothing here is computed. What the parts come to stands in `resolver`.
"""

from typing import Literal

from msgspec import Struct

from milepost.ledger.records import DeadlineKind, Every, Offset, Precision

Doubt = Literal[
    "day",
    "year",
    "order",
    "fiscal",
    "loose",
    "issued",
    "effective",
    "enacted",
    "unsaid",
    "event",
    "working",
    "provisional",
    "number",
    "past",
]
"""Why a date is missing or doubtful: no such day, no year said, day or month first, a fiscal calendar, loose
words, no day of issue known, no day of effect
or of enactment known, no beginning said, an event that has not come, holidays
not known, holidays not yet published, words and digits that differ, a day before the document's own."""

CountsFrom = Literal[
    "issued", "meeting", "next_meeting", "effective", "enacted", "approved", "date", "event", "unsaid"
]
"""What a deadline counts from: a day of the document or of its meetings, a printed date, an event, or nobody
says what."""


Combine = Literal["later_of", "earlier_of"]


class Record(Struct, frozen=True, kw_only=True, gc=False):
    """What every record of this room is: frozen and built by keyword."""


class SaidDate(Record, frozen=True, kw_only=True):
    """A date as printed: "12 May", "mid-May 2028", "the third quarter", 明年3月底. What ends in `_on` counts
    from the document's own year, month, quarter or week, whose first `weekday` is 1; `third` is the early,
    middle or late part of a month."""

    year: int | None = None
    years_on: int | None = None
    month: int | None = None
    months_on: int | None = None
    quarters_on: int | None = None
    weeks_on: int | None = None
    weekday: int | None = None
    day: int | None = None
    third: Literal[1, 2, 3] | None = None
    quarter: int | None = None
    half: int | None = None
    days_or_months: tuple[int, int] | None = None
    """Two numbers of which either may be the month: 4/5/2027."""
    gap: Literal["fiscal", "loose"] | None = None
    """What the words leave open: whose fiscal calendar, or how early in a year "early" is."""


class Phrase(Record, frozen=True, kw_only=True):
    """A deadline as recognised. `date` is the last day named, or the day that `offset` counts from; `other`
    is the second of two between which `combine` chooses."""

    kind: DeadlineKind
    date: SaidDate | None = None
    offset: Offset | None = None
    anchor: str | None = None
    counts_from: CountsFrom = "unsaid"
    combine: Combine | None = None
    other: "Phrase | None" = None
    every: Every | None = None
    doubt: Doubt | None = None


class Anchors(Struct, frozen=True):
    """The days that a document fixes: of its issue (or its year alone), its meeting and the next one, its
    approval and its effect; the region whose holidays count, whether 4/5/2027 is in May, and whether an order
    speaks, whose bare "within 14 days" counts from its own day."""

    issued: str | None = None
    year: int | None = None
    meeting: str | None = None
    next_meeting: str | None = None
    approved: str | None = None
    effective: str | None = None
    region: str | None = None
    day_first: bool | None = None
    orders: bool = False


class Resolved(Record, frozen=True, kw_only=True):
    """What a phrase comes to: the last good day with its precision, or why there is none."""

    date: str | None = None
    precision: Precision = "day"
    doubt: Doubt | None = None
