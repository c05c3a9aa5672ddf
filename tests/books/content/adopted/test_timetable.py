"""The adopted timetable: three dates apart, bars as they are, load, what is due, every step; each scope."""

from itertools import pairwise

import msgspec
import pytest

from milepost.books.content.adopted.timetable import adopted_timetables, month_view, timetables_of, whole
from milepost.books.content.adopted.year import stretches
from milepost.books.content.axis import calendar_years
from milepost.books.content.records.adopted_timetable import AdoptedTimetable, YearRow
from milepost.books.content.standing import Standing
from milepost.books.content.view import View
from milepost.books.inputs import Forecast, Light, State
from milepost.ledger.origins import typed
from milepost.ledger.records import Deadline, Ledger, Promise
from tests.books.hard_rows import hard
from tests.books.langang import FROZEN, langang, many

LANGUAGES = ("en", "zh")


def asked(language: str = "en", **changed: object) -> tuple[View, Standing]:
    """The plan of Langang, its state changed."""
    ledger, schedule, state = langang(language)
    view = View(ledger, schedule, language)
    return view, Standing(view, msgspec.structs.replace(state, **changed))


def book(language: str = "en", **changed: object) -> AdoptedTimetable:
    view, standing = asked(language, **changed)
    (only,) = timetables_of(view, standing, whole(view, standing))
    return only


def rows(timetable: AdoptedTimetable) -> dict[str, YearRow]:
    return {row.number: row for group in timetable.groups for row in group.rows}


# --- the year ---


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_measure_stands_once_under_its_group_in_plan_order(language):
    ledger, _, _ = langang(language)
    timetable = book(language)
    numbers = [int(row.number) for group in timetable.groups for row in group.rows]
    assert sorted(numbers) == list(range(1, 17))
    for group in timetable.groups:
        held = [int(row.number) for row in group.rows]
        assert held == sorted(held)
        assert {m.group.value for m in ledger.measures if m.code[2:].lstrip("0") in map(str, held)} == {
            group.name.text
        }


def test_baseline_forecast_and_done_are_three_dates():
    behind, verified, late = (rows(book())[number] for number in ("1", "6", "10"))
    assert (behind.baseline.date, behind.forecast.date, behind.done) == ("2027-06-30", "2027-07-21", None)
    assert behind.slipped
    assert verified.forecast is None
    assert (verified.baseline.date, verified.done.date) == ("2027-04-30", "2027-04-28")
    assert not verified.slipped
    assert (late.baseline.date, late.forecast.date) == ("2027-05-31", "2027-06-25")


@pytest.mark.parametrize(
    ("number", "looks"),
    [
        ("1", ["done", "done", "done", "forecast", "past"]),
        ("2", ["done", "wait", "forecast", "forecast", "forecast", "forecast", "forecast", "past"]),
        ("6", ["done", "done", "done", "done"]),
        ("10", ["done", "done", "forecast", "past", "past"]),
    ],
)
def test_a_bar_is_done_forecast_past_the_baseline_or_a_wait(number, looks):
    assert [piece.look for piece in rows(book())[number].stretches] == looks


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_pieces_of_a_bar_follow_each_other_and_end_on_the_day_expected(language):
    for row in rows(book(language)).values():
        pieces = row.stretches
        assert all(piece.start <= piece.finish for piece in pieces)
        assert all(one.finish < then.start for one, then in pairwise(pieces))
        assert pieces[-1].finish == (row.done or row.forecast).date
        assert all(p.start > row.baseline.date for p in pieces if p.look == "past")


def test_a_measure_without_steps_is_drawn_from_its_start_to_its_forecast():
    ledger, schedule, state = langang("en")
    bare = msgspec.structs.replace(ledger, steps=())
    view = View(bare, msgspec.structs.replace(schedule, rows=()), "en")
    standing = Standing(view, state)
    pieces = stretches(view, standing, bare.measures[0])
    assert [piece.look for piece in pieces] == ["forecast", "past"]
    assert (pieces[0].start, pieces[-1].finish) == ("2027-01-20", "2027-07-21")


def test_a_light_set_by_hand_carries_a_dagger_and_the_computed_one_beside_it():
    view, _ = asked()
    measure = view.ledger.measures[3]
    light = Light(subject=measure.id, colour="green", hand_set="yellow", hand_reason="site flooded")
    others = tuple(row for row in langang("en")[2].lights if row.subject != measure.id)
    state = rows(book(lights=(*others, light)))["4"].state
    assert (state.mark, state.words) == ("behind", "Behind†")
    assert "On track" in state.note
    assert "site flooded" in state.note


def test_rows_changed_since_the_last_edition_say_so():
    changed = {number for number, row in rows(book()).items() if row.changed}
    ledger, _, state = langang("en")
    subjects = {change.subject for change in state.changes}
    assert changed == {m.code[2:].lstrip("0") for m in ledger.measures if m.id in subjects}


# --- the axis ---


