"""A deadline of a Chinese text with its place in the copy, and how a phrase becomes one.

In: a phrase and the days of the document. Out: `Due`. Which words make a phrase stands in `deadline_rows`.
"""

from msgspec import Struct

from milepost.ledger.records import DeadlineKind, Every, Offset, Precision
from milepost.reading.chinese.dates import Days
from milepost.reading.deadlines.phrases import Combine, Doubt, Phrase
from milepost.reading.deadlines.resolver import resolve


class Due(Struct, frozen=True, kw_only=True, gc=False):
    """A deadline with its place in the copy, its row, and why its date is missing or doubtful."""

    rule: str
    start: int
    end: int
    kind: DeadlineKind
    date: str | None = None
    precision: Precision = "day"
    offset: Offset | None = None
    anchor: str | None = None
    every: Every | None = None
    combine: Combine | None = None
    doubt: Doubt | None = None
    phrase: Phrase | None = None


def by_place(due: Due) -> int:
    """Where a deadline stands."""
    return due.start


def moved(due: Due, by: int) -> Due:
    """The same deadline further on."""
    return Due(
        rule=due.rule,
        start=due.start + by,
        end=due.end + by,
        kind=due.kind,
        date=due.date,
        precision=due.precision,
        offset=due.offset,
        anchor=due.anchor,
        every=due.every,
        combine=due.combine,
        doubt=due.doubt,
        phrase=due.phrase,
    )


def due_of(rule: str, start: int, end: int, phrase: Phrase, days: Days) -> Due:
    """The deadline that a phrase comes to."""
    comes_to = resolve(phrase, days)
    return Due(
        rule=rule,
        start=start,
        end=end,
        kind=phrase.kind,
        date=comes_to.date,
        precision=comes_to.precision,
        offset=phrase.offset,
        anchor=phrase.anchor,
        every=phrase.every,
        combine=phrase.combine,
        doubt=comes_to.doubt,
        phrase=phrase,
    )
