"""Printed numbers, and digits that are none."""

import pytest

from milepost.reading.chinese.labels import Label, label_at, labels_inside

CASES = (
    ("一、总体要求", (1, 1, "一")),
    ("十二、附则", (1, 12, "十二")),
    ("(三)推进", (2, 3, "(三)")),
    ("12.推进", (3, 12, "12")),
    ("3、推进", (3, 3, "3")),
    ("(4)推进", (4, 4, "(4)")),
    ("③推进", (5, 3, "③")),
    ("第五条 推进", (2, 5, "第五条")),
    ("任务7:推进", (2, 7, "任务7")),
    ("3.5亿元", None),
    ("2028年", None),
    ("一是推进", None),
)


def printed(text: str, label: Label) -> str:
    """The words of a label without its stop."""
    return text[label.start : label.end].rstrip("、.: ")


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_label_is_read(text: str, expected: tuple[int, int, str] | None) -> None:
    label = label_at(text, 0, len(text))
    assert (None if label is None else (label.level, label.value, printed(text, label))) == expected


def test_labels_stand_behind_a_stop_or_a_bracket() -> None:
    text = "简化登记。(1)并联办理,费用3.5亿元。(2)公开(牵头)3.公布(5)"
    assert [printed(text, label) for label in labels_inside(text, 0, len(text))] == ["(1)", "(2)", "3"]