@pytest.mark.parametrize(
    ("day", "heading", "columns"),
    [
        ("2027-12-31", "16 measures, month by month", 12),
        ("2028-06-30", "16 measures, quarter by quarter", 8),
        ("2030-06-30", "16 measures, year by year", 4),
    ],
)
def test_months_that_would_be_too_narrow_switch_to_quarters_then_years(day, heading, columns):
    ledger, _, state = langang("en")
    last = ledger.measures[-1].id
    moved = (*(f for f in state.forecasts if f.subject != last), Forecast(subject=last, date=day))
    timetable = book(forecasts=moved)
    assert (timetable.heading, len(timetable.months)) == (heading, columns)
    assert timetable.months[0].first == "2027-01-01"
    assert timetable.months[-1].last >= day


def test_an_axis_of_years_begins_and_ends_with_a_year():
    months = calendar_years(["2026-11-05"], FROZEN, 24, "en")
    assert (months[0].first, months[-1].last, len(months)) == ("2026-01-01", "2027-12-31", 24)


def test_a_bar_is_cut_at_the_axis_but_its_date_is_not():
    far = Promise(date="2045-06-30")
    ledger, schedule, state = langang("en")
    deadline = typed(Deadline(text="by 2045", kind="fixed", date=far.date, original=far, current=far))
    first = msgspec.structs.replace(ledger.measures[0], deadline=deadline)
    changed = msgspec.structs.replace(ledger, measures=(first, *ledger.measures[1:]))
    view = View(changed, schedule, "en")
    standing = Standing(view, state)
    (timetable,) = timetables_of(view, standing, whole(view, standing))
    row = rows(timetable)["1"]
    assert row.lozenge is None
    assert row.baseline.text == "30\u00a0Jun\u00a02045"
    assert timetable.months[-1].last < far.date


# --- load ---


def test_the_load_counts_stages_led_and_duties_joined_and_frames_what_is_above_the_limit():
    strip = {row.unit.text: row for row in book().load.rows}
    data = strip["Approvals and Data Bureau"]
    june = data.cells[5]
    assert (june.led, june.joined, june.over) == (3, 2, True)
    assert [cell.over for cell in data.cells].count(True) == 1
    assert data.total == "year 19 + 6, peak 5"
    assert strip["Wanglan Park Committee"].cells[5].over is False


def test_every_stage_is_counted_once_for_its_lead():
    ledger, _, _ = langang("en")
    assert sum(cell.led for row in book().load.rows for cell in row.cells) == len(ledger.steps)


def test_each_unit_says_its_limit_where_limits_differ():
    timetable = book(limits={"ADB": 3, "FIN": 5})
    said = {row.unit.text: row.total for row in timetable.load.rows}
    assert said["Approvals and Data Bureau"].endswith("limit 3")
    assert said["Finance Bureau"].endswith("limit 5")
    assert "limit" not in said["Industry Bureau"]


# --- late and due ---


@pytest.mark.parametrize("language", LANGUAGES)
def test_late_stages_come_first_then_the_next_to_fall_due(language):
    lines = book(language).due.rows
    assert [line.number for line in lines if line.days < 0] == ["10", "10"]
    assert [line.days < 0 for line in lines] == sorted((line.days < 0 for line in lines), reverse=True)
    coming = [line.due.date for line in lines if line.days >= 0]
    assert coming == sorted(coming)
    assert coming[-1] <= "2027-08-31"


def test_a_stage_is_due_on_its_promise_and_its_forecast_stands_apart():
    issue = next(line for line in book().due.rows if line.number == "10" and line.unlocks)
    assert (issue.due.date, issue.forecast.date, issue.days) == ("2027-05-31", "2027-06-25", -15)
    assert issue.days_words == "15 late"
    assert [(u.measures, u.condition.text) for u in issue.unlocks] == [
        ("no. 9", "23 policies’ data listed"),
        ("no. 14", "40 data sets listed"),
    ]


def test_nothing_done_is_due():
    ledger, _, _ = langang("en")
    done = {step.title.value for step in ledger.steps if step.measure == ledger.measures[5].id}
    assert done
    assert not [line for line in book().due.rows if line.number == "6"]


def test_a_measure_whose_last_day_no_stage_holds_stands_as_a_whole():
    ledger, schedule, state = langang("en")
    bare = msgspec.structs.replace(ledger, steps=())
    view = View(bare, msgspec.structs.replace(schedule, rows=()), "en")
    standing = Standing(view, state)
    lines = month_view(view, standing).due.rows
    assert ("10", "the whole measure", -15) in [(row.number, row.stage.text, row.days) for row in lines]


# --- annex ---


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_annex_holds_every_step_with_its_dates_and_evidence(language):
    ledger, _, state = langang(language)
    lines = book(language).annex.rows
    assert len(lines) == len(ledger.steps)
    done = [line for line in lines if line.done]
    assert len(done) == sum(step.done_on is not None for step in ledger.steps)
    assert all(line.forecast is None for line in done)
    evidence = {piece.kind for piece in state.evidence}
    assert all(any(kind in cell.text for kind in evidence) for line in done for cell in line.evidence)
    assert sum(len(line.evidence) for line in lines) == len(state.evidence)


# --- scopes and volumes ---


