"""Web pages: the main text with its headings, lists and tables, without menus, page heads and feet.

In: the bytes of a page. Out: its text, one block a line. The main text is what the page itself marks as such
(`main`, one `article`), else its body without what stands beside it; what is left out is counted in the
warnings. Numbers of ordered lists are printed as a browser prints them and become part of the text; those
that Word wrote into its pages are labels too. A table that only lays out the page is read as running text.
Not here: decoding (`text`), how deep a page may nest (`html_depth`), what stands beside the text
(`html_parts`), lists (`html_lists`), tables (`html_tables`).
"""

from typing import Any

from milepost.reading.formats.builder import Builder, one_line
from milepost.reading.formats.html_depth import check_depth
from milepost.reading.formats.html_lists import IGNORED, Counting, has_label, joined, list_of
from milepost.reading.formats.html_parts import DROPPED, SILENT, Parts, bar_of
from milepost.reading.formats.html_tables import cells_of, is_data, row_of, words_of
from milepost.reading.formats.lines import paragraphs_of
from milepost.reading.formats.text import decoded, is_binary
from milepost.reading.patterns import pattern
from milepost.reading.source import SourceText, Unreadable

CHARSET = pattern(
    r"(?:<meta[^>]{0,200}charset|<\?xml[^>]{0,80}encoding)=[\"' ]{0,2}([A-Za-z0-9_\-]{2,20})", True
)
CHARSET_WITHIN = 4_096
HEADINGS = {f"h{level}": level for level in range(1, 7)}
BLOCKS = frozenset(
    "p div section article main ul ol li dl dt dd blockquote pre figure figcaption address fieldset details "
    "summary table tr td th caption tbody thead tfoot center hr body html header footer form aside nav "
    "h1 h2 h3 h4 h5 h6".split()
)
WHITE = pattern(r"[ \t\r\n\f]+")
NOTE_SIGN = pattern(r"[\[(〔]?[0-9*†‡]{1,3}[\])〕]?")


def read_html(data: bytes, name: str) -> SourceText:
    """The main text of a page; Unreadable when the bytes are no text or nest without end."""
    page = page_text(data)
    if page is None or is_binary(page):
        raise Unreadable(
            f"{name} is not a web page: it holds binary data. Save the page again from a browser."
        )
    check_depth(page, name)
    tree = parsed(page)
    main = main_part(tree)
    root = main if main is not None else tree.body
    if root is None:
        return Builder().finish("text/html")
    parts = Parts(root)
    parts.whole_page = main is None
    walker = Walker(parts)
    if main is not None:
        walker.count_around(tree, main)
    walker.walk(root)
    return walker.builder.finish("text/html")


def parsed(page: str) -> Any:
    """The tree of a page; MemoryError where it does not fit, which is all that the parser can fail for."""
    from selectolax.lexbor import LexborHTMLParser, SelectolaxError

    try:
        return LexborHTMLParser(page)
    except SelectolaxError as fault:
        raise MemoryError(str(fault)) from fault


