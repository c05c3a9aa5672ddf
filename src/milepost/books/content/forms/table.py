"""A form filled from a plan: columns in the plan's language, a row for each measure, step or duty.

In: a `View`, its `Standing`, the key of a layout. Out: a `Form`. Rows stand in the order of the plan. Columns
that persons added keep their heads and stand behind the column they stood behind when they came in (the
setting `form.T1.own`). An upper requirement that no measure answers has a row of its own in the cascade
table, so that a gap is seen.
"""

import json
from collections.abc import Iterator

from milepost.books.content.adopted.facts import adopted_facts
from milepost.books.content.forms.desk import Desk, computed, typed
from milepost.books.content.forms.layouts import LAYOUTS
from milepost.books.content.forms.records import Field, Form, FormColumn, FormRow, Layout
from milepost.books.content.forms.values import value_of
from milepost.books.content.records import Cell
from milepost.books.content.standing import MARKS, Standing
from milepost.books.content.view import View
from milepost.books.inputs import UpperRequirement
from milepost.books.wording.dates import listed, quarter_name
from milepost.books.wording.labels import Language, label, words
from milepost.ledger.records import Ledger, Measure, Step

STATUSES = ("done", "on", "behind", "not_begun")
UPPER = {"code": "number", "upper.text": "text", "upper.province_text": "upper_measure", "upper.lead": "lead"}


def own_key(layout: str) -> str:
    """The setting that keeps where a person's own columns stand in a form."""
    return f"form.{layout}.own"


def own_columns(ledger: Ledger, layout: str) -> list[tuple[str, str]]:
    """A person's own columns of a form: the head, and the field that they stand behind ("": before all)."""
    said = next((row.value for row in ledger.settings if row.key == own_key(layout)), "[]")
    try:
        found = json.loads(said)
    except ValueError:
        return []
    pairs = found if isinstance(found, list) else []
    return [(str(one[0]), str(one[1])) for one in pairs if isinstance(one, list) and len(one) == 2]


def office_form(view: View, standing: Standing, key: str) -> Form:
    """The form of a layout, T0 to T8."""
    layout = LAYOUTS[key]
    desk = Desk(view, standing)
    columns = form_columns(layout, view.language, own_columns(view.ledger, key))
    make = _step_rows if layout.rows == "steps" else _measure_rows
    rows = tuple(make(desk, columns))
    return Form(
        layout=layout,
        title=layout.title(view.language),
        facts=adopted_facts(view, standing.state),
        columns=columns,
        rows=rows,
        count=words("forms.count", view.language, n=len(rows)),
        lists=lists_of(view),
        notes=notes_of(layout, view.language),
    )


def form_columns(
    layout: Layout, language: Language, own: list[tuple[str, str]] | None = None
) -> tuple[FormColumn, ...]:
    """The columns of a layout, own ones where they stood."""
    behind: dict[str, list[str]] = {}
    for head, left in own or []:
        behind.setdefault(left, []).append(head)
    columns = [FormColumn(head=head) for head in behind.pop("", ())]
    for field in layout.fields:
        if field.key == "id":  # own columns behind a field that this layout lacks stand last, before the id
            columns.extend(FormColumn(head=head) for heads in behind.values() for head in heads)
        columns.append(FormColumn(head=field.head(language), field=field, type=field.type, of=field.of))
        columns.extend(FormColumn(head=head) for head in behind.pop(field.key, ()))
    return tuple(columns)


def lists_of(view: View) -> dict[str, tuple[str, ...]]:
    """The words that columns choose from."""
    measures = view.ledger.measures
    groups = dict.fromkeys(m.group.value for m in measures if m.group)
    outputs = dict.fromkeys(m.output_form.value for m in measures if m.output_form)
    return {
        "units": tuple(unit.name for unit in view.ledger.units),
        "groups": tuple(groups),
        "lights": tuple(label(f"state.{mark}", view.language) for mark in MARKS),
        "statuses": tuple(label(f"status.{key}", view.language) for key in STATUSES),
        "outputs": tuple(outputs),
    }


