"""From a ledger to a schedule: when each step is worked on, why then, which promises hold, what each unit
carries.

In: a ledger and today. Out: the ledger with kinds and proposed steps, and its schedule, checked by `verify`
before anything is shown. The same ledger and day give the same schedule. Raises LoopFound, SettingFault or
UnknownRegion, each with a sentence for a person. Not here: proposing (`templates`), lengths (`durations`),
placing (`levelling`), reasons (`drivers`), checks of the plan (`analysis`).
"""

import datetime as dt
from collections import defaultdict
from collections.abc import Callable, Sequence
from typing import TypeVar

import msgspec
from msgspec import Struct

from milepost.ledger.prints import plan_print
from milepost.ledger.records import Ledger, Load, PromiseKept, Schedule, ScheduleRow, Verified
from milepost.planning.axis import Axis, OffAxis
from milepost.planning.bounds import StepBound, delivering, promised_steps, step_bounds
from milepost.planning.calendar import WorkCalendar, unit_calendars, work_calendar
from milepost.planning.demand import asks, capacities, load_of
from milepost.planning.drivers import Reasons
from milepost.planning.durations import Bound, Durations, bends, fit, usual_days
from milepost.planning.levelling import Placement, Problem, earliest_finishes, latest_finishes, level
from milepost.planning.network import Network, network_of, on_linked_chains
from milepost.planning.promises import due_of
from milepost.planning.settings import Rules, read_settings
from milepost.planning.templates import propose_steps
from milepost.planning.verify import verify

Found = TypeVar("Found")

SPARE_DAYS = 400
"""Days beyond the last known date that an axis starts with; it is tripled when a step finds no day."""


class _Frame(Struct, frozen=True):
    """What does not change while the axis grows."""

    ledger: Ledger
    rules: Rules
    network: Network
    bounds: list[StepBound]
    calendars: list[WorkCalendar]
    calendar: list[int]


class _Planned(Struct, frozen=True):
    """A problem, its lengths and its placement."""

    problem: Problem
    durations: Durations
    placed: Placement
    asked: list[list[tuple[str, int]]]


def plan(
    ledger: Ledger, today: str, print_: str | None = None, compiled: bool | None = None
) -> tuple[Ledger, Schedule]:
    """Propose steps where there are none and schedule everything. `print_` is the plan print to carry
    (None: that of the ledger returned); `compiled` None chooses by size."""
    ledger = propose_steps(ledger, today)
    rules = read_settings(ledger.settings, ledger.plan.language)
    frame = _frame(ledger, rules, today)
    planned = _on_axis(frame, lambda axis: _place_on(frame, axis, compiled)) if ledger.steps else None
    schedule = Schedule(
        plan_print=plan_print(ledger) if print_ is None else print_,
        today=today,
        calendar=_calendar_name(frame, planned),
        region=rules.region,
        rows=_rows(frame, planned) if planned else (),
        load=_load(frame, planned, today),
        makespan=planned.placed.length if planned else 0,
        bound=planned.placed.bound if planned else 0,
        proven=planned is None or planned.placed.length == planned.placed.bound,
        rule=planned.placed.rule if planned else "",
        verified=Verified(ok=True, by="milepost.planning.verify"),
    )
    schedule = msgspec.structs.replace(schedule, promises=_promises(ledger, schedule, today))
    faults = verify(ledger, schedule)
    verdict = Verified(ok=not faults, by="milepost.planning.verify", faults=tuple(faults))
    return ledger, msgspec.structs.replace(schedule, verified=verdict)


def factors(ledger: Ledger, schedule: Schedule) -> dict[str, int]:
    """For each promised measure whose estimates bent: working days it gets, in % of the usual ("at 60 %")."""
    rules = read_settings(ledger.settings, ledger.plan.language)
    calendars = unit_calendars(ledger.units, rules.region)
    rows = {row.step: row for row in schedule.rows}
    covered = promised_steps(ledger)
    usual: dict[str, int] = defaultdict(int)
    given: dict[str, int] = defaultdict(int)
    for at, step in enumerate(ledger.steps):
        row = rows.get(step.id)
        if row is None or at not in covered or not bends(step):
            continue
        calendar = calendars.get(step.unit.value if step.unit else "", work_calendar(rules.region))
        usual[step.measure] += usual_days(step)
        given[step.measure] += calendar.count(
            dt.date.fromisoformat(row.start), dt.date.fromisoformat(row.finish)
        )
    return {
        measure: round(100 * days / usual[measure])
        for measure, days in given.items()
        if days != usual[measure]
    }


