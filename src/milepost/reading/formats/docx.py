"""Word documents: the words as printed, their numbers included, headings, lists and tables.

In: the bytes of a .docx. Out: its text, one paragraph or table row a line; text boxes, footnotes and
endnotes follow after the main text. Tracked insertions stand, tracked deletions, comments, hidden text,
page heads and feet do not and are counted in the warnings. XML is read without entities, network and
document type. Not here: the checks of the archive (`archive`), how lists count (`docx_numbers`), what
styles mean (`docx_styles`).
"""

from typing import Any

from milepost.reading.formats.archive import AGAIN, Archive
from milepost.reading.formats.builder import Builder, Cell
from milepost.reading.formats.docx_numbers import BULLET, Lists, W, number_of, value_of
from milepost.reading.formats.docx_styles import (
    BODY_LEVEL,
    Style,
    default_style,
    is_on,
    numbering_styles,
    read_styles,
)
from milepost.reading.source import SourceText, Unreadable

MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
MOST_PARAGRAPHS = 300_000
"""The longest acts have some ten thousand; a file with more was made to fill the memory."""

DELETED = frozenset((W + "del", W + "moveFrom"))
PASSED_OVER = frozenset((W + "pPr", W + "rPr", W + "instrText", W + "delText", MC + "Fallback", W + "rt"))
SIGNS = {W + "tab": "\t", W + "br": " ", W + "cr": " ", W + "noBreakHyphen": "-", W + "ptab": "\t"}
CLOSED = "、）。：】．"
"""Labels that end with a wide sign print no blank after them."""


def read_docx(data: bytes, name: str) -> SourceText:
    """The text of a Word document; Unreadable when the file is damaged, protected or made to do harm."""
    archive = Archive(data, name)
    document = tree(archive, "word/document.xml")
    body = document.find(W + "body") if document is not None else None
    if body is None:
        raise Unreadable(
            f"{name} is a zip archive but no Word document. Open it in the program it came from."
        )
    reader = Reader(archive)
    reader.add_all(body)
    reader.add_asides()
    for path in ("word/footnotes.xml", "word/endnotes.xml"):
        reader.add_notes(tree(archive, path))
    reader.count_left_out()
    return reader.builder.finish(MEDIA_TYPE)


def tree(archive: Archive, path: str) -> Any:
    """A part as a tree; None when there is none, Unreadable when it is no sound XML or declares a type."""
    data = archive.part(path)
    if data is None:
        return None
    from lxml import etree

    if data.count(b"<w:p") > MOST_PARAGRAPHS * 3:
        archive.refuse(f"its part {path} has more than {MOST_PARAGRAPHS:,} paragraphs")
    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        root: Any = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as fault:
        raise Unreadable(f"{archive.name} is damaged: its part {path} is no sound XML. {AGAIN}") from fault
    if root.getroottree().docinfo.doctype:
        archive.refuse(f"its part {path} declares a document type")
    return root


