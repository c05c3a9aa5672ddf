"""What must be measured before a page is set: titles that share a line, rows too tall for one piece, row
heights.

In: a book and its plain form. Out: the plain form with short titles fitted to their line, `tall` on rows
that may break, `height` on timetable rows. Only covers and drawings shorten; every title stands in full in
its row.
"""

from typing import Any

from milepost.books.content.records import Language, RoadMap, TaskBook, Timetable
from milepost.books.wording.labels import script
from milepost.books.writers.pdf.fonts import text_width

POINT = 0.3528
"""Millimetres."""
COVER_LINE_MM, COVER_DATE_MM = 68.0, 29.0
COVER_FACT_SIGNS = {"en": 260, "zh": 130}
TITLE_MM, WRITTEN_MM = 66.0, 21.5
"""Room for a title and for the words of a deadline in the timetable's columns."""
TALL_SIGNS = {"en": 1100, "zh": 520}
"""A sentence longer than this takes more than half a page, so that its row may break."""
TALL_STEPS = 16


def fitted(book: TaskBook | Timetable | RoadMap, plain: dict[str, Any]) -> dict[str, Any]:
    """The plain form with what must be measured."""
    language = book.facts.language
    if isinstance(book, TaskBook):
        _fit_cover(plain["cover"], language)
        for part in (plain["measures"], plain["proposed"]):
            for row in part["rows"] if part else ():
                row["tall"] = _is_tall(row, language)
    if isinstance(book, Timetable):
        for group in plain["groups"]:
            for row in group["rows"]:
                row["height"] = _row_height(row, language)
    return plain


def shortened(text: str, room_mm: float, size_pt: float, language: Language) -> str:
    """The text as far as a line has room, with an ellipsis where it is cut."""
    size = size_pt * POINT
    if text_width(text, size, 400, language) <= room_mm:
        return text
    while text and text_width(text + "…", size, 400, language) > room_mm:
        text = text[:-1]
    whole = text.rpartition(" ")[0] if language == "en" else ""
    return (whole or text).rstrip(" ,，、；;") + "…"


def wrapped_lines(text: str, room_mm: float, size_pt: float, language: Language) -> int:
    """How many lines a text takes, words kept whole in English."""
    size, lines, filled = size_pt * POINT, 1, 0.0
    pieces = text.replace("\u00a0", " ").split(" ") if language == "en" else list(text)
    blank = text_width(" ", size, 400, language) if language == "en" else 0.0
    for piece in pieces:
        width = text_width(piece, size, 400, language)
        if filled and filled + blank + width > room_mm:
            lines, filled = lines + 1, 0.0
        filled += width + (blank if filled else 0.0)
    return lines


def _fit_cover(cover: dict[str, Any], language: Language) -> None:
    """Short titles on one line each; a source's title within its corner."""
    for line in cover["contents"]:
        line["title"]["text"] = shortened(line["title"]["text"], COVER_LINE_MM, 8.7, language)
        if line["date"]["text"]:
            line["date"]["text"] = shortened(line["date"]["text"], COVER_DATE_MM, 8.7, language)
    most = COVER_FACT_SIGNS[script(language)]
    for fact in cover["facts"]:
        text = fact["value"]["text"]
        fact["value"]["text"] = text if len(text) <= most else text[:most].rstrip() + "…"


def _is_tall(row: dict[str, Any], language: Language) -> bool:
    """Whether a row is taller than half a page."""
    signs = sum(len(piece) for piece in row["sentence"].values())
    parts = sum(len(piece["words"]["text"]) for piece in row["pieces"])
    steps = len(row["plan"]["steps"])
    return (
        max(signs, parts) > TALL_SIGNS[script(language)]
        or steps > TALL_STEPS
        or len(row["pieces"]) > TALL_STEPS
    )


def _row_height(row: dict[str, Any], language: Language) -> float:
    """The height of a timetable row in points: its title's lines and one for the unit."""
    title, lead = row["title"]["text"], row["lead"]["text"] or row["lead"]["label"]
    size = 8.7 if language == "en" else 8.6
    lines = wrapped_lines(title, TITLE_MM, size, language)
    under = wrapped_lines(lead, TITLE_MM, 7.6, language)
    written = row["as_written"]["text"] or row["as_written"]["label"]
    beside = wrapped_lines(f"“{written}”", WRITTEN_MM, size, language)
    pitch = 10.6 if language == "en" else 12.2
    return max(20.0 if language == "en" else 23.0, pitch * (lines + under) + 3.0, pitch * beside + 4.0)
