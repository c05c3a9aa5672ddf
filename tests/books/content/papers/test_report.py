"""Reports, briefing and coverage: counts recomputed, parts, bars by quarter, boxes, rate."""

import datetime as dt

import msgspec
import pytest

from milepost.books.content import papers
from milepost.books.content.papers.briefing import LINES, STUCK
from milepost.books.content.papers.coverage import answers, rate_of
from milepost.books.content.papers.quarters import quarters_of
from milepost.books.content.records.paper import Boxes, Heading, Paragraph, Picture, Points
from milepost.books.inputs import Coverage, FrozenCounts
from tests.books.content.papers.office import all_words, office, rows, table, words_of
from tests.books.langang_office import office_state, year_counts


def all_counts(language: str) -> tuple[FrozenCounts, ...]:
    """The counts of the office, then those of a year."""
    return (*office_state(language).counts, year_counts(language))


def report(language: str, at: int = 0, draw=None, **changes: object):
    """A report of the office: the whole, a group, a unit by half-year, the whole year."""
    view, standing = office(language)
    counts = msgspec.structs.replace(all_counts(language)[at], **changes)
    return papers.report(view, standing, counts, draw)


@pytest.mark.parametrize("at", [0, 1, 2, 3])
def test_every_count_is_the_length_of_the_list_it_names(at):
    for row in rows(table(report("en", at), "Counts with last year’s")):
        listed = row[3].removeprefix("no. ").split(", ") if row[3] not in ("none", "") else []
        assert int(row[1]) == len(listed)


def test_a_count_that_disagrees_with_its_list_is_refused():
    counts = office_state("en").counts[0].counts
    wrong = (msgspec.structs.replace(counts[0], number=99), *counts[1:])
    with pytest.raises(papers.CountsDisagree, match='"whole" say 99 under "planned", but list 16 measures'):
        report("en", counts=wrong)


def test_last_year_stands_beside_or_says_that_it_was_not_counted():
    counts = office_state("en").counts[0].counts
    bare = (msgspec.structs.replace(counts[0], last_year=None), *counts[1:])
    found = rows(table(report("en", counts=bare), "Counts with last year’s"))
    assert [row[2] for row in found] == ["not counted", "5", "4", "2", "1", "3"]


@pytest.mark.parametrize(
    ("at", "english", "chinese"),
    [
        (0, "Half-year report 2027, first half: City of Langang", "澜港市2027年上半年改革工作报告"),
        (
            1,
            "Half-year report 2027, first half: Business Environment Group",
            "营商环境改革专项小组2027年上半年改革工作报告",
        ),
        (
            2,
            "Half-year report 2027, first half: Approvals and Data Bureau",
            "市行政审批和数据局2027年上半年改革工作报告",
        ),
        (3, "Year report 2027: City of Langang", "澜港市2027年度改革工作报告"),
    ],
)
def test_the_title_says_whose_report_of_which_period_it_is(at, english, chinese):
    assert report("en", at).title == english
    assert report("zh", at).title == chinese


def test_the_year_report_has_all_parts_and_says_where_one_is_empty():
    paper = report("zh", 3)
    heads = [(b.number, b.text) for b in paper.blocks if isinstance(b, Heading) and b.level == 1]
    assert heads == [
        ("一、", "总体情况"),
        ("二、", "主要成效及佐证"),
        ("三、", "制度创新案例"),
        ("四、", "存在问题及原因"),
        ("五、", "督察发现问题及整改"),
        ("六、", "下年度安排"),
        ("", "附件：结转事项清单"),
    ]
    at = next(i for i, b in enumerate(paper.blocks) if isinstance(b, Heading) and b.anchor == "part-cases")
    after = paper.blocks[at + 1]
    assert isinstance(after, Paragraph)
    assert words_of(after.text) == "无"


def test_the_half_year_report_leaves_empty_parts_out():
    heads = [b.text for b in report("en", 1).blocks if isinstance(b, Heading) and b.level == 1]
    assert heads == ["Counts", "Results with evidence", "Next half-year"]


