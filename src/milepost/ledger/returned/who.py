"""Who leads and who cooperates, as a returned book says it.

In: the desk and a unit's answers. Out: assignments on the desk, typed. A lead that the text or a person has
named is never replaced; a proposal gives way to any answer. A name that the unit list doesn't know is said,
never invented.
"""

import re

from milepost.ledger.origins import typed
from milepost.ledger.records import Assignment, Unit
from milepost.ledger.returned.desk import Desk, shortened

LINE = re.compile(r"(?P<kind>member|part|officer|output|by)_(?P<number>\d{1,4})")


def take_reply(desk: Desk, id_: str, replies: dict[str, str]) -> None:
    """Ours, not ours, whose: who leads a measure."""
    code = desk.measures[id_].code
    named = replies.get("lead") or replies.get("whose")
    ours, not_ours = "reply_ours" in replies, "reply_not_ours" in replies
    if ours and (not_ours or named):
        desk.unused(f"{code}: the answers contradict each other, so that the lead stays open", replies)
    elif named:
        _name_lead(desk, id_, named)
    elif ours:
        _take_on(desk, id_)
    else:
        _turn_down(desk, id_)


def _proposals(desk: Desk, measure: str) -> list[Assignment]:
    """The suggested leads of a measure."""
    rows = desk.of_measure(measure)
    return [a for a in rows if a.role.value == "lead" and "proposed" in (a.unit.origin, a.role.origin)]


def _lead(desk: Desk, measure: str) -> Assignment | None:
    """The lead of a measure that is no suggestion."""
    suggested = {one.id for one in _proposals(desk, measure)}
    rows = desk.of_measure(measure)
    return next((a for a in rows if a.role.value == "lead" and a.id not in suggested), None)


def _name_lead(desk: Desk, id_: str, named: str) -> None:
    """Make the named unit lead."""
    code, unit, lead = desk.measures[id_].code, desk.unit_named(named), _lead(desk, id_)
    if unit is None:
        why = f"{code}: the unit list has no one unit of this name; add it in ledger.xlsx, sheet Units"
        desk.unused(why, {"lead": named})
        return
    if lead is not None:
        if lead.unit.value != unit.id:
            before = desk.units.get(lead.unit.value)
            name = before.name if before else lead.unit.value
            desk.unused(
                f'{code}: "{name}" leads it already and stays; change it in ledger.xlsx', {"lead": named}
            )
        return
    for one in _proposals(desk, id_):
        del desk.assignments[one.id]
    joined = next((one for one in desk.of_measure(id_) if one.unit.value == unit.id), None)
    if joined is not None:
        desk.change_assignment(joined.id, role=typed("lead"))
    else:
        desk.assign(id_, unit.id, "lead", shortened(named))


def _take_on(desk: Desk, id_: str) -> None:
    """Make the suggested lead the lead."""
    code, suggested = desk.measures[id_].code, _proposals(desk, id_)
    if _lead(desk, id_) is not None:
        desk.note(f'{code}: the unit answers "ours", but the ledger has a lead already; it stays')
    elif not suggested:
        desk.note(f'{code}: the unit answers "ours", but the ledger suggests no lead; name it in ledger.xlsx')
    else:
        first = suggested[0]
        desk.change_assignment(first.id, unit=typed(first.unit.value), role=typed("lead"))


def _turn_down(desk: Desk, id_: str) -> None:
    """Take a suggestion back that the unit refuses."""
    for one in _proposals(desk, id_):
        unit = desk.units.get(one.unit.value)
        del desk.assignments[one.id]
        code, name = desk.measures[id_].code, unit.name if unit else one.unit.value
        desk.note(f'{code}: "{name}" answers "not ours" and names no other unit; a lead is to be named')


def take_unit_of_part(desk: Desk, id_: str, number: int, named: str) -> None:
    """Let a unit owe one part of a measure."""
    measure, unit = desk.measures[id_], desk.unit_named(named)
    if unit is None:
        why = (
            f"{measure.code}: the unit list has no one unit of this name; add it in ledger.xlsx, sheet Units"
        )
        desk.unused(why, {f"unit of part {number}": named})
        return
    lead = _lead(desk, id_)
    words = _words_of_part(desk, id_, number)
    owed = [(one.unit.value, one.duty_text.value if one.duty_text else "") for one in desk.of_measure(id_)]
    if (lead is None or lead.unit.value != unit.id) and (unit.id, words) not in owed:
        desk.assign(id_, unit.id, "cooperating", shortened(named), words)


def _words_of_part(desk: Desk, id_: str, number: int) -> str:
    """The words of the nth part that can be checked; without parts, the title."""
    measure = desk.measures[id_]
    spans = [part.span for part in measure.parts if part.strength != "principle"]
    if measure.span is None or not 0 < number <= len(spans):
        return measure.title.value
    start, end = (place - measure.span[0] for place in spans[number - 1])
    return measure.quote[max(start, 0) : end] or measure.title.value


def take_members(desk: Desk, unit: str, fields: dict[str, str]) -> None:
    """The members of a collective, and the part of each in the one measure that it leads."""
    lines: dict[int, dict[str, str]] = {}
    for field, words in fields.items():
        found = LINE.fullmatch(field)
        if found:
            lines.setdefault(int(found["number"]), {})[found["kind"]] = words
        else:
            desk.unused(f"{desk.units[unit].code}: a unit has no such field", {field: words})
    for number in sorted(lines):
        _take_member(desk, unit, number, lines[number])


def _take_member(desk: Desk, collective: str, number: int, told: dict[str, str]) -> None:
    """One line of the table of members."""
    code = desk.units[collective].code
    member = desk.unit_named(told["member"]) if "member" in told else _known_member(desk, collective, number)
    if member is None:
        why = f"{code}, line {number}: the member isn't in the unit list; add it in ledger.xlsx, sheet Units"
        desk.unused(why, told)
        return
    members = desk.units[collective].members
    if member.id not in members and member.id != collective:
        desk.change_unit(collective, members=(*members, member.id))
    led = [
        a.measure for a in desk.assignments.values() if a.unit.value == collective and a.role.value == "lead"
    ]
    rest = {kind: words for kind, words in told.items() if kind not in ("member", "part")}
    if "part" in told and len(led) == 1:
        _owe(desk, led[0], member.id, told)
    elif "part" in told:
        rest["part"] = told["part"]
    if rest:
        desk.unused(f"{code}, line {number}: enter it in ledger.xlsx, sheet Assignments", rest)


def _known_member(desk: Desk, collective: str, number: int) -> Unit | None:
    """The member that the book printed in a line, by the order of the register."""
    known = [desk.units[one] for one in desk.units[collective].members if one in desk.units]
    return known[number - 1] if 0 < number <= len(known) else None


def _owe(desk: Desk, measure: str, member: str, told: dict[str, str]) -> None:
    """Let a member owe its part, once."""
    owed = [
        (one.unit.value, one.duty_text.value if one.duty_text else "") for one in desk.of_measure(measure)
    ]
    if (member, told["part"]) not in owed:
        desk.assign(measure, member, "cooperating", shortened(told.get("member", "")), told["part"])
