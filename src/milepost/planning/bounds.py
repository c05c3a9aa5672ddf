"""Before which day no step may begin and by which it is promised, and the words that say so.

In: a ledger with steps, today. Out: per step the release (date and the reason) and the last good day of its
promise (None without one). A proposed step never begins before today; only dates that a document or a person
states may lie in the past. A promise that is past already binds no step: lateness is then the text's. Not
here: links, capacity.
"""

import datetime as dt
from collections import defaultdict
from typing import Literal

from msgspec import Struct

from milepost.ledger.records import Ledger, Measure, Step
from milepost.planning.network import producing
from milepost.planning.promises import adoption_days, day_after, due_of, first_good_day, stated_start

Reason = Literal["done", "adopted", "today", "stated", "typed"]


class StepBound(Struct, frozen=True):
    """The first day a step may begin with its reason, and the last good day that binds it."""

    release: dt.date
    reason: Reason
    due: dt.date | None = None


def step_bounds(ledger: Ledger, today: str) -> list[StepBound]:
    """The bounds of every step, in the order of the ledger's steps."""
    measures = {measure.id: measure for measure in ledger.measures}
    starts = {measure.id: measure_start(measure, adoption_days(ledger), today) for measure in ledger.measures}
    dated = promised_steps(ledger)
    found = []
    for at, step in enumerate(ledger.steps):
        release, reason = _release(step, *starts[step.measure])
        due = step.due.value.date if step.due is not None else None
        if due is None and at in dated:
            due = due_of(measures[step.measure])
        kept = due is not None and due >= release and step.done_on is None
        found.append(
            StepBound(
                dt.date.fromisoformat(release), reason, dt.date.fromisoformat(due) if kept and due else None
            )
        )
    return found


def measure_start(measure: Measure, adopted: dict[str, str], today: str) -> tuple[str, Reason]:
    """The first day a measure's work may begin, and why: its stated start, adoption, or today."""
    begin: tuple[str, Reason] = (today, "today")
    adoption = adopted.get(measure.document)
    if adoption is not None and day_after(adoption) > today:
        begin = (day_after(adoption), "adopted")
    start = stated_start(measure)
    return (start, "stated") if start is not None and start > begin[0] else begin


def promised_steps(ledger: Ledger) -> set[int]:
    """The steps that a measure's promise covers: all of them, of a document those up to its issue."""
    members: dict[str, list[int]] = defaultdict(list)
    for at, step in enumerate(ledger.steps):
        members[step.measure].append(at)
    found: set[int] = set()
    for measure in ledger.measures:
        if due_of(measure) is None or measure.id not in members:
            continue
        last = delivering(ledger, measure, members[measure.id])
        limit = (ledger.steps[last].order, last)
        found |= {at for at in members[measure.id] if (ledger.steps[at].order, at) <= limit}
    return found


def delivering(ledger: Ledger, measure: Measure, members: list[int]) -> int:
    """The step whose finish answers a measure's promise: of a document its issue, else the last one."""
    if measure.kind is not None and measure.kind.value == "document":
        return producing(ledger.steps, members)
    return max(members, key=lambda at: (ledger.steps[at].order, at))


def _release(step: Step, begin: str, reason: Reason) -> tuple[str, Reason]:
    """The first day of one step: done, entered, or the measure's."""
    if step.done_on is not None:
        first = step.start.value.date if step.start is not None else step.done_on
        return min(first, step.done_on), "done"
    if step.start is not None:
        return first_good_day(step.start.value.date, step.start.value.precision), "typed"
    return begin, reason
