"""Duties that no modal marks, or not alone: plan lines, present tense, decisions, wishes, second halves."""

from typing import Any

import pytest

from milepost.reading.english.deadlines import Clock
from milepost.reading.english.duties import read_duties
from milepost.reading.english.frames import Duties
from milepost.reading.english.plain_duties import please, present_duty
from milepost.reading.english.unit_lines import find_unit_line
from milepost.reading.records import DocumentFacts, DocumentKind

CLOCK = Clock("2027-03-10")


def read(text: str, kind: DocumentKind) -> Duties:
    return read_duties(text, DocumentFacts(kind=kind), CLOCK, [])


def names(units: list[Any]) -> list[str]:
    return [unit.name for unit in units]


ROWS: tuple[tuple[str, DocumentKind, str, list[tuple[str, list[str], str]]], ...] = (
    (
        "a unit, a colon and a task",
        "plan",
        "- Education Office: draft menu plan (by 15.06.2027)\n- Data Team: yearly survey of pupils",
        [
            ("mandatory", ["Education Office"], "draft menu plan"),
            ("mandatory", ["Data Team"], "yearly survey of pupils"),
        ],
    ),
    (
        "a task and its unit in brackets",
        "plan",
        "- Replace the trolleys (Chief Pharmacist, May 2028)",
        [("mandatory", ["Chief Pharmacist"], "Replace the trolleys")],
    ),
    (
        "a lead in brackets",
        "plan",
        "- Move the desk (Lead: Digital Services, Licensing; by May 2027)\n"
        "- Mend the lamps (Lead: Works Department, Q4 2027)",
        [
            ("mandatory", ["Digital Services", "Licensing"], "Move the desk"),
            ("mandatory", ["Works Department"], "Mend the lamps"),
        ],
    ),
    (
        "a task and its units in square brackets",
        "plan",
        "- Train the desk staff [HR / Digital Services, Spring 2028]",
        [("mandatory", ["HR", "Digital Services"], "Train the desk staff")],
    ),
    (
        "the present tense with a date",
        "plan",
        "The Port Office sells two tugs by 3 May 2028.",
        [("commitment", ["Port Office"], "sells two tugs")],
    ),
    (
        "two units that jointly prepare",
        "plan",
        "The Health Office and the Trade Board jointly prepare a study of salt.",
        [("commitment", ["Health Office", "Trade Board"], "prepare a study of salt")],
    ),
    (
        "we, in an answer to an audit",
        "audit",
        "Department's response: Agreed. We will prepare a renewal plan.",
        [("commitment", ["Department"], "prepare a renewal plan")],
    ),
    (
        "an audited body said it will",
        "audit",
        "The Rail Office agreed with us. It stated that it will verify the data.",
        [("commitment", ["Rail Office"], "verify the data")],
    ),
    (
        "it, after the agent",
        "memo",
        "The Works Unit will run a helpline. It will also lend heaters.",
        [("commitment", ["Works Unit"], "run a helpline"), ("commitment", ["Works Unit"], "lend heaters")],
    ),
    (
        "you, in a letter",
        "memo",
        "You will report to me. I ask that you:\n- mend the ferry\n- sell the barge",
        [
            ("commitment", [], "report to me"),
            ("mandatory", [], "mend the ferry"),
            ("mandatory", [], "sell the barge"),
        ],
    ),
    (
        "a list of wishes",
        "resolution",
        "It was RESOLVED that:\n(1) this Council values the quay;\n(2) the Harbour Master be asked to count "
        "the lamps;\n(3) officers cease the use of tar.",
        [
            ("mandatory", ["Harbour Master"], "count the lamps"),
            ("mandatory", ["officers"], "cease the use of tar"),
        ],
    ),
    (
        "two wishes in one sentence",
        "audit",
        "We recommend that the Board, in consultation with the Mint, draft the plan and that the Minister "
        "publish a summary.",
        [("advisory", ["Board"], "draft the plan"), ("advisory", ["Minister"], "publish a summary")],
    ),
    (
        "I direct that",
        "memo",
        "I direct that the Clerk publish the list.",
        [("mandatory", ["Clerk"], "publish the list")],
    ),
    (
        "a record of decisions",
        "resolution",
        "On 6 May, Cabinet:\n1 noted that it will rain;\n2 directed the Minister of Ports to mend the pier;\n"
        "3 agreed that the Port Office will publish the paper;\n4 invited the Mint to report back.",
        [
            ("mandatory", ["Minister of Ports"], "mend the pier"),
            ("commitment", ["Port Office"], "publish the paper"),
            ("advisory", ["Mint"], "report back"),
        ],
    ),
    (
        "has asked",
        "memo",
        "The Minister has asked the Inspectorate to visit six schools.",
        [("mandatory", ["Inspectorate"], "visit six schools")],
    ),
    (
        "a body that is set up to",
        "resolution",
        "Decides to establish a working group on locks, which shall report by May 2028.",
        [("mandatory", ["working group on locks"], "report")],
    ),
    (
        "a modal before its subject",
        "order",
        "In no case shall school heads collect fees.",
        [("mandatory", ["school heads"], "not collect fees")],
    ),
    ("no X may", "order", "No office may sell a barge.", [("mandatory", ["office"], "not sell a barge")]),
    (
        "a second half with its own subject",
        "order",
        "The City Clerk may extend the period, and the Fire Marshal shall post a notice.",
        [("mandatory", ["Fire Marshal"], "post a notice")],
    ),
    (
        "a second half without one",
        "order",
        "The Fish Office shall serve as Secretariat and shall pay the rent.",
        [("mandatory", ["Fish Office"], "pay the rent")],
    ),
    (
        "a clause with as soon as before the second subject",
        "regulation",
        "The council must give a copy to the Mint as soon as practicable after adopting it, and the Minister "
        "must table it.",
        [
            ("mandatory", ["council"], "give a copy to the Mint after adopting it"),
            ("mandatory", ["Minister"], "table it"),
        ],
    ),
    (
        "a paragraph that goes on after a list",
        "order",
        "1. The Board shall:\n(a) map all wells; and\n(b) fund two labs;\nand shall report to the Council.",
        [
            ("mandatory", ["Board"], "map all wells"),
            ("mandatory", ["Board"], "fund two labs"),
            ("mandatory", ["Board"], "report to the Council"),
        ],
    ),
    (
        "a list within a list",
        "regulation",
        "The Mint shall—\n(1) sell coins; and\n(2) in carrying out paragraph (1)—\n(A) consult with banks; "
        "and\n(B) weigh them.",
        [
            ("mandatory", ["Mint"], "sell coins"),
            ("mandatory", ["Mint"], "consult with banks"),
            ("mandatory", ["Mint"], "weigh them"),
        ],
    ),
    (
        "bound to",
        "plan",
        "Each lead has to tell the Programme Manager. The Owner is obliged to mend the gate. "
        "The Tenant has a duty to sweep the stairs.",
        [
            ("mandatory", ["Each lead"], "tell the Programme Manager"),
            ("mandatory", ["Owner"], "mend the gate"),
            ("mandatory", ["Tenant"], "sweep the stairs"),
        ],
    ),
    (
        "charged with",
        "memo",
        "The Harbour Master is charged with closing the record.",
        [("mandatory", ["Harbour Master"], "closing the record")],
    ),
    (
        "a bare title after the full one",
        "order",
        "The Secretary of Ports shall mend the pier. The Secretary shall sell the tug.",
        [
            ("mandatory", ["Secretary of Ports"], "mend the pier"),
            ("mandatory", ["Secretary of Ports"], "sell the tug"),
        ],
    ),
    (
        "please",
        "memo",
        "Please return the form to the Mint.",
        [("mandatory", [], "return the form to the Mint")],
    ),
)


