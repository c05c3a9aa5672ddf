"""Duties without a tail: who is the agent, what counts in a plan and in minutes."""

import pytest

from milepost.reading.chinese import read_chinese
from milepost.reading.chinese.agents import RULES
from milepost.reading.chinese.asides import SET_ASIDE

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
    ("running:agent", "市城管局统筹泊位优化，9月底前新增1800个。", "", "市城管局"),
    ("running:agent", "市委组织部要指导各地建立台账。", "", "市委组织部"),
    ("running:agent", "县水利局作为项目法人，务必于3月底前开工。", "", "县水利局"),
    ("running:asked", "请县住建局督促供水公司制定预案。", "", "县住建局"),
    (
        "running:asked-led",
        "请市教育局牵头，市卫健委、市公安局配合，制定方案。",
        "市教育局",
        "市卫健委|市公安局",
    ),
    ("running:asked-led", "请市教育局牵头制定方案。", "市教育局", ""),
    ("running:led-with", "专项债券申报工作由县发改局牵头、县财政局配合。", "县发改局", "县财政局"),
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


@pytest.mark.parametrize(
    ("sentence", "actions"),
    [
        ("1.请市教育局牵头，市卫健委、市公安局配合，制定方案。", ["制定方案"]),
        ("1.由市教育局牵头，市卫健委、市公安局配合，制定方案。", ["制定方案"]),
        ("1.请市教育局牵头，市卫健委配合。", []),
        ("1.由财务人员牵头，其他同志配合，做好记录。", []),
        ("1.发挥由市教育局牵头的联席会议作用。", []),
        ("1.县应急局会同县发改局储备沙袋5万条。", ["储备沙袋5万条"]),
        ("1.近年来，县应急局会同县发改局多次检查。", []),
        ("1.去年县应急局会同县发改局储备沙袋3万条。", []),
        ("1.县应急局会同县发改局印发的通知继续执行。", []),
        ("1.建立县应急局会同县发改局会商的机制。", []),
    ],
)
def test_a_plan_that_shares_out_a_task_by_name_needs_no_date(sentence: str, actions: list[str]) -> None:
    found = read_chinese("任务分工\n" + sentence, [], None).measures
    assert [measure.action for measure in found] == actions


def test_minutes_carry_an_agent_to_a_dated_sentence() -> None:
    text = "由市港口局负责，3月底前完成摸底。对闲置泊位同步收回，4月底前完成。"
    first, second = read_chinese(MINUTES + text, [], None).measures
    assert [u.name for u in first.lead] == ["市港口局"]
    assert (second.lead, second.support) == ([], [])
    assert [u.name for u in second.implied_support] == ["市港口局"]
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
    ("running:encouraged", "permission", "鼓励产权单位采用新工艺。"),
    ("running:penalty", "permission", "违反本办法第五条规定的，由市城管局责令改正。"),
    ("running:in-force", "boilerplate", "本方案自2028年4月2日起施行，有效期三年。"),
    ("running:eligible", "scope", "申报单位应当符合下列条件："),
    ("running:defines", "definition", "本办法所称岸线，是指市港口局管理的岸线。"),
    ("running:applies", "scope", "市政府投资的项目，适用本办法。"),
    ("running:members", "membership", "领导小组由市财政局、市水利局主要负责人组成。"),
    ("running:heard", "reported", "会议听取了市住建局的汇报。"),
    ("running:attended", "reported", "市财政局、市水利局负责同志参加会议。"),
    ("running:convened", "reported", "3月2日，副市长何远召集市水利局、市财政局研究管网事项。"),
    ("running:exhorted", "principle", "各单位要高度重视，挂图作战。"),
)


@pytest.mark.parametrize(("_rule", "reason", "text"), ASIDE)
def test_other_sentences_are_set_aside(_rule: str, reason: str, text: str) -> None:
    body = read_chinese(MINUTES + text, [], None)
    assert body.measures == []
    assert reason in [aside.reason for aside in body.set_aside]


def test_every_row_of_what_is_set_aside_has_an_example() -> None:
    assert {(name, reason) for reason, name, _ in SET_ASIDE} == {case[:2] for case in ASIDE}


def test_two_agents_of_one_sentence_owe_a_duty_each() -> None:
    text = MINUTES + "各镇政府负责村道日常保洁，县交通局每季度组织一次考评。"
    first, second = read_chinese(text, [], None).measures
    assert [first.support[0].name, second.support[0].name] == ["各镇政府", "县交通局"]
    assert first.deadline is None
    assert second.recurring is not None


