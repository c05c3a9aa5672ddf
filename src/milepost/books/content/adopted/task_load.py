"""The load strip of a task book: how many main steps and duties fall due in each month.

In: a `Desk` and what a book holds. Out: `DueLoad`, or None where nothing has a date. The months are those of
the year the book is about; what lies before and after stands in columns of its own, so that the sum counts
all.
"""

from collections import Counter
from collections.abc import Iterable

from milepost.books.content.adopted.task_cover import Held
from milepost.books.content.adopted.task_desk import Desk
from milepost.books.content.adopted.task_duties import due_day, expected_day
from milepost.books.content.adopted.task_rows import due_days
from milepost.books.content.records import Scope
from milepost.books.content.records.adopted_task_book import DueLoad, LoadCounts
from milepost.books.wording.dates import month_name
from milepost.books.wording.labels import label


def due_load(desk: Desk, scope: Scope, held: Held) -> DueLoad | None:
    """The strip of one book."""
    language = desk.language
    steps = Counter(_place(desk, day) for m in held.measures for day in due_days(desk, m))
    duties = Counter(_place(desk, day) for day in _duty_days(desk, held))
    if not steps and not duties:
        return None
    outside = [place for place in (0, 13) if steps[place] or duties[place]]
    places = [*(p for p in outside if p == 0), *range(1, 13), *(p for p in outside if p == 13)]
    names = {0: label("task.load_before", language), 13: label("task.load_after", language)}
    first = "task.load_steps" if scope in ("unit", "collective") else "task.load_all_steps"
    rows = [_row(label(first, language), steps, places)]
    if scope in ("unit", "collective"):
        rows.append(_row(label("task.load_duties", language), duties, places))
    return DueLoad(
        heading=label("task.load", language),
        heads=(
            *(names.get(place) or month_name(place, language) for place in places),
            label("task.load_sum" if outside else "task.load_year", language),
        ),
        rows=tuple(rows),
    )


def _duty_days(desk: Desk, held: Held) -> Iterable[str]:
    """The days on which duties fall due: as now expected, once done as they were due."""
    days = (expected_day(desk, m, duty) or due_day(desk, m, duty) for m, duty in held.duties)
    return (day for day in days if day)


def _place(desk: Desk, day: str) -> int:
    """The month of a day in the book's year; 0 before it, 13 after it."""
    if day[:4] == desk.year:
        return int(day[5:7])
    return 0 if day[:4] < desk.year else 13


def _row(name: str, counts: Counter[int], places: list[int]) -> LoadCounts:
    """A row of the strip."""
    shown = tuple(counts[place] for place in places)
    return LoadCounts(label=name, counts=shown, total=sum(shown))
