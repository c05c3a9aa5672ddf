"""Directives of Chinese bulletins: runs, agents, clauses, strength; each row of the tables has a case."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from milepost.reading.chinese import read_chinese
from milepost.reading.chinese.charges import BINDING
from milepost.reading.chinese.directives import FORMULAS, read_directives
from milepost.reading.chinese.phrases import verdict
from milepost.reading.records import ClauseFound, DocumentFacts, FoundMeasure

FACTS = DocumentFacts(kind="bulletin", date="2027-06-09")


def read(text: str) -> list[FoundMeasure]:
    """The measures of a bulletin's text."""
    return read_directives(text, [], FACTS, None)[0]


def units(measure: FoundMeasure) -> list[str]:
    """The names of a measure, leads first."""
    return [unit.name for unit in measure.lead] + [unit.name for unit in measure.support]


def test_one_measure_for_each_agent_of_a_sentence() -> None:
    text = (
        "会议强调，市委改革办要会同市委督查室建立月调度制度，各专项小组要在6月底前明确牵头单位，"
        "各区县党委要把改革任务纳入述职内容。"
    )
    measures = read(text)
    assert [units(m) for m in measures] == [["市委改革办", "市委督查室"], ["各专项小组"], ["各区县党委"]]
    assert text[slice(*measures[1].span)] == "各专项小组要在6月底前明确牵头单位"
    assert measures[1].deadline is not None
    assert measures[1].deadline.date == "2027-06-30"


def test_a_marked_agent_leads_and_an_unmarked_one_supports() -> None:
    led, asked = read(
        "会议要求，由市发改委牵头，市财政局、市住建局配合，8月底前出台方案。市审计局要公布清单。"
    )
    assert ([u.name for u in led.lead], [u.name for u in led.support]) == (
        ["市发改委"],
        ["市财政局", "市住建局"],
    )
    assert (asked.lead, [u.name for u in asked.support], asked.roles) == ([], ["市审计局"], "in_text")


def test_clauses_without_an_agent_belong_to_the_one_before() -> None:
    text = "会议强调，市属国企要退出低效资产，新增航线3条。要坚持先立后破，压减会议。"
    first, second = read(text)
    assert [text[slice(*part.span)] for part in first.parts] == ["退出低效资产", "新增航线3条"]
    assert [(text[slice(*p.span)], p.strength) for p in second.parts] == [
        ("坚持先立后破", "principle"),
        ("压减会议", "mandatory"),
    ]
    assert (second.action, second.strength) == ("压减会议", "mandatory")


def test_listed_points_are_measures_and_their_marks_stay_out_of_the_action() -> None:
    text = "秋知返要求，一是公布办事目录；二是各街道要谋划一项微改革；三是树立一盘棋思想。"
    measures = read(text)
    assert [(units(m), m.strength) for m in measures] == [
        ([], "mandatory"),
        (["各街道"], "mandatory"),
        ([], "principle"),
    ]
    assert measures[0].action == "公布办事目录"
    assert text[measures[0].span[0] :].startswith("一是")


def test_a_formula_inside_a_sentence_opens_the_run() -> None:
    text = "会议听取了安全形势汇报，强调要开展排查，市应急局要于4月10日前公布隐患清单。"
    first, second = read(text)
    assert text[slice(*first.span)] == "要开展排查"
    assert units(second) == ["市应急局"]


def test_facts_are_set_aside_and_other_business_closes_the_run() -> None:
    text = "会议指出，分工安排是任务总表。\n会议还研究了其他事项。\n人员要到场。"
    measures, aside = read_directives(text, [], FACTS, None)
    assert measures == []
    assert [text[slice(*a.span)] for a in aside] == ["分工安排是任务总表"]


def test_what_a_unit_has_done_is_a_fact() -> None:
    assert read("会议指出，市财政局3月拨付了资金。") == []


