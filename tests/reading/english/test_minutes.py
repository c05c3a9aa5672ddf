"""Minutes: who agreed, was asked, or is named; what is over or only reported makes no measure."""

import pytest

from milepost.reading.english.attendance import find_people
from milepost.reading.english.clock import next_meeting
from milepost.reading.english.deadlines import Clock
from milepost.reading.english.minute_rows import ROWS
from milepost.reading.english.minutes import read_minutes
from milepost.reading.english.near_dates import find_near
from milepost.reading.english.people import initials_of
from milepost.reading.records import DocumentFacts, FoundMeasure

CLOCK = Clock("2027-02-09", meeting="2027-02-09", next_meeting="2027-03-09")
PRESENT = "Present: Cllr R. Birch (RB), Cllr J. Gale (JG), Cllr T. Nunn\n\n"


def read(text: str) -> list[FoundMeasure]:
    return read_minutes(PRESENT + text, DocumentFacts(kind="minutes"), CLOCK, []).measures


CASES: tuple[tuple[str, str, list[str], str, str, str | None], ...] = (
    (
        "minutes:resolved",
        "It was resolved that Cllr Moss would seek quotes by 1 March 2027.",
        ["Cllr Moss"],
        "seek quotes",
        "commitment",
        "2027-03-01",
    ),
    (
        "minutes:resolved",
        "RESOLVED: that the Clerk obtain quotes.",
        ["Clerk"],
        "obtain quotes",
        "mandatory",
        None,
    ),
    (
        "minutes:recommended",
        "It was recommended that tenants should clear rubbish.",
        ["tenants"],
        "clear rubbish",
        "advisory",
        None,
    ),
    (
        "minutes:directed",
        "The Council asked the Clerk to write to the water company within ten days.",
        ["Clerk"],
        "write to the water company",
        "mandatory",
        "2027-02-19",
    ),
    (
        "minutes:was-asked",
        "The clerk was asked to post the notice.",
        ["clerk"],
        "post the notice",
        "mandatory",
        None,
    ),
    (
        "minutes:constituted",
        "The Cabinet constituted a panel headed by the Water Minister to report within two weeks.",
        ["panel headed by the Water Minister"],
        "report",
        "mandatory",
        "2027-02-23",
    ),
    (
        "minutes:decided",
        "The board decided to post the minutes.",
        ["board"],
        "post the minutes",
        "mandatory",
        None,
    ),
    (
        "minutes:decided",
        "After discussion, the Board voted to wait for the fall grant round.",
        ["Board"],
        "wait for the fall grant round",
        "mandatory",
        None,
    ),
    (
        "minutes:resolved-to",
        "It was resolved to renew the lease by 1 May 2027.",
        [],
        "renew the lease",
        "mandatory",
        "2027-05-01",
    ),
    (
        "minutes:has-to",
        "Ann needs to call the county.",
        ["Ann"],
        "call the county",
        "commitment",
        None,
    ),
    (
        "minutes:motion-directs",
        "Motion by Ames, second by Birk to have the clerk write to the county. Carried.",
        ["clerk"],
        "write to the county",
        "mandatory",
        None,
    ),
    (
        "minutes:motion-that",
        "Motion by Ames, second by Birk that the clerk order salt by 1 May 2027. Carried.",
        ["clerk"],
        "order salt",
        "mandatory",
        "2027-05-01",
    ),
    (
        "minutes:needs",
        "The well needs chlorine added.",
        [],
        "The well needs chlorine added",
        "mandatory",
        None,
    ),
    (
        "minutes:resolved",
        "Board decided that renters must sign for the key.",
        ["renters"],
        "sign for the key",
        "mandatory",
        None,
    ),
    ("modal:agreed", "Bandstand: Pat agreed to paint it.", ["Pat"], "paint it", "commitment", None),
    ("modal:agreed", "Pat offered to mow the cemetery.", ["Pat"], "mow the cemetery", "commitment", None),
    (
        "minutes:initials",
        "RB/JG to meet the farmer.",
        ["Cllr R. Birch", "Cllr J. Gale"],
        "meet the farmer",
        "mandatory",
        None,
    ),
    ("minutes:action", "Action: order salt.", [], "order salt", "mandatory", None),
    (
        "minutes:motion",
        "Motion by Ames, second by Birk to hire a surveyor.",
        [],
        "hire a surveyor",
        "mandatory",
        None,
    ),
    (
        "modal:will",
        "Kim Dahl reports she will call the county before the next meeting.",
        ["Kim Dahl"],
        "call the county",
        "commitment",
        "2027-03-09",
    ),
    (
        "minutes:needs",
        "The roof needs to be inspected.",
        [],
        "The roof needs to be inspected",
        "mandatory",
        None,
    ),
    (
        "minutes:due",
        "The grant forms are due to the district by 28 February.",
        [],
        "The grant forms are due to the district",
        "mandatory",
        "2027-02-28",
    ),
    (
        "minutes:to-be",
        "Fence to be repaired … TN",
        ["Cllr T. Nunn"],
        "Fence to be repaired",
        "mandatory",
        None,
    ),
    (
        "minutes:encouraged",
        "Residents are encouraged to fill out the census form.",
        ["Residents"],
        "fill out the census form",
        "advisory",
        None,
    ),
    (
        "modal:will",
        "Board members will share the list by e-mail.",
        ["Board members"],
        "share the list by e-mail",
        "commitment",
        None,
    ),
    (
        "minutes:agreed-name",
        "It was agreed Pat would ask the hauler for a bin.",
        ["Pat"],
        "ask the hauler for a bin",
        "commitment",
        None,
    ),
    (
        "minutes:asks-that",
        "The board asked that Pat bring a list.",
        ["Pat"],
        "bring a list",
        "mandatory",
        None,
    ),
    (
        "minutes:for-name",
        "Consensus was for Pat to call the logger.",
        ["Pat"],
        "call the logger",
        "mandatory",
        None,
    ),
    ("minutes:bare", "Need to order two stop signs.", [], "order two stop signs", "mandatory", None),
    ("minutes:bare", "Please turn in receipts.", [], "turn in receipts", "mandatory", None),
    (
        "minutes:order",
        "Contact the county about the plat books.",
        [],
        "Contact the county about the plat books",
        "mandatory",
        None,
    ),
    (
        "minutes:officers",
        "Township officers to fill out the new forms.",
        ["Township officers"],
        "fill out the new forms",
        "mandatory",
        None,
    ),
    (
        "minutes:and-will",
        "Pat needs two more judges and will ask around.",
        ["Pat"],
        "ask around",
        "commitment",
        None,
    ),
    (
        "minutes:no",
        "There will be no potlucks until 1 May 2027.",
        [],
        "There will be no potlucks",
        "mandatory",
        "2027-05-01",
    ),
    (
        "minutes:may-not",
        "Snow may not be pushed across the road.",
        [],
        "Snow may not be pushed across the road",
        "mandatory",
        None,
    ),
    (
        "minutes:passive",
        "Signs will be posted at both ends.",
        [],
        "Signs will be posted at both ends",
        "commitment",
        None,
    ),
    (
        "minutes:passive",
        "The grass should be raked.",
        [],
        "The grass should be raked",
        "advisory",
        None,
    ),
    (
        "minutes:be",
        "It was recommended the hall be closed.",
        [],
        "It was recommended the hall be closed",
        "advisory",
        None,
    ),
    (
        "minutes:resolved-on",
        "That the opening hours be reduced by 1 March 2027.",
        [],
        "the opening hours be reduced",
        "mandatory",
        "2027-03-01",
    ),
    (
        "minutes:resolved",
        "RESOLVED: That the Town Clerk obtains a quotation for cameras.",
        ["Town Clerk"],
        "obtains a quotation for cameras",
        "mandatory",
        None,
    ),
    (
        "minutes:motion",
        "On a motion by Mr. Moss, seconded by Ms. Finch, it was voted to purchase a leaf vacuum.",
        [],
        "purchase a leaf vacuum",
        "mandatory",
        None,
    ),
    (
        "minutes:agreed-ask",
        "It was agreed to ask the Librarian to draft a policy by 1 March 2027.",
        ["Librarian"],
        "draft a policy",
        "mandatory",
        "2027-03-01",
    ),
    (
        "minutes:told",
        "Clerk instructed to notify the county.",
        ["Clerk"],
        "notify the county",
        "mandatory",
        None,
    ),
    (
        "minutes:suggested",
        "Trustee Roe suggested the Chief look at the speed signs.",
        ["Chief"],
        "look at the speed signs",
        "advisory",
        None,
    ),
    ("minutes:please", "Lori, please send a card.", ["Lori"], "send a card", "mandatory", None),
    (
        "minutes:plans-on",
        "Russ plans on driving all the roads.",
        ["Russ"],
        "driving all the roads",
        "commitment",
        None,
    ),
    (
        "minutes:someone",
        "The lamp is out and someone needs to replace the fuse.",
        [],
        "replace the fuse",
        "mandatory",
        None,
    ),
    ("minutes:lacks", "Need new lock on back door.", [], "Need new lock on back door", "mandatory", None),
    ("minutes:dash-verb", "Sign down at Pine Road – replace.", [], "replace", "mandatory", None),
    (
        "minutes:wants",
        "The footbridge requires new decking.",
        [],
        "The footbridge requires new decking",
        "mandatory",
        None,
    ),
    (
        "minutes:stays",
        "Road limits will remain on until May 15.",
        [],
        "Road limits will remain on",
        "commitment",
        "2027-05-15",
    ),
    (
        "minutes:closed",
        "Fire drills are cancelled until further notice.",
        [],
        "Fire drills are cancelled until further notice",
        "mandatory",
        None,
    ),
)


