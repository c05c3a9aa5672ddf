"""What must hold in a ledger as a whole; every fault at once, by sheet, row and column.

In: a ledger. Out: sentences that say where, what and what to do; none when all is well. Rows are counted as
on the sheets of `ledger.xlsx`, the head being row 1. A check is a function of the ledger that yields
faults; CHECKS lists them in the order of the answer.
"""

import datetime as dt
import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator
from typing import Any

from milepost.ledger.codec_xlsx.rows import rows_of
from milepost.ledger.codec_xlsx.sheets import SHEETS
from milepost.ledger.ids import RESERVED
from milepost.ledger.origins import Sourced
from milepost.ledger.records import Deadline, Ledger, Link, Measure, Promise, Recurring, SmallDate

HEAD = 1  # rows of head above the first record
LABEL_LENGTH = 40  # enough to find the row by, short enough for a sentence

REFERENCES = tuple(
    (sheet, field) for sheet in SHEETS for field in sheet.fields if field.form in ("ref", "refs", "ref°")
)
"""Every field that points to another sheet."""
TARGETS = {
    "unit": "units",
    "measure": "measures",
    "document": "documents",
    "clause": "clauses",
    "step_or_measure": "steps or measures",
}
WITH_IDS = ("documents", "clauses", "units", "meetings", "measures", "assignments", "steps", "links")
UNIT_CODE = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]{0,31}")
BOOK_NAMES = frozenset(("whole", "not-yet-assigned"))  # books that belong to no unit
DAY_FORM = re.compile(r"\d{4}-\d{2}-\d{2}")
DATES = tuple(
    (sheet, field)
    for sheet in SHEETS
    for field in sheet.fields
    if field.form in ("date", "deadline", "small", "recurring")
)
"""Every field that holds dates; where it has several columns, the second one is the date."""


def check(ledger: Ledger) -> list[str]:
    """Every fault of the ledger, one sentence each."""
    return [fault for look in CHECKS for fault in look(ledger)]


def due_of(measure: Measure) -> str | None:
    """The last good day of a measure: as now in force, else as first read."""
    return _due(measure.deadline)


def _due(deadline: Sourced[Deadline] | None) -> str | None:
    if deadline is None:
        return None
    return deadline.value.current.date if deadline.value.current else deadline.value.date


def _at(ledger: Ledger, key: str, index: int, field_key: str, column: int = 0) -> str:
    """Where a fault stands: sheet, row with what the row is known by (a person may have sorted), column."""
    sheet = next(one for one in SHEETS if one.key == key)
    head = next(field for field in sheet.fields if field.key == field_key).heads[column]
    row = rows_of(ledger, key)[index]
    label = getattr(row, "code", None) or getattr(row, "title", None) or getattr(row, "id", None)
    if isinstance(label, Sourced):
        label = label.value
    known = f" ({label[:LABEL_LENGTH]})" if label else ""
    name, column_name = (sheet.name.en, head.en) if ledger.plan.language == "en" else (sheet.name.zh, head.zh)
    return f'Sheet {name}, row {index + HEAD + 1}{known}, column "{column_name}"'


# --- codes and references ---


def unique_ids(ledger: Ledger) -> Iterator[str]:
    """No two rows of a sheet have one id, and no step has the id of a measure."""
    for sheet in WITH_IDS:
        first: dict[str, int] = {}
        if sheet == "steps":
            first = {row.id: -1 for row in ledger.measures}
        for index, row in enumerate(getattr(ledger, sheet)):
            if row.id in first:
                place = f"row {first[row.id] + HEAD + 1}" if first[row.id] >= 0 else "Measures"
                where = _at(ledger, sheet, index, "id")
                yield f'{where}: "{row.id}" stands in {place} too. Empty one of the two.'
            first.setdefault(row.id, index)


def unique_codes(ledger: Ledger) -> Iterator[str]:
    """No two measures have one code, and no two units, whatever the case of the letters."""
    for sheet in ("measures", "units"):
        first: dict[str, int] = {}
        for index, row in enumerate(getattr(ledger, sheet)):
            code = row.code.upper()
            if code in first:
                yield (
                    f'{_at(ledger, sheet, index, "code")}: "{row.code}" stands in row '
                    f"{first[code] + HEAD + 1} too. Give one of the two another code."
                )
            first.setdefault(code, index)


