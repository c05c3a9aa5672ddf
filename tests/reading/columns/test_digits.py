"""Dates in digits alone, and quarters and years in columns of their own."""

import pytest

from milepost.reading.columns.digits import Digits, read_digits
from milepost.reading.columns.quarters import end_of

CASES = (
    ("2027-06-30", Digits("2027-06-30", "day")),
    ("2027/6/3", Digits("2027-06-03", "day")),
    ("2027.6.30前", Digits("2027-06-30", "day")),
    ("20270630", Digits("2027-06-30", "day")),
    ("2027-06-30 14:30", Digits("2027-06-30", "day")),
    ("2027-02", Digits("2027-02-28", "month")),
    ("2028.2", Digits("2028-02-29", "month")),
    ("Mar-28", Digits("2028-03-31", "month")),
    ("2027", Digits("2027-12-31", "year")),
    ("2027-Q3", Digits("2027-09-30", "quarter")),
    ("Q1 2028", Digits("2028-03-31", "quarter")),
    ("2027.1-2027.12", Digits("2027-12-31", "month", period=True)),
    ("2027-01-01至2027-06-30", Digits("2027-06-30", "day", period=True)),
    ("2027-13-01", None),
    ("2027-02-30", None),
    ("45000", None),
    ("30%", None),
    ("持续推进", None),
    ("Map-28", None),
)


@pytest.mark.parametrize(("words", "found"), CASES)
def test_digits_alone_are_a_date_of_the_calendar_or_none(words: str, found: Digits | None) -> None:
    assert read_digits(words) == found


QUARTERS = (
    ("Q2", "2027", ("2027-06-30", "quarter")),
    ("第三季度", "2027年", ("2027-09-30", "quarter")),
    ("4", "2028", ("2028-12-31", "quarter")),
    ("First quarter", "2027", ("2027-03-31", "quarter")),
    (None, "2027", ("2027-12-31", "year")),
    ("soon", "2027", None),
    ("Q2", "later", None),
    ("Q2", None, None),
)


@pytest.mark.parametrize(("quarter", "year", "end"), QUARTERS)
def test_a_quarter_and_a_year_end_on_a_day(
    quarter: str | None, year: str | None, end: tuple[str, str] | None
) -> None:
    assert end_of(quarter, year) == end
