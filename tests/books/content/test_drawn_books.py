"""What timetable, road map, calendar and first page say of the invented bulletin."""

import itertools
import re

import msgspec
import pytest

from milepost.books.content.axis import axis, is_near
from milepost.books.content.calendar import calendar_of
from milepost.books.content.index_page import index_page
from milepost.books.content.road_map import road_map
from milepost.books.content.timetable import timetable
from milepost.ledger.origins import typed
from milepost.ledger.records import Deadline, Ledger, Link, Plan, PromiseKept, Schedule, Verified
from tests.books.bulletin_ledger import TODAY, bulletin


def unlinked(language: str) -> tuple[Ledger, Schedule]:
    ledger, schedule = bulletin(language)
    return msgspec.structs.replace(ledger, links=()), schedule


# --- axis ---


def test_the_axis_holds_every_day_and_at_least_a_year():
    months = axis(["2027-07-01"], TODAY, 14, "en")
    assert (len(months), months[0].first, months[-1].last) == (13, "2027-06-01", "2028-06-30")
    assert [m.quarter_year for m in months if m.quarter][:2] == ["Q2 2027", "Q3 2027"]


@pytest.mark.parametrize(
    ("last", "columns", "label"),
    [
        ("2028-07-15", 14, "Jun"),
        ("2029-01-01", 12, "Q2"),
        ("2037-01-01", 11, "2027"),
        ("2090-01-01", 13, "2025–29"),
    ],
)
def test_columns_widen_to_quarters_and_years_when_months_do_not_fit(last, columns, label):
    months = axis([last], TODAY, 14, "en")
    assert (len(months) <= 14, months[0].label) == (True, label)
    assert len(months) == columns or months[-1].last >= last
    assert months[0].first <= TODAY
    assert months[-1].last >= last


def test_columns_follow_each_other_without_a_gap():
    months = axis(["2031-02-03"], TODAY, 14, "zh")
    for before, after in itertools.pairwise(months):
        assert before.last < after.first <= before.last[:8] + "32" or after.first[8:] == "01"


@pytest.mark.parametrize(
    ("day", "near"),
    [
        ("2026-11-30", False),
        ("2026-12-01", True),
        ("2027-06-10", True),
        ("2030-06-30", True),
        ("2030-07-01", False),
    ],
)
def test_a_promise_is_drawn_from_half_a_year_back_to_three_years_ahead(day, near):
    assert is_near(day, TODAY) is near


# --- timetable ---


@pytest.mark.parametrize("language", ["en", "zh"])
def test_rows_stand_in_groups_and_every_measure_in_one(language):
    book = timetable(*bulletin(language))
    assert [(g.key, len(g.rows)) for g in book.groups] == [("stages", 5), ("standing", 1), ("unsure", 2)]


def test_a_promise_is_the_finish_and_the_plan_stays_beside_it_as_bars():
    row = timetable(*bulletin("en")).groups[0].rows[1]
    assert (row.promise, row.finish.date, row.finish.origin) == ("2027-06-30", "2027-06-30", "computed")
    assert all(bar.origin == "proposed" for bar in row.bars)


def test_the_load_strip_counts_every_stage_once_and_knows_no_limit():
    book = timetable(*bulletin("en"))
    assert sum(sum(row.counts) for row in book.load.rows) == len(book.steps.rows)
    assert book.load.rows[0].total == "7; limit not known"


def test_late_and_due_begins_with_the_nearest_and_ends_after_two_more_months():
    due = timetable(*bulletin("en")).due
    assert [row.days for row in due.rows] == sorted(row.days for row in due.rows)
    assert all(row.due.date < "2027-09-01" for row in due.rows)
    assert any(row.stage.text == "the whole measure" for row in due.rows)


def test_a_promise_in_the_past_is_late_and_stands_first():
    ledger, schedule = bulletin("en")
    overdue = typed(Deadline(text="by 1 June", kind="fixed", date="2027-06-01"))
    measures = (*ledger.measures[:-1], msgspec.structs.replace(ledger.measures[-1], deadline=overdue))
    due = timetable(msgspec.structs.replace(ledger, measures=measures), schedule).due
    assert (due.rows[0].days, due.rows[0].days_words, due.rows[0].number) == (-9, "9 days late", "8")


def test_a_promise_of_long_ago_stands_in_words_and_leaves_the_axis_alone():
    ledger, schedule = bulletin("en")
    old = typed(Deadline(text="by 1 June 2012", kind="fixed", date="2012-06-01"))
    measures = (*ledger.measures[:-1], msgspec.structs.replace(ledger.measures[-1], deadline=old))
    book = timetable(msgspec.structs.replace(ledger, measures=measures), schedule)
    row = next(r for g in book.groups for r in g.rows if r.number == "8")
    assert (row.promise, row.finish.date, book.months[0].first) == (None, "2012-06-01", "2027-06-01")


