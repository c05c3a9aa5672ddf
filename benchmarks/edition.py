"""How long does an adopted edition of many units take, and how much memory does the command hold?

Run `python benchmarks/edition.py [MEASURES] [UNITS] [LANGUAGE]`. The tests' invented city is repeated until
it holds the measures (330 by default), and its units are doubled until there are as many as asked (60 by
default): each repetition of the plan has the next twins for lead and cooperating. `milepost books` runs on
the files as a process of its own. Prints files, PDFs and pages, and the median of the runs with their spread:
time by the clock, time of the cores, and the most memory that the process held.
"""

import csv
import json
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import msgspec
from machine import machine

sys.path.insert(0, str(Path(__file__).parent.parent))

from milepost.books.inputs import State
from milepost.books.inputs.codec import state_json
from milepost.ledger.codec_json import ledger_json, schedule_json
from milepost.ledger.prints import plan_print
from milepost.ledger.records import Ledger, Schedule, Unit
from tests.books.langang import DATA, many

RUNS = 5
COMMAND = "from milepost.cli import main; main()"


def main(arguments: list[str]) -> int:
    """Print the table."""
    if arguments[:1] == ["once"]:
        print(json.dumps(once(Path(arguments[1]), Path(arguments[2]))))
        return 0
    measures, units = (int(word) for word in [*arguments, "330", "60"][:2])
    language = arguments[2] if len(arguments) > 2 else "en"
    print(f"{machine()}, {measures} measures, {units} units, {language}, {RUNS} runs")
    with tempfile.TemporaryDirectory() as folder:
        plan = Path(folder) / "plan"
        write_plan(plan, measures, units, language)
        runs = [run(plan, Path(folder) / "out") for _ in range(RUNS)]
    show(runs)
    return 0


def show(runs: list[dict[str, float]]) -> None:
    """Medians with their spread."""
    print(f"{runs[0]['files']:.0f} files, {runs[0]['pdfs']:.0f} PDFs of {runs[0]['pages']:.0f} pages")
    for name, unit in (("clock", "s"), ("cores", "s"), ("memory", "MB")):
        found = [one[name] for one in runs]
        print(f"    {name:<8}{statistics.median(found):8.1f} {unit} ({min(found):.1f} to {max(found):.1f})")


def run(plan: Path, out: Path) -> dict[str, float]:
    """One run of the command, measured by a process that has no other child."""
    command = [sys.executable, __file__, "once", str(plan), str(out)]
    told = subprocess.run(command, check=True, capture_output=True, text=True)
    figures: dict[str, float] = json.loads(told.stdout)
    return figures


def once(plan: Path, out: Path) -> dict[str, float]:
    """The figures of one run."""
    words = ["books", plan / "ledger.json", "--state", plan / "state.json", "--out", out]
    begun = time.perf_counter()
    subprocess.run([sys.executable, "-c", COMMAND, *map(str, words)], check=True, stderr=subprocess.DEVNULL)
    done = time.perf_counter()
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    with (out / "CONTENTS.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    pdfs = [row for row in rows if row["file"].endswith(".pdf")]
    return {
        "clock": done - begun,
        "cores": used.ru_utime + used.ru_stime,
        "memory": used.ru_maxrss * 1024 / 1e6,
        "files": len(rows),
        "pdfs": len(pdfs),
        "pages": sum(int(row["pages"]) for row in pdfs),
    }


# --- the plan ---


def write_plan(folder: Path, measures: int, units: int, language: str) -> None:
    """The three files that the command reads."""
    folder.mkdir()
    ledger, schedule, state = doubled(*many(measures, language), twins=-(-units // len(DATA["units"])))
    (folder / "ledger.json").write_bytes(ledger_json(ledger))
    (folder / "schedule.json").write_bytes(schedule_json(schedule))
    (folder / "state.json").write_bytes(state_json(state))


def doubled(ledger: Ledger, schedule: Schedule, state: State, twins: int) -> tuple[Ledger, Schedule, State]:
    """The plan with so many twins of each unit; each repetition of the city's plan names the next twins."""
    turn = {m.id: n // len(DATA["measures"]) % twins for n, m in enumerate(ledger.measures)}
    assignments = tuple(
        msgspec.structs.replace(
            a, unit=msgspec.structs.replace(a.unit, value=twin_code(a.unit.value, turn[a.measure]))
        )
        for a in ledger.assignments
    )
    reports = tuple(
        msgspec.structs.replace(r, unit=twin_code(r.unit, turn[r.measure])) if r.unit else r
        for r in state.reports
    )
    ledger = msgspec.structs.replace(
        ledger,
        units=tuple(twin(unit, number) for number in range(twins) for unit in ledger.units),
        assignments=assignments,
    )
    limits = {twin_code(code, n): most for code, most in state.limits.items() for n in range(twins)}
    state = msgspec.structs.replace(state, reports=reports, limits=limits)
    return ledger, msgspec.structs.replace(schedule, plan_print=plan_print(ledger)), state


def twin_code(code: str, number: int) -> str:
    """The code of a unit's twin; the first keeps its own."""
    return f"{code}{number + 1}" if number else code


def twin(unit: Unit, number: int) -> Unit:
    """A unit's twin, with names of its own."""
    if number == 0:
        return unit
    code, tail = twin_code(unit.code, number), f" {number + 1}"
    return msgspec.structs.replace(
        unit, id=code, code=code, name=unit.name + tail, short=(unit.short or unit.name) + tail
    )


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
