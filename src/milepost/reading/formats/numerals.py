"""Numbers as lists print them: 3 as iii, C, 三, ③, 叁, 丙.

In: the name of a number format, as Word files call it, and a number. Out: the characters. One row a format; a
format without a row counts in Arabic figures. Not here: what surrounds the number (`docx_numbers`, `html`).
"""

from collections.abc import Callable

DIGITS = "零一二三四五六七八九"
LEGAL_DIGITS = "零壹贰叁肆伍陆柒捌玖"
TRADITIONAL_LEGAL = "零壹貳參肆伍陸柒捌玖"
STEMS = "甲乙丙丁戊己庚辛壬癸"
BRANCHES = "子丑寅卯辰巳午未申酉戌亥"
ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"),
    (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip
SMALL = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
    "seventeen eighteen nineteen"
).split()
TENS = "zero ten twenty thirty forty fifty sixty seventy eighty ninety".split()
ORDINALS = {
    "one": "first",
    "two": "second",
    "three": "third",
    "five": "fifth",
    "eight": "eighth",
    "nine": "ninth",
}


def roman(value: int) -> str:
    """4 is iv."""
    text = ""
    for worth, sign in ROMAN:
        count, value = divmod(value, worth)
        text += sign * count
    return text


def letter(value: int) -> str:
    """1 is a, 27 is aa, 28 is bb, as Word counts; beyond its last, 30 letters long, in Arabic figures."""
    return chr(97 + (value - 1) % 26) * ((value - 1) // 26 + 1) if value <= 780 else str(value)


def counted(value: int, digits: str = DIGITS, units: str = "十百千") -> str:
    """12 is 十二, 105 is 一百零五; up to 9,999."""
    if value >= 10_000:
        return str(value)
    text, gap = "", False
    for power in (3, 2, 1, 0):
        digit = value // 10**power % 10
        if digit:
            text += (digits[0] if gap and text else "") + digits[digit] + (units[power - 1] if power else "")
            gap = False
        else:
            gap = True
    return text[1:] if units[0] == "十" and text.startswith("一十") else text or digits[0]


def digit_by_digit(value: int) -> str:
    """105 is 一〇五."""
    return "".join("〇一二三四五六七八九"[int(digit)] for digit in str(value))


def circled(first: int, most: int) -> Callable[[int], str]:
    """Signs that hold their number; in Arabic figures beyond the last sign."""
    return lambda value: chr(first + value - 1) if value <= most else str(value)


def signs(row: str) -> Callable[[int], str]:
    """Signs one by one; in Arabic figures beyond the last."""
    return lambda value: row[value - 1] if value <= len(row) else str(value)


def repeated(row: str) -> Callable[[int], str]:
    """Signs one by one, then each twice: * † ‡ § ** ††."""
    return lambda value: row[(value - 1) % len(row)] * min((value - 1) // len(row) + 1, 9)


def full_width(value: int) -> str:
    """12 is １２."""
    return str(value).translate({48 + digit: 0xFF10 + digit for digit in range(10)})


def cardinal(value: int) -> str:
    """21 is twenty-one; up to 99."""
    if value >= 100:
        return str(value)
    if value < 20:
        return SMALL[value]
    tens, ones = divmod(value, 10)
    return TENS[tens] + (f"-{SMALL[ones]}" if ones else "")


def ordinal_word(value: int) -> str:
    """21 is twenty-first; up to 99."""
    head, dash, last = cardinal(value).rpartition("-")
    if last.isdecimal():
        return ordinal(value)
    changed = ORDINALS.get(last) or (
        "twelfth"
        if last == "twelve"
        else last.removesuffix("y") + "ieth"
        if last.endswith("y")
        else f"{last}th"
    )
    return f"{head}{dash}{changed}"


def ordinal(value: int) -> str:
    """2 is 2nd, 12 is 12th."""
    ending = "th" if value % 100 in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(value % 10, "th")
    return f"{value}{ending}"


FORMATS: dict[str, Callable[[int], str]] = {
    "decimal": str,
    "chicago": repeated("*†‡§"),
    "decimalZero": lambda value: f"{value:02d}",
    "lowerRoman": roman,
    "upperRoman": lambda value: roman(value).upper(),
    "lowerLetter": letter,
    "upperLetter": lambda value: letter(value).upper(),
    "ordinal": ordinal,
    "cardinalText": lambda value: cardinal(value).capitalize(),
    "ordinalText": lambda value: ordinal_word(value).capitalize(),
    "chineseCounting": counted,
    "chineseCountingThousand": counted,
    "taiwaneseCounting": counted,
    "taiwaneseCountingThousand": counted,
    "japaneseCounting": counted,
    "ideographDigital": digit_by_digit,
    "japaneseDigitalTenThousand": digit_by_digit,
    "taiwaneseDigital": digit_by_digit,
    "chineseLegalSimplified": lambda value: counted(value, LEGAL_DIGITS, "拾佰仟"),
    "ideographLegalTraditional": lambda value: counted(value, TRADITIONAL_LEGAL, "拾佰仟"),
    "ideographTraditional": signs(STEMS),
    "ideographZodiac": signs(BRANCHES),
    "decimalFullWidth": full_width,
    "decimalFullWidth2": full_width,
    "decimalHalfWidth": str,
    "decimalEnclosedCircle": circled(0x2460, 20),
    "decimalEnclosedCircleChinese": circled(0x2460, 20),
    "decimalEnclosedParen": circled(0x2474, 20),
    "decimalEnclosedFullstop": circled(0x2488, 20),
    "ideographEnclosedCircle": circled(0x3280, 10),
    "ideographParenthesesEnclosed": circled(0x3220, 10),
    "numberInDash": lambda value: f"- {value} -",
    "none": lambda value: "",
}
"""The number formats of word processing files that official texts use."""

PADDED = "padded-"
"""Begins the name of a format with leading zeros, `padded-3` prints 007; Word has it as a custom format."""


def number_text(style: str, value: int) -> str:
    """A number in a format; below 1 all but `none` print Arabic figures."""
    if style.startswith(PADDED):
        return f"{value:0{min(int(style.removeprefix(PADDED)), 9)}d}"
    return FORMATS.get(style, str)(value) if value > 0 or style == "none" else str(value)
