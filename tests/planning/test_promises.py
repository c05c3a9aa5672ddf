"""Which deadlines promise a day, and when a measure may begin."""

import msgspec
import pytest

from milepost.ledger.records import Promise
from milepost.planning.promises import adoption_days, day_after, due_of, first_good_day, stated_start
from tests.plans import make_deadline, make_document, make_ledger, make_measure, make_meeting

DUES = (
    ("a day", make_deadline("2027-06-30"), "2027-06-30"),
    ("a target is kept in words", make_deadline("2027-06-30", kind="target"), None),
    ("a start is no due", make_deadline("2027-06-30", kind="start"), None),
    ("open", make_deadline(None, kind="open"), None),
    ("an event that has not come", make_deadline(None, kind="event"), None),
    (
        "the last granted change, with its precision",
        msgspec.structs.replace(
            make_deadline("2027-06-30"), current=Promise(date="2027-08-01", precision="quarter")
        ),
        "2027-09-30",
    ),
)


@pytest.mark.parametrize(("what", "deadline", "due"), DUES, ids=[case[0] for case in DUES])
def test_only_a_dated_promise_has_a_due(what: str, deadline: object, due: str | None) -> None:
    assert due_of(make_measure(deadline=deadline)) == due  # type: ignore[arg-type]  # rows of deadlines


FIRST = (
    ("month", "2027-05-01"),
    ("quarter", "2027-04-01"),
    ("half", "2027-01-01"),
    ("year", "2027-01-01"),
    ("day", "2027-05-17"),
)


@pytest.mark.parametrize(("precision", "first"), FIRST)
def test_a_period_begins_on_its_first_day(precision: str, first: str) -> None:
    assert first_good_day("2027-05-17", precision) == first  # type: ignore[arg-type]  # rows of precisions


def test_the_document_s_date_stands_before_its_meeting_s() -> None:
    ledger = make_ledger(
        make_measure(),
        documents=(
            make_document(date="2026-12-18"),
            make_document("d2", date=None),
            make_document("d3", date=None),
        ),
        meetings=(
            make_meeting("d1", "2026-12-01"),
            make_meeting("d2", "2026-12-02"),
            make_meeting("d3", None),
        ),
    )
    assert adoption_days(ledger) == {"d1": "2026-12-18", "d2": "2026-12-02"}


def test_the_day_after_the_last_day_of_all_is_itself() -> None:
    assert (day_after("2026-12-31"), day_after("9999-12-31")) == ("2027-01-01", "9999-12-31")


def test_a_measure_without_a_stated_start_has_none() -> None:
    assert (stated_start(make_measure()), stated_start(make_measure(start="2027-03-01"))) == (
        None,
        "2027-03-01",
    )
