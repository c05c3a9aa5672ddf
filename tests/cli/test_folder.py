"""A folder is written whole or not at all, and never over what is not ours."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from milepost.cli.faults import Stop
from milepost.cli.folder import SIGN, refuse_if_taken, write_whole


def test_all_files_stand_in_the_folder_and_nothing_beside_it(tmp_path: Path) -> None:
    seen: list[str] = []
    write_whole(tmp_path / "out", [("a.txt", b"1"), ("deep/b.txt", b"2")], seen.append)
    assert (tmp_path / "out" / "deep" / "b.txt").read_bytes() == b"2"
    assert seen == ["a.txt", "deep/b.txt"]
    assert [p.name for p in tmp_path.iterdir()] == ["out"]


def test_a_fault_half_way_leaves_what_was_there_before(tmp_path: Path) -> None:
    write_whole(tmp_path / "out", [("a.txt", b"old")], lambda _: None)

    def broken() -> Iterator[tuple[str, bytes]]:
        yield "a.txt", b"new"
        raise RuntimeError("half-way")

    with pytest.raises(RuntimeError):
        write_whole(tmp_path / "out", broken(), lambda _: None)
    assert (tmp_path / "out" / "a.txt").read_bytes() == b"old"
    assert [p.name for p in tmp_path.iterdir()] == ["out"]


def test_a_second_writing_replaces_the_first(tmp_path: Path) -> None:
    write_whole(tmp_path / "out", [("a.txt", b"old"), ("gone.txt", b"x")], lambda _: None)
    write_whole(tmp_path / "out", [("a.txt", b"new")], lambda _: None)
    assert (tmp_path / "out" / "a.txt").read_bytes() == b"new"
    assert not (tmp_path / "out" / "gone.txt").exists()


def test_a_folder_with_a_strangers_files_is_refused(tmp_path: Path) -> None:
    (tmp_path / "photo.jpg").write_bytes(b"x")
    with pytest.raises(Stop, match="did not write"):
        refuse_if_taken(tmp_path)


def test_an_empty_folder_and_one_of_ours_are_taken(tmp_path: Path) -> None:
    refuse_if_taken(tmp_path / "none")
    refuse_if_taken(tmp_path)
    (tmp_path / SIGN).write_text("file\n")
    refuse_if_taken(tmp_path)


def test_a_file_in_the_folders_place_is_refused(tmp_path: Path) -> None:
    (tmp_path / "out").write_text("x")
    with pytest.raises(Stop, match="is a file"):
        refuse_if_taken(tmp_path / "out")
