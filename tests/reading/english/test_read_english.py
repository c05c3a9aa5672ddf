"""The English door: facts, ids and clauses, warnings, and texts of every kind that must never break it."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from milepost.reading.english import read_english
from milepost.reading.english.document import find_facts
from milepost.reading.records import ClauseFound, DocumentKind

ORDER = (
    "CITY OF BRANTWICK\n\nEXECUTIVE ORDER No. 31\nMay 4, 2027\n\nCURB SPACE\n\nWHEREAS, "
    "curbs are crowded; NOW, THEREFORE, it is"
    " hereby ordered:\n\nSection 1. Curbs. (a) The Commissioner of Streets shall, within "
    "60 days of the date of this Order,"
    " publish a map. (b) The map shall include signs.\n"
)


def test_an_order_is_read_whole() -> None:
    body = read_english(ORDER, [], None)
    facts = body.facts
    assert (facts.kind, facts.number, facts.date, facts.title) == ("order", "31", "2027-05-04", "CURB SPACE")
    assert facts.issuer == "CITY OF BRANTWICK"
    (measure,) = body.measures
    assert measure.deadline is not None
    assert measure.deadline.date == "2027-07-03"
    assert [one.reason for one in body.set_aside] == ["recital", "content"]


def test_a_measure_knows_its_clause() -> None:
    at = ORDER.index("(a)")
    clauses = [
        ClauseFound(id="c1", span=(ORDER.index("Section 1"), at), kind="section", label="Section 1."),
        ClauseFound(id="c2", span=(at, ORDER.index("(b)")), parent="c1", kind="item", label="(a)"),
    ]
    (measure,) = read_english(ORDER, clauses, None).measures
    assert (measure.id, measure.clause, measure.number) == ("m1", "c2", "(a)")


def test_a_given_day_stands_where_none_is_printed() -> None:
    text = "It is hereby ordered: Within 10 days of the date of this order, the Board shall act."
    given_day = read_english(text, [], "2027-03-10").measures[0].deadline
    assert given_day is not None
    assert given_day.date == "2027-03-20"
    body = read_english(text, [], None)
    assert body.measures[0].deadline is not None
    assert body.measures[0].deadline.date is None
    assert body.warnings == ["no issue date found: 1 relative deadlines have no date"]


def test_an_impossible_day_is_a_warning() -> None:
    body = read_english("Order\n3 May 2027\nThe Board shall report by 30 February 2028.", [], None)
    assert body.measures[0].deadline is not None
    assert body.measures[0].deadline.date is None
    assert any("30 February 2028" in warning for warning in body.warnings)


@pytest.mark.parametrize(
    ("text", "kind", "date"),
    [
        (
            "MEMORANDUM FOR HEADS OF AGENCIES\nDate: 12 January 2027\nSubject: Gateways\nAgencies must act.",
            "memo",
            "2027-01-12",
        ),
        (
            "Borrow Parish Council\nMinutes of the meeting held on 9 February 2027\nApologies: none",
            "minutes",
            "2027-02-09",
        ),
        (
            "Resolution 44/12 adopted on 3 June 2027\nThe General Assembly,\nRecalling its "
            "resolution 3/1 of 4 May 1999,",
            "resolution",
            "2027-06-03",
        ),
        ("Audit report: Bridges\n14 September 2027\nWe recommend that the Board act.", "audit", "2027-09-14"),
        ("Delivery Plan 2027\nLead: Trust\nEnd: 1 May 2028\n", "plan", None),
        ("Article 4\n\n1. Member States shall act by 2 May 2028.", "regulation", None),
        (
            "Executive Order 7\nDated this 5th day of April, 2027\nIt is hereby ordered:",
            "order",
            "2027-04-05",
        ),
        ("A note about nothing.", "other", None),
    ],
)
def test_the_kind_and_the_day_of_a_text_are_told(text: str, kind: DocumentKind, date: str | None) -> None:
    facts = find_facts(text, [], None)
    assert (facts.kind, facts.date) == (kind, date)
    if facts.date_span:
        assert text[slice(*facts.date_span)].strip()


def test_a_memo_is_named_by_its_subject_line() -> None:
    facts = find_facts("MEMORANDUM FOR AGENCIES\nSUBJECT: Permit timelines\n3 May 2027\n", [], None)
    assert facts.title == "Permit timelines"


@pytest.mark.parametrize(
    ("head", "title"),
    [
        ("Minutes, 4 March 2027\nTOWN OF ELM BANK\n", "Minutes, 4 March 2027, TOWN OF ELM BANK"),
        ("TOWN OF ELM BANK\nMinutes, 4 March 2027\n", "TOWN OF ELM BANK, Minutes, 4 March 2027"),
        (
            "Minutes of the Port Board, 4 March 2027\nTOWN OF ELM BANK\n",
            "Minutes of the Port Board, 4 March 2027",
        ),
        ("Minutes, 4 March 2027\n\nRENTS AND LEASES\n", "Minutes, 4 March 2027"),
        ("Responsible officer: Head of Ports\nTarget date: 1 May 2027\n", None),
    ],
)
def test_a_bare_kind_of_paper_is_named_with_its_body(head: str, title: str | None) -> None:
    assert find_facts(f"{head}\nPresent: A. Lee\n", [], None).title == title


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("Order\n5 May 2027\n", None),
        ("ORDER No. 5 May 4, 2027\n", "5"),
        ("Order 5\n", "5"),
        ("Decision\nCAB-27-0118\n", "CAB-27-0118"),
    ],
)
def test_a_day_is_no_number_of_an_order(text: str, number: str | None) -> None:
    assert find_facts(text, [], None).number == number


@pytest.mark.parametrize(
    ("sentence", "date"),
    [
        ("The Port Office shall publish a list within 14 days.", "2027-02-23"),
        ("Each department shall name a contact within 14 days.", "2027-02-23"),
        ("If a leak is found, the Port Office shall report it within 14 days.", None),
        ("Each complaint shall be answered by the Port Office within 14 days.", None),
        ("The Port Office shall report a leak within 14 hours.", None),
    ],
)
def test_a_bare_length_in_an_order_counts_from_its_day(sentence: str, date: str | None) -> None:
    text = f"Order\nTown of Elm Bank\nIssued 9 February 2027\n\n{sentence}\n"
    (measure,) = read_english(text, [], None).measures
    assert measure.deadline is not None
    assert measure.deadline.date == date


def test_a_text_without_a_day_that_needs_none_is_read_without_a_warning() -> None:
    assert read_english("The Port Office shall publish a list.", [], None).warnings == []


WORDS = st.sampled_from(
    [
        *"shall must will should may not the Board agencies (a) (i) 1. 2. : ; , . — by within".split(),
        *"30 days of".split(),
        *"this order to publish report WHEREAS RESOLVED that Section § | in consultation with and".split(),
        *"Requests Lead: End: May 2027 Action RB “ ” ( )".split(),
        "\n",
        "\t",
    ]
)


@settings(max_examples=150, deadline=None)
@given(st.lists(WORDS, max_size=80).map(" ".join))
def test_no_text_breaks_the_reader_and_every_span_is_exact(text: str) -> None:
    for head in (
        "Executive Order\n",
        "Minutes of the meeting\nPresent: R. Birch\n",
        "MEMORANDUM\nRequired Actions\n",
    ):
        whole = head + text
        body = read_english(whole, [], "2027-03-10")
        ids = [measure.id for measure in body.measures]
        assert ids == [f"m{number}" for number in range(1, len(ids) + 1)]
        for measure in body.measures:
            assert 0 <= measure.span[0] < measure.span[1] <= len(whole)
            assert measure.parent is None or measure.parent in ids
            named = [(unit.name, unit.span) for unit in (*measure.lead, *measure.via, *measure.addressee)]
            named += [(unit.name, unit.span) for unit in measure.support]
            for name, span in named:
                assert " ".join(whole[slice(*span)].split()) in (name, "RB", "R. Birch")
            if measure.deadline:
                assert whole[slice(*measure.deadline.span)] == measure.deadline.text
        for aside in body.set_aside:
            assert 0 <= aside.span[0] < aside.span[1] <= len(whole)


@pytest.mark.parametrize(
    "text",
    [
        "the Board shall " * 4000,
        "(a) " * 10_000,
        "within 5 days of " * 4000,
        "— " * 20_000,
        "in consultation with the Board, " * 2500,
        "1. Act. " * 8000,
    ],
    ids=["modals", "labels", "offsets", "dashes", "relations", "numbers"],
)
def test_an_awkward_text_is_read_in_linear_time(text: str) -> None:
    """Twice the text takes at most about twice the time; the bound is wide, as the machine is shared."""
    half = "Executive Order\n" + text[: len(text) // 2]
    started = time.process_time()
    read_english(half, [], None)
    first = time.process_time() - started
    started = time.process_time()
    read_english("Executive Order\n" + text, [], None)
    assert time.process_time() - started < 4 * first + 0.5
