"""Duties of orders, statutes, memos, resolutions and audits: a row for each pattern of the drafting
tradition."""

from typing import Any

import pytest

from milepost.reading.english.deadlines import Clock
from milepost.reading.english.duties import read_duties
from milepost.reading.records import DocumentFacts, DocumentKind, FoundMeasure

CLOCK = Clock("2027-03-10")


def read(text: str, kind: DocumentKind = "order") -> list[FoundMeasure]:
    return read_duties(text, DocumentFacts(kind=kind), CLOCK, []).measures


def names(units: list[Any]) -> list[str]:
    return [unit.name for unit in units]


ROWS: tuple[tuple[str, DocumentKind, str, list[tuple[Any, ...]]], ...] = (
    (
        "1 deadline, purpose, agent",
        "order",
        "Within 75 days of the date of this order, to cut delay, the Harbour Secretary shall "
        "publish a dredging plan.",
        [("main", "mandatory", ["Harbour Secretary"], "publish a dredging plan")],
    ),
    (
        "2 split modal",
        "order",
        "The Director of Ports shall, within 40 days of this order and in consultation with "
        "the Finance Office, issue guidance.",
        [("main", "mandatory", ["Director of Ports"], "issue guidance")],
    ),
    (
        "2 not later than is a limit",
        "order",
        "The Clerk shall not later than 30 April 2027 publish the list.",
        [("main", "mandatory", ["Clerk"], "publish the list")],
    ),
    (
        "2 not later than between commas",
        "order",
        "The Clerk shall, not later than 60 days after the date of this order, publish the list.",
        [("main", "mandatory", ["Clerk"], "publish the list")],
    ),
    (
        "3 list of duties",
        "order",
        "The Registrar shall: (i) map all wells; (ii) fund two laboratories; and (iii) report.",
        [
            ("main", "mandatory", ["Registrar"], "map all wells"),
            ("main", "mandatory", ["Registrar"], "fund two laboratories"),
            ("main", "mandatory", ["Registrar"], "report"),
        ],
    ),
    (
        "4 actions to be taken",
        "order",
        "The following actions shall be taken: (i) The Board shall report on leaks.",
        [("main", "mandatory", ["Board"], "report on leaks")],
    ),
    (
        "5 including gerunds",
        "order",
        "The Institute shall set standards, including: (A) drafting a profile; and (B) opening a benchmark.",
        [
            ("main", "mandatory", ["Institute"], "set standards"),
            ("sub", "mandatory", ["Institute"], "drafting a profile"),
            ("sub", "mandatory", ["Institute"], "opening a benchmark"),
        ],
    ),
    (
        "6 by gerunds",
        "order",
        "The Bureau shall widen access by: (i) mapping gaps; (ii) training staff.",
        [
            ("main", "mandatory", ["Bureau"], "widen access"),
            ("sub", "mandatory", ["Bureau"], "mapping gaps"),
            ("sub", "mandatory", ["Bureau"], "training staff"),
        ],
    ),
    (
        "7 two strengths",
        "order",
        "The Housing Secretary shall, and the Credit Office is encouraged to, issue notices.",
        [
            ("main", "mandatory", ["Housing Secretary"], "issue notices"),
            ("main", "advisory", ["Credit Office"], "issue notices"),
        ],
    ),
    (
        "8 encouraged",
        "order",
        "Independent offices are encouraged, as they deem fit, to take similar steps.",
        [("main", "advisory", ["Independent offices"], "take similar steps")],
    ),
    (
        "9 hereby direct",
        "order",
        "I hereby direct the heads of all bureaus to submit inventories. All bureau heads are "
        "hereby directed to keep logs.",
        [
            ("main", "mandatory", ["heads of all bureaus"], "submit inventories"),
            ("main", "mandatory", ["All bureau heads"], "keep logs"),
        ],
    ),
    (
        "12 audit",
        "audit",
        "The Secretary of Transit should ensure that the Rail Office drafts a staffing plan.",
        [
            (
                "main",
                "advisory",
                ["Secretary of Transit"],
                "ensure that the Rail Office drafts a staffing plan",
            )
        ],
    ),
    (
        "12 recommend",
        "audit",
        "We recommend that the Roads Authority publish results. We recommend that the Director "
        "of Bridges: a) set targets; b) report.",
        [
            ("main", "advisory", ["Roads Authority"], "publish results"),
            ("main", "advisory", ["Director of Bridges"], "set targets"),
            ("main", "advisory", ["Director of Bridges"], "report"),
        ],
    ),
    (
        "13 must and will",
        "memo",
        "Each agency must name a lead. The Records Service will host the portal.",
        [
            ("main", "mandatory", ["Each agency"], "name a lead"),
            ("main", "commitment", ["Records Service"], "host the portal"),
        ],
    ),
    (
        "14 imperatives",
        "memo",
        "Required Actions\n\nAll agencies must:\n1. List every exposed gateway.\n2. Upload the report.",
        [
            ("main", "mandatory", ["All agencies"], "List every exposed gateway"),
            ("main", "mandatory", ["All agencies"], "Upload the report"),
        ],
    ),
    (
        "14 unit in the heading",
        "memo",
        "Cyber Centre Actions\n\n1. Publish guidance on patching.",
        [("main", "mandatory", ["Cyber Centre"], "Publish guidance on patching")],
    ),
    (
        "15 responsible for",
        "memo",
        "Each office is responsible for listing hosted systems.",
        [("main", "mandatory", ["Each office"], "listing hosted systems")],
    ),
    (
        "16 passive with agent",
        "order",
        "Specifications shall be prepared by the fleet unit.",
        [("main", "mandatory", ["fleet unit"], "Specifications shall be prepared by the fleet unit")],
    ),
    (
        "16 passive without agent",
        "order",
        "A register of wells shall be established by 1 July 2027.",
        [("main", "mandatory", [], "A register of wells shall be established")],
    ),
    (
        "17 weak head",
        "order",
        "The Envoy shall consider opening a fast lane.",
        [("main", "mandatory", ["Envoy"], "consider opening a fast lane")],
    ),
    (
        "19 operative",
        "resolution",
        "1. Requests the Secretariat to compile replies;\n2. Also urges Parties to ratify the "
        "Protocol;\n3. Calls upon donors:\n(a) To support training;",
        [
            ("main", "mandatory", ["Secretariat"], "compile replies"),
            ("main", "advisory", ["Parties"], "ratify the Protocol"),
            ("main", "advisory", ["donors"], "support training"),
        ],
    ),
    (
        "20 decides that",
        "resolution",
        "5. Decides that the Standing Group shall review findings;",
        [("main", "mandatory", ["Standing Group"], "review findings")],
    ),
    (
        "9 subjunctive",
        "order",
        "It is hereby directed that the port wardens keep a log.",
        [("main", "mandatory", ["port wardens"], "keep a log")],
    ),
    (
        "31 several leads",
        "plan",
        "To tighten duties, the Port Office should coordinate, and the Trade Board should lead in its field.",
        [
            ("main", "advisory", ["Port Office"], "coordinate"),
            ("main", "advisory", ["Trade Board"], "lead in its field"),
        ],
    ),
    (
        "33 nested",
        "order",
        "The Secretary shall create a Panel that shall, within 200 days of its creation, draft a plan.",
        [
            (
                "main",
                "mandatory",
                ["Secretary"],
                "create a Panel that shall, within 200 days of its creation, draft a plan",
            ),
            ("nested", "mandatory", ["Panel"], "draft a plan"),
        ],
    ),
    (
        "35 to assist",
        "order",
        "To assist with such work, each office shall list assets.",
        [("main", "mandatory", ["each office"], "list assets")],
    ),
    (
        "36 conditional second verb",
        "order",
        "The Counsel shall assess the rules and, if feasible, revise them.",
        [("main", "mandatory", ["Counsel"], "assess the rules and, if feasible, revise them")],
    ),
    (
        "53 two deadlines",
        "order",
        "The Board shall: (i) review the rules within 70 days of this order, and, within 300 "
        "days of this order, extend them;",
        [
            ("main", "mandatory", ["Board"], "review the rules"),
            ("main", "mandatory", ["Board"], "extend them"),
        ],
    ),
    (
        "62 each of two",
        "order",
        "The Harbour Secretary and the Trade Secretary shall each file a plan.",
        [("main", "mandatory", ["Harbour Secretary", "Trade Secretary"], "file a plan")],
    ),
    (
        "duties of a body",
        "order",
        "The duties of the Tide Panel shall be to: (a) advise the Governor; (b) review the charts.",
        [
            ("main", "mandatory", ["Tide Panel"], "advise the Governor"),
            ("main", "mandatory", ["Tide Panel"], "review the charts"),
        ],
    ),
    (
        "powers and duties",
        "order",
        "The Office of Wells shall have the following powers and duties: a. to collect data; "
        "b. to publish a report.",
        [
            ("main", "mandatory", ["Office of Wells"], "collect data"),
            ("main", "mandatory", ["Office of Wells"], "publish a report"),
        ],
    ),
    (
        "duty of each",
        "order",
        "It shall be the duty of each coordinator to answer requests.",
        [("main", "mandatory", ["each coordinator"], "answer requests")],
    ),
    (
        "a bill",
        "regulation",
        "(a) IN GENERAL.—Not later than 1 year after the date of enactment, the Secretary "
        "shall—\n\n(1) replace all lamps; and\n\n(2) report on costs.",
        [
            ("main", "mandatory", ["Secretary"], "replace all lamps"),
            ("main", "mandatory", ["Secretary"], "report on costs"),
        ],
    ),
    (
        "semicolon clauses",
        "order",
        "The Health Director shall train wardens; and the Fire Commissioner shall keep hydrants clear.",
        [
            ("main", "mandatory", ["Health Director"], "train wardens"),
            ("main", "mandatory", ["Fire Commissioner"], "keep hydrants clear"),
        ],
    ),
)


