"""The record of a meeting in Chinese: bodies, day, people, agenda, higher meetings; every row has a case."""

import pytest

from milepost.reading.chinese.agenda import ACTS, find_agenda
from milepost.reading.chinese.attendance import ROLES, find_people
from milepost.reading.chinese.folding import fold
from milepost.reading.chinese.meeting import find_meeting
from milepost.reading.chinese.sittings import find_sat
from milepost.reading.records import DocumentFacts, MeetingFacts

BULLETIN = """市委常委会会议暨十四届市委全面深化改革委员会第九次会议召开
2027-01-02 18:20

12月30日下午，市委常委会会议暨十四届市委全面深化改革委员会第九次会议召开，传达学习省委深改委第三次会议精神，研究我市举措。\
市委书记、市委深改委主任柯远澄主持会议并讲话。市委副书记、市长沈砚秋，市政协主席卢知白出席。市委副书记段青禾传达有关精神。\
市人大常委会主任高望舒因公请假。

会议审议了《分工安排》、《若干措施》，审议通过了新修订的《工作细则》等文件；听取了七个改革专项小组工作打算的汇报。

会议强调，要抓好落实。会议还研究了其他事项。"""
FACTS = DocumentFacts(kind="bulletin", date="2027-01-02")


def read(text: str, facts: DocumentFacts = FACTS) -> MeetingFacts:
    """The meeting of a text that reports one."""
    meeting = find_meeting(text, [], facts)
    assert meeting is not None
    return meeting


def test_a_joint_sitting_gives_two_bodies_with_session_and_term() -> None:
    found = [(body.name, body.session, body.term) for body in read(BULLETIN).bodies]
    assert found == [("市委常委会", None, None), ("市委全面深化改革委员会", 9, 14)]


def test_a_day_after_the_publication_belongs_to_the_year_before() -> None:
    meeting = read(BULLETIN)
    assert (meeting.held_on, meeting.published_at) == ("2026-12-30", "2027-01-02T18:20")


def test_a_day_without_any_year_stays_without_a_date() -> None:
    assert read("5月3日，市政府召开第4次常务会议。", DocumentFacts(kind="bulletin")).held_on is None


def test_people_keep_titles_roles_and_places() -> None:
    people = read(BULLETIN).people
    assert [(p.name, p.role, p.titles) for p in people] == [
        ("柯远澄", "chair", ("市委书记", "市委深改委主任")),
        ("沈砚秋", "member", ("市委副书记", "市长")),
        ("卢知白", "member", ("市政协主席",)),
        ("段青禾", "presenter", ("市委副书记",)),
        ("高望舒", "absent", ("市人大常委会主任",)),
    ]
    assert all(p.span and BULLETIN[slice(*p.span)] == p.name for p in people)


def test_the_agenda_has_one_item_for_each_document() -> None:
    assert [(item.act, item.object) for item in read(BULLETIN).agenda] == [
        ("convey", "省委深改委第三次会议精神"),
        ("study", "我市举措"),
        ("review", "《分工安排》"),
        ("review", "《若干措施》"),
        ("approve", "新修订的《工作细则》"),
        ("hear", "七个改革专项小组工作打算的汇报"),
    ]


def test_a_meeting_whose_spirit_was_conveyed_is_an_upper_meeting() -> None:
    (upper,) = read(BULLETIN).upper_meetings
    assert (upper.name, upper.body, upper.session) == ("省委深改委第三次会议", "省委深改委", 3)
    assert upper.span is not None
    assert BULLETIN[slice(*upper.span)] == upper.name


def test_a_plan_reports_no_meeting() -> None:
    assert find_meeting(BULLETIN, [], DocumentFacts(kind="plan")) is None


def test_minutes_name_the_kind_of_meeting_behind_its_issuer() -> None:
    text = (
        "2027年2月24日，副市长叶既明主持召开专题会议，研究征迁问题。\n\n"
        "出席：叶既明、汤若水\n请假：魏朝闻（市文旅局）"
    )
    meeting = read(text, DocumentFacts(kind="minutes", issuer="市政府", date="2027-02-24"))
    assert (meeting.bodies[0].name, meeting.held_on) == ("市政府专题会议", "2027-02-24")
    assert [(p.name, p.role) for p in meeting.people] == [
        ("叶既明", "chair"),
        ("汤若水", "member"),
        ("魏朝闻", "absent"),
    ]


