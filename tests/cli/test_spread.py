"""Books set several at once: the same bytes in the same order, few made ahead, a fault told where it belongs,
and no book begun once the command is stopped."""

import os
import shutil
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from milepost.books.adopted_edition import adopted_files
from milepost.books.edition import edition_files
from milepost.books.writers.pdf.compile import TEMPLATES, CannotTypeset, compile_pdf
from milepost.cli.spread import AHEAD, spread
from tests.books.bulletin_ledger import bulletin
from tests.books.langang import langang

EXAMPLE = Path(__file__).parents[2] / "examples" / "langang" / "en"


def test_files_come_in_the_order_of_their_books() -> None:
    first_waits = threading.Event()

    def make(book: int) -> bytes:
        if book == 0:
            assert first_waits.wait(5)
        if book == 3:
            first_waits.set()
        return bytes([book])

    with spread(2) as several:
        assert list(several(make, range(9))) == [bytes([n]) for n in range(9)]


def test_only_a_few_books_are_taken_ahead() -> None:
    taken: list[int] = []

    def books() -> Iterator[int]:
        for book in range(100):
            taken.append(book)
            yield book

    with spread(2) as several:
        assert next(several(lambda book: bytes([book]), books())) == b"\0"
        assert len(taken) == 2 * AHEAD + 1


def test_a_fault_comes_out_at_its_book_and_later_books_are_not_begun() -> None:
    begun: list[int] = []

    def make(book: int) -> bytes:
        begun.append(book)
        if book == 1:
            raise CannotTypeset("Book 1: task.typ can't be set.")
        return b"made"

    with spread(1) as several:
        made = several(make, range(50))
        assert next(made) == b"made"
        with pytest.raises(CannotTypeset, match=r"^Book 1: task\.typ can't be set\.$"):
            next(made)
    assert len(begun) <= 1 + AHEAD + 2


def test_an_adopted_edition_is_the_same_files_however_many_are_set_at_once() -> None:
    plan = langang("en")
    with spread(3) as several:
        together = list(adopted_files(*plan, spread=several))
    assert together == list(adopted_files(*plan))


def test_a_first_edition_is_the_same_files_however_many_are_set_at_once() -> None:
    plan = bulletin("zh")
    with spread(3) as several:
        together = list(edition_files(*plan, "zh", spread=several))
    assert together == list(edition_files(*plan, "zh"))


def test_a_book_that_cannot_be_set_is_told_with_its_name() -> None:
    def make(name: str) -> bytes:
        return compile_pdf(TEMPLATES / "pdf" / "taskbook.typ", {}, "2027-06-15", name)

    told = r"^Book of the Port Office: taskbook\.typ can't be set\."
    with spread(2) as several, pytest.raises(CannotTypeset, match=told):
        list(several(make, ["Book of the Port Office", "Book of the Trade Bureau"]))


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no SIGINT for one process")
def test_a_stopped_command_leaves_no_child_and_no_file(tmp_path: Path) -> None:
    shutil.copytree(EXAMPLE, tmp_path / "city")
    words = ["books", "city/ledger.json", "--state", "city/state.json", "--out", "out"]
    command = subprocess.Popen(
        [sys.executable, "-c", "from milepost.cli import main; main()", *words],
        cwd=tmp_path,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )
    until = time.monotonic() + 60
    while not list(tmp_path.glob(".out-*/taskbooks/*.pdf")) and time.monotonic() < until:
        time.sleep(0.02)
    command.send_signal(signal.SIGINT)
    _, told = command.communicate(timeout=60)
    assert command.returncode == 130
    assert "Traceback" not in told
    assert [path.name for path in tmp_path.iterdir()] == ["city"]
    with pytest.raises(ProcessLookupError):
        os.killpg(command.pid, 0)
