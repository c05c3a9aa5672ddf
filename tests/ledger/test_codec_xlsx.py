"""The exchange form comes back as it went, and says who wrote what after a person has edited it."""

import datetime as dt
import io
import random
from collections.abc import Callable

import msgspec
import openpyxl
import pytest
from hypothesis import HealthCheck, given, settings

from milepost.ledger.codec_xlsx import edited_since, read_xlsx, write_xlsx
from milepost.ledger.codec_xlsx.choices import CHOICES
from milepost.ledger.codec_xlsx.grid import CELL_LIMIT
from milepost.ledger.codec_xlsx.sheets import SHEETS, SOURCED, Note, origin_head
from milepost.ledger.faults import BadLedger
from milepost.ledger.origins import quoted, typed
from milepost.ledger.records import Deadline, Ledger, Promise, SmallDate
from tests.ledger.complete import COMPLETE, SCHEDULE
from tests.ledger.strategies import ledgers

ZH = msgspec.structs.replace(COMPLETE, plan=msgspec.structs.replace(COMPLETE.plan, language="zh"))


def edited(change: Callable[[openpyxl.Workbook], None], ledger: Ledger = COMPLETE) -> bytes:
    """The workbook of a ledger after a person's change."""
    book = openpyxl.load_workbook(io.BytesIO(write_xlsx(ledger, SCHEDULE)))
    change(book)
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def put(sheet: str, row: int, head: str, value: object) -> Callable[[openpyxl.Workbook], None]:
    """A change of one cell, found by its head."""

    def change(book: openpyxl.Workbook) -> None:
        heads = [cell.value for cell in book[sheet][1]]
        book[sheet].cell(row, heads.index(head) + 1).value = value

    return change


def faults_of(data: bytes) -> list[str]:
    with pytest.raises(BadLedger) as error:
        read_xlsx(data, "ledger.xlsx")
    return error.value.faults


# --- as it went ---


@pytest.mark.parametrize("ledger", [COMPLETE, ZH], ids=["en", "zh"])
def test_the_complete_ledger_comes_back_equal(ledger: Ledger) -> None:
    data = write_xlsx(ledger, SCHEDULE)
    assert read_xlsx(data, "ledger.xlsx") == ledger
    assert not edited_since(data)


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(ledgers())
def test_any_ledger_comes_back_equal(ledger: Ledger) -> None:
    data = write_xlsx(ledger, None)
    assert read_xlsx(data, "ledger.xlsx") == ledger
    assert not edited_since(data)


def test_the_same_ledger_gives_the_same_bytes() -> None:
    assert write_xlsx(COMPLETE, SCHEDULE) == write_xlsx(COMPLETE, SCHEDULE)


def test_every_field_of_every_record_has_a_column() -> None:
    for sheet in SHEETS:
        fields = set(sheet.record.__struct_fields__) - {"extra"}
        assert fields == {field.key for field in sheet.fields}, sheet.key


def test_no_two_heads_of_a_sheet_are_alike() -> None:
    for sheet in SHEETS:
        for language in ("en", "zh"):
            heads = [getattr(head, language) for field in sheet.fields for head in field.heads]
            heads += [getattr(origin_head(f.heads[0]), language) for f in sheet.fields if f.form in SOURCED]
            assert len(heads) == len(set(heads)), (sheet.key, language)


def test_the_choices_hold_exactly_what_the_records_allow() -> None:
    for sheet in SHEETS:
        kinds = {
            field.key: field for field in sheet.fields if field.form == "choice" and sheet.record is not Note
        }
        for key, field in kinds.items():
            for choice in CHOICES[field.of]:
                values = {"id": "x", key: choice}
                needed = [f for f in msgspec.structs.fields(sheet.record) if f.name == key]
                assert msgspec.convert(values[key], needed[0].type) == choice


def test_a_text_longer_than_a_cell_goes_on_in_further_columns() -> None:
    long = "江" * (2 * CELL_LIMIT + 5) + " the end"
    clause = msgspec.structs.replace(COMPLETE.clauses[1], text=long)
    ledger = msgspec.structs.replace(COMPLETE, clauses=(COMPLETE.clauses[0], clause))
    assert read_xlsx(write_xlsx(ledger), "ledger.xlsx") == ledger


def test_hostile_cells_are_written_as_text_and_no_cell_is_a_formula() -> None:
    book = openpyxl.load_workbook(io.BytesIO(write_xlsx(COMPLETE, SCHEDULE)))
    types = {cell.data_type for sheet in book for row in sheet.iter_rows() for cell in row}
    assert "f" not in types
    assert "=cmd|' /C calc'!A0" in {cell.value for row in book["Measures"].iter_rows() for cell in row}


