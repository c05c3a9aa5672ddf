"""Web pages: the main text with its headings, lists and tables, without menus, page heads and feet.

In: the bytes of a page. Out: its text, one block a line. The main text is what the page itself marks as such
(`main`, one `article`), else its body without what stands beside it; what is left out is counted in the
warnings. Numbers of ordered lists are printed as a browser prints them and become part of the text. A table
that only lays out the page is read as running text. Not here: decoding (`text`).
"""

from typing import Any

from msgspec import Struct

from milepost.reading.formats.builder import Builder, Cell, one_line
from milepost.reading.formats.numerals import number_text
from milepost.reading.formats.text import decoded
from milepost.reading.outline.numbering import label_at
from milepost.reading.patterns import pattern
from milepost.reading.records import Language
from milepost.reading.source import SourceText, Unreadable

CHARSET = pattern(r"<meta[^>]{0,200}charset=[\"' ]?([A-Za-z0-9_\-]{2,20})", ignore_case=True)
BESIDE = pattern(
    r"\b(?:menu|nav|navbar|breadcrumbs?|sidebar|share|social|cookie|banner|related|pagination|toolbar|skip-link|"
    r"advert|comment-form|site-header|site-footer|page-header|page-footer)\b",
    ignore_case=True,
)
HIDDEN = pattern(r"display:\s*none|visibility:\s*hidden", ignore_case=True)
SILENT = frozenset(
    ("script", "style", "noscript", "template", "head", "svg", "iframe", "object", "canvas", "title")
)
DROPPED = {
    "nav": "menu",
    "header": "head",
    "footer": "foot",
    "aside": "beside",
    "form": "form",
    "dialog": "beside",
}
HEADINGS = {f"h{level}": level for level in range(1, 7)}
BLOCKS = frozenset(
    "p div section article main ul ol li dl dt dd blockquote pre figure figcaption address fieldset details "
    "summary table tr td th caption tbody thead tfoot center hr body html header footer "
    "h1 h2 h3 h4 h5 h6".split()
)
NAMED_PARTS = frozenset(("div", "ul", "ol", "section", "p", "table"))
LANGUAGES: tuple[Language, ...] = ("en", "zh")
STYLES = {"a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman"}
LINKED = 0.5
"""From this share of linked characters on, a part named so is a menu and not a chapter called so."""


def read_html(data: bytes, name: str) -> SourceText:
    """The main text of a page; Unreadable when the bytes are no text."""
    from selectolax.lexbor import LexborHTMLParser

    page = page_text(data)
    if page is None:
        raise Unreadable(
            f"{name} is not a web page: it holds binary data. Save the page again from a browser."
        )
    tree = LexborHTMLParser(page)
    main = main_part(tree)
    walker = Walker(whole_page=main is None)
    if main is not None:
        walker.count_around(tree, main)
    if main is not None or tree.body is not None:
        walker.walk(main if main is not None else tree.body)
    return walker.builder.finish("text/html")


