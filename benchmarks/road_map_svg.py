"""How long does the road map of 500 measures take to be drawn, on one core? The goal is 0.3 seconds.

Run `python benchmarks/road_map_svg.py [MEASURES]`. The invented city of the tests is repeated until it holds
the measures asked for (500 by default), each with a title, an output form and conditions of its own, so that
no width is measured once for many. Prints medians of five runs with their spread, in time of the core: the
drawing alone, from content record to the text of the SVG file, which is what the goal speaks of; then the
content, from ledger, schedule and state to the record. Fonts are read before the clock starts.
"""

import statistics
import sys
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

import msgspec
from machine import machine

sys.path.insert(0, str(Path(__file__).parent.parent))

from milepost.books.content.adopted.road_map import adopted_road_map
from milepost.books.content.records import RoadMap
from milepost.books.content.standing import Standing
from milepost.books.content.view import View
from milepost.books.inputs import State
from milepost.books.writers.svg.pen import width_of_one
from milepost.books.writers.svg.road_map import write_road_map_svg
from milepost.ledger.origins import typed
from milepost.ledger.records import Ledger, Schedule
from tests.books.langang import many

GOAL = 0.3
RUNS = 5


def main(arguments: list[str]) -> int:
    """Print the table; 1 when a language is above the goal."""
    number = int(arguments[0]) if arguments else 500
    print(f"{machine()}, one core, {number} measures, {RUNS} runs, goal {GOAL} s for the drawing")
    slow = 0
    for language in ("en", "zh"):
        ledger, schedule, state = varied(number, language)
        record = made(ledger, schedule, state)
        write_road_map_svg(made(*many(16, language)))
        drawing = seconds(partial(write_road_map_svg, record))
        content = seconds(partial(made, ledger, schedule, state))
        slow += statistics.median(drawing) > GOAL
        svg = write_road_map_svg(record)
        print(f"{language}  {len(record.links):>4} links, {len(svg) / 1e6:.1f} MB")
        print(f"    the drawing {shown(drawing)}, the content {shown(content)}")
    return 1 if slow else 0


def varied(number: int, language: str) -> tuple[Ledger, Schedule, State]:
    """The repeated city with words of its own in every row and link."""
    ledger, schedule, state = many(number, language)
    measures = tuple(
        msgspec.structs.replace(
            measure,
            title=typed(f"{measure.title.value} {n}"),
            output_form=typed(f"{measure.output_form.value if measure.output_form else ''} {n}"),
        )
        for n, measure in enumerate(ledger.measures)
    )
    links = tuple(
        msgspec.structs.replace(link, condition=f"{link.condition} {n}")
        for n, link in enumerate(ledger.links)
    )
    return msgspec.structs.replace(ledger, measures=measures, links=links), schedule, state


def made(ledger: Ledger, schedule: Schedule, state: State) -> RoadMap:
    """The content of the road map."""
    view = View(ledger, schedule)
    return adopted_road_map(view, Standing(view, state))


def seconds(work: Callable[[], object]) -> list[float]:
    """The seconds of each run, no width remembered from the run before."""
    found: list[float] = []
    for _ in range(RUNS):
        width_of_one.cache_clear()
        begun = time.process_time()
        work()
        found.append(time.process_time() - begun)
    return found


def shown(found: list[float]) -> str:
    """The median with the spread."""
    return f"{statistics.median(found):.2f} s ({min(found):.2f} to {max(found):.2f})"


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
