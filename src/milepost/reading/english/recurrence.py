"""What makes a duty repeat: "quarterly", "every two years thereafter", "on an annual basis".

In: the text and a span. Out: at most one `FoundRecurring` with its words, its period where they say one, and
until when. Deadlines stand in `deadlines`; a text may have both ("By 3 May and annually thereafter").
"""

import re
from typing import Literal

from milepost.ledger.records import Every
from milepost.reading.english.chunks import BLANKS
from milepost.reading.english.words import small_number
from milepost.reading.patterns import pattern
from milepost.reading.records import FoundRecurring

Unit = Literal["day", "week", "month", "quarter", "half", "year"]
UNITS: dict[str, Unit] = {
    "day": "day",
    "week": "week",
    "month": "month",
    "quarter": "quarter",
    "half": "half",
    "year": "year",
}
PERIOD_WORDS: dict[str, tuple[Unit, int]] = {
    "daily": ("day", 1),
    "weekly": ("week", 1),
    "bi-weekly": ("week", 2),
    "biweekly": ("week", 2),
    "fortnightly": ("week", 2),
    "monthly": ("month", 1),
    "bi-monthly": ("month", 2),
    "bimonthly": ("month", 2),
    "quarterly": ("quarter", 1),
    "biannually": ("half", 1),
    "semi-annually": ("half", 1),
    "semiannually": ("half", 1),
    "twice a year": ("half", 1),
    "annually": ("year", 1),
    "annual": ("year", 1),
    "yearly": ("year", 1),
    "biennially": ("year", 2),
    "biennial": ("year", 2),
}
NUMBERED = {"second": 2, "third": 3, "fourth": 4, "fifth": 5, "working": 1, "business": 1, "calendar": 1}
"""Words between "every" and its unit: "every second year", "every working day"."""
REPEATS = pattern(
    r"\b(?:(?:at least |and )*(?:once|twice) (?:every|each|a|per) (?:(?P<n0>[a-z0-9]+) )?"
    r"(?P<u0>day|week|month|quarter|half|year)s?(?: thereafter)?"
    r"|(?:at least |no (?:less|fewer) than )?(?P<t>two|three|four|six|twelve|\d+) times (?:per|a|each|every) "
    r"(?P<tu>year|month)"
    r"|from time to time|nightly"
    r"|every (?:other )?(?:(?P<n1>[a-z]+|\d+) )?(?P<u1>day|week|month|quarter|half|year)s?(?: thereafter)?"
    r"|(?:at least )?(?P<w>daily|weekly|bi-?weekly|fortnightly|bi-?monthly|monthly|quarterly|bi-?annually"
    r"|semi-?annually|annually|yearly|biennially)(?: thereafter)?"
    r"|each (?:fiscal |financial |calendar )?(?:year|quarter|month|week|season|January"
    r"|February|March|April|May|June|July|August"
    r"|September|October|November|December)\b(?: thereafter)?"
    r"|on an? (?P<b>annual|quarterly|monthly|weekly|daily|ongoing|regular|rolling|continuous"
    r"|continuing|periodic|biennial|yearly|semi-annual) basis(?: as necessary)?|(?:updated "
    r"|and )?periodically(?: thereafter)?"
    r"|(?:an|the|its|their) (?P<j>annual|biennial) (?:report|review|audit|update|assessment"
    r"|plan|statement|survey|summary|debriefing|appraisal)"
    r"|regular (?:\w+ )?(?:reports|reporting|reviews|meetings|updates)"
    r"|(?:whenever|as) (?:necessary|needed)(?: and appropriate)?)",
    ignore_case=True,
)
PERIODS = "year fiscal financial calendar quarter month week season".split()
MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()
REPEAT_WORDS = (
    *"""every daily weekly fortnight monthly quarterly annual yearly biennial basis periodic nightly
    regular""".split(),
    *(f"each {period}" for period in (*PERIODS, *MONTHS)),
    *(f"{often} {word}" for often in ("once", "twice", " times") for word in ("every", "each", "a", "per")),
    *(f"{word} {need}" for word in ("as", "whenever") for need in ("necessary", "needed")),
    "from time to",
)
"""Plain words of which each rhythm holds one."""
REPEATS_BEFORE = pattern(
    r"\b(?:every (?:\w+ )?(?:day|week|month|quarter|year)s?|each (?:\w+ )?(?:day|week|month|quarter|year)"
    r"|daily|weekly|monthly|quarterly|annually|yearly|twice a year|basis)(?: thereafter)?,? $",
    ignore_case=True,
)
AS_NEEDED = ("as nec", "as nee")
RENEWS = pattern(
    r"\b(?:updat|revis|review|amend|renew|adjust|repeat|reissu|refresh)\w*(?: [^,;:.]{0,60})?$",
    ignore_case=True,
)
"""What is done "as necessary" again and again; of other acts the words only say how much."""
PLACE = pattern(r" of (?:the|our|this|a|an|its|their) ", ignore_case=True)
"""What follows a quarter that is a part of a town and no part of a year."""
UNTIL = pattern(r"[ ,]*(?:until|through(?: to)?|up to) ([^,;.]{3,80})", ignore_case=True)
FROM_TO = pattern(
    r",? (?:from|between|beginning(?: in| on)?|starting(?: in| on)?) ([^,;.]{4,30}?)"
    r"(?:,? (?:to|and|until|through) ([^,;.]{4,30}))?(?:[,;.]|$)",
    ignore_case=True,
)
"""When a repetition begins and ends: "annually from 2027 to 2030"."""
SAID_YEAR = pattern(r"\b(?:19|20)\d{2}\b")
TIMES: dict[int, tuple[Unit, int]] = {
    2: ("half", 1),
    3: ("month", 4),
    4: ("quarter", 1),
    6: ("month", 2),
    12: ("month", 1),
}
"""What so many times a year come to, where it is a whole number of months."""


