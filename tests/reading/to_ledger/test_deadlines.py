"""What deadlines of a reading become in the ledger."""

from milepost.reading import read
from milepost.reading.to_ledger import readings_to_ledger

ORDER = """ORDER ON BRIDGES

Issued 3 March 2027

1. Once the survey is published, the Roads Office shall repair the bridge within 8 weeks.
2. Within 8 weeks of the inspection, the Roads Office shall report to the Council.
"""
MINUTES = """HARROW TOWN COUNCIL
Minutes of the meeting held on 9 March 2027

The Clerk shall obtain quotations before the next meeting.

Next meeting: 13 April 2027.
"""
PLAN = """关于渡口管理的通知

一、实行实名登记。自2027年7月1日起实行实名登记。(责任单位：市港口局)

市政府办公室
2027年3月3日
"""


def test_a_length_counts_from_its_measures_event_and_is_no_step_before_it() -> None:
    ledger = readings_to_ledger([read(ORDER.encode(), "order.txt")])
    first = ledger.measures[0].deadline
    assert first is not None
    assert (first.value.text, first.value.kind, first.value.anchor) == (
        "within 8 weeks",
        "event",
        "the survey is published",
    )
    assert ledger.steps == ()


def test_an_event_whose_day_is_known_keeps_it() -> None:
    ledger = readings_to_ledger([read(MINUTES.encode(), "minutes.txt")])
    due = ledger.measures[0].deadline
    assert due is not None
    assert (due.value.kind, due.value.date, due.origin) == ("event", "2027-04-13", "computed")
    assert due.value.current is not None


def test_a_chinese_start_is_dated_by_its_words() -> None:
    ledger = readings_to_ledger([read(PLAN.encode(), "plan.txt")])
    start = ledger.measures[0].start
    assert start is not None
    assert start.value.date == "2027-07-01"
