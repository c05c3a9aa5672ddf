"""Forms that come back: what a person changed is taken, what stood stays, twice is once."""

import datetime as dt
import random

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from milepost.books.forms_in import read_form
from milepost.books.inputs import Coverage, DutyState, UpperRequirement
from milepost.ledger.faults import BadLedger
from milepost.ledger.invariants import check
from milepost.ledger.origins import typed
from milepost.ledger.records import Recurring
from tests.books.forms.plans import (
    IMPORTED,
    after,
    empty_plan,
    form_of,
    plain,
    sheet_of,
    taken_in,
    wide,
    workbook,
    written,
)
from tests.books.langang import langang

LANGUAGES = ("en", "zh")


def rich(language):
    """A plan in which every column of T1 to T4 holds something somewhere."""
    ledger, schedule, state = langang(language)
    measures = list(ledger.measures)
    say = (lambda zh, en: zh) if language == "zh" else (lambda zh, en: en)
    measures[0] = msgspec.structs.replace(
        measures[0],
        theme=typed("产业 / 水利 /  / 泵站"),
        verifier=typed(say("秦川", "L. Orr")),
        phone=typed("0571-8888"),
        recurring=typed(Recurring(text=say("每月", "monthly"))),
        extra={
            say("责任处室", "Responsible office"): say("综合处", "Section A"),
            say("督办人", "Supervisor"): say("白露", "R. Beck"),
            say("备注", "Remarks"): "=1+1",
        },
    )
    upper = UpperRequirement(
        id="upper1", document="plan", clause="", text="任务", upper_measure="措施", lead="省厅"
    )
    lead = next(a for a in ledger.assignments if a.measure == measures[0].id and a.role.value == "lead")
    state = msgspec.structs.replace(
        state,
        upper=(upper,),
        coverage=(Coverage(upper="upper1", status="matched", measures=(measures[0].id,)),),
        duties=(*state.duties, DutyState(assignment=lead.id, state="signed", signed_on="2027-01-20")),
    )
    return msgspec.structs.replace(ledger, measures=tuple(measures)), schedule, state


def edited(data, change):
    """The form's rows after a person changed them, as a workbook without the hidden sheet."""
    rows = sheet_of(data)
    return workbook(change(rows[0], rows[1:]))


@pytest.mark.parametrize("heads", LANGUAGES)
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("key", [*IMPORTED, "T0"])
def test_a_form_that_nobody_changed_changes_nothing(key, language, heads):
    plan = rich(language)
    intake = taken_in(plan, written(plan, key, heads))
    assert intake.layout == key
    assert intake.language == heads
    assert {row.fate for row in intake.rows} == {"same"}
    assert not intake.gone
    assert not intake.notes
    assert intake.ledger == plan[0]
    assert intake.state == plan[2]


@settings(max_examples=25, deadline=None)
@given(seed=st.integers(0, 10**9), key=st.sampled_from(IMPORTED), language=st.sampled_from(LANGUAGES))
def test_moved_columns_sorted_rows_and_a_lost_hidden_sheet_lose_nothing(seed, key, language):
    plan = rich(language)
    chance = random.Random(seed)

    def moved(heads, rows):
        order = list(range(len(heads)))
        chance.shuffle(order)
        chance.shuffle(rows)
        below = [[row[at] for at in order] for row in rows]
        for row in below:
            for at, cell in enumerate(row):
                if isinstance(cell, dt.datetime):
                    row[at] = chance.choice(
                        (cell, f"{cell:%Y-%m-%d}", f"{cell.year}年{cell.month}月{cell.day}日", wide(cell))
                    )
        return [[heads[at] for at in order], *below]

    intake = taken_in(plan, edited(written(plan, key), moved))
    assert {row.fate for row in intake.rows} == {"same"}
    assert intake.ledger == plan[0]
    assert intake.state == plan[2]


WORDS = st.text("改革事项abc 12，。=+-@（）", min_size=1, max_size=30).filter(str.strip).map(str.strip)


