"""The office forms T1–T8 in both languages give their measures, whichever format carries them."""

import subprocess
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from milepost.ledger.origins import Span
from milepost.reading.records import FoundMeasure
from tests.reading.columns.asked import asked, mains, reading
from tests.reading.columns.table_files import FORMATS, comma, xlsx
from tests.reading.columns.templates import TEMPLATES, Template

NAMES = [template.name for template in TEMPLATES]
UNKNOWN = ("灯号颜色", "Colour of lamp", "x")


def found_in(data: bytes, ending: str) -> tuple[object, ...]:
    """What is asked of each measure of a file."""
    return tuple(map(asked, mains(reading(data, ending))))


def named(measure: FoundMeasure) -> list[tuple[str, Span]]:
    """The units of a measure with their places."""
    helping = [(unit.name, unit.span) for unit in measure.support]
    return [(unit.name, unit.span) for unit in measure.lead] + helping


@pytest.mark.parametrize("ending", FORMATS)
@pytest.mark.parametrize("template", TEMPLATES, ids=NAMES)
def test_a_form_gives_its_measures_in_every_format(template: Template, ending: str) -> None:
    assert found_in(FORMATS[ending](template.rows), ending) == template.expected


@pytest.mark.office
@pytest.mark.parametrize("ending", ["ods", "xls"])
def test_a_form_that_libreoffice_saved_gives_the_same(ending: str, tmp_path: Path) -> None:
    for template in TEMPLATES:
        (tmp_path / f"{template.name}.xlsx").write_bytes(xlsx(template.rows))
    command = [
        "soffice",
        "--headless",
        f"-env:UserInstallation=file://{tmp_path}/profile",
        "--convert-to",
        ending,
    ]
    subprocess.run(
        [*command, "--outdir", str(tmp_path), *map(str, tmp_path.glob("*.xlsx"))],
        check=True,
        capture_output=True,
        timeout=120,
    )
    for template in TEMPLATES:
        data = (tmp_path / f"{template.name}.{ending}").read_bytes()
        assert found_in(data, ending) == template.expected, template.name


@given(st.sampled_from(TEMPLATES), st.randoms(use_true_random=False))
@settings(max_examples=60, deadline=None)
def test_the_order_of_the_columns_changes_nothing(template: Template, random: object) -> None:
    order = list(range(len(template.rows[0])))
    random.shuffle(order)  # type: ignore[attr-defined]  # hypothesis hands out a random.Random
    rows = [[row[k] if k < len(row) else "" for k in order] for row in template.rows]
    assert found_in(comma(rows), "csv") == template.expected


@given(
    st.sampled_from(TEMPLATES), st.sampled_from(UNKNOWN), st.integers(0, 15), st.sampled_from(["", "§", "7b"])
)
@settings(max_examples=60, deadline=None)
def test_a_further_column_that_nobody_knows_changes_nothing(
    template: Template, head: str, at: int, words: str
) -> None:
    at = min(at, len(template.rows[0]))
    rows = [
        [*row[:at], head if n == 0 else words, *row[at:]]
        for n, row in enumerate(
            [list(row) + [""] * (len(template.rows[0]) - len(row)) for row in template.rows]
        )
    ]
    assert found_in(comma(rows), "csv") == template.expected


@pytest.mark.parametrize("template", TEMPLATES, ids=NAMES)
def test_every_place_holds_the_words_that_were_read(template: Template) -> None:
    found = reading(xlsx(template.rows), "xlsx")
    for measure in found.measures:
        assert found.text[slice(*measure.span)].strip()
        for name, span in named(measure):
            assert found.text[slice(*span)] == name
        for due in filter(None, (measure.deadline, *measure.other_deadlines)):
            assert found.text[slice(*due.span)] == due.text


def test_a_persons_column_never_becomes_a_unit() -> None:
    people = "赵远明 钱一舟 孙立 李可 陈光 王敏 孔杰 白露 林清 Mayor Cole Dean Moss Reed Beck".split()
    for template in TEMPLATES:
        for measure in mains(reading(comma(template.rows), "csv")):
            names = " ".join(name for name, _ in named(measure))
            assert not any(person in names for person in people), template.name


def test_the_dated_parts_of_a_work_plan_are_milestones() -> None:
    for name, dates in (("T2-zh", ["2027-03-31", "2027-05-31"]), ("T2-en", ["2027-03-31", "2027-05-31"])):
        template = next(one for one in TEMPLATES if one.name == name)
        first = mains(reading(comma(template.rows), "csv"))[0]
        assert [due.date for due in first.other_deadlines if due.kind == "milestone"] == dates


def test_start_dates_are_kept_beside_the_deadline() -> None:
    for name in ("T7-zh", "T7-en"):
        template = next(one for one in TEMPLATES if one.name == name)
        first = mains(reading(comma(template.rows), "csv"))[0]
        assert [(due.kind, due.date) for due in first.other_deadlines] == [("start", "2026-04-01")]


def test_a_period_gives_its_last_day_and_its_begin() -> None:
    for name in ("T6-zh", "T6-en"):
        template = next(one for one in TEMPLATES if one.name == name)
        first = mains(reading(comma(template.rows), "csv"))[0]
        begins = [due for due in first.other_deadlines if due.kind == "start"]
        assert [(due.date, due.precision) for due in begins] == [("2027-01-31", "month")]
