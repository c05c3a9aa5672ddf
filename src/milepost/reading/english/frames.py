"""What passes between the rooms that read duties: a duty before it becomes a measure, and what a lead-in
hands down.

In: nothing. Out: the records. `Found` points into one sentence, `Frame` goes from a lead-in to its items.
"""

from typing import Literal

from msgspec import Struct

from milepost.ledger.records import Strength
from milepost.reading.english.chunks import Range
from milepost.reading.english.deadlines import Timed
from milepost.reading.english.leadins import Mode
from milepost.reading.english.modals import Mark
from milepost.reading.records import (
    FoundMeasure,
    FoundRecurring,
    NamedUnit,
    Reason,
    SetAsideFound,
    Supporting,
)

TRAIL = " \n\t.;:,"
"""What closes a sentence or an item and is no part of its words."""


class Frame(Struct, frozen=True):
    """What a lead-in hands down to its items; `aside` is why all of them are no duties, `asks` says that each
    names whom the lead has to require or direct."""

    mode: Mode = "none"
    rule: str = ""
    strength: Strength = "mandatory"
    polarity: Literal["do", "refrain"] = "do"
    lead: tuple[NamedUnit, ...] = ()
    via: tuple[NamedUnit, ...] = ()
    addressee: tuple[NamedUnit, ...] = ()
    support: tuple[Supporting, ...] = ()
    deadlines: tuple[Timed, ...] = ()
    recurring: FoundRecurring | None = None
    open_list: bool = False
    parent: str | None = None
    aside: Reason | None = None
    asks: bool = False


class Found(Struct, frozen=True):
    """A duty found in a sentence, before it becomes a measure: where it stands and who is bound."""

    mark: Mark
    start: int
    verb: int
    end: int
    lead: tuple[NamedUnit, ...]
    around: tuple[Range, ...]
    roles: Literal["marked", "in_text", "inherited", "none"] = "marked"
    extra: tuple[str, ...] = ()
    is_open: bool = False
    support: tuple[Supporting, ...] = ()


class Duties(Struct, frozen=True):
    """What the room hands back."""

    measures: list[FoundMeasure]
    set_aside: list[SetAsideFound]
