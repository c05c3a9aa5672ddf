"""The road map of an adopted edition as content: lanes, three dates, links, state, sentences."""

from collections.abc import Callable

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from milepost.books.content.adopted.road_map import BRIEF, adopted_road_map, brief
from milepost.books.content.records import RoadMap, RoadRow
from milepost.books.content.standing import Standing
from milepost.books.content.view import View
from milepost.books.inputs import State
from milepost.books.wording.labels import label
from milepost.ledger.origins import typed
from milepost.ledger.records import Ledger, Measure, Schedule
from tests.books.langang import FROZEN, langang, many

each_language = pytest.mark.parametrize("language", ["en", "zh"])
Change = Callable[[Ledger], Ledger]


def drawn(language: str = "en", change: Change = lambda ledger: ledger, by: str = "group") -> RoadMap:
    """The map of Langang, with a change to its ledger."""
    ledger, schedule, state = langang(language)
    return made(change(ledger), schedule, state, by)


def made(ledger: Ledger, schedule: Schedule, state: State, by: str = "group") -> RoadMap:
    """The map of a plan."""
    view = View(ledger, schedule)
    return adopted_road_map(view, Standing(view, state), "theme" if by == "theme" else "group")


def row_of(road_map: RoadMap, number: int) -> RoadRow:
    """The row with a plan number."""
    return next(row for lane in road_map.lanes for row in lane.rows if row.number == str(number))


def with_measure(number: int, **fields: object) -> Change:
    """The ledger with fields of one measure replaced."""

    def change(ledger: Ledger) -> Ledger:
        def replaced(measure: Measure) -> Measure:
            hit = measure.code == f"M-{number:03d}"
            return msgspec.structs.replace(measure, **fields) if hit else measure

        return msgspec.structs.replace(ledger, measures=tuple(replaced(m) for m in ledger.measures))

    return change


def without_links(ledger: Ledger) -> Ledger:
    """The ledger without links."""
    return msgspec.structs.replace(ledger, links=())


def standing_measure(ledger: Ledger) -> Ledger:
    """The ledger whose measure 11 stands for good, without steps."""
    ledger = with_measure(11, kind=typed("standing"))(ledger)
    gone = ledger.measures[10].id
    return msgspec.structs.replace(ledger, steps=tuple(s for s in ledger.steps if s.measure != gone))


# --- both languages ---


def test_both_languages_hold_the_same_ids_dates_and_links() -> None:
    english, chinese = drawn("en"), drawn("zh")
    for one, other in zip(english.lanes, chinese.lanes, strict=True):
        assert one.key == other.key
        for a, b in zip(one.rows, other.rows, strict=True):
            assert (a.id, a.number, a.baseline, a.verified_on) == (b.id, b.number, b.baseline, b.verified_on)
            assert (a.done_steps, a.is_key) == (b.done_steps, b.is_key)
            assert [(s.step, s.start, s.finish, s.critical) for s in a.stages] == [
                (s.step, s.start, s.finish, s.critical) for s in b.stages
            ]
            assert a.finish
            assert b.finish
            assert a.finish.date == b.finish.date
            assert a.state
            assert b.state
            assert (a.state.mark, a.state.strong, a.state.chip) == (
                b.state.mark,
                b.state.strong,
                b.state.chip,
            )
    assert [
        (link.number, link.from_step, link.to_step, link.when.date, link.critical) for link in english.links
    ] == [
        (link.number, link.from_step, link.to_step, link.when.date, link.critical) for link in chinese.links
    ]
    assert english.critical == chinese.critical


@each_language
def test_the_same_input_twice_gives_the_same_record(language: str) -> None:
    assert drawn(language) == drawn(language)


# --- lanes and rows ---


def test_lanes_are_groups_in_the_order_of_their_first_measure() -> None:
    lanes = drawn("zh").lanes
    assert [lane.name.text for lane in lanes] == [
        "园区体制改革专项小组", "营商环境改革专项小组", "人才与要素改革专项小组",
    ]  # fmt: skip
    assert [row.number for lane in lanes for row in lane.rows] == [str(n) for n in range(1, 17)]
    assert {lane.name.origin for lane in lanes} == {"typed"}


def test_lanes_may_be_themes() -> None:
    road_map = drawn("en", with_measure(7, theme=typed("Permits")), by="theme")
    assert [lane.name.text for lane in road_map.lanes] == [label("wall.no_theme", "en"), "Permits"]
    assert [row.number for row in road_map.lanes[1].rows] == ["7"]


