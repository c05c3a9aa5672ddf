"""The copy for matching: what is left out, and that every character knows its place."""

from hypothesis import given
from hypothesis import strategies as st

from milepost.reading.chinese.folding import TABLE, fold
from milepost.reading.chinese.script import PAIRS, SIMPLIFIED

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
    assert fold("牽頭單位：縣財政廳").text == "牵头单位:县财政厅"
    assert fold("由資訊局主辦、研考會協辦，限期彙整。").text == "由资讯局主办、研考会协办,限期汇整。"


def test_each_pair_is_two_characters_and_none_stands_twice() -> None:
    pairs = PAIRS.split()
    assert all(len(pair) == 2 and pair[0] != pair[1] for pair in pairs)
    assert len(SIMPLIFIED) == len(pairs)


def test_lines_broken_at_the_room_that_they_take_are_joined() -> None:
    lines = (
        "（一）实施河岸造林。在两岸宜林地段营造防护林",
        "3.6万亩，2028年 4 月底前完成。(牵头单位:市林业",
        "局；责任单位：市水利局、沿河各县(区)人民政",
        "府)",
        "－ 1 －",
        "（二）推进城市绿道建设。建成绿道 75 公里，串",
        "联公园18个，配套驿站9处，同步完善无障碍坡",
        "道和夜间照明。（市园林中心牵头,市住建局、市城",
        "管局配合）",
        "（三）开展义务植树活动，组织机关干部参加植",
        "树5万人次，成活率不低于九成。（市绿委办、团市",
        "委按职责分工负责）",
    )
    text = "\n".join(lines)
    assert "沿河各县(区)人民政府)" in fold(text).text
    assert fold(text).text.count("\n") == 2


def test_pinyin_behind_a_character_is_left_out_and_kept_in_names() -> None:
    folded = fold("有關(guān)單位")
    assert folded.text == "有关单位"
    assert folded.named(0, 4)[0] == "有關(guān)單位"
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
