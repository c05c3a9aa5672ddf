"""What a project file says: the outline, spans that agree with the calendar, links, baselines, numbers."""

import datetime as dt

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from milepost.books.content.adopted.project import OtherNumbers, project
from milepost.books.content.adopted.project_days import DAY_MINUTES, moment, span
from milepost.books.content.records.project import Project, ProjectLink, ProjectTask
from milepost.books.inputs import Handling, Notice, Restriction, State
from milepost.books.inputs.feeds import TaskNumbers
from milepost.books.wording.labels import label
from milepost.ledger.codec_json import decoded, encoded
from milepost.ledger.records import Ledger, Schedule
from milepost.planning import plan
from milepost.planning.calendar import work_calendar
from tests.books.bulletin_ledger import bulletin
from tests.books.langang import langang
from tests.books.project_plans import LINKS, adopted, first, linked, projects
from tests.planning.test_schedule import plans
from tests.plans import (
    TODAY,
    make_deadline,
    make_ledger,
    make_link,
    make_measure,
    make_step,
    make_step_plan,
    make_unit,
)

LANGUAGES = ("en", "zh")
EARLY = label("project.link_early", "en").partition("}")[2]
Plan = tuple[Ledger, Schedule, State]


def made(plan: Plan, known: TaskNumbers | None = None) -> tuple[Project, TaskNumbers]:
    ledger, schedule, state = plan
    return project(ledger, schedule, known or TaskNumbers(plan=ledger.plan.id), state)


def by_id(found: Project) -> dict[str, ProjectTask]:
    return {task.texts[0]: task for task in found.tasks}


def bare(ledger: Ledger, today: str = "2027-01-04") -> dict[str, ProjectTask]:
    return by_id(first(*plan(ledger, today)))


# --- the outline ---


@pytest.mark.parametrize("language", LANGUAGES)
def test_plan_groups_measures_and_stages_are_levels_nought_to_three(language):
    ledger, _, _ = langang(language)
    tasks = adopted(language).tasks
    ids = {task.level: [t.texts[0] for t in tasks if t.level == task.level] for task in tasks}
    groups = list(dict.fromkeys(m.group.value for m in ledger.measures if m.group))
    assert ids[0] == [ledger.plan.id]
    assert ids[1] == [f"group:{group}" for group in groups]
    assert sorted(ids[2]) == sorted(m.id for m in ledger.measures)
    assert sorted(ids[3]) == sorted(step.id for step in ledger.steps)


def test_outline_numbers_count_within_each_level():
    outlines = [task.outline for task in adopted("en").tasks]
    assert outlines[:5] == ["0", "1", "1.1", "1.1.1", "1.1.2"]
    assert len(set(outlines)) == len(outlines)
    assert all(task.outline.count(".") == max(task.level - 1, 0) for task in adopted("en").tasks)


def test_both_languages_have_the_same_rows_dates_links_and_baselines():
    found = [
        [(t.number, t.texts[0], t.start, t.finish, t.minutes, t.percent, t.links, t.baselines) for t in rows]
        for rows in ([task for task in adopted(language).tasks if task.level > 1] for language in LANGUAGES)
    ]
    assert found[0] == found[1]


def test_measures_without_a_group_stand_last_under_a_heading_of_their_own():
    ledger, schedule, state = langang("en")
    loose = replace(ledger.measures[0], group=None)
    plan = (replace(ledger, measures=(loose, *ledger.measures[1:])), schedule, state)
    groups = [task.name for task in made(plan)[0].tasks if task.level == 1]
    assert groups[-1] == "No group"
    assert len(groups) == 4


def test_a_measure_without_stages_is_a_moment_on_its_day():
    task = bare(make_ledger(make_measure(due="2027-06-18", kind="unsure")))["m1"]
    assert (task.level, task.start, task.finish, task.minutes) == (
        2, "2027-06-18T17:00:00", "2027-06-18T17:00:00", 0,
    )  # fmt: skip
    assert (task.fixed, task.estimated, task.deadline) == (True, False, "2027-06-18")


def test_a_measure_without_any_day_stands_on_the_first_and_says_that_none_is_set():
    task = bare(make_ledger(make_measure(kind="unsure")), "2027-01-04")["m1"]
    assert (task.start, task.minutes, task.fixed, task.estimated) == ("2027-01-04T08:00:00", 0, True, True)
    assert "No date set; the row stands on the first day of the plan" in task.notes


def test_a_measure_that_was_cancelled_has_no_row_and_keeps_its_number():
    ledger, schedule, state = langang("en")
    _, known = made((ledger, schedule, state))
    gone = replace(ledger.measures[0], state="cancelled")
    plan = (replace(ledger, measures=(gone, *ledger.measures[1:])), schedule, state)
    found, register = made(plan, known)
    assert gone.id not in by_id(found)
    assert register == known


