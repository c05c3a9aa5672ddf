"""Habits of drafting that orders, minutes and plans share, each in the smallest text that shows it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from milepost.reading import read
from milepost.reading.english.deadlines import Clock
from milepost.reading.english.near_dates import find_near
from milepost.reading.english.relations import find_references
from milepost.reading.english.titles import action_of
from milepost.reading.records import FoundMeasure, Reading

ORDER = "EXECUTIVE ORDER NO. 4 May 3, 2027 HARBOUR LIGHTS NOW, THEREFORE, it is hereby ordered: "


def read_text(text: str) -> Reading:
    """The reading of a text."""
    return read(text.encode(), "paper.txt")


def measures(text: str) -> list[FoundMeasure]:
    """The measures of an order in one line."""
    return read_text(ORDER + text).measures


ORDERS = (
    (
        "a page number hides no section",
        "§ 1. The Clerk shall sign. 2 §2. The Board shall meet.",
        ["Clerk", "Board"],
    ),
    (
        "a lead that begins with every",
        "§ 1. Every managing agency shall: a. name a liaison; b. keep a log.",
        ["Every managing agency", "Every managing agency"],
    ),
    ("every with a period says when", "§ 1. Every year the Clerk shall count the lamps.", ["Clerk"]),
    (
        "a lead after an opening without a comma",
        "§ 1. In preparing notices agencies are directed to use plain words.",
        ["agencies"],
    ),
    ("a lead that begins with such", "§ 1. Such teams shall inspect the lamps.", ["teams"]),
    (
        "a list under what shall apply",
        "§ 1. In a storm, the following shall apply: (i) the Harbour Office shall close the pier; and "
        "(ii) the Police Department shall clear the quay.",
        ["Harbour Office", "Police Department"],
    ),
    (
        "one head for several names",
        "§ 1. The Commissioners of Parks, Health and Transport shall inspect the pools.",
        ["Commissioners of Parks, Health and Transport"],
    ),
    (
        "an order that says that",
        "FIRST: That the Task Force shall file a plan. SECOND: That the Department of Parks publish a map.",
        ["Task Force", "Department of Parks"],
    ),
    (
        "a designee is no second lead",
        "§ 1. The Police Commissioner or his designee shall review the rosters.",
        ["Police Commissioner"],
    ),
)


@pytest.mark.parametrize(("habit", "text", "leads"), ORDERS, ids=[habit for habit, *_ in ORDERS])
def test_an_order_in_one_line_keeps_its_leads(habit: str, text: str, leads: list[str]) -> None:
    assert [unit.name for measure in measures(text) for unit in measure.lead] == leads


FORBIDDEN = (
    ("The Works Office shall not begin dredging before dawn.", "not begin dredging before dawn"),
    ("No department shall buy a diesel car.", "not buy a diesel car"),
    ("The Clerk shall refrain from naming bidders.", "refrain from naming bidders"),
)


@pytest.mark.parametrize(("text", "action"), FORBIDDEN)
def test_what_is_forbidden_says_so_in_its_action(text: str, action: str) -> None:
    (measure,) = measures("§ 1. " + text)
    assert (measure.polarity, measure.action) == ("refrain", action)


ACTIONS = (
    (
        "publish a register of vacant land no later than 31 March 2027, in consultation with the Land Office",
        "no later than 31 March 2027",
        "publish a register of vacant land",
    ),
    ("issue a plan, in coordination with the Port Office", None, "issue a plan"),
    ("submit a report by 3 May 2027 and annually thereafter", "by 3 May 2027", "submit a report"),
    ("submit by 3 May 2027 a report on leaks", "by 3 May 2027", "submit a report on leaks"),
    ("publish, in consultation with the Trade Board, a list of berths", None, "publish a list of berths"),
    ("consult with growers", None, "consult with growers"),
    # what says how freely is left out; what the thing hangs on stays
    (
        "consider, as it deems appropriate and consistent with law, raising the weir",
        None,
        "consider raising the weir",
    ),
    (
        "assess the rules and, if feasible, revise them",
        None,
        "assess the rules and, if feasible, revise them",
    ),
    ("set limits, as appropriate, for night noise", None, "set limits for night noise"),
    ("publish — as soon as practicable — a list of berths", None, "publish a list of berths"),
    ("get the old furnace looked at", None, "get the old furnace looked at"),
    # what is too long ends where it costs least: never inside a list, never at a word that hangs
    (
        "track all harbour vessels, fuel stores, crew rosters, and dry dock bookings using a register that "
        "every berth master keeps and that the Port Office may inspect at any time",
        None,
        "track all harbour vessels, fuel stores, crew rosters, and dry dock bookings using a register",
    ),
    (
        "use their powers to draw and keep trained lock keepers from abroad who seek to work on, study, or "
        "carry out repairs to the sea gates of the northern basins",
        None,
        "use their powers to draw and keep trained lock keepers from abroad",
    ),
    (
        "submit a report to the Assistant to the Governor for Coasts, the Director of the Tide "
        "Institute, and "
        "the Harbour Master on the state of the breakwaters",
        None,
        "submit a report on the state of the breakwaters",
    ),
    (
        "establish rules for pilots (except naval ones), including forms and fees, to enable every "
        "owner of a "
        "large ferry, and of any other vessel, to hire a second pilot in fog",
        None,
        "establish rules for pilots to enable every owner of a large ferry, and of any other vessel",
    ),
    (
        "direct the Assistant Harbour Master in charge of the Division of Rescue and Salvage to call, "
        "as needed, a "
        "meeting of the heads of all rescue stations along the northern coast",
        None,
        "direct the Assistant Harbour Master in charge of the Division of Rescue and Salvage to call a "
        "meeting",
    ),
    (
        "following adoption of the map under section 4, submit a list of wells to the Board",
        None,
        "submit a list of wells to the Board",
    ),
    (
        "develop an initial means to ensure that harbour contracts for the purchase of cranes and barges "
        "align with the guidance described in section 4",
        None,
        "develop an initial means to ensure that harbour contracts for the purchase of cranes and barges "
        "align",
    ),
    (
        "report to the Commission on the state of the berths, the cranes and the staff of the national "
        "harbour offices, with a view of what they will need",
        None,
        "report on the state of the berths, the cranes and the staff of the national harbour offices",
    ),
    ("advertise for a crane operator, Nell Oak seconded", None, "advertise for a crane operator"),
    ("list the offices that seconded staff", None, "list the offices that seconded staff"),
    ("close the hall until the roof is dry", "until the roof is dry", "close the hall until the roof is dry"),
    ("close the hall until 5 May 2027", "until 5 May 2027", "close the hall"),
    ("list every crane it pays for", None, "list every crane it pays for"),
)


def test_a_word_that_hangs_before_a_list_is_left_out() -> None:
    text = "require compliance with these rules for: (a) cranes"
    assert action_of(text, 0, text.index(":")) == "require compliance with these rules"


@pytest.mark.parametrize(
    ("before", "action"),
    [
        ("Truck 2 has a flat tire.", "Truck 2 must be fixed"),
        ("The siren failed\ntwice.", "The siren must be fixed"),
        ("It was cold.", "It must be fixed"),
        ("Truck 2 has a flat tire.\n\n", "It must be fixed"),
    ],
)
def test_a_pronoun_gives_way_to_what_the_sentence_before_is_about(before: str, action: str) -> None:
    text = f"Minutes of the Fire Board\n\nPresent: A. Lee\n\n{before} It must be fixed.\n"
    assert [measure.action for measure in read_text(text).measures] == [action]


@pytest.mark.parametrize(("phrase", "due", "action"), ACTIONS)
def test_an_action_leaves_date_and_consultation_to_their_fields(
    phrase: str, due: str | None, action: str
) -> None:
    span = (phrase.index(due), phrase.index(due) + len(due)) if due else None
    assert action_of(phrase, 0, len(phrase), span) == action


def test_a_date_after_a_period_says_until_when_it_repeats() -> None:
    (measure,) = measures("§ 1. Every quarter until the end of 2028, the Trade Office shall report on waits.")
    assert measure.deadline is None
    assert measure.recurring
    assert (measure.recurring.text, measure.recurring.until) == ("Every quarter", "the end of 2028")


def test_a_list_of_items_gives_a_reference_each_and_stays_in_the_deadline() -> None:
    text = "The Audit Office shall report within 90 days of completion of the measures in items 3, 8 and 12."
    assert [reference.label for reference in find_references(text, (0, len(text)))] == ["3", "8", "12"]
    (measure,) = measures("§ 1. " + text)
    assert measure.deadline
    assert measure.deadline.text == "within 90 days of completion of the measures in items 3, 8 and 12"


def test_a_deadline_broken_over_two_lines_is_read_with_its_place() -> None:
    text = (
        "RESOLUTION NO. 2\n\nMay 3, 2027\n\n"
        "The Harbour Master shall count the lamps of the inner basin no later\nthan 1 June 2027.\n"
    )
    reading = read_text(text)
    (measure,) = reading.measures
    assert measure.deadline
    assert measure.deadline.date == "2027-06-01"
    assert reading.text[slice(*measure.deadline.span)] == "no later\nthan 1 June 2027"


NEAR = (
    ("clear the drain by Friday", "by Friday", None),
    ("report next month", "next month", None),
    ("hang the shutters before October", "before October", None),
    ("replace it when the ground thaws", "when the ground thaws", None),
    ("train on February 6", "on February 6", "2027-02-06"),
    ("mow the verge", None, None),
)


@pytest.mark.parametrize(("words", "text", "date"), NEAR)
def test_people_say_loosely_by_when(words: str, text: str | None, date: str | None) -> None:
    found = find_near(words, 0, len(words), Clock("2027-08-23"))
    assert (found and found.text, found and found.date) == (text, date)


def plan(head: str) -> Reading:
    """A short plan under a head of several lines."""
    return read_text(head + "\n\nAdopted on 3 May 2027.\n\n1. The Port Office shall dredge the basin.\n")


@pytest.mark.parametrize(
    "title",
    ["Division of Labour Plan for the Harbour", "Harbour Renewal Programme", "Action Plan for Quiet Quays"],
)
def test_a_title_makes_a_plan(title: str) -> None:
    assert plan(title).document.kind == "plan"


def test_the_number_after_the_issuer_stands_in_its_own_field() -> None:
    facts = plan("Plan for the Harbour\nHaverport City Council, HCC (2027) no. 5").document
    assert (facts.issuer, facts.number) == ("Haverport City Council", "HCC (2027) no. 5")


def test_a_letterhead_is_no_record_of_a_plan() -> None:
    head = "MEMORANDUM\n\nTO: Heads of Offices\nFROM: Records Office\nDATE: May 3, 2027\n\n"
    text = head + "All offices must file a list.\n"
    assert [measure.action for measure in read_text(text).measures] == ["file a list"]


def test_a_day_in_capitals_is_the_day_of_the_minutes() -> None:
    head = "BOARD OF TRUSTEES\nTUESDAY, FEBRUARY 13, 2029\n\n"
    text = head + "Motion to adjourn.\n\nNext meeting: March 13, 2029.\n"
    assert read_text(text).document.date == "2029-02-13"


@given(
    st.lists(
        st.sampled_from("publish the list of berths, and to for by which dredging plan; (a)".split()),
        min_size=1,
        max_size=60,
    )
)
def test_no_action_is_longer_than_a_title(words: list[str]) -> None:
    phrase = " ".join(words)
    assert len(action_of(phrase, 0, len(phrase))) <= 150
