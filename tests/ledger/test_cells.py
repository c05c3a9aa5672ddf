"""Cells are understood as people type them, and what is no date, number or answer says so."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from milepost.ledger.cells import (
    DATE_RULES,
    Cell,
    join_list,
    plain,
    read_day,
    read_number,
    read_promise,
    read_truth,
    read_whole,
    split_list,
)
from milepost.ledger.faults import Unreadable

DATES = (
    ("iso", "2027-6-3", "2027-06-03", "day"),
    ("iso", "２０２７．０６．０３", "2027-06-03", "day"),
    ("iso", "2027-06-03 00:00:00", "2027-06-03", "day"),
    ("chinese-day", "2027年6月3日", "2027-06-03", "day"),
    ("day-month-year", "3 June 2027", "2027-06-03", "day"),
    ("day-month-year", "3rd Sept. 2027", "2027-09-03", "day"),
    ("month-day-year", "June 3, 2027", "2027-06-03", "day"),
    ("month-year", "may 2027", "2027-05-31", "month"),
    ("chinese-month", "2027年2月底", "2027-02-28", "month"),
    ("iso-month", "2028-02", "2028-02-29", "month"),
    ("quarter-year", "Q2 2027", "2027-06-30", "quarter"),
    ("chinese-quarter", "2027年第四季度", "2027-12-31", "quarter"),
    ("chinese-half", "2027年上半年", "2027-06-30", "half"),
    ("year", "2027年底", "2027-12-31", "year"),
    (None, "2027-02-30", None, None),
    (None, "2027-13", None, None),
    (None, "soon", None, None),
    (None, "0000", None, None),
    (None, "3 Juneau 2027", None, None),
    (None, "12", None, None),
)


@pytest.mark.parametrize(("rule", "cell", "date", "precision"), DATES)
def test_dates_are_read(rule: str | None, cell: str, date: str | None, precision: str | None) -> None:
    if rule is None:
        with pytest.raises(Unreadable, match=r"2027-06-30"):
            read_promise(cell)
    else:
        found = read_promise(cell)
        assert found is not None
        assert (found.date, found.precision) == (date, precision)


def test_every_date_rule_has_a_row() -> None:
    assert {rule for rule, *_ in DATES if rule} == {rule for rule, _, _ in DATE_RULES}


@given(st.dates(dt.date(1000, 1, 1), dt.date(2999, 12, 31)))
def test_every_day_is_read_in_every_writing(day: dt.date) -> None:
    writings: tuple[Cell, ...] = (
        day,
        dt.datetime(day.year, day.month, day.day),
        day.isoformat(),
        f"{day.year}年{day.month}月{day.day}日",
        f"{day.day} {day:%B} {day.year}",
        f"{day:%b} {day.day}, {day.year}",
    )
    assert {read_day(one) for one in writings} == {day.isoformat()}


def test_a_month_is_not_one_day() -> None:
    with pytest.raises(Unreadable, match="is not one day"):
        read_day("June 2027")


def test_numbers_and_truth_are_read() -> None:
    assert read_number(" １２.5 ") == 12.5
    assert read_number("1,200") == 1200
    assert read_whole(3.0) == 3
    assert [read_truth(one) for one in ("是", "YES", True, "No", "否", 0.0, "")] == [
        True,
        True,
        True,
        False,
        False,
        False,
        None,
    ]
    for bad in ("12a", "one"):
        with pytest.raises(Unreadable):
            read_number(bad)
    with pytest.raises(Unreadable, match="whole number"):
        read_whole("1.5")


@given(st.lists(st.text(max_size=5)), st.sampled_from(("en", "zh")))
def test_any_list_comes_back(items: list[str], language: str) -> None:
    assert list(split_list(join_list(items, language))) == items


def test_a_list_may_be_parted_by_either_sign() -> None:
    assert split_list("a; b；c、 d\ne") == ("a", "b", "c", "d", "e")


def test_cells_of_any_type_become_text() -> None:
    cells: tuple[Cell, ...] = (5.0, 0.5, True, dt.date(2027, 6, 3), dt.datetime(2027, 6, 3, 9, 30), None, "x")
    assert [plain(one) for one in cells] == ["5", "0.5", "yes", "2027-06-03", "2027-06-03 09:30:00", "", "x"]
