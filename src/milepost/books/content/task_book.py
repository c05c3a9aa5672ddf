"""The task books of an edition: one a unit or collective, "Not yet assigned", the whole.

In: ledger, schedule, language. Out: `TaskBook` records. A unit that is only told a principle gets no book;
its sentence stands in Orientation. Every measure stands in at least one book: one that nobody leads in "Not
yet assigned". Parts are numbered in the order they are printed; a part without rows is left out.
"""

from collections.abc import Iterator, Sequence

from milepost.books.content.cover import cover_of
from milepost.books.content.facts import facts_of
from milepost.books.content.orientation import orientation
from milepost.books.content.records import (
    Cell,
    Column,
    DutyRow,
    Facts,
    MemberRow,
    Scope,
    Section,
    TaskBook,
    TaskRow,
)
from milepost.books.content.rows import task_row
from milepost.books.content.values import title_cell, valued
from milepost.books.content.view import View
from milepost.books.content.warnings import warning_lines
from milepost.books.content.when import as_written, proposed_span
from milepost.books.content.who import lead_cell, matter_of
from milepost.books.wording.dates import listed, long_date
from milepost.books.wording.labels import CATALOGUE, label, words
from milepost.ledger.records import Assignment, Ledger, Measure, Schedule, Unit

ROMAN = ("I", "II", "III", "IV", "V", "VI")
CHINESE = ("一、", "二、", "三、", "四、", "五、", "六、")
MEMBER_LINES = 9
"""Lines of a collective's table where the text names no members."""

COLUMNS: dict[str, tuple[str, ...]] = {
    "unit": ("no", "measure", "output", "goal", "steps", "who", "dates", "risks"),
    "collective": ("no", "measure", "output", "goal", "steps", "who", "dates", "risks"),
    "unassigned": ("no", "sentence", "pieces", "lead", "steps", "dates"),
    "whole": ("no", "measure", "output", "goal", "steps", "who", "dates"),
    "proposed": ("no", "measure", "output", "steps", "reply", "dates"),
    "duties": ("no", "duty", "of", "clause", "due", "waits"),
    "members": ("no", "member", "part", "contact", "output", "by"),
}
"""The columns of each table; heads and their small second lines stand in the catalogue."""

WITHOUT_SUB = {("proposed", "output"), ("members", "no"), ("duties", "no")}


def task_books(ledger: Ledger, schedule: Schedule, language: str | None = None) -> tuple[TaskBook, ...]:
    """All task books of the edition: not yet assigned, units and collectives as they first "
    "appear, the whole."""
    view = View(ledger, schedule, language)
    facts = facts_of(view)
    books = [_unassigned(view, facts)] if view.without_lead else []
    books += [_of_unit(view, facts, id_) for id_ in _units_with_books(view)]
    return (*books, _whole(view, facts))


def _units_with_books(view: View) -> list[str]:
    """Units that lead or cooperate in a measure, in the order of the register, collectives last."""
    held = [id_ for id_, (led, joined, _) in view.books_of.items() if led or joined]
    order = {id_: place for place, id_ in enumerate(view.units)}
    return sorted(
        held, key=lambda id_: (id_ in view.units and view.units[id_].kind == "collective", order.get(id_, 0))
    )


# --- the books ---


def _of_unit(view: View, facts: Facts, id_: str) -> TaskBook:
    """The book of a unit or a collective."""
    led, joined, likely = view.books_of[id_]
    unit = view.units.get(id_) or Unit(id=id_, name=id_, code=id_)
    scope: Scope = "collective" if unit.kind == "collective" else "unit"
    name = view.unit_name(unit)
    numbers = iter(CHINESE if view.language == "zh" else ROMAN)
    measures = _measures(view, scope, led, next(numbers) if led else "")
    members = _members(view, unit, led or joined, next(numbers)) if scope == "collective" else None
    suggested = _proposed(view, likely, next(numbers)) if likely else None
    duties = _duties(view, joined, id_, numbers) if joined else None
    principles = orientation(view, numbers, unit, (*led, *joined, *likely))
    return TaskBook(
        facts=facts,
        scope=scope,
        code=unit.code,
        title=label("book.task_book", view.language),
        name=name,
        cover=cover_of(view, facts, scope, name, (led, joined, likely), principles),
        measures=measures,
        proposed=suggested,
        duties=duties,
        members=members,
        orientation=principles,
    )


def _unassigned(view: View, facts: Facts) -> TaskBook:
    """The book of the measures that nobody leads."""
    name = Cell(text=label("line.not_assigned", view.language), origin="computed", rule="book:unassigned")
    numbers = iter(CHINESE if view.language == "zh" else ROMAN)
    measures = _measures(view, "unassigned", view.without_lead, next(numbers))
    principles = orientation(view, numbers)
    return TaskBook(
        facts=facts,
        scope="unassigned",
        code="not-yet-assigned",
        title=label("book.task_book", view.language),
        name=name,
        cover=cover_of(view, facts, "unassigned", name, (view.without_lead, (), ()), principles),
        measures=measures,
        orientation=principles,
    )


def _whole(view: View, facts: Facts) -> TaskBook:
    """The book of the whole plan, with what is to be checked."""
    name = Cell(text=label("book.whole", view.language), origin="computed", rule="book:whole")
    numbers = iter(CHINESE if view.language == "zh" else ROMAN)
    measures = view.ledger.measures
    part = _measures(view, "whole", measures, next(numbers))
    principles = orientation(view, numbers)
    lines = warning_lines(view)
    warnings = Section[str](
        number=next(numbers),
        heading=label("part.warnings", view.language),
        rows=tuple(line.text for line in lines),
        count=_count(view, len(lines)),
    )
    return TaskBook(
        facts=facts,
        scope="whole",
        code="whole",
        title=label("book.task_book", view.language),
        name=name,
        cover=cover_of(view, facts, "whole", name, (measures, (), ()), principles),
        measures=part,
        orientation=principles,
        warnings=warnings if lines else None,
    )