def test_headings_and_lines_of_names_are_no_directives() -> None:
    assert read("会议要求：\n一、关于征迁\n出席：甲、乙\n发：市财政局。") == []


def test_a_measure_knows_its_clause() -> None:
    text = "标题\n会议要求，市财政局要公布清单。"
    clauses = [ClauseFound(id="c1", span=(0, 2), kind="title"), ClauseFound(id="c2", span=(3, len(text)))]
    assert [m.clause for m in read_directives(text, clauses, FACTS, None)[0]] == ["c2"]


def test_what_is_forbidden_is_refrained_from() -> None:
    (measure,) = read("会议要求，不得瞒报灾情。")
    assert measure.polarity == "refrain"


FORMULA_CASES = (
    ("formula:demanded", "会议强调，市财政局要公布清单。", "mandatory"),
    ("formula:demanded", "副省长江屿在会上要求，市财政局要公布清单。", "mandatory"),
    ("formula:resolved", "会议决定，设立物资储备中心。", "commitment"),
)


@pytest.mark.parametrize(("rule", "text", "strength"), FORMULA_CASES)
def test_a_formula_opens_a_run(rule: str, text: str, strength: str) -> None:
    assert [(m.because[0], m.strength) for m in read(text)] == [(rule, strength)]


def test_every_formula_has_a_case() -> None:
    assert {row.name for row in FORMULAS} == {name for name, *_ in FORMULA_CASES}


AGENT_CASES: tuple[tuple[str, str, list[str]], ...] = (
    ("agent:leads", "市发改委牵头编制方案", ["市发改委"]),
    ("agent:leads-with", "市发改委会同市财政局、市审计局编制方案", ["市发改委", "市财政局", "市审计局"]),
    ("agent:modal", "市应急局要公布清单", ["市应急局"]),
    ("agent:modal", "市海关、海事部门要压缩停留时间", ["市海关", "海事部门"]),
    ("agent:modal", "各市、县政府要公布清单", ["各市、县政府"]),
    ("agent:charged", "县财政局负责落实经费", ["县财政局"]),
    ("agent:dated", "市审计局8月底前公布清单", ["市审计局"]),
    ("agent:forbidden", "各部门不得以任何名义向企业摊派", ["各部门"]),
    ("agent:plain", "各市州严格落实减排措施", ["各市州"]),
    ("agent:asked", "请市司法局抓紧开展审查", ["市司法局"]),
    ("agent:by", "由市司法局开展审查", ["市司法局"]),
    ("agent:none", "城市更新要坚持并举", []),
    ("agent:none", "要公布清单", []),
)


@pytest.mark.parametrize(("rule", "words", "names"), AGENT_CASES)
def test_an_agent_is_found_by_its_row(rule: str, words: str, names: list[str]) -> None:
    (measure,) = read(f"会议要求，{words}。")
    assert (measure.because[1], units(measure)) == (rule, names)


def test_every_binding_word_has_a_case() -> None:
    helping = {"agent:helps"}  # joins the measure before: test_a_marked_agent_leads_…
    assert {row.name for row in BINDING} - helping <= {name for name, *_ in AGENT_CASES}


PHRASE_CASES = (
    ("phrase:measured", "确保新增航线3条", True),
    ("phrase:role", "主要负责同志亲自抓", True),
    ("phrase:picture", "努力开创新局面", False),
    ("verb:act", "公布办事目录", True),
    ("verb:attitude", "坚持先立后破", False),
    ("verb:attitude", "城市更新要坚持并举", False),
    ("object:definite", "健康发展服务体系", True),
    ("object:general", "进一步深化改革", False),
    ("verb:unknown", "挑水浇园", True),
)


@pytest.mark.parametrize(("rule", "words", "checkable"), PHRASE_CASES)
def test_a_clause_is_judged_by_its_rule(rule: str, words: str, checkable: bool) -> None:
    assert verdict(words, 0, len(words)) == (checkable, rule)


