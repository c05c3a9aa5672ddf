"""A unit's progress report: what it fills comes back as its own words, row by row, and twice is once."""

import datetime as dt

import pytest

from milepost.books.content.forms import report_form
from milepost.books.forms_in import read_form, read_report
from milepost.books.inputs import Evidence, Forecast
from tests.books.forms.plans import reported, sheet_of, standing_of, workbook
from tests.books.langang import langang

LANGUAGES = ("en", "zh")
ON = "2027-06-20"


def filled(language, **cells):
    """The report of a unit with cells of one row filled by field, as a workbook without the hidden sheet."""
    view, standing = standing_of(*langang(language))
    form = report_form(view, standing, "ADB")
    rows = sheet_of(reported(langang(language), "ADB"))
    places = {column.field.key: at for at, column in enumerate(form.columns)}
    for key, value in cells.items():
        rows[1][places[key]] = value
    return workbook(rows)


def read(language, data, state=None):
    """What a filled form reports."""
    ledger, schedule, now = langang(language)
    view, standing = standing_of(ledger, schedule, state or now)
    return read_report(view, standing, "ADB", read_form(data, "report.xlsx", ("R1",)), ON)


FILLED = {
    "done": "=1+1 of two lists drawn up",
    "percent_self": "４０",
    "obstacles": "no room",
    "needs": "a room",
    "next_step": "move in",
    "forecast": "2027年9月1日",
    "evidence": "minutes",
    "evidence_date": dt.date(2027, 6, 1),
}


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_form_has_a_row_for_each_measure_led_and_each_duty(language):
    view, standing = standing_of(*langang(language))
    led, joined, _ = view.books_of["ADB"]
    form = report_form(view, standing, "ADB")
    assert len(form.rows) == len(led) + len(joined)
    assert {row.id for row in form.rows} >= {measure.id for measure in led}
    assert form.unit == "ADB"


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_untouched_form_changes_nothing(language):
    said = read(language, filled(language))
    assert {row.fate for row in said.rows} == {"same"}
    assert said.state == langang(language)[2]
    assert not said.missing


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_a_unit_fills_becomes_its_report_forecast_and_evidence(language):
    said = read(language, filled(language, **FILLED))
    assert [row.fate for row in said.rows][:2] == ["changed", "same"]
    subject = said.rows[0].id
    (report,) = [one for one in said.state.reports if one.measure == subject]
    assert (report.unit, report.on, report.done) == ("ADB", ON, FILLED["done"])
    assert (report.percent_self, report.obstacles, report.needs) == (40, "no room", "a room")
    assert report.next_step == "move in"
    assert Forecast(subject=subject, date="2027-09-01", by="reported") in said.state.forecasts
    assert (
        Evidence(subject=subject, kind="minutes", dated_on="2027-06-01", source="ADB") in said.state.evidence
    )


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_second_run_changes_nothing(language):
    data = filled(language, **FILLED)
    once = read(language, data).state
    again = read(language, data, once)
    assert {row.fate for row in again.rows} == {"same"}
    assert again.state == once


def test_a_form_made_after_the_report_shows_what_was_said():
    once = read("en", filled("en", **FILLED)).state
    ledger, schedule, _ = langang("en")
    view, standing = standing_of(ledger, schedule, once)
    cells = [cell.text for cell in report_form(view, standing, "ADB").rows[0].cells]
    assert FILLED["done"] in cells
    assert "40" in cells


FAULTS = {
    "a percentage over a hundred": ({"percent_self": 140}, "no percentage"),
    "a percentage in words": ({"percent_self": "half"}, "not a number"),
    "a day that is none": ({"forecast": "2027-02-30"}, "not a day of the calendar"),
    "a day in words": ({"forecast": "soon"}, "is not a date"),
    "evidence without its day": ({"evidence": "minutes"}, "evidence without its date"),
    "a day without evidence": ({"evidence_date": "2027-06-01"}, "without the evidence"),
    "no id": ({"id": None}, "the stable id is missing"),
    "a stranger's id": ({"id": "abcdefghij"}, "no matter of this unit"),
}


@pytest.mark.parametrize("case", FAULTS, ids=str)
def test_a_row_with_a_fault_is_rejected_alone(case):
    cells, words = FAULTS[case]
    said = read("en", filled("en", done="news", **cells))
    assert [row.fate for row in said.rows][:2] == ["rejected", "same"]
    assert "row 2" in said.faults[0]
    assert words in said.faults[0]
    assert said.state == langang("en")[2]
    assert len(said.missing) == ("id" in cells)  # a row at fault stands in the form all the same


def test_an_id_that_stands_twice_counts_once():
    view, standing = standing_of(*langang("en"))
    rows = sheet_of(reported(langang("en"), "ADB"))
    rows[2][-1] = rows[1][-1]
    table = read_form(workbook(rows), "r.xlsx", ("R1",))
    said = read_report(view, standing, "ADB", table, ON)
    assert [row.fate for row in said.rows][:2] == ["same", "rejected"]
    assert "stands in row 2 too" in said.faults[0]


def test_what_a_report_changes_is_told_cell_by_cell():
    row = read("en", filled("en", done="Thirty files traced", percent_self=0.85)).rows[0]
    assert [(one.head, one.now) for one in row.changes] == [
        ("Done this period", "Thirty files traced"),
        ("Self-report, %", "85"),
    ]


@pytest.mark.parametrize(
    ("cells", "words"),
    [
        ({"evidence": "minutes", "evidence_date": dt.date(2030, 1, 1)}, "2030-01-01 is after 2027-06-20"),
        ({"forecast": dt.date(2026, 1, 1)}, "2026-01-01 is past"),
    ],
)
def test_days_that_cannot_be_are_refused(cells, words):
    row = read("en", filled("en", **cells)).rows[0]
    assert row.fate == "rejected"
    assert words in row.faults[0]
