"""Word documents: the words as printed, their numbers included, headings, lists and tables.

In: the bytes of a .docx, or of a template or a file with macros, which are never run. Out: its text, one
paragraph or table row a line; footnotes and endnotes follow after the main text, and so do text boxes, unless
they stand where no words stand. Tracked insertions stand; tracked deletions, comments, hidden text, tables of
contents, page heads and feet do not and are counted in the warnings. Not here: the checks of the archive
(`archive`), its parts (`docx_package`), how lists count (`docx_numbers`), what styles mean (`docx_styles`,
`docx_looks`), what stands within a paragraph (`docx_words`) and in tables (`docx_tables`).
"""

from collections.abc import Iterable
from typing import Any

from msgspec import Struct

from milepost.reading.formats.builder import Builder, Cell
from milepost.reading.formats.docx_looks import Looks
from milepost.reading.formats.docx_numbers import BULLET, Lists, Printed, number_of, value_of
from milepost.reading.formats.docx_package import Package, W
from milepost.reading.formats.docx_styles import (
    BODY_LEVEL,
    Style,
    default_style,
    numbering_styles,
    read_styles,
)
from milepost.reading.formats.docx_tables import (
    cells_of,
    children_of,
    grid_of,
    is_data,
    rows_covered,
    rows_of,
)
from milepost.reading.formats.docx_words import DELETED, Words
from milepost.reading.formats.lines import paragraphs_of
from milepost.reading.source import SourceText, Unreadable

MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
CLOSED = "、）。：】．"
"""Labels that end with a wide sign print no blank after them."""

NOTES = ("footnotes", "endnotes")
BLOCKS = (W + "p", W + "tbl", W + "sdt", W + "altChunk")
GALLERY = f"{W}sdtPr/{W}docPartObj/{W}docPartGallery"
PLACEHOLDER = f"{W}sdtPr/{W}showingPlcHdr"


def read_docx(data: bytes, name: str) -> SourceText:
    """The text of a Word document; Unreadable when the file is damaged, protected or made to do harm."""
    package = Package(data, name)
    document = package.tree(package.main)
    body = document.find(W + "body") if document is not None else None
    if body is None:
        raise Unreadable(
            f"{name} is a zip archive but no Word document. Open it in the program it came from."
        )
    reader = Reader(package)
    reader.add_all(body)
    reader.add_boxes()
    for kind in NOTES:
        reader.add_notes(package.part(kind))
    reader.count_left_out()
    return reader.builder.finish(MEDIA_TYPE)


class Paragraph(Struct, frozen=True):
    """A paragraph's element, its properties, and its style with the name it goes by."""

    element: Any
    properties: Any
    name: str
    style: Style


