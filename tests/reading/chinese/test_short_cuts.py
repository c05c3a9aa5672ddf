"""Signs that tell which rows of a table can match at all leave no row out that would have matched."""

import re
from collections.abc import Iterable, Iterator
from typing import get_args

import pytest
from hypothesis import HealthCheck, given, settings, strategies

from milepost.reading.chinese import agents, asides, deadline_rows, tail_words
from milepost.reading.chinese.folding import TABLE, translated
from milepost.reading.outline.numbering import GRAMMARS
from milepost.reading.outline.rows import BEGINS
from milepost.reading.records import Language

BEHIND = ("i) a", *"1 一 1. 1) 一、 一) 任务1: 作任务1: 点任务1: 1条 一条 )中文".split())
"""What makes a label of the first sign."""


def rows() -> Iterator[tuple[str, re.Pattern[str], Iterable[str]]]:
    """Every row that has a short cut: its name, its pattern, the groups of signs that it needs."""
    for rule in deadline_rows.FIELD_ROWS:
        yield rule.name, rule.pattern, deadline_rows.NEEDS[rule.name]
    for rule in agents.RULES:
        yield rule.name, rule.pattern, [agents.SIGNS[rule.name]] if rule.name in agents.SIGNS else []
    for rule in tail_words.CLAUSES:
        yield rule.name, rule.pattern, [tail_words.CLAUSE_SIGNS[rule.name]]
    for _, name, words in asides.SET_ASIDE_RULES:
        yield name, words, [asides.NEEDS[name]]


ROWS = list(rows())


@pytest.mark.parametrize(("row", "needs"), [row[1:] for row in ROWS], ids=[row[0] for row in ROWS])
@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
@given(data=strategies.data())
def test_a_row_matches_nothing_without_its_signs(
    row: re.Pattern[str], needs: Iterable[str], data: strategies.DataObject
) -> None:
    found = row.search(data.draw(strategies.from_regex(row)))
    assert found is not None
    assert not [group for group in needs if set(group).isdisjoint(found.group())]


@pytest.mark.parametrize("language", get_args(Language))
def test_no_label_begins_with_another_sign(language: Language) -> None:
    whole = GRAMMARS[language].whole
    begins = {
        sign for sign in map(chr, range(0x20, 0xFFFF)) if any(whole.match(sign + end) for end in BEHIND)
    }
    assert begins - BEGINS[language] == set()


def test_a_text_is_translated_alike_however_many_signs_it_has() -> None:
    signs = "".join(map(chr, TABLE))
    assert translated(signs) == signs.translate(TABLE)
    for n in range(0, len(signs), 7):
        text = f"甲局（{signs[n : n + 9]}）乙局"
        assert translated(text) == text.translate(TABLE)