def test_dates_are_dates_and_the_hidden_sheet_is_hidden() -> None:
    book = openpyxl.load_workbook(io.BytesIO(write_xlsx(COMPLETE, SCHEDULE)))
    heads = [cell.value for cell in book["Steps"][1]]
    assert book["Steps"].cell(2, heads.index("Due: date") + 1).value == dt.datetime(2027, 6, 30)
    assert book["Steps"].cell(2, heads.index("Proposed start") + 1).value == dt.datetime(2027, 3, 1)
    assert book["_milepost"].sheet_state == "hidden"
    assert book["Measures"].freeze_panes == "B2"
    assert book["Measures"].auto_filter.ref
    assert book["Measures"].data_validations.dataValidation


# --- after a person has worked in it ---


def test_a_changed_cell_is_typed_and_all_others_stay_as_they_were() -> None:
    read = read_xlsx(edited(put("Measures", 2, "Measure", "publish the dredging plan")), "l.xlsx")
    measure = read.measures[0]
    assert measure.title == typed("publish the dredging plan")
    assert msgspec.structs.replace(measure, title=COMPLETE.measures[0].title) == COMPLETE.measures[0]


def test_an_emptied_cell_takes_the_value_away() -> None:
    assert read_xlsx(edited(put("Measures", 2, "Goal", None)), "l.xlsx").measures[0].goal is None


DATES = (
    ("2027-6-3", "2027-06-03", "day"),
    ("2027年6月3日", "2027-06-03", "day"),
    ("3 June 2027", "2027-06-03", "day"),
    ("　２０２７－０６－０３ ", "2027-06-03", "day"),
    (dt.date(2027, 6, 3), "2027-06-03", "day"),
    ("Q2 2027", "2027-06-30", "quarter"),
    ("2027年6月", "2027-06-30", "month"),
)


@pytest.mark.parametrize(("cell", "date", "precision"), DATES)
def test_a_date_is_understood_as_people_type_it(cell: object, date: str, precision: str) -> None:
    read = read_xlsx(edited(put("Steps", 3, "Due: date", cell)), "l.xlsx")
    due = read.steps[1].due
    assert due is not None
    assert (due.origin, due.value.date, due.value.precision) == ("typed", date, precision)


def test_a_typed_date_moves_the_deadline_and_keeps_the_words_and_the_first_promise() -> None:
    read = read_xlsx(edited(put("Measures", 2, "Deadline: date", dt.date(2027, 7, 15))), "l.xlsx")
    deadline = read.measures[0].deadline
    before = COMPLETE.measures[0].deadline
    assert deadline is not None
    assert before is not None
    assert (deadline.origin, deadline.value.date, deadline.value.precision) == ("typed", "2027-07-15", "day")
    assert deadline.value.current == Promise(date="2027-07-15")
    assert (deadline.value.text, deadline.value.span) == (before.value.text, before.value.span)
    assert deadline.value.original == before.value.original


def test_words_typed_into_a_steps_date_are_read_as_one() -> None:
    read = read_xlsx(edited(put("Steps", 2, "Due", "May 2027")), "l.xlsx")
    assert read.steps[0].due == typed(SmallDate(text="May 2027", date="2027-05-31", precision="month"))


@pytest.mark.parametrize("kind", ["event", "open", "relative"])
@pytest.mark.parametrize(
    ("cell", "date", "precision"),
    [
        ("9 February 2029", "2029-02-09", "day"),
        ("2029-02-09", "2029-02-09", "day"),
        (dt.date(2029, 2, 9), "2029-02-09", "day"),
        ("2029年2月9日", "2029-02-09", "day"),
        ("February 2029", "2029-02-28", "month"),
    ],
)
def test_a_date_typed_over_the_words_of_a_deadline_is_one(
    kind: str, cell: object, date: str, precision: str
) -> None:
    before = msgspec.convert(
        {"text": "once it opens", "kind": kind, "span": (0, 4), "anchor": "it"}, Deadline
    )
    first = msgspec.structs.replace(COMPLETE.measures[0], deadline=quoted(before, (0, 4)))
    ledger = msgspec.structs.replace(COMPLETE, measures=(first, *COMPLETE.measures[1:]))
    deadline = read_xlsx(edited(put("Measures", 2, "Deadline", cell), ledger), "l.xlsx").measures[0].deadline
    assert deadline is not None
    assert deadline.origin == "typed"
    found = deadline.value
    assert (found.kind, found.date, found.precision) == ("fixed", date, precision)
    assert (found.span, found.anchor) == (None, None)


