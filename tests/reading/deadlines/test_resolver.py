"""What words and anchors come to: every part of a date, every anchor, and each reason for no date."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from milepost.ledger.records import Offset
from milepost.reading.deadlines.phrases import Anchors, Combine, CountsFrom, Doubt, Phrase, SaidDate
from milepost.reading.deadlines.resolver import resolve, resolve_date

DAYS = Anchors("2027-11-17", meeting="2027-11-16", approved="2027-11-10", effective="2028-01-01")

DATES: tuple[tuple[SaidDate, str | None, str, Doubt | None], ...] = (
    (SaidDate(year=2028, month=2), "2028-02-29", "month", None),
    (SaidDate(month=12, day=3), "2027-12-03", "day", None),
    (SaidDate(month=3, day=1), "2027-03-01", "day", "past"),
    (SaidDate(year=2027, month=3, day=1), "2027-03-01", "day", None),
    (SaidDate(years_on=1, month=3), "2028-03-31", "month", None),
    (SaidDate(years_on=1), "2028-12-31", "year", None),
    (SaidDate(month=12, third=1), "2027-12-10", "day", None),
    (SaidDate(month=12, third=2), "2027-12-20", "day", None),
    (SaidDate(month=12, third=3), "2027-12-31", "day", None),
    (SaidDate(quarter=4), "2027-12-31", "quarter", None),
    (SaidDate(year=2028, half=1), "2028-06-30", "half", None),
    (SaidDate(months_on=0), "2027-11-30", "month", None),
    (SaidDate(months_on=2, day=10), "2028-01-10", "day", None),
    (SaidDate(months_on=0, day=10), "2027-11-10", "day", "past"),
    (SaidDate(quarters_on=1), "2028-03-31", "quarter", None),
    (SaidDate(weeks_on=0, weekday=5), "2027-11-19", "day", None),
    (SaidDate(weeks_on=1, weekday=1), "2027-11-22", "day", None),
    (SaidDate(year=2028, month=2, day=30), None, "day", "day"),
    (SaidDate(year=2028, month=13), None, "month", "day"),
    (SaidDate(year=2028, quarter=5), None, "quarter", "day"),
    (SaidDate(year=2028, days_or_months=(4, 5)), None, "day", "order"),
    (SaidDate(year=2028, days_or_months=(14, 5)), "2028-05-14", "day", None),
    (SaidDate(year=2028, days_or_months=(5, 14)), "2028-05-14", "day", None),
    (SaidDate(year=2028, days_or_months=(5, 5)), "2028-05-05", "day", None),
    (SaidDate(year=2028, days_or_months=(31, 31)), None, "day", "day"),
    (SaidDate(gap="fiscal"), None, "year", "fiscal"),
    (SaidDate(year=2028, gap="loose"), None, "year", "loose"),
)


@pytest.mark.parametrize(("said", "date", "precision", "doubt"), DATES)
def test_a_printed_date_comes_to_its_last_good_day(
    said: SaidDate, date: str | None, precision: str, doubt: Doubt | None
) -> None:
    found = resolve_date(said, DAYS)
    assert (found.date, found.precision, found.doubt) == (date, precision, doubt)


def test_without_any_anchor_a_date_without_a_year_has_no_date() -> None:
    assert resolve_date(SaidDate(month=5, day=3), Anchors()).doubt == "year"
    assert resolve_date(SaidDate(months_on=1), Anchors()).doubt == "issued"
    assert resolve_date(SaidDate(month=5, day=3), Anchors(year=2031)).date == "2031-05-03"


@pytest.mark.parametrize(("day_first", "date"), [(True, "2028-05-04"), (False, "2028-04-05")])
def test_the_document_proves_which_number_is_the_month(day_first: bool, date: str) -> None:
    said = SaidDate(year=2028, days_or_months=(4, 5))
    assert resolve_date(said, Anchors(day_first=day_first)).date == date


WEEK = Offset(value=1, unit="week")
ANCHORED: tuple[tuple[CountsFrom, str | None, Doubt | None], ...] = (
    ("issued", "2027-11-24", None),
    ("meeting", "2027-11-23", None),
    ("approved", "2027-11-17", None),
    ("effective", "2028-01-08", None),
    ("unsaid", "2027-11-23", None),
    ("enacted", None, "enacted"),
    ("event", None, "event"),
)


@pytest.mark.parametrize(("counts_from", "date", "doubt"), ANCHORED)
def test_a_length_counts_from_its_anchor(
    counts_from: CountsFrom, date: str | None, doubt: Doubt | None
) -> None:
    found = resolve(Phrase(kind="relative", offset=WEEK, counts_from=counts_from), DAYS)
    assert (found.date, found.doubt) == (date, doubt)


@pytest.mark.parametrize(
    ("counts_from", "doubt"),
    [("issued", "issued"), ("effective", "effective"), ("unsaid", "unsaid"), ("approved", "issued")],
)
def test_a_missing_anchor_is_told_and_never_guessed(counts_from: CountsFrom, doubt: Doubt) -> None:
    found = resolve(Phrase(kind="relative", offset=WEEK, counts_from=counts_from), Anchors())
    assert (found.date, found.doubt) == (None, doubt)


def test_a_length_counts_from_a_printed_day() -> None:
    phrase = Phrase(
        kind="relative", offset=WEEK, counts_from="date", date=SaidDate(year=2028, month=5, day=1)
    )
    assert resolve(phrase, Anchors()).date == "2028-05-08"


def test_hours_are_kept_as_words() -> None:
    phrase = Phrase(kind="relative", offset=Offset(value=24, unit="hour"), counts_from="issued")
    assert (resolve(phrase, DAYS).date, resolve(phrase, DAYS).doubt) == (None, None)


def test_working_days_need_a_region() -> None:
    phrase = Phrase(kind="relative", offset=Offset(value=3, unit="day", days="working"), counts_from="issued")
    assert resolve(phrase, DAYS).doubt == "working"
    assert resolve(phrase, Anchors("2027-11-17", region="GB")).date == "2027-11-22"


@pytest.mark.parametrize(("combine", "date"), [("later_of", "2028-05-31"), ("earlier_of", "2027-11-24")])
def test_of_two_days_the_later_or_the_earlier_counts(combine: Combine, date: str) -> None:
    second = Phrase(kind="fixed", date=SaidDate(year=2028, month=5))
    phrase = Phrase(kind="relative", offset=WEEK, counts_from="issued", combine=combine, other=second)
    assert resolve(phrase, DAYS).date == date


def test_a_choice_waits_while_one_of_its_days_is_not_known() -> None:
    event = Phrase(kind="event", doubt="event")
    phrase = Phrase(kind="relative", offset=WEEK, counts_from="issued", combine="later_of", other=event)
    assert (resolve(phrase, DAYS).date, resolve(phrase, DAYS).doubt) == (None, "event")


@given(st.dates(dt.date(1990, 1, 1), dt.date(2090, 12, 31)), st.integers(0, 4000))
def test_days_count_from_the_day_after_the_anchor(day: dt.date, number: int) -> None:
    phrase = Phrase(kind="relative", offset=Offset(value=number, unit="day"), counts_from="issued")
    assert resolve(phrase, Anchors(day.isoformat())).date == (day + dt.timedelta(number)).isoformat()


@given(
    st.builds(
        SaidDate,
        year=st.none() | st.integers(0, 12000),
        years_on=st.none() | st.integers(-2, 2),
        month=st.none() | st.integers(0, 40),
        months_on=st.none() | st.integers(0, 2),
        day=st.none() | st.integers(0, 99),
        quarter=st.none() | st.integers(0, 9),
        days_or_months=st.none() | st.tuples(st.integers(0, 99), st.integers(0, 99)),
    )
)
def test_no_printed_date_is_refused(said: SaidDate) -> None:
    found = resolve_date(said, DAYS)
    assert found.date is None or dt.date.fromisoformat(found.date)
    assert found.date is not None or found.doubt is not None
