"""Workbooks: values as people read them, sheets in order, what is hidden left out and counted."""

import csv
import datetime
import io
from typing import Any

import pytest
import xlsxwriter

from milepost.reading.formats import source_text
from milepost.reading.source import SourceText, Unreadable


def workbook(fill: Any) -> bytes:
    """A workbook that `fill` writes."""
    buffer = io.BytesIO()
    book = xlsxwriter.Workbook(buffer, {"in_memory": True, "strings_to_urls": False})
    fill(book)
    book.close()
    return buffer.getvalue()


def text_of(fill: Any) -> SourceText:
    """The text of a workbook."""
    return source_text(workbook(fill), "ledger.xlsx")


def one_sheet(*rows: list[Any]) -> SourceText:
    """The text of a workbook with one sheet of rows."""

    def fill(book: Any) -> None:
        sheet = book.add_worksheet()
        for at, row in enumerate(rows):
            sheet.write_row(at, 0, row)

    return text_of(fill)


def test_each_row_is_a_line_and_bars_part_the_cells() -> None:
    found = one_sheet(["No.", "Action", "Owner"], [1, "Dig", "Works"], [2, "", "Port"])
    assert found.text == "No. | Action | Owner\n1 | Dig | Works\n2 |  | Port\n"
    assert [block.kind for block in found.blocks] == ["row"] * 3
    spans = [found.text[slice(*cell.span)] for cell in found.blocks[1].cells]
    assert spans == ["1", "Dig", "Works"]


VALUES: tuple[tuple[Any, str | None, str], ...] = (
    (3, None, "3"),
    (3.0, None, "3"),
    (2.5, None, "2.5"),
    (0.1 + 0.2, None, "0.3"),
    (True, None, "TRUE"),
    (0.6, "0%", "60%"),
    (0.125, "0.0%", "12.5%"),
    (datetime.date(2027, 6, 30), "yyyy-mm-dd", "2027-06-30"),
    (datetime.date(2027, 6, 30), 'd" "mmmm" "yyyy', "2027-06-30"),
    (datetime.date(2027, 6, 1), 'yyyy"年"m"月"', "2027-06"),
    (datetime.date(2027, 6, 1), "mmm-yy", "2027-06"),
    (datetime.datetime(2027, 6, 30, 14, 30), "yyyy-mm-dd hh:mm", "2027-06-30 14:30"),
    (datetime.datetime(2027, 6, 30), "yyyy-mm-dd hh:mm", "2027-06-30"),
    ("=cmd|' /C calc'!A0", "@", "=cmd|' /C calc'!A0"),
    ("第一行\n第二行", None, "第一行 第二行"),
)


@pytest.mark.parametrize(("value", "form", "printed"), VALUES)
def test_a_value_is_printed_as_a_person_reads_it(value: Any, form: str | None, printed: str) -> None:
    def fill(book: Any) -> None:
        sheet = book.add_worksheet()
        style = book.add_format({"num_format": form}) if form else None
        sheet.write(0, 0, "Head")
        sheet.write(0, 1, "Value")
        if isinstance(value, datetime.date):
            sheet.write_datetime(1, 1, value, style)
        elif isinstance(value, str):
            sheet.write_string(1, 1, value, style)
        else:
            sheet.write(1, 1, value, style)
        sheet.write(1, 0, "x")

    assert text_of(fill).text.splitlines()[1] == f"x | {printed}"


def test_a_formula_counts_by_its_last_value_and_an_error_is_counted() -> None:
    def fill(book: Any) -> None:
        sheet = book.add_worksheet()
        sheet.write_row(0, 0, ["a", "b", "c"])
        sheet.write_formula(1, 0, "=1+1", None, 2)
        sheet.write(1, 1, "x")
        sheet.write_formula(1, 2, "=1/0", None, "#DIV/0!")

    found = text_of(fill)
    assert found.text == "a | b | c\n2 | x |\n"
    assert found.warnings == ("1 cell holds an error of its formula and was read as empty",)


def test_sheets_stand_in_order_under_their_names() -> None:
    def fill(book: Any) -> None:
        for name in ("Roads", "Empty", "Parks"):
            sheet = book.add_worksheet(name)
            if name != "Empty":
                sheet.write_row(0, 0, ["Action", f"Owner of {name}"])

    found = text_of(fill)
    assert found.text == "Roads\nAction | Owner of Roads\nParks\nAction | Owner of Parks\n"
    assert [(block.kind, block.table) for block in found.blocks if block.kind == "row"] == [
        ("row", 1),
        ("row", 2),
    ]


