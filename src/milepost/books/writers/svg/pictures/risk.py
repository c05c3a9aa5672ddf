"""Promises at risk: a row a measure, a hatched bar for the days past its baseline, and on whom it waits.

In: a `RiskPicture`. Out: ink; the height it takes. Bars share one scale; the days stand behind them.
"""

from milepost.books.content.records.pictures import RiskPicture, RiskRow
from milepost.books.writers.svg.marks import draw_mark
from milepost.books.writers.svg.pen import INK, MID, Pen
from milepost.books.writers.svg.pictures.frame import HATCH, RULE, SMALL_SIZE, WORD_SIZE, draw_title
from milepost.books.writers.svg.words import wrap

SHARES = (0.0, 0.4, 0.63, 0.81)
"""Where the columns begin: measure, days, dates, waits on."""
LINE, PAD, HEAD = 3.4, 2.6, 5.0
BAR = 3.2
NUMBER, SIGN = 3.6, 3.6
"""Room for the sign and the plan number."""


def draw_risk(pen: Pen, picture: RiskPicture, width: float) -> float:
    """The picture; its height."""
    top = draw_title(pen, picture, width)
    if picture.empty:
        pen.text(0, top, picture.empty, WORD_SIZE)
        return top + 3.0
    starts = [share * width for share in SHARES]
    edges = [*starts[1:], width]
    top = _heads(pen, picture, starts, edges, top, width)
    unit = _unit(pen, picture, edges[1] - starts[1])
    for row in picture.rows:
        top = _row(pen, row, starts, edges, top, unit)
        pen.line((0, top), (width, top), RULE, 0.15)
    if picture.rest:
        pen.text(0, top + 3.6, picture.rest, SMALL_SIZE, fill=MID)
        top += 4.6
    return top + 0.5


def _heads(
    pen: Pen, picture: RiskPicture, starts: list[float], edges: list[float], top: float, width: float
) -> float:
    """The heads of the columns; where the rows begin."""
    told = [
        wrap(pen, head, SMALL_SIZE, 700, edge - start - 1.5, 2)
        for head, start, edge in zip(picture.heads, starts, edges, strict=True)
    ]
    most = max(len(lines) for lines in told)
    for start, lines in zip(starts, told, strict=True):
        for n, line in enumerate(lines):
            pen.text(start, top + 2.4 + n * 3.1, line, SMALL_SIZE, weight=700)
    bottom = top + HEAD + (most - 1) * 3.1 - 0.6
    pen.line((0, bottom), (width, bottom), INK, 0.2)
    return bottom


def _unit(pen: Pen, picture: RiskPicture, room: float) -> float:
    """Millimetres a day, so that every bar has room for its days behind it."""
    widest = max(pen.width(row.days_words, WORD_SIZE, 700) for row in picture.rows)
    return (room - widest - 3.0) / max(row.days for row in picture.rows)


def _row(pen: Pen, row: RiskRow, starts: list[float], edges: list[float], top: float, unit: float) -> float:
    """A measure; where the next one begins."""
    measure, days, dates, waits = starts
    indent = SIGN + max(NUMBER, pen.width(row.number, WORD_SIZE, 700) + 1.2)
    room = edges[0] - measure - indent - 2.0
    title = wrap(pen, row.title.text, WORD_SIZE, 400, room, 2)
    lead = wrap(pen, row.lead.text or row.lead.label, SMALL_SIZE, 400, room, 1)
    moved = (f"{row.baseline.text} →", row.forecast.text)
    waiting = wrap(pen, row.waits, SMALL_SIZE, 400, edges[3] - waits, 3)
    high = PAD + LINE * max(len(title) + len(lead), len(moved), len(waiting))
    first = top + PAD / 2 + 2.5
    draw_mark(pen, row.mark, measure + 1.4, first - 0.95)
    pen.text(measure + SIGN, first, row.number, WORD_SIZE, weight=700)
    for n, line in enumerate(title):
        pen.text(measure + indent, first + n * LINE, line, WORD_SIZE)
    for n, line in enumerate(lead, start=len(title)):
        pen.text(measure + indent, first + n * LINE, line, SMALL_SIZE, fill=MID)
    middle = top + high / 2
    pen.box(days, middle - BAR / 2, row.days * unit, BAR, HATCH, stroke=INK, weight=0.25)
    pen.text(days + row.days * unit + 1.2, middle + 1.0, row.days_words, WORD_SIZE, weight=700)
    for n, line in enumerate(moved):
        pen.text(dates, first + n * LINE, line, SMALL_SIZE)
    for n, line in enumerate(waiting):
        pen.text(waits, first + n * LINE, line, SMALL_SIZE)
    return top + high
