"""The state of a plan as JSON.

In: a `State`, or bytes with the name of their file. Out: bytes, or the record; `BadLedger` says where
a file can't be read, and `faults` names every subject that the ledger lacks.
"""

import datetime as dt
import re
from collections import Counter
from collections.abc import Iterator
from typing import Any

import msgspec

from milepost.books.inputs.state import State
from milepost.ledger.codec_json import DRAFT, decoded, encoded
from milepost.ledger.faults import BadLedger
from milepost.ledger.records import Ledger

DAY = re.compile(r"\d{4}-\d{2}-\d{2}(?:T\d{2}:\d{2}.*)?")
WHOLE = 100


def state_json(state: State) -> bytes:
    """The state as JSON, two blanks a level, a line end behind."""
    return encoded(state)


def state_from_json(data: bytes, name: str) -> State:
    """The state of a file; BadLedger says where it can't be read."""
    state = decoded(data, name, State, "state")
    wrong = [
        f"{name}: {place}: {day} is no day of the calendar. Write a real one."
        for place, day in _strange_days(msgspec.to_builtins(state), "")
    ]
    if wrong:
        raise BadLedger(wrong)
    return state


def _strange_days(value: object, place: str) -> Iterator[tuple[str, str]]:
    """Every day that the calendar lacks, with its place."""
    if isinstance(value, dict):
        for key, one in value.items():
            yield from _strange_days(one, f"{place}, {key}" if place else str(key))
    elif isinstance(value, list | tuple):
        for number, one in enumerate(value, start=1):
            yield from _strange_days(one, f"{place}, entry {number}")
    elif isinstance(value, str) and DAY.fullmatch(value) and not _is_day(value[:10]):
        yield place, value


def _is_day(text: str) -> bool:
    """Whether the calendar has this day."""
    try:
        dt.date.fromisoformat(text)
    except ValueError:
        return False
    return True


def state_schema() -> dict[str, Any]:
    """The JSON Schema of a state, for docs/reference."""
    return {"$schema": DRAFT, "title": "milepost.state/1", **msgspec.json.schema(State)}


def faults(state: State, ledger: Ledger) -> list[str]:
    """Every subject of the state that the ledger lacks, a sentence each."""
    known = {row.id for rows in (ledger.measures, ledger.assignments, ledger.steps) for row in rows}
    units = {unit.id for unit in ledger.units}
    sittings = {meeting.id for meeting in state.meetings}
    strange = [
        f'Notice {notice.number} calls the sitting "{notice.meeting}", which the state does not hold.'
        for notice in state.notices
        if notice.meeting is not None and notice.meeting not in sittings
    ]
    return (
        strange
        + list(_impossible(state, units))
        + [
            f'The state names "{subject}" in {where}, which the ledger does not hold. '
            "Take both from one freeze."
            for where, subject in _subjects(state)
            if subject not in (units if where in OF_UNITS else known)
        ]
    )


def _impossible(state: State, units: set[str]) -> Iterator[str]:
    """What no state can say: two lights of a subject, a number twice, too large shares, strange units."""
    for subject, times in Counter(light.subject for light in state.lights).items():
        if times > 1:
            yield f'The state has {times} lights for "{subject}". A subject has one.'
    for number, times in Counter(notice.number for notice in state.notices).items():
        if times > 1:
            yield f"The state has {times} notices with number {number}. A number is given once."
    for report in state.reports:
        share = report.percent_self
        if share is not None and not 0 <= share <= WHOLE:
            yield f'The report on "{report.measure}" says {share} %. A share lies between 0 and 100.'
        if report.unit is not None and report.unit not in units:
            yield f'The report on "{report.measure}" names "{report.unit}", unknown to the ledger.'
    for row in state.restrictions:
        for unit in (unit for unit in row.units if unit not in units):
            yield f'The restriction of "{row.measure}" names "{unit}", unknown to the ledger.'
    handling = state.handling
    if handling.copy is not None and handling.copies is not None and handling.copy > handling.copies:
        yield f"Copy {handling.copy} of {handling.copies}: there is no such copy. Correct the number."


OF_UNITS = ("limits", "notices (unit)")


def _subjects(state: State) -> Iterator[tuple[str, str]]:
    """Where the state names a row of the ledger, and which."""
    yield from (("lights", light.subject) for light in state.lights)
    yield from (("forecasts", forecast.subject) for forecast in state.forecasts)
    yield from (("duties", duty.assignment) for duty in state.duties)
    yield from (("reports", report.measure) for report in state.reports)
    yield from (("evidence", piece.subject) for piece in state.evidence)
    yield from (("changes", change.subject) for change in state.changes if change.mark != "removed")
    yield from (("restrictions", row.measure) for row in state.restrictions)
    yield from (("limits", unit) for unit in state.limits)
    for notice in state.notices:
        yield "notices (unit)", notice.unit
        yield from (("notices", measure) for measure in notice.measures)
    yield from (("coverage", measure) for row in state.coverage for measure in row.measures)
