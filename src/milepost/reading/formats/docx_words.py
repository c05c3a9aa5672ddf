"""The words of a Word paragraph: insertions stand; deletions, hidden runs and the codes of fields don't.

In: a paragraph's element. Out: its words, a newline where a line is broken within it. Text boxes met on the
way are put aside, pictures counted. A field shows its result alone, also where it runs on over paragraphs; of
a ruby only the base is read; of a note's sign nothing, as the digit would glue to a word. Not here: the
paragraph's own number (`docx_numbers`), tables and blocks (`docx`).
"""

from collections import Counter
from typing import Any

from milepost.reading.formats.docx_looks import Look, Looks
from milepost.reading.formats.docx_package import MC, M, W

DELETED = frozenset((W + "del", W + "moveFrom"))
PASSED_OVER = frozenset(
    W + tag for tag in ("pPr", "rPr", "delText", "delInstrText", "instrText", "rt", "sdtPr", "sdtEndPr")
)
SIGNS = {
    W + "tab": "\t",
    W + "ptab": "\t",
    W + "br": "\n",
    W + "cr": "\n",
    W + "noBreakHyphen": "-",
    M + "den": "/",
    M + "sup": "^",
}
"""What elements print before their content; a fraction is written with a stroke, a power with a roof."""

SYMBOLS = {
    "F0FE": "☑", "F052": "☑", "F0A8": "□", "F06F": "□", "F071": "□", "F0A3": "□", "F0FC": "√", "F0FB": "×",
    "F0E0": "→", "F0E8": "→", "F0B7": "•", "F06C": "●", "F06E": "■", "F0A7": "▪", "F0D8": "➢", "F076": "❖",
    "F0B3": "≥", "F0A2": "′", "F0B1": "±", "F0B0": "°",
}  # fmt: skip
"""Signs of symbol fonts that official texts use."""

PICTURES = ("pic", "chart", "relIds", "imagedata")
PLACEHOLDER = f"{W}sdtPr/{W}showingPlcHdr"


class Words:
    """What reads the words of paragraphs one after the other, and what it met beside them."""

    def __init__(self, looks: Looks, left_out: Counter[str]) -> None:
        self.looks = looks
        self.left_out = left_out
        self.boxes: list[Any] = []
        self.fields: list[bool] = []

    def of(self, paragraph: Any, properties: Any, style: str) -> str:
        """The words of a paragraph with its properties and the name of its style."""
        parts: list[str] = []
        look = self.looks.of_style(style)
        shaded = self.looks.is_shaded(paragraph, properties)
        stack = list(reversed(paragraph))
        while stack:
            element = stack.pop()
            tag = element.tag
            if tag in PASSED_OVER:
                continue
            if tag == W + "t" or tag == M + "t":
                self.say(parts, element.text or "")
            elif tag == W + "r":
                if not self.passes_run(element, look, shaded):
                    stack.extend(reversed(element))
            elif tag in DELETED:
                self.left_out["deletion"] += 1
            elif tag == W + "fldChar":
                self.field(element.get(W + "fldCharType"))
            elif not self.puts_aside(element):
                self.say(parts, sign_of(element))
                stack.extend(reversed(inner(element)))
        self.fields = [shows for shows in self.fields if shows]
        return "".join(parts)

    def say(self, parts: list[str], words: str) -> None:
        """Add words, unless they stand in the code of a field."""
        if words and all(self.fields):
            parts.append(words)

    def field(self, kind: str | None) -> None:
        """Note where a field's code begins, where its result does, and where it ends."""
        if kind == "begin":
            self.fields.append(False)
        elif self.fields and kind == "separate":
            self.fields[-1] = True
        elif self.fields and kind == "end":
            self.fields.pop()

    def passes_run(self, run: Any, look: Look, shaded: bool) -> bool:
        """Whether a run is not read: hidden, which is counted, or the sign that a note prints."""
        if run.find(f"{W}footnoteReference[@{W}customMarkFollows]") is not None:
            return True
        if not self.looks.is_hidden(run, look, shaded):
            return False
        self.left_out["hidden"] += any((text.text or "").strip() for text in run.iter(W + "t"))
        return next(run.iter(W + "fldChar"), None) is None

    def puts_aside(self, element: Any) -> bool:
        """Whether an element is not read here: a text box, a placeholder, an object or a picture."""
        tag = element.tag
        if tag == W + "txbxContent":
            self.boxes.append(element)
        elif tag == W + "sdt" and element.find(PLACEHOLDER) is not None:
            self.left_out["form"] += 1
        elif tag == W + "object":
            self.left_out["object"] += 1
        elif tag in (W + "drawing", W + "pict") and next(element.iter(W + "txbxContent"), None) is None:
            self.left_out["picture"] += holds_picture(element)
        else:
            return False
        return True


def sign_of(element: Any) -> str:
    """What an element prints by itself."""
    if element.tag == W + "sym":
        code = (element.get(W + "char") or "").upper()
        return SYMBOLS.get(code if len(code) == 4 and code[0] == "F" else "", "")
    return SIGNS.get(element.tag, "")


def inner(element: Any) -> list[Any]:
    """What is read within an element: of alternatives the first that is given."""
    if element.tag == MC + "AlternateContent":
        choice = element.find(MC + "Choice")
        chosen = choice if choice is not None else element.find(MC + "Fallback")
        return [] if chosen is None else list(chosen)
    return list(element)


def holds_picture(element: Any) -> bool:
    """Whether a drawing holds a picture or chart, and not only lines."""
    return any(str(child.tag).rpartition("}")[2] in PICTURES for child in element.iter())
