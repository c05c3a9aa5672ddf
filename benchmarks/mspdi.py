"""How long do a project file and the feeds of a large plan take, on one core?

Run `python benchmarks/mspdi.py [MEASURES]`. Langang's plan is repeated until it has the measures asked for
(2,000 by default). Prints the median of five runs for what is said and for the bytes, rows and size of the
files, and the most memory the run took.
"""

import resource
import statistics
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from machine import machine

sys.path.insert(0, str(Path(__file__).parent.parent))

from milepost.books.content.adopted.calendar import feeds
from milepost.books.content.adopted.project import project
from milepost.books.inputs.feeds import Feeds, TaskNumbers
from milepost.books.writers.feeds import write_feed
from milepost.books.writers.mspdi import write_mspdi
from tests.books.langang import many

RUNS = 5


def main(arguments: list[str]) -> None:
    """Print the table."""
    measures = int(arguments[0]) if arguments else 2_000
    print(f"{machine()}, one core, {measures:,} measures, {RUNS} runs")
    for language in ("en", "zh"):
        ledger, schedule, state = many(measures, language)
        plan = ledger.plan.id
        said, (made, _) = timed(lambda: project(ledger, schedule, TaskNumbers(plan=plan), state, language))
        wrote, data = timed(lambda: write_mspdi(made))
        print(
            f"{language}  project file  {shown(said, wrote)}, {len(made.tasks):,} rows, {len(data):,} bytes"
        )
        said, (sent, _) = timed(lambda: feeds(ledger, schedule, state, Feeds(plan=plan, language=language)))
        wrote, files = timed(lambda: [write_feed(feed) for feed in sent])
        events = sum(len(feed.events) for feed in sent)
        size = sum(map(len, files))
        print(f"{language}  {len(sent)} feeds  {shown(said, wrote)}, {events:,} events, {size:,} bytes")
    print(f"most memory {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024} MB")


def timed(make: Callable[[], Any]) -> tuple[float, Any]:
    """The median of the runs and what the last one made."""
    times = []
    for _ in range(RUNS):
        start = time.process_time()
        made = make()
        times.append(time.process_time() - start)
    return statistics.median(times), made


def shown(said: float, wrote: float) -> str:
    """What is said, and its bytes."""
    return f"{said:.2f} s said, {wrote:.2f} s written"


if __name__ == "__main__":
    main(sys.argv[1:])
