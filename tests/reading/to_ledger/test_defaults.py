"""From a reading to a ledger: each default of a first edition, one test a row of the table."""

from milepost.ledger.invariants import check
from milepost.ledger.records import Ledger, Unit
from milepost.reading.to_ledger import readings_to_ledger
from tests.reading.to_ledger.readings import Text

TWO = Text("The Port Office shall, with the Tide Board and the Rope Guild, map the quays by 3 May 2027.")


def roles(ledger: Ledger) -> list[tuple[str, str, str]]:
    """Unit name, role and the origin of the role, in order."""
    names = {unit.id: unit.name for unit in ledger.units}
    return [(names[a.unit.value], a.role.value, a.role.origin) for a in ledger.assignments]


def test_a_main_measure_is_an_unchecked_draft_with_its_words() -> None:
    found = TWO.measure("map the quays", lead=[TWO.unit("Port Office")])
    (measure,) = readings_to_ledger([TWO.reading(found)]).measures
    assert (measure.state, measure.checked, measure.code) == ("proposed", False, "M-001")
    assert (measure.title.value, measure.title.origin) == ("map the quays", "quoted")
    assert measure.quote == "map the quays"


def test_a_title_that_the_text_does_not_print_so_is_computed() -> None:
    found = TWO.measure("map the quays", action="map quays")
    (measure,) = readings_to_ledger([TWO.reading(found)]).measures
    assert measure.title.origin == "computed"


def test_a_principle_becomes_orientation_and_its_unit_is_known_without_a_duty() -> None:
    text = Text("Each ferry should dare to try.")
    found = text.measure("should dare to try", strength="principle", lead=[text.unit("Each ferry")])
    ledger = readings_to_ledger([text.reading(found)])
    assert [o.text for o in ledger.orientation] == ["should dare to try"]
    assert not ledger.measures
    assert not ledger.assignments
    assert [unit.name for unit in ledger.units] == ["Each ferry"]


def test_an_advisory_measure_stays_a_measure_and_is_marked() -> None:
    found = TWO.measure("map the quays", strength="advisory")
    assert readings_to_ledger([TWO.reading(found)]).measures[0].strength == "advisory"


def test_one_lead_leads_and_the_others_cooperate_in_their_words() -> None:
    found = TWO.measure(
        "map the quays", lead=[TWO.unit("Port Office")], support=[TWO.with_("Tide Board", "with")]
    )
    ledger = readings_to_ledger([TWO.reading(found)])
    assert roles(ledger) == [("Port Office", "lead", "quoted"), ("Tide Board", "cooperating", "quoted")]
    assert ledger.assignments[1].relation == "with"


def test_of_several_joint_leads_the_first_printed_leads_to_be_confirmed() -> None:
    found = TWO.measure("map the quays", lead=[TWO.unit("Tide Board"), TWO.unit("Rope Guild")])
    ledger = readings_to_ledger([TWO.reading(found)])
    assert roles(ledger) == [("Tide Board", "lead", "computed"), ("Rope Guild", "cooperating", "computed")]
    assert {a.resolved_by for a in ledger.assignments} == {"first-of-several"}


def test_leads_that_act_each_alone_get_a_measure_each() -> None:
    found = TWO.measure(
        "map the quays", lead=[TWO.unit("Tide Board"), TWO.unit("Rope Guild")], because=["actors:each"]
    )
    ledger = readings_to_ledger([TWO.reading(found)])
    assert len(ledger.measures) == 2
    assert [role for _, role, _ in roles(ledger)] == ["lead", "lead"]


def test_a_sole_unit_without_a_role_leads_by_a_named_rule() -> None:
    found = TWO.measure("map the quays", support=[TWO.with_("Tide Board")])
    ledger = readings_to_ledger([TWO.reading(found)])
    assert roles(ledger) == [("Tide Board", "lead", "computed")]
    assert ledger.assignments[0].role.rule == "sole-unit"


