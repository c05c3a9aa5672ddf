"""Schedules: hand-made plans a link kind each, calendars, promises, reasons, capacity, load, random plans."""

import datetime as dt

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from milepost.ledger.records import Kind, Ledger, LinkKind, Role, Schedule
from milepost.planning import factors, plan
from tests.plans import (
    TODAY,
    make_assignment,
    make_document,
    make_event,
    make_ledger,
    make_link,
    make_measure,
    make_meeting,
    make_step,
    make_step_plan,
    make_unit,
)

PRINT = "0000aaaa"


def planned(ledger: Ledger, today: str = TODAY, compiled: bool | None = False) -> Schedule:
    """The schedule of a plan, which the independent checker has found sound."""
    _, schedule = plan(ledger, today, PRINT, compiled)
    assert schedule.verified.faults == ()
    return schedule


def days(schedule: Schedule) -> dict[str, tuple[str, str]]:
    """Start and finish of each step, without the year and the first days' zeros."""
    return {row.step: (row.start[5:], row.finish[5:]) for row in schedule.rows}


# A works Monday 4 to Friday 8 January 2027 (5 days), B takes 3 days; weekdays only.
LINK_CASES: tuple[tuple[str, LinkKind, int, str, tuple[str, str]], ...] = (
    ("B after A", "FS", 0, "working", ("01-11", "01-13")),
    ("B two working days after A: not the 11th and 12th", "FS", 2, "working", ("01-13", "01-15")),
    ("B three calendar days after A ends: Tuesday", "FS", 3, "calendar", ("01-12", "01-14")),
    ("B a working day before A ends", "FS", -1, "working", ("01-08", "01-12")),
    ("B begins two days after A begins", "SS", 2, "working", ("01-06", "01-08")),
    ("B ends with A", "FF", 0, "working", ("01-06", "01-08")),
    ("B ends two days after A ends", "FF", 2, "working", ("01-08", "01-12")),
    ("B ends four days after A begins, the fourth day included", "SF", 4, "working", ("01-05", "01-07")),
    ("A unlocks B", "enables", 0, "working", ("01-11", "01-13")),
)


@pytest.mark.parametrize(
    ("what", "kind", "lag", "count", "expected"), LINK_CASES, ids=[case[0] for case in LINK_CASES]
)
def test_one_tiny_plan_a_link_kind(
    what: str, kind: LinkKind, lag: int, count: str, expected: tuple[str, str]
) -> None:
    steps = (make_step("a", 5), make_step("b", 3, measure="m2"))
    schedule = planned(make_step_plan(*steps, links=(make_link("a", "b", kind, lag, days=count),)))
    assert days(schedule) == {"a": ("01-04", "01-08"), "b": expected}


def test_a_wait_in_months_keeps_the_day_number() -> None:
    # A ends Friday 8 January; a month later is 8 February, so B starts on the 9th
    steps = (make_step("a", 5), make_step("b", 3, measure="m2"))
    schedule = planned(make_step_plan(*steps, links=(make_link("a", "b", lag=1, unit="month"),)))
    assert days(schedule)["b"] == ("02-09", "02-11")


def test_a_wait_longer_than_the_plan_so_far_is_kept() -> None:
    # A ends on 8 January 2027; three years later is 8 January 2030: B ends then
    steps = (make_step("a", 5), make_step("b", 3, measure="m2"))
    schedule = planned(make_step_plan(*steps, links=(make_link("a", "b", "FF", 3, unit="year"),)))
    assert (schedule.rows[1].start, schedule.rows[1].finish) == ("2030-01-04", "2030-01-08")


def test_work_in_china_runs_over_a_makeup_saturday_and_stops_for_the_festival() -> None:
    # 2026: Thursday 12, Friday 13, Saturday 14 February (make-up); off 15 to 23; back on Tuesday 24
    schedule = planned(make_step_plan(make_step("a", 4), region="CN", documents=()), "2026-02-12")
    assert days(schedule)["a"] == ("02-12", "02-24")


def test_each_unit_works_by_its_own_calendar_and_a_lag_runs_in_the_successor_s() -> None:
    units = (make_unit("here"), make_unit("there", calendar="CN"))
    steps = (
        make_step("a", 1, unit="here", start="2026-09-30"),
        make_step("b", 1, measure="m2", unit="there"),
    )
    ledger = make_step_plan(*steps, units=units, links=(make_link("a", "b", lag=1),), documents=())
    # after Wednesday 30 September the next working days in China are Thursday 8 and Friday 9 October
    assert days(planned(ledger, "2026-09-01"))["b"] == ("10-09", "10-09")


