"""Cells of a form as values: dates with their words, names of units, steps line by line, people.

In: a cell. Out: a value; `Unreadable` with a sentence that says what to write. Which field takes which value
stands in `setters`.
"""

import re

from milepost.ledger.cells import Cell, half_width, read_promise, split_list, tidy
from milepost.ledger.faults import Unreadable
from milepost.ledger.origins import Sourced, typed
from milepost.ledger.records import Deadline, DeadlineKind, SmallDate

AROUND_DATE = (
    re.compile(r"^(?:by|before|no later than|until|due)\s+(?:the\s+)?(?:end of\s+)?", re.IGNORECASE),
    re.compile(r"[之以]?[内前]$"),
    re.compile(r"(?<=季度)末$|(?<=半年)[末底]$"),
)
"""What stands around a date and changes nothing about its last good day."""
HOLDS_A_DATE = re.compile(r"\d{4}\s*[年./-]|\d\s*[月日号]|\b\d{1,2}\s+[A-Z][a-z]{2}|^[\d./-]+$")
"""Signs of a date: words with these that can't be read as one are a fault, other words are kept as words."""
CONTINUOUS = re.compile(r"长期|持续|常态|continuous|ongoing|standing", re.IGNORECASE)
STEP_LINE = re.compile(r"\d{1,3}\. (?P<title>.+)")
STEP_DAY = re.compile(r"(?P<title>.+?)\s*[（(](?P<day>[^（()）]{4,24})[)）]")


def read_deadline(cell: Cell) -> Deadline | None:
    """A deadline: a day with its precision, else the words."""
    words = tidy(cell)
    if not words:
        return None
    promise = promise_of(cell)
    if promise:
        return Deadline(text=promise.text, kind="fixed", date=promise.date, precision=promise.precision)
    kind: DeadlineKind = "open" if CONTINUOUS.search(words) else "event"
    return Deadline(text=words, kind=kind)


def promise_of(cell: Cell) -> SmallDate | None:
    """The last good day that a cell means; None for words without one; Unreadable for a day that isn't."""
    if not isinstance(cell, str):
        return read_promise(cell)
    words = half_width(cell)
    for around in AROUND_DATE:
        words = around.sub("", words).strip()
    try:
        found = read_promise(words)
    except Unreadable:
        if HOLDS_A_DATE.search(half_width(cell)):
            raise
        return None
    return SmallDate(text=tidy(cell), date=found.date, precision=found.precision) if found else None


def read_day_of(cell: Cell) -> str | None:
    """The last good day of a cell that must hold one."""
    if not half_width(cell):
        return None
    found = promise_of(cell)
    if found is None:
        raise Unreadable(f'"{tidy(cell)}" is not a date. Write it as 2027-06-30.')
    return found.date


def read_names(cell: Cell) -> tuple[str, ...]:
    """Names of units in a cell, parted by 、 or ; or lines; each once."""
    return tuple(dict.fromkeys(split_list(cell)))


def read_people(cell: Cell) -> tuple[str, str]:
    """Officer and phone; without a semicolon between them all is the officer's."""
    officer, _, phone = tidy(cell).replace("；", ";").partition(";")
    return officer.strip(), phone.strip()


def read_steps(cell: Cell) -> tuple[tuple[str, SmallDate | None], ...] | None:
    """Steps of numbered lines, each with its day; None for words that are no such list."""
    lines = [line.strip() for line in tidy(cell).split("\n") if line.strip()]
    found = [STEP_LINE.fullmatch(line) for line in lines]
    if not all(found):
        return None
    return tuple(_step(one["title"]) for one in found if one)


def _step(words: str) -> tuple[str, SmallDate | None]:
    """A step's title and the day in the bracket behind it; a bracket that is no day belongs to the title."""
    dated = STEP_DAY.fullmatch(words)
    if dated:
        try:
            return dated["title"], read_promise(dated["day"])
        except Unreadable:
            pass
    return words, None


def sourced_day(day: SmallDate | None) -> Sourced[SmallDate] | None:
    """A typed day."""
    return typed(day) if day else None
