"""Which dates a feed holds, and what the register remembers of them from edition to edition."""

import datetime as dt

import pytest
from msgspec.structs import replace

from milepost.books.content.adopted.calendar import CANCELLED_DAYS, OtherRegister, feeds
from milepost.books.content.records.feed import Feed, FeedEvent
from milepost.books.inputs import Attendance, Item, MeetingRecord, Restriction, State
from milepost.books.inputs.feeds import FeedEntry, Feeds
from milepost.ledger.codec_json import decoded, encoded
from milepost.ledger.records import Ledger, Measure, Schedule, Step
from tests.books.langang import FROZEN, langang

LANGUAGES = ("en", "zh")
Plan = tuple[Ledger, Schedule, State]


def empty(plan: Plan, language: str = "en") -> Feeds:
    return Feeds(plan=plan[0].plan.id, language=language)


def made(plan: Plan, known: Feeds | None = None, language: str = "en") -> tuple[dict[str, Feed], Feeds]:
    found, register = feeds(*plan, known or empty(plan, language), language)
    return {f"{feed.scope}:{feed.key}": feed for feed in found}, register


def whole(plan: Plan, known: Feeds | None = None, language: str = "en") -> dict[str, FeedEvent]:
    feed = made(plan, known, language)[0][f"plan:{plan[0].plan.id}"]
    return {event.uid: event for event in feed.events}


def measure(plan: Plan, number: int) -> Measure:
    return plan[0].measures[number - 1]


def steps(plan: Plan, number: int) -> list[Step]:
    return [step for step in plan[0].steps if step.measure == measure(plan, number).id]


def uid(plan: Plan, id_: str) -> str:
    return f"{id_}@{plan[0].plan.id}"


def entries(register: Feeds) -> dict[str, FeedEntry]:
    return {entry.uid: entry for entry in register.entries}


def without(plan: Plan, step: Step) -> Plan:
    """The plan after a step was taken out of it."""
    ledger, schedule, state = plan
    return (
        replace(ledger, steps=tuple(s for s in ledger.steps if s.id != step.id)),
        replace(schedule, rows=tuple(r for r in schedule.rows if r.step != step.id)),
        state,
    )


def later(plan: Plan, days: int) -> Plan:
    """The plan as it stands some days after the freeze."""
    day = (dt.date.fromisoformat(FROZEN) + dt.timedelta(days)).isoformat()
    return plan[0], plan[1], replace(plan[2], as_of=day)


# --- what is in a feed ---


@pytest.mark.parametrize(
    ("language", "title"),
    [("en", "[Overdue] 10 Catalogue issued (Approvals)"), ("zh", "【逾期】10 目录印发（审批数据局）")],
)
def test_an_overdue_step_says_so_before_number_title_and_unit(language, title):
    assert title in [event.title for event in whole(langang(language), language=language).values()]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_step_is_one_event_on_the_day_it_was_done_or_is_expected(language):
    plan = langang(language)
    found = whole(plan, language=language)
    forecasts = {forecast.subject: forecast.date for forecast in plan[2].forecasts}
    rows = {row.step: row.finish for row in plan[1].rows}
    for step in plan[0].steps:
        due = step.due.value.date if step.due else rows[step.id]
        event = found[uid(plan, step.id)]
        assert event.day == (step.done_on or forecasts.get(step.id, due))
        assert (event.status == "done") == (step.done_on is not None)


def test_the_baseline_is_in_the_text_beside_the_forecast():
    plan = langang("en")
    late = next(f for f in plan[2].forecasts if f.subject in {s.id for s in steps(plan, 1)})
    text = whole(plan)[uid(plan, late.subject)].description
    assert "Baseline 30 June 2027; forecast 21 July 2027." in text


def test_a_text_holds_measure_clause_acceptance_test_and_who_waits():
    plan = langang("en")
    issued = next(step for step in steps(plan, 10) if step.stage == "issue")
    lines = whole(plan)[uid(plan, issued.id)].description.split("\n")
    assert lines[0].startswith("Measure M-010: ")
    assert lines[1].startswith("Plan §")
    assert any(line.startswith("Acceptance test: ") for line in lines)
    waiting = [line for line in lines if line.startswith("Waits for it: ")]
    assert len(waiting) == sum(link.from_ == issued.id for link in plan[0].links) > 0
    assert all("condition: " in line for line in waiting)


def test_a_step_that_is_only_called_by_its_stage_takes_the_title_of_its_measure():
    plan = langang("en")
    event = whole(plan)[uid(plan, steps(plan, 1)[0].id)]
    assert event.title == f"[Done] 1 {measure(plan, 1).title.value}: Study (Park Cttee)"


