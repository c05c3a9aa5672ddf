"""Directives of English bulletins: runs, agents, verb phrases, strength; every row has a case."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from milepost.reading.english.charges import BINDING, is_agent
from milepost.reading.english.directives import FORMULAS, read_directives
from milepost.reading.english.phrases import find_phrases
from milepost.reading.records import DocumentFacts, FoundMeasure

FACTS = DocumentFacts(kind="bulletin", date="2031-05-04")


def read(text: str) -> list[FoundMeasure]:
    """The measures of a bulletin's text."""
    return read_directives(text, [], FACTS, None)[0]


def told(text: str) -> list[tuple[list[str], str]]:
    """Who is told, and the action, of each measure."""
    return [([unit.name for unit in m.lead], m.action) for m in read(text)]


def test_one_measure_for_each_agent_of_a_sentence_and_none_for_its_purpose() -> None:
    text = (
        "The meeting stressed that quays matter. To tighten duties, the Port Office should coordinate the "
        "work, all "
        "special groups should lead in their fields, and the team leader should take the lead in checking "
        "berths."
    )
    assert told(text) == [
        (["Port Office"], "coordinate the work"),
        (["all special groups"], "lead in their fields"),
        (["team leader"], "take the lead in checking berths"),
    ]


def test_agents_with_one_verb_phrase_share_a_measure() -> None:
    text = "The meeting stressed that the Port Office and the Audit Office should publish a list."
    assert told(text) == [(["Port Office", "Audit Office"], "publish a list")]


@pytest.mark.parametrize(
    "text",
    [
        "The meeting stressed that the Port Office, together with the Fish Board, must issue permits.",
        "The meeting stressed that the Port Office must, together with the Fish Board, issue permits.",
        "The meeting stressed that the Port Office must issue permits together with the Fish Board.",
    ],
)
def test_units_that_join_stand_in_support_with_the_printed_words(text: str) -> None:
    (measure,) = read(text)
    assert [unit.name for unit in measure.lead] == ["Port Office"]
    assert [(unit.name, unit.relation) for unit in measure.support] == [("Fish Board", "together with")]


def test_the_span_begins_after_the_formula_and_holds_the_sentence() -> None:
    text = "The session underlined that it is necessary to publish the list of quays."
    (measure,) = read(text)
    assert text[slice(*measure.span)] == "it is necessary to publish the list of quays."
    assert measure.object is not None
    assert text[slice(*measure.object.span)] == measure.object.text
    assert measure.object.text == "list of quays"
    assert measure.output == measure.object or measure.output is None


def test_a_long_directive_is_parted_and_the_action_is_its_first_checkable_part() -> None:
    text = (
        "The meeting stressed that it is necessary to focus on key links, improve and perfect the pay "
        "system of "
        "parks, and stimulate vitality."
    )
    (measure,) = read(text)
    assert [(text[slice(*p.span)], p.strength) for p in measure.parts] == [
        ("focus on key links", "principle"),
        ("improve and perfect the pay system of parks", "mandatory"),
        ("stimulate vitality", "principle"),
    ]
    assert (measure.action, measure.strength) == ("improve and perfect the pay system of parks", "mandatory")


def test_slogans_are_kept_each_as_a_principle_without_a_deadline() -> None:
    found = read(
        "The meeting stressed that we must adhere to unity and respect the initiative of the masses."
    )
    assert [m.action for m in found] == ["adhere to unity", "respect the initiative of the masses"]
    assert {(m.strength, m.deadline, len(m.lead)) for m in found} == {("principle", None, 0)}


def test_a_slogan_beside_something_that_can_be_checked_stays_with_it() -> None:
    (measure,) = read("The meeting stressed that we must cherish unity and build ten clinics.")
    assert (measure.action, measure.strength) == ("build ten clinics", "mandatory")


def test_facts_of_a_run_are_set_aside_and_the_agenda_is_no_directive() -> None:
    text = (
        "The meeting reviewed the plan.\n"
        "The meeting pointed out that the year was good. The Office should report."
    )
    measures, aside = read_directives(text, [], FACTS, None)
    assert [m.action for m in measures] == ["report"]
    assert [text[slice(*s.span)] for s in aside] == ["The meeting pointed out that the year was good."]


