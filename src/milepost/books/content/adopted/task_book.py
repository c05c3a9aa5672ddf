"""The task books of an adopted edition: one a unit or collective, "Not yet assigned", the whole.

In: a `View` and a `Standing`. Out: `AdoptedTaskBook` records, long books in volumes. Rows stand by plan
number: a promise is not re-sorted by its trouble. Every measure stands in a book besides the whole; a unit
with no measure led still gets its duties. Each table's last line states its count; nothing is cut silently.
"""

from collections.abc import Iterator, Sequence
from itertools import repeat

from msgspec.structs import replace

from milepost.books.content.adopted.task_annex import Annex
from milepost.books.content.adopted.task_changes import changes_of
from milepost.books.content.adopted.task_cover import Held, cover_of
from milepost.books.content.adopted.task_desk import Desk
from milepost.books.content.adopted.task_duties import joined_rows
from milepost.books.content.adopted.task_load import due_load
from milepost.books.content.adopted.task_rows import leaves_out_steps, led_row
from milepost.books.content.adopted.task_volumes import MOST_ROWS, volume_of, volumes
from milepost.books.content.orientation import orientation
from milepost.books.content.records import Cell, Column, Legend, Scope, Section
from milepost.books.content.records.adopted_task_book import (
    AdoptedTaskBook,
    AnnexText,
    FootLine,
    JoinedRow,
    LedRow,
    Volume,
)
from milepost.books.content.standing import MARKS, Standing
from milepost.books.content.view import View
from milepost.books.wording.labels import CATALOGUE, label, words
from milepost.ledger.records import Assignment, Measure, Unit

CHINESE = ("一、", "二、", "三、", "四、", "五、", "六、")
"""Parts are numbered in Chinese; English has their headings alone."""
LED = ("no", "measure", "goal", "steps", "who", "dates", "risks")
JOINED = ("no", "duty", "of", "clause", "due", "expected", "state", "signed")
WITHOUT_SUB = {"duties": {"no"}}
OWN: tuple[Scope, ...] = ("unit", "collective")
"""Books of somebody who takes on what they list."""

Duty = tuple[Measure, Assignment]
Line = Measure | Duty
"""A row of a book before it is worded."""


class _Book:
    """What is the same in all volumes of a book."""

    def __init__(
        self, desk: Desk, scope: Scope, code: str, name: Cell, unit: Unit | None, held: Held
    ) -> None:
        self.desk, self.scope, self.code, self.name, self.unit = desk, scope, code, name, unit
        self.cover = cover_of(desk, desk.facts, scope, name, unit.id if unit else None, held)
        self.lines: list[Line] = [*held.measures, *held.duties]


def adopted_task_books(
    view: View, standing: Standing, most_rows: int = MOST_ROWS
) -> tuple[AdoptedTaskBook, ...]:
    """All task books of the edition: not yet assigned, units and collectives, the whole."""
    desk = Desk(standing)
    books = [*_unassigned(desk), *(_of_unit(desk, id_) for id_ in _units_with_books(view)), _whole(desk)]
    rows: dict[str, LedRow] = {}
    return tuple(volume for book in books for volume in _volumes(book, rows, most_rows))


def _units_with_books(view: View) -> list[str]:
    """Units that lead or cooperate in a measure, in the order of the register, collectives last."""
    held = [id_ for id_, (led, joined, _) in view.books_of.items() if led or joined]
    order = {id_: place for place, id_ in enumerate(view.units)}
    return sorted(
        held, key=lambda id_: (id_ in view.units and view.units[id_].kind == "collective", order.get(id_, 0))
    )


# --- the books ---


def _of_unit(desk: Desk, id_: str) -> _Book:
    """The book of a unit or a collective."""
    view = desk.view
    led, joined, _ = view.books_of[id_]
    unit = view.units.get(id_) or Unit(id=id_, name=id_, code=id_)
    scope: Scope = "collective" if unit.kind == "collective" else "unit"
    duties = [
        (measure, duty)
        for measure in desk.in_order(joined)
        for duty in view.cooperating(measure)
        if duty.unit.value == id_
    ]
    return _Book(desk, scope, unit.code, view.unit_name(unit), unit, Held(desk.in_order(led), duties))