def test_a_measure_without_a_group_stands_in_a_lane_that_says_so() -> None:
    road_map = drawn("en", with_measure(7, group=None))
    lane = next(lane for lane in road_map.lanes if lane.name.text == label("wall.no_group", "en"))
    assert [row.number for row in lane.rows] == ["7"]
    assert lane.name.origin == "computed"


@each_language
def test_standing_measures_share_one_lane_at_the_foot_with_a_check_each_quarter(language: str) -> None:
    road_map = drawn(language, standing_measure)
    foot = road_map.lanes[-1]
    assert (foot.kind, [row.number for row in foot.rows]) == ("standing", ["11"])
    assert foot.rows[0].checks == ("2027-03-31", "2027-06-30", "2027-09-30", "2027-12-31")
    assert not foot.rows[0].stages
    assert "standing" in [sign.key for sign in road_map.legend]


def test_the_lead_is_followed_by_those_who_cooperate() -> None:
    row = row_of(drawn("en"), 1)
    assert row.lead.text == "Park Cttee"
    assert row.cooperating
    assert row.cooperating.text == "Dev. & Reform, Human Res., Approvals"
    assert row.cooperating_count == "3 units"


def test_key_measures_are_known_by_their_tier_in_both_languages() -> None:
    for language in ("en", "zh"):
        assert [r.number for lane in drawn(language).lanes for r in lane.rows if r.is_key] == ["1", "3", "5"]


# --- dates and state ---


def test_baseline_forecast_and_done_stay_three_dates() -> None:
    road_map = drawn("en")
    moved, done, kept = (row_of(road_map, n) for n in (3, 6, 4))
    assert (moved.baseline, moved.stages[-1].finish) == ("2027-08-31", "2027-09-18")
    assert moved.finish
    assert moved.finish.text.replace("\u00a0", " ") == "31 Aug, forecast 18 Sep"
    assert (done.baseline, done.verified_on) == ("2027-04-30", "2027-04-28")
    assert done.finish
    assert done.finish.text.replace("\u00a0", " ") == "28 Apr verified"
    assert kept.finish
    assert kept.finish.text.replace("\u00a0", " ") == "31 Oct"
    assert kept.state
    assert not kept.state.strong


@pytest.mark.parametrize(
    ("language", "finish", "note"),
    [("en", "31 May, 15 days late", "forecast 25 Jun"), ("zh", "5月31日，逾期15天", "预测6月25日")],
)
def test_what_is_late_says_by_how_much_and_when_it_is_expected(language: str, finish: str, note: str) -> None:
    row = row_of(drawn(language), 10)
    assert row.finish
    assert row.finish.text.replace("\u00a0", " ") == finish
    assert row.finish_note.replace("\u00a0", " ") == note
    assert row.state
    assert (row.state.mark, row.state.chip) == ("late", True)


def test_a_light_set_by_hand_has_a_dagger_and_says_why_beside_the_computed_one() -> None:
    ledger, schedule, state = langang("en")
    measure = ledger.measures[3]
    lights = tuple(
        msgspec.structs.replace(light, hand_set="yellow", hand_reason="tender open")
        if light.subject == measure.id
        else light
        for light in state.lights
    )
    row = row_of(made(ledger, schedule, msgspec.structs.replace(state, lights=lights)), 4)
    assert row.state
    assert (row.state.mark, row.state.words) == ("behind", "Behind†")
    assert row.alt.endswith("Behind†; set by hand: tender open; computed: On track.")


def test_only_finished_stages_are_done() -> None:
    road_map = drawn("en")
    row = row_of(road_map, 1)
    done = [bar.stage for bar in row.stages if bar.step in row.done_steps]
    assert done == ["study", "draft", "consult"]
    assert all(bar.finish <= FROZEN for bar in row.stages if bar.step in row.done_steps)


def test_the_months_are_whole_quarters_that_hold_every_date() -> None:
    road_map = drawn("en")
    assert (road_map.months[0].first, road_map.months[-1].last) == ("2027-01-01", "2027-12-31")
    assert len(road_map.months) == 12


