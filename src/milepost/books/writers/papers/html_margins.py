"""What a printed page of a paper says in its margins, as the browser's own rules: they repeat on each page.

In: a `Paper`. Out: CSS. Words stand in strings of which every sign but letters and digits is escaped, so that
none can end the string, the style, or the page.
"""

from milepost.books.content.records.paper import Paper
from milepost.books.writers.markup import plain

PAGE, PAGES = "counter(page)", "counter(pages)"


def margins(paper: Paper) -> str:
    """The margin boxes of every page; the number between dashes stands at the foot of a letter."""
    if paper.form == "letter":
        boxes = {
            "top-left": string(paper.handling),
            "top-right": string(paper.stamp),
            "bottom-left": string(paper.print_words),
            "bottom-center": f'"— " {PAGE} " —"',
        }
        return _rule(boxes)
    middle = "\u2003".join(word for word in (paper.print_words, paper.handling) if word)
    boxes = {
        "top-left": string(paper.header_left),
        "top-center": string(paper.stamp),
        "top-right": string(paper.header_right),
        "bottom-left": string(paper.footer_left),
        "bottom-center": string(middle),
        "bottom-right": f'{PAGE} " / " {PAGES}',
    }
    return _rule(boxes)


def string(words: str) -> str:
    """Words as a CSS string."""
    return '"' + "".join(sign if sign.isalnum() else f"\\{ord(sign):06x}" for sign in plain(words)) + '"'


def _rule(boxes: dict[str, str]) -> str:
    """The rule of all pages, upright or on their side."""
    inside = " ".join(f"@{place} {{ content: {words}; }}" for place, words in boxes.items())
    return f"@page {{ {inside} }}\n"
