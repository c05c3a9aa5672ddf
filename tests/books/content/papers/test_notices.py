"""Numbered notices: boxes by kind, ladder, source verbatim, days, reply, slip, merged, withdrawn."""

import datetime as dt

import msgspec
import pytest

from milepost.books.content import papers
from milepost.books.content.papers.notice_boxes import BOXES
from milepost.books.content.papers.notice_kinds import CHOICES, KINDS
from milepost.books.content.records.paper import Grid, Ladder, Paragraph, Slip, Table
from milepost.books.inputs import Restriction
from milepost.books.wording.labels import CATALOGUE, label
from tests.books.content.papers.office import (
    all_words,
    boxes,
    notice_of,
    office,
    rows,
    runs,
    words_of,
)
from tests.books.langang_office import office_state

PRINTED = {
    "assignment": ["Your part", "Output form", "Acceptance test", "What is asked", "Sign by"],
    "reminder": ["Matter", "Source clause", "Baseline", "Days left", "Lead unit", "Leader", "Next step",
                 "Progress", "What is asked", "Reply by"],
    "urge": ["Matter", "Source clause", "Baseline", "Days late", "Lead unit", "Leader", "Progress",
             "What is asked", "Reply by"],
    "yellow": ["Matter", "Source clause", "Baseline", "Days late", "Lead unit", "Leader", "Progress",
               "Where it is stuck", "Measures affected", "What is asked", "Reply by"],
    "letter": ["Matter", "Source clause", "Baseline", "Days late", "Lead unit", "Leader", "Progress",
               "Where it is stuck", "Measures affected", "What is asked", "Reply by"],
    "called_in": ["Matter", "Source clause", "Baseline", "Lead unit", "Leader", "Progress",
                  "Where it is stuck", "Time and place", "To bring", "Confirm by"],
    "ruling": ["Matter", "Source clause", "Objection", "Ruling", "Reason", "Measures affected", "To be done",
               "Reply by"],
    "change_ruling": ["Matter", "Source clause", "Old date", "Request", "Answer", "Reason",
                      "Measures affected", "Reply by"],
    "return": ["Matter", "Source clause", "Baseline", "Acceptance test", "What is returned", "Reason",
               "To be completed", "Hand in again by"],
    "cure_order": ["Matter", "Source clause", "Baseline", "Lead unit", "Leader", "Problem found", "Progress",
                   "Cure", "Cure plan by"],
    "closing": ["Matter", "Source clause", "Baseline", "Done", "Lead unit", "Leader", "Acceptance test",
                "Evidence", "Verdict", "Re-checks"],
    "reopening": ["Matter", "Source clause", "Old date", "New date", "Lead unit", "Leader", "Reason",
                  "Decision", "What is asked", "Reply by"],
    "meeting": ["Meeting", "Time", "Place", "Agenda", "Please note", "Confirm by"],
}  # fmt: skip
"""The boxes of the invented notice of each kind, in their order."""
LEVELS = {"reminder": 0, "urge": 1, "yellow": 2, "letter": 3, "called_in": 4}
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def test_every_kind_of_notice_is_a_row_and_has_a_test_row():
    assert list(KINDS) == list(PRINTED)
    assert {box for kind in KINDS.values() for line in kind.boxes for box in line} == set(BOXES)
    assert {kind.slip for kind in KINDS.values()} <= set(CHOICES)


def test_every_kind_has_its_words():
    for kind in KINDS.values():
        wanted = [f"notice.title.{kind.key}"]
        wanted += [f"notice.opening.{kind.key}"] * kind.opens + [f"notice.ending.{kind.key}"] * kind.ends
        assert not [key for key in wanted if key not in CATALOGUE]


@pytest.mark.parametrize("kind", PRINTED)
def test_a_kind_prints_its_boxes_in_their_order(kind):
    _, paper = notice_of("en", kind)
    assert list(boxes(paper)) == PRINTED[kind]


@pytest.mark.parametrize("kind", PRINTED)
def test_only_kinds_of_the_ladder_show_it(kind):
    _, paper = notice_of("zh", kind)
    shown = [block.current for block in paper.blocks if isinstance(block, Ladder)]
    assert shown == ([LEVELS[kind]] if kind in LEVELS else [])


