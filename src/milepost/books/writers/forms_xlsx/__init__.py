"""An office form as a workbook: one sheet of data, a sheet of notes, a hidden one for lists and machines.

In: a `Form`. Out: the bytes of an .xlsx file, the same for the same form. One head row in one language from
A1 as a table with filters; head and first two columns frozen; dates are dates, numbers numbers, all else
text; no formula anywhere. Choices come from the hidden sheet: a warning for words, a stop for dates. Reading
a form back, with or without the hidden sheet, stands in `books/forms_in`.
"""

import datetime as dt
import io
from collections.abc import Iterable
from typing import Any

import msgspec

from milepost.books.content.forms.records import Form, FormColumn, Type
from milepost.books.content.records import Cell
from milepost.books.wording.labels import Language, label
from milepost.books.writers.forms_xlsx.print_setup import set_print
from milepost.books.writers.forms_xlsx.widths import width_of
from milepost.books.writers.markup import plain, printable

FORMATS: dict[Language, str] = {"zh": 'yyyy"年"m"月"d"日"'}
ISO_FORMAT = "yyyy-mm-dd"
DATE_SHOWN: dict[Language, str] = {"zh": "2027年12月31日", "en": "2027-12-31"}
"""The widest date of a language."""
FACES: dict[Language, dict[str, str]] = {"zh": {"font_name": "宋体"}}
"""The face that Chinese offices have everywhere; elsewhere the program's own."""
GREY = "#56616D"
INK = "#16202B"
SPARE_ROWS = 500
"""Rows below the last that choose from the lists too."""
YEARS = 5
"""Years before and after the freeze in which a date is expected."""
HAND_LINES = 2
"""Lines of a row that is filled in by hand."""
HIDDEN = "_milepost"
PIECE = 16_000
"""Characters of a text in one column; a cell holds 32,767 UTF-16 units, and a character may take two."""


def write_form(form: Form) -> bytes:
    """The workbook of a form."""
    from xlsxwriter import Workbook

    form = spread(form)
    data = io.BytesIO()
    book = Workbook(data, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False})
    book.set_properties(
        {
            "title": plain(form.title)[:255],
            "author": plain(form.facts.author)[:255],
            "created": dt.datetime.fromisoformat(form.facts.frozen_on),
        }
    )
    _write_data(book, form)
    _write_notes(book, form)
    places = _write_hidden(book, form)
    _add_choices(book.worksheets()[0], form, places)
    book.close()
    return data.getvalue()


