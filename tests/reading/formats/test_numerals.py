"""Numbers as lists print them."""

import pytest

from milepost.reading.formats.numerals import FORMATS, number_text

CASES = (
    ("decimal", 7, "7"),
    ("decimalZero", 7, "07"),
    ("lowerRoman", 14, "xiv"),
    ("upperRoman", 1994, "MCMXCIV"),
    ("lowerLetter", 27, "aa"),
    ("upperLetter", 3, "C"),
    ("ordinal", 22, "22nd"),
    ("ordinal", 112, "112th"),
    ("cardinalText", 21, "Twenty-one"),
    ("ordinalText", 12, "Twelfth"),
    ("ordinalText", 20, "Twentieth"),
    ("ordinalText", 33, "Thirty-third"),
    ("ordinalText", 104, "104th"),
    ("chineseCounting", 10, "十"),
    ("chineseCounting", 23, "二十三"),
    ("chineseCountingThousand", 105, "一百零五"),
    ("chineseCountingThousand", 1010, "一千零一十"),
    ("taiwaneseCounting", 12, "十二"),
    ("taiwaneseCountingThousand", 30, "三十"),
    ("japaneseCounting", 11, "十一"),
    ("ideographDigital", 105, "一〇五"),
    ("japaneseDigitalTenThousand", 12, "一二"),
    ("taiwaneseDigital", 10, "一〇"),
    ("chineseLegalSimplified", 12, "壹拾贰"),
    ("ideographLegalTraditional", 3, "參"),
    ("ideographTraditional", 10, "癸"),
    ("ideographTraditional", 11, "11"),
    ("ideographZodiac", 12, "亥"),
    ("ideographZodiac", 13, "13"),
    ("decimalHalfWidth", 12, "12"),
    ("chicago", 3, "‡"),
    ("chicago", 5, "**"),
    ("padded-3", 7, "007"),
    ("decimalFullWidth", 12, "１２"),
    ("decimalFullWidth2", 3, "３"),
    ("decimalEnclosedCircle", 20, "⑳"),
    ("decimalEnclosedCircle", 21, "21"),
    ("decimalEnclosedCircleChinese", 3, "③"),
    ("decimalEnclosedParen", 2, "⑵"),
    ("decimalEnclosedFullstop", 1, "⒈"),
    ("ideographEnclosedCircle", 1, "㊀"),
    ("ideographParenthesesEnclosed", 2, "㈡"),
    ("numberInDash", 4, "- 4 -"),
    ("none", 4, ""),
)


@pytest.mark.parametrize(("style", "value", "printed"), CASES)
def test_a_number_is_printed_in_its_format(style: str, value: int, printed: str) -> None:
    assert number_text(style, value) == printed


def test_every_format_has_a_case() -> None:
    assert {style for style, _, _ in CASES} == set(FORMATS) | {"padded-3"}


@pytest.mark.parametrize("style", sorted(FORMATS))
def test_no_number_breaks_a_format(style: str) -> None:
    for value in (*range(-2, 400), 9_999, 10_000, 32_767):
        assert isinstance(number_text(style, value), str)


def test_an_unknown_format_counts_in_figures() -> None:
    assert number_text("hebrew1", 3) == "3"
