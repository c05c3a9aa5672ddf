"""A folder is written whole or not at all, and never over what is not ours."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from milepost.cli.faults import Stop
from milepost.cli.folder import SIGN, refuse_if_taken, write_whole
from milepost.cli.output import put


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


def no_rights(*_: object, **__: object) -> None:
    """What a system answers where nothing may be written."""
    raise PermissionError(13, "Permission denied")


@pytest.mark.parametrize("call", ["mkdir", "write_bytes", "rename"])
def test_a_place_without_rights_gives_one_sentence_and_leaves_what_was_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, call: str
) -> None:
    out = tmp_path / "out"
    write_whole(out, [("a.txt", b"old")], lambda _: None)
    with monkeypatch.context() as patched:
        patched.setattr(Path, call, no_rights)
        with pytest.raises(Stop) as stopped:
            write_whole(out, [("a.txt", b"new")], lambda _: None)
    assert stopped.value.faults == [f"{out}: can't be written (Permission denied); choose another --out."]
    assert stopped.value.code == 2
    assert (out / "a.txt").read_bytes() == b"old"
    assert [p.name for p in tmp_path.iterdir()] == ["out"]


def test_a_folder_that_may_not_be_looked_into_gives_one_sentence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Path, "iterdir", no_rights)
    with pytest.raises(Stop, match=r"can't be written .*; choose another --out"):
        refuse_if_taken(tmp_path)


def test_json_into_a_place_that_is_not_there_gives_one_sentence(tmp_path: Path) -> None:
    with pytest.raises(Stop, match=r"can't be written .*; choose another --json"):
        put(str(tmp_path / "none" / "a.json"), b"{}")


def test_a_file_in_the_folders_place_is_refused(tmp_path: Path) -> None:
    (tmp_path / "out").write_text("x")
    with pytest.raises(Stop, match="is a file"):
        refuse_if_taken(tmp_path / "out")
