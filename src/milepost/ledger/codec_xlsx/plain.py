"""Plain forms: what a field without origin writes into its cells, and what is read back.

In: a value, or the cells of a row. Out: cells, or a value; `None` for an empty cell, which leaves the
record's own default. Forms of sourced fields stand in `sourced`.
"""

import datetime as dt
import re
from collections.abc import Sequence
from functools import cache
from typing import Any, get_type_hints

import msgspec
from msgspec import Struct

from milepost.ledger.cells import (
    Cell,
    half_width,
    join_list,
    plain,
    read_day,
    read_number,
    read_truth,
    read_whole,
    split_list,
    tidy,
)
from milepost.ledger.codec_xlsx.choices import Language, read_choice, word
from milepost.ledger.codec_xlsx.names import Names
from milepost.ledger.codec_xlsx.sheets import Field
from milepost.ledger.faults import Unreadable, in_column
from milepost.ledger.records import Lag

FIRST_REAL_YEAR = 1901  # spreadsheets have a 29 February 1900


class Desk(Struct, frozen=True):
    """What writing and reading a cell may need: the language of the words, the names of other rows."""

    language: Language
    names: Names


def date_cell(value: str | None) -> Cell:
    """A real date where a spreadsheet knows the day, else the text."""
    if value is None:
        return None
    try:
        day = dt.date.fromisoformat(value)
    except ValueError:
        return value
    return day if day.year >= FIRST_REAL_YEAR and len(value) == 10 else value


def write_plain(field: Field, value: Any, desk: Desk) -> list[Cell]:
    """The cells of a field without origin."""
    if value is None:
        return [None] * len(field.heads)
    match field.form:
        case "date":
            return [date_cell(value)]
        case "truth":
            return [word("truth", "yes" if value else "no", desk.language)]
        case "choice":
            return [word(field.of, value, desk.language)]
        case "list":
            return [join_list(value, desk.language) or None]
        case "ref":
            return [desk.names.label(field.of, value)]
        case "refs":
            return [join_list([desk.names.label(field.of, one) for one in value], desk.language) or None]
        case "span":
            return [f"{value[0]}–{value[1]}"]
        case "json":
            return [msgspec.json.encode(value).decode() if value else None]
        case "lag":
            words = (word("lag_unit", value.unit, desk.language), word("lag_days", value.days, desk.language))
            return [value.value, *words]
        case _:
            return [value if value != "" else None]


def read_plain(field: Field, record: type[Struct], cells: Sequence[Cell], desk: Desk) -> Any:
    """The value of a field without origin; None where nothing is written."""
    cell = cells[0]
    match field.form:
        case "text":
            return tidy(cell) or None
        case "raw":
            return plain(cell) or None
        case "date":
            return read_day(cell)
        case "truth":
            return read_truth(cell)
        case "whole":
            return read_whole(cell)
        case "number":
            return read_number(cell)
        case "choice":
            return read_choice(field.of, cell)
        case "list":
            return split_list(cell) or None
        case "ref":
            return desk.names.find(field.of, cell)
        case "refs":
            return tuple(str(desk.names.find(field.of, one)) for one in split_list(cell)) or None
        case "span":
            return _read_span(cell)
        case "json":
            return _read_json(record, field.key, cell)
        case _:
            return _read_lag(cells)


def _read_span(cell: Cell) -> tuple[int, int] | None:
    text = half_width(cell)
    if not text:
        return None
    found = re.fullmatch(r"(\d{1,12})\s*[–—-]\s*(\d{1,12})", text)
    if not found:
        raise Unreadable(f'"{text}" is not a place in the text. Leave this grey column as it was written.')
    return int(found[1]), int(found[2])


def _read_json(record: type[Struct], key: str, cell: Cell) -> Any:
    text = tidy(cell)
    if not text:
        return None
    try:
        return _decoder(record, key).decode(text)
    except (msgspec.DecodeError, ValueError):
        raise Unreadable(
            "this grey column can't be read any more. Empty the cell, or undo the change."
        ) from None


@cache
def _decoder(record: type[Struct], key: str) -> msgspec.json.Decoder[Any]:
    return msgspec.json.Decoder(get_type_hints(record)[key])


def _read_lag(cells: Sequence[Cell]) -> Lag | None:
    value = read_whole(cells[0])
    if value is None:
        return None
    unit = in_column(1, read_choice, "lag_unit", cells[1]) or "day"
    days = in_column(2, read_choice, "lag_days", cells[2]) or "working"
    return msgspec.convert({"value": value, "unit": unit, "days": days}, Lag)