def test_an_imperative_goes_on_only_after_a_demand() -> None:
    before = "The meeting pointed out that the year was good. Organize complete arrangements."
    after = "The meeting stressed that it is necessary to publish a list. Create a register of quays."
    assert told(before) == []
    assert [action for _, action in told(after)] == ["publish a list", "Create a register of quays"]


def test_deadline_repetition_and_refusal_are_read() -> None:
    due, repeated, refused = read(
        "The council agreed that the Port Office should file a list by 30 June 2031. The Fish Board should "
        "report "
        "every quarter. The Works Department must not raise fees."
    )
    assert due.deadline is not None
    assert due.deadline.date == "2031-06-30"
    assert repeated.recurring is not None
    assert repeated.recurring.text == "every quarter"
    assert refused.polarity == "refrain"


def test_a_passive_is_about_its_subject_and_led_by_whom_it_names() -> None:
    (measure,) = read("It was decided that the list of quays should be filed by the Port Office.")
    assert [unit.name for unit in measure.lead] == ["Port Office"]
    assert measure.object is not None
    assert measure.object.text == "the list of quays"


FORMULA_CASES: tuple[tuple[str, str, list[str]], ...] = (
    ("formula:said-that", "The session underlined that the Port Office should report.", ["Port Office"]),
    ("formula:resolved-that", "The council resolved that the Port Office will report.", ["Port Office"]),
    ("formula:resolved-to", "The council decided to open a clinic.", []),
    ("formula:told", "The cabinet directed the Ministry of Works to draw up a list.", ["Ministry of Works"]),
    ("formula:called-for", "The meeting called for a register of boats.", []),
    ("formula:said", "The meeting stressed, the Port Office should report.", ["Port Office"]),
    (
        "formula:constituted",
        "The cabinet constituted a panel headed by the Water Minister to review fees.",
        ["panel headed by the Water Minister"],
    ),
    ("formula:encouraged", "The cabinet encouraged the Port Office to train pilots.", ["Port Office"]),
    (
        "formula:required-that",
        "The council sat. It is required that the Port Office file a list.",
        ["Port Office"],
    ),
)


@pytest.mark.parametrize(("rule", "text", "leads"), FORMULA_CASES)
def test_a_formula_opens_a_run(rule: str, text: str, leads: list[str]) -> None:
    (measure,) = read(text)
    assert measure.because[0] == rule
    assert [unit.name for unit in measure.lead] == leads


def test_every_formula_has_a_case() -> None:
    assert {row.name for row in FORMULAS} == {name for name, *_ in FORMULA_CASES}


def test_two_formulas_in_a_sentence_give_two_measures() -> None:
    text = "The council decided to open a clinic and asked the Health Service to report on staff."
    assert told(text) == [([], "open a clinic"), (["Health Service"], "report on staff")]


BINDING_CASES = (
    ("modal:necessary-for", "it is necessary for the Port Office to file a list.", "mandatory"),
    ("modal:necessary", "it is imperative to file a list.", "mandatory"),
    ("modal:efforts", "efforts should be made to file a list.", "mandatory"),
    ("modal:need", "there is a need to file a list.", "mandatory"),
    ("modal:we", "we must file a list.", "mandatory"),
    ("modal:must", "the Port Office must file a list.", "mandatory"),
    ("modal:should", "the Port Office should file a list.", "mandatory"),
    ("modal:told-to", "the Port Office is required to file a list.", "mandatory"),
    ("modal:tasked-with", "the Port Office is tasked with filing a list.", "mandatory"),
    ("modal:encouraged", "the Port Office is encouraged to file a list.", "advisory"),
    ("modal:will", "the Port Office will file a list.", "commitment"),
    (None, "the rain will stop.", None),
    (None, "the office that must move is old.", None),
)


@pytest.mark.parametrize(("rule", "words", "strength"), BINDING_CASES)
def test_a_binding_word_gives_its_strength(rule: str | None, words: str, strength: str | None) -> None:
    found = read(f"The meeting stressed that {words}")
    assert [(m.because[1], m.strength) for m in found] == ([(rule, strength)] if rule else [])


def test_every_binding_word_has_a_case() -> None:
    assert {row.name for row in BINDING} == {name for name, *_ in BINDING_CASES if name}


