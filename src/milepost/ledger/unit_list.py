"""A list of units from a file: `--units units.xlsx`.

In: the bytes of a workbook or CSV with one row a unit. Out: the units, ids and missing codes given;
`BadLedger` with every fault by row. Parents and members are named by code, name, short name or alias. Heads
may be English or Chinese, in any order; only the name must be there. The sheet Units of a ledger is read by
`codec_xlsx`.
"""

from collections.abc import Sequence
from typing import Any

import msgspec
from msgspec import Struct

from milepost.ledger.cells import Cell, half_width, head_key, plain, read_number, split_list, tidy
from milepost.ledger.codec_xlsx.choices import read_choice
from milepost.ledger.codec_xlsx.names import Names
from milepost.ledger.faults import BadLedger, Unreadable
from milepost.ledger.ids import IdRegister, unit_code
from milepost.ledger.invariants import code_fault
from milepost.ledger.records import Unit
from milepost.ledger.workbooks import read_table

HEADS: dict[str, tuple[str, ...]] = {
    "code": ("code", "unit code", "代码", "编码", "单位代码"),
    "name": ("name", "unit", "unit name", "名称", "单位", "单位名称"),
    "short": ("short", "short name", "简称"),
    "aliases": ("aliases", "alias", "别名", "曾用名"),
    "kind": ("kind", "type", "类型", "类别"),
    "parent": ("parent", "上级", "上级单位"),
    "region": ("region", "地区", "所属地区"),
    "members": ("members", "成员", "成员单位"),
    "capacity": ("capacity", "capacity, people a day", "人力", "每日人力"),
    "calendar": ("calendar", "日历"),
    "language": ("language", "语言"),
}
HEAD_ROWS = 10  # a person may have put lines above the head


class Entry(Struct, frozen=True):
    """One row of the list: its number in the file, its cells by field, its id."""

    number: int
    cells: dict[str, Cell]
    id: str
    code: str
    extra: dict[str, str]

    def text(self, key: str) -> str:
        """The text of a field."""
        return tidy(self.cells.get(key))


def read_unit_list(data: bytes, name: str) -> tuple[Unit, ...]:
    """The units of a file, in its order."""
    entries = _entries(read_table(data, name), name)
    names = _names(entries)
    faults: list[str] = []
    units = [unit for entry in entries if (unit := _unit(entry, names, name, faults))]
    faults += _doubles(entries, name)
    if faults:
        raise BadLedger(faults)
    return tuple(units)


def _entries(rows: Sequence[Sequence[Cell]], name: str) -> list[Entry]:
    """The rows under the head, ids and codes given."""
    at, places = _head(rows, name)
    register = IdRegister()
    found = []
    taken: set[str] = set()
    for number, row in enumerate(rows[at + 1 :], at + 2):
        cells = {key: cell for key, cell in zip(places, row, strict=False) if key in HEADS}
        extra = {
            head: plain(cell)
            for head, cell in zip(places, row, strict=False)
            if head not in HEADS and tidy(cell)
        }
        if any(tidy(cell) for cell in cells.values()):
            text = tidy(cells.get("name"))
            code = half_width(cells.get("code"))
            found.append((number, cells, register.give("unit", None, text, None), code, extra))
            taken.add(code)
    entries = []
    for number, cells, id_, code, extra in found:
        given = code or unit_code(tidy(cells.get("name")), taken)
        taken.add(given)
        entries.append(Entry(number, cells, id_, given, extra))
    return entries


def _head(rows: Sequence[Sequence[Cell]], name: str) -> tuple[int, list[str]]:
    """The row of heads, and for each column the field it fills, or the head as a person wrote it."""
    known = {head_key(head): key for key, heads in HEADS.items() for head in heads}
    for at, row in enumerate(rows[:HEAD_ROWS]):
        places = [
            known.get(head_key(plain(cell)), tidy(cell) or f"Column {n}") for n, cell in enumerate(row, 1)
        ]
        if "name" in places:
            return at, places
    raise BadLedger(
        [f'{name} has no column "name" (名称). Give the list a head row with at least that column.']
    )


def _names(entries: Sequence[Entry]) -> Names:
    names = Names()
    for entry in entries:
        forms = (entry.text("name"), entry.code, entry.text("short"), *split_list(entry.cells.get("aliases")))
        names.add("unit", entry.id, forms)
    return names


def _unit(entry: Entry, names: Names, name: str, faults: list[str]) -> Unit | None:
    """The unit of a row; None when it has faults, which are added to the list."""
    values: dict[str, Any] = {"id": entry.id, "code": entry.code, "extra": entry.extra}
    before = len(faults)
    for key in HEADS:
        try:
            value = _value(key, entry, names)
        except Unreadable as error:
            faults.append(f'{name}, row {entry.number}, column "{key}": {error}')
            continue
        if value is not None and key != "code":
            values[key] = value
    if len(faults) > before:
        return None
    values.setdefault("language", _language_of(entry.text("name")))
    return msgspec.convert(values, Unit)


def _value(key: str, entry: Entry, names: Names) -> Any:
    cell = entry.cells.get(key)
    match key:
        case "code":
            if fault := code_fault(entry.code):
                raise Unreadable(fault)
            return entry.code
        case "name":
            if not entry.text("name"):
                raise Unreadable("the unit has no name. Write one, or delete the row.")
            return entry.text("name")
        case "kind":
            return read_choice("unit_kind", cell)
        case "language":
            return read_choice("language", cell)
        case "aliases":
            return split_list(cell)
        case "parent":
            return names.find("unit", cell)
        case "members":
            return tuple(str(names.find("unit", one)) for one in split_list(cell))
        case "capacity":
            return _capacity(entry)
        case _:
            return entry.text(key) or None


def _capacity(entry: Entry) -> float | None:
    number = read_number(entry.cells.get("capacity"))
    if number is not None and number < 0:
        raise Unreadable(
            f'"{entry.text("name")}" has capacity {number:g}. '
            "Write a number of people from 0 up, or leave the cell empty for the default."
        )
    return number


def _language_of(name: str) -> str:
    return "zh" if any("\u4e00" <= letter <= "\u9fff" for letter in name) else "en"


def _doubles(entries: Sequence[Entry], name: str) -> list[str]:
    """Names and codes that stand twice."""
    faults = []
    for key in ("name", "code"):
        first: dict[str, int] = {}
        for entry in entries:
            text = entry.code if key == "code" else entry.text("name")
            if text and head_key(text) in first:
                faults.append(
                    f'{name}, row {entry.number}, column "{key}": "{text}" stands in row '
                    f"{first[head_key(text)]} too. Delete one of the two, or write another one."
                )
            first.setdefault(head_key(text), entry.number)
    return faults
