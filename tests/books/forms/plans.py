"""Forms for tests: the plan of Langang as a form, a form as bytes, a workbook as cells, edits by hand."""

import datetime as dt
import io
import random
from collections.abc import Iterable, Sequence
from typing import Any

import msgspec
import openpyxl
import xlsxwriter

from milepost.books.content.forms import Form, office_form, report_form
from milepost.books.content.standing import Standing
from milepost.books.content.view import View
from milepost.books.forms_in import Intake, compare, read_form
from milepost.books.inputs import State
from milepost.books.writers.forms_xlsx import write_form
from milepost.ledger.origins import typed
from milepost.ledger.records import Ledger, Plan, Schedule, Verified

HOSTILE = "=1+1 +86 @x ＝＋ 0123"
IMPORTED = ("T1", "T2", "T3", "T4")
EMPTY_SCHEDULE = Schedule(
    plan_print="00000000", today="2027-06-15", calendar="weekdays", verified=Verified(ok=True, by="tests")
)


def standing_of(ledger: Ledger, schedule: Schedule, state: State) -> tuple[View, Standing]:
    """A view and its standing."""
    view = View(ledger, schedule)
    return view, Standing(view, state)


def form_of(plan: tuple[Ledger, Schedule, State], key: str, language: str | None = None) -> Form:
    """A form of a plan."""
    view = View(plan[0], plan[1], language)  # type: ignore[arg-type] # one of two
    return office_form(view, Standing(view, plan[2]), key)


def written(plan: tuple[Ledger, Schedule, State], key: str, language: str | None = None) -> bytes:
    """A form of a plan as a workbook."""
    return write_form(form_of(plan, key, language))


def reported(plan: tuple[Ledger, Schedule, State], unit: str) -> bytes:
    """The report form of a unit as a workbook."""
    view, standing = standing_of(*plan)
    return write_form(report_form(view, standing, unit))


def taken_in(
    plan: tuple[Ledger, Schedule, State], data: bytes, confirmed: Iterable[int] = (), name: str = "form.xlsx"
) -> Intake:
    """What a file would change in a plan."""
    view, standing = standing_of(*plan)
    return compare(view, standing, read_form(data, name), frozenset(confirmed))


def after(plan: tuple[Ledger, Schedule, State], intake: Intake) -> tuple[Ledger, Schedule, State]:
    """The plan with what came in."""
    return intake.ledger, plan[1], intake.state


def empty_plan(language: str = "zh") -> tuple[Ledger, Schedule, State]:
    """A plan without a row."""
    plan = Plan(id="empty", title="空台账" if language == "zh" else "Empty", language=language)  # type: ignore[arg-type] # one of two
    return Ledger(plan=plan), EMPTY_SCHEDULE, State(as_of="2027-06-15")


def sheet_of(data: bytes) -> list[list[Any]]:
    """The rows of the data sheet, by openpyxl."""
    sheet = openpyxl.load_workbook(io.BytesIO(data)).worksheets[0]
    return [list(row) for row in sheet.iter_rows(values_only=True)]


def workbook(rows: Sequence[Sequence[Any]], merges: Sequence[tuple[int, int, int, int, str]] = ()) -> bytes:
    """A workbook that a person made: texts, dates and numbers as they are, some cells merged."""
    file = io.BytesIO()
    book = xlsxwriter.Workbook(file, {"in_memory": True, "default_date_format": "yyyy-mm-dd"})
    sheet = book.add_worksheet("台账")
    for number, row in enumerate(rows):
        for at, cell in enumerate(row):
            if isinstance(cell, str):
                sheet.write_string(number, at, cell)
            elif cell is not None:
                sheet.write(number, at, cell)
    for top, left, bottom, right, words in merges:
        sheet.merge_range(top, left, bottom, right, words)
    book.close()
    return file.getvalue()


def with_title(plan: tuple[Ledger, Schedule, State], text: str) -> tuple[Ledger, Schedule, State]:
    """The plan with one title on every measure."""
    ledger = plan[0]
    measures = tuple(msgspec.structs.replace(m, title=typed(text)) for m in ledger.measures)
    return msgspec.structs.replace(ledger, measures=measures), plan[1], plan[2]


def with_sheet(data, sheet, change):
    """The workbook with the rows of one sheet changed by hand; text stays text."""
    book = openpyxl.load_workbook(io.BytesIO(data))
    page = book[sheet] if sheet else book.worksheets[0]
    rows = [list(row) for row in page.iter_rows(values_only=True)]
    page.delete_rows(1, len(rows))
    page.tables.clear()
    page.data_validations.dataValidation.clear()
    for row in change(rows):
        page.append(row)
    for cell in (cell for row in page.iter_rows() for cell in row if isinstance(cell.value, str)):
        cell.data_type = "s"
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def shuffled(seed, new=()):
    """A person's edits: columns and rows moved, dates as text, an own column, new rows by head."""

    def change(rows):
        chance = random.Random(seed)
        heads, lines = rows[0], rows[1:]
        lines = [*lines, *([row.get(head) for head in heads] for row in new)]
        order = list(range(len(heads)))
        chance.shuffle(order)
        chance.shuffle(lines)
        moved = [[_said(line[at], chance) for at in order] for line in lines]
        place = chance.randrange(len(heads) + 1)
        for number, line in enumerate(moved):
            line.insert(place, f"own {number}" if number % 2 else HOSTILE)
        head = [heads[at] for at in order]
        head.insert(place, "Own 自设")
        return [head, *moved]

    return change


def _said(cell, chance):
    """A date in one of the ways in which people write it."""
    if not isinstance(cell, dt.datetime):
        return cell
    chinese = f"{cell.year}年{cell.month}月{cell.day}日"
    ways = (cell, f"{cell:%Y-%m-%d}", chinese, f" {wide(cell)} ", f"{cell:%Y/%m/%d}")
    return chance.choice(ways)


def wide(day):
    """The day in full-width digits."""
    return f"{day:%Y-%m-%d}".translate({ord(str(n)): chr(0xFF10 + n) for n in range(10)})


def plain(cell):
    """A cell as text, dates by their day."""
    if isinstance(cell, dt.date):
        return f"{cell:%Y-%m-%d}"
    return "" if cell is None else str(cell)
