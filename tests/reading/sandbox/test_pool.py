"""Whatever a file makes its reader do, the parent lives and says one sentence."""

import io
import os
import sys
import time
import zipfile
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from milepost.ledger.faults import BadLedger
from milepost.reading import read
from milepost.reading.sandbox import read_safely, run_safely
from milepost.reading.sandbox.faults import OwnFault, Stopped
from milepost.reading.sandbox.limits import Limits
from milepost.reading.sandbox.pool import Pool
from milepost.reading.sandbox.tasks import (
    EDITED,
    LEDGER_JSON,
    LEDGER_XLSX,
    READ,
    RETURNED,
    TABLE,
    TASKS,
    UNIT_LIST,
    Task,
)
from milepost.reading.source import Unreadable
from tests.reading.sandbox.poison import HARM

POISON = (
    sys.executable,
    "-I",
    "-c",
    "import sys; sys.path.insert(0, sys.argv.pop(1)); "
    "import runpy; runpy.run_module('tests.reading.sandbox.poison', run_name='__main__')",
    str(Path(__file__).parents[3]),
)
SMALL = Limits(memory_mb=300, cpu_seconds=1, wall_seconds=20.0, temp_mb=5, answer_mb=20)
SENTENCE = b"The Port Office shall publish a tide table no later than 3 May 2027.\n"


@pytest.fixture
def poisoned() -> Iterator[Pool]:
    """A pool with small limits whose children know harmful tasks."""
    with Pool(2, SMALL, POISON) as pool:
        yield pool


@pytest.fixture(scope="module")
def pool() -> Iterator[Pool]:
    """One real child for the tests that do no harm."""
    with Pool(1) as children:
        yield children


HARMS = (
    ("eat", "memory", "eat needs more than 300 MB of memory and was given up."),
    ("think", "computing", "think took more than 1 s of computing and was given up."),
    ("kill_itself", "died", "ended unexpectedly (SIGKILL), at two tries."),
    ("crash", "died", "ended unexpectedly (SIGSEGV), at two tries."),
    ("starve", "memory", "starve needs more than 300 MB of memory and was given up."),
    ("dig", "depth", "dig nests its parts too deeply and was given up."),
    ("flood", "answer", "flood gives more than 20 MB of readings and was given up."),
    ("fill", "temp", "fill needs more than 5 MB of temporary files and was given up."),
    ("forge", "died", "the process that tried ended unexpectedly (with a false answer), at two tries."),
)


@pytest.mark.parametrize(("harm", "cause", "words"), HARMS, ids=[row[0] for row in HARMS])
def test_a_harmful_file_gives_one_sentence_and_the_next_file_is_read(
    poisoned: Pool, harm: str, cause: str, words: str
) -> None:
    with pytest.raises(Stopped) as stopped:
        poisoned.run(HARM, b"", harm)
    assert stopped.value.cause == cause
    assert words in str(stopped.value)
    assert str(stopped.value).endswith("Split it, or save its text alone as .txt.")
    assert len(poisoned.run(READ, SENTENCE, "next.txt").measures) == 1


def test_a_file_that_only_waits_is_given_up_when_its_time_is_over() -> None:
    begun = time.monotonic()
    with Pool(1, Limits(wall_seconds=1.0), POISON) as pool, pytest.raises(Stopped) as stopped:
        pool.run(HARM, b"", "sleep")
    assert (stopped.value.cause, 1 <= time.monotonic() - begun < 4) == ("time", True)
    assert str(stopped.value).startswith("sleep took longer than 1 s and was given up.")


def test_what_a_library_prints_does_not_reach_the_parent(poisoned: Pool) -> None:
    assert poisoned.run(HARM, b"", "shout") == "calm"
    assert poisoned.run(HARM, b"", "shout") == "calm"


def test_a_process_that_died_of_something_else_gets_a_second_try(poisoned: Pool, tmp_path: Path) -> None:
    note = tmp_path / "note"
    assert poisoned.run(HARM, str(note).encode(), "once") == "second try"


def test_a_fault_of_ours_keeps_its_trace(poisoned: Pool) -> None:
    with pytest.raises(OwnFault) as fault:
        poisoned.run(HARM, b"", "stumble")
    assert fault.value.error == "KeyError: 'a fault of ours'"
    assert "in stumble" in str(fault.value)


