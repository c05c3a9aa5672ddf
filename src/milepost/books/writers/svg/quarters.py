"""Draws the stacked bars by quarter of a report, in grey with numbers on the bars.

In: `Quarters`. Out: one SVG file, size in millimetres, with title and description. Verified stands at the
foot in ink, done above it in grey, planned but not done on top in white; a segment without a number is not
drawn. The number planned stands over the bar. Not here: counting (content).
"""

from milepost.books.content.papers.quarters import Bar, Quarters
from milepost.books.writers.markup import escape
from milepost.books.writers.svg.pen import CHINESE, GENERIC, INK, LATIN, MID, PAPER, Pen

WIDE, HIGH = 150.0, 74.0
LEGEND_BASE, TOP, BOTTOM = 5.0, 18.0, 66.0
BAR, LEAST = 18.0, 5.0
"""Width of a bar, and the least height of a segment, so that its number can be read."""
TONES = ((INK, PAPER), ("#aeb6bd", INK), (PAPER, INK))
"""Ground and number of verified, done, open; they part in grey too."""
SIZE = 3.2
PREFIX = "quarters"


def write_quarters_svg(quarters: Quarters) -> str:
    """The bars as SVG."""
    pen = Pen(quarters.language, 1.0, PREFIX)
    _legend(pen, quarters)
    pen.line((0, BOTTOM), (WIDE, BOTTOM), INK, 0.35)
    step = WIDE / len(quarters.bars)
    heights = _heights(quarters.bars)
    for number, bar in enumerate(quarters.bars):
        _bar(pen, bar, heights[number], step * (number + 0.5), quarters)
    return _file(pen, quarters)


def _heights(bars: tuple[Bar, ...]) -> list[tuple[float, ...]]:
    """The height of each segment of each bar: to scale, but never too low for its number."""
    most = max(bar.total for bar in bars) or 1
    room = BOTTOM - TOP
    scale = min(room / most, 12.0)
    tall = [
        tuple(max(n * scale, LEAST) if n else 0.0 for n in (bar.verified, bar.done, bar.open)) for bar in bars
    ]
    over = max(max(sum(heights) for heights in tall) / room, 1.0)
    return [tuple(height / over for height in heights) for heights in tall]


def _legend(pen: Pen, quarters: Quarters) -> None:
    """The three grounds with their words, in the order from foot to top."""
    x = 0.0
    named = (quarters.verified_words, quarters.done_words, quarters.open_words)
    for (ground, _), said in zip(TONES, named, strict=True):
        pen.box(x, LEGEND_BASE - 3, 4, 3, ground, stroke=INK, weight=0.25)
        pen.text(x + 5.5, LEGEND_BASE - 0.3, said, SIZE)
        x += 5.5 + pen.width(said, SIZE) + 7


def _bar(pen: Pen, bar: Bar, heights: tuple[float, ...], middle: float, quarters: Quarters) -> None:
    """A bar from its foot up, its number planned over it, its quarter under it."""
    top = BOTTOM
    counts = (bar.verified, bar.done, bar.open)
    for (ground, ink), count, height in zip(TONES, counts, heights, strict=True):
        if count:
            top -= height
            pen.box(middle - BAR / 2, top, BAR, height, ground, stroke=INK, weight=0.3)
            pen.text(middle, top + height / 2 + SIZE * 0.35, str(count), SIZE, fill=ink, anchor="middle")
    planned = quarters.planned_words.format(n=bar.planned)
    pen.text(middle, top - 2, planned, SIZE, fill=MID, anchor="middle")
    pen.text(middle, BOTTOM + 5, bar.label, SIZE, anchor="middle")


def _file(pen: Pen, quarters: Quarters) -> str:
    """The elements in their file."""
    tongue, family = ("zh-CN", CHINESE) if quarters.language == "zh" else ("en", LATIN)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {pen.mm(WIDE)} {pen.mm(HIGH)}"'
        f' width="{pen.mm(WIDE)}mm" height="{pen.mm(HIGH)}mm" role="img"'
        f' aria-labelledby="{PREFIX}-title {PREFIX}-desc" xml:lang="{tongue}"'
        f' font-family="{family}, {GENERIC}">'
        f'<title id="{PREFIX}-title">{escape(quarters.title)}</title>'
        f'<desc id="{PREFIX}-desc">{escape(quarters.alt)}</desc>' + "".join(pen.elements) + "</svg>\n"
    )