# --- road map ---


@pytest.mark.parametrize("language", ["en", "zh"])
def test_lanes_are_proposed_and_the_last_two_hold_what_has_no_kind_and_what_stands(language):
    lanes = road_map(*bulletin(language)).lanes
    assert [(lane.kind, len(lane.rows)) for lane in lanes] == [
        ("plan", 2),
        ("plan", 3),
        ("unsure", 2),
        ("standing", 1),
    ]
    assert all(lane.name.origin == "proposed" for lane in lanes)


def test_a_link_opens_the_start_of_a_stage_on_a_quoted_condition_and_is_critical():
    book = road_map(*bulletin("en"))
    link = book.links[0]
    assert (link.from_step, link.to_step, link.critical) == ("m4-5", "m6-1", True)
    assert (link.condition.text, link.condition.origin) == ("once the rents are published", "quoted")
    assert "4 improve the stall letting system of the fish market (study to issue)" in book.critical_words


def test_a_plan_without_links_says_so_and_has_no_critical_path():
    book = road_map(*unlinked("zh"))
    assert book.no_links == "原文未写明先后关系，不画关键路线。"
    assert (book.links, book.critical, book.critical_words) == ((), (), "")
    assert not any(bar.critical for lane in book.lanes for row in lane.rows for bar in row.stages)


def test_the_alt_text_names_every_row_link_and_the_critical_path():
    book = road_map(*bulletin("en"))
    for lane in book.lanes:
        for row in lane.rows:
            assert f"{row.code}, {row.title.text}" in book.alt_text
    assert "Link 1: 4 improve" in book.alt_text
    assert "Critical path: 4" in book.alt_text


def test_what_would_firm_the_map_up_counts_the_measures_without_a_lead():
    under = road_map(*bulletin("en")).under
    assert [u.head for u in under] == [
        "Name a lead.",
        "Accept or change the stages.",
        "Say what waits on what.",
    ]
    assert under[0].body.startswith("5 measures have none.")


def test_the_letters_of_short_bars_are_explained_for_the_stages_drawn():
    key = road_map(*bulletin("en")).stage_key
    assert key.startswith("S study · D draft · C consult")
    assert key.endswith("lanes are proposed themes")


# --- calendar ---


def test_a_date_of_the_text_is_plain_and_a_proposed_one_says_so_in_its_title():
    events = {event.uid: event for event in calendar_of(*bulletin("en")).events}
    assert events["m2@wickmouth-9"].title == "2 list their idle berths (Wards)"
    assert events["m2-1@wickmouth-9"].title.startswith("[Proposed] 2 Draft")
    assert "nobody has adopted it" in events["m2-1@wickmouth-9"].description


def test_ids_of_events_are_unique_and_do_not_hold_the_day():
    events = calendar_of(*bulletin("zh")).events
    assert len({event.uid for event in events}) == len(events) == 28 + 1 + 4
    assert not any(event.day in event.uid for event in events)


# --- first page ---


def test_the_page_counts_what_it_lists():
    page = index_page(*bulletin("en"))
    held = next(book.measures for book in page.books if book.scope == "unassigned")
    figures = {figure.label: figure.number for figure in page.figures}
    assert figures == {
        "Measures": len(page.measures.rows),
        "Units named": 6,
        "Dated": 1,
        "Planned": 5,
        "Not yet assigned": held,
        "Orientation": len(page.orientation.rows),
        "Warnings": len(page.warnings),
    }


def test_silences_of_the_text_are_warnings_with_the_measures_they_name():
    warnings = index_page(*bulletin("en")).warnings
    texts = [warning.text for warning in warnings]
    assert "M-006: several units, no lead named." in texts
    assert "1 reviewed paper: the text does not say whether it was approved." in texts
    assert "The year of the sitting, 2027, is taken from the date line." in texts
    assert next(w for w in warnings if "several units" in w.text).measures == ("M-006",)


