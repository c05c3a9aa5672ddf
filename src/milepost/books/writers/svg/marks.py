"""The marks of state as shapes: told apart without colour, always followed by their word.

In: the key of a mark and its middle. Out: ink, at most `SIZE` wide. One function a mark, in one table; a mark
without a light has no shape.
"""

from collections.abc import Callable
from math import cos, pi, sin

from milepost.books.writers.svg.pen import INK, MID, PAPER, SEAL, Pen

SIZE = 2.6
RADIUS, RING = 1.15, 0.32
DOTS = "0.34 0.46"
HALF_POINTS = 12

Draw = Callable[[Pen, float, float], None]


def draw_mark(pen: Pen, mark: str, x: float, y: float) -> None:
    """The shape of a mark with its middle at x, y."""
    draw = SHAPES.get(mark)
    if draw:
        draw(pen, x, y)


def _late(pen: Pen, x: float, y: float) -> None:
    """A solid square with an exclamation mark."""
    pen.box(x - 1.25, y - 1.25, 2.5, 2.5, SEAL)
    pen.box(x - 0.2, y - 0.85, 0.4, 1.05, PAPER)
    pen.box(x - 0.2, y + 0.45, 0.4, 0.4, PAPER)


def _behind(pen: Pen, x: float, y: float) -> None:
    """A grey triangle."""
    pen.polygon(((x, y - 1.2), (x + 1.3, y + 1.05), (x - 1.3, y + 1.05)), MID, MID, 0.15)


def _waiting(pen: Pen, x: float, y: float) -> None:
    """Two upright bars."""
    for left in (x - 0.95, x + 0.25):
        pen.box(left, y - 1.2, 0.7, 2.4, INK)


def _stale(pen: Pen, x: float, y: float) -> None:
    """A dotted ring."""
    pen.circle(x, y, RADIUS, weight=0.42, dash=DOTS)


def _near(pen: Pen, x: float, y: float) -> None:
    """A half-filled ring."""
    pen.circle(x, y, RADIUS, weight=RING)
    turns = (pi / 2 + pi * n / HALF_POINTS for n in range(HALF_POINTS + 1))
    pen.polygon([(x + RADIUS * cos(turn), y - RADIUS * sin(turn)) for turn in turns], INK, INK, 0.1)


def _on(pen: Pen, x: float, y: float) -> None:
    """An open ring."""
    pen.circle(x, y, RADIUS, weight=RING)


def _done(pen: Pen, x: float, y: float) -> None:
    """A solid disc with a tick."""
    pen.circle(x, y, RADIUS + 0.15, INK, stroke=None)
    _tick(pen, x, y, PAPER)


def _claimed(pen: Pen, x: float, y: float) -> None:
    """A ring with a tick: said to be done, verified by nobody."""
    pen.circle(x, y, RADIUS + 0.1, weight=RING)
    _tick(pen, x, y, INK)


def _tick(pen: Pen, x: float, y: float, colour: str) -> None:
    """The tick of what is done."""
    pen.line((x - 0.62, y + 0.05), (x - 0.12, y + 0.55), colour, 0.36)
    pen.line((x - 0.12, y + 0.55), (x + 0.68, y - 0.5), colour, 0.36)


SHAPES: dict[str, Draw] = {
    "late": _late,
    "behind": _behind,
    "waiting": _waiting,
    "stale": _stale,
    "near": _near,
    "on": _on,
    "done": _done,
    "claimed": _claimed,
}
