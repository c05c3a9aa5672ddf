"""`milepost read` over many files: a table, a folder that goes on where a run stopped, a summary."""

import csv
import io
import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from milepost.cli.journal import JOURNAL, Entry, Journal
from milepost.cli.summary import harmless
from milepost.reading.given import NOTHING, Given
from tests.cli.conftest import Run

SENTENCE = "The Port Office shall publish a tide table no later than 3 May 2027.\n"
COMMAND = [sys.executable, "-c", "from milepost.cli import main; main()", "read"]


@pytest.fixture
def documents(tmp_path: Path) -> Path:
    """A folder with four documents in two folders, one of them damaged, and what is no document."""
    folder = tmp_path / "documents"
    for name in ("north/plan.txt", "south/plan.txt", "south/plan.md"):
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(f"{name}\n\n{SENTENCE}")
    (folder / "broken.docx").write_bytes(b"no zip")
    (folder / "~$plan.docx").write_bytes(b"open")
    (folder / "picture.jpg").write_bytes(b"\xff\xd8")
    return folder


def summary(out: Path) -> dict[str, object]:
    """The summary of a folder of readings."""
    found: dict[str, object] = json.loads((out / "summary.json").read_text())
    return found


def test_several_files_without_a_folder_are_shown_as_a_table(milepost: Run, documents: Path) -> None:
    run = milepost("read", documents, documents / "south" / "plan.txt")
    assert run.returncode == 3
    for words in ("documents/south/plan.", "broken.docx is", "3 of 4 files read, 3 measures", "1 .jpg"):
        assert words in run.stdout, run.stdout
    assert not (documents.parent / "out").exists()


def test_a_folder_is_read_into_the_same_places_and_summed_up(milepost: Run, documents: Path) -> None:
    out = documents.parent / "out"
    run = milepost("read", documents, "--out", out)
    assert run.returncode == 3
    readings = {path.relative_to(out).as_posix() for path in out.rglob("*.json")} - {"summary.json"}
    assert readings == {"north/plan.json", "south/plan.txt.json", "south/plan.md.json"}
    assert json.loads((out / "north/plan.json").read_text())["measures"]
    told = summary(out)
    assert (told["files"], told["read"], told["failed"], told["measures"]) == (4, 3, 1, 3)
    assert told["faults"] == [{"kind": "damaged", "count": 1, "files": ["broken.docx"]}]
    assert told["passed_over"] == {".jpg": 1, "temporary": 1}
    assert "1 failed, damaged: broken.docx" in run.stderr
    rows = list(csv.DictReader(io.StringIO((out / "summary.csv").read_bytes().decode("utf-8-sig"))))
    assert [row["file"] for row in rows] == [
        "broken.docx",
        "north/plan.txt",
        "south/plan.md",
        "south/plan.txt",
    ]
    assert rows[0]["fault"].startswith("broken.docx is damaged")
    assert not list(out.rglob("*.part"))


def test_a_second_run_reads_only_what_is_new_changed_or_lost(milepost: Run, documents: Path) -> None:
    out = documents.parent / "out"
    milepost("read", documents, "--out", out)
    (documents / "new.txt").write_text(SENTENCE)
    (documents / "north/plan.txt").write_text(SENTENCE * 2)
    (out / "south/plan.md.json").unlink()
    kept = out / "south/plan.txt.json"
    before = kept.stat().st_mtime_ns
    run = milepost("read", documents, "--out", out)
    assert run.returncode == 3
    told = summary(out)
    assert (told["files"], told["read"], told["read_before"], told["failed_before"]) == (5, 4, 1, 1)
    assert kept.stat().st_mtime_ns == before
    assert (out / "south/plan.md.json").is_file()
    assert "1 of them were read before" in run.stderr
    assert "1 failed before and were not tried again; --retry tries them." in run.stderr


def test_an_empty_file_is_known_on_the_second_run(milepost: Run, documents: Path) -> None:
    (documents / "empty.txt").write_bytes(b"")
    milepost("read", documents, "--out", "out")
    journal = documents.parent / "out" / JOURNAL
    lines = journal.read_bytes().count(b"empty.txt")
    run = milepost("read", documents, "--out", "out")
    assert "2 failed before and were not tried again" in run.stderr
    assert journal.read_bytes().count(b"empty.txt") == lines


def test_retry_tries_what_failed_and_another_date_reads_all(milepost: Run, documents: Path) -> None:
    out = documents.parent / "out"
    milepost("read", documents, "--out", out)
    run = milepost("read", documents, "--out", out, "--retry")
    assert "not tried again" not in run.stderr
    assert (summary(out)["read_before"], summary(out)["failed_before"]) == (3, 0)
    milepost("read", documents, "--out", out, "--date", "2027-01-01")
    assert summary(out)["read_before"] == 0


def test_a_file_of_somebody_else_in_the_folder_stays(milepost: Run, documents: Path) -> None:
    out = documents.parent / "out"
    (out / "north").mkdir(parents=True)
    (out / "north/plan.json").write_text('{"mine": true}')
    milepost("read", documents, "--out", out)
    assert (out / "north/plan.json").read_text() == '{"mine": true}'
    assert (out / "north/plan.txt.json").is_file()