def test_a_result_stands_with_its_evidence_and_a_need_with_its_measure():
    paper = report("en")
    (result,) = rows(table(paper, "Measures verified"))
    assert result[0] == "No. 6 One form to start a business"
    assert "50 applications timed: text in force, 28 April 2027" in result[2]
    needs = next(block for block in paper.blocks if isinstance(block, Points))
    assert words_of(needs.items[0]) == "No. 3: Three trained officers at the park by 31 July 2027"


def test_what_is_still_to_be_done_is_in_scope_and_by_the_day_expected():
    found = rows(table(report("en", 2), "Still to be done"))
    assert [row[0].split(" ")[1] for row in found] == ["10", "3", "14"]
    assert [row[3] for row in found] == ["25 June 2027", "18 September 2027", "31 December 2027"]


def test_the_annex_holds_old_and_new_date_and_the_reason():
    (row,) = rows(table(report("zh"), "原定与新定时限"))
    assert row == ["第10项　六部门数据共享目录", "2027年5月31日", "2027年6月25日", "缺14项数据"]


def test_the_bars_are_drawn_by_whoever_is_asked():
    asked = []

    def draw(quarters):
        asked.append(quarters)
        return "<svg/>"

    paper = report("en", draw=draw)
    pictures = [block for block in paper.blocks if isinstance(block, Picture)]
    assert [picture.svg for picture in pictures] == ["<svg/>"]
    assert pictures[0].alt == asked[0].alt
    assert not [block for block in report("en").blocks if isinstance(block, Picture)]


@pytest.mark.parametrize(("at", "quarters"), [(0, 2), (2, 2), (3, 4)])
def test_only_quarters_of_the_period_are_drawn(at, quarters):
    drawn = []

    def draw(bars):
        drawn.extend(bars.bars)
        return "<svg/>"

    report("en", at, draw)
    assert len(all_counts("en")[at].quarters) == 4
    assert len(drawn) == quarters


def test_segments_of_a_bar_add_up_and_its_words_say_the_counts():
    bars = quarters_of({"2027-Q2": (21, 14, 11), "2026-Q4": (3, 4, 0)}, "zh")
    assert bars is not None
    assert [(b.label, b.verified, b.done, b.open, b.planned) for b in bars.bars] == [
        ("2026年四季度", 0, 4, 0, 3),
        ("2027年二季度", 11, 3, 7, 21),
    ]
    assert bars.alt == "2026年四季度：计划3，完成4，核验0。2027年二季度：计划21，完成14，核验11。"
    assert quarters_of({}, "en") is None


# --- briefing ---


def briefing(language: str, counts: FrozenCounts | None = None):
    """The four boxes."""
    view, standing = office(language)
    paper = papers.briefing(view, standing, counts)
    (block,) = paper.blocks
    assert isinstance(block, Boxes)
    return block.boxes


def test_the_briefing_has_four_boxes():
    assert [box.heading for box in briefing("zh", office_state("zh").counts[0])] == [
        "近30天进展",
        "堵点及卡在何处",
        "未来30天到期",
        "一条好做法",
    ]


def test_what_is_stuck_stands_in_the_order_of_marks_with_whom_it_hangs_on():
    lines = [words_of(item) for item in briefing("en")[1].items]
    assert lines[0] == (
        "No. 10 One data-sharing catalogue for six units: Overdue 15 d; hangs on Finance Bureau"
    )
    assert lines[2].endswith(
        "Exposed; hangs on No. 1 Committee and company: functions list (Wanglan Park Committee)"
    )


def test_a_box_says_how_many_lines_it_leaves_out():
    view, standing = office("en")
    stuck = sum(standing.mark(measure) in STUCK for measure in view.ledger.measures)
    items = briefing("en")[1].items
    assert len(items) == LINES
    assert words_of(items[-1]) == f"and {stuck - LINES + 1} more, in the timetable"


def test_due_in_thirty_days_is_counted_from_the_freeze():
    view, standing = office("zh")
    freeze = dt.date.fromisoformat(standing.state.as_of)
    due = [
        day
        for measure in view.ledger.measures
        if (day := view.promise(measure))
        and standing.mark(measure) != "done"
        and freeze <= dt.date.fromisoformat(day) <= freeze + dt.timedelta(30)
    ]
    lines = [words_of(item) for item in briefing("zh")[2].items]
    assert len(lines) == len(due) == 2
    assert lines[0].startswith("2027年6月30日（剩15天）：")


