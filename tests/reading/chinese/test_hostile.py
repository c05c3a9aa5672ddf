"""No text is refused, every span is exact, and time grows with the length of the text only."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from milepost.reading.chinese import read_chinese
from milepost.reading.chinese.references import find_references

SIGNS = "（一） 1. （1） ① 一、 \n \n 。 ； ， 、 | ( ) （ ） 〔 〕 < > (huà) — 3 — 序号|任务|责任单位"
UNITS = (
    "市财政局 各县 政府 等部门 责任单位： 牵头单位： 完成时限： 牵头 配合 负责 指导 会同 由 请 要 此项工作由"
)
WORDS = "2028年 6月底前 2月30日 每年 第三季度 本方案印发之日起30日内 推进改革 制定办法 会议强调， 鼓励"
RULES = "下同 列第一位者为牵头单位 以下均需各县落实，不再列出 第（三）项完成后"
PIECES = st.sampled_from(" ".join([SIGNS, UNITS, WORDS, RULES]).split(" "))


@settings(max_examples=150, deadline=None)
@given(st.lists(PIECES, max_size=60).map("".join))
def test_every_text_is_read_and_spans_are_exact(text: str) -> None:
    body = read_chinese(text, [], "2028-03-01")
    for measure in body.measures:
        assert 0 <= measure.span[0] < measure.span[1] <= len(text)
        assert measure.action
        for unit in [*measure.lead, *measure.guide]:
            assert text[slice(*unit.span)] == unit.name or "\n" in text[slice(*unit.span)]
        if measure.object:
            assert (
                text[slice(*measure.object.span)] == measure.object.text
                or "\n" in text[slice(*measure.object.span)]
            )
        find_references(text, measure.span)


HOSTILE = (
    "（",
    "(市局牵头",
    "各区，",
    "|",
    "由市",
    "2027年6月",
    "责任单位：",
    "1.",
    "（一）",
    "、",
    "每年",
    "牵头单位：甲局\n",
    "《",
    "a|b\n",
)


@pytest.mark.parametrize("piece", HOSTILE)
def test_repeated_pieces_cost_no_more_than_their_length(piece: str) -> None:
    text = piece * (60_000 // len(piece))
    start = time.process_time()
    read_chinese(text, [], None)
    assert time.process_time() - start < 3.0
