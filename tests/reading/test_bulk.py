"""Many files: order, bad files, names of the outputs."""

from pathlib import Path

import pytest

from milepost.reading import bulk
from milepost.reading.bulk import output_names, read_many
from milepost.reading.records import Reading


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
def test_one_bad_file_never_stops_the_others_and_the_order_stays(folder: list[Path], jobs: int) -> None:
    told: list[Path] = []
    found = list(read_many(folder, jobs, "2027-01-01", told.append))
    assert [path for path, _ in found] == folder == told
    assert [isinstance(result, Reading) for _, result in found] == [True, False, False, True]
    assert "no zip archive" in str(found[1][1])
    assert str(found[2][1]).startswith("missing.txt can't be opened")


def test_a_fault_of_ours_costs_one_file(folder: list[Path], monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(data: bytes, name: str, *, date: str | None) -> Reading:
        raise ZeroDivisionError(name)

    monkeypatch.setattr("milepost.reading.read", broken)
    results = [result for _, result in read_many(folder[:1])]
    assert results == [
        "a.txt could not be read, through a fault of ours (ZeroDivisionError: a.txt). "
        "Please report it with the file."
    ]


def test_a_process_that_dies_costs_one_file(folder: list[Path], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bulk, "read_path", read_or_die)
    results = [result for _, result in read_many([folder[0], folder[1], folder[3]], jobs=2)]
    assert results[0] == "a.txt"
    assert "ran out of memory" in str(results[1])
    assert results[2] == "c.txt"


def read_or_die(path: Path, date: str | None) -> str:
    """Stand-in for the reader: the .docx takes its process down."""
    import os

    if path.suffix == ".docx":
        os._exit(1)
    return path.name


@pytest.mark.parametrize(
    ("files", "names"),
    [
        (["plan.txt", "order.docx"], ["plan.json", "order.json"]),
        (["plan.txt", "plan.docx"], ["plan.txt.json", "plan.docx.json"]),
        (["a/plan.txt", "b/plan.txt"], ["plan.txt.json", "plan.txt.2.json"]),
        (["Plan.txt", "plan.md"], ["Plan.txt.json", "plan.md.json"]),
        (["plan.txt.md", "plan.txt", "plan.md"], ["plan.txt.json", "plan.txt.2.json", "plan.md.json"]),
        ([], []),
    ],
)
def test_outputs_are_named_by_stem_and_apart(files: list[str], names: list[str]) -> None:
    assert output_names([Path(file) for file in files]) == names