def shortest_finishes(ledger: Ledger, today: str) -> dict[str, dt.date]:
    """By step, the day it could finish by links and working days alone, with every estimate at one day."""
    if not ledger.steps:
        return {}
    frame = _frame(ledger, read_settings(ledger.settings, ledger.plan.language), today)
    shortest = [1 if bends(step) else usual_days(step) for step in ledger.steps]
    finishes = _on_axis(frame, lambda axis: earliest_finishes(_problem(frame, axis, Durations(shortest, []))))
    return dict(zip((step.id for step in ledger.steps), finishes, strict=True))


def _frame(ledger: Ledger, rules: Rules, today: str) -> _Frame:
    """Network, bounds and calendars; calendar 0 is the plan's own."""
    network = network_of(ledger, rules)
    network.order()
    own = work_calendar(rules.region)
    by_unit = unit_calendars(ledger.units, rules.region)
    calendars = list(dict.fromkeys([own, *by_unit.values()]))
    calendar = [
        calendars.index(by_unit.get(step.unit.value if step.unit else "", own)) for step in ledger.steps
    ]
    return _Frame(ledger, rules, network, step_bounds(ledger, today), calendars, calendar)


def _on_axis(frame: _Frame, work: Callable[[Axis], Found]) -> Found:
    """Do some work on an axis of days that is long enough: it is tripled each time a step finds no day."""
    dates = [bound.release for bound in frame.bounds] + [bound.due for bound in frame.bounds if bound.due]
    dates += [dt.date.fromisoformat(step.done_on) for step in frame.ledger.steps if step.done_on]
    spare = SPARE_DAYS + 2 * max(usual_days(step) for step in frame.ledger.steps)
    while True:
        try:
            return work(Axis(min(dates), (max(dates) - min(dates)).days + spare, frame.calendars))
        except OffAxis:
            spare *= 3


def _place_on(frame: _Frame, axis: Axis, compiled: bool | None) -> _Planned:
    """Fit the lengths and place all steps on one axis; OffAxis when it is too short."""
    durations = fit(frame.network, axis, frame.calendar, _axis_bounds(frame, axis))
    asked = asks(frame.ledger, durations.people)
    problem = _problem(frame, axis, durations, asked)
    return _Planned(problem, durations, level(problem, compiled), asked)


def _axis_bounds(frame: _Frame, axis: Axis) -> list[Bound]:
    """The bounds of the steps as days of an axis."""
    return [Bound(axis.at(one.release), axis.at(one.due) if one.due else None) for one in frame.bounds]


def _problem(
    frame: _Frame, axis: Axis, durations: Durations, asked: Sequence[Sequence[tuple[str, int]]] = ()
) -> Problem:
    """What levelling needs to know; without `asked` nobody's capacity is used."""
    rooms = capacities(frame.ledger, frame.rules)
    numbers = {unit: at for at, unit in enumerate(rooms)}
    bounds = _axis_bounds(frame, axis)
    steps = frame.ledger.steps
    return Problem(
        axis=axis,
        days=durations.days,
        calendar=frame.calendar,
        release=[bound.release for bound in bounds],
        ties=frame.network.ties,
        fixed=[
            (bound.release, axis.at(s.done_on)) if s.done_on else None
            for s, bound in zip(steps, bounds, strict=True)
        ],
        due=[bound.due for bound in bounds],
        asks=[[(numbers[unit], amount) for unit, amount in one] for one in asked or [()] * len(steps)],
        capacity=[room for room, _ in rooms.values()],
        soft=[soft for _, soft in rooms.values()],
    )


