"""Printed numbers of Chinese documents: 一、 (一) 1. (1) ①, at the start of a line, after 。 or after a
bracket.

In: a stretch of a folded text. Out: labels with their level and place. 一、 is the highest level. A digit
inside a sentence (3.5亿元, 第3款) is no label.
"""

from msgspec import Struct

from milepost.reading.chinese.numerals import number
from milepost.reading.patterns import pattern

CN = r"[一二三四五六七八九十百]{1,4}"
LABEL = pattern(
    rf"(?P<l1>第?(?P<a>{CN})(?:、|部分[、:. ]?|章 ?))|(?P<l2>\((?P<b>{CN})\)[、.]?|第(?P<b2>{CN}"
    rf"|\d{{1,3}})条[ :]?)"
    r"|(?P<l3>(?P<c>\d{1,3})[.、] ?)|(?P<l4>\((?P<d>\d{1,3})\)[、.]?|(?P<d2>\d{1,2})\))|"
    r"(?P<l5>(?P<e>[①-⑳]))"
    rf"|(?P<l6>(?:任务|措施|项目|行动|工程)(?P<f>{CN}|\d{{1,3}})[:、. ])"
)
LEVELS: dict[str | None, int] = {f"l{level}": level for level in range(1, 7)}
VALUES = {1: ("a", "a"), 2: ("b", "b2"), 3: ("c", "c"), 4: ("d", "d2"), 5: ("e", "e"), 6: ("f", "f")}
"""The groups that hold the numeral of each level."""
FIRST_SIGNS = frozenset("第(任措项行工一二三四五六七八九十百0123456789①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳")
"""A label begins with one of these."""
TASK_WORD_LEVEL = 2
"""任务3: stands where (三) would."""


class Label(Struct, frozen=True, gc=False):
    """A printed number: its level (1 the highest), its value, where it begins and ends."""

    level: int
    value: int
    start: int
    end: int


def label_at(text: str, start: int, end: int) -> Label | None:
    """The label that begins at a place."""
    if start >= end or text[start] not in FIRST_SIGNS:
        return None
    match = LABEL.match(text, start, end)
    if match is None:
        return None
    level, after = LEVELS[match.lastgroup], match.end()
    if level == 3 and text[after - 1] == "." and after < end and text[after].isdigit():
        return None
    first, other = VALUES[level]
    value = match[first] or match[other]
    known = ord(value) - 0x245F if level == 5 else number(value)
    return Label(TASK_WORD_LEVEL if level == 6 else level, known or 0, start, after)


INSIDE = pattern(r"[。;:)!?”] ?(?:\(\d{1,2}\)|\d{1,2}[.、]|[①-⑳]|\([一二三四五六七八九十]{1,3}\))")
"""Where a number may begin inside a paragraph."""


def labels_inside(text: str, start: int, end: int) -> list[Label]:
    """The labels inside a paragraph, not the one it begins with."""
    found: list[Label] = []
    for match in INSIDE.finditer(text, start, end):
        at = match.start() + (2 if text[match.start() + 1] == " " else 1)
        label = label_at(text, at, end)
        if label is not None:
            found.append(label)
    return found