def test_several_responsible_units_all_cooperate_and_none_leads() -> None:
    found = TWO.measure("map the quays", support=[TWO.with_("Tide Board"), TWO.with_("Rope Guild")])
    assert [r for _, r, _ in roles(readings_to_ledger([TWO.reading(found)]))] == ["cooperating"] * 2


def test_guide_implied_support_and_via_take_their_roles() -> None:
    found = TWO.measure(
        "map the quays",
        lead=[TWO.unit("Port Office")],
        guide=[TWO.unit("Tide Board")],
        implied_support=[TWO.unit("Rope Guild")],
    )
    got = roles(readings_to_ledger([TWO.reading(found)]))
    assert got[1:] == [("Tide Board", "guide", "quoted"), ("Rope Guild", "cooperating", "computed")]
    via = TWO.measure("map the quays", lead=[TWO.unit("Port Office")], via=[TWO.unit("Rope Guild")])
    assert roles(readings_to_ledger([TWO.reading(via)]))[1][1] == "executor"


def test_an_addressee_is_kept_as_a_note() -> None:
    found = TWO.measure("map the quays", addressee=[TWO.unit("Rope Guild")])
    assert "Rope Guild" in (readings_to_ledger([TWO.reading(found)]).measures[0].note or "")


def test_a_sub_becomes_a_step_of_its_parent() -> None:
    main = TWO.measure("map the quays", 1)
    sub = TWO.measure("the quays", 2, level="sub", parent="m1")
    ledger = readings_to_ledger([TWO.reading(main, sub)])
    assert len(ledger.measures) == 1
    assert [(s.title.value, s.origin, s.measure) for s in ledger.steps] == [
        ("the quays", "quoted", ledger.measures[0].id)
    ]


def test_a_sub_that_falls_due_later_than_its_parent_becomes_a_child_measure() -> None:
    main = TWO.measure("map the quays", 1, deadline=TWO.deadline("by 3 May 2027", "fixed", "2027-05-03"))
    late = TWO.deadline("3 May 2027", "fixed", "2028-05-03")
    sub = TWO.measure("the quays", 2, level="sub", parent="m1", deadline=late)
    ledger = readings_to_ledger([TWO.reading(main, sub)])
    assert [m.parent for m in ledger.measures] == [None, ledger.measures[0].id]
    assert not ledger.steps


def test_a_nested_duty_becomes_a_child_measure() -> None:
    main, nested = TWO.measure("map the quays", 1), TWO.measure("the quays", 2, level="nested", parent="m1")
    ledger = readings_to_ledger([TWO.reading(main, nested)])
    assert ledger.measures[1].parent == ledger.measures[0].id


def test_further_dated_parts_become_steps() -> None:
    other = TWO.deadline("by 3 May 2027", "fixed", "2027-05-03", actor="Tide Board")
    found = TWO.measure("map the quays", lead=[TWO.unit("Port Office")], other_deadlines=[other])
    (step,) = readings_to_ledger([TWO.reading(found)]).steps
    assert step.due
    assert step.due.value.date == "2027-05-03"
    assert step.title.value == "Tide Board: by 3 May 2027"


def test_a_start_is_the_measures_start_and_a_target_keeps_its_words_without_a_due() -> None:
    begins = TWO.measure("map the quays", deadline=TWO.deadline("by 3 May 2027", "start", "2027-05-03"))
    (measure,) = readings_to_ledger([TWO.reading(begins)]).measures
    assert measure.deadline is None
    assert measure.start
    aims = TWO.measure("map the quays", deadline=TWO.deadline("by 3 May 2027", "target", "2027-05-03"))
    (measure,) = readings_to_ledger([TWO.reading(aims)]).measures
    assert measure.deadline
    assert measure.deadline.value.date is None
    assert measure.deadline.value.text == "by 3 May 2027"