def spread(form: Form) -> Form:
    """The form with texts beyond a cell's limit carried on in columns "Head (2)" beside their own."""
    pieces = [
        -(-longest // PIECE) for longest in map(_longest, zip(*(row.cells for row in form.rows), strict=True))
    ]
    if max(pieces, default=1) < 2:
        return form
    heads = tuple(
        one
        for column, parts in zip(form.columns, pieces, strict=True)
        for one in (column, *(FormColumn(head=f"{column.head} ({n})") for n in range(2, parts + 1)))
    )
    rows = tuple(msgspec.structs.replace(row, cells=_parted(row.cells, pieces)) for row in form.rows)
    return msgspec.structs.replace(form, columns=heads, rows=rows)


def _longest(cells: Iterable[Cell]) -> int:
    """The length of the longest text."""
    return max([len(cell.text) for cell in cells])


def _parted(cells: tuple[Cell, ...], pieces: list[int]) -> tuple[Cell, ...]:
    """The cells of a row, long columns in their pieces."""
    return tuple(
        _piece(cell, n) if parts > 1 else cell
        for cell, parts in zip(cells, pieces, strict=True)
        for n in range(max(parts, 1))
    )


def _piece(cell: Cell, number: int) -> Cell:
    """The nth piece of a long text."""
    text = cell.text[number * PIECE : (number + 1) * PIECE]
    return Cell(text=text, origin=cell.origin) if text else Cell(fill="office")


def _write_data(book: Any, form: Form) -> None:
    """The one sheet of data."""
    from milepost.books.writers.forms_xlsx.data_sheet import RowsSheet

    sheet = book.add_worksheet(sheet_name(form.title), RowsSheet)
    language = form.facts.language
    formats = _formats(book, language)
    widths = [_width(form, at) for at in range(len(form.columns))]
    for at, (column, width) in enumerate(zip(form.columns, widths, strict=True)):
        sheet.set_column(at, at, width, formats[column.type])
    head = {
        "bold": True,
        "text_wrap": True,
        "valign": "top",
        "top": 2,
        "bottom": 1,
        **FACES.get(language, {}),
    }
    table = {
        "name": f"milepost_{form.layout.key}",
        "style": None,
        "columns": [
            {"header": name, "header_format": book.add_format(head)} for name in heads_of(form.columns)
        ],
    }
    sheet.add_table(0, 0, 1, len(form.columns) - 1, table)
    sheet.give_rows(form, formats, widths, HAND_LINES if form.layout.rows == "duties" else 1)
    rule = {"border": 7} if form.layout.grid else {"bottom": 7}
    sheet.conditional_format(
        *(1, 0, max(len(form.rows), 1), len(form.columns) - 1),
        {"type": "no_errors", "format": book.add_format(rule)},
    )
    set_print(sheet, form, widths)


def _width(form: Form, at: int) -> int:
    """The width of a column: a date as it shows, a column to be filled in as wide as the form says."""
    column = form.columns[at]
    least = column.field.least if column.field else 0
    texts = {row.cells[at].text for row in form.rows}
    if column.type == "date":
        texts = {text for text in texts if text[:1] not in "12"} | {DATE_SHOWN.get(form.facts.language, "")}
    return max(width_of(column.head, texts), least)


def heads_of(columns: tuple[FormColumn, ...]) -> list[str]:
    """The heads, each one once, as a table must have them: a second "Remarks" is "Remarks 2"."""
    taken: set[str] = set()
    heads: list[str] = []
    for column in columns:
        head, number = plain(column.head).strip()[:255] or "–", 1
        name = head
        while name.casefold() in taken:
            number += 1
            name = f"{head} {number}"
        taken.add(name.casefold())
        heads.append(name)
    return heads


def _formats(book: Any, language: Language) -> dict[Type, Any]:
    """The format of each type of cell."""
    base = {"valign": "top", "font_color": INK, **FACES.get(language, {})}
    date = {"num_format": FORMATS.get(language, ISO_FORMAT), "align": "left"}
    kinds: dict[Type, dict[str, Any]] = {
        "text": {"text_wrap": True, "num_format": "@"},
        "date": date,
        "number": {"align": "right"},
        "id": {"font_color": GREY, "num_format": "@"},
    }
    return {kind: book.add_format({**base, **form}) for kind, form in kinds.items()}


def _write_notes(book: Any, form: Form) -> None:
    """Title, freeze, print, source, handling, count and how to work in the form, for a person."""
    sheet = book.add_worksheet(label("forms.notes", form.facts.language))
    sheet.set_column(0, 0, 100, book.add_format({"text_wrap": True, "valign": "top"}))
    facts = form.facts
    lines = [form.title, facts.title, facts.edition_line, facts.source_line, facts.print_line, facts.handling]
    lines += [facts.draft_words if facts.draft else "", form.count, *form.notes]
    for number, line in enumerate(line for line in lines if line):
        sheet.write_string(number, 0, printable(line))


def _write_hidden(book: Any, form: Form) -> dict[str, str]:
    """The sheet that no person needs: layout, print, keys of the columns, lists of choices; where each list
    stands."""
    sheet = book.add_worksheet(HIDDEN)
    sheet.hide()
    keys = [column.field.key if column.field else "" for column in form.columns]
    facts = form.facts
    lines = (
        ("layout", f"milepost.form/1 {form.layout.key}"),
        ("language", facts.language),
        ("unit", form.unit),
        ("edition", str(facts.edition)),
        ("print", facts.plan_print),
        ("columns", *keys),
    )
    for number, line in enumerate(lines):
        for at, text in enumerate(line):
            sheet.write_string(number, at, text)
    places: dict[str, str] = {}
    first = len(lines) + 2
    for at, (key, choices) in enumerate(form.lists.items()):
        sheet.write_string(first - 1, at, key)
        for number, choice in enumerate(choices):
            sheet.write_string(first + number, at, printable(choice)[:255])
        if choices:
            column = chr(ord("A") + at)
            places[key] = f"={HIDDEN}!${column}${first + 1}:${column}${first + len(choices)}"
    return places


def _add_choices(sheet: Any, form: Form, places: dict[str, str]) -> None:
    """Lists warn, dates stop; both reach beyond the last row."""
    last, frozen = len(form.rows) + SPARE_ROWS, dt.datetime.fromisoformat(form.facts.frozen_on)
    for at, column in enumerate(form.columns):
        if column.of in places:
            rule = {"validate": "list", "source": places[column.of], "error_type": "warning"}
            sheet.data_validation(1, at, last, at, rule)
        elif column.type == "date":
            between: dict[str, Any] = {
                "validate": "date",
                "criteria": "between",
                "minimum": dt.datetime(frozen.year - YEARS, 1, 1),
                "maximum": dt.datetime(frozen.year + YEARS, 12, 31),
                "error_type": "stop",
            }
            sheet.data_validation(1, at, last, at, between)


def sheet_name(title: str) -> str:
    """The title as a sheet may be called: 31 signs, none of []:*?/\\, no apostrophe at the ends."""
    name = "".join(sign for sign in plain(title) if sign not in "[]:*?/\\：").strip(" '")
    return name[:31].strip(" '") or "Form"


__all__ = ["spread", "write_form"]