@pytest.mark.parametrize(("rule", "text", "lead", "action", "strength", "date"), CASES)
def test_a_line_of_minutes_is_read(
    rule: str, text: str, lead: list[str], action: str, strength: str, date: str | None
) -> None:
    (measure,) = read(text)
    assert measure.because[0] == rule
    assert [unit.name for unit in measure.lead] == lead
    assert measure.action == action
    assert measure.strength == strength
    assert (measure.deadline and measure.deadline.date) == date


def test_every_row_has_a_case() -> None:
    assert {rule.name for rule in ROWS} == {rule for rule, *_ in CASES}


@pytest.mark.parametrize(
    "text",
    [
        "Motion by Ames, second by Birk to approve the minutes. Motion carried.",
        "Motion to adjourn.",
        "The Chair thanked the volunteers.",
        "The audit meeting will be March 6 at 6 pm.",
        "No further action on the gate.",
        "The Clerk had written to the county.",
        "The path may be closed during works.",
        "Motion by Ames, second by Birk to close the public hearing.",
        "The next meeting will be held on May 3.",
        "The new tanker should arrive in May.",
        "The bill will be paid from the road fund.",
        "The board discussed what needs to be done.",
        "Pat thinks the pump may need to be replaced.",
        "The county needs to know who the weed inspector is.",
        "Ballots were to be mailed last week.",
        "RESOLVED that the minutes be approved and signed.",
        "IT WAS RESOLVED THAT a dividend of 4.1p per share be and is hereby declared.",
        "It was agreed to defer the bench to the March meeting.",
        "A resident asked that the brush on Camp Road be cut.",
        "More volunteers are needed.",
        "Board asked to hear the report again.",
    ],
)
def test_procedure_and_reports_make_no_measure(text: str) -> None:
    assert read(text) == []


