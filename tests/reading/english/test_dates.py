"""Printed dates: forms, precision, and days that no calendar has."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from milepost.reading.deadlines.phrases import Anchors
from milepost.reading.deadlines.resolver import resolve_date
from milepost.reading.english.dates import FORMS, find_dates, proves_day_first, said_date

CASES = (
    ("iso", "2027-03-10", ("2027-03-10", "day")),
    ("slash", "31/12/2027", ("2027-12-31", "day")),
    ("dot", "25.5.27", ("2027-05-25", "day")),
    ("dot", "4.5.2027", ("2027-05-04", "day")),
    ("dash", "15-Nov-2027", ("2027-11-15", "day")),
    ("slash", "4/5/2027", (None, "day")),
    ("slash", "31-12-2027", ("2027-12-31", "day")),
    ("slash", "12/31/2027", ("2027-12-31", "day")),
    ("quarter-word", "the second quarter of 2028", ("2028-06-30", "quarter")),
    ("quarter-word", "the second quarter of FY 2028", (None, "quarter")),
    ("quarter-word", "the first quarter of 2027/28", (None, "quarter")),
    ("fiscal-year", "FY2027/28", (None, "year")),
    ("fiscal-year", "the 2027/28 financial year", (None, "year")),
    ("quarter", "Q4 2028", ("2028-12-31", "quarter")),
    ("year-quarter", "2028 Q1", ("2028-03-31", "quarter")),
    ("half", "the first half of 2028", ("2028-06-30", "half")),
    ("half", "H2 2028", ("2028-12-31", "half")),
    ("day-month", "1st June 2027", ("2027-06-01", "day")),
    ("day-month", "30 February 2027", (None, "day")),
    ("month-day", "March 5, 2027", ("2027-03-05", "day")),
    ("month-day", "March I, 2027", ("2027-03-01", "day")),
    ("edge-day", "the last day of February 2028", ("2028-02-29", "day")),
    ("edge-day", "the first day of June", ("2027-06-01", "day")),
    ("month", "Feb 2028", ("2028-02-29", "month")),
    ("month", "mid-May 2027", ("2027-05-20", "day")),
    ("month", "End of May", ("2027-05-31", "month")),
    ("month", "early June 2027", ("2027-06-10", "day")),
    ("month", "late June 2027", ("2027-06-30", "day")),
    ("month", "end-June 2027", ("2027-06-30", "month")),
    ("year", "early 2028", (None, "year")),
    ("year", "the end of 2028", ("2028-12-31", "year")),
    ("year", "mid-2028", ("2028-06-30", "month")),
)


@pytest.mark.parametrize(("form", "words", "found"), CASES)
def test_a_printed_date_is_read(form: str, words: str, found: tuple[str | None, str]) -> None:
    said = said_date(words)
    assert said is not None
    comes_to = resolve_date(said, Anchors("2027-05-11"))
    assert (comes_to.date, comes_to.precision) == found
    assert next(name for name, pattern, _ in FORMS if pattern.search(words)) == form


def test_every_form_has_a_case() -> None:
    assert {name for name, _, _ in FORMS} == {form for form, _, _ in CASES}


def test_a_day_without_a_year_takes_the_documents_and_never_rolls_over() -> None:
    found = find_dates("by 8 June or 8 April", 0, 20, Anchors("2027-05-11"))
    assert [(one.date, one.doubt) for one in found] == [("2027-06-08", None), ("2027-04-08", "past")]
    assert [one.date for one in find_dates("by 8 June", 0, 9, Anchors())] == [None]


PROOFS = (
    ("from 4/5/2027 to 31/12/2027", None, True),
    ("from 4/5/2027 to 12/31/2027", None, False),
    ("from 4/5/2027 to 6/7/2027", None, None),
    ("from 31/12/2027 to 12/31/2027", None, None),
    ("from 4/5/2027", "GB", True),
    ("from 4/5/2027", "US-NY", False),
    ("from 12/31/2027", "GB", False),
    ("no such date", None, None),
)


@pytest.mark.parametrize(("text", "region", "day_first"), PROOFS)
def test_other_dates_or_the_region_prove_the_order(
    text: str, region: str | None, day_first: bool | None
) -> None:
    assert proves_day_first(text, region) is day_first


def test_an_order_number_before_a_date_is_no_part_of_it() -> None:
    text = "ORDER No. 31 May 4, 2027 TREES"
    assert [date.date for date in find_dates(text, 0, len(text), Anchors())] == ["2027-05-04"]


@pytest.mark.parametrize("text", ["may 2", "version 1.2", "in the second part", "section 3-2027"])
def test_other_numbers_are_no_dates(text: str) -> None:
    assert find_dates(text, 0, len(text), Anchors()) == []


@given(
    st.dates(dt.date(1990, 1, 1), dt.date(2090, 12, 31)),
    st.sampled_from(["{0.day} {1} {0.year}", "{1} {0.day}, {0.year}"]),
)
def test_every_day_is_read_as_printed(day: dt.date, form: str) -> None:
    words = form.format(day, day.strftime("%B"))
    found = find_dates(f"due {words}.", 0, len(words) + 5, Anchors())
    assert [(one.date, one.span) for one in found] == [(day.isoformat(), (4, 4 + len(words)))]
