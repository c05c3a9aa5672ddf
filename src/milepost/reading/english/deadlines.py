"""By when: the deadlines of a stretch of text, and what makes a duty repeat.

In: the text, a span (one sentence or item) and what the dates count from (`Clock`). Out: `FoundDeadline`s
in the order of the text and at most one `FoundRecurring`. Only what the words fix gets a date: a trigger
keeps its words and no date, and so does an offset whose anchor is not the document's own day. Which duty a
deadline belongs to is decided where duties are read.
"""

import re
from collections.abc import Callable
from typing import Literal

from msgspec import Struct
from msgspec.structs import replace

from milepost.ledger.deadlines import add_offset
from milepost.ledger.records import DeadlineKind, Offset
from milepost.reading.english.chunks import BLANKS
from milepost.reading.english.dates import DATE, MONTH, find_dates, read_date
from milepost.reading.english.recurrence import ends_recurrence
from milepost.reading.english.recurrence import find_recurring as find_recurring
from milepost.reading.english.words import small_number
from milepost.reading.patterns import Rule, pattern
from milepost.reading.records import FoundDeadline

NUMBER = (
    r"(?:[a-z]+(?:[- ](?:and )?[a-z]+)?(?: hundred)? \(\d{1,4}\)|\d{1,4}|(?:an?"
    r"|[a-z]+(?:-[a-z]+)?(?: hundred(?: and [a-z]+(?:-[a-z]+)?)?)?))"
)
UNIT = r"(?:(?:calendar|working|business) )?(?:hours?|days?|weeks?|months?|quarters?|years?)"
OFFSET_UNITS: dict[str, Literal["hour", "day", "week", "month", "quarter", "year"]] = {
    "hour": "hour",
    "day": "day",
    "week": "week",
    "month": "month",
    "quarter": "quarter",
    "year": "year",
}
ANCHOR = r"[^,;:()\n]{2,240}?(?:\([^()\n]{1,30}\)[^,;:()\n]{0,60}?){0,4}"
ANCHOR_END = r"(?:[,;:]|\.(?:\s|$)|$| shall\b| must\b| will\b| should\b|\s\(|\)|\n)"
ANCHOR_TAIL = pattern(
    r",? and,? (?:in |as |on |at |every |each |annually|quarterly|monthly|thereafter"
    r"|periodically|consistent |after |with |updated "
    r"|once |subsequently |then )"
)
RULES = (
    Rule(
        "deadline:whichever",
        pattern(
            rf"\b(?:within|no later than|not later than) (?P<n>{NUMBER}) (?P<u>{UNIT}) (?:of|after"
            rf"|from|following)"
            rf" (?P<a>[^,;]{{2,200}}?),? or (?:within )?{NUMBER} {UNIT} (?:of|after|from|following) "
            rf"[^;]{{2,300}}?,"
            r" whichever (?:comes|is|occurs) (?P<w>later|last|earlier|first|sooner)",
            ignore_case=True,
        ),
    ),
    Rule(
        "deadline:within-of",
        pattern(
            r"\b(?:within|no later than|not later than|no more than|at least"
            r"|(?:not|no) less than|no fewer than"
            rf"|in) (?P<n>{NUMBER}) "
            rf"(?P<u>{UNIT})"
            rf" (?P<p>of|after|from|following|before|prior to) (?P<a>{ANCHOR}){ANCHOR_END}",
            ignore_case=True,
        ),
    ),
    Rule(
        "deadline:within",
        pattern(
            rf"\b(?:within (?:the next )?(?P<n>{NUMBER}) (?P<u>{UNIT})\b(?P<own> hereof)?"
            rf"|(?:within|not? later than) (?P<n2>{NUMBER}) (?P<u2>{UNIT}) thereafter)",
            ignore_case=True,
        ),
    ),
    Rule(
        "deadline:start",
        pattern(
            rf"\b(?:beginning|starting|commencing|with effect from)(?: on| in| from| by)? "
            rf"(?:{DATE}|(?:19|20)\d{{2}}\b)",
            ignore_case=True,
        ),
    ),
    Rule(
        "deadline:by-day",
        pattern(
            r"\b(?:by|before|no later than|not later than|on or before|prior to|until|not after|due"
            r"|by no later than)"
            rf" (?:close of business on |the close of business on |the end of business on )?{DATE}",
            ignore_case=True,
        ),
    ),
    Rule(
        "deadline:in-period",
        pattern(
            r"\b(?:in|during) (?:the (?:first|second|third|fourth|last) quarter of (?:fiscal year "
            r"|FY ?|financial year )?\d{2,4}"
            r"|Q[1-4](?: of)? \d{4}|the (?:first|second) half of \d{4})",
            ignore_case=True,
        ),
    ),
    Rule(
        "deadline:by-year",
        pattern(
            r"\b(?:by|before|no later than|not later than) (?:the year )?(?:19|20)\d{2}\b", ignore_case=True
        ),
    ),
    Rule(
        "deadline:each-period",
        pattern(
            r"\b(?:by|before|at) the end of (?:each|every) (?:fiscal |financial |calendar )?\w+",
            ignore_case=True,
        ),
    ),
    Rule(
        "deadline:request",
        pattern(
            r"\b(?:upon (?:its |their |his |her |the )?(?:written )?request(?: (?:of|by|from) "
            r"(?:the )?[\w ]{2,40}?)?"
            r"|(?:if|when|where) (?:so )?requested(?: by (?:the )?[\w ]{2,40}?)?)(?: and without "
            r"undue delay)?"
            r"(?:[,.;:]|$| shall\b| and\b)",
            ignore_case=True,
        ),
    ),
    Rule(
        "deadline:meeting",
        pattern(
            r"\b(?:before|at|for|by|in time for|prior to|not? later than) "
            r"(?:next|(?:the|its|their|our|a) (?:next|following|first|"
            r"second|third|last|[A-Z][a-z]{2,8}|\d{1,2}(?:st|nd|rd|th))) (?:[a-z]+ )?"
            rf"(?:meeting|session|sitting)\b(?: in {MONTH}\b)?"
        ),
    ),
    Rule(
        "deadline:at-once",
        pattern(
            r"\b(?:immediately|forthwith|promptly|without (?:undue |further )?delay|as soon as "
            r"(?:practicable|possible|"
            r"feasible|reasonably practicable|practical)|at the earliest opportunity)\b",
            ignore_case=True,
        ),
    ),
    Rule(
        "deadline:open",
        pattern(
            r"\b(?:in the (?:coming|next few) (?:weeks|months|days|years)|in due course|in (?:its"
            r"|the|their) first year"
            r"|before (?:the )?(?:winter|spring|summer|fall|autumn|season|end of (?:the|each|every) "
            r"(?:season|year|"
            r"term|month)|year[- ]end"
            r"|(?:(?:19|20)\d{2} )?budget)(?: round| cycle)?(?: \d{4})?"
            r"|by (?:the )?(?:spring|summer|fall|autumn"
            r"|winter|end of the"
            r" (?:(?:fiscal|calendar|financial|school) )?year)(?: of)?(?: \d{4})?)\b",
            ignore_case=True,
        ),
    ),
)
AFTER_DASH = pattern(rf"\s[–—-]\s(?P<d>{DATE})[.;]?$")
"""The date that closes a milestone: "Train the panel – March 2032"."""
LEADING_EVENT = pattern(
    r"(?:and )?(?P<e>(?:After|Following|Upon|Once|Until|As soon as|Prior to|Before|When"
    r"|Whenever|If|after|following|"
    r"upon|once|until|as soon as|prior to|before|if) "
    r"[^,;:]{4,170}?(?:\([^()\n]{1,20}\)[^,;:()\n]{0,60}?){0,4})"
    r"(?:,|$)"
)
NO_EVENT = pattern(
    r"(?:after|following) (?:appropriate |due |full |prior )?(?:consult|notice|consider"
    r"|public comment|review of comment)"
    r"|(?:when|if|whenever|where) (?:possible|appropriate|necessary|feasible|applicable"
    r"|practicable|needed|any)"
    r"|when \w+ing|if \w+ing|(?:upon|following) (?:the )?(?:recommendation|advice|guidance"
    r"|appropriate)|following the (?:rules|principles|"
    r"guid)|until further|once (?:a|every|per|each)\b|if (?:the|a|an|it|they|such|no|he|she"
    r"|there|this|these|that)\b"
    r"|when (?:the|a|an|it|they|such|no|this|these|in|in)\b|before (?:it|them|the public)\b",
    ignore_case=True,
)
PERSONAL_EVENT = pattern(
    r"^if the \w+ (?:approves|agrees|consents|so decides|decides|adopts)", ignore_case=True
)
DOCUMENT = (
    r"(?:order|directive|memorandum|resolution|regulation|decision|ordinance|plan|policy"
    r"|proclamation|circular|"
    r"instruction|notice|guidance|rule|executive order|mayoral order|letter|report|agreement)"
)
OWN_DAY = pattern(
    rf"^(?:the )?(?:effective date|date|day|issuance|issue|signing|signature|adoption"
    rf"|publication|approval|passage"
    rf"|date of (?:the )?(?:issuance|issue|signing|signature|adoption|publication|approval|passage))"
    rf" (?:of|on which) (?:this|the present) (?:\w+ ){{0,2}}{DOCUMENT}(?: is (?:issued|signed|adopted))?$"
    rf"|^(?:this (?:\w+ ){{0,2}}{DOCUMENT}(?: takes effect)?|(?:the )?date hereof"
    rf"|issuance|signing|signature|publication|adoption"
    rf"|(?:the )?date of (?:issuance|signing|signature|issue|adoption)|(?:the |this )?meeting"
    rf"|(?:the )?date of (?:this|the) meeting)$",
    ignore_case=True,
)
OWN_DAY_FIRST = pattern(
    rf"(?:the )?(?:effective date|date|day|issuance|issue|signing|adoption|publication"
    rf"|approval) of this (?:\w+ ){{0,1}}?{DOCUMENT}\b",
    ignore_case=True,
)
LABEL_AT_END = pattern(r"\b(?:items|measures|sections|paragraphs|actions|articles) [\w.()]{1,8}$")
MORE_LABELS = pattern(r"(?:, [\d.()a-z]{1,6}){0,8},? and [\d.()a-z]{1,6}\b")
"""The rest of "items 3, 8 and 12"."""
EACH_YEAR = pattern(r" (?:of )?(?:each|every)(?: (?:fiscal|calendar))? year\b")
APPROVAL = pattern(
    r"^(?:the )?(?:(?:\w+ ){0,2}(?:approval|adoption)|(?:approval|adoption) (?:by|of) [\w ]{3,40})$",
    ignore_case=True,
)
WORDS = {
    "deadline:whichever": ("whichever",),
    "deadline:within-of": (
        "within",
        "later than",
        "no more than",
        "at least",
        "less than",
        "fewer than",
        "in ",
    ),
    "deadline:within": ("within", "thereafter"),
    "deadline:start": ("beginning", "starting", "commencing", "effect from"),
    "deadline:by-day": ("by ", "before", "later than", "prior to", "until", "not after", "due "),
    "deadline:in-period": ("in the ", "during ", "in q"),
    "deadline:by-year": ("by ", "before", "later than"),
    "deadline:each-period": ("the end of",),
    "deadline:request": ("request",),
    "deadline:meeting": ("meeting", "session", "sitting"),
    "deadline:at-once": ("immediately", "forthwith", "promptly", "delay", "as soon as", "earliest"),
    "deadline:open": ("in the coming", "in the next few", "in due course", "first year", "before ", "by "),
}
"""A rule runs only where one of its words stands: looking for plain words is far cheaper than a pattern."""
OPENERS = ("and ", "after", "follow", "upon", "once", "until", "as so", "prior", "befor", "when", "if ")