@pytest.mark.parametrize(("row", "kind", "text", "wanted"), ROWS, ids=[row[0] for row in ROWS])
def test_a_duty_is_read(
    row: str, kind: DocumentKind, text: str, wanted: list[tuple[str, list[str], str]]
) -> None:
    found = read(text, kind).measures
    assert [(one.strength, names(one.lead), one.action) for one in found] == wanted


NONE: tuple[tuple[str, DocumentKind, str], ...] = (
    ("what a body is for", "plan", "The Port Office runs two tugs by 3 May 2028."),
    ("an aim", "plan", "We aim to raise the share of walking."),
    ("whom to ask", "memo", "Please contact the Mint."),
    ("what was noted", "resolution", "Cabinet:\n1 noted that ports will close;\n2 noted that it is late."),
    ("agreement with words", "audit", "The Mint agrees to recommendation 4."),
    ("a thing", "memo", "It shall not apply to tugs."),
    ("a title and a topic", "plan", "- Phase Two: new lamps"),
)


@pytest.mark.parametrize(("row", "kind", "text"), NONE, ids=[row[0] for row in NONE])
def test_a_near_miss_is_no_duty(row: str, kind: DocumentKind, text: str) -> None:
    assert read(text, kind).measures == []


def test_a_duty_of_a_body_that_is_set_up_is_nested() -> None:
    (whole, part) = read(
        "Each Collector shall appoint a Nodal Officer, who shall report to the Mint by 3 May 2028.", "order"
    ).measures
    assert (whole.level, part.level) == ("main", "nested")
    assert (names(part.lead), part.action) == (["Nodal Officer"], "report to the Mint")


