"""The lists of a web page: how they count, and the labels that are printed before their items.

In: a list's element, then item by item. Out: the number as a browser prints it. Not here: whether an item
prints a number of its own in its words, which then stands alone (`html`).
"""

from typing import Any

from msgspec import Struct

from milepost.reading.formats.html_tables import whole_number
from milepost.reading.formats.numerals import number_text
from milepost.reading.outline.numbering import label_at
from milepost.reading.patterns import pattern
from milepost.reading.records import Language

LANGUAGES: tuple[Language, ...] = ("en", "zh")
IGNORED = pattern(r"mso-list:\s*Ignore", ignore_case=True)
"""How Word marks the number that it wrote before an item of a page."""

LIST_STYLE = pattern(r"list-style(?:-type)?:\s*([a-z\-]{3,30})", ignore_case=True)
STYLES = {
    "a": "lowerLetter",
    "A": "upperLetter",
    "i": "lowerRoman",
    "I": "upperRoman",
    "lower-alpha": "lowerLetter",
    "lower-latin": "lowerLetter",
    "upper-alpha": "upperLetter",
    "upper-latin": "upperLetter",
    "lower-roman": "lowerRoman",
    "upper-roman": "upperRoman",
    "cjk-ideographic": "chineseCounting",
    "simp-chinese-informal": "chineseCounting",
    "trad-chinese-informal": "chineseCounting",
    "cjk-decimal": "ideographDigital",
}
WIDE_STYLES = frozenset(("chineseCounting", "ideographDigital"))
CLOSED = "、）。：】．"


class Counting(Struct):
    """An ordered list on its way: how it counts, its next number, and the step to the one after."""

    style: str
    value: int
    step: int = 1

    def printed(self, item: Any) -> str:
        """The number of the next item as a browser prints it."""
        value = whole_number(item.attributes.get("value"), self.value)
        self.value = value + self.step
        style = STYLES.get(self.style, "decimal")
        return f"{number_text(style, value)}{'、' if style in WIDE_STYLES else '.'}"


def list_of(node: Any) -> Counting | None:
    """The count of a list; None for one that prints no numbers."""
    named = LIST_STYLE.search(node.attributes.get("style") or "")
    if node.tag != "ol" or (named and named[1].lower() in ("none", "disc", "circle", "square")):
        return None
    kind = named[1].lower() if named else node.attributes.get("type") or "1"
    backwards = "reversed" in node.attributes
    items = sum(child.tag == "li" for child in node.iter()) if backwards else 1
    return Counting(kind, whole_number(node.attributes.get("start"), items), -1 if backwards else 1)


def has_label(words: str) -> bool:
    """Whether words begin with a printed number."""
    return any(label_at(f"{words} A", 0, len(words) + 2, language) for language in LANGUAGES)


def joined(label: str, words: str) -> str:
    """A label before its words; after a wide sign stands no blank."""
    return f"{label}{'' if label[-1] in CLOSED else ' '}{words}"
