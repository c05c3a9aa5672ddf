"""Ids last as long as the words, codes are never given twice."""

import re

from hypothesis import given
from hypothesis import strategies as st

from milepost.ledger.ids import RESERVED, IdRegister, codes, stable_id, unit_code


@given(st.text(), st.text(), st.text(), st.integers(1, 99))
def test_an_id_is_ten_letters_and_digits_with_a_letter_first(
    document: str, quote: str, lead: str, nth: int
) -> None:
    assert re.fullmatch(r"[a-z][a-z2-7]{9}", stable_id(document, "1", quote, lead, nth))


def test_an_id_stays_when_only_blanks_case_and_width_change() -> None:
    first = stable_id("Plan 7", "4.1(a)", "publish a dredging plan", "Port Office")
    assert stable_id("plan 7", "4.1（a）", "publish a\n  dredging  plan", "port office") == first


def test_an_id_changes_with_quote_lead_clause_and_document() -> None:
    ids = {
        stable_id("Plan 7", "4.1", "publish a plan", "Port Office"),
        stable_id("Plan 8", "4.1", "publish a plan", "Port Office"),
        stable_id("Plan 7", "4.2", "publish a plan", "Port Office"),
        stable_id("Plan 7", "4.1", "publish plans", "Port Office"),
        stable_id("Plan 7", "4.1", "publish a plan", "Tide Office"),
    }
    assert len(ids) == 5


def test_parts_are_kept_apart() -> None:
    assert stable_id("ab", "c", "d", "e") != stable_id("a", "bc", "d", "e")


def test_equal_duties_get_different_ids_and_the_same_ones_the_next_time() -> None:
    words = ("Plan 7", None, "report", None)
    first, second = IdRegister(), IdRegister()
    given_ids = [first.give(*words) for _ in range(3)]
    assert len(set(given_ids)) == 3
    assert given_ids == [second.give(*words) for _ in range(3)]
    assert given_ids[0] == stable_id(*words)
    assert given_ids[1] == stable_id(*words, nth=2)


def test_a_taken_id_is_not_given() -> None:
    taken = stable_id("Plan 7", None, "report", None)
    assert IdRegister([taken]).give("Plan 7", None, "report", None) != taken


def test_codes_go_on_after_the_highest_one_ever_taken() -> None:
    assert codes("M", 2) == ("M-001", "M-002")
    assert codes("M", 2, ["M-038", "M-003", "own"]) == ("M-039", "M-040")
    assert codes("M", 1, ["M-999"]) == ("M-1000",)


UNIT_CODES = (
    ("Department of Transport", (), "DT"),
    ("the Office for Ports and Rivers", (), "OPR"),
    ("Treasury", (), "TRE"),
    ("Écluse Board", (), "EB"),
    ("市教育局", (), "SJYJ"),
    ("市教育局", ("sjyj",), "SJYJ2"),
    ("Port Office", ("PO", "PO2"), "PO3"),
    ("Coastal Operations Network", (), "CON2"),
    ("???", (), "U"),
)


def test_unit_codes_are_initials_made_unique() -> None:
    for name, taken, expected in UNIT_CODES:
        assert unit_code(name, taken) == expected


@given(st.lists(st.text(max_size=8), max_size=8))
def test_unit_codes_are_ascii_and_unique_and_fit_for_file_names(names: list[str]) -> None:
    taken: list[str] = []
    for name in names:
        taken.append(unit_code(name, taken))
    assert len(set(taken)) == len(names)
    assert all(re.fullmatch(r"[A-Z0-9]+", code) and code not in RESERVED for code in taken)
