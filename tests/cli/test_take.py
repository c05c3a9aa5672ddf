"""`milepost take`: forms and reports that came back, row by row, and never stored unseen."""

import json
import shutil
from pathlib import Path

import openpyxl
import pytest

from milepost.books.content.forms import office_form, report_form
from milepost.books.content.standing import Standing
from milepost.books.content.view import View
from milepost.books.writers.forms_xlsx import write_form
from tests.books.langang import langang
from tests.books.langang_office import office_state
from tests.cli.conftest import Run

EXAMPLE = Path(__file__).parents[2] / "examples" / "langang" / "en"


@pytest.fixture
def city(tmp_path: Path) -> Path:
    """The example city's files, form T3 and the report form of the data bureau."""
    shutil.copytree(EXAMPLE, tmp_path / "city")
    ledger, schedule, _ = langang("en")
    view = View(ledger, schedule, "en")
    standing = Standing(view, office_state("en"))
    (tmp_path / "T3.xlsx").write_bytes(write_form(office_form(view, standing, "T3")))
    (tmp_path / "report.xlsx").write_bytes(write_form(report_form(view, standing, "ADB")))
    return tmp_path


def take(milepost: Run, form: str, *more: object) -> "object":
    """Run the command on the example city."""
    return milepost("take", form, "--ledger", "city/ledger.json", "--state", "city/state.json", *more)


def written(path: Path, head: str, row: int, value: object) -> None:
    """Write into a cell of a form, found by its head."""
    book = openpyxl.load_workbook(path)
    sheet = book.worksheets[0]
    heads = [cell.value for cell in sheet[1]]
    sheet.cell(row, heads.index(head) + 1, value)
    book.save(path)


def test_an_untouched_form_changes_nothing(milepost: Run, city: Path) -> None:
    for form in ("T3.xlsx", "report.xlsx"):
        run = take(milepost, form)
        assert run.returncode == 0, run.stderr
        assert run.stdout.startswith("0 added, 0 changed,")


def test_a_changed_cell_is_shown_and_stored_only_when_asked(milepost: Run, city: Path) -> None:
    written(city / "T3.xlsx", "Lead leader", 3, "Ren Yu")
    run = take(milepost, "T3.xlsx")
    assert "row 3: changed" in run.stdout
    assert "Lead leader: Gao Wenbo → Ren Yu" in run.stdout
    before = (city / "city" / "ledger.json").read_bytes()
    assert take(milepost, "T3.xlsx", "--write", "taken").returncode == 0
    assert (city / "city" / "ledger.json").read_bytes() == before
    ledger = json.loads((city / "taken" / "ledger.json").read_text())
    leaders = [m["leader"]["value"] for m in ledger["measures"] if m["leader"]]
    assert leaders.count("Ren Yu") == 1
    again = milepost("take", "T3.xlsx", "--ledger", "taken/ledger.json", "--state", "taken/state.json")
    assert again.stdout.startswith("0 added, 0 changed,")


def test_a_report_is_read_row_by_row_and_a_second_run_changes_nothing(milepost: Run, city: Path) -> None:
    book = openpyxl.load_workbook(city / "report.xlsx")
    sheet = book.worksheets[0]
    heads = [str(cell.value) for cell in sheet[1]]
    progress, percent = heads.index("Done this period") + 1, heads.index("Self-report, %") + 1
    sheet.cell(2, progress, "Thirty files traced")
    sheet.cell(3, percent, "a lot")
    book.save(city / "report.xlsx")
    run = take(milepost, "report.xlsx", "--write", "taken", "--on", "2027-06-16")
    assert run.returncode == 3  # one row can't be used
    assert "row 3: rejected" in run.stdout
    assert "a lot" in run.stdout
    state = (city / "taken" / "state.json").read_text()
    assert "Thirty files traced" in state
    again = milepost(
        "take",
        "report.xlsx",
        "--ledger",
        "taken/ledger.json",
        "--state",
        "taken/state.json",
        "--on",
        "2027-06-16",
    )
    assert "changed," in again.stdout
    assert "0 added, 0 changed" in again.stdout


@pytest.mark.parametrize(
    ("name", "data", "told"),
    [
        ("x.xlsx", b"PK\x03\x04 broken", "x.xlsx"),
        ("x.csv", b"a,b\n1,2\n", "x.csv: no sheet has the heads of a form"),
        ("x.csv", b"", "x.csv: the file is empty."),
    ],
)
def test_what_is_no_form_is_refused_in_a_sentence(
    milepost: Run, city: Path, name: str, data: bytes, told: str
) -> None:
    (city / name).write_bytes(data)
    run = take(milepost, name)
    assert run.returncode == 2
    assert told in run.stderr
    assert "Traceback" not in run.stderr


def test_a_folder_with_a_ledger_is_never_written_over(milepost: Run, city: Path) -> None:
    run = take(milepost, "T3.xlsx", "--write", "city")
    assert run.returncode == 2
    assert "holds ledger.json and state.json already" in run.stderr


def test_an_adopted_date_changes_by_a_ruling_alone(milepost: Run, city: Path) -> None:
    book = openpyxl.load_workbook(city / "T3.xlsx")
    heads = [cell.value for cell in book.worksheets[0][1]]
    book.worksheets[0].cell(4, heads.index("Deadline") + 1, "2027-12-31")
    book.worksheets[0].cell(4, heads.index("Lead unit") + 1, "Nobody Bureau")
    book.save(city / "T3.xlsx")
    run = take(milepost, "T3.xlsx", "--write", "taken")
    assert run.stdout.startswith("0 added, 0 changed,")
    assert "changes by a ruling alone" in run.stderr
    assert "Nobody Bureau" not in (city / "taken" / "ledger.json").read_text()
    run = take(milepost, "T3.xlsx", "--ruling", "LRC Ruling (2027) no. 12", "--write", "ruled")
    assert "row 4: changed" in run.stdout
    state = json.loads((city / "ruled" / "state.json").read_text())
    assert [one["by"] for one in state["changes"]].count("LRC Ruling (2027) no. 12") == 2
