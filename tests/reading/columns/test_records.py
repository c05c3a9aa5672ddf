"""Which cells make one measure: heads of several rows, cells that cover others, rows that are no measure."""

import pytest

from milepost.reading.columns import Record, drawn_grids, grids_of, records_of
from milepost.reading.source import Block, CellSpan
from tests.reading.columns.asked import mains, reading
from tests.reading.columns.table_files import comma, html, xlsx


def drawn(*lines: str) -> tuple[str, list[Record]]:
    """The records of a table drawn with bars."""
    text = "\n".join(lines)
    return text, records_of(text, drawn_grids(text)).records


def words(text: str, record: Record, role: str) -> list[str]:
    """What the cells of a role say."""
    return [text[a:b] for a, b in record.spans(role)]  # type: ignore[arg-type]  # a role's own name


def duties(*lines: str) -> list[str]:
    """The words of each record's duty."""
    text, records = drawn(*lines)
    return [text[record.duty.start : record.duty.end] for record in records]


@pytest.mark.parametrize(
    "line",
    ["小计|3项|", "合 计|5|", "总计|9|", "Total|3 actions|", "Grand total|7|", "Sub-total|4|"],
)
def test_a_row_of_totals_is_no_measure(line: str) -> None:
    assert duties("序号|任务|牵头单位", "1|修桥|市交通局", line) == ["修桥"]


def test_a_duty_that_only_begins_like_a_total_is_one() -> None:
    assert duties("No.|Action|Owner", "1|Total the costs of the depot|Treasury") == [
        "Total the costs of the depot"
    ]


@pytest.mark.parametrize(
    "line", ["注：本表按季更新。||", "Note: dates are provisional.||", "备注：以上为初稿||"]
)
def test_a_note_below_the_table_is_no_measure(line: str) -> None:
    assert duties("序号|任务|牵头单位", "1|修桥|市交通局", line) == ["修桥"]


def test_a_head_that_returns_on_a_new_page_is_no_measure() -> None:
    head = "Ref|Action|Owner|Due"
    assert duties(head, "1|Dig|Works|May 2027", head, "2|Fill|Works|June 2027") == ["Dig", "Fill"]


def test_a_row_that_numbers_the_columns_is_no_measure() -> None:
    assert duties("序号|任务|牵头单位|时限", "1|2|3|4", "1|修桥|市交通局|6月底前") == ["修桥"]


def test_a_row_with_one_cell_is_a_group() -> None:
    assert duties("序号|任务|牵头单位", "一、交通||", "1|修桥|市交通局") == ["修桥"]


def test_a_second_table_below_has_columns_of_its_own() -> None:
    text, records = drawn("Action|Owner", "Dig|Works", "Task|Due|Lead agency", "Fill|May 2027|Port Board")
    assert [words(text, one, "lead") for one in records] == [["Works"], ["Port Board"]]


@pytest.mark.parametrize(
    "head",
    [
        "姓名|单位",
        "Name|Department|Start date",
        "指标|单位|目标值",
        "Item|Cost|Date",
        "工作内容|进展情况|存在问题",
    ],
)
def test_a_table_without_duties_or_owners_gives_nothing(head: str) -> None:
    assert duties(head, "甲|乙|丙") == []


@pytest.mark.parametrize(
    ("upper", "lower"),
    [
        ("序号|任务|责任单位||时限", "||牵头单位|配合单位|"),
        ("No.|Action|Responsible||Timeline", "||Lead|Support|"),
    ],
)
def test_two_rows_of_heads_are_one_head(upper: str, lower: str) -> None:
    text, records = drawn(upper, lower, "1|Dig|Works|Port|May 2027")
    (record,) = records
    assert words(text, record, "lead") == ["Works"]
    assert words(text, record, "cooperating") == ["Port"]
    assert words(text, record, "deadline") == ["May 2027"]


def test_a_head_of_three_rows_is_read_by_its_cells() -> None:
    rows = (
        ("No.", "Action", "Delivery", "", ""),
        ("", "", "Units", "", "Timing"),
        ("", "", "Lead", "Support", "Due"),
        ("1", "Dig the dock", "Works Office", "Port Board", "May 2027"),
    )
    merges = ((0, 0, 3, 1), (0, 1, 3, 1), (0, 2, 1, 3), (1, 2, 1, 2))
    (measure,) = mains(reading(xlsx(rows, merges), "xlsx"))
    assert [unit.name for unit in measure.lead] == ["Works Office"]
    assert [unit.name for unit in measure.support] == ["Port Board"]


