"""Printed names find their unit; prefixes are carried; anybody of a kind is nobody in particular."""

import pytest

from milepost.ledger.collectives import RULES, Language, collective_rule
from milepost.ledger.records import Unit
from milepost.ledger.units import FORMS, Context, Known, carry_prefix, is_collective, resolve, short_name

CARRIED = (
    ("省科技厅、工业和信息化厅", "省科技厅、省工业和信息化厅"),
    ("市行政审批局、住建局、司法局", "市行政审批局、市住建局、市司法局"),
    ("市委宣传部、组织部、教育局", "市委宣传部、市委组织部、市教育局"),
    ("兰江市财政局、市场监管局", "兰江市财政局、兰江市市场监管局"),
    ("市民政局、总工会、妇联", "市民政局、市总工会、市妇联"),
    ("省教育厅、省财政厅、体育局（省足协）", "省教育厅、省财政厅、省体育局（省足协）"),
    # near misses: nothing is carried
    ("市教育局、各区政府、团市委", "市教育局、各区政府、团市委"),
    ("市教育局、国家统计局调查队、高新区管委会", "市教育局、国家统计局调查队、高新区管委会"),
    ("财政局、市教育局", "财政局、市教育局"),
    ("市场监管局、财政局", "市场监管局、财政局"),
    ("Port Office、Trade Bureau", "Port Office、Trade Bureau"),
)


@pytest.mark.parametrize(("printed", "full"), CARRIED)
def test_a_prefix_stated_once_is_carried(printed: str, full: str) -> None:
    names = printed.split("、")
    carried = carry_prefix(names)
    assert [one.full for one in carried] == full.split("、")
    assert [one.printed for one in carried] == names
    assert all((one.rule == "prefix-carried") == (one.full != one.printed) for one in carried)


COLLECTIVES: tuple[tuple[Language, str | None, str], ...] = (
    ("zh", "each-of", "各有关部门"),
    ("zh", "each-of", "各区、县级市"),
    ("zh", "whole-area-each", "全市各级各部门"),
    ("zh", "relevant", "市级有关部门和单位"),
    ("zh", "by-role", "责任单位"),
    ("zh", "by-rank", "主要负责同志"),
    ("zh", "departments-of-level", "市直部门"),
    ("zh", "joined-generic", "地方党委和政府"),
    ("zh", None, "市教育局"),
    ("zh", None, "有色金属研究院"),
    ("zh", None, "成员国港务公司"),
    ("zh", None, "责任保险公司"),
    ("en", "all-of", "all relevant agencies"),
    ("en", "each-of", "each agency"),
    ("en", "relevant", "the responsible units"),
    ("en", "relevant", "main responsible comrades"),
    ("en", "concerned", "the port authorities concerned"),
    ("en", "broad", "local governments"),
    ("en", "bare-plural", "regions and departments"),
    ("en", "at-all-levels", "party committees and governments at all levels"),
    ("en", "by-role", "the team leader"),
    ("en", "by-role", "persons in charge"),
    ("en", None, "Port Office"),
    ("en", None, "All Hallows Trust"),
    ("en", None, "Relevant Records Archive"),
    ("en", None, "Local Government Board"),
    ("en", None, "Everyday Services Agency"),
)


@pytest.mark.parametrize(("language", "rule", "printed"), COLLECTIVES)
def test_a_collective_is_told_from_a_name(language: Language, rule: str | None, printed: str) -> None:
    assert collective_rule(printed, language) == rule
    assert is_collective(printed, language) == (rule is not None)


def test_every_collective_rule_has_a_row() -> None:
    tested = {(language, rule) for language, rule, _ in COLLECTIVES if rule}
    assert tested == {(language, name) for language, rules in RULES.items() for name, _ in rules}


UNITS = (
    Unit(id="u1", code="A", name="省工业和信息化厅", language="zh"),
    Unit(id="u2", code="B", name="市人力资源和社会保障局", aliases=("市劳动局",), language="zh"),
    Unit(id="u3", code="C", name="Department of Ports", short="Ports", aliases=("Harbour Department",)),
    Unit(id="u4", code="D", name="Secretary of Tides", printed=("Tide Secretary",)),
    Unit(id="u5", code="E", name="River Board"),
    Unit(id="u6", code="F", name="River & Lake Bureau", aliases=("River Board",)),
)
RESOLVED = (
    ("zh", "省工业和信息化厅", (), "", "u1", "name"),
    ("zh", "工业和信息化厅", (), "省", "u1", "prefix-carried"),
    ("zh", "市人社局", (), "", "u2", "short-form"),
    ("zh", "人社局", (), "市", "u2", "short-form"),
    ("zh", "市劳动局", (), "", "u2", "alias"),
    ("zh", "省人社局", (), "", None, "unknown"),
    ("en", "the  department of ports", (), "", "u3", "name"),
    ("en", "The Dept. of Ports", (), "", "u3", "name"),
    ("en", "Ports", (), "", "u3", "short"),
    ("en", "Harbour Department", (), "", "u3", "alias"),
    ("en", "Tide Secretary", (), "", "u4", "printed"),
    ("en", "Department of Ports (DP)", (), "", "u3", "name"),
    ("en", "River and Lake Bureau", (), "", "u6", "name"),
    ("en", "the Secretary", ("Secretary of Ports", "Secretary of Tides"), "", "u4", "last-full-form"),
    ("en", "the Department", ("Department of Ports", "Port Office"), "", "u3", "last-full-form"),
    ("en", "the Secretary", (), "", None, "unknown"),
    ("en", "Secretary", ("Secretary of Tides",), "", None, "unknown"),
    ("en", "River Board", (), "", None, "ambiguous"),
)


