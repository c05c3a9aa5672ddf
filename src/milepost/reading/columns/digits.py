"""Dates in digits alone, as ledgers write them: 2027-06-30, 2027/6, 2027.1-2027.12, 20270630, 2027, Jun-27.

In: the words of a cell in a column of dates. Out: the last day they come to, its precision, and whether they
name a period; None where they are no date of the calendar. In running text digits alone are no date.
"""

from calendar import monthrange
from datetime import date
from typing import Literal

from msgspec import Struct

from milepost.reading.columns.quarters import end_of
from milepost.reading.patterns import pattern

DAY = r"20\d\d(?:[-/.]\d{1,2}){1,2}|20\d{6}"
WHOLE = pattern(rf"(?P<a>{DAY})(?: \d\d:\d\d)?(?:前|止|截止|之前)?")
PERIOD = pattern(rf"(?P<a>{DAY}) ?(?:至|到|~|—+|–|－|-|to) ?(?P<b>{DAY})")
QUARTER = pattern(r"(?P<y>20\d\d)[-/. ]?Q(?P<a>[1-4])|Q(?P<b>[1-4])[-/. ](?P<z>20\d\d)")
YEAR = pattern(r"20\d\d")
SHORT = pattern(r"(?P<m>[A-Z][a-z]{2})[a-z]{0,6}[- ’'](?P<y>\d\d)")
DIGITS = pattern(r"\d+")
MONTHS = {
    name: number
    for number, name in enumerate("jan feb mar apr may jun jul aug sep oct nov dec".split(), start=1)
}


class Digits(Struct, frozen=True):
    """What digits come to."""

    date: str
    precision: Literal["day", "month", "quarter", "year"]
    period: bool = False


def read_digits(words: str) -> Digits | None:
    """The date of a cell that holds digits and nothing else."""
    words = words.strip()
    if period := PERIOD.fullmatch(words):
        last = last_day(period["b"])
        return Digits(last.date, last.precision, True) if last else None
    if whole := WHOLE.fullmatch(words):
        return last_day(whole["a"])
    if quarter := QUARTER.fullmatch(words):
        found = end_of(quarter["a"] or quarter["b"], quarter["y"] or quarter["z"])
        return Digits(*found) if found else None
    if YEAR.fullmatch(words):
        return Digits(f"{words}-12-31", "year")
    short = SHORT.fullmatch(words)
    month = MONTHS.get(short["m"].lower()) if short else None
    return last_day(f"20{short['y']}-{month}") if short and month else None


def last_day(words: str) -> Digits | None:
    """The day of digits, or the last day of their month."""
    parts = [int(part) for part in DIGITS.findall(words)]
    if len(parts) == 1:
        parts = [parts[0] // 10_000, parts[0] // 100 % 100, parts[0] % 100]
    if not 1 <= parts[1] <= 12:
        return None
    month_end = monthrange(*parts[:2])[1]
    if len(parts) == 2:
        return Digits(date(parts[0], parts[1], month_end).isoformat(), "month")
    whole = 1 <= parts[2] <= month_end
    return Digits(date(parts[0], parts[1], parts[2]).isoformat(), "day") if whole else None
