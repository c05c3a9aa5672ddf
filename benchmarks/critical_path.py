"""How long the critical path of 100,000 steps with two links each takes, compiled; the goal is 20 ms.

Run `python benchmarks/critical_path.py`. Prints the median of five runs with their spread, after one run that
compiles, for steps numbered in order and at random; the plain twin once, on a tenth of the size, for its
numbers.
"""

import random
import statistics
import time

import numpy
from machine import machine

from milepost.planning.critical import CriticalPath, critical_path

STEPS = 100_000
LINKS_EACH = 2
RUNS = 5
SEED = 20261125


def network(count: int, shuffled: bool) -> tuple[numpy.ndarray, numpy.ndarray, numpy.ndarray, numpy.ndarray]:
    """Days, tails, heads and lags of a random network in which later steps wait for earlier ones."""
    chance = random.Random(SEED)
    names = list(range(count))
    if shuffled:
        chance.shuffle(names)
    tails, heads = [], []
    for head in range(1, count):
        for _ in range(LINKS_EACH):
            tails.append(names[chance.randrange(max(0, head - 2_000), head)])
            heads.append(names[head])
    days = [chance.randint(1, 30) for _ in range(count)]
    lags = [chance.choice((0, 0, 0, 5)) for _ in tails]
    return numpy.array(days), numpy.array(tails), numpy.array(heads), numpy.array(lags)


def timed(shuffled: bool) -> tuple[list[float], CriticalPath]:
    """Milliseconds of each run, and the result."""
    days, tails, heads, lags = network(STEPS, shuffled)
    result = critical_path(days, tails, heads, lags=lags, compiled=True)
    times = []
    for _ in range(RUNS):
        begun = time.perf_counter()
        result = critical_path(days, tails, heads, lags=lags, compiled=True)
        times.append((time.perf_counter() - begun) * 1000)
    return times, result


def main() -> None:
    """Print the table."""
    print(f"{machine()}, {STEPS:,} steps")
    for name, shuffled in (("numbered in order", False), ("numbered at random", True)):
        times, result = timed(shuffled)
        middle = statistics.median(times)
        print(
            f"{name:20}{middle:6.1f} ms ({min(times):.1f} to {max(times):.1f})  {result.length:,} days long"
        )
    days, tails, heads, lags = network(STEPS // 10, False)
    begun = time.perf_counter()
    plain = critical_path(days, tails, heads, lags=lags, compiled=False)
    took = (time.perf_counter() - begun) * 1000
    same = list(plain.slack) == list(critical_path(days, tails, heads, lags=lags, compiled=True).slack)
    print(f"{'plain, a tenth':20} {took:6.1f} ms  same numbers as compiled: {'yes' if same else 'NO'}")


if __name__ == "__main__":
    main()
