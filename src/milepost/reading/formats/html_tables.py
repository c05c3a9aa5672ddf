"""The tables of a web page: which hold data, and their rows.

In: a table's element. Out: its cells with how far each reaches. A table that only lays out the page, as old
portals build them, holds another table, or one cell with most of its words in several paragraphs. Not here:
the words around it (`html`).
"""

from typing import Any

from msgspec import Struct

from milepost.reading.formats.builder import Cell
from milepost.reading.formats.html_parts import HIDDEN, SILENT

PARAGRAPHS = frozenset("p div br li h1 h2 h3 h4 h5 h6 dd dt blockquote".split())
LEAST_PARAGRAPHS = 4
LAID_OUT = 0.6
"""From this share of a table's words on, one cell with several paragraphs is the text of the page."""

MOST_REACH = 1_000


class Words(Struct):
    """The words of an element on one line, and how many paragraphs they came in."""

    text: str
    paragraphs: int


def words_of(node: Any) -> Words:
    """The words of an element: what is hidden or annotates (ruby, scripts) left out."""
    parts: list[str] = []
    paragraphs = 0
    stack = [node]
    while stack:
        element = stack.pop()
        tag = element.tag or ""
        if tag == "-text":
            parts.append(element.text_content or "")
        elif tag == " ":
            parts.append(" ")
        elif tag not in SILENT and not tag.startswith(("-", "!")) and not is_hidden(element):
            children = list(element.iter(include_text=True))
            if tag in PARAGRAPHS:
                paragraphs += 1
                parts.append(" ")
                stack.append(BLANK)
            stack.extend(reversed(children))
    return Words("".join(parts), paragraphs)


class Blank:
    """Stands for the end of a paragraph among elements."""

    tag = " "


BLANK = Blank()


def is_hidden(node: Any) -> bool:
    """Whether an element is hidden by itself."""
    attributes = node.attributes
    return "hidden" in attributes or bool(HIDDEN.search(attributes.get("style") or ""))


def cells_of(row: Any) -> list[Any]:
    """The cells of a row."""
    return [cell for cell in row.iter() if cell.tag in ("td", "th")]


def is_data(table: Any, rows: list[list[Any]]) -> bool:
    """Whether a table without further tables holds data: a row of two cells, and words in more than one."""
    if table.attributes.get("role") == "presentation":
        return False
    if not any(len(cells) > 1 for cells in rows):
        return False
    if any(cell.tag == "th" for cells in rows for cell in cells):
        return True
    found = [words_of(cell) for cells in rows for cell in cells]
    largest = max(found, key=lambda words: len(words.text))
    share = len(largest.text) / max(1, sum(len(words.text.strip()) for words in found))
    return largest.paragraphs < LEAST_PARAGRAPHS or share < LAID_OUT


def row_of(cells: list[Any]) -> list[Cell]:
    """The cells of a row, with their words and reach."""
    return [Cell(words_of(cell).text, reach(cell, "colspan"), reach(cell, "rowspan")) for cell in cells]


def whole_number(text: str | None, default: int) -> int:
    """A number of an attribute, the default where there is none."""
    digits = (text or "").strip()
    sign = -1 if digits.startswith("-") else 1
    digits = digits.removeprefix("-")
    return sign * int(digits) if digits.isascii() and digits.isdecimal() and len(digits) < 6 else default


def reach(cell: Any, attribute: str) -> int:
    """How many columns or rows a cell covers."""
    return max(1, min(whole_number(cell.attributes.get(attribute), 1), MOST_REACH))
