"""The site of an adopted edition: one page with counts, measures to search and sort, changes, orientation."""

from milepost.books.content.records.cells import Cell, Figure, Part, Sentence
from milepost.books.content.records.facts import Facts
from milepost.books.content.records.page import FileLine, UnitOption


class SiteStep(Part, frozen=True, kw_only=True):
    """A step in a measure's fold."""

    title: Cell
    unit: str = ""
    baseline: Cell
    forecast: Cell
    mark: str


class SiteRow(Part, frozen=True, kw_only=True):
    """A measure. `units` are codes of all its units, the lead first; `end` is the day sorted by: done, else
    forecast; `words` of the mark stand beside it."""

    id: str
    code: str
    number: str
    mark: str
    mark_words: str
    rank: int
    days: int = 0
    title: Cell
    citation: Cell
    sentence: Sentence
    group: Cell
    lead: Cell
    cooperating: tuple[Cell, ...] = ()
    units: tuple[str, ...] = ()
    baseline: Cell
    forecast: Cell
    is_done: bool = False
    steps_done: int = 0
    steps_all: int = 0
    evidence_days: int | None = None
    output: Cell
    test: Cell
    people: tuple[Cell, ...] = ()
    risks: Cell
    light_words: str = ""
    said: str = ""
    steps: tuple[SiteStep, ...] = ()
    changed: bool = False


class SiteChange(Part, frozen=True, kw_only=True):
    """A change since the last edition; `sign` is + − ≠ →, `sign_words` says it."""

    sign: str
    sign_words: str
    number: str
    anchor: str
    field: str
    was: str
    now: str
    by: str


class Option(Part, frozen=True, kw_only=True):
    """A choice in a filter."""

    key: str
    words: str


class Site(Part, frozen=True, kw_only=True):
    """All that the page shows beside the drawings, which the caller gives as SVG."""

    facts: Facts
    title: str
    crumbs: str
    subline: str
    figures: tuple[Figure, ...]
    rows: tuple[SiteRow, ...]
    states: tuple[Option, ...]
    groups: tuple[Option, ...]
    units: tuple[UnitOption, ...]
    changes: tuple[SiteChange, ...] = ()
    changes_rest: str = ""
    orientation: tuple[tuple[Cell, Cell], ...] = ()
    files: tuple[FileLine, ...] = ()
    as_of: str
