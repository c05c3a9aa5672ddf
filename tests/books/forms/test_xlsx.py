"""A form as a workbook, as other readers see it: one table, real dates, text that stays text."""

import datetime as dt
import io
import zipfile

import msgspec
import openpyxl
import pytest
from python_calamine import CalamineWorkbook

from milepost.books.content.forms import LAYOUTS
from milepost.books.writers.forms_xlsx import write_form
from milepost.ledger.records import Setting
from tests.books.forms.plans import form_of, reported, sheet_of, with_title, written
from tests.books.langang import langang

LANGUAGES = ("en", "zh")
FORMS = tuple(key for key in LAYOUTS if key != "R1")
HOSTILE = (
    *("=1+1", "+86 571 8888", "-", "-2", "@SUM(A1)", "\ttab", "\rreturn", "＝1+1", "＋86", "－2", "＠x"),
    *("'quoted", "http://example.org", "0123", "110101199001011234", "<b>&\"'", "2027-06-10", "1E5"),
    *("_x0041_", " blank ", "\n".join(f"line {n}" for n in range(40)), "control \x01 sign", "𠮷野家", "TRUE"),
)


def opened(data):
    return openpyxl.load_workbook(io.BytesIO(data))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("key", FORMS)
def test_openpyxl_and_calamine_read_every_cell_as_the_form_says_it(key, language):
    form = form_of(langang(language), key)
    data = write_form(form)
    others = CalamineWorkbook.from_filelike(io.BytesIO(data)).get_sheet_by_index(0).to_python()
    rows = sheet_of(data)
    assert rows[0] == [column.head for column in form.columns]
    assert len(rows) == 1 + len(form.rows)
    for row, line, other in zip(form.rows, rows[1:], others[1:], strict=True):
        for column, cell, value, same in zip(form.columns, row.cells, line, other, strict=True):
            if column.type == "date" and cell.date:
                assert value == dt.datetime.fromisoformat(cell.date)
                assert same == dt.date.fromisoformat(cell.date)
            elif column.type == "number" and cell.text:
                assert value == same == int(cell.text)
            else:
                assert (value or "") == cell.text == same


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_date_shows_its_day_in_the_form_of_the_language(language):
    sheet = opened(written(langang(language), "T2")).worksheets[0]
    forms = {cell.number_format for line in sheet.iter_rows(min_row=2) for cell in line if cell.is_date}
    assert forms == {"yyyy-mm-dd" if language == "en" else 'yyyy"年"m"月"d"日"'}


@pytest.mark.parametrize("text", HOSTILE, ids=lambda text: repr(text)[:20])
@pytest.mark.parametrize("key", ["T0", "T2"])
def test_a_hostile_text_stays_text_and_is_no_formula(key, text):
    data = written(with_title(langang("zh"), text), key)
    sheet = opened(data).worksheets[0]
    column = [cell.value for cell in sheet[1]].index("改革举措" if key == "T0" else "事项名称") + 1
    cells = [cell for (cell,) in sheet.iter_rows(min_row=2, min_col=column, max_col=column)]
    expected = text.replace("\x01", "").replace("\r", "\n")
    assert {cell.data_type for cell in cells} <= {"s", "inlineStr"}
    assert {openpyxl.utils.escape.unescape(cell.value) for cell in cells} == {expected}
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        for name in archive.namelist():
            if name.startswith("xl/worksheets/"):
                xml = archive.read(name)
                assert b"<f>" not in xml
                assert b"hyperlink" not in xml


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("key", FORMS)
def test_it_is_one_table_from_a1_with_filters_frozen_and_set_up_for_print(key, language):
    form = form_of(langang(language), key)
    book = opened(write_form(form))
    sheet = book.worksheets[0]
    (table,) = sheet.tables.values()
    last = sheet.cell(1 + len(form.rows), len(form.columns)).coordinate
    assert table.ref == table.autoFilter.ref == f"A1:{last}"
    assert [column.name for column in table.tableColumns] == [column.head for column in form.columns]
    assert sheet.freeze_panes == "C2"
    assert not sheet.merged_cells.ranges
    assert sheet.print_title_rows == "$1:$1"
    assert sheet.page_setup.orientation == "landscape"
    assert form.facts.edition_line in sheet.oddHeader.right.text
    assert form.facts.print_line in sheet.oddFooter.center.text
    assert form.facts.handling in sheet.oddFooter.right.text
    assert "&P" in sheet.oddFooter.right.text or "Page" in sheet.oddFooter.right.text


