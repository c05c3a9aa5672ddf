"""Woven sentences: nothing of a label is lost, values keep their origin, counts choose their form."""

import datetime as dt
from string import Formatter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from milepost.books.content.papers.runs import (
    computed,
    day_of_letter,
    day_of_week,
    typed,
    with_item,
    woven,
)
from milepost.books.content.papers.sittings import ordinal_words
from milepost.books.wording.labels import words
from milepost.books.wording.paper_words import ROWS
from tests.books.content.papers.office import words_of

WOVEN = [row for row in ROWS if "{" in row.en]


def places(row) -> set[str]:
    """The places of a label."""
    return {place for form in row.en.split("|") for _, place, *_ in Formatter().parse(form) if place}


@pytest.mark.parametrize("language", ["en", "zh"])
@given(row=st.sampled_from(WOVEN), value=st.text(min_size=1), n=st.integers(0, 99))
def test_a_woven_label_reads_as_the_label_filled_in(language, row, value, n):
    values = dict.fromkeys(places(row), value)
    if "n" in values:
        values["n"] = str(n)
    text = woven(row.key, language, **{place: typed(v) for place, v in values.items()})
    filled = {place: n if place == "n" else v for place, v in values.items()}
    assert words_of(text) == words(row.key, language, **filled)


def test_values_keep_their_origin_and_wording_has_none():
    text = woven("paper.days", "en", n=computed(3, "days-late"))
    assert [(run.text, run.origin) for run in text] == [("3", "computed"), (" days", None)]
    assert words_of(woven("paper.days", "en", n=computed(1, "days-late"))) == "1 day"


def test_a_value_with_braces_is_printed_as_it_is():
    text = woven("paper.approved_by", "en", name=typed("{n} of {x}"))
    assert words_of(text) == "Approved by {n} of {x}"


def test_an_item_is_given_to_every_run_that_has_none():
    text = with_item((typed("a"), typed("b", item="own")), "i1")
    assert [run.item for run in text] == ["i1", "own"]


@given(date=st.dates(dt.date(1990, 1, 1), dt.date(2100, 1, 1)))
def test_the_weekday_is_that_of_the_calendar(date):
    said = day_of_week(date.isoformat(), "zh").text
    assert said.endswith(f"（星期{'一二三四五六日'[date.weekday()]}）")
    assert day_of_week(date.isoformat(), "en").text.startswith(f"{date:%A} {date.day} ")


@pytest.mark.parametrize(
    ("date", "language", "expected"),
    [
        ("2027-06-18", "zh", "6月18日"),
        ("2028-06-18", "zh", "2028年6月18日"),
        ("2027-06-18", "en", "18 June 2027"),
    ],
)
def test_a_chinese_letter_leaves_the_year_out_within_its_own(date, language, expected):
    assert day_of_letter(date, "2027-01-05", language) == expected


@pytest.mark.parametrize(
    ("number", "expected"),
    [(1, "1st"), (2, "2nd"), (3, "3rd"), (10, "10th"), (11, "11th"), (12, "12th"), (13, "13th"), (21, "21st"),
     (101, "101st"), (111, "111th")],
)  # fmt: skip
def test_sittings_are_numbered_in_english(number, expected):
    assert ordinal_words(number, "en") == expected
