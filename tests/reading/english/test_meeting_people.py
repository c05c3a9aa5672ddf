"""Who was at a meeting: labelled rolls, running sentences, who presided; and which body met."""

import pytest

from milepost.reading import read
from milepost.reading.english.roll_entries import read_entries
from milepost.reading.english.rolls import LABELS, find_roll
from milepost.reading.sentences import flat

ENTRIES: tuple[tuple[str, list[str]], ...] = (
    ("Ana Reed, mayor; Bo Lind, Road Foreman", ["Ana Reed", "Bo Lind"]),
    ("Cllrs Ash (Chair), Birk and Cole", ["Cllr Ash", "Cllr Birk", "Cllr Cole"]),
    ("Mr. Fultz, Mrs. Arn and Mr. Deal", ["Mr. Fultz", "Mrs. Arn", "Mr. Deal"]),
    ("residents Al and Jo Roos", ["Al Roos", "Jo Roos"]),
    ("the Clerk (Mrs S Lind) and three members of the public", ["S Lind"]),
    ("Kay Orr, Finance Business Partner", ["Kay Orr"]),
    ("Ola Mensah OM; Priya Nair PN", ["Ola Mensah", "Priya Nair"]),
    ("Dahl, Orr, Fitch, and Grell present", ["Dahl", "Orr", "Fitch", "Grell"]),
    ("Bo Lind (Arup Group), Ana Reed – Chair", ["Bo Lind", "Ana Reed"]),
    ("four guests", []),
)


@pytest.mark.parametrize(("text", "names"), ENTRIES)
def test_a_list_gives_its_people(text: str, names: list[str]) -> None:
    assert [person.name for person in read_entries(text, (0, len(text)), "member")] == names


def test_titles_say_who_presides() -> None:
    text = "Ana Reed (Chair), Bo Lind (Vice Chair)"
    found = read_entries(text, (0, len(text)), "member")
    assert [(person.role, person.titles) for person in found] == [
        ("chair", ("Chair",)),
        ("member", ("Vice Chair",)),
    ]


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("Chair: Ana Reed", "chair"),
        ("Members absent: Ana Reed", "absent"),
        ("**Staff present:** Ana Reed", "non_voting"),
        ("Trustees: Ana Reed", "member"),
        ("Apologies\nAna Reed", "absent"),
        ("Attendees\n- Ana Reed, clerk", "member"),
    ],
)
def test_a_label_gives_the_role(text: str, role: str) -> None:
    people, _ = find_roll(text, flat(text))
    assert [(person.name, person.role) for person in people] == [("Ana Reed", role)]


def test_every_label_has_a_role_that_records_know() -> None:
    assert {row.role for row in LABELS} == {"chair", "absent", "non_voting", "member"}


def test_a_heading_of_an_item_is_no_label() -> None:
    text = "Present: Ana Reed\n\n1. Minutes\nApproved."
    people, _ = find_roll(text, flat(text))
    assert [person.name for person in people] == ["Ana Reed"]


HEAD = "Town of Vale\nMinutes\nApril 5, 2027\n\n"
OPENINGS: tuple[tuple[str, set[str]], ...] = (
    (
        "Chair Ed Poole called the meeting to order at 6:30 pm at the Vale Town Hall with board members "
        "Jim Dahl and Kay Orr. Guests were Tom Berg and fire chief Ida Holt. Absent was Peg Stone.",
        {"Ed Poole*", "Jim Dahl", "Kay Orr", "Tom Berg", "Ida Holt", "-Peg Stone"},
    ),
    (
        "The meeting was called to order at 7 pm by chair Ed Poole with supervisors Jim Dahl and Kay Orr "
        "present.",
        {"Ed Poole*", "Jim Dahl", "Kay Orr"},
    ),
    (
        "Present Ed Poole, Jim Dahl. Clerk Sue Lind. Ed Poole opened the meeting.",
        {"Ed Poole*", "Jim Dahl", "Sue Lind"},
    ),
    (
        "Present: Ed Poole, Jim Dahl, Kay Orr. Supervisor Poole called the meeting to order.",
        {"Ed Poole*", "Jim Dahl", "Kay Orr"},
    ),
    (
        "Mr. Fultz presided. Mr. Fultz, Mrs. Arn and Mr. Deal were present. Clerk Sue Lind was also present.",
        {"Mr. Fultz*", "Mrs. Arn", "Mr. Deal", "Sue Lind"},
    ),
)


@pytest.mark.parametrize(("opening", "expected"), OPENINGS)
def test_the_opening_sentences_tell_who_was_there(opening: str, expected: set[str]) -> None:
    meeting = read(f"{HEAD}{opening}\n\nMotion to adjourn.\n".encode(), "minutes.txt").meeting
    assert meeting is not None
    marks = {"absent": "-", "chair": "*"}
    found = {
        (marks.get(p.role, "") if p.role == "absent" else "")
        + p.name
        + (marks.get(p.role, "") if p.role == "chair" else "")
        for p in meeting.people
    }
    assert found == expected
    assert meeting.held_on == "2027-04-05"


@pytest.mark.parametrize(
    ("head", "body"),
    [
        ("TOWN OF VALE\nBOARD OF SUPERVISORS\nMinutes, 5 April 2027", "TOWN OF VALE BOARD OF SUPERVISORS"),
        ("# Vale Township\n## Regular Board Meeting – April 5, 2027", "Vale Township Board"),
        (
            "VALE PARISH COUNCIL\nMinutes of the meeting of the Council held on 5 April 2027",
            "VALE PARISH COUNCIL",
        ),
        (
            "Vale plc\nMinutes of a meeting of the Board of Directors held on 5 April 2027",
            "Vale plc Board of Directors",
        ),
        ("Minutes of the Town of Vale – April 5, 2027", "Town of Vale"),
    ],
)
def test_the_head_names_the_body(head: str, body: str) -> None:
    text = f"{head}\n\nPresent: Ana Reed, Bo Lind\n\nMotion by Reed, second by Lind to adjourn.\n"
    meeting = read(text.encode(), "minutes.txt").meeting
    assert meeting is not None
    assert [one.name for one in meeting.bodies] == [body]
