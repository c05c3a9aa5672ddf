"""Cascade hints: what a text answers to is pinned to its words, and what it only mentions is left alone."""

import pytest

from milepost.reading import read
from milepost.reading.chinese import upper as chinese
from milepost.reading.english import upper as english
from milepost.reading.records import UpperFound

CHINESE: tuple[tuple[str, tuple[tuple[str, str | None, str | None, str | None], ...]], ...] = (
    (
        "为贯彻落实《江州省国有林场改革方案》（江办发〔2031〕7号）精神，现提出如下意见。",
        (("implements", "江州省国有林场改革方案", "江办发〔2031〕7号", None),),
    ),
    (
        "根据《港口条例》第十二条和《水路运输办法》，制定本办法。",
        (("under", "港口条例", None, "第十二条"), ("under", "水路运输办法", None, None)),
    ),
    ("严格执行江政发〔2030〕18号文件要求。", (("implements", None, "江政发〔2030〕18号", None),)),
    ("认真落实省政府《关于稳定就业的意见》,逐项分解。", (("implements", "关于稳定就业的意见", None, None),)),
    # near misses: what the text makes, issues or revises itself, and its own name
    ("市司法局负责修订《云岬市行政程序规定》。", ()),
    ("现将《云岬市营商环境方案》印发给你们。", ()),
    ("按照本方案《任务清单》推进。", ()),
    ("学习《条例》的人员名单", ()),
)
ENGLISH: tuple[tuple[str, tuple[tuple[str, str | None, str | None, str | None], ...]], ...] = (
    (
        "To implement section 4(b) of the Tidal Ports Act 2031, the Registrar shall issue rules.",
        (("implements", "Tidal Ports Act 2031", None, "section 4(b)"),),
    ),
    (
        "Pursuant to Executive Order 20417, each bureau shall report.",
        (("under", "Executive Order 20417", "20417", None),),
    ),
    (
        "The Board, acting under 61 U.S.C. 1203(a), shall publish the list.",
        (("under", None, "61 U.S.C. 1203(a)", None),),
    ),
    (
        "This plan responds to the National Water Strategy and sets out actions.",
        (("implements", "National Water Strategy", None, None),),
    ),
    (
        "having regard to Article 7 of the Harbour Convention of 2029,",
        (("under", "Harbour Convention of 2029", None, "Article 7"),),
    ),
    # near misses: the text itself, what it orders to be written, a name that is no document
    ("pursuant to this Order, the Clerk shall file it.", ()),
    ("The Office shall adopt a Harbour Plan.", ()),
    ("in accordance with the Harbour Master, ships shall wait.", ()),
    ("in accordance with applicable law", ()),
)


def told(found: list[UpperFound]) -> tuple[tuple[str, str | None, str | None, str | None], ...]:
    return tuple((one.relation, one.name, one.number, one.clause) for one in found)


@pytest.mark.parametrize(("text", "expected"), CHINESE)
def test_a_chinese_text_names_what_it_answers_to(text: str, expected: tuple[object, ...]) -> None:
    assert told(chinese.mentions(text)) == expected


@pytest.mark.parametrize(("text", "expected"), ENGLISH)
def test_an_english_text_names_what_it_answers_to(text: str, expected: tuple[object, ...]) -> None:
    assert told(english.mentions(text)) == expected


def test_every_rule_has_a_row() -> None:
    for rules, rows in ((chinese.RULES, CHINESE), (english.RULES, ENGLISH)):
        tested = {f"upper:{one[0]}" for _, found in rows for one in found}
        assert tested == {rule.name for rule in rules}


def test_the_issuer_that_is_printed_before_the_name_is_kept() -> None:
    (found,) = chinese.mentions("认真落实省政府《关于稳定就业的意见》。")
    assert (found.issuer, found.words) == ("省政府", "认真落实")


def test_a_mention_inside_a_measure_belongs_to_it_and_one_before_all_to_the_document() -> None:
    text = (
        "HARBOUR ORDER 5\n\nThis order is made to implement the Tidal Ports Act 2031.\n\n"
        "1. The Registrar shall, in accordance with section 9 of the Open Records Act, publish the list "
        "by 3 May 2032.\n"
    )
    reading = read(text.encode(), "order.txt")
    whole, inside = reading.upper
    assert whole.measure is None
    assert inside.measure == reading.measures[0].id
    for one in reading.upper:
        assert text[slice(*one.span)].startswith(one.words)


def test_long_lists_of_names_take_time_in_step_with_their_length() -> None:
    many = "落实" + "、".join(f"《第{n}号规划》" for n in range(400))
    assert 1 <= len(chinese.mentions(many)) <= 400
