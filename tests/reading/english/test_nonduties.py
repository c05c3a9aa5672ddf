"""What looks like a duty and is none, with its reason, and the near misses that are duties."""

import pytest

from milepost.reading.english.deadlines import Clock
from milepost.reading.english.duties import read_duties
from milepost.reading.english.nonduties import VERB_RULES, judge, opening_reason, topic_reason
from milepost.reading.records import DocumentFacts

VERB_CASES = (
    ("aside:means", "a wharf", "be considered a pier", "definition"),
    ("aside:members", "The Panel", "consist of nine members", "membership"),
    ("aside:serves", "The Director", "serve as chair", "appointment"),
    ("aside:takes-effect", "This rule", "take effect on 1 May", "boilerplate"),
    ("aside:entitled", "The Board", "be entitled to call witnesses", "permission"),
    ("aside:applies", "This rule", "apply to all ports", "scope"),
    ("aside:manner", "The Board", "undertake this work with care", "content"),
    ("aside:holds", "The report", "include a map", "content"),
    ("aside:prediction", "The trial", "be able", "reported"),
    ("aside:thanked", "The Clerk", "be thanked for the work", "reported"),
    ("aside:hope", "The Town", "find this hard", "reported"),
    ("aside:liable", "The Owner", "be liable to a fine", "scope"),
    ("aside:funding", "The cost", "be charged against the Fund", "boilerplate"),
    ("aside:left-to", "The choice", "be for each school to make", "scope"),
    ("aside:habit", "Residents", "often wait an hour", "reported"),
    ("aside:procedure-of", "The acts", "be adopted in accordance with the urgent procedure", "boilerplate"),
    (None, "The Budget Office", "include the costs in the next estimates", None),
    (None, "The Board", "include two farmers in the group", "content"),
    (None, "The Port Office", "apply for a permit", None),
    (None, "The report", "describe leaks", "content"),
    (None, "The Board", "describe leaks", None),
    (None, "The Board", "be responsible for the wells", None),
    (None, "The Office", "have the following powers and duties", None),
    (None, "Maps", "be drawn by the Survey Office", None),
    (None, "Maps", "be drawn by the Survey Office only after notice", "scope"),
)


@pytest.mark.parametrize(("rule", "subject", "phrase", "reason"), VERB_CASES)
def test_a_subject_and_a_verb_are_judged(
    rule: str | None, subject: str, phrase: str, reason: str | None
) -> None:
    assert judge(subject, phrase) == reason
    if rule:
        assert next(row.name for row in VERB_RULES if row.pattern.match(phrase)) == rule


def test_every_verb_rule_has_a_case() -> None:
    assert {rule.name for rule in VERB_RULES} == {rule for rule, *_ in VERB_CASES if rule}


def test_a_short_name_of_a_product_is_a_product() -> None:
    assert judge("The RFC", "seek views", frozenset({"rfc"})) == "content"
    assert judge("The RFC", "seek views") is None


@pytest.mark.parametrize(
    ("sentence", "reason"),
    [
        ("WHEREAS, the harbours are silting up;", "recital"),
        ("It is the policy of the State to clear harbours.", "principle"),
        ("There is hereby established a Data Office.", "constitutive"),
        ("Nothing in this order shall limit any right.", "boilerplate"),
        ("“Wharf” means a pier.", "definition"),
        ("STRESSES that ports must stay open;", "principle"),
        ("Any dispute shall be settled by talks.", "boilerplate"),
        ("The Board shall act.", None),
    ],
)
def test_first_words_tell_a_recital(sentence: str, reason: str | None) -> None:
    assert opening_reason(sentence) == reason


@pytest.mark.parametrize(
    ("topics", "reason"),
    [
        ("definitions", "definition"),
        ("fleet / purpose and policy", "recital"),
        ("frequently asked questions", "reported"),
        ("scope", "scope"),
        ("policy development office", None),
        ("what we found", "recital"),
        ("appendix: how we did the audit", "reported"),
        ("reporting", None),
        ("", None),
    ],
)
def test_a_heading_sets_its_section_aside(topics: str, reason: str | None) -> None:
    assert topic_reason(topics) == reason


def test_what_is_set_aside_keeps_its_place_and_reason() -> None:
    text = "The Board shall publish a report. The report shall include a map. The Board may hire staff."
    found = read_duties(text, DocumentFacts(kind="order"), Clock(), [])
    assert len(found.measures) == 1
    assert [(text[slice(*one.span)], one.reason) for one in found.set_aside] == [
        ("The report shall include a map.", "content"),
        ("The Board may hire staff.", "permission"),
    ]
