"""A revised document keeps ids, codes and a person's corrections, and the match says what changed."""

import msgspec

from milepost.ledger.editions import carry_over, match_editions
from milepost.ledger.origins import quoted, typed
from milepost.ledger.records import Assignment, Clause, Document, Ledger, Link, Measure, Plan, Step, Unit

replace = msgspec.structs.replace
LABELS = {"c1": "1.1", "c2": "1.2", "c3": "1.3"}


def measure(id_: str, code: str, clause: str, quote: str, **fields: object) -> Measure:
    base = Measure(id=id_, code=code, document="d", clause=clause, quote=quote, title=quoted(quote, (0, 1)))
    return replace(base, **fields)


def ledger(*measures: Measure, **fields: object) -> Ledger:
    base = Ledger(
        plan=Plan(id="p", title="Ports", language="en"),
        documents=(Document(id="d", title="Ports"),),
        clauses=tuple(
            Clause(id=c, document="d", span=(0, 1), text="", label=label) for c, label in LABELS.items()
        ),
        units=(Unit(id="u1", code="PO", name="Port Office"), Unit(id="u2", code="TB", name="Trade Bureau")),
        measures=measures,
    )
    return replace(base, **fields)


PUBLISH = "publish a plan for dredging the basin by June"
PUBLISH_LATER = "publish a plan for dredging the basin by July"
OLD = ledger(
    measure("same", "M-001", "c1", "report each year"),
    measure(
        "moved", "M-002", "c2", PUBLISH, goal=typed("deeper"), note="ask", checked=True, extra={"Own": "1"}
    ),
    measure("lost", "M-007", "c3", "close the old quay"),
    assignments=(
        Assignment(id="a1", measure="moved", unit=typed("u2"), role=typed("lead")),
        Assignment(id="a2", measure="lost", unit=typed("u2"), role=typed("lead")),
    ),
    steps=(
        Step(id="s1", measure="moved", origin="typed", title=typed("print it")),
        Step(id="s2", measure="moved", origin="proposed", title=typed("ours")),
        Step(id="s3", measure="same", origin="proposed", title=typed("write the report")),
    ),
)
NEW = ledger(
    measure("fresh", "M-001", "c3", "paint the lighthouse"),
    measure("now", "M-002", "c2", PUBLISH_LATER, goal=quoted("deep", (0, 4))),
    measure("same", "M-003", "c1", "report each year", parent="now"),
    assignments=(Assignment(id="b1", measure="now", unit=quoted("u1", (0, 1)), role=typed("guide")),),
    steps=(Step(id="s3", measure="same", origin="proposed", title=quoted("report", (0, 1))),),
    links=(Link(id="l1", from_="now", to="fresh"),),
)


def test_measures_are_kept_changed_new_or_gone() -> None:
    match = match_editions(OLD, NEW)
    assert [(pair.old, pair.new) for pair in match.kept] == [("same", "same")]
    assert [(pair.old, pair.new) for pair in match.changed] == [("moved", "now")]
    assert (match.changed[0].before, match.changed[0].after) == (PUBLISH, PUBLISH_LATER)
    assert match.changed[0].typed == ("goal",)
    assert (match.new, match.gone) == (("fresh",), ("lost",))


def test_similar_words_under_another_clause_are_another_measure() -> None:
    elsewhere = ledger(measure("now", "M-001", "c1", PUBLISH_LATER))
    match = match_editions(OLD, elsewhere)
    assert match.changed == ()
    assert match.new == ("now",)


def test_words_that_differ_too_much_are_another_measure() -> None:
    assert match_editions(OLD, ledger(measure("now", "M-001", "c2", "sell the dredger"))).changed == ()


def test_the_most_similar_pair_wins_and_each_is_used_once() -> None:
    new = ledger(
        measure("n1", "M-001", "c2", PUBLISH_LATER + "!"), measure("n2", "M-002", "c2", PUBLISH_LATER)
    )
    match = match_editions(OLD, new)
    assert [(pair.old, pair.new) for pair in match.changed] == [("moved", "n2")]
    assert match.new == ("n1",)


def test_ids_codes_and_corrections_are_carried_and_no_code_is_used_again() -> None:
    carried, _ = carry_over(OLD, NEW)
    by_id = {one.id: one for one in carried.measures}
    assert [one.id for one in carried.measures] == ["fresh", "moved", "same"]
    assert {one.id: one.code for one in carried.measures} == {
        "fresh": "M-008",
        "moved": "M-002",
        "same": "M-001",
    }
    moved = by_id["moved"]
    assert (moved.quote, moved.goal, moved.note, moved.extra) == (
        PUBLISH_LATER,
        typed("deeper"),
        "ask",
        {"Own": "1"},
    )
    assert not moved.checked, "new words have not been checked"
    assert by_id["same"].parent == "moved"


def test_rows_point_to_the_carried_ids_and_a_persons_rows_stay() -> None:
    carried, _ = carry_over(OLD, NEW)
    assert {one.id: one.measure for one in carried.assignments} == {"b1": "moved", "a1": "moved"}
    assert {one.id: one.title for one in carried.steps} == {
        "s1": typed("print it"),
        "s3": typed("write the report"),
    }
    assert [(one.from_, one.to) for one in carried.links] == [("moved", "fresh")]


def test_a_unit_that_only_a_persons_row_names_comes_along() -> None:
    carried, _ = carry_over(OLD, replace(NEW, units=NEW.units[:1]))
    assert [unit.id for unit in carried.units] == ["u1", "u2"]


def test_the_same_edition_again_changes_nothing() -> None:
    carried, match = carry_over(OLD, OLD)
    assert carried == OLD
    assert (match.changed, match.new, match.gone) == ((), (), ())
