"""The names step: every printed name gets its unit, and what was done is shown."""

import pytest

from milepost.ledger.unit_list import read_unit_list
from milepost.reading import read
from milepost.reading.to_ledger import NameAnswer, readings_to_ledger, resolve_names
from milepost.reading.to_ledger.names import definitions, place_of

CITY = """青屿市人民政府关于加强就业服务的实施方案

青屿市发展和改革委员会（以下简称“市发改委”）统筹推进本方案。

一、强化服务
（一）建设就业超市。年底前建成10家。（牵头单位：人社局，配合单位：市财政局、教育局、临波区教育局）
（二）开展岗位摸排。（市环保局牵头，市发改委、各区人民政府配合）
"""
UNITS = """代码,名称
RSJ,青屿市人力资源和社会保障局
CZJ,青屿市财政局
JYJ,市教育局
LBJ,临波区教育局
FGW,青屿市发展和改革委员会
STJ,市生态环境局
"""
ORDER = """HARBOUR ORDER 7

1. The Department of Water and Coasts (DWC) shall publish a dredging plan by 3 May 2031.
2. DWC shall, in consultation with the Health Ministry, issue guidance by 1 June 2031.
3. The Minister of Health shall fund two laboratories by 1 July 2031.
"""
OFFICES = """code,name
DWC1,Department of Water and Coasts
MOH,Ministry of Health
"""


def told(text: str, units: str) -> dict[str, NameAnswer]:
    answers = resolve_names(
        [read(text.encode(), "plan.txt")], read_unit_list(units.encode(), "units.csv") if units else ()
    )
    return {one.printed: one for one in answers}


def test_a_chinese_name_is_taken_for_the_unit_of_the_same_city() -> None:
    answers = told(CITY, UNITS)
    assert {name: (one.code, one.how) for name, one in answers.items()} == {
        "人社局": ("RSJ", "same-place"),
        "市财政局": ("CZJ", "same-place"),
        "教育局": ("JYJ", "prefix-carried"),
        "临波区教育局": ("LBJ", "printed"),
        "市环保局": ("STJ", "former-name"),
        "市发改委": ("FGW", "defined"),
        "各区人民政府": (answers["各区人民政府"].code, "collective"),
    }


def test_an_english_name_is_taken_for_its_unit() -> None:
    answers = told(ORDER, OFFICES)
    assert {name: (one.code, one.how) for name, one in answers.items()} == {
        "Department of Water and Coasts": ("DWC1", "printed"),
        "DWC": ("DWC1", "defined"),
        "Health Ministry": ("MOH", "turned-round"),
        "Minister of Health": ("MOH", "head-of-unit"),
    }


def test_every_answer_is_pinned_to_its_words() -> None:
    for text, units in ((CITY, UNITS), (ORDER, OFFICES)):
        for one in told(text, units).values():
            assert one.spans
            assert all(text[slice(*span)] == one.printed for span in one.spans)


def test_without_a_list_two_forms_of_one_place_are_still_one_unit() -> None:
    text = "青屿市人民政府工作方案\n\n一、做好甲事。（青屿市教育局负责）\n二、做好乙事。（教育局负责）\n"
    ledger = readings_to_ledger([read(text.encode(), "plan.txt")])
    assert [unit.name for unit in ledger.units] == ["青屿市教育局"]


def test_a_name_that_fits_two_units_is_left_to_a_person() -> None:
    text = "一、做好甲事。（教育局负责）\n"
    units = "代码,名称\nA,市教育局\nB,临波区教育局\n"
    answer = told(text, units)["教育局"]
    assert (answer.unit, answer.how, answer.listed) == ("教育局", "ambiguous", False)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The Coastal Works Office (CWO) shall act.", {"cwo": "Coastal Works Office"}),
        (
            'The Board of Tide Commissioners (the "Board") shall meet.',
            {"board": "Board of Tide Commissioners"},
        ),
        ("The Coastal Works Office (see Annex) shall act.", {}),
        ("The Coastal Works Office (XYZ) shall act.", {}),
        ("由云岬市大数据发展管理局（以下简称“数据局”）牵头。", {"数据局": "云岬市大数据发展管理局"}),
    ],
)
def test_a_short_name_is_known_where_the_text_defines_it(text: str, expected: dict[str, str]) -> None:
    assert definitions(read(text.encode(), "order.txt")) == expected


def test_the_place_is_that_of_the_issuer() -> None:
    assert place_of(read(CITY.encode(), "plan.txt")) == "青屿市"
    assert place_of(read(ORDER.encode(), "order.txt")) == ""
