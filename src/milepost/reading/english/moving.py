"""What was read in a cell, put at its place in the text.

In: a measure or a record with a place, and how far on it stands. Out: the same with its places moved.
"""

from typing import TypeVar

from msgspec import Struct
from msgspec.structs import replace

from milepost.ledger.origins import Span
from milepost.reading.records import FoundMeasure

Placed = TypeVar("Placed", bound=Struct | None)


def moved(found: FoundMeasure, by: int) -> FoundMeasure:
    """A measure with all its places moved."""
    return replace(
        found,
        span=shifted(found.span, by),
        object=placed(found.object, by),
        output=placed(found.output, by),
        deadline=placed(found.deadline, by),
        lead=[placed(one, by) for one in found.lead],
        support=[placed(one, by) for one in found.support],
        guide=[placed(one, by) for one in found.guide],
        implied_support=[placed(one, by) for one in found.implied_support],
        via=[placed(one, by) for one in found.via],
        addressee=[placed(one, by) for one in found.addressee],
        parts=[placed(one, by) for one in found.parts],
        other_deadlines=[placed(one, by) for one in found.other_deadlines],
    )


def shifted(span: Span, by: int) -> Span:
    """A place further on."""
    return span[0] + by, span[1] + by


def placed(found: Placed, by: int) -> Placed:
    """A record that has a place, moved."""
    if found is None:
        return found
    place: Span = found.span  # type: ignore[attr-defined]  # each record of a reading with words has its place
    return replace(found, span=shifted(place, by))
