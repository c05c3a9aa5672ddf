"""Delivery plans: fields below a title, and tables with a head."""

import pytest

from milepost.reading.english import read_english
from milepost.reading.english.deadlines import Clock
from milepost.reading.english.field_lines import NAMES, field_of, fields_inside
from milepost.reading.english.fields import read_fields
from milepost.reading.english.tables import read_tables

CLOCK = Clock("2027-01-14", approved="2027-01-14")
RECORD = """Action A1. Fence the bank on priority farms
Lead: River Trust (with Farm Group)
Support: County Estate; Farm Cluster
Milestone: 6 km by Oct 2027; 12 km by Apr 2028
Start: Mar 2027
End: Oct 2028
"""


def test_a_record_of_fields_is_one_measure() -> None:
    (measure,) = read_fields(RECORD, CLOCK).measures
    assert measure.action == "Fence the bank on priority farms"
    assert measure.number == "A1"
    assert [unit.name for unit in measure.lead] == ["River Trust"]
    assert [unit.name for unit in measure.support] == ["Farm Group", "County Estate", "Farm Cluster"]
    assert measure.deadline is not None
    assert (measure.deadline.text, measure.deadline.date) == ("Oct 2028", "2028-10-31")
    assert [(one.kind, one.date) for one in measure.other_deadlines] == [
        ("start", "2027-03-31"),
        ("milestone", "2027-10-31"),
        ("milestone", "2028-04-30"),
    ]


@pytest.mark.parametrize(
    ("value", "date"),
    [
        ("ongoing", None),
        ("31/12/2027", "2027-12-31"),
        ("within 18 months of Board approval", "2028-07-14"),
        ("Q4 2028", "2028-12-31"),
    ],
)
def test_an_end_says_when(value: str, date: str | None) -> None:
    (measure,) = read_fields(f"Action B2. Adopt a plan\nLead: Port Office\nEnd: {value}\n", CLOCK).measures
    assert measure.deadline is not None
    assert (measure.deadline.text, measure.deadline.date) == (value, date)


@pytest.mark.parametrize(
    ("value", "kind"),
    [("from April 2027", "start"), ("Starting 1 May 2027", "start"), ("from April to June 2027", "fixed")],
)
def test_a_field_that_says_from_when_is_a_start(value: str, kind: str) -> None:
    (measure,) = read_fields(f"Action B2. Adopt a plan\nLead: Port Office\nDue: {value}\n", CLOCK).measures
    assert measure.deadline is not None
    assert measure.deadline.kind == kind


def test_a_date_in_the_words_above_the_fields_is_the_deadline() -> None:
    text = "Data Plan\n\n2. Appoint a data officer by 1 May 2027. Responsible: Chief Executive.\n"
    (measure,) = read_fields(text, CLOCK).measures
    assert (measure.number, measure.action) == ("2", "Appoint a data officer")
    assert [unit.name for unit in measure.lead] == ["Chief Executive"]
    assert measure.deadline is not None
    assert measure.deadline.date == "2027-05-01"


def test_nobody_named_leads() -> None:
    (measure,) = read_fields(
        "Action C1. Appoint a chair\nLead: TBC\nSupport: None\nEnd: May 2027\n", CLOCK
    ).measures
    assert (measure.lead, measure.support, measure.roles) == ([], [], "none")


def test_milestones_with_dates_of_their_own_are_parts() -> None:
    text = (
        "Commitment 1: Expand the portal\nLead agency: Records Office\n"
        "1.1 Publish the design. Start: May 2027. End: July 2027.\nEnd date: 31 March 2028\n"
    )
    main, part = read_fields(text, CLOCK).measures
    assert (part.level, part.parent, part.action) == ("sub", main.id, "Publish the design")
    assert part.lead == main.lead
    assert part.deadline is not None
    assert part.deadline.date == "2027-07-31"


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("Lead agency: Port Office", "lead"),
        ("Supporting partners: Trust", "support"),
        ("Key milestones: survey", "milestone"),
        ("Start date: May 2027", "start"),
        ("Deadline: May 2027", "end"),
        ("Action: mend the wall", "title"),
        ("Status: open", "status"),
        ("Note: see above", None),
        ("The Board met: nobody came", None),
    ],
)
def test_a_field_is_known_by_its_name(line: str, kind: str | None) -> None:
    field = field_of(line, 0, len(line))
    assert (field.kind if field else None) == kind
    assert kind is None or kind in NAMES


def test_prose_with_a_colon_is_no_record() -> None:
    assert read_fields("The Board met.\nPresent: Ann\nNote: none\n", CLOCK).measures == []


TABLE = """Present: D. Lorne (Clerk), P. Quist
Ref | Action | Owner | Due | Status
1 | Obtain quotes | DL | 1 June 2027 | Open
2 | Check the cabinet | PQ / Rivers Trust | Monthly | Ongoing
3 | Write to the county | DL | 30 April 2027 | Done
"""


def test_a_table_gives_a_measure_a_row_and_sets_the_done_aside() -> None:
    read = read_tables(TABLE, CLOCK)
    first, second = read.measures
    assert (first.action, [unit.name for unit in first.lead]) == ("Obtain quotes", ["D. Lorne"])
    assert first.deadline is not None
    assert first.deadline.date == "2027-06-01"
    assert [unit.name for unit in second.lead] == ["P. Quist", "Rivers Trust"]
    assert second.deadline is None
    assert second.recurring is not None
    assert [TABLE[slice(*one.span)].split(" |")[0] for one in read.set_aside] == ["Write to the county"]


@pytest.mark.parametrize(
    ("cell", "kind"),
    [("From April 2027", "start"), ("April 2027", "fixed"), ("From April to June 2027", "fixed")],
)
def test_a_cell_that_says_from_when_is_a_start(cell: str, kind: str) -> None:
    table = f"Ref | Action | Owner | Due\n1 | Mend the gate | Parks Office | {cell}\n"
    (measure,) = read_tables(table, CLOCK).measures
    assert measure.deadline is not None
    assert measure.deadline.kind == kind


@pytest.mark.parametrize("text", ["Name | Age\nAnn | 31\n", "Action | Cost\nMend | 31\n", "one line\n"])
def test_other_tables_are_left_alone(text: str) -> None:
    assert read_tables(text, CLOCK).measures == []


AUDIT = """Audit of tills

Recommendation 1: The Treasury Office should count each till.
Management response: Agreed.{gap}Responsible officer: Head of Treasury.{gap}Target date: 31 March 2027

Recommendation 2: Change the locks.
Management response: Agreed.{gap}Responsible officer: Head of Ports.{gap}Target date: 30 April 2027
"""


@pytest.mark.parametrize("gap", [" ", "\n"])
def test_an_officer_answers_for_a_named_unit_and_leads_where_none_is(gap: str) -> None:
    found = read_english(AUDIT.format(gap=gap), [], None)
    assert [(m.action, [u.name for u in m.lead], m.deadline and m.deadline.date) for m in found.measures] == [
        ("count each till", ["Treasury Office"], "2027-03-31"),
        ("Change the locks", ["Head of Ports"], "2027-04-30"),
    ]
    assert found.facts.title == "Audit of tills"


@pytest.mark.parametrize(
    ("line", "count"),
    [
        ("1. Publish the berth list. Lead: Port Office. Due: 1 May 2027.", 2),
        ("The board asked: why? Answer: none.", 0),
        ("1. Publish the berth list. Note: it is long.", 0),
        ("1. Publish the berth list, lead: unknown.", 0),
    ],
)
def test_fields_stand_behind_a_sentence(line: str, count: int) -> None:
    assert len(fields_inside(line, 0, len(line))) == count