def test_a_deadline_that_no_step_ends_on_is_an_event_of_its_own():
    ledger, schedule, state = langang("en")
    bare = next(m for m in ledger.measures if m.state != "verified")
    gone = {step.id for step in ledger.steps if step.measure == bare.id}
    ledger = replace(ledger, steps=tuple(s for s in ledger.steps if s.id not in gone))
    schedule = replace(schedule, rows=tuple(r for r in schedule.rows if r.step not in gone))
    plan = (ledger, schedule, state)
    assert uid(plan, bare.id) not in whole(langang("en"))
    event = whole(plan)[uid(plan, bare.id)]
    forecast = next((f.date for f in state.forecasts if f.subject == bare.id), None)
    assert event.kind == "deadline"
    assert event.day == (forecast or bare.deadline.value.date)


def test_a_dated_duty_stands_in_the_feeds_of_the_unit_that_owes_it_and_of_the_lead():
    plan = langang("en")
    found, _ = made(plan)
    duty = next(a for a in plan[0].assignments if a.deadline)
    lead = next(a for a in plan[0].assignments if a.measure == duty.measure and a.role.value == "lead")
    for unit in (duty.unit.value, lead.unit.value):
        (event,) = (e for e in found[f"unit:{unit}"].events if e.uid == uid(plan, duty.id))
        assert event.kind == "duty"
    others = {f"unit:{unit.id}" for unit in plan[0].units} - {
        f"unit:{duty.unit.value}",
        f"unit:{lead.unit.value}",
    }
    assert not any(e.uid == uid(plan, duty.id) for key in others for e in found[key].events)


@pytest.mark.parametrize("language", LANGUAGES)
def test_feeds_of_units_groups_and_people_hold_what_is_theirs_and_nothing_else(language):
    plan = langang(language)
    found, register = made(plan, language=language)
    kept = entries(register)
    assert {key.partition(":")[0] for key in found} == {"plan", "unit", "group", "person"}
    assert len(found[f"plan:{plan[0].plan.id}"].events) == len(kept)
    codes = {unit.code: unit.id for unit in plan[0].units}
    for feed in found.values():
        uids = [event.uid for event in feed.events]
        assert len(set(uids)) == len(uids)
        match feed.scope:
            case "unit":
                wanted = {u for u, e in kept.items() if codes[feed.key] in e.units}
            case "group":
                wanted = {u for u, e in kept.items() if feed.key in e.groups}
            case "person":
                wanted = {u for u, e in kept.items() if feed.key in e.people}
            case _:
                wanted = set(kept)
        assert set(uids) == wanted


def test_both_languages_hold_the_same_uids_and_days():
    days = [
        {event.uid: event.day for event in whole(langang(language), language=language).values()}
        for language in LANGUAGES
    ]
    assert days[0] == days[1]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_four_facts_and_the_handling_stand_in_the_note_of_every_feed(language):
    for feed in made(langang(language), language=language)[0].values():
        facts = feed.facts
        assert facts.handling
        for part in (facts.edition_line, facts.source_line, facts.print_line, facts.handling):
            assert part in feed.note


# --- what is restricted ---


def restricted(plan: Plan, number: int) -> Plan:
    """The plan with a measure that only its lead may see."""
    rows = (Restriction(measure=measure(plan, number).id, units=("ADB",)),)
    return plan[0], plan[1], replace(plan[2], restrictions=rows)


def test_a_restricted_measure_is_in_no_feed_not_even_by_the_name_of_who_waits():
    plan = langang("en")
    closed = restricted(plan, 11)
    title = measure(plan, 11).title.value
    shown = [event for feed in made(closed)[0].values() for event in feed.events]
    assert any(title in event.description for event in whole(plan).values())
    assert not any(title in event.title + event.description for event in shown)
    assert not {uid(plan, step.id) for step in steps(plan, 11)} & {event.uid for event in shown}


def test_what_was_sent_and_then_restricted_is_neither_sent_nor_called_cancelled_and_keeps_its_sequence():
    plan = langang("en")
    _, first = made(plan)
    step = steps(plan, 11)[0]
    _, second = made(restricted(plan, 11), first)
    gone = without(restricted(plan, 11), step)
    assert uid(plan, step.id) not in whole(gone, second)
    assert entries(second)[uid(plan, step.id)].withheld
    _, third = made(plan, second)
    assert entries(third)[uid(plan, step.id)] == entries(first)[uid(plan, step.id)]


