"""Invented documents written apart from the rules, in the manner of real ones, are read as their marks say.

A small scorer: a main measure of the marks is found when a main measure read begins within forty characters
of it, or covers its start, nearest first; its lead is right when the names are equal. The floors stand a
little under what was measured, so that a rule that loses a tradition fails here.
"""

import json
from pathlib import Path
from typing import Any

import pytest

from milepost.reading import read
from milepost.reading.records import FoundMeasure

FOLDER = Path(__file__).parent.parent.parent / "data" / "corpus" / "en-fresh"
NAMES = sorted(path.stem for path in FOLDER.glob("*.json"))
NEAR = 40
FLOOR, FLOOR_EACH, FLOOR_LEADS = 0.95, 0.75, 0.88


def marks(name: str) -> list[dict[str, Any]]:
    """The main measures that were marked in a document."""
    found = json.loads((FOLDER / f"{name}.json").read_text(encoding="utf-8"))["measures"]
    return [mark for mark in found if mark["level"] == "main"]


def measures(name: str) -> list[FoundMeasure]:
    """The main measures that are read in it."""
    reading = read((FOLDER / f"{name}.txt").read_bytes(), f"{name}.txt")
    return [measure for measure in reading.measures if measure.level == "main"]


def paired(gold: list[dict[str, Any]], found: list[FoundMeasure]) -> dict[int, int]:
    """Mark to measure, the nearest starts first, each used once."""
    near = sorted(
        (abs(measure.span[0] - mark["char_start"]), g, p)
        for g, mark in enumerate(gold)
        for p, measure in enumerate(found)
        if abs(measure.span[0] - mark["char_start"]) <= NEAR
        or measure.span[0] <= mark["char_start"] < measure.span[1]
    )
    pairs: dict[int, int] = {}
    for _, g, p in near:
        if g not in pairs and p not in pairs.values():
            pairs[g] = p
    return pairs


def plain(name: str) -> str:
    """A name as it is compared."""
    return name.lower().removeprefix("the ").removeprefix("all ")


def same_lead(mark: dict[str, Any], measure: FoundMeasure) -> bool:
    """Whether the lead is the marked one, or the short form that the marks resolve."""
    found = {plain(unit.name) for unit in measure.lead}
    resolved = {plain(name) for name in mark["actor"] or ()}
    return found == resolved or ("coref" in mark and found == {plain(mark["coref"])})


def f1(found: int, marked: int, read: int) -> float:
    """The harmonic mean of precision and recall."""
    return 2 * found / (marked + read)


@pytest.mark.parametrize("name", NAMES)
def test_each_document_is_read_well_enough_to_be_worth_correcting(name: str) -> None:
    gold, found = marks(name), measures(name)
    assert f1(len(paired(gold, found)), len(gold), len(found)) >= FLOOR_EACH


def test_most_measures_and_leads_of_all_documents_are_found() -> None:
    pairs = marked = read_ones = leads = 0
    for name in NAMES:
        gold, found = marks(name), measures(name)
        matched = paired(gold, found)
        pairs, marked, read_ones = pairs + len(matched), marked + len(gold), read_ones + len(found)
        leads += sum(same_lead(gold[g], found[p]) for g, p in matched.items())
    assert f1(pairs, marked, read_ones) >= FLOOR
    assert leads / pairs >= FLOOR_LEADS
