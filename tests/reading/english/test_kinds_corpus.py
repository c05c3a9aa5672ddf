"""Papers of rarer kinds, and minutes of small places, are read as their marks say.

Letters, licences, court orders, covenants, charters, protocols, policies, emergency plans, plans of
correction, planning conditions, statements, news: invented as strangers would write them and marked before
they were read. What binds in them must not hang on what kind of paper they are taken for. The floors stand a
little under what was measured.
"""

import json
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from milepost.reading import read
from milepost.reading.records import FoundMeasure

from .test_fresh_corpus import NEAR, f1, paired, plain

CORPUS = Path(__file__).parent.parent.parent / "data" / "corpus"
PAPERS = sorted(
    path for folder in ("en-fresh3", "en-fresh3-minutes") for path in (CORPUS / folder).glob("*.json")
)
FLOOR, FLOOR_EACH, FLOOR_LEADS, FLOOR_TRAPS = 0.95, 0.65, 0.95, 0.95


@cache
def marks(path: Path) -> dict[str, Any]:
    """The marks of a paper."""
    found: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return found


@cache
def found_in(path: Path) -> tuple[FoundMeasure, ...]:
    """The main measures that are read in a paper."""
    text = path.with_suffix(".txt")
    reading = read(text.read_bytes(), text.name, date=marks(path)["document_date"])
    return tuple(measure for measure in reading.measures if measure.level == "main")


def pairs_of(path: Path) -> dict[int, int]:
    """Which measure answers which mark."""
    return paired(marks(path)["measures"], list(found_in(path)))


@pytest.mark.parametrize("path", PAPERS, ids=[path.stem for path in PAPERS])
def test_each_paper_is_read(path: Path) -> None:
    gold, found = marks(path)["measures"], found_in(path)
    if gold:
        assert f1(len(pairs_of(path)), len(gold), len(found)) >= FLOOR_EACH
    else:
        assert not found


def test_most_measures_and_leads_are_found() -> None:
    pairs = sum(len(pairs_of(path)) for path in PAPERS)
    wanted = sum(len(marks(path)["measures"]) for path in PAPERS)
    assert f1(pairs, wanted, sum(len(found_in(path)) for path in PAPERS)) >= FLOOR
    same = sum(
        same_lead(marks(path)["measures"][mark], found_in(path)[measure])
        for path in PAPERS
        for mark, measure in pairs_of(path).items()
    )
    assert same / pairs >= FLOOR_LEADS


def same_lead(mark: dict[str, Any], measure: FoundMeasure) -> bool:
    """Whether the leads are the same, or neither names anybody."""
    return {plain(name) for name in mark["actor"] or ()} == {plain(unit.name) for unit in measure.lead}


def test_what_only_looks_like_a_duty_is_none() -> None:
    traps = sprung = 0
    for path in PAPERS:
        answered = set(pairs_of(path).values())
        free = [one for index, one in enumerate(found_in(path)) if index not in answered]
        for trap in marks(path)["non_measures"]:
            traps += 1
            start = trap["char_start"]
            sprung += any(start - NEAR <= one.span[0] < start + len(trap["starts_with"]) for one in free)
    assert 1 - sprung / traps >= FLOOR_TRAPS
