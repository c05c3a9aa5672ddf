"""What the dates of an English document count from, and which of its deadlines stay doubtful.

In: a text, its facts, the region that a person gave. Out: a `Clock`; and for the measures of the document the
sentences on deadlines whose date is missing or doubtful. How words come to a day stands in `deadlines`.
"""

from milepost.ledger.deadlines import add_months
from milepost.reading.deadlines.doubts import doubtful_of, warnings_of
from milepost.reading.deadlines.phrases import Anchors, Doubt
from milepost.reading.english.dates import find_dates, proves_day_first
from milepost.reading.english.deadlines import Clock, find_deadlines
from milepost.reading.english.document import was_approved
from milepost.reading.english.own_days import effective_day
from milepost.reading.patterns import pattern
from milepost.reading.records import DocumentFacts, FoundDeadline, FoundMeasure, MeetingFacts

NEXT = pattern(r"[Nn][Ee][Xx][Tt] ")
NEXT_MEETING = pattern(r"(?i)\bnext (?:\w+ )?meeting\b[^.\n]{0,60}")


def clock_of(text: str, facts: DocumentFacts, meeting: MeetingFacts | None, region: str | None) -> Clock:
    """The days that a document fixes; what a meeting decides counts from its day."""
    issued = facts.date
    met = facts.kind in ("minutes", "bulletin")
    approved = facts.kind == "plan" and was_approved(text, facts)
    day_first = proves_day_first(text, region)
    return Clock(
        issued=(meeting.held_on if meeting and facts.kind == "bulletin" else None) or issued,
        meeting=issued if facts.kind == "minutes" else None,
        next_meeting=next_meeting(text, Anchors(issued, day_first=day_first)) if met else None,
        approved=issued if approved else None,
        effective=effective_day(text, issued) or (issued if facts.kind in ("order", "memo") else None),
        region=region,
        day_first=day_first,
        orders=facts.kind == "order",
    )


def next_meeting(text: str, clock: Clock) -> str | None:
    """The day of the next meeting where the minutes print it; without a year it is the first one to come."""
    for place in NEXT.finditer(text):
        found = NEXT_MEETING.match(text, place.start())
        if found is None:
            continue
        dates = find_dates(text, *found.span(), clock)
        if dates:
            day = dates[0]
            return add_months(day.date, 12) if day.date and day.doubt == "past" else day.date
    return None


def deadline_warnings(text: str, measures: list[FoundMeasure], clock: Clock) -> list[str]:
    """What a person should know about the deadlines of the measures."""
    return warnings_of(doubtful_of(measures, lambda due: doubt_of(text, due, clock)), "en")


def doubt_of(text: str, due: FoundDeadline, clock: Clock) -> Doubt | None:
    """Why the date of a deadline is missing or doubtful."""
    timed = find_deadlines(text, *due.span, clock)
    if timed:
        return timed[0].doubt
    dates = find_dates(text, *due.span, clock)
    return dates[-1].doubt if dates else None