def test_one_sheet_needs_no_name() -> None:
    assert "Sheet1" not in one_sheet(["Action", "Owner"]).text


def test_what_is_hidden_is_left_out_and_counted() -> None:
    def fill(book: Any) -> None:
        sheet = book.add_worksheet("Shown")
        sheet.write_row(1, 1, ["Action", "Secret", "Owner"])
        sheet.write_row(2, 1, ["Dig", "s1", "Works"])
        sheet.write_row(3, 1, ["Fill", "s2", "Port"])
        sheet.set_row(3, None, None, {"hidden": True})
        sheet.set_column(2, 2, None, None, {"hidden": True})
        sheet.write_comment(2, 1, "whispered")
        hidden = book.add_worksheet("Aside")
        hidden.write(0, 0, "not for you")
        hidden.hide()

    found = text_of(fill)
    assert found.text == "Action | Owner\nDig | Works\n"
    assert found.warnings == ("1 comment was left out", "3 hidden pieces of text were left out")


def test_merged_cells_tell_how_far_they_reach() -> None:
    def fill(book: Any) -> None:
        sheet = book.add_worksheet()
        sheet.write_row(2, 2, ["Theme", "Action", "Owner"])
        sheet.merge_range(3, 2, 4, 2, "Roads")
        sheet.write_row(3, 3, ["Dig", "Works"])
        sheet.write_row(4, 3, ["Fill", "Works"])

    found = text_of(fill)
    assert [(cell.columns, cell.rows) for cell in found.blocks[1].cells] == [(1, 2), (1, 1), (1, 1)]
    assert len(found.blocks[2].cells) == 2


def test_a_title_and_group_rows_are_headings_and_a_note_is_none() -> None:
    def fill(book: Any) -> None:
        sheet = book.add_worksheet()
        sheet.merge_range(0, 0, 0, 2, "Action plan 2027")
        sheet.write_row(1, 0, ["No.", "Action", "Owner"])
        sheet.merge_range(2, 0, 2, 2, "Roads")
        sheet.write_row(3, 0, [1, "Dig", "Works"])
        sheet.merge_range(4, 0, 4, 2, "Note: owners report monthly.")

    found = text_of(fill)
    kinds = [(block.kind, block.level) for block in found.blocks]
    assert kinds == [("heading", 1), ("row", 0), ("heading", 2), ("row", 0), ("paragraph", 0)]


def test_our_own_ledger_is_refused_kindly() -> None:
    def fill(book: Any) -> None:
        book.add_worksheet("measures").write(0, 0, "id")
        book.add_worksheet("_milepost").hide()

    with pytest.raises(Unreadable, match=r"ledger\.xlsx is a Milepost ledger.*`milepost plan`"):
        text_of(fill)


CSV = (
    ("任务,单位\n修桥,市交通局\n", "任务 | 单位\n修桥 | 市交通局\n"),
    ("Action;Owner\nDig, then fill;Works\n", "Action | Owner\nDig, then fill | Works\n"),
    ("Action\tOwner\nDig\tWorks\n", "Action | Owner\nDig | Works\n"),
    ('Action,Owner\n"Dig, then\nfill",Works\n', "Action | Owner\nDig, then fill | Works\n"),
    ("sep=;\r\nAction;Owner\r\nDig;Works\r\n", "Action | Owner\nDig | Works\n"),
    ("任务，要点,单位\n修桥，铺路,市交通局\n", "任务，要点 | 单位\n修桥，铺路 | 市交通局\n"),
)


@pytest.mark.parametrize(("text", "read"), CSV)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_the_sign_that_parts_the_cells_is_found(text: str, read: str, encoding: str) -> None:
    assert source_text(text.encode(encoding), "t.csv").text == read


def test_a_table_in_gb18030_is_read() -> None:
    rows = "序号,工作任务,责任单位,完成时限\n1,修订和完善市政道路建设管理规定,市住房和城乡建设局,6月底前\n"
    assert "市住房和城乡建设局" in source_text(rows.encode("gb18030"), "t.csv").text


def test_a_tsv_is_parted_by_tabs_alone() -> None:
    assert source_text(b"Action\tOwner\nDig, fill\tWorks, Port\n", "t.tsv").text.endswith(
        "Dig, fill | Works, Port\n"
    )


def test_reading_a_csv_leaves_the_limits_of_the_process_alone() -> None:
    before = csv.field_size_limit()
    source_text(b"Task,Owner\nDig,Port Office\n", "a.csv")
    assert csv.field_size_limit() == before
