"""The network: where links between measures begin and end, own order, loops, links that lead nowhere."""

import pytest

from milepost.ledger.records import Kind, Lag, Ledger, LinkKind
from milepost.planning.network import LoopFound, network_of
from milepost.planning.settings import read_settings
from milepost.planning.templates import propose_steps
from tests.plans import TODAY, make_event, make_ledger, make_link, make_measure, make_step, make_step_plan

RULES = read_settings((), "en")


def stated(ledger: Ledger) -> list[tuple[str | None, str | None]]:
    """The stages that each stated link ties."""
    found = network_of(propose_steps(ledger, TODAY), RULES)
    return [(found.steps[t.tail].stage, found.steps[t.head].stage) for t in found.ties if t.link]


ENDS: tuple[tuple[Kind, LinkKind, tuple[str, str]], ...] = (
    ("document", "FS", ("issue", "study")),
    ("reform", "FS", ("issue", "study")),
    ("build", "FS", ("carry_out", "study")),
    ("report", "enables", ("review", "study")),
    ("build", "SS", ("study", "study")),
    ("build", "FF", ("carry_out", "issue")),
)


@pytest.mark.parametrize(("kind", "link", "ends"), ENDS, ids=[f"{case[0]} {case[1]}" for case in ENDS])
def test_a_link_between_measures_runs_from_the_output_to_the_first_step(
    kind: Kind, link: LinkKind, ends: tuple[str, str]
) -> None:
    ledger = make_ledger(make_measure("a", kind=kind), make_measure("b"), links=(make_link("a", "b", link),))
    assert stated(ledger) == [ends]


def test_a_document_is_evaluated_six_months_after_its_issue() -> None:
    network = network_of(propose_steps(make_ledger(make_measure()), TODAY), RULES)
    assert [tie.lag for tie in network.ties][-1] == Lag(value=6, unit="month", days="calendar")
    assert {tie.lag for tie in network.ties[:-1]} == {None}


def test_the_lag_of_a_measure_due_after_an_event_is_its_time_not_a_wait() -> None:
    event = make_event("within 60 days of the plan", "the plan", 60)
    link = make_link("a", "b", lag=60, days="calendar")
    network = network_of(
        propose_steps(
            make_ledger(make_measure("a"), make_measure("b", deadline=event), links=(link,)), TODAY
        ),
        RULES,
    )
    tie = next(tie for tie in network.ties if tie.link)
    assert (tie.lag, tie.window) == (None, Lag(value=60, days="calendar"))


def test_steps_with_one_order_number_run_side_by_side() -> None:
    plan = make_step_plan(
        make_step("a", order=1), make_step("b", order=2), make_step("c", order=2), make_step("d", order=3)
    )
    pairs = {(tie.tail, tie.head) for tie in network_of(plan, RULES).ties}
    assert pairs == {(0, 1), (0, 2), (1, 3), (2, 3)}


def test_steps_that_a_document_lists_have_no_order() -> None:
    plan = make_step_plan(make_step("a", order=1, origin="quoted"), make_step("b", order=2, origin="quoted"))
    assert network_of(plan, RULES).ties == ()


def test_a_soft_link_binds_nothing() -> None:
    plan = make_step_plan(
        make_step("a"), make_step("b", measure="m2"), links=(make_link("a", "b", hard=False),)
    )
    assert network_of(plan, RULES).ties == ()


def test_a_done_step_waits_for_nothing() -> None:
    plan = make_step_plan(
        make_step("a"), make_step("b", measure="m2", done_on="2026-12-01"), links=(make_link("a", "b"),)
    )
    assert network_of(plan, RULES).ties == ()


def test_a_link_to_a_measure_without_steps_is_kept_as_dangling() -> None:
    ledger = make_ledger(
        make_measure("a", "strengthen safety"), make_measure("b"), links=(make_link("a", "b"),)
    )
    assert [link.from_ for link in network_of(propose_steps(ledger, TODAY), RULES).dangling] == ["a"]


def test_a_loop_is_refused_with_its_titles_in_order() -> None:
    plan = make_step_plan(
        make_step("a", measure="x", title="Survey"),
        make_step("b", measure="y", title="Dig"),
        links=(make_link("a", "b"), make_link("b", "a")),
    )
    with pytest.raises(LoopFound) as caught:
        network_of(plan, RULES).order()
    assert str(caught.value) in (
        "The links close a loop: “Survey” → “Dig” → “Survey”. Take one of them out.",
        "The links close a loop: “Dig” → “Survey” → “Dig”. Take one of them out.",
    )
