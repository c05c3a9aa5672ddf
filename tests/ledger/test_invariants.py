"""A sound ledger has no fault; each broken rule is named by sheet, row and column, all at once."""

import re
from collections.abc import Callable

import msgspec
import pytest

from milepost.ledger.invariants import CHECKS, check, due_of
from milepost.ledger.origins import proposed, typed
from milepost.ledger.records import Assignment, Deadline, Ledger, Link, SmallDate, Step
from tests.ledger.complete import COMPLETE

replace = msgspec.structs.replace


def with_row(sheet: str, index: int, **fields: object) -> Callable[[], Ledger]:
    """The complete ledger with some fields of one row changed."""

    def make() -> Ledger:
        rows = list(getattr(COMPLETE, sheet))
        rows[index] = replace(rows[index], **fields)
        return replace(COMPLETE, **{sheet: tuple(rows)})

    return make


def with_more(sheet: str, *rows: object) -> Callable[[], Ledger]:
    """The complete ledger with rows added to a sheet."""
    return lambda: replace(COMPLETE, **{sheet: (*getattr(COMPLETE, sheet), *rows)})


def small(date: str) -> SmallDate:
    return SmallDate(text=date, date=date)


LEAD = Assignment(id="a9", measure="mdredge", unit=typed("utrade"), role=typed("lead"))
BACK = Link(id="l9", from_="stwo", to="sone")
FORTH = Link(id="l8", from_="sone", to="stwo")

LOOP = "rows 4, 5 run in a loop (Draft the dredging plan → Print it → Draft the dredging plan)"
CASES = (
    ("unique_ids", with_row("steps", 1, id="sone"), "Steps, row 3", "id", '"sone" stands in row 2 too'),
    ("unique_ids", with_row("steps", 1, id="mparent"), "Steps, row 3", "id", "stands in Measures too"),
    (
        "unique_codes",
        with_row("measures", 1, code="m-001"),
        "Measures, row 3",
        "No.",
        '"m-001" stands in row 2 too',
    ),
    ("unique_codes", with_row("units", 2, code="PO"), "Units, row 4", "Code", '"PO" stands in row 2 too'),
    ("unit_codes", with_row("units", 0, code="../../evil"), "Units, row 2", "Code", "files are named by it"),
    ("unit_codes", with_row("units", 0, code="-PO"), "Units, row 2", "Code", "a letter or digit first"),
    ("unit_codes", with_row("units", 0, code="P" * 33), "Units, row 2", "Code", "at most 32"),
    ("unit_codes", with_row("units", 0, code="nul"), "Units, row 2", "Code", "taken for other files"),
    ("unit_codes", with_row("units", 0, code="Whole"), "Units, row 2", "Code", "taken for other files"),
    ("unit_codes", with_row("units", 0, code="Not-Yet-Assigned"), "Units, row 2", "Code", "Write another"),
    (
        "references",
        with_row("measures", 0, clause="cmoon"),
        "Measures, row 2",
        "Source clause",
        '"cmoon" stands nowhere',
    ),
    ("references", with_row("steps", 0, unit=typed("umoon")), "Steps, row 2", "Unit", "Add it to units"),
    ("references", with_row("units", 0, members=("ufish", "umoon")), "Units, row 2", "Members", '"umoon"'),
    ("references", with_row("links", 0, to="moon"), "Links, row 2", "To", "steps or measures"),
    (
        "one_lead",
        with_more("assignments", LEAD),
        "Assignments, row 4",
        "Role",
        "M-001 has 2 leads (Port Office, Trade Bureau)",
    ),
    ("trees", with_row("measures", 1, parent="mdredge"), "Measures, row 2", "Part of", "is above itself"),
    (
        "real_dates",
        with_row("documents", 0, date="2027-02-30"),
        "Documents, row 2",
        "Date",
        '"2027-02-30" is not a day',
    ),
    (
        "real_dates",
        with_row("steps", 1, due=typed(small("2027-2-1"))),
        "Steps, row 3",
        "Due: date",
        '"2027-2-1"',
    ),
    (
        "start_before_due",
        with_row("steps", 0, start=typed(small("2027-07-01"))),
        "Steps, row 2",
        "Start: date",
        "starts on 2027-07-01",
    ),
    (
        "start_before_due",
        with_row("measures", 0, start=typed(Deadline(text="", kind="start", date="2028-01-01"))),
        "Measures, row 2",
        "Start: date",
        "Move the start",
    ),
    (
        "steps_before_measure",
        with_row("steps", 1, due=typed(small("2027-07-01"))),
        "Steps, row 3",
        "Due: date",
        "after its measure M-001 (2027-06-30)",
    ),
    ("weights", with_row("steps", 1, weight=30), "Steps, row 2", "Weight, %", "sum to 90"),
    ("no_cycles", with_more("links", FORTH, BACK), "Links, row 4", "From", LOOP),
)


