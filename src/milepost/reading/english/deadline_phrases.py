"""What the match of a row of `deadline_rows` says, as a `Phrase` with its place.

In: a match and the days of the document. Out: `Recognised`, or None where the words set no deadline. What the
phrase comes to stands in `reading.deadlines.resolver`.
"""

import re

from milepost.ledger.records import DeadlineKind
from milepost.reading.deadlines.phrases import Anchors, CountsFrom, Phrase, SaidDate
from milepost.reading.deadlines.resolver import resolve_date
from milepost.reading.english.choices import read_later_of, read_whichever
from milepost.reading.english.dates import said_date
from milepost.reading.english.lengths import disagree, offset_of
from milepost.reading.english.own_days import OWN_DAY, OWN_DAY_FIRST, counted_from
from milepost.reading.english.recognised import Reader, Recognised, length_phrase, trimmed
from milepost.reading.english.words import ORDINAL_WORDS as ORDINALS
from milepost.reading.english.words import UNIT_HEADS
from milepost.reading.patterns import pattern

ANCHOR_TAIL = pattern(
    r",? and,? (?:in |as |on |at |every |each |annually|quarterly|monthly|thereafter"
    r"|periodically|consistent |after |with |updated "
    r"|once |subsequently |then )"
)
LABEL_AT_END = pattern(r"\b(?:items|measures|sections|paragraphs|actions|articles) [\w.()]{1,8}$")
MORE_LABELS = pattern(r"(?:, [\d.()a-z]{1,6}){0,8},? and [\d.()a-z]{1,6}\b")
"""The rest of "items 3, 8 and 12"."""
EACH_YEAR = pattern(r" (?:of )?(?:each|every)(?: (?:fiscal|calendar))? year\b")
AIMED = pattern(r"\b(?:striv|aim|endeavou?r|seek)\w* to\b", ignore_case=True)
"""What is striven for within a year is an outcome, no task."""
CASE = pattern(
    r"\b(?:if|when(?:ever)?|where(?:ver)?|upon|after|once|following"
    r"|on (?:receipt|request|demand|[a-z]+ing))\b",
    ignore_case=True,
)
OF_A_KIND = pattern(r"\b(?:[Aa]ny|[Ee]ach|[Ee]very) (?:[A-Z][\w’'-]* ){0,4}?(?P<what>[a-z]+)\b")
REACH_OF_CASE = 300
"""How far before a length of time, in characters, the case may stand that it counts from."""
NEXT = {"next ": 1, "following ": 1, "coming ": 1}


def plain(kind: DeadlineKind) -> Reader:
    """The reader of a row whose kind is all that it says."""
    return lambda match, _anchors: trimmed(match, Phrase(kind=kind))


def read_within_of(match: re.Match[str], anchors: Anchors) -> Recognised | None:
    """ "within 60 days of the date of this order"; "in" and "at least" open one only before the own day."""
    opener = match.group().split()[0].lower()
    before = match["p"].lower() in ("before", "prior to")
    anchor, stop = anchor_of(match)
    loose = opener in ("in", "at") and not before
    known = offset_of(match["n"], match["u"]) is not None or disagree(match["n"])
    if not known or not anchor or (loose and not OWN_DAY.match(anchor)):
        return None
    counts_from: CountsFrom = "event" if before else counted_from(anchor, anchors)
    phrase = length_phrase(match["n"], match["u"], anchor, counts_from)
    return Recognised(phrase, (match.start(), stop))


def anchor_of(match: re.Match[str]) -> tuple[str, int]:
    """What a length counts from, without what follows it in the sentence, and where it ends."""
    cut = ANCHOR_TAIL.search(match["a"])
    anchor = (match["a"][: cut.start()] if cut else match["a"]).strip(" .")
    if own_day := OWN_DAY_FIRST.match(anchor):
        anchor = own_day.group().strip()
    stop = match.start("a") + match["a"].index(anchor) + len(anchor)
    if LABEL_AT_END.search(anchor) and (more := MORE_LABELS.match(match.string, stop)):
        stop = more.end()
        anchor = match.string[stop - len(anchor) - len(more.group()) : stop]
    return anchor, stop


def read_within(match: re.Match[str], anchors: Anchors) -> Recognised | None:
    """ "within two weeks" alone: it counts from a meeting, or from the day of an order; in other texts nobody
    says from when."""
    later = match["n"] is None
    number, unit = (match["n2"], match["u2"]) if later else (match["n"], match["u"])
    offset, differ = offset_of(number, unit), disagree(number)
    if offset is None and not differ:
        return None
    counted = anchors.orders and offset is not None and offset.unit != "hour"
    own = match["own"] or (counted and not hangs_on_case(match))
    counts_from: CountsFrom = "event" if later else "issued" if own else "unsaid"
    return Recognised(
        Phrase(
            kind="event" if later else "relative",
            offset=offset,
            counts_from=counts_from,
            doubt="number" if differ else None,
        ),
        match.span(),
    )


def hangs_on_case(match: re.Match[str]) -> bool:
    """Whether the sentence before a length of time tells a case, from which it counts: "If a leak is found,
    the holder shall report it within 14 days", "Each complaint shall be answered within 14 days"."""
    before = match.string[max(match.pos, match.start() - REACH_OF_CASE) : match.start()]
    before = before[max(before.rfind(sign) for sign in (". ", ";", "\n")) + 1 :]
    return CASE.search(before) is not None or any(
        said["what"] not in UNIT_HEADS for said in OF_A_KIND.finditer(before)
    )


