"""Dates as English documents print them, with their precision.

In: words. Out: `PrintedDate`s with the ISO day that a date comes to (the last good day of a month, quarter
or year) and the place of the words. A day the calendar does not have (30 February 2027) is found and has
no date. A date without a year takes the first one on or after the document's own day. Deadlines stand in
`deadlines`.
"""

import datetime as dt
import re

from msgspec import Struct

from milepost.ledger.deadlines import end_of_half, end_of_month, end_of_quarter, end_of_year, real_day
from milepost.ledger.origins import Span
from milepost.ledger.records import Precision
from milepost.reading.english.words import MONTHS, ORDINAL_WORDS
from milepost.reading.patterns import pattern

MONTH = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December"
    r"|Jan\.?|Feb\.?|Mar\.?|Apr\.?|Jun\.?|Jul\.?|Aug\.?|Sept\.?|Sep\.?|Oct\.?|Nov\.?|Dec\.?)"
)
WEEKDAY = r"(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,? )?(?:the )?"
DATE = (
    rf"(?:{WEEKDAY}\d{{1,2}}(?:st|nd|rd|th)?(?: day)?(?: of)? {MONTH},? \d{{4}}"
    rf"|{WEEKDAY}{MONTH}\s+(?:\d{{1,2}}|[Il])(?:st|nd|rd|th)?,? \d{{4}}"
    r"|\d{4}-\d{2}-\d{2}|\d{1,2}/\d{1,2}/\d{2,4}|\d{1,2}\.\d{1,2}\.\d{2,4}"
    rf"|(?:[Mm]id-|[Ee]arly |[Ll]ate |[Mm]id |[Tt]he end of |[Ee]nd of |[Ee]nd |the middle "
    rf"of |the beginning of )?{MONTH},? \d{{4}}"
    r"|(?:the end of |end of |end )?(?:the )?(?:first|second|third|fourth|last|1st|2nd|3rd"
    r"|4th) quarter(?: of)?"
    r" (?:fiscal year |FY ?|financial year )?\d{2,4}"
    r"|(?:the end of |end of )?(?:FY ?\d{2,4},? )?Q[1-4](?: of)?,? (?:FY ?)?\d{4}"
    r"|(?:the end of |end of )?\d{4},? Q[1-4]|Q[1-4]/\d{4}"
    r"|(?:the )?(?:first|second) half of \d{4}|H[12] \d{4}"
    r"|(?:the end of |end of |year-end |end-|end |mid-|early |late |mid )(?:the year "
    r"|calendar year |year )?\d{4}\b"
    rf"|{WEEKDAY}\d{{1,2}}(?:st|nd|rd|th)?(?: day)?(?: of)? {MONTH}\b"
    rf"|{WEEKDAY}{MONTH}\s+\d{{1,2}}(?:st|nd|rd|th)?\b"
    rf"|(?:[Tt]he end of |[Ee]nd of |[Mm]id-|[Ee]arly |[Ll]ate |[Mm]id ){MONTH}\b)"
)
DATE_PATTERN = pattern(rf"\b{DATE}")
AMERICAN = pattern(r"\s+\d{1,2}, \d{4}")
"""What follows "31 May" in "No. 31 May 4, 2027"."""
MONTH_INSIDE = pattern(rf"(?:\s){MONTH}$")
FORMS = tuple(
    (name, pattern(text, ignore_case=True))
    for name, text in (
        ("iso", r"(\d{4})-(\d{2})-(\d{2})$"),
        ("slash", r"(\d{1,2})[/.](\d{1,2})[/.](\d{2,4})$"),
        (
            "quarter-word",
            r"(first|second|third|fourth|last|1st|2nd|3rd|4th) quarter(?: of)? (fiscal year "
            r"|financial year |FY ?)?(\d{2,4})$",
        ),
        ("quarter", r"(?:FY ?\d*,? ?)?Q([1-4])(?: of)?[,/]? ?(FY ?)?(\d{4})$"),
        ("year-quarter", r"(\d{4}),? Q([1-4])$"),
        ("half", r"(first|second) half of (\d{4})$|H([12]) (\d{4})$"),
        ("day-month", rf"(\d{{1,2}})(?:st|nd|rd|th)?(?: day)?(?: of)? ({MONTH})(?:,? (\d{{4}}))?$"),
        ("month-day", rf"({MONTH})\s+(\d{{1,2}}|[Il])(?:st|nd|rd|th)?(?:,? (\d{{4}}))?$"),
        ("month", rf"(early|mid|late|end|middle|beginning)?[ -]?(?:of )?({MONTH}),? ?(\d{{4}})?$"),
        ("year", r"(early|mid|late|end)?[ -]?(?:of )?(?:the year |calendar year |year )?(\d{4})$"),
    )
)
PART_DAYS = {"early": 10, "beginning": 10, "mid": 20, "middle": 20}


