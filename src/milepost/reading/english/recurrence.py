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
REPEATS = pattern(
    r"\b(?:(?:at least |and )*(?:once|twice) (?:every|each|a|per) (?:(?P<n0>[a-z0-9]+) )?"
    r"(?P<u0>day|week|month|quarter|half|year)s?(?: thereafter)?"
    r"|(?:at least |no (?:less|fewer) than )?(?:two|three|four|six|\d+) times (?:per|a|each|every) "
    r"(?:year|month)"
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
    r"|plan|statement|survey|summary)"
    r"|regular (?:\w+ )?(?:reports|reporting|reviews|meetings|updates)"
    r"|(?:whenever|as) (?:necessary|needed)(?: and appropriate)?)",
    ignore_case=True,
)
REPEAT_WORDS = tuple(
    "every|daily|weekly|fortnight|monthly|quarterly|annual|yearly|biennial|each |basis|periodic|once |twice "
    "|regular|necessary|needed| times |from time to|nightly".split("|")
)
REPEATS_BEFORE = pattern(
    r"\b(?:every (?:\w+ )?(?:day|week|month|quarter|year)s?|each (?:\w+ )?(?:day|week|month|quarter|year)"
    r"|daily|weekly|monthly|quarterly|annually|yearly|twice a year|basis)(?: thereafter)?,? $",
    ignore_case=True,
)
PLACE = pattern(r" of (?:the|our|this|a|an|its|their) ", ignore_case=True)
"""What follows a quarter that is a part of a town and no part of a year."""
UNTIL = pattern(r"[ ,]*until ([^,;.]{3,80})", ignore_case=True)


def find_recurring(text: str, start: int, end: int) -> FoundRecurring | None:
    """What makes a duty in text[start:end] repeat, if anything."""
    words = text[start:end]
    lower = words.lower()
    if not any(word in lower for word in REPEAT_WORDS):
        return None
    words = words.translate(BLANKS)
    match = next((m for m in REPEATS.finditer(words) if not PLACE.match(words, m.end())), None)
    if match is None:
        return None
    found = match.group()
    lowered = found.lower().removeprefix("at least ").removeprefix("and ").removesuffix(" thereafter")
    until = UNTIL.match(words, match.end())
    return FoundRecurring(
        text=found, every=period_of(match, lowered), until=until[1].strip() if until else None
    )


def ends_recurrence(text: str, start: int, at: int) -> bool:
    """Whether a date at `at` only says how long a thing repeats: "every quarter until the end of 2028"."""
    until = text.startswith(("until ", "through "), at)
    return until and bool(REPEATS_BEFORE.search(text[max(start, at - 60) : at]))


def period_of(match: re.Match[str], words: str) -> Every | None:
    """The period that the words say; "periodically" and "as necessary" say none."""
    named = (match["w"] or match["j"] or match["b"] or "").lower()
    if named:
        found = PERIOD_WORDS.get(named) or PERIOD_WORDS.get(f"{named}ly")
        return Every(value=found[1], unit=found[0]) if found else None
    unit = match["u0"] or match["u1"]
    if unit:
        number = match["n0"] or match["n1"]
        value = 2 if "other" in words.split() else small_number(number) if number else 1
        return Every(value=value, unit=UNITS[unit.lower()]) if value else None
    last = words.split()[-1]
    if not words.startswith("each ") or last == "season":
        return None
    return Every(value=1, unit=UNITS.get(last, "year"))
