"""A workbook back into a ledger, whatever a person or an office program did to it.

In: the bytes of `ledger.xlsx` and its name. Out: the ledger, or `BadLedger` with every fault by sheet, row
and column. Rows may have been added, sorted, filtered or moved, columns reordered and added, dates typed as
text; the hidden sheet may be gone. Order: the sheets as texts, ids and codes for new rows, names of rows,
values. Whether the ledger as a whole makes sense is asked by `invariants`.
"""

import re
from collections.abc import Iterator, Mapping
from operator import itemgetter
from typing import Any

import msgspec

from milepost.ledger.cells import Cell, head_key, plain, split_list, tidy
from milepost.ledger.codec_xlsx.choices import Language
from milepost.ledger.codec_xlsx.grid import content_print
from milepost.ledger.codec_xlsx.names import Names
from milepost.ledger.codec_xlsx.plain import Desk, read_plain
from milepost.ledger.codec_xlsx.rows import KNOWN_BY, ledger_of
from milepost.ledger.codec_xlsx.sheets import HIDDEN, PLANNED, SHEETS, SOURCED, Field, Sheet, origin_head
from milepost.ledger.codec_xlsx.sourced import read_sourced
from milepost.ledger.faults import BadLedger, Unreadable
from milepost.ledger.ids import IdRegister, codes, unit_code
from milepost.ledger.records import Ledger
from milepost.ledger.workbooks import read_workbook

HEAD_ROWS = 10  # a person may have put lines above the head
WANTED = ("plan", "measures")
ORIGIN = -1


class Line(msgspec.Struct):
    """One row of a sheet: its number, its cells by field and column, a person's own cells."""

    number: int
    cells: dict[tuple[str, int], Cell]
    own: dict[str, str]

    def text(self, key: str) -> str:
        """The text in the first column of a field."""
        return tidy(self.cells.get((key, 0)))


class Table(msgspec.Struct):
    """One sheet as read: its name in the file, the heads of its fields there, its rows."""

    sheet: Sheet
    name: str
    heads: dict[tuple[str, int], str]
    lines: list[Line]


def read_xlsx(data: bytes, name: str) -> Ledger:
    """The ledger of a workbook; BadLedger names every cell that can't be understood."""
    raw = read_workbook(data, name)
    tables = {sheet.key: _table(sheet, raw) for sheet in SHEETS}
    missing = [sheet.name for sheet in SHEETS if sheet.key in WANTED and tables[sheet.key] is None]
    if missing:
        lost = " and ".join(f'"{head.en}" ({head.zh})' for head in missing)
        raise BadLedger(
            [f"{name} is not a ledger: it has no sheet {lost}. Open a ledger.xlsx that Milepost wrote."]
        )
    found = {key: table or Table(_sheet(key), "", {}, []) for key, table in tables.items()}
    faults: list[str] = []
    _complete(found, name, faults)
    _restore_order(found, raw.get(HIDDEN, []))
    desk = Desk(_language(found), _names(found))
    rows = {key: list(_records(table, desk, name, faults)) for key, table in found.items()}
    if not faults and len(rows["plan"]) != 1:
        faults.append(
            f"{name}, sheet {found['plan'].name}: there are {len(rows['plan'])} plans. Keep exactly one row."
        )
    if faults:
        raise BadLedger([*faults, *_further(rows)])
    return ledger_of(rows)


def _further(rows: Mapping[str, list[Any]]) -> list[str]:
    """What else is wrong in the rows that could be read, so that a person mends all faults in one round: only
    what a row that is missing here can't be the cause of."""
    from milepost.ledger.invariants import (
        no_cycles,
        one_lead,
        real_dates,
        start_before_due,
        unique_codes,
        unit_codes,
    )

    if len(rows["plan"]) != 1:
        return []
    ledger = ledger_of(rows)
    checks = (unique_codes, unit_codes, one_lead, real_dates, start_before_due, no_cycles)
    return [fault for look in checks for fault in look(ledger)]


def edited_since(data: bytes, name: str = "ledger.xlsx") -> bool:
    """Whether a workbook says anything else than what Milepost wrote into it."""
    raw = read_workbook(data, name)
    hidden = {tidy(row[0]): tidy(row[1]) for row in raw.get(HIDDEN, []) if len(row) > 1}
    visible = ((sheet, rows) for sheet, rows in raw.items() if sheet != HIDDEN)
    return hidden.get("content") != content_print(visible)


