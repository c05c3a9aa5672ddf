"""How long does a task book of 2,000 rich rows take to become a PDF, and in how much memory?

Run `python benchmarks/task_book_pdf.py [ROWS]`. The tests' invented plan is repeated until it holds the
rows (2,000 by default) and every row is filled: test, verifier, risks, leader, officer. Each run is a process
of its own, so that nothing is kept from the one before. Prints the median of five with their spread: time by
the clock and time of the core for the content of all task books, and for the PDF of the whole plan, with its
pages, megabytes and the most memory the process held. The goals are seven seconds and one gigabyte.
"""

import json
import resource
import statistics
import subprocess
import sys
import time
from pathlib import Path

import msgspec
from machine import machine

sys.path.insert(0, str(Path(__file__).parent.parent))

from milepost.books.content.adopted.task_book import adopted_task_books
from milepost.books.content.standing import Standing
from milepost.books.content.view import View
from milepost.books.writers.pdf import write_pdf
from milepost.ledger.records import Ledger
from tests.books.langang import many

GOAL_SECONDS, GOAL_BYTES = 7.0, 1_000_000_000
RUNS = 5
FILLED = ("acceptance_test", "risks", "leader", "officer")


def main(arguments: list[str]) -> int:
    """Print the table; 1 when a language is above a goal."""
    if arguments[:1] == ["once"]:
        print(json.dumps(once(arguments[1], int(arguments[2]))))
        return 0
    rows = int(arguments[0]) if arguments else 2_000
    print(f"{machine()}, {rows} rows, {RUNS} runs, goals {GOAL_SECONDS:.0f} s and {GOAL_BYTES // 10**6} MB")
    above = 0
    for language in ("en", "zh"):
        runs = [run(language, rows) for _ in range(RUNS)]
        print(f"{language}  {runs[0]['pages']:.0f} pages, {runs[0]['size'] / 1e6:.1f} MB on disk")
        for name in ("content", "content_core", "pdf", "pdf_core"):
            found = [one[name] for one in runs]
            print(f"    {name:<13}{statistics.median(found):6.2f} s ({min(found):.2f} to {max(found):.2f})")
        memory = max(one["memory"] for one in runs)
        print(f"    memory       {memory / 1e6:6.0f} MB at most")
        above += statistics.median(one["pdf"] for one in runs) > GOAL_SECONDS or memory > GOAL_BYTES
    return 1 if above else 0


def run(language: str, rows: int) -> dict[str, float]:
    """One run in a process of its own."""
    command = [sys.executable, __file__, "once", language, str(rows)]
    told = subprocess.run(command, check=True, capture_output=True, text=True)
    figures: dict[str, float] = json.loads(told.stdout)
    return figures


def once(language: str, rows: int) -> dict[str, float]:
    """The figures of one run."""
    import pypdfium2

    ledger, schedule, state = many(rows, language)
    ledger = filled(ledger)
    begun, core = time.perf_counter(), time.process_time()
    view = View(ledger, schedule)
    book = adopted_task_books(view, Standing(view, state))[-1]
    made, made_core = time.perf_counter(), time.process_time()
    data = write_pdf(book)
    done, done_core = time.perf_counter(), time.process_time()
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024
    return {
        "content": made - begun,
        "content_core": made_core - core,
        "pdf": done - made,
        "pdf_core": done_core - made_core,
        "size": len(data),
        "memory": memory,
        "pages": len(pypdfium2.PdfDocument(data)),
    }


def filled(ledger: Ledger) -> Ledger:
    """The ledger with no blank left in a row: what a worded measure says stands in all."""
    worded = next(m for m in ledger.measures if m.acceptance_test)
    values = {name: getattr(worded, name) for name in FILLED}
    verifier = {"verifier": worded.leader}
    measures = tuple(
        msgspec.structs.replace(m, **verifier, **{n: v for n, v in values.items() if getattr(m, n) is None})
        for m in ledger.measures
    )
    return msgspec.structs.replace(ledger, measures=measures)


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