def test_a_folder_without_documents_says_what_is_in_it(milepost: Run, tmp_path: Path) -> None:
    (tmp_path / "pictures").mkdir()
    (tmp_path / "pictures/a.jpg").write_bytes(b"x")
    run = milepost("read", "pictures", "--out", "out")
    assert run.returncode == 2
    assert run.stderr == "pictures: no document in it (passed over: 1 .jpg).\n"


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no SIGINT for one process")
def test_after_an_interruption_the_same_command_goes_on(tmp_path: Path) -> None:
    documents, out = tmp_path / "documents", tmp_path / "out"
    documents.mkdir()
    for n in range(40):
        (documents / f"{n:02}.txt").write_text(f"Plan {n}\n\n" + SENTENCE * 100)
    words = [*COMMAND, str(documents), "--out", str(out), "--jobs", "1"]
    run = subprocess.Popen(words, stderr=subprocess.PIPE, text=True)
    while len(done(out)) < 3:
        time.sleep(0.02)
        assert run.poll() is None
    run.send_signal(signal.SIGINT)
    _, told = run.communicate(timeout=20)
    assert run.returncode == 130
    assert "the same command goes on from there" in told
    assert "Traceback" not in told
    first = len(done(out))
    assert 3 <= first < 40
    again = subprocess.run(words, capture_output=True, text=True, check=False)
    assert again.returncode == 0, again.stderr
    assert f"{first} of them were read before" in again.stderr
    assert len(done(out)) == 40
    assert not list(out.rglob("*.part"))


def done(out: Path) -> dict[str, Entry]:
    """What the journal of a folder says is done."""
    return Journal(out).entries


def test_a_journal_whose_last_line_was_cut_off_loses_that_line_alone(tmp_path: Path) -> None:
    one = Entry(file="one.txt", sha256="1", reader="0")
    for again in range(2):
        journal = Journal(tmp_path)
        journal.add(one if again == 0 else Entry(file="two.txt", sha256="2", reader="0"))
        journal.close()
        with (tmp_path / JOURNAL).open("ab") as file:
            file.write(b'{"file":"cut')
    assert set(done(tmp_path)) == {"one.txt", "two.txt"}


def test_an_entry_spares_reading_only_for_the_same_bytes_reader_and_date(tmp_path: Path) -> None:
    (tmp_path / "one.json").write_bytes(b"12345")
    journal = Journal(tmp_path)
    journal.add(Entry(file="one.txt", sha256="a", reader="1", reading="one.json", reading_bytes=5))
    journal.add(Entry(file="bad.txt", sha256="b", reader="1", state="failed"))
    assert journal.still_good("one.txt", "a", "1", NOTHING, retry=True)
    for other in (
        ("one.txt", "x", "1", NOTHING),
        ("one.txt", "a", "2", NOTHING),
        ("one.txt", "a", "1", Given(date="2027-01-01")),
        ("one.txt", "a", "1", Given(region="GB")),
    ):
        assert journal.still_good(*other, retry=False) is None
    assert journal.still_good("bad.txt", "b", "1", NOTHING, retry=False)
    assert journal.still_good("bad.txt", "b", "1", NOTHING, retry=True) is None
    (tmp_path / "one.json").write_bytes(b"123")
    assert journal.still_good("one.txt", "a", "1", NOTHING, retry=False) is None


@pytest.mark.parametrize("cell", ["=1+1", "+1", "-1", "@sum", "\t=1", " =1", "＝1", '"=1"', "\r1"])
def test_no_cell_of_the_summary_is_a_formula(cell: str) -> None:
    assert harmless(cell) == f"'{cell}"


@pytest.mark.parametrize("cell", ["Plan 2027", "方案", "", "a=b", "3-4"])
def test_a_harmless_cell_stays_as_it_is(cell: str) -> None:
    assert harmless(cell) == cell


@pytest.mark.parametrize("words", [["plan.txt"], ["plan.txt", "--json", "-"], ["plan.txt", "plan.md"]])
def test_a_reader_that_goes_away_ends_the_command_quietly(tmp_path: Path, words: list[str]) -> None:
    for name in ("plan.txt", "plan.md"):
        (tmp_path / name).write_text(SENTENCE * 2000)
    ours, theirs = os.pipe()
    os.close(ours)
    run = subprocess.run(
        [*COMMAND, *words], cwd=tmp_path, stdout=theirs, stderr=subprocess.PIPE, text=True, check=False
    )
    os.close(theirs)
    assert (run.returncode, run.stderr) == (141, "")


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("--seconds", "0.2"), "--seconds 0.2"),
        (("--memory", "20"), "--memory 20"),
        (("--json", "-", "plan.txt"), "--json takes one file; 2 need --out"),
    ],
)
def test_an_option_that_cannot_be_used_is_named(
    milepost: Run, tmp_path: Path, words: tuple[str, ...], told: str
) -> None:
    for name in ("plan.txt", "order.txt"):
        (tmp_path / name).write_text(SENTENCE)
    run = milepost("read", "order.txt", *words)
    assert run.returncode == 2
    assert told in run.stderr
    assert "Traceback" not in run.stderr


def test_a_file_that_needs_more_time_says_how_to_give_it(milepost: Run, tmp_path: Path) -> None:
    (tmp_path / "long.txt").write_text(SENTENCE * 60_000)
    run = milepost("read", "long.txt", "--seconds", "2")
    assert run.returncode == 2
    assert "was given up. Split it, or save its text alone as .txt. Or give it more time" in run.stderr