def test_words_typed_over_the_words_of_a_deadline_that_are_more_than_a_date_are_words() -> None:
    read = read_xlsx(edited(put("Measures", 2, "Deadline", "well before 9 February 2029")), "l.xlsx")
    deadline = read.measures[0].deadline
    assert deadline is not None
    assert (deadline.value.kind, deadline.value.date) == ("relative", "2027-06-30")


def test_a_measure_may_be_named_by_its_title_when_one_measure_has_it() -> None:
    def change(book: openpyxl.Workbook) -> None:
        for sheet, cells in (
            ("Measures", {"Measure": "dredge the basin"}),
            ("Assignments", {"Measure": "Dredge the basin", "Unit": "TB", "Role": "Lead unit"}),
            ("Links", {"From": "keep it open", "To": "dredge the basin"}),
        ):
            heads = [cell.value for cell in book[sheet][1]]
            book[sheet].append([cells.get(head) for head in heads])

    read = read_xlsx(edited(change), "l.xlsx")
    new = read.measures[-1].id
    assert (read.assignments[-1].measure, read.links[-1].from_, read.links[-1].to) == (new, "mparent", new)

    def twice(book: openpyxl.Workbook) -> None:
        change(book)
        put("Measures", 3, "Measure", "dredge the basin")(book)

    assert any('"Dredge the basin" fits 2 rows of Measures' in fault for fault in faults_of(edited(twice)))


def test_rows_added_by_a_person_get_ids_and_codes() -> None:
    def change(book: openpyxl.Workbook) -> None:
        for sheet, cells in (
            ("Measures", {"Measure": "dredge the basin", "Checked": "是"}),
            ("Units", {"Name": "Tide Watch"}),
        ):
            heads = [cell.value for cell in book[sheet][1]]
            book[sheet].append([cells.get(head) for head in heads])
        heads = [cell.value for cell in book["Assignments"][1]]
        row = {"Measure": "M-003", "Unit": "tide watch", "Role": "牵头单位"}
        book["Assignments"].append([row.get(head) for head in heads])

    read = read_xlsx(edited(change), "l.xlsx")
    measure, unit, assignment = read.measures[-1], read.units[-1], read.assignments[-1]
    assert (measure.code, measure.title, measure.checked) == ("M-003", typed("dredge the basin"), True)
    assert (measure.document, unit.code) == ("ddredge", "TW")
    assert (assignment.measure, assignment.unit, assignment.role) == (
        measure.id,
        typed(unit.id),
        typed("lead"),
    )
    assert len({measure.id, *(one.id for one in COMPLETE.measures)}) == 3
    assert read.measures[:-1] == COMPLETE.measures


def test_a_unit_may_be_named_by_its_code() -> None:
    read = read_xlsx(edited(put("Assignments", 2, "Unit", " tb ")), "l.xlsx")
    assert read.assignments[0].unit == typed("utrade")


def test_another_name_of_the_same_unit_changes_nothing() -> None:
    read = read_xlsx(edited(put("Assignments", 2, "Unit", "Harbour Office")), "l.xlsx")
    assert read.assignments[0].unit == quoted("uports", (17, 28), "name")


def test_sorted_rows_moved_columns_own_columns_and_a_lost_hidden_sheet_lose_nothing() -> None:
    def change(book: openpyxl.Workbook) -> None:
        for sheet in book:
            if sheet.title == "_milepost":
                continue
            rows = [[cell.value for cell in row] for row in sheet.iter_rows()]
            head, body = rows[0], rows[1:]
            order = list(reversed(range(len(head))))
            body = body if head[0] == "id" else body[::-1]
            sheet.delete_rows(1, sheet.max_row)
            for row in (head, *reversed(body)):
                sheet.append([row[n] for n in order])
            for cell in (cell for row in sheet.iter_rows() for cell in row):
                cell.data_type = "s" if isinstance(cell.value, str) else cell.data_type

    assert read_xlsx(edited(change), "l.xlsx") == COMPLETE

    def change_more(book: openpyxl.Workbook) -> None:
        change(book)
        del book["_milepost"]

    read = read_xlsx(edited(change_more), "l.xlsx")
    assert read.plan == COMPLETE.plan
    for sheet in ("measures", "assignments", "steps", "links", "units", "clauses"):
        rows = {row.id: row for row in getattr(read, sheet)}
        assert rows == {row.id: row for row in getattr(COMPLETE, sheet)}


