"""Sourced forms: a value in its columns, its origin in a grey one, and how a person's change becomes `typed`.

In: a sourced value, or the cells of a row with the grey cell. Out: cells, or a sourced value. The grey cell
says the origin in a word, then rule, span and a print of the value (dated values: the whole value) in
machine form. While the columns still say what was written, value and origin come back as they were; once
one differs, the value is a person's. Nothing here needs the hidden sheet.
"""

import datetime as dt
import hashlib
from collections.abc import Sequence
from typing import Any, cast

import msgspec
from msgspec import Struct

from milepost.ledger.cells import Cell, half_width, plain, read_number, read_promise, tidy
from milepost.ledger.codec_xlsx.choices import read_choice, word
from milepost.ledger.codec_xlsx.dated import DATED, change, faces
from milepost.ledger.codec_xlsx.plain import Desk
from milepost.ledger.codec_xlsx.sheets import Field
from milepost.ledger.faults import Unreadable
from milepost.ledger.origins import Origin, Sourced, Span, typed


class Grey(Struct, frozen=True, omit_defaults=True):
    """What the grey cell carries behind the word of the origin."""

    rule: str | None = None
    span: Span | None = None
    print: str | None = None
    value: Any = None


GREY = msgspec.json.Decoder(Grey)


def write_sourced(field: Field, value: Sourced[Any] | None, desk: Desk) -> list[Cell]:
    """The cells of a sourced field, the grey one last."""
    if value is None:
        return [None] * (len(field.heads) + 1)
    if field.form in DATED:
        cells = faces(field.form, value.value, desk.language)
        grey = Grey(value.rule, value.span, None, value.value)
    else:
        cells = [_face(field, value.value, desk)]
        grey = Grey(value.rule, value.span, print_of(value.value))
    origin = word("origin", value.origin, desk.language)
    return [*cells, f"{origin} {msgspec.json.encode(grey).decode()}"]


def read_sourced(field: Field, cells: Sequence[Cell], grey_cell: Cell, desk: Desk) -> Sourced[Any] | None:
    """The sourced value of a row; `typed` where a person wrote it."""
    origin, grey = _read_grey(grey_cell)
    if field.form in DATED:
        return _read_dated(field, cells, origin, grey, desk)
    for value in _values(field, cells[0], desk):
        if origin and grey.print == print_of(value):
            return Sourced(value, origin, grey.rule, grey.span)
    if not half_width(cells[0]):
        return None
    return typed(_values(field, cells[0], desk)[-1])


def print_of(value: Any) -> str:
    """A short print of a simple value, by which a changed cell is told."""
    text = repr(float(value)) if isinstance(value, int | float) else str(value)
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:8]


def _face(field: Field, value: Any, desk: Desk) -> Cell:
    match field.form:
        case "choice°":
            return word(field.of, value, desk.language)
        case "ref°":
            return desk.names.label(field.of, value)
        case "number°":
            return float(value)
        case _:
            return str(value)


def _values(field: Field, cell: Cell, desk: Desk) -> list[Any]:
    """What a cell may mean: a text as it stands, then without the blanks around it."""
    match field.form:
        case "choice°":
            return [read_choice(field.of, cell)]
        case "ref°":
            return [desk.names.find(field.of, cell)]
        case "number°":
            return [read_number(cell)]
        case _:
            return [plain(cell), tidy(cell)]


def _read_grey(cell: Cell) -> tuple[Origin | None, Grey]:
    """The origin and what stands behind it; nothing when a person emptied or overwrote the cell."""
    name, _, machine = tidy(cell).partition(" {")
    try:
        origin = read_choice("origin", name)
        grey = GREY.decode("{" + machine) if machine else Grey()
    except (Unreadable, msgspec.DecodeError):
        return None, Grey()
    return cast(Origin | None, origin), grey


def _read_dated(
    field: Field, cells: Sequence[Cell], origin: Origin | None, grey: Grey, desk: Desk
) -> Sourced[Any] | None:
    """A dated value: as it was while every column says what was written, else what the person made of it."""
    original = None
    if grey.value is not None:
        try:
            original = msgspec.convert(grey.value, DATED[field.form])
        except msgspec.ValidationError:
            original = None
    written = faces(field.form, original, desk.language) if original is not None else [None] * len(cells)
    changed = [not _same(now, then) for now, then in zip(cells, written, strict=True)]
    if original is not None and origin and not any(changed):
        return Sourced(original, origin, grey.rule, grey.span)
    if not any(half_width(cell) for cell in cells):
        return None
    return typed(change(field.form, original, cells, changed))


def _same(now: Cell, then: Cell) -> bool:
    """Whether a cell says what was written; a day is the same day however typed: 2027/6/30, 2027年6月30日."""
    if half_width(now) == half_width(then):
        return True
    if not isinstance(then, dt.date) or not isinstance(now, str):
        return False
    try:
        found = read_promise(now)
    except Unreadable:
        return False
    return found is not None and found.precision == "day" and found.date == then.isoformat()
