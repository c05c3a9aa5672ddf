"""The cells of an adopted book's rows in a Word file: LED and DUTY draw a row column by column.

In: a row and its book. Out: paragraphs of a cell. A state is a sign with its word; three dates stand apart;
a long cell ends with "continued in annex N". What is still to fill is a control tagged with the row's id.
"""

from collections.abc import Callable

from milepost.books.content.records import Cell
from milepost.books.content.records.adopted_task_book import (
    AdoptedTaskBook,
    ChangeRow,
    JoinedRow,
    LedRow,
    StateMark,
    StepLine,
)
from milepost.books.wording.labels import label
from milepost.books.writers.docx.pen import blank, blank_line, line, paragraph, run

SIGNS = {
    "late": "■", "behind": "△", "waiting": "‖", "stale": "◌", "near": "◐", "on": "○", "done": "✔",
    "claimed": "◉", "none": "–",
}  # fmt: skip
"""Signs that the fonts of office programs hold; each with its word beside it."""
BAR = "▌"
"""Before the number of a row that changed."""


def value(cell: Cell, style: str = "MPCell") -> str:
    """A value, the document's words in serif; what is missing in small words."""
    if not cell.text:
        return line("MPNote", cell.label)
    quoted = cell.origin == "quoted" and style == "MPCell"
    return line(style, cell.text, "MPQuoted" if quoted else "")


def fillable(cell: Cell, tag: str) -> str:
    """A value, or the blank that waits for it."""
    return value(cell) if cell.text else blank_line(tag, cell.label)


def going_on(row: LedRow | JoinedRow | ChangeRow, *fields: str) -> str:
    """Where long cells of these fields go on."""
    return "".join(line("MPNote", row.continued[field]) for field in fields if field in row.continued)


def state(one: StateMark) -> str:
    """The sign, its word, what stands under it."""
    words = paragraph(
        "MPCell", run(SIGNS[one.mark], "MPTick"), run(f" {one.words}", "MPStrong" if one.strong else "")
    )
    return words + (line("MPNote", one.note) if one.note else "")


def _no(row: LedRow, book: AdoptedTaskBook) -> str:
    """Number and state; a bar where the row changed."""
    return line("MPNumber", (BAR if row.changed else "") + row.number) + state(row.state)


def _measure(row: LedRow, book: AdoptedTaskBook) -> str:
    """Title, citation, what is handed over."""
    return (
        value(row.title, "MPCellStrong")
        + line("MPNote", row.citation.text)
        + fillable(row.output, f"{row.id}.output_form")
        + going_on(row, "title", "output")
    )


def _goal(row: LedRow, book: AdoptedTaskBook) -> str:
    """Goal and test, blanks where neither is told; who verifies."""
    language = book.facts.language
    told = row.goal.text or row.test.text
    made = [
        value(cell) if cell.text else blank_line(f"{row.id}.{key}", label(f"form.{key}", language))
        for key, cell in (("goal", row.goal), ("acceptance_test", row.test))
        if cell.text or not told
    ]
    return "".join(made) + going_on(row, "goal", "test") + fillable(row.verifier, f"{row.id}.verifier")


def _steps(row: LedRow, book: AdoptedTaskBook) -> str:
    """A step a line: its number and title, under it the promised day and what came or is expected."""
    made = "".join(_step(step) for step in row.steps)
    return made + (line("MPNote", row.steps_note) if row.steps_note else "")


def _step(step: StepLine) -> str:
    """A step."""
    title = step.title.text or step.title.label
    head = paragraph("MPCell", run(f"{step.number}  ", "MPSmall"), run(title))
    days = [run(f"{step.planned.text or step.planned.label}  "), run(SIGNS[step.mark], "MPTick")]
    if step.actual is not None:
        days.append(run(f" {step.actual.text}", "MPStrong" if step.strong else ""))
    return head + paragraph("MPStepDays", *days) + (line("MPNote", step.continued) if step.continued else "")


def _who(row: LedRow, book: AdoptedTaskBook) -> str:
    """Lead, cooperating units, others, people."""
    colon = "：" if book.facts.language == "zh" else ": "
    made = [value(row.lead, "MPCellStrong")]
    made += [line("MPNote", row.lead_note)] if row.lead_note else []
    made += [value(row.cooperating)] if row.cooperating else []
    made += [line("MPNote", f"{other.role}{colon}{other.unit.text}") for other in row.others]
    made.append(fillable(row.leader, f"{row.id}.leader"))
    made.append(_officer(row.officer, row.id, book))
    return "".join(made) + going_on(row, "cooperating")


