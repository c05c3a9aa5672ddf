"""Cells of the timetable that are too long for a row: they end with a whole sentence and go on in the annex.

In: an `AdoptedTimetable`. Out: the same one with its long titles, stages and conditions cut after a sentence,
and their whole text in `texts`, numbered in reading order. Where the first sentence alone is too long, the
row says where the text stands. No sentence is cut; a text of several rows stands once in the annex.
"""

from msgspec.structs import replace

from milepost.books.content.adopted.task_annex import LONGEST, break_of
from milepost.books.content.records import Cell, Section
from milepost.books.content.records.adopted_timetable import (
    AdoptedTimetable,
    DueLine,
    LongText,
    StepLine,
    Unlock,
    YearRow,
)
from milepost.books.wording.labels import Language, label, script, words

MEASURE, STAGE, STEP = "time.due.measure", "time.due.stage", "time.annex.step"
CONDITION = "time.due.unlocks"
"""Which column a long text stands in."""


def with_long_cells(book: AdoptedTimetable) -> AdoptedTimetable:
    """The book with its long cells cut and their whole text at its end."""
    cutter = Cutter(book.facts.language)
    groups = tuple(
        replace(group, rows=tuple(_year(cutter, row) for row in group.rows)) for group in book.groups
    )
    due = replace(book.due, rows=tuple(_due(cutter, line) for line in book.due.rows))
    annex = _annex(cutter, book.annex)
    return replace(book, groups=groups, due=due, annex=annex, texts=tuple(cutter.texts.values()))


class Cutter:
    """Cuts long cells and keeps their whole text."""

    def __init__(self, language: Language) -> None:
        self.language = language
        self.longest = LONGEST[script(language)]
        self.texts: dict[str, LongText] = {}

    def cut(self, cell: Cell, number: str, column: str) -> Cell:
        """The cell as its row prints it."""
        if len(cell.text) <= self.longest:
            return cell
        told = self.texts.setdefault(cell.text, self._text(cell, number, column))
        at = break_of(cell.text, self.language)
        key = "task.continued" if at else "task.in_annex"
        where = words(key, self.language, n=told.number)
        head = cell.text[:at].rstrip()
        gap = " " if script(self.language) == "en" else ""
        text = f"{head}{gap}{where}" if at else where
        return Cell(text=text, origin="computed", rule="annex", document=cell.document)

    def _text(self, cell: Cell, number: str, column: str) -> LongText:
        """The whole text under the number of its row."""
        n = len(self.texts) + 1
        named = label(column, self.language)
        heading = words("task.annex_one", self.language, n=n, no=number, column=named)
        return LongText(number=n, heading=heading, text=cell)


def _year(cutter: Cutter, row: YearRow) -> YearRow:
    """A measure with a long title cut."""
    title = cutter.cut(row.title, row.number, MEASURE)
    return row if title is row.title else replace(row, title=title)


def _due(cutter: Cutter, line: DueLine) -> DueLine:
    """A line with long words cut."""
    return replace(
        line,
        stage=cutter.cut(line.stage, line.number, STAGE),
        measure=cutter.cut(line.measure, line.number, MEASURE),
        unlocks=tuple(_unlock(cutter, unlock, line.number) for unlock in line.unlocks),
    )


def _unlock(cutter: Cutter, unlock: Unlock, number: str) -> Unlock:
    """What waits, with a long condition cut."""
    if unlock.condition is None:
        return unlock
    return replace(unlock, condition=cutter.cut(unlock.condition, number, CONDITION))


def _annex(cutter: Cutter, annex: Section[StepLine] | None) -> Section[StepLine] | None:
    """The steps with long titles cut."""
    if annex is None:
        return None
    rows = tuple(
        replace(
            line,
            measure=cutter.cut(line.measure, line.measure_number, MEASURE),
            step=cutter.cut(line.step, line.number, STEP),
        )
        for line in annex.rows
    )
    return replace(annex, rows=rows)
