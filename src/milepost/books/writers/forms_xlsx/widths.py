"""Widths of columns by rule: two for a Chinese character, one for any other, two to spare; 6 to 60.

In: a head and the texts below it. Out: a width. The library's own autofit is never used: it depends on the
machine's fonts.
"""

import unicodedata
from collections.abc import Iterable
from functools import lru_cache

NARROWEST, WIDEST = 6, 60
ENOUGH = 4 * WIDEST
"""Signs after which a line is wide enough whatever follows."""


def width_of(head: str, texts: Iterable[str]) -> int:
    """The width of a column; once a text reaches the widest no other is looked at."""
    widest = line_width(head)
    for text in texts:
        if len(text) * 2 > widest:  # no text is wider than two a sign
            widest = max(widest, max(map(line_width, text[:ENOUGH].split("\n"))))
            if widest + 2 >= WIDEST:
                return WIDEST
    return max(NARROWEST, widest + 2)


def line_width(line: str) -> int:
    """How wide a line is."""
    return len(line) if line.isascii() else sum(map(_sign_width, line))


@lru_cache(maxsize=8192)
def _sign_width(sign: str) -> int:
    return 2 if unicodedata.east_asian_width(sign) in "WF" else 1
