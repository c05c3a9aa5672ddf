"""The rows of the data tables: values of a plan as plain texts, numbers, truths and lists.

In: a `View`, its `Standing`, the name of a table. Out: rows as mappings by field, every field present, in the
order of the ledger. Dates are ISO texts; nothing is worded for a reader but citations. Which fields there are
stands in `fields`.
"""

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from milepost.books.content.forms.desk import Desk
from milepost.books.content.standing import Standing
from milepost.books.content.view import View
from milepost.books.inputs import Light
from milepost.ledger.origins import Sourced
from milepost.ledger.records import Assignment, Measure, Step

Value = str | int | float | bool | list[str] | None
Row = dict[str, Value]


def data_rows(view: View, standing: Standing, table: str) -> Iterator[Row]:
    """The rows of a table."""
    return MAKERS[table](Desk(view, standing))


def _told(key: str, value: Sourced[Any] | None, show: Callable[[Any], Value] = str) -> Row:
    """A sourced value and its origin."""
    if value is None:
        return {key: None, f"{key}_origin": None}
    return {key: show(value.value), f"{key}_origin": value.origin}


def _code(view: View, unit: str | None) -> str | None:
    """The code of a unit; one that the register lacks by its id."""
    known = view.units.get(unit or "")
    return known.code if known else unit


def _day(value: Any) -> str | None:
    """The day of a deadline or small date."""
    date: str | None = value.date
    return date


# --- measures ---


def _measures(desk: Desk) -> Iterator[Row]:
    for measure in desk.view.ledger.measures:
        yield _measure(desk, measure)


def _measure(desk: Desk, measure: Measure) -> Row:
    view = desk.view
    lead, cited = view.lead(measure), desk.cited(measure)
    start, end = measure.span or (None, None)
    fields = ("output_form", "acceptance_test", "verifier", "leader", "officer", "phone", "risks", "needs")
    return {
        "id": measure.id,
        "code": measure.code,
        **_told("title", measure.title),
        "text": measure.quote,
        "document": measure.document,
        "clause": cited.text if cited else None,
        "span_start": start,
        "span_end": end,
        **_told("kind", measure.kind),
        **_told("group", measure.group),
        **_told("theme", measure.theme),
        **_told("tier", measure.tier),
        "strength": measure.strength,
        "state": measure.state,
        **_told("lead", lead.unit if lead else None, lambda unit: _code(view, unit)),
        "cooperating": [view.unit(one).code for one in view.cooperating(measure)],
        **_told("start", measure.start, _day),
        **_dates(desk, measure),
        **_standing(desk, measure, desk.standing.light(measure.id)),
        **{key: value for name in fields for key, value in _told(name, getattr(measure, name)).items()},
        "checked": measure.checked,
        "own": [f"{head}: {text}" for head, text in measure.extra.items()],
    }


def _dates(desk: Desk, measure: Measure) -> Row:
    """The deadline and the three dates."""
    said = measure.deadline
    return {
        "deadline": desk.view.promise(measure),
        "deadline_origin": said.origin if said else None,
        "deadline_text": said.value.text if said else None,
        "deadline_kind": said.value.kind if said else None,
        "deadline_precision": said.value.precision if said else None,
        "baseline": desk.standing.baseline(measure),
        "forecast": desk.standing.forecast(measure),
        "done": desk.standing.done(measure),
    }


def _standing(desk: Desk, measure: Measure, light: Light) -> Row:
    """Light, self-report, verification: three facts side by side."""
    report = desk.reports.get(measure.id)
    return {
        "light": _colour(light),
        "light_reason": light.reason or None,
        "light_days": light.days,
        "light_set_by_hand": light.hand_set,
        "waits_for": light.exposed,
        "blocked_by": _code(desk.view, light.blocked_by),
        "self_report": (report.done or report.said or None) if report else None,
        "self_report_percent": report.percent_self if report else None,
        "self_report_on": report.on if report else None,
        "verified": desk.standing.mark(measure) == "done",
        "evidence_age_days": desk.standing.evidence_age(measure),
        "extensions": desk.standing.state.extensions.get(measure.id, 0),
    }


