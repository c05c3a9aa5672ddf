"""The rows of the Gantt: number, title, lead, bars, three dates, mark and word.

In: a `Page` and its boxes. Out: ink. Each row is a group that says itself in a sentence.
"""

from milepost.books.content.records.adopted_timetable import AdoptedTimetable, Stretch
from milepost.books.writers.svg.gantt.frame import (
    HATCH,
    LINE,
    MARK,
    PAD,
    SMALL_SIZE,
    TITLE_SIZE,
    WIDTH,
    GroupBox,
    Page,
    RowBox,
    expected,
)
from milepost.books.writers.svg.marks import draw_mark
from milepost.books.writers.svg.pen import INK, MID, PAPER, SEAL, Pen
from milepost.books.writers.svg.words import shorten

BAND, RULE = "#e3e7ea", "#c3c9cf"
BAR, LOZENGE, DISC = 2.6, 1.55, 1.4
DOTS = "0.35 0.7"
CHANGED = 0.9
FILLS = {"done": INK, "forecast": PAPER, "past": HATCH}


def draw_group(pen: Pen, page: Page, box: GroupBox) -> None:
    """The band of a group, left and right of the axis."""
    pen.box(0, box.top, page.axis_left, box.bottom - box.top, BAND)
    pen.box(page.axis_right, box.top, WIDTH - page.axis_right, box.bottom - box.top, BAND)
    words = shorten(pen, box.name, TITLE_SIZE, 700, page.axis_left - 2 * PAD)
    pen.text(PAD, (box.top + box.bottom) / 2 + 1.0, words, TITLE_SIZE, weight=700)


def draw_row(pen: Pen, page: Page, book: AdoptedTimetable, box: RowBox) -> None:
    """A row with all that stands in it."""
    row = box.row
    pen.begin(row.alt)
    if row.changed:
        pen.box(0, box.top, CHANGED, box.bottom - box.top, INK)
    _words(pen, page, box)
    for piece in row.stretches:
        _piece(pen, page, box, piece)
    _checks(pen, page, box)
    if row.lozenge:
        _lozenge(pen, page.x(row.lozenge, end=True), box.middle)
    if row.disc:
        pen.circle(page.x(row.disc, end=True), box.middle, DISC, INK, stroke=PAPER, weight=0.3)
    pen.line((0, box.bottom), (WIDTH, box.bottom), RULE, 0.12)
    pen.end()


def _words(pen: Pen, page: Page, box: RowBox) -> None:
    """Number; title and lead; baseline, forecast or done; mark and word."""
    row, base = box.row, box.middle + 0.95
    pen.text(page.number_right, base, row.number, TITLE_SIZE, weight=700, anchor="end")
    _title(pen, page, box)
    pen.text(page.baseline_left, base, row.baseline.text or row.baseline.label, SMALL_SIZE)
    weight, fill = (700, INK) if row.slipped and not row.done else (400, MID)
    pen.text(page.forecast_left, base, expected(row), SMALL_SIZE, weight=weight, fill=fill)
    draw_mark(pen, row.state.mark, page.state_left + 1.4, box.middle)
    _state_words(pen, page, box, base)


def _title(pen: Pen, page: Page, box: RowBox) -> None:
    """Title and lead, beside or under each other."""
    left, lines = page.measure_left, len(box.title)
    if box.beside:
        base = box.middle + 0.95
        pen.text(left, base, box.title[0], TITLE_SIZE)
        pen.text(left + pen.width(box.title[0], TITLE_SIZE) + PAD, base, box.lead, SMALL_SIZE, fill=MID)
        return
    first = box.middle - LINE * (lines - 1) / 2 - 0.75
    for n, line in enumerate(box.title):
        pen.text(left, first + n * LINE, line, TITLE_SIZE)
    pen.text(left, first + lines * LINE, box.lead, SMALL_SIZE, fill=MID)


def _state_words(pen: Pen, page: Page, box: RowBox, base: float) -> None:
    """The word of the mark: white on dark where late, strong where it needs a look."""
    state, left = box.row.state, page.state_left + MARK
    weight = 700 if state.strong else 400
    words = shorten(pen, state.words, SMALL_SIZE, weight, WIDTH - left - 1.2)
    if state.mark == "late":
        pen.box(left - 0.6, box.middle - 1.8, pen.width(words, SMALL_SIZE, 700) + 1.2, 3.6, SEAL, corner=0.4)
    pen.text(left, base, words, SMALL_SIZE, weight=weight, fill=PAPER if state.mark == "late" else INK)


# --- bars ---


def _piece(pen: Pen, page: Page, box: RowBox, piece: Stretch) -> None:
    """A piece of the bar."""
    left, right = page.x(piece.start), page.x(piece.finish, end=True)
    if piece.look == "wait":
        pen.line((left, box.middle), (right, box.middle), INK, 0.28, DOTS)
        return
    top = box.middle - BAR / 2
    pen.box(left, top, max(right - left, 0.3), BAR, FILLS[piece.look], stroke=INK, weight=0.22)
    if piece.look == "done":
        pen.line((right - 0.12, top), (right - 0.12, top + BAR), PAPER, 0.24)


def _checks(pen: Pen, page: Page, box: RowBox) -> None:
    """A standing measure: a thin line with its checks as ticks."""
    if not box.row.checks:
        return
    pen.line((page.axis_left, box.middle), (page.axis_right, box.middle), INK, 0.25)
    for day in box.row.checks:
        x = page.x(day, end=True)
        pen.box(x - 0.5, box.middle - BAR / 2, 1.0, BAR, PAPER, stroke=INK, weight=0.25)


def _lozenge(pen: Pen, x: float, y: float) -> None:
    """The baseline."""
    corners = ((x - LOZENGE, y), (x, y - LOZENGE), (x + LOZENGE, y), (x, y + LOZENGE))
    pen.polygon(corners, PAPER, INK, 0.28)
