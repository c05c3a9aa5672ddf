"""The clause tree: who holds whom, and that every span is exact."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from milepost.reading.outline import numbers, outline
from milepost.reading.records import ClauseFound, Language
from milepost.reading.source import Block, CellSpan, SourceText

Shape = list[tuple[int, str | None, str]]


def clauses_of(text: str, language: Language) -> list[ClauseFound]:
    return outline(SourceText(text=text, media_type="text/plain"), language)


def shape(text: str, language: Language) -> Shape:
    """Depth, label and words of each clause."""
    depths: dict[str | None, int] = {None: -1}
    found: Shape = []
    for clause in clauses_of(text, language):
        depths[clause.id] = depths[clause.parent] + 1
        found.append((depths[clause.id], clause.label, text[slice(*clause.span)]))
    return found


def labels(text: str, language: Language) -> list[tuple[int, str | None]]:
    return [(depth, label) for depth, label, _ in shape(text, language)]


def test_an_order_nests_sections_letters_and_roman_numbers() -> None:
    text = (
        "Section 1. Ferries. (a) The Board shall:\n\n(i) map quays;\n\n(ii) list boats, including:\n\n"
        "(A) large; and\n\n(B) small; and\n\n(iii) report.\n\n(b) The Clerk may help.\n\n"
        "Section 2. This order takes effect at once."
    )
    assert labels(text, "en") == [
        (0, "Section 1"), (1, "(a)"), (2, "(i)"), (2, "(ii)"), (3, "(A)"), (3, "(B)"), (2, "(iii)"),
        (1, "(b)"), (0, "Section 2"),
    ]  # fmt: skip


def test_i_after_h_is_a_letter_and_after_a_lead_in_a_number() -> None:
    text = (
        "\n".join(f"({letter}) words;" for letter in "abcdefgh")
        + "\n(i) words;\n(j) these:\n(i) one;\n(ii) two."
    )
    assert labels(text, "en")[-4:] == [(0, "(i)"), (0, "(j)"), (1, "(i)"), (1, "(ii)")]


def test_a_document_on_one_line_is_cut_at_its_numbers() -> None:
    text = (
        "ORDER No. 7 it is ordered: Section 1. Plan. The Board shall plan. (a) It maps. (b) It digs. "
        "§ 2. Report. a. One. b. Two."
    )
    assert labels(text, "en") == [
        (0, None), (0, "Section 1"), (1, "(a)"), (1, "(b)"), (0, "§ 2"), (1, "a"), (1, "b"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    "text",
    [
        "Section 1. The Board applies paragraph (a) and No. 5. See Sec. 9. (c) is void.",
        "Section 1. The Board applies paragraphs (a), (b), and (c) of Part 2.",
    ],
)
def test_a_citation_inside_a_sentence_opens_no_clause(text: str) -> None:
    assert labels(text, "en") == [(0, "Section 1")]


def test_two_numbers_with_a_blank_between_open_two_clauses() -> None:
    assert labels("Sec. 3. (a) (1) The Board digs. (2) It fills.", "en") == [
        (0, "Sec. 3"), (1, "(a)"), (2, "(1)"), (2, "(2)"),
    ]  # fmt: skip


def test_a_list_in_a_sentence_goes_on_after_commas() -> None:
    assert shape("(a) The Board shall: (1) dig, (2) fill, and (3) report on (2), (3) and (4).", "en") == [
        (0, "(a)", "(a) The Board shall:"),
        (1, "(1)", "(1) dig,"),
        (1, "(2)", "(2) fill, and"),
        (1, "(3)", "(3) report on (2), (3) and (4)."),
    ]


def test_a_chinese_plan_nests_by_the_rank_of_its_numbers() -> None:
    text = (
        "港口规划\n一、总则\n（一）目标。建成码头。\n1.疏浚。\n（1）测量。\n①勘察。\n2.清障。\n"
        "二、任务\n（二）报告。"
    )
    assert labels(text, "zh") == [
        (0, None), (0, "一"), (1, "（一）"), (2, "1"), (3, "（1）"), (4, "①"), (2, "2"),
        (0, "二"), (1, "（二）"),
    ]  # fmt: skip


def test_chinese_numbers_in_one_paragraph_are_cut() -> None:
    text = "1.简化登记。(1)并联办理。(市局牵头)(2)推行备案,限额3.5亿元。(县局牵头)2.规范收费。(1)公布清单。"
    assert shape(text, "zh") == [
        (0, "1", "1.简化登记。"),
        (1, "(1)", "(1)并联办理。(市局牵头)"),
        (1, "(2)", "(2)推行备案,限额3.5亿元。(县局牵头)"),
        (0, "2", "2.规范收费。"),
        (1, "(1)", "(1)公布清单。"),
    ]


def test_numbers_may_begin_late_skip_and_restart() -> None:
    assert labels("（三）甲。\n（五）乙。\n（一）丙。\n（二）丁。", "zh") == [
        (0, "（三）"),
        (0, "（五）"),
        (0, "（一）"),
        (0, "（二）"),
    ]
    assert labels("2. One.\n5. Two.\n1. Three.", "en") == [(0, "2"), (0, "5"), (0, "1")]


def test_regulations_nest_chapters_articles_and_items() -> None:
    text = (
        "第一章 总则\n第一条 各区应当：\n（一）报告；\n（二）公示。\n第二条 本办法自印发之日起施行。\n"
        "第二章 附则\n第三条 解释。"
    )
    assert labels(text, "zh") == [
        (0, "第一章"), (1, "第一条"), (2, "（一）"), (2, "（二）"), (1, "第二条"),
        (0, "第二章"), (1, "第三条"),
    ]  # fmt: skip


def test_label_lines_stand_under_their_item() -> None:
    text = "一、任务\n1.疏浚航道。\n牵头单位：市港口局\n完成时限：6月底前\n2.清障。"
    assert labels(text, "zh") == [(0, "一"), (1, "1"), (2, None), (2, None), (1, "2")]


def test_fields_stand_under_their_action() -> None:
    text = (
        "Theme A: Ferries\nAction A1. Buy a boat\nLead: Port Office\nEnd: May 2027\n"
        "Theme B: Quays\nAction B1. Dig\nLead: Board"
    )
    assert labels(text, "en") == [
        (0, "Theme A"), (1, "Action A1"), (2, None), (2, None), (0, "Theme B"), (1, "Action B1"), (2, None),
    ]  # fmt: skip


def test_a_paragraph_after_a_list_belongs_to_the_words_that_led_in() -> None:
    text = (
        "(a) The Board shall:\n\n(i) dig;\n\n(ii) fill.\n\nThe Board reports on both.\n\n(b) The Clerk helps."
    )
    assert labels(text, "en") == [(0, "(a)"), (1, "(i)"), (1, "(ii)"), (1, None), (0, "(b)")]


def test_unnumbered_words_that_lead_in_hold_their_list() -> None:
    assert labels("The agencies shall:\n\n1. dig;\n\n2. fill.\n\nThe end comes later.", "en") == [
        (0, None), (1, "1"), (1, "2"), (0, None),
    ]  # fmt: skip


def test_markdown_and_capitals_head_what_follows() -> None:
    assert labels("# Plan\n## Part\nwords.\n### Sub\n1. item.\n## Next\nwords.", "en") == [
        (0, None), (0, None), (1, None), (1, None), (2, "1"), (0, None), (1, None),
    ]  # fmt: skip
    kinds = [
        clause.kind
        for clause in clauses_of("Town of Moss\nMinutes were kept.\nOLD BUSINESS\nNone came.", "en")
    ]
    assert kinds == ["title", "paragraph", "section", "paragraph"]


def test_titles_stand_apart_from_the_words() -> None:
    text = "Article 7\n\nDuties\n\n1. Ports report.\n\nSection 2. Dues. Ports pay.\n\n(a) Ports shall pay."
    assert [(clause.label, clause.title) for clause in clauses_of(text, "en")] == [
        ("Article 7", "Duties"), ("1", None), ("Section 2", "Dues"), ("(a)", None),
    ]  # fmt: skip
    chinese = clauses_of(
        "一、总体要求\n（一）疏浚航道。由市港口局实施。\n（二）清理障碍。（市港口局负责）", "zh"
    )
    assert [clause.title for clause in chinese] == ["总体要求", "疏浚航道", None]


def test_table_rows_are_clauses_and_a_lone_numbered_cell_heads_them() -> None:
    text = "序号|任务|单位\n一、经济||\n1|疏浚|港口局\n2|清障|港口局\n二、社会||\n3|建桥|交通局"
    found = clauses_of(text, "zh")
    assert [(clause.kind, clause.label) for clause in found] == [
        ("row", None), ("section", "一"), ("row", "1"), ("row", "2"), ("section", "二"), ("row", "3"),
    ]  # fmt: skip
    assert found[2].parent == found[3].parent == found[1].id


def test_blocks_of_a_format_are_used_as_they_stand() -> None:
    text = "Ports\n(x) words\na | b"
    blocks = (
        Block(span=(0, 5), kind="heading", level=2),
        Block(span=(6, 15), kind="item", label="(x)"),
        Block(span=(16, 21), kind="row", table=1, cells=(CellSpan(span=(16, 17)), CellSpan(span=(20, 21)))),
    )
    found = outline(SourceText(text=text, media_type="x", blocks=blocks), "en")
    assert [(clause.kind, clause.label) for clause in found] == [
        ("title", None),
        ("item", "(x)"),
        ("row", None),
    ]


def test_lines_broken_at_a_width_are_one_paragraph() -> None:
    text = "\n".join(
        [
            "## Roads",
            *[
                "Gary Moss reports that the brushing of the roads was done by the",
                "county crew and that the bill has not come. The board thanked the",
            ]
            * 4,
            "county.",
        ]
    )
    assert [depth for depth, _, _ in shape(text, "en")] == [0, 0]


def test_a_paragraph_goes_on_over_a_page_line_and_its_head() -> None:
    line = "实施航道疏浚工程并同步清理沿线障碍物和沉船，逐段验收，"
    text = f"市政府公报\n（一）{line}\n{line}\n{line}\n— 7 —\n市政府公报\n{line}\n不留死角。\n（二）报告。"
    assert labels(text, "zh") == [(0, None), (0, "（一）"), (0, "（二）")]


@pytest.mark.parametrize(
    ("language", "unit"),
    [
        ("en", "Section {n}. Ferries. (a) The Board shall: (i) dig; and (ii) fill the hole by 3 May 2027.\n"),
        ("en", "({n}) The Board shall: "),
        ("zh", "{n}.疏浚航道。（1）测量：①勘察；②报告。（市港口局牵头）"),
        ("en", "(a):\n(1):\n"),
        ("en", "a | b |\n"),
    ],
)
def test_time_grows_with_the_text_and_not_faster(language: Language, unit: str) -> None:
    def seconds(size: int) -> float:
        text = "".join(unit.format(n=at % 90 + 1) for at in range(size // len(unit)))
        begin = time.process_time()
        clauses_of(text, language)
        return time.process_time() - begin

    seconds(10_000)
    small, large = seconds(100_000), seconds(400_000)
    assert large < 4 * small * 2.5 + 0.05


ANY_TEXT = st.text(
    alphabet=st.sampled_from(list("ab 1.2()（）一二、。:：;\n|#*-i§第条章IVSec")) | st.characters(),
    max_size=400,
)


@given(ANY_TEXT, st.sampled_from(["en", "zh"]))
def test_any_text_gives_a_tree_with_exact_spans(text: str, language: Language) -> None:
    seen: set[str] = set()
    end = 0
    found = clauses_of(text, language)
    for clause in found:
        start, stop = clause.span
        assert end <= start < stop <= len(text)
        assert clause.parent is None or clause.parent in seen
        assert text[start:stop].strip() == text[start:stop]
        seen.add(clause.id)
        end = stop
    assert set(numbers(found)) <= seen