def test_a_lead_in_that_requires_names_the_addressee_in_each_item() -> None:
    found = read(
        "The Secretary shall require:\n(A) carriers to file logs;\n(B) ports to keep them.", "order"
    ).measures
    assert [(names(one.lead), names(one.addressee)) for one in found] == [
        (["Secretary"], ["carriers"]),
        (["Secretary"], ["ports"]),
    ]


def test_a_state_that_is_to_be_ensured_addresses_nobody() -> None:
    (measure,) = read("Member States shall ensure that their offices have the means.", "regulation").measures
    assert measure.addressee == []


def test_a_sentence_that_binds_nobody_is_kept_with_a_reason() -> None:
    found = read("The marks that a carrier must bear stand below. It will rain.", "order")
    assert (found.measures, [one.reason for one in found.set_aside]) == ([], ["scope", "reported"])


def test_recitals_under_whereas_are_set_aside() -> None:
    found = read("Whereas:\n(1) Ports should be open. Offices should therefore act.", "regulation")
    assert found.measures == []
    assert {one.reason for one in found.set_aside} == {"recital"}


@pytest.mark.parametrize(
    ("sentence", "verb"),
    [
        ("The Waste Office selects three streets.", "selects"),
        ("The Waste Office, together with the Trust, carries out a study.", "carries"),
        ("The selects of old were kept.", None),
        ("Prices rise quickly.", None),
    ],
)
def test_the_verb_of_the_present_tense(sentence: str, verb: str | None) -> None:
    found = present_duty(sentence)
    assert (sentence[found.verb :].split()[0] if found else None) == verb


def test_a_please_has_its_verb_after_it() -> None:
    assert (please("Please send the form"), please("Please call the Mint"), please("Send it")) == (
        7,
        None,
        None,
    )


@pytest.mark.parametrize(
    ("bracket", "helpers"),
    [
        ("(Lead: Data Unit; Support: Licensing, Planning; by May 2027)", ["Licensing", "Planning"]),
        ("(Data Unit, with Licensing, May 2027)", ["Licensing"]),
        ("(Lead: Data Unit; by May 2027)", []),
    ],
)
def test_who_helps_stands_behind_the_lead_in_the_same_bracket(bracket: str, helpers: list[str]) -> None:
    line = f"Move the forms online {bracket}"
    found = find_unit_line(line, 0, len(line))
    assert found is not None
    assert names(list(found.lead)) == ["Data Unit"]
    assert names(list(found.support)) == helpers


@pytest.mark.parametrize(
    ("line", "lead", "task"),
    [
        ("Data Team: yearly survey", ["Data Team"], "yearly survey"),
        ("Finance Office – report spending", ["Finance Office"], "report spending"),
        (
            "Action: Finance Office / Parks Office - report on rents",
            ["Finance Office", "Parks Office"],
            "report on rents",
        ),
        ("Action: Finance Office & Parks Office - report", ["Finance Office", "Parks Office"], "report"),
        ("Action: rents / leases - report", None, None),
        ("Draft the plan (Education Office, by 15.06.2027)", ["Education Office"], "Draft the plan"),
        ("Goal 2: less waste", None, None),
        ("DATE: 3 May 2027", None, None),
        ("Better School Meals: new menus", None, None),
    ],
)
def test_a_line_names_a_unit(line: str, lead: list[str] | None, task: str | None) -> None:
    found = find_unit_line(line, 0, len(line))
    assert (names(list(found.lead)) if found else None) == lead
    assert (line[slice(*found.task)] if found else None) == task
