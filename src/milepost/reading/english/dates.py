"""Dates as English documents print them, as `SaidDate`s.

In: words. Out: what they say (`said_date`), or every date of a stretch with its place and the ISO day it
comes to (`find_dates`). A day the calendar does not have (30 February 2027) is found and has no date; so is
4/5/2027 where the document does not prove which number is the month (`proves_day_first`). Deadlines stand in
`deadlines`, what a date comes to in `reading.deadlines.resolver`.
"""

import re
from collections.abc import Callable, Iterator
from typing import Literal

from msgspec import Struct

from milepost.ledger.origins import Span
from milepost.ledger.records import Precision
from milepost.reading.deadlines.phrases import Anchors, Doubt, SaidDate
from milepost.reading.deadlines.resolver import resolve_date
from milepost.reading.english.likely import Likely, places_of
from milepost.reading.english.words import MONTHS, ORDINAL_WORDS
from milepost.reading.patterns import pattern

MONTH = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December"
    r"|Jan\.?|Feb\.?|Mar\.?|Apr\.?|Jun\.?|Jul\.?|Aug\.?|Sept\.?|Sep\.?|Oct\.?|Nov\.?|Dec\.?)"
)
WEEKDAY = r"(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,? )?(?:the )?"
FISCAL = r"(?:fiscal year |financial year |FY ?)"
FISCAL_YEAR = r"(?:20)?\d{2}(?:[/–-](?:20)?\d{2})?"
DATE = (
    rf"(?:{WEEKDAY}\d{{1,2}}(?:st|nd|rd|th)?(?: day)?(?: of)? {MONTH},? \d{{4}}"
    rf"|{WEEKDAY}{MONTH}\s+(?:\d{{1,2}}|[Il])(?:st|nd|rd|th)?,? \d{{4}}"
    rf"|(?:the )?(?:first|last) day of {MONTH}(?:,? \d{{4}})?\b"
    rf"|\d{{4}}-\d{{2}}-\d{{2}}|\d{{1,2}}-{MONTH}-\d{{2,4}}"
    r"|\d{1,2}/\d{1,2}/\d{2,4}|\d{1,2}\.\d{1,2}\.\d{2,4}|\d{1,2}-\d{1,2}-\d{4}"
    rf"|(?:[Mm]id-|[Ee]arly |[Ll]ate |[Mm]id |[Tt]he end of |[Ee]nd of |[Ee]nd[ -]|the middle "
    rf"of |the beginning of |the start of )?{MONTH},? \d{{4}}"
    r"|(?:the end of |end of |end )?(?:the )?(?:first|second|third|fourth|last|1st|2nd|3rd"
    r"|4th) quarter(?: of)?"
    rf" (?:the )?{FISCAL}?{FISCAL_YEAR}"
    r"|(?:the end of |end of )?(?:FY ?\d{2,4},? )?Q[1-4](?: of)?,? (?:FY ?)?\d{4}"
    r"|(?:the end of |end of )?\d{4},? Q[1-4]|Q[1-4]/\d{4}"
    r"|(?:the end of |end of )?(?:the )?(?:first|second) half of \d{4}|H[12] \d{4}"
    rf"|(?:the end of |end of |end )?(?:the )?(?:{FISCAL}{FISCAL_YEAR}"
    r"|\d{4}[/–-]\d{2,4} (?:financial|fiscal) year)\b"
    r"|(?:the end of |end of |year-end |end-|end |mid-|early |late |mid )(?:the year "
    r"|calendar year |year )?\d{4}\b"
    rf"|{WEEKDAY}\d{{1,2}}(?:st|nd|rd|th)?(?: day)?(?: of)? {MONTH}\b"
    rf"|{WEEKDAY}{MONTH}\s+\d{{1,2}}(?:st|nd|rd|th)?\b"
    rf"|(?:[Tt]he end of |[Ee]nd of |[Ee]nd[ -]|[Mm]id-|[Ee]arly |[Ll]ate |[Mm]id ){MONTH}\b)"
)
DATE_PATTERN = pattern(rf"\b{DATE}")
DIGITS = pattern(r"\d+")
MONTH_SIGNS = tuple("Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split())
BEFORE_SIGN, AFTER_SIGN = 90, 60
"""How far a date reaches before its first digit or month, and behind its last, at most."""
AMERICAN = pattern(r"\s+\d{1,2}, \d{4}")
"""What follows "31 May" in "No. 31 May 4, 2027"."""
MONTH_INSIDE = pattern(rf"(?:\s){MONTH}$")
SLASHED = pattern(r"\b(\d{1,2})/(\d{1,2})/\d{2,4}\b")
MONTH_FIRST_REGIONS = ("US", "PH")
THIRDS: dict[str, Literal[1, 2, 3]] = {
    "early": 1,
    "beginning": 1,
    "start": 1,
    "mid": 2,
    "middle": 2,
    "late": 3,
}


class PrintedDate(Struct, frozen=True):
    """A date in the text; `date` is None where the words fix none, for the reason given."""

    span: Span
    date: str | None
    precision: Precision = "day"
    doubt: Doubt | None = None


def month_number(name: str) -> int:
    """The number of a month's name or abbreviation."""
    return MONTHS[name.lower().rstrip(".")]


def full_year(digits: str | None) -> int | None:
    """A year of two digits stands in this century."""
    if not digits:
        return None
    return int(digits) + 2000 if len(digits) <= 2 else int(digits)


def said_day(year: str | None, month: str, day: str) -> SaidDate:
    """A day of a month, the scanner's I and l read as 1."""
    return SaidDate(year=full_year(year), month=month_number(month), day=1 if day in ("I", "l") else int(day))


def said_edge_day(m: re.Match[str]) -> SaidDate:
    """The first or the last day of a month."""
    first = m[1].lower() == "first"
    year, month = full_year(m[3]), month_number(m[2])
    return SaidDate(year=year, month=month, day=1) if first else SaidDate(year=year, month=month, third=3)


def said_pair(m: re.Match[str]) -> SaidDate:
    """31/12/2027, whose order the document has to prove where both numbers may be a month."""
    return SaidDate(year=full_year(m[3]), days_or_months=(int(m[1]), int(m[2])))


def said_quarter_word(m: re.Match[str]) -> SaidDate:
    """A quarter in words; a fiscal one has no date, as its calendar belongs to the jurisdiction."""
    word = m[1].lower()
    quarter = 4 if word == "last" else ORDINAL_WORDS.get(word) or int(word[0])
    fiscal = bool(m[2]) or not m[3].isdigit()
    return SaidDate(year=full_year(m[3][:4]), quarter=quarter, gap="fiscal" if fiscal else None)


def said_quarter(m: re.Match[str]) -> SaidDate:
    """Q4 2028, and FY 2028 Q4 without a date."""
    fiscal = m[2] or m[0].upper().startswith("FY")
    return SaidDate(year=int(m[3]), quarter=int(m[1]), gap="fiscal" if fiscal else None)


def said_half(m: re.Match[str]) -> SaidDate:
    """The first half of 2028, H1 2028."""
    half = (1 if m[1].lower() == "first" else 2) if m[1] else int(m[3])
    return SaidDate(year=int(m[2] or m[4]), half=half)


def said_month(m: re.Match[str]) -> SaidDate:
    """A month, or its early, middle or late part."""
    third = THIRDS.get((m[1] or "").lower())
    return SaidDate(year=full_year(m[3]), month=month_number(m[2]), third=third)


def said_year(m: re.Match[str]) -> SaidDate:
    """The middle of a year is its June, its end 31 December; how late "early" is nobody says."""
    part, year = (m[1] or "").lower(), int(m[2])
    if part == "mid":
        return SaidDate(year=year, month=6)
    return SaidDate(year=year, gap="loose" if part == "early" else None)


FORM_WORDS = {
    "iso": ("-",),
    "slash": ("/", "-"),
    "dot": (".",),
    "dash": ("-",),
    "quarter-word": ("quarter",),
    "quarter": ("q",),
    "year-quarter": ("q",),
    "half": ("half", "h1", "h2"),
    "edge-day": ("day of",),
    "fiscal-year": ("fiscal", "financial", "fy"),
}
"""Letters without one of which a form is not tried."""
FORMS: tuple[tuple[str, re.Pattern[str], Callable[[re.Match[str]], SaidDate]], ...] = tuple(
    (name, pattern(text, ignore_case=True), said)
    for name, text, said in (
        (
            "iso",
            r"(\d{4})-(\d{2})-(\d{2})$",
            lambda m: SaidDate(year=int(m[1]), month=int(m[2]), day=int(m[3])),
        ),
        ("slash", r"(\d{1,2})[/-](\d{1,2})[/-](\d{2,4})$", said_pair),
        (
            "dot",
            r"(\d{1,2})\.(\d{1,2})\.(\d{2,4})$",
            lambda m: SaidDate(year=full_year(m[3]), month=int(m[2]), day=int(m[1])),
        ),
        ("dash", rf"(\d{{1,2}})-({MONTH})-(\d{{2,4}})$", lambda m: said_day(m[3], m[2], m[1])),
        (
            "quarter-word",
            r"(first|second|third|fourth|last|1st|2nd|3rd|4th) quarter(?: of)? (?:the )?(fiscal year "
            rf"|financial year |FY ?)?({FISCAL_YEAR})$",
            said_quarter_word,
        ),
        ("quarter", r"(?:FY ?\d*,? ?)?Q([1-4])(?: of)?[,/]? ?(FY ?)?(\d{4})$", said_quarter),
        (
            "year-quarter",
            r"(\d{4}),? Q([1-4])$",
            lambda m: SaidDate(year=int(m[1]), quarter=int(m[2])),
        ),
        ("half", r"(first|second) half of (\d{4})$|H([12]) (\d{4})$", said_half),
        (
            "day-month",
            rf"(\d{{1,2}})(?:st|nd|rd|th)?(?: day)?(?: of)? ({MONTH})(?:,? (\d{{4}}))?$",
            lambda m: said_day(m[3], m[2], m[1]),
        ),
        (
            "month-day",
            rf"({MONTH})\s+(\d{{1,2}}|[Il])(?:st|nd|rd|th)?(?:,? (\d{{4}}))?$",
            lambda m: said_day(m[3], m[1], m[2]),
        ),
        ("edge-day", rf"(first|last) day of ({MONTH})(?:,? (\d{{4}}))?$", said_edge_day),
        (
            "month",
            rf"(early|mid|late|end|middle|beginning|start)?[ -]?(?:of )?({MONTH}),? ?(\d{{4}})?$",
            said_month,
        ),
        (
            "fiscal-year",
            rf"(?:{FISCAL}{FISCAL_YEAR}|\d{{4}}[/–-]\d{{2,4}} (?:financial|fiscal) year)$",
            lambda _: SaidDate(gap="fiscal"),
        ),
        (
            "year",
            r"(early|mid|late|end)?[ -]?(?:of )?(?:the year |calendar year |year )?(\d{4})$",
            said_year,
        ),
    )
)
"""How a date ends, the first form that fits being what it is."""
LIKELY_FORMS = Likely(((form, said), FORM_WORDS.get(name, ())) for name, form, said in FORMS)


def said_date(words: str) -> SaidDate | None:
    """What printed words say: June 2027 for "by the end of June 2027"; None where no date closes them."""
    core = words.strip(" ,.")
    for form, said in LIKELY_FORMS.of(core.lower()):
        if found := form.search(core):
            return said(found)
    return None


def find_dates(text: str, start: int, end: int, anchors: Anchors) -> list[PrintedDate]:
    """Every date printed in text[start:end]."""
    return [date for area in dated_areas(text, start, end) for date in dates_of(text, *area, anchors)]


def dated_areas(text: str, start: int, end: int) -> list[Span]:
    """The stretches in which a date may stand: what lies far from every digit and every month is passed
    over."""
    areas: list[Span] = []
    for sign in date_signs(text, start, end):
        first, last = max(start, sign - BEFORE_SIGN), min(end, sign + AFTER_SIGN)
        if areas and first <= areas[-1][1]:
            areas[-1] = (areas[-1][0], last)
        else:
            areas.append((first, last))
    return areas


def date_signs(text: str, start: int, end: int) -> list[int]:
    """The places of digits and of names of months, in order."""
    digits = [found.start() for found in DIGITS.finditer(text, start, end)]
    return sorted([*digits, *places_of(MONTH_SIGNS, text, start, end)])


def dates_of(text: str, start: int, end: int, anchors: Anchors) -> list[PrintedDate]:
    """Every date printed in a stretch without a long part that holds none."""
    found = []
    at = start
    while match := DATE_PATTERN.search(text, at, end):
        at = match.end()
        if AMERICAN.match(text, match.end(), end) and (month := MONTH_INSIDE.search(match.group())):
            at = match.start() + month.start() + 1
            continue
        said = said_date(match.group())
        if said is not None:
            comes_to = resolve_date(said, anchors)
            found.append(PrintedDate(match.span(), comes_to.date, comes_to.precision, comes_to.doubt))
    return found


def slashed_pairs(text: str) -> Iterator[tuple[int, int]]:
    """The first two numbers of every 4/5/2027, looked for at its slash."""
    at, slash = 0, text.find("/")
    while slash >= 0:
        begin = slash - 2 if slash > 1 and text[slash - 2].isdigit() else slash - 1
        found = SLASHED.match(text, begin) if begin >= at and text[slash - 1].isdigit() else None
        if found:
            yield int(found[1]), int(found[2])
        at = found.end() if found else at
        slash = text.find("/", max(at, slash + 1))


def proves_day_first(text: str, region: str | None) -> bool | None:
    """Whether 4/5/2027 is in May: by the dates of the text that can be read one way only, else by the
    region; None where nothing proves it."""
    pairs = list(slashed_pairs(text)) if "/" in text else []
    day_first = any(first > 12 >= second for first, second in pairs)
    month_first = any(second > 12 >= first for first, second in pairs)
    if day_first != month_first:
        return day_first
    if day_first or region is None:
        return None
    return region.strip().upper().partition("-")[0] not in MONTH_FIRST_REGIONS