class Timed(Struct, frozen=True):
    """A deadline and the rule that read it."""

    rule: str
    deadline: FoundDeadline


class Clock(Struct, frozen=True):
    """What dates count from: the document's own day, whether a bare "within two weeks" counts from it
    (minutes), the day of the next meeting where the minutes print it, and whether the own day is printed
    as that of the approval."""

    today: str | None = None
    bare_offsets: bool = False
    next_meeting: str | None = None
    approved: bool = False


def offset_of(number: str, unit: str) -> Offset | None:
    """ "sixty (60) business days" as an offset; None when words and digits disagree or say no number."""
    digits = re.findall(r"\d+", number)
    words = number.split("(")[0].strip()
    value = small_number(words) if words else None
    if digits and not words.isdigit() and value is not None and value != int(digits[0]):
        return None
    value = int(digits[0]) if digits else value
    if value is None or value < 0:
        return None
    last = unit.lower().split()[-1].rstrip("s")
    working = unit.lower().startswith(("working", "business"))
    return Offset(value=value, unit=OFFSET_UNITS[last], days="working" if working else "calendar")


def find_deadlines(text: str, start: int, end: int, clock: Clock) -> list[Timed]:
    """The deadlines of text[start:end] in order; where two rules read the same words, the earlier row
    wins."""
    if "\n" in text[start:end]:
        flat = find_deadlines(text[start:end].translate(BLANKS), 0, end - start, clock)
        return [moved(timed, start) for timed in flat]
    lower = text[start:end].lower()
    found: list[Timed] = []
    taken: list[tuple[int, int]] = []
    for rule in RULES:
        if not any(word in lower for word in WORDS[rule.name]):
            continue
        for match in rule.pattern.finditer(text, start, end):
            deadline = READERS[rule.name](match, clock)
            if deadline is None or any(a < deadline.span[1] and deadline.span[0] < b for a, b in taken):
                continue
            taken.append(deadline.span)
            if not ends_recurrence(text, start, deadline.span[0]):
                found.append(Timed(rule.name, deadline))
    if not found and (dashed := AFTER_DASH.search(text, max(start, end - 60), end)):
        date, precision = read_date(dashed["d"], clock.today)
        due = FoundDeadline(
            text=dashed["d"], span=dashed.span("d"), kind="fixed", date=date, precision=precision
        )
        found.append(Timed("deadline:after-dash", due))
    if lower.startswith(OPENERS):
        found += leading_events(text, start, end, taken)
    return sorted(found, key=lambda timed: timed.deadline.span)