def code_fault(code: str) -> str | None:
    """Why a unit can't have this code, and what to do; None when it can: files are named by it."""
    if not UNIT_CODE.fullmatch(code):
        return (
            f'"{code}" can\'t be the code of a unit, since files are named by it. '
            "Write at most 32 letters A–Z, digits, - or _, a letter or digit first."
        )
    if code.upper() in RESERVED or code.lower() in BOOK_NAMES:
        return f'"{code}" can\'t be the code of a unit: the name is taken for other files. Write another one.'
    return None


def unit_codes(ledger: Ledger) -> Iterator[str]:
    """Every unit has a code that a file may be named by."""
    for index, unit in enumerate(ledger.units):
        if fault := code_fault(unit.code):
            yield f"{_at(ledger, 'units', index, 'code')}: {fault}"


def references(ledger: Ledger) -> Iterator[str]:
    """Every id that a row names stands on the sheet it must stand on."""
    known = {sheet: {row.id for row in getattr(ledger, sheet)} for sheet in WITH_IDS}
    known["steps or measures"] = known["steps"] | known["measures"]
    for sheet, field in REFERENCES:
        target = TARGETS[field.of]
        for index, row in enumerate(rows_of(ledger, sheet.key)):
            for wanted in _named(getattr(row, field.key)):
                if wanted not in known[target]:
                    yield (
                        f'{_at(ledger, sheet.key, index, field.key)}: "{wanted}" stands nowhere in {target}. '
                        f"Add it to {target}, or name another one."
                    )


def _named(value: Any) -> Iterable[str]:
    if isinstance(value, Sourced):
        value = value.value
    if value is None:
        return ()
    return (value,) if isinstance(value, str) else value


def one_lead(ledger: Ledger) -> Iterator[str]:
    """A measure has at most one lead; a lead that is only proposed is no lead."""
    names = {unit.id: unit.name for unit in ledger.units}
    leads: dict[str, list[tuple[int, str]]] = defaultdict(list)
    for index, one in enumerate(ledger.assignments):
        if one.role.value == "lead" and "proposed" not in (one.unit.origin, one.role.origin):
            leads[one.measure].append((index, names.get(one.unit.value, one.unit.value)))
    codes = {measure.id: measure.code for measure in ledger.measures}
    for measure, found in leads.items():
        if len(found) > 1:
            listed = ", ".join(name for _, name in found)
            yield (
                f"{_at(ledger, 'assignments', found[1][0], 'role')}: measure "
                f"{codes.get(measure, measure)} has {len(found)} leads ({listed}). "
                "Make all but one of them cooperating."
            )


def trees(ledger: Ledger) -> Iterator[str]:
    """No unit, clause or measure is above itself."""
    for sheet in ("units", "clauses", "measures"):
        rows = getattr(ledger, sheet)
        parents = {row.id: row.parent for row in rows if row.parent}
        sound: set[str] = set()
        for index, row in enumerate(rows):
            path: list[str] = []
            at: str | None = row.id
            while at is not None and at not in sound and at not in path:
                path.append(at)
                at = parents.get(at)
            if at == row.id and path:
                place = _at(ledger, sheet, index, "parent")
                yield f'{place}: "{row.id}" is above itself. Name another one, or empty the cell.'
            sound.update(path)


# --- dates ---


def real_dates(ledger: Ledger) -> Iterator[str]:
    """Every date is a day of the calendar."""
    for sheet, field in DATES:
        column = 1 if field.form in ("deadline", "small") else 0
        for index, row in enumerate(rows_of(ledger, sheet.key)):
            for date in _dates(getattr(row, field.key)):
                if not _is_day(date):
                    yield (
                        f'{_at(ledger, sheet.key, index, field.key, column)}: "{date}" is not a day of the '
                        "calendar. Write a real day, such as 2027-06-30."
                    )


def _dates(value: Any) -> Iterator[str]:
    match value:
        case Sourced():
            yield from _dates(value.value)
        case str():
            yield value
        case Deadline():
            for part in (value.date, value.original, value.current):
                yield from _dates(part)
        case Promise() | SmallDate():
            yield value.date
        case Recurring():
            # an end may be an event in words ("until full adoption"); a day must be a real one
            yield from (end for end in (value.from_, value.until) if end and DAY_FORM.fullmatch(end))