@pytest.mark.parametrize("make", [xlsx, html])
def test_a_cell_that_covers_rows_stands_for_each(make: object) -> None:
    rows = (
        ("No.", "Action", "Owner", "Due"),
        ("1", "Dig the dock", "Works Office", "May 2027"),
        ("2", "Fill the pit", "", "June 2027"),
        ("3", "Paint the rail", "Port Board", "July 2027"),
    )
    ending = "xlsx" if make is xlsx else "html"
    found = mains(reading(make(rows, ((1, 2, 2, 1),)), ending))  # type: ignore[operator]  # a maker of files
    assert [[unit.name for unit in one.lead] for one in found] == [["Works Office"]] * 2 + [["Port Board"]]
    assert [one.roles for one in found] == ["marked", "inherited", "marked"]


def test_an_empty_owner_of_an_english_row_stays_empty() -> None:
    rows = (
        ("No.", "Action", "Owner", "Due"),
        ("1", "Dig", "Works Office", "May 2027"),
        ("2", "Fill", "", "June 2027"),
    )
    assert [one.lead == [] for one in mains(reading(comma(rows), "csv"))] == [False, True]


def test_a_row_that_covers_the_next_ends_with_the_table() -> None:
    cells = (CellSpan(span=(0, 1), rows=5), CellSpan(span=(4, 5)))
    (grid,) = grids_of([Block(span=(0, 5), kind="row", table=1, cells=cells)])
    assert [(cell.column, cell.rows) for cell in grid.rows[0].cells] == [(0, 5), (1, 1)]


DUTIES = (
    ("1. Dig the dock. 2. Fill the pit.", ["Dig the dock", "Fill the pit"]),
    ("(a) Dig the dock; (b) Fill the pit", ["Dig the dock", "Fill the pit"]),
    ("Publish the list; repair the quay", ["Publish the list", "repair the quay"]),
    ("Publish the list. Repair the quay.", ["Publish the list", "Repair the quay"]),
    ("Publish and maintain the list", ["Publish and maintain the list"]),
    ("Publish the list; the map follows later", ["Publish the list"]),
)


@pytest.mark.parametrize(("cell", "actions"), DUTIES)
def test_several_duties_in_a_cell_are_several_measures(cell: str, actions: list[str]) -> None:
    rows = (("No.", "Action", "Owner"), ("4", cell, "Works Office"))
    found = mains(reading(comma(rows), "csv"))
    assert [one.action for one in found] == actions
    assert {unit.name for one in found for unit in one.lead} == {"Works Office"}
    assert {one.number for one in found} == {"4"}


def test_what_a_duty_says_itself_wins_over_its_row() -> None:
    rows = (
        ("No.", "Action", "Owner", "Due"),
        ("1", "Publish the map by 1 March 2027", "Works Office", "December 2027"),
        ("2", "The Harbour Board shall survey the quay by 1 May 2027.", "Works Office", "December 2027"),
    )
    first, second = mains(reading(comma(rows), "csv"))
    assert first.deadline is not None
    assert first.deadline.date == "2027-03-01"
    assert second.deadline is not None
    assert (second.lead[0].name, second.deadline.date) == ("Harbour Board", "2027-05-01")


def test_a_chinese_cell_with_assignments_of_its_own_keeps_them() -> None:
    cell = "1.修订水价办法（市发改委牵头，6月底前完成）。2.更新老旧管网（市水务局牵头）。"
    rows = (("序号", "工作任务", "责任单位", "完成时限"), ("1", cell, "市财政局", "2027年12月底前"))
    first, second = mains(reading(comma(rows), "csv"))
    assert ([u.name for u in first.lead], [u.name for u in second.lead]) == (["市发改委"], ["市水务局"])
    assert first.deadline is not None
    assert second.deadline is not None
    assert (first.deadline.date, second.deadline.date) == ("2027-06-30", "2027-12-31")


OWNERS: tuple[tuple[str, list[str], list[str]], ...] = (
    ("Works Office (lead); Port Board", ["Works Office"], ["Port Board"]),
    ("Port Board, Works Office (lead), Treasury", ["Works Office"], ["Port Board", "Treasury"]),
    ("Lead: Works Office; Support: Port Board", ["Works Office"], ["Port Board"]),
    ("Works Office, supported by the Port Board", ["Works Office"], ["Port Board"]),
    ("Works Office / Port Board", ["Works Office", "Port Board"], []),
    ("n/a", [], []),
    ("TBC", [], []),
)


