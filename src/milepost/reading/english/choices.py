"""Two deadlines of which the later or the earlier counts: "by 3 May or 30 days after the audit, whichever …".

In: the match of a row of `deadline_rows`. Out: one `Recognised` phrase with both. The words before
"whichever" are read back from it, so that no sentence costs more than its length.
"""

import re

from milepost.reading.deadlines.phrases import Anchors, Combine, Phrase
from milepost.reading.english.dates import DATE, DATE_PATTERN, said_date
from milepost.reading.english.deadline_rows import FROM
from milepost.reading.english.lengths import NUMBER, UNIT
from milepost.reading.english.own_days import counted_from
from milepost.reading.english.recognised import Recognised, length_phrase, trimmed
from milepost.reading.patterns import pattern

OPENER = pattern(
    r"\b(?:within|by no later than|by|on or before|before|(?:no|not) later than|not after) ", ignore_case=True
)
OR_LEG = pattern(
    rf",? or (?:(?:within|by|no later than|not later than|on|upon|before) )?(?:the )?"
    rf"(?:{NUMBER} {UNIT} |{DATE}|date |day |end |\w+ing )",
    ignore_case=True,
)
"""Where the second of two deadlines begins: "or 50 days after", "or by 3 May", "or upon"."""
LEG = pattern(
    rf"(?:(?:within|by|before|(?:no|not) later than|on) )?(?P<n>{NUMBER}) (?P<u>{UNIT}) {FROM}"
    r" (?P<a>.{2,240})",
    ignore_case=True,
)
LEG_OPENS = pattern(r"(?:within|by|before|(?:no|not) later than|on or before|on|upon) ", ignore_case=True)
REACH = 450
"""How far before "whichever" two deadlines may begin."""


def earlier_or_later(word: str) -> Combine:
    """Which of two days "whichever comes first" means."""
    return "later_of" if word.lower() in ("later", "last", "latest") else "earlier_of"


def leg_of(words: str, anchors: Anchors) -> Phrase:
    """One of two deadlines: a length from an anchor, a date, or an event."""
    said = words.strip(" ,")
    if found := LEG.match(said):
        anchor = found["a"].strip(" .,")
        return length_phrase(found["n"], found["u"], anchor, counted_from(anchor, anchors))
    opened = LEG_OPENS.match(said)
    rest = said[opened.end() :] if opened else said
    date = DATE_PATTERN.match(rest)
    if date is not None and (day := said_date(date.group())):
        return Phrase(kind="fixed", date=day)
    return Phrase(
        kind="event", anchor=rest.removeprefix("the ").removeprefix("date on which "), doubt="event"
    )


def chosen_of(first: Phrase, second: Phrase, word: str) -> Phrase:
    """Two deadlines of which the later or the earlier counts."""
    return Phrase(
        kind="fixed" if first.kind == "fixed" else "relative",
        date=first.date,
        offset=first.offset,
        anchor=first.anchor or second.anchor,
        counts_from=first.counts_from,
        combine=earlier_or_later(word),
        other=second,
        doubt=first.doubt,
    )


def read_whichever(match: re.Match[str], anchors: Anchors) -> Recognised | None:
    """ "within 60 days of this order or 30 days after the study, whichever is later": read from its end."""
    begin = max(match.pos, match.start() - REACH)
    words = match.string[begin : match.start()]
    split = next(iter(OR_LEG.finditer(words)), None) or _last_or(words)
    openers = [one for one in OPENER.finditer(words) if split and one.end() < split.start()]
    if split is None or not openers:
        return None
    second_at = split.start() + len(split.group()) - len(split.group().lstrip(" ,"))
    first = leg_of(words[openers[-1].start() : split.start()], anchors)
    second = leg_of(words[second_at:].removeprefix("or ").strip(), anchors)
    return Recognised(chosen_of(first, second, match["w"]), (begin + openers[-1].start(), match.end()))


OR_WORD = pattern(r",? or ")


def _last_or(words: str) -> re.Match[str] | None:
    """The last "or" of a stretch."""
    return max(OR_WORD.finditer(words), key=re.Match.start, default=None)


def read_later_of(match: re.Match[str], anchors: Anchors) -> Recognised | None:
    """ "by the later of 30 June 2027 and the day of approval"."""
    first, second = leg_of(match["a"], anchors), leg_of(match["b"].rstrip(" ."), anchors)
    if {first.kind, second.kind} == {"event"}:
        return None
    if first.kind == "event":
        first, second = second, first
    return trimmed(match, chosen_of(first, second, match["w"]))
