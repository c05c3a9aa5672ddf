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
FORMS = (
    "第一条 第六条 市港口局履行下列职责： 应当 不得 管理办法\n 会议纪要\n * （牵头） 整改措施： 整改目标： "
    "参会人员： 时间： 会议决定： 一是 任何单位 主办 協辦 第一季度： 进展情况 带*的为牵头单位 "
    "副市长葛云召集 主持召开会议，"
)
PIECES = st.sampled_from(" ".join([SIGNS, UNITS, WORDS, RULES, FORMS]).split(" "))


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


MEETINGS = (
    "副市长葛云召集市财政局、",
    "会议听取了市住建局的汇报，原则同意名单，",
    "参会人员：市发改委陶知行，",
    "会议要求，市财政局要于6月底前拨付资金，市水利局负责验收；",
)


@pytest.mark.parametrize("piece", MEETINGS)
def test_minutes_of_one_endless_sentence_cost_no_more_than_their_length(piece: str) -> None:
    text = "松川市专题会议纪要\n" + piece * (120_000 // len(piece))
    start = time.process_time()
    read_chinese(text, [], None)
    assert time.process_time() - start < 3.0


@pytest.mark.parametrize(
    "text",
    [
        "第一条\n市港口局履行下列职责：\n（一）",
        "一、\n牵头单位：\n1.",
        "（责任单位：*）",
        "牵头单位：甲局（牵头）（牵头）",
        "会议原则同意，并决定：",
        "参会人员：",
        "时间：",
    ],
)
def test_forms_cut_short_are_read(text: str) -> None:
    for title in ("松川市港口管理办法\n", "松川市专题会议纪要\n", "松川市任务分工\n", "市委召开会议\n"):
        assert read_chinese(title + text, [], "2028-03-01").facts is not None
