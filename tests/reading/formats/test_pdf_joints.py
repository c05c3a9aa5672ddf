"""How words of a PDF meet: blanks, Han characters, hyphens, marks of notes; and that nothing is lost."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from milepost.reading.formats.pdf_gaps import settle_gaps
from milepost.reading.formats.pdf_joints import Vocabulary, joined_words, line_words
from milepost.reading.formats.pdf_layout import Line
from milepost.reading.formats.pdf_paragraphs import paragraphs_of, setting_of
from milepost.reading.formats.pdf_words import Run

KNOWN = Vocabulary(["The coordination of long-term plans and of the register"])
JOINTS = (
    ("coordi-", "nation of plans", "coordination of plans"),
    ("a long-", "term plan", "a long-term plan"),
    ("a short-", "term plan", "a short-term plan"),
    ("a machine-", "readable list", "a machine-readable list"),
    ("PREPARED-", "NESS", "PREPAREDNESS"),
    ("the Smith-", "Jones report", "the Smith-Jones report"),
    ("from 3 -", "4 days", "from 3 - 4 days"),
    ("coordi\u00ad", "nation", "coordination"),
    ("the Port", "Office", "the Port Office"),
    ("推进城市", "更新行动", "推进城市更新行动"),
    ("推进", "5G基站", "推进5G基站"),
    ("于2026年1", "2月底前", "于2026年12月底前"),
    ("", "words", "words"),
)
LINES = st.lists(
    st.text("abc XYZ-，。市政府12()（）", min_size=1, max_size=12).filter(str.strip), min_size=1, max_size=20
)


def run(text: str, left: float, right: float, size: float = 10, base: float = 100, before: str = "") -> Run:
    return Run(text, left, right, base, size, False, before)


@pytest.mark.parametrize(("one", "two", "joined"), JOINTS, ids=[row[2] for row in JOINTS])
def test_two_lines_meet_as_they_were_written(one: str, two: str, joined: str) -> None:
    assert joined_words(one, two, KNOWN) == joined


@pytest.mark.parametrize(
    ("runs", "words"),
    [
        ([run("the", 0, 20), run("Port", 23, 40)], "the Port"),
        ([run("P", 0, 6), run("ort", 6.2, 20)], "Port"),
        ([run("市政府", 0, 30), run("办公室", 31, 60)], "市政府办公室"),
        ([run("市政府", 0, 30), run("办公室", 45, 75)], "市政府 办公室"),
        ([run("Board", 0, 30), run("3", 30, 33, 6, 96), run("meets", 36, 60)], "Board meets"),
        ([run("40 m", 0, 20), run("2", 20, 23, 6, 96)], "40 m²"),
        ([run("CO", 0, 20), run("2", 20, 23, 6, 102)], "CO2"),
        ([run("3", 0, 3, 6, 96), run("See the plan.", 3, 60)], "3 See the plan."),
    ],
)
def test_runs_of_a_line_meet(runs: list[Run], words: str) -> None:
    assert line_words(runs)[0] == words


def test_gaps_that_the_typesetter_sets_at_each_joint_are_no_blanks() -> None:
    runs = [run("于", 0, 10), run("2026", 12.5, 32, before="?"), run("年底前", 34.5, 64, before="?")]
    settle_gaps(runs)
    assert line_words(runs)[0] == "于2026年底前"


def test_a_gap_at_one_joint_of_many_is_a_blank() -> None:
    runs = [run("1", 0, 5), run("新建320公里公路，改建12公里，共8处", 8, 200, before="?")]
    settle_gaps(runs)
    assert line_words(runs)[0] == "1 新建320公里公路，改建12公里，共8处"


def test_letter_spaced_han_get_no_blanks() -> None:
    runs = [run(char, at * 15, at * 15 + 10, before="?" if at else "") for at, char in enumerate("人民政府")]
    settle_gaps(runs)
    assert line_words(runs)[0] == "人民政府"


@settings(deadline=None, max_examples=200)
@given(LINES, st.sampled_from([100.0, 60.0, 20.0]), st.integers(0, 3))
def test_joining_lines_loses_no_letter_and_keeps_the_order(
    texts: list[str], width: float, page_every: int
) -> None:
    lines = [
        Line(
            words=text.strip(),
            left=float(at % 3) * 10,
            right=min(100.0, width + at % 3 * 10),
            base=100.0 + 14 * at,
            size=10.0,
            bold=at % 5 == 0,
            opens_bold=at % 5 == 0,
            closes_bold=at % 5 == 0,
            page=at // 4 if page_every else 0,
            column=(0.0, 100.0),
        )
        for at, text in enumerate(texts)
    ]
    found = paragraphs_of(lines, setting_of(lines, "en"), Vocabulary(texts))
    assert letters("".join(paragraph.words for paragraph in found)) == letters("".join(texts))
    assert [line for paragraph in found for line in paragraph.lines] == lines


def letters(text: str) -> str:
    return "".join(char for char in text if not char.isspace() and char != "-")
