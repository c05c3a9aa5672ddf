"""Placing steps on days under the capacity of their units: serial schedule generation, several rules, the
best kept.

In: a `Problem` (days, releases, ties, demands, capacities on an axis). Out: a `Placement`: start and finish
of each step, the rule that won, whether shorter is impossible. Each rule's schedule is justified backward and
forward. Lateness counts first, then length, then the sum of finishes. Units whose capacity nobody stated are
soft: they hold back what is free to move, never a step that a promise binds beyond its latest start.
Deterministic. Not here: why a date is what it is (`drivers`), and the verdict (`verify`).
"""

import datetime as dt
from collections.abc import Iterator, Sequence
from typing import Any

from msgspec import Struct

from milepost.planning.axis import Axis, OffAxis
from milepost.planning.critical import critical_path
from milepost.planning.kernels import KINDS, Kernels, load, numba_found
from milepost.planning.network import Tie, sorted_by

COMPILED_FROM = 3_000
"""Steps from which compiled placing pays for numba's start."""

MOST_COUNTED = 20_000
"""Up to this many steps all successors are counted; beyond, their bit sets would fill the memory."""


class Problem(Struct, frozen=True):
    """Steps to place, by number. `fixed` holds start and finish of steps that are done; `due` the last good
    axis day of a promise; `asks` (unit, hundredths of people); `capacity` hundredths a day by unit; `soft`
    by unit."""

    axis: Axis
    days: Sequence[int]
    calendar: Sequence[int]
    release: Sequence[int]
    ties: Sequence[Tie]
    fixed: Sequence[tuple[int, int] | None]
    due: Sequence[int | None]
    asks: Sequence[Sequence[tuple[int, int]]]
    capacity: Sequence[int]
    soft: Sequence[bool]


class Placement(Struct, frozen=True):
    """Start and finish axis day of each step, the first day its links alone allow (`ready`), length and
    lower bound in working days of the first calendar."""

    start: list[int]
    finish: list[int]
    ready: list[int]
    rule: str
    length: int
    bound: int


def level(problem: Problem, compiled: bool | None = None) -> Placement:
    """The best placement that the rules find; OffAxis when the axis is too short."""
    use_numba = compiled if compiled is not None else len(problem.days) >= COMPILED_FROM and numba_found()
    run = _Run(problem, load(use_numba), use_numba)
    free = run.early(run.order([0] * len(problem.days)), unlimited=True)
    best_cost, best, rule = None, free, "links"
    for name, keys in _priorities(problem, run.latest):
        for start, finish, ready in run.justified(keys):
            cost = _cost(problem, start, finish)
            if best_cost is None or cost < best_cost:
                best_cost, best, rule = cost, (start, finish, ready), name
        if best_cost == _cost(problem, free[0], free[1]):
            break
    start, finish, ready = best
    length = _length(problem, start, finish)
    bound = min(length, max(_length(problem, free[0], free[1]), _work_bound(problem, run.bound_steps)))
    return Placement(start, finish, ready, rule, length, bound)


def earliest_finishes(problem: Problem) -> list[dt.date]:
    """The day each step could finish by links alone, nobody's capacity counted; OffAxis when the axis is
    too short."""
    run = _Run(problem, load(False), False)
    _, finish, _ = run.early(run.order([0] * len(problem.days)), unlimited=True)
    return [problem.axis.date(day) for day in finish]


def latest_finishes(problem: Problem, ends: Sequence[int]) -> list[int]:
    """The latest finish of each step that lets every step end by its own entry of `ends`, links only."""
    axis = problem.axis
    followers: list[list[Tie]] = [[] for _ in problem.days]
    for tie in problem.ties:
        followers[tie.tail].append(tie)
    finish = list(ends)
    for at in reversed(_topological(problem)):
        cal, length = problem.calendar[at], problem.days[at]
        if problem.fixed[at] is not None:
            continue
        number = axis.last_number(min(finish[at], axis.length - 1), cal)
        for tie in followers[at]:
            number = min(number, _latest_number(problem, tie, finish[tie.head]))
        finish[at] = axis.day[cal][max(number, min(length - 1, len(axis.day[cal]) - 1))]
    return finish