def test_a_measure_without_dates_says_that_it_is_not_planned() -> None:
    def bare(ledger: Ledger) -> Ledger:
        ledger = with_measure(7, deadline=None, output_form=None)(ledger)
        gone = ledger.measures[6].id
        return msgspec.structs.replace(ledger, steps=tuple(s for s in ledger.steps if s.measure != gone))

    ledger, schedule, state = langang("en")
    ledger = bare(ledger)
    held = {step.id for step in ledger.steps}
    schedule = msgspec.structs.replace(schedule, rows=tuple(r for r in schedule.rows if r.step in held))
    kept = tuple(f for f in state.forecasts if f.subject != ledger.measures[6].id)
    row = row_of(made(ledger, schedule, msgspec.structs.replace(state, forecasts=kept)), 7)
    assert (row.stages, row.baseline, row.finish, row.output) == ((), None, None, None)
    assert row.note == "Not planned"
    assert row.as_written.label


# --- links ---


def test_links_carry_their_condition_and_the_forecast_of_what_opens() -> None:
    link = drawn("en").links[3]
    assert (link.number, link.condition.text, link.brief) == (4, "powers received", "powers received")
    assert (link.when.date, link.critical) == ("2027-09-18", True)
    assert link.first.text.startswith("3 Hand over")
    assert link.then.text == "5 Idle plots leave, yield per plot published: carry out"


@each_language
def test_a_plan_without_links_says_so_and_has_no_critical_path(language: str) -> None:
    road_map = drawn(language, without_links)
    assert road_map.no_links == label("road.no_links", language)
    assert road_map.critical == ()
    assert not any(bar.critical for lane in road_map.lanes for row in lane.rows for bar in row.stages)
    assert not {"link", "critical"} & {sign.key for sign in road_map.legend}


@given(st.lists(st.text("abcdefgh", min_size=1, max_size=8), max_size=30).map(" ".join))
def test_the_drawing_prints_at_most_twelve_words_of_a_condition(condition: str) -> None:
    short = brief(condition, "en")
    assert len(short.split()) <= BRIEF
    assert short == condition or (short.endswith("…") and condition.startswith(short[:-1]))


@given(st.text("清单印发目录入库，", max_size=40))
def test_the_drawing_prints_at_most_twelve_characters_of_a_condition(condition: str) -> None:
    short = brief(condition, "zh")
    assert len(short) <= BRIEF
    assert short == condition or (short.endswith("…") and condition.startswith(short[:-1]))


def test_the_legend_explains_flags_only_where_a_link_reaches_over_more_than_ten_rows() -> None:
    near = drawn("en")
    assert "flag" not in [sign.key for sign in near.legend]
    ledger, schedule, state = many(40, "en")
    assert "flag" in [sign.key for sign in made(ledger, schedule, state).legend]


# --- sentences and origins ---


@each_language
def test_the_alt_text_tells_lanes_rows_links_and_the_critical_path(language: str) -> None:
    road_map = drawn(language)
    said = road_map.alt_text
    places = [said.index(lane.name.text) for lane in road_map.lanes]
    assert places == sorted(places)
    for lane in road_map.lanes:
        assert all(row.alt in said for row in lane.rows)
    for link in road_map.links:
        assert link.alt in said
        assert link.condition.text in link.alt
    assert said.endswith(road_map.critical_words)


@each_language
def test_a_row_in_a_sentence_says_its_dates_and_its_state(language: str) -> None:
    row = row_of(drawn(language), 3)
    dates = (
        ("31 August 2027", "18 September 2027") if language == "en" else ("2027年8月31日", "2027年9月18日")
    )
    assert all(date in row.alt for date in dates)
    assert row.state
    assert row.state.words in row.alt


@each_language
def test_every_filled_cell_has_an_origin_and_nothing_adopted_is_proposed(language: str) -> None:
    road_map = drawn(language)
    cells = [lane.name for lane in road_map.lanes]
    for lane in road_map.lanes:
        for row in lane.rows:
            cells += [row.title, row.lead, row.as_written]
            cells += [cell for cell in (row.finish, row.output, row.cooperating) if cell]
    cells += [cell for link in road_map.links for cell in (link.first, link.then, link.condition, link.when)]
    assert {cell.origin for cell in cells if cell.text} <= {"quoted", "computed", "typed"}
    assert label("mark.proposed", language) not in road_map.alt_text


def test_the_page_head_names_the_book_and_the_body() -> None:
    english, chinese = drawn("en"), drawn("zh")
    assert (english.book, english.subject) == ("Road Map 2027", "Langang Reform Commission")
    assert chinese.title == chinese.book == "2027年改革任务路线图"
    assert english.facts.handling
