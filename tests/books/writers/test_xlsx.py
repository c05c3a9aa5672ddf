"""The timetable's workbook, as other readers see it: dates are dates, text is text, proposals say so."""

import datetime as dt
import io
import zipfile
from functools import cache

import msgspec
import openpyxl
import pytest
from python_calamine import CalamineWorkbook

from milepost.books.content.records import Timetable
from milepost.books.content.timetable import timetable
from milepost.books.wording.labels import label
from milepost.books.writers.xlsx import COLUMNS, DATES, timetable_rows, write_timetable
from milepost.ledger.origins import typed
from tests.books.bulletin_ledger import bulletin

LANGUAGES = ("en", "zh")
HOSTILE = (
    "=1+1",
    "+86 555",
    "-2",
    "@SUM(A1)",
    "'quoted",
    "http://example.org",
    "0123",
    "\ttab",
    "<b>&",
    "2027-06-10",
    "long " * 8000,
    "\n".join(f"line {n}" for n in range(40)),
    "control \x01 sign",
)


@cache
def book(language: str) -> Timetable:
    return timetable(*bulletin(language))


def opened(data: bytes) -> openpyxl.Workbook:
    return openpyxl.load_workbook(io.BytesIO(data))


def rows(language: str) -> list[dict[str, object]]:
    """The rows of the data sheet by column key, through openpyxl."""
    sheet = opened(write_timetable(book(language))).worksheets[0]
    return [dict(zip(COLUMNS, line, strict=True)) for line in sheet.iter_rows(min_row=2, values_only=True)]


@pytest.mark.parametrize("language", LANGUAGES)
def test_there_is_one_head_row_in_one_language_and_a_row_for_each_measure_and_step(language):
    sheet = opened(write_timetable(book(language))).worksheets[0]
    assert [cell.value for cell in sheet[1]] == [label(f"sheet.{key}", language) for key in COLUMNS]
    measures = sum(len(group.rows) for group in book(language).groups)
    steps = len(book(language).steps.rows) if book(language).steps else 0
    assert sheet.max_row == 1 + measures + steps
    assert sheet.freeze_panes == "C2"
    assert sheet.auto_filter.ref == f"A1:{sheet.cell(sheet.max_row, len(COLUMNS)).coordinate}"
    assert not sheet.merged_cells.ranges


@pytest.mark.parametrize("language", LANGUAGES)
def test_dates_are_dates_for_openpyxl_and_calamine(language):
    wanted = list(timetable_rows(book(language)))
    data = write_timetable(book(language))
    seen = CalamineWorkbook.from_filelike(io.BytesIO(data)).get_sheet_by_index(0).to_python()
    for row, line, want in zip(rows(language), seen[1:], wanted, strict=True):
        other = dict(zip(COLUMNS, line, strict=True))
        for key in DATES:
            day = getattr(want, key)
            if day:
                assert row[key] == dt.datetime.fromisoformat(day)
                assert other[key] == dt.date.fromisoformat(day)
            else:
                assert row[key] is None
                assert other[key] == ""


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_date_shows_its_day_in_the_form_of_the_language(language):
    sheet = opened(write_timetable(book(language))).worksheets[0]
    forms = {cell.number_format for line in sheet.iter_rows(min_row=2) for cell in line if cell.is_date}
    assert forms == {"yyyy-mm-dd" if language == "en" else 'yyyy"年"m"月"d"日"'}


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_row_with_proposed_dates_carries_the_word_and_a_promise_does_not(language):
    ledger, _ = bulletin(language)
    word = label("value.proposed", language)
    promised = [m.id for m in ledger.measures if m.deadline and m.deadline.value.date]
    assert promised == ["m2"]
    for row in rows(language):
        if row["id"] in promised:
            assert row["mark"]
            assert row["mark"] != word
        elif row["finish"]:
            assert row["mark"] == word


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_deadline_as_written_and_the_stable_id_are_text(language):
    sheet = opened(write_timetable(book(language))).worksheets[0]
    as_written, ids = (
        [cell for (cell,) in sheet.iter_rows(min_row=2, min_col=column, max_col=column)]
        for column in (COLUMNS.index("as_written") + 1, len(COLUMNS))
    )
    assert ("6月底前" if language == "zh" else "by the end of June") in [cell.value for cell in as_written]
    found = [cell.value for cell in ids if cell.value]
    assert all(cell.data_type == "s" for cell in ids if cell.value)
    assert sorted(found) == sorted(measure.id for measure in bulletin(language)[0].measures)


@pytest.mark.parametrize("text", HOSTILE, ids=lambda text: repr(text)[:20])
def test_a_hostile_cell_stays_text_and_is_no_formula(text):
    ledger, schedule = bulletin("en")
    measures = [msgspec.structs.replace(m, title=typed(text)) for m in ledger.measures]
    data = write_timetable(timetable(msgspec.structs.replace(ledger, measures=tuple(measures)), schedule))
    sheet = opened(data).worksheets[0]
    column = COLUMNS.index("measure") + 1
    cells = [cell for (cell,) in sheet.iter_rows(min_row=2, min_col=column, max_col=column)]
    assert {cell.data_type for cell in cells} == {"s"}
    assert all(cell.value[:200].split() == text.replace("\x01", "")[:200].split() for cell in cells)
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert b"<f>" not in archive.read("xl/worksheets/sheet1.xml")
        assert b"hyperlink" not in archive.read("xl/worksheets/sheet1.xml")
    CalamineWorkbook.from_filelike(io.BytesIO(data)).get_sheet_by_index(0).to_python()


@pytest.mark.parametrize("language", LANGUAGES)
def test_notes_stand_on_their_own_sheet_and_the_machines_sheet_is_hidden(language):
    file = opened(write_timetable(book(language)))
    data, notes, hidden = file.worksheets
    assert (data.title, notes.title) == (label("sheet.timetable", language), label("sheet.notes", language))
    assert (data.sheet_state, notes.sheet_state, hidden.sheet_state) == ("visible", "visible", "hidden")
    text = "\n".join(str(value) for (value,) in notes.iter_rows(values_only=True))
    facts = book(language).facts
    for wanted in (facts.edition_line, facts.source_line, facts.print_line, facts.draft_words):
        assert wanted in text
    assert facts.draft_words in data.oddHeader.center.text
    assert data.print_title_rows == "$1:$1"


def test_a_header_holds_a_long_name_with_an_ampersand():
    facts = msgspec.structs.replace(book("en").facts, short="Ports & Piers " * 40)
    sheet = opened(write_timetable(msgspec.structs.replace(book("en"), facts=facts))).worksheets[0]
    assert "Ports" in sheet.oddHeader.left.text


@pytest.mark.parametrize("language", LANGUAGES)
def test_two_runs_give_the_same_bytes(language):
    assert write_timetable(book(language)) == write_timetable(book(language))
