"""How long do 5,000 rows of Gantt take, and the timetable as PDF? The first goal is 3 seconds.

Run `python benchmarks/gantt.py [ROWS]`. The invented plan of Langang is repeated until it has the rows asked
for. Prints the median of five runs with their spread, in time of the core, for the content, for the pages of
the Gantt, for the pictures and for the PDF of 330 measures with all their steps, and the most memory taken.
"""

import resource
import statistics
import sys
import time
from collections.abc import Callable
from pathlib import Path

from machine import machine

sys.path.insert(0, str(Path(__file__).parent.parent))

from milepost.books.content.adopted.timetable import one_timetable, timetables_of, whole
from milepost.books.content.standing import Standing
from milepost.books.content.view import View
from milepost.books.writers.pdf import write_pdf
from milepost.books.writers.svg.gantt import write_gantt_svgs
from milepost.books.writers.svg.pictures import write_picture_svg
from tests.books.langang import many

GOAL = 3.0
RUNS = 5
PDF_MEASURES = 330


def main(arguments: list[str]) -> int:
    """Print the table; 1 when the Gantt is above the goal."""
    rows = int(arguments[0]) if arguments else 5_000
    print(f"{machine()}, one core, {rows:,} rows, {RUNS} runs, goal {GOAL} s for the Gantt")
    slow = [language for language in ("en", "zh") if statistics.median(measured(rows, language)) > GOAL]
    return 1 if slow else 0


def measured(rows: int, language: str) -> list[float]:
    """Print the figures of one language; the seconds of the Gantt."""
    view, standing = asked(rows, language)
    choice = whole(view, standing)
    content = seconds(lambda: one_timetable(*asked(rows, language), choice))
    print(f"{language}  content {shown(content)}")
    book = one_timetable(view, standing, choice)
    pages = write_gantt_svgs(book)
    drawn = seconds(lambda: write_gantt_svgs(book))
    print(f"    Gantt, {len(pages)} pages, {sum(map(len, pages)) / 1e6:.1f} MB {shown(drawn)}")
    drawings = seconds(lambda: [write_picture_svg(picture) for picture in book.pictures])
    print(f"    {len(book.pictures)} pictures {shown(drawings)}")
    print(f"    most memory so far {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB")
    few, known = asked(PDF_MEASURES, language)
    volumes = timetables_of(few, known, whole(few, known))
    printed = seconds(lambda: [write_pdf(volume) for volume in volumes])
    print(f"    PDF of {PDF_MEASURES} measures, {len(volumes)} volume(s) {shown(printed)}")
    return drawn


def asked(rows: int, language: str) -> tuple[View, Standing]:
    """The invented plan with so many measures."""
    ledger, schedule, state = many(rows, language)
    view = View(ledger, schedule, language)
    return view, Standing(view, state)


def seconds(work: Callable[[], object]) -> list[float]:
    """The seconds of each run."""
    found: list[float] = []
    for _ in range(RUNS):
        begun = time.process_time()
        work()
        found.append(time.process_time() - begun)
    return found


def shown(found: list[float]) -> str:
    """The median with the spread."""
    return f"{statistics.median(found):.2f} s ({min(found):.2f} to {max(found):.2f})"


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
