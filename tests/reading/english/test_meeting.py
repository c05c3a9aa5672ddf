"""The record of a meeting in English: bodies, day, people, agenda, higher meetings; every row has a case."""

import pytest

from milepost.reading.english.agenda import ACTS, find_agenda
from milepost.reading.english.attendance import ROLES, find_people
from milepost.reading.english.meeting import find_meeting
from milepost.reading.english.sittings import find_sittings, ordinal
from milepost.reading.records import DocumentFacts, DocumentKind, MeetingFacts

BULLETIN = """\
The Standing Committee of the City Party Committee and the 9th meeting of the Reform Committee were held
2031-01-02 10:30

On December 30th, the meeting of the Standing Committee of the City Party Committee and the 9th meeting of \
the Reform Committee of the 14th City Party Committee were held to convey and study the spirit of the 4th \
meeting of the National Reform Commission, and study and deploy the work of our city. Ana Reed, Secretary \
of the City Party Committee and Director of the Reform Committee, presided over the meeting and made a \
speech. Bo Lind, mayor, and Chen Voss, chairman of the Consultative Council, attended the meeting. Dana \
Roe, deputy secretary, conveyed the spirit.

The meeting reviewed the Plan for Quays (Trial) and Several Measures on Parks; Review the newly revised \
Rules for Work and other documents; listened to reports on the year's work.

The meeting also studied other matters."""
FACTS = DocumentFacts(kind="bulletin", date="2031-01-02")

MINUTES = """Town of Elm Bank
May 5, 2031

Chair Ana Reed called the monthly meeting to order at 6 pm. Board members present were supervisors Bo Lind \
and Al Cole, and clerk Eve Poe. Also present were Max and Sue Holt.

Motion by Bo Lind, second by Al Cole to approve the April minutes. Motion carried. Motion by Al Cole, \
second by Bo Lind to buy a plough. Motion failed."""


def read(text: str, facts: DocumentFacts = FACTS) -> MeetingFacts:
    """The meeting of a text that reports one."""
    meeting = find_meeting(text, [], facts)
    assert meeting is not None
    return meeting


def test_a_joint_sitting_gives_two_bodies_with_session_and_term() -> None:
    found = [(body.name, body.session, body.term) for body in read(BULLETIN).bodies]
    assert found == [
        ("Standing Committee of the City Party Committee", None, None),
        ("Reform Committee of the City Party Committee", 9, 14),
    ]


def test_a_day_after_the_publication_belongs_to_the_year_before() -> None:
    meeting = read(BULLETIN)
    assert (meeting.held_on, meeting.published_at) == ("2030-12-30", "2031-01-02T10:30")


def test_a_day_without_any_year_stays_without_a_date() -> None:
    text = "On May 3rd, the 2nd meeting of the Port Board was held."
    assert read(text, DocumentFacts(kind="bulletin")).held_on is None


def test_people_keep_titles_roles_and_places() -> None:
    people = read(BULLETIN).people
    assert [(p.name, p.role) for p in people] == [
        ("Ana Reed", "chair"),
        ("Bo Lind", "member"),
        ("Chen Voss", "member"),
        ("Dana Roe", "presenter"),
    ]
    assert people[0].titles == ("Secretary of the City Party Committee", "Director of the Reform Committee")
    assert all(p.span and BULLETIN[slice(*p.span)] == p.name for p in people)


def test_the_agenda_has_one_item_for_each_document() -> None:
    assert [(item.act, item.object) for item in read(BULLETIN).agenda] == [
        ("convey", "spirit of the 4th meeting of the National Reform Commission"),
        ("study", "work of our city"),
        ("review", "Plan for Quays (Trial)"),
        ("review", "Several Measures on Parks"),
        ("review", "newly revised Rules for Work and other documents"),
        ("hear", "reports on the year's work"),
        ("study", "other matters"),
    ]


def test_a_meeting_of_another_body_is_an_upper_meeting() -> None:
    (upper,) = read(BULLETIN).upper_meetings
    assert (upper.name, upper.session) == ("4th meeting of the National Reform Commission", 4)


def test_a_conveyed_meeting_without_a_number_is_an_upper_meeting() -> None:
    text = "The 2nd meeting of the Port Board was held to convey the spirit of the recent national meetings."
    assert [upper.name for upper in read(text).upper_meetings] == ["recent national meetings"]


def test_minutes_give_day_people_and_motions() -> None:
    meeting = read(MINUTES, DocumentFacts(kind="minutes", title="Town of Elm Bank"))
    assert (meeting.bodies[0].name, meeting.held_on) == ("Town of Elm Bank", "2031-05-05")
    assert [(p.name, p.role) for p in meeting.people] == [
        ("Ana Reed", "chair"),
        ("Bo Lind", "member"),
        ("Al Cole", "member"),
        ("Eve Poe", "member"),
        ("Max Holt", "non_voting"),
        ("Sue Holt", "non_voting"),
    ]
    assert [(a.act, a.object, a.outcome) for a in meeting.agenda] == [
        ("approve", "April minutes", "carried"),
        ("review", "buy a plough", "failed"),
    ]


@pytest.mark.parametrize("kind", ["order", "plan", "memo", "regulation"])
def test_other_kinds_of_document_report_no_meeting(kind: DocumentKind) -> None:
    assert find_meeting(BULLETIN, [], DocumentFacts(kind=kind)) is None


def test_a_text_without_a_meeting_reports_none() -> None:
    assert find_meeting("The harbour is closed. Boats wait.", [], FACTS) is None