@pytest.mark.parametrize(("row", "kind", "text", "found"), ROWS, ids=[row[0] for row in ROWS])
def test_a_pattern_of_the_tradition_is_read(
    row: str, kind: DocumentKind, text: str, found: list[tuple[Any, ...]]
) -> None:
    measures = read(text, kind)
    assert [(m.level, m.strength, names(m.lead), m.action) for m in measures] == found
    for measure in measures:
        assert measure.because
        assert 0 < measure.confidence <= 1


@pytest.mark.parametrize(
    ("kind", "text", "lead", "action", "strength"),
    [
        (
            "plan",
            "3.1 Treasury to publish the data standard.",
            "Treasury",
            "publish the data standard",
            "commitment",
        ),
        (
            "plan",
            "The Ministry of Ports commits to building a dashboard.",
            "Ministry of Ports",
            "building a dashboard",
            "commitment",
        ),
        (
            "resolution",
            "The Council requests that the County Arborist review the list.",
            "County Arborist",
            "review the list",
            "mandatory",
        ),
        (
            "resolution",
            "The Council directs staff to prepare a plan.",
            "staff",
            "prepare a plan",
            "mandatory",
        ),
    ],
)
def test_a_duty_may_stand_without_a_modal(
    kind: DocumentKind, text: str, lead: str, action: str, strength: str
) -> None:
    (measure,) = read(text, kind)
    assert (names(measure.lead), measure.action, measure.strength) == ([lead], action, strength)


