"""The cross-references planted in the example plans become links, with the words that state them."""

import json
from pathlib import Path

import pytest

from milepost.ledger.records import Ledger
from milepost.reading import read
from milepost.reading.to_ledger import readings_to_ledger

ROOT = Path(__file__).parent.parent.parent
PLANTED = json.loads((ROOT / "tests" / "data" / "planted_links.json").read_text(encoding="utf-8"))


def links_by_label(ledger: Ledger) -> set[tuple[str, str]]:
    """Pairs of printed labels, from first to second."""
    clauses = {c.id: (c.label or "").strip(".") for c in ledger.clauses}
    labels = {m.id: clauses[m.clause] for m in ledger.measures if m.clause}
    return {(labels[link.from_], labels[link.to]) for link in ledger.links}


@pytest.mark.parametrize("language", ["en", "zh"])
def test_nine_in_ten_planted_references_become_links_and_none_is_made_up(language: str) -> None:
    plan = ROOT / "examples" / language / "plan.txt"
    ledger = readings_to_ledger([read(plan.read_bytes(), plan.name)])
    planted = {(a, b) for a, b in PLANTED[language]}
    found = links_by_label(ledger)
    assert len(planted & found) >= 0.9 * len(planted), sorted(planted - found)
    assert not found - planted


@pytest.mark.parametrize("language", ["en", "zh"])
def test_a_link_quotes_the_words_at_its_span(language: str) -> None:
    plan = ROOT / "examples" / language / "plan.txt"
    reading = read(plan.read_bytes(), plan.name)
    for link in readings_to_ledger([reading]).links:
        assert link.span
        assert link.condition == reading.text[link.span[0] : link.span[1]]
