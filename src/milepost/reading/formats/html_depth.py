"""How deep the elements of a web page nest, looked at before a parser builds a tree of them.

In: a page as text. Out: nothing, or `Unreadable` where elements nest so deeply that a parser, which looks up
through all that are open at each new one, would not come to an end. Elements that end where the next begins
are not counted, as old pages leave their ends away by the hundred. Not here: what the page says (`html`).
"""

from milepost.reading.patterns import pattern
from milepost.reading.source import Unreadable

DEEPEST = 5_000
"""Browsers stop at five hundred; a page of a broken content system comes to a thousand."""

TAG = pattern(r"<(/?)([A-Za-z][A-Za-z0-9\-]{0,30})")
UNCOUNTED = frozenset(
    "area base br col embed hr img input link meta param source track wbr p li dd dt option td th tr "
    "tbody thead tfoot colgroup html head body".split()
)
"""Elements without an end, and those that the next of their kind ends."""


def check_depth(page: str, name: str) -> None:
    """Unreadable where elements nest without end."""
    if page.count("<") - page.count("</") <= DEEPEST and page.count("</") <= DEEPEST:
        return
    depth = 0
    for tag in TAG.finditer(page):
        if tag[2].lower() in UNCOUNTED:
            continue
        depth = max(0, depth - 1) if tag[1] else depth + 1
        if depth > DEEPEST:
            raise Unreadable(
                f"{name} is refused: its elements nest more than {DEEPEST:,} deep. "
                "Save the page again from a browser, or its text alone as .txt."
            )
