"""The JSON of a reading."""

import json

import msgspec
import pytest

from milepost.reading.codec import reading_from_json, reading_json
from milepost.reading.records import ClauseFound, DocumentFacts, FoundRecurring, Reading, Source

READING = Reading(
    source=Source(name="方案.txt", sha256="0" * 64, media_type="text/plain", bytes=3),
    language="zh",
    text="每年\n",
    document=DocumentFacts(title="方案", date="2027-01-01", date_span=(0, 2)),
    clauses=[ClauseFound(id="c1", span=(0, 2))],
)


def test_the_fields_stand_in_the_order_of_the_page_that_defines_them() -> None:
    assert list(json.loads(reading_json(READING))) == [
        "format", "source", "language", "text", "document", "meeting",
        "clauses", "measures", "set_aside", "upper", "warnings",
    ]  # fmt: skip


def test_the_json_is_indented_readable_and_ends_with_its_line() -> None:
    data = reading_json(READING).decode()
    assert data.endswith("}\n")
    assert '\n  "language": "zh"' in data
    assert "方案.txt" in data


def test_a_reading_comes_back_as_it_was() -> None:
    assert reading_from_json(reading_json(READING)) == READING


def test_a_field_named_by_a_word_of_the_language_is_renamed() -> None:
    assert b'"from":' in msgspec.json.encode(FoundRecurring(text="yearly", from_="2027"))


def test_a_wrong_field_is_named() -> None:
    with pytest.raises(msgspec.ValidationError, match=r"\$\.language"):
        reading_from_json(reading_json(READING).replace(b'"zh"', b'"fr"'))
