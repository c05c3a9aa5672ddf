"""Tables in their layouts: pipes, tabs, one cell a line, moved cells."""

import pytest

from milepost.reading.chinese import read_chinese
from milepost.reading.records import FoundMeasure


def rows(text: str) -> list[FoundMeasure]:
    """The measures of a table in a document of 2028."""
    return read_chinese("2028年任务表\n" + text, [], None).measures


def test_each_column_gives_its_field() -> None:
    (measure,) = rows(
        "序号|改革任务|牵头单位|配合单位|完成时限|成果形式\n一、经济|||||\n1|修订细则|市发改委"
        "|市财政局、市审计局|3月底前|管理细则"
    )
    assert measure.number == "1"
    assert measure.action == "修订细则"
    assert [u.name for u in measure.lead] == ["市发改委"]
    assert [u.name for u in measure.support] == ["市财政局", "市审计局"]
    assert measure.deadline is not None
    assert measure.deadline.date == "2028-03-31"
    assert measure.output is not None
    assert measure.output.text == "管理细则"


def test_markdown_rules_are_no_rows() -> None:
    text = "| 序号 | 任务 | 责任单位 |\n|---|---|---|\n| 1 | 清理台账 | 办公室 |"
    assert [m.action for m in rows(text)] == ["清理台账"]


def test_tabs_part_cells_too() -> None:
    text = "序号\t工作任务\t牵头单位\n1\t清理台账\t办公室"
    assert [[u.name for u in m.lead] for m in rows(text)] == [["办公室"]]


def test_cells_moved_left_below_a_spanning_cell_are_put_back() -> None:
    text = (
        "工作任务 | 具体要求 | 责任部门 | 完成时间 |\n一、公开 | 1.公布目录。 | 办公室 | 6月底前 "
        "|\n2.答复留言。 | 各科室 | 年底前 | |"
    )
    first, second = rows(text)
    assert (second.action, [u.name for u in second.support]) == ("答复留言", ["各科室"])
    assert second.deadline is not None
    assert second.deadline.date == "2028-12-31"
    assert first.number == "1"


def test_one_cell_a_line_is_a_table() -> None:
    text = "序号\n|\n任务\n|\n牵头单位\n1\n|\n公布目录\n|\n办公室\n2\n|\n修订规范\n|\n法规科牵头，各科室配合"
    assert [(m.action, [u.name for u in m.lead]) for m in rows(text)] == [
        ("公布目录", ["办公室"]),
        ("修订规范", ["法规科"]),
    ]


def test_a_row_without_units_shares_those_of_the_row_above() -> None:
    text = "序号|任务|牵头单位|完成时限\n1|修订规范|法规科|6月底前\n2|公布目录||年底前"
    first, second = rows(text)
    assert [u.name for u in second.lead] == [u.name for u in first.lead] == ["法规科"]
    assert second.roles == "inherited"


def test_roles_inside_a_cell_win_over_the_column() -> None:
    text = "序号|任务|责任科室\n1|修订规范|法规科牵头，各科室配合"
    (measure,) = rows(text)
    assert ([u.name for u in measure.lead], [u.name for u in measure.support]) == (["法规科"], ["各科室"])


@pytest.mark.parametrize("text", ["项目|金额\n路灯|30万元", "姓名|单位\n白露|市科技局", "甲|乙\n丙|丁"])
def test_other_tables_are_none_of_ours(text: str) -> None:
    assert rows(text) == []


HEADS = ("责任分工", "职责分工", "牵头及配合单位", "责任单位（列首位的为牵头单位）")


@pytest.mark.parametrize("head", HEADS)
def test_a_column_of_both_roles_is_read_as_a_tail(head: str) -> None:
    (measure,) = rows(f"类别|任务内容|{head}|完成时间\n防洪|加固堤防|市水务局牵头，市财政局配合|6月底前")
    assert [u.name for u in measure.lead] == ["市水务局"]
    assert [u.name for u in measure.support] == ["市财政局"]
