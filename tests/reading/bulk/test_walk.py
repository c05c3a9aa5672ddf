"""A folder means the documents in it; what is passed over is counted."""

import os
from pathlib import Path, PurePath

import pytest

from milepost.reading.bulk.walk import files_of


def made(folder: Path, *names: str) -> Path:
    """A folder with these files."""
    for name in names:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("The Port Office shall dig.")
    return folder


def labels(paths: list[Path], out: Path | None = None) -> list[str]:
    """The labels that are found."""
    return [item.label.as_posix() for item in files_of(paths, out).items]


def test_a_folder_is_walked_in_a_steady_order(tmp_path: Path) -> None:
    made(tmp_path, "b.txt", "a/z.docx", "a/c/d.md", "10.html")
    assert labels([tmp_path]) == ["10.html", "b.txt", "a/z.docx", "a/c/d.md"]


def test_hidden_temporary_and_other_files_are_passed_over_and_counted(tmp_path: Path) -> None:
    made(tmp_path, "a.txt", ".b.txt", "~$a.docx", ".~lock.a.odt#", "c.jpg", "d.JPG", ".git/e.txt", "Makefile")
    (tmp_path / "link.txt").symlink_to(tmp_path / "a.txt")
    found = files_of([tmp_path])
    assert [item.path.name for item in found.items] == ["a.txt"]
    assert {reason: count for reason, count in found.passed.items() if count} == {
        "hidden": 2,
        "temporary": 2,
        ".jpg": 2,
        "links and devices": 1,
        "without extension": 1,
    }


def test_a_folder_that_cannot_be_opened_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    made(tmp_path, "a.txt", "shut/b.txt", "open/c.txt")
    scan = os.scandir

    def some_rights(path: str) -> object:
        if Path(path).name == "shut":
            raise PermissionError(13, "Permission denied", str(path))
        return scan(path)

    monkeypatch.setattr(os, "scandir", some_rights)
    found = files_of([tmp_path])
    assert [item.path.name for item in found.items] == ["a.txt", "c.txt"]
    told = {reason for reason, count in found.passed.items() if count}
    assert told == {"folder that can't be opened (shut)"}


def test_an_old_format_is_not_passed_over_so_that_its_refusal_is_told(tmp_path: Path) -> None:
    assert labels([made(tmp_path, "letter.rtf")]) == ["letter.rtf"]


def test_a_file_that_is_named_itself_is_always_taken(tmp_path: Path) -> None:
    made(tmp_path, ".hidden.txt", "picture.jpg")
    assert labels([tmp_path / ".hidden.txt", tmp_path / "picture.jpg"]) == [".hidden.txt", "picture.jpg"]


def test_the_folder_of_the_readings_is_not_walked(tmp_path: Path) -> None:
    made(tmp_path, "a.txt", "out/b.html")
    assert labels([tmp_path], tmp_path / "out") == ["a.txt"]


def test_files_of_several_folders_keep_apart(tmp_path: Path) -> None:
    north, south = made(tmp_path / "x" / "north", "plan.txt"), made(tmp_path / "south", "plan.txt")
    again = made(tmp_path / "y" / "north", "plan.txt")
    assert labels([north, south, again]) == ["north/plan.txt", "south/plan.txt", "north/plan.2.txt"]


def test_a_file_that_is_named_twice_is_read_once(tmp_path: Path) -> None:
    made(tmp_path, "a.txt")
    found = files_of([tmp_path / "a.txt", tmp_path])
    assert [item.label for item in found.items] == [PurePath("a.txt")]