def test_nothing_starts_before_the_day_after_adoption_nor_before_today() -> None:
    early = planned(make_ledger(make_measure(), documents=(make_document(date="2027-02-09"),)))
    assert (early.rows[0].start, early.rows[0].driver.words) == (
        "2027-02-10",
        "from the day after adoption, 10 February 2027",
    )
    late = planned(make_ledger(make_measure()), "2027-05-03")
    assert (late.rows[0].start, late.rows[0].driver.kind) == ("2027-05-03", "release")


def test_a_meeting_s_day_counts_where_the_document_has_no_date() -> None:
    ledger = make_ledger(
        make_measure(), documents=(make_document(date=None),), meetings=(make_meeting(held_on="2027-02-09"),)
    )
    assert planned(ledger).rows[0].start == "2027-02-10"


def test_a_promise_squeezes_the_usual_steps_to_its_day() -> None:
    ledger, schedule = plan(make_ledger(make_measure(due="2027-02-12")), TODAY, PRINT)
    issue = next(row for row in schedule.rows if row.step == "m1-5")
    # 30 working days from 4 January to 12 February for the usual 60
    assert issue.finish == "2027-02-12"
    assert issue.driver.words == "to keep 12 February 2027, at 50 % of the usual time"
    assert factors(ledger, schedule) == {"m1": 50}
    assert schedule.promises[0].days_late == 0


def test_no_step_is_squeezed_under_a_day_and_the_rest_is_late() -> None:
    # two working days for five steps: the fifth ends on Friday 8 January, three days after Tuesday 5
    schedule = planned(make_ledger(make_measure(due="2027-01-05")))
    assert schedule.promises[0].days_late == 3
    assert (
        schedule.rows[4].driver.words == "3 days after the promised 5 January 2027: no earlier date is left"
    )


def test_a_promise_long_past_leaves_the_usual_time_from_today() -> None:
    schedule = planned(make_ledger(make_measure(title="submit a report", due="2026-12-01")))
    # 18 working days from 4 January end on Wednesday 27 January, 57 days after 1 December
    assert (schedule.promises[0].finish, schedule.promises[0].days_late) == ("2027-01-27", 57)


def test_a_document_is_evaluated_half_a_year_after_it_was_issued_whatever_the_promise() -> None:
    schedule = planned(make_ledger(make_measure(due="2027-06-30")))
    assert (schedule.rows[4].finish, schedule.rows[5].start) == ("2027-06-30", "2027-12-31")


def test_a_quarter_is_kept_until_its_last_day() -> None:
    from tests.plans import make_deadline

    deadline = make_deadline("2027-06-30", precision="quarter", text="in the second quarter of 2027")
    assert planned(make_ledger(make_measure(deadline=deadline))).promises[0].due == "2027-06-30"


def test_time_after_an_event_is_shared_among_the_steps() -> None:
    event = make_event("within 60 days of the plan", "the plan", 60)
    link = make_link("a", "b", lag=60, days="calendar", condition="within 60 days of the plan")
    ledger = make_ledger(
        make_measure("a", kind="report"), make_measure("b", kind="trial", deadline=event), links=(link,)
    )
    schedule = planned(ledger)
    # a ends on Wednesday 27 January; 60 days later is Sunday 28 March, the working day before it the 26th
    assert days(schedule)["b-5"][1] == "03-26"
    first = next(row for row in schedule.rows if row.step == "b-1")
    assert first.driver.ref == link.id
    assert "within 60 days of the plan" in first.driver.words


def test_an_event_that_nothing_produces_is_a_condition() -> None:
    event = make_event("upon launch of the portal", "launch of the portal")
    driver = planned(make_ledger(make_measure(deadline=event))).rows[0].driver
    assert driver.kind == "condition"
    assert "“launch of the portal”" in driver.words


def test_a_link_from_a_measure_without_steps_is_a_condition_that_names_it() -> None:
    ledger = make_ledger(
        make_measure("a", "strengthen safety"), make_measure("b"), links=(make_link("a", "b"),)
    )
    assert planned(ledger).rows[0].driver.words.startswith("on M-a, which has no steps")


def test_typed_dates_are_bounds_that_may_lie_in_the_past() -> None:
    step = make_step("a", days=None, start="2026-12-01", due="2027-01-15")
    assert days(planned(make_step_plan(step)))["a"] == ("12-01", "01-15")


