"""Who works on a step, and how much of a unit's people it takes each day.

In: a ledger with steps, the lengths planning chose. Out: per step the units with hundredths of people; per
unit its capacity and whether somebody stated it; per unit and month the load. A cooperating unit takes part
in consulting, carrying out and evaluating, a guiding unit in reviewing, with half the lead's demand each. A
measure without a unit uses nobody's capacity. Not here: placing (`levelling`).
"""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from milepost.ledger.records import Ledger, Load
from milepost.planning.calendar import WorkCalendar
from milepost.planning.durations import HUNDREDTHS
from milepost.planning.settings import Rules
from milepost.planning.templates import STANDING_SHARE, lead_units

TAKES_PART = {"cooperating": ("consult", "carry_out", "evaluate"), "guide": ("review",)}
"""Stages that units other than the lead take part in by default."""

PARTNER_SHARE = 0.5


def asks(ledger: Ledger, people: Sequence[int]) -> list[list[tuple[str, int]]]:
    """Units and hundredths of people that each step asks for, its own unit first; none for a done step."""
    known = {unit.id for unit in ledger.units}
    partners = _partners(ledger)
    found = []
    for step, demand in zip(ledger.steps, people, strict=True):
        asked: dict[str, int] = {}
        if step.done_on is None and demand > 0:
            if step.unit is not None:
                asked[step.unit.value] = demand
            if step.origin == "proposed":
                for unit in partners.get((step.measure, step.stage or ""), ()):
                    asked.setdefault(unit, max(1, round(demand * PARTNER_SHARE)))
        found.append([(unit, amount) for unit, amount in asked.items() if unit in known])
    return found


def capacities(ledger: Ledger, rules: Rules) -> dict[str, tuple[int, bool]]:
    """Hundredths of people a day of each unit, and whether that is only the default."""
    return {
        unit.id: (
            round((rules.capacity if unit.capacity is None else unit.capacity) * HUNDREDTHS),
            unit.capacity is None,
        )
        for unit in ledger.units
    }


def load_of(
    ledger: Ledger,
    rules: Rules,
    asked: Sequence[Sequence[tuple[str, int]]],
    days: Sequence[tuple[dt.date, dt.date] | None],
    calendars: Mapping[str, WorkCalendar],
    begin: dt.date,
) -> tuple[Load, ...]:
    """Person-days of each unit and month with the capacity, standing duties counted up to the horizon."""
    work: dict[tuple[str, str], float] = defaultdict(float)
    for asks_of_step, span in zip(asked, days, strict=True):
        if span is None:
            continue
        for unit, amount in asks_of_step:
            for month, count in _months(span[0], span[1], calendars[unit]):
                work[unit, month] += amount * count / HUNDREDTHS
    for unit in _standing_leads(ledger):
        end = _months_later(begin, rules.horizon) - dt.timedelta(1)
        for month, count in _months(begin, end, calendars[unit]):
            work[unit, month] += STANDING_SHARE * count
    rooms = capacities(ledger, rules)
    order = {unit.id: at for at, unit in enumerate(ledger.units)}
    rows = []
    for unit, month in sorted(work, key=lambda key: (order[key[0]], key[1])):
        first = dt.date.fromisoformat(f"{month}-01")
        last = _months_later(first, 1) - dt.timedelta(1)
        room = rooms[unit][0] / HUNDREDTHS * calendars[unit].count(first, last)
        rows.append(Load(unit=unit, month=month, days=round(work[unit, month], 2), capacity=round(room, 2)))
    return tuple(rows)


def _partners(ledger: Ledger) -> dict[tuple[str, str], list[str]]:
    """By measure and stage, the units that take part beside the lead."""
    found: dict[tuple[str, str], list[str]] = defaultdict(list)
    for one in ledger.assignments:
        if one.unit.origin != "proposed":
            for stage in TAKES_PART.get(one.role.value, ()):
                found[one.measure, stage].append(one.unit.value)
    return found


def _standing_leads(ledger: Ledger) -> Iterator[str]:
    """The lead of each standing measure that has no steps of its own."""
    leads, known = lead_units(ledger), {unit.id for unit in ledger.units}
    stepped = {step.measure for step in ledger.steps}
    for measure in ledger.measures:
        standing = measure.kind is not None and measure.kind.value == "standing"
        if standing and measure.id not in stepped and leads.get(measure.id) in known:
            yield leads[measure.id]


def _months(first: dt.date, last: dt.date, calendar: WorkCalendar) -> Iterator[tuple[str, int]]:
    """The months of a span with the working days in each."""
    while first <= last:
        end = min(last, _months_later(first.replace(day=1), 1) - dt.timedelta(1))
        count = calendar.count(first, end)
        if count:
            yield f"{first:%Y-%m}", count
        first = end + dt.timedelta(1)


def _months_later(day: dt.date, months: int) -> dt.date:
    """The first of the month some months later."""
    years, month = divmod(day.month - 1 + months, 12)
    return dt.date(day.year + years, month + 1, 1)
