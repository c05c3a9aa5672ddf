"""The load of units: stages they lead and duties they join, by the month in which each ends.

In: a `View` and a `Standing`. Out: `Monthly` counts a unit, and the strip's cells on an axis. A stage ends on
the day it was done, else on its forecast. A joined duty ends on its own day; one without a day counts as the
consulting and the carrying out of its measure. A limit holds for a month: a wider column is above it as soon
as one of its months is.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from milepost.books.content.records import Cell, Month
from milepost.books.content.records.pictures import LoadCell, UnitLoad
from milepost.books.content.standing import Standing
from milepost.books.content.view import View
from milepost.books.wording.labels import words
from milepost.ledger.records import Assignment, Measure, Stage, Step

JOINED_STAGES: tuple[Stage, ...] = ("consult", "carry_out")
"""The stages of a measure in which every cooperating unit has work."""


class Monthly(NamedTuple):
    """Stages led and duties joined by month (`2027-06`)."""

    led: Counter[str]
    joined: Counter[str]


def step_end(standing: Standing, step: Step) -> str | None:
    """The day a step was done, else its forecast."""
    return step.done_on or standing.step_forecast(step)


def monthly_loads(view: View, standing: Standing) -> dict[str, Monthly]:
    """The load of every unit of the register that has one, in the register's order."""
    found: dict[str, Monthly] = {}
    for measure in view.ledger.measures:
        lead = view.lead(measure)
        for step in view.steps(measure):
            unit = step.unit.value if step.unit else lead.unit.value if lead else None
            _count(found, unit, step_end(standing, step), led=True)
        for duty in view.cooperating(measure):
            for day in _duty_ends(view, standing, measure, duty):
                _count(found, duty.unit.value, day, led=False)
    return {unit: found[unit] for unit in view.units if unit in found}


def _count(found: dict[str, Monthly], unit: str | None, day: str | None, *, led: bool) -> None:
    """Add one ending to a unit's month."""
    if unit and day:
        load = found.get(unit) or found.setdefault(unit, Monthly(Counter(), Counter()))
        (load.led if led else load.joined)[day[:7]] += 1


def _duty_ends(view: View, standing: Standing, measure: Measure, duty: Assignment) -> Iterable[str | None]:
    """The days on which a cooperating unit's work in a measure ends."""
    known = standing.duties.get(duty.id)
    own = known.done_on if known and known.done_on else standing.duty_forecast(duty)
    if own:
        return (own,)
    return (step_end(standing, s) for s in view.steps(measure) if s.stage in JOINED_STAGES)


def unit_loads(
    view: View, standing: Standing, loads: Mapping[str, Monthly], months: tuple[Month, ...]
) -> tuple[UnitLoad, ...]:
    """The strip's rows; each says its limit where units have different ones."""
    limits = {unit: standing.state.limits.get(unit) for unit in loads}
    apart = len(set(limits.values())) > 1
    return tuple(_row(view, unit, load, months, limits[unit], apart) for unit, load in loads.items())


def _row(
    view: View, unit: str, load: Monthly, months: tuple[Month, ...], limit: int | None, apart: bool
) -> UnitLoad:
    """A unit's row of the strip."""
    cells = tuple(_cell(load, month, limit) for month in months)
    peak = max((load.led[m] + load.joined[m] for m in {*load.led, *load.joined}), default=0)
    key = "year.load_total_limit" if apart and limit is not None else "year.load_total"
    led, joined = sum(cell.led for cell in cells), sum(cell.joined for cell in cells)
    return UnitLoad(
        unit=Cell(text=view.units[unit].name, origin="typed", rule="unit"),
        cells=cells,
        total=words(key, view.language, led=led, joined=joined, peak=peak, limit=limit),
        limit=limit,
    )


def _cell(load: Monthly, column: Month, limit: int | None) -> LoadCell:
    """What ends in a column, and whether one of its months is above the limit."""
    first, last = column.first[:7], column.last[:7]
    held = {month for month in (*load.led, *load.joined) if first <= month <= last}
    over = limit is not None and any(load.led[month] + load.joined[month] > limit for month in held)
    return LoadCell(
        led=sum(load.led[month] for month in held),
        joined=sum(load.joined[month] for month in held),
        over=over,
    )


def limit_note(view: View, rows: tuple[UnitLoad, ...]) -> str:
    """What the frames of the strip mean: the one limit of all units, or each unit's own."""
    limits = {row.limit for row in rows}
    if limits == {None}:
        return words("year.load_note_none", view.language)
    if len(limits) == 1:
        return words("year.load_note_limit", view.language, n=limits.pop())
    return words("year.load_note", view.language)
