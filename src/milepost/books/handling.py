"""What a reader may see: the ledger, schedule and state without what is restricted to others.

In: ledger, schedule, state. Out: the three as the reader of `state.handling` may see them. A measure with a
restriction is seen by the Office (no reader) and by the units of its list; its steps, links, assignments,
lights and all words about it go with it. Plan numbers stay, so that a gap can be seen and asked about.
"""

from collections.abc import Iterable
from typing import TypeVar

import msgspec

from milepost.books.inputs import State
from milepost.ledger.records import Ledger, Schedule

R = TypeVar("R")


def seen_by(ledger: Ledger, schedule: Schedule, state: State) -> tuple[Ledger, Schedule, State]:
    """The three records as the reader may see them."""
    reader = state.handling.reader
    hidden = {row.measure for row in state.restrictions if reader is not None and reader not in row.units}
    if not hidden:
        return ledger, schedule, state
    gone = hidden | {step.id for step in ledger.steps if step.measure in hidden}
    gone |= {row.id for row in ledger.assignments if row.measure in hidden}
    gone |= {link.id for link in ledger.links if link.from_ in gone or link.to in gone}
    seen = {row.id for rows in (ledger.measures, ledger.assignments, ledger.steps) for row in rows} - gone
    return _ledger(ledger, hidden, gone), _schedule(schedule, gone), _state(state, gone, seen)


def _ledger(ledger: Ledger, hidden: set[str], gone: set[str]) -> Ledger:
    """The ledger without the hidden measures, and without the clauses that only they cite."""
    measures = _kept(ledger.measures, "id", hidden)
    cited = {m.clause for m in measures} | {o.clause for o in ledger.orientation}
    only_hidden = {m.clause for m in ledger.measures if m.id in hidden} - cited
    clauses = tuple(
        msgspec.structs.replace(c, text="", title=None) if c.id in only_hidden else c for c in ledger.clauses
    )
    return msgspec.structs.replace(
        ledger,
        clauses=clauses,
        measures=measures,
        assignments=_kept(ledger.assignments, "measure", hidden),
        steps=_kept(ledger.steps, "measure", hidden),
        links=_kept(ledger.links, "id", gone),
        set_aside=(),
        warnings=(),
    )


def _schedule(schedule: Schedule, gone: set[str]) -> Schedule:
    """The schedule without the hidden steps; a driver that names one loses its words."""
    rows = tuple(
        msgspec.structs.replace(row, driver=msgspec.structs.replace(row.driver, ref=None, words=""))
        if row.driver.ref in gone
        else row
        for row in _kept(schedule.rows, "step", gone)
    )
    return msgspec.structs.replace(
        schedule, rows=rows, promises=_kept(schedule.promises, "measure", gone), load=()
    )


def _state(state: State, gone: set[str], seen: set[str]) -> State:
    """The state without a word about the hidden measures; meetings and counts are the Office's alone. An
    upper requirement stays answered, without the names of the hidden."""
    lights = tuple(
        msgspec.structs.replace(light, exposed=None, words="") if light.exposed in gone else light
        for light in _kept(state.lights, "subject", gone)
    )
    return msgspec.structs.replace(
        state,
        lights=lights,
        forecasts=_kept(state.forecasts, "subject", gone),
        duties=_kept(state.duties, "assignment", gone),
        reports=_kept(state.reports, "measure", gone),
        evidence=_kept(state.evidence, "subject", gone),
        changes=tuple(
            c
            for c in _kept(state.changes, "subject", gone)
            if c.subject in seen or c.unit == state.handling.reader
        ),
        notices=tuple(n for n in state.notices if not gone & {*n.measures, *n.affected}),
        meetings=(),
        counts=(),
        coverage=tuple(
            msgspec.structs.replace(row, measures=tuple(m for m in row.measures if m not in gone))
            for row in state.coverage
        ),
        restrictions=_kept(state.restrictions, "measure", gone),
    )


def _kept(rows: Iterable[R], name: str, gone: set[str]) -> tuple[R, ...]:
    """Rows whose `name` is not gone."""
    return tuple(row for row in rows if getattr(row, name) not in gone)
