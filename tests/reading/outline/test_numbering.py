"""The grammar of printed numbers: every row with an example, near misses beside them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from milepost.reading.formats.numerals import counted, letter, roman
from milepost.reading.outline.numbering import bare_label_at, label_at, labels_inside, printed_label
from milepost.reading.outline.rows import CHINESE, ENGLISH
from milepost.reading.outline.values import han_value, letter_value, roman_value
from milepost.reading.records import Language

CASES: tuple[tuple[str | None, Language, str, str, int], ...] = (
    ("zh-annex", "zh", "附件2：任务分解表", "附件2", 2),
    (None, "zh", "附近2公里", "", 0),
    ("zh-part", "zh", "第二部分 重点任务", "第二部分", 2),
    ("zh-chapter", "zh", "第三章 附则", "第三章", 3),
    ("zh-division", "zh", "第一节 总则", "第一节", 1),
    ("zh-article", "zh", "第二十一条 各区应当报告。", "第二十一条", 21),
    (None, "zh", "第一次会议", "", 0),
    ("zh-han", "zh", "十二、保障措施", "十二", 12),
    (None, "zh", "一是加强领导", "", 0),
    ("zh-bracket-han", "zh", "（三）扩大覆盖", "（三）", 3),
    ("zh-bracket-han", "zh", "(四十二）扩大覆盖", "(四十二）", 42),
    (None, "zh", "（含第三方）", "", 0),
    ("zh-bracket-han-sign", "zh", "㈡扩大覆盖", "㈡", 2),
    ("zh-task", "zh", "重点任务12：疏浚航道", "重点任务12", 12),
    (None, "zh", "任务3之后的工作", "", 0),
    ("zh-dotted", "zh", "3.2 航道疏浚", "3.2", 2),
    (None, "zh", "3.5亿元", "", 0),
    ("zh-number", "zh", "3.航道疏浚", "3", 3),
    ("zh-number", "zh", "１２．航道疏浚", "１２", 12),
    ("zh-number", "zh", "4、航道疏浚", "4", 4),
    (None, "zh", "2027年航道疏浚", "", 0),
    ("zh-number-sign", "zh", "⒉航道疏浚", "⒉", 2),
    ("zh-bracket-number", "zh", "（2）航道疏浚", "（2）", 2),
    (None, "zh", "（2027年版）", "", 0),
    ("zh-bracket-number-sign", "zh", "⑵航道疏浚", "⑵", 2),
    ("zh-half-bracket", "zh", "2）航道疏浚", "2）", 2),
    ("zh-letter", "zh", "b.疏浚航道", "b", 2),
    (None, "zh", "A、B两区", "", 0),
    ("zh-bracket-letter", "zh", "（c）疏浚航道", "（c）", 3),
    (None, "zh", "（A股）上市", "", 0),
    ("zh-circled", "zh", "③航道疏浚", "③", 3),
    ("en-annex", "en", "ANNEX III", "ANNEX III", 3),
    (None, "en", "Annexes to this order", "", 0),
    ("en-part", "en", "Part B. Ferries", "Part B", 2),
    (None, "en", "Part of the quay", "", 0),
    ("en-chapter", "en", "Chapter 4 Ferries", "Chapter 4", 4),
    ("en-article", "en", "Article IV", "Article IV", 4),
    ("en-section", "en", "Sec. 12. Ferries.", "Sec. 12", 12),
    ("en-section", "en", "§4. Ferries.", "§4", 4),
    (None, "en", "Section 3(b) applies.", "", 0),
    (None, "en", "Section 3 applies to ferries.", "", 0),
    ("en-section-line", "en", "Section 7 — Ferries", "Section 7", 7),
    ("en-group", "en", "Theme B: Ferries", "Theme B", 2),
    (None, "en", "Themes of the plan", "", 0),
    ("en-named", "en", "Action A12. Fence the bank", "Action A12", 12),
    ("en-named", "en", "Recommendation 5", "Recommendation 5", 5),
    (None, "en", "Actions taken", "", 0),
    ("en-degree", "en", "2° The Clerk", "2°", 2),
    (None, "en", "5° C at night", "", 0),
    ("en-section", "en", "§ 5-101. Levy.", "§ 5-101", 101),
    ("en-section", "en", "Sec. 12a. Levy.", "Sec. 12a", 12),
    ("zh-article", "zh", "第十一条之一 县局参照执行。", "第十一条之一", 11),
    ("en-named", "en", "Action 1.1.2: Mark", "Action 1.1.2", 2),
    ("en-dotted", "en", "4.1.  Guidelines.", "4.1", 1),
    ("en-dotted-line", "en", "2.10 Guidelines", "2.10", 10),
    (None, "en", "3.5 million tonnes", "", 0),
    ("en-number", "en", "3. The Board shall meet.", "3", 3),
    (None, "en", "2027. The Board", "", 0),
    ("en-bracket-number", "en", "(2) meet", "(2)", 2),
    (None, "en", "(2027) meet", "", 0),
    ("en-half-bracket", "en", "2) meet", "2)", 2),
    ("en-bracket-lower", "en", "(c) meet", "(c)", 3),
    ("en-bracket-lower", "en", "(xiv) meet", "(xiv)", 14),
    ("en-bracket-lower", "en", "(bb) meet", "(bb)", 28),
    (None, "en", "(the Board)", "", 0),
    (None, "en", "(ab) meet", "", 0),
    ("en-bracket-upper", "en", "(B) meet", "(B)", 2),
    (None, "en", "(AIS) meet", "", 0),
    ("en-lower", "en", "b. Meet.", "b", 2),
    (None, "en", "i.e. meet", "", 0),
    ("en-upper", "en", "II. Meetings", "II", 2),
    (None, "en", "Mr. Vane", "", 0),
)


@pytest.mark.parametrize(
    ("row", "language", "text", "printed", "value"), CASES, ids=[f"{case[0]}: {case[2]}" for case in CASES]
)
def test_a_number_is_read_by_its_row(
    row: str | None, language: Language, text: str, printed: str, value: int
) -> None:
    found = label_at(text, 0, len(text), language)
    if row is None:
        assert found is None
    else:
        assert found is not None
        assert (found.row, found.printed) == (row, printed)
        assert value in [reading.value for reading in found.readings]


@pytest.mark.parametrize("row", [row.name for row in (*CHINESE, *ENGLISH)])
def test_every_row_has_a_case(row: str) -> None:
    assert row in [case[0] for case in CASES]


def test_words_begin_after_the_number_and_its_blanks() -> None:
    found = label_at("Section 3.  Ferries", 0, 19, "en")
    assert found is not None
    assert found.end == 12


@pytest.mark.parametrize(
    ("language", "text", "printed"),
    [
        ("zh", "1.简化登记。(1)并联办理。（市局负责）(2)推行备案。2.规范收费。", ["(1)", "(2)", "2"]),
        ("zh", "投入3.5亿元，其中（2）项见第二条规定", []),
        ("en", "Plan. (a) Map; and (b) dig. § 2. Report to J. Moss, as (c) says.", ["(a)", "(b)", "§ 2"]),
        ("en", "as set out in subsection (b) of this section", []),
    ],
)
def test_numbers_inside_a_line_stand_after_a_stop_or_a_bracket(
    language: Language, text: str, printed: list[str]
) -> None:
    assert [label.printed for label in labels_inside(text, 0, len(text), language)] == printed


@given(st.integers(1, 3999))
def test_roman_numbers_read_back(value: int) -> None:
    assert roman_value(roman(value)) == value


@given(st.integers(1, 999))
def test_chinese_numbers_read_back(value: int) -> None:
    assert han_value(counted(value)) == value


@given(st.integers(1, 130))
def test_letters_read_back(value: int) -> None:
    assert letter_value(letter(value)) == value


@pytest.mark.parametrize(
    ("text", "value"), [("二〇", 20), ("一百一十", 110), ("十", 10), ("廿", None), ("两百零五", 205)]
)
def test_chinese_numbers_of_either_kind_are_read(text: str, value: int | None) -> None:
    if value is None:
        assert label_at(f"{text}、", 0, 2, "zh") is None
    else:
        assert han_value(text) == value


@pytest.mark.parametrize("text", ["iiii", "vx", "abc", ""])
def test_letters_that_are_no_roman_number_have_no_value(text: str) -> None:
    assert roman_value(text) is None


@pytest.mark.parametrize(
    ("language", "text", "printed"),
    [
        ("en", "2 Duties of the Board", "2"),
        ("en", "12 May 2027", None),
        ("en", "5 members", None),
        ("zh", "3 组织体系", "3"),
        ("zh", "3 个单位", None),
        ("zh", "2027 年工作", None),
    ],
)
def test_a_number_without_a_sign_may_stand_before_a_heading(
    language: Language, text: str, printed: str | None
) -> None:
    found = bare_label_at(text, 0, len(text), language)
    assert (found and found.printed) == printed


def test_a_label_that_touches_its_words_is_read_where_the_format_names_it() -> None:
    assert label_at("1.Dig", 0, 5, "en") is None
    found = printed_label("1.", 0, "en")
    assert found is not None
    assert (found.printed, found.end) == ("1", 2)
