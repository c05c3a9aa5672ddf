"""Minutes: whom a note, a log, a right column or a pronoun makes responsible, and by which meeting."""

import pytest

from milepost.reading.english.deadlines import Clock
from milepost.reading.english.meeting_days import find_meeting_day
from milepost.reading.english.minutes import read_minutes
from milepost.reading.english.people import initials_of
from milepost.reading.records import DocumentFacts, FoundMeasure

CLOCK = Clock("2027-02-09", meeting="2027-02-09", next_meeting="2027-03-09")
PRESENT = "Present: Ann Poe (Chair) AP, Bo Lind (BL), Cllr J. Gale (JG), Mrs T Ash (Clerk)\n\n"


def read(text: str, title: str | None = None) -> list[FoundMeasure]:
    return read_minutes(PRESENT + text, DocumentFacts(kind="minutes", title=title), CLOCK, []).measures


def owners(text: str, title: str | None = None) -> list[tuple[list[str], str]]:
    return [([unit.name for unit in m.lead], m.action) for m in read(text, title)]


@pytest.mark.parametrize(
    ("line", "lead", "action", "date"),
    [
        (
            "AP3 – JG – circulate the rain data – 14 May 2027",
            ["Cllr J. Gale"],
            "circulate the rain data",
            "2027-05-14",
        ),
        ("AP4 – BL/AP – draft the press line – asap", ["Bo Lind", "Ann Poe"], "draft the press line", None),
        ("Action 6.4 (JG) – share the cost model.", ["Cllr J. Gale"], "share the cost model", None),
        ("Action 7 – Harbour Unit – publish the chart", ["Harbour Unit"], "publish the chart", None),
        ("Action 8 – tbc – write the notes", [], "write the notes", None),
        ("ACTION BL: Complete the form by 1 March 2027.", ["Bo Lind"], "Complete the form", "2027-03-01"),
    ],
)
def test_an_entry_of_a_log_has_task_owner_and_date(
    line: str, lead: list[str], action: str, date: str | None
) -> None:
    (measure,) = read(line)
    assert [unit.name for unit in measure.lead] == lead
    assert measure.action == action
    assert (measure.deadline and measure.deadline.date) == date


@pytest.mark.parametrize(
    ("line", "lead"),
    [
        ("1. Report to Council by 1 June 2027 (Action: Ann Poe)", ["Ann Poe"]),
        ("1. Report to Council by 1 June 2027 [Action by: BL]", ["Bo Lind"]),
        ("1. Report to Council by 1 June 2027 (Action Plan)", None),
    ],
)
def test_a_bracket_behind_a_task_names_its_owner(line: str, lead: list[str] | None) -> None:
    found = read(line)
    assert [[unit.name for unit in measure.lead] for measure in found] == ([lead] if lead else [])


@pytest.mark.parametrize(
    ("line", "lead"),
    [
        ("The Clerk reported that the Mayor will open the fair.", None),
        ("No department shall be required to bear costs.", None),
        ("Ann Poe reported that she will open the fair.", ["Ann Poe"]),
        ("The Clerk will order the tents.", ["Clerk"]),
    ],
)
def test_what_somebody_says_of_another_or_frees_is_no_action(line: str, lead: list[str] | None) -> None:
    found = read(line)
    assert [[unit.name for unit in measure.lead] for measure in found] == ([lead] if lead else [])


@pytest.mark.parametrize(
    "line",
    [
        "AP6 – JG – book the room – closed",
        "Action 6.2 (BL) – lease terms received. Action complete.",
        "Action 6.3 (BL) – survey ordered. Closed.",
    ],
)
def test_a_closed_entry_is_set_aside(line: str) -> None:
    found = read_minutes(PRESENT + line, DocumentFacts(kind="minutes"), CLOCK, [])
    assert found.measures == []
    assert [aside.reason for aside in found.set_aside] == ["reported"]


def test_initials_in_the_right_column_own_the_sentence_before_them() -> None:
    assert owners(
        "The swings were checked. Two seats to be replaced before Easter.             BL\n"
        "Obtain three quotes for the surface.              JG\n"
    ) == [
        (["Bo Lind"], "Two seats to be replaced"),
        (["Cllr J. Gale"], "Obtain three quotes for the surface"),
    ]


def test_a_bracket_at_the_end_names_the_owner() -> None:
    assert owners("The gate has to be painted (Action: BL).") == [(["Bo Lind"], "The gate has to be painted")]


def test_notes_name_somebody_and_a_plain_verb() -> None:
    assert owners("Roads: Graded three miles. Ann call county about culvert. Beaver dam out.") == [
        (["Ann Poe"], "call county about culvert")
    ]
    assert owners("Ann put up the sign.") == []


def test_a_list_of_duties_may_stand_behind_its_topic() -> None:
    assert owners("Duties for next month: Ann haul brush, Bo mow the lawn.") == [
        (["Ann"], "haul brush"),
        (["Bo"], "mow the lawn"),
    ]


def test_he_is_whom_the_sentence_before_began_with() -> None:
    text = "Bo Lind reported that the pump is back. He will start the ditches on Monday."
    (measure,) = read(text)
    assert [unit.name for unit in measure.lead] == ["Bo Lind"]
    at = measure.lead[0].span
    assert at is not None
    assert (PRESENT + text)[slice(*at)] == "He"


def test_a_given_name_alone_stands_for_its_person() -> None:
    assert owners("Ann and Bo will sign the contract.") == [(["Ann Poe", "Bo Lind"], "sign the contract")]


def test_a_promise_behind_a_semicolon_is_one_of_its_own() -> None:
    assert owners("The Clerk will draft the order; the Warden will sign it.") == [
        (["Clerk"], "draft the order"),
        (["Warden"], "sign it"),
    ]


def test_initials_are_read_behind_a_name_and_in_its_bracket() -> None:
    known = initials_of("Present: Ola Mensah OM; Priya Nair (PN, minutes); Ida Sol (Chair) IS")
    assert {letters: person.name for letters, person in known.items()} == {
        "OM": "Ola Mensah",
        "PN": "Priya Nair",
        "IS": "Ida Sol",
    }


@pytest.mark.parametrize(
    ("words", "said", "date"),
    [
        ("report to the March meeting", "to the March meeting", "2027-03-09"),
        ("report to the April meeting", "to the April meeting", None),
        ("be placed on the next agenda", "on the next agenda", "2027-03-09"),
        ("present it at the October 16 meeting", "at the October 16 meeting", "2027-10-16"),
        ("report before the annual meeting", "before the annual meeting", None),
        ("hold a meeting on roads", None, None),
    ],
)
def test_a_meeting_is_a_day_where_the_minutes_print_it(
    words: str, said: str | None, date: str | None
) -> None:
    found = find_meeting_day(words, 0, len(words), CLOCK)
    assert (found and found.text) == said
    assert (found and found.date) == date


def test_who_helps_may_stand_before_the_modal() -> None:
    text = "It was agreed that the Bureau, with the assistance of the Road Fund, would hold two workshops."
    (measure,) = read(text)
    assert [unit.name for unit in measure.lead] == ["Bureau"]
    assert [unit.name for unit in measure.support] == ["Road Fund"]


@pytest.mark.parametrize("sign", [" / ", "/", " & ", " and "])
def test_an_action_may_have_two_owners(sign: str) -> None:
    text = f"Action: Finance Department{sign}Parks Department - report on rents.\n"
    assert owners(text) == [(["Finance Department", "Parks Department"], "report on rents")]
