"""Whether `confidence` says how often a measure is right, each document judged by the others; and the fit.

Run `python benchmarks/confidence.py --corpus DIR [--fit]`, where DIR holds the corpora `en`, `zh`, `en-made`,
`zh-made` and `score.py`. A measure is right when `score.py` pairs it with a mark and its lead and date, in
Chinese all its units, are those of the mark. Prints, for each language and for both, the calibration error
(ten groups of equal size, the mean gap between what was said and what came true) and the share of all errors
that the tenth of lowest confidence holds, both with the judged document left out of the fit. `--fit` fits all
of them and writes `src/milepost/reading/confidence.json`. Documents held out by lot are judged by the fit and
never fitted.
"""

import argparse
import datetime as dt
import importlib.util
import json
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

import numpy as np
from accuracy import SETTINGS

from milepost.reading import read
from milepost.reading.codec import reading_json
from milepost.reading.confidence import WEIGHTS, chance, traits
from milepost.reading.records import Reading

OWN = Path(__file__).parent.parent / "tests" / "data" / "corpus"
RIDGE = 2.0
RARE = 3
STEPS = 12
"""A trait seen on fewer measures is not fitted."""

SERIOUS = {"lead", "date", "unit set"}
"""Kinds of the scorer's errors that make a measure wrong."""

GROUPS = 10
GOALS = (0.05, 0.40)

Row = tuple[frozenset[str], bool]


def main(arguments: list[str]) -> int:
    """Print the table; 1 when a goal is missed."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--corpus", type=Path, metavar="DIR", help="the folder with the corpora and score.py")
    parser.add_argument("--fit", action="store_true", help="write the weights of all documents but the lot")
    given = parser.parse_args(arguments)
    if given.corpus is None or not (given.corpus / "score.py").is_file():
        print("confidence: no corpus here (give the folder with --corpus DIR), so nothing was measured")
        return 0
    score = loaded(given.corpus / "score.py")
    fitted: dict[str, dict[str, float]] = {}
    counted = 0
    together: list[tuple[float, bool]] = []
    for language in ("en", "zh"):
        tuned, lot = documents(given.corpus, score, language)
        found = left_out(tuned)
        together += found
        report(language, found)
        fitted[language] = fit([row for rows in tuned.values() for row in rows])
        counted += sum(map(len, tuned.values()))
        if lot:
            held = [row for rows in lot.values() for row in rows]
            report(f"{language} held-out", list(zip(said(held, fitted[language]), rights(held), strict=True)))
    missed = report("both languages", together)
    if given.fit:
        table = {"fitted": dt.date.today().isoformat(), "measures": counted, "weights": fitted}
        WEIGHTS.write_text(json.dumps(table, indent=1, sort_keys=True) + "\n")
        print(f"{counted} measures fitted: {WEIGHTS.name}")
    return 1 if missed else 0


def loaded(path: Path) -> ModuleType:
    """The scorer as a module."""
    spec = importlib.util.spec_from_file_location("score", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules["score"] = module
    spec.loader.exec_module(module)
    return module


def documents(
    corpus: Path, score: ModuleType, language: str
) -> tuple[dict[str, list[Row]], dict[str, list[Row]]]:
    """The judged measures of each document, tuned ones and those of the lot apart."""
    lot = set(json.loads(SETTINGS.read_text())["held_out"].get(language, ()))
    tuned: dict[str, list[Row]] = {}
    held: dict[str, list[Row]] = {}
    folders = [corpus / language, corpus / f"{language}-made"]
    folders += sorted(folder for folder in OWN.glob(f"{language}-*") if folder.name != f"{language}-made")
    for folder in folders:
        for gold in sorted(folder.glob("*.json")):
            text = gold.with_suffix(".txt")
            marks = json.loads(gold.read_text(encoding="utf-8"))
            if not text.is_file() or not marks.get("measures"):
                continue
            given = marks.get("document_date")
            reading = read(text.read_bytes(), text.name, date=given, language=language)
            rows = list(judged(score, marks, reading))
            if rows:
                (held if folder.name == language and gold.stem in lot else tuned)[
                    f"{folder.name}/{gold.stem}"
                ] = rows
    return tuned, held


def judged(score: ModuleType, gold: dict[str, Any], reading: Reading) -> Iterator[Row]:
    """Each measure's traits, and whether it is right; what the marks call neutral is passed over."""
    told = json.loads(reading_json(reading))
    gold, told = score.without_noise(gold, told)
    frame, preds, marks = score.frame_of(gold, told), told["measures"], gold["measures"]
    if reading.language == "zh":
        spans = score.chinese_spans(frame.text, marks, frame.exact)
        pairs = score.pair_chinese(spans, preds)
        halves: set[int] = set()
    else:
        pairs = score.pair(score.english_candidates(marks, preds, frame))
        halves = score.second_halves(pairs, marks, preds, frame)
    by_id = {pred["id"]: pred for pred in preds}
    mark_of = {p: g for g, p in pairs.items()}
    for p, (measure, pred) in enumerate(zip(reading.measures, preds, strict=True)):
        if measure.strength == "principle" or p in halves:
            continue
        if p in mark_of:
            right = agrees(
                score, marks[mark_of[p]], pred, by_id.get(pred.get("parent"), {}), reading.language
            )
        elif frame.ignores(pred):
            continue
        else:
            right = False
        yield frozenset(traits(measure, reading.text, reading.document.kind)), right


