"""Working days by the holidays of a region, make-up days included."""

import pytest

from milepost.reading.deadlines.working_days import add_working_days
from milepost.reading.source import Unreadable

CASES = (
    ("US", "2027-12-22", 2, "2027-12-27", True),  # Christmas on a Saturday is kept on Friday the 24th
    ("GB", "2026-12-24", 1, "2026-12-29", True),  # Boxing Day on a Saturday is kept on Monday
    ("CN", "2025-09-26", 2, "2025-09-29", True),  # 28 September 2025, a Sunday, is worked
    ("CN", "2025-09-30", 1, "2025-10-09", True),  # the first eight days of October are free
    ("CN", "2031-03-03", 3, "2031-03-06", False),  # nobody has fixed the holidays of 2031 yet
    ("de-by", "2027-05-05", 1, "2027-05-07", True),
)


@pytest.mark.parametrize(("region", "day", "number", "date", "published"), CASES)
def test_working_days_are_counted(region: str, day: str, number: int, date: str, published: bool) -> None:
    assert add_working_days(day, number, region) == (date, published)


def test_no_working_days_are_the_day_itself() -> None:
    assert add_working_days("2027-05-05", 0, "GB") == ("2027-05-05", True)


def test_a_slip_of_the_pen_gets_no_date() -> None:
    assert add_working_days("2027-05-05", 99_999, "GB") == (None, True)


def test_an_unknown_region_is_named() -> None:
    with pytest.raises(Unreadable, match='"XX" is no region with a holiday calendar'):
        add_working_days("2027-05-05", 3, "XX")
