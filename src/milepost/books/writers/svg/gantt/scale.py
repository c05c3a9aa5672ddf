"""What stands around the rows of the Gantt: heads, months, grid, the line of the freeze date, the legend.

In: a `Page` and the book. Out: ink.
"""

from milepost.books.content.records import Legend
from milepost.books.content.records.adopted_timetable import AdoptedTimetable
from milepost.books.writers.svg.gantt.frame import HATCH, HEAD, HEAD_SIZE, PAD, SMALL_SIZE, WIDTH, Page
from milepost.books.writers.svg.gantt.rows import BAR, DOTS, LOZENGE
from milepost.books.writers.svg.marks import draw_mark
from milepost.books.writers.svg.pen import INK, MID, PAPER, SEAL, Pen

QUARTER_LINE, MONTH_LINE = "#8b959f", "#d5dade"
QUARTER_BASE, MONTH_BASE, FLAG_TOP, FLAG = 4.0, 9.4, 1.2, 3.8
SWATCH = 7.0


def draw_axis(pen: Pen, page: Page, book: AdoptedTimetable) -> None:
    """Heads of the columns and of the months."""
    pen.line((0, 0.2), (WIDTH, 0.2), INK, 0.4)
    number, measure, _, baseline, forecast, state = book.columns
    pen.text(page.number_right, MONTH_BASE, number.head, HEAD_SIZE, weight=700, anchor="end")
    for x, head in (
        (page.measure_left, measure.head),
        (page.baseline_left, baseline.head),
        (page.forecast_left, forecast.head),
        (page.state_left, state.head),
    ):
        pen.text(x, MONTH_BASE, head, HEAD_SIZE, weight=700)
    flag = _flag(pen, page, book)
    for month in book.months:
        left, right = page.x(month.first), page.x(month.last, end=True)
        wide = pen.width(month.quarter, HEAD_SIZE, 700)
        if month.quarter and (left + 0.8 + wide < flag[0] - 0.5 or left + 0.8 > flag[1] + 0.5):
            pen.text(left + 0.8, QUARTER_BASE, month.quarter, HEAD_SIZE, weight=700)
        if pen.width(month.label, SMALL_SIZE) <= right - left:
            pen.text((left + right) / 2, MONTH_BASE, month.label, SMALL_SIZE, fill=MID, anchor="middle")
    pen.line((0, HEAD - 0.1), (WIDTH, HEAD - 0.1), INK, 0.22)


def draw_grid(pen: Pen, page: Page, book: AdoptedTimetable, top: float, bottom: float) -> None:
    """The lines of months and quarters through one row."""
    for month in book.months:
        colour, weight = (QUARTER_LINE, 0.18) if month.quarter else (MONTH_LINE, 0.12)
        x = page.x(month.first)
        pen.line((x, top), (x, bottom), colour, weight)
    pen.line((page.axis_right, top), (page.axis_right, bottom), QUARTER_LINE, 0.18)


def _flag(pen: Pen, page: Page, book: AdoptedTimetable) -> tuple[float, float]:
    """Left and right edge of the flag: it ends at its line, or begins at the axis."""
    wide = pen.width(book.today_words, SMALL_SIZE, 700) + 2.0
    line = page.x(book.today, end=True)
    left = min(max(line - wide + 1.2, page.axis_left), page.axis_right - wide)
    return left, left + wide


def draw_today(pen: Pen, page: Page, book: AdoptedTimetable) -> None:
    """The freeze date: a line through all rows, its flag over the months."""
    line = page.x(book.today, end=True)
    left, right = _flag(pen, page, book)
    pen.line((line, HEAD), (line, page.bottom), SEAL, 0.3)
    pen.box(left, FLAG_TOP, right - left, FLAG, SEAL, corner=0.4)
    pen.text(left + 1.0, FLAG_TOP + 2.8, book.today_words, SMALL_SIZE, weight=700, fill=PAPER)
    pen.line((0, page.bottom), (WIDTH, page.bottom), INK, 0.4)


def draw_legend(pen: Pen, page: Page, book: AdoptedTimetable) -> None:
    """The signs of the sheet on one line, as many as fit beside the count of rows."""
    x, base = 0.0, page.bottom + 4.6
    end = WIDTH - pen.width(book.count, SMALL_SIZE) - 2 * PAD
    pen.text(WIDTH, base, book.count, SMALL_SIZE, fill=MID, anchor="end")
    for sign in book.legend:
        room = _sign_room(sign)
        wide = room + pen.width(sign.words, SMALL_SIZE) + 4.0
        if x + wide > end:
            break
        _sign(pen, sign, x, base - 0.9)
        pen.text(x + room, base, sign.words, SMALL_SIZE, fill=MID)
        x += wide


def _sign_room(sign: Legend) -> float:
    """How far the words stand from where the sign begins."""
    if sign.key.startswith("mark."):
        return 3.6
    return {"baseline": 4.4, "changed": 2.2}.get(sign.key, SWATCH + 1.4)


def _sign(pen: Pen, sign: Legend, x: float, y: float) -> None:
    """The sign of a legend with its middle at `y`."""
    match sign.key:
        case "done" | "forecast" | "past":
            fill = {"done": INK, "forecast": PAPER, "past": HATCH}[sign.key]
            pen.box(x, y - BAR / 2, SWATCH, BAR, fill, stroke=INK, weight=0.22)
        case "wait":
            pen.line((x, y), (x + SWATCH, y), INK, 0.28, DOTS)
        case "baseline":
            d = LOZENGE
            pen.polygon(((x, y), (x + d, y - d), (x + 2 * d, y), (x + d, y + d)), PAPER, INK, 0.28)
        case "check":
            pen.line((x, y), (x + SWATCH, y), INK, 0.25)
            pen.box(x + 3.0, y - BAR / 2, 1.0, BAR, PAPER, stroke=INK, weight=0.25)
        case "changed":
            pen.box(x, y - 1.4, 0.9, 2.8, INK)
        case _:
            draw_mark(pen, sign.key.removeprefix("mark."), x + 1.4, y)
