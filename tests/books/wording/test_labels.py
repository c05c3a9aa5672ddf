"""The catalogue: every label in both languages, every label that the code asks for in the catalogue."""

import re
from pathlib import Path

import pytest

from milepost.books.wording import labels
from milepost.books.wording.labels import CATALOGUE, TABLES, MissingLabel, label, words

BOOKS = Path(labels.__file__).parent.parent
PLACE = re.compile(r"{(\w+)}")
ROOMS = "|".join(sorted({key.split(".")[0] for key in CATALOGUE if "." in key}))
ASKED = re.compile(rf'"((?:{ROOMS})\.[a-z_.]+)"')
"""Every string in the code that begins with a room of the catalogue is a key."""


def test_no_key_stands_twice():
    rows = [row.key for table in TABLES for row in table]
    assert len(rows) == len(set(rows)) == len(CATALOGUE)


@pytest.mark.parametrize("row", CATALOGUE.values(), ids=lambda row: row.key)
def test_a_label_has_both_languages_with_the_same_places(row):
    assert row.en
    assert row.zh
    assert set(PLACE.findall(row.zh)) <= set(PLACE.findall(row.en))
    assert not any("\u4e00" <= sign <= "\u9fff" for sign in row.en)
    assert row.en.count("|") <= 1
    assert "|" not in row.zh


def test_every_label_the_code_asks_for_is_there():
    asked = {
        (path.name, key)
        for path in (BOOKS / "content").rglob("*.py")
        if "forms" not in path.parts  # there, "report.done" is a field
        for key in ASKED.findall(path.read_text(encoding="utf-8"))
    }
    assert len(asked) > 60
    files = {"calendar.ics"}
    assert not [found for found in asked if found[1] not in CATALOGUE and found[1] not in files]


def test_a_missing_label_raises_and_says_where_to_add_it():
    with pytest.raises(MissingLabel, match=r"no\.such\.label"):
        label("no.such.label", "en")


@pytest.mark.parametrize(
    ("key", "language", "short", "expected"),
    [
        ("stage.carry_out", "en", False, "Carry out"),
        ("stage.carry_out", "en", True, "Do"),
        ("stage.carry_out", "zh", True, "落实"),
        ("light.green", "en", True, "On track"),
        ("line.unreviewed", "zh", False, "草稿，未经核对"),
    ],
)
def test_a_short_form_that_is_missing_is_the_long_one(key, language, short, expected):
    assert label(key, language, short) == expected


@pytest.mark.parametrize(
    ("n", "expected"), [(0, "0 rows, all shown"), (1, "1 row, all shown"), (2, "2 rows, all shown")]
)
def test_a_counted_label_takes_its_form_by_the_count(n, expected):
    assert words("count.rows", "en", n=n) == expected