@pytest.mark.parametrize(("rule", "make", "place", "column", "words"), CASES)
def test_a_broken_rule_is_named(
    rule: str, make: Callable[[], Ledger], place: str, column: str, words: str
) -> None:
    where = re.compile(rf'Sheet {re.escape(place)} \([^()]+\), column "{re.escape(column)}": ')
    found = [fault for fault in check(make()) if where.match(fault)]
    assert found, check(make())
    assert words in found[0]
    assert re.search(r"\. [A-Z][^.]*\.$", found[0]), "a fault ends by saying what to do"


def test_every_check_has_a_case() -> None:
    assert {rule for rule, *_ in CASES} == {one.__name__ for one in CHECKS}


def test_a_sound_ledger_has_no_fault() -> None:
    assert check(COMPLETE) == []


def test_a_chinese_ledger_is_told_by_its_own_sheets_and_heads() -> None:
    broken = with_row("steps", 1, weight=30)()
    chinese = replace(broken, plan=replace(broken.plan, language="zh"))
    assert check(chinese)[0].startswith('Sheet 步骤, row 2 (Draft the dredging plan), column "权重%": ')


def test_faults_of_all_checks_come_together() -> None:
    broken = replace(
        with_row("documents", 0, date="2027-02-30")(), steps=with_row("steps", 1, weight=30)().steps
    )
    assert len(check(broken)) == 2


NEAR_MISSES = (
    with_more("assignments", replace(LEAD, role=proposed("lead", "same-paragraph"))),
    with_more("assignments", replace(LEAD, unit=proposed("utrade", "same-paragraph"))),
    with_more("links", FORTH, replace(BACK, hard=False)),
    with_row("steps", 0, start=typed(small("2027-06-30"))),
    with_more("steps", Step(id="s9", measure="mparent", origin="typed", title=typed("wait"))),
)


@pytest.mark.parametrize("make", NEAR_MISSES)
def test_what_is_allowed_is_no_fault(make: Callable[[], Ledger]) -> None:
    assert check(make()) == []


def test_two_loops_are_both_named() -> None:
    steps = tuple(
        Step(id=f"s{n}", measure="mparent", origin="typed", title=typed(f"step {n}")) for n in range(4)
    )
    ends = ((0, 1), (1, 0), (2, 3), (3, 2))
    links = tuple(Link(id=f"l{n}", from_=f"s{a}", to=f"s{b}") for n, (a, b) in enumerate(ends))
    faults = check(replace(COMPLETE, steps=steps, links=links))
    assert len([fault for fault in faults if "in a loop" in fault]) == 2


def test_a_long_chain_is_no_loop_and_no_deep_recursion() -> None:
    steps = tuple(Step(id=f"s{n}", measure="mparent", origin="typed", title=typed("x")) for n in range(5000))
    links = tuple(Link(id=f"l{n}", from_=f"s{n}", to=f"s{n + 1}") for n in range(4999))
    assert check(replace(COMPLETE, steps=steps, links=links)) == []


def test_a_granted_change_moves_the_due_date() -> None:
    assert due_of(COMPLETE.measures[0]) == "2027-06-30"
    assert due_of(COMPLETE.measures[1]) is None
