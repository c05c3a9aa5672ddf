"""How much of what careful readers marked in adopted documents the reader finds, tuned and held-out apart.

Run `python benchmarks/accuracy.py --corpus DIR`, where DIR holds the corpora `en`, `zh`, `en-made`, `zh-made`
and `score.py`, and the bulletin stands beside DIR. Each document is read, `score.py` compares the readings
with the marks, and a table shows each figure with its floor. Exit 1 when one is under its floor.
With `--dates` the dates are measured once more as they come out when a person gives the day of each document
that prints none (its issue, its meeting or its publication, as the marks say).
Floors and the documents that were drawn by lot and held out stand in `accuracy.json`; nothing is printed of
what a held-out document says. Without the folder there is one line, and exit 0.
"""

import argparse
import json
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from milepost.reading import read
from milepost.reading.codec import reading_json
from milepost.reading.records import Reading

SETTINGS = Path(__file__).with_name("accuracy.json")
CORPORA = ("en", "zh", "en-made", "zh-made")
BULLETIN = "bulletin-2024-12-02"
SHOWN = (
    "measures_main_precision",
    "measures_main_recall",
    "measures_main_f1",
    "lead_exact",
    "unit_set_exact",
    "deadline_f1",
    "deadline_date_exact",
    "traps_avoided",
)
SHOWN_OF_BULLETIN = ("meeting_fields", "agenda_f1", "directives_precision", "directives_recall")
EACH = "each"
"""The key of a floor that every document of a set has to keep."""

Figures = dict[str, float]
Reader = Callable[[Path, dict[str, Any]], Reading]
DATES = ("deadline_date_exact", "other_date_exact", "no_invented_dates", "offset_right")


def main(arguments: list[str]) -> int:
    """Print the table; 1 when a figure is under its floor."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--corpus", type=Path, metavar="DIR", help="the folder with the corpora and score.py")
    parser.add_argument(
        "--dates", action="store_true", help="show the dates also as read when a person gives a missing day"
    )
    given = parser.parse_args(arguments)
    corpus = given.corpus
    if corpus is None or not (corpus / "score.py").is_file():
        print("accuracy: no corpus here (give the folder with --corpus DIR), so nothing was measured")
        return 0
    settings = json.loads(SETTINGS.read_text())
    under = 0
    for name, figures in measured(corpus, settings["held_out"]):
        under += show(name, figures, settings["floors"].get(name, {}))
    if given.dates:
        for name, figures in measured(corpus, settings["held_out"], read_with_day):
            show_dates(name, figures)
    print("every figure is at or above its floor" if not under else f"{under} figures are under their floor")
    return 1 if under else 0


def read_alone(text: Path, _marks: dict[str, Any]) -> Reading:
    """The reading of a document by itself."""
    return read(text.read_bytes(), text.name)


def read_with_day(text: Path, marks: dict[str, Any]) -> Reading:
    """The reading with the day that a person gives a document which prints none."""
    alone = read_alone(text, marks)
    day = marks.get("document_date") or marks.get("published") or (marks.get("meeting") or {}).get("date")
    return alone if alone.document.date or not day else read(text.read_bytes(), text.name, date=day[:10])


def measured(
    corpus: Path, held_out: dict[str, Any], reader: Reader = read_alone
) -> Iterator[tuple[str, dict[str, Any]]]:
    """The figures of each set: the tuned documents, the held-out ones, the bulletin."""
    for name in CORPORA:
        lot = set(held_out.get(name, ()))
        golds = sorted((corpus / name).glob("*.json"))
        for title, chosen in (
            (name, [gold for gold in golds if gold.stem not in lot]),
            (f"{name} held-out", [gold for gold in golds if gold.stem in lot]),
        ):
            if chosen:
                yield title, scored(corpus / "score.py", chosen, reader)
    gold = corpus.parent / f"{BULLETIN}.gold.json"
    if gold.is_file():
        yield "bulletin", scored_bulletin(corpus / "score.py", gold)


def scored(score: Path, golds: list[Path], reader: Reader) -> dict[str, Any]:
    """The figures of some documents, in total and each."""
    with tempfile.TemporaryDirectory() as folder:
        marks, readings = Path(folder, "marks"), Path(folder, "readings")
        marks.mkdir()
        readings.mkdir()
        for gold in golds:
            (marks / gold.name).write_bytes(gold.read_bytes())
            text = gold.with_suffix(".txt")
            found = reader(text, json.loads(gold.read_text()))
            (readings / gold.name).write_bytes(reading_json(found))
        return run(score, [str(marks), str(readings)], Path(folder, "figures.json"))


def scored_bulletin(score: Path, gold: Path) -> dict[str, Any]:
    """The figures of the bulletin."""
    with tempfile.TemporaryDirectory() as folder:
        text, reading = gold.with_name(f"{BULLETIN}.txt"), Path(folder, "reading.json")
        reading.write_bytes(reading_json(read(text.read_bytes(), text.name)))
        return run(score, ["--bulletin", str(gold), str(reading)], Path(folder, "figures.json"))


def run(score: Path, arguments: list[str], out: Path) -> dict[str, Any]:
    """Call the corpus's own scorer and take its figures; what it prints is not shown."""
    command = [sys.executable, str(score), *arguments, "--json", str(out)]
    subprocess.run(command, check=True, capture_output=True)
    return dict(json.loads(out.read_text()))


def show(name: str, figures: dict[str, Any], floors: dict[str, Any]) -> int:
    """Print the figures of a set beside their floors; how many are under."""
    total: Figures = figures["total"]
    shown = SHOWN_OF_BULLETIN if name == "bulletin" else SHOWN
    print(f"\n{name} ({len(figures['documents'])} documents)")
    own = {key: floor for key, floor in floors.items() if key != EACH}
    under = sum(line(key, total.get(key), own.get(key)) for key in dict.fromkeys((*shown, *own)))
    for key, floor in floors.get(EACH, {}).items():
        for document, values in sorted(figures["documents"].items()):
            under += line(f"{document}: {key}", values.get(key), floor, quiet=True)
    return under


def show_dates(name: str, figures: dict[str, Any]) -> None:
    """Print how many dates of a set are right when a person gives the missing days."""
    if name != "bulletin":
        print(f"\n{name}, missing days given")
        for key in DATES:
            line(key, figures["total"].get(key), None)


def line(title: str, value: float | None, floor: float | None, quiet: bool = False) -> bool:
    """Print a figure; whether it is under its floor. `quiet` prints it only then."""
    under = floor is not None and (value is None or value < floor)
    if (value is not None or under) and not (quiet and not under):
        figure = "    –" if value is None else f"{value:5.3f}"
        print(
            f"  {title:32}{figure}"
            + ("" if floor is None else f"  floor {floor:.2f}")
            + ("  UNDER" if under else "")
        )
    return under


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