def find_recurring(text: str, start: int, end: int) -> FoundRecurring | None:
    """What makes a duty in text[start:end] repeat, if anything."""
    words = text[start:end]
    lower = words.lower()
    if not any(map(lower.__contains__, REPEAT_WORDS)):
        return None
    if not words.isprintable():
        words = words.translate(BLANKS)
    match = next((m for m in REPEATS.finditer(words) if is_rhythm(words, m)), None)
    if match is None:
        return None
    found = match.group()
    lowered = found.lower().removeprefix("at least ").removeprefix("and ").removesuffix(" thereafter")
    begins, ends = bounds_of(words, match.end())
    return FoundRecurring(text=found, every=period_of(match, lowered), from_=begins, until=ends)


def is_rhythm(words: str, match: re.Match[str]) -> bool:
    """Whether a match says how often, and not a part of a town or how much."""
    if PLACE.match(words, match.end()):
        return False
    before = words[: match.start()]
    return (
        not match.group().lower().startswith(AS_NEEDED)
        or not before.strip()
        or bool(RENEWS.search(before.rstrip(" ")))
    )


def bounds_of(words: str, at: int) -> tuple[str | None, str | None]:
    """From when and until when a thing repeats, in the words behind its rhythm."""
    if until := UNTIL.match(words, at):
        return None, until[1].strip()
    bounds = FROM_TO.match(words, at)
    if bounds is None or not SAID_YEAR.search(bounds[1]):
        return None, None
    return bounds[1].strip(), bounds[2].strip() if bounds[2] else None


def ends_recurrence(text: str, start: int, at: int) -> bool:
    """Whether a date at `at` only says how long a thing repeats: "every quarter until the end of 2028"."""
    bound = text.startswith(("until ", "through ", "from ", "between ", "up to "), at)
    return bound and bool(REPEATS_BEFORE.search(text[max(start, at - 60) : at]))


def period_of(match: re.Match[str], words: str) -> Every | None:
    """The period that the words say; "periodically" and "as necessary" say none."""
    named = (match["w"] or match["j"] or match["b"] or "").lower()
    if named:
        found = PERIOD_WORDS.get(named) or PERIOD_WORDS.get(f"{named}ly")
        return Every(value=found[1], unit=found[0]) if found else None
    if match["t"]:
        often = TIMES.get(small_number(match["t"]) or 0) if match["tu"].lower() == "year" else None
        return Every(value=often[1], unit=often[0]) if often else None
    unit = match["u0"] or match["u1"]
    if unit and words.startswith("twice"):
        return Every(value=1, unit="half") if unit.lower() == "year" else None
    if unit:
        number = match["n0"] or match["n1"]
        ordinal = NUMBERED.get(number.lower()) if number else None
        value = 2 if "other" in words.split() else ordinal or (small_number(number) if number else 1)
        return Every(value=value, unit=UNITS[unit.lower()]) if value else None
    last = words.split()[-1]
    if not words.startswith("each ") or last == "season":
        return None
    return Every(value=1, unit=UNITS.get(last, "year"))