PIECES = [
    "会议强调，",
    "市财政局",
    "、",
    "要",
    "牵头",
    "会同",
    "公布清单",
    "，",
    "；",
    "。",
    "\n",
    "一是",
    "“",
    "”",
    "6月底前",
    "由",
]


@given(st.lists(st.sampled_from(PIECES), max_size=24))
def test_any_text_is_read_with_exact_spans(pieces: list[str]) -> None:
    text = "".join(pieces)
    for measure in read(text):
        assert 0 <= measure.span[0] < measure.span[1] <= len(text)
        assert all(text[slice(*unit.span)] == unit.name for unit in measure.lead)
        assert all(text[slice(*unit.span)] == unit.name for unit in measure.support)


def test_the_modal_inside_a_unit_s_name_binds_nobody() -> None:
    (measure,) = read("会议要求，市水务局、市应急管理局要对水库开展排查。")
    assert units(measure) == ["市水务局", "市应急管理局"]


def test_a_fact_before_the_demand_is_no_part_of_it() -> None:
    text = "会议指出，今年汛期形势严峻，要坚决克服麻痹思想。"
    (measure,) = read(text)
    assert text[slice(*measure.span)] == "要坚决克服麻痹思想"
    assert measure.strength == "principle"


def test_an_aim_is_a_directive_of_its_own() -> None:
    first, second = read("会议强调，市发改委要加强监测调度，力争上半年实现“双过半”。")
    assert (units(first), units(second)) == (["市发改委"], [])
    assert second.deadline is not None
    assert second.deadline.kind == "target"


@pytest.mark.parametrize(
    ("sentence", "action", "support"),
    [
        ("下一步，要加大宣传力度。", "加大宣传力度", ""),
        ("市财政局于5月15日前落实经费。", "落实经费", "市财政局"),
        ("市医保局9月1日起实行新标准。", "实行新标准", "市医保局"),
        ("市医保局要从9月1日起实行新标准。", "实行新标准", "市医保局"),
        ("市卫健委每周对食堂开展一次检查。", "每周对食堂开展一次检查", "市卫健委"),
        ("各部门不得以任何名义向企业摊派。", "不得以任何名义向企业摊派", "各部门"),
    ],
)
def test_an_action_is_whole_and_begins_behind_agent_and_date(
    sentence: str, action: str, support: str
) -> None:
    text = (
        "松川市人民政府召开常务会议\n2028年2月20日，市长主持召开市政府第10次常务会议。\n"
        "会议强调，要压减库存30%。" + sentence
    )
    measure = read_chinese(text, [], None).measures[-1]
    assert (measure.action, "|".join(unit.name for unit in measure.support)) == (action, support)


@given(
    st.lists(
        st.sampled_from(
            ["下一步", "同时", "一是", "要", "要加大宣传力度", "3月底前", "市财政局", "配合", "“”", " ", "1."]
        ),
        min_size=1,
        max_size=6,
    )
)
def test_no_action_is_empty(clauses: list[str]) -> None:
    for measure in read("会议强调，" + "，".join(clauses) + "。"):
        assert measure.action.strip()


SECURED = (
    ("省财政厅要确保工资按时足额发放", "mandatory"),
    ("市交通局要强化客运车辆动态监管", "mandatory"),
    ("各地各部门要防止选择性改革", "principle"),
    ("要确保社会大局稳定", "principle"),
)


@pytest.mark.parametrize(("words", "strength"), SECURED)
def test_what_is_secured_can_be_checked_of_the_unit_that_is_named(words: str, strength: str) -> None:
    (measure,) = read(f"会议要求，{words}。")
    assert measure.strength == strength


def test_a_slogan_behind_a_duty_is_nobody_s_duty() -> None:
    first, second = read("会议要求，市委宣传部要讲好改革故事，尊重基层首创精神。")
    assert (units(first), first.strength) == (["市委宣传部"], "mandatory")
    assert (units(second), second.strength) == ([], "principle")
