"""Many files: order, bad files, and no more open than are being read."""

import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from milepost.reading.bulk import Failed, read_many
from milepost.reading.bulk.work import document_bytes, side_by_side, write_here, written_there
from milepost.reading.given import NOTHING, Given
from milepost.reading.records import Reading
from milepost.reading.sandbox.pool import Pool
from milepost.reading.sandbox.tasks import Written
from milepost.reading.source import Unreadable


@pytest.fixture(scope="module")
def pool() -> Iterator[Pool]:
    """Two children for all tests."""
    with Pool(2) as children:
        yield children


@pytest.fixture
def folder(tmp_path: Path) -> list[Path]:
    """Four files, the second and third of which can't be read."""
    rows = (
        ("a.txt", b"The Port Office shall dig.\n"),
        ("b.docx", b"no zip"),
        ("missing.txt", None),
        ("c.txt", "（市港口局负责）".encode()),
    )
    for name, data in rows:
        if data is not None:
            (tmp_path / name).write_bytes(data)
    return [tmp_path / name for name, _ in rows]


@pytest.mark.parametrize("jobs", [1, 2])
def test_one_bad_file_never_stops_the_others_and_the_order_stays(
    pool: Pool, folder: list[Path], jobs: int
) -> None:
    found = list(read_many(folder, pool, jobs, Given(date="2027-01-01")))
    assert [path for path, _ in found] == folder
    assert [type(result) for _, result in found] == [Reading, Failed, Failed, Reading]
    faults = [result for _, result in found if isinstance(result, Failed)]
    assert [fault.kind for fault in faults] == ["damaged", "can't be opened"]
    assert "no zip archive" in faults[0].fault
    assert faults[1].fault.startswith("missing.txt can't be opened")


def test_a_fault_of_ours_costs_one_file(folder: list[Path]) -> None:
    broken = (sys.executable, "-I", "-c", BROKEN)
    with Pool(1, command=broken) as children:
        results = [result for _, result in read_many(folder[:1], children)]
    assert results == [
        Failed(
            "fault of ours",
            "a.txt could not be read, through a fault of ours (ZeroDivisionError: a.txt). "
            "Please report it with the file.",
        )
    ]


BROKEN = """
import milepost.reading
from milepost.reading.sandbox import child
def broken(data, name, **options):
    raise ZeroDivisionError(name)
milepost.reading.read = broken
child.main()
"""


def test_the_date_that_a_person_gave_reaches_the_reader(pool: Pool, tmp_path: Path) -> None:
    order = tmp_path / "order.txt"
    order.write_text("The Port Office shall dig within ten days of the date of this order.\n")
    ((_, reading),) = read_many([order], pool, given=Given(date="2027-01-01"))
    assert isinstance(reading, Reading)
    assert [m.deadline.date for m in reading.measures if m.deadline] == ["2027-01-11"]


@pytest.mark.parametrize(("size", "words"), [(0, "is empty"), (51_000_000, "the limit is 50 MB")])
def test_a_file_of_no_size_or_too_large_is_refused_before_it_is_read(
    tmp_path: Path, size: int, words: str
) -> None:
    with (tmp_path / "odd.txt").open("wb") as file:
        file.truncate(size)
    with pytest.raises(Unreadable, match=words):
        document_bytes(tmp_path / "odd.txt")


def test_side_by_side_gives_each_result_once_and_takes_no_more_than_it_needs() -> None:
    taken: list[int] = []
    running: list[int] = []
    most = 0
    lock = threading.Lock()

    def things() -> Iterator[int]:
        for n in range(40):
            taken.append(n)
            yield n

    def act(n: int) -> int:
        nonlocal most
        with lock:
            running.append(n)
            most = max(most, len(running))
        with lock:
            running.remove(n)
        return n * n

    found = side_by_side(act, things(), 3)
    first = next(found)
    assert first[1] == first[0] ** 2
    assert len(taken) <= 5
    assert sorted([first, *found]) == [(n, n * n) for n in range(40)]
    assert most <= 3


def test_what_is_read_for_somebody_elsewhere_arrives(tmp_path: Path) -> None:
    good = written_there(write_here(b"The Port Office shall dig.\n", "a.txt", NOTHING))
    assert isinstance(good, Written)
    assert (good.measures, good.language) == (1, "en")
    bad = written_there(write_here(b"no zip", "b.docx", NOTHING))
    assert isinstance(bad, Failed)
    assert bad.kind == "damaged"
