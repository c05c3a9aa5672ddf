"""The rows that find deadlines in English: how a date, a length of time, a choice of two and a trigger stand.

In: nothing. Out: `RULES` in the order in which they are tried (what an earlier row reads no later one reads
again), each with the plain words without which it can't match, and what its match says as a `Phrase`
(`phrase_rows`). Dates stand in `dates`, lengths in `lengths`, anchors in `own_days`.
"""

from milepost.reading.english.dates import DATE, MONTH
from milepost.reading.english.lengths import NUMBER, UNIT
from milepost.reading.patterns import Rule, pattern

YEAR = r"(?:19|20)\d{2}"
ANCHOR = r"[^,;:()\n]{2,240}?(?:\([^()\n]{1,30}\)[^,;:()\n]{0,60}?){0,4}"
ANCHOR_END = r"(?:[,;:]|\.(?:\s|$)|$| shall\b| must\b| will\b| should\b|\s\(|\)|\n)"
FROM = r"(?:of|after|from|following|before|prior to)"
NOT_LATER = r"(?:no|not) later than"
BY = rf"(?:by no later than|by|before|{NOT_LATER}|on or before|at the latest by|prior to|until|not after|due)"
HOUR = (
    r"(?:(?:the )?(?:close|end) of (?:business|play|day|the day)(?: on|,)? |(?:COB|EOD)(?: on|,)? "
    r"|(?:12 )?(?:noon|midnight|midday)"
    r"(?: on|,)? |\d{1,2}(?:[:.]\d{2})? ?(?:a\.?m\.?|p\.?m\.?)?(?: on|,) |\d{1,2}:\d{2} (?:on )?)"
)
"""An hour before a day, which the day stands for: "5 p.m. on"."""
RULES = (
    Rule(
        "deadline:whichever",
        pattern(
            r",? ?\(?,?whichever(?: (?:date|of the two|of these))?"
            r" (?:comes|is|occurs|falls|happens)(?: the)?"
            r" (?P<w>later|last|latest|earlier|earliest|first|sooner)\)?",
            ignore_case=True,
        ),
    ),
    Rule(
        "deadline:later-of",
        pattern(
            rf"\b(?:(?:by|on|before|within|{NOT_LATER}) )the (?P<w>later|latest|earlier|earliest|first|last)"
            r" of:? (?:\(?(?:a|i|1)\) )?(?P<a>[^,;]{2,120}?),? (?:and|or) (?:\(?(?:b|ii|2)\) )?"
            r"(?P<b>[^,;.]{2,120})",
            ignore_case=True,
        ),
    ),
    Rule(
        "deadline:within-of",
        pattern(
            rf"\b(?:within|{NOT_LATER}|no more than|at least|(?:not|no) less than|no fewer than"
            rf"|in) (?P<n>{NUMBER}) (?P<u>{UNIT})"
            rf" (?P<p>{FROM}) (?P<a>{ANCHOR}){ANCHOR_END}",
            ignore_case=True,
        ),
    ),
    Rule(
        "deadline:within",
        pattern(
            rf"\b(?:within (?:the (?:next|following|first) )?(?P<n>{NUMBER}) (?P<u>{UNIT})\b(?P<own> hereof)?"
            rf"|(?:within|{NOT_LATER}) (?P<n2>{NUMBER}) (?P<u2>{UNIT}) thereafter)",
            ignore_case=True,
        ),
    ),
    Rule(
        "deadline:over-next",
        pattern(
            rf"\b(?:over|during|in) the (?:next|coming) (?P<n>{NUMBER}) (?P<u>{UNIT})\b", ignore_case=True
        ),
    ),
    Rule(
        "deadline:between",
        pattern(
            rf"\b(?:between (?:{DATE}|\d{{1,2}}|{MONTH}) and|from (?:{DATE}|\d{{1,2}}|{MONTH})"
            rf" (?:to|until|through)) (?P<d>{DATE}|{MONTH}(?: \d{{4}})?)",
            ignore_case=True,
        ),
    ),
    Rule(
        "deadline:start",
        pattern(
            r"\b(?:beginning|starting|commencing|with effect from|effective(?: as of| from)?|as from)"
            rf"(?: on| in| from| by)? (?P<d>{DATE}|{YEAR}\b)",
            ignore_case=True,
        ),
    ),
    Rule(
        "deadline:from-day",
        pattern(
            rf"\bfrom (?P<d>{DATE})(?: onwards?| on)?(?:[,.;]|$| the\b| each\b| every\b| all\b| no\b)",
            ignore_case=True,
        ),
    ),
    Rule(
        "deadline:by-day",
        pattern(rf"\b{BY} {HOUR}?(?P<d>{DATE})", ignore_case=True),
    ),
    Rule(
        "deadline:own-period",
        pattern(
            rf"\b(?:(?:by|before|at|{NOT_LATER}|until) (?:the )?(?:end of|close of|end)"
            r" (?:the |this |our )?(?P<w>current |this |next |following |same |coming )?(?:calendar )?"
            r"(?P<u>month|quarter|year)"
            rf"|(?P<ye>(?:by|before|at|{NOT_LATER}) (?:the )?year[’']?s?[- ]end)"
            r"|(?P<in>within (?:the|this) (?:current )?(?:calendar )?(?:year|month|quarter)))\b",
            ignore_case=True,
        ),
    ),
    Rule(
        "deadline:fiscal-end",
        pattern(
            rf"\b(?:by|before|at|{NOT_LATER}) (?:the )?(?:end|close) of (?:the |this |that )?"
            r"(?:current |next |following )?(?:fiscal|financial|school|academic) year\b",
            ignore_case=True,
        ),
    ),
    Rule(
        "deadline:in-period",
        pattern(
            r"\b(?:in|during) (?P<d>the (?:first|second|third|fourth|last) quarter of (?:fiscal year "
            r"|FY ?|financial year )?\d{2,4}"
            r"|Q[1-4](?: of)? \d{4}|the (?:first|second) half of \d{4}|H[12] \d{4}"
            r"|(?:early |mid-|mid |late )\d{4})\b",
            ignore_case=True,
        ),
    ),
    Rule(
        "deadline:own-part",
        pattern(
            rf"\b(?:in|during|by|before|{NOT_LATER}|at) (?:the )?(?:end of |close of )?(?:the )?"
            r"(?:(?P<n>first|second|third|fourth|last) (?P<u>quarter|half)"
            r"(?: of (?:the|this|(?P<next>next)) (?:calendar )?year)?|Q(?P<q>[1-4])|H(?P<h>[12]))\b",
            ignore_case=True,
        ),
    ),
    Rule(
        "deadline:in-month",
        pattern(rf"\b[Ii]n (?P<d>(?:early |mid-|mid |late )?{MONTH} \d{{4}})\b"),
    ),
    Rule(
        "deadline:during-year",
        pattern(rf"\bduring (?:the (?:course of |year )?)?(?P<d>{YEAR})\b", ignore_case=True),
    ),
    Rule(
        "deadline:by-year",
        pattern(rf"\b(?:by|before|{NOT_LATER}) (?:the year )?(?P<d>{YEAR})\b", ignore_case=True),
    ),
    Rule("deadline:on-day", pattern(rf"\bon (?P<d>{DATE})", ignore_case=True)),
    Rule(
        "deadline:by-month",
        pattern(rf"\b(?:[Bb]y|[Bb]efore|[Nn]o later than|[Nn]ot later than|[Uu]ntil) (?P<d>{MONTH})\b"),
    ),
    Rule(
        "deadline:each-period",
        pattern(
            r"\b(?:by|before|at) the end of (?:each|every) (?:fiscal |financial |calendar )?\w+",
            ignore_case=True,
        ),
    ),
    Rule(
        "deadline:label",
        pattern(
            r"\b(?:target date|due date|due by|due|deadline|completion date|complete by|date due)"
            rf" ?[:–-] ?(?P<d>{DATE})",
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
            rf"\b(?:before|at|for|by|in time for|prior to|{NOT_LATER}) "
            r"(?:next|(?:the|its|their|our|a) (?:next|following|first|"
            r"second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth|last"
            r"|[A-Z][a-z]{2,8}|\d{1,2}(?:st|nd|rd|th))) (?:[a-z]+ )?"
            rf"(?:meeting|session|sitting)\b(?: in {MONTH}\b)?"
        ),
    ),
    Rule(
        "deadline:at-once",
        pattern(
            r"\b(?:immediately|forthwith|promptly|without (?:undue |further )?delay)\b", ignore_case=True
        ),
    ),
    Rule(
        "deadline:soon",
        pattern(
            r"\b(?:as soon as (?:is )?(?:practicable|possible|feasible|practical"
            r"|reasonably (?:practicable|possible))"
            r"|at the earliest opportunity)\b",
            ignore_case=True,
        ),
    ),
    Rule(
        "deadline:open",
        pattern(
            r"\b(?:in the (?:coming|next few) (?:weeks|months|days|years)|in due course|in (?:its"
            r"|the|their) first year"
            r"|before (?:the )?(?:winter|spring|summer|fall|autumn|season|end of (?:the|each|every) "
            r"(?:season|term)|(?:(?:19|20)\d{2} )?budget)(?: round| cycle)?(?: \d{4})?"
            r"|(?:by|in|during|over) (?:the )?(?:early |late )?(?:spring|summer|fall|autumn|winter)"
            r"(?: of)? \d{4}"
            r"|by (?:the )?(?:early |late )?(?:spring|summer|fall|autumn|winter)"
            r"|by (?:the )?end of (?:the|this) (?:\w+ )?(?:season|term))\b",
            ignore_case=True,
        ),
    ),
)
WORDS = {
    "deadline:whichever": ("whichever",),
    "deadline:later-of": ("later of", "earlier of", "latest of", "earliest of", "first of", "last of"),
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
    "deadline:over-next": ("the next ", "the coming "),
    "deadline:between": ("between ", "from "),
    "deadline:start": ("beginning", "starting", "commencing", "effective", "effect from", "as from"),
    "deadline:from-day": ("from ",),
    "deadline:by-day": ("by ", "before", "later than", "prior to", "until", "not after", "due "),
    "deadline:own-period": (" year", " month", " quarter"),
    "deadline:fiscal-end": ("fiscal", "financial", "school", "academic"),
    "deadline:in-period": ("in the ", "during ", "in q", "in h", "in early", "in mid", "in late"),
    "deadline:own-part": (" quarter", " half", " q1", " q2", " q3", " q4", " h1", " h2"),
    "deadline:in-month": ("in ",),
    "deadline:during-year": ("during ",),
    "deadline:by-year": ("by ", "before", "later than"),
    "deadline:on-day": ("on ",),
    "deadline:by-month": ("by ", "before ", "later than ", "until "),
    "deadline:each-period": ("the end of",),
    "deadline:label": ("due", "deadline", "target date", "completion date", "complete by"),
    "deadline:request": ("request",),
    "deadline:meeting": ("meeting", "session", "sitting"),
    "deadline:at-once": ("immediately", "forthwith", "promptly", "delay"),
    "deadline:soon": ("as soon as", "earliest"),
    "deadline:open": (
        "in the coming",
        "in the next few",
        "in due course",
        "first year",
        "before ",
        " season",
        " term",
        "spring",
        "summer",
        "fall",
        "autumn",
        "winter",
    ),
}
"""A rule runs only where one of its words stands: looking for plain words is far cheaper than a pattern."""
DATED = frozenset(
    (
        "deadline:between",
        "deadline:start",
        "deadline:from-day",
        "deadline:by-day",
        "deadline:in-period",
        "deadline:in-month",
        "deadline:on-day",
        "deadline:by-month",
        "deadline:during-year",
        "deadline:by-year",
        "deadline:label",
    )
)
"""Rules that hold a digit or the name of a month."""
TIMED = frozenset(("deadline:within-of", "deadline:within", "deadline:over-next"))
"""Rules that hold a length of time."""
UNITS = ("day", "year", "month", "week", "hour", "quarter", "fortnight")
"""The units of a length of time."""
OPENED = frozenset(
    (
        "deadline:within-of",
        "deadline:between",
        "deadline:start",
        "deadline:from-day",
        "deadline:by-day",
        "deadline:in-month",
        "deadline:on-day",
        "deadline:by-month",
        "deadline:during-year",
        "deadline:by-year",
    )
)
"""Rules that open with one of their words, or with few letters before it: "no later than", "on or before"."""
BEFORE_WORD = 24