def page_text(data: bytes) -> str | None:
    """The characters of a page: UTF-8 where they are, else the encoding that it names where that fits."""
    named = CHARSET.search(data[:CHARSET_WITHIN].decode("latin-1"))
    if named and not data.startswith((b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")) and not is_utf8(data):
        encoding = "gb18030" if named[1].lower() in ("gb2312", "gbk", "gb_2312-80", "x-gbk") else named[1]
        try:
            return data.decode(encoding)
        except (LookupError, UnicodeError):
            pass
    return decoded(data)


def is_utf8(data: bytes) -> bool:
    """Whether bytes are UTF-8, as chance hardly makes them: whatever a page says of itself."""
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def main_part(tree: Any) -> Any:
    """The one element that the page marks as its main text; None where it marks none."""
    for selector in ("main", "[role=main]", "article"):
        found = tree.css(selector)
        if len(found) == 1 and found[0].text(deep=True).strip():
            return found[0]
    return None


class Walker:
    """One pass over the elements of a page, without recursion, as pages may nest without end."""

    def __init__(self, parts: Parts) -> None:
        self.parts = parts
        self.builder = Builder()
        self.words: list[str] = []
        self.linked = 0
        self.links = 0
        self.kept = 0
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
            self.say(node.text_content or "")
        elif tag not in SILENT and not tag.startswith(("-", "!")) and not self.leaves_out(node):
            if tag in BLOCKS:
                self.flush()
            return self.begin(tag, node)
        return False

    def say(self, words: str) -> None:
        """Add words to the block; white space between them is one blank but where it is kept as written."""
        self.words.append(words if self.kept else WHITE.sub(" ", words))
        if self.links:
            self.linked += len(words.strip())

    def begin(self, tag: str, node: Any) -> bool:
        """Begin an element that is read; False where it is read whole."""
        if tag == "table":
            return not self.add_table(node)
        if tag in HEADINGS:
            self.add_heading(words_of(node).text, HEADINGS[tag])
            return False
        if tag == "br":
            self.words.append("\n")
        elif tag in ("ol", "ul"):
            self.lists.append(list_of(node))
        elif tag == "li":
            counting = self.lists[-1] if self.lists else None
            self.item = counting.printed(node) if counting else ""
        elif tag == "span" and IGNORED.search(node.attributes.get("style") or ""):
            self.item = one_line(words_of(node).text)
            return False
        elif tag == "a":
            if NOTE_SIGN.fullmatch(words_of(node).text.strip()) and is_within(node):
                return False
            self.links += 1
        self.kept += tag == "pre"
        return True

    def leave(self, tag: str) -> None:
        """End an element."""
        if tag in BLOCKS:
            self.flush()
        if tag in ("ol", "ul"):
            self.lists.pop()
        elif tag == "li":
            self.item = None
        self.links -= tag == "a"
        self.kept -= tag == "pre"

    def flush(self) -> None:
        """Write the words since the last block down as a block, or as several that line breaks part."""
        words, linked = "".join(self.words), self.linked
        self.words, self.linked = [], 0
        if not words.strip():
            return
        for line in paragraphs_of(words):
            self.write(one_line(line), linked)

    def write(self, words: str, linked: int) -> None:
        """Write a paragraph or an item down, unless it is a bar beside the text."""
        bar = bar_of(words, linked) if self.parts.whole_page and self.item is None else None
        if bar:
            self.builder.left_out[bar] += 1
        elif self.item is None:
            self.builder.add(words)
        else:
            label, self.item = self.item, None
            if has_label(label) and not has_label(words):
                self.builder.add(joined(label, words), "item", label=label)
            else:
                self.builder.add(words, "item")

    def add_heading(self, words: str, level: int) -> None:
        """Write a heading down, unless it heads what stands beside the text."""
        bar = bar_of(one_line(words), 0) if self.parts.whole_page else None
        if bar:
            self.builder.left_out[bar] += 1
        else:
            self.builder.add(words, "heading", level)

    def add_table(self, table: Any) -> bool:
        """Write the rows of a table with data down; False when it only lays out the page."""
        if self.parts.weight(table).tables:
            return False
        rows = [cells_of(row) for row in table.css("tr")]
        if not is_data(table, rows):
            return False
        self.builder.tables += 1
        for caption in table.css("caption"):
            self.builder.add(words_of(caption).text)
        for cells in rows:
            self.builder.add_row(row_of(cells))
        return True

    def leaves_out(self, node: Any) -> bool:
        """Whether an element stands beside the main text; it is counted then."""
        kind = self.parts.kind_beside(node)
        if kind and self.parts.weight(node).chars:
            self.builder.left_out[kind] += 1
        return kind is not None


def is_within(link: Any) -> bool:
    """Whether a link leads to a place of its own page, as the sign of a note does."""
    return (link.attributes.get("href") or "").startswith("#")
