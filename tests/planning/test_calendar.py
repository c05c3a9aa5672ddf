"""Working calendars: make-up days, holidays, numbers, provisional years."""

import datetime as dt
from functools import lru_cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from milepost.planning.calendar import UnknownRegion, unit_calendars, work_calendar
from tests.planning import naive
from tests.plans import make_unit

DAYS = st.dates(dt.date(1995, 1, 1), dt.date(2070, 12, 31))

CHINA = (
    ("a Sunday worked in exchange for 2 January", "2026-01-04", "makeup"),
    ("a Saturday worked in exchange for the Spring Festival", "2026-02-28", "makeup"),
    ("a Sunday worked before National Day", "2026-09-20", "makeup"),
    ("a Sunday like any other", "2026-09-13", "rest"),
    ("a weekday off in exchange", "2026-10-07", "rest"),
    ("a public holiday", "2026-10-01", "rest"),
    ("an ordinary Thursday", "2026-10-08", "work"),
)


@pytest.mark.parametrize(("what", "day", "kind"), CHINA, ids=[row[0] for row in CHINA])
def test_a_day_in_china_is_work_rest_or_makeup(what: str, day: str, kind: str) -> None:
    calendar = work_calendar("CN")
    assert calendar.kind_of_day(dt.date.fromisoformat(day)) == kind
    assert calendar.is_working(dt.date.fromisoformat(day)) == (kind != "rest")


def test_working_days_over_national_day_skip_the_holidays_and_count_the_makeup_day() -> None:
    # after Wednesday 30 September 2026: Thursday 8, Friday 9, make-up Saturday 10, Monday 12, Tuesday 13
    assert work_calendar("CN").add(dt.date(2026, 9, 30), 5) == dt.date(2026, 10, 13)


def test_a_plan_without_region_works_on_weekdays_only() -> None:
    calendar = work_calendar(None)
    assert calendar.is_working(dt.date(2026, 10, 1))
    assert not calendar.is_working(dt.date(2026, 10, 10))
    assert calendar is work_calendar("none")


def test_a_year_whose_makeup_days_are_not_published_is_provisional() -> None:
    calendar = work_calendar("CN")
    assert calendar.published is not None
    assert not calendar.provisional(calendar.published)
    assert calendar.provisional(calendar.published + 1)
    assert not work_calendar(None).provisional(2059)
    assert not work_calendar("GB").provisional(2059)


def test_an_unknown_region_is_named_with_what_to_write() -> None:
    with pytest.raises(UnknownRegion, match=r"is no region .* Write a country code"):
        work_calendar("Atlantis")


def test_a_unit_works_by_its_own_calendar_else_the_plan_s() -> None:
    found = unit_calendars((make_unit("a", calendar="CN"), make_unit("b")), None)
    assert (found["a"].name, found["b"].name) == ("CN", "weekdays")


@pytest.mark.parametrize("region", [None, "CN"])
@settings(deadline=None)
@given(day=DAYS)
def test_a_number_turns_back_into_its_day(region: str | None, day: dt.date) -> None:
    calendar = work_calendar(region)
    following = calendar.next_working(day)
    assert calendar.is_working(following)
    assert calendar.number(day) == calendar.number(following)
    assert calendar.date(calendar.number(day)) == following
    assert calendar.last_working(day) <= day <= following


@pytest.mark.parametrize("region", [None, "CN"])
@settings(deadline=None)
@given(day=DAYS, days=st.integers(0, 60))
def test_adding_and_counting_agree_with_looking_at_each_day(
    region: str | None, day: dt.date, days: int
) -> None:
    rested, worked = library_days(region)
    calendar = work_calendar(region)
    end = naive.add_working(day, days, rested, worked)
    if days:
        assert calendar.add(day, days) == end
    assert calendar.count(day + naive.ONE, end) == days
    assert calendar.count(day, end) == naive.count_working(day, end, rested, worked)


@lru_cache
def library_days(region: str | None) -> tuple[set[dt.date], set[dt.date]]:
    """Holidays and make-up days by the holidays library."""
    if region is None:
        return set(), set()
    import holidays

    found = holidays.country_holidays(region, years=range(2000, 2061))
    return set(found), set(found.weekend_workdays)