@pytest.mark.parametrize("language", ["en", "zh"])
def test_the_source_is_quoted_verbatim_with_its_deadline_strong(language):
    notice, paper = notice_of(language, "letter")
    view, _ = office(language)
    measure = view.measures[notice.measures[0]]
    assert f"“{measure.quote}”" in boxes(paper)[label("notice.box.clause", language)]
    assert measure.deadline is not None
    strong = [run.text for run in runs(paper) if run.strong and run.origin == "quoted"]
    assert strong == [measure.deadline.value.text]


def test_the_source_in_full_stands_before_the_quotation():
    _, paper = notice_of("zh", "letter")
    assert boxes(paper)["来源条款"].startswith(
        "《澜港市2027年改革任务分工方案》（澜改发〔2027〕3号）三（五）：“2027年5月底前，"
    )


@pytest.mark.parametrize(
    ("issued", "late"), [("2027-06-01", "1 day"), ("2027-06-15", "15 days"), ("2027-07-31", "61 days")]
)
def test_days_late_are_counted_on_the_day_of_issue(issued, late):
    _, paper = notice_of("en", "urge", issued_on=issued)
    day = dt.date.fromisoformat(issued)
    assert boxes(paper)["Days late"] == f"{late} (on {day.day} {day:%B %Y})"


def test_a_notice_before_the_deadline_prints_no_days_late():
    _, paper = notice_of("en", "urge", issued_on="2027-05-31")
    assert "Days late" not in boxes(paper)


def test_a_notice_says_nothing_that_was_not_known_on_its_day():
    _, early = notice_of("en", "urge")
    _, late = notice_of("en", "urge", issued_on="2027-06-14")
    assert "Self-report" not in boxes(early)["Progress"]
    assert boxes(late)["Progress"] == (
        "Self-report: 90% (14 June 2027). Newest evidence: 14 May 2027, 31 days before this notice."
    )


def test_the_computed_light_is_told_on_the_day_of_the_freeze_alone():
    _, then = notice_of("en", "yellow")
    _, now = notice_of("en", "yellow", issued_on="2027-06-15")
    assert "Light" not in boxes(then)
    assert boxes(now)["Light"] == "Overdue 15 d"


@pytest.mark.parametrize("kind", [kind for kind in PRINTED if kind != "closing"])
def test_the_day_to_reply_carries_its_weekday(kind):
    notice, paper = notice_of("en", kind)
    day = dt.date.fromisoformat(notice.reply_due)
    shown = boxes(paper)[PRINTED[kind][-1]]
    assert shown.startswith(f"{WEEKDAYS[day.weekday()]} {day.day} {day:%B %Y}, ")


def test_only_the_box_to_be_answered_is_shaded():
    _, paper = notice_of("zh", "letter")
    cells = [cell for b in paper.blocks if isinstance(b, Grid) for row in b.rows for cell in row]
    assert [cell.label for cell in cells if cell.shaded] == ["答复时限"]


def test_a_box_that_a_kind_needs_says_who_fills_it():
    _, paper = notice_of("zh", "letter", asked=(), cause="")
    shown = boxes(paper)
    assert shown["督办要求"] == "____（由改革办填写）"
    assert "症结所在" not in shown


def test_what_waits_is_named_with_its_condition():
    _, paper = notice_of("zh", "letter")
    assert boxes(paper)["受影响举措"] == (
        "第9项　惠企政策免申即享（须待23项政策数据入目录）、"
        "第14项　公共数据授权运营（试点）（须待40个数据集入目录）"
    )


def test_a_unit_is_not_told_of_a_measure_it_may_not_see():
    notice, _ = notice_of("en", "letter")
    state = office_state("en")
    hidden = notice.affected[0]
    for units, told in ((("FIN",), False), (("FIN", "ADB"), True)):
        rule = Restriction(measure=hidden, units=units)
        view, standing = office("en", msgspec.structs.replace(state, restrictions=(rule,)))
        said = all_words(papers.notice(view, standing, notice))
        assert (view.measures[hidden].title.value in said) is told


def test_several_matters_stand_as_rows_of_one_notice():
    view, standing = office("en")
    merged = next(n for n in standing.state.notices if n.kind == "reminder" and len(n.measures) > 1)
    merged = msgspec.structs.replace(merged, kind="urge", issued_on="2027-12-10")
    paper = papers.notice(view, standing, merged)
    found = next(block for block in paper.blocks if isinstance(block, Table))
    assert [row[3] for row in rows(found)] == ["163 days", "10 days"]
    assert [(row[0], row[1].split("\n")[0]) for row in rows(found)] == [
        ("1", "Committee and company: functions list"),
        ("5", "Idle plots leave, yield per plot published"),
    ]
    assert found.count == "2 matters"
    assert not {"Matter", "Source clause", "Days late"} & set(boxes(paper))
    assert paper.head is not None
    assert paper.head.number == merged.number