@pytest.mark.parametrize("language", LANGUAGES)
def test_notes_stand_on_their_own_sheet_and_the_lists_on_a_hidden_one(language):
    book = opened(written(langang(language), "T0"))
    data, notes, hidden = book.worksheets
    assert notes.title == ("说明 Notes" if language == "zh" else "Notes")
    assert (data.sheet_state, notes.sheet_state, hidden.sheet_state) == ("visible", "visible", "hidden")
    told = "\n".join(str(value) for (value,) in notes.iter_rows(values_only=True))
    assert form_of(langang(language), "T0").facts.print_line in told
    rules = {rule.type: rule for rule in data.data_validations.dataValidation}
    assert rules["list"].errorStyle == "warning"
    assert rules["date"].errorStyle in (None, "stop")
    assert all("_milepost!" in r.formula1 for r in data.data_validations.dataValidation if r.type == "list")


def test_the_id_column_is_grey_text_and_the_last():
    sheet = opened(written(langang("en"), "T3")).worksheets[0]
    cell = sheet.cell(2, sheet.max_column)
    assert cell.font.color.rgb == "FF56616D"
    assert cell.number_format == "@"


def test_a_text_beyond_a_cell_goes_on_in_the_next_column_and_none_is_lost():
    long = "字" * 20_000 + "尾"
    plan = with_title(langang("zh"), long)
    rows = sheet_of(written(plan, "T2"))
    at = rows[0].index("事项名称")
    assert rows[0][at + 1] == "事项名称 (2)"
    assert rows[1][at] + rows[1][at + 1] == long


def test_two_own_columns_of_one_name_are_told_apart_as_a_table_needs():
    plan = langang("en")
    ledger = plan[0]
    own = Setting(key="form.T3.own", value='[["Deadline", "text"], ["Remarks", "text"], ["remarks", ""]]')
    measures = tuple(msgspec.structs.replace(m, extra={"Remarks": "own"}) for m in ledger.measures)
    ledger = msgspec.structs.replace(ledger, settings=(*ledger.settings, own), measures=measures)
    heads = sheet_of(written((ledger, plan[1], plan[2]), "T3"))[0]
    assert len({head.casefold() for head in heads}) == len(heads)


@pytest.mark.parametrize("language", LANGUAGES)
def test_two_runs_give_the_same_bytes(language):
    assert written(langang(language), "T0") == written(langang(language), "T0")
    assert reported(langang(language), "ADB") == reported(langang(language), "ADB")


def test_a_form_without_rows_is_still_a_table():
    ledger, schedule, state = langang("zh")
    ledger = msgspec.structs.replace(ledger, measures=(), assignments=(), steps=(), links=())
    data = written((ledger, schedule, state), "T4")
    assert next(iter(opened(data).worksheets[0].tables.values())).ref == "A1:P2"


def test_a_long_source_is_cut_in_the_furniture_before_it_breaks_the_file():
    ledger, schedule, state = langang("en")
    document = msgspec.structs.replace(ledger.documents[0], number="Ports & Piers " * 40)
    ledger = msgspec.structs.replace(ledger, documents=(document,))
    sheet = opened(written((ledger, schedule, state), "T1")).worksheets[0]
    assert "Piers" in sheet.oddFooter.left.text
    assert sheet.oddFooter.left.text.endswith("…")
    assert sheet.oddFooter.right.text
