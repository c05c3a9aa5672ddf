"""Names of units in a phrase, who takes part, and what refers to another measure."""

import pytest

from milepost.ledger.records import Lag
from milepost.reading.english.actors import find_names, head_of
from milepost.reading.english.chunks import find_subject, masked
from milepost.reading.english.nonduties import is_actor, is_product
from milepost.reading.english.relations import REFERENCE_RULES, RELATIONS, find_references, find_support


@pytest.mark.parametrize(
    ("phrase", "names"),
    [
        ("the Harbour Secretary and the Trade Board", ["Harbour Secretary", "Trade Board"]),
        ("the Department of Housing and Water", ["Department of Housing and Water"]),
        (
            "the Police Department, the Department of Parks and DCX",
            ["Police Department", "Department of Parks", "DCX"],
        ),
        (
            "the Secretary of State; the Secretary of Trade; and the heads of other relevant "
            "agencies as the Chair deems fit",
            ["Secretary of State", "Secretary of Trade", "heads of other relevant agencies"],
        ),
        ("State, local, and Tribal offices", ["State, local, and Tribal offices"]),
        ("Health and other offices", ["Health", "other offices"]),
        ("the Director of Ports (“Director”)", ["Director of Ports"]),
        ("Ann Orr and Bo Lind", ["Ann Orr", "Bo Lind"]),
        ("TBC", []),
        ("the Director, Municipal Services", ["Director, Municipal Services"]),
        ("dam operators and power utilities", ["dam operators", "power utilities"]),
        ("industry and colleges", ["industry", "colleges"]),
        ("owners and operators of dams", ["owners and operators of dams"]),
        ("Transport for the West", ["Transport for the West"]),
        ("you", []),
        ("encouraging the adoption of rules", []),
        ("None", []),
    ],
)
def test_a_phrase_gives_its_names(phrase: str, names: list[str]) -> None:
    found = find_names(phrase, [(0, len(phrase))])
    assert [unit.name for unit in found.units] == names
    assert all(" ".join(phrase[slice(*unit.span)].split()) == unit.name for unit in found.units)


@pytest.mark.parametrize(
    ("phrase", "open_list"),
    [("the Port Office and other offices", True), ("the Port Office and the Trade Board", False)],
)
def test_an_open_list_is_told(phrase: str, open_list: bool) -> None:
    assert find_names(phrase, [(0, len(phrase))]).open_list is open_list


@pytest.mark.parametrize(
    ("sentence", "subject"),
    [
        (
            "To protect workers, the public, and the environment, the Labour Secretary shall",
            "the Labour Secretary",
        ),
        ("In consultation with Ports, Fisheries, and the Coast Office, the Board shall", "the Board"),
        ("For the purposes of rules 1 to 7, the Board, the Council and the Office shall", "the Board"),
        ("Within 30 days — or sooner, if able — the Board shall", "the Board"),
    ],
)
def test_the_subject_stands_after_what_opens_the_sentence(sentence: str, subject: str) -> None:
    found = find_subject(masked(sentence, 0, len(sentence)), 0, sentence.index(" shall"))
    assert found is not None
    assert sentence[slice(*found.parts[0])] == subject


RELATION_CASES: tuple[tuple[str | None, str, str, list[str]], ...] = (
    (
        "relation:in-with",
        "issue rules in consultation with the Port Office",
        "in consultation with",
        ["Port Office"],
    ),
    (
        "relation:with-support",
        "train staff with the assistance of the Talent Group",
        "with the assistance of",
        ["Talent Group"],
    ),
    ("relation:verb-with", "work with the Rivers Trust to agree a plan", "work with", ["Rivers Trust"]),
    ("relation:verb-with", "coordinate with and support agencies", "coordinate with", ["agencies"]),
    ("relation:consult", "consult traditional owners on the map", "consult", ["traditional owners"]),
    ("relation:assisted", "inspect the pier, assisted by the Fire Marshal", "assisted by", ["Fire Marshal"]),
    (None, "cooperate with each other", "cooperate with", []),
    (None, "consult widely on the map", "consult", []),
    ("relation:together", "map wells jointly with the Survey Office", "jointly with", ["Survey Office"]),
    (None, "provide citizens with forms", "", []),
)


@pytest.mark.parametrize(("rule", "phrase", "words", "names"), RELATION_CASES)
def test_a_relation_is_read(rule: str | None, phrase: str, words: str, names: list[str]) -> None:
    found, _ = find_support(phrase, 0, phrase, (), 0, len(phrase))
    assert [unit.name for unit in found] == names
    assert {unit.relation for unit in found} == ({words} if rule else set())


def test_every_relation_has_a_case() -> None:
    assert {rule.name for rule in RELATIONS} <= {rule for rule, *_ in RELATION_CASES}


REFERENCE_CASES = (
    (
        "reference:lag-label",
        "within 60 days of completion of the catalogue in item 4",
        "4",
        "FS",
        Lag(value=60, unit="day", days="calendar"),
    ),
    (
        "reference:lag-noun",
        "within 30 days of submission of the plan, revise it",
        None,
        "FS",
        Lag(value=30, unit="day", days="calendar"),
    ),
    ("reference:once-label", "once measure 3 is complete, open the port", "3", "FS", None),
    ("reference:once-noun", "once the register is published, open it", None, "FS", None),
    ("reference:uses-label", "apply the guidelines described in section 2(b)", "2(b)", "enables", None),
    ("reference:based-label", "as set forth in subsection 4.3(b)(i), act", "4.3(b)(i)", "enables", None),
    (None, "the plan required by section 5 of the Harbour Act", None, "", None),
)


@pytest.mark.parametrize(("rule", "text", "label", "kind", "lag"), REFERENCE_CASES)
def test_a_reference_is_read(
    rule: str | None, text: str, label: str | None, kind: str, lag: Lag | None
) -> None:
    found = find_references(text, (0, len(text)))
    if rule is None:
        assert found == []
        return
    assert [(one.label, one.kind, one.lag) for one in found] == [(label, kind, lag)]
    assert text[slice(*found[0].span)] == found[0].words


def test_a_list_of_labels_gives_a_reference_each() -> None:
    text = "within 90 days of completion of the measures in items 3, 8 and 12."
    found = find_references(text, (0, len(text)))
    assert [one.label for one in found] == ["3", "8", "12"]
    assert {one.words for one in found} == {text.rstrip(".")}


def test_every_reference_rule_has_a_case() -> None:
    assert {rule.name for rule in REFERENCE_RULES} <= {rule for rule, *_ in REFERENCE_CASES}


@pytest.mark.parametrize(
    ("phrase", "head"),
    [
        ("the annual report on leaks", "report"),
        ("The Port Director’s guidance", "guidance"),
        ("agencies that fund work", "agencies"),
    ],
)
def test_the_head_of_a_phrase_is_found(phrase: str, head: str) -> None:
    assert head_of(phrase) == head


def test_products_and_actors_are_told_apart() -> None:
    assert is_product("Such reports")
    assert not is_product("the Report Office")
    assert is_actor("the Harbour Secretary")
    assert is_actor("DCX")
    assert not is_actor("Progress")