def test_a_child_knows_nothing_of_our_environment(poisoned: Pool, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OFFICE_PASSWORD", "open sesame")
    assert set(poisoned.run(HARM, b"", "look_around").split()) <= {
        "HOME",
        "LANG",
        "LC_CTYPE",
        "PATH",
        "TMPDIR",
    }


def test_reading_loads_nothing_heavy(poisoned: Pool) -> None:
    assert poisoned.run(HARM, SENTENCE, "heavy") == ""


def test_a_task_that_is_not_in_the_list_is_refused() -> None:
    stranger = Task("os.system", HARM.run, lambda: str, TABLE)
    assert "os.system" not in TASKS
    with pytest.raises(OwnFault, match="KeyError"):
        run_safely(stranger, b"", "echo")


def test_reading_safely_is_reading() -> None:
    for name, data in (
        ("order.txt", SENTENCE),
        ("工作要点.txt", "（市港口局负责，2027年5月底前完成）".encode()),
    ):
        assert read_safely(data, name, date="2027-01-20") == read(data, name, date="2027-01-20")


def test_a_language_that_a_person_names_reaches_the_reader() -> None:
    assert read_safely(SENTENCE, "order.txt", language="zh").language == "zh"


@pytest.mark.parametrize(("data", "words"), [(b"", "is empty"), (b"no zip", "no zip archive")])
def test_a_file_that_cannot_be_read_says_the_same_as_without_a_child(data: bytes, words: str) -> None:
    with pytest.raises(Unreadable, match=words) as safely:
        read_safely(data, "b.docx")
    with pytest.raises(Unreadable) as plainly:
        read(data, "b.docx")
    assert str(safely.value) == str(plainly.value)


def test_a_bad_ledger_keeps_each_of_its_faults() -> None:
    with pytest.raises(BadLedger) as bad:
        run_safely(LEDGER_JSON, b"{}", "ledger.json")
    assert bad.value.faults
    assert all("ledger.json" in fault for fault in bad.value.faults)


def test_a_document_that_was_converted_keeps_the_print_of_its_file(pool: Pool) -> None:
    told = {"sha256": "ab" * 32, "bytes": "12"}
    source = pool.run(READ, SENTENCE, "order.txt", **told).source
    assert (source.sha256, source.bytes, source.name) == ("ab" * 32, 12, "order.txt")


@pytest.mark.parametrize("task", [LEDGER_XLSX, EDITED, UNIT_LIST, RETURNED], ids=lambda task: task.name)
def test_a_bomb_is_refused_at_every_door_before_a_library_opens_it(pool: Pool, task: Task[object]) -> None:
    bomb = io.BytesIO()
    with zipfile.ZipFile(bomb, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/worksheets/sheet1.xml", bytes(50_000_000))
        archive.writestr("word/document.xml", bytes(50_000_000))
    begun = time.monotonic()
    with pytest.raises(Unreadable, match="made to do harm"):
        pool.run(task, bomb.getvalue(), "file.xlsx")
    assert time.monotonic() - begun < 2


def test_fifty_megabytes_pass_the_pipe_in_both_directions() -> None:
    echo = Task("harm", HARM.run, lambda: str, TABLE)
    with Pool(1, Limits(answer_mb=60), POISON) as pool:
        begun = time.monotonic()
        assert len(pool.run(echo, bytes(50_000_000), "flood")) == 30_000_000
        assert time.monotonic() - begun < 5


def test_a_pool_starts_no_more_children_than_it_may_and_keeps_them() -> None:
    with Pool(2) as pool, ThreadPoolExecutor(6) as threads:
        found = list(threads.map(lambda n: pool.run(READ, SENTENCE, f"{n}.txt").source.name, range(12)))
        assert found == [f"{n}.txt" for n in range(12)]
        assert 1 <= len(pool.idle) <= 2
        assert sum(worker.jobs for worker in pool.idle) == 12


def test_a_child_is_replaced_after_its_share_of_jobs() -> None:
    with Pool(1, Limits(jobs=2)) as pool:
        pool.run(READ, SENTENCE, "one.txt")
        first = pool.idle[0]
        pool.run(READ, SENTENCE, "two.txt")
        assert pool.idle == []
        assert first.process.returncode is not None


def test_nothing_is_left_when_a_pool_closes() -> None:
    with Pool(2) as pool:
        pool.run(READ, SENTENCE, "one.txt")
        worker = pool.idle[0]
        assert worker.folder.is_dir()
    assert not worker.folder.exists()
    assert worker.process.returncode is not None


def test_closing_a_pool_ends_the_file_at_work(poisoned: Pool) -> None:
    with ThreadPoolExecutor(1) as threads:
        late = threads.submit(poisoned.run, HARM, b"", "sleep")
        while not poisoned.busy:
            time.sleep(0.01)
        poisoned.close()
        with pytest.raises(Unreadable):
            late.result(timeout=5)


@pytest.mark.skipif(not hasattr(os, "fork"), reason="no fork on this system")
def test_the_parent_opens_no_pipes_that_stay() -> None:
    def doors() -> int:
        return len(os.listdir("/proc/self/fd")) if os.path.isdir("/proc/self/fd") else 0

    read_safely(SENTENCE, "one.txt")
    before = doors()
    for _ in range(3):
        read_safely(SENTENCE, "one.txt")
    assert doors() == before


def test_an_interpreter_that_cannot_be_run_is_said_and_leaves_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    pool = Pool(1, command=(str(tmp_path / "no-python"),))
    with pytest.raises(Stopped, match="can't be started") as told:
        pool.run(READ, b"x", "a.txt")
    assert told.value.cause == "start"
    assert list(tmp_path.iterdir()) == []