def moved(timed: Timed, by: int) -> Timed:
    """A deadline read in a copy of a stretch, at its place in the text."""
    start, end = timed.deadline.span
    return Timed(timed.rule, replace(timed.deadline, span=(start + by, end + by)))


def leading_events(text: str, start: int, end: int, taken: list[tuple[int, int]]) -> list[Timed]:
    """The event a sentence or an item opens with: "Once the list is published, …"."""
    match = LEADING_EVENT.match(text, start, end)
    if match is None:
        return []
    words = match["e"].strip()
    if NO_EVENT.match(words) and not PERSONAL_EVENT.match(words):
        return []
    span = (match.start("e"), match.start("e") + len(words))
    if any(a < span[1] and span[0] < b for a, b in taken):
        return []
    anchor = words.split(" ", 1)[1]
    return [Timed("deadline:event", FoundDeadline(text=words, span=span, kind="event", anchor=anchor))]


def plain(match: re.Match[str], kind: DeadlineKind) -> FoundDeadline:
    """A deadline that keeps its words and no date."""
    words = match.group().rstrip(" ,.;:")
    for tail in (" shall", " and"):
        words = words.removesuffix(tail)
    return FoundDeadline(text=words, span=(match.start(), match.start() + len(words)), kind=kind)


def read_whichever(match: re.Match[str], clock: Clock) -> FoundDeadline | None:
    """Two anchors and one operator; the date stays open, as the second anchor is an event."""
    offset = offset_of(match["n"], match["u"])
    combine: Literal["later_of", "earlier_of"] = (
        "earlier_of" if match["w"].lower() in ("earlier", "first", "sooner") else "later_of"
    )
    return FoundDeadline(
        text=match.group(),
        span=match.span(),
        kind="relative",
        offset=offset,
        anchor=match["a"],
        combine=combine,
    )