BODY_CASES: tuple[tuple[str, list[tuple[str, int | None, int | None]]], ...] = (
    ("3月22日上午,十二届市委常委会第64次会议召开,传达精神。", [("市委常委会", 64, 12)]),
    ("11月4日,岑望主持召开三届党委常委会第28次会议。", [("党委常委会", 28, 3)]),
    ("今天下午,省委召开全面深化改革领导小组第五次会议。", [("省委全面深化改革领导小组", 5, None)]),
    ("秋知返主持召开区委改革领导小组更名为区委深改委后的第一次会议,部署工作。", [("区委深改委", 1, None)]),
    ("市长钟立行主持召开市政府第12次常务会议。", [("市政府", 12, None)]),
    ("会议要求召开动员会。", []),
)


@pytest.mark.parametrize(("text", "expected"), BODY_CASES)
def test_a_sitting_is_found_before_or_behind_its_verb(
    text: str, expected: list[tuple[str, int | None, int | None]]
) -> None:
    assert [(s.body, s.session, s.term) for s in find_sat(text, 0, len(text))] == expected


ROLE_CASES: tuple[tuple[str | None, str, list[tuple[str, str]]], ...] = (
    ("role:absent", "市长高望舒因公请假。", [("高望舒", "absent")]),
    (
        "role:deputed",
        "受省委书记池清和委托,省长梅雨亭出席会议。",
        [("池清和", "absent"), ("梅雨亭", "member")],
    ),
    (
        "role:without-vote",
        "市领导邢北辰、闻人玉等列席会议。",
        [("邢北辰", "non_voting"), ("闻人玉", "non_voting")],
    ),
    ("role:presided", "岑望主持召开会议。", [("岑望", "chair")]),
    ("role:presided", "副县长葛云起召集县水利局研究灌区改造。", [("葛云起", "chair")]),
    (None, "召集人:副市长", []),
    (None, "参会人员:市发改委陶知行,县人大常委会何其", [("陶知行", "member"), ("何其", "member")]),
    ("role:spoke", "省长梅雨亭出席会议并讲话。", [("梅雨亭", "speaker")]),
    ("role:present", "市委常委唐晚、骆成蹊参加。", [("唐晚", "member"), ("骆成蹊", "member")]),
    ("role:conveyed", "市委副书记段青禾传达有关精神。", [("段青禾", "presenter")]),
    ("role:speech", "副市长何青作讲话。", [("何青", "speaker")]),
    (None, "领导小组成员参加会议。", []),
    (None, "会议听取了经济、文化、生态等专项小组的汇报。", []),
    (None, "市水务局、市财政局参加。", []),
)


@pytest.mark.parametrize(("rule", "text", "expected"), ROLE_CASES)
def test_a_row_of_the_roles_finds_its_people(
    rule: str | None, text: str, expected: list[tuple[str, str]]
) -> None:
    folded = fold(text)
    assert [(p.name, p.role) for p in find_people(folded, 0, len(folded.text))] == expected


def test_every_row_of_the_roles_has_a_case() -> None:
    assert {row.name for row in ROLES} == {name for name, *_ in ROLE_CASES if name}


ACT_CASES: tuple[tuple[str | None, str, list[tuple[str, str]]], ...] = (
    (
        "act:approve-principle",
        "会议审议并原则通过《甲方案》《乙办法》。",
        [("approve", "《甲方案》"), ("approve", "《乙办法》")],
    ),
    (
        "act:approve",
        "会议审议通过《甲办法》等文件和试点名单。",
        [("approve", "《甲办法》"), ("approve", "试点名单")],
    ),
    ("act:hear", "会议书面听取了检查情况报告。", [("hear", "检查情况报告")]),
    ("act:review", "会议讨论《甲方案》。", [("review", "《甲方案》")]),
    ("act:convey", "会议传达学习了全省会议精神。", [("convey", "全省会议精神")]),
    ("act:study", "3.会议研究了冬季供暖事项。", [("study", "冬季供暖事项")]),
    ("act:study", "议题:研究电站前期工作", [("study", "电站前期工作")]),
    (None, "会议传达学习全省会议精神,研究我市贯彻落实意见。", [("convey", "全省会议精神")]),
    (None, "会议专题部署下半年改革工作。", []),
    (None, "会议强调,研究问题要深入。", []),
    (None, "市委副书记段青禾传达有关精神。", []),
)


