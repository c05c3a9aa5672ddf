"""Tables as strangers make them, read in every format that can carry them."""

import pytest

from tests.reading.columns.asked import asked, mains, reading
from tests.reading.columns.strangers import STRANGERS, Stranger
from tests.reading.columns.table_files import FORMATS


@pytest.mark.parametrize("ending", FORMATS)
@pytest.mark.parametrize("stranger", STRANGERS, ids=[one.name for one in STRANGERS])
def test_a_strangers_table_is_read_whole(stranger: Stranger, ending: str) -> None:
    found = [
        asked(one)[:5] for one in mains(reading(FORMATS[ending](stranger.rows, stranger.merges), ending))
    ]
    assert len(found) == len(stranger.expected)
    for got, wanted in zip(found, stranger.expected, strict=True):
        assert (got[0] or "", *got[2:]) == (wanted[0] or "", *wanted[2:])
        assert got[1].startswith(wanted[1])


@pytest.mark.parametrize("ending", ["xlsx", "html", "docx"])
@pytest.mark.parametrize("name", ["阶段目标多行", "milestones below a measure"])
def test_milestones_in_rows_of_their_own_are_parts_that_inherit_the_lead(name: str, ending: str) -> None:
    stranger = next(one for one in STRANGERS if one.name == name)
    found = reading(FORMATS[ending](stranger.rows, stranger.merges), ending).measures
    whole, parts = found[0], [one for one in found if one.parent == found[0].id]
    assert len(parts) == 3
    assert {part.level for part in parts} == {"sub"}
    assert all([unit.name for unit in part.lead] == [unit.name for unit in whole.lead] for part in parts)
    dates = [part.deadline.date for part in parts if part.deadline and part.deadline.date]
    assert len(dates) == 3
    assert dates == sorted(dates)
    assert whole.deadline is not None
    assert whole.deadline.date == dates[-1]
