"""Full numbers, as people cite them."""

import pytest

from milepost.reading.outline import numbers, outline
from milepost.reading.records import Language
from milepost.reading.source import SourceText

CASES: tuple[tuple[Language, str, list[str]], ...] = (
    ("en", "Section 3. Do:\n(b) do:\n(i) dig.", ["3", "3(b)", "3(b)(i)"]),
    ("en", "Sec. 4. Safety.\n4.1. Guides.\n(a) dig.", ["4", "4.1", "4.1(a)"]),
    ("en", "Article 70\n6. Report.", ["70", "70(6)"]),
    ("en", "§ 2. Report.\na. One.", ["2", "2(a)"]),
    ("en", "Theme A: Ferries\nAction A1. Buy", ["A", "A1"]),
    ("en", "Ports shall:\n1. dig:\n(a) deep.", ["1", "1(a)"]),
    ("zh", "一、任务\n（一）疏浚。\n1.测量。\n（2）报告。", ["一", "（一）", "（一）1", "（一）1（2）"]),
    ("zh", "第三条 各区应当：\n（一）报告。", ["第三条", "第三条（一）"]),
    ("zh", "重点任务12\n1.测量。", ["12", "12(1)"]),
)


@pytest.mark.parametrize(("language", "text", "full"), CASES, ids=[case[1][:12] for case in CASES])
def test_a_number_joins_those_above_it(language: Language, text: str, full: list[str]) -> None:
    assert list(numbers(outline(SourceText(text=text, media_type=""), language)).values()) == full
