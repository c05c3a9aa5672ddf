"""What measures say about each other."""

import pytest

from milepost.ledger.records import Lag
from milepost.reading.chinese.references import RULES, find_references

DAYS_60 = Lag(value=60, unit="day", days="calendar")
CASES: tuple[tuple[str | None, str, list[tuple[str | None, str | None, str, Lag | None]]], ...] = (
    ("reference:after-item", "在第（一）项清单公布后60日内印发方案", [("（一）", None, "FS", DAYS_60)]),
    (
        "reference:after-item",
        "在第（三）项、第（八）项完成后3个月内评估",
        [
            ("（三）", None, "FS", Lag(value=3, unit="month", days="calendar")),
            ("（八）", None, "FS", Lag(value=3, unit="month", days="calendar")),
        ],
    ),
    ("reference:after-item", "在第2项完成后，启动招标", [("2", None, "FS", None)]),
    ("reference:after-item", "待第二项第（三）目完成后开工", [("二（三）", None, "FS", None)]),
    ("reference:before-item", "在第（四）项完成的基础上扩面", [("（四）", None, "FS", None)]),
    ("reference:uses-item", "依据第（四）项办法，建设平台", [("（四）", None, "enables", None)]),
    ("reference:uses-item", "按照本方案第（三）项，开展评估", [("（三）", None, "enables", None)]),
    (
        "reference:after-thing",
        "待收费目录印发后10个工作日内公示",
        [(None, "收费目录", "FS", Lag(value=10, unit="day", days="working"))],
    ),
    (
        "reference:after-thing",
        "岸线清单公布后30日内启动",
        [(None, "岸线清单", "FS", Lag(value=30, unit="day", days="calendar"))],
    ),
    (None, "按照《渔港条例》第三条执行", []),
    (None, "根据《渔港条例》第（三）项处理", []),
    (None, "本方案印发之日起30日内公布", []),
    (None, "第三季度完成后评估", []),
    (None, "强化第一责任人意识", []),
)


@pytest.mark.parametrize(("rule", "text", "expected"), CASES)
def test_row_reads_its_example(
    rule: str | None, text: str, expected: list[tuple[str | None, str | None, str, Lag | None]]
) -> None:
    found = find_references(text, (0, len(text)))
    assert [(r.label, r.noun, r.kind, r.lag) for r in found] == expected


def test_every_row_has_an_example() -> None:
    assert {rule.name for rule in RULES} == {case[0] for case in CASES} - {None}


def test_spans_point_into_the_whole_text() -> None:
    text = "前言。在第（一）项公布后30日内印发。后记。"
    (found,) = find_references(text, (3, 20))
    assert text[slice(*found.span)] == found.words
