"""The independent checker: a sound schedule passes, each planted fault is named."""

from collections.abc import Callable
from typing import Any

import msgspec
import pytest

from milepost.ledger.records import Ledger, Schedule
from milepost.planning import plan
from milepost.planning.verify import verify
from tests.plans import TODAY, make_document, make_ledger, make_link, make_measure, make_step, make_unit

Made = tuple[Ledger, Schedule]


def make_sound() -> Made:
    """Two typed steps of two measures with a link, one unit with one person, a promise, a day of adoption."""
    measures = (
        make_measure("m1", kind="build", due="2027-01-29"),
        make_measure("m2", kind="report", start="2027-01-05"),
    )
    steps = (
        make_step("a", 5),
        make_step("b", 3, measure="m2"),
        make_step("c", 2, order=2),
        make_step("d", 1, measure="m2", start="2027-01-20", order=2),
    )
    units = (make_unit(capacity=1.0),)
    ledger = make_ledger(*measures, steps=steps, units=units, links=(make_link("a", "b"),))
    return plan(ledger, TODAY, "0000aaaa", compiled=False)


def moved(step: str, start: str, finish: str) -> Callable[[Made], Made]:
    """Put one step on other days."""

    def change(made: Made) -> Made:
        rows = [
            msgspec.structs.replace(row, start=start, finish=finish) if row.step == step else row
            for row in made[1].rows
        ]
        return made[0], msgspec.structs.replace(made[1], rows=tuple(rows))

    return change


def changed(**fields: Any) -> Callable[[Made], Made]:
    """Give the schedule other fields."""
    return lambda made: (made[0], msgspec.structs.replace(made[1], **fields))


def with_ledger(**fields: Any) -> Callable[[Made], Made]:
    """Give the ledger other fields after the schedule was made."""
    return lambda made: (msgspec.structs.replace(made[0], **fields), made[1])


def late_promise(made: Made) -> Made:
    """Report a promise as late though it is kept."""
    promises = tuple(msgspec.structs.replace(promise, days_late=9) for promise in made[1].promises)
    return made[0], msgspec.structs.replace(made[1], promises=promises)


FAULTS = (
    ("a day of rest", moved("c", "2027-01-23", "2027-01-25"), "Step c starts on 2027-01-23, a day of rest."),
    ("too few days", moved("c", "2027-01-25", "2027-01-25"), "Step c lasts 1 working days, not 2."),
    (
        "backwards",
        moved("c", "2027-01-26", "2027-01-25"),
        "Step c starts on 2027-01-26, after its finish on 2027-01-25.",
    ),
    (
        "before today",
        moved("a", "2026-12-28", "2027-01-01"),
        "Step a starts on 2026-12-28, before today, 2027-01-04.",
    ),
    (
        "before its own start",
        moved("d", "2027-01-19", "2027-01-19"),
        "Step d starts on 2027-01-19, before its own start 2027-01-20.",
    ),
    (
        "before the stated start",
        moved("b", "2027-01-04", "2027-01-06"),
        "Step b starts on 2027-01-04, before the stated start 2027-01-05 of its measure.",
    ),
    (
        "a broken link",
        moved("b", "2027-01-07", "2027-01-11"),
        "Link a>b is broken: FS from step a to step b.",
    ),
    (
        "a broken order",
        moved("c", "2027-01-07", "2027-01-08"),
        "Step c does not wait for step a of its measure.",
    ),
    (
        "too many people",
        moved("b", "2027-01-11", "2027-01-13"),
        "Unit port needs 2 people on 2027-01-11, not 1.",
    ),
    ("a missing row", changed(rows=()), "Step a has no row."),
    (
        "a promise not reported",
        changed(promises=()),
        "Measure m1 is 0 days late against 2027-01-29, and is reported otherwise.",
    ),
    (
        "a false lateness",
        late_promise,
        "Measure m1 is 0 days late against 2027-01-29, and is reported otherwise.",
    ),
    (
        "before adoption",
        with_ledger(documents=(make_document(date="2027-01-04"),)),
        "Step a starts on 2027-01-04, not after adoption on 2027-01-04.",
    ),
)


def test_a_sound_schedule_has_no_fault() -> None:
    assert verify(*make_sound()) == []


@pytest.mark.parametrize(("what", "change", "sentence"), FAULTS, ids=[fault[0] for fault in FAULTS])
def test_a_planted_fault_is_named(what: str, change: Callable[[Made], Made], sentence: str) -> None:
    assert sentence in verify(*change(make_sound()))


def test_the_default_capacity_yields_to_promises_only() -> None:
    free = [make_measure(f"m{at}", "submit a report") for at in range(4)]
    ledger, schedule = plan(make_ledger(*free), TODAY, "0000aaaa", compiled=False)
    crowded = tuple(
        msgspec.structs.replace(row, start="2027-01-04", finish="2027-01-15")
        if row.step.endswith("-1")
        else row
        for row in schedule.rows
    )
    faults = verify(ledger, msgspec.structs.replace(schedule, rows=crowded))
    assert "Unit port is over its default capacity on 2027-01-04 for a step that no promise binds." in faults


def test_the_checker_shares_no_code_with_what_places_steps() -> None:
    import ast
    import inspect

    from milepost.planning import verify as module

    tree = ast.parse(inspect.getsource(inspect.getmodule(module) or module))
    taken = {node.module for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)}
    assert {name for name in taken if name and name.startswith("milepost.planning")} == {
        "milepost.planning.settings"
    }
