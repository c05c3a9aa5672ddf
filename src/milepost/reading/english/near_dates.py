"""By when, as people say it in minutes: "on February 6", "by Friday", "next month", "when the ground thaws".

In: the text, the words of one measure and the days of the document. Out: at most one `FoundDeadline`. Only a
day with a month gets a date: which Friday is meant stays open. What orders and plans say of time stands in
`deadlines`.
"""

from milepost.reading.deadlines.phrases import Anchors
from milepost.reading.english.chunks import BLANKS
from milepost.reading.english.dates import MONTH, find_dates
from milepost.reading.patterns import pattern
from milepost.reading.records import FoundDeadline

WEEKDAY = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
ON_DAY = pattern(
    rf"\b(?:on|through|thru) (?:{WEEKDAY},? )?(?:the )?(?:{MONTH} \d{{1,2}}"
    rf"|\d{{1,2}}(?:st|nd|rd|th)? (?:of )?{MONTH})(?:,? \d{{4}})?"
)
IN_MONTH = pattern(rf"\b(?:by|before|in|during|prior to|until) {MONTH}\b(?: \d{{4}})?")
OPEN = pattern(
    rf"\b(?:(?:by|before|on|this|next) (?:this |next |the coming )?{WEEKDAY}"
    r"|(?:by |before |in the )?(?:next|this) (?:week|month|year|spring|summer|fall|autumn|winter)"
    r"|(?:by|until|till|before|after|around) (?:early |late )?(?:spring|summer|fall|autumn|winter|freeze.?up"
    r"|(?:Memorial|Labor|Veterans|Independence|Election|New Year.s) Day|Thanksgiving|Christmas|Easter)"
    r"|(?:in|over|during) the (?:spring|summer|fall|autumn|winter)|before (?:the )?[a-z ]{0,20}?season"
    rf"|until further notice|the (?:first|second|third|last) week (?:of|in) {MONTH}|the week of [A-Za-z]+"
    r"|(?:by |at )?the end of (?:the|this) (?:week|month|year)|tomorrow|right away|asap|a\.s\.a\.p\.?)\b",
    ignore_case=True,
)
ASKED = ("see ", "ask ", "asks ", "out ", "know ", "check ", "wonder ")
"""What stands before "if" when it asks and sets no condition: "see if the hospital has gowns"."""
TRIGGER = pattern(
    r"\b(?:when|once|as soon as|after|until|if|before|while) (?:the|it|they|all|he|she|we|there|an?|some\w+"
    r"|any\w+|every\w+|more|masks|snow|things|people)\b[^,.;]{2,70}$",
    ignore_case=True,
)


def find_near(text: str, start: int, end: int, anchors: Anchors) -> FoundDeadline | None:
    """The loose deadline of text[start:end]: a day, a month, an open period, or what has to happen first."""
    words = text[start:end].translate(BLANKS)
    for form in (ON_DAY, IN_MONTH):
        if found := form.search(words):
            dates = find_dates(words, *found.span(), anchors)
            return FoundDeadline(
                text=found.group(),
                span=(start + found.start(), start + found.end()),
                kind="fixed",
                date=dates[0].date if dates else None,
                precision=dates[0].precision if dates else "day",
            )
    found = OPEN.search(words) or TRIGGER.search(words)
    if found is None or (found.group()[:2] == "if" and words.endswith(ASKED, 0, found.start())):
        return None
    said, span = found.group(), (start + found.start(), start + found.end())
    if found.re is OPEN:
        return FoundDeadline(text=said, span=span, kind="open")
    return FoundDeadline(text=said, span=span, kind="event", anchor=said.split(" ", 1)[1])
