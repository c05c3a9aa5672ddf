"""Where everything on a page of the Gantt stands, and the file around its ink.

In: a pen (for widths), the book, the rows of the page. Out: a `Page` of boxes in millimetres; the file's
text. A row is as high as its title and lead need; columns are as wide as their widest word.
"""

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from milepost.books.content.records import Month
from milepost.books.content.records.adopted_timetable import AdoptedTimetable, YearRow
from milepost.books.wording.labels import script
from milepost.books.writers.markup import escape
from milepost.books.writers.svg.pen import CHINESE, GENERIC, INK, LATIN, PAPER, Pen
from milepost.books.writers.svg.words import shorten, wrap

WIDTH = 394.0
"""A3 in landscape without its margins."""
TITLE_SIZE, SMALL_SIZE, HEAD_SIZE = 2.9, 2.5, 2.7
ROW, LINE, GROUP, HEAD = 6.2, 3.6, 5.4, 11.0
PAD, GAP = 2.0, 3.0
NUMBER_LEAST, MEASURE = 9.0, 96.0
MARK = 4.2
LEGEND = 7.0
STATE_MOST = 40.0


@dataclass(frozen=True)
class GroupBox:
    """The band with a group's name."""

    name: str
    top: float
    bottom: float


@dataclass(frozen=True)
class RowBox:
    """A row with the lines of its title; `beside` says that the lead stands behind them, not under them."""

    row: YearRow
    top: float
    bottom: float
    title: tuple[str, ...]
    lead: str
    beside: bool

    @property
    def middle(self) -> float:
        """The height of its bars."""
        return (self.top + self.bottom) / 2


@dataclass(frozen=True)
class Page:
    """A page: edges of columns from the left, boxes from above."""

    number_right: float
    measure_left: float
    axis_left: float
    axis_right: float
    baseline_left: float
    forecast_left: float
    state_left: float
    groups: tuple[GroupBox, ...]
    rows: tuple[RowBox, ...]
    bottom: float
    height: float
    months: tuple[Month, ...]

    def x(self, day: str, end: bool = False) -> float:
        """Where a day begins or ends on the axis, cut to it."""
        first = dt.date.fromisoformat(self.months[0].first).toordinal()
        total = dt.date.fromisoformat(self.months[-1].last).toordinal() - first + 1
        at = dt.date.fromisoformat(day).toordinal() - first + (1 if end else 0)
        share = min(max(at / total, 0.0), 1.0)
        return self.axis_left + share * (self.axis_right - self.axis_left)


def lay_out(pen: Pen, book: AdoptedTimetable, lines: Sequence[tuple[str, YearRow]]) -> Page:
    """The page of some rows."""
    rows = [row for _, row in lines]
    number = max([NUMBER_LEAST, *(pen.width(row.number, TITLE_SIZE, 700) + 2 * PAD for row in rows)])
    heads = [pen.width(column.head, HEAD_SIZE, 700) for column in book.columns[3:]]
    base = _column(pen, heads[0], (row.baseline.text or row.baseline.label for row in rows))
    cast = _column(pen, heads[1], (expected(row) for row in rows))
    state = min(MARK + _column(pen, heads[2], (row.state.words for row in rows)), STATE_MOST)
    axis_right = WIDTH - state - cast - base - 1.5 * PAD
    groups, boxes, bottom = _boxes(pen, lines)
    return Page(
        number_right=number - PAD,
        measure_left=number,
        axis_left=number + MEASURE,
        axis_right=axis_right,
        baseline_left=axis_right + 1.5 * PAD,
        forecast_left=axis_right + 1.5 * PAD + base,
        state_left=WIDTH - state,
        groups=groups,
        rows=boxes,
        bottom=bottom,
        height=bottom + LEGEND,
        months=book.months,
    )


def _column(pen: Pen, head: float, words: Iterable[str]) -> float:
    """A column as wide as its head and its widest word."""
    return max([head, *(pen.width(said, SMALL_SIZE, 700) for said in words)]) + GAP


def expected(row: YearRow) -> str:
    """What the forecast column prints: done, else the forecast."""
    cell = row.done or row.forecast
    return (cell.text or cell.label) if cell else ""


def _boxes(
    pen: Pen, lines: Sequence[tuple[str, YearRow]]
) -> tuple[tuple[GroupBox, ...], tuple[RowBox, ...], float]:
    """Groups and rows from above, and where they end."""
    groups: list[GroupBox] = []
    rows: list[RowBox] = []
    top, held = HEAD, None
    for name, row in lines:
        if name != held:
            groups.append(GroupBox(name, top, top + GROUP))
            top, held = top + GROUP, name
        box = _row_box(pen, row, top)
        rows.append(box)
        top = box.bottom
    return tuple(groups), tuple(rows), top


def _row_box(pen: Pen, row: YearRow, top: float) -> RowBox:
    """A row: title and lead on one line where they fit, else the lead under one or two lines of title."""
    room = MEASURE - PAD
    lead = row.lead.text or row.lead.label
    one = pen.width(row.title.text, TITLE_SIZE) + PAD + pen.width(lead, SMALL_SIZE)
    if one <= room:
        return RowBox(row, top, top + ROW, (row.title.text,), lead, beside=True)
    title = wrap(pen, row.title.text, TITLE_SIZE, 400, room, 2)
    under = shorten(pen, lead, SMALL_SIZE, 400, room)
    high = LINE * (len(title) + 1) + PAD
    return RowBox(row, top, top + high, title, under, beside=False)


def file_of(pen: Pen, page: Page, book: AdoptedTimetable, title: str, said: str, n: int) -> str:
    """The elements in their file; ids carry the book and the page, so that several share a page of HTML."""
    language = book.facts.language
    name = f"gantt-{book.code.lower()}-{n}"
    family = CHINESE if script(language) == "zh" else LATIN
    tongue = "zh-CN" if language == "zh" else language
    wide, high = pen.mm(WIDTH), pen.mm(page.height)
    head = (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {wide} {high}" width="{wide}mm"'
        f' height="{high}mm" role="img" aria-labelledby="{name}-title {name}-desc" xml:lang="{tongue}"'
        f' font-family="{family}, {GENERIC}">'
    )
    words = f'<title id="{name}-title">{escape(title)}</title><desc id="{name}-desc">{escape(said)}</desc>'
    hatch = (
        f'<defs><pattern id="{name}-hatch" width="1.1" height="1.1" patternUnits="userSpaceOnUse"'
        f' patternTransform="rotate(45)"><rect width="1.1" height="1.1" fill="{PAPER}"/>'
        f'<rect width="0.35" height="1.1" fill="{INK}"/></pattern></defs>'
    )
    ground = f'<rect width="{wide}" height="{high}" fill="{PAPER}"/>'
    elements = "\n".join(pen.elements).replace(HATCH, f"url(#{name}-hatch)")
    return "\n".join((head + words, hatch, ground, elements, "</svg>\n"))


HATCH = "url(#hatch)"
"""What rows write for the hatch; the file gives it its own name."""
