"""Prose of many drafting traditions, invented as strangers would write it, is read as its marks say.

Orders, ordinances, acts, memos, circulars, resolutions, audits, plans, strategies, agreements and by-laws in
the manner of a dozen countries, marked before they were read. The floors stand a little under what was
measured.
"""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from milepost.reading import read
from milepost.reading.records import FoundMeasure

from .test_fresh_corpus import NEAR, f1, paired, plain, same_lead

FOLDER = Path(__file__).parent.parent.parent / "data" / "corpus" / "en-fresh2"
NAMES = sorted(path.stem for path in FOLDER.glob("*.json"))
FLOOR, FLOOR_EACH, FLOOR_LEADS, FLOOR_SUPPORT, FLOOR_TRAPS = 0.97, 0.8, 0.96, 0.9, 0.96


def marked(name: str) -> dict[str, Any]:
    """The marks of a document."""
    found: dict[str, Any] = json.loads((FOLDER / f"{name}.json").read_text(encoding="utf-8"))
    return found


def found_in(name: str) -> list[FoundMeasure]:
    """The main measures that are read in it."""
    reading = read((FOLDER / f"{name}.txt").read_bytes(), f"{name}.txt", date=marked(name)["document_date"])
    return [measure for measure in reading.measures if measure.level == "main"]


def mains(marks: dict[str, Any]) -> list[dict[str, Any]]:
    """The main measures that are marked."""
    return [mark for mark in marks["measures"] if mark["level"] == "main"]


def matched() -> Iterator[tuple[dict[str, Any], FoundMeasure]]:
    """Each mark with the measure that answers it, in all documents."""
    for name in NAMES:
        gold, found = mains(marked(name)), found_in(name)
        for mark, measure in paired(gold, found).items():
            yield gold[mark], found[measure]


@pytest.mark.parametrize("name", NAMES)
def test_each_document_is_read(name: str) -> None:
    gold, found = mains(marked(name)), found_in(name)
    assert f1(len(paired(gold, found)), len(gold), len(found)) >= FLOOR_EACH


def test_most_measures_leads_and_units_are_found() -> None:
    pairs = list(matched())
    wanted = sum(len(mains(marked(name))) for name in NAMES)
    seen = sum(len(found_in(name)) for name in NAMES)
    assert f1(len(pairs), wanted, seen) >= FLOOR
    assert (
        sum(same_lead(mark, measure) or same_nobody(mark, measure) for mark, measure in pairs) / len(pairs)
        >= FLOOR_LEADS
    )
    units = [
        ({plain(name) for name in mark["consult"]}, {plain(unit.name) for unit in measure.support})
        for mark, measure in pairs
    ]
    both = sum(len(gold & found) for gold, found in units)
    assert (
        f1(both, sum(len(gold) for gold, _ in units), sum(len(found) for _, found in units)) >= FLOOR_SUPPORT
    )


def same_nobody(mark: dict[str, Any], measure: FoundMeasure) -> bool:
    """Whether neither names who acts."""
    return not mark["actor"] and not measure.lead


def test_what_only_looks_like_a_duty_is_none() -> None:
    traps = sprung = 0
    for name in NAMES:
        gold, found = mains(marked(name)), found_in(name)
        free = [one for index, one in enumerate(found) if index not in paired(gold, found).values()]
        for trap in marked(name)["non_measures"]:
            traps += 1
            start = trap["char_start"]
            sprung += any(start - NEAR <= one.span[0] < start + len(trap["starts_with"]) for one in free)
    assert 1 - sprung / traps >= FLOOR_TRAPS