class PrintedDate(Struct, frozen=True):
    """A date in the text; `date` is None for a day that no calendar has."""

    span: Span
    date: str | None
    precision: Precision = "day"


def month_number(name: str) -> int:
    """The number of a month's name or abbreviation."""
    return MONTHS[name.lower().rstrip(".")]


def full_year(digits: str) -> int:
    """A year of two digits stands in this century."""
    return int(digits) + 2000 if len(digits) <= 2 else int(digits)


def near_year(month: int, day: int, today: str | None) -> int | None:
    """The first year in which the day falls on or after the document's own; None without one."""
    if today is None:
        return None
    own = dt.date.fromisoformat(today)
    return own.year if (month, day) >= (own.month, own.day) else own.year + 1


def read_date(words: str, today: str | None) -> tuple[str | None, Precision]:
    """What printed words come to: ("2027-06-30", "month") for "June 2027"."""
    core = words.strip(" ,.")
    for name, form in FORMS:
        if found := form.search(core):
            return READERS[name](found, today)
    return (None, "day")


def read_iso(m: re.Match[str], _today: str | None) -> tuple[str | None, Precision]:
    return (real_day(int(m[1]), int(m[2]), int(m[3])), "day")


def read_slash(m: re.Match[str], _today: str | None) -> tuple[str | None, Precision]:
    """Day before month, unless only the other order gives a day."""
    first, second, year = int(m[1]), int(m[2]), full_year(m[3])
    return (real_day(year, second, first) or real_day(year, first, second), "day")


def read_quarter_word(m: re.Match[str], _today: str | None) -> tuple[str | None, Precision]:
    """A quarter in words; a fiscal one has no date, as its calendar belongs to the jurisdiction."""
    if m[2]:
        return (None, "quarter")
    word = m[1].lower()
    quarter = 4 if word == "last" else ORDINAL_WORDS.get(word) or int(word[0])
    return (end_of_quarter(full_year(m[3]), quarter), "quarter")


def read_quarter(m: re.Match[str], _today: str | None) -> tuple[str | None, Precision]:
    fiscal = m[2] or m[0].upper().startswith("FY")
    return (None if fiscal else end_of_quarter(int(m[3]), int(m[1])), "quarter")


def read_year_quarter(m: re.Match[str], _today: str | None) -> tuple[str | None, Precision]:
    return (end_of_quarter(int(m[1]), int(m[2])), "quarter")


def read_half(m: re.Match[str], _today: str | None) -> tuple[str | None, Precision]:
    half = (1 if m[1].lower() == "first" else 2) if m[1] else int(m[3])
    return (end_of_half(int(m[2] or m[4]), half), "half")


def read_day(year: str | None, month: str, day: str, today: str | None) -> tuple[str | None, Precision]:
    """A day of a month, the scanner's I and l read as 1."""
    number = 1 if day in ("I", "l") else int(day)
    at = int(year) if year else near_year(month_number(month), number, today)
    return (real_day(at, month_number(month), number) if at else None, "day")


def read_month(m: re.Match[str], today: str | None) -> tuple[str | None, Precision]:
    """A month is its last day; early and mid are the 10th and the 20th."""
    month = month_number(m[2])
    year = int(m[3]) if m[3] else near_year(month, 31, today)
    if year is None:
        return (None, "month")
    part = PART_DAYS.get((m[1] or "").lower())
    return (real_day(year, month, part) if part else end_of_month(year, month), "day" if part else "month")


def read_year(m: re.Match[str], _today: str | None) -> tuple[str | None, Precision]:
    """The middle of a year is its June; its end and the bare year are 31 December."""
    part, year = (m[1] or "").lower(), int(m[2])
    if part == "mid":
        return (end_of_month(year, 6), "month")
    return (end_of_quarter(year, 1), "quarter") if part == "early" else (end_of_year(year), "year")


READERS = {
    "iso": read_iso,
    "slash": read_slash,
    "quarter-word": read_quarter_word,
    "quarter": read_quarter,
    "year-quarter": read_year_quarter,
    "half": read_half,
    "day-month": lambda m, today: read_day(m[3], m[2], m[1], today),
    "month-day": lambda m, today: read_day(m[3], m[1], m[2], today),
    "month": read_month,
    "year": read_year,
}


def find_dates(text: str, start: int, end: int, today: str | None) -> list[PrintedDate]:
    """Every date printed in text[start:end]."""
    found = []
    at = start
    while match := DATE_PATTERN.search(text, at, end):
        at = match.end()
        if AMERICAN.match(text, match.end(), end) and (month := MONTH_INSIDE.search(match.group())):
            at = match.start() + month.start() + 1
            continue
        found.append(PrintedDate(match.span(), *read_date(match.group(), today)))
    return found