def notes_of(layout: Layout, language: Language) -> tuple[str, ...]:
    """What a person needs to know to work in the form."""
    heads = [field.head(language) for field in layout.fields if field.computed]
    lines = [label(f"forms.{key}", language) for key in ("edit", "id", "dates", "lost")]
    if heads:
        lines.insert(2, words("forms.computed", language, heads=listed(heads, language)))
    if layout.field("light"):
        lights = listed((label(f"state.{mark}", language) for mark in MARKS), language)
        lines.append(words("forms.lights", language, words=lights))
    return tuple(lines)


# --- rows of measures ---


def _measure_rows(desk: Desk, columns: tuple[FormColumn, ...]) -> Iterator[FormRow]:
    """A row a measure, in the order of the plan; then the upper requirements that nobody answers."""
    for measure in desk.view.ledger.measures:
        cells = tuple(_cell(desk, measure, column) for column in columns)
        yield FormRow(id=measure.id, cells=cells, group=measure.group.value if measure.group else "")
    if any(column.field and column.field.key == "upper.text" for column in columns):
        answered = {row.upper for row in desk.standing.state.coverage if row.measures}
        for one in desk.standing.state.upper:
            if one.id not in answered:
                yield FormRow(id=one.id, cells=tuple(_upper_cell(desk, one, column) for column in columns))


def _cell(desk: Desk, measure: Measure, column: FormColumn) -> Cell:
    field = column.field
    if field is None:
        text = measure.extra.get(column.head, "")
        return typed(text) if text else Cell(fill="office")
    if field.key == "id":
        return computed(measure.id, "id")
    return value_of(desk, measure, field)


def _upper_cell(desk: Desk, one: UpperRequirement, column: FormColumn) -> Cell:
    """A cell of a row that only says what is asked from above."""
    field = column.field
    if field is None:
        return Cell(fill="office")
    if field.key == "id":
        return computed(one.id, "id")
    text = str(getattr(one, UPPER[field.key])) if field.key in UPPER else ""
    return typed(text) if text else desk.blank(field)


# --- rows of steps ---


def _step_rows(desk: Desk, columns: tuple[FormColumn, ...]) -> Iterator[FormRow]:
    """A row a step of the milestones annex; steps that Milepost only proposes are no milestones yet."""
    number = 0
    for measure in desk.view.ledger.measures:
        for step in desk.view.steps(measure):
            if step.origin == "proposed":
                continue
            number += 1
            cells = tuple(_step_cell(desk, measure, step, number, column) for column in columns)
            yield FormRow(id=step.id, cells=cells, group=measure.group.value if measure.group else "")


def _step_cell(desk: Desk, measure: Measure, step: Step, number: int, column: FormColumn) -> Cell:
    field = column.field
    if field is None:
        return Cell(fill="office")
    return _step_value(desk, measure, step, number, field) or desk.blank(field)


def _step_value(desk: Desk, measure: Measure, step: Step, number: int, field: Field) -> Cell | None:
    due = step.due.value.date if step.due else None
    match field.key:
        case "id":
            return computed(step.id, "id")
        case "seq":
            return computed(str(number), "seq")
        case "measure":
            return desk.sourced(measure, measure.title)
        case "step.kind":
            kind = "target" if measure.indicator else "milestone"
            return computed(label(f"forms.{kind}", desk.language), "step")
        case "step.title":
            return desk.sourced(measure, step.title)
        case "step.output":
            return desk.sourced(measure, step.output_form or measure.output_form)
        case "step.quarter":
            return computed(quarter_name(int(due[5:7]), desk.language), "step:due") if due else None
        case "step.year":
            return computed(due[:4], "step:due") if due else None
        case "step.proof":
            return desk.sourced(measure, measure.acceptance_test)
        case _:
            return desk.own(measure, field)