@pytest.mark.parametrize("text", ["How to read this plan.", "Progress will be shown as Red, Amber or Green."])
def test_reading_notes_of_a_plan_are_no_duties(text: str) -> None:
    assert read(text, "plan") == []


def test_a_pronoun_stands_for_the_last_agent() -> None:
    _, second = read(
        "Port offices shall report cargo. To that end, they shall name an officer by 1 May 2028."
    )
    assert names(second.lead) == ["Port offices"]


def test_a_number_of_days_wins_over_without_delay() -> None:
    (measure,) = read(
        "The Board shall, without undue delay and at the latest within 10 days of notice, answer."
    )
    assert measure.deadline is not None
    assert measure.deadline.text == "within 10 days of notice"


def test_an_items_own_deadline_wins_over_the_lead_ins() -> None:
    first, second = read(
        "Within 60 days of the date of this order, the Board shall: (i) map wells; and (ii) by "
        "1 May 2028, report on them."
    )
    assert first.deadline is not None
    assert second.deadline is not None
    assert (first.deadline.date, second.deadline.date) == ("2027-05-09", "2028-05-01")


def test_a_lead_in_lends_its_deadline_and_units() -> None:
    (measure,) = read(
        "To protect the coast, in consultation with the Coast Office, the following actions "
        "shall be taken within 30 days"
        " of this order: (i) The Board shall report on leaks."
    )
    assert measure.deadline is not None
    assert measure.deadline.date == "2027-04-09"


def test_roles_around_a_duty_are_told_apart() -> None:
    (measure,) = read(
        "The Secretary of Trade, acting through the Standards Director, in coordination with "
        "the Ports Office, and in"
        " consultation with the Fisheries Office and other agencies as the Chair deems fit, "
        "shall adopt a code."
    )
    assert names(measure.lead) == ["Secretary of Trade"]
    assert names(measure.via) == ["Standards Director"]
    assert [(unit.name, unit.relation) for unit in measure.support] == [
        ("Ports Office", "in coordination with"),
        ("Fisheries Office", "in consultation with"),
        ("other agencies", "in consultation with"),
    ]
    assert measure.open_list
    assert measure.output is not None
    assert measure.output.text == "code"


