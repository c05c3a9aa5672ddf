"""Bad input gives one sentence a fault, all faults, exit 2 and no folder; hard but good input is read."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from milepost.ledger.codec_json import ledger_json
from milepost.ledger.records import Deadline, Ledger, Link, Promise
from tests.cli.conftest import Run
from tests.plans import make_assignment, make_ledger, make_measure, make_unit

ROOT = Path(__file__).parent.parent.parent
SENTENCE = "The Port Office shall publish a tide table no later than 3 May 2027.\n"

KEPT = ("journal.jsonl", "summary.json", "summary.csv")
"""What a folder of readings holds besides the readings."""

BAD = {
    "empty.txt": b"",
    "binary.txt": bytes(range(256)) * 40,
    "broken.docx": b"this is no zip archive",
}


def lines(text: str) -> list[str]:
    """The sentences on stderr."""
    return [line for line in text.splitlines() if line.strip()]


@pytest.mark.parametrize("name", BAD)
@pytest.mark.parametrize("verb", ["read", "build"])
def test_a_bad_file_gives_one_sentence_and_no_folder(
    milepost: Run, tmp_path: Path, name: str, verb: str
) -> None:
    (tmp_path / name).write_bytes(BAD[name])
    run = milepost(verb, name, "--out", "books")
    assert run.returncode == 2
    assert len(lines(run.stderr)) == 1
    assert name in run.stderr
    assert "Traceback" not in run.stderr
    assert not (tmp_path / "books").exists()


def test_a_file_over_the_limit_is_refused_and_the_limit_named(milepost: Run, tmp_path: Path) -> None:
    with (tmp_path / "huge.txt").open("wb") as file:
        file.truncate(51 * 1024 * 1024)
    run = milepost("build", "huge.txt", "--out", "books")
    assert run.returncode == 2
    assert "50 MB" in run.stderr
    assert not (tmp_path / "books").exists()


def test_every_missing_file_is_named(milepost: Run) -> None:
    run = milepost("read", "one.txt", "two.txt", "--out", "readings")
    assert run.returncode == 2
    assert len(lines(run.stderr)) == 2


def test_a_missing_name_among_others_fails_alone(milepost: Run, tmp_path: Path) -> None:
    (tmp_path / "plan.txt").write_text(SENTENCE)
    run = milepost("read", "plan.txt", "gone.txt", "--out", "readings")
    assert run.returncode == 3
    assert (tmp_path / "readings" / "plan.json").is_file()
    assert "1 of 2 files read, 1 measure:" in run.stderr
    assert "gone.txt can't be opened" in run.stderr


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no /dev/full")
@pytest.mark.parametrize("words", [(), ("--json", "/dev/full"), ("--json", "-")])
def test_a_full_disk_gives_one_sentence(tmp_path: Path, words: tuple[str, ...]) -> None:
    (tmp_path / "plan.txt").write_text(SENTENCE)
    with Path("/dev/full").open("wb") as full:
        run = subprocess.run(
            [sys.executable, "-c", "from milepost.cli import main; main()", "read", "plan.txt", *words],
            cwd=tmp_path,
            stdout=full,
            stderr=subprocess.PIPE,
            text=True,
            check=False,
        )
    assert run.returncode == 2
    (sentence,) = lines(run.stderr)
    assert "can't be written (No space left on device); choose another --" in sentence


def test_some_of_many_files_failing_is_exit_3_and_the_others_are_read(milepost: Run, tmp_path: Path) -> None:
    (tmp_path / "good.txt").write_text(SENTENCE)
    (tmp_path / "empty.txt").write_bytes(b"")
    run = milepost("read", "good.txt", "empty.txt", "--out", "readings")
    assert run.returncode == 3
    assert "empty.txt" in run.stderr
    assert {p.name for p in (tmp_path / "readings").iterdir()} == {"good.json", *KEPT}


def test_files_that_share_a_stem_keep_their_extension(milepost: Run, tmp_path: Path) -> None:
    (tmp_path / "order.txt").write_text(SENTENCE)
    (tmp_path / "order.md").write_text(SENTENCE)
    assert milepost("read", "order.txt", "order.md", "--out", "r").returncode == 0
    assert {p.name for p in (tmp_path / "r").iterdir()} == {"order.txt.json", "order.md.json", *KEPT}


def faulty() -> Ledger:
    """A ledger with a cycle, a day that is none, and a unit that no sheet defines."""
    never = Promise(date="2027-02-30", precision="day")
    text = "by 30 February 2027"
    deadline = Deadline(text=text, kind="fixed", date="2027-02-30", original=never, current=never)
    one = make_measure(id="aaaaaaaaaa", code="M-001", title="publish a tide table", deadline=deadline)
    two = make_measure(id="bbbbbbbbbb", code="M-002", title="build a lock")
    return make_ledger(
        one,
        two,
        units=(make_unit(id="portoffice"),),
        assignments=(
            make_assignment(measure=one.id, unit="portoffice"),
            make_assignment(measure=two.id, unit="nobodyhere"),
        ),
        links=(
            Link(id="linkaaaaaa", from_=one.id, to=two.id),
            Link(id="linkbbbbbb", from_=two.id, to=one.id),
        ),
    )


@pytest.mark.parametrize("suffix", ["json", "xlsx"])
def test_a_faulty_ledger_is_refused_with_all_its_faults(milepost: Run, tmp_path: Path, suffix: str) -> None:
    if suffix == "json":
        (tmp_path / "ledger.json").write_bytes(ledger_json(faulty()))
    else:
        from milepost.ledger.codec_xlsx import write_xlsx

        (tmp_path / "ledger.xlsx").write_bytes(write_xlsx(faulty()))
    run = milepost("plan", f"ledger.{suffix}", "--out", "books")
    assert run.returncode == 2, run.stderr
    for told in ("2027-02-30", "nobodyhere", "M-001"):
        assert told in run.stderr
    assert "loop" in run.stderr.lower() or "cycle" in run.stderr.lower()
    assert "Traceback" not in run.stderr
    assert not (tmp_path / "books").exists()


def test_check_loads_a_faulty_ledger_and_reports(milepost: Run, tmp_path: Path) -> None:
    (tmp_path / "ledger.json").write_bytes(ledger_json(faulty()))
    run = milepost("check", "ledger.json", "--json", "-", "--today", "2027-01-20")
    assert run.returncode == 2
    said = json.loads(run.stdout)
    assert len(said["faults"]) >= 3
    assert any(finding["check"] == "cycle" for finding in said["checks"])


HARD = {
    "gb18030": "各区县政府要于2027年3月底前报送疏浚方案。\n".encode("gb18030"),
    "bom": "\ufeff".encode() + SENTENCE.encode(),
    "crlf": SENTENCE.replace("\n", "\r\n").encode() * 3,
    "utf16": SENTENCE.encode("utf-16"),
}


@pytest.mark.parametrize("form", HARD)
def test_hard_but_good_input_is_read(milepost: Run, tmp_path: Path, form: str) -> None:
    (tmp_path / "order.txt").write_bytes(HARD[form])
    run = milepost("read", "order.txt", "--json", "-", "--date", "2027-01-01")
    assert run.returncode == 0, run.stderr
    reading = json.loads(run.stdout)
    assert len(reading["measures"]) >= 1
    assert "\r" not in reading["text"]
    assert not reading["text"].startswith("\ufeff")


def test_a_day_that_is_none_stands_in_the_warnings_and_gives_no_date(milepost: Run, tmp_path: Path) -> None:
    (tmp_path / "order.txt").write_text("The Port Office shall publish a tide table by 30 February 2027.\n")
    run = milepost("read", "order.txt", "--json", "-")
    assert run.returncode == 0
    reading = json.loads(run.stdout)
    assert any("30 February" in warning for warning in reading["warnings"])
    assert all((m["deadline"] or {}).get("date") is None for m in reading["measures"])


def test_ten_megabytes_of_text_are_read(milepost: Run, tmp_path: Path) -> None:
    paragraph = "The harbour was calm, and the record of the tides went on as it had for many years. " * 12
    (tmp_path / "long.txt").write_text((paragraph + "\n") * 10_000 + SENTENCE)
    assert (tmp_path / "long.txt").stat().st_size > 10_000_000
    run = milepost("read", "long.txt", "--json", "out.json", "--seconds", "300")  # a machine may be busy
    assert run.returncode == 0, run.stderr
    reading = json.loads((tmp_path / "out.json").read_text())
    assert [m["deadline"]["date"] for m in reading["measures"]] == ["2027-05-03"]


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("--today", "2027-13-01"), "--today"),
        (("--date", "soon"), "--date"),
        (("--language", "fr"), "--language"),
        (("--region", "Atlantis"), "Atlantis"),
    ],
)
def test_an_option_that_means_nothing_is_named(
    milepost: Run, tmp_path: Path, words: tuple[str, ...], told: str
) -> None:
    (tmp_path / "order.txt").write_text(SENTENCE)
    run = milepost("build", "order.txt", "--out", "books", *words)
    assert run.returncode == 2
    assert told.lower() in run.stderr.lower()
    assert not (tmp_path / "books").exists()
