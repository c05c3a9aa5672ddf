"""The road map: lanes of rows with stages, promises, links, and what is said around the drawing."""

from typing import Literal

from milepost.books.content.records.cells import Cell, Column, Legend, Part
from milepost.books.content.records.facts import Facts
from milepost.books.content.records.timetable import Bar, Month
from milepost.ledger.records import DeadlineKind

Wall = Literal["auto", "A3", "A1"]
"""The paper a wall map is made for; `auto` takes what its rows need."""


class RoadPromise(Part, frozen=True, kw_only=True):
    """A date promised in the text: drawn as a solid lozenge on a solid stem."""

    date: str
    words: str
    kind: DeadlineKind


class RoadState(Part, frozen=True, kw_only=True):
    """How a measure of an adopted edition stands: the key of its mark and the word beside it; `strong` where
    the finish is not as promised, `chip` where it stands on the dark ground of what is late; `note` is the
    reason of a light that a person set, with the computed one."""

    mark: str
    words: str
    note: str = ""
    strong: bool = False
    chip: bool = False


class RoadRow(Part, frozen=True, kw_only=True):
    """A measure on the road map. The right column prints `as_written`, then `finish` under its mark, then
    `finish_note`; `note` stands where bars would ("no steps proposed"); `alt` is the row in a
    sentence.

    In an adopted edition the right column prints `output`, then `finish`, then the mark of `state`.
    `cooperating` stands in brackets behind the lead, as `cooperating_count` where it does not fit;
    `done_steps` have a heavy base line, `baseline` is the day of the open lozenge over the row, `verified_on`
    that of the disc with a tick; `is_key` puts the row on the sheet of the key tier."""

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
    output: Cell | None = None
    cooperating: Cell | None = None
    cooperating_count: str = ""
    done_steps: tuple[str, ...] = ()
    baseline: str | None = None
    verified_on: str | None = None
    state: RoadState | None = None
    is_key: bool = False


class Lane(Part, frozen=True, kw_only=True):
    """A lane; its head is dashed where `name` is proposed."""

    key: str
    kind: Literal["plan", "unsure", "standing"]
    name: Cell
    rows: tuple[RoadRow, ...]


class RoadLink(Part, frozen=True, kw_only=True):
    """An arrow from the end of a stage into the start of the stage it opens (step ids; `from_row` and
    `to_row` are measure ids). The table under the map repeats it in words; `brief` is the condition as the
    drawing prints it, `alt` the link in a sentence."""

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
    brief: str = ""
    alt: str = ""


class Under(Part, frozen=True, kw_only=True):
    """One of the three sentences under the map: what would firm it up."""

    head: str
    body: str


class RoadMap(Part, frozen=True, kw_only=True):
    """The wall map: one sheet, lanes of rows with stages, links between them, and what is said around it.

    `adopted` maps promise: stages have their tones, rows their state. `paper` is the wall it is made for,
    `prefix` begins every id of its drawing, so that two can share a page; `book` and `subject` stand at the
    head of the page, `key_words` names the sheet of the key tier."""

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
    adopted: bool = False
    paper: Wall = "auto"
    prefix: str = "road-map"
    book: str = ""
    subject: str = ""
    key_words: str = ""

    @property
    def row_count(self) -> int:
        """Measures drawn."""
        return sum(len(lane.rows) for lane in self.lanes)
