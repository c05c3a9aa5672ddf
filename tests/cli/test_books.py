"""`milepost books` and `milepost catalogue`: an adopted edition from files, copies with limits, refusals."""

import json
import shutil
from pathlib import Path

import pypdfium2
import pytest

from tests.cli.conftest import Run

EXAMPLE = Path(__file__).parents[2] / "examples" / "langang" / "en"


@pytest.fixture
def city(tmp_path: Path) -> Path:
    """The example city's files in the folder where the command runs."""
    shutil.copytree(EXAMPLE, tmp_path / "city")
    return tmp_path / "city"


def pages(path: Path) -> list[str]:
    """The text of each page, white space removed."""
    return ["".join(page.get_textpage().get_text_range().split()) for page in pypdfium2.PdfDocument(path)]


def books(milepost: Run, *more: object) -> "object":
    """Run the command on the example city."""
    return milepost("books", "city/ledger.json", "--state", "city/state.json", "--out", "out", *more)


def test_an_edition_is_written_whole(milepost: Run, city: Path, tmp_path: Path) -> None:
    run = books(milepost)
    assert run.returncode == 0, run.stderr
    assert "16 measures, edition 2, frozen 2027-06-15." in run.stderr
    for name in (
        "index.html",
        "taskbooks/ADB.pdf",
        "taskbooks/ADB.docx",
        "timetables/month.pdf",
        "project.xml",
    ):
        assert (tmp_path / "out" / name).stat().st_size > 1000
    assert books(milepost).returncode == 0  # its own folder may be replaced


def test_a_copy_says_its_number_and_its_reader(milepost: Run, city: Path, tmp_path: Path) -> None:
    run = books(milepost, "--reader", "FIN", "--copy", "9")
    assert run.returncode == 0, run.stderr
    for text in pages(tmp_path / "out" / "taskbooks" / "FIN.pdf"):
        assert "copy9of12" in text
        assert "forFinanceBureau" in text
    assert not (tmp_path / "out" / "meetings").exists()


def test_a_second_edition_goes_on_from_the_first(milepost: Run, city: Path, tmp_path: Path) -> None:
    assert books(milepost).returncode == 0
    (tmp_path / "out").rename(tmp_path / "first")
    run = books(milepost, "--before", "first")
    assert run.returncode == 0, run.stderr
    first, second = ((tmp_path / name / "project.xml").read_bytes() for name in ("first", "out"))
    assert first == second


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("--reader", "XXX"), "--reader XXX: the ledger has no such unit. It has"),
        (("--archive", "--untagged"), "--archive and --untagged can't be had together; give one."),
        (("--before", "nowhere"), "nowhere: holds no registers of an edition"),
        (("--language", "xx"), "--language xx: Milepost writes en and zh."),
    ],
)
def test_what_cannot_be_done_is_said_in_a_sentence(
    milepost: Run, city: Path, tmp_path: Path, words: tuple[str, ...], told: str
) -> None:
    run = books(milepost, *words)
    assert run.returncode == 2
    assert told in run.stderr
    assert "Traceback" not in run.stderr
    assert not (tmp_path / "out").exists()


def test_a_state_of_another_plan_is_refused_by_name(milepost: Run, city: Path, tmp_path: Path) -> None:
    state = json.loads((city / "state.json").read_text())
    state["lights"].append({"subject": "stranger", "colour": "red"})
    (city / "state.json").write_text(json.dumps(state))
    run = books(milepost)
    assert run.returncode == 2
    assert 'The state names "stranger" in lights, which the ledger does not hold.' in run.stderr
    assert not (tmp_path / "out").exists()


def test_a_folder_of_other_files_is_left_alone(milepost: Run, city: Path, tmp_path: Path) -> None:
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "letter.doc").write_bytes(b"x")
    assert books(milepost).returncode == 2
    assert (tmp_path / "out" / "letter.doc").read_bytes() == b"x"


# --- a third language ---


def test_a_catalogue_is_written_and_never_over_a_translation(milepost: Run, tmp_path: Path) -> None:
    run = milepost("catalogue", "pl", "--out", "pl.po")
    assert run.returncode == 0
    text = (tmp_path / "pl.po").read_text(encoding="utf-8")
    assert '"Language: pl\\n"' in text
    assert "#. en: Overdue" in text
    assert "#. zh: 已逾期" in text
    again = milepost("catalogue", "pl", "--out", "pl.po")
    assert again.returncode == 2
    assert "this file is there" in again.stderr


def test_an_empty_catalogue_is_refused_with_what_is_missing(
    milepost: Run, city: Path, tmp_path: Path
) -> None:
    milepost("catalogue", "pl", "--out", "pl.po")
    run = books(milepost, "--language", "pl.po")
    assert run.returncode == 2
    assert 'pl.po: "light.red" is not translated (English: Overdue).' in run.stderr
    assert not (tmp_path / "out").exists()


def test_a_language_that_is_none_is_refused(milepost: Run) -> None:
    run = milepost("catalogue", "klingon")
    assert run.returncode == 2
    assert "klingon: no such language." in run.stderr