def test_a_plan_that_misses_its_promise_says_by_how_much_and_a_promise_gone_by_is_a_warning():
    ledger, schedule = bulletin("en")
    missed = PromiseKept(measure="m2", due="2027-06-30", finish="2027-07-09", days_late=9)
    late = msgspec.structs.replace(schedule, promises=(missed,))
    page = index_page(ledger, late)
    note = page.measures.rows[1].row.dates.day_note
    assert note == "dated in the text, that day included; the plan ends 9 days after it"
    assert "M-002: the proposed steps end after the date in the text." in [w.text for w in page.warnings]
    later = msgspec.structs.replace(schedule, today="2027-07-01")
    texts = [w.text for w in index_page(ledger, later).warnings]
    assert "M-002: the date in the text has passed." in texts


def test_the_page_lists_a_file_for_every_book():
    page = index_page(*bulletin("zh"))
    assert next(book.pdf for book in page.books) == "taskbooks/not-yet-assigned.pdf"
    assert {"taskbooks/whole.pdf", "roadmap.svg", "readings/bulletin.json"} <= {f.path for f in page.files}


def test_sentences_set_aside_are_quoted_with_the_reason():
    row = index_page(*bulletin("en")).set_aside.rows[0]
    assert (row.reason, row.text.text) == (
        "reported, already done",
        "The sitting reviewed the Draft Quay Charter.",
    )


def test_an_outcome_that_the_text_does_not_state_is_said_to_be_missing():
    item = index_page(*bulletin("en")).meetings[0].agenda[0]
    assert (item.outcome.text, item.outcome.label) == ("", "outcome not stated")


def test_an_empty_ledger_still_makes_a_page_a_timetable_and_a_road_map():
    ledger = Ledger(plan=Plan(id="none", title="Nothing", language="en", frozen_on=TODAY))
    schedule = Schedule(
        plan_print="0" * 8, today=TODAY, calendar="weekdays", verified=Verified(ok=True, by="hand")
    )
    assert index_page(ledger, schedule).measures.rows == ()
    assert timetable(ledger, schedule).groups == ()
    assert road_map(ledger, schedule).lanes == ()


@pytest.mark.parametrize("language", ["en", "zh"])
def test_a_link_to_a_measure_without_stages_stands_among_the_start_conditions(language):
    ledger, schedule = bulletin(language)
    bare = next(m for m in ledger.measures if not any(s.measure == m.id for s in ledger.steps))
    stepped = next(m for m in ledger.measures if any(s.measure == m.id for s in ledger.steps))
    links = (
        *ledger.links,
        Link(id="to-bare", from_=stepped.id, to=bare.id),
        Link(id="from-bare", from_=bare.id, to=stepped.id),
    )
    drawn = road_map(msgspec.structs.replace(ledger, links=links), schedule)
    assert len(drawn.links) == len(links)
    to_bare, from_bare = drawn.links[-2:]
    assert (to_bare.to_row, to_bare.to_step, to_bare.when.origin) == (bare.id, "", "proposed")
    assert (from_bare.from_step, from_bare.critical) == ("", False)
    assert from_bare.when.text or from_bare.when.label


@pytest.mark.parametrize("language", ["en", "zh"])
def test_the_title_line_counts_each_measure_once(language):
    drawn = road_map(*bulletin(language))
    numbers = [int(n) for n in re.findall(r"\d+", drawn.title_line)]
    assert numbers[0] == sum(numbers[1:]) == drawn.row_count


def test_counts_on_the_page_agree_in_number_and_what_there_is_none_of_is_left_out():
    ledger, schedule = bulletin("en")
    one = next(m for m in ledger.measures if not any(a.measure == m.id for a in ledger.assignments))
    alone = msgspec.structs.replace(
        ledger, measures=(one,), assignments=(), steps=(), links=(), units=ledger.units
    )
    rows = msgspec.structs.replace(schedule, rows=(), promises=())
    page = index_page(alone, rows)
    assert [(f.number, f.label) for f in page.figures[:2]] == [(1, "Measure"), (0, "Units named")]
    assert page.next_steps[1].body == "1 measure names nobody."


@pytest.mark.parametrize("language", ["en", "zh"])
def test_no_step_of_the_page_is_a_head_without_a_body(language):
    ledger, schedule = bulletin(language)
    bare = msgspec.structs.replace(ledger, measures=(), assignments=(), steps=(), links=())
    steps = index_page(bare, msgspec.structs.replace(schedule, rows=(), promises=()), language).next_steps
    assert len(steps) == len(index_page(ledger, schedule, language).next_steps) - 1
    assert all(step.body for step in steps)


@pytest.mark.parametrize(("own", "sheet"), [("en", "sheet Links"), ("zh", "“先后关系”")])
def test_the_sheet_of_the_links_is_called_as_in_the_ledger_whose_language_is_its_own(own, sheet):
    said = road_map(*bulletin(own), own).under[-1].body
    assert sheet in said
