"""What changed since the last edition, with its authority: the table that ends a task book.

In: a `Desk` and the subjects a book speaks of. Out: the part "Changes since edition N" and its note. Edition
1 has none. More than sixty: baseline, lead, scope and removals are printed, the rest counted in one line.
"""

from collections.abc import Iterator

from milepost.books.content.adopted.task_desk import Desk
from milepost.books.content.records import Cell, Column, Section
from milepost.books.content.records.adopted_task_book import ChangeRow
from milepost.books.inputs import Change
from milepost.books.wording.dates import joined
from milepost.books.wording.labels import label, words

MOST = 60
SIGNS = {"added": "+", "removed": "−", "changed": "≠", "moved": "→"}
NAMES_OF_WEIGHT = ("lead", "task.change.scope", "baseline")
"""Fields that are printed however many changes there are, by their word."""


def changes_of(
    desk: Desk, subjects: set[str] | None, unit: str | None, numbers: Iterator[str]
) -> tuple[Section[ChangeRow] | None, str]:
    """The changes of a book, of all the plan where no subjects are given; and the note under the table."""
    edition = desk.view.ledger.plan.edition
    if edition < 2:
        return None, ""
    held = [c for c in desk.state.changes if subjects is None or _is_of(c, subjects, unit)]
    shown = held if len(held) <= MOST else [c for c in held if _has_weight(desk, c)]
    part = Section[ChangeRow](
        number=next(numbers),
        heading=words("task.changes", desk.language, n=edition - 1),
        columns=_columns(desk, edition) if shown else (),
        rows=tuple(_row(desk, change) for change in shown),
        count=words("count.short", desk.language, n=len(shown))
        if shown
        else words("task.no_changes", desk.language, n=edition - 1),
    )
    return part, _note(desk, shown, len(held) - len(shown))


def _is_of(change: Change, subjects: set[str], unit: str | None) -> bool:
    """Whether a change belongs in a book: by its subject, or by the unit it names."""
    return change.subject in subjects or (unit is not None and change.unit == unit)


def _has_weight(desk: Desk, change: Change) -> bool:
    """Whether a change is of baseline, lead or scope, or removes something."""
    names = {label(key, desk.language).casefold() for key in NAMES_OF_WEIGHT}
    return change.baseline or change.mark != "changed" or change.field.casefold() in names


def _row(desk: Desk, change: Change) -> ChangeRow:
    """A change as a row."""
    return ChangeRow(
        key=change.mark,
        sign=SIGNS[change.mark],
        sign_words=label(f"task.change.{change.mark}", desk.language),
        number=change.number or _number(desk, change),
        field=_said(change.field),
        was=_said(change.was),
        now=_said(change.now),
        by=_said(change.by),
        baseline=change.baseline,
    )


def _number(desk: Desk, change: Change) -> str:
    """The plan number of what changed."""
    view = desk.view
    measure = view.measure_of(change.subject) or view.measure_of(desk.measure_of_duty(change.subject))
    return view.number(measure) if measure else "–"


def _said(text: str) -> Cell:
    """Words of a change, or a dash."""
    return Cell(text=text, origin="typed") if text else Cell(fill="office", label="–")


def _columns(desk: Desk, edition: int) -> tuple[Column, ...]:
    """The heads of the table."""
    language = desk.language
    return (
        Column(key="mark", head=label("task.col.mark", language)),
        Column(key="no", head=label("task.col.no", language)),
        Column(key="field", head=label("task.col.field", language)),
        Column(key="was", head=words("task.col.edition", language, n=edition - 1)),
        Column(key="now", head=words("task.col.edition", language, n=edition)),
        Column(key="by", head=label("task.col.by", language)),
    )


def _note(desk: Desk, shown: list[Change], rest: int) -> str:
    """What the signs in use mean, what changes a baseline, and how many changes are only in the .xlsx."""
    if not shown and not rest:
        return ""
    language, used = desk.language, {change.mark for change in shown}
    gap = "" if language == "zh" else " "
    meanings = (
        f"{sign}{gap}{label(f'task.change.{key}', language)}" for key, sign in SIGNS.items() if key in used
    )
    signs = joined(meanings, language)
    stop = "。" if language == "zh" else "."
    parts = [signs + stop] if signs else []
    parts.append(label("task.change.rule", language))
    if rest:
        parts.append(words("task.change.rest", language, n=rest))
    return gap.join(parts)
