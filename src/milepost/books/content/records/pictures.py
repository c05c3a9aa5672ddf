"""Pictures that a leader reads at a glance: progress by group, load by unit and month, promises at risk.

A picture is data: counts and dates with their words. Writers draw it; `alt` says it in sentences to those who
don't see it.
"""

from milepost.books.content.records.cells import Cell, Language, Part
from milepost.books.content.records.timetable import Month


class MarkCount(Part, frozen=True, kw_only=True):
    """How many measures carry a mark."""

    mark: str
    words: str
    number: int


class ProgressRow(Part, frozen=True, kw_only=True):
    """A group with its measures by mark, in the one order of marks; marks that nobody carries count 0."""

    name: Cell
    counts: tuple[MarkCount, ...]
    total: int


class ProgressPicture(Part, frozen=True, kw_only=True, tag="progress"):
    """Measures of each group by mark of state."""

    title: str
    alt: str
    language: Language
    note: str
    total_head: str
    rows: tuple[ProgressRow, ...]
    marks: tuple[MarkCount, ...]


class LoadCell(Part, frozen=True, kw_only=True):
    """What a unit has ending in one column: stages led and duties joined; `over` its limit in a month."""

    led: int
    joined: int
    over: bool = False

    @property
    def total(self) -> int:
        """Both together."""
        return self.led + self.joined


class UnitLoad(Part, frozen=True, kw_only=True):
    """The load of a unit, column by column; `total` says the year and the peak in words."""

    unit: Cell
    cells: tuple[LoadCell, ...]
    total: str
    limit: int | None = None


class LoadPicture(Part, frozen=True, kw_only=True, tag="load"):
    """Stages ending by unit and month."""

    title: str
    alt: str
    language: Language
    note: str
    months: tuple[Month, ...]
    rows: tuple[UnitLoad, ...]


class RiskRow(Part, frozen=True, kw_only=True):
    """A measure whose forecast lies past its baseline: by how many days, and on whom it waits."""

    number: str
    title: Cell
    lead: Cell
    baseline: Cell
    forecast: Cell
    days: int
    days_words: str
    waits: str
    mark: str


class RiskPicture(Part, frozen=True, kw_only=True, tag="risk"):
    """Promises at risk, those furthest past first; `rest` counts those that the drawing has no room for."""

    title: str
    alt: str
    language: Language
    note: str
    heads: tuple[str, ...]
    rows: tuple[RiskRow, ...]
    empty: str
    rest: str = ""


PictureRecord = ProgressPicture | LoadPicture | RiskPicture
