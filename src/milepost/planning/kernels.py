"""The numeric kernels of planning: the one text of each loop, run as plain Python or compiled by numba.

In: flat arrays (or lists) of whole days and numbers, checked by the callers. Out: results written into the
arrays handed over. Both ways of running give the same numbers, as they are the same text; lists are quickest
plain, arrays compiled. Order: the critical path's three loops, then the two placements of levelling. `load`
chooses. Not here: any check of arguments, any calendar.
"""

from collections.abc import Callable
from functools import lru_cache
from typing import Any

from msgspec import Struct

FS, SS, FF, SF = 0, 1, 2, 3
KINDS = {"FS": FS, "enables": FS, "SS": SS, "FF": FF, "SF": SF}
"""Link kinds as the kernels know them."""


Loop = Callable[..., Any]


class Kernels(Struct, frozen=True):
    """The loops, all plain or all compiled."""

    group: Loop
    forward: Loop
    backward: Loop
    place_early: Loop
    place_late: Loop


def _group(
    tails: Any, heads: Any, kinds: Any, lags: Any, days: Any, first: Any, head: Any, weight: Any
) -> None:
    """Group links by their tail and turn kind and lag into start(head) >= start(tail) + weight."""
    for at in range(len(tails)):
        first[tails[at]] += 1
    for at in range(1, len(first)):
        first[at] += first[at - 1]
    for at in range(len(tails) - 1, -1, -1):
        tail, to, kind = tails[at], heads[at], kinds[at]
        gap = lags[at]
        if kind == 0 or kind == 2:
            gap += days[tail]
        if kind >= 2:
            gap -= days[to]
        first[tail] -= 1
        head[first[tail]] = to
        weight[first[tail]] = gap


def _forward(first: Any, head: Any, weight: Any, waiting: Any, order: Any, start: Any) -> Any:
    """Early starts, and an order in which each step comes after all it waits for; the count of steps
    reached, which is short when a loop blocks."""
    for at in range(len(head)):
        waiting[head[at]] += 1
    found = 0
    for step in range(len(waiting)):
        if waiting[step] == 0:
            order[found] = step
            found += 1
    done = 0
    while done < found:
        step = order[done]
        done += 1
        for at in range(first[step], first[step + 1]):
            to = head[at]
            if start[step] + weight[at] > start[to]:
                start[to] = start[step] + weight[at]
            waiting[to] -= 1
            if waiting[to] == 0:
                order[found] = to
                found += 1
    return found


def _backward(order: Any, first: Any, head: Any, weight: Any, days: Any, end: int, start: Any) -> None:
    """Late starts that still end by `end`."""
    for at in range(len(order) - 1, -1, -1):
        step = order[at]
        latest = end - days[step]
        for link in range(first[step], first[step + 1]):
            if start[head[link]] - weight[link] < latest:
                latest = start[head[link]] - weight[link]
        start[step] = latest


