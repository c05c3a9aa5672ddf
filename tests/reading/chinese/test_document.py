"""The facts of a document, and what fixes its dates."""

import pytest

from milepost.reading.chinese.document import facts_of, find_days, find_facts
from milepost.reading.chinese.folding import fold

NOTICE = (
    "松川市人民政府办公室关于印发\n松川市港口提升行动方案的通知\n松政办发〔2028〕12号\n各区人民政府，"
    "市政府各部门：\n"
    "现印发给你们。"
    "\n松川市人民政府办公室\n二〇二八年三月六日\n松川市港口提升行动方案\n1.扩建码头。"
    "（市港口局负责）"
)


def test_a_notice_gives_all_facts() -> None:
    facts = find_facts(NOTICE, [], None)
    assert facts.kind == "plan"
    assert facts.title == "松川市人民政府办公室关于印发松川市港口提升行动方案的通知"
    assert facts.issuer == "松川市人民政府办公室"
    assert facts.number == "松政办发〔2028〕12号"
    assert facts.date == "2028-03-06"
    assert facts.date_span is not None
    assert NOTICE[slice(*facts.date_span)] == "二〇二八年三月六日"
    assert facts.lead_rule == "none"


DATES = (
    ("工作方案\n（2027年1月18日印发）\n一、要求", "2027-01-18"),
    ("管理办法\n（2028年4月18日松川市人民政府令第58号公布　自2028年7月1日起施行）\n", "2028-04-18"),
    ("任务清单\n（2028年2月25日，带*的为牵头单位）\n一、要求", "2028-02-25"),
    ("實施計畫\n（2027年11月10日核定）\n壹、目標", "2027-11-10"),
    ("工作方案\n本方案自2027年4月2日印发之日起施行。", "2027-04-02"),
    ("专题会议纪要\n2027年2月24日下午，副市长主持召开会议。", "2027-02-24"),
    ("工作方案\n于2027年6月30日前完成。", None),
    ("工作方案\n2027年2月30日\n", None),
)


@pytest.mark.parametrize(("text", "date"), DATES)
def test_day_of_the_document(text: str, date: str | None) -> None:
    assert find_facts(text, [], None).date == date


def test_a_given_date_serves_only_where_none_is_printed() -> None:
    assert find_facts("工作方案\n一、要求", [], "2027-05-01").date == "2027-05-01"
    assert find_facts(NOTICE, [], "2027-05-01").date == "2028-03-06"


KINDS = (
    ("松川市政府专题会议纪要\n会议研究了港口工作。", "minutes"),
    ("市委常委会会议召开\n6月8日，市委常委会会议召开，市委书记主持会议。会议强调，要抓好落实。", "bulletin"),
    ("关于加强港口管理的若干措施\n一、扩建", "plan"),
    ("松川市港口条例\n第一条 为了管理港口", "regulation"),
    ("松川市港口管理办法（试行）\n第一条　为了管理港口，制定本办法。", "regulation"),
    ("松川市港口奖励办法\n一、扩建码头。", "plan"),
    ("松川市人民政府关于港口总体规划的批复\n一、原则同意规划。", "other"),
    ("关于批准预算的决议\n会议决定批准。", "resolution"),
    ("松川市港口资金审计报告\n一、基本情况", "audit"),
)


@pytest.mark.parametrize(("text", "kind"), KINDS)
def test_kind_of_the_document(text: str, kind: str) -> None:
    assert find_facts(text, [], None).kind == kind


@pytest.mark.parametrize(
    "rule",
    [
        "列第一位者为牵头单位，下同",
        "排在第一位的为牵头部门",
        "第一责任单位为牵头单位",
        "排名第一位为牵头单位",
        "排在首位的為牽頭單位",
        "列首位的单位为牵头单位",
    ],
)
def test_the_rule_on_the_first_unit_is_known(rule: str) -> None:
    assert find_facts(f"方案\n1.扩建。（市港口局、市财政局负责。{rule}）", [], None).lead_rule == "first"


def test_a_leading_unit_is_no_rule() -> None:
    assert find_facts("方案\n第一批项目由市港口局牵头。", [], None).lead_rule == "none"


def test_the_year_is_the_documents_own() -> None:
    for text, date, year in (
        (NOTICE, None, 2028),
        ("2029年重点任务表\n1.扩建。", None, 2029),
        ("任务表\n注：完成时限未写年份的，均指2030年。", "2029-12-01", 2030),
        ("任务表\n1.扩建。", None, None),
        ("松川市2028年重点任务\n1.扩建。", "2027-12-22", 2028),
        ("松川市2028年工作总结\n1.扩建。", "2029-01-10", 2029),
    ):
        folded = fold(text)
        assert find_days(folded, facts_of(folded, date), date, None).year == year


ISSUERS = (
    ("松川市规划委员会文件\n松规〔2028〕3号\n松川市停车设施提升方案", "松川市规划委员会"),
    ("停车设施任务表\n2028年3月1日　松川市城管局", "松川市城管局"),
    ("停车设施工作要点\n一、要求\n（市城管局2028年3月1日印发）", "市城管局"),
    ("松川市人民政府\n关于提升停车设施的意见", "松川市人民政府"),
    ("停车设施工作要点\n一、要求", None),
)


@pytest.mark.parametrize(("text", "issuer"), ISSUERS)
def test_the_issuer_is_who_stands_before_the_title_beside_the_date_or_on_the_letterhead(
    text: str, issuer: str | None
) -> None:
    assert find_facts(text, [], None).issuer == issuer


def test_a_bare_form_gives_way_to_the_line_that_says_what_it_is_about() -> None:
    text = "专题会议纪要\n〔2028〕4号\n关于研究停车设施的会议纪要\n会议议定："
    assert find_facts(text, [], None).title == "关于研究停车设施的会议纪要"


def test_a_decree_s_number_stands_in_the_bracket_below_the_title() -> None:
    text = (
        "松川市港口管理办法\n（2028年4月18日松川市人民政府令第58号公布）\n第一条　为了管理港口，制定本办法。"
    )
    assert find_facts(text, [], None).number == "松川市人民政府令第58号"
