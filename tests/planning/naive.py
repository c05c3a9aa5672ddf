"""Slow, obvious twins of what planning computes fast; nothing of the code under test is imported.

In: plain numbers and dates. Out: the same answers, found by looking at every day and every link again and
again.
"""

import datetime as dt
from collections.abc import Sequence

ONE = dt.timedelta(1)


def count_working(first: dt.date, last: dt.date, rested: set[dt.date], worked: set[dt.date]) -> int:
    """Working days in a span, looked at one by one."""
    days = 0
    while first <= last:
        days += is_working(first, rested, worked)
        first += ONE
    return days


def add_working(day: dt.date, days: int, rested: set[dt.date], worked: set[dt.date]) -> dt.date:
    """The N-th working day after a day."""
    while days > 0:
        day += ONE
        days -= is_working(day, rested, worked)
    return day


def is_working(day: dt.date, rested: set[dt.date], worked: set[dt.date]) -> bool:
    """A weekday that is no holiday, or a make-up day."""
    return day in worked or (day.weekday() < 5 and day not in rested)


def gap(kind: int, lag: int, before: int, after: int) -> int:
    """start(after) >= start(before) + gap for link kinds FS 0, SS 1, FF 2, SF 3."""
    return {0: before + lag, 1: lag, 2: before + lag - after, 3: lag - after}[kind]


def early_starts(
    days: Sequence[int], links: Sequence[tuple[int, int, int, int]], releases: Sequence[int]
) -> list[int]:
    """Early starts by repeating every link until nothing moves."""
    start = list(releases)
    moved = True
    while moved:
        moved = False
        for tail, head, kind, lag in links:
            bound = start[tail] + gap(kind, lag, days[tail], days[head])
            if bound > start[head]:
                start[head], moved = bound, True
    return start


def late_starts(days: Sequence[int], links: Sequence[tuple[int, int, int, int]], end: int) -> list[int]:
    """Late starts by repeating every link backwards until nothing moves."""
    start = [end - length for length in days]
    moved = True
    while moved:
        moved = False
        for tail, head, kind, lag in links:
            bound = start[head] - gap(kind, lag, days[tail], days[head])
            if bound < start[tail]:
                start[tail], moved = bound, True
    return start


def successors(count: int, links: Sequence[tuple[int, int]]) -> list[int]:
    """How many steps can be reached from each."""
    found = []
    for step in range(count):
        reached: set[int] = set()
        todo = [step]
        while todo:
            at = todo.pop()
            fresh = {head for tail, head in links if tail == at} - reached
            reached |= fresh
            todo += fresh
        found.append(len(reached))
    return found


def place(
    order: Sequence[int],
    days: Sequence[int],
    links: Sequence[tuple[int, int]],
    unit: Sequence[int],
    capacity: Sequence[int],
) -> list[int]:
    """Starts of a serial schedule of FS links in whole days, one person a step: try every day from the
    first."""
    start: dict[int, int] = {}
    used: dict[tuple[int, int], int] = {}
    for step in order:
        at = max((start[tail] + days[tail] for tail, head in links if head == step), default=0)
        while any(
            used.get((unit[step], day), 0) >= capacity[unit[step]] for day in range(at, at + days[step])
        ):
            at += 1
        start[step] = at
        for day in range(at, at + days[step]):
            used[unit[step], day] = used.get((unit[step], day), 0) + 1
    return [start[step] for step in range(len(days))]
