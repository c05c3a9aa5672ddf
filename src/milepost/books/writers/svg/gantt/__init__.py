"""The timetable's bars as SVG, in as many pages as the rows need: for HTML, for screens, for one large print.

In: an `AdoptedTimetable` and the rows a page takes. Out: the text of a file for each page, up to 5,000 rows
and more. Afterwards: title and description first, presentation attributes only, no script; every width comes
from the metrics of the fonts, so that no word crosses another; shapes, tones and words say the state without
colour. A title that is too long for two lines ends with an ellipsis in the drawing and stands whole in the
row's own title and in the description.
"""

from collections.abc import Iterator, Sequence

from milepost.books.content.records.adopted_timetable import AdoptedTimetable, YearRow
from milepost.books.wording.labels import script, words
from milepost.books.writers.svg.gantt.frame import file_of, lay_out
from milepost.books.writers.svg.gantt.rows import draw_group, draw_row
from milepost.books.writers.svg.gantt.scale import draw_axis, draw_grid, draw_legend, draw_today
from milepost.books.writers.svg.pen import Pen

__all__ = ["ROWS", "write_gantt_svgs"]

ROWS = 40
"""Rows of a page, groups not counted."""

Line = tuple[str, YearRow]
"""A row with the name of its group."""


def write_gantt_svgs(book: AdoptedTimetable, rows: int = ROWS) -> tuple[str, ...]:
    """The pages of the drawing."""
    parts = tuple(_parts(book, rows))
    return tuple(_page(book, part, n, len(parts)) for n, part in enumerate(parts, start=1))


def _parts(book: AdoptedTimetable, rows: int) -> Iterator[Sequence[Line]]:
    """The rows of each page; a timetable without rows has one empty page."""
    lines = [(group.name.text, row) for group in book.groups for row in group.rows]
    for start in range(0, max(len(lines), 1), rows):
        yield lines[start : start + rows]


def _page(book: AdoptedTimetable, lines: Sequence[Line], n: int, total: int) -> str:
    """One page: its heads, its rows under the group they belong to, its legend."""
    language = book.facts.language
    pen = Pen(language, 1.0)
    page = lay_out(pen, book, lines)
    draw_axis(pen, page, book)
    for box in page.groups:
        draw_grid(pen, page, book, box.top, box.bottom)
        draw_group(pen, page, box)
    for place in page.rows:
        draw_grid(pen, page, book, place.top, place.bottom)
        draw_row(pen, page, book, place)
    draw_today(pen, page, book)
    draw_legend(pen, page, book)
    title = _title(book)
    if total > 1:
        title = words("gantt.page", language, title=title, n=n, total=total)
    return file_of(pen, page, book, title, _said(book, lines), n)


def _title(book: AdoptedTimetable) -> str:
    """The title of the drawing: book, whose it is, what it shows."""
    if script(book.facts.language) == "zh":
        return f"{book.title}　{book.subject}：{book.heading}"
    return f"{book.title}, {book.subject}: {book.heading}"


def _said(book: AdoptedTimetable, lines: Sequence[Line]) -> str:
    """The rows of a page in sentences, each group named once."""
    gap, stop = ("", "。") if script(book.facts.language) == "zh" else (" ", ".")
    said, group = [], ""
    for name, row in lines:
        if name != group:
            said.append(name + stop)
            group = name
        said.append(row.alt)
    return gap.join(said)
