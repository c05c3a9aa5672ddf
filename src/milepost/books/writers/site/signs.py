"""The marks of state as small drawings: told apart by shape, in grey too; the word stands beside them.

In: a mark and its words. Out: markup. Shapes are those of all books: a square with ! is late, a triangle
behind, two bars waiting, a dotted ring without evidence, a half-filled ring near, an open ring on plan, a
disc with a tick done.
"""

from milepost.books.content.records import Cell
from milepost.books.writers.html.elements import Child, Html, element, join

SHAPES = {
    "late": '<rect class="sf late" x="1" y="1" width="14" height="14" rx="1.5"/>'
    '<path class="sk" d="M8 4v5M8 11.6v.1"/>',
    "behind": '<path class="sg" d="M8 1.6L15 14.4H1z"/>',
    "waiting": '<path class="sb" d="M5 2v12M11 2v12"/>',
    "stale": '<circle class="so dots" cx="8" cy="8" r="6"/>',
    "near": '<circle class="so" cx="8" cy="8" r="6"/><path class="sf" d="M8 2a6 6 0 0 1 0 12z"/>',
    "on": '<circle class="so" cx="8" cy="8" r="6"/>',
    "done": '<circle class="sf" cx="8" cy="8" r="7"/><path class="sk" d="M4.6 8.2l2.4 2.5 4.4-5"/>',
    "claimed": '<circle class="so" cx="8" cy="8" r="6"/><path class="st" d="M4.9 8.2l2.2 2.3 4-4.6"/>',
    "none": '<path class="so" d="M3 8h10"/>',
}


def sign(mark: str) -> Html:
    """The drawing of a mark."""
    start = '<svg class="sign" width="14" height="14" viewBox="0 0 16 16" aria-hidden="true">'
    return Html(f"{start}{SHAPES[mark]}</svg>")


def state(mark: str, words: str) -> Html:
    """A mark with its words."""
    return element("span", sign(mark), " ", element("span", words), class_=f"state {mark}")


def cell(value: Cell) -> Html:
    """A value; the document's words in serif, what is missing in small words on a ruled line."""
    if not value.text:
        return element("span", value.label, class_="muted")
    if value.origin == "quoted":
        return element("span", value.text, class_="serif")
    return join((value.text,))


def small(*words: Child) -> Html | None:
    """A quiet line under a value."""
    return element("span", *words, class_="left") if any(words) else None
