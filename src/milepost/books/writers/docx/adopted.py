"""The task book of an adopted edition as a Word file: the record of the PDF, to be filled in and returned.

In: an `AdoptedTaskBook`. Out: the bytes of a .docx: cover with sign-off, measures led, load, duties, changes,
orientation, annex, foot. What nobody has filled in yet is a content control tagged with the row's id, as in
the first edition, so that a returned book is read back by the same rules.
"""

from collections.abc import Sequence

from milepost.books.content.records import Column, Language, OrientationRow, Section
from milepost.books.content.records.adopted_task_book import (
    AdoptedTaskBook,
    AnnexText,
    ChangeRow,
    DueLoad,
    FootLine,
    JoinedRow,
    LedRow,
)
from milepost.books.writers.docx.adopted_cells import BAR, DUTY, LED, SIGNS, changed_cells
from milepost.books.writers.docx.adopted_cover import cover
from milepost.books.writers.docx.pen import BREAK, blank, line, paragraph, run
from milepost.books.writers.docx.tables import RowXml, head_cells, table
from milepost.books.writers.docx.whole import whole_file

WIDTHS_MM = {
    "led": (20.0, 44.0, 52.0, 58.0, 36.0, 27.0, 29.0),
    "duties": (14.0, 56.0, 48.0, 30.0, 24.0, 26.0, 46.0, 22.0),
    "changes": (26.0, 16.0, 52.0, 62.0, 62.0, 48.0),
    "foot": (89.0, 89.0, 88.0),
}
"""Widths of each table's columns; together 266 mm, the page between its margins."""
LOAD_LABEL_MM, PAGE_MM = 40.0, 266.0
TALL_SIGNS = 900
"""A cell of more signs makes a row of more than half a page, which may break."""
TALL_STEPS = 12


def write_adopted_docx(book: AdoptedTaskBook) -> bytes:
    """The book as a Word file."""
    return whole_file(book, cover(book), _parts(book))


def _parts(book: AdoptedTaskBook) -> str:
    """Every part that is there, in its order."""
    made = [
        _led(book.led, book) if book.led else "",
        _load(book.load) if book.load else "",
        _duties(book.duties, book) if book.duties else "",
        _changes(book.changes, book.changes_note) if book.changes else "",
        _orientation(book.orientation, book.facts.language) if book.orientation else "",
        _annex(book.annex) if book.annex else "",
        _foot(book.foot, book.code) if book.foot else "",
    ]
    return "".join(made)


def _led(part: Section[LedRow], book: AdoptedTaskBook) -> str:
    """The measures, and under them what the signs mean."""
    rows = [
        RowXml([draw(row, book) for draw in LED], _is_tall(row), grounds=_ground(row.state.mark, len(LED)))
        for row in part.rows
    ]
    legend = "　".join(f"{SIGNS.get(one.key, BAR)} {one.words}" for one in book.legend)
    made = table("MPTable", WIDTHS_MM["led"], rows, part.heading, part.note, head_cells(part.columns))
    return _framed(part, made + (line("MPNote", legend) if legend else ""))


def _is_tall(row: LedRow) -> bool:
    """Whether a row takes more than half a page."""
    cells = (row.goal, row.test, row.risks, row.title, row.output)
    return max(len(cell.text) for cell in cells) > TALL_SIGNS or len(row.steps) > TALL_STEPS


def _ground(mark: str, cells: int) -> tuple[int, ...]:
    """The grey ground of a late row."""
    return tuple(range(cells)) if mark == "late" else ()


def _load(part: DueLoad) -> str:
    """Steps and duties by month, numbers only."""
    room = (PAGE_MM - LOAD_LABEL_MM) / len(part.heads)
    widths = [LOAD_LABEL_MM, *[room] * len(part.heads)]
    heads = head_cells([Column(key=head, head=head) for head in ("", *part.heads)])
    rows = [
        RowXml(
            [
                line("MPCell", row.label),
                *(line("MPCell", str(n)) for n in row.counts),
                line("MPCellStrong", str(row.total)),
            ]
        )
        for row in part.rows
    ]
    return line("Heading3Plain", part.heading) + table("MPGrid", widths, rows, part.heading, head=heads)


def _duties(part: Section[JoinedRow], book: AdoptedTaskBook) -> str:
    """Duties in measures that other units lead."""
    rows = [
        RowXml([draw(row, book) for draw in DUTY], grounds=_ground(row.state.mark, len(DUTY)))
        for row in part.rows
    ]
    made = table("MPTable", WIDTHS_MM["duties"], rows, part.heading, part.note, head_cells(part.columns))
    return _framed(part, made)


def _changes(part: Section[ChangeRow], note: str) -> str:
    """Every change with its authority, or the words that there are none."""
    if not part.rows:
        return _framed(part, "")
    rows = [RowXml(changed_cells(row)) for row in part.rows]
    made = table("MPTable", WIDTHS_MM["changes"], rows, part.heading, note, head_cells(part.columns))
    return _framed(part, made + (line("MPNote", note) if note else ""))


def _orientation(part: Section[OrientationRow], language: Language) -> str:
    """Principles, quoted, each with its place and with whom it was said to."""
    comma = "，" if language == "zh" else ", "
    made = [
        paragraph(
            "MPPrinciple",
            run(row.text.text),
            BREAK,
            run(row.citation.text + (comma + row.said_to.text if row.said_to else ""), "MPSmall"),
        )
        for row in part.rows
    ]
    return _framed(part, "".join(made))


def _annex(part: Section[AnnexText]) -> str:
    """Where long cells go on."""
    made = [line("MPCoverHead", text.heading) + line("MPBody", text.text.text) for text in part.rows]
    return _framed(part, "".join(made))


def _foot(lines: Sequence[FootLine], code: str) -> str:
    """Who compiled, checked, received: name and date to be filled in, the signature by hand."""
    tags = ("filled_by", "checked_by", "received_by")
    rows = [
        RowXml(
            [
                line("MPCellStrong", one.role),
                paragraph("MPBlank", blank(f"{code}.{tag}", one.name)),
                paragraph("MPBlank", blank(f"{code}.{tag}_on", one.date)),
            ]
        )
        for one, tag in zip(lines, tags, strict=False)
    ]
    return line("MPThin", "") + table("MPFrame", WIDTHS_MM["foot"], rows, lines[0].role)


def _framed(
    part: Section[LedRow]
    | Section[JoinedRow]
    | Section[ChangeRow]
    | Section[OrientationRow]
    | Section[AnnexText],
    inside: str,
) -> str:
    """A part with its heading, note and count."""
    note = line("MPUnder", part.note) if part.note else ""
    count = line("MPNote", part.count) if part.count else ""
    return line("Heading1", part.heading) + note + inside + count
