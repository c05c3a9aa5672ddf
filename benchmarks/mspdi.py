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
from milepost.books.inputs import State
from milepost.books.inputs.feeds import Feeds, TaskNumbers
from milepost.books.writers.feeds import write_feed
from milepost.books.writers.mspdi import write_mspdi
from milepost.ledger.records import Ledger, Schedule
from tests.books.langang import many

Plan = tuple[Ledger, Schedule, State]
RUNS = 5


def main(arguments: list[str]) -> None:
    """Print the table."""
    measures = int(arguments[0]) if arguments else 2_000
    print(f"{machine()}, one core, {measures:,} measures, {RUNS} runs")
    for language in ("en", "zh"):
        plan = many(measures, language)
        project_file(plan, language)
        calendars(plan, language)
    print(f"most memory {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024} MB")


def project_file(plan: Plan, language: str) -> None:
    """Time the project file."""
    ledger, schedule, state = plan
    known = TaskNumbers(plan=ledger.plan.id)
    said, (made, _) = timed(lambda: project(ledger, schedule, known, state, language))
    wrote, data = timed(lambda: write_mspdi(made))
    print(f"{language}  project file  {shown(said, wrote)}, {len(made.tasks):,} rows, {len(data):,} bytes")


def calendars(plan: Plan, language: str) -> None:
    """Time all feeds."""
    known = Feeds(plan=plan[0].plan.id, language=language)
    said, (sent, _) = timed(lambda: feeds(*plan, known))
    wrote, files = timed(lambda: [write_feed(feed) for feed in sent])
    events, size = sum(len(feed.events) for feed in sent), sum(map(len, files))
    print(f"{language}  {len(sent)} feeds  {shown(said, wrote)}, {events:,} events, {size:,} bytes")


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
