"""Changed files read by the thousand: `make fuzz-docs N=20000`.

Run `python -m tests.hostile.fuzz [N] [SEED] [FORMAT…]`. In: how many files a format, and the seed. Out: a
line a format with how many were tried, read, refused, given up and failed; failures with numbers, so that
`python -m tests.hostile.fuzz 1 SEED FORMAT=NUMBER` tries it alone. A file fails when its reader ends with
anything but a reading or a typed refusal, or when it takes longer than it may; that the parent lives shows in
that it goes on. Memory is held by the fence of the child. Old office files are few, as each takes seconds.
"""

import os
import sys
import time
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from typing import NamedTuple

from milepost.reading.sandbox import prepared_document
from milepost.reading.sandbox.faults import OwnFault, Stopped
from milepost.reading.sandbox.limits import Limits
from milepost.reading.sandbox.pool import Pool
from milepost.reading.sandbox.tasks import WRITE
from milepost.reading.source import Unreadable
from tests.hostile.mutations import mutation
from tests.hostile.seeds import MADE, seeds

SLACK = 1.0
"""Seconds beyond its wall time that ending a child may take."""

SLOW = 500
"""One old office file stands for so many others."""

LIMITS = Limits(jobs=2_000)
SEED = 20261125
SHOWN = 5
"""Failures told of a format."""


class Tried(NamedTuple):
    """What became of one changed file."""

    number: int
    end: str
    seconds: float
    told: str = ""


def main(arguments: list[str]) -> int:
    """Print what was tried and what failed; 1 when anything did."""
    count = int(arguments[0]) if arguments else 20_000
    seed = int(arguments[1]) if len(arguments) > 1 else SEED
    failed = total = 0
    with Pool(os.cpu_count() or 1, LIMITS) as pool:
        for wanted in arguments[2:] or list(MADE):
            kind, _, start = wanted.partition("=")
            tries = [*tried_all(pool, kind, count, seed, int(start or 0))]
            faults = [one for one in tries if one.end == "failed"]
            total, failed = total + len(tries), failed + len(faults)
            print(summary(kind, tries), flush=True)
            for one in faults[:SHOWN]:
                print(f"  {kind}={one.number}: {one.seconds:.1f} s: {one.told}", flush=True)
    print(f"{total} tried, {failed} failed, seed {seed}")
    return 1 if failed else 0


def tried_all(pool: Pool, kind: str, count: int, seed: int, start: int = 0) -> Iterator[Tried]:
    """So many changed files of one format, as many at once as there are children."""
    good = seeds(kind)
    many = max(1, count // SLOW) if kind == "doc" else count
    with ThreadPoolExecutor(os.cpu_count() or 1) as threads:
        yield from threads.map(lambda n: tried(pool, good, n, seed), range(start, start + many))


def tried(pool: Pool, good: dict[str, bytes], number: int, seed: int) -> Tried:
    """What becomes of one changed file."""
    name, data = mutation(good, number, seed)
    begin = time.monotonic()
    try:
        end, told = outcome(pool, data, name)
    except Exception as fault:  # whatever else comes is what this looks for
        end, told = "failed", f"{type(fault).__name__}: {fault}"
    seconds = time.monotonic() - begin
    if seconds > pool.limits.wall_seconds + SLACK:
        end, told = "failed", f"took {seconds:.1f} s; {told}"
    return Tried(number, end, seconds, told)


def outcome(pool: Pool, data: bytes, name: str) -> tuple[str, str]:
    """How the reading of a file ended: read, refused, given up or failed."""
    try:
        ready, told = prepared_document(data, name)
        found = pool.run(WRITE, ready, name, **told)
    except Stopped as fault:
        return fault.cause, str(fault)
    except Unreadable as fault:
        return ("refused", str(fault)) if is_sentence(str(fault), name) else ("failed", f"says {fault}")
    except OwnFault as fault:
        return "failed", f"{fault.error}\n{fault.trace[-400:]}"
    return "read", f"{found.measures} measures"


def is_sentence(told: str, name: str) -> bool:
    """Whether a refusal names the file and ends as sentences do."""
    return name in told and told.endswith((".", "。", ")"))


def summary(kind: str, tries: list[Tried]) -> str:
    """A line on one format."""
    ends = Counter(one.end for one in tries)
    slowest = max(tries, key=lambda one: one.seconds)
    counted = ", ".join(f"{count} {end}" for end, count in ends.most_common())
    return f"{kind}: {len(tries)} tried: {counted}; slowest {slowest.seconds:.2f} s ({kind}={slowest.number})"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
