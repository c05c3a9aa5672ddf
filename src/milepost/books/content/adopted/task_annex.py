"""Cells too long for their row: they end with a whole sentence and go on in the annex of the same book.

In: the rows of a book. Out: the rows with their long cells cut after a sentence, and the annex, numbered in
reading order. Head and rest together are the cell's words to the last sign; where the first sentence alone is
too long, the cell stands whole in the annex and says so. No sentence is cut.
"""

from typing import TypeVar

from msgspec.structs import replace

from milepost.books.content.adopted.task_desk import Desk
from milepost.books.content.records import Cell
from milepost.books.content.records.adopted_task_book import AnnexText, ChangeRow, JoinedRow, LedRow, StepLine
from milepost.books.wording.labels import Language, label, script, words
from milepost.books.wording.sentences import sentence_spans

LONGEST = {"en": 600, "zh": 400}
LED = {
    "title": "task.col.measure", "output": "output_form", "goal": "task.col.goal", "test": "acceptance_test",
    "risks": "task.col.risks", "needs": "task.col.risks",
}  # fmt: skip
"""By the field of a row, the word that names its cell in the annex."""
JOINED = {"duty": "task.col.duty", "measure": "task.col.of"}
CHANGES = {"was": "task.col.field", "now": "task.col.field", "by": "task.col.by"}

Row = TypeVar("Row", LedRow, JoinedRow, ChangeRow)


class Annex:
    """Gathers the rest of long cells while the rows of a book go through it."""

    def __init__(self, desk: Desk) -> None:
        self.language: Language = desk.language
        self.texts: list[AnnexText] = []

    def led(self, row: LedRow) -> LedRow:
        """A measure with its long cells and steps cut."""
        steps = tuple(self._step(step, row.number) for step in row.steps)
        return self._cut(replace(row, steps=steps), LED)

    def joined(self, row: JoinedRow) -> JoinedRow:
        """A duty with its long cells cut."""
        waits, more = [], row.continued
        for cell in row.waits:
            head, words_on = self._split(cell, row.number, "task.col.state")
            waits.append(head)
            more = more | {"waits": words_on} if words_on else more
        return self._cut(replace(row, waits=tuple(waits), continued=more), JOINED)

    def change(self, row: ChangeRow) -> ChangeRow:
        """A change with its long cells cut."""
        return self._cut(row, CHANGES)

    def _step(self, step: StepLine, number: str) -> StepLine:
        """A step with a long title cut."""
        head, words_on = self._split(step.title, number, "task.col.steps")
        return step if head is step.title else replace(step, title=head, continued=words_on)

    def _cut(self, row: Row, fields: dict[str, str]) -> Row:
        """A row with the cells of these fields cut where they are too long."""
        for field, name in fields.items():
            cell: Cell | None = getattr(row, field)
            if cell is None:
                continue
            head, words_on = self._split(cell, row.number, name)
            if head is not cell:
                more = {field: words_on} if words_on else {}
                changed: dict[str, object] = {field: head, "continued": row.continued | more}
                row = replace(row, **changed)
        return row

    def _split(self, cell: Cell, number: str, name: str) -> tuple[Cell, str]:
        """The cell as its row prints it, and the words that lead to the annex if it goes on there."""
        if len(cell.text) <= LONGEST[script(self.language)]:
            return cell, ""
        at = break_of(cell.text, self.language)
        self.texts.append(self._text(cell, at, number, name))
        n = len(self.texts)
        if at == 0:
            text = words("task.in_annex", self.language, n=n)
            return Cell(text=text, origin="computed", rule="annex", document=cell.document), ""
        head = replace(cell, text=cell.text[:at].rstrip())
        return head, words("task.continued", self.language, n=n)

    def _text(self, cell: Cell, at: int, number: str, name: str) -> AnnexText:
        """The rest of a cell under its number."""
        n = len(self.texts) + 1
        column = label(name, self.language)
        heading = words("task.annex_one", self.language, n=n, no=number, column=column)
        return AnnexText(number=n, heading=heading, text=replace(cell, text=cell.text[at:].lstrip()))


def break_of(text: str, language: Language) -> int:
    """Where a long text is cut: after the last whole sentence that fits; 0 where the first alone is too
    long."""
    longest = LONGEST[script(language)]
    chinese = any("\u4e00" <= sign <= "\u9fff" for sign in text)
    ends = (end for _, end in sentence_spans(text, "zh" if chinese else "en"))
    return max((end for end in ends if end <= longest), default=0)