class _Run:
    """A problem as the kernels want it, and the passes over it."""

    def __init__(self, problem: Problem, kernels: Kernels, compiled: bool):
        """Flatten the ties both ways and the demands; find which steps a promise binds, and their latest
        starts."""
        self.problem, self.kernels, self.compiled = problem, kernels, compiled
        axis, ties = problem.axis, problem.ties
        into: list[list[Tie]] = [[] for _ in problem.days]
        out: list[list[Tie]] = [[] for _ in problem.days]
        for tie in ties:
            into[tie.head].append(tie)
            out[tie.tail].append(tie)
        self.into, self.tails, self.into_kind, self.into_wait = _flat(problem, into, heads=False)
        self.out, self.heads, self.out_kind, self.out_wait = _flat(problem, out, heads=True)
        self.asks = [0]
        for asked in problem.asks:
            self.asks.append(self.asks[-1] + len(asked))
        self.units = [unit for asked in problem.asks for unit, _ in asked]
        self.amounts = [
            min(amount, problem.capacity[unit]) for asked in problem.asks for unit, amount in asked
        ]
        self.bound_steps = _bound_steps(problem)
        self.latest = _latest_starts(problem)
        late = [self.latest[at] if bound else axis.length for at, bound in enumerate(self.bound_steps)]
        self.relaxed_after = late

    def order(self, keys: Sequence[int]) -> list[int]:
        """An order that the ties allow: steps that a promise binds first, then by key."""
        ranked = [(not bound, key) for bound, key in zip(self.bound_steps, keys, strict=True)]
        return sorted_by(
            ranked, [tie.tail for tie in self.problem.ties], [tie.head for tie in self.problem.ties]
        )

    def justified(self, keys: Sequence[int]) -> Iterator[tuple[list[int], list[int], list[int]]]:
        """The schedule of a rule, and the one after moving everything back and forward again."""
        placed = self.early(self.order(keys))
        yield placed
        yield self.early(self.order(self._late_starts(placed[0], placed[1])))

    def early(self, order: list[int], unlimited: bool = False) -> tuple[list[int], list[int], list[int]]:
        """Start, finish and first possible day of each step, placed in order."""
        problem, axis = self.problem, self.problem.axis
        start, finish = self._fixed_days()
        ready = [0] * len(problem.days)
        asks = [0] * len(self.asks) if unlimited else self.asks
        arrays = self._arrays(
            order, problem.days, problem.calendar, problem.release, self._is_fixed(), self.relaxed_after,
            self.into, self.tails, self.into_kind, self.into_wait, axis.waits, axis.number, axis.day,
            asks, self.units, self.amounts, problem.capacity, problem.soft, self._unused(),
            start, finish, ready,
        )  # fmt: skip
        stuck = self.kernels.place_early(*arrays)
        if stuck >= 0:
            raise OffAxis(f"Step {stuck} finds no day on an axis of {axis.length} days.")
        return _plain(arrays[-3]), _plain(arrays[-2]), _plain(arrays[-1])

    def _late_starts(self, start: list[int], finish: list[int]) -> list[int]:
        """The starts after moving every step as late as the plan's end allows."""
        problem, axis = self.problem, self.problem.axis
        order = sorted_by(
            [-day for day in finish], [tie.head for tie in problem.ties], [t.tail for t in problem.ties]
        )
        arrays = self._arrays(
            order, problem.days, problem.calendar, self._is_fixed(),
            self.out, self.heads, self.out_kind, self.out_wait, axis.waits, axis.number, axis.day,
            self.asks, self.units, self.amounts, problem.capacity, self._unused(),
            max(finish), list(start), list(finish),
        )  # fmt: skip
        self.kernels.place_late(*arrays)
        return _plain(arrays[-2])

    def _fixed_days(self) -> tuple[list[int], list[int]]:
        """Starts and finishes with the days of done steps filled in."""
        start, finish = [0] * len(self.problem.days), [0] * len(self.problem.days)
        for at, days in enumerate(self.problem.fixed):
            if days is not None:
                start[at], finish[at] = days
        return start, finish

    def _is_fixed(self) -> list[bool]:
        """Which steps are done."""
        return [days is not None for days in self.problem.fixed]

    def _unused(self) -> list[list[int]]:
        """Nothing used yet: people in hundredths by unit and day."""
        return [[0] * (self.problem.axis.length + 1) for _ in self.problem.capacity]

    def _arrays(self, *values: Any) -> list[Any]:
        """The arguments as lists for plain running, as numpy arrays for compiled."""
        if not self.compiled:
            return list(values)
        import numpy

        def array(value: Any) -> Any:
            """One argument; rows of unequal length are filled up with -1."""
            if isinstance(value, int):
                return value
            if len(value) > 0 and isinstance(value[0], list):
                width = max(len(row) for row in value)
                return numpy.array([row + [-1] * (width - len(row)) for row in value], dtype=numpy.int64)
            return numpy.array(value, dtype=numpy.int64)

        return [array(value) for value in values]


def _flat(
    problem: Problem, groups: list[list[Tie]], heads: bool
) -> tuple[list[int], list[int], list[int], list[int]]:
    """Ties in groups as flat lists: where each group begins, the other end, kind, wait."""
    begins, ends, kinds, waits = [0], [], [], []
    for group in groups:
        for tie in group:
            ends.append(tie.head if heads else tie.tail)
            kinds.append(KINDS[tie.kind])
            waits.append(wait_of(problem.axis, tie, problem.calendar))
        begins.append(len(ends))
    return begins, ends, kinds, waits


def wait_of(axis: Axis, tie: Tie, calendar: Sequence[int]) -> int:
    """The wait of a tie; working days run in the calendar of the step that waits."""
    return axis.wait(tie.lag, tie.kind not in ("SS", "SF"), calendar[tie.head])


