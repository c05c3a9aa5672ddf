"""Readings are named after their files, and apart."""

from pathlib import Path, PurePath

import pytest

from milepost.reading.bulk.names import named_apart, output_names


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


def test_files_of_different_folders_keep_their_folders() -> None:
    labels = [PurePath("a/plan.txt"), PurePath("b/plan.txt"), PurePath("b/plan.md")]
    assert named_apart(labels) == {0: "a/plan.json", 1: "b/plan.txt.json", 2: "b/plan.md.json"}


def test_a_name_of_an_earlier_run_stays_and_a_newcomer_gets_another() -> None:
    labels = [PurePath("plan.docx"), PurePath("plan.txt")]
    assert named_apart(labels, {"plan.txt": "plan.json"}) == {0: "plan.docx.json", 1: "plan.json"}
    assert named_apart(labels[:1], {"plan.txt": "plan.json"}) == {0: "plan.docx.json"}


def test_a_reserved_name_is_not_given() -> None:
    assert named_apart([PurePath("summary.txt")], reserved={"summary.json"}) == {0: "summary.txt.json"}