@pytest.mark.parametrize(("rule", "text", "expected"), ACT_CASES)
def test_a_row_of_the_acts_finds_its_items(
    rule: str | None, text: str, expected: list[tuple[str, str]]
) -> None:
    folded = fold(text)
    assert [(i.act, i.object) for i in find_agenda(folded, 0, len(folded.text))] == expected


def test_every_row_of_the_acts_has_a_case() -> None:
    assert {row.name for row in ACTS} == {name for name, *_ in ACT_CASES if name}


def test_where_the_meeting_was_is_no_part_of_the_chair_s_name() -> None:
    text = "关于内涝治理的会议纪要\n5月18日上午，县委副书记、县长岑望之在县政府二楼会议室主持召开专题会议。"
    meeting = read(text, DocumentFacts(kind="minutes", date="2027-05-20"))
    assert [(p.name, p.role) for p in meeting.people] == [("岑望之", "chair")]
    assert meeting.held_on == "2027-05-18"


def test_the_newspaper_s_day_below_the_report_gives_the_year() -> None:
    text = "本报讯 9月8日，省长梁青禾主持召开省政府第52次常务会议。\n（2027年9月9日《江岭日报》1版）"
    assert read(text, DocumentFacts(kind="bulletin")).held_on == "2027-09-08"


def test_consent_to_what_was_heard_is_its_outcome() -> None:
    folded = fold("会议听取了摸底情况的汇报，原则同意第一批项目名单。")
    (item,) = find_agenda(folded, 0, len(folded.text))
    assert (item.act, item.outcome) == ("hear", "原则通过")


def test_the_day_of_a_dateline_is_not_the_day_of_the_meeting() -> None:
    text = (
        "省委深改委召开会议\n2028-06-21 09:00\n"
        "本报朗州6月21日讯（记者 司马青）6月20日下午，省长尉迟恭主持召开省委深改委第十三次会议。"
    )
    assert read(text).held_on == "2028-06-20"


def test_minutes_say_when_and_who_in_labels() -> None:
    text = (
        "市项目专班第六次会议纪要\n时　间：2028年8月7日上午\n主持人：许孤帆　市政府副秘书长\n"
        "参会人员：市发改委陶知行，市资源局卜一川\n议题：研究电站前期工作\n"
    )
    meeting = read(text, DocumentFacts(kind="minutes"))
    assert meeting.held_on == "2028-08-07"
    assert [(body.name, body.session) for body in meeting.bodies] == [("市项目专班", 6)]
    people = [(person.name, person.role) for person in meeting.people]
    assert people == [("许孤帆", "chair"), ("陶知行", "member"), ("卜一川", "member")]
    assert [item.object for item in meeting.agenda] == ["电站前期工作"]


def test_a_plenary_session_has_term_and_number_without_signs() -> None:
    text = "12月19日，中共漳溪市委十届八次全会召开。全会由市委常委会主持，市委书记殷浩然作讲话。"
    (body,) = read(text).bodies
    assert (body.term, body.session) == (10, 8)


def test_what_a_heading_announces_and_the_meeting_passes_is_one_item() -> None:
    text = (
        "县政府常务会议纪要\n2028年4月18日，县长商羽主持召开县政府第9次常务会议。\n"
        "二、审议《奖励办法》\n会议原则通过《奖励办法》。\n"
    )
    meeting = read(text, DocumentFacts(kind="minutes", date="2028-04-18"))
    assert [(item.act, item.object) for item in meeting.agenda] == [("approve", "《奖励办法》")]


def test_the_day_of_publication_may_stand_behind_the_source() -> None:
    text = (
        "市政府召开第56次常务会议\n来源：榆川发布　时间：2030-10-22 18:40\n"
        "10月21日，市长左思远主持召开市政府第56次常务会议。"
    )
    meeting = read(text, DocumentFacts(kind="bulletin"))
    assert (meeting.held_on, meeting.published_at) == ("2030-10-21", "2030-10-22T18:40")
