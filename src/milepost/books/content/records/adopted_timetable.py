"""The timetable of an adopted edition: the year with bars, the load, what is late and due, all steps.

Three dates stand side by side and are never merged: baseline, forecast, done. Bars are decoration: what they
show stands as text in the row. Days for the drawing are ISO strings cut to the axis; days for people stand in
cells.
"""

from typing import Literal

from milepost.books.content.records.cells import Cell, Column, Legend, Part, Section
from milepost.books.content.records.facts import Facts
from milepost.books.content.records.pictures import PictureRecord, UnitLoad
from milepost.books.content.records.timetable import Month

Look = Literal["done", "forecast", "past", "wait"]
Scope = Literal["whole", "group", "unit", "month"]
Sheet = Literal["A4", "A3", "A1"]


class Stretch(Part, frozen=True, kw_only=True):
    """A piece of a bar from `start` to `finish`: done solid, forecast open, past the baseline hatched, a wait
    between stages dotted."""

    start: str
    finish: str
    look: Look


class StateCell(Part, frozen=True, kw_only=True):
    """How a row stands: the key of its mark, the word beside it, and a note where a person set the light."""

    mark: str
    words: str
    strong: bool = False
    note: str = ""


class YearRow(Part, frozen=True, kw_only=True):
    """A measure over the year. `lozenge` is the baseline's day and `disc` the day it was done, where they lie
    on the axis; `slipped` says that the forecast lies past the baseline."""

    id: str
    code: str
    number: str
    title: Cell
    lead: Cell
    stretches: tuple[Stretch, ...]
    checks: tuple[str, ...]
    lozenge: str | None
    disc: str | None
    baseline: Cell
    forecast: Cell | None
    done: Cell | None
    slipped: bool
    state: StateCell
    changed: bool = False
    alt: str = ""


class YearGroup(Part, frozen=True, kw_only=True):
    """Measures of one group; its name repeats after a page break."""

    name: Cell
    count: str
    rows: tuple[YearRow, ...]


class Load(Part, frozen=True, kw_only=True):
    """The load strip under the year."""

    heading: str
    note: str
    rows: tuple[UnitLoad, ...]


class Unlock(Part, frozen=True, kw_only=True):
    """The measures that wait for a stage, and on what condition."""

    measures: str
    condition: Cell | None


class DueLine(Part, frozen=True, kw_only=True):
    """A stage that is late or falls due: `days` until its promise, below zero when past."""

    number: str
    due: Cell
    forecast: Cell | None
    days: int
    days_words: str
    stage: Cell
    measure: Cell
    lead: Cell
    unlocks: tuple[Unlock, ...]
    state: StateCell


class StepLine(Part, frozen=True, kw_only=True):
    """A step in the annex: its bar and its three dates; `evidence` is kind and date of each piece."""

    number: str
    measure_number: str
    measure: Cell
    step: Cell
    unit: Cell
    stretch: Stretch | None
    lozenge: str | None
    baseline: Cell
    forecast: Cell | None
    done: Cell | None
    evidence: tuple[Cell, ...]


class LongText(Part, frozen=True, kw_only=True):
    """A text too long for its row, whole, under the number and column it belongs to."""

    number: int
    heading: str
    text: Cell


class AdoptedTimetable(Part, frozen=True, kw_only=True):
    """A timetable of an adopted edition: of the whole plan, a group or a unit, or of the months ahead alone
    (then `groups` is empty). `volume` says which rows it holds where the plan is split."""

    facts: Facts
    scope: Scope
    code: str
    title: str
    subject: str
    heading: str
    adopted_line: str
    months: tuple[Month, ...]
    columns: tuple[Column, ...]
    groups: tuple[YearGroup, ...]
    load: Load | None
    legend: tuple[Legend, ...]
    today: str
    today_words: str
    count: str
    due: Section[DueLine]
    annex: Section[StepLine] | None
    annex_months: tuple[Month, ...]
    pictures: tuple[PictureRecord, ...]
    pictures_heading: str
    alt: str
    texts: tuple[LongText, ...] = ()
    texts_heading: str = ""
    short_names: str = ""
    volume: str = ""
    paper: Sheet = "A4"