def _colour(light: Light) -> str | None:
    return None if light.colour == "none" else light.colour


# --- what hangs on measures ---


def _assignments(desk: Desk) -> Iterator[Row]:
    for one in desk.view.ledger.assignments:
        yield _assignment(desk, one)


def _assignment(desk: Desk, one: Assignment) -> Row:
    state = desk.standing.duties.get(one.id)
    return {
        "id": one.id,
        "measure": one.measure,
        **_told("unit", one.unit, lambda unit: _code(desk.view, unit)),
        **_told("role", one.role),
        **_told("duty", one.duty_text),
        **_told("due", one.deadline, _day),
        "forecast": desk.standing.duty_forecast(one),
        "state": state.state if state else None,
        "signed_on": state.signed_on if state else None,
        "done_on": state.done_on if state else None,
        "light": _colour(desk.standing.light(one.id)),
    }


def _steps(desk: Desk) -> Iterator[Row]:
    for step in desk.view.ledger.steps:
        yield _step(desk, step)


def _step(desk: Desk, step: Step) -> Row:
    planned = desk.view.rows.get(step.id)
    return {
        "id": step.id,
        "measure": step.measure,
        "order": step.order,
        "origin": step.origin,
        "stage": step.stage,
        **_told("title", step.title),
        **_told("unit", step.unit, lambda unit: _code(desk.view, unit)),
        "start": desk.standing.step_start(step),
        **_told("due", step.due, _day),
        "forecast": desk.standing.step_forecast(step),
        "done_on": step.done_on,
        "critical": planned.critical if planned else None,
        "slack_days": planned.slack_days if planned else None,
        "key": step.key,
        "weight": step.weight,
    }


def _links(desk: Desk) -> Iterator[Row]:
    for link in desk.view.ledger.links:
        lag = link.lag
        yield {
            "id": link.id,
            "from": link.from_,
            "to": link.to,
            "kind": link.kind,
            "lag": lag.value if lag else None,
            "lag_unit": lag.unit if lag else None,
            "lag_days": lag.days if lag else None,
            "condition": link.condition,
            "hard": link.hard,
        }


# --- registers and what the state adds ---


def _units(desk: Desk) -> Iterator[Row]:
    for unit in desk.view.ledger.units:
        yield {
            "id": unit.id,
            "code": unit.code,
            "name": unit.name,
            "short": unit.short or None,
            "kind": unit.kind,
            "parent": _code(desk.view, unit.parent),
            "region": unit.region,
            "members": [str(_code(desk.view, member)) for member in unit.members],
        }


def _documents(desk: Desk) -> Iterator[Row]:
    fields = ("id", "title", "number", "issuer", "date", "language", "sha256")
    for document in desk.view.ledger.documents:
        yield {name: getattr(document, name) or None for name in fields}


def _evidence(desk: Desk) -> Iterator[Row]:
    for one in desk.standing.state.evidence:
        yield {
            "subject": one.subject,
            "kind": one.kind,
            "dated_on": one.dated_on,
            "source": one.source or None,
        }


def _changes(desk: Desk) -> Iterator[Row]:
    for one in desk.standing.state.changes:
        yield {
            "subject": one.subject,
            "mark": one.mark,
            "field": one.field,
            "was": one.was or None,
            "now": one.now or None,
            "by": one.by or None,
            "baseline": one.baseline,
        }


MAKERS: Mapping[str, Callable[[Desk], Iterator[Row]]] = {
    "measures": _measures,
    "assignments": _assignments,
    "steps": _steps,
    "links": _links,
    "units": _units,
    "documents": _documents,
    "evidence": _evidence,
    "changes": _changes,
}