@settings(max_examples=12, deadline=None)
@given(
    key=st.sampled_from(("T2", "T4")),
    language=st.sampled_from(LANGUAGES),
    rows=st.lists(st.tuples(WORDS, WORDS, st.dates(dt.date(2027, 1, 1), dt.date(2030, 12, 31))), max_size=4),
    own=st.dictionaries(st.integers(0, 15), WORDS, max_size=3),
)
def test_added_rows_and_own_columns_come_in_and_go_out_again(key, language, rows, own):
    plan = rich(language)
    layout = form_of(plan, key).layout
    keys = [field.key for field in layout.fields]

    def added(heads, lines):
        new = []
        for number, (title, text, day) in enumerate(rows):
            line = [None] * len(heads)
            line[keys.index("title")], line[keys.index("text")] = f"{title} {number}", text
            line[keys.index("deadline")] = (
                wide(day) if number % 2 else dt.datetime(day.year, day.month, day.day)
            )
            new.append(line)
        below = [[*line, own.get(number)] for number, line in enumerate([*lines, *new])]
        return [[*heads, "自设列 Own"], *below]

    data = edited(written(plan, key), added)
    intake = taken_in(plan, data)
    assert [row.fate for row in intake.rows].count("added") == len(rows)
    assert not intake.faults
    assert intake.ledger.measures[: len(plan[0].measures)] or not plan[0].measures
    assert [m.id for m in intake.ledger.measures[: len(plan[0].measures)]] == [m.id for m in plan[0].measures]
    new = intake.ledger.measures[len(plan[0].measures) :]
    assert [(m.title.value, m.quote, m.deadline.value.date) for m in new] == [
        (f"{title} {number}", text, day.isoformat()) for number, (title, text, day) in enumerate(rows)
    ]
    assert not check(intake.ledger)

    plan = after(plan, intake)
    out = written(plan, key)
    assert taken_in(plan, out).ledger == plan[0]
    said = sheet_of(out)
    at = said[0].index("自设列 Own")
    assert {n: line[at] for n, line in enumerate(said[1:]) if line[at]} == own_in_rows(own, len(said) - 1)


def own_in_rows(own, rows):
    """The own words of the rows there are."""
    return {number: words for number, words in own.items() if number < rows}


DAY = dt.date(2027, 6, 30)
FOREIGN = {
    "T1": (
        "序号 改革任务 我省工作措施 省牵头单位 我市工作措施 市牵头单位 配合单位 责任处室 联系人及电话",
        "1|优化审批|省里统一平台|省政务办|完成平台对接|市数据局|市财政局、市司法局|综合处|张三 13800001111",
        "2|优化审批|省里统一平台|省政务办|开展培训|市人社局|||",
        "3|未承接任务||省厅|||||",
    ),
    "T2": (
        "事项编号 事项类别 来源时间 事项名称 批示或出访领导 任务要求 主办单位 主办人 拟办结时间 成果形式"
        " 工作计划 最近反馈时间 推进状态 进展情况 频次",
        "2027-13|批示|DAY|泵站改造|赵远明|更换机组|市水务局|孙立|DAY|报告"
        "|3月完成设计；6月验收|DAY|按期推进|已完成勘察|每月",
        "2027-14|出访|DAY|友城合作||签订协议|市外办||长期坚持||||||",
    ),
    "T3": (
        "任务来源 任务内容 牵头领导 牵头单位 完成时限 完成情况 具体进展 存在的困难或问题",
        "市委常委会|建设示范站|孔杰|市水务局|DAY|滞后|选址已定|用地指标不足",
        "政府工作报告|整治河道||市住建局|DAY|||",
    ),
    "T4": (
        "事项编号 事项名称 一级分类 二级分类 三级分类 四级分类 完成时限 相关要求 责任领导 牵头单位"
        " 责任单位 督办人 评价人 阶段计划 签收情况",
        "A-1|示范站|产业|水利|泵站|机组|DAY|开放台账|孔杰|市水务局|市财政局|白露|秦川"
        "|1. 设计（2027-03-31）\n2. 验收（2027-06-30）|已签收",
        "A-2|数据站|产业||数据||DAY|接入数据||市数据局|||||",
    ),
}
"""Ledgers of another office, a row a text; DAY is a real date."""


def rows_of(key):
    """The rows of such a ledger."""
    return [[DAY if cell == "DAY" else cell for cell in row.split("|")] for row in FOREIGN[key][1:]]


def foreign(key):
    """A form of another office as a workbook."""
    return workbook([FOREIGN[key][0].split(), *rows_of(key)])


@pytest.mark.parametrize("key", IMPORTED)
def test_a_form_of_another_office_comes_in_and_goes_out_cell_by_cell(key):
    plan = empty_plan("zh")
    intake = taken_in(plan, foreign(key))
    assert not intake.faults
    assert {row.fate for row in intake.rows} == {"added"}
    assert not check(intake.ledger)
    heads, wanted = FOREIGN[key][0], rows_of(key)
    said = sheet_of(written(after(plan, intake), key))
    assert said[0][:-1] == heads.split()
    cells = [[plain(cell) for cell in row[:-1]] for row in said[1:]]
    assert cells == [[plain(cell) for cell in row] for row in wanted]


