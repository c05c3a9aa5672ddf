"""How long an office form of 5,000 rows takes to be filled, written as a workbook, read and compared.

    python benchmarks/forms_xlsx.py

Prints the median of five runs, wall clock and processor time, for T0 to T4 in Chinese, each row with words of
its own. The goal is half a second to write a form; filling it is the content's time, shared by all writers.
"""

import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path
from statistics import median
from time import perf_counter, process_time

import msgspec
from machine import machine

from milepost.books.content.forms import office_form
from milepost.books.content.standing import Standing
from milepost.books.content.view import View
from milepost.books.forms_in import compare, read_form
from milepost.books.writers.forms_xlsx import write_form
from milepost.ledger.origins import typed

sys.path.insert(0, str(Path(__file__).parent.parent))  # the example plan stands with the tests
from tests.books.langang import many

ROWS, RUNS = 5_000, 5


def timed(work: Callable[[], object]) -> str:
    """The median of some runs: wall clock and processor."""
    wall, cpu = [], []
    for _ in range(RUNS):
        start, begun = perf_counter(), process_time()
        work()
        wall.append(perf_counter() - start)
        cpu.append(process_time() - begun)
    return f"{median(wall):.2f} s ({median(cpu):.2f} s cpu)"


def plan() -> tuple[View, Standing]:
    """A plan of many measures, each with words of its own."""
    ledger, schedule, state = many(ROWS, "zh")
    measures = tuple(
        msgspec.structs.replace(
            measure,
            title=typed(f"{measure.title.value}（第{number}号）"),
            acceptance_test=typed(
                f"第{number}项：目录印发，收录{number}项，逐项明确提供单位、更新频率和答复时限"
            ),
            officer=typed(f"联系人{number} 6{number:05}"),
        )
        for number, measure in enumerate(ledger.measures, start=1)
    )
    view = View(msgspec.structs.replace(ledger, measures=measures), schedule)
    return view, Standing(view, state)


def main() -> None:
    """Time each form."""
    print(machine())
    view, standing = plan()
    for key in ("T0", "T1", "T2", "T3", "T4"):
        form = office_form(view, standing, key)
        data = write_form(form)
        table = read_form(data, "form.xlsx")
        print(f"{key}: {len(form.rows):,} rows, {len(form.columns)} columns, {len(data) / 1e6:.1f} MB")
        print("  fill   ", timed(partial(office_form, view, standing, key)))
        print("  write  ", timed(partial(write_form, form)))
        print("  read   ", timed(partial(read_form, data, "form.xlsx")))
        print("  compare", timed(partial(compare, view, standing, table)))


if __name__ == "__main__":
    main()
