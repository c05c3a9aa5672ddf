"""What binds because of how a text speaks, whatever kind of paper it is taken for."""

import pytest

from milepost.reading import read
from milepost.reading.english.kinds import find_kind
from milepost.reading.english.plain_duties import instructed, let_be, please
from milepost.reading.english.tenor import tenor_of
from milepost.reading.records import DocumentKind

ROWS: tuple[tuple[str, str, list[tuple[list[str], str]]], ...] = (
    (
        "a protocol binds in the present tense",
        "Joint Protocol\n\n1. When a boat is late, the harbour master calls the Lifeboat Station.\n"
        "2. Wardens record the call.",
        [(["Wardens"], "record the call")],
    ),
    (
        "a protocol only states what it is for",
        "Joint Protocol\n\nThe Board welcomes the views of staff. The Board issues these rules each year.",
        [],
    ),
    (
        "a letter in the present tense only tells",
        "Letter to members\n\nThe Clerk opens the office at nine.",
        [],
    ),
    (
        "tasks stand below the name of their unit",
        "Flood Plan\n\nPART 2 - RESPONSIBILITIES\n\n2.1 Fire Chief\n- Set up the command post\n"
        "2.2 Water Office\n- Declare a shortage where required",
        [
            (["Fire Chief"], "Set up the command post"),
            (["Water Office"], "Declare a shortage where required"),
        ],
    ),
    (
        "a policy reviews itself through somebody",
        "Attendance Policy\n\nThis policy will be reviewed every two years by the deputy head.",
        [(["deputy head"], "be reviewed every two years")],
    ),
    (
        "a passive without a rhythm is a prospect",
        "Letter to members\n\nResults will be reported to the committee.",
        [],
    ),
    (
        "an annual report only promises for who writes it",
        "Ferry Authority\nAnnual Report\n\nIn the coming year we will open a pier. Ships must pay a fee. "
        "Demand will rise.",
        [(["Ferry Authority"], "open a pier")],
    ),
    (
        "works by themselves have no lead",
        "PERMISSION\n\n1. No development shall take place until a scheme has been approved.",
        [([], "take place")],
    ),
    (
        "an opening without a comma",
        "Ten Goals: Programme for Government\n\nOver the life of this Plan the Government will plant oaks.",
        [(["Government"], "plant oaks")],
    ),
    (
        "what one is not to do",
        "Rules for guides\n\nVolunteers are not to clear paths after dark.",
        [(["Volunteers"], "clear paths after dark")],
    ),
    (
        "a court restrains somebody",
        "Order\n\nThe third respondent is restrained from discharging oil into the lake.",
        [(["third respondent"], "discharging oil into the lake")],
    ),
)


@pytest.mark.parametrize(("row", "text", "found"), ROWS, ids=[row[0] for row in ROWS])
def test_a_tenor_decides_what_binds(row: str, text: str, found: list[tuple[list[str], str]]) -> None:
    measures = read(text.encode(), "paper.txt").measures
    assert [[unit.name for unit in one.lead] for one in measures] == [lead for lead, _ in found]
    for measure, (_, words) in zip(measures, found, strict=True):
        assert words in text[slice(*measure.span)]


def test_news_binds_nobody() -> None:
    news = (
        "Council to mend roads\n\nThe council will mend 40 streets, Jo Fen said. “Holes must go,” she told "
        "reporters. A spokesperson said the depot should move. The council will publish a list, it said.\n"
    )
    assert tenor_of(news, "other").news
    assert read(news.encode(), "news.txt").measures == []


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Ministry of Lands\nService Charter\n\nWe will see you within 10 minutes of your arrival.", "other"),
        ("Snow Procedure\n\n1. On receipt of a warning\n2. On the day", "other"),
        ("Ferry Office\nAnnual Report\n\nWe moved to new rooms.", "other"),
        ("MINUTES OF REGULAR MEETING\n\nAnn moved to accept the bid.", "minutes"),
    ],
)
def test_words_that_also_stand_elsewhere_make_no_kind(text: str, kind: DocumentKind) -> None:
    assert find_kind(text) == kind


@pytest.mark.parametrize(
    ("sentence", "verb"),
    [
        ("Let a report be filed by the Registrar.", "be filed by the Registrar."),
        ("A copy of this order be sent to the mayor.", "be sent to the mayor."),
        ("Let us hope.", None),
        ("A copy of this order is kept.", None),
    ],
)
def test_a_court_of_the_old_manner_lets_things_be_done(sentence: str, verb: str | None) -> None:
    at = let_be(sentence)
    assert (None if at is None else sentence[at:]) == verb


def test_a_subject_and_its_verb_agree() -> None:
    found = instructed("If the school is closed, the duty councillor posts a notice.")
    assert found is not None
    assert (found.subject_start, found.verb) == (25, 45)
    assert instructed("The wardens posts a notice.") is None
    assert instructed("The grit bins hold salt.") is None


def test_a_please_may_stand_behind_its_case() -> None:
    assert please("If you accept, please sign the form.") == len("If you accept, please ")
    assert please("If you need help, please contact us.") is None
