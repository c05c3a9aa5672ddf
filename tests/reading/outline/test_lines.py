"""Lines of a plain text to blocks."""

import pytest

from milepost.reading.outline.lines import blocks_of
from milepost.reading.records import Language

WRAPPED = (
    "Gary Moss reports that the brushing of the roads was done by the county\n"
    "crew and that the bill has not come. The board thanked the county and\n"
    "asked the clerk to write. The clerk agreed to send the letter before the\n"
    "next meeting."
)


def lines(text: str, language: Language = "en") -> list[str]:
    return [text[slice(*block.span)] for block in blocks_of(text, language)]


def kinds(text: str) -> list[str]:
    return [block.kind for block in blocks_of(text, "en")]


def test_each_line_of_a_text_that_was_not_broken_is_a_paragraph() -> None:
    assert lines("One.\n\n  Two, and\nthree.  \n") == ["One.", "Two, and", "three."]


def test_a_text_broken_at_a_width_gets_its_paragraphs_back() -> None:
    assert lines(f"{WRAPPED}\n\nThe meeting closed.") == [WRAPPED, "The meeting closed."]


FULL = f"{WRAPPED} The board then heard from the harbour master at some length;"


@pytest.mark.parametrize("line", ["- Ann calls the county", "(b) The clerk helps.", "## Next", "a | b | c"])
def test_a_line_that_opens_something_never_joins_the_one_before(line: str) -> None:
    assert lines(f"{FULL}\n{line}") == [FULL, line]


def test_a_line_without_a_mark_joins_the_full_one_before() -> None:
    assert lines(f"{FULL}\nand went home.") == [f"{FULL}\nand went home."]


def test_a_citation_at_the_start_of_a_broken_line_opens_nothing() -> None:
    text = (
        f"{WRAPPED} The levy is set as the County Board says in the section\n(b) of this act, which stands."
    )
    assert lines(text) == [text]


def test_marks_of_markdown_and_bullets_tell_the_kind() -> None:
    assert kinds("# Plan\n* item\n• item\nwords - words\na | b | c\n|---|---|") == [
        "heading", "item", "item", "paragraph", "row",
    ]  # fmt: skip


def test_cells_of_a_row_are_cut_at_the_bars_without_their_blanks() -> None:
    text = "| 1 | Dig |  | Port Office |"
    (block,) = blocks_of(text, "en")
    assert [text[slice(*cell.span)] for cell in block.cells] == ["1", "Dig", "", "Port Office"]


@pytest.mark.parametrize("line", ["— 7 —", "- 12 -", "第 3 页 共 9 页", "Page 4 of 12", "-----", "* * *"])
def test_lines_of_pages_are_no_blocks(line: str) -> None:
    assert lines(f"One.\n{line}\nTwo.") == ["One.", "Two."]


def test_a_head_that_pages_repeat_is_noise_and_a_line_beside_one_page_number_is_not() -> None:
    assert lines("Gazette\nOne.\n— 1 —\nGazette\nTwo.\n— 2 —\nThree.", "en") == [
        "Gazette",
        "One.",
        "Two.",
        "Three.",
    ]