def _topological(problem: Problem) -> list[int]:
    """The steps in an order that the ties allow."""
    ties = problem.ties
    return sorted_by(list(range(len(problem.days))), [tie.tail for tie in ties], [tie.head for tie in ties])


def _latest_number(problem: Problem, tie: Tie, head_finish: int) -> int:
    """The last working-day number on which a tie lets its tail finish, for a given finish of its head."""
    axis, head, tail = problem.axis, tie.head, tie.tail
    cal = problem.calendar[head]
    number = axis.last_number(min(head_finish, axis.length - 1), cal) + 1
    if tie.kind not in ("FF", "SF"):
        number -= problem.days[head]
    limit = axis.day[cal][number] if 0 <= number < len(axis.day[cal]) else (axis.length if number > 0 else 0)
    event = axis.latest_event(wait_of(axis, tie, problem.calendar), limit)
    mine = problem.calendar[tail]
    if tie.kind in ("SS", "SF"):
        return axis.last_number(max(event, 0), mine) + problem.days[tail] - 1
    return axis.last_number(max(event - 1, 0), mine)


def _bound_steps(problem: Problem) -> list[bool]:
    """Which steps a promise binds: their own, or one of a step that waits for them."""
    bound = [due is not None for due in problem.due]
    heads: list[list[int]] = [[] for _ in problem.days]
    for tie in problem.ties:
        heads[tie.tail].append(tie.head)
    for at in reversed(_topological(problem)):
        bound[at] = bound[at] or any(bound[head] for head in heads[at])
    return bound


def _latest_starts(problem: Problem) -> list[int]:
    """The latest start of each step that keeps all promises by links alone."""
    axis = problem.axis
    ends = [due if due is not None else axis.length - 1 for due in problem.due]
    finishes = latest_finishes(problem, ends)
    starts = []
    for at, finish in enumerate(finishes):
        cal = problem.calendar[at]
        starts.append(axis.day[cal][max(0, axis.last_number(finish, cal) - problem.days[at] + 1)])
    return starts


def _priorities(problem: Problem, latest: Sequence[int]) -> Iterator[tuple[str, list[int]]]:
    """Each rule's keys, smaller first: latest finish, latest start (promises included), most successors."""
    axis = problem.axis
    lags = []
    for tie in problem.ties:
        wait = axis.waits[wait_of(axis, tie, problem.calendar)]
        middle = len(wait) // 2
        lags.append(axis.number[0][wait[middle]] - axis.number[0][middle])
    ties = problem.ties
    path = critical_path(
        problem.days,
        [tie.tail for tie in ties],
        [tie.head for tie in ties],
        [KINDS[tie.kind] for tie in ties],
        lags,
        [axis.number[0][day] for day in problem.release],
        compiled=False,
    )
    starts = [min(late, axis.number[0][day]) for late, day in zip(path.late_start, latest, strict=True)]
    keys = {
        "LFT": [start + length for start, length in zip(starts, problem.days, strict=True)],
        "LST": starts,
    }
    if len(problem.days) <= MOST_COUNTED:
        keys["MTS"] = [-count for count in _successor_counts(problem)]
    yield from keys.items()


def _successor_counts(problem: Problem) -> list[int]:
    """How many steps wait for each step, directly or not (as bit sets)."""
    reach = [0] * len(problem.days)
    heads: list[list[int]] = [[] for _ in problem.days]
    for tie in problem.ties:
        heads[tie.tail].append(tie.head)
    for at in reversed(_topological(problem)):
        for head in heads[at]:
            reach[at] |= reach[head] | (1 << head)
    return [bits.bit_count() for bits in reach]


def _cost(problem: Problem, start: list[int], finish: list[int]) -> tuple[int, int, int]:
    """What a placement costs: days late in all, length, sum of finishes."""
    late = sum(max(0, end - due) for end, due in zip(finish, problem.due, strict=True) if due is not None)
    return late, _length(problem, start, finish), sum(finish)


def _length(problem: Problem, start: list[int], finish: list[int]) -> int:
    """Working days from the first start to the last finish of what is still to do."""
    open_steps = [at for at, days in enumerate(problem.fixed) if days is None]
    if not open_steps:
        return 0
    first = min(start[at] for at in open_steps)
    last = max(finish[at] for at in open_steps)
    return problem.axis.last_number(last, 0) - problem.axis.number[0][first] + 1


def _work_bound(problem: Problem, bound: Sequence[bool]) -> int:
    """Working days that the busiest unit needs for its work alone; soft units count what is free to move."""
    work = [0] * len(problem.capacity)
    for at, asked in enumerate(problem.asks):
        for unit, amount in asked:
            counts = problem.fixed[at] is None and problem.calendar[at] == 0
            if counts and not (problem.soft[unit] and bound[at]):
                work[unit] += min(amount, problem.capacity[unit]) * problem.days[at]
    return max(
        (-(-total // room) for total, room in zip(work, problem.capacity, strict=True) if room > 0), default=0
    )


def _plain(values: Any) -> list[int]:
    """Whole numbers as a list."""
    return [int(value) for value in values]