def _sheet(key: str) -> Sheet:
    return next(sheet for sheet in SHEETS if sheet.key == key)


# --- sheets as texts ---


def _table(sheet: Sheet, raw: Mapping[str, list[list[Cell]]]) -> Table | None:
    """The sheet as fields and own columns; None when the workbook has no such sheet."""
    wanted = (head_key(sheet.name.en), head_key(sheet.name.zh))
    name = next((name for name in raw if head_key(name) in wanted), None)
    if name is None:
        return None
    known = _known_heads(sheet)
    rows = raw[name]
    at = next((n for n, row in enumerate(rows[:HEAD_ROWS]) if _fits(row, known)), None)
    if at is None:
        return Table(sheet, name, {}, [])
    places, heads = _places(rows[at], known)
    lines = [
        _line(number, row, places)
        for number, row in enumerate(rows[at + 1 :], at + 2)
        if any(tidy(cell) for cell in row)
    ]
    return Table(sheet, name, heads, lines)


def _known_heads(sheet: Sheet) -> dict[str, tuple[str, int] | None]:
    """Folded heads in both languages: the field and column behind each, None for columns that aren't read."""
    known: dict[str, tuple[str, int] | None] = {}
    for field in sheet.fields:
        for face, head in enumerate(field.heads):
            known[head_key(head.en)] = known[head_key(head.zh)] = (field.key, face)
        if field.form in SOURCED:
            grey = origin_head(field.heads[0])
            known[head_key(grey.en)] = known[head_key(grey.zh)] = (field.key, ORIGIN)
    if sheet.key == "steps":
        known.update({head_key(text): None for head in PLANNED for text in (head.en, head.zh)})
    return known


def _fits(row: list[Cell], known: Mapping[str, Any]) -> bool:
    return sum(head_key(plain(cell)) in known for cell in row) >= 2


Place = tuple[str, int] | str | None


def _places(
    row: list[Cell], known: Mapping[str, tuple[str, int] | None]
) -> tuple[list[tuple[Place, int]], dict[tuple[str, int], str]]:
    """For each column the field it fills (or a person's own head, or None) and which piece of a long text."""
    places: list[tuple[Place, int]] = []
    heads: dict[tuple[str, int], str] = {}
    own: set[str] = set()
    taken: set[tuple[str, int]] = set()
    for number, cell in enumerate(row):
        text, key = tidy(cell), head_key(plain(cell))
        piece = re.fullmatch(r"(.+)\((\d+)\)", key)
        if key in known and (place := known[key]) not in taken:
            if place:
                taken.add(place)
                heads[place] = text
            places.append((place, 1))
        elif piece and piece[1] in known:
            places.append((known[piece[1]], int(piece[2])))
        else:
            places.append((_own_head(text, number, own), 1))
    return places, heads


def _own_head(text: str, number: int, taken: set[str]) -> str:
    """The name of a person's own column; a number behind it where the name is used twice or missing."""
    head = base = text or f"Column {number + 1}"
    twice = 1
    while head in taken:
        twice += 1
        head = f"{base} #{twice}"
    taken.add(head)
    return head


def _line(number: int, row: list[Cell], places: list[tuple[Place, int]]) -> Line:
    line = Line(number, {}, {})
    pieces: dict[tuple[str, int], dict[int, str]] = {}
    for cell, (place, piece) in zip(row, places, strict=False):
        if isinstance(place, str):
            if plain(cell):
                line.own[place] = plain(cell)
        elif place is not None and piece == 1:
            line.cells[place] = cell
        elif place is not None and plain(cell):
            pieces.setdefault(place, {})[piece] = plain(cell)
    for place, rest in pieces.items():
        line.cells[place] = plain(line.cells.get(place)) + "".join(rest[n] for n in sorted(rest))
    return line


# --- new rows ---


def _complete(tables: Mapping[str, Table], name: str, faults: list[str]) -> None:
    """Give ids and codes to rows without one, and the only document to measures without one."""
    documents = [line.text("id") for line in tables["documents"].lines]
    for line in tables["measures"].lines:
        if not line.text("document") and len(documents) == 1 and documents[0]:
            line.cells["document", 0] = documents[0]
    for table in tables.values():
        if table.sheet.fields[0].key == "id":
            _give_ids(table, name, faults)
    _give_codes(tables["measures"], tables["units"])


