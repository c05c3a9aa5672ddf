"""What a reading says of deadlines that have no date, or a doubtful one."""

import typing

import pytest

from milepost.reading import read
from milepost.reading.deadlines.doubts import SENTENCES, SHOWN, Doubtful, warnings_of
from milepost.reading.deadlines.phrases import Doubt

ENGLISH = """DIRECTIVE ON PORT GATES

Issued 3 March 2027

Section 1. {words}, the Port Office shall report.
"""
CHINESE = """关于港口闸口整治的通知

一、整治闸口。{words}完成整治。(责任单位：市港口局)

市人民政府办公室
2027年3月3日
"""

CASES = (
    ("en", "Within 10 working days of the date of this directive", "counts working days: no date for m1"),
    ("en", "By 04/05/2027", "may begin with the day or the month"),
    ("en", "By 30 February 2028", "is no date of the calendar: no date for m1"),
    ("en", "By 3 February", "lies before the document's own day: check the year of m1"),
    ("en", "By the end of the financial year", "depends on the financial year"),
    ("en", "Within two weeks", "does not say from when it counts: no date for m1"),
    ("en", "Within twenty (30) days of the date of this directive", "says one number in words and another"),
    ("en", "Within 30 days of the date of this directive", None),
    ("en", "Within 30 days of the enactment of this Act", "counts from the enactment"),
    ("zh", "自本通知施行之日起30日内", "从施行之日起算，文中没有写明施行日期：m1没有日期"),
    ("zh", "2月30日前", "这一天：m1没有日期，请核对原文"),
    ("zh", "2月底前", "早于文件日期：请核对m1的年份"),
    ("zh", "3个月内", "没有写明从哪一天起算：m1没有日期"),
)


@pytest.mark.parametrize(("language", "words", "warning"), CASES)
def test_a_reader_is_told_why_a_date_is_missing(language: str, words: str, warning: str | None) -> None:
    text = (ENGLISH if language == "en" else CHINESE).format(words=words)
    reading = read(text.encode(), "gates.txt")
    told = [sentence for sentence in reading.warnings if f"“{words}”" in sentence]
    assert len(reading.measures) == 1
    if warning is None:
        assert told == []
    else:
        assert len(told) == 1
        assert warning in told[0]


def test_a_region_counts_the_working_days() -> None:
    text = ENGLISH.format(words="Within 10 working days of the date of this directive").encode()
    due = read(text, "gates.txt", region="GB").measures[0].deadline
    assert due is not None
    assert due.date == "2027-03-17"


def test_a_mainland_text_counts_by_the_mainlands_holidays() -> None:
    text = CHINESE.replace("2027年3月3日", "2026年2月12日").format(words="自本通知印发之日起3个工作日内")
    reading = read(text.encode(), "gates.txt")
    assert reading.measures[0].deadline is not None
    assert reading.measures[0].deadline.date == "2026-02-24"  # 14 February is worked, the festival is free
    assert reading.warnings == []


def test_days_of_a_year_without_published_holidays_are_provisional() -> None:
    text = CHINESE.replace("2027年3月3日", "2031年3月3日").format(words="自本通知印发之日起3个工作日内")
    reading = read(text.encode(), "gates.txt")
    assert reading.measures[0].deadline is not None
    assert reading.measures[0].deadline.date == "2031-03-06"
    assert any("放假安排尚未公布：m1的日期是暂定的" in warning for warning in reading.warnings)


def test_a_traditional_text_has_no_mainland_holidays() -> None:
    text = """關於閘口整治的通知

一、整治閘口。自本通知印發之日起3個工作日內完成為民服務。(責任單位：市港口局)

市政府辦公室
2027年3月3日
"""
    due = read(text.encode(), "gates.txt").measures[0].deadline
    assert due is not None
    assert (due.date, due.offset is not None and due.offset.days) == (None, "working")


def test_the_same_words_are_told_once_with_the_first_measures_they_date() -> None:
    many = [
        Doubtful(measure=f"m{n}", text="within two weeks", span=(n, n + 1), doubt="unsaid")
        for n in range(SHOWN + 2)
    ]
    (told,) = warnings_of(many, "en")
    assert told.endswith("no date for m0, m1, m2, m3, m4 and 2 more")


def test_every_reason_is_worded_in_both_languages_but_those_told_elsewhere() -> None:
    reasons = set(typing.get_args(Doubt)) - {"event", "issued"}
    assert set(SENTENCES["en"]) == set(SENTENCES["zh"]) == reasons
