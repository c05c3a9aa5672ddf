"""The adopted timetable as PDF: paper, scale, heights of rows, places on the axis, measured before setting.

In: an `AdoptedTimetable`. Out: the bytes; on the way its plain form with `track`s (places as shares of the
axis) and `height`s in millimetres, and the sheet. Larger paper carries larger type as far as all rows stay on
one sheet, never smaller type than A4.
"""

import datetime as dt
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import msgspec

from milepost.books.content.records import Cell, Month
from milepost.books.content.records.adopted_timetable import AdoptedTimetable, Stretch, YearRow
from milepost.books.wording.labels import label, script
from milepost.books.writers.pdf.compile import Standard, compile_pdf
from milepost.books.writers.pdf.fit import POINT, wrapped_lines
from milepost.books.writers.pdf.fonts import text_width
from milepost.books.writers.svg.pictures import write_picture_svg

TEMPLATE = Path(__file__).parent / "adopted_timetable.typ"
SIZES = {"A4": (297.0, 210.0), "A3": (420.0, 297.0), "A1": (841.0, 594.0)}
MARGINS = {"left": 15.0, "right": 13.0, "top": 18.0, "bottom": 14.0}
COLUMNS = {"en": (8.0, 16.5, 17.0, 23.5), "zh": (9.0, 17.0, 19.5, 20.5)}
"""No., baseline, forecast, state; the measure takes what the axis leaves."""
AXIS_SHARE = 143.0 / 269.0
ROW_MM, GROUP_MM, LOAD_MM = 6.7, 4.6, 5.1
LEAST_ROW_MM = {"A4": 5.6, "A3": 4.5, "A1": 4.5}
AROUND_MM = 9.5 + 9.6 + 5.4 + 6.5
"""Heading, head of the table, head of the load strip, legend."""
INSET_MM, BASE_INSET_MM = 2.2, 3.5
LINE_MM = {"en": 3.3, "zh": 3.8}
SIZE_PT = {"en": 7.9, "zh": 8.2}
LEAD_PT, LEAD_GAP_MM = 6.8, 1.5
DATE_PT, STATE_PT = 7.6, 7.4
MARK_MM = 3.8
SCALES = {"A4": 1.0, "A3": 1.42, "A1": 2.83}
STEP, ROW_STEP = 0.02, 0.1


def write_adopted_timetable(book: AdoptedTimetable, words: dict[str, str], standard: Standard) -> bytes:
    """The timetable as a PDF; its pictures are the SVG writer's, byte for byte."""
    facts, sheet = book.facts, sheet_of(book)
    small = {**words, "none": label("year.due.none", facts.language)}
    data = {"book": prepared(book, sheet), "words": small, "sheet": sheet}
    drawings = {f"svg-{n}": write_picture_svg(picture) for n, picture in enumerate(book.pictures)}
    return compile_pdf(TEMPLATE, data, facts.frozen_on, facts.short, drawings, standard)


def prepared(book: AdoptedTimetable, sheet: dict[str, Any]) -> dict[str, Any]:
    """The plain form of the book with what the template draws by."""
    plain: dict[str, Any] = msgspec.to_builtins(book)
    plain["grid"], plain["annex_grid"] = axis_places(book.months), axis_places(book.annex_months)
    today = place(book.months, book.today, end=True)
    plain["today_x"] = today
    for group, held in zip(book.groups, plain["groups"], strict=True):
        for row, out in zip(group.rows, held["rows"], strict=True):
            out["track"] = [_piece(book.months, piece) for piece in row.stretches]
            out["ticks"] = [place(book.months, day, end=True) for day in row.checks]
            out["lozenge_x"] = place(book.months, row.lozenge, end=True) if row.lozenge else None
            out["disc_x"] = place(book.months, row.disc, end=True) if row.disc else None
            out["height"] = _height(book, row, sheet["scale"], sheet["row"]) * sheet["scale"]
    if book.annex:
        for line, out in zip(book.annex.rows, plain["annex"]["rows"], strict=True):
            out["track"] = [_piece(book.annex_months, line.stretch)] if line.stretch else []
            out["lozenge_x"] = place(book.annex_months, line.lozenge, end=True) if line.lozenge else None
    return plain


def axis_places(months: Sequence[Month]) -> list[dict[str, Any]]:
    """Each column with its place and width as shares of the axis."""
    return [
        {
            "x": (x := place(months, month.first)),
            "w": place(months, month.last, end=True) - x,
            "label": month.label,
            "head": month.quarter,
        }
        for month in months
    ]


