"""A revised document keeps ids, codes and a person's corrections, and the match says what changed."""

import msgspec

from milepost.ledger.editions import carry_over, match_editions
from milepost.ledger.invariants import check
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
    assert [one.id for one in carried.measures] == ["fresh", "moved", "same", "lost"]
    assert {one.id: one.code for one in carried.measures} == {
        "fresh": "M-008",
        "moved": "M-002",
        "same": "M-001",
        "lost": "M-007",
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
    assert {one.id: one.measure for one in carried.assignments} == {
        "b1": "moved",
        "a1": "moved",
        "a2": "lost",
    }
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


def test_a_measure_gone_from_the_text_is_kept_with_its_rows_and_a_warning() -> None:
    by_hand = measure("hand", "M-009", "c9", "", title=typed("light the pier"), document="d9")
    old = replace(
        OLD,
        documents=(*OLD.documents, Document(id="d9", title="Piers")),
        clauses=(
            *OLD.clauses,
            Clause(id="c8", document="d9", span=(0, 9), text="", label="8"),
            Clause(id="c9", document="d9", span=(0, 9), text="", label="9", parent="c8"),
        ),
        units=(
            *OLD.units,
            Unit(id="u3", code="po", name="Pier Office", parent="u4"),
            Unit(id="u4", code="HO", name="Head"),
        ),
        measures=(*OLD.measures, by_hand),
        assignments=(
            *OLD.assignments,
            Assignment(id="a3", measure="hand", unit=typed("u3"), role=typed("lead")),
            Assignment(id="a4", measure="lost", unit=quoted("u1", (0, 1)), role=quoted("guide", None)),
        ),
        steps=(*OLD.steps, Step(id="s4", measure="lost", origin="proposed", title=quoted("shut it", None))),
        links=(
            Link(id="k1", from_="hand", to="moved"),
            Link(id="k2", from_="same", to="moved"),
            Link(id="k3", from_="moved", to="same", span=(0, 4)),
            Link(id="k4", from_="lost", to="s4", span=(0, 4)),
            Link(id="k5", from_="lost", to="s2"),
        ),
    )
    carried, match = carry_over(old, NEW)
    assert match.gone == ("lost", "hand")
    assert carried.measures[-2:] == (OLD.measures[2], by_hand)
    assert {one.id: one.measure for one in carried.assignments if one.measure in match.gone} == {
        "a2": "lost",
        "a3": "hand",
        "a4": "lost",
    }
    assert [one.id for one in carried.steps if one.measure == "lost"] == ["s4"]
    assert [one.id for one in carried.links] == ["l1", "k1", "k2", "k4"]
    assert [one.id for one in carried.documents] == ["d", "d9"]
    assert [one.id for one in carried.clauses] == ["c1", "c2", "c3", "c8", "c9"]
    assert [(one.id, one.code) for one in carried.units][2:] == [("u3", "PO2"), ("u4", "HO")]
    assert [one.text for one in carried.warnings] == [
        "M-007 “close the old quay” no longer stands in the document; it is kept: "
        "strike it yourself if it is over.",
        "M-009 “light the pier” no longer stands in the document; it is kept: "
        "strike it yourself if it is over.",
    ]
    assert check(carried) == []
    again, match = carry_over(carried, NEW)
    assert (again, match.gone) == (carried, ("lost", "hand"))


def test_the_warning_about_a_gone_measure_speaks_the_language_of_the_plan() -> None:
    new = replace(NEW, plan=replace(NEW.plan, language="zh"))
    assert [one.text for one in carry_over(OLD, new)[0].warnings] == [
        "M-007“close the old quay”在文件中已不再出现，予以保留；如已结束，请自行删去。"
    ]
