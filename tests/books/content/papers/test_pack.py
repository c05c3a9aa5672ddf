"""The meeting pack: order of parts, agenda, resolutions, gaps, papers, groups, red list, decisions."""

import msgspec
import pytest

from milepost.books.content import papers
from milepost.books.content.papers.pack_lists import how
from milepost.books.content.records.paper import Break, Contents, Grid, Heading, Paragraph
from milepost.books.inputs import Resolution
from tests.books.content.papers.office import all_words, boxes, office, rows, table, words_of
from tests.books.langang_office import office_state


def pack(language: str, **changes: object):
    """The pack of the tenth meeting."""
    view, standing = office(language)
    return papers.pack(view, standing, msgspec.structs.replace(standing.state.meetings[0], **changes))


def test_parts_stand_in_the_order_of_the_pack():
    heads = [(b.number, b.text) for b in pack("zh").blocks if isinstance(b, Heading) and b.level == 1]
    assert heads == [
        ("一、", "议程"),
        ("二、", "上次会议议定事项"),
        ("三、", "传达文件及承接缺口"),
        ("四、", "审议材料"),
        ("五、", "专项小组汇报"),
        ("六、", "逾期及有异议事项"),
        ("七、", "提请决定事项"),
        ("八、", "附件"),
    ]


def test_the_cover_says_body_sitting_day_place_and_attendance():
    paper = pack("en")
    assert isinstance(paper.blocks[0], Grid)
    assert boxes(paper) == {
        "Meeting": "10th meeting of the Langang Reform Commission",
        "Time": "Tuesday 22 June 2027, 15:00",
        "Place": "City Hall, room 201",
        "Chair": "Ren Yu (Mayor)",
        "Attendance expected": "15 members",
    }
    assert isinstance(paper.blocks[1], Break)


def test_the_agenda_keeps_the_number_of_a_restricted_item():
    found = table(pack("en"), "Items with presenter and minutes")
    assert rows(found)[5] == ["6", "", "restricted, paper handed out separately", "", ""]
    assert rows(found)[1] == [
        "2", "Review", "the rules on building on a signed commitment (draft)", "Zheng Hong", "20",
    ]  # fmt: skip
    assert found.count == "7 items, 80 minutes planned for open items"


def test_every_line_of_the_contents_leads_to_a_heading():
    paper = pack("zh")
    lines = next(block for block in paper.blocks if isinstance(block, Contents)).lines
    anchors = {block.anchor for block in paper.blocks if isinstance(block, Heading)}
    assert {anchor for *_, anchor in lines} <= anchors
    assert ("议题二", "《投资项目承诺制开工规则（草案）》", "item-2") in lines


def test_last_resolutions_stand_open_then_late_then_done_and_lateness_is_computed():
    found = table(pack("en"), "How they stand")
    assert [row[0] for row in rows(found)] == ["9-3", "9-2", "9-1"]
    assert [row[4] for row in rows(found)] == ["Open", "Overdue 26 d", "Done"]
    assert found.marks == ("", "late", "done")
    assert found.count == "3 resolutions: 1 open, 1 overdue, 1 done"


@pytest.mark.parametrize(
    ("state", "due", "expected"),
    [
        ("open", "2027-06-15", "open"),
        ("open", "2027-06-14", "late"),
        ("open", None, "open"),
        ("late", None, "late"),
        ("done", "2027-06-01", "done"),
    ],
)
def test_a_resolution_is_late_once_its_day_has_passed(state, due, expected):
    assert how(Resolution(number="1", text="x", state=state, due=due), "2027-06-15") == expected


def test_a_resolution_of_a_restricted_item_keeps_its_number_only():
    row = Resolution(number="9-4", item="i6", text="hidden words", owner="FIN", due="2027-05-01")
    paper = pack("en", last_resolutions=(row,))
    assert rows(table(paper, "How they stand")) == [
        ["9-4", "restricted, paper handed out separately", "", "", "", ""]
    ]
    assert "hidden words" not in all_words(paper)


