"""The project file as XML: well-formed, in the schema's order, whole, the same twice."""

import datetime as dt
import re
import xml.etree.ElementTree as ET

import pytest
from msgspec.structs import replace

from milepost.books.content.records.project import Project
from milepost.books.writers.mspdi import write_mspdi
from milepost.books.writers.mspdi.tasks import NAME_LENGTH
from tests.books.project_plans import adopted, projects
from tests.books.writers.mspdi.schema_order import ORDER

SPACE = "{http://schemas.microsoft.com/project}"
NAMES = ("adopted-en", "adopted-zh", "first-en", "first-zh", "linked")


def tree(project: Project) -> ET.Element:
    return ET.fromstring(write_mspdi(project))


def texts(made: ET.Element, path: str) -> list[str]:
    return [found.text or "" for found in made.iterfind("/".join(SPACE + part for part in path.split("/")))]


def sequences(element: ET.Element, parent: str = "") -> list[tuple[str, list[str]]]:
    """Every element of the schema's list with the names of its children."""
    name = element.tag.removeprefix(SPACE)
    key = name if name in ORDER else f"{parent}/{name}"
    own = [(key, [child.tag.removeprefix(SPACE) for child in element])] if key in ORDER else []
    return own + [found for child in element for found in sequences(child, name)]


@pytest.mark.parametrize("name", NAMES)
def test_elements_stand_in_the_order_of_the_schema(name):
    found = sequences(tree(projects()[name]))
    assert {"Project", "Tasks/Task", "Calendars/Calendar", "Task/ExtendedAttribute"} <= {
        key for key, _ in found
    }
    for key, children in found:
        order = ORDER[key].split()
        places = [order.index(child) for child in children]
        assert places == sorted(places), key


@pytest.mark.parametrize("name", NAMES)
def test_the_head_names_days_hours_and_that_dates_run_from_the_start(name):
    made = tree(projects()[name])
    head = {child.tag.removeprefix(SPACE): child.text for child in made}
    assert made.tag == f"{SPACE}Project"
    assert (head["ScheduleFromStart"], head["MinutesPerDay"], head["MinutesPerWeek"]) == ("1", "480", "2400")
    assert (head["DefaultStartTime"], head["DefaultFinishTime"]) == ("08:00:00", "17:00:00")
    assert head["StartDate"] == texts(made, "Tasks/Task/Start")[0]
    assert head["FinishDate"] == texts(made, "Tasks/Task/Finish")[0]


def test_the_head_carries_edition_handling_print_and_freeze():
    head = {child.tag.removeprefix(SPACE): child.text or "" for child in tree(adopted("en"))}
    facts = adopted("en").facts
    assert facts.edition_line in head["Subject"]
    assert facts.handling in head["Subject"]
    assert (head["Category"], head["Revision"]) == (facts.print_line, "2")
    assert head["CreationDate"] == head["LastSaved"] == "2027-06-15T00:00:00"
    assert head["StatusDate"] == "2027-06-15T17:00:00"


@pytest.mark.parametrize("name", NAMES)
def test_rows_are_numbered_in_order_and_every_link_leads_to_a_row(name):
    made = tree(projects()[name])
    numbers = texts(made, "Tasks/Task/UID")
    assert texts(made, "Tasks/Task/ID") == [str(n) for n in range(len(numbers))]
    assert len(set(numbers)) == len(numbers)
    assert (numbers[0], texts(made, "Tasks/Task/OutlineLevel")[0]) == ("0", "0")
    assert set(texts(made, "Tasks/Task/PredecessorLink/PredecessorUID")) <= set(numbers)


@pytest.mark.parametrize("name", NAMES)
def test_durations_are_hours_and_minutes_and_a_milestone_has_none(name):
    for task in tree(projects()[name]).iterfind(f"{SPACE}Tasks/{SPACE}Task"):
        values = {child.tag.removeprefix(SPACE): child.text or "" for child in task}
        assert re.fullmatch(r"PT\d+H\d+M0S", values["Duration"])
        if values["Summary"] == "0":
            assert (values["Milestone"] == "1") == (values["Duration"] == "PT0H0M0S")
            assert (values["Start"] == values["Finish"]) == (values["Milestone"] == "1")


def test_actual_dates_stand_at_verified_stages_alone():
    for task in tree(adopted("en")).iterfind(f"{SPACE}Tasks/{SPACE}Task"):
        values = {child.tag.removeprefix(SPACE): child.text or "" for child in task}
        verified = values["Summary"] == "0" and values["PercentComplete"] == "100"
        assert ("ActualFinish" in values) == verified
        if values["Summary"] == "0":
            assert values["PercentComplete"] in ("0", "100")
            left = "PT0H0M0S" if verified else values["Duration"]
            assert values["RemainingDuration"] == left


def test_makeup_days_have_the_hours_of_a_workday_and_days_off_none():
    made = tree(projects()["linked"])
    days = list(made.iterfind(f"{SPACE}Calendars/{SPACE}Calendar/{SPACE}Exceptions/{SPACE}Exception"))
    assert {day.findtext(f"{SPACE}DayWorking") for day in days} == {"0", "1"}
    for day in days:
        hours = [time.text for time in day.iter(f"{SPACE}FromTime")]
        assert hours == (["08:00:00", "13:00:00"] if day.findtext(f"{SPACE}DayWorking") == "1" else [])
        first, last = (
            dt.datetime.fromisoformat(day.findtext(f"{SPACE}TimePeriod/{SPACE}{end}") or "")
            for end in ("FromDate", "ToDate")
        )
        assert int(day.findtext(f"{SPACE}Occurrences") or 0) == (last.date() - first.date()).days + 1


HOSTILE = (
    "<Task>&amp;",
    "]]>",
    "=1+1",
    "x\x00y\x07z",
    "two\nlines",
    "“码头”𠮷",
    "\ud800bad",
    "\ufffe",
    "a\u202eb",
)


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_words_stay_text(text):
    project = adopted("en")
    tasks = list(project.tasks)
    tasks[3] = replace(tasks[3], name=text, notes=text, texts=(text, text, text, text))
    made = tree(replace(project, tasks=tuple(tasks)))
    shown = "".join(c for c in text if c not in "\x00\x07\ud800\ufffe\u202e")
    task = list(made.iterfind(f"{SPACE}Tasks/{SPACE}Task"))[3]
    assert len(list(made.iter(f"{SPACE}Task"))) == len(project.tasks)
    assert task.findtext(f"{SPACE}Name") == " ".join(shown.split())
    assert task.findtext(f"{SPACE}Notes") == shown


def test_a_name_longer_than_the_format_holds_stands_whole_in_the_note():
    project = adopted("zh")
    name = "推动区域协同审批事项标准统一、" * 40
    tasks = (*project.tasks[:3], replace(project.tasks[3], name=name), *project.tasks[4:])
    task = list(tree(replace(project, tasks=tasks)).iterfind(f"{SPACE}Tasks/{SPACE}Task"))[3]
    shown = task.findtext(f"{SPACE}Name") or ""
    assert (len(shown), shown[-1]) == (NAME_LENGTH, "…")
    assert (task.findtext(f"{SPACE}Notes") or "").split("\n")[0] == name


@pytest.mark.parametrize("name", NAMES)
def test_two_runs_give_the_same_bytes(name):
    data = write_mspdi(projects()[name])
    assert data == write_mspdi(projects()[name])
    assert data.startswith(b"<?xml version='1.0' encoding='UTF-8' standalone='yes'?>")