def _place_early(
    order: Any,
    days: Any,
    calendar: Any,
    release: Any,
    fixed: Any,
    latest: Any,
    into: Any,
    tail: Any,
    kind: Any,
    wait: Any,
    waits: Any,
    number: Any,
    day: Any,
    asks: Any,
    unit: Any,
    amount: Any,
    capacity: Any,
    soft: Any,
    used: Any,
    start: Any,
    finish: Any,
    ready: Any,
) -> int:
    """Place each step, in the order given, on its first days that links and capacity allow; a unit whose
    capacity is soft holds no step beyond its latest start. -1, or the step that found no day on the axis.
    `ready` gets the first day the links alone allow."""
    for at in range(len(order)):
        step = order[at]
        if fixed[step]:
            ready[step] = start[step]
            continue
        cal, length = calendar[step], days[step]
        first = number[cal][release[step]]
        for link in range(into[step], into[step + 1]):
            before = tail[link]
            event = start[before] if kind[link] == 1 or kind[link] == 3 else finish[before] + 1
            bound = number[cal][waits[wait[link]][event]]
            if bound >= len(day[cal]) or day[cal][bound] < 0:
                return int(step)
            if kind[link] >= 2:
                bound -= length
            if bound > first:
                first = bound
        if first + length > len(day[cal]):
            return int(step)
        ready[step] = day[cal][first]
        candidate, relaxed = first, False
        while True:
            if candidate + length > len(day[cal]) or day[cal][candidate + length - 1] < 0:
                return int(step)
            begun, ended = day[cal][candidate], day[cal][candidate + length - 1]
            clash = -1
            for ask in range(asks[step], asks[step + 1]):
                who = unit[ask]
                if relaxed and soft[who]:
                    continue
                room = capacity[who] - amount[ask]
                for on in range(ended, begun - 1, -1):
                    if used[who][on] > room:
                        if on > clash:
                            clash = on
                        break
            if clash < 0:
                break
            candidate = number[cal][clash + 1]
            if not relaxed and candidate < len(day[cal]) and day[cal][candidate] > latest[step]:
                candidate, relaxed = first, True
        start[step], finish[step] = begun, ended
        for ask in range(asks[step], asks[step + 1]):
            for on in range(begun, ended + 1):
                used[unit[ask]][on] += amount[ask]
    return -1


def _place_late(
    order: Any,
    days: Any,
    calendar: Any,
    fixed: Any,
    out: Any,
    head: Any,
    kind: Any,
    wait: Any,
    waits: Any,
    number: Any,
    day: Any,
    asks: Any,
    unit: Any,
    amount: Any,
    capacity: Any,
    used: Any,
    end: int,
    start: Any,
    finish: Any,
) -> None:
    """Move each step, in the order given, to its last days before `end` that links and capacity allow; a
    step that finds none stays where it was."""
    for at in range(len(order)):
        step = order[at]
        if fixed[step]:
            continue
        cal, length = calendar[step], days[step]
        candidate = number[cal][end + 1] - length
        begun, ended = start[step], finish[step]
        while candidate > number[cal][start[step]]:
            begun, ended = day[cal][candidate], day[cal][candidate + length - 1]
            held = False
            for link in range(out[step], out[step + 1]):
                to = head[link]
                event = begun if kind[link] == 1 or kind[link] == 3 else ended + 1
                bound = number[calendar[to]][waits[wait[link]][event]]
                if kind[link] >= 2:
                    bound -= days[to]
                if bound > number[calendar[to]][start[to]]:
                    held = True
            clash = ended + 1
            for ask in range(asks[step], asks[step + 1]):
                room = capacity[unit[ask]] - amount[ask]
                for on in range(begun, ended + 1):
                    if used[unit[ask]][on] > room:
                        if on < clash:
                            clash = on
                        break
            if clash <= ended:
                candidate = number[cal][clash] - length
            elif held:
                candidate -= 1
            else:
                break
            begun, ended = start[step], finish[step]
        start[step], finish[step] = begun, ended
        for ask in range(asks[step], asks[step + 1]):
            for on in range(begun, ended + 1):
                used[unit[ask]][on] += amount[ask]


LOOPS: dict[str, Loop] = {
    "group": _group,
    "forward": _forward,
    "backward": _backward,
    "place_early": _place_early,
    "place_late": _place_late,
}


@lru_cache(maxsize=2)
def load(compiled: bool) -> Kernels:
    """The loops, compiled when asked for; ImportError when numba isn't there."""
    if not compiled:
        return Kernels(**LOOPS)
    import numba

    def build(loop: Loop) -> Loop:
        """Compile a loop and keep the result on disk; without a folder to write in, for this run only."""
        try:
            made: Loop = numba.njit(cache=True)(loop)
        except RuntimeError:
            made = numba.njit(loop)
        return made

    return Kernels(**{name: build(loop) for name, loop in LOOPS.items()})


def numba_found() -> bool:
    """Whether numba is installed; nothing is imported."""
    from importlib.util import find_spec

    return find_spec("numba") is not None