class Reader:
    """One pass over a document's paragraphs and tables."""

    def __init__(self, archive: Archive) -> None:
        styles = tree(archive, "word/styles.xml")
        self.archive = archive
        self.builder = Builder()
        self.styles = read_styles(styles)
        self.default = default_style(styles)
        self.lists = Lists(tree(archive, "word/numbering.xml"), numbering_styles(styles))
        self.asides: list[Any] = []

    # --- blocks ---

    def add_all(self, parent: Any) -> None:
        """Read paragraphs and tables, in whatever wraps them."""
        for element in blocks_in(parent):
            if element.tag == W + "tbl":
                self.add_table(element)
            else:
                self.add_paragraph(element)

    def add_paragraph(self, paragraph: Any) -> None:
        """Write a paragraph down with its printed number."""
        words, label = self.paragraph(paragraph)
        style = self.style_of(paragraph)
        level = outline_level(paragraph, style)
        if label == BULLET:
            self.builder.add(words, "item")
        elif level:
            self.builder.add(words, "heading", level, label)
        else:
            self.builder.add(words, "item" if label else "paragraph", label=label)

    def paragraph(self, paragraph: Any) -> tuple[str, str | None]:
        """The words of a paragraph with its number, and the number; numbers count even before no words."""
        words = self.words(paragraph)
        label = self.label(paragraph)
        if label is None or label == BULLET:
            return words, label
        return f"{label}{'' if label[-1] in CLOSED else ' '}{words}", label if words.strip() else None

    def label(self, paragraph: Any) -> str | None:
        """The number printed before a paragraph."""
        style = self.style_of(paragraph)
        numbers = paragraph.find(f"{W}pPr/{W}numPr")
        list_id = value_of(numbers, "numId") or style.list_id
        if not list_id or list_id == "0":
            return None
        level = value_of(numbers, "ilvl")
        if level is not None:
            return self.lists.label(list_id, number_of(level, 0))
        if style.list_level is not None:
            return self.lists.label(list_id, style.list_level)
        name = value_of(paragraph.find(W + "pPr"), "pStyle") or self.default or ""
        return self.lists.label(list_id, self.lists.level_for_style(list_id, name))

    def style_of(self, paragraph: Any) -> Style:
        """The style of a paragraph."""
        name = value_of(paragraph.find(W + "pPr"), "pStyle") or self.default or ""
        return self.styles.get(name, Style())

    def add_table(self, table: Any) -> None:
        """Write a table down; one with a single column is running text in a frame."""
        rows = [row for row in rows_in(table) if not self.is_deleted_row(row)]
        if all(len(cells_in(row)) <= 1 for row in rows):
            for row in rows:
                for cell in cells_in(row):
                    self.add_all(cell)
            return
        self.builder.tables += 1
        grids = [grid_of(row) for row in rows]
        for at, grid in enumerate(grids):
            cells = [
                Cell(self.cell_words(cell), columns, rows_covered(grids, at, column))
                for column, columns, cell in grid
                if merge_of(cell) != "continue"
            ]
            self.builder.add_row(cells)

    def is_deleted_row(self, row: Any) -> bool:
        """Whether a tracked change deletes a row; it is counted then."""
        deleted = row.find(f"{W}trPr/{W}del") is not None
        self.builder.left_out["deletion"] += deleted
        return deleted

    def cell_words(self, cell: Any) -> str:
        """The words of a cell, its paragraphs on one line."""
        found = [self.paragraph(paragraph) for paragraph in cell.iter(W + "p")]
        return " ".join(words.strip() for words, _ in found if words.strip())

    # --- words ---

    def words(self, paragraph: Any) -> str:
        """The words of a paragraph: insertions stand, deletions, hidden runs and field codes don't."""
        parts: list[str] = []
        stack = list(reversed(paragraph))
        while stack:
            element = stack.pop()
            tag = element.tag
            if tag == W + "t":
                parts.append(element.text or "")
            elif tag in SIGNS:
                parts.append(SIGNS[tag])
            elif tag in DELETED:
                self.builder.left_out["deletion"] += 1
            elif tag == W + "txbxContent":
                self.asides.append(element)
            elif tag == W + "r" and self.is_hidden(element):
                self.builder.left_out["hidden"] += any(True for _ in element.iter(W + "t"))
            elif tag not in PASSED_OVER:
                self.builder.left_out["picture"] += (
                    tag == W + "drawing" and next(element.iter(W + "txbxContent"), None) is None
                )
                stack.extend(reversed(element))
        return "".join(parts)

    def is_hidden(self, run: Any) -> bool:
        """Whether a run is hidden, by itself or by its style."""
        properties = run.find(W + "rPr")
        if properties is not None and properties.find(W + "vanish") is not None:
            return is_on(properties, "vanish")
        return self.styles.get(value_of(properties, "rStyle") or "", Style()).hidden

    # --- what stands apart ---

    def add_asides(self) -> None:
        """Write the text boxes down, those within text boxes too."""
        for aside in self.asides:
            self.add_all(aside)

    def add_notes(self, notes: Any) -> None:
        """Write footnotes or endnotes down; the lines that part them from the text have a type."""
        for note in notes if notes is not None else ():
            if note.get(W + "type") in (None, "normal"):
                self.add_all(note)

    def count_left_out(self) -> None:
        """Count the comments, page heads and feet that hold words."""
        comments = tree(self.archive, "word/comments.xml")
        self.builder.left_out["comment"] += 0 if comments is None else len(comments.findall(W + "comment"))
        for path in self.archive.parts:
            for kind, stem in (("head", "word/header"), ("foot", "word/footer")):
                if path.startswith(stem) and path.endswith(".xml"):
                    part = tree(self.archive, path)
                    words = "".join(text.text or "" for text in part.iter(W + "t"))
                    self.builder.left_out[kind] += bool(words.strip())


def blocks_in(parent: Any) -> list[Any]:
    """The paragraphs and tables of an element in order, out of content controls and marks of changes."""
    found: list[Any] = []
    stack = list(reversed(parent))
    while stack:
        element = stack.pop()
        if element.tag in (W + "p", W + "tbl"):
            found.append(element)
        elif element.tag in (
            W + "sdt",
            W + "sdtContent",
            W + "ins",
            W + "moveTo",
            W + "customXml",
            W + "smartTag",
        ):
            stack.extend(reversed(element))
    return found


def children_in(parent: Any, tag: str) -> list[Any]:
    """The children with a tag, out of content controls too."""
    found: list[Any] = []
    stack = list(reversed(parent))
    while stack:
        element = stack.pop()
        if element.tag == tag:
            found.append(element)
        elif element.tag in (W + "sdt", W + "sdtContent", W + "customXml"):
            stack.extend(reversed(element))
    return found


def rows_in(table: Any) -> list[Any]:
    """The rows of a table."""
    return children_in(table, W + "tr")


def cells_in(row: Any) -> list[Any]:
    """The cells of a row."""
    return children_in(row, W + "tc")


def grid_of(row: Any) -> list[tuple[int, int, Any]]:
    """The cells of a row with the column each begins in and how many it covers."""
    grid: list[tuple[int, int, Any]] = []
    column = number_of(value_of(row.find(W + "trPr"), "gridBefore"), 0)
    for cell in cells_in(row):
        columns = max(1, number_of(value_of(cell.find(W + "tcPr"), "gridSpan"), 1))
        grid.append((column, columns, cell))
        column += columns
    return grid


def merge_of(cell: Any) -> str | None:
    """`restart` for the first cell of a vertical merge, `continue` for those below, None without one."""
    merge = cell.find(f"{W}tcPr/{W}vMerge")
    return None if merge is None else str(merge.get(W + "val", "continue"))


def rows_covered(grids: list[list[tuple[int, int, Any]]], at: int, column: int) -> int:
    """How many rows a cell covers: its own and those where its column goes on with it."""
    covered = 1
    own = next(cell for begins, _, cell in grids[at] if begins == column)
    while merge_of(own) == "restart" and at + covered < len(grids):
        below = [cell for begins, _, cell in grids[at + covered] if begins == column]
        if not below or merge_of(below[0]) != "continue":
            break
        covered += 1
    return covered


def outline_level(paragraph: Any, style: Style) -> int:
    """The heading level of a paragraph, its own before its style's; 0 for running text."""
    own = value_of(paragraph.find(W + "pPr"), "outlineLvl")
    if own is None:
        return style.level
    level = number_of(own, BODY_LEVEL)
    return level + 1 if 0 <= level < BODY_LEVEL else 0
