"""Soft line breaks: which begin a paragraph."""

import pytest

from milepost.reading.formats.lines import paragraphs_of

CASES: tuple[tuple[str, str, list[str]], ...] = (
    ("one line", "words", ["words"]),
    ("a broken title", "关于印发\n渡口方案的通知", ["关于印发渡口方案的通知"]),
    ("a broken English title", "Plan for\nSafe Ferries", ["Plan for Safe Ferries"]),
    ("a blank line", "one\n\ntwo", ["one", "two"]),
    ("an indent", "各县区\n　　现印发", ["各县区", "现印发"]),
    ("an indent of hard blanks", "one\n\u00a0\u00a0two", ["one", "two"]),
    ("a sentence that ended", "坚持安全。\n落实责任", ["坚持安全。", "落实责任"]),
    ("a number", "任务\n（一）排查", ["任务", "（一）排查"]),
    ("a letter in brackets", "shall\n(a) dig", ["shall", "(a) dig"]),
    ("a bullet", "Tasks\n- dig", ["Tasks", "- dig"]),
    ("a field", "疏浚航道\n牵头单位：市港口局", ["疏浚航道", "牵头单位：市港口局"]),
    ("a figure is no number", "投资\n3.5亿元", ["投资 3.5亿元"]),
    ("nothing", "\n \n", []),
)


@pytest.mark.parametrize(
    ("words", "paragraphs"), [case[1:] for case in CASES], ids=[case[0] for case in CASES]
)
def test_a_break_begins_a_paragraph_only_where_one_is_meant(words: str, paragraphs: list[str]) -> None:
    assert paragraphs_of(words) == paragraphs
