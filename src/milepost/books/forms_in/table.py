"""A form as it came: its rows below the head, cells by field, own columns by head.

In: the bytes of a workbook or a CSV, and its name. Out: a `FormTable`; `BadLedger` where no sheet reads as
one of the forms. Nothing is left out unseen: a title above the head, a heading between rows or a note below
is kept aside with its row; words in a column without a head stand under its letter. Comparing it with a plan
stands in `compare`.
"""

import re
from collections.abc import Iterator

from milepost.books.content.forms.layouts import IMPORTED
from milepost.books.forms_in.heads import WORDS, Head, find_head
from milepost.books.forms_in.records import Came, FormTable, Line
from milepost.ledger.cells import Cell, half_width, plain, tidy
from milepost.ledger.faults import BadLedger
from milepost.ledger.form_sheets import Hints, Sheet, open_sheets

MORE = re.compile(r"(?P<head>.+) \((?P<number>[2-9])\)")
"""The head of a column that carries a long text on."""
HAN = re.compile("[一-鿿]")


def read_form(data: bytes, name: str, layouts: tuple[str, ...] = IMPORTED) -> FormTable:
    """The form of a file; BadLedger where it holds none."""
    sheets, hints = open_sheets(data, name)
    return form_of(sheets, hints, name, layouts)


def form_of(sheets: list[Sheet], hints: Hints, name: str, layouts: tuple[str, ...] = IMPORTED) -> FormTable:
    """The form in sheets that were opened elsewhere; BadLedger where they hold none."""
    wanted = (hints.layout,) if hints.layout in layouts else layouts
    found = [
        (sheet, head) for sheet in sheets if (head := find_head(sheet, wanted) or find_head(sheet, layouts))
    ]
    if not found:
        known = ", ".join(layouts)
        raise BadLedger([f"{name}: no sheet has the heads of a form ({known}). Keep the head row as it was."])
    sheet, head = max(found, key=lambda pair: pair[1].score)
    columns = _columns(head, sheet)
    aside: list[tuple[int, str]] = _above(sheet, head)
    rows = tuple(_lines(sheet, head, columns, aside))
    return FormTable(
        layout=head.layout,
        language=_language(head),
        name=name,
        columns=tuple(column for column in columns if column is not None),
        rows=rows,
        aside=tuple(aside),
        unit=hints.unit,
    )


def _language(head: Head) -> str:
    """The language of the heads that are known."""
    known = [words for words, field in zip(head.words, head.fields, strict=True) if field]
    return "zh" if any(HAN.search(words) for words in known) else "en"


def _columns(head: Head, sheet: Sheet) -> list[Came | None]:
    """The columns; None where a column is empty, or carries another on."""
    taken: set[str] = set()
    columns: list[Came | None] = []
    for at, (said, field) in enumerate(zip(head.words, head.fields, strict=True)):
        words = said or _letter(sheet, head, at)
        more = MORE.fullmatch(words)
        if not words or (field is None and more and more["head"] in head.words):
            columns.append(None)
            continue
        name, number = words, 1
        while field is None and name in taken:
            number += 1
            name = f"{words} {number}"
        taken.add(name)
        columns.append(Came(head=name, field=field))
    return columns


def _letter(sheet: Sheet, head: Head, at: int) -> str:
    """What a column without a head is called where it holds words: by its place, `(F)`."""
    if not any(tidy(row[at]) for row in sheet.rows[head.behind :]):
        return ""
    letters, at = "", at + 1
    while at:
        at, rest = divmod(at - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return f"({letters})"


def _above(sheet: Sheet, head: Head) -> list[tuple[int, str]]:
    """The lines above the head."""
    return [
        (number, words)
        for number, row in enumerate(sheet.rows[: head.first], start=1)
        if (words := _words(row))
    ]


def _words(row: list[Cell]) -> str:
    """What a row says, a merged cell once."""
    return " ".join(dict.fromkeys(words for cell in row if (words := tidy(cell))))


def _lines(
    sheet: Sheet, head: Head, columns: list[Came | None], aside: list[tuple[int, str]]
) -> Iterator[Line]:
    """The rows below the head; one that is no row of the form goes aside."""
    joined = _carried_on(head)
    for number, row in enumerate(sheet.rows[head.behind :], start=head.behind + 1):
        if not any(tidy(cell) for cell in row):
            continue
        cells: dict[str, Cell] = {}
        own: dict[str, str] = {}
        for at, column in enumerate(columns):
            if column is None:
                continue
            value = _whole(row, at, joined)
            if column.field:
                cells[column.field] = value
            elif tidy(value):
                own[column.head] = plain(value)
        if _no_row(cells, own, head, sheet, number - 1):
            aside.append((number, _words(row)))
            continue
        yield Line(number=number, id=half_width(cells.pop("id", None)), cells=cells, own=own)


def _carried_on(head: Head) -> dict[int, list[int]]:
    """By the place of a column, the places of those that carry its texts on."""
    joined: dict[int, list[int]] = {}
    for at, words in enumerate(head.words):
        more = MORE.fullmatch(words)
        if more and head.fields[at] is None and more["head"] in head.words:
            joined.setdefault(head.words.index(more["head"]), []).append(at)
    return joined


def _whole(row: list[Cell], at: int, joined: dict[int, list[int]]) -> Cell:
    """A cell with what other columns carry on."""
    if at not in joined:
        return row[at]
    return "".join(plain(row[place]) for place in (at, *joined[at]) if place < len(row))


def _no_row(cells: dict[str, Cell], own: dict[str, str], head: Head, sheet: Sheet, at: int) -> bool:
    """Whether a line is a heading or a note: one cell over half the columns, or words in a single column that
    holds no title."""
    width = sum(map(bool, head.words))
    if any(m[0] == at and m[1] == 0 and 2 * (m[3] - m[1] + 1) >= width > 1 for m in sheet.merges):
        return True
    filled = [key for key, cell in cells.items() if tidy(cell)]
    return len(filled) + len(own) == 1 and not any(key in ("id", *WORDS) for key in filled)
