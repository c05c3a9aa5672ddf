"""Printed dates: forms, precision, and days that no calendar has."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from milepost.reading.english.dates import FORMS, find_dates, read_date

CASES = (
    ("iso", "2027-03-10", ("2027-03-10", "day")),
    ("slash", "31/12/2027", ("2027-12-31", "day")),
    ("slash", "25.5.27", ("2027-05-25", "day")),
    ("slash", "12/31/2027", ("2027-12-31", "day")),
    ("quarter-word", "the second quarter of 2028", ("2028-06-30", "quarter")),
    ("quarter-word", "the second quarter of FY 2028", (None, "quarter")),
    ("quarter", "Q4 2028", ("2028-12-31", "quarter")),
    ("year-quarter", "2028 Q1", ("2028-03-31", "quarter")),
    ("half", "the first half of 2028", ("2028-06-30", "half")),
    ("half", "H2 2028", ("2028-12-31", "half")),
    ("day-month", "1st June 2027", ("2027-06-01", "day")),
    ("day-month", "30 February 2027", (None, "day")),
    ("month-day", "March 5, 2027", ("2027-03-05", "day")),
    ("month-day", "March I, 2027", ("2027-03-01", "day")),
    ("month", "Feb 2028", ("2028-02-29", "month")),
    ("month", "mid-May 2027", ("2027-05-20", "day")),
    ("month", "End of May", ("2027-05-31", "month")),
    ("year", "the end of 2028", ("2028-12-31", "year")),
    ("year", "mid-2028", ("2028-06-30", "month")),
)


@pytest.mark.parametrize(("form", "words", "found"), CASES)
def test_a_printed_date_is_read(form: str, words: str, found: tuple[str | None, str]) -> None:
    assert read_date(words, "2027-05-11") == found
    assert next(name for name, pattern in FORMS if pattern.search(words)) == form


def test_every_form_has_a_case() -> None:
    assert {name for name, _ in FORMS} == {form for form, _, _ in CASES}


def test_a_day_without_a_year_falls_after_the_documents_own() -> None:
    assert read_date("8 June", "2027-05-11") == ("2027-06-08", "day")
    assert read_date("8 April", "2027-05-11") == ("2028-04-08", "day")
    assert read_date("8 June", None) == (None, "day")


def test_an_order_number_before_a_date_is_no_part_of_it() -> None:
    text = "ORDER No. 31 May 4, 2027 TREES"
    assert [date.date for date in find_dates(text, 0, len(text), None)] == ["2027-05-04"]


@pytest.mark.parametrize("text", ["may 2", "version 1.2", "in the second part", "section 3-2027"])
def test_other_numbers_are_no_dates(text: str) -> None:
    assert find_dates(text, 0, len(text), None) == []


@given(
    st.dates(dt.date(1990, 1, 1), dt.date(2090, 12, 31)),
    st.sampled_from(["{0.day} {1} {0.year}", "{1} {0.day}, {0.year}"]),
)
def test_every_day_is_read_as_printed(day: dt.date, form: str) -> None:
    words = form.format(day, day.strftime("%B"))
    found = find_dates(f"due {words}.", 0, len(words) + 5, None)
    assert [(one.date, one.span) for one in found] == [(day.isoformat(), (4, 4 + len(words)))]
