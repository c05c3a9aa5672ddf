"""A returned book put into the ledger: what was written becomes typed values.

In: the ledger, what was filled, the name of the file. Out: the ledger with it, and a sentence for everything
that was not used, so that nothing a unit wrote is lost unseen. A value that a person has typed in the ledger
stays. Who leads and who cooperates stands in `units`.
"""

import re

from milepost.ledger.origins import Sourced, typed
from milepost.ledger.records import Ledger
from milepost.ledger.returned.controls import Filled
from milepost.ledger.returned.desk import Desk, shortened
from milepost.ledger.returned.who import take_members, take_reply, take_unit_of_part

FIELDS = {
    "output_form": "output form",
    "acceptance_test": "acceptance test",
    "goal": "goal",
    "verifier": "verifier",
    "leader": "leader",
    "officer": "officer",
    "phone": "phone",
    "risks": "risks",
    "needs": "needs from others",
}
"""Fields of a measure that a book asks for, and what they are called in a sentence."""
REPLIES = ("lead", "whose", "reply_ours", "reply_not_ours")
"""Fields that together say who leads."""
PART = re.compile(r"part_(\d{1,4})")
COVER = {"filled_by": "filled in by", "phone": "phone", "date": "date"}


def take_in(ledger: Ledger, filled: Filled, name: str) -> tuple[Ledger, list[str]]:
    """The ledger with what a book says, and what of it was not used."""
    desk = Desk(ledger, name)
    by_id: dict[str, dict[str, str]] = {}
    for (id_, field), words in filled.items():
        by_id.setdefault(id_, {})[field] = words
    codes = {unit.code: unit.id for unit in ledger.units}
    for id_, fields in by_id.items():
        if id_ in desk.measures:
            _take_measure(desk, id_, fields)
        elif id_ in desk.assignments:
            _take_duty(desk, id_, fields)
        elif rest := _take_cover(desk, id_, fields):
            if id_ in codes:
                take_members(desk, codes[id_], rest)
            else:
                desk.unused(f'"{id_}" is neither a measure nor a unit of this ledger', rest)
    return desk.ledger(), desk.notes


def _take_measure(desk: Desk, id_: str, fields: dict[str, str]) -> None:
    """What a book says of one measure."""
    replies = {field: words for field, words in fields.items() if field in REPLIES}
    if replies:
        take_reply(desk, id_, replies)
    code = desk.measures[id_].code
    for field, words in fields.items():
        if field in FIELDS:
            _type(desk, id_, field, words)
        elif field == "checked":
            desk.change_measure(id_, checked=True)
        elif part := PART.fullmatch(field):
            take_unit_of_part(desk, id_, int(part[1]), words)
        elif field == "steps":
            desk.unused(f"{code}: steps are entered in ledger.xlsx, sheet Steps", {field: words})
        elif field not in REPLIES:
            desk.unused(f"{code}: a measure has no such field", {field: words})


def _type(desk: Desk, id_: str, field: str, words: str) -> None:
    """Enter a value, unless a person has typed another one in the ledger."""
    measure = desk.measures[id_]
    before: Sourced[str] | None = getattr(measure, field)
    if before is not None and before.origin == "typed":
        if before.value != words:
            desk.stays(f"{measure.code}, {FIELDS[field]}", before.value, words)
        return
    desk.change_measure(id_, **{field: typed(words)})


def _take_duty(desk: Desk, id_: str, fields: dict[str, str]) -> None:
    """What a cooperating unit says of its duty."""
    one = desk.assignments[id_]
    code = desk.measures[one.measure].code if one.measure in desk.measures else one.measure
    words = fields.get("duty_text")
    if words and one.duty_text is not None and one.duty_text.origin == "typed":
        if one.duty_text.value != words:
            desk.stays(f"{code}, duty", one.duty_text.value, words)
    elif words:
        desk.change_assignment(id_, duty_text=typed(words))
    rest = {field: words for field, words in fields.items() if field != "duty_text"}
    if rest:
        desk.unused(f"{code}: the ledger has no column for the people of a cooperating unit", rest)


def _take_cover(desk: Desk, code: str, fields: dict[str, str]) -> dict[str, str]:
    """Say who filled the book in; the fields that are left."""
    told = [f"{said} {shortened(fields[key])}" for key, said in COVER.items() if key in fields]
    if told:
        desk.note(f"{code}: {', '.join(told)}")
    return {field: words for field, words in fields.items() if field not in COVER}
