"""The rows of the tail grammar: what a role word at the end of a part makes of the units before it."""

import pytest

from milepost.reading.chinese import read_chinese
from milepost.reading.chinese.dates import Days
from milepost.reading.chinese.folding import fold
from milepost.reading.chinese.tail_words import CLAUSES, LABEL, LABELS
from milepost.reading.chinese.tails import Tail, read_tail


def tail_of(text: str) -> Tail | None:
    """The tail that a bracket's inside gives."""
    folded = fold(text)
    return read_tail(folded, 0, len(folded.text), Days(year=2028))


def told(text: str) -> tuple[str, str, str, str]:
    """Lead, support, responsible and guiding units of a tail."""
    tail = tail_of(text)
    assert tail is not None
    support = [span for span, _ in tail.support]
    groups = (tail.lead, support, tail.responsible, tail.guide)
    lead, backing, responsible, guide = ("|".join(text[a:b] for a, b in group) for group in groups)
    return lead, backing, responsible, guide


CASES = (
    ("tail:with-others", "市水务局会同市城管局负责", ("市水务局", "市城管局", "", "")),
    ("tail:leads", "由市商务局牵头负责", ("市商务局", "", "", "")),
    ("tail:leads-with", "市商务局牵头会同市财政局落实", ("市商务局", "市财政局", "", "")),
    ("tail:guides", "市民政局指导，各区政府", ("", "各区政府", "", "市民政局")),
    ("tail:supports", "市商务局，市财政局配合", ("", "市财政局", "市商务局", "")),
    ("tail:responsible", "市商务局、市财政局按职责分工负责", ("", "", "市商务局|市财政局", "")),
    ("tail:by-duty", "市商务局、市财政局按职责分工", ("", "", "市商务局|市财政局", "")),
)


@pytest.mark.parametrize(("rule", "text", "expected"), CASES)
def test_row_puts_units_in_their_roles(rule: str, text: str, expected: tuple[str, str, str, str]) -> None:
    assert told(text) == expected


def test_every_row_has_an_example() -> None:
    assert {rule.name for rule in CLAUSES} == {case[0] for case in CASES}


FORMS = (
    ("牵头单位：甲局 配合单位：乙局", ("甲局", "乙局", "", "")),
    ("主办单位：甲局；协办单位：乙局、丙局", ("甲局", "乙局|丙局", "", "")),
    ("责任领导：王小山；牵头单位：甲局", ("甲局", "", "", "")),
    ("甲局牵头，乙局，丙局", ("甲局", "乙局|丙局", "", "")),
    ("主要责任单位：甲局；其他责任单位：乙局", ("", "乙局", "甲局", "")),
    ("由甲局主办，乙局、丙局协办", ("甲局", "乙局|丙局", "", "")),
    ("甲局负责，乙局协助", ("甲局", "乙局", "", "")),
    ("由甲局会同乙局负责兑现", ("甲局", "乙局", "", "")),
    ("主办单位：甲局；会办单位：乙局", ("甲局", "乙局", "", "")),
    ("甲局〈牵头〉、乙局负责", ("甲局", "", "乙局", "")),
)


@pytest.mark.parametrize(("text", "expected"), FORMS)
def test_forms_of_tails(text: str, expected: tuple[str, str, str, str]) -> None:
    assert told(text) == expected


NO_TAILS = (
    "由校方负责",
    "企业直接申报，不需转报",
    "含续贷",
    "以下简称行动",
    "2027版",
    "法定节假日顺延",
    "见附件",
)


@pytest.mark.parametrize("text", NO_TAILS)
def test_other_words_assign_nothing(text: str) -> None:
    assert tail_of(text) is None


def test_the_deadline_is_no_unit() -> None:
    tail = tail_of("甲局牵头，乙局配合，2028年8月底完成")
    assert tail is not None
    assert [due.date for due in tail.dues] == ["2028-08-31"]
    assert len(tail.support) == 1


def test_each_role_has_a_label() -> None:
    words = ("牵头单位", "配合单位", "责任单位", "指导单位", "完成时限", "联系人", "适用范围", "成果形式")
    found = [match.lastgroup for word in words if (match := LABEL.match(word + ":"))]
    assert found == [role for role, _ in LABELS]


@pytest.mark.parametrize(
    ("tail", "lead"),
    [
        ("责任单位：市港口局；配合单位：市应急局", ["市港口局"]),
        ("责任单位：市港口局、市海事局；配合单位：市应急局", []),
        ("责任单位：各区；配合单位：市应急局", []),
        ("主要责任单位：市港口局；其他责任单位：市应急局", []),
        ("责任科室：市港口局船舶科；协办单位：市应急局", []),
        ("责任单位：市港口局", []),
    ],
)
def test_a_single_unit_in_charge_leads_those_that_help_it(tail: str, lead: list[str]) -> None:
    (measure,) = read_chinese(f"1.清理航道。（{tail}）", [], None).measures
    assert [unit.name for unit in measure.lead] == lead


def test_labels_on_lines_of_their_own_say_the_same() -> None:
    (measure,) = read_chinese("1.清理航道\n责任单位：市港口局\n配合单位：市应急局\n", [], None).measures
    assert ([u.name for u in measure.lead], [u.name for u in measure.support]) == (["市港口局"], ["市应急局"])