def _is_day(date: str) -> bool:
    try:
        return len(date) == 10 and bool(dt.date.fromisoformat(date))
    except ValueError:
        return False


def start_before_due(ledger: Ledger) -> Iterator[str]:
    """Nothing starts after it is due."""
    for index, measure in enumerate(ledger.measures):
        start = measure.start.value.date if measure.start else None
        yield from _in_order(ledger, "measures", index, start, due_of(measure))
    for index, step in enumerate(ledger.steps):
        start = step.start.value.date if step.start else None
        yield from _in_order(ledger, "steps", index, start, step.due.value.date if step.due else None)


def _in_order(ledger: Ledger, sheet: str, index: int, start: str | None, due: str | None) -> Iterator[str]:
    if start and due and start > due:
        yield (
            f"{_at(ledger, sheet, index, 'start', 1)}: it starts on {start} and is due on {due}. "
            "Move the start before the due date."
        )


def steps_before_measure(ledger: Ledger) -> Iterator[str]:
    """No step is due after its measure."""
    measures = {measure.id: measure for measure in ledger.measures}
    for index, step in enumerate(ledger.steps):
        measure = measures.get(step.measure)
        due = due_of(measure) if measure else None
        if measure and step.due and due and step.due.value.date > due:
            yield (
                f"{_at(ledger, 'steps', index, 'due', 1)}: the step is due on "
                f"{step.due.value.date}, after its measure {measure.code} ({due}). "
                "Move the step, or change the deadline of the measure."
            )


# --- weights and links ---


def weights(ledger: Ledger) -> Iterator[str]:
    """The weights of a measure's steps sum to 100, where any step has one."""
    sums: Counter[str] = Counter()
    first: dict[str, int] = {}
    for index, step in enumerate(ledger.steps):
        if step.weight is not None:
            sums[step.measure] += step.weight
            first.setdefault(step.measure, index)
    codes = {measure.id: measure.code for measure in ledger.measures}
    for measure, index in first.items():
        if sums[measure] != 100:
            yield (
                f"{_at(ledger, 'steps', index, 'weight')}: the weights of measure "
                f"{codes.get(measure, measure)} sum to {sums[measure]}. "
                "Make them sum to 100, or empty them all."
            )


def no_cycles(ledger: Ledger) -> Iterator[str]:
    """Hard links never lead back to where they began; a loop is named with its rows."""
    after: dict[str, list[tuple[int, Link]]] = defaultdict(list)
    for index, link in enumerate(ledger.links):
        if link.hard:
            after[link.from_].append((index, link))
    names = {step.id: step.title.value for step in ledger.steps} | {
        one.id: one.code for one in ledger.measures
    }
    done: set[str] = set()
    for begin in list(after):
        loop = _loop(begin, after, done)
        if loop:
            words = " → ".join(names.get(link.from_, link.from_) for _, link in loop)
            last = names.get(loop[-1][1].to, loop[-1][1].to)
            rows = ", ".join(str(index + HEAD + 1) for index, _ in loop)
            yield (
                f"{_at(ledger, 'links', loop[0][0], 'from_')}: the hard links of rows {rows} run in a loop "
                f"({words} → {last}). Delete one of them, or make it not hard."
            )


def _loop(begin: str, after: dict[str, list[tuple[int, Link]]], done: set[str]) -> list[tuple[int, Link]]:
    """The first loop met from here on, as the links that close it; every place seen is done afterwards."""
    path: list[tuple[int, Link]] = []
    places: dict[str, int] = {}
    stack: list[tuple[str, Iterator[tuple[int, Link]]]] = []
    if begin not in done:
        places[begin] = 0
        stack.append((begin, iter(after.get(begin, ()))))
    while stack:
        here, links = stack[-1]
        found = next(links, None)
        if found is None:
            stack.pop()
            done.add(here)
            del places[here]
            if path:
                path.pop()
            continue
        goal = found[1].to
        if goal in places:
            done.update(places)
            return [*path[places[goal] :], found]
        if goal not in done:
            places[goal] = len(path) + 1
            path.append(found)
            stack.append((goal, iter(after.get(goal, ()))))
    return []


CHECKS: tuple[Callable[[Ledger], Iterable[str]], ...] = (
    unique_ids,
    unique_codes,
    unit_codes,
    references,
    one_lead,
    trees,
    real_dates,
    start_before_due,
    steps_before_measure,
    weights,
    no_cycles,
)
