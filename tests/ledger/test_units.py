"""Printed names find their unit; prefixes are carried; anybody of a kind is nobody in particular."""

import pytest

from milepost.ledger.collectives import RULES, Language, collective_rule
from milepost.ledger.records import Unit
from milepost.ledger.units import Context, carry_prefix, is_collective, resolve, short_name

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