@pytest.mark.parametrize("key", IMPORTED)
def test_a_second_run_of_the_same_form_changes_nothing(key):
    plan = empty_plan("zh")
    once = after(plan, taken_in(plan, foreign(key)))
    asked = taken_in(once, foreign(key))
    assert {row.fate for row in asked.rows} == {"ask"}
    assert (asked.ledger, asked.state) == (once[0], once[2])
    again = taken_in(once, foreign(key), confirmed=[row.number for row in asked.rows])
    assert {row.fate for row in again.rows} == {"same"}
    assert (again.ledger, again.state) == (once[0], once[2])


@pytest.mark.parametrize("key", IMPORTED)
def test_the_same_change_taken_in_twice_is_taken_in_once(key):
    plan = rich("zh")

    def changed(heads, rows):
        for at, head in enumerate(heads[:-1]):
            if head in ("具体进展", "进展情况", "责任处室", "督办人"):
                rows[1][at] = "新内容"
            if head in ("完成时限", "拟办结时间"):
                rows[1][at] = "２０２８年３月３１日"
            if head == "配合单位":
                rows[1][at] = "市财政局；新设机构"
        return [heads, *rows]

    data = edited(written(plan, key), changed)
    first = taken_in(plan, data)
    assert [row.fate for row in first.rows][:3] == ["same", "changed", "same"]
    again = taken_in(after(plan, first), data)
    assert {row.fate for row in again.rows} == {"same"}
    assert (again.ledger, again.state) == (first.ledger, first.state)


def test_a_new_day_is_the_promise_in_force_and_the_first_one_stays():
    plan = rich("zh")

    def later(heads, rows):
        rows[0][heads.index("完成时限")] = dt.datetime(2028, 1, 31)
        return [heads, *rows]

    intake = taken_in(plan, edited(written(plan, "T4"), later))
    before, now = plan[0].measures[0].deadline.value, intake.ledger.measures[0].deadline.value
    assert now.original.date == before.original.date
    assert now.current.date == "2028-01-31"


def test_a_clean_break_between_two_heads_of_a_merged_head_is_understood():
    rows = [
        ["澜港市重点事项台账", None, None, None, None, None],
        ["序号", "事项名称", "责任单位", None, "办理要求", "备注"],
        [None, None, "牵头单位", "责任单位", "完成时限", None],
        ["１", "建设示范站", "市水务局", "市财政局", "2027年6月底前", "自备"],
        ["２", "整治河道", None, None, "２０２７年９月３０日", None],
        ["注：本表每月更新。", None, None, None, None, None],
    ]
    merges = [
        (0, 0, 0, 5, rows[0][0]),
        (1, 0, 2, 0, "序号"),
        (1, 1, 2, 1, "事项名称"),
        (1, 2, 1, 3, "责任单位"),
        (1, 5, 2, 5, "备注"),
        (3, 2, 4, 2, "市水务局"),
        (5, 0, 5, 5, rows[5][0]),
    ]
    table = read_form(workbook(rows, merges), "台账.xlsx")
    assert table.layout == "T4"
    assert [(c.head, c.field) for c in table.columns][2:] == [
        ("责任单位 牵头单位", "lead"),
        ("责任单位", "cooperating"),
        ("办理要求 完成时限", "deadline"),
        ("备注", None),
    ]
    plan = empty_plan("zh")
    intake = taken_in(plan, workbook(rows, merges))
    assert [m.deadline.value.date for m in intake.ledger.measures] == ["2027-06-30", "2027-09-30"]
    leads = [a for a in intake.ledger.assignments if a.role.value == "lead"]
    assert len({a.unit.value for a in leads}) == 1
    assert len(leads) == 2
    assert intake.ledger.measures[0].extra == {"备注": "自备"}
    assert [m.code for m in intake.ledger.measures] == ["M-001", "M-002"]
    assert len(intake.notes) >= 2


@pytest.mark.parametrize("language", LANGUAGES)
def test_full_width_heads_and_synonyms_are_understood(language):
    heads = {
        "zh": ["＊牵头部门", "任务内容（具体）", "完成时间", "困难和问题", "自设"],
        "en": ["LEAD AGENCY", " task ", "Due  date", "Difficulties", "Own"],
    }[language]
    table = read_form(workbook([heads, ["a", "b", "2027-06-30", "d", "e"]]), "x.xlsx")
    assert table.layout == "T3"
    assert [c.field for c in table.columns] == ["lead", "text", "deadline", "report.obstacles", None]


