"""Lines that belong together, and the labels that may stand in front of them.

In: the text. Out: blocks as spans: a wrapped paragraph is one block, a label opens its own. What stands
under what is `pieces`'.
"""

from milepost.ledger.origins import Span
from milepost.reading.english.words import MONTHS
from milepost.reading.patterns import pattern

WRAP_MIN, WRAP_MAX = 52, 100
"""A line of this length may have been broken by hand: the next one goes on with it."""

LINE_LABEL = pattern(
    r"(?:#{1,6} )?[*_]{0,2}(?:"
    r"(?P<section>(?:Section|SECTION|Sec\.|SEC\.|Article|ARTICLE|§|Part|PART|Chapter|CHAPTER"
    r"|Theme|THEME)\s?[0-9A-Z]{1,4}(?:\.[0-9]{1,2})?\b[.:]?)"
    r"|(?P<action>(?:Action|Measure|Commitment|Recommendation|Task|Item|Decision|Objective"
    r"|Priority)\s+[A-Z]?\d{1,3}(?:\.\d{1,2})*[.:)]?)(?:\s|$)"
    r"|(?P<multi>\d{1,2}(?:\.\d{1,2}){1,3}\.?)\s"
    r"|(?P<digit>\d{1,3}[.)])\s"
    r"|(?P<paren>\([a-z]{1,4}\)|\([A-Z]{1,3}\)|\([0-9]{1,2}\))"
    r"|(?P<letter>[A-Za-z][.)]|[ivx]{1,5}[.)])\s"
    r"|(?P<bullet>[-*•–‣▪]|(?:19|20)\d{2}/\d{1,4})\s"
    r")"
)
OWN_LINE = pattern(
    r"(?:#{1,6} |[-*•–‣▪]\s|---|\||[*_]{0,2}[A-Z][A-Za-z /]{2,24}:[*_]{0,2}(?:\s|$)|WHEREAS|NOW, THEREFORE"
    r"|RESOLVED|[A-Z]{2,4} ?- )"
)
BARE_NUMBER = pattern(r"(?P<bare>\d{1,2})[ \t]{1,4}(?P<next>[A-Za-z“\"(][\w’'-]*)")
COUNTED = (
    frozenset("day days week weeks month months year years hour hours per percent".split()) | MONTHS.keys()
)


def bare_number(text: str, start: int, last: int) -> int:
    """The number that opens a line without a point or bracket ("3 agreed that …"), 0 for none: it counts on
    from the last one, or begins a list that goes on below."""
    found = (
        BARE_NUMBER.match(text, start, min(len(text), start + 40))
        if text[start : start + 1].isdigit()
        else None
    )
    if found is None or found["next"].lower() in COUNTED:
        return 0
    number = int(found["bare"])
    begins = number == 1 and text.find("\n2 ", start) > 0
    return number if number == last + 1 or begins else 0


def blocks_of(text: str) -> list[Span]:
    """Lines that belong together, as spans: a wrapped paragraph is one block."""
    blocks: list[Span] = []
    at, open_start, last_length, last_char, last_number = 0, -1, 0, "", 0
    for line in text.split("\n"):
        stripped = line.strip()
        start = at + len(line) - len(line.lstrip())
        number = bare_number(text, start, last_number)
        last_number = number or last_number
        goes_on = (
            open_start >= 0
            and not number
            and (
                (
                    WRAP_MIN <= last_length <= WRAP_MAX
                    and (last_char not in ".:;?!" or last_length > WRAP_MIN + 4)
                )
                or (last_length >= WRAP_MIN and last_char.isalnum() and stripped[:1].islower())
            )
            and not LINE_LABEL.match(stripped)
            and not OWN_LINE.match(stripped)
        )
        if stripped and goes_on:
            blocks[-1] = (open_start, start + len(stripped))
        elif stripped:
            open_start = start
            blocks.append((start, start + len(stripped)))
        if stripped and stripped[0] not in "#|":
            last_length, last_char = len(stripped), stripped[-1]
        else:
            open_start = -1
        at += len(line) + 1
    return blocks