class Reader:
    """One pass over a document's paragraphs and tables."""

    def __init__(self, package: Package) -> None:
        styles = package.part("styles")
        self.package = package
        self.builder = Builder()
        self.styles = read_styles(styles)
        self.default = default_style(styles) or ""
        self.lists = Lists(package.part("numbering"), numbering_styles(styles))
        self.words = Words(Looks(styles), self.builder.left_out)
        self.joined = ""
        self.in_contents = False

    # --- blocks ---

    def add_all(self, parent: Any) -> None:
        """Read paragraphs and tables, in whatever wraps them."""
        for element in children_of(parent, *BLOCKS):
            if element.tag == W + "tbl":
                self.add_table(element)
            elif element.tag == W + "p":
                self.add_paragraph(element)
            elif element.tag == W + "altChunk":
                self.builder.left_out["inserted"] += 1
            elif value_of_path(element, GALLERY) == "Table of Contents":
                self.builder.left_out["contents"] += 1
            elif element.find(PLACEHOLDER) is not None:
                self.builder.left_out["form"] += 1
            else:
                self.add_all(element)

    def add_paragraph(self, paragraph: Any) -> None:
        """Write a paragraph down with its printed number."""
        found = self.styled(paragraph)
        boxes = len(self.words.boxes)
        words, label = self.paragraph(found)
        if found.style.contents:
            self.builder.left_out["contents"] += not self.in_contents
        elif words.strip():
            self.write(words, label, outline_level(found))
        elif len(self.words.boxes) > boxes:
            self.add_boxes(boxes)
        self.in_contents = found.style.contents or (self.in_contents and not words.strip())

    def write(self, words: str, label: str | None, level: int) -> None:
        """Write the words of a paragraph down; what soft line breaks part comes as blocks of its own."""
        if level:
            self.builder.add(words, "heading", level, None if label == BULLET else label)
            return
        first, *further = paragraphs_of(words)
        own = None if label == BULLET else label
        self.builder.add(first, "item" if label else "paragraph", label=own)
        for piece in further:
            self.builder.add(piece)

    def styled(self, element: Any) -> Paragraph:
        """A paragraph with its style."""
        properties = element.find(W + "pPr")
        name = value_of(properties, "pStyle") or self.default
        return Paragraph(element, properties, name, self.styles.of(name))

    def paragraph(self, paragraph: Paragraph) -> tuple[str, str | None]:
        """The words of a paragraph with its number, and the number. One whose end is deleted runs on into the
        next; one that is deleted whole prints no number and does not count."""
        words = self.joined + self.words.of(paragraph.element, paragraph.properties, paragraph.name)
        mark = None if paragraph.properties is None else paragraph.properties.find(W + "rPr")
        self.joined = ""
        if mark is not None and any(mark.find(tag) is not None for tag in DELETED):
            self.joined = words
            return "", None
        printed = self.label(paragraph)
        if printed is None or printed.label == BULLET:
            return words, None if printed is None else BULLET
        glued = printed.glued or printed.label[-1] in CLOSED
        return f"{printed.label}{'' if glued else ' '}{words.lstrip()}", printed.label

    def label(self, paragraph: Paragraph) -> Printed | None:
        """The number printed before a paragraph."""
        style = paragraph.style
        numbers = None if paragraph.properties is None else paragraph.properties.find(W + "numPr")
        list_id = value_of(numbers, "numId") or style.list_id
        if not list_id or list_id == "0":
            return None
        level = value_of(numbers, "ilvl")
        if level is not None:
            return self.lists.label(list_id, number_of(level, 0))
        if style.list_level is not None:
            return self.lists.label(list_id, style.list_level)
        return self.lists.label(list_id, self.lists.level_for_style(list_id, style.list_style))

    # --- tables ---

    def add_table(self, table: Any) -> None:
        """Write a table down; one that only lays out words is running text."""
        rows = [row for row in rows_of(table) if not self.is_deleted_row(row)]
        if not is_data(table, rows):
            self.add_cells(rows)
            return
        self.builder.tables += 1
        grids = [grid_of(row) for row in rows]
        for grid, covered in zip(grids, rows_covered(grids), strict=True):
            self.builder.add_row(
                [
                    Cell(self.cell_words(cell.element), cell.columns, rows)
                    for cell, rows in zip(grid, covered, strict=True)
                    if cell.merge != "continue"
                ]
            )

    def add_cells(self, rows: Iterable[Any]) -> None:
        """Write the cells of a table down as running text."""
        for row in rows:
            for cell in cells_of(row):
                self.add_all(cell)

    def is_deleted_row(self, row: Any) -> bool:
        """Whether a tracked change deletes a row; it is counted then."""
        deleted = row.find(f"{W}trPr/{W}del") is not None
        self.builder.left_out["deletion"] += deleted
        return deleted

    def cell_words(self, cell: Any) -> str:
        """The words of a cell, its paragraphs on one line."""
        found = [self.paragraph(self.styled(element))[0].strip() for element in children_of(cell, W + "p")]
        return " ".join(words for words in found if words)

    # --- what stands apart ---

    def add_boxes(self, first: int = 0) -> None:
        """Write the text boxes from the `first` on down, those within text boxes too."""
        while len(self.words.boxes) > first:
            boxes, self.words.boxes = self.words.boxes[first:], self.words.boxes[:first]
            for box in boxes:
                self.add_all(box)

    def add_notes(self, notes: Any) -> None:
        """Write footnotes or endnotes down; the lines that part them from the text have a type."""
        for note in notes if notes is not None else ():
            if note.get(W + "type") in (None, "normal"):
                self.add_all(note)

    def count_left_out(self) -> None:
        """Count the comments, page heads and feet that hold words."""
        comments = self.package.part("comments")
        self.builder.left_out["comment"] += 0 if comments is None else len(comments.findall(W + "comment"))
        for kind, part in (("head", "header"), ("foot", "footer")):
            for tree in self.package.parts_of(part):
                words = "".join(text.text or "" for text in tree.iter(W + "t"))
                self.builder.left_out[kind] += bool(words.strip())


def value_of_path(element: Any, path: str) -> str | None:
    """The `val` of an element further down."""
    found = element.find(path)
    return None if found is None else found.get(W + "val")


def outline_level(paragraph: Paragraph) -> int:
    """The heading level of a paragraph, its own before its style's; 0 for running text."""
    own = value_of(paragraph.properties, "outlineLvl")
    if own is None:
        return paragraph.style.level or 0
    level = number_of(own, BODY_LEVEL)
    return level + 1 if 0 <= level < BODY_LEVEL else 0