ROLE_CASES: tuple[tuple[str | None, str, list[tuple[str, str]]], ...] = (
    ("role:chaired-by", "The meeting was chaired by Mayor Ana Reed.", [("Ana Reed", "chair")]),
    ("role:under-chair", "It met under the chairmanship of Ana Reed.", [("Ana Reed", "chair")]),
    ("role:presided", "Ana Reed, mayor, presided over the meeting.", [("Ana Reed", "chair")]),
    ("role:called-to-order", "Chair Ana Reed called the meeting to order.", [("Ana Reed", "chair")]),
    ("role:in-the-chair", "Ana Reed was in the chair.", [("Ana Reed", "chair")]),
    ("role:chair-label", "Chair: Ana Reed", [("Ana Reed", "chair")]),
    ("role:opened-by", "The session was called to order at 7 pm by Ana Reed.", [("Ana Reed", "chair")]),
    ("role:without-vote", "Bo Lind attended as an observer.", [("Bo Lind", "non_voting")]),
    (
        "role:also-present",
        "Also present were Bo Lind and Al Cole.",
        [("Bo Lind", "non_voting"), ("Al Cole", "non_voting")],
    ),
    ("role:in-attendance", "In attendance: Bo Lind", [("Bo Lind", "non_voting")]),
    ("role:absent-label", "Apologies: Cllr Al Cole", [("Al Cole", "absent")]),
    ("role:apologies-from", "The clerk noted apologies received from Al Cole.", [("Al Cole", "absent")]),
    ("role:absent", "Al Cole was absent.", [("Al Cole", "absent")]),
    ("role:asked-for-leave", "Al Cole asked for leave.", [("Al Cole", "absent")]),
    ("role:conveyed", "Dana Roe, deputy secretary, conveyed the spirit.", [("Dana Roe", "presenter")]),
    (
        "role:members-present",
        "Board members present were Bo Lind and Al Cole.",
        [("Bo Lind", "member"), ("Al Cole", "member")],
    ),
    (
        "role:present-label",
        "Present: Cllrs A. Reed (Chair), B. Lowe.",
        [("A. Reed", "chair"), ("B. Lowe", "member")],
    ),
    ("role:attendees-label", "Attendees: Bo Lind, Al Cole", [("Bo Lind", "member"), ("Al Cole", "member")]),
    (
        "role:those-present",
        "Those present were Bo Lind and Al Cole.",
        [("Bo Lind", "member"), ("Al Cole", "member")],
    ),
    ("role:spoke", "Bo Lind attended the meeting and made a speech.", [("Bo Lind", "speaker")]),
    (
        "role:attended",
        "Deputy mayors Bo Lind and Al Cole attended.",
        [("Bo Lind", "member"), ("Al Cole", "member")],
    ),
    ("role:attended-by", "It was attended by Bo Lind.", [("Bo Lind", "member")]),
    ("role:speech", "Bo Lind gave a short speech.", [("Bo Lind", "speaker")]),
    (None, "The Port Office presented the plan.", []),
    (None, "Heads of departments attended.", []),
)


@pytest.mark.parametrize(("rule", "text", "expected"), ROLE_CASES)
def test_a_row_of_the_roles_finds_its_people(
    rule: str | None, text: str, expected: list[tuple[str, str]]
) -> None:
    assert [(p.name, p.role) for p in find_people(text, (0, len(text)))] == expected


def test_every_row_of_the_roles_has_a_case() -> None:
    assert {row.name for row in ROLES} == {name for name, *_ in ROLE_CASES if name}


ACT_CASES: tuple[tuple[str | None, str, list[tuple[str, str]]], ...] = (
    ("act:convey", "The meeting conveyed the spirit of the session.", [("convey", "spirit of the session")]),
    (
        "act:approve-in-principle",
        "The council approved in principle the Fee Plan.",
        [("approve", "Fee Plan")],
    ),
    ("act:approve", "The cabinet considered and passed the Fish Bill.", [("approve", "Fish Bill")]),
    ("act:hear", "The board heard a report on floods.", [("hear", "report on floods")]),
    ("act:study", "The meeting studied and deployed flood work.", [("study", "flood work")]),
    ("act:review", "The session reviewed the budget.", [("review", "budget")]),
    (None, "The meeting noted that the budget grew.", []),
    (None, "The report reviewed by the clerk is long.", []),
)


@pytest.mark.parametrize(("rule", "text", "expected"), ACT_CASES)
def test_a_row_of_the_acts_finds_its_item(
    rule: str | None, text: str, expected: list[tuple[str, str]]
) -> None:
    assert [(item.act, item.object) for item in find_agenda(text, [(0, len(text))])] == expected


def test_every_row_of_the_acts_has_a_case() -> None:
    assert {row.name for row in ACTS} == {name for name, *_ in ACT_CASES if name}


def test_a_body_may_be_the_subject_of_its_meeting() -> None:
    text = "The City Council of Elm Bank held its 45th regular session. The Cabinet met on Tuesday."
    assert [(s.body, s.session) for s in find_sittings(text, (0, len(text)))] == [
        ("City Council of Elm Bank", 45),
        ("Cabinet", None),
    ]


@pytest.mark.parametrize(("word", "number"), [("9th", 9), ("twelfth", 12), ("Third", 3), (None, None)])
def test_an_ordinal_is_read_in_words_and_digits(word: str | None, number: int | None) -> None:
    assert ordinal(word) == number
