"""The copy for matching: what is left out, and that every character knows its place."""

from hypothesis import given
from hypothesis import strategies as st

from milepost.reading.chinese.folding import SIMPLIFIED, TABLE, TRADITIONAL, fold

PIECES = st.sampled_from(
    [
        "（一）",
        "责任单位：",
        "市財政局",
        "(huà)",
        "\n",
        "　",
        "— 3 —",
        "，",
        "。",
        "A",
        "２０２８年",
        "|",
        "(",
        "）",
    ]
)


@given(st.lists(PIECES, max_size=40).map("".join))
def test_every_character_of_the_copy_knows_its_place(text: str) -> None:
    folded = fold(text)
    for at, sign in enumerate(folded.text):
        if sign != "\n" or any(a <= at < b for a, b in folded.paragraphs):
            assert text[folded.place(at)].translate(TABLE) == sign


@given(st.lists(PIECES, max_size=40).map("".join))
def test_paragraphs_cover_the_copy_and_never_hold_a_line_end(text: str) -> None:
    folded = fold(text)
    assert "\n".join(folded.text[a:b] for a, b in folded.paragraphs) == folded.text


def test_widths_are_folded_and_words_kept_as_printed() -> None:
    folded = fold("（牵头单位：市局，２０２８年）")
    assert folded.text == "(牵头单位:市局,2028年)"
    assert folded.words(1, 6) == "牵头单位："


def test_traditional_characters_are_known() -> None:
    assert len(TRADITIONAL) == len(SIMPLIFIED)
    assert fold("牽頭單位：縣財政廳").text == "牵头单位:县财政厅"


def test_pinyin_behind_a_character_is_left_out_and_kept_in_names() -> None:
    folded = fold("有關(guān)單位")
    assert folded.text == "有关单位"
    assert folded.printed(0, 4) == "有關(guān)單位"
    assert folded.span(0, 4) == (0, 10)


def test_latin_in_brackets_is_no_pinyin() -> None:
    assert fold("合作模式（ppp）").text == "合作模式(ppp)"


LINE = "为了加强公共场所消防安全管理预防和减少火灾危害保护人身财产"


def test_lines_broken_at_a_width_are_joined_and_page_lines_left_out() -> None:
    text = "\n".join(
        ["（一）" + LINE, *[LINE] * 4, "— 7 —", "云岬市文件", *[LINE] * 4, "完成。", "（二）完毕。"]
    )
    folded = fold(text)
    assert [folded.text[a:b][:4] for a, b in folded.paragraphs] == ["(一)为", "(二)完"]
    assert "云岬市文件" not in folded.text


def test_whole_paragraphs_are_not_joined() -> None:
    paragraphs = [f"第{n}段{LINE * (n % 4 + 1)}。" for n in range(12)]
    assert len(fold("\n".join(paragraphs)).paragraphs) == 12


def test_a_bracket_broken_over_two_lines_is_joined() -> None:
    folded = fold("1.整治码头。（牵头单位：市港口局、\n市海事局）\n2.完毕。")
    assert len(folded.paragraphs) == 2


def test_a_line_that_narrow_signs_leave_short_goes_on() -> None:
    full = "为提升港口服务能力，对泊位、航道和锚地实施改造，"
    text = "\n".join([full] * 9 + ["于 2028 年 6 月底前完成 12 处，", "其余转入下年。"])
    assert len(fold(text).paragraphs) == 1
