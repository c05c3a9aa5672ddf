"""How long each step takes in this plan: its usual days, squeezed or stretched to a promised date.

In: a network, an axis, releases and dues by measure. Out: working days and demand of each step. Only proposed
estimates bend, never under one day a step; what a person typed or a document says keeps its length. A
stretched step keeps its amount of work, so it asks for less of its people each day. A promise already past
bends nothing. Not here: capacity (`levelling`).
"""

from collections import defaultdict
from collections.abc import Sequence

from msgspec import Struct

from milepost.ledger.records import Step
from milepost.planning.axis import Axis, OffAxis
from milepost.planning.kernels import KINDS
from milepost.planning.network import Network

HUNDREDTHS = 100
"""People are counted in hundredths, so that sums are exact."""


class Bound(Struct, frozen=True):
    """What a step is held by: the first axis day it may begin, the last good axis day of its promise (None:
    none)."""

    release: int
    due: int | None = None


class Durations(Struct, frozen=True):
    """Working days of each step, and its people in hundredths."""

    days: list[int]
    people: list[int]


def usual_days(step: Step) -> int:
    """The likely working days of a step."""
    return max(1, step.days.value[1]) if step.days is not None else 1


def bends(step: Step) -> bool:
    """Whether a step's length is only Milepost's estimate."""
    return step.done_on is None and (step.days is None or step.days.origin == "proposed") and not stated(step)


def stated(step: Step) -> bool:
    """Whether both ends of a step are given, so that its length follows from them."""
    return step.start is not None and step.due is not None


def fit(network: Network, axis: Axis, calendar: Sequence[int], bounds: Sequence[Bound]) -> Durations:
    """The length and demand of every step, chain by chain from the front."""
    steps, count = network.steps, len(network.steps)
    days = [_own_days(step, axis, calendar[at], bounds[at]) for at, step in enumerate(steps)]
    into: list[list[int]] = [[] for _ in range(count)]
    for number, tie in enumerate(network.ties):
        into[tie.head].append(number)
    early = [0] * count
    chains = _chains(network, bounds)
    for at in network.order():
        early[at] = _early(network, axis, calendar, bounds, days, early, into[at], at)
        if at in chains:
            windows = [_window_end(network, axis, calendar, days, early, tie) for tie in into[at]]
            _bend(
                network,
                axis,
                calendar,
                bounds,
                days,
                early[at],
                chains[at],
                [w for w in windows if w is not None],
            )
    return Durations(days, [_people(step, days[at]) for at, step in enumerate(steps)])


def scaled(usual: Sequence[int], total: int) -> list[int]:
    """Days in proportion to the usual ones that sum to the total, none under one (then the sum may be
    larger)."""
    whole = sum(usual)
    exact = [length * total / whole for length in usual]
    days = [max(1, int(length)) for length in exact]
    spare = total - sum(days)
    for at in sorted(range(len(days)), key=lambda at: (days[at] - exact[at], at)):
        if spare <= 0:
            break
        days[at] += 1
        spare -= 1
    while spare < 0 and max(days) > 1:
        days[days.index(max(days))] -= 1
        spare += 1
    return days


def _own_days(step: Step, axis: Axis, calendar: int, bound: Bound) -> int:
    """The days between a step's stated ends, else its likely days."""
    if stated(step) and step.due is not None and bound.due is not None:
        first = axis.number[calendar][bound.release]
        return max(1, axis.last_number(axis.at(step.due.value.date), calendar) - first + 1)
    return usual_days(step)


def _chains(network: Network, bounds: Sequence[Bound]) -> dict[int, list[int]]:
    """By the first step of each promised measure that can bend: the steps that share the time to the
    promise."""
    windowed = {network.steps[tie.head].measure for tie in network.ties if tie.window is not None}
    members: dict[str, list[int]] = defaultdict(list)
    for at, step in enumerate(network.steps):
        if (bounds[at].due is not None or step.measure in windowed) and step.done_on is None:
            members[step.measure].append(at)
    chains = {}
    for steps in members.values():
        ordered = sorted(steps, key=lambda at: (network.steps[at].order, at))
        if any(bends(network.steps[at]) for at in ordered):
            chains[ordered[0]] = ordered
    return chains


def _bend(
    network: Network,
    axis: Axis,
    calendar: Sequence[int],
    bounds: Sequence[Bound],
    days: list[int],
    begin: int,
    chain: list[int],
    windows: list[int],
) -> None:
    """Share the working days from `begin` to the promise among the steps that bend, after the fixed ones'
    days."""
    steps = network.steps
    if steps[chain[0]].origin == "quoted":
        for at in chain:
            due, cal = bounds[at].due, calendar[at]
            if due is not None and bends(steps[at]) and due >= begin:
                room = axis.last_number(due, cal) - axis.number[cal][max(begin, bounds[at].release)] + 1
                days[at] = min(days[at], max(1, room))
        return
    promised = bounds[chain[-1]].due
    due = min(windows + ([promised] if promised is not None else []), default=None)
    if due is None or due < begin:
        return
    cal = calendar[chain[0]]
    free = [at for at in chain if bends(steps[at])]
    room = axis.last_number(due, cal) - axis.number[cal][begin] + 1
    room -= sum(days[at] for at in chain if at not in free)
    for at, length in zip(
        free, scaled([usual_days(steps[at]) for at in free], max(room, len(free))), strict=True
    ):
        days[at] = length


def _window_end(
    network: Network, axis: Axis, calendar: Sequence[int], days: list[int], early: list[int], number: int
) -> int | None:
    """The last axis day of the time that a tie's words give after its event; None without such words.
    OffAxis when that day lies beyond the axis."""
    tie = network.ties[number]
    if tie.window is None:
        return None
    before = calendar[tie.tail]
    last = min(axis.number[before][early[tie.tail]] + days[tie.tail], len(axis.day[before])) - 1
    wait = axis.wait(tie.window, True, calendar[tie.head])
    end = axis.waits[wait][min(axis.day[before][last] + 1, axis.length)] - 1
    if end >= axis.length - 1:
        raise OffAxis(f"The time after an event ends beyond an axis of {axis.length} days.")
    return end


def _early(
    network: Network,
    axis: Axis,
    calendar: Sequence[int],
    bounds: Sequence[Bound],
    days: list[int],
    early: list[int],
    into: list[int],
    at: int,
) -> int:
    """The first axis day a step can begin by its release and ties."""
    cal = calendar[at]
    number = axis.number[cal][bounds[at].release]
    for tie in (network.ties[number] for number in into):
        kind = KINDS[tie.kind]
        before = calendar[tie.tail]
        event = early[tie.tail]
        if kind in (0, 2):
            last = min(axis.number[before][event] + days[tie.tail], len(axis.day[before])) - 1
            event = min(axis.day[before][last] + 1, axis.length)
        bound = axis.number[cal][axis.waits[axis.wait(tie.lag, kind in (0, 2), cal)][event]]
        number = max(number, bound - (days[at] if kind >= 2 else 0))
    return axis.day[cal][min(number, len(axis.day[cal]) - 1)]


def _people(step: Step, days: int) -> int:
    """A step's people in hundredths; a stretched estimate spreads its work over the days."""
    people = step.people.value if step.people is not None else 1.0
    share = min(1.0, usual_days(step) / days) if bends(step) else 1.0
    return max(1, round(people * share * HUNDREDTHS)) if people > 0 else 0
