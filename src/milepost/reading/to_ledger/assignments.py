"""Who owes what in each measure, from the names that the text prints.

In: a draft with its measures. Out: its assignments. The table is ledger.md section 4: one lead leads; of
several the first printed leads and the others cooperate, to be confirmed; a sole unit without a role leads;
several without a lead all cooperate, the lead to be named; a measure without any unit stays unassigned, and
is at most *proposed* to the one unit that its paragraph names for the same matter.
"""

from collections.abc import Iterable, Sequence

from milepost.ledger.ids import IdRegister
from milepost.ledger.origins import Sourced, computed, proposed, quoted
from milepost.ledger.records import Assignment, Deadline, Measure, Role
from milepost.reading.records import FoundMeasure, NamedUnit, Supporting
from milepost.reading.to_ledger.matter import same_matter
from milepost.reading.to_ledger.measures import Draft
from milepost.reading.to_ledger.units import UnitRegister

SOLE, FIRST, MEMBER, SAME_PARAGRAPH = "sole-unit", "first-of-several", "collective-member", "same-paragraph"
CARRIED = "carried-agent"


def assign(draft: Draft, ids: IdRegister, register: UnitRegister) -> None:
    """Fill the draft with assignments; principles only enter the units that they are said to."""
    for measure in draft.measures:
        draft.assignments += _assignments(draft, measure, draft.found[measure.id], ids, register)
    for found in draft.reading.measures:
        told: list[NamedUnit | Supporting] = [*found.lead, *found.support]
        for unit in told if found.strength == "principle" else ():
            register.find(unit.name, unit.name, None, unit.span)
    draft.assignments += _proposals(draft, ids, register)


def _assignments(
    draft: Draft, measure: Measure, found: FoundMeasure, ids: IdRegister, register: UnitRegister
) -> list[Assignment]:
    """All assignments of one measure, one a unit: the first role that a unit has in it counts."""
    rows: list[Assignment] = []
    for unit, role, relation in _roles(found, register):
        names = register.full_names([unit.name for unit in _run(found, unit)])
        full, carried = names[_run(found, unit).index(unit)]
        value, how = register.find(unit.name, full, carried, unit.span)
        if value.origin == "quoted":
            value = _as_read(draft, unit, value)
        if any(row.unit.value == value.value for row in rows):
            continue
        rows.append(
            Assignment(
                id=ids.give(measure.id, role.value, unit.name, value.value),
                measure=measure.id,
                unit=value,
                role=role,
                relation=relation,
                deadline=_own_deadline(draft, found, unit.name),
                printed=unit.name,
                resolved_by=role.rule if role.rule in (SOLE, FIRST) else how,
                open_list=found.open_list and role.value != "lead",
            )
        )
    return rows + _members(measure, rows, ids, register)


def _as_read(draft: Draft, unit: NamedUnit | Supporting, value: Sourced[str]) -> Sourced[str]:
    """A name that the text prints over a line's end is still quoted; one in other letters (the initials of a
    person that the attendance names) is computed."""
    if "".join(draft.words(unit.span).split()) == "".join(unit.name.split()):
        return value
    return computed(value.value, "unit:written-out", unit.span)


def _run(found: FoundMeasure, unit: NamedUnit | Supporting) -> Sequence[NamedUnit | Supporting]:
    """The printed list that a name stands in: a prefix is carried along one list, never from another
    sentence.
    """
    named: list[NamedUnit | Supporting] = [*found.lead, *found.support, *found.guide]
    named.sort(key=lambda one: one.span)
    return named if unit in named else [unit]


def _roles(
    found: FoundMeasure, register: UnitRegister
) -> Iterable[tuple[NamedUnit | Supporting, Sourced[Role], str | None]]:
    """Each named unit with its role and the printed words of the relation."""
    for n, lead in enumerate(found.lead):
        if n == 0 and len(found.lead) > 1:
            yield lead, computed("lead", FIRST, lead.span), None
        elif n == 0:
            yield lead, quoted("lead", lead.span), None
        else:
            yield lead, computed("cooperating", FIRST, lead.span), None
    sole = not found.lead and len(found.support) == 1 and not found.guide
    for unit in found.support:
        if sole:
            yield unit, computed("lead", SOLE, unit.span), unit.relation
        else:
            yield unit, quoted("cooperating", unit.span), unit.relation
    for guide in found.guide:
        yield guide, quoted("guide", guide.span), None
    alone = len(found.implied_support) == 1 and not (found.lead or found.support or found.guide)
    for implied in found.implied_support:
        if alone:  # minutes: the agent of the sentence before goes on
            yield implied, computed("lead", CARRIED, implied.span), None
        else:
            yield implied, computed("cooperating", "implied-support", implied.span), None
    for via in found.via:
        yield via, quoted("executor", via.span), None


def _own_deadline(draft: Draft, found: FoundMeasure, name: str) -> Sourced[Deadline] | None:
    """A date of the unit's own, where the text gives it one beside the measure's."""
    from milepost.reading.to_ledger.measures import sourced_deadline

    for deadline in found.other_deadlines:
        if deadline.actor and deadline.actor == name:
            return sourced_deadline(draft, deadline, [])
    return None


def _members(
    measure: Measure, rows: Sequence[Assignment], ids: IdRegister, register: UnitRegister
) -> list[Assignment]:
    """A collective's members, where the unit list names them: each does the same duty in its own row."""
    taken = {row.unit.value for row in rows}
    made: list[Assignment] = []
    for row in rows:
        unit = register.get(row.unit.value)
        for member in unit.members if unit.kind == "collective" else ():
            if member in taken:
                continue
            taken.add(member)
            made.append(
                Assignment(
                    id=ids.give(measure.id, MEMBER, unit.name, member),
                    measure=measure.id,
                    unit=computed(member, MEMBER, row.unit.span),
                    role=computed("executor", MEMBER, row.unit.span),
                    printed=row.printed,
                    resolved_by=MEMBER,
                )
            )
    return made


def _proposals(draft: Draft, ids: IdRegister, register: UnitRegister) -> list[Assignment]:
    """A measure without units is proposed to the one unit that its paragraph names for the same matter."""
    assigned = {row.measure for row in draft.assignments}
    made: list[Assignment] = []
    for clause in dict.fromkeys(m.clause for m in draft.measures):
        named = [
            (m, row)
            for m in draft.of_paragraph(clause)
            for row in draft.assignments
            if row.measure == m.id and register.get(row.unit.value).kind != "collective"
        ]
        if clause is None or len({row.unit.value for _, row in named}) != 1:
            continue
        telling, row = named[0]
        for measure in draft.of_paragraph(clause):
            shared = (
                None if measure.id in assigned else same_matter(draft.reading, telling.span, measure.span)
            )
            if shared:
                made.append(
                    Assignment(
                        id=ids.give(measure.id, SAME_PARAGRAPH, measure.quote, row.unit.value),
                        measure=measure.id,
                        unit=proposed(row.unit.value, SAME_PARAGRAPH, shared),
                        role=proposed("lead", SAME_PARAGRAPH, shared),
                        printed=row.printed,
                        resolved_by=SAME_PARAGRAPH,
                    )
                )
    return made
