"""Gaps beside Han characters: which of them stand for a blank that somebody typed.

In: the runs of a page in the order of its content. Out: the same runs, `before` settled: a blank or none
instead of `?`. Typesetters widen the joint of Han and Latin by themselves, and then do so at every such
joint of the page; printing programs drop typed blanks and keep their gaps, and then only some joints are
wide. Between two Han characters a gap is typed unless the line is letter-spaced. Not here: gaps between
Latin words, which are blanks.
"""

from collections.abc import Iterator
from itertools import pairwise

from milepost.reading.formats.pdf_words import Run, is_wide
from milepost.reading.patterns import pattern

TYPED_FROM = 0.2
"""Of the size; a typed blank is a quarter and more."""

WIDEST = 0.9
"""Of the size; wider gaps are a blank in any case."""

LETTER_SPACED = 3
"""Characters from gap to gap; a line with fewer is letter-spaced."""

JOINT = pattern(r"[\u3400-\u9fff][0-9A-Za-z]|[0-9A-Za-z%‰℃][\u3400-\u9fff]")
BY_SETTING = 0.5
"""The share of wide joints from which on the typesetter widens them; typed blanks are rarer."""

TOUCHING = 0.1


def settle_gaps(runs: list[Run]) -> None:
    """Decide for each open gap of a page whether it is a blank."""
    if not any(run.before == "?" for run in runs):
        return
    spaced_by_setting = is_spaced_by_setting(runs)
    for line in lines_of(runs):
        gaps = sum(is_gap(one, two) for one, two in pairwise(line))
        typed = sum(len(run.text) for run in line) >= LETTER_SPACED * (gaps + 1)
        for one, two in pairwise(line):
            if two.before == "?":
                two.before = " " if stands_for_blank(one, two, typed, spaced_by_setting) else ""


def lines_of(runs: list[Run]) -> Iterator[list[Run]]:
    """Runs that follow each other on one line."""
    line: list[Run] = []
    for run in runs:
        if line and (abs(run.base - line[-1].base) > 1 or run.left < line[-1].left):
            yield line
            line = []
        line.append(run)
    if line:
        yield line


def is_gap(one: Run, two: Run) -> bool:
    """Whether two runs stand apart."""
    return two.left - one.right >= TYPED_FROM * min(one.size, two.size)


def is_spaced_by_setting(runs: list[Run]) -> bool:
    """Whether most joints of Han and Latin on a page are wide."""
    tight = sum(1 for run in runs for _ in JOINT.finditer(run.text))
    wide = 0
    for one, two in pairwise(runs):
        if abs(one.base - two.base) < 1 and JOINT.match(one.text[-1] + two.text[0]):
            wide += two.before == "?"
            tight += abs(two.left - one.right) < TOUCHING * one.size
    return wide >= BY_SETTING * (wide + tight)


def stands_for_blank(one: Run, two: Run, typed: bool, spaced_by_setting: bool) -> bool:
    """Whether the gap between two runs of a line stands for a blank."""
    gap, size = two.left - one.right, min(one.size, two.size)
    if gap >= WIDEST * size:
        return True
    if gap < TYPED_FROM * size:
        return False
    if JOINT.match(one.text[-1] + two.text[0]):
        return not spaced_by_setting
    ends_wide, begins_wide = is_wide(one.text[-1]), is_wide(two.text[0])
    both_han = "\u3400" <= one.text[-1] <= "\u9fff" and "\u3400" <= two.text[0] <= "\u9fff"
    return typed and (both_han or ends_wide != begins_wide)
