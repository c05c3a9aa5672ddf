"""The checks of a plan: each finds its fault in a plan that has it, and nothing in one that hasn't."""

import msgspec
import pytest

from milepost.ledger.origins import proposed, typed
from milepost.ledger.records import Ledger
from milepost.planning.analysis import (
    CHECKS,
    GRAVEST_FIRST,
    check_ledger,
    cycle,
    impossible_date,
    orphan,
    thin,
)
from tests.plans import TODAY, make_ledger, make_link, make_measure, make_step, make_unit


def make_whole() -> Ledger:
    """A plan in which nothing is missing."""
    measure = msgspec.structs.replace(
        make_measure(due="2027-06-30"),
        output_form=typed("plan"),
        acceptance_test=typed("Is the plan issued?"),
    )
    return make_ledger(measure, steps=(make_step("s1", 5),))


def test_a_whole_plan_passes_every_check() -> None:
    assert check_ledger(make_whole(), TODAY) == []


# --- cycle ---


def test_a_loop_is_shown_in_order_with_its_measures() -> None:
    measures = (make_measure("a", "submit a report"), make_measure("b", "submit a list"))
    found = cycle.check(make_ledger(*measures, links=(make_link("a", "b"), make_link("b", "a"))), TODAY)
    assert [(one.severity, set(one.measures)) for one in found] == [("error", {"a", "b"})]
    assert found[0].en.startswith("These wait for each other, so none can begin: M-")
    assert "互为前提" in found[0].zh


def test_two_loops_are_two_findings() -> None:
    steps = tuple(make_step(name, measure=name) for name in "abcd")
    links = (make_link("a", "b"), make_link("b", "a"), make_link("c", "d"), make_link("d", "c"))
    measures = tuple(make_measure(name) for name in "abcd")
    assert len(cycle.check(make_ledger(*measures, steps=steps, links=links), TODAY)) == 2


def test_a_chain_is_no_loop() -> None:
    measures = tuple(make_measure(name) for name in "abc")
    assert cycle.check(make_ledger(*measures, links=(make_link("a", "b"), make_link("b", "c"))), TODAY) == []


# --- impossible date ---

DATES = (
    ("enough time", {"due": "2027-06-30"}, None, ""),
    ("half of the usual time is still fine", {"due": "2027-02-12"}, None, ""),
    (
        "under half",
        {"due": "2027-02-10"},
        "warning",
        "M-m1 has 28 working days to 10 February 2027, 47 % of the usual 60.",
    ),
    (
        "fewer days than steps",
        {"due": "2027-01-06"},
        "error",
        "M-m1 has 3 working days to 6 January 2027 for 5 steps; 2 are missing.",
    ),
    ("past", {"due": "2026-12-30"}, "warning", "M-m1 was due on 30 December 2026, 5 days ago."),
    (
        "before its start",
        {"due": "2027-06-30", "start": "2027-07-01"},
        "error",
        "M-m1 is due on 30 June 2027, before it may begin on 1 July 2027.",
    ),
    ("a rest day", {"due": "2027-06-27"}, "note", "M-m1 is due on 27 June 2027, a rest day of Port Office."),
)


@pytest.mark.parametrize(("what", "facts", "severity", "words"), DATES, ids=[case[0] for case in DATES])
def test_a_date_is_judged(what: str, facts: dict[str, str], severity: str | None, words: str) -> None:
    found = impossible_date.check(make_ledger(make_measure(**facts)), TODAY)  # type: ignore[arg-type]  # rows of facts
    assert [(one.severity, one.en) for one in found] == ([(severity, words)] if severity else [])


def test_a_date_that_the_order_of_things_forbids_is_shown_with_the_missing_days() -> None:
    steps = (make_step("s1", 20, measure="a"), make_step("s2", 5, measure="b"))
    measures = (make_measure("a"), make_measure("b", due="2027-02-03"))
    found = impossible_date.check(make_ledger(*measures, steps=steps, links=(make_link("a", "b"),)), TODAY)
    # 25 working days from 4 January end on Friday 5 February, two working days after Wednesday 3
    assert found[0].en == (
        "M-b is due on 3 February 2027; its order allows 5 February 2027 at the earliest "
        "(2 working days late)."
    )


def test_a_step_may_not_end_before_it_starts_nor_after_its_measure() -> None:
    step = make_step("s1", 5, start="2027-07-05", due="2027-07-01")
    found = impossible_date.check(make_ledger(make_measure(due="2027-06-30"), steps=(step,)), TODAY)
    assert {"before its start on 5 July 2027" in one.en for one in found} == {True, False}
    assert any(one.en.endswith("after its measure M-m1 on 30 June 2027.") for one in found)


def test_a_date_after_that_of_the_upper_measure_is_a_warning() -> None:
    measures = (make_measure("top", due="2027-06-30"), make_measure("low", due="2027-07-30", upper=("top",)))
    found = impossible_date.check(make_ledger(*measures), TODAY)
    assert [(one.severity, one.measures) for one in found] == [("warning", ("low", "top"))]


def test_dates_are_judged_in_a_plan_with_a_loop_too() -> None:
    measures = (make_measure("a", due="2026-12-30"), make_measure("b"))
    links = (make_link("a", "b"), make_link("b", "a"))
    assert [one.measures for one in impossible_date.check(make_ledger(*measures, links=links), TODAY)] == [
        ("a",)
    ]


# --- orphan and thin ---


def test_an_orphan_is_listed_with_what_it_lacks() -> None:
    found = orphan.check(make_ledger(make_measure(), assignments=()), TODAY)
    assert [(one.severity, one.en, one.zh) for one in found] == [
        ("list", "M-m1 has no lead unit, date, step.", "M-m1缺少：牵头单位、时限、步骤。")
    ]


def test_a_measure_of_a_unit_that_is_gone_is_an_orphan() -> None:
    ledger = make_ledger(
        make_measure(due="2027-06-30"), steps=(make_step("s1"),), units=(make_unit("trade"),)
    )
    assert orphan.check(ledger, TODAY)[0].facts["missing"] == "lead"


def test_a_standing_measure_needs_neither_date_nor_step() -> None:
    assert orphan.check(make_ledger(make_measure(title="strengthen port safety")), TODAY) == []


def test_a_thin_measure_is_an_error_that_names_the_pieces() -> None:
    found = thin.check(make_ledger(make_measure(due="2027-06-30")), TODAY)
    assert [(one.severity, one.en) for one in found] == [
        ("error", "M-m1 lacks step, output form, acceptance test.")
    ]


def test_a_suggestion_fills_no_gap() -> None:
    ledger = make_whole()
    measure = msgspec.structs.replace(ledger.measures[0], output_form=proposed("plan", "template"))
    found = thin.check(msgspec.structs.replace(ledger, measures=(measure,)), TODAY)
    assert found[0].facts["missing"] == "output_form"


def test_a_slogan_is_no_title() -> None:
    ledger = make_ledger(make_measure(title="a better port for all", strength="principle"))
    assert "concrete_title" in thin.check(ledger, TODAY)[0].facts["missing"]


def test_all_checks_are_asked_and_the_gravest_comes_first() -> None:
    found = check_ledger(make_ledger(make_measure(due="2026-12-30")), TODAY)
    grades = [GRAVEST_FIRST.index(one.severity) for one in found]
    assert grades == sorted(grades)
    assert {one.check for one in found} <= {check.__name__.rsplit(".", 1)[1] for check in CHECKS}
    assert all(one.words("zh") == one.zh and one.words("en") == one.en for one in found)