def test_a_done_step_stands_where_it_was_done() -> None:
    steps = (make_step("a", 5, done_on="2026-12-10"), make_step("b", 2, order=2))
    schedule = planned(make_step_plan(*steps))
    assert days(schedule) == {"a": ("12-10", "12-10"), "b": ("01-04", "01-05")}


def test_a_unit_with_one_person_does_one_step_after_the_other() -> None:
    steps = tuple(make_step(name, 5, measure=name) for name in "abc")
    schedule = planned(make_step_plan(*steps, units=(make_unit(capacity=1.0),)))
    assert sorted(row.start for row in schedule.rows) == ["2027-01-04", "2027-01-11", "2027-01-18"]
    assert (schedule.makespan, schedule.bound, schedule.proven) == (15, 15, True)
    waiting = [row for row in schedule.rows if row.start > TODAY]
    assert {(row.driver.kind, row.driver.ref) for row in waiting} == {("unit", "port")}
    assert waiting[0].driver.words == "as soon as Port Office has people free"


def test_a_stated_capacity_is_kept_even_where_a_promise_suffers() -> None:
    measures = [make_measure(name, "submit a report", due="2027-01-29") for name in "ab"]
    schedule = planned(make_ledger(*measures, units=(make_unit(capacity=1.0),)))
    assert max(promise.days_late for promise in schedule.promises) > 0
    assert all(load.days <= (load.capacity or 0) for load in schedule.load)


def test_the_default_capacity_never_makes_a_promise_late() -> None:
    measures = [make_measure(f"m{at}", "submit a report", due="2027-01-29") for at in range(8)]
    schedule = planned(make_ledger(*measures))
    assert {promise.days_late for promise in schedule.promises} == {0}
    assert any(load.days > (load.capacity or 0) for load in schedule.load)


def test_what_no_promise_binds_waits_for_the_default_capacity() -> None:
    measures = [make_measure(f"m{at}", "submit a report") for at in range(6)]
    starts = sorted(row.start for row in planned(make_ledger(*measures)).rows if row.step.endswith("-1"))
    assert (starts[:3], starts[3] > TODAY) == ([TODAY] * 3, True)


def test_a_measure_without_unit_uses_nobody_s_capacity_and_is_scheduled() -> None:
    schedule = planned(make_ledger(make_measure(), assignments=()))
    assert len(schedule.rows) == 6
    assert schedule.load == ()


def test_cooperating_units_carry_half_the_lead_s_demand_in_their_stages() -> None:
    measure = make_measure(title="build a lock")
    both = (make_assignment(), make_assignment(unit="trade", role="cooperating"))
    schedule = planned(make_ledger(measure, assignments=both))
    by_unit = {
        unit: sum(load.days for load in schedule.load if load.unit == unit) for unit in ("port", "trade")
    }
    # lead 175 person-days; cooperating in carry out 120 and evaluate 15, half each
    assert by_unit == {"port": pytest.approx(175), "trade": pytest.approx(67.5)}


def test_a_standing_measure_takes_a_twentieth_of_one_person_up_to_the_horizon() -> None:
    schedule = planned(make_ledger(make_measure(title="strengthen port safety")))
    assert schedule.rows == ()
    january = schedule.load[0]
    assert (january.month, january.capacity) == ("2027-01", 63.0)
    assert january.days == pytest.approx(1.0)
    assert len(schedule.load) == 12


def test_a_critical_path_stands_only_where_links_are_stated() -> None:
    measures = (
        make_measure("a", kind="report"),
        make_measure("b", kind="report"),
        make_measure("c", kind="report"),
    )
    assert not any(row.critical for row in planned(make_ledger(*measures)).rows)
    linked = planned(make_ledger(*measures, links=(make_link("a", "b"),)))
    assert {row.step[0] for row in linked.rows if row.critical} == {"a", "b"}


def test_a_chain_without_a_stated_link_is_never_critical() -> None:
    """The unlinked measure ends last; the critical path is the chain that holds the link."""
    steps = (
        make_step("long", 90, measure="c"),
        make_step("a", 5, measure="a"),
        make_step("b", 5, measure="b", order=1),
        make_step("after", 9, measure="a", order=2),
    )
    measures = tuple(make_measure(id) for id in "abc")
    schedule = planned(make_ledger(*measures, steps=steps, links=(make_link("a", "b"),)))
    assert {row.step for row in schedule.rows if row.critical} == {"a", "b"}


def test_slack_is_what_a_step_may_lose_without_harm() -> None:
    steps = (make_step("a", 5), make_step("b", 2, measure="m2"))
    slack = {row.step: row.slack_days for row in planned(make_step_plan(*steps)).rows}
    assert slack == {"a": 0, "b": 3}