# --- the parts ---


def _measures(view: View, scope: Scope, measures: Sequence[Measure], number: str) -> Section[TaskRow]:
    """The measures of a book."""
    output = "fill.output" if scope == "unassigned" else "row.unit_to_fill"
    note = ""
    if scope == "unassigned":
        moved = words("part.dates_move", view.language, date=long_date(view.starts_on, view.language))
        gap = " " if view.language == "en" else ""
        note = label("part.unassigned_note", view.language) + gap + moved
    return Section[TaskRow](
        number=number,
        heading=label(f"part.{scope}", view.language),
        note=note,
        columns=_columns(view, scope),
        rows=tuple(task_row(view, measure, output_label=output) for measure in measures),
        count=_count(view, len(measures)),
    )


def _proposed(view: View, measures: Sequence[Measure], number: str) -> Section[TaskRow]:
    """The measures that the text gives to nobody and whose paragraph names the unit."""
    suggestions = [view.proposed_lead(measure) for measure in measures]
    matters = dict.fromkeys(matter_of(view, s) for s in suggestions if s is not None)
    matter = next(iter(matters)) if len(matters) == 1 else ""
    note = words("part.proposed_for", view.language, words=matter) if matter else ""
    return Section[TaskRow](
        number=number,
        heading=label("part.proposed", view.language),
        note=note or label("part.proposed_note", view.language),
        columns=_columns(view, "proposed"),
        rows=tuple(task_row(view, measure, reply=True) for measure in measures),
        count=_count(view, len(measures)),
    )


def _duties(view: View, measures: Sequence[Measure], unit: str, numbers: Iterator[str]) -> Section[DutyRow]:
    """The duties of a unit in measures that others lead, by due date, undated ones last."""
    rows = [
        _duty(view, measure, assignment)
        for measure in measures
        for assignment in view.cooperating(measure)
        if assignment.unit.value == unit
    ]
    rows.sort(key=lambda row: row.due.date or "9999")
    return Section[DutyRow](
        number=next(numbers),
        heading=label("part.duties", view.language),
        columns=_columns(view, "duties"),
        rows=tuple(rows),
        count=_count(view, len(rows)),
    )


def _duty(view: View, measure: Measure, assignment: Assignment) -> DutyRow:
    """A duty in its own words where the text has them, else to be filled."""
    own = assignment.deadline
    due = as_written(view, measure)
    if own:
        due = Cell(
            text=own.value.text, origin=own.origin, rule=own.rule, span=own.span, document=measure.document
        )
    date = own.value.date if own else view.promise(measure)
    if due.text and date:
        due = Cell(
            text=due.text, origin=due.origin, rule=due.rule, span=due.span, document=due.document, date=date
        )
    return DutyRow(
        id=assignment.id,
        code=measure.code,
        number=view.number(measure),
        duty=valued(view, measure, assignment.duty_text, "unit", "row.unit_to_fill"),
        officer=Cell(fill="officer", label=label("fill.officer", view.language)),
        measure=title_cell(measure),
        lead=lead_cell(view, measure),
        citation=view.cite(measure.document, measure.clause, measure.span),
        due=due,
        proposed=None if date else proposed_span(view, measure),
        waits=_waits(view, measure),
    )


def _waits(view: View, measure: Measure) -> tuple[Cell, ...]:
    """The measures that wait for this one, by the links of the plan."""
    own = {measure.id, *(step.id for step in view.steps(measure))}
    later = (view.measure_of(link.to) for link in view.ledger.links if link.from_ in own)
    found = {one.id: one for one in later if one is not None and one.id != measure.id}
    return tuple(title_cell(one) for one in found.values())


def _members(view: View, unit: Unit, measures: Sequence[Measure], number: str) -> Section[MemberRow]:
    """The table of a collective's members: those the register knows, else lines to fill."""
    language = view.language
    known = [view.units[m].name for m in unit.members if m in view.units]
    lines: list[str] = known or [""] * MEMBER_LINES
    blank = Cell(fill="unit", label=label("row.unit_to_fill", language))
    prefix = view.number(measures[0]) if measures else ""
    note = (
        words("part.members_known", language, members=listed(known, language))
        if known
        else label("part.members_unknown", language)
    )
    return Section[MemberRow](
        number=number,
        heading=label("part.members", language),
        note=note,
        columns=_columns(view, "members"),
        rows=tuple(
            MemberRow(
                number=f"{prefix}.{line}" if len(measures) == 1 else str(line),
                member=Cell(text=name, origin="typed", rule="unit:member") if name else blank,
                part=blank,
                officer=Cell(fill="officer", label=label("fill.officer", language)),
                output=blank,
                by=blank,
            )
            for line, name in enumerate(lines, start=1)
        ),
    )


def _columns(view: View, table: str) -> tuple[Column, ...]:
    """The heads of a table."""
    language = view.language
    return tuple(
        Column(
            key=key,
            head=label(f"column.{key}", language),
            sub=label(f"column.{key}_sub", language)
            if (table, key) not in WITHOUT_SUB and f"column.{key}_sub" in CATALOGUE
            else "",
        )
        for key in COLUMNS[table]
    )


def _count(view: View, n: int) -> str:
    """The last line of a table."""
    return words("count.rows", view.language, n=n)