def test_a_standing_measure_has_its_checks_as_stages():
    tasks = bare(make_ledger(make_measure(kind="standing")))
    checks = [task for task in tasks.values() if task.level == 3]
    assert len(checks) == 4
    assert all(task.minutes == 0 and "q" in task.texts[0] for task in checks)


def test_a_plan_without_measures_is_a_file_with_one_row():
    (task,) = bare(make_ledger()).values()
    assert (task.number, task.level, task.summary) == (0, 0, True)


# --- spans ---

CALENDAR_DAYS = st.dates(dt.date(2025, 12, 1), dt.date(2027, 3, 31))


@settings(deadline=None)
@given(CALENDAR_DAYS, st.integers(0, 60), st.sampled_from([None, "CN", "GB"]))
def test_length_and_dates_agree_under_the_calendar_and_stay_inside_the_days_given(day, more, region):
    calendar, last = work_calendar(region), day + dt.timedelta(more)
    held = span(day.isoformat(), last.isoformat(), calendar)
    begin, end = dt.datetime.fromisoformat(held.start), dt.datetime.fromisoformat(held.finish)
    worked = [d for n in range(more + 1) if calendar.is_working(d := day + dt.timedelta(n))]
    assert held.minutes == DAY_MINUTES * len(worked)
    if worked:
        assert (begin, end) == (
            dt.datetime.combine(worked[0], dt.time(8)),
            dt.datetime.combine(worked[-1], dt.time(17)),
        )
    else:
        assert held == moment(last.isoformat(), calendar)
        assert end.date() < day
        assert calendar.is_working(end.date())


@pytest.mark.parametrize("name", ["adopted-en", "first-zh", "linked"])
def test_a_row_reaches_from_the_first_to_the_last_of_the_rows_under_it(name):
    tasks = projects()[name].tasks
    for task in tasks:
        under = [t for t in tasks if t.outline.startswith(f"{task.outline}.") or task.level == 0 < t.level]
        if under:
            assert (task.start, task.finish) == (min(t.start for t in under), max(t.finish for t in under))


def test_an_end_on_a_day_off_is_put_on_the_workday_inside_and_the_note_says_so():
    step = make_step(
        "a", None, start="2027-01-09", due="2027-01-17", done_on="2027-01-17"
    )  # both at a weekend
    task = bare(make_step_plan(step), "2027-02-01")["a"]
    assert (task.finish, task.minutes % DAY_MINUTES) == ("2027-01-15T17:00:00", 0)
    assert "Due 17 January 2027, a day off; placed on the last working day before." in task.notes


def test_a_unit_with_days_of_its_own_has_a_calendar_of_its_own():
    units = (make_unit("here"), make_unit("there", calendar="CN"))
    steps = (make_step("a", 3, unit="here"), make_step("b", 3, measure="m2", unit="there"))
    found = first(*plan(make_step_plan(*steps, units=units, documents=()), "2026-09-28"))
    tasks = by_id(found)
    assert [calendar.number for calendar in found.calendars] == [1, 2]
    assert (tasks["a"].calendar, tasks["b"].calendar) == (None, 2)
    assert not found.calendars[0].exceptions
    assert any(day.works for day in found.calendars[1].exceptions)


def test_a_year_without_published_makeup_days_is_flagged_in_the_note_of_the_plan():
    step = make_step("a", 5, start="2035-03-05")
    tasks = bare(make_step_plan(step, region="CN"))
    assert "Make-up workdays are not published from 20" in tasks["plan"].notes
    assert "Make-up" not in bare(make_step_plan(step))["plan"].notes


# --- links ---


def test_links_keep_kind_lag_and_whose_days_count():
    tasks = by_id(first(*linked()))
    number = tasks["a"].number
    wanted = {
        "c": ProjectLink(number=number, kind="FS", lag_days=2),
        "d": ProjectLink(number=number, kind="FS", lag_days=3, elapsed=True),
        "e": ProjectLink(number=number, kind="FS", lag_days=-1),
        "j": ProjectLink(number=number, kind="FS", lag_days=5),
        "k": ProjectLink(number=number, kind="FS", lag_days=7, elapsed=True),
        "l": ProjectLink(number=number, kind="FS", lag_days=28, elapsed=True),
        "m": ProjectLink(number=number, kind="SS", lag_days=90, elapsed=True),
    }
    assert {name: tasks[name].links[0] for name in wanted} == wanted
    assert all(len(tasks[name].links) == 1 for name, *_ in LINKS)


def test_the_condition_and_a_lag_of_months_stand_in_the_note():
    tasks = by_id(first(*linked()))
    assert tasks["b"].notes.endswith("; condition: a is done for b")
    assert "; 1 month, here 28 calendar days" in tasks["l"].notes
    assert "1 quarter, here 90 calendar days" in tasks["m"].notes