def test_one_practice_is_told_or_the_box_says_that_none_was_named():
    told = briefing("zh", office_state("zh").counts[0])[3]
    assert len(told.items) == 1
    silent = briefing("zh")[3]
    assert (silent.items, silent.empty) == ((), "暂无。")


# --- coverage ---


@pytest.mark.parametrize("language", ["en", "zh"])
def test_the_rate_is_recomputed_from_the_rows(language):
    _, standing = office(language)
    rate = rate_of(answers(standing))
    assert (rate.answered, rate.base, rate.partly, rate.open, rate.not_applicable) == (3, 5, 1, 1, 1)
    assert rate.percent == 60


def test_the_rate_stands_with_numerator_and_base_and_partly_apart():
    view, standing = office("zh")
    assert "承接率60%：应承接5条，已承接（含高于要求）3条；另有部分承接1条、未承接1条。" in all_words(
        papers.coverage_table(view, standing)
    )


def test_a_document_that_applies_in_nothing_has_no_rate():
    state = office_state("en")
    coverage = tuple(Coverage(upper=u.id, status="not_applicable", reason="x") for u in state.upper)
    view, standing = office("en", msgspec.structs.replace(state, coverage=coverage))
    said = all_words(papers.coverage_table(view, standing))
    assert "No clause applies; 6 not applicable." in said
    assert "%" not in said


def test_clauses_stand_in_document_order_with_gaps_marked():
    view, standing = office("en")
    paper = papers.coverage_table(view, standing)
    found = table(paper, "Provincial Opinions on the Business Environment")
    assert [row[0].split("\n")[0] for row in rows(found)] == ["§1", "§2", "§3", "§4", "§5", "§6"]
    gaps = [row[3].split("\n")[0] for row in rows(found)]
    assert gaps == [
        "Exceeded",
        "Matched",
        "Matched",
        "Gap: not answered",
        "Not applicable",
        "Gap: partly answered",
    ]
    strong = [cell[3][0][0].strong for cell in found.rows]
    assert strong == [False, False, False, True, False, True]
    assert found.count == "6 clauses, 2 with a gap"


def test_two_documents_have_a_table_and_a_rate_each():
    state = office_state("en")
    other = tuple(
        msgspec.structs.replace(u, id=f"v{u.id}", document="National Plan") for u in state.upper[:2]
    )
    view, standing = office("en", msgspec.structs.replace(state, upper=(*state.upper, *other)))
    paper = papers.coverage_table(view, standing)
    heads = [block.text for block in paper.blocks if isinstance(block, Heading)]
    assert heads == ["Provincial Opinions on the Business Environment", "National Plan"]
    alone = papers.coverage_table(view, standing, "National Plan")
    assert alone.subtitle == "National Plan"
    assert len(rows(table(alone, "National Plan"))) == 2


@pytest.mark.parametrize(("language", "beginning"), [("en", "In this period: "), ("zh", "本期计划")])
def test_a_report_begins_with_its_counts_in_a_sentence_each_computed(language, beginning):
    paper = report(language)
    said = next(block for block in paper.blocks if isinstance(block, Paragraph))
    assert words_of(said.text).startswith(beginning)
    numbers = [run for run in said.text if run.text.isdigit()]
    counts = {count.key: count for count in office_state(language).counts[0].counts}
    assert {run.origin for run in numbers} == {"computed"}
    for run in numbers:
        _, key, *last = (run.rule or "").split(":")
        assert int(run.text) == (counts[key].last_year if last else counts[key].number)


@pytest.mark.parametrize("at", [0, 1, 2])
def test_a_report_is_signed_by_whose_it_is_before_its_annex(at):
    paper = report("zh", at)
    signed = [n for n, b in enumerate(paper.blocks) if isinstance(b, Paragraph) and b.style == "signature"]
    annex = [n for n, b in enumerate(paper.blocks) if isinstance(b, Heading) and b.anchor == "annex"]
    assert len(signed) == 2
    assert all(max(signed) < place for place in annex)
