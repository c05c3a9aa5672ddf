"""A unit list is read from either file, in either language, and its faults are all named."""

import io

import pytest

from milepost.ledger.faults import BadLedger
from milepost.ledger.records import Unit
from milepost.ledger.unit_list import HEADS, read_unit_list

ENGLISH = (
    "Code,Name,Short,Aliases,Kind,Parent,Region,Members,Capacity,Calendar,Language,Room\n"
    "TB,Trade Bureau,Trade,,bureau,,Lan,,3,CN,en,12\n"
    ",Port Office,,Harbour Office; Quay Office,Office,trade,,,0.5,,,\n"
    "ALL,all districts,,,Collective,,,TB; Harbour Office,,,,'=1\n"
)
CHINESE = "单位名称,简称,类型,上级单位,每日人力\n市教育局,教育局,部门,,２\n学校办,,办公室,市教育局,\n"


def test_an_english_list_is_read() -> None:
    trade, port, every = read_unit_list(ENGLISH.encode(), "units.csv")
    assert (trade.code, trade.short, trade.region, trade.capacity, trade.calendar) == (
        "TB",
        "Trade",
        "Lan",
        3,
        "CN",
    )
    assert trade.extra == {"Room": "12"}
    assert (port.code, port.aliases, port.kind, port.parent) == (
        "PO",
        ("Harbour Office", "Quay Office"),
        "office",
        trade.id,
    )
    assert (every.kind, every.members, every.extra) == ("collective", (trade.id, port.id), {"Room": "=1"})
    assert len({trade.id, port.id, every.id}) == 3


@pytest.mark.parametrize("coding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
def test_a_chinese_list_is_read_in_any_coding(coding: str) -> None:
    school, office = read_unit_list(CHINESE.encode(coding), "units.csv")
    assert (school.name, school.code, school.capacity, school.language) == ("市教育局", "SJYJ", 2, "zh")
    assert (office.kind, office.parent) == ("office", school.id)


def test_a_workbook_reads_like_the_same_csv() -> None:
    import xlsxwriter

    file = io.BytesIO()
    book = xlsxwriter.Workbook(file)
    sheet = book.add_worksheet()
    sheet.write_string(0, 0, "Units of the port")
    for number, line in enumerate(CHINESE.splitlines(), 2):
        for at, text in enumerate(line.split(",")):
            sheet.write_string(number, at, text)
    book.close()
    assert read_unit_list(file.getvalue(), "units.xlsx") == read_unit_list(CHINESE.encode(), "units.csv")


def test_the_same_list_gives_the_same_ids() -> None:
    assert read_unit_list(ENGLISH.encode(), "a.csv") == read_unit_list(ENGLISH.encode(), "b.csv")


def test_every_column_of_the_list_is_a_field_of_a_unit() -> None:
    assert set(HEADS) < set(Unit.__struct_fields__)


def test_all_faults_are_named_at_once() -> None:
    bad = (
        "code,name,kind,parent,capacity\n"
        "A,Port Office,folly,,-2\n"
        "a,Tide Office,,Moon Office,two\n"
        ",,bureau,,\n"
    )
    with pytest.raises(BadLedger) as error:
        read_unit_list(bad.encode(), "units.csv")
    faults = error.value.faults
    assert len(faults) == 6
    assert any(
        fault.startswith('units.csv, row 2, column "capacity": "Port Office" has capacity -2. Write a number')
        for fault in faults
    )
    for words in (
        '"folly" is not one of',
        '"Moon Office" names no unit',
        '"two" is not a number',
        "has no name",
    ):
        assert any(words in fault for fault in faults), words
    assert any('row 3, column "code": "a" stands in row 2 too' in fault for fault in faults)


@pytest.mark.parametrize("data", [b"", b"a,b\n1,2\n", b"\xff\xff\xff", b"PK\x03\x04rubbish"])
def test_what_is_no_list_says_so(data: bytes) -> None:
    with pytest.raises(BadLedger) as error:
        read_unit_list(data, "units.csv")
    assert error.value.faults[0].startswith("units.csv")


@pytest.mark.parametrize(
    "code", ["../../evil", "a/b", "A" * 33, "_A", "局", "con", "Whole", "NOT-YET-ASSIGNED"]
)
def test_a_code_that_no_file_may_be_named_by_is_named(code: str) -> None:
    with pytest.raises(BadLedger) as error:
        read_unit_list(f"code,name\nA-1_b,Tide Office\n{code},Port Office\n".encode(), "units.csv")
    (fault,) = error.value.faults
    assert fault.startswith(f'units.csv, row 3, column "code": "{code}" can\'t be the code of a unit')