def place(months: Sequence[Month], day: str, end: bool = False) -> float:
    """Where a day begins or ends on the axis, as a share of it, cut to the axis."""
    first = dt.date.fromisoformat(months[0].first).toordinal()
    total = dt.date.fromisoformat(months[-1].last).toordinal() - first + 1
    at = dt.date.fromisoformat(day).toordinal() - first + (1 if end else 0)
    return round(min(max(at / total, 0.0), 1.0), 5)


def _piece(months: Sequence[Month], piece: Stretch) -> dict[str, Any]:
    """A piece of a bar as shares of the axis."""
    x = place(months, piece.start)
    return {"x": x, "w": place(months, piece.finish, end=True) - x, "look": piece.look}


# --- the sheet ---


def sheet_of(book: AdoptedTimetable) -> dict[str, Any]:
    """Paper, scale, widths, and the least height of a row at A4's scale."""
    wide, high = SIZES[book.paper]
    scale = _scale(book)
    inner = wide - (MARGINS["left"] + MARGINS["right"]) * scale
    return {
        "width": wide,
        "height": high,
        "scale": scale,
        "axis": inner * AXIS_SHARE,
        "columns": [width * scale for width in COLUMNS[script(book.facts.language)]],
        "row": _least_row(book, scale),
    }


def _scale(book: AdoptedTimetable) -> float:
    """The largest scale at which the year stands on one sheet, between A4's and the paper's own."""
    scale = SCALES[book.paper]
    while scale > 1.0 and _needed(book, scale, ROW_MM) > _free(book, scale):
        scale = max(1.0, scale - STEP)
    return round(scale, 2)


def _free(book: AdoptedTimetable, scale: float) -> float:
    """The height that the rows of measures have, in millimetres of A4's scale."""
    units = len(book.load.rows) if book.load else 0
    inner = SIZES[book.paper][1] / scale - MARGINS["top"] - MARGINS["bottom"]
    return inner - AROUND_MM - GROUP_MM * len(book.groups) - LOAD_MM * units


def _needed(book: AdoptedTimetable, scale: float, least: float) -> float:
    """The height that the rows of measures take, in millimetres of A4's scale."""
    return sum(_height(book, row, scale, least) for group in book.groups for row in group.rows)


def _least_row(book: AdoptedTimetable, scale: float) -> float:
    """A row's height: as designed, or as much less as keeps the year on one sheet."""
    least = ROW_MM
    while least > LEAST_ROW_MM[book.paper] and _needed(book, scale, least) > _free(book, scale):
        least -= ROW_STEP
    return round(least, 2) if _needed(book, scale, least) <= _free(book, scale) else ROW_MM


# --- rows ---


def _height(book: AdoptedTimetable, row: YearRow, scale: float, least: float) -> float:
    """The height of a row at A4's scale: as many lines as its fullest cell takes, not less than `least`."""
    kind = script(book.facts.language)
    number, base, cast, state = COLUMNS[kind]
    wide = SIZES[book.paper][0] / scale - MARGINS["left"] - MARGINS["right"]
    room = wide * (1 - AXIS_SHARE) - number - base - cast - state - INSET_MM
    lines = max(
        _title_lines(book, row, room),
        _lines(book, _shown(row.baseline), base - BASE_INSET_MM, DATE_PT),
        _lines(book, _shown(row.done or row.forecast), cast - INSET_MM, DATE_PT),
        _lines(book, row.state.words, state - MARK_MM - INSET_MM, STATE_PT),
    )
    return least if lines == 1 else max(least, lines * LINE_MM[kind] + 1.0)


def _title_lines(book: AdoptedTimetable, row: YearRow, room: float) -> int:
    """The lines of title, lead and note; the lead stands behind the title where it has room."""
    language = book.facts.language
    size, lead = SIZE_PT[script(language)], row.lead.text or row.lead.label
    one = text_width(row.title.text, size * POINT, 400, language) + LEAD_GAP_MM
    one += text_width(lead, LEAD_PT * POINT, 400, language)
    lines = 1 if one <= room else max(2, _lines(book, f"{row.title.text}  {lead}", room, size))
    return lines + (_lines(book, row.state.note, room, LEAD_PT) if row.state.note else 0)


def _lines(book: AdoptedTimetable, text: str, room: float, size: float) -> int:
    """How many lines a text takes."""
    return wrapped_lines(text, room, size, book.facts.language)


def _shown(cell: Cell | None) -> str:
    """What a cell prints."""
    return (cell.text or cell.label) if cell else ""
