"""Lengths of time as English prints them: "sixty (60) days", "a fortnight", "ten business days".

In: the number and the unit of a match. Out: an `Offset`, or None where the words say no number. Words and
digits that stand side by side must agree. What a length counts from stands in `own_days`.
"""

from milepost.ledger.records import Offset
from milepost.reading.english.words import small_number
from milepost.reading.patterns import pattern

NUMBER = (
    r"(?:[a-z]+(?:[- ][a-z]+){0,4} \(\d{1,4}\)|\d{1,4}|half an?|(?:an?"
    r"|[a-z]+(?:-[a-z]+)?(?: hundred(?: and [a-z]+(?:-[a-z]+)?)?)?))"
)
UNIT = (
    r"(?:(?:calendar|working|business|clear|full) )?"
    r"(?:hours?|days?|weeks?|fortnights?|months?|quarters?|years?)"
)
ONE: dict[str, Offset] = {
    "hour": Offset(value=1, unit="hour"),
    "day": Offset(value=1, unit="day"),
    "week": Offset(value=1, unit="week"),
    "fortnight": Offset(value=2, unit="week"),
    "month": Offset(value=1, unit="month"),
    "quarter": Offset(value=1, unit="quarter"),
    "year": Offset(value=1, unit="year"),
}
HALVES = {"year": Offset(value=6, unit="month"), "day": Offset(value=12, unit="hour")}
"""Halves that are whole in a smaller unit; of the others nobody says how they are counted."""
DIGITS = pattern(r"\d+")


def offset_of(number: str, unit: str) -> Offset | None:
    """ "sixty (60) business days" as an offset; None when words and digits disagree or say no number."""
    name = unit.lower().split()[-1].rstrip("s")
    if number.lower().startswith("half"):
        return HALVES.get(name)
    value = _value(number)
    if value is None:
        return None
    one = ONE[name]
    working = unit.lower().startswith(("working", "business"))
    return Offset(value=value * one.value, unit=one.unit, days="working" if working else "calendar")


def disagree(number: str) -> bool:
    """Whether the words and the digits of a doublet say two numbers: "twenty (30)"."""
    digits, words = DIGITS.search(number), small_number(number.split("(")[0].strip().replace(" and ", " "))
    return "(" in number and digits is not None and words is not None and words != int(digits[0])


def _value(number: str) -> int | None:
    """The number that digits and words say together."""
    digits = DIGITS.search(number)
    if digits is None:
        return small_number(number.strip())
    return None if disagree(number) else int(digits[0])
