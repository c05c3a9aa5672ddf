"""The critical path of a network: early and late days, slack, length, in whole working days.

In: days of each step, links as numbers of steps with kind and lag, perhaps releases. Out: `CriticalPath`,
arrays in the order of the steps; days count from 0 and a finish is the day after the last. Every link is one
inequality start(head) >= start(tail) + weight. A loop and every faulty argument is named. Runs compiled for
large networks and plain for small ones, with the same numbers. Not here: calendars and capacity
(`levelling`).
"""

from collections.abc import Sequence
from typing import Any

from msgspec import Struct

from milepost.planning.kernels import FS, SF, load, numba_found
from milepost.planning.network import LoopFound, find_loop

COMPILED_FROM = 20_000
"""Steps from which compiling pays: under it plain Python is done before numba has started."""

LONGEST = 1 << 40
"""No step and no release may be longer; sums stay far inside 64 bits."""

NARROW = 1 << 30
"""Sums under this fit 32 bits, which halves the memory the loops walk through."""


class CriticalPath(Struct, frozen=True):
    """Early and late days of each step, its slack, and the length of the whole."""

    early_start: Sequence[int]
    early_finish: Sequence[int]
    late_start: Sequence[int]
    late_finish: Sequence[int]
    slack: Sequence[int]
    length: int


def critical_path(
    days: Sequence[int],
    tails: Sequence[int],
    heads: Sequence[int],
    kinds: Sequence[int] | None = None,
    lags: Sequence[int] | None = None,
    releases: Sequence[int] | None = None,
    compiled: bool | None = None,
) -> CriticalPath:
    """Early and late days of every step. `kinds` are `kernels.FS` to `SF` (default FS), `lags` working days.

    ValueError names a faulty argument, LoopFound the steps of a loop. `compiled` None chooses by size."""
    use_numba = compiled if compiled is not None else len(days) >= COMPILED_FROM and numba_found()
    arrays = _Arrays(use_numba, [values for values in (days, lags, releases) if values is not None])
    given = {
        "days": arrays.copy(days),
        "tails": arrays.copy(tails),
        "heads": arrays.copy(heads),
        "kinds": arrays.copy(kinds) if kinds is not None else arrays.zeros(len(tails)),
        "lags": arrays.copy(lags) if lags is not None else arrays.zeros(len(tails)),
        "releases": arrays.copy(releases) if releases is not None else arrays.zeros(len(days)),
    }
    _check(given, arrays)
    return _solve(given, arrays)


class _Arrays:
    """Whole numbers in the form that the chosen way of running likes: lists, or numpy arrays."""

    def __init__(self, compiled: bool, summed: Sequence[Sequence[int]]):
        """Choose the kernels and the form: half-width numbers where all that is summed fits them."""
        self.kernels = load(compiled)
        self.numpy: Any = None
        if compiled:
            import numpy

            total = sum(float(numpy.abs(numpy.asarray(values, dtype=float)).sum()) for values in summed)
            self.numpy, self.form = numpy, numpy.int32 if total < NARROW else numpy.int64

    def copy(self, values: Sequence[int]) -> Any:
        """A copy of whole numbers; TypeError or ValueError when they are none."""
        return self.numpy.array(values, dtype=self.form) if self.numpy else [int(value) for value in values]

    def zeros(self, count: int) -> Any:
        """Zeros."""
        return self.numpy.zeros(count, dtype=self.form) if self.numpy else [0] * count

    def plus(self, ones: Any, others: Any) -> Any:
        """Sums, pair by pair."""
        return ones + others if self.numpy else [one + other for one, other in zip(ones, others, strict=True)]

    def minus(self, ones: Any, others: Any) -> Any:
        """Differences, pair by pair."""
        return ones - others if self.numpy else [one - other for one, other in zip(ones, others, strict=True)]

    def range_of(self, values: Any) -> tuple[int, int]:
        """The smallest and the largest value."""
        return (int(values.min()), int(values.max())) if self.numpy else (min(values), max(values))


def _check(given: dict[str, Any], arrays: _Arrays) -> None:
    """Raise a sentence that names the first faulty argument."""
    count, links = len(given["days"]), len(given["tails"])
    for name in ("heads", "kinds", "lags"):
        if len(given[name]) != links:
            raise ValueError(f'"{name}" has {len(given[name])} values for {links} links; give one each.')
    if len(given["releases"]) != count:
        raise ValueError(f'"releases" has {len(given["releases"])} values for {count} steps; give one each.')
    bounds = {
        "days": (0, LONGEST),
        "releases": (0, LONGEST),
        "tails": (0, count - 1),
        "heads": (0, count - 1),
        "kinds": (FS, SF),
    }
    for name, (low, high) in bounds.items():
        if len(given[name]) == 0:
            continue
        smallest, largest = arrays.range_of(given[name])
        if smallest < low or largest > high:
            found = smallest if smallest < low else largest
            raise ValueError(f'"{name}" holds {found}; every value lies between {low} and {high}.')


def _solve(given: dict[str, Any], arrays: _Arrays) -> CriticalPath:
    """Run the loops over checked arrays."""
    kernels, days = arrays.kernels, given["days"]
    count, links = len(days), len(given["tails"])
    first, head, weight = arrays.zeros(count + 1), arrays.zeros(links), arrays.zeros(links)
    kernels.group(given["tails"], given["heads"], given["kinds"], given["lags"], days, first, head, weight)
    waiting, order = arrays.zeros(count), arrays.zeros(count)
    early, late = given["releases"], arrays.zeros(count)
    if kernels.forward(first, head, weight, waiting, order, early) < count:
        loop = find_loop(count, list(given["tails"]), list(given["heads"]))
        raise LoopFound(
            f"The links close a loop through steps {', '.join(map(str, loop))}. Take one of them out."
        )
    early_finish = arrays.plus(early, days)
    length = arrays.range_of(early_finish)[1] if count else 0
    kernels.backward(order, first, head, weight, days, length, late)
    return CriticalPath(
        early_start=early,
        early_finish=early_finish,
        late_start=late,
        late_finish=arrays.plus(late, days),
        slack=arrays.minus(late, early),
        length=length,
    )
