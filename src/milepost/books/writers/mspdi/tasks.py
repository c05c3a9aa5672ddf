"""Rows of the file, their links, baselines and texts.

In: the project's rows. Out: their elements, in the schema's order. Rows have a fixed length and start no
earlier than the plan says; only a verified row carries actual dates.
"""

from collections.abc import Iterable, Iterator

from milepost.books.content.records.project import ProjectBaseline, ProjectLink, ProjectTask
from milepost.books.writers.mspdi.elements import Element, Value, add, length, put
from milepost.ledger.records import LinkKind

LINK_TYPE: dict[LinkKind, int] = {"FF": 0, "FS": 1, "enables": 1, "SF": 2, "SS": 3}
DAYS, ELAPSED_DAYS, ESTIMATED_DAYS = 7, 8, 39
DAY_TENTHS, ELAPSED_DAY_TENTHS = 4_800, 14_400
"""A working day and a whole one in tenths of a minute."""
AS_SOON_AS_POSSIBLE, START_NO_EARLIER = 0, 4
FIXED_DURATION = 1
TEXT_FIELDS = (188743731, 188743734, 188743737, 188743740)
"""The numbers of Text1 to Text4 of a row."""
NAME_LENGTH = 255
"""Characters that a name and a text field may hold."""


def write_tasks(parent: Element, tasks: Iterable[ProjectTask]) -> None:
    """All rows."""
    held = add(parent, "Tasks")
    for task in tasks:
        made = add(held, "Task")
        put(made, _plain(task))
        for link in task.links:
            _link(made, link)
        for field, text in zip(TEXT_FIELDS, task.texts, strict=True):
            if text:
                put(add(made, "ExtendedAttribute"), (("FieldID", field), ("Value", shortened(text))))
        for baseline in task.baselines:
            _baseline(made, baseline)


def shortened(text: str) -> str:
    """A name on one line, as long as the format holds."""
    line = " ".join(text.split())
    return line if len(line) <= NAME_LENGTH else f"{line[: NAME_LENGTH - 1]}…"


def _plain(task: ProjectTask) -> Iterator[tuple[str, Value]]:
    """The values of a row up to its note."""
    milestone = task.minutes == 0 and not task.summary
    yield from (
        ("UID", task.number),
        ("ID", task.place),
        ("Name", shortened(task.name)),
        ("Active", True),
        ("Manual", False),
        ("Type", FIXED_DURATION),
        ("IsNull", False),
        ("WBS", task.outline),
        ("OutlineNumber", task.outline),
        ("OutlineLevel", task.level),
        ("Priority", 500),
        ("Start", task.start),
        ("Finish", task.finish),
        ("Duration", length(task.minutes)),
        ("DurationFormat", ESTIMATED_DAYS if task.estimated else DAYS),
        ("EffortDriven", False),
        ("Estimated", task.estimated),
        ("Milestone", milestone),
        ("Summary", task.summary),
        ("Critical", task.critical),
        ("PercentComplete", task.percent),
    )
    yield from _actual(task)
    yield from (
        ("ConstraintType", START_NO_EARLIER if task.fixed else AS_SOON_AS_POSSIBLE),
        ("CalendarUID", -1 if task.calendar is None else task.calendar),
        ("ConstraintDate", task.start if task.fixed else None),
        ("Deadline", f"{task.deadline}T17:00:00" if task.deadline else None),
        ("Notes", _notes(task) or None),
    )


def _actual(task: ProjectTask) -> Iterator[tuple[str, Value]]:
    """When a verified row began and ended, and what is left of any other."""
    if task.summary:
        return
    if task.percent == 100:
        yield from (("ActualStart", task.start), ("ActualFinish", task.finish))
    yield from (
        ("ActualDuration", length(task.minutes_done)),
        ("RemainingDuration", length(task.minutes - task.minutes_done)),
    )


def _notes(task: ProjectTask) -> str:
    """The note, headed by the name where that was shortened."""
    whole = " ".join(task.name.split())
    head = whole if len(whole) > NAME_LENGTH else ""
    return "\n".join(part for part in (head, task.notes) if part)


def _link(parent: Element, link: ProjectLink) -> None:
    """What a row waits for."""
    tenths = ELAPSED_DAY_TENTHS if link.elapsed else DAY_TENTHS
    put(
        add(parent, "PredecessorLink"),
        (
            ("PredecessorUID", link.number),
            ("Type", LINK_TYPE[link.kind]),
            ("CrossProject", False),
            ("LinkLag", link.lag_days * tenths),
            ("LagFormat", ELAPSED_DAYS if link.elapsed else DAYS),
        ),
    )


def _baseline(parent: Element, baseline: ProjectBaseline) -> None:
    """A baseline."""
    put(
        add(parent, "Baseline"),
        (
            ("Number", baseline.number),
            ("Interim", False),
            ("Start", baseline.start),
            ("Finish", baseline.finish),
            ("Duration", length(baseline.minutes)),
            ("DurationFormat", DAYS),
        ),
    )