@pytest.mark.parametrize(("cell", "lead", "support"), OWNERS)
def test_an_owner_cell_tells_who_leads(cell: str, lead: list[str], support: list[str]) -> None:
    (measure,) = mains(reading(comma((("No.", "Action", "Owner"), ("1", "Dig the dock", cell))), "csv"))
    assert ([u.name for u in measure.lead], [u.name for u in measure.support]) == (lead, support)


@pytest.mark.parametrize("state", ["已完成", "已办结", "销号", "Closed", "Completed"])
def test_what_is_done_is_set_aside_as_reported(state: str) -> None:
    rows = (
        ("序号", "任务", "牵头单位", "完成情况"),
        ("1", "修桥", "市交通局", state),
        ("2", "铺路", "市住建局", "推进中"),
    )
    if state.isascii():
        rows = (
            ("No.", "Action", "Owner", "Status"),
            ("1", "Dig", "Works", state),
            ("2", "Fill", "Works", "Open"),
        )
    found = reading(comma(rows), "csv")
    assert [one.number for one in mains(found)] == ["2"]
    assert [aside.reason for aside in found.set_aside] == ["reported"]


def test_a_ledger_that_quotes_a_meeting_is_no_bulletin() -> None:
    rows = [("序号", "任务来源", "任务内容", "牵头单位", "完成时限")]
    rows += [
        (str(n), "市委常委会会议强调", f"修复第{n}号桥", "市交通局", "2027年6月底前") for n in range(1, 8)
    ]
    assert len(mains(reading(comma(tuple(rows)), "csv"))) == 7


def test_goals_below_quarters_are_milestones_and_marks_are_none() -> None:
    chinese = (
        ("项目", "建设内容", "牵头单位", "一季度", "二季度", "三季度", "四季度"),
        ("口袋公园", "新建口袋公园20处", "市园林局", "完成选址", "开工10处", "√", "全部建成"),
    )
    english = (
        ("Project", "Activity", "Lead agency", "Q1", "Q2", "Q3", "Q4"),
        ("Parks", "Build twenty pocket parks", "Parks Office", "Sites chosen", "Ten begun", "x", "All built"),
    )
    for rows in (chinese, english):
        (measure,) = mains(reading(comma(rows), "csv"))
        dates = [(due.kind, due.date, due.precision) for due in measure.other_deadlines]
        ends = ("2027-03-31", "2027-06-30", "2027-12-31")
        assert dates == [("milestone", end, "quarter") for end in ends]


@pytest.mark.parametrize("code", ["一", "（二）", "A", "II"])
def test_a_number_of_another_kind_and_a_name_head_a_group(code: str) -> None:
    assert duties("序号|任务|牵头单位|时限", f"{code}|交通||", "1|修桥|市交通局|6月底前") == ["修桥"]


def test_who_is_asked_inside_a_cell_is_no_part_of_the_title() -> None:
    rows = (("序号", "议定事项", "承办单位"), ("1", "由市交通局会同市公安局研究提出限行方案", "市交通局"))
    (measure,) = mains(reading(comma(rows), "csv"))
    assert measure.action == "研究提出限行方案"
    assert ([u.name for u in measure.lead], [u.name for u in measure.support]) == (["市交通局"], ["市公安局"])
    rows = (("No.", "Action", "Owner"), ("1", "JR to circulate the budget", "JR"))
    (measure,) = mains(reading(comma(rows), "csv"))
    assert (measure.action, [u.name for u in measure.lead]) == ("circulate the budget", ["JR"])


@pytest.mark.parametrize("words", ["No action required", "None", "N/A", "TBC"])
def test_nothing_to_do_is_no_measure(words: str) -> None:
    assert duties("No.|Action|Owner", "1|Dig|Works", f"2|{words}|Works") == ["Dig"]


def test_a_table_goes_on_without_its_head_where_nothing_stands_between() -> None:
    def page(*tables: str) -> bytes:
        return f"<!doctype html><html><body><main>{''.join(tables)}</main></body></html>".encode()

    def table(*rows: str) -> str:
        lines = ("".join(f"<td>{cell}</td>" for cell in row.split("|")) for row in rows)
        return "<table>" + "".join(f"<tr>{line}</tr>" for line in lines) + "</table>"

    first = table("No.|Action|Owner", "1|Dig the dock|Works Office")
    second = table("2|Fill the pit|Port Board", "3|Paint the rail|Port Board")
    assert [one.number for one in mains(reading(page(first, second), "html"))] == ["1", "2", "3"]
    parted = page(first, "<p>Spending by office, in thousands of crowns, for the year.</p>", second)
    assert [one.number for one in mains(reading(parted, "html"))] == ["1"]