def test_a_link_of_measures_runs_from_the_output_to_the_first_step():
    steps = (
        make_step("draft", order=1, stage="draft"),
        make_step("issue", order=2, stage="issue"),
        make_step("look", order=3, stage="evaluate"),
        make_step("begin", measure="m2"),
    )
    tasks = bare(make_step_plan(*steps, links=(make_link("m1", "m2"),)))
    assert [link.number for link in tasks["begin"].links] == [tasks["issue"].number]


def test_soft_and_second_links_are_told_in_the_note_alone():
    steps = (make_step("a"), make_step("b", measure="m2"))
    links = (
        make_link("a", "b"),
        make_link("a", "b", "SS", id="again"),
        make_link("a", "b", id="soft", hard=False),
    )
    task = bare(make_step_plan(*steps, links=links))["b"]
    assert len(task.links) == 1
    assert "second link of the same two rows" in task.notes
    assert "not binding" in task.notes


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_link_that_the_dates_do_not_keep_is_said_so_at_the_row_that_waits(language):
    found = adopted(language)
    said = {"en": "will move it", "zh": "会后移"}[language]
    tasks = {task.number: task for task in found.tasks}
    calendar = work_calendar(None)
    for task in found.tasks:
        for link in task.links:
            day = dt.date.fromisoformat(tasks[link.number].finish[:10]) + dt.timedelta(1)
            early = dt.date.fromisoformat(task.start[:10]) < calendar.next_working(day)
            assert early == (said in task.notes)


# --- progress, texts, baselines ---


def test_only_verified_stages_count_as_progress():
    ledger, schedule, state = langang("en")
    without = by_id(made((ledger, schedule, replace(state, evidence=())))[0])
    known = by_id(adopted("en"))
    verified = {m.id for m in ledger.measures if m.state == "verified"}
    for step in ledger.steps:
        assert known[step.id].percent == (100 if step.done_on else 0)
        assert without[step.id].percent == (100 if step.measure in verified else 0)
        if step.done_on and step.measure not in verified:
            assert "not verified" in without[step.id].notes


def test_the_progress_of_a_measure_is_that_of_its_stages_by_length_and_rounded_down():
    ledger, _, _ = langang("en")
    tasks = by_id(adopted("en"))
    for measure in ledger.measures:
        stages = [tasks[step.id] for step in ledger.steps if step.measure == measure.id]
        done, whole = (sum(t.minutes for t in some) for some in ([t for t in stages if t.percent], stages))
        assert tasks[measure.id].percent == 100 * done // whole


def test_texts_are_stable_id_clause_lead_and_light():
    ledger, _, _ = langang("en")
    found = adopted("en")
    task = by_id(found)[ledger.measures[0].id]
    assert task.texts == (ledger.measures[0].id, "Plan §2(1)", "Park Cttee", "Behind 21 d")
    assert found.captions == ("Stable id", "Source clause", "Lead unit", "Computed light")
    assert adopted("zh").captions == ("稳定编号", "来源条款", "牵头单位", "亮灯")


def test_a_first_edition_has_neither_baseline_nor_light():
    for language in LANGUAGES:
        found = first(*bulletin(language), language)
        assert not any(task.baselines or task.texts[3] or task.percent for task in found.tasks)


def ruling(number: int, new_due: str, measure: str, **more: object) -> Notice:
    return Notice(
        number=f"LRC (2027) no. {number}",
        kind="change_ruling",
        unit="WPC",
        issued_on=f"2027-02-{number:02d}",
        measures=(measure,),
        new_due=new_due,
        **more,  # type: ignore[arg-type] # fields of a notice
    )


def test_baseline_nought_is_what_was_adopted_and_each_ruling_is_a_later_one():
    ledger, schedule, state = langang("en")
    id_ = ledger.measures[0].id
    notices = (
        ruling(9, "2027-09-30", id_),
        ruling(4, "2027-08-15", id_),
        ruling(5, "2027-12-31", id_, withdrawn=True),
        ruling(6, "2027-12-31", ledger.measures[1].id),
    )
    task = by_id(made((ledger, schedule, replace(state, notices=notices)))[0])[id_]
    days = [(b.number, b.finish[:10]) for b in task.baselines]
    assert days[:3] == [(0, "2027-06-30"), (1, "2027-08-15"), (2, "2027-09-30")]
    assert "Baseline 1: LRC (2027) no. 4, 15 August 2027." in task.notes


