"""Every book of the invented bulletin, cell by cell: nothing without origin, nothing empty without a
filler."""

from collections.abc import Iterator

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from milepost.books.content.calendar import calendar_of
from milepost.books.content.index_page import index_page
from milepost.books.content.records import Cell
from milepost.books.content.road_map import road_map
from milepost.books.content.task_book import task_books
from milepost.books.content.timetable import timetable
from tests.books.bulletin_ledger import bulletin

ORIGINS = ("quoted", "computed", "proposed", "typed")
FILLERS = ("unit", "office", "leader", "officer", "verifier", "group")


def walk(record: object) -> Iterator[object]:
    """The record and everything in it."""
    yield record
    if isinstance(record, msgspec.Struct):
        for name in record.__struct_fields__:
            yield from walk(getattr(record, name))
    elif isinstance(record, tuple | list):
        for one in record:
            yield from walk(one)


def books(language: str) -> tuple[object, ...]:
    """All records of an edition."""
    ledger, schedule = bulletin(language)
    return (
        *task_books(ledger, schedule),
        timetable(ledger, schedule),
        road_map(ledger, schedule),
        calendar_of(ledger, schedule),
        index_page(ledger, schedule),
    )


@pytest.fixture(scope="module", params=["en", "zh"])
def edition(request: pytest.FixtureRequest) -> tuple[str, tuple[object, ...]]:
    """An edition in each language."""
    return request.param, books(request.param)


def test_every_filled_cell_has_one_of_four_origins_and_every_empty_one_says_who_fills_it(edition):
    _, records = edition
    cells = [one for record in records for one in walk(record) if isinstance(one, Cell)]
    assert len(cells) > 500
    for cell in cells:
        filled = (cell.origin in ORIGINS, cell.fill is None)
        empty = (cell.origin is None, cell.fill in FILLERS, bool(cell.label))
        assert all(filled if cell.text else empty), cell


def test_every_quoted_cell_with_a_span_stands_at_that_place_in_the_text(edition):
    language, records = edition
    ledger, _ = bulletin(language)
    text = "\n".join(clause.text for clause in ledger.clauses)
    quoted = [c for r in records for c in walk(r) if isinstance(c, Cell) and c.origin == "quoted" and c.span]
    names = {unit.name for unit in ledger.units} | {unit.short for unit in ledger.units}
    for cell in quoted:
        if cell.text not in names:
            assert text[cell.span[0] : cell.span[1]] == cell.text


def test_no_word_of_a_book_is_in_the_other_language(edition):
    language, records = edition
    own = [c.label for r in records for c in walk(r) if isinstance(c, Cell) and c.label]
    chinese = [words for words in own if any("\u4e00" <= sign <= "\u9fff" for sign in words)]
    assert (len(chinese) == len(own)) if language == "zh" else not chinese


def test_a_proposed_cell_never_carries_a_day_that_the_text_gives(edition):
    _, records = edition
    cells = [c for r in records for c in walk(r) if isinstance(c, Cell) and c.date == "2027-06-30"]
    assert cells
    for cell in cells:
        assert cell.origin != "proposed" or "schedule" not in (cell.rule or "") or "30" not in cell.text[:2]


def test_records_survive_json(edition):
    _, records = edition
    for record in records:
        again = msgspec.json.decode(msgspec.json.encode(record), type=type(record))
        assert again == record


@given(
    text=st.text(max_size=3),
    origin=st.sampled_from((None, *ORIGINS)),
    fill=st.sampled_from((None, *FILLERS)),
)
def test_a_cell_is_either_filled_with_an_origin_or_empty_with_a_filler(text, origin, fill):
    sound = (origin is not None and fill is None) if text else (origin is None and fill is not None)
    if sound:
        assert Cell(text=text, origin=origin, fill=fill).text == text
    else:
        with pytest.raises(ValueError, match="needs an origin when filled"):
            Cell(text=text, origin=origin, fill=fill)