def test_a_cancelled_step_of_a_measure_that_is_then_restricted_is_no_longer_sent():
    plan = langang("en")
    step = next(s for s in steps(plan, 11) if not s.done_on)
    _, first = made(plan)
    gone = without(plan, step)
    _, second = made(gone, first)
    assert uid(plan, step.id) in whole(gone, second)
    assert uid(plan, step.id) not in whole(restricted(gone, 11), second)


# --- what the register remembers ---


def test_a_first_edition_of_a_feed_starts_at_nought_and_a_second_run_changes_nothing():
    plan = langang("en")
    _, first = made(plan)
    again, second = made(plan, first)
    assert {entry.sequence for entry in first.entries} == {0}
    assert second == first
    assert again == made(plan)[0]


def test_the_register_is_kept_as_json():
    _, register = made(langang("zh"), language="zh")
    assert decoded(encoded(register), "feeds.json", Feeds, "register") == register


def changed_day(plan: Plan, step: Step) -> Plan:
    value = replace(step.due.value, date="2027-12-24")
    return changed(plan, step, replace(step, due=replace(step.due, value=value)))


def changed_title(plan: Plan, step: Step) -> Plan:
    return changed(plan, step, replace(step, title=replace(step.title, value="Anew")))


def changed_status(plan: Plan, step: Step) -> Plan:
    return changed(plan, step, replace(step, done_on="2027-06-14"))


def changed(plan: Plan, step: Step, now: Step) -> Plan:
    ledger, schedule, state = plan
    steps = tuple(now if s.id == step.id else s for s in ledger.steps)
    return replace(ledger, steps=steps), schedule, state


@pytest.mark.parametrize("change", [changed_day, changed_title, changed_status])
def test_the_sequence_goes_up_by_one_when_date_title_or_status_changes_and_for_that_row_alone(change):
    plan = langang("en")
    step = next(
        s for s in plan[0].steps if not s.done_on and s.id not in {f.subject for f in plan[2].forecasts}
    )
    _, first = made(plan)
    _, second = made(change(plan, step), first)
    raised = {u for u, entry in entries(second).items() if entry.sequence == 1}
    assert raised == {uid(plan, step.id)}
    assert {entry.sequence for entry in second.entries} == {0, 1}


def test_words_beside_date_title_and_status_leave_the_sequence_alone():
    plan = langang("en")
    _, first = made(plan)
    tests = tuple(replace(m, acceptance_test=m.title, risks=None) for m in plan[0].measures)
    _, second = made((replace(plan[0], measures=tests), plan[1], plan[2]), first)
    assert {entry.sequence for entry in second.entries} == {0}


@pytest.mark.parametrize(("days", "sent"), [(0, True), (CANCELLED_DAYS, True), (CANCELLED_DAYS + 1, False)])
def test_a_removed_step_is_sent_as_cancelled_for_ninety_days(days, sent):
    plan = langang("en")
    step = next(s for s in steps(plan, 1) if not s.done_on)
    _, first = made(plan)
    shorter = without(plan, step)
    _, second = made(shorter, first)
    found, third = made(later(shorter, days), second)
    for key in (f"plan:{plan[0].plan.id}", "unit:WPC"):
        events = {event.uid: event for event in found[key].events}
        assert (uid(plan, step.id) in events) == sent
    if sent:
        event = events[uid(plan, step.id)]
        assert (event.status, event.sequence) == ("cancelled", 1)
        assert event.title.startswith("[Cancelled] 1 ")
        assert "Removed from the plan on 15 June 2027." in event.description
    assert entries(third)[uid(plan, step.id)].removed_on == FROZEN


def test_a_step_that_comes_back_goes_on_counting():
    plan = langang("en")
    step = next(s for s in steps(plan, 1) if not s.done_on)
    _, first = made(plan)
    _, second = made(without(plan, step), first)
    _, third = made(plan, second)
    entry = entries(third)[uid(plan, step.id)]
    assert (entry.sequence, entry.removed_on, entry.status) == (2, None, "open")


def standing(plan: Plan) -> Plan:
    """The plan with a standing measure that has no steps."""
    first = plan[0].measures[-1]
    kind = replace(first.kind, value="standing")
    lasting = replace(first, kind=kind, deadline=None)
    for step in steps(plan, len(plan[0].measures)):
        plan = without(plan, step)
    ledger = replace(plan[0], measures=(*plan[0].measures[:-1], lasting))
    return ledger, plan[1], plan[2]


