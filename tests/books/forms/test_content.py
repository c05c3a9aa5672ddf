"""The forms as records: heads as offices use them, a row a measure, three facts kept apart."""

import msgspec
import pytest

from milepost.books.content.forms import LAYOUTS
from milepost.books.content.forms.synonyms import SYNONYMS
from milepost.books.content.forms.values import VALUES
from milepost.books.forms_in.heads import bare, known_heads
from milepost.books.forms_in.setters import SETTERS
from milepost.books.inputs import Coverage, UpperRequirement
from milepost.ledger.origins import proposed
from tests.books.forms.plans import form_of
from tests.books.langang import langang

HEADS = {
    (
        "T1",
        "zh",
    ): "序号 改革任务 我省工作措施 省牵头单位 我市工作措施 市牵头单位 配合单位 责任处室 联系人及电话",
    (
        "T2",
        "zh",
    ): "事项编号 事项类别 来源时间 事项名称 批示或出访领导 任务要求 主办单位 主办人 拟办结时间 成果形式"
    " 工作计划 最近反馈时间 推进状态 进展情况 频次",
    ("T3", "zh"): "任务来源 任务内容 牵头领导 牵头单位 完成时限 完成情况 具体进展 存在的困难或问题",
    (
        "T4",
        "zh",
    ): "事项编号 事项名称 一级分类 二级分类 三级分类 四级分类 完成时限 相关要求 责任领导 牵头单位 责任单位"
    " 督办人 评价人 阶段计划 签收情况",
    (
        "T8",
        "en",
    ): "Seq. No.|Measure|Milestone or target|Name|Qualitative indicator|Unit|Baseline|Goal|Quarter|Year"
    "|Description and proof",
}
FORMS = tuple(key for key in LAYOUTS if key != "R1")


@pytest.mark.parametrize(("key", "language"), HEADS)
def test_the_heads_are_those_in_use_and_the_stable_id_stands_last(key, language):
    heads = [column.head for column in form_of(langang(language), key).columns]
    words = HEADS[key, language]
    assert heads[:-1] == words.split("|" if "|" in words else " ")
    assert heads[-1] == ("稳定编号" if language == "zh" else "Stable id")


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize("key", FORMS)
def test_a_form_has_a_row_for_each_measure_or_step_and_says_how_many(key, language):
    plan = langang(language)
    form = form_of(plan, key)
    rows = plan[0].steps if form.layout.rows == "steps" else plan[0].measures
    assert {row.id for row in form.rows} == {row.id for row in rows}
    assert str(len(rows)) in form.count
    assert all(len(row.cells) == len(form.columns) for row in form.rows)


def test_the_superset_says_how_a_measure_stands_in_three_separate_facts():
    form = form_of(langang("en"), "T0")
    tenth = dict(zip([c.field.key for c in form.columns], form.rows[9].cells, strict=True))
    assert tenth["light"].text == "Overdue 15 d"
    assert tenth["report.said"].text == "90 %"
    assert not tenth["verified"].text
    assert (tenth["baseline"].date, tenth["forecast"].date) == ("2027-05-31", "2027-06-25")
    assert tenth["clause"].text == "Plan §3(5)"


def test_a_requirement_that_nobody_answers_has_a_row_of_its_own_in_the_cascade_table():
    ledger, schedule, state = langang("zh")
    upper = tuple(
        UpperRequirement(id=f"u{n}", document="plan", clause="", text=f"任务{n}", lead="省发展改革委")
        for n in (1, 2)
    )
    coverage = (
        Coverage(upper="u1", status="matched", measures=(ledger.measures[0].id,)),
        Coverage(upper="u2"),
    )
    state = msgspec.structs.replace(state, upper=upper, coverage=coverage)
    form = form_of((ledger, schedule, state), "T1")
    assert form.rows[0].cells[1].text == "任务1"
    assert [row.id for row in form.rows if row.cells[1].text == "任务2"] == ["u2"]
    assert not form.rows[-1].cells[4].text


def test_a_proposed_value_carries_the_word():
    ledger, schedule, state = langang("en")
    first = msgspec.structs.replace(ledger.measures[0], output_form=proposed("a list", "kind:document"))
    ledger = msgspec.structs.replace(ledger, measures=(first, *ledger.measures[1:]))
    form = form_of((ledger, schedule, state), "T2")
    assert "a list (proposed)" in [cell.text for cell in form.rows[0].cells]


@pytest.mark.parametrize("key", [key for key, layout in LAYOUTS.items() if layout.rows == "measures"])
def test_no_two_heads_of_a_layout_mean_two_fields(key):
    own, _ = known_heads(key)
    heads = {bare(head) for field in LAYOUTS[key].fields for head in (field.zh, field.en)}
    assert set(own) == heads
    for field in LAYOUTS[key].fields:
        assert own[bare(field.zh)] == field.key
        assert own[bare(field.en)] == field.key


def test_every_synonym_and_setter_belongs_to_a_field_of_a_layout():
    fields = {field.key for layout in LAYOUTS.values() for field in layout.fields}
    assert set(SYNONYMS) <= fields
    assert set(SETTERS) <= fields
    assert set(VALUES) <= fields


def test_a_head_is_known_by_each_of_its_synonyms():
    for layout in ("T0", "T1", "T2", "T3", "T4"):
        own, other = known_heads(layout)
        for field in LAYOUTS[layout].fields:
            for words in SYNONYMS.get(field.key, ()):
                assert bare(words) in own or bare(words) in other