def _officer(cell: Cell, id_: str, book: AdoptedTaskBook) -> str:
    """Officer and phone, each with its own blank."""
    if cell.text:
        return value(cell)
    language = book.facts.language
    return paragraph(
        "MPBlank",
        blank(f"{id_}.officer", label("form.officer", language)),
        run("　" if language == "zh" else "  "),
        blank(f"{id_}.phone", label("form.phone", language)),
    )


def _dates(row: LedRow, book: AdoptedTaskBook) -> str:
    """Start; baseline; the deadline as written; what a ruling put in force; forecast or done."""
    made = [value(row.start), value(row.finish, "MPCellStrong")]
    made += [value(cell) for cell in (row.as_written, row.in_force) if cell is not None]
    if row.forecast is not None:
        sign = SIGNS[row.forecast_mark] if row.forecast_mark else ""
        made.append(paragraph("MPCell", run(sign, "MPTick"), run(f" {row.forecast.text}")))
    if row.done is not None:
        made.append(paragraph("MPCell", run(SIGNS["done"], "MPTick"), run(f" {row.done.text}")))
    return "".join(made)


def _risks(row: LedRow, book: AdoptedTaskBook) -> str:
    """Risks, what is needed of others, on whom it waits."""
    language = book.facts.language
    made = (
        value(row.risks) if row.risks.text else blank_line(f"{row.id}.risks", label("form.risks", language))
    )
    if row.needs is not None and row.needs.text:
        made += value(row.needs)
    elif not row.risks.text:
        made += blank_line(f"{row.id}.needs", label("form.needs", language))
    return made + going_on(row, "risks", "needs") + (value(row.waits_on) if row.waits_on else "")


LED: tuple[Callable[[LedRow, AdoptedTaskBook], str], ...] = (
    _no,
    _measure,
    _goal,
    _steps,
    _who,
    _dates,
    _risks,
)
"""A measure's row, column by column."""


# --- duties ---


def _duty_no(row: JoinedRow, book: AdoptedTaskBook) -> str:
    return line("MPNumber", (BAR if row.changed else "") + row.number)


def _duty(row: JoinedRow, book: AdoptedTaskBook) -> str:
    """The duty and who does it."""
    return (
        fillable(row.duty, f"{row.id}.duty_text")
        + going_on(row, "duty")
        + _officer(row.officer, row.id, book)
    )


def _of(row: JoinedRow, book: AdoptedTaskBook) -> str:
    """In whose measure."""
    return value(row.measure) + value(row.lead, "MPCellStrong")


def _clause(row: JoinedRow, book: AdoptedTaskBook) -> str:
    return line("MPNote", row.citation.text)


def _due(row: JoinedRow, book: AdoptedTaskBook) -> str:
    return value(row.due, "MPCellStrong")


def _expected(row: JoinedRow, book: AdoptedTaskBook) -> str:
    """Forecast, or the day it was done, under its sign."""
    sign = run(f"{SIGNS[row.expected_mark]} ", "MPTick") if row.expected_mark else ""
    return paragraph("MPCell", sign, run(row.expected.text or row.expected.label))


def _waits(row: JoinedRow, book: AdoptedTaskBook) -> str:
    """State, and what waits for the duty."""
    return state(row.state) + "".join(value(cell) for cell in row.waits) + going_on(row, "waits")


def _signed(row: JoinedRow, book: AdoptedTaskBook) -> str:
    return value(row.signed)


DUTY: tuple[Callable[[JoinedRow, AdoptedTaskBook], str], ...] = (
    _duty_no,
    _duty,
    _of,
    _clause,
    _due,
    _expected,
    _waits,
    _signed,
)
"""A duty's row, column by column."""


def changed_cells(row: ChangeRow) -> list[str]:
    """A change; removed words are struck through here and nowhere else."""
    was = row.was.text or row.was.label
    return [
        paragraph("MPCell", run(f"{row.sign} ", "MPStrong"), run(row.sign_words)),
        line("MPCell", row.number),
        value(row.field) + going_on(row, "field"),
        line("MPCell", was, "MPStruck" if row.key == "removed" else "") + going_on(row, "was"),
        value(row.now) + going_on(row, "now"),
        value(row.by) + going_on(row, "by"),
    ]