def test_a_decision_of_a_restricted_item_keeps_its_number_only():
    _, standing = office("en")
    first, second = standing.state.meetings[0].decisions
    hidden = msgspec.structs.replace(first, item="i6", text="hidden words")
    paper = pack("en", decisions=(hidden, second))
    found = rows(table(paper, "With options and effect"))
    assert found[0] == ["1", "restricted, paper handed out separately", "", ""]
    assert found[1][0] == "2"
    assert "hidden words" not in all_words(paper)
    assert rows(table(paper, "With the ruling proposed"))[0][4] == "none proposed yet"


def test_only_gaps_of_the_upper_document_stand_in_the_pack():
    found = table(pack("zh"), "未完全承接的条款")
    assert [row[0].split("\n")[0] for row in rows(found)] == ["第四条", "第六条"]


def test_opinions_say_whether_they_were_taken_in():
    found = table(pack("zh"), "意见采纳情况")
    assert rows(found)[2] == ["市工业局", "不同意", "五个项目过多", "未采纳", "《方案》要求五个"]
    assert found.count == "共4个单位：同意1，修改后同意1，不同意1，未反馈1"


def test_an_item_without_its_paper_is_named():
    said = [words_of(b.text) for b in pack("zh").blocks if isinstance(b, Paragraph) and b.style == "note"]
    assert said[:4] == [
        "议题三　未附材料",
        "议题四　未附材料",
        "议题六　限定范围，材料另发",
        "议题七　未附材料",
    ]


def test_each_group_has_its_page_and_a_silent_one_is_named():
    blocks = pack("en").blocks
    first = next(i for i, b in enumerate(blocks) if isinstance(b, Heading) and b.anchor == "part-groups")
    last = next(i for i, b in enumerate(blocks) if isinstance(b, Heading) and b.anchor == "part-red")
    part = blocks[first:last]
    names = [b.text for b in part if isinstance(b, Heading) and b.level == 2]
    assert names == ["Park System Group", "Business Environment Group", "Talent and Factors Group"]
    assert sum(isinstance(block, Break) for block in part) == len(
        names
    )  # one before each but the first, one after
    assert "The group has handed in no report." in [
        words_of(b.text) for b in part if isinstance(b, Paragraph)
    ]


def test_the_counts_of_a_group_add_up_to_its_measures():
    view, _ = office("en")
    counts = [
        block.text
        for block in pack("en").blocks
        if isinstance(block, Paragraph) and block.text[0].rule == "count:group"
    ]
    names = ["Park System Group", "Business Environment Group", "Talent and Factors Group"]
    for name, text in zip(names, counts, strict=True):
        measures = [m for m in view.ledger.measures if m.group and m.group.value == name]
        numbers = [int(run.text) for run in text if (run.rule or "").startswith("count:")]
        assert numbers[0] == len(measures) == sum(numbers[1:])


def test_late_measures_and_contested_duties_stand_with_the_ruling_proposed():
    found = table(pack("zh"), "状态及拟提处理意见")
    first, second = rows(found)
    assert first[0] == "第10项　六部门数据共享目录"
    assert first[3] == "逾期15天"
    assert first[4].startswith("提请决定第1项：")
    assert second[3:] == ["有异议，2027年6月24日前裁定", "尚未提出"]
    assert found.count == "逾期1项，有异议1项"


def test_a_part_without_rows_says_so():
    view, standing = office("en", msgspec.structs.replace(office_state("en"), upper=(), coverage=()))
    bare = msgspec.structs.replace(
        standing.state.meetings[0], last_resolutions=(), decisions=(), items=(), group_reports=()
    )
    blocks = papers.pack(view, standing, bare).blocks
    at = next(i for i, b in enumerate(blocks) if isinstance(b, Heading) and b.anchor == "part-decisions")
    following = blocks[at + 1]
    assert isinstance(following, Paragraph)
    assert words_of(following.text) == "none"
