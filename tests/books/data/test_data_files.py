"""The data files: the same rows in every format, safe in a spreadsheet, every field in the dictionary."""

import csv
import io
import json

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from milepost.books.content.data import TABLES, data_rows
from milepost.books.content.standing import Standing
from milepost.books.content.view import View
from milepost.books.writers.data import (
    data_files,
    dictionary_json,
    dictionary_md,
    write_csv,
    write_json,
    write_jsonl,
)
from milepost.books.writers.data.csv_tables import GUARDED, cell_text, guarded, unguarded
from milepost.ledger.origins import typed
from milepost.ledger.workbooks import read_table
from tests.books.langang import langang

LANGUAGES = ("en", "zh")
HOSTILE = ("=1+1", "+86", "-", "@x", "\ttab", "＝1", "＋1", "－1", "＠x", "'=1", "''+1", "'quoted", "plain")


def plan(language, title=None):
    """A view and its standing; with a title, on every measure."""
    ledger, schedule, state = langang(language)
    if title is not None:
        measures = tuple(msgspec.structs.replace(m, title=typed(title)) for m in ledger.measures)
        ledger = msgspec.structs.replace(ledger, measures=measures)
    view = View(ledger, schedule)
    return view, Standing(view, state)


def csv_rows(data):
    """The rows of a CSV by field."""
    return list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline="")))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.key)
def test_every_format_holds_the_same_rows_and_only_fields_of_the_dictionary(table, language):
    view, standing = plan(language)
    rows = list(data_rows(view, standing, table.key))
    fields = [field.key for field in table.fields]
    assert all(list(row) == fields for row in rows)
    lines = [json.loads(line) for line in write_jsonl(view, standing, table.key).splitlines()]
    assert lines == rows == json.loads(write_json(view, standing))["tables"][table.key]
    told = csv_rows(write_csv(view, standing, table.key))
    assert [{key: unguarded(cell) for key, cell in row.items()} for row in told] == [
        {key: unguarded(cell_text(value)) for key, value in row.items()} for row in rows
    ]


@pytest.mark.parametrize("language", LANGUAGES)
def test_values_are_of_the_type_that_the_dictionary_says(language):
    kinds = {"text": str, "date": str, "integer": int, "number": (int, float), "truth": bool, "list": list}
    view, standing = plan(language)
    for table in TABLES:
        for row in data_rows(view, standing, table.key):
            for field in table.fields:
                value = row[field.key]
                assert value is None or isinstance(value, kinds[field.type]), (table.key, field.key)
                if field.type == "date" and value:
                    assert len(value) == 10
                    assert value[4] == "-"


def test_a_value_that_may_be_doubted_has_its_origin_beside_it():
    view, standing = plan("en")
    for table in TABLES:
        named = {field.key for field in table.fields}
        assert {field.told_by for field in table.fields if field.told_by} <= named
    row = next(data_rows(view, standing, "measures"))
    assert (row["deadline"], row["deadline_origin"]) == ("2027-06-30", "quoted")


def test_three_facts_stand_side_by_side():
    view, standing = plan("en")
    tenth = list(data_rows(view, standing, "measures"))[9]
    assert (tenth["light"], tenth["light_reason"], tenth["light_days"]) == ("red", "R1", 15)
    assert tenth["self_report_percent"] == 90
    assert tenth["verified"] is False


@pytest.mark.parametrize("text", HOSTILE, ids=repr)
def test_csv_puts_one_apostrophe_before_what_a_spreadsheet_computes_and_takes_one_off(text):
    data = write_csv(*plan("zh", text), "measures")
    assert data.startswith(b"\xef\xbb\xbf")
    cells = {row["title"] for row in csv_rows(data)}
    assert all(not GUARDED.match(cell) or cell.startswith("'") for cell in cells)
    assert {unguarded(cell) for cell in cells} == {text}
    rows = read_table(data, "measures.csv")
    assert rows[1][rows[0].index("title")] == text


@given(st.text("'=+-@＝＋－＠\ta1", max_size=6))
def test_any_text_comes_back_from_its_guarded_form(text):
    assert unguarded(guarded(text)) == text
    assert not guarded(text)[:1] or guarded(text)[0] not in "=+-@＝＋－＠\t"


def test_the_dictionary_says_of_every_field_type_meaning_and_origin_in_both_languages():
    told = json.loads(dictionary_json())["tables"]
    pages = {language: dictionary_md(language).decode() for language in LANGUAGES}
    for table in TABLES:
        assert [field["name"] for field in told[table.key]["fields"]] == [field.key for field in table.fields]
        for field in told[table.key]["fields"]:
            assert field["type"]
            assert field["origin"]
            for language in LANGUAGES:
                assert field["meaning"][language] in pages[language]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_same_plan_gives_the_same_bytes(language):
    files = data_files(*plan(language))
    assert files == data_files(*plan(language))
    assert {f"{table.key}.csv" for table in TABLES} <= set(files)
    assert json.loads(files["plan.json"])["plan_print"]
