"""Numbering: what stands under what, on lines and inside one long line."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from milepost.reading.english.pieces import blocks_of, pieces_of, roman
from milepost.reading.english.sentences import LONGEST, sentences_of


def paths(text: str) -> list[str]:
    return [piece.path for piece in pieces_of(text) if piece.label]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "Section 1. Wells. (a) The Board shall: (i) map wells; and (ii) test them. (b) It shall report.",
            ["1", "1(a)", "1(a)(i)", "1(a)(ii)", "1(b)"],
        ),
        ("§ 2. Fleet. a. The Board shall act. b. It shall report.", ["2", "2(a)", "2(b)"]),
        ("1. The Board shall act. 2. By May it shall report under section 4(b) of the Act.", ["1", "2"]),
        ("(g) One;\n(h) two;\n(i) three;\n(j) four.", ["(g)", "(h)", "(i)", "(j)"]),
        (
            "4.1. Wells. (a) One. (b) Two.\n4.2. Pumps. (a) Three.",
            ["4.1", "4.1(a)", "4.1(b)", "4.2", "4.2(a)"],
        ),
        ("The plan described in paragraphs (a) and (b) of section 3 stands.", []),
        ("Article 7\n\nWells\n\n1. Each office shall act.", ["7", "7(1)"]),
    ],
)
def test_labels_stand_where_they_are_printed(text: str, found: list[str]) -> None:
    assert paths(text) == found


def test_a_wrapped_paragraph_is_one_block() -> None:
    text = (
        "The Clerk will write to the county about the culvert on Pine Road and the\n"
        "bridge before the winter.\n\nThe Board met."
    )
    assert len(blocks_of(text)) == 2


def test_topics_name_all_headings_above() -> None:
    text = "## Registry Actions\n\n1. Publish the list.\n\n### Background\n\nThe list grows."
    topics = [piece.topics for piece in pieces_of(text) if not piece.is_heading]
    assert topics == ["registry actions", "registry actions / background"]


@given(st.text(alphabet="()aiv1.;: \nBShallX§-", max_size=300))
def test_pieces_cover_the_text_in_order(text: str) -> None:
    end = 0
    for piece in pieces_of(text):
        assert end <= piece.start or piece.start == piece.end
        assert piece.start <= piece.body <= max(piece.end, piece.start)
        end = max(end, piece.end)
        assert end <= len(text)


@pytest.mark.parametrize(("word", "value"), [("i", 1), ("iv", 4), ("ix", 9), ("xiv", 14), ("b", 0)])
def test_small_roman_numerals_are_read(word: str, value: int) -> None:
    assert roman(word) == value


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("The Board met. It rose.", 2),
        ("Cllr. A. Moss met Mr. Orr under 5 U.S.C. Section 3.", 1),
        ("See No. 14. The Board met.", 2),
    ],
)
def test_abbreviations_end_no_sentence(text: str, count: int) -> None:
    assert len(sentences_of(text, 0, len(text))) == count


def test_an_endless_sentence_is_cut() -> None:
    text = "word " * 10_000
    assert max(end - start for start, end in sentences_of(text, 0, len(text))) <= LONGEST
