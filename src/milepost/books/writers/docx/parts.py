"""The parts of a task book after its cover, in the order in which they are printed.

In: a `TaskBook`. Out: headings, tables and lists. Heads, counts and notes are the record's; the numbers
of the parts are the file's own numbering. A part without rows is left out.
"""

from milepost.books.content.records import (
    DutyRow,
    Language,
    MemberRow,
    OrientationRow,
    Section,
    TaskBook,
    TaskRow,
)
from milepost.books.wording.labels import script
from milepost.books.writers.docx.cells import DRAW, filled, mark, officer, said, several, value
from milepost.books.writers.docx.pen import BREAK, blank, line, paragraph, run
from milepost.books.writers.docx.tables import RowXml, head_cells, table

WIDTHS_MM: dict[str, tuple[float, ...]] = {
    "unit": (20, 44, 22, 30, 68, 31, 30, 21),
    "collective": (20, 44, 22, 30, 68, 31, 30, 21),
    "unassigned": (20, 56, 52, 32, 78, 28),
    "whole": (20, 58, 23, 32, 70, 33, 30),
    "proposed": (20, 62, 30, 82, 42, 30),
    "duties": (14, 62, 66, 40, 40, 44),
    "members": (14, 50, 78, 50, 44, 30),
}
"""Widths of each table's columns; together 266 mm, the page between its margins."""
TALL_SIGNS: dict[Language, int] = {"en": 1100, "zh": 520}
TALL_LINES = 16
"""A row with a sentence of more signs, or more steps or parts, takes more than half a page and may break."""


def parts(book: TaskBook) -> str:
    """Every part that has rows."""
    language = book.facts.language
    made = [_measures(book.measures, book.scope, language) if book.measures.rows else ""]
    made.append(_members(book.members, book.code) if book.members else "")
    made.append(_measures(book.proposed, "proposed", language) if book.proposed else "")
    made.append(_duties(book.duties, language) if book.duties else "")
    made.append(_orientation(book.orientation, language) if book.orientation else "")
    made.append(_warnings(book.warnings) if book.warnings else "")
    return "".join(made)


def _measures(part: Section[TaskRow], layout: str, language: Language) -> str:
    """A table of measures."""
    draws = [DRAW[column.key] for column in part.columns]
    rows = [RowXml([draw(row, language) for draw in draws], _is_tall(row, language)) for row in part.rows]
    return _framed(
        part, table("MPTable", WIDTHS_MM[layout], rows, part.heading, part.note, head_cells(part.columns))
    )


def _is_tall(row: TaskRow, language: Language) -> bool:
    """Whether a row takes more than half a page."""
    signs = max(len(row.sentence.text), sum(len(piece.words.text) for piece in row.pieces))
    return signs > TALL_SIGNS[script(language)] or max(len(row.plan.steps), len(row.pieces)) > TALL_LINES


def _members(part: Section[MemberRow], code: str) -> str:
    """The members of a collective in a grid to be filled."""
    rows = [RowXml(_member(row, f"{code}.{{}}_{n}")) for n, row in enumerate(part.rows, start=1)]
    return _framed(
        part, table("MPGrid", WIDTHS_MM["members"], rows, part.heading, part.note, head_cells(part.columns))
    )


def _member(row: MemberRow, tag: str) -> list[str]:
    """A line of the grid; a member's blanks are tagged with the collective's code and the line."""
    return [
        line("MPNote", row.number),
        *(
            line("MPCell", cell.text)
            if cell.text
            else paragraph("MPNote", blank(tag.format(key), cell.label))
            for key, cell in (
                ("member", row.member),
                ("part", row.part),
                ("officer", row.officer),
                ("output", row.output),
                ("by", row.by),
            )
        ),
    ]


def _duties(part: Section[DutyRow], language: Language) -> str:
    """Duties in measures that other units lead."""
    rows = [RowXml(_duty(row, language)) for row in part.rows]
    return _framed(
        part, table("MPTable", WIDTHS_MM["duties"], rows, part.heading, part.note, head_cells(part.columns))
    )


def _duty(row: DutyRow, language: Language) -> list[str]:
    """A duty: what is ours, in whose measure, by when."""
    due = said(row.due)
    if row.proposed is not None:
        due += mark(language) + line("MPCell", row.proposed.text)
    lead = line("MPCellStrong", row.lead.text) if row.lead.text else line("MPNote", row.lead.label)
    return [
        line("MPNumber", row.number),
        value(row.duty, f"{row.id}.duty_text", language) + officer(row.officer, row.id, language),
        filled(row.measure, language) + lead,
        line("MPNote", row.citation.text),
        due,
        several(row.waits),
    ]


def _orientation(part: Section[OrientationRow], language: Language) -> str:
    """Principles, quoted, each with its place."""
    comma = ", " if language == "en" else "，"
    made = []
    for row in part.rows:
        told = comma + row.said_to.text if row.said_to is not None else ""
        made.append(
            paragraph("MPPrinciple", run(row.text.text), BREAK, run(row.citation.text + told, "MPSmall"))
        )
    return _framed(part, "".join(made))


def _warnings(part: Section[str]) -> str:
    """What a person is asked to check."""
    return _framed(part, "".join(line("MPWarning", text) for text in part.rows))


def _framed(
    part: Section[TaskRow] | Section[MemberRow] | Section[DutyRow] | Section[OrientationRow] | Section[str],
    inside: str,
) -> str:
    """A part with its heading, note and count."""
    note = line("MPUnder", part.note) if part.note else ""
    return line("Heading1", part.heading) + note + inside + line("MPNote", part.count)