def test_more_rulings_than_the_format_holds_are_listed_in_the_note():
    ledger, schedule, state = langang("en")
    id_ = ledger.measures[0].id
    notices = tuple(ruling(n, f"2027-07-{n:02d}", id_) for n in range(1, 14))
    task = by_id(made((ledger, schedule, replace(state, notices=notices)))[0])[id_]
    assert [b.number for b in task.baselines] == list(range(11))
    assert "Later rulings: LRC (2027) no. 11 11 July 2027, " in task.notes


def test_a_promise_moved_without_a_ruling_on_file_is_a_later_baseline_too():
    ledger, schedule, state = langang("en")
    moved = ledger.measures[0]
    current = replace(moved.deadline.value.current, date="2027-08-31")
    deadline = replace(moved.deadline, value=replace(moved.deadline.value, current=current))
    plan = (
        replace(ledger, measures=(replace(moved, deadline=deadline), *ledger.measures[1:])),
        schedule,
        state,
    )
    task = by_id(made(plan)[0])[moved.id]
    assert [b.finish[:10] for b in task.baselines] == ["2027-06-30", "2027-08-31"]
    assert task.deadline == "2027-08-31"
    assert "Baseline 1: 31 August 2027." in task.notes


# --- numbers and readers ---


def test_numbers_are_kept_and_none_is_given_twice():
    plan = langang("en")
    ledger, schedule, state = plan
    found, first_register = made(plan)
    gone = {step.id for step in ledger.steps if step.measure == ledger.measures[0].id}
    shorter = (
        replace(
            ledger,
            measures=ledger.measures[1:],
            steps=tuple(step for step in ledger.steps if step.id not in gone),
        ),
        replace(schedule, rows=tuple(row for row in schedule.rows if row.step not in gone)),
        state,
    )
    less, second = made(shorter, first_register)
    assert second == first_register
    again, third = made(plan, second)
    assert (again, third) == (found, first_register)
    numbers = {task.texts[0]: task.number for task in found.tasks}
    assert all(task.number == numbers[task.texts[0]] for task in less.tasks)
    extra = replace(ledger.steps[0], id="added")
    more, fourth = made((replace(ledger, steps=(*ledger.steps, extra)), schedule, state), second)
    assert by_id(more)["added"].number == first_register.next
    assert fourth.next == first_register.next + 1


def test_the_register_is_kept_as_json():
    _, register = made(langang("en"))
    assert decoded(encoded(register), "numbers.json", TaskNumbers, "register") == register


def test_what_a_reader_may_not_see_is_left_out_and_its_numbers_stay_taken():
    ledger, schedule, state = langang("en")
    _, known = made((ledger, schedule, state))
    hidden = ledger.measures[9]
    state = replace(
        state, restrictions=(Restriction(measure=hidden.id, units=("ADB",)),), handling=Handling(reader="FIN")
    )
    found, register = made((ledger, schedule, state), known)
    assert hidden.id not in by_id(found)
    assert not any(hidden.title.value in task.name + task.notes for task in found.tasks)
    assert register == known


def test_the_register_of_another_plan_is_refused_in_a_sentence():
    with pytest.raises(OtherNumbers, match=r"of plan other, not of langang-2027\. Hand in the one"):
        made(langang("en"), TaskNumbers(plan="other"))


def test_a_deadline_due_after_an_event_takes_its_lag_as_time_not_as_a_wait():
    later = make_measure(
        "m2", deadline=make_deadline(None, "event", text="within 60 days of the plan"), kind="build"
    )
    steps = (make_step("a"), make_step("b", measure="m2"))
    ledger = make_ledger(
        make_measure("m1", kind="build"),
        later,
        steps=steps,
        links=(make_link("a", "b", lag=60, days="calendar"),),
    )
    (link,) = bare(ledger)["b"].links
    assert link.lag_days == 0


@settings(deadline=None, max_examples=20)
@given(plans())
def test_the_rows_of_every_computed_plan_agree_with_calendar_and_links(ledger):
    found = first(*plan(ledger, TODAY, compiled=False))
    weekdays, china = work_calendar("none"), work_calendar("CN")
    level = {task.number: task.level for task in found.tasks}
    for task in found.tasks:
        calendar = china if task.calendar else weekdays
        start, finish = dt.datetime.fromisoformat(task.start), dt.datetime.fromisoformat(task.finish)
        assert start <= finish
        if not task.summary and task.minutes:
            assert task.minutes == DAY_MINUTES * calendar.count(start.date(), finish.date())
        if task.level == 3 and all(level[link.number] == 3 for link in task.links):  # what planning binds
            assert EARLY not in task.notes


def test_a_row_without_a_day_follows_its_link_and_is_not_called_early():
    ledger = make_ledger(
        make_measure("m1", kind="document"), make_measure("m2", kind="unsure"), links=(make_link("m1", "m2"),)
    )
    task = bare(ledger)["m2"]
    assert task.links
    assert task.estimated
    assert EARLY not in task.notes
