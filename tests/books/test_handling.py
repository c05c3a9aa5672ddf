"""What a reader may see: nothing of a restricted measure, by any way."""

import msgspec
from hypothesis import given, settings
from hypothesis import strategies as st

from milepost.books.handling import seen_by
from milepost.books.inputs import Change, Handling, Restriction
from milepost.books.inputs.codec import state_json
from milepost.ledger.codec_json import ledger_json, schedule_json
from tests.books.langang import langang
from tests.books.langang_office import office_state

UNITS = ("WPC", "ADB", "DRB", "FIN", "HRB", "IIB")


@settings(max_examples=25, deadline=None)
@given(
    hidden=st.sets(st.integers(1, 16), max_size=5),
    reader=st.sampled_from(UNITS),
    list_=st.sets(st.sampled_from(UNITS)),
)
def test_no_id_of_what_is_withheld_is_left(hidden: set[int], reader: str, list_: set[str]) -> None:
    ledger, schedule, _ = langang("en")
    ids = {m.id for m in ledger.measures if int(m.code[2:]) in hidden}
    state = msgspec.structs.replace(
        office_state("en"),
        restrictions=tuple(Restriction(measure=id_, units=tuple(list_)) for id_ in ids),
        handling=Handling(reader=reader),
    )
    seen = seen_by(ledger, schedule, state)
    text = ledger_json(seen[0]) + schedule_json(seen[1]) + state_json(seen[2])
    gone = ids | {s.id for s in ledger.steps if s.measure in ids}
    gone |= {a.id for a in ledger.assignments if a.measure in ids}
    if reader in list_:
        assert seen[0] == ledger
    else:
        assert not [id_ for id_ in gone if id_.encode() in text]


def test_the_office_sees_all() -> None:
    ledger, schedule, state = langang("zh")
    state = msgspec.structs.replace(state, restrictions=(Restriction(measure=ledger.measures[0].id),))
    assert seen_by(ledger, schedule, state) == (ledger, schedule, state)


def test_a_change_of_a_row_that_left_the_plan_is_for_its_unit_alone() -> None:
    ledger, schedule, state = langang("en")
    left = Change(subject="gone1", mark="removed", field="Measure", was="secret", unit="ADB")
    state = msgspec.structs.replace(
        state,
        changes=(*state.changes, left),
        restrictions=(Restriction(measure=ledger.measures[0].id),),
        handling=Handling(reader="FIN"),
    )
    assert left not in seen_by(ledger, schedule, state)[2].changes
    state = msgspec.structs.replace(state, handling=Handling(reader="ADB"))
    assert left in seen_by(ledger, schedule, state)[2].changes
