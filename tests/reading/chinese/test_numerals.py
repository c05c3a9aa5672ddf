"""Numerals are proved by making them all."""

import pytest

from milepost.reading.chinese.numerals import chinese, number


@pytest.mark.parametrize("value", range(1, 100))
def test_every_numeral_up_to_99_is_read_back(value: int) -> None:
    assert number(chinese(value)) == value


def test_years_are_read_digit_by_digit() -> None:
    assert [number(printed) for printed in ("二〇二七", "二零二八", "2029")] == [2027, 2028, 2029]


def test_hundreds_are_read() -> None:
    assert [number(printed) for printed in ("一百", "二百零三", "三百二十一")] == [100, 203, 321]


def test_other_words_are_no_numbers() -> None:
    assert [number(printed) for printed in ("", "若干", "3.5")] == [None, None, None]
