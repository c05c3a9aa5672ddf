"""A measure as a row of a task book: its sentence, its parts, who, by when, in which steps.

In: a `View` and a measure. Out: `TaskRow`. The pieces come from `values`, `who`, `when` and `steps`.
"""

from milepost.books.content.records import Cell, Named, Piece, Reply, TaskRow
from milepost.books.content.steps import step_plan
from milepost.books.content.values import kind_cell, title_cell, told_by, valued
from milepost.books.content.view import View
from milepost.books.content.when import dates_of
from milepost.books.content.who import (
    cooperating_words,
    joined_units,
    lead_cell,
    lead_code,
    lead_note,
    officer_cell,
    others_of,
    proposed_lead_cell,
    proposed_note,
)
from milepost.books.wording.labels import label
from milepost.ledger.records import Measure


def task_row(
    view: View, measure: Measure, reply: bool = False, output_label: str = "row.unit_to_fill"
) -> TaskRow:
    """The whole row of a measure; `reply` adds the answer to a proposal."""
    language = view.language
    return TaskRow(
        id=measure.id,
        code=measure.code,
        number=view.number(measure),
        title=title_cell(measure),
        kind=measure.kind.value if measure.kind else None,
        kind_words=kind_cell(view, measure),
        told_by=told_by(view, measure),
        checked=measure.checked,
        checked_words=label("row.checked", language).lower(),
        sentence=view.sentence(measure),
        citation=view.cite(measure.document, measure.clause, measure.span),
        output=valued(view, measure, measure.output_form, "unit", output_label),
        goal=valued(view, measure, measure.goal, "unit", "row.unit_to_fill"),
        test=valued(view, measure, measure.acceptance_test, "unit", "row.unit_to_fill"),
        verifier=valued(view, measure, measure.verifier, "office", "fill.verifier"),
        plan=step_plan(view, measure),
        lead=lead_cell(view, measure),
        lead_note=lead_note(view, measure),
        lead_unit=lead_code(view, measure),
        proposed_lead=proposed_lead_cell(view, measure),
        proposed_note=proposed_note(view, measure),
        cooperating=tuple(view.unit_cell(a) for a in view.cooperating(measure)),
        cooperating_words=cooperating_words(view, measure),
        others=_others(view, measure),
        leader=valued(view, measure, measure.leader, "leader", "fill.leader"),
        officer=officer_cell(view, measure),
        dates=dates_of(view, measure),
        risks=valued(view, measure, measure.risks or measure.needs, "unit", "row.unit_to_fill"),
        pieces=pieces(view, measure),
        reply=_reply(view) if reply else None,
    )


def _others(view: View, measure: Measure) -> tuple[Named, ...]:
    """Units in a role of their own, those of one role in one line."""
    by_role: dict[str, list[Cell]] = {}
    for assignment in others_of(view, measure):
        by_role.setdefault(assignment.role.value, []).append(view.unit_cell(assignment))
    return tuple(
        Named(role=label(role, view.language), unit=joined_units(view, measure, cells))
        for role, cells in by_role.items()
    )


def pieces(view: View, measure: Measure) -> tuple[Piece, ...]:
    """The parts of a long sentence that can be checked, each with a blank for its unit; without parts the
    measure as a whole."""
    blank = Cell(fill="office", label=label("row.unit_to_fill", view.language))
    parts = [p.span for p in measure.parts if p.strength != "principle"]
    found = [
        Cell(text=text, origin="quoted", span=span, document=measure.document)
        for span in parts
        if (text := view.words_at(measure.document, span))
    ]
    return tuple(Piece(words=cell, unit=blank) for cell in found or [title_cell(measure)])


def _reply(view: View) -> Reply:
    """What a unit answers to a proposal."""
    language = view.language
    return Reply(
        ours=label("row.ours", language).lower(),
        not_ours=label("row.not_ours", language).lower(),
        whose=Cell(fill="unit", label=label("fill.whose", language)),
    )