def test_a_plan_without_measures_has_an_empty_sound_schedule() -> None:
    schedule = planned(make_ledger())
    assert (schedule.rows, schedule.makespan, schedule.proven, schedule.verified.ok) == ((), 0, True, True)


def test_the_words_speak_the_plan_s_language() -> None:
    schedule = planned(make_ledger(make_measure(title="制定疏浚方案", due="2027-06-30"), language="zh"))
    assert schedule.rows[1].driver.words == "在“开展疏浚方案前期调研”之后"
    assert schedule.rows[4].driver.words.startswith("为赶在2027年6月30日前完成")


def test_a_quotation_in_a_title_gets_single_marks_inside_the_words() -> None:
    schedule = planned(make_ledger(make_measure(title="制定“一码通”方案"), language="zh"))
    assert schedule.rows[1].driver.words == "在“开展‘一码通’方案前期调研”之后"


def test_a_year_without_published_makeup_days_is_marked() -> None:
    assert planned(make_ledger(make_measure(), region="CN")).calendar.startswith("CN (provisional from ")
    assert planned(make_ledger(make_measure())).calendar == "weekdays"


def test_the_schedule_carries_the_print_of_the_ledger_it_was_made_of() -> None:
    from milepost.ledger.prints import plan_print

    ledger, schedule = plan(make_ledger(make_measure()), TODAY)
    assert schedule.plan_print == plan_print(ledger)


@st.composite
def plans(draw: st.DrawFn) -> Ledger:
    """Plans of measures and steps of many shapes, without loops."""
    count = draw(st.integers(1, 7))
    names = [f"m{at}" for at in range(count)]
    dues = st.one_of(st.none(), st.dates(dt.date(2026, 11, 1), dt.date(2028, 6, 1)).map(str))
    kinds: st.SearchStrategy[Kind] = st.sampled_from(
        ["document", "reform", "build", "report", "trial", "standing", "unsure"]
    )
    measures = [make_measure(name, kind=draw(kinds), due=draw(dues), start=draw(dues)) for name in names]
    capacity = st.sampled_from([None, 0.5, 1.0, 2.0])
    units = (make_unit("u", capacity=draw(capacity)), make_unit("v", capacity=draw(capacity), calendar="CN"))
    steps = [
        make_step(
            f"s{at}",
            draw(st.integers(1, 25)),
            names[0],
            draw(st.sampled_from(["u", "v", None])),
            order=draw(st.integers(1, 3)),
            estimated=draw(st.booleans()),
            people=draw(st.sampled_from([0.5, 1.0, 2.0])),
        )
        for at in range(draw(st.integers(0, 3)))
    ]
    roles: st.SearchStrategy[Role] = st.sampled_from(["lead", "cooperating", "guide"])
    parts = [make_assignment(name, draw(st.sampled_from(["u", "v"])), draw(roles)) for name in names]
    pairs = [(a, b) for at, b in enumerate(names) for a in names[:at]]
    links = [
        make_link(
            a,
            b,
            draw(st.sampled_from(["FS", "SS", "FF", "SF", "enables"])),
            draw(st.integers(-3, 40)),
            draw(st.sampled_from(["day", "week", "month"])),
            draw(st.sampled_from(["working", "calendar"])),
            id=f"l{at}",
        )
        for at, (a, b) in enumerate(draw(st.lists(st.sampled_from(pairs), max_size=5)) if pairs else [])
    ]
    return make_ledger(
        *measures, units=units, steps=tuple(steps), assignments=tuple(parts), links=tuple(links)
    )


@settings(deadline=None, max_examples=60)
@given(plans())
def test_every_random_plan_is_scheduled_soundly(ledger: Ledger) -> None:
    schedule = planned(ledger)
    assert schedule.bound <= schedule.makespan
    assert schedule.proven == (schedule.bound == schedule.makespan)
    assert all(row.slack_days >= 0 for row in schedule.rows)


@settings(deadline=None, max_examples=10)
@given(plans())
def test_the_same_plan_gives_the_same_schedule(ledger: Ledger) -> None:
    assert plan(ledger, TODAY, PRINT) == plan(ledger, TODAY, PRINT)


@settings(deadline=None, max_examples=25)
@given(plans())
def test_compiled_placing_gives_the_same_schedule(ledger: Ledger) -> None:
    assert planned(ledger, compiled=True) == planned(ledger, compiled=False)
