"""The state of a plan as JSON.

In: a `State`, or bytes with the name of their file. Out: bytes, or the record; `BadLedger` says where
a file can't be read, and `faults` names every subject that the ledger lacks.
"""

from collections.abc import Iterator
from typing import Any

import msgspec

from milepost.books.inputs.state import State
from milepost.ledger.codec_json import DRAFT, decoded, encoded
from milepost.ledger.records import Ledger


def state_json(state: State) -> bytes:
    """The state as JSON, two blanks a level, a line end behind."""
    return encoded(state)


def state_from_json(data: bytes, name: str) -> State:
    """The state of a file; BadLedger says where it can't be read."""
    return decoded(data, name, State, "state")


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
    return strange + [
        f'The state names "{subject}" in {where}, which the ledger does not hold. Take both from one freeze.'
        for where, subject in _subjects(state)
        if subject not in (units if where in OF_UNITS else known)
    ]


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