def _rows(frame: _Frame, planned: _Planned) -> tuple[ScheduleRow, ...]:
    """One row a step, with what drives it, its slack and whether the plan's end hangs on it."""
    problem, placed = planned.problem, planned.placed
    end = max(placed.finish)
    ends = [
        due if due is not None and due >= fin else end
        for due, fin in zip(problem.due, placed.finish, strict=True)
    ]
    late_promise = [
        due is not None and due < fin for due, fin in zip(problem.due, placed.finish, strict=True)
    ]
    ends = [fin if late else one for one, fin, late in zip(ends, placed.finish, late_promise, strict=True)]
    slack = _slack(problem, placed.finish, latest_finishes(problem, ends))
    critical = _critical(frame, problem, placed.finish)
    reasons = Reasons(frame.ledger, frame.rules, frame.network, frame.bounds, problem, placed, planned.asked)
    return tuple(
        ScheduleRow(
            step=step.id,
            start=problem.axis.date(placed.start[at]).isoformat(),
            finish=problem.axis.date(placed.finish[at]).isoformat(),
            driver=reasons.of(at),
            slack_days=slack[at],
            critical=at in critical,
        )
        for at, step in enumerate(frame.ledger.steps)
    )


def _critical(frame: _Frame, problem: Problem, finish: Sequence[int]) -> set[int]:
    """The steps without slack to the end of all that links reach, on chains that hold a link themselves."""
    reached = on_linked_chains(problem.ties, range(len(finish)))
    if not reached:
        return set()
    end = max(finish[at] for at in reached)
    slack = _slack(problem, finish, latest_finishes(problem, [end] * len(finish)))
    tight = [at for at in sorted(reached) if slack[at] == 0 and frame.ledger.steps[at].done_on is None]
    return on_linked_chains(problem.ties, tight)


def _slack(problem: Problem, finish: Sequence[int], latest: Sequence[int]) -> list[int]:
    """Working days between each finish and the latest one, never under 0; 0 for done steps."""
    axis = problem.axis
    days = []
    for at, (end, late) in enumerate(zip(finish, latest, strict=True)):
        cal = problem.calendar[at]
        gap = axis.last_number(min(late, axis.length - 1), cal) - axis.last_number(
            min(end, axis.length - 1), cal
        )
        days.append(0 if problem.fixed[at] is not None else max(0, gap))
    return days


def _load(frame: _Frame, planned: _Planned | None, today: str) -> tuple[Load, ...]:
    """What each unit carries, month by month."""
    spans: list[tuple[dt.date, dt.date] | None] = []
    if planned is not None:
        axis, placed = planned.problem.axis, planned.placed
        spans = [
            (axis.date(start), axis.date(end)) for start, end in zip(placed.start, placed.finish, strict=True)
        ]
    calendars = unit_calendars(frame.ledger.units, frame.rules.region)
    asked = planned.asked if planned is not None else []
    return load_of(frame.ledger, frame.rules, asked, spans, calendars, dt.date.fromisoformat(today))


def _promises(ledger: Ledger, schedule: Schedule, today: str) -> tuple[PromiseKept, ...]:
    """Each promised date beside the planned finish; a measure without steps is late by the days since its
    date."""
    members: dict[str, list[int]] = defaultdict(list)
    for at, step in enumerate(ledger.steps):
        members[step.measure].append(at)
    finishes = {row.step: row.finish for row in schedule.rows}
    promises = []
    for measure in ledger.measures:
        due = due_of(measure)
        if due is None:
            continue
        finish = None
        if measure.id in members:
            finish = finishes[ledger.steps[delivering(ledger, measure, members[measure.id])].id]
        late = (dt.date.fromisoformat(finish or today) - dt.date.fromisoformat(due)).days
        promises.append(PromiseKept(measure=measure.id, due=due, finish=finish, days_late=max(0, late)))
    return tuple(promises)


def _calendar_name(frame: _Frame, planned: _Planned | None) -> str:
    """The plan's calendar, with the first year whose make-up days are not published where the plan reaches
    it."""
    own = frame.calendars[0]
    last = planned.problem.axis.date(max(planned.placed.finish)).year if planned else 0
    if own.published is not None and own.provisional(last):
        return f"{own.name} (provisional from {own.published + 1})"
    return own.name