def test_a_relative_date_is_computed_and_a_written_one_quoted() -> None:
    fixed = TWO.measure("map the quays", deadline=TWO.deadline("by 3 May 2027", "fixed", "2027-05-03"))
    relative = TWO.measure("map the quays", deadline=TWO.deadline("by 3 May 2027", "relative", "2027-05-03"))
    origins = [
        m.deadline.origin
        for found in (fixed, relative)
        for m in readings_to_ledger([TWO.reading(found)]).measures
        if m.deadline
    ]
    assert origins == ["quoted", "computed"]


def test_a_collective_with_members_in_the_list_is_expanded_to_them() -> None:
    text = Text("All wards shall map the quays.")
    wards = Unit(id="w", name="All wards", code="AW", kind="collective", members=("n", "s"))
    north = Unit(id="n", name="North Ward", code="NW", kind="region")
    south = Unit(id="s", name="South Ward", code="SW", kind="region")
    found = text.measure("map the quays", lead=[text.unit("All wards")])
    got = roles(readings_to_ledger([text.reading(found)], (wards, north, south)))
    assert got[1:] == [("North Ward", "executor", "computed"), ("South Ward", "executor", "computed")]


def test_a_measure_without_units_is_at_most_proposed_to_the_unit_of_its_paragraph() -> None:
    text = Text(
        "To settle who answers for the fish market, the Market Office should lead. "
        "The fish market must get a new roof. The archive must be counted."
    )
    named = text.measure("should lead", 1, lead=[text.unit("Market Office")])
    same = text.measure("The fish market must get a new roof", 2)
    other = text.measure("The archive must be counted", 3)
    ledger = readings_to_ledger([text.reading(named, same, other)])
    suggested = [a for a in ledger.assignments if a.unit.origin == "proposed"]
    assert [a.measure for a in suggested] == [ledger.measures[1].id]
    assert suggested[0].unit.rule == "same-paragraph"
    span = suggested[0].unit.span
    assert span
    assert text.text[span[0] : span[1]].lower() in ("fish", "market")


def test_a_prefix_printed_once_is_carried_and_shown() -> None:
    text = Text("制定办法。（牵头单位：市港口局；配合单位：财政局）")
    found = text.measure("制定办法", lead=[text.unit("市港口局")], support=[text.with_("财政局")])
    ledger = readings_to_ledger([text.reading(found, language="zh")])
    assert [unit.name for unit in ledger.units] == ["市港口局", "市财政局"]
    carried = ledger.assignments[1]
    assert (carried.printed, carried.unit.origin) == ("财政局", "computed")


def test_the_same_duty_keeps_its_id_and_a_second_equal_one_gets_another() -> None:
    text = Text("The Port Office shall map the quays. The Port Office shall map the quays.")
    one = text.measure("map the quays", 1, lead=[text.unit("Port Office")])
    second = text.at("map the quays", 40)
    again = text.measure("map the quays", 2, lead=[text.unit("Port Office")]).__class__(
        id="m2", span=second, action="map the quays", clause="c1", lead=[text.unit("Port Office")]
    )
    first = readings_to_ledger([text.reading(one)])
    both = readings_to_ledger([text.reading(one, again)])
    assert first.measures[0].id == both.measures[0].id
    assert both.measures[0].id != both.measures[1].id


def test_likely_duplicates_of_two_documents_are_reported_and_both_kept() -> None:
    found = TWO.measure("map the quays")
    ledger = readings_to_ledger([TWO.reading(found), TWO.reading(found, title="Second Order")])
    assert len(ledger.measures) == 2
    assert any("also stands in" in warning.text for warning in ledger.warnings)


def test_a_first_ledger_has_no_faults() -> None:
    found = TWO.measure(
        "map the quays", lead=[TWO.unit("Port Office")], support=[TWO.with_("Tide Board", "with")]
    )
    assert check(readings_to_ledger([TWO.reading(found)])) == []
