"""Dated forms in several columns: deadlines, a step's start and due, repetitions, the length of a step.

In: a value, or the cells a person left. Out: the cells, or the value a person made. A person's date wins;
words of the document keep their place while they stand as printed; words that a person made nothing but a
date are that date; "Q2 2027" keeps its precision.
"""

import re
from collections.abc import Sequence
from typing import Any, cast

import msgspec

from milepost.ledger.cells import Cell, half_width, read_promise, read_whole, tidy
from milepost.ledger.codec_xlsx.choices import Language, read_choice, word
from milepost.ledger.codec_xlsx.plain import date_cell
from milepost.ledger.deadlines import last_good_day
from milepost.ledger.faults import Unreadable, in_column
from milepost.ledger.records import Deadline, Every, Precision, Promise, Recurring, SmallDate

DATED: dict[str, Any] = {
    "deadline": Deadline,
    "small": SmallDate,
    "recurring": Recurring,
    "days": tuple[int, int, int],
}
UNDATED_KINDS = frozenset(("event", "target", "period", "open"))
"""Kinds of deadline that a typed date turns into a fixed one."""
UNCOUNTED = {"offset": None, "anchor": None, "combine": None}
"""A deadline whose words are a date is counted from nothing."""


def faces(form: str, value: Any, language: Language) -> list[Cell]:
    """What the columns of a dated form say."""
    match form:
        case "deadline":
            return [
                value.text,
                date_cell(value.date),
                word("deadline_kind", value.kind, language),
                word("precision", value.precision, language),
            ]
        case "small":
            return [value.text, date_cell(value.date), word("precision", value.precision, language)]
        case "recurring":
            every = value.every
            return [value.text, every and f"{every.value} {word('every_unit', every.unit, language)}"]
        case _:
            return list(value)


def change(form: str, original: Any, cells: Sequence[Cell], changed: Sequence[bool]) -> Any:
    """The value that a person made by changing the marked columns."""
    match form:
        case "deadline":
            return _deadline(original, cells, changed)
        case "small":
            return _small(original, cells, changed)
        case "recurring":
            return _recurring(original, cells)
        case _:
            return _days(cells)


def _deadline(original: Deadline | None, cells: Sequence[Cell], changed: Sequence[bool]) -> Deadline:
    text = tidy(cells[0])
    kind = in_column(2, read_choice, "deadline_kind", cells[2])
    promise = in_column(1, read_promise, cells[1])
    if original is None and promise is None and kind in (None, "fixed"):
        promise = read_promise(cells[0])
    from_words = _in_words(text, kind, promise, changed)
    if from_words:
        promise = read_promise(cells[0])
    moved = changed[1] or from_words
    if promise is None and kind is None:
        raise Unreadable(
            "a deadline needs a date or a kind. Write a date such as 2027-06-30, or pick a kind."
        )
    precision = in_column(3, _precision, cells[3], promise, moved, changed[3])
    date = last_good_day(promise.date, precision) if promise else None
    turned = UNDATED_KINDS | {"relative"} if from_words else UNDATED_KINDS
    if kind is None or (moved and not changed[2] and promise and kind in turned):
        kind = "fixed"
    words = text or (promise.text if promise else "")
    made: dict[str, Any] = {"text": words, "kind": kind, "date": date, "precision": precision}
    if original is None:
        return msgspec.convert(made, Deadline)
    if changed[0]:
        made["span"] = None
    if from_words and kind == "fixed":
        made.update(UNCOUNTED)
    if moved and original.current and date:
        made["current"] = Promise(date=date, precision=precision)
    return msgspec.convert({**msgspec.structs.asdict(original), **made}, Deadline)


def _in_words(text: str, kind: str | None, promise: SmallDate | None, changed: Sequence[bool]) -> bool:
    """Whether a person made the words nothing but a date, and said nothing else in the other columns."""
    date_stands = not changed[1] or promise is None
    kind_fits = not changed[2] or kind in (None, "fixed")
    return changed[0] and date_stands and kind_fits and _is_date(text)


def _small(original: SmallDate | None, cells: Sequence[Cell], changed: Sequence[bool]) -> SmallDate:
    text = tidy(cells[0])
    date = cells[1]
    from_text = changed[0] and text and not changed[1]
    if from_text and (original is None or _is_date(text)):
        date = text
    promise = in_column(0 if date is text else 1, read_promise, date)
    if promise is None:
        raise Unreadable("a step's date is missing. Write it as 2027-06-30, or empty the words too.")
    moved = changed[1] or date is text
    precision = in_column(2, _precision, cells[2], promise, moved, changed[2])
    words = text if text and (changed[0] or not changed[1]) else promise.text
    return SmallDate(text=words, date=last_good_day(promise.date, precision), precision=precision)


def _precision(
    cell: Cell, promise: SmallDate | None, date_changed: bool, precision_changed: bool
) -> Precision:
    """The precision of a changed date is its own, unless the person picked another one."""
    picked = read_choice("precision", cell)
    if picked and (precision_changed or not date_changed or promise is None):
        return cast(Precision, picked)
    return promise.precision if promise else "day"


def _is_date(text: str) -> bool:
    try:
        return read_promise(text) is not None
    except Unreadable:
        return False


def _recurring(original: Recurring | None, cells: Sequence[Cell]) -> Recurring:
    text, every = tidy(cells[0]), in_column(1, _every, cells[1])
    words = text or tidy(cells[1])
    if original is None:
        return Recurring(text=words, every=every)
    return msgspec.structs.replace(original, text=words, every=every)


def _every(cell: Cell) -> Every | None:
    """ "1 year", "2 quarters", 每季度."""
    text = half_width(cell)
    if not text:
        return None
    found = re.fullmatch(r"(?:每|every\s)?\s*(\d{1,4})?\s*个?\s*([^\d\s]+)", text, re.IGNORECASE)
    unit = None
    if found:
        name = found[2].lower()
        for form in (name, name.removesuffix("s"), name.removesuffix("ies") + "y"):
            unit = unit or _unit(form)
    if not found or unit is None:
        raise Unreadable(f'"{text}" is not a period. Write it as 1 year, 2 quarters or 1 month.')
    return msgspec.convert({"value": int(found[1] or 1), "unit": unit}, Every)


def _unit(text: str) -> str | None:
    try:
        return read_choice("every_unit", text)
    except Unreadable:
        return None


def _days(cells: Sequence[Cell]) -> tuple[int, int, int]:
    low, likely, high = (in_column(at, read_whole, cell) for at, cell in enumerate(cells))
    known = [number for number in (low, likely, high) if number is not None]
    middle = likely if likely is not None else known[0]
    return (
        low if low is not None else min(middle, *known),
        middle,
        high if high is not None else max(middle, *known),
    )
