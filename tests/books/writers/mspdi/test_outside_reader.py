"""The project file as mpxj reads it, and where its scheduler would put each row.

mpxj is a test tool alone (Java, LGPL): no line of the product needs it. Its scheduler follows the rules of
Microsoft Project, which itself can't be run here.
"""

import importlib.util
import shutil
import subprocess
from collections import defaultdict
from pathlib import Path

import pytest

from milepost.books.content.records.project import ProjectTask
from milepost.books.wording.labels import label
from milepost.books.writers.mspdi import write_mspdi
from tests.books.project_plans import LINKS, projects

pytestmark = pytest.mark.office
READER = Path(__file__).with_name("Reader.java")
NAMES = ("adopted-en", "adopted-zh", "first-en", "first-zh", "linked")
LINK_NAME = {"enables": "FS"}
Facts = dict[str, dict[str, list[list[str]]]]


def jars() -> Path:
    """The folder of mpxj's jars; the tests are skipped where Java or mpxj is missing."""
    if shutil.which("javac") is None:
        pytest.skip("Java (a JDK) is not installed; mpxj needs it to read the project file")
    found = importlib.util.find_spec("mpxj")
    if found is None or found.origin is None:
        pytest.skip("mpxj is not installed; it stands in requirements/dev.in")
    return Path(found.origin).with_name("lib")


@pytest.fixture(scope="module")
def read(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Facts]:
    """By file, fact and row number, what mpxj says."""
    folder, lib = tmp_path_factory.mktemp("mspdi"), jars()
    for name, project in projects().items():
        (folder / f"{name}.xml").write_bytes(write_mspdi(project))
    files = [f"{name}.xml" for name in NAMES]
    call = ["java", "-Dfile.encoding=UTF-8", "-cp", f"{lib}/*", str(READER), *files]
    done = subprocess.run(call, cwd=folder, capture_output=True, timeout=300, check=False)
    assert done.returncode == 0, done.stderr.decode()
    found: dict[str, Facts] = {name: defaultdict(lambda: defaultdict(list)) for name in NAMES}
    for line in done.stdout.decode().splitlines():
        file, fact, row, *values = line.split("\t")
        found[file.removesuffix(".xml")][fact][row].append(values)
    return found


def rows(name: str) -> dict[str, ProjectTask]:
    return {str(task.number): task for task in projects()[name].tasks}


def minute(at: str) -> str:
    """A moment as Java prints it."""
    return at.removesuffix(":00")


@pytest.mark.parametrize("name", NAMES)
def test_every_row_has_its_place_name_dates_and_length(read, name):
    facts = read[name]
    assert set(facts["dates"]) == set(rows(name))
    for number, task in rows(name).items():
        assert facts["dates"][number] == [[minute(task.start), minute(task.finish), str(task.minutes)]]
        assert facts["name"][number] == [[task.name]]
        place, level, outline, summary, milestone = facts["place"][number][0]
        assert (place, level, outline) == (str(task.place), str(task.level), task.outline)
        assert summary == str(task.summary).lower()
        assert milestone == str(not task.summary and task.minutes == 0).lower()


@pytest.mark.parametrize("name", NAMES)
def test_every_link_has_its_kind_and_lag(read, name):
    facts, wanted = read[name], {}
    for number, task in rows(name).items():
        if task.links:
            wanted[number] = sorted(
                [
                    str(link.number),
                    LINK_NAME.get(link.kind, link.kind),
                    f"{link.lag_days:.1f}{'e' * link.elapsed}d",
                ]
                for link in task.links
            )
    assert wanted or name.startswith("first")
    assert {number: sorted(links) for number, links in facts["link"].items()} == wanted


def test_all_kinds_of_links_and_lags_are_among_them(read):
    assert sum(len(links) for links in read["linked"]["link"].values()) == len(LINKS)
    assert {link[1] for links in read["linked"]["link"].values() for link in links} == {
        "FS",
        "SS",
        "FF",
        "SF",
    }


@pytest.mark.parametrize("name", NAMES)
def test_texts_baselines_progress_and_deadlines_are_found(read, name):
    facts = read[name]
    for number, task in rows(name).items():
        assert facts["texts"][number] == [list(task.texts)]
        percent, constraint, deadline = facts["state"][number][0]
        assert percent == str(task.percent)
        assert constraint == ("START_NO_EARLIER_THAN" if task.fixed else "AS_SOON_AS_POSSIBLE")
        assert deadline == (f"{task.deadline}T17:00" if task.deadline else "")
        baselines = [[str(b.number), minute(b.start), minute(b.finish)] for b in task.baselines]
        assert facts["baseline"].get(number, []) == baselines
    captions = {tuple(values) for values in facts["field"]["0"]}
    assert captions == {(f"Text{n}", head) for n, head in enumerate(projects()[name].captions, start=1)}


def test_days_off_and_makeup_days_are_found(read):
    (calendar,) = projects()["linked"].calendars
    wanted = [[day.first, day.last, str(day.works).lower()] for day in calendar.exceptions]
    assert ["2026-02-14", "2026-02-14", "true"] in wanted
    assert read["linked"]["day"] == {"1": wanted}


@pytest.mark.parametrize("name", ["first-en", "first-zh", "linked"])
def test_a_program_that_computes_dates_moves_no_row_of_a_computed_plan(read, name):
    for number, task in rows(name).items():
        assert read[name]["moved"][number] == [[minute(task.start), minute(task.finish)]], task.name


@pytest.mark.parametrize("language", ["en", "zh"])
def test_in_an_adopted_plan_it_moves_only_rows_whose_note_says_so_and_what_waits_for_them(read, language):
    name = f"adopted-{language}"
    said = label("project.link_early", language).partition("}")[2]
    known = rows(name)
    told = {number for number, task in known.items() if said in task.notes}
    stages = {number for number, task in known.items() if not task.summary}
    moved = {
        number
        for number in stages
        if read[name]["moved"][number] != [[minute(known[number].start), minute(known[number].finish)]]
    }
    waiting = {n for n, task in known.items() if {str(link.number) for link in task.links} & (moved | told)}
    assert moved
    assert moved <= told | waiting
