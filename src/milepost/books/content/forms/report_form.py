"""The form that a unit fills for its progress report: a row for each measure it leads or joins.

In: a `View`, its `Standing`, a unit's id. Out: a `Form` that shows what the unit said last, to be changed.
The row's id is the measure's where the unit leads it, the assignment's where it cooperates. What is said here
is a self-report; light and verification are no part of the form.
"""

from collections.abc import Iterator

from milepost.books.content.adopted.facts import adopted_facts
from milepost.books.content.forms.desk import Desk, computed, dated, typed
from milepost.books.content.forms.layouts import LAYOUTS
from milepost.books.content.forms.records import Field, Form, FormRow
from milepost.books.content.forms.table import form_columns, lists_of, notes_of
from milepost.books.content.forms.values import form_number
from milepost.books.content.records import Cell
from milepost.books.content.standing import Standing
from milepost.books.content.view import View
from milepost.books.inputs import Evidence, Report
from milepost.books.wording.labels import label, words
from milepost.ledger.origins import Origin
from milepost.ledger.records import Assignment, Measure


def report_form(view: View, standing: Standing, unit: str) -> Form:
    """The report form of a unit."""
    layout, desk = LAYOUTS["R1"], Desk(view, standing)
    known = view.units[unit]
    columns = form_columns(layout, view.language)
    rows = tuple(
        FormRow(
            id=subject,
            cells=tuple(_cell(desk, measure, duty, column.field) for column in columns if column.field),
            group=measure.group.value if measure.group else "",
        )
        for subject, measure, duty in report_rows(view, unit)
    )
    return Form(
        layout=layout,
        title=words("forms.report_of", view.language, unit=known.name),
        facts=adopted_facts(view, standing.state),
        columns=columns,
        rows=rows,
        count=words("forms.count", view.language, n=len(rows)),
        lists=lists_of(view),
        notes=notes_of(layout, view.language),
        unit=known.code,
    )


def report_rows(view: View, unit: str) -> Iterator[tuple[str, Measure, Assignment]]:
    """What a unit reports on, measures led first: id of the row, measure, the unit's assignment in it."""
    led, joined, _ = view.books_of.get(unit, ([], [], []))
    for measure in led:
        lead = view.lead(measure)
        if lead:
            yield measure.id, measure, lead
    for measure in joined:
        for duty in view.cooperating(measure):
            if duty.unit.value == unit:
                yield duty.id, measure, duty


def last_report(desk: Desk, measure: Measure, duty: Assignment) -> Report | None:
    """What the unit said last on the measure."""
    said = desk.duty_reports.get((measure.id, duty.unit.value))
    return said or (desk.reports.get(measure.id) if duty.role.value == "lead" else None)


def _cell(desk: Desk, measure: Measure, duty: Assignment, field: Field) -> Cell:
    return _value(desk, measure, duty, field) or desk.blank(field)


def _value(desk: Desk, measure: Measure, duty: Assignment, field: Field) -> Cell | None:
    leads = duty.role.value == "lead"
    subject = measure.id if leads else duty.id
    match field.key:
        case "id":
            return computed(subject, "id")
        case "code":
            return computed(form_number(desk.view, measure), "code")
        case "part":
            return computed(label("forms.part_lead" if leads else "forms.part_duty", desk.language), "role")
        case "title":
            return desk.sourced(measure, duty.duty_text or measure.title)
        case "due":
            day = desk.standing.baseline(measure) if leads else desk.standing.duty_baseline(duty)
            return dated(day, "computed", "baseline")
        case "forecast":
            known = desk.standing.forecasts.get(subject)
            by: Origin = "typed" if known and known.by == "reported" else "computed"
            return dated(known.date, by, "forecast") if known else None
        case "evidence" | "evidence_date":
            return _evidence(desk.standing.evidence.get(subject, []), field.key)
        case _:
            report = last_report(desk, measure, duty)
            said = getattr(report, field.key) if report else None
            return typed(str(said)) if said not in (None, "") else None


def _evidence(pieces: list[Evidence], key: str) -> Cell | None:
    """The newest evidence and its day."""
    if not pieces:
        return None
    newest = max(pieces, key=lambda piece: piece.dated_on)
    return dated(newest.dated_on, "typed", "evidence") if key == "evidence_date" else typed(newest.kind)