def test_a_persons_own_column_is_kept_and_written_back() -> None:
    def change(book: openpyxl.Workbook) -> None:
        sheet = book["Links"]
        at = sheet.max_column + 1
        sheet.cell(1, at).value = "Asked"
        sheet.cell(3, at).value = dt.datetime(2027, 5, 1)

    read = read_xlsx(edited(change), "l.xlsx")
    assert read.links[1].extra == {"Asked": "2027-05-01"}
    assert read_xlsx(write_xlsx(read), "l.xlsx") == read


def test_heads_and_choices_are_understood_in_the_other_language() -> None:
    def change(book: openpyxl.Workbook) -> None:
        heads = [cell.value for cell in book["Steps"][1]]
        book["Steps"].cell(1, heads.index("Weight, %") + 1).value = "权重％"
        book["Steps"].cell(2, heads.index("Stage") + 1).value = "起草"

    assert read_xlsx(edited(change), "l.xlsx") == COMPLETE


def test_an_edit_is_told_from_a_mere_save() -> None:
    assert not edited_since(edited(lambda book: None))
    assert edited_since(edited(put("Measures", 2, "Note", "asked again")))
    assert edited_since(edited(lambda book: book.remove(book["_milepost"])))


# --- what can't be read ---

FAULTS = (
    ("Steps", 3, "Due: date", "2027-02-30", '"2027-02-30" is not a day of the calendar'),
    ("Steps", 2, "Weight, %", "half", '"half" is not a number'),
    ("Measures", 2, "Checked", "maybe", '"maybe" is neither yes nor no'),
    ("Measures", 2, "Kind", "folly", '"folly" is not one of the choices'),
    ("Assignments", 2, "Unit", "Moon Office", '"Moon Office" names no unit'),
    ("Assignments", 3, "Measure", None, "the cell is empty"),
    ("Links", 2, "From", "sten", '"sten" names no step or measure'),
    ("Measures", 3, "Deadline", "soon", '"soon" is not a date'),
    ("Measures", 2, "Repeats every", "now and then", '"now and then" is not a period'),
    ("Measures", 2, "Object", "{", "this grey column can't be read any more"),
)


@pytest.mark.parametrize(("sheet", "row", "head", "value", "words"), FAULTS)
def test_a_cell_that_cant_be_read_is_named(
    sheet: str, row: int, head: str, value: object, words: str
) -> None:
    (fault,) = faults_of(edited(put(sheet, row, head, value)))
    assert fault.startswith(f'ledger.xlsx, sheet {sheet}, row {row}, column "{head}"')
    assert words in fault
    assert fault.endswith(".")


def test_all_faults_are_named_at_once() -> None:
    def change(book: openpyxl.Workbook) -> None:
        for sheet, row, head, value, _ in FAULTS[:3]:
            put(sheet, row, head, value)(book)

    assert len(faults_of(edited(change))) == 3


def test_a_copied_row_with_its_id_is_a_fault() -> None:
    (fault,) = faults_of(edited(put("Measures", 3, "id", "mdredge")))[:1]
    assert 'row 3: the id "mdredge" stands in row 2 too' in fault


def test_what_is_no_ledger_says_so() -> None:
    assert faults_of(b"not a workbook")[0].startswith("ledger.xlsx can't be opened as a workbook")
    assert "is not a ledger" in faults_of(edited(lambda book: book.remove(book["Measures"])))[0]


@pytest.mark.parametrize("seed", range(40))
def test_a_damaged_file_is_refused_in_words_or_read(seed: int) -> None:
    chance = random.Random(seed)
    data = bytearray(write_xlsx(COMPLETE))
    for _ in range(chance.randint(1, 20)):
        data[chance.randrange(len(data))] = chance.randrange(256)
    faults: list[str] = []
    try:
        read_xlsx(bytes(data), "ledger.xlsx")
    except BadLedger as error:
        faults = error.faults
    assert all(fault.startswith("ledger.xlsx") for fault in faults)


def test_control_characters_and_line_ends_come_back() -> None:
    for text in ("a\x0cb", "\x00", "a\r\nb", "a\rb", "\x1b[0m", "  pad  ", "_x000D_", "tab\tx"):
        clause = msgspec.structs.replace(COMPLETE.clauses[1], text=text)
        ledger = msgspec.structs.replace(COMPLETE, clauses=(COMPLETE.clauses[0], clause))
        data = write_xlsx(ledger)
        assert read_xlsx(data, "ledger.xlsx") == ledger
        assert not edited_since(data)
