"""Every invented document makes a ledger without faults, and a schedule that the checker passes."""

from pathlib import Path

import pytest

from milepost.ledger.invariants import check
from milepost.planning import plan
from milepost.reading import read
from milepost.reading.to_ledger import readings_to_ledger

CORPUS = Path(__file__).parent.parent.parent / "data" / "corpus"
DOCUMENTS = sorted(CORPUS.rglob("*.txt"))


def test_there_are_documents() -> None:
    assert len(DOCUMENTS) > 50


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda p: f"{p.parent.name}-{p.stem}")
def test_a_document_makes_a_ledger_without_faults_and_a_sound_schedule(document: Path) -> None:
    ledger = readings_to_ledger([read(document.read_bytes(), document.name, date="2027-01-04")])
    assert check(ledger) == []
    _, schedule = plan(ledger, "2027-01-20")
    assert schedule.verified.ok, schedule.verified.faults