@pytest.mark.parametrize("language", ["en", "zh"])
def test_a_withdrawn_notice_keeps_its_number_and_asks_nothing(language):
    view, standing = office(language)
    gone = next(n for n in standing.state.notices if n.withdrawn)
    paper = papers.notice(view, standing, gone)
    said = all_words(paper)
    assert paper.stamp == label("notice.withdrawn.stamp", language)
    assert gone.number in said
    assert gone.asked[0].text not in said
    assert not [block for block in paper.blocks if isinstance(block, Slip | Ladder)]


def test_a_reply_slip_has_the_number_of_its_notice():
    notice, paper = notice_of("zh", "letter")
    slip = next(block for block in paper.blocks if isinstance(block, Slip))
    assert slip.number == notice.number
    assert slip.choices == tuple(label(choice, "zh") for choice in CHOICES["comply"])


def test_a_chinese_notice_is_an_official_letter():
    _, paper = notice_of("zh", "cure_order")
    said = [words_of(block.text) for block in paper.blocks if isinstance(block, Paragraph)]
    assert said == [
        "市人力资源局：",
        "督察发现下列问题，请你单位报送整改方案，按期完成整改。",
        "特此通知。",
        "附件：1. 问题清单　2. 责任清单",
        "联系人：林　洁　电话：6100",
        "澜港市全面深化改革委员会办公室（印章）",
        "2027年6月11日",
    ]
    _, letter = notice_of("zh", "letter")
    assert letter.colophon == (
        ("抄送：营商环境改革专项小组组长，市财政局。", ""),
        ("澜港市全面深化改革委员会办公室", "2027年6月15日印发　共印12份"),
    )


def test_the_file_of_a_notice_carries_number_unit_and_language():
    assert notice_of("en", "letter")[1].stem == "notice_LRC-Letter-2027-no-17_ADB_en"
    assert notice_of("zh", "letter")[1].stem == "notice_澜改督-2027-17号_ADB_zh"


def test_two_notices_of_one_level_to_one_unit_on_one_day_should_be_one():
    notices = office_state("en").notices
    assert papers.twice_at_once(notices, "en") == []
    first = notices[0]
    second = msgspec.structs.replace(first, number="LRC Letter (2027) no. 19")
    assert papers.twice_at_once((first, second), "en") == [
        "ADB gets several notices of one kind and level on 15 June 2027: LRC Letter (2027) no. 17, "
        "LRC Letter (2027) no. 19. Merge them into one number."
    ]
    assert papers.twice_at_once((first, msgspec.structs.replace(second, withdrawn=True)), "en") == []


def test_a_meeting_notice_keeps_the_number_of_a_restricted_item():
    _, paper = notice_of("zh", "meeting")
    assert boxes(paper)["会议议题"].split("\n")[5] == "议题六　限定范围，材料另发"


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize("kind", PRINTED)
def test_every_notice_opens_with_a_sentence_after_its_addressee(kind, language):
    _, paper = notice_of(language, kind)
    opening = paper.blocks[1]
    assert isinstance(opening, Paragraph)
    assert opening.style == "body"


def test_an_assignment_names_its_plan_in_the_marks_of_titles():
    _, paper = notice_of("zh", "assignment")
    assert "现将《澜港市2027年改革任务分工方案》（澜改发〔2027〕3号）中下列改革举措交办你单位" in all_words(
        paper
    )


def test_a_notice_without_a_level_lets_facts_alone_be_contested():
    for kind, level in (("letter", True), ("return", False), ("reopening", False)):
        _, paper = notice_of("zh", kind, objection="", reply_due="2027-06-22")
        assert ("对事实或级别有异议的" in all_words(paper)) == level
        assert ("对认定事实有异议的" in all_words(paper)) != level


def test_a_withdrawn_notice_keeps_its_kind_and_gives_its_reason():
    _, paper = notice_of("zh", "urge", withdrawn=True, reason="佐证已于当日报送。")
    assert (paper.title, paper.stamp) == ("催办单", "已撤回")
    assert "撤回原因：佐证已于当日报送。" in all_words(paper)
    _, silent = notice_of("zh", "urge", withdrawn=True, reason="")
    assert "撤回原因" not in all_words(silent)
