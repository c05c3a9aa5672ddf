"""The road map: lanes of rows with stages, promises, links, and what is said around the drawing."""

from typing import Literal

from milepost.books.content.records.cells import Cell, Column, Legend, Part
from milepost.books.content.records.facts import Facts
from milepost.books.content.records.timetable import Bar, Month
from milepost.ledger.records import DeadlineKind


class RoadPromise(Part, frozen=True, kw_only=True):
    """A date promised in the text: drawn as a solid lozenge on a solid stem."""

    date: str
    words: str
    kind: DeadlineKind


class RoadRow(Part, frozen=True, kw_only=True):
    """A measure on the road map. The right column prints `as_written`, then `finish` under its mark, then
    `finish_note`; `note` stands where bars would ("no steps proposed"); `alt` is the row in a
    sentence."""

    id: str
    code: str
    number: str
    title: Cell
    lead: Cell
    lead_note: str = ""
    stages: tuple[Bar, ...] = ()
    checks: tuple[str, ...] = ()
    promise: RoadPromise | None = None
    as_written: Cell
    finish: Cell | None = None
    finish_note: str = ""
    note: str = ""
    alt: str = ""


class Lane(Part, frozen=True, kw_only=True):
    """A lane; its head is dashed where `name` is proposed."""

    key: str
    kind: Literal["plan", "unsure", "standing"]
    name: Cell
    rows: tuple[RoadRow, ...]


class RoadLink(Part, frozen=True, kw_only=True):
    """An arrow from the end of a stage into the start of the stage it opens (step ids; `from_row` and
    `to_row` are measure ids). The table under the map repeats it in words."""

    number: int
    from_row: str
    from_step: str
    to_row: str
    to_step: str
    first: Cell
    then: Cell
    condition: Cell
    when: Cell
    critical: bool = False


class Under(Part, frozen=True, kw_only=True):
    """One of the three sentences under the map: what would firm it up."""

    head: str
    body: str


class RoadMap(Part, frozen=True, kw_only=True):
    """The wall map: one sheet, lanes of rows with stages, links between them, and what is said around it."""

    facts: Facts
    title: str
    title_line: str
    no_links: str
    months: tuple[Month, ...]
    today: str
    today_words: str
    measure_head: str
    finish_head: str
    lanes: tuple[Lane, ...]
    legend: tuple[Legend, ...]
    stage_key: str
    links: tuple[RoadLink, ...] = ()
    links_heading: str = ""
    links_columns: tuple[Column, ...] = ()
    critical: tuple[str, ...] = ()
    critical_words: str = ""
    under: tuple[Under, ...] = ()
    alt_text: str

    @property
    def row_count(self) -> int:
        """Measures drawn."""
        return sum(len(lane.rows) for lane in self.lanes)