def read_within_of(match: re.Match[str], clock: Clock) -> FoundDeadline | None:
    """ "within 60 days of the date of this order"; an anchor that is not the document's own day gets no
    date."""
    opener = match.group().split()[0].lower()
    offset = offset_of(match["n"], match["u"])
    cut = ANCHOR_TAIL.search(match["a"])
    anchor = (match["a"][: cut.start()] if cut else match["a"]).strip(" .")
    if own_day := OWN_DAY_FIRST.match(anchor):
        anchor = own_day.group().strip()
    loose = opener in ("in", "at") and match["p"].lower() != "before"
    if offset is None or not anchor or (loose and not OWN_DAY.match(anchor)):
        return None
    stop = match.start("a") + match["a"].index(anchor) + len(anchor)
    if LABEL_AT_END.search(anchor) and (more := MORE_LABELS.match(match.string, stop)):
        stop = more.end()
        anchor = match.string[stop - len(anchor) - len(more.group()) : stop]
    span = (match.start(), stop)
    words = match.string[span[0] : span[1]]
    own = bool(OWN_DAY.match(anchor)) and match["p"].lower() not in ("before", "prior to")
    day = find_dates(match.string, match.start("a"), match.end("a"), clock.today)
    base = clock.today if own else (day[0].date if day else None)
    if clock.approved and base is None and APPROVAL.match(anchor):
        base = clock.today
    date = add_offset(base, offset) if base else None
    kind: DeadlineKind = "relative" if own or day or "enactment" in anchor else "event"
    return FoundDeadline(
        text=words, span=span, kind=kind, date=date, offset=offset, anchor=anchor.removeprefix("the ")
    )


