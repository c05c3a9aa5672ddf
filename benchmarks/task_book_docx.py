"""How long does a task book of 2,000 rich rows take to become a Word file?

Run `python benchmarks/task_book_docx.py [ROWS]`. The invented plan of the tests is repeated to hold the rows.
Prints the median of five by the clock and by the core, and the file's size. The goal is three seconds.
"""

import statistics
import sys
import time
from pathlib import Path

from machine import machine

sys.path.insert(0, str(Path(__file__).parent.parent))

from milepost.books.content.adopted.task_book import adopted_task_books  # after the path is set
from milepost.books.content.standing import Standing
from milepost.books.content.view import View
from milepost.books.writers.docx.adopted import write_adopted_docx
from tests.books.langang import many

GOAL_SECONDS = 3.0
RUNS = 5


def main(arguments: list[str]) -> int:
    """Print the table; 1 when a language is above the goal."""
    rows = int(arguments[0]) if arguments else 2_000
    print(f"{machine()}, {rows} rows, {RUNS} runs, goal {GOAL_SECONDS:.0f} s")
    above = 0
    for language in ("en", "zh"):
        ledger, schedule, state = many(rows, language)
        view = View(ledger, schedule)
        book = adopted_task_books(view, Standing(view, state))[-1]
        clock, core, size = [], [], 0
        for _ in range(RUNS):
            begun, begun_core = time.perf_counter(), time.process_time()
            size = len(write_adopted_docx(book))
            clock.append(time.perf_counter() - begun)
            core.append(time.process_time() - begun_core)
        print(
            f"{language}  {statistics.median(clock):.2f} s ({min(clock):.2f} to {max(clock):.2f}), "
            f"core {statistics.median(core):.2f} s, {size / 1e6:.1f} MB"
        )
        above += statistics.median(clock) > GOAL_SECONDS
    return 1 if above else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