def read_over_next(match: re.Match[str], _anchors: Anchors) -> Recognised | None:
    """ "over the next three years": how long something goes on."""
    offset = offset_of(match["n"], match["u"])
    return (
        Recognised(Phrase(kind="period", offset=offset, counts_from="event"), match.span())
        if offset
        else None
    )


def dated(kind: DeadlineKind) -> Reader:
    """The reader of a row that names a date; a day of each year is a rhythm."""

    def read(match: re.Match[str], _anchors: Anchors) -> Recognised | None:
        end = match.start() + len(match.string[match.start() : match.end("d")].rstrip(" ,.;"))
        if each := EACH_YEAR.match(match.string, end):
            return Recognised(Phrase(kind="recurring"), (match.start(), each.end()))
        said = said_date(match["d"])
        return Recognised(Phrase(kind=kind, date=said), (match.start(), end)) if said else None

    return read


def ahead(kind: DeadlineKind) -> Reader:
    """The reader of a row whose words tell history as well: only a day still to come is a deadline."""
    reader = dated(kind)

    def read(match: re.Match[str], anchors: Anchors) -> Recognised | None:
        found = reader(match, anchors)
        said = found.phrase.date if found else None
        day = resolve_date(said, anchors).date if said else None
        return found if day and anchors.issued and day >= anchors.issued else None

    return read


def not_past(kind: DeadlineKind) -> Reader:
    """The reader of a row whose words tell history where their year is over: "built before 1990"."""
    reader = dated(kind)

    def read(match: re.Match[str], anchors: Anchors) -> Recognised | None:
        found = reader(match, anchors)
        said = found.phrase.date if found else None
        day = resolve_date(said, anchors).date if said else None
        return None if day and anchors.issued and day < anchors.issued else found

    return read


def read_by_month(match: re.Match[str], anchors: Anchors) -> Recognised | None:
    """ "by June"; a name that goes on is no month: "by June Harris"."""
    behind = match.string[match.end() : match.end() + 2]
    return None if behind[:1] == " " and behind[1:].isupper() else dated("fixed")(match, anchors)


def read_own_part(match: re.Match[str], _anchors: Anchors) -> Recognised | None:
    """ "by the end of the second quarter": of the document's year, or the next one."""
    if match.string.startswith(" of ", match.end()):
        return None
    years_on = 1 if match["next"] else 0
    number = int(
        match["q"] or match["h"] or {"last": 4}.get(match["n"].lower()) or ORDINALS[match["n"].lower()]
    )
    if match["q"] or (match["u"] or "").lower() == "quarter":
        return Recognised(
            Phrase(kind="fixed", date=SaidDate(years_on=years_on, quarter=number)), match.span()
        )
    said = SaidDate(years_on=years_on, half=min(number, 2))
    return Recognised(Phrase(kind="fixed", date=said), match.span())


def read_own_period(match: re.Match[str], _anchors: Anchors) -> Recognised | None:
    """ "by the end of next month": counted from the document's own."""
    on = NEXT.get((match["w"] or "").lower(), 0)
    unit = "year" if match["ye"] else (match["u"] or match["in"].split()[-1]).lower()
    match unit:
        case "month":
            said = SaidDate(months_on=on)
        case "quarter":
            said = SaidDate(quarters_on=on)
        case _:
            said = SaidDate(years_on=on)
    aimed = match["in"] and AIMED.search(match.string, match.pos, match.start())
    return Recognised(Phrase(kind="target" if aimed else "fixed", date=said), match.span())


def read_meeting(match: re.Match[str], _anchors: Anchors) -> Recognised | None:
    """ "before the next meeting": a date only where the minutes print that of the next one."""
    words = match.group().split()
    follows = "next" in words or "following" in words
    return trimmed(match, Phrase(kind="event", counts_from="next_meeting" if follows else "event"))


READERS: dict[str, Reader] = {
    "deadline:whichever": read_whichever,
    "deadline:later-of": read_later_of,
    "deadline:within-of": read_within_of,
    "deadline:within": read_within,
    "deadline:over-next": read_over_next,
    "deadline:between": dated("period"),
    "deadline:start": dated("start"),
    "deadline:from-day": ahead("start"),
    "deadline:by-day": dated("fixed"),
    "deadline:own-period": read_own_period,
    "deadline:fiscal-end": lambda match, _: trimmed(match, Phrase(kind="fixed", date=SaidDate(gap="fiscal"))),
    "deadline:in-period": dated("fixed"),
    "deadline:own-part": read_own_part,
    "deadline:on-day": ahead("fixed"),
    "deadline:by-month": read_by_month,
    "deadline:in-month": ahead("fixed"),
    "deadline:during-year": ahead("period"),
    "deadline:by-year": not_past("fixed"),
    "deadline:each-period": plain("recurring"),
    "deadline:label": dated("fixed"),
    "deadline:request": plain("event"),
    "deadline:meeting": read_meeting,
    "deadline:at-once": plain("event"),
    "deadline:soon": plain("open"),
    "deadline:open": plain("open"),
}
