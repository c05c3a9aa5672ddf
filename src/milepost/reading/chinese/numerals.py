"""Chinese and Arabic numerals as numbers: 十五 and 15 and 二〇二七.

In: the printed numeral. Out: the number, or None where it is none. Numerals up to 9999; no fractions.
"""

DIGITS = {sign: value for value, sign in enumerate("〇一二三四五六七八九")} | {
    "零": 0,
    "两": 2,
    "○": 0,
    "O": 0,
}
DIGIT_SIGNS = frozenset(DIGITS)
UNITS = {"十": 10, "百": 100, "千": 1000}
NUMERAL = r"(?:\d{1,4}|[〇零○一二两三四五六七八九十百]{1,7})"
"""A numeral inside a pattern; whether it is a number, `number` says."""


def number(printed: str) -> int | None:
    """The number of a numeral: 15, 十五, 二百零三, 二〇二七."""
    if printed.isdecimal():
        return int(printed)
    if len(printed) == 1:
        return DIGITS.get(printed, UNITS.get(printed))
    if DIGIT_SIGNS.issuperset(printed):
        return int("".join(str(DIGITS[sign]) for sign in printed)) if printed else None
    total = pending = 0
    for sign in printed:
        if sign in UNITS:
            total += (pending or 1) * UNITS[sign]
            pending = 0
        elif sign in DIGITS:
            pending = DIGITS[sign]
        else:
            return None
    return total + pending


def chinese(value: int) -> str:
    """A number from 1 to 99 in Chinese numerals: 15 is 十五."""
    tens, ones = divmod(value, 10)
    digits = "〇一二三四五六七八九"
    return (digits[tens] if tens > 1 else "") + ("十" if tens else "") + (digits[ones] if ones else "")