def agrees(score: ModuleType, mark: Any, pred: Any, parent: Any, language: str) -> bool:
    """Whether leads, units and date are those of the mark."""
    counts = score.Score()
    if language == "zh":
        score.score_chinese_units(counts, mark, pred, "")
        score.score_chinese_deadline(counts, mark, pred, "")
    else:
        score.score_english_pair(counts, mark, pred, parent)
    return not any(kind in SERIOUS for kind, _ in counts.errors)


def fit(rows: list[Row]) -> dict[str, float]:
    """The weights of all rows, by trait."""
    x, y, names = matrix(rows)
    return {name: round(float(value), 3) for name, value in zip(names, newton(x, y, names), strict=True)}


def matrix(rows: list[Row]) -> tuple[np.ndarray, np.ndarray, list[str]]:
    """Rows by traits, whether each is right, and the names of the traits that are seen often enough."""
    counts = Counter(trait for found, _ in rows for trait in found)
    names = sorted(name for name, count in counts.items() if count >= RARE)
    at = {name: n for n, name in enumerate(names)}
    x = np.zeros((len(rows), len(names)))
    for n, (found, _) in enumerate(rows):
        x[n, [at[trait] for trait in found if trait in at]] = 1
    return x, np.array([right for _, right in rows], dtype=float), names


def newton(x: np.ndarray, y: np.ndarray, names: list[str], begin: np.ndarray | None = None) -> np.ndarray:
    """The weights of a ridge logistic regression; the trait that all have is free."""
    ridge = np.full(len(names), RIDGE)
    ridge[names.index("base")] = 0.01
    w = np.zeros(len(names)) if begin is None else begin.copy()
    for _ in range(STEPS):
        p = 1 / (1 + np.exp(-x @ w))
        step = np.linalg.solve((x.T * (p * (1 - p) + 1e-9)) @ x + np.diag(ridge), x.T @ (y - p) - ridge * w)
        w += step
        if np.abs(step).max() < 1e-3:
            break
    return w


def said(rows: list[Row], weights: dict[str, float]) -> list[float]:
    """The chance of each row, as it would be printed."""
    return [chance(sum(weights.get(trait, 0.0) for trait in found)) for found, _ in rows]


def rights(rows: list[Row]) -> list[bool]:
    """Whether each row is right."""
    return [right for _, right in rows]


def left_out(found: dict[str, list[Row]]) -> list[tuple[float, bool]]:
    """Each measure's chance by the other documents, and whether it is right."""
    x, y, names = matrix([row for rows in found.values() for row in rows])
    begin = newton(x, y, names)
    result: list[tuple[float, bool]] = []
    at = 0
    for rows in found.values():
        own = slice(at, at + len(rows))
        others = np.ones(len(y), dtype=bool)
        others[own] = False
        logits = x[own] @ newton(x[others], y[others], names, begin)
        result += zip((chance(float(logit)) for logit in logits), rights(rows), strict=True)
        at += len(rows)
    return result


def report(name: str, judged: list[tuple[float, bool]]) -> int:
    """Print the two figures of a set; how many goals it misses."""
    ordered = sorted(judged)
    groups = [group for group in np.array_split(np.array(ordered, dtype=float), GROUPS) if len(group)]
    gap = sum(len(g) * abs(g[:, 0].mean() - g[:, 1].mean()) for g in groups) / len(ordered)
    errors = sum(not right for _, right in ordered)
    tenth = ordered[: max(1, round(len(ordered) / 10))]
    share = sum(not right for _, right in tenth) / errors if errors else 1.0
    print(
        f"{name:<16}{len(ordered):>6} measures {errors:>5} errors   "
        f"calibration error {gap:.3f} (goal {GOALS[0]})"
        f"   errors in the lowest tenth {share:.2f} (goal {GOALS[1]:.2f})"
    )
    return (gap > GOALS[0]) + (share < GOALS[1])


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