@pytest.mark.parametrize(("language", "printed", "above", "prefix", "unit", "how"), RESOLVED)
def test_a_printed_name_finds_its_unit(
    language: str, printed: str, above: tuple[str, ...], prefix: str, unit: str | None, how: str
) -> None:
    context = Context(language="zh" if language == "zh" else "en", above=above, prefix=prefix)
    found, rule = resolve(printed, UNITS, context)
    assert (found.id if found else None, rule) == (unit, how)


def test_short_names_fit_narrow_columns() -> None:
    assert short_name("市人力资源和社会保障局", "zh") == "市人社局"
    assert short_name("the Department of Transport (DT)", "en") == "Transport"
    assert short_name("Port Office", "en") == "Port Office"


QINGYU = (
    Unit(id="q1", code="RSJ", name="青屿市人力资源和社会保障局", language="zh"),
    Unit(id="q2", code="JYJ", name="市教育局", language="zh"),
    Unit(id="q3", code="LJY", name="临波区教育局", language="zh"),
    Unit(id="q4", code="STJ", name="青屿市生态环境局", language="zh"),
    Unit(id="q5", code="WJW", name="市卫生健康委员会", language="zh"),
    Unit(id="q6", code="TJJ", name="市体育局", language="zh"),
    Unit(id="h1", code="MOH", name="Ministry of Health"),
    Unit(id="h2", code="DOW", name="Department of Water and Coasts"),
    Unit(id="h3", code="DOP", name="Department of Ports"),
    Unit(id="h4", code="POB", name="Port Board"),
)
IN_PLACE: tuple[tuple[Language, str, str, bool, str | None, str], ...] = (
    ("zh", "人社局", "青屿市", False, "q1", "same-place"),
    ("zh", "市人社局", "青屿市", False, "q1", "same-place"),
    ("zh", "教育局", "青屿市", False, "q2", "same-place"),
    ("zh", "青屿市教育局", "青屿市", False, "q2", "same-place"),
    ("zh", "区教育局", "青屿市", True, None, "unknown"),
    ("zh", "临波区教育局", "青屿市", False, "q3", "name"),
    ("zh", "市环保局", "青屿市", True, "q4", "former-name"),
    ("zh", "市卫生计生委", "青屿市", True, "q5", "former-name"),
    ("zh", "市环保局", "青屿市", False, None, "unknown"),
    ("zh", "体育局", "", True, "q6", "only-one-of-name"),
    ("zh", "体育局", "", False, None, "unknown"),
    ("zh", "教育局", "", True, None, "ambiguous"),
    ("zh", "各教育局", "青屿市", True, None, "unknown"),
    ("en", "the Health Ministry", "", False, "h1", "turned-round"),
    ("en", "DWC", "", False, "h2", "defined"),
    ("en", "Minister of Health", "", True, "h1", "head-of-unit"),
    ("en", "Minister of Health", "", False, None, "unknown"),
    ("en", "Secretary of Ports", "", True, "h3", "head-of-unit"),
    ("en", "Board of Ports", "", True, None, "unknown"),
    ("en", "Head of Delegation", "", True, None, "unknown"),
)


@pytest.mark.parametrize(("language", "printed", "place", "listed", "unit", "how"), IN_PLACE)
def test_a_name_is_understood_from_the_place_and_the_list(
    language: Language, printed: str, place: str, listed: bool, unit: str | None, how: str
) -> None:
    defined = {"dwc": "Department of Water and Coasts"}
    context = Context(language=language, place=place, listed=listed, defined=defined)
    found, rule = resolve(printed, QINGYU, context)
    assert (found.id if found else None, rule) == (unit, how)


def test_every_form_has_a_row() -> None:
    tested = {row[-1] for row in (*RESOLVED, *IN_PLACE)}
    assert {form.name for form in FORMS if form.name} <= tested


def test_units_that_come_later_are_found_too() -> None:
    known, context = Known(QINGYU[:1]), Context(language="zh", place="青屿市")
    assert known.resolve("市体育局", context) == (None, "unknown")
    known.add(QINGYU[5])
    assert known.resolve("体育局", context) == (QINGYU[5], "same-place")
