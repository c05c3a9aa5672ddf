"""Sentences and paragraphs: exact spans, nothing lost, abbreviations and brackets passed over."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from milepost.reading.records import ClauseFound, Language
from milepost.reading.sentences import flat, paragraphs, sentences

CASES: tuple[tuple[Language, str, list[str]], ...] = (
    (
        "en",
        "The board met. It closed at 9 p.m. Then it rained.",
        ["The board met.", "It closed at 9 p.m.", "Then it rained."],
    ),
    (
        "en",
        "Dr. Ames saw No. 5 Quay and J. Smith. He left.",
        ["Dr. Ames saw No. 5 Quay and J. Smith.", "He left."],
    ),
    (
        "en",
        "The U.S. Office agreed. Fees rise by 2.5 per cent.",
        ["The U.S. Office agreed.", "Fees rise by 2.5 per cent."],
    ),
    ("en", "1. The Office shall report.", ["1. The Office shall report."]),
    ("en", 'She said "Go." Then she left!', ['She said "Go."', "Then she left!"]),
    (
        "en",
        "A line that\ngoes on.\n\nA heading\n\nThe end",
        ["A line that\ngoes on.", "A heading", "The end"],
    ),
    ("zh", "会议强调，要抓好落实。各区要报送方案！", ["会议强调，要抓好落实。", "各区要报送方案！"]),
    ("zh", "他说“开工。”大家鼓掌。", ["他说“开工。”", "大家鼓掌。"]),
    ("zh", "各局（甲、乙负责。列第一位者牵头）办理。", ["各局（甲、乙负责。列第一位者牵头）办理。"]),
    ("zh", "（左括号未合。仍分句。", ["（左括号未合。", "仍分句。"]),
)


@pytest.mark.parametrize(("language", "text", "expected"), CASES)
def test_a_text_is_cut_where_its_sentences_end(language: Language, text: str, expected: list[str]) -> None:
    assert [text[a:b] for a, b in sentences(text, (0, len(text)), language)] == expected


@given(st.text(alphabet='aB1 .!?\n"()。“”（）是', max_size=80), st.sampled_from(["en", "zh"]))
def test_sentences_lose_nothing_but_blanks(text: str, language: Language) -> None:
    spans = sentences(text, (0, len(text)), language)
    assert "".join("".join(text[a:b].split()) for a, b in spans) == "".join(text.split())
    assert all(left[1] <= right[0] for left, right in pairwise(spans))
    assert all(text[a:b] == text[a:b].strip() for a, b in spans)


def test_a_span_keeps_sentences_inside_it() -> None:
    text = "One ends. Two ends. Three ends."
    assert [text[a:b] for a, b in sentences(text, (10, 19), "en")] == ["Two ends."]


def test_a_paragraph_leaves_its_label_out_and_knows_its_clause() -> None:
    text = "Title\n(a) Do it."
    clauses = [
        ClauseFound(id="c1", span=(0, 5), kind="title"),
        ClauseFound(id="c2", span=(6, 16), kind="item", label="(a)"),
    ]
    title, item = paragraphs(text, clauses)
    assert title.heading
    assert (text[slice(*item.span)], item.clause, item.number) == ("Do it.", "c2", "(a)")


def test_without_an_outline_each_line_is_a_paragraph() -> None:
    assert [p.span for p in paragraphs("One.\n\n Two.\n", [])] == [(0, 4), (7, 11)]


@given(st.text(max_size=60))
def test_a_flat_text_keeps_every_place(text: str) -> None:
    assert len(flat(text)) == len(text)
    assert "\n" not in flat(text)
