"""Words in boxes: runs set one after another on a line, lines set one under another, shortened when they
must be.

In: runs and the room they have, in layout units. Out: lines that fit, and their drawing. A run never grows
beyond its room: it turns onto further lines while there are any, and the last one ends with an ellipsis.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from milepost.books.writers.svg.marks import SIZE as MARK_SIZE
from milepost.books.writers.svg.marks import draw_mark
from milepost.books.writers.svg.pen import INK, MID, PAPER, SEAL, SMALLEST, Pen, is_chinese

LEADING, LOOSE = 1.24, 1.42
"""Least distance of base lines as a share of the size, and the one taken where the row is high enough."""
ELLIPSIS = "…"
TAG_DASH = "0.7 0.5"
BLANK_LENGTH = 20.0
SPACE = 1.4
CLOSING = "，。、；：！？）》”’〕】…"
OPENING = "（《“‘〔【"


@dataclass(frozen=True)
class Run:
    """Words of one size and weight, the framed word of a proposed value, a ruled blank to fill, words on the
    dark ground of what is late, or the sign of a mark of state (its key as words)."""

    words: str
    size: float = 2.6
    weight: int = 400
    fill: str = INK
    kind: Literal["words", "tag", "blank", "chip", "mark"] = "words"


Line = tuple[Run, ...]


def run_width(pen: Pen, run: Run) -> float:
    """How wide the run is drawn."""
    if run.kind == "blank":
        return BLANK_LENGTH
    if run.kind == "mark":
        return MARK_SIZE
    framed = run.kind in ("tag", "chip")
    return pen.width(run.words, run.size, run.weight) + (1.8 if framed else 0.0)


def line_width(pen: Pen, line: Line) -> float:
    """How wide the line is drawn, spaces included."""
    return sum(run_width(pen, run) for run in line) + SPACE * max(len(line) - 1, 0)


def tokens(words: str) -> Iterator[str]:
    """Pieces between which a line may turn: English words, Chinese characters with the marks that stay with
    them."""
    piece = ""
    for character in words:
        turns = piece and not piece[-1].isspace() and piece[-1] not in OPENING and character not in CLOSING
        if turns and (character.isspace() or is_chinese(character) or is_chinese(piece[-1])):
            yield piece
            piece = ""
        piece += character
    if piece:
        yield piece


def shorten(pen: Pen, words: str, size: float, weight: int, room: float) -> str:
    """The words, or as many characters as fit with an ellipsis behind them."""
    if pen.width(words, size, weight) <= room:
        return words
    low, high = 0, len(words)
    while low < high:
        middle = (low + high + 1) // 2
        cut = words[:middle].rstrip(" ,，、") + ELLIPSIS
        low, high = (middle, high) if pen.width(cut, size, weight) <= room else (low, middle - 1)
    return words[:low].rstrip(" ,，、") + ELLIPSIS if low else ""


def wrap(
    pen: Pen, words: str, size: float, weight: int, room: float, limit: int, indent: float = 0.0
) -> tuple[str, ...]:
    """The words on at most `limit` lines; the first is shorter by `indent`, the last one is shortened where
    they are more."""
    if words.strip() and pen.width(words, size, weight) <= room - indent:
        return (words.strip(),)
    lines: list[str] = []
    line, rest = "", list(tokens(words))
    while rest and len(lines) < limit - 1:
        free = room - (0.0 if lines else indent)
        if pen.width((line + rest[0]).strip(), size, weight) <= free:
            line += rest.pop(0)
        elif line:
            lines.append(line.strip())
            line = ""
        else:
            break
    last = (line + "".join(rest)).strip()
    free = room - (0.0 if lines else indent)
    if last:
        lines.append(shorten(pen, last, size, weight, free))
    return tuple(lines)


def draw_lines(pen: Pen, x: float, middle: float, lines: tuple[Line, ...], room: float) -> None:
    """Set the lines with their middle at `middle`, as loosely as the height they have allows."""
    sizes = [max(run.size for run in line) for line in lines]
    leading = min(max(room / sum(sizes), LEADING), LOOSE) if sizes else LEADING
    top = middle - leading * sum(sizes) / 2
    for line, size in zip(lines, sizes, strict=True):
        draw_line(pen, x, top + size * (leading / 2 + 0.36), line)
        top += size * leading


def draw_line(pen: Pen, x: float, baseline: float, line: Line) -> None:
    """Set the runs of a line from left to right."""
    for run in line:
        if run.kind == "blank":
            pen.line((x, baseline + 0.3), (x + BLANK_LENGTH, baseline + 0.3), weight=0.18)
        elif run.kind == "tag":
            draw_tag(pen, x, baseline, run)
        elif run.kind == "chip":
            draw_chip(pen, x, baseline, run)
        elif run.kind == "mark":
            draw_mark(pen, run.words, x + MARK_SIZE / 2, baseline - run.size * 0.34)
        else:
            pen.text(x, baseline, run.words, run.size, weight=run.weight, fill=run.fill)
        x += run_width(pen, run) + SPACE


def draw_tag(pen: Pen, x: float, baseline: float, run: Run) -> None:
    """The mark of a proposed value: a dashed frame with the word."""
    wide, high = run_width(pen, run), run.size * LEADING
    pen.box(
        x, baseline - run.size * 0.95, wide, high, PAPER, stroke=INK, weight=0.2, dash=TAG_DASH, corner=0.5
    )
    pen.text(x + 0.9, baseline, run.words, run.size)


def draw_chip(pen: Pen, x: float, baseline: float, run: Run) -> None:
    """What is late: white words on the dark accent."""
    wide, high = run_width(pen, run), run.size * LEADING + 0.5
    pen.box(x, baseline - run.size * 1.04, wide, high, SEAL, corner=0.4)
    pen.text(x + 0.9, baseline, run.words, run.size, weight=700, fill=PAPER)


def tag(words: str) -> Run:
    """The framed word of a proposed value."""
    return Run(words, SMALLEST, kind="tag")


def quiet(words: str, size: float = 2.5) -> Run:
    """Words that step back."""
    return Run(words, size, fill=MID)


def blank() -> Run:
    """A ruled line to write on."""
    return Run("", SMALLEST, kind="blank")