def _unassigned(desk: Desk) -> list[_Book]:
    """The book of the measures that nobody leads, where there are any."""
    measures = desk.in_order(desk.view.without_lead)
    if not measures:
        return []
    name = Cell(text=label("line.not_assigned", desk.language), origin="computed", rule="book:unassigned")
    return [_Book(desk, "unassigned", "not-yet-assigned", name, None, Held(measures))]


def _whole(desk: Desk) -> _Book:
    """The book of the whole plan."""
    name = Cell(text=label("book.whole", desk.language), origin="computed", rule="book:whole")
    return _Book(desk, "whole", "whole", name, None, Held(desk.in_order(desk.view.ledger.measures)))


# --- volumes ---


def _volumes(book: _Book, rows: dict[str, LedRow], most: int) -> Iterator[AdoptedTaskBook]:
    """A book, in as many volumes as it needs."""
    parts = volumes(book.lines, _group_of, lambda line: _lead_of(book.desk, line), most)
    for number, lines in enumerate(parts, start=1):
        volume = volume_of(parts, number, book.desk.language)
        yield _volume(book, lines, volume, number == len(parts), rows)


def _group_of(line: Line) -> str:
    """The group of a row; duties stand after all measures."""
    measure = line if isinstance(line, Measure) else line[0]
    name = measure.group.value if measure.group else ""
    return name if isinstance(line, Measure) else f"duties {name}"


def _lead_of(desk: Desk, line: Line) -> str:
    """The unit that leads the measure of a row."""
    lead = desk.view.lead(line if isinstance(line, Measure) else line[0])
    return lead.unit.value if lead else ""


def _volume(
    book: _Book, lines: Sequence[Line], volume: Volume | None, last: bool, rows: dict[str, LedRow]
) -> AdoptedTaskBook:
    """One volume of a book; orientation stands in the last, changes with the rows they speak of."""
    desk, scope, annex = book.desk, book.scope, Annex(book.desk)
    held = Held(
        [line for line in lines if isinstance(line, Measure)],
        [line for line in lines if not isinstance(line, Measure)],
    )
    numbers = iter(CHINESE) if desk.language == "zh" else repeat("")
    led = _led(desk, scope, held.measures, numbers, annex, rows)
    duties = _duties(desk, book.unit, held, numbers, annex)
    whole = scope == "whole" and volume is None
    unit = book.unit.id if book.unit else None
    changes, note = changes_of(desk, None if whole else _subjects(desk, held), unit, numbers)
    if changes:
        changes = replace(changes, rows=tuple(annex.change(row) for row in changes.rows))
    principles = None
    if last:
        measures = [*held.measures, *(measure for measure, _ in held.duties)]
        principles = orientation(desk.view, numbers, book.unit, measures)
    return AdoptedTaskBook(
        facts=desk.facts,
        scope=scope,
        code=book.code,
        title=book.cover.title,
        name=book.name,
        volume=volume,
        cover=book.cover,
        led=led,
        legend=_legend(desk, led, duties),
        load=due_load(desk, scope, held),
        duties=duties,
        changes=changes,
        changes_note=note,
        orientation=principles,
        annex=_annex(desk, annex, numbers),
        foot=_foot(desk, scope),
    )


def _subjects(desk: Desk, held: Held) -> set[str]:
    """The measures, steps and duties that a volume speaks of."""
    found = {measure.id for measure in held.measures} | {duty.id for _, duty in held.duties}
    for measure in held.measures:
        found |= {step.id for step in desk.view.steps(measure)}
        found |= {duty.id for duty in desk.view.assignments(measure)}
    return found


# --- parts ---


