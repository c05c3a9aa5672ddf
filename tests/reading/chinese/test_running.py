"""Duties without a tail: who is the agent, what counts in a plan and in minutes."""

import pytest

from milepost.reading.chinese import read_chinese
from milepost.reading.chinese.running import RULES, SET_ASIDE

MINUTES = "松川市人民政府专题会议纪要\n2028年2月20日，副市长主持召开专题会议，研究港区事项。\n会议明确：\n"
CASES = (
    (
        "running:led-with",
        "由市发改委牵头，市财政局、市住建局配合，3月15日前提出方案。",
        "市发改委",
        "市财政局|市住建局",
    ),
    (
        "running:coordinated",
        "管线迁改由市住建局统筹，各产权单位具体实施，6月中旬完成。",
        "市住建局",
        "各产权单位",
    ),
    ("running:led-together", "由市水务局会同市城管局，4月底前提出清单。", "市水务局", "市城管局"),
    ("running:led", "由市应急管理局负责，一周内完成核查。", "市应急管理局", ""),
    ("running:by", "由市住建局根据会议意见修改后印发。", "", "市住建局"),
    ("running:asked-with", "请市轨道集团会同临江区政府，5月底前完成签约。", "市轨道集团", "临江区政府"),
    ("running:asked", "请市审计局年底前提交报告。", "", "市审计局"),
    (
        "running:leads-helped",
        "市民政局负责，市公安局、市人社局配合，3月15日前建成20个站点。",
        "市民政局",
        "市公安局|市人社局",
    ),
    ("running:leads-with", "市交通局要会同市人社局，6月底前编制方案。", "市交通局", "市人社局"),
    ("running:led-together", "由市水务局会同市科技局，4月底前提出清单。", "市水务局", "市科技局"),
    ("running:asked-with", "请市轨道集团会同市人社局，5月底前完成签约。", "市轨道集团", "市人社局"),
    ("running:asked", "请市人社局年底前提交报告。", "", "市人社局"),
    ("running:leads-with", "市交通局要会同市公安局，6月底前编制方案。", "市交通局", "市公安局"),
    ("running:leads", "县规划局牵头编制排水规划，年底前完成。", "县规划局", ""),
    ("running:agent", "各县（市）政府要于3月底前报送方案。", "", "各县（市）政府"),
)


@pytest.mark.parametrize(("rule", "text", "lead", "support"), CASES)
def test_row_names_the_agent(rule: str, text: str, lead: str, support: str) -> None:
    (measure,) = read_chinese(MINUTES + text, [], None).measures
    assert measure.because[0] == rule
    assert ("|".join(u.name for u in measure.lead), "|".join(u.name for u in measure.support)) == (
        lead,
        support,
    )
    assert measure.roles == "in_text"


def test_every_row_has_an_example() -> None:
    assert {rule.name for rule in RULES} == {case[0] for case in CASES}


def test_a_plan_needs_a_date_where_minutes_do_not() -> None:
    sentence = "市财政局要加快拨付资金。"
    assert len(read_chinese(MINUTES + sentence, [], None).measures) == 1
    assert read_chinese("资金工作方案\n" + sentence, [], None).measures == []


def test_minutes_carry_an_agent_to_a_dated_sentence() -> None:
    text = "由市港口局负责，3月底前完成摸底。对闲置泊位同步收回，4月底前完成。"
    first, second = read_chinese(MINUTES + text, [], None).measures
    assert [u.name for u in second.lead] == [u.name for u in first.lead] == ["市港口局"]
    assert second.because[0] == "running:carried"


def test_a_start_and_a_rhythm_are_two_duties() -> None:
    text = "临江区政府要抓好征询，3月1日起入户征询，每周五下班前报送进度。"
    found = read_chinese(MINUTES + text, [], None).measures
    assert [m.deadline.kind for m in found if m.deadline] == ["start", "recurring"]


def test_of_two_agents_the_dated_one_owes_the_report() -> None:
    text = "推进方案\n以上工作由市政府督查室负责督办，各牵头部门须于2028年12月10日前报送总结。"
    (measure,) = read_chinese(text, [], None).measures
    assert ([u.name for u in measure.lead], [u.name for u in measure.support]) == ([], ["各牵头部门"])


def test_a_covering_notice_carries_duties() -> None:
    text = "关于报送总结的通知\n各单位：\n请各单位于2028年4月20日前将总结报市府办。"
    (measure,) = read_chinese(text, [], None).measures
    assert measure.action == "将总结报市府办"
    assert measure.deadline is not None
    assert measure.deadline.date == "2028-04-20"


ASIDE = (
    ("permission", "鼓励产权单位采用新工艺。"),
    ("boilerplate", "本方案自2028年4月2日起施行，有效期三年。"),
    ("reported", "会议听取了市住建局的汇报。"),
    ("principle", "各单位要高度重视，挂图作战。"),
)


@pytest.mark.parametrize(("reason", "text"), ASIDE)
def test_other_sentences_are_set_aside(reason: str, text: str) -> None:
    body = read_chinese(MINUTES + text, [], None)
    assert body.measures == []
    assert reason in [aside.reason for aside in body.set_aside]


def test_every_reason_has_an_example() -> None:
    assert {reason for reason, _, _ in SET_ASIDE} == {case[0] for case in ASIDE}


def test_helpers_behind_the_lead_are_no_part_of_the_action() -> None:
    text = MINUTES + "市民政局牵头，市公安局、市人社局配合，3月15日前建成20个站点。"
    (measure,) = read_chinese(text, [], None).measures
    assert measure.action == "建成20个站点"