def test_one_resolution_may_bind_two() -> None:
    first, second = read(
        "RESOLVED: that the Clerk obtain quotes by 1 March 2027 and that the Warden close the gate forthwith."
    )
    assert [first.lead[0].name, second.lead[0].name] == ["Clerk", "Warden"]
    assert (first.deadline and first.deadline.date, second.deadline and second.deadline.date) == (
        "2027-03-01",
        None,
    )


def test_a_list_of_names_gives_one_measure_a_name() -> None:
    found = read("## REVIEW OF DUTIES\nAnn call the county, Lee talk to the smith, and Bo order gravel.")
    assert [(m.lead[0].name, m.action) for m in found] == [
        ("Ann", "call the county"),
        ("Lee", "talk to the smith"),
        ("Bo", "order gravel"),
    ]


def test_an_owner_on_the_next_line_leads_the_item_before() -> None:
    (measure,) = read("The roof needs to be inspected.\nAction: JG")
    assert [unit.name for unit in measure.lead] == ["Cllr J. Gale"]


def test_initials_shared_by_two_stand_for_nobody() -> None:
    assert "AB" not in initials_of("Present: Ann Bell, Alf Birk, Cy Dorn")
    assert initials_of("Present: Ann Bell, Alf Birk, Cy Dorn")["CD"].name == "Cy Dorn"


@pytest.mark.parametrize(
    ("text", "day"),
    [("Next meeting: Tuesday 9 March 2027, 7 pm.", "2027-03-09"), ("Write it for the next meeting.", None)],
)
def test_the_next_meeting_is_found_where_it_is_printed(text: str, day: str | None) -> None:
    assert next_meeting(text, Clock("2027-02-09")) == day


@pytest.mark.parametrize(
    ("words", "said", "date"),
    [
        ("close the hall through May 1", "through May 1", "2027-05-01"),
        ("start brushing after Labor Day", "after Labor Day", None),
        ("hold off on painting until fall", "until fall", None),
        ("answer no calls while masks are short", "while masks are short", None),
        ("call the county if the road floods", "if the road floods", None),
        ("see if the hospital has gowns", None, None),
    ],
)
def test_people_say_by_when_in_their_own_words(words: str, said: str | None, date: str | None) -> None:
    found = find_near(words, 0, len(words), Clock("2027-02-09"))
    assert (found and found.text) == said
    assert (found and found.date) == date


def test_a_condition_before_the_promise_is_its_deadline() -> None:
    (measure,) = read("Once the stakes are in, the fence crew will begin.")
    assert measure.deadline is not None
    assert (measure.deadline.text, measure.deadline.anchor) == (
        "Once the stakes are in",
        "the stakes are in",
    )


def test_a_couple_after_another_guest_are_two_people() -> None:
    text = "Also present were Dan Hale and Al and Kay Roos."
    names = [person.name for person in find_people(text, (0, len(text)))]
    assert names == ["Dan Hale", "Al Roos", "Kay Roos"]