def _led(
    desk: Desk,
    scope: Scope,
    measures: Sequence[Measure],
    numbers: Iterator[str],
    annex: Annex,
    rows: dict[str, LedRow],
) -> Section[LedRow] | None:
    """The measures of a volume."""
    if not measures:
        return None
    for measure in measures:
        if measure.id not in rows:
            rows[measure.id] = led_row(desk, measure)
    shortened = any(leaves_out_steps(desk, measure) for measure in measures)
    heading = "task.led" if scope in OWN else "task.all" if scope == "whole" else "task.unassigned"
    return Section[LedRow](
        number=next(numbers),
        heading=label(heading, desk.language),
        note=label("task.main_steps", desk.language) if shortened else "",
        columns=_columns(desk, LED),
        rows=tuple(annex.led(rows[measure.id]) for measure in measures),
        count=words("count.rows", desk.language, n=len(measures)),
    )


def _duties(
    desk: Desk, unit: Unit | None, held: Held, numbers: Iterator[str], annex: Annex
) -> Section[JoinedRow] | None:
    """The duties of a volume."""
    if not held.duties or unit is None:
        return None
    measures = {measure.id: measure for measure, _ in held.duties}
    rows = joined_rows(desk, measures.values(), unit.id)
    return Section[JoinedRow](
        number=next(numbers),
        heading=label("task.duties", desk.language),
        columns=_columns(desk, JOINED, "duties"),
        rows=tuple(annex.joined(row) for row in rows),
        count=words("count.rows", desk.language, n=len(rows)),
    )


def _annex(desk: Desk, annex: Annex, numbers: Iterator[str]) -> Section[AnnexText] | None:
    """The rest of the long cells."""
    if not annex.texts:
        return None
    return Section[AnnexText](
        number=next(numbers), heading=label("task.annex", desk.language), rows=tuple(annex.texts)
    )


def _columns(desk: Desk, keys: Sequence[str], table: str = "") -> tuple[Column, ...]:
    """The heads of a table."""
    bare = WITHOUT_SUB.get(table, set())
    return tuple(
        Column(
            key=key,
            head=label(f"task.col.{key}", desk.language),
            sub=label(f"task.col.{key}_sub", desk.language)
            if f"task.col.{key}_sub" in CATALOGUE and key not in bare
            else "",
        )
        for key in keys
    )


def _legend(desk: Desk, led: Section[LedRow] | None, duties: Section[JoinedRow] | None) -> tuple[Legend, ...]:
    """The seven marks with the settings in force, others where they are used, the bar of a changed row."""
    used = {row.state.mark for part in (led, duties) if part for row in part.rows}
    keys = [*MARKS, *(key for key in ("claimed", "none") if key in used)]
    marks = [Legend(key=key, words=_meaning(desk, key)) for key in keys]
    edition = desk.view.ledger.plan.edition
    if edition > 1:
        marks.append(Legend(key="changed", words=words("legend.changed", desk.language, n=edition - 1)))
    return tuple(marks)


def _meaning(desk: Desk, key: str) -> str:
    """What a mark means, in numbers of the rules in force."""
    rules, language = desk.state.rules, desk.language
    if key == "stale" and rules.evidence_days:
        return words("legend.stale_days", language, n=rules.evidence_days)
    if key == "near" and rules.near_words:
        return words("legend.near_words", language, words=rules.near_words)
    if key in ("claimed", "none"):
        return label(f"state.{key}", language).lower()
    return label(f"legend.{key}", language)


def _foot(desk: Desk, scope: Scope) -> tuple[FootLine, ...]:
    """Who compiled, checked and received the book."""
    compiled = "compiled" if scope in OWN else "compiled_office"
    roles = (compiled, "checked", "received") if scope in OWN else (compiled, "checked")
    return tuple(
        FootLine(
            role=label(f"task.foot.{role}", desk.language),
            name=label("task.foot.name", desk.language),
            date=label("task.foot.date", desk.language),
        )
        for role in roles
    )