PHRASE_CASES = (
    ("phrase:measured", "ensure 40 schools open", True),
    ("phrase:picture", "create a new situation in the work", False),
    ("phrase:role", "play a leading role in the field", True),
    ("verb:act", "publish the list", True),
    ("verb:attitude", "uphold the lead of the many", False),
    ("verb:vague", "optimize the climate of work", False),
    ("object:stepwise", "optimize the approval process", True),
    ("object:definite", "improve the permit system", True),
    ("object:quality", "strengthen the synergy of reform", False),
    ("object:general", "deepen the reform of the quay", False),
    ("object:named", "improve the Elm Bank crossing", True),
    ("verb:unknown", "yodel the list", True),
)


@pytest.mark.parametrize(("rule", "words", "checkable"), PHRASE_CASES)
def test_a_phrase_is_judged_by_its_rule(rule: str, words: str, checkable: bool) -> None:
    (phrase,) = find_phrases(words, (0, len(words)), True)
    assert (phrase.rule, phrase.checkable) == (rule, checkable)


def test_a_part_in_the_work_is_checkable_only_for_whoever_is_named() -> None:
    words = "do a good job in every link"
    assert [find_phrases(words, (0, len(words)), named)[0].checkable for named in (True, False)] == [
        True,
        False,
    ]


@pytest.mark.parametrize(
    ("words", "agent"),
    [
        ("responsible units of all tasks", True),
        ("main responsible comrades of the party at all levels", True),
        ("each park", True),
        ("the park", False),
        ("the reform of the port service", False),
        ("Harbour Trust", True),
    ],
)
def test_an_agent_is_told_by_its_head(words: str, agent: bool) -> None:
    assert is_agent(words) is agent


@given(
    st.lists(
        st.sampled_from(
            [
                "The meeting stressed that ",
                "the Port Office ",
                "should ",
                "must ",
                "publish a list",
                ", ",
                " and ",
                ". ",
                "it is necessary to ",
                "“",
                "”",
                "(",
                ")",
                "by 3 May",
                " not ",
                "\n",
                "to ",
                "decided to ",
                "asked ",
            ]
        ),
        max_size=24,
    )
)
def test_any_text_is_read_with_exact_spans(pieces: list[str]) -> None:
    text = "".join(pieces)
    for measure in read(text):
        assert 0 <= measure.span[0] < measure.span[1] <= len(text)
        assert all(text[slice(*unit.span)] == unit.name for unit in measure.lead)


@pytest.mark.parametrize(
    ("text", "leads", "action"),
    [
        (
            "The cabinet directed that the Ministry of Health distribute filters to all clinics.",
            ["Ministry of Health"],
            "distribute filters to all clinics",
        ),
        (
            "The meeting stressed that the Port Office it should publish a list of berths.",
            ["Port Office"],
            "publish a list of berths",
        ),
        (
            "The meeting stressed that the Land Use and Road Transport Bureau should publish a map.",
            ["Land Use and Road Transport Bureau"],
            "publish a map",
        ),
        (
            "The meeting required that the fire brigade shall inspect the markets.",
            ["fire brigade"],
            "inspect the markets",
        ),
    ],
)
def test_a_translation_names_who_is_told(text: str, leads: list[str], action: str) -> None:
    (measure,) = read(text)
    assert ([unit.name for unit in measure.lead], measure.action) == (leads, action)


def test_an_orphan_of_a_translation_is_no_subjunctive() -> None:
    assert read("The meeting pointed out that the year was good. Arrange and carry out all of it.") == []


def test_what_was_set_up_without_being_a_body_is_told_nothing() -> None:
    assert read("The meeting established a mechanism to share data.") == []


def test_a_period_in_the_name_of_a_thing_repeats() -> None:
    (measure,) = read("The meeting stressed that towns should put roads into the annual debriefing.")
    assert measure.recurring is not None
    assert measure.recurring.text == "annual debriefing"
    assert measure.recurring.every is not None
    assert (measure.recurring.every.value, measure.recurring.every.unit) == (1, "year")


def test_days_of_a_bulletin_count_from_its_meeting() -> None:
    (measure,) = read("The cabinet directed the Port Office to file a list within ten days.")
    assert measure.deadline is not None
    assert measure.deadline.date == "2031-05-14"