def page_text(data: bytes) -> str | None:
    """The characters of a page, in the encoding that it names where that fits."""
    named = CHARSET.search(data[:2048].decode("latin-1"))
    if named and not data.startswith((b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")):
        encoding = "gb18030" if named[1].lower() in ("gb2312", "gbk") else named[1]
        try:
            return data.decode(encoding)
        except (LookupError, UnicodeDecodeError):
            pass
    return decoded(data)


def main_part(tree: Any) -> Any:
    """The one element that the page marks as its main text; None where it marks none."""
    for selector in ("main", "[role=main]", "article"):
        found = tree.css(selector)
        if len(found) == 1 and found[0].text(deep=True).strip():
            return found[0]
    return None


class Walker:
    """One pass over the elements of a page, without recursion, as pages may nest without end."""

    def __init__(self, whole_page: bool) -> None:
        self.builder = Builder()
        self.whole_page = whole_page
        self.words: list[str] = []
        self.lists: list[Counting | None] = []
        self.item: str | None = None

    def count_around(self, tree: Any, main: Any) -> None:
        """Count what stands around the main text of a page."""
        for tag, kind in DROPPED.items():
            around = sum(bool(node.text(deep=True).strip()) for node in tree.css(tag))
            within = sum(bool(node.text(deep=True).strip()) for node in main.css(tag))
            self.builder.left_out[kind] += max(0, around - within)

    def walk(self, root: Any) -> None:
        """Read an element and all within it."""
        stack = [(root, False)]
        while stack:
            node, entered = stack.pop()
            if entered:
                self.leave(node.tag or "")
            elif self.enter(node):
                stack.append((node, True))
                stack.extend((child, False) for child in reversed(list(node.iter(include_text=True))))
        self.flush()

    def enter(self, node: Any) -> bool:
        """Begin an element; whether its content is to be read child by child."""
        tag = node.tag or ""
        if tag == "-text":
            self.words.append(node.text_content or "")
        elif tag not in SILENT and not tag.startswith(("-", "!")) and not self.leaves_out(node):
            if tag in BLOCKS:
                self.flush()
            return self.begin(tag, node)
        return False

    def begin(self, tag: str, node: Any) -> bool:
        """Begin an element that is read; False where it is read whole."""
        if tag == "table" and is_data_table(node):
            self.add_table(node)
            return False
        if tag in HEADINGS:
            self.builder.add(node.text(deep=True), "heading", HEADINGS[tag])
            return False
        if tag == "br":
            self.words.append(" ")
        elif tag in ("ol", "ul"):
            self.lists.append(Counting.of(node) if tag == "ol" else None)
        elif tag == "li":
            counting = self.lists[-1] if self.lists else None
            self.item = counting.printed(node) if counting else ""
        return True

    def leave(self, tag: str) -> None:
        """End an element."""
        if tag in BLOCKS:
            self.flush()
        if tag in ("ol", "ul"):
            self.lists.pop()
        elif tag == "li":
            self.item = None

    def flush(self) -> None:
        """Write the words since the last block down as a block."""
        words = one_line("".join(self.words))
        self.words = []
        if not words:
            return
        if self.item is None:
            self.builder.add(words)
            return
        label, self.item = self.item, None
        if label and not has_label(words):
            self.builder.add(f"{label} {words}", "item", label=label)
        else:
            self.builder.add(words, "item")

    def add_table(self, table: Any) -> None:
        """Write the rows of a table down."""
        self.builder.tables += 1
        for row in table.css("tr"):
            cells = [cell for cell in row.iter() if cell.tag in ("td", "th")]
            self.builder.add_row(
                [
                    Cell(cell.text(deep=True, separator=" "), reach(cell, "colspan"), reach(cell, "rowspan"))
                    for cell in cells
                ]
            )

    def leaves_out(self, node: Any) -> bool:
        """Whether an element stands beside the main text; it is counted then."""
        kind = kind_beside(node, self.whole_page)
        if kind and node.text(deep=True).strip():
            self.builder.left_out[kind] += 1
        return kind is not None


class Counting(Struct):
    """An ordered list on its way: how it counts, and its next number."""

    style: str
    value: int

    @staticmethod
    def of(node: Any) -> "Counting":
        """The count of a list element."""
        return Counting(node.attributes.get("type") or "1", whole_number(node.attributes.get("start"), 1))

    def printed(self, item: Any) -> str:
        """The number of the next item as a browser prints it."""
        value = whole_number(item.attributes.get("value"), self.value)
        self.value = value + 1
        return f"{number_text(STYLES.get(self.style, 'decimal'), value)}."


def whole_number(text: str | None, default: int) -> int:
    """A number of an attribute, the default where there is none."""
    digits = (text or "").strip()
    return int(digits) if digits.isascii() and digits.isdecimal() and len(digits) < 6 else default


def reach(cell: Any, attribute: str) -> int:
    """How many columns or rows a cell covers."""
    return max(1, min(whole_number(cell.attributes.get(attribute), 1), 1000))


def has_label(words: str) -> bool:
    """Whether an item's words begin with a printed number of their own."""
    return any(label_at(words, 0, len(words), language) for language in LANGUAGES)


def is_data_table(table: Any) -> bool:
    """Whether a table holds data: no table within it, and a row with two cells."""
    if table.attributes.get("role") == "presentation" or len(table.css("table")) > 1:
        return False
    return any(sum(cell.tag in ("td", "th") for cell in row.iter()) > 1 for row in table.css("tr"))


def kind_beside(node: Any, whole_page: bool) -> str | None:
    """What an element beside the main text is; None for one that belongs to it."""
    tag, attributes = node.tag, node.attributes
    if "hidden" in attributes or HIDDEN.search(attributes.get("style") or ""):
        return "hidden"
    if tag in DROPPED and is_dropped(tag, node, whole_page):
        return DROPPED[tag]
    names = f"{attributes.get('class') or ''} {attributes.get('id') or ''} {attributes.get('role') or ''}"
    if tag in NAMED_PARTS and BESIDE.search(names) and link_share(node) >= LINKED:
        return "menu"
    return None


def is_dropped(tag: str, node: Any, whole_page: bool) -> bool:
    """Whether an element that may stand beside the text does: a header with the title or a form around the
    whole page doesn't."""
    if tag in ("header", "footer"):
        return whole_page and not node.css("h1, article, main")
    return tag != "form" or not node.css("h1, h2, article, main, table, p")


def link_share(node: Any) -> float:
    """The share of an element's characters that are links."""
    whole = len(node.text(deep=True).strip())
    return sum(len(link.text(deep=True).strip()) for link in node.css("a")) / whole if whole else 1.0