def test_there_is_a_timetable_for_the_whole_each_group_each_unit_and_the_months_ahead():
    view, standing = asked()
    made = adopted_timetables(view, standing)
    scopes = [timetable.scope for timetable in made]
    assert scopes == ["whole", *["group"] * 3, *["unit"] * 6, "month"]
    assert len({timetable.code for timetable in made}) == len(made)
    month = made[-1]
    assert not month.groups
    assert month.due.rows == made[0].due.rows


def test_a_unit_sees_what_it_leads_and_what_it_joins_and_its_own_load():
    view, standing = asked()
    made = {timetable.code: timetable for timetable in adopted_timetables(view, standing)}
    ledger, _, _ = langang("en")
    own = {a.measure for a in ledger.assignments if a.unit.value == "ADB"}
    shown = {row.id for row in rows(made["ADB"]).values()}
    assert shown == own
    assert [row.unit.text for row in made["ADB"].load.rows] == ["Approvals and Data Bureau"]


def test_a_large_plan_is_split_into_volumes_that_lose_no_row_and_say_what_they_hold():
    ledger, schedule, state = many(600, "en")
    view = View(ledger, schedule, "en")
    standing = Standing(view, state)
    volumes = timetables_of(view, standing, whole(view, standing))
    assert len(volumes) > 1
    held = [row.id for volume in volumes for row in rows(volume).values()]
    assert sorted(held) == sorted(measure.id for measure in ledger.measures)
    assert all(len(volume.annex.rows) <= 2_000 for volume in volumes)
    steps = sum(len(volume.annex.rows) for volume in volumes)
    assert (
        volumes[0].volume
        == f"rows 1 to {len(volumes[0].annex.rows):,} of {steps:,}, volume 1 of {len(volumes)}"
    )
    assert [volume.load is not None for volume in volumes] == [True, *[False] * (len(volumes) - 1)]


def test_english_and_chinese_hold_the_same_numbers_dates_and_marks():
    one, other = book("en"), book("zh")
    for first, second in zip(rows(one).values(), rows(other).values(), strict=True):
        assert first.number == second.number
        assert (first.baseline.date, first.slipped) == (second.baseline.date, second.slipped)
        assert first.state.mark == second.state.mark
        assert first.stretches == second.stretches


def test_an_empty_plan_has_an_empty_timetable():
    ledger, schedule, _ = langang("en")
    bare: Ledger = msgspec.structs.replace(ledger, measures=(), steps=(), assignments=(), links=())
    view = View(bare, msgspec.structs.replace(schedule, rows=(), promises=()), "en")
    standing = Standing(view, State(as_of=FROZEN))
    (timetable,) = timetables_of(view, standing, whole(view, standing))
    assert not timetable.groups
    assert timetable.load is None
    assert timetable.due.count == "Nothing is late or due in these months."


def test_a_claim_that_nobody_verified_has_its_own_sign_in_the_legend():
    ledger, schedule, state = langang("en")
    claimed = msgspec.structs.replace(ledger.measures[2], state="claimed_done")
    changed = msgspec.structs.replace(ledger, measures=(*ledger.measures[:2], claimed, *ledger.measures[3:]))
    view = View(changed, schedule, "en")
    standing = Standing(view, state)
    (timetable,) = timetables_of(view, standing, whole(view, standing))
    assert rows(timetable)["3"].state.mark == "claimed"
    assert rows(timetable)["3"].done is None
    assert "mark.claimed" in [sign.key for sign in timetable.legend]


def test_a_standing_measure_is_drawn_by_its_checks_alone():
    ledger, schedule, state = langang("en")
    standing_one = msgspec.structs.replace(ledger.measures[7], kind=typed("standing"), deadline=None)
    steps = tuple(step for step in ledger.steps if step.measure != standing_one.id)
    measures = (*ledger.measures[:7], standing_one, *ledger.measures[8:])
    view = View(msgspec.structs.replace(ledger, measures=measures, steps=steps), schedule, "en")
    keeper = Standing(view, state)
    (timetable,) = timetables_of(view, keeper, whole(view, keeper))
    row = rows(timetable)["8"]
    assert len(row.checks) >= 2
    assert row.stretches == ()
    assert row.baseline.label == "no date set"
    assert "check" in [sign.key for sign in timetable.legend]


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_title_too_long_for_its_row_stands_once_whole_in_the_annex(language):
    ledger, schedule, state = hard(language)
    view = View(ledger, schedule, language)
    standing = Standing(view, state)
    (timetable,) = timetables_of(view, standing, whole(view, standing))
    wordy = max(ledger.measures, key=lambda measure: len(measure.title.value))
    assert [long.text.text for long in timetable.texts] == [wordy.title.value]
    row = next(row for row in rows(timetable).values() if row.id == wordy.id)
    assert "1" in row.title.text
    assert len(row.title.text) < 60
    assert wordy.title.value in row.alt


def test_every_filled_cell_has_an_origin_and_every_empty_one_says_who_fills_it():
    for timetable in adopted_timetables(*asked()):
        for row in rows(timetable).values():
            for cell in (row.title, row.lead, row.baseline, row.forecast, row.done):
                assert cell is None or bool(cell.origin) != bool(cell.fill)
