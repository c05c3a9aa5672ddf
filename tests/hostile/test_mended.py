"""What changed files once broke, each made by hand: a fault that was mended stays mended."""

from collections.abc import Callable

import pytest

from milepost.reading import office
from milepost.reading.formats import source_text
from milepost.reading.formats.docx_numbers import number_of
from milepost.reading.formats.html_depth import DEEPEST
from milepost.reading.source import Unreadable
from tests.hostile.archives import packed, workbook
from tests.hostile.papers import huge_stream, web
from tests.hostile.seeds import seeds
from tests.hostile.sheets import SHEETS, old_workbook, open_document

SHEET = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
CELL = '<c r="A1" s="0" t="inlineStr"><is><t>Dig the dock</t></is></c>'
ROW = f'<worksheet xmlns="{SHEET}"><sheetData><row r="1" hidden="0">{CELL}</row></sheetData></worksheet>'
STYLES = f'<styleSheet xmlns="{SHEET}"><cellXfs><xf numFmtId="²"/></cellXfs></styleSheet>'


def test_a_style_without_a_number_prints_nothing_of_its_own() -> None:
    data = workbook(ROW, **{"xl/styles.xml": STYLES})
    assert source_text(data, "plan.xlsx").text.strip() == "Dig the dock"


def test_a_marked_text_with_a_damaged_byte_is_read_with_a_gap() -> None:
    data = b"\xef\xbb\xbf" + "市财政局牵头".encode() * 200
    assert source_text(data[:99] + b"\xff" + data[100:], "plan.txt").text.count("牵头") >= 199


def test_a_fault_of_the_library_in_an_old_workbook_is_a_refusal() -> None:
    refused = 0
    for at in range(0, 400, 7):
        data = bytearray(old_workbook())
        data[512 + at : 514 + at] = b"\xff\xff"
        try:
            source_text(bytes(data), "plan.xls")
        except Unreadable:
            refused += 1
    assert refused > 0


@pytest.mark.parametrize(("text", "found"), [("--5", 7), ("-5", -5), ("5", 5), ("", 7), (None, 7), ("²", 7)])
def test_a_number_of_a_list_that_is_none_counts_as_the_default(text: str | None, found: int) -> None:
    assert number_of(text, 7) == found


def test_a_row_outside_of_every_sheet_says_nothing() -> None:
    row = "<table:table-row><table:table-cell><text:p>x</text:p></table:table-cell></table:table-row>"
    with pytest.raises(Unreadable, match="holds no text"):
        source_text(open_document(row), "plan.ods")


def test_a_month_that_is_no_number_is_printed_as_it_stands() -> None:
    cell = '<table:table-cell office:value-type="date" office:date-value="2031-x-01"><text:p>2031</text:p>'
    row = f"<table:table-row>{cell}</table:table-cell></table:table-row>"
    data = open_document(f'<table:table table:name="S">{row}</table:table>')
    assert source_text(data, "plan.ods").text.strip() == "2031-x-01"


@pytest.mark.parametrize("tag", [b"<div>", b"<b>", b"<optgroup>", b"<table><tr><td>", b"<x-y>"])
def test_elements_without_end_are_refused_before_they_are_parsed(tag: bytes) -> None:
    with pytest.raises(Unreadable, match="nest more than 5,000 deep"):
        source_text(web(tag * (DEEPEST + 1)), "page.html")


@pytest.mark.parametrize("tag", [b"<p>x", b"<br>", b"<div>x</div>", b"<li>x"])
def test_elements_that_end_are_no_depth(tag: bytes) -> None:
    assert source_text(web(b"Dig the dock." + tag * (DEEPEST + 1)), "page.html").text


def test_a_packed_page_without_end_is_refused_before_it_is_unpacked() -> None:
    with pytest.raises(Unreadable, match="grows more than 100 times"):
        source_text(huge_stream(20), "plan.pdf")


def test_sound_prints_pass_the_look_at_their_packed_streams() -> None:
    for name, data in seeds("pdf").items():
        assert source_text(data, name).text


@pytest.mark.parametrize("name", ["huge-part.odt", "laughing.odt"])
def test_an_archive_is_checked_before_libreoffice_sees_it(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    def started(*arguments: object) -> None:
        raise AssertionError("LibreOffice was started")

    made: Callable[[], bytes] = SHEETS[name]
    monkeypatch.setattr(office, "office_program", lambda: "soffice")
    monkeypatch.setattr(office, "run", started)
    with pytest.raises(Unreadable, match="made to do harm"):
        office.prepared(made(), name)


def test_an_archive_of_another_kind_is_no_workbook() -> None:
    with pytest.raises(Unreadable, match="no workbook"):
        source_text(packed({"a.txt": "x"}), "plan.ods")
