"""Tables of actions: a row a measure, with columns for the action, its owner, its date and its state.

In: the text, with rows as lines whose cells are parted by bars or tabs. Out: the measures, the rows set
aside (done or closed), and the stretches that were read. A table is read when its head names an action and
an owner or a date. Initials are resolved by the attendance list of minutes.
"""

from msgspec import Struct

from milepost.ledger.origins import Span
from milepost.reading.english.actors import PLACEHOLDER, find_names
from milepost.reading.english.confidence import confidence_of
from milepost.reading.english.deadlines import Clock
from milepost.reading.english.fields import due_of
from milepost.reading.english.people import initials_of
from milepost.reading.english.recurrence import find_recurring
from milepost.reading.english.titles import action_of, object_of, output_of
from milepost.reading.english.words import VERBS
from milepost.reading.patterns import pattern
from milepost.reading.records import (
    FoundDeadline,
    FoundMeasure,
    FoundRecurring,
    NamedUnit,
    SetAsideFound,
    Supporting,
)
from milepost.reading.source import lines_of

COLUMNS = tuple(
    (name, pattern(rf"^(?:{words})$", ignore_case=True))
    for name, words in (
        ("number", r"ref\.?|reference|no\.?|number|#|id|item|action no\.?|action ref\.?"),
        (
            "action",
            r"(?:agreed |key |priority |specific )?(?:actions?|tasks?|measures?|activit(?:y|ies)"
            r"|commitments?|recommendations?|what|description|deliverables?|milestones?|steps?)(?: "
            r"required| point| item| to be taken)?",
        ),
        (
            "lead",
            r"(?:action )?owners?|lead(?: (?:agency|unit|officer|department|organisation"
            r"|organization|partner|body))?|responsible(?: (?:party|agency|unit|officer|person"
            r"|department|body))?|responsibility|who|by whom|assigned to|accountable",
        ),
        (
            "support",
            r"support(?:ing)?(?: (?:agency|agencies|units?|partners?|bodies|organisations?"
            r"|departments?))?|partners?|with|co-?operating units?|contributors?",
        ),
        (
            "due",
            r"due(?: date| by)?|deadline|by when|when|target(?: date)?|date|completion(?: date)?"
            r"|timescale|timeline|timeframe|time frame|end(?: date)?|complete by",
        ),
        ("start", r"start(?: date)?|begin(?:s|ning)?|from"),
        ("status", r"status|progress|state|rag|complete\??"),
    )
)
DONE = pattern(
    r"^(?:done|complete[d]?|closed|discharged|no further action|withdrawn|cancelled|superseded)\b",
    ignore_case=True,
)
RULE_LINE = pattern(r"^[|:\s+-]+$")
SLASH = pattern(r"\s*[/&+]\s*")


class Read(Struct, frozen=True):
    """What the tables of a text gave."""

    measures: list[FoundMeasure]
    set_aside: list[SetAsideFound]
    taken: list[Span]


def read_tables(text: str, clock: Clock) -> Read:
    """Every table of actions in the text."""
    read = Read([], [], [])
    head: list[str | None] = []
    people: dict[str, NamedUnit] | None = None
    for start, end in lines_of(text):
        cells = cells_of(text, start, end)
        if len(cells) < 2:
            head = []
        elif RULE_LINE.match(text[start:end]):
            read.taken.append((start, end))
        elif names := head_of_table(text, cells):
            head = names
            read.taken.append((start, end))
        elif head:
            people = initials_of(text) if people is None else people
            read_row(text, (start, end), dict(zip(head, cells, strict=False)), clock, people, read)
            read.taken.append((start, end))
    return read


def cells_of(text: str, start: int, end: int) -> list[Span]:
    """The cells of a line, blanks left out; a line without bars or tabs has one."""
    line = text[start:end]
    mark = "|" if "|" in line else "\t" if "\t" in line else ""
    if not mark:
        return [(start, end)]
    parts, at = line.split(mark), start
    cells = []
    for number, part in enumerate(parts):
        if part.strip() or 0 < number < len(parts) - 1:
            begin = at + len(part) - len(part.lstrip())
            cells.append((min(begin, at + len(part)), at + len(part.rstrip()) if part.strip() else begin))
        at += len(part) + 1
    return cells


def head_of_table(text: str, cells: list[Span]) -> list[str | None]:
    """The names of the columns when a line is the head of a table of actions, else nothing."""
    names: list[str | None] = []
    for start, end in cells:
        words = text[start:end].strip("*_ ")
        name = next((name for name, form in COLUMNS if form.match(words)), None)
        names.append(name if name not in names else None)
    return names if "action" in names and {"lead", "due"} & set(names) else []


def read_row(
    text: str,
    row: Span,
    cells: dict[str | None, Span],
    clock: Clock,
    people: dict[str, NamedUnit],
    read: Read,
) -> None:
    """The measure of one row, or the row set aside because it is done."""
    if "action" not in cells or cells["action"][0] >= cells["action"][1]:
        return
    start, end = cells["action"]
    if "status" in cells and DONE.match(text[slice(*cells["status"])]):
        read.set_aside.append(SetAsideFound(span=(start, row[1]), reason="reported"))
        return
    lead = owners_of(text, cells.get("lead"), people)
    support = find_names(text, [cells["support"]]).units if "support" in cells else ()
    due, repeats = when_of(text, cells.get("due"), clock)
    other = [due_of(text, *cells["start"], clock, "start")] if filled(text, cells.get("start")) else []
    named = object_of(text, start, end)
    first = text[start:end].split(None, 1)[0].lower() if start < end else ""
    because = [
        "table:owner" if lead else "table:row",
        *([] if lead else ["lead:none"]),
        *([] if first in VERBS else ["noun"]),
    ]
    number = cells.get("number")
    read.measures.append(
        FoundMeasure(
            id=f"t{len(read.measures) + 1}",
            span=(start, row[1]),
            number=text[slice(*number)] or None if number else None,
            action=action_of(text, start, end),
            object=named,
            output=output_of(named),
            lead=lead,
            support=[
                Supporting(name=u.name, span=u.span, relation="support")
                for u in support
                if u.name.lower() not in PLACEHOLDER
            ],
            roles="marked" if lead else "none",
            deadline=due,
            other_deadlines=other,
            recurring=repeats,
            confidence=confidence_of(because),
            because=because,
        )
    )


def filled(text: str, cell: Span | None) -> bool:
    """Whether a cell says something."""
    return cell is not None and text[slice(*cell)].strip().lower() not in PLACEHOLDER


def when_of(text: str, cell: Span | None, clock: Clock) -> tuple[FoundDeadline | None, FoundRecurring | None]:
    """A due cell: a deadline, or a period that repeats."""
    if cell is None or not filled(text, cell):
        return None, None
    repeats = find_recurring(text, *cell)
    due = due_of(text, *cell, clock, "fixed")
    if repeats and due.date is None:
        return None, repeats
    return due, repeats


def owners_of(text: str, cell: Span | None, people: dict[str, NamedUnit]) -> list[NamedUnit]:
    """The owners of a row: initials stand for people of the attendance list, a slash parts two owners."""
    if cell is None or not filled(text, cell):
        return []
    found: list[NamedUnit] = []
    at = cell[0]
    for part in SLASH.split(text[slice(*cell)]):
        start = text.index(part, at)
        at = start + len(part)
        if part in people:
            found.append(NamedUnit(name=people[part].name, span=(start, at)))
        else:
            found += [u for u in find_names(text, [(start, at)]).units if u.name.lower() not in PLACEHOLDER]
    return found
