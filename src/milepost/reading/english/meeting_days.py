"""By which meeting, as minutes say it: "to the April meeting", "at the October 16 meeting", "on the agenda".

In: the text, the words of one measure and the days of the document. Out: at most one `FoundDeadline` of kind
event. It has a date only where the words print the day, or where the minutes print that of their next meeting
and mean it. Other words of time stand in `near_dates` and `deadlines`.
"""

from milepost.reading.deadlines.phrases import Anchors
from milepost.reading.english.chunks import BLANKS
from milepost.reading.english.dates import MONTH, find_dates, month_number
from milepost.reading.patterns import pattern
from milepost.reading.records import FoundDeadline

WORDS = ("meeting", "session", "agenda", "Board", "Committee", "Council", "sitting")
"""A text without one of them is not looked at."""
SITTING = r"(?:meetings?|session|agenda|sitting|Board|Committee|Council)"
BY_MEETING = pattern(
    r"\b(?:at|for|to|before|by|until|in time for|on|prior to|ahead of) (?:the |its |our |their |his |her "
    r"|this )?"
    rf"(?:(?P<day>{MONTH} \d{{1,2}}(?:st|nd|rd|th)?|\d{{1,2}}(?:st|nd|rd|th)? {MONTH})|(?P<month>{MONTH})"
    rf"|(?P<next>next|following|coming)|(?P<other>annual|reorganization|budget|special|[\w-]+(?:st|nd|rd"
    rf"|th)))"
    rf" (?:[a-z]+ ){{0,2}}{SITTING}\b"
)


def find_meeting_day(text: str, start: int, end: int, anchors: Anchors) -> FoundDeadline | None:
    """The meeting by which something in text[start:end] is due."""
    words = text[start:end].translate(BLANKS)
    if not any(word in words for word in WORDS):
        return None
    found = BY_MEETING.search(words)
    if found is None:
        return None
    date = None
    if found["day"]:
        dates = find_dates(words, *found.span("day"), anchors)
        date = dates[0].date if dates else None
    elif anchors.next_meeting and (found["next"] or is_month(found["month"], anchors.next_meeting)):
        date = anchors.next_meeting
    said = found.group()
    span = (start + found.start(), start + found.end())
    return FoundDeadline(text=said, span=span, kind="event", date=date, anchor=said.split(" ", 1)[1])


def is_month(name: str | None, day: str) -> bool:
    """Whether a day lies in the month of that name."""
    return bool(name) and month_number(name or "") == int(day[5:7])
