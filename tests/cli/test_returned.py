"""`milepost plan --returned`: answers of units go into the next edition, and what was not used is said."""

from pathlib import Path

import pytest
from typer.testing import CliRunner

from milepost.cli import app
from milepost.cli.faults import Stop
from milepost.ledger.codec_json import ledger_from_json
from milepost.ledger.origins import typed
from milepost.ledger.records import Ledger
from tests.ledger.returned_books import filled_in

EXAMPLES = Path(__file__).parents[2] / "examples" / "en"


def ledger_in(folder: Path) -> Ledger:
    path = folder / "ledger.json"
    return ledger_from_json(path.read_bytes(), path.name)


@pytest.fixture(scope="module")
def asked(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An edition whose books were sent out."""
    out = tmp_path_factory.mktemp("edition") / "asked"
    words = ["build", str(EXAMPLES / "bulletin.txt"), "--today", "2027-06-10", "--out", str(out)]
    run = CliRunner().invoke(app, words)
    assert run.exit_code == 0, run.output
    return out


def test_answers_of_two_books_stand_in_the_next_edition(asked: Path, tmp_path: Path):
    first = asked / "taskbooks" / "not-yet-assigned.docx"
    free = next(
        m.id
        for m in ledger_in(asked).measures
        if m.id not in {a.measure for a in ledger_in(asked).assignments if a.role.value == "lead"}
    )
    one, two = tmp_path / "one.docx", tmp_path / "two.docx"
    one.write_bytes(filled_in(first.read_bytes(), {f"{free}.leader": "Ana"}, (f"{free}.checked",)))
    two.write_bytes(filled_in(first.read_bytes(), {f"{free}.leader": "Bo", f"{free}.lead": "Moon Office"}))
    out = tmp_path / "answered"
    books = ["--returned", str(one), "--returned", str(two)]
    words = ["plan", str(asked / "ledger.xlsx"), *books, "--today", "2027-06-24", "--out", str(out)]
    run = CliRunner().invoke(app, words)
    assert run.exit_code == 0, run.output
    measure = next(m for m in ledger_in(out).measures if m.id == free)
    assert (measure.leader, measure.checked) == (typed("Ana"), True)
    assert "one.docx: 2 answers read." in run.output
    assert f'two.docx, {measure.code}, leader: "Ana" was typed in the ledger and stays' in run.output
    assert 'not taken in: lead "Moon Office"' in run.output


@pytest.mark.parametrize(
    ("name", "words"), [("letter.docx", "is no readable Word file"), ("gone.docx", "no such file")]
)
def test_a_file_that_is_no_book_stops_before_anything_is_written(asked: Path, tmp_path: Path, name, words):
    (tmp_path / "letter.docx").write_bytes(b"Dear Office")
    out = tmp_path / "answered"
    call = ["plan", str(asked / "ledger.xlsx"), "--returned", str(tmp_path / name), "--out", str(out)]
    run = CliRunner().invoke(app, call)
    assert isinstance(run.exception, Stop)
    assert words in run.exception.faults[0]
    assert not out.exists()
