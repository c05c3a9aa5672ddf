"""Workbooks that were made to do harm, or are damaged: one sentence, soon, and little memory."""

import io
import tracemalloc
import zipfile
from time import perf_counter

import pytest
import xlsxwriter
from hypothesis import given, settings
from hypothesis import strategies as st

from milepost.reading.formats import source_text
from milepost.reading.source import Unreadable
from tests.reading.columns.table_files import xlsx

ROWS = (("No.", "Action", "Owner"), ("1", "Dig the dock", "Works"), ("2", "Fill the pit", "Port"))


def with_part(data: bytes, path: str, change: object) -> bytes:
    """A workbook with one part changed."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as new:
        for info in old.infolist():
            part = old.read(info)
            new.writestr(info.filename, change(part) if info.filename == path else part)  # type: ignore[operator]
    return buffer.getvalue()


def test_a_far_cell_is_refused_by_name_of_the_limit() -> None:
    buffer = io.BytesIO()
    book = xlsxwriter.Workbook(buffer, {"in_memory": True})
    sheet = book.add_worksheet()
    sheet.write(0, 0, "near")
    sheet.write(1_048_575, 16_383, "far")
    book.close()
    tracemalloc.start()
    start = perf_counter()
    with pytest.raises(Unreadable, match=r"1,048,576 rows and 16,384 columns \(limit 2,000,000 cells\)"):
        source_text(buffer.getvalue(), "far.xlsx")
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert perf_counter() - start < 2
    assert peak < 20_000_000


def test_a_sheet_of_many_empty_rows_is_read_as_what_it_holds() -> None:
    empty = b"".join(b'<row r="%d" s="1" customFormat="1"/>' % n for n in range(10, 300_000))
    far = b'<row r="1048576"><c r="XFD1048576" s="1"/></row>'
    data = with_part(
        xlsx(ROWS),
        "xl/worksheets/sheet1.xml",
        lambda part: part.replace(b"</sheetData>", empty + far + b"</sheetData>"),
    )
    assert source_text(data, "t.xlsx").text.count("\n") == 3


def test_entities_in_a_part_are_refused() -> None:
    bomb = b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "ha">]>'
    for path in ("xl/workbook.xml", "xl/worksheets/sheet1.xml"):
        data = with_part(xlsx(ROWS), path, lambda part: bomb + part.partition(b"?>")[2])
        with pytest.raises(Unreadable, match="document type"):
            source_text(data, "t.xlsx")


@pytest.mark.parametrize(
    ("data", "name", "why"),
    [
        (b"PK\x03\x04 nothing", "t.xlsx", "no zip archive"),
        (b"no workbook", "t.xls", r"no \.xls file"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "t.xls", "damaged"),
        (b"\0\1\2\3" * 50, "t.csv", "binary"),
    ],
)
def test_what_is_no_workbook_is_said_in_one_sentence(data: bytes, name: str, why: str) -> None:
    with pytest.raises(Unreadable, match=why):
        source_text(data, name)


def test_a_zip_without_a_workbook_is_said_so() -> None:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr("readme.txt", "hello")
    for name in ("t.xlsx", "t.ods"):
        with pytest.raises(Unreadable, match="no workbook"):
            source_text(buffer.getvalue(), name)


def test_an_old_workbook_that_claims_too_many_rows_is_refused_before_it_is_laid_out() -> None:
    sizes = b"\x00\x02\x0e\x00" + (0).to_bytes(4, "little") + (65_536).to_bytes(4, "little")
    sizes += (0).to_bytes(2, "little") + (256).to_bytes(2, "little")
    with pytest.raises(Unreadable, match="65,536 rows and 256 columns"):
        source_text(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 504 + sizes, "t.xls")


def ods(content: str) -> bytes:
    """A workbook of LibreOffice with a content of its own."""
    names = " ".join(
        f'xmlns:{short}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
        for short, name in (("office", "office"), ("table", "table"), ("text", "text"), ("style", "style"))
    )
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(
            "content.xml", f"<office:document-content {names}>{content}</office:document-content>"
        )
    return buffer.getvalue()


def test_repeated_cells_beyond_the_limit_are_refused() -> None:
    cell = "<table:table-cell {}><text:p>x</text:p></table:table-cell>"
    wide = cell.format('table:number-columns-repeated="9000000"')
    for row in (
        f'<table:table-row table:number-rows-repeated="9000000">{cell.format("")}</table:table-row>',
        f"<table:table-row>{wide}</table:table-row>",
    ):
        with pytest.raises(Unreadable, match="limit 2,000,000 cells"):
            source_text(ods(f'<table:table table:name="A">{row}</table:table>'), "t.ods")


def test_what_an_ods_hides_is_left_out_and_its_cells_keep_their_reach() -> None:
    def row(*cells: str, marks: str = "") -> str:
        return f"<table:table-row {marks}>{''.join(cells)}</table:table-row>"

    def cell(words: str, marks: str = "") -> str:
        return f"<table:table-cell {marks}><text:p>{words}</text:p></table:table-cell>"

    covered = "<table:covered-table-cell/>"
    noted = (
        "<table:table-cell><office:annotation><text:p>psst</text:p></office:annotation><text:p>Dig</text:p>"
    )
    dated = 'office:value-type="date" office:date-value="2027-06-01"'
    table = (
        '<table:table table:name="A"><table:table-column table:number-columns-repeated="2"/>'
        '<table:table-column table:visibility="collapse"/><table:table-column/>'
        + row(cell("Action"), cell("Owner"), cell("Secret"), cell("Due"))
        + row(
            noted + "</table:table-cell>",
            cell("Works", 'table:number-rows-spanned="2"'),
            cell("s"),
            cell("6/27", dated),
        )
        + row(cell("Fill"), covered, cell("s"), cell("1/6/2027", dated))
        + row(cell("Hide"), cell("Port"), marks='table:visibility="collapse"')
        + "</table:table>"
    )
    hide = '<style:style style:name="h"><style:table-properties table:display="false"/></style:style>'
    aside = f'<table:table table:name="B" table:style-name="h">{row(cell("aside"))}</table:table>'
    found = source_text(ods(hide + table + aside), "t.ods")
    assert found.text == "Action | Owner | Due\nDig | Works | 2027-06\nFill | 2027-06-01\n"
    assert found.blocks[1].cells[1].rows == 2
    assert found.warnings == ("1 comment was left out", "3 hidden pieces of text were left out")


@given(st.integers(0, 10**6), st.binary(min_size=1, max_size=8))
@settings(max_examples=150, deadline=None)
def test_a_mutated_workbook_is_read_or_refused(at: int, junk: bytes) -> None:
    data = xlsx(ROWS)
    at %= len(data)
    try:
        found = source_text(data[:at] + junk + data[at + len(junk) :], "t.xlsx").text
    except Unreadable as fault:
        found = str(fault)
    assert found.strip()
