"""The timetable as a workbook: one sheet of rows, a sheet of notes, a hidden one for machines.

In: a `Timetable`. Out: the bytes of an .xlsx file. One head row in one language, frozen and filtered; a row
for each measure and one for each of its steps; dates are dates; text is text, whatever it begins with; no
formula anywhere. Every row says where its dates come from, so that a proposed day is never read as a
promise. The same record gives the same bytes.
"""

import datetime as dt
import io
import unicodedata
from collections.abc import Iterator
from typing import Any

from msgspec import Struct

from milepost.books.content.records import AnnexRow, Cell, Timetable, TimetableRow
from milepost.books.wording.labels import Language, label, script
from milepost.books.writers.markup import printable

COLUMNS = ("no", "measure", "step", "unit", "start", "finish", "mark", "days", "as_written", "id")
DATES, NUMBERS = ("start", "finish"), ("days",)
NARROWEST, WIDEST = 6, 60
HEADER_SIGNS = 60
"""Signs of a text in the header, which holds 255 in all, ampersands twice."""
FORMATS: dict[Language, str] = {"en": "yyyy-mm-dd", "zh": 'yyyy"年"m"月"d"日"'}


class SheetRow(Struct, frozen=True, kw_only=True):
    """A row as written: ISO dates, the word of the origin."""

    no: str
    measure: str
    step: str = ""
    unit: str = ""
    start: str = ""
    finish: str = ""
    mark: str = ""
    days: int | None = None
    as_written: str = ""
    id: str = ""


def write_timetable(book: Timetable) -> bytes:
    """The workbook."""
    import xlsxwriter

    language = book.facts.language
    data = io.BytesIO()
    options = {
        "in_memory": True,
        "strings_to_formulas": False,
        "strings_to_urls": False,
        "strings_to_numbers": False,
    }
    file = xlsxwriter.Workbook(data, options)
    file.set_properties(
        {
            "title": f"{book.title} {book.facts.short}",
            "author": book.facts.author,
            "created": dt.datetime.fromisoformat(book.facts.frozen_on),
        }
    )
    rows = list(timetable_rows(book))
    _write_rows(file, rows, book, language)
    _write_notes(file, book, language)
    _write_hidden(file, book)
    file.close()
    return data.getvalue()


def timetable_rows(book: Timetable) -> Iterator[SheetRow]:
    """A row for each measure, then one for each of its steps."""
    steps: dict[str, list[AnnexRow]] = {}
    for step in book.steps.rows if book.steps else ():
        steps.setdefault(step.number.rpartition(".")[0], []).append(step)
    for group in book.groups:
        for row in group.rows:
            yield _measure_row(row, book.facts.language)
            for step in steps.get(row.number, ()):
                yield _step_row(row, step, book.facts.language)


def _measure_row(row: TimetableRow, language: Language) -> SheetRow:
    """The measure with its last day, promised or proposed."""
    return SheetRow(
        no=row.number,
        measure=row.title.text,
        unit=row.lead.text or row.lead.label,
        finish=row.finish.date or "",
        mark=_mark(row.finish, language),
        as_written=row.as_written.text or row.as_written.label,
        id=row.id,
    )


def _step_row(row: TimetableRow, step: AnnexRow, language: Language) -> SheetRow:
    """A step with its first and last day."""
    return SheetRow(
        no=step.number,
        measure=row.title.text,
        step=step.step.text,
        unit=step.unit.text or step.unit.label,
        start=step.start.date or "",
        finish=step.finish.date or "",
        mark=_mark(step.finish, language),
        days=step.days or None,
    )


def _mark(cell: Cell, language: Language) -> str:
    """The word of a cell's origin; an empty cell says who fills it."""
    return label(f"value.{cell.origin}", language) if cell.origin else cell.label


def _write_rows(file: Any, rows: list[SheetRow], book: Timetable, language: Language) -> None:
    """The one sheet of data."""
    sheet = file.add_worksheet(label("sheet.timetable", language))
    wrap = file.add_format({"text_wrap": True, "valign": "top"})
    date = file.add_format({"num_format": FORMATS[script(language)], "valign": "top", "align": "left"})
    grey = file.add_format({"font_color": "#56616d", "valign": "top"})
    head = file.add_format({"bold": True, "text_wrap": True, "valign": "top", "top": 2, "bottom": 1})
    for column, key in enumerate(COLUMNS):
        texts = [label(f"sheet.{key}", language), *(_text(row, key) for row in rows)]
        sheet.set_column(column, column, _width(texts), grey if key == "id" else wrap)
        sheet.write_string(0, column, texts[0], head)
        for line, row in enumerate(rows, start=1):
            value = getattr(row, key)
            if key in DATES and value:
                sheet.write_datetime(line, column, dt.datetime.fromisoformat(value), date)
            elif key in NUMBERS and value is not None:
                sheet.write_number(line, column, value, wrap)
            elif value:
                sheet.write_string(line, column, printable(value), grey if key == "id" else wrap)
    sheet.freeze_panes(1, 2)
    sheet.autofilter(0, 0, max(len(rows), 1), len(COLUMNS) - 1)
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(0)
    sheet.set_header(f"&L{_plain(book.title)} {_plain(book.facts.short)}&C{_plain(_draft(book))}")
    sheet.set_footer(f"&L{_plain(book.facts.edition_line)}&R&P / &N")


def _write_notes(file: Any, book: Timetable, language: Language) -> None:
    """Freeze, print, draft and legend, for a person."""
    sheet = file.add_worksheet(label("sheet.notes", language))
    sheet.set_column(0, 0, WIDEST)
    facts = book.facts
    lines = [facts.title, facts.edition_line, facts.source_line, facts.print_line, _draft(book)]
    lines += [label(f"sheet.note_{key}", language) for key in ("proposed", "promise", "correct")]
    for number, line in enumerate(line for line in lines if line):
        sheet.write_string(number, 0, printable(line))


def _write_hidden(file: Any, book: Timetable) -> None:
    """The layout and the plan print, for machines."""
    sheet = file.add_worksheet("_milepost")
    for number, pair in enumerate((("layout", "timetable/1"), ("print", book.facts.plan_print))):
        for column, text in enumerate(pair):
            sheet.write_string(number, column, text)
    for column, key in enumerate(COLUMNS):
        sheet.write_string(2, column, key)
    sheet.hide()


def _draft(book: Timetable) -> str:
    """The words that every page of a draft carries."""
    return book.facts.draft_words if book.facts.draft else ""


def _plain(text: str) -> str:
    """Text for a header, where an ampersand is a command."""
    return printable(text)[:HEADER_SIGNS].replace("&", "&&")


def _text(row: SheetRow, key: str) -> str:
    """A value as long as it will look."""
    value = getattr(row, key)
    return "" if value is None else str(value)


def _width(texts: list[str]) -> int:
    """2 a wide letter, 1 another, and 2 to spare; 6 at least, 60 at most."""
    wide = max(sum(2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in text) for text in texts)
    return min(max(wide + 2, NARROWEST), WIDEST)