def test_a_check_whose_quarter_is_past_lapses_and_is_not_called_cancelled():
    ledger, schedule, state = standing(langang("en"))
    _, first = made((ledger, schedule, state))
    checks = sorted(entry.date for entry in first.entries if entry.kind == "check")
    assert len(checks) == 4
    on = (dt.date.fromisoformat(checks[0]) + dt.timedelta(1)).isoformat()
    moved = replace(schedule, today=on)
    _, second = made((ledger, moved, replace(state, as_of=on)), first)
    kept = [entry for entry in second.entries if entry.kind == "check"]
    assert len(kept) == 5
    assert {entry.status for entry in kept} == {"proposed"}


def test_the_register_of_another_plan_or_language_is_refused_in_a_sentence():
    plan = langang("en")
    with pytest.raises(OtherRegister, match=r"plan other in en, not of langang-2027 in en\. Hand in"):
        feeds(*plan, Feeds(plan="other", language="en"))
    with pytest.raises(OtherRegister, match="in zh, not of langang-2027 in en"):
        feeds(*plan, Feeds(plan=plan[0].plan.id, language="zh"))


def in_state(plan: Plan, number: int, state: str) -> Plan:
    rows = (replace(m, state=state) if m.id == measure(plan, number).id else m for m in plan[0].measures)
    return replace(plan[0], measures=tuple(rows)), plan[1], plan[2]


@pytest.mark.parametrize("state", ["cancelled", "merged", "superseded"])
def test_the_dates_of_a_measure_that_nobody_works_on_are_cancelled(state):
    plan = langang("en")
    _, first = made(plan)
    _, second = made(in_state(plan, 1, state), first)
    own = {uid(plan, step.id) for step in steps(plan, 1)}
    cancelled = {u for u, entry in entries(second).items() if entry.status == "cancelled"}
    assert own <= cancelled
    assert all(u in own or entries(second)[u].kind == "duty" for u in cancelled)


def test_a_deadline_that_was_claimed_done_is_not_overdue():
    plan = langang("en")
    for step in steps(plan, 10):
        plan = without(plan, step)
    deadline = uid(plan, measure(plan, 10).id)
    assert whole(plan)[deadline].status == "overdue"
    assert whole(in_state(plan, 10, "claimed_done"))[deadline].status == "open"


# --- meetings ---

SITTING = MeetingRecord(
    id="sitting-10",
    bodies=("Reform Commission", "Park System Group"),
    number=10,
    held_on="2027-07-02",
    starts_at="09:30",
    ends_at="11:00",
    time_zone="Asia/Shanghai",
    place="Hall 2",
    people=(Attendance(name="Gao Wenbo"),),
    items=(
        Item(id="i1", number=1, kind="hear", title="Park powers"),
        Item(id="i2", number=2, kind="study", title="Land at the quay", restricted=True),
    ),
)


def test_a_meeting_has_its_hours_and_stands_in_the_feeds_of_its_group_and_people():
    ledger, schedule, state = langang("en")
    found, _ = made((ledger, schedule, replace(state, meetings=(SITTING,))))
    for key in ("plan:langang-2027", "group:Park System Group", "person:Gao Wenbo"):
        (event,) = (e for e in found[key].events if e.kind == "meeting")
        assert event.title == "Reform Commission, Park System Group, meeting 10"
        assert (event.starts_at, event.ends_at, event.time_zone) == ("09:30", "11:00", "Asia/Shanghai")
        assert event.description == "Item 1: Park powers\nItem 2, restricted"
    assert not any(e.kind == "meeting" for e in found["unit:ADB"].events)


def test_a_meeting_without_a_time_zone_takes_the_day_and_says_its_hours():
    ledger, schedule, state = langang("zh")
    sitting = replace(SITTING, time_zone="", items=())
    plan = (ledger, schedule, replace(state, meetings=(sitting,)))
    event = whole(plan, language="zh")["sitting-10@langang-2027"]
    assert (event.starts_at, event.time_zone) == ("", "")
    assert event.description == "时间：09:30–11:00。"


def test_a_meeting_moved_by_an_hour_counts_and_one_called_off_keeps_its_hours():
    ledger, schedule, state = langang("en")
    held = (ledger, schedule, replace(state, meetings=(SITTING,)))
    _, first = made(held)
    later_on = (ledger, schedule, replace(state, meetings=(replace(SITTING, starts_at="10:00"),)))
    _, second = made(later_on, first)
    assert {entry.uid for entry in second.entries if entry.sequence} == {"sitting-10@langang-2027"}
    event = whole((ledger, schedule, state), second)["sitting-10@langang-2027"]
    assert (event.status, event.sequence, event.starts_at) == ("cancelled", 2, "10:00")
