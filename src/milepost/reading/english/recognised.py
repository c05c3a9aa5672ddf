"""A phrase with its place, and the phrase of a length of time: what every reader of deadlines makes.

In: the words of a match. Out: `Recognised`, `Phrase`. Which rows there are stands in `deadline_rows`, what
they say in `deadline_phrases` and `choices`.
"""

import re
from collections.abc import Callable

from msgspec import Struct

from milepost.ledger.origins import Span
from milepost.reading.deadlines.phrases import Anchors, CountsFrom, Phrase
from milepost.reading.english.dates import DATE_PATTERN, said_date
from milepost.reading.english.lengths import disagree, offset_of

RELATIVE: tuple[CountsFrom, ...] = ("issued", "meeting", "effective", "enacted", "approved", "date")
"""A length from a day is relative; from anything else it waits for an event."""
Reader = Callable[[re.Match[str], Anchors], "Recognised | None"]


class Recognised(Struct, frozen=True):
    """A phrase and where its words stand."""

    phrase: Phrase
    span: Span


def trimmed(match: re.Match[str], phrase: Phrase) -> Recognised:
    """A phrase whose words are those of the match without what closes them."""
    words = match.group().rstrip(" ,.;:")
    for tail in (" shall", " and"):
        words = words.removesuffix(tail)
    return Recognised(phrase, (match.start(), match.start() + len(words)))


def length_phrase(number: str, unit: str, anchor: str, counts_from: CountsFrom) -> Phrase:
    """A length of time from an anchor; words and digits that differ say no length, and that they differ."""
    date = DATE_PATTERN.search(anchor) if counts_from == "date" else None
    return Phrase(
        kind="relative" if counts_from in RELATIVE else "event",
        offset=offset_of(number, unit),
        anchor=anchor.removeprefix("the "),
        counts_from=counts_from,
        date=said_date(date.group()) if date else None,
        doubt="number" if disagree(number) else None,
    )
