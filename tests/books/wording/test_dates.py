"""Dates and lists as books.md 1.6 has them, in both languages."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from milepost.books.wording.dates import (
    clock_time,
    date_range,
    day_month,
    deadline_words,
    joined,
    listed,
    long_date,
    ordinal,
    quarter_of_year,
    run_of_dates,
    short_date,
)

DEADLINES = (
    ("2026-12-31", "month", "by end of December 2026", "2026年12月底前"),
    ("2027-06-20", "day", "by 20 June 2027", "2027年6月20日前"),
    ("2027-06-20", "month", "by 20 June 2027", "2027年6月20日前"),
    ("2027-09-30", "quarter", "by end of Q3 2027", "2027年三季度末前"),
    ("2027-06-30", "half", "first half of 2027", "2027年上半年"),
    ("2027-12-31", "half", "second half of 2027", "2027年下半年"),
    ("2027-12-31", "year", "by end of 2027", "2027年内"),
    ("2027-12-31", "day", "by 31 December 2027", "2027年12月31日前"),
)


@pytest.mark.parametrize(("date", "precision", "english", "chinese"), DEADLINES)
def test_a_deadline_reads_as_its_precision_says(date, precision, english, chinese):
    assert deadline_words(date, precision, "en") == english
    assert deadline_words(date, precision, "zh") == chinese


def test_dates_long_short_and_narrow():
    assert long_date("2027-06-05", "en") == "5 June 2027"
    assert long_date("2027-06-05", "zh") == "2027年6月5日"
    assert short_date("2028-06-20", "en") == "20\u00a0Jun\u00a02028"
    assert day_month("2027-06-20", "zh") == "6月20日"
    assert quarter_of_year("2027-05-01", "zh") == "2027年二季度"


@pytest.mark.parametrize(
    ("number", "chinese"),
    [(1, "一"), (9, "九"), (10, "十"), (12, "十二"), (20, "二十"), (99, "九十九"), (100, "100")],
)
def test_the_number_of_a_sitting_is_written_in_words_in_chinese(number, chinese):
    assert ordinal(number, "zh") == chinese
    assert ordinal(number, "en") == str(number)


def test_a_range_and_a_time_of_day():
    assert date_range("2024-12-03", "2025-09-22", "en").replace("\u00a0", " ") == "3 Dec 2024 to 22 Sep 2025"
    assert date_range("2027-06-10", "2028-03-15", "zh") == "2027年6月10日至2028年3月15日"
    assert clock_time("2024-12-02T14:42", "en") == "2 December 2024, 14:42"
    assert clock_time("2027-06-09T18:20:00", "zh") == "2027年6月9日18:20"
    assert clock_time("2027-06-09", "zh") == "2027年6月9日"


def test_lists_have_the_marks_of_their_language_and_no_final_and():
    assert listed(("Ports", "Tides"), "en") == "Ports, Tides"
    assert listed(("港口", "潮汐"), "zh") == "港口、潮汐"
    assert joined(("one", "", "two"), "en") == "one; two"


@given(st.lists(st.dates(dt.date(2020, 1, 1), dt.date(2040, 1, 1)), max_size=8))
def test_in_a_list_of_dates_the_year_stands_exactly_where_it_changes(days):
    year = 2027
    for day, words in zip(days, run_of_dates((d.isoformat() for d in days), year, "zh"), strict=True):
        assert ("年" in words) == (day.year != year)
        year = day.year