def read_within(match: re.Match[str], clock: Clock) -> FoundDeadline | None:
    """ "within two weeks" alone: it counts from a meeting; in other texts nobody says from when."""
    later = match["n"] is None
    offset = offset_of(match["n2"], match["u2"]) if later else offset_of(match["n"], match["u"])
    if offset is None:
        return None
    if later:
        return FoundDeadline(text=match.group(), span=match.span(), kind="event", offset=offset)
    base = clock.today if clock.bare_offsets or match["own"] else None
    date = add_offset(base, offset) if base else None
    return FoundDeadline(text=match.group(), span=match.span(), kind="relative", date=date, offset=offset)


def read_fixed(match: re.Match[str], clock: Clock, kind: DeadlineKind = "fixed") -> FoundDeadline | None:
    """ "no later than 1 March 2027"; a day that no calendar has keeps its words and no date."""
    words = match.group().rstrip(" ,.")
    if each := EACH_YEAR.match(match.string, match.start() + len(words)):
        whole = words + each.group()
        return FoundDeadline(text=whole, span=(match.start(), match.start() + len(whole)), kind="recurring")
    date, precision = read_date(words, clock.today)
    return FoundDeadline(
        text=words,
        span=(match.start(), match.start() + len(words)),
        kind=kind,
        date=date,
        precision=precision,
    )


def read_meeting(match: re.Match[str], clock: Clock) -> FoundDeadline | None:
    """ "before the next meeting": a date only where the minutes print that of the next one."""
    date = clock.next_meeting if " next " in match.group() or " following " in match.group() else None
    found = plain(match, "event")
    return FoundDeadline(text=found.text, span=found.span, kind="event", date=date)


READERS: dict[str, Callable[[re.Match[str], Clock], FoundDeadline | None]] = {
    "deadline:whichever": read_whichever,
    "deadline:within-of": read_within_of,
    "deadline:within": read_within,
    "deadline:start": lambda match, clock: read_fixed(match, clock, "start"),
    "deadline:by-day": read_fixed,
    "deadline:in-period": read_fixed,
    "deadline:by-year": read_fixed,
    "deadline:each-period": lambda match, clock: plain(match, "recurring"),
    "deadline:request": lambda match, clock: plain(match, "event"),
    "deadline:meeting": read_meeting,
    "deadline:at-once": lambda match, clock: plain(match, "event"),
    "deadline:open": lambda match, clock: plain(match, "open"),
}
