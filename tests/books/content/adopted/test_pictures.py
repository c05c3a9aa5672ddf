"""The pictures as data: counts that add up, days past the baseline, on whom a promise waits, alt words."""

import msgspec
import pytest

from milepost.books.content.adopted.pictures import (
    MOST_RISKS,
    in_parts,
    load_picture,
    progress_picture,
    risk_picture,
)
from milepost.books.content.standing import Standing
from milepost.books.content.view import View
from milepost.books.inputs import Light
from tests.books.langang import langang, many

LANGUAGES = ("en", "zh")


def asked(language: str = "en", measures: int = 16) -> tuple[View, Standing]:
    ledger, schedule, state = many(measures, language) if measures > 16 else langang(language)
    view = View(ledger, schedule, language)
    return view, Standing(view, state)


@pytest.mark.parametrize("language", LANGUAGES)
def test_progress_counts_every_measure_once_by_mark(language):
    view, standing = asked(language)
    picture = progress_picture(view, standing)
    assert sum(row.total for row in picture.rows) == 16
    for row in picture.rows:
        assert sum(count.number for count in row.counts) == row.total
    counted = {count.mark: count.number for count in picture.marks}
    assert counted == {"late": 1, "behind": 1, "waiting": 4, "stale": 1, "near": 1, "on": 7, "done": 1}
    assert list(counted) == ["late", "behind", "waiting", "stale", "near", "on", "done"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_words_of_progress_hold_every_group_and_count(language):
    view, standing = asked(language)
    picture = progress_picture(view, standing)
    for row in picture.rows:
        assert row.name.text in picture.alt
        for count in row.counts:
            if count.number:
                assert count.words in picture.alt


def test_progress_of_a_group_counts_its_own_measures():
    view, standing = asked()
    group = [m for m in view.ledger.measures if m.group.value == "Park System Group"]
    picture = progress_picture(view, standing, group)
    assert [row.total for row in picture.rows] == [len(group)]


def test_the_load_is_that_of_the_strip_and_its_words_name_what_is_above_the_limit():
    view, standing = asked()
    picture = load_picture(view, standing)
    assert [row.unit.text for row in picture.rows][:2] == [
        "Wanglan Park Committee",
        "Approvals and Data Bureau",
    ]
    assert picture.alt.count("above the limit") == 1
    assert "Jun 3+2, above the limit" in picture.alt


@pytest.mark.parametrize("language", LANGUAGES)
def test_promises_at_risk_are_those_whose_forecast_lies_past_their_baseline(language):
    view, standing = asked(language)
    picture = risk_picture(view, standing)
    assert [(row.number, row.days) for row in picture.rows] == [
        ("10", 25),
        ("1", 21),
        ("3", 18),
        ("5", 15),
        ("2", 12),
    ]
    for row in picture.rows:
        assert row.title.text in picture.alt
        assert row.baseline.date < row.forecast.date


@pytest.mark.parametrize(
    ("light", "waits"),
    [
        ({"colour": "green", "exposed": 2}, "no. 3, Approvals"),
        ({"colour": "yellow", "reason": "Y7", "blocked_by": "FIN"}, "Finance"),
        ({"colour": "red", "reason": "R1"}, "its own lead"),
    ],
)
def test_a_promise_waits_on_the_measure_that_exposes_it_the_unit_that_blocks_it_or_its_own_lead(light, waits):
    ledger, schedule, state = langang("en")
    if "exposed" in light:
        light = {**light, "exposed": ledger.measures[light["exposed"]].id}
    first = ledger.measures[0].id
    others = tuple(row for row in state.lights if row.subject != first)
    view = View(ledger, schedule, "en")
    standing = Standing(view, msgspec.structs.replace(state, lights=(*others, Light(subject=first, **light))))
    assert next(row.waits for row in risk_picture(view, standing).rows if row.number == "1") == waits


def test_promises_without_room_in_the_picture_are_counted():
    view, standing = asked(measures=64)
    picture = risk_picture(view, standing)
    assert len(picture.rows) == MOST_RISKS
    assert picture.rest == f"and {20 - MOST_RISKS} more, listed in the timetable"
    assert "20 measures" in picture.note


def test_a_plan_that_keeps_its_promises_says_so():
    ledger, schedule, state = langang("en")
    view = View(ledger, schedule, "en")
    standing = Standing(view, msgspec.structs.replace(state, forecasts=()))
    measures = [
        m for m in ledger.measures if not standing.days_late(standing.baseline(m), standing.forecast(m))
    ]
    picture = risk_picture(view, standing, measures)
    assert not picture.rows
    assert picture.empty == "No forecast lies past its baseline."
    assert picture.empty in picture.alt


def test_a_picture_of_many_units_goes_on_in_a_further_one():
    view, standing = asked()
    parts = in_parts(load_picture(view, standing), 4)
    assert [len(part.rows) for part in parts] == [4, 2]
    assert [part.title for part in parts] == [
        "Load by unit and month (1 of 2)",
        "Load by unit and month (2 of 2)",
    ]
