"""What the dates of an English document count from."""

import pytest

from milepost.reading.deadlines.phrases import Anchors, CountsFrom
from milepost.reading.english.clock import clock_of, next_meeting
from milepost.reading.english.own_days import counted_from, effective_day
from milepost.reading.records import DocumentFacts

EFFECTS = (
    ("This Order shall take effect immediately.", "2027-03-10"),
    ("This regulation enters into force on 1 January 2028.", "2028-01-01"),
    ("This ordinance shall be effective thirty days after its adoption.", "2027-04-09"),
    ("This bylaw comes into force on the day of its publication.", "2027-03-10"),
    ("The new tariff takes effect on 1 May 2027.", None),
    ("An effective plan is drawn up.", None),
)


@pytest.mark.parametrize(("text", "day"), EFFECTS)
def test_the_day_of_effect_is_what_the_document_says_of_itself(text: str, day: str | None) -> None:
    assert effective_day(text, "2027-03-10") == day


ANCHORS: tuple[tuple[str, CountsFrom], ...] = (
    ("the date of this order", "issued"),
    ("this notice", "issued"),
    ("the date of issuance of this circular", "issued"),
    ("the adoption of this resolution", "issued"),
    ("issuance", "issued"),
    ("the meeting", "meeting"),
    ("the effective date of this regulation", "effective"),
    ("the entry into force of this law", "effective"),
    ("the commencement of this Act", "effective"),
    ("the date of enactment of this Act", "enacted"),
    ("Board approval", "approved"),
    ("15 April 2027", "date"),
    ("the issuance of the guidance", "event"),
    ("its first meeting", "event"),
)


@pytest.mark.parametrize(("anchor", "counts_from"), ANCHORS)
def test_an_anchor_names_a_day_of_the_document_or_an_event(anchor: str, counts_from: CountsFrom) -> None:
    assert counted_from(anchor, Anchors(approved="2027-03-10")) == counts_from


def test_an_order_without_a_day_of_effect_counts_from_its_own() -> None:
    assert clock_of("", DocumentFacts(kind="order", date="2027-03-10"), None, None).effective == "2027-03-10"
    assert clock_of("", DocumentFacts(kind="regulation", date="2027-03-10"), None, None).effective is None


def test_a_bare_length_counts_from_the_meeting_of_minutes_only() -> None:
    assert clock_of("", DocumentFacts(kind="minutes", date="2027-03-10"), None, None).meeting == "2027-03-10"
    assert clock_of("", DocumentFacts(kind="plan", date="2027-03-10"), None, None).meeting is None


def test_the_next_meeting_without_a_year_is_still_to_come() -> None:
    assert next_meeting("Next meeting: 12 January at 7 pm", Anchors("2027-11-09")) == "2028-01-12"
    assert next_meeting("Next meeting: 14 December at 7 pm", Anchors("2027-11-09")) == "2027-12-14"
    assert next_meeting("Next meeting to be announced", Anchors("2027-11-09")) is None