FAULTS = {
    "a day that is none": ({"拟办结时间": "2027-02-30"}, "not a day of the calendar"),
    "two leads": ({"主办单位": "市财政局、市工业局"}, "2 units lead"),
    "an empty title": ({"事项名称": None}, "the title is empty"),
    "an id of another plan": ({"稳定编号": "zzzzzzzzzz"}, "none of this plan"),
    "a report day in words": ({"最近反馈时间": "上周"}, "is not a date"),
}


@pytest.mark.parametrize("change", FAULTS, ids=str)
def test_a_row_with_a_fault_is_rejected_alone_and_the_fault_says_where_and_what_to_do(change):
    plan = rich("zh")
    cells, words = FAULTS[change]

    def spoilt(heads, rows):
        for head, value in cells.items():
            rows[1][heads.index(head)] = value
        rows[2][heads.index("进展情况")] = "有进展"
        return [heads, *rows]

    intake = taken_in(plan, edited(written(plan, "T2"), spoilt))
    assert [row.fate for row in intake.rows][:3] == ["same", "rejected", "changed"]
    (fault,) = intake.faults
    assert "row 3" in fault
    assert words in fault
    assert intake.ledger.measures[1] == plan[0].measures[1]
    assert "有进展" in [report.done for report in intake.state.reports]


def test_a_row_of_the_plan_that_the_form_lacks_is_named_and_not_deleted():
    plan = rich("en")
    intake = taken_in(plan, edited(written(plan, "T3"), lambda heads, rows: [heads, *rows[1:]]))
    assert [id_ for id_, _ in intake.gone] == [plan[0].measures[0].id]
    assert intake.ledger == plan[0]


def test_a_number_of_another_row_is_no_new_row():
    plan = rich("zh")

    def copied(heads, rows):
        new = [None] * len(heads)
        new[heads.index("事项编号")], new[heads.index("事项名称")] = "３", "别的事项"
        return [heads, *rows, new]

    intake = taken_in(plan, edited(written(plan, "T4"), copied))
    assert intake.rows[-1].fate == "rejected"
    assert "number 3 is" in intake.faults[0]


def test_the_words_of_a_document_a_signature_and_a_computed_figure_are_not_changed_by_a_form():
    plan = rich("zh")

    def overwritten(heads, rows):
        for head, words in (("相关要求", "改写"), ("签收情况", "未签")):
            rows[0][heads.index(head)] = words
        return [heads, *rows]

    intake = taken_in(plan, edited(written(plan, "T4"), overwritten))
    assert intake.ledger == plan[0]
    assert intake.state == plan[2]
    assert len(intake.notes) == 2


def test_a_unit_that_the_register_lacks_is_entered_and_said():
    plan = rich("zh")

    def renamed(heads, rows):
        rows[0][heads.index("牵头单位")] = "新设机构"
        return [heads, *rows]

    intake = taken_in(plan, edited(written(plan, "T3"), renamed))
    assert intake.ledger.units[-1].name == "新设机构"
    assert "新设机构" in intake.notes[0]
    assert not check(intake.ledger)


def test_an_unchanged_value_keeps_its_origin_and_a_changed_one_is_typed():
    plan = rich("en")

    def later(heads, rows):
        rows[0][heads.index("Deadline")] = dt.datetime(2027, 12, 1)
        return [heads, *rows]

    measures = taken_in(plan, edited(written(plan, "T3"), later)).ledger.measures
    assert [m.deadline.origin for m in measures[:2]] == ["typed", "quoted"]


def test_what_would_not_hold_in_the_plan_is_said_before_anything_is_stored():
    plan = rich("zh")

    def earlier(heads, rows):
        rows[0][heads.index("完成时限")] = "2027-01-31"
        return [heads, *rows]

    intake = taken_in(plan, edited(written(plan, "T4"), earlier))
    assert any("after its measure M-001" in fault for fault in intake.broken)


def test_a_sheet_without_the_heads_of_a_form_is_refused_in_words():
    with pytest.raises(BadLedger, match="no sheet has the heads of a form"):
        read_form(workbook([["a", "b"], [1, 2]]), "x.xlsx")
    with pytest.raises(BadLedger, match="can't be opened"):
        read_form(b"PK\x03\x04 no workbook", "x.xlsx")


def test_a_form_saved_as_csv_comes_in_too():
    plan = rich("zh")
    rows = sheet_of(written(plan, "T3"))
    text = "\n".join(",".join(f'"{plain(cell)}"' for cell in row) for row in rows)
    intake = taken_in(plan, text.encode("utf-8-sig"), name="form.csv")
    assert {row.fate for row in intake.rows} == {"same"}
