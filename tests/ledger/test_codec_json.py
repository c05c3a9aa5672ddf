"""JSON comes back as it went; a broken file is told in words; the schemas in the docs are the true ones."""

import json
from pathlib import Path

import jsonschema
import pytest
from hypothesis import HealthCheck, given, settings

from milepost.ledger.codec_json import (
    ledger_from_json,
    ledger_json,
    schedule_from_json,
    schedule_json,
    schema,
    write_schemas,
)
from milepost.ledger.faults import BadLedger
from milepost.ledger.records import Ledger
from tests.ledger.complete import COMPLETE, SCHEDULE
from tests.ledger.strategies import ledgers

LEDGER_SCHEMA = jsonschema.Draft202012Validator(schema()["ledger"])
REFERENCE = Path(__file__).parents[2] / "docs" / "reference"


def test_the_complete_records_come_back_equal() -> None:
    assert ledger_from_json(ledger_json(COMPLETE), "ledger.json") == COMPLETE
    assert schedule_from_json(schedule_json(SCHEDULE), "schedule.json") == SCHEDULE


@settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(ledgers())
def test_any_ledger_comes_back_equal_and_fits_the_schema(ledger: Ledger) -> None:
    data = ledger_json(ledger)
    assert ledger_from_json(data, "ledger.json") == ledger
    LEDGER_SCHEMA.validate(json.loads(data))


def test_the_complete_schedule_fits_the_schema() -> None:
    jsonschema.Draft202012Validator(schema()["schedule"]).validate(json.loads(schedule_json(SCHEDULE)))


def test_the_complete_ledger_uses_every_field() -> None:
    """A field that no row fills would be forgotten by a codec unseen."""
    empty: set[str] = set()
    filled: set[str] = set()

    def walk(value: object, path: str) -> None:
        (empty if value in (None, [], {}, "") else filled).add(path)
        if isinstance(value, dict):
            for key, one in value.items():
                walk(one, path if path.endswith(".extra") else f"{path}.{key}")
        elif isinstance(value, list):
            for one in value:
                walk(one, path)

    walk(json.loads(ledger_json(COMPLETE)), "ledger")
    walk(json.loads(schedule_json(SCHEDULE)), "schedule")
    missing = {path for path in empty - filled if not path.endswith((".rule", ".span"))}
    nothing_below = (".start.value.", ".assignments.deadline.value.")
    assert {path for path in missing if not any(part in path for part in nothing_below)} == set()


def test_the_schemas_in_the_docs_are_the_true_ones(tmp_path: Path) -> None:
    write_schemas(tmp_path)
    for name in ("ledger.schema.json", "schedule.schema.json"):
        assert (REFERENCE / name).read_bytes() == (tmp_path / name).read_bytes(), f"write {name} anew"


GOOD = ledger_json(COMPLETE)
BROKEN = (
    (b"{", "this is not JSON"),
    (b"\xff\xfe\x00", "this is not JSON"),
    (b"", "this is not JSON"),
    (b"[" * 100_000, "the whole file: expected an object, got a list"),
    (b'{"format": "milepost.ledger/9"}', 'its format is not "milepost.ledger/1"'),
    (b'{"format": "milepost.ledger/1"}', 'the whole file: missing field "plan"'),
    (
        GOOD.replace(b'"date": "2027-06-30"', b'"date": 7', 1),
        "measures, entry 1, deadline, value, date: expected text or nothing, got a whole",
    ),
    (GOOD.replace(b'"lead"', b'"boss"', 1), "assignments, entry 1, role, value: unknown value 'boss'"),
    (
        GOOD.replace(b'"checked": true', b'"checked": "aye"', 1),
        "measures, entry 1, checked: expected true or false, got text",
    ),
)


@pytest.mark.parametrize(("data", "words"), BROKEN)
def test_a_broken_file_is_told_in_words(data: bytes, words: str) -> None:
    with pytest.raises(BadLedger) as error:
        ledger_from_json(data, "ledger.json")
    (fault,) = error.value.faults
    assert fault.startswith("ledger.json: ")
    assert words in fault
    assert "$" not in fault


def test_a_ledger_is_no_schedule() -> None:
    with pytest.raises(BadLedger, match=r"milepost\.schedule/1"):
        schedule_from_json(GOOD, "ledger.json")


def test_a_byte_order_mark_is_no_fault() -> None:
    assert ledger_from_json(b"\xef\xbb\xbf" + GOOD, "ledger.json") == COMPLETE