def test_a_word_that_only_ends_like_a_unit_opens_no_duty_of_its_own() -> None:
    text = MINUTES + "市教育局要于4月10日前公布方案，调整学区应当开展评估。"
    (measure,) = read_chinese(text, [], None).measures
    assert [unit.name for unit in measure.support] == ["市教育局"]


def test_what_the_meeting_decides_behind_a_report_is_a_duty() -> None:
    text = MINUTES + "会议原则同意改造方案，并决定：（1）资金由市财政局安排，3月底前下达。"
    (measure,) = read_chinese(text, [], None).measures
    assert [unit.name for unit in measure.support] == ["市财政局"]


RULES_HEAD = "松川市岸线管理办法\n第一条　为了加强岸线管理，制定本办法。\n"


def test_rules_bind_whom_they_name() -> None:
    text = RULES_HEAD + (
        "第二条　市港口局负责岸线的监督管理。市财政局应当公布收费标准。\n"
        "第三条　码头经营者不得擅自改变岸线用途。\n"
        "第四条　市港口局可以委托区港口局检查。\n"
    )
    body = read_chinese(text, [], None)
    assert body.facts.kind == "regulation"
    assert [unit.name for m in body.measures for unit in m.support] == ["市港口局", "市财政局", "码头经营者"]
    assert [m.polarity for m in body.measures] == ["do", "do", "refrain"]
    assert "permission" in [aside.reason for aside in body.set_aside]


def test_whoever_stands_over_a_list_has_each_of_its_items() -> None:
    text = RULES_HEAD + (
        "第二条　市港口局履行下列职责：\n（一）编制岸线规划；\n（二）公布岸线名录；\n"
        "第三条　本办法自2028年1月1日起施行。\n"
    )
    found = read_chinese(text, [], None).measures
    assert [(m.support[0].name, m.roles) for m in found] == [("市港口局", "inherited")] * 2
    assert [m.number for m in found] == ["第二条（一）", "第二条（二）"]


def test_a_plan_takes_an_undated_duty_only_behind_a_strict_word() -> None:
    strict = "岸线工作方案\n各区政府不得新批散货码头。\n"
    loose = "岸线工作方案\n各区政府要完善配套政策。\n"
    (measure,) = read_chinese(strict, [], None).measures
    assert measure.polarity == "refrain"
    assert read_chinese(loose, [], None).measures == []


def test_a_standard_that_a_unit_applies_from_a_day_on_is_a_duty() -> None:
    text = "供水工作方案\n新标准由市水务局9月1日起执行。\n"
    (measure,) = read_chinese(text, [], "2028-05-01").measures
    assert measure.deadline is not None
    assert measure.deadline.kind == "start"


def test_helpers_behind_the_lead_are_no_part_of_the_action() -> None:
    text = MINUTES + "市民政局牵头，市公安局、市人社局配合，3月15日前建成20个站点。"
    (measure,) = read_chinese(text, [], None).measures
    assert measure.action == "建成20个站点"


def test_among_resolutions_of_a_meeting_a_verb_is_enough() -> None:
    text = MINUTES + "市轨道公司启动勘察设计招标。会议听取了汇报。市轨道公司启动了勘察。"
    (measure,) = read_chinese(text, [], None).measures
    assert measure.action == "启动勘察设计招标"


@pytest.mark.parametrize(
    ("sentence", "unit", "action"),
    [
        ("会议同意县财政局安排资金300万元。", "县财政局", "安排资金300万元"),
        ("同意由县民政局建设敬老院1所，6月底前完成。", "县民政局", "建设敬老院1所"),
        ("会议一致同意由县住房和城乡建设局建设公园1座。", "县住房和城乡建设局", "建设公园1座"),
        ("同意县政府采购中心新建仓库。", "县政府采购中心", "新建仓库"),
    ],
)
def test_what_a_meeting_agrees_that_a_unit_does_is_its_duty(sentence: str, unit: str, action: str) -> None:
    (measure,) = read_chinese(MINUTES + sentence, [], None).measures
    assert [one.name for one in measure.support] == [unit]
    assert measure.action == action


@pytest.mark.parametrize(
    "sentence",
    [
        "会议同意市城管局提出的治理方案。",
        "会议同意市城管局关于治理工作的请示。",
        "会议同意市财政局意见。",
        "会议原则同意市教育局《学校布局方案》。",
    ],
)
def test_what_a_meeting_agrees_to_is_no_duty(sentence: str) -> None:
    body = read_chinese(MINUTES + sentence, [], None)
    assert body.measures == []
    assert (MINUTES + sentence)[slice(*body.set_aside[-1].span)] == sentence
