"""Deadlines and repetition: each rule with words that fire it, and near misses."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from milepost.reading.english.deadline_phrases import READERS
from milepost.reading.english.deadline_rows import RULES, WORDS
from milepost.reading.english.deadlines import Clock, find_deadlines
from milepost.reading.english.lengths import disagree, offset_of
from milepost.reading.english.recurrence import find_recurring

CLOCK = Clock("2027-03-10", meeting="2027-03-10", effective="2027-03-10", next_meeting="2027-06-08")
CASES = (
    (
        "deadline:whichever",
        "within 250 days of the date of this order or 50 days after the study appears, "
        "whichever is later, revise it",
        ("relative", None),
    ),
    (
        "deadline:within-of",
        "Within sixty (60) days of the date of this order, the Board",
        ("relative", "2027-05-09"),
    ),
    ("deadline:within-of", "within 30 days of its first meeting, recommend", ("event", None)),
    ("deadline:within-of", "not later than 160 days after the date of enactment, report", ("relative", None)),
    ("deadline:within-of", "no later than 1 month after 15 April 2027.", ("relative", "2027-05-15")),
    (
        "deadline:within-of",
        "within 90 days of the effective date of this Order submit to the Mayor a plan",
        ("relative", "2027-06-08"),
    ),
    ("deadline:within", "circulate it within two weeks.", ("relative", "2027-03-24")),
    (
        "deadline:within",
        "publish the list no later than forty-five (45) working days thereafter.",
        ("event", None),
    ),
    ("deadline:start", "Beginning 1 October 2027, and annually thereafter, audit", ("start", "2027-10-01")),
    ("deadline:by-day", "no later than 1 May 2027", ("fixed", "2027-05-01")),
    ("deadline:by-day", "on or before March I, 2028", ("fixed", "2028-03-01")),
    ("deadline:by-day", "by the end of June 2028", ("fixed", "2028-06-30")),
    ("deadline:by-day", "by 3 February", ("fixed", "2027-02-03")),
    ("deadline:by-day", "by 5 p.m. on 3 May", ("fixed", "2027-05-03")),
    ("deadline:later-of", "by the later of 1 May 2027 and 1 June 2027", ("fixed", "2027-06-01")),
    ("deadline:over-next", "over the next three years, train", ("period", None)),
    ("deadline:between", "between 1 and 30 April 2027", ("period", "2027-04-30")),
    ("deadline:from-day", "from 1 May 2027, publish", ("start", "2027-05-01")),
    ("deadline:own-period", "by the end of next quarter", ("fixed", "2027-06-30")),
    ("deadline:own-period", "strive to open two depots within the year", ("target", "2027-12-31")),
    ("deadline:fiscal-end", "by the end of the financial year", ("fixed", None)),
    ("deadline:own-part", "open it in the first half of next year", ("fixed", "2028-06-30")),
    ("deadline:own-part", "open it by the end of Q3", ("fixed", "2027-09-30")),
    ("deadline:on-day", "open it on 4 May 2027", ("fixed", "2027-05-04")),
    ("deadline:by-month", "open it by June", ("fixed", "2027-06-30")),
    ("deadline:in-month", "open it in June 2027", ("fixed", "2027-06-30")),
    ("deadline:in-month", "In June 2027, the Board shall open it", ("fixed", "2027-06-30")),
    ("deadline:during-year", "build it during 2028", ("period", "2028-12-31")),
    ("deadline:label", "Due: 3 May 2027", ("fixed", "2027-05-03")),
    ("deadline:soon", "reply as soon as practicable", ("open", None)),
    ("deadline:by-day", "by 30 February 2028", ("fixed", None)),
    ("deadline:by-day", "no later than January 31 of each year", ("recurring", None)),
    ("deadline:in-period", "in the second quarter of 2028", ("fixed", "2028-06-30")),
    ("deadline:in-period", "in the second quarter of FY 2028", ("fixed", None)),
    ("deadline:by-year", "establish registers by 2030.", ("fixed", "2030-12-31")),
    ("deadline:each-period", "by the end of each fiscal year, provide", ("recurring", None)),
    ("deadline:request", "provide a copy upon request.", ("event", None)),
    ("deadline:meeting", "report before the next meeting", ("event", "2027-06-08")),
    ("deadline:meeting", "report at its 12th meeting", ("event", None)),
    ("deadline:at-once", "isolate the columns forthwith", ("event", None)),
    ("deadline:open", "act in the coming months", ("open", None)),
    (None, "clean the third quarter of the old town", None),
    (None, "cottages built before 1990 are listed", None),
    (None, "adopted on 4 May 2025, the plan", None),
    (None, "chaired by June Harris", None),
    (None, "as adopted in June 2021, the plan", None),
    (None, "dated from 3 May 2025, the list", None),
    (None, "during 2021 the Board met", None),
    (None, "the latter of whichever names", None),
    (None, "within the meaning of section 3", None),
    (None, "by the Harbour Board", None),
    (None, "in accordance with section 4", None),
    (None, "drive within 30 miles of the port", None),
)


@pytest.mark.parametrize(("rule", "text", "found"), CASES)
def test_a_deadline_is_read_by_its_rule(
    rule: str | None, text: str, found: tuple[str, str | None] | None
) -> None:
    timed = find_deadlines(text, 0, len(text), CLOCK)
    if rule is None:
        assert timed == []
        return
    assert timed[0].rule == rule
    deadline = timed[0].deadline
    assert (deadline.kind, deadline.date) == found
    assert text[slice(*deadline.span)] == deadline.text


def test_every_rule_has_its_words_and_its_reader() -> None:
    assert {rule.name for rule in RULES} == set(WORDS) == set(READERS)


def test_every_rule_has_a_case() -> None:
    assert {rule.name for rule in RULES} <= {rule for rule, _, _ in CASES}


@pytest.mark.parametrize(
    ("text", "anchor"),
    [
        ("Once the register is published, the Board shall", "the register is published"),
        (
            "After rules are adopted under paragraph (b), the Board shall",
            "rules are adopted under paragraph (b)",
        ),
        ("If the Board agrees, the Clerk shall", None),
        ("After consultation with the unions, the Board shall", None),
        ("When performing their tasks, the offices shall", None),
    ],
)
def test_a_sentence_may_open_with_an_event(text: str, anchor: str | None) -> None:
    found = find_deadlines(text, 0, len(text), CLOCK)
    anchors = [one.deadline.anchor for one in found if one.rule == "deadline:event"]
    if anchor is None and text.startswith("If"):
        assert anchors == ["the Board agrees"]
    else:
        assert anchors == ([anchor] if anchor else [])


def test_working_days_keep_their_words_and_no_date() -> None:
    text = "no later than 10 business days of issuance"
    deadline = find_deadlines(text, 0, len(text), CLOCK)[0].deadline
    assert deadline.offset is not None
    assert (deadline.offset.value, deadline.offset.days, deadline.date) == (10, "working", None)


def test_without_a_day_of_its_own_a_text_gets_no_date() -> None:
    text = "Within 60 days of the date of this order, report by 3 May."
    assert [one.deadline.date for one in find_deadlines(text, 0, len(text), Clock())] == [None, None]


def test_words_and_digits_that_disagree_say_no_number() -> None:
    assert offset_of("twenty (30)", "days") is None
    assert disagree("twenty (30)")
    assert not disagree("one hundred and twenty (120)")
    text = "within twenty (30) days of the date of this order"
    (timed,) = find_deadlines(text, 0, len(text), CLOCK)
    assert (timed.deadline.offset, timed.deadline.date, timed.doubt) == (None, None, "number")


@pytest.mark.parametrize(
    ("number", "unit", "offset"),
    [("a", "fortnight", (2, "week")), ("half a", "year", (6, "month")), ("half a", "week", None)],
)
def test_lengths_of_common_speech(number: str, unit: str, offset: tuple[int, str] | None) -> None:
    found = offset_of(number, unit)
    assert (found and (found.value, found.unit)) == offset


@pytest.mark.parametrize(
    ("text", "words", "every"),
    [
        ("update it quarterly thereafter", "quarterly thereafter", (1, "quarter")),
        ("report every two years thereafter", "every two years thereafter", (2, "year")),
        ("meet at least once a year", "at least once a year", (1, "year")),
        ("submit an annual report", "an annual report", (1, "year")),
        ("publish it on a monthly basis", "on a monthly basis", (1, "month")),
        ("file it every 45 days until full adoption", "every 45 days", (45, "day")),
        ("revise it periodically", "periodically", None),
        ("list every exposed gateway", None, None),
    ],
)
def test_repetition_is_read(text: str, words: str | None, every: tuple[int, str] | None) -> None:
    found = find_recurring(text, 0, len(text))
    assert (found and found.text) == words
    assert (found and found.every and (found.every.value, found.every.unit)) == every


def test_a_repetition_keeps_its_end() -> None:
    text = "report every 45 days until full adoption"
    found = find_recurring(text, 0, len(text))
    assert found is not None
    assert found.until == "full adoption"


@given(st.integers(1, 700), st.sampled_from(["day", "week", "month", "year"]))
def test_an_offset_of_the_orders_own_day_has_a_date(value: int, unit: str) -> None:
    text = f"within {value} {unit}s of the date of this order"
    deadline = find_deadlines(text, 0, len(text), CLOCK)[0].deadline
    assert deadline.offset is not None
    assert (deadline.offset.value, deadline.offset.unit) == (value, unit)
    assert deadline.date is not None
    assert deadline.date > "2027-03-10"
