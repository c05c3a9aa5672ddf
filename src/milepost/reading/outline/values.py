"""The values of printed numerals: 二十三, XIV, bb, ③, 4.1.2, B3.

In: the characters of a numeral and the family it is printed in. Out: `Count`: the family it counts in and its
number there; two where a letter may be a roman number. Not here: where numerals stand (`numbering`).
"""

from msgspec import Struct

from milepost.reading.patterns import pattern

HAN_DIGITS = {
    "〇": 0,
    "○": 0,
    "零": 0,
    "一": 1,
    "二": 2,
    "两": 2,
    "三": 3,
    "四": 4,
    "五": 5,
    "六": 6,
    "七": 7,
    "八": 8,
    "九": 9,
}
HAN_UNITS = {"十": 10, "百": 100, "千": 1000}
ROMAN = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100, "d": 500, "m": 1000}
DIGITS = pattern("[0-9]+")
ROMAN_FORM = pattern(r"m{0,3}(?:cm|cd|d?c{0,3})(?:xc|xl|l?x{0,3})(?:ix|iv|v?i{0,3})")
CIRCLED = {
    chr(start + step): step + 1
    for start, count in ((0x2460, 20), (0x2474, 20), (0x2488, 20), (0x3220, 10), (0x3280, 10))
    for step in range(count)
}


class Count(Struct, frozen=True):
    """One way to read a label: the family it counts in and its number there."""

    family: str
    value: int


def han_value(text: str) -> int:
    """The value of a Chinese number: 二十三 is 23, 一〇二 is 102, 百一十 is 110."""
    if HAN_UNITS.keys().isdisjoint(text):
        return int("".join(str(HAN_DIGITS[char]) for char in text))
    total, digit = 0, 0
    for char in text:
        if char in HAN_UNITS:
            total += (digit or 1) * HAN_UNITS[char]
            digit = 0
        else:
            digit = HAN_DIGITS[char]
    return total + digit


def roman_value(text: str) -> int | None:
    """The value of a roman number in either case, None when the letters are no roman number."""
    letters = text.lower()
    if not letters or not ROMAN_FORM.fullmatch(letters):
        return None
    values = [ROMAN[char] for char in letters]
    pairs = zip(values, [*values[1:], 0], strict=True)
    return sum(-here if here < after else here for here, after in pairs)


def letter_value(text: str) -> int | None:
    """a is 1, z is 26, aa is 27, bb is 28; None for unlike letters."""
    lower = text.lower()
    if not lower.isascii() or len(set(lower)) != 1:
        return None
    return ord(lower[0]) - 96 + 26 * (len(lower) - 1)


def han(family: str, numeral: str) -> tuple[Count, ...]:
    """A Chinese or Arabic number."""
    return (Count(family, int(numeral) if numeral.isdecimal() else han_value(numeral)),)


def arabic(family: str, numeral: str) -> tuple[Count, ...]:
    """An Arabic number, of either width."""
    return (Count(family, int(numeral)),)


def circled(family: str, numeral: str) -> tuple[Count, ...]:
    """One sign that holds its number: ③."""
    return (Count(family, CIRCLED[numeral]),)


def dotted(family: str, numeral: str) -> tuple[Count, ...]:
    """4.1.2 counts its last part, in a family as deep as it has parts."""
    parts = [part for part in numeral.split(".") if part]
    return (Count(f"{family}-{len(parts)}", int(parts[-1])),)


def letters(family: str, numeral: str) -> tuple[Count, ...]:
    """A letter or a roman number; both where both are possible."""
    letter, roman = letter_value(numeral), roman_value(numeral)
    found = [Count(f"{family}-letter", letter)] if letter else []
    if roman:
        found.append(Count(f"{family}-roman", roman))
    return tuple(found)


def any_numeral(family: str, numeral: str) -> tuple[Count, ...]:
    """Chapter 2, Chapter II, Theme B, Action A1.2: the last number in it counts, else the letter."""
    digits = DIGITS.findall(numeral)
    if digits:
        return (Count(family, int(digits[-1][:6])),)
    value = roman_value(numeral) if len(numeral) > 1 or numeral in "IVX" else letter_value(numeral)
    return (Count(family, value or 0),)
