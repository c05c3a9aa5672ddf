"""Who leads what minutes want done: initials, names, units, "he" and "she".

In: the text, the place of an owner and the people of the minutes. Out: the units that lead. Initials and a
given name alone become the whole name of the person who alone has them; a list of duties keeps its short
names. Who is there at all stands in `people`.
"""

from msgspec.structs import replace

from milepost.ledger.origins import Span
from milepost.reading.english.actors import find_names
from milepost.reading.english.attendance import STARTS_TITLE, is_name
from milepost.reading.english.minute_items import Item
from milepost.reading.english.minute_owned import INITIALS, JOIN, Cast
from milepost.reading.english.unit_lines import slashed
from milepost.reading.records import NamedUnit

COURTESY = ("Mr", "Mrs", "Ms", "Dr", "Cllr", "Prof", "Supt")
PRONOUNS = ("he", "she", "they", "we")


def units_of(text: str, who: Span | None, cast: Cast) -> list[NamedUnit]:
    """The people or units of a place; initials stand for people of the attendance list."""
    if who is None:
        return []
    parts = JOIN.split(text[slice(*who)])
    if not any(part in cast.initials or INITIALS.match(part) for part in parts):
        return list(find_names(text, slashed(text, who)).units)
    found: list[NamedUnit] = []
    at = who[0]
    for part in filter(None, parts):
        start = text.index(part, at)
        at = start + len(part)
        known = cast.initials.get(part)
        if known or INITIALS.match(part):
            found.append(NamedUnit(name=known.name if known else part, span=(start, at)))
        else:
            found += find_names(text, [(start, at)]).units
    return found


def lead_of(text: str, item: Item, cast: Cast, speaker: Span | None) -> list[NamedUnit]:
    """The lead of an item: "he" is the one the sentence before began with, "Ann" the one of that name."""
    said = text[slice(*item.who)].lower() if item.who else ""
    if item.who is None or said not in PRONOUNS:
        units = units_of(text, item.who, cast)
    elif speaker and said in ("he", "she"):
        units = [replace(unit, span=item.who) for unit in units_of(text, speaker, cast)]
    else:
        units = [NamedUnit(name=text[slice(*item.who)], span=item.who)]
    if item.rule == "minutes:names":
        return units
    return [replace(unit, name=cast.full.get(unit.name, unit.name)) for unit in units]


def is_person(words: str, cast: Cast) -> bool:
    """Whether the words before a verb are somebody of the meeting, somebody by name, or one officer."""
    if set(words.split()) & cast.names or is_name(words):
        return True
    titled = STARTS_TITLE.match(words) is not None or words.split()[0].rstrip(".") in COURTESY
    return titled and not words.endswith("s")