@pytest.mark.parametrize(
    ("text", "addressee"),
    [
        ("The Secretary shall direct the Advisory Council to assess needs.", ["Advisory Council"]),
        ("The Ministry shall require that each carrier file its logs.", ["each carrier"]),
        ("The Secretary shall publish a plan.", []),
    ],
)
def test_whom_the_lead_must_direct_is_stored(text: str, addressee: list[str]) -> None:
    assert names(read(text)[0].addressee) == addressee


def test_a_prohibition_is_a_duty_to_refrain() -> None:
    (measure,) = read("Members shall not publish case names.")
    assert measure.polarity == "refrain"


def audited(answer: str) -> str:
    """An audit with two recommendations, of which the second has this answer."""
    return (
        "Recommendation 1 (High): The Treasurer should count the tills.\nManagement response: Agreed.\n\n"
        f"Recommendation 2 (Low): The Treasurer should change the locks.\n{answer}\n"
    )


@pytest.mark.parametrize(
    "answer",
    [
        "Management response: Not accepted. The locks are new.",
        "Response: Rejected.",
        "**Management response:** Disagree; the locks are new.",
        "Response: The Treasury Office does not accept this.",
    ],
)
def test_a_refused_recommendation_is_set_aside(answer: str) -> None:
    found = read_duties(audited(answer), DocumentFacts(kind="audit"), CLOCK, [])
    assert [measure.action for measure in found.measures] == ["count the tills"]
    assert [aside.reason for aside in found.set_aside] == ["refused"]
    assert audited(answer)[slice(*found.set_aside[0].span)].endswith("change the locks")


@pytest.mark.parametrize("answer", ["**Management response:** Agreed", "Response: Partly accepted.", ""])
def test_another_answer_leaves_the_recommendation(answer: str) -> None:
    found = read_duties(audited(answer), DocumentFacts(kind="audit"), CLOCK, [])
    assert [measure.action for measure in found.measures] == ["count the tills", "change the locks"]


def test_a_limit_is_no_prohibition() -> None:
    (measure,) = read("The Clerk shall not later than 30 April 2027 publish the list.")
    assert measure.polarity == "do"
    assert measure.deadline is not None
    assert measure.deadline.text == "not later than 30 April 2027"
    (measure,) = read("The Clerk shall not publish the list before 30 April 2027.")
    assert measure.polarity == "refrain"


@pytest.mark.parametrize(
    ("sentence", "reason"),
    [
        ("No department shall be required to bear costs.", "permission"),
        ("The Clerk shall not be required to attend.", "permission"),
        ("The contractor should have called on Tuesday.", "reported"),
        ("The Clerk reported that the Mayor will open the fair.", "reported"),
    ],
)
def test_what_frees_or_tells_is_set_aside(sentence: str, reason: str) -> None:
    found = read_duties(sentence, DocumentFacts(kind="order"), CLOCK, [])
    assert found.measures == []
    assert [aside.reason for aside in found.set_aside] == [reason]


@pytest.mark.parametrize(
    ("sentence", "polarity"),
    [
        ("No vessel shall enter the dock.", "refrain"),
        ("The Port Office shall be required to publish a list.", "do"),
        ("The Works Office should have completed the survey by 1 May 2028.", "do"),
        ("The Port Office shall not require staff to bear costs.", "refrain"),
    ],
)
def test_what_binds_beside_it_is_a_duty(sentence: str, polarity: str) -> None:
    (measure,) = read(sentence)
    assert measure.polarity == polarity


def test_a_later_sentence_dates_the_duty_that_made_the_list() -> None:
    (measure,) = read(
        "The Board shall keep a list of wells. The list shall be filed not later than 3 May 2028."
    )
    assert measure.deadline is not None
    assert measure.deadline.date == "2028-05-03"
    assert "deadline:later-sentence" in measure.because


def test_another_partys_date_is_not_the_issuers() -> None:
    main, nested = read(
        "The Treasury shall issue rules requiring each office to switch by 30 September 2031."
    )
    assert main.deadline is None
    assert nested.level == "nested"
    assert names(nested.lead) == ["each office"]
    assert nested.deadline is not None
    assert nested.deadline.date == "2031-09-30"


def test_what_other_rules_have_read_is_left_alone() -> None:
    text = "The Board shall act."
    assert read_duties(text, DocumentFacts(kind="order"), CLOCK, [(0, len(text))]).measures == []