def _give_ids(table: Table, name: str, faults: list[str]) -> None:
    first: dict[str, int] = {}
    for line in table.lines:
        id_ = line.text("id")
        if id_ and id_ in first:
            faults.append(
                f'{name}, sheet {table.name}, row {line.number}: the id "{id_}" stands in row {first[id_]} '
                "too. Empty the id of the new row; it gets its own."
            )
        first.setdefault(id_, line.number)
    register = IdRegister(first)
    for line in table.lines:
        if not line.text("id"):
            words = "\n".join(line.text(field.key) for field in table.sheet.fields if not field.grey)
            line.cells["id", 0] = register.give(table.sheet.key, None, words, None)


def _give_codes(measures: Table, units: Table) -> None:
    without = [line for line in measures.lines if not line.text("code")]
    given = codes("M", len(without), [line.text("code") for line in measures.lines])
    for line, new in zip(without, given, strict=True):
        line.cells["code", 0] = new
    taken = {line.text("code") for line in units.lines}
    for line in units.lines:
        if not line.text("code"):
            line.cells["code", 0] = unit_code(line.text("name"), taken)
            taken.add(line.text("code"))


def _restore_order(tables: Mapping[str, Table], hidden: list[list[Cell]]) -> None:
    """Put rows back in the order they were written in, new ones behind: sorting a sheet changes no plan."""
    order: dict[tuple[str, str], int] = {}
    for number, row in enumerate(hidden):
        if len(row) > 2 and tidy(row[0]) == "row":
            order[tidy(row[1]), tidy(row[2])] = number
    for key, table in tables.items():
        known = [(order.get((key, line.text("id")), len(hidden)), line) for line in table.lines]
        table.lines = [line for _, line in sorted(known, key=itemgetter(0))]


# --- values ---


def _language(tables: Mapping[str, Table]) -> Language:
    """The language of the ledger, by the plan's own heads; it decides how written cells are compared."""
    heads = tables["plan"].heads
    return "zh" if any("\u4e00" <= letter <= "\u9fff" for head in heads.values() for letter in head) else "en"


def _names(tables: Mapping[str, Table]) -> Names:
    names = Names()
    for key, (target, fields) in KNOWN_BY.items():
        for line in tables[key].lines:
            forms: list[str] = []
            for field in fields:
                form = next(one.form for one in tables[key].sheet.fields if one.key == field)
                forms.extend(split_list(line.text(field)) if form == "list" else (line.text(field),))
            names.add(target, line.text("id"), forms)
    return names


def _records(table: Table, desk: Desk, name: str, faults: list[str]) -> Iterator[Any]:
    """The records of a sheet; rows with faults are left out and named."""
    defaults = _fallbacks(table.sheet)
    for line in table.lines:
        values: dict[str, Any] = {}
        before = len(faults)
        for field in table.sheet.fields:
            try:
                value = _value(field, table.sheet, line, desk)
                if value is None and field.required:
                    raise Unreadable("the cell is empty. Fill it in, or delete the row.")
            except Unreadable as error:
                head = table.heads.get((field.key, error.column), field.heads[error.column].en)
                faults.append(f'{name}, sheet {table.name}, row {line.number}, column "{head}": {error}')
                continue
            if value is None:
                value = defaults.get(field.key)
            if value is not None:
                values[field.key] = value
        if "extra" in table.sheet.record.__struct_fields__:
            values["extra"] = line.own
        if len(faults) == before:
            yield table.sheet.record(**values)


def _value(field: Field, sheet: Sheet, line: Line, desk: Desk) -> Any:
    cells = [line.cells.get((field.key, face)) for face in range(len(field.heads))]
    if field.form in SOURCED:
        return read_sourced(field, cells, line.cells.get((field.key, ORIGIN)), desk)
    return read_plain(field, sheet.record, cells, desk)


def _fallbacks(sheet: Sheet) -> dict[str, Any]:
    """What a row that a person added says in the fields that every record needs and nobody types."""
    needed = {field.name for field in msgspec.structs.fields(sheet.record) if field.required}
    by_form: dict[str, Any] = {"raw": "", "text": "", "span": (0, 0), "ref": ""}
    found = {
        field.key: by_form[field.form]
        for field in sheet.fields
        if field.key in needed and not field.required and field.form in by_form
    }
    if sheet.key == "steps":
        found["origin"] = "typed"
    return found
