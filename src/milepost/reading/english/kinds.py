"""What kind of paper a text is: an order, minutes, a plan.

In: a text. Out: a `DocumentKind`. Each kind has signs, words of which one or another stands in such papers;
those in the first lines count three times, and a short first line that names the kind counts most. What else
a document says of itself stands in `document`.
"""

import re
import sys
from collections.abc import Iterable

from msgspec import Struct

from milepost.reading.patterns import pattern
from milepost.reading.records import DocumentKind

HEAD, START, REST = 300, 6000, 2000
"""How much of the beginning counts three times, how much once, and how much of the end, in characters."""


class Sign(Struct, frozen=True):
    """Words of a kind of paper, in lower case: no match lacks `plain`; `opens` says that it begins so."""

    plain: str
    form: re.Pattern[str]
    opens: bool


def opening(*texts: str) -> tuple[Sign, ...]:
    """Signs at any place of a line, each of plain words and what may follow them behind a bar."""
    return tuple(
        Sign(plain, pattern(rf"\b{plain}{rest}"), True)
        for plain, _, rest in (text.partition("|") for text in texts)
    )


def lines(*rows: tuple[str, str]) -> tuple[Sign, ...]:
    """Signs that hold a whole line or its beginning, each with plain words that it can't do without."""
    return tuple(Sign(plain, pattern(rf"(?m)^{text}"), False) for plain, text in rows)


def said_by(bodies: Iterable[str], acts: str) -> tuple[Sign, ...]:
    """Signs of bodies that act: "the board agreed"."""
    return opening(*(rf"{body} |(?:{acts})" for body in bodies))


KINDS: tuple[tuple[DocumentKind, int, tuple[Sign, ...]], ...] = (
    (
        "bulletin",
        2,
        (
            *opening("presided over the meeting"),
            *opening("the meeting |(?:stressed|pointed out|emphasi[sz]ed|demanded|studied|conveyed)"),
            Sign("meeting w", pattern(r"meeting (?:was|were) convened"), True),
            *(
                sign
                for body in ("cabinet", "council", "government", "ministers")
                for sign in lines(
                    (
                        f"{body} ",
                        rf"#* ?(?:\w+ ){{0,4}}?{body}"
                        r" (?:bulletin|communiqu\w+|briefing|statement)",
                    )
                )
            ),
        ),
    ),
    (
        "minutes",
        1,
        (
            *opening("minutes of |(?:the|an?|this|its|last|previous|regular|meeting)\\b"),
            *lines(("minutes of", r"\W{0,4}minutes of\b")),
            *lines(("minutes", r"#* ?(?:[\w’'. ]{2,40} )?minutes(?: ?[-–—:,][^\n]{0,60})?$")),
            Sign("called the ", pattern(r"called the (?:[\w ]{2,40} )?to order"), True),
            *opening(r"meeting minutes|\b"),
            *lines(("present:", r"[*_#]*(?:members )?present:")),
            *opening(r"in attendance|\b"),
            *lines(("apologies", r"[*_#]*apologies\b")),
            *opening(
                "motion |(?:by|to|made)",
                r"action table|\b",
                r"was adjourned|\b",
                r"called to order|\b",
                "meeting closed at",
                r"adjourned|(?: at)? \d",
                "moved to |(?:accept|adjourn|adopt|amend|appoint|approve|authori[sz]e|award|close|deny|direct"
                "|enter|go into|grant|hire|open|pay|postpone|purchase|ratify|recommend|request|send|set"
                r"|support|table|waive)\b",
                r"seconded|\b",
            ),
            *lines(("attendees", r"attendees\b")),
            *opening(r"next meeting|\b"),
            *opening("summary record of |(?:the |decisions)", "record of |(?:the |decisions)"),
            *said_by(
                ("committee", "board", "council", "cabinet"),
                r"(?:took note|noted|agreed|requested|decided|directed|asked)\b",
            ),
            *opening(r"action|s? (?:arising|log|points|tracker|register)\b"),
        ),
    ),
    (
        "order",
        2,
        (
            *opening(r"executive order|\b"),
            Sign("it is hereby ordered", pattern("it is hereby ordered"), True),
            Sign("by the authority vested", pattern("by the authority vested"), True),
            Sign("power vested in me", pattern("power vested in me"), True),
            *opening(r"proclamation|\b"),
            *lines(("order no", "order no"), ("order", r"#* ?order$")),
            Sign("administrative order", pattern("administrative order"), True),
            Sign("mayoral order", pattern("mayoral order"), True),
            *opening(r"hereby order|\b"),
        ),
    ),
    (
        "resolution",
        1,
        (
            *opening(r"the general assembly|\b"),
            *lines(("resolution", r"resolution\b")),
            *opening(
                r"resolved that|\b",
                r"notice of motion|\b",
                r"resolve|s? (?:to|that)\b",
            ),
            *lines(("resolved", r"resolved\b")),
            *opening(r"minute of decision|\b"),
            *lines(
                ("cabinet:", r"(?:\w+ )?cabinet:$"),
                (
                    " ",
                    r"\d{1,2}[.)]? (?:noted|agreed|directed|invited|(?:further |also |decides |calls )?"
                    r"(?:takes note|requests|urges|calls (?:up)?on|encourages|decides|welcomes|invites"
                    r"|recommends|expresses|reaffirms)) ",
                ),
            ),
            *opening("be it resolved"),
            Sign("now, therefore, be it", pattern("now, therefore, be it"), True),
            *opening(
                "resolution no", r"the conference of the parties|\b", r"recalling|\b", "requests the secretar"
            ),
        ),
    ),
    (
        "audit",
        2,
        (
            *opening(r"we |(?:\w+ )?recommend(?:ed that)?\b"),
            Sign("inspector general", pattern("inspector general"), True),
            *opening("audit|(?:or)? report"),
            Sign("auditor", pattern("auditor.general"), True),
            *opening(r"safety recommendation|s?\b"),
            Sign("recommendation 1", pattern(r"recommendation 1\b"), True),
            *opening("recommendation|s? for executive action", r"audit of|\b"),
        ),
    ),
    (
        "memo",
        1,
        (
            *opening(r"memorandum |(?:for|to)\b"),
            *lines(("memorandum", r"memorandum\b")),
            *opening(r"operational directive|\b"),
            *lines(("directive", r"directive\b")),
            *opening(r"circular|\b"),
            Sign("required actions", pattern("required actions"), True),
            *opening("subject:"),
            *lines(("to:", "to:"), ("from:", "from:")),
            *opening(r"this directive|\b", r"this memorandum|\b"),
        ),
    ),
    (
        "plan",
        1,
        (
            *(
                sign
                for which in ("action", "delivery", "implementation", "improvement", "work", "national")
                for sign in opening(rf"{which} plan|\b")
            ),
            *opening(r"strategic plan|\b"),
            *(
                sign
                for named in ("plan", "strategy", "programme", "program", "roadmap", "road map")
                for sign in lines(
                    (
                        named,
                        rf"#* ?(?:[a-z][^\n.;]{{0,60}} )?{named}"
                        r"(?: (?:for|of|on|to|20\d\d)[^\n.;]{0,80})?$",
                    )
                )
            ),
            *lines(
                ("lead", r"lead(?: agency| unit| organisation)?:"),
                ("responsible", r"responsible(?: \w+)?:"),
                (":", r"(?:owner|schedule|timeline|by when):"),
                ("milestone", r"milestones?:"),
            ),
            *opening(r"commitment |\d"),
            *lines(("support", r"support(?:ing)?:"), ("end", r"end(?: date)?:")),
        ),
    ),
    (
        "regulation",
        1,
        (
            *lines(("article ", r"article \d")),
            *opening(r"this regulation|\b"),
            Sign("be it enacted", pattern("be it enacted"), True),
            *opening(r"this act|\b", r"member states shall|\b"),
            *lines(("§", r"§ ?\d")),
            *opening("ordinance no", "this directive shall", r"statute|\b"),
            *lines(("short title", r"sec\. \d+\. short title")),
        ),
    ),
)
"""The signs of each kind, with what one of them weighs."""
TITLE_KINDS: tuple[tuple[DocumentKind, str], ...] = (
    (
        "minutes",
        r"\bminutes\b|^(?:notes|record) of (?:the|a) |\baction (?:log|list)\b"
        r"|^(?:(?:audit|budget|monthly|regular|special|annual|board|council|town|township|and|of"
        r"|&) )+meeting$",
    ),
    (
        "resolution",
        r"^notice of motion\b|^(?:draft )?(?:resolution|decision)s? (?:no\.? ?)?[A-Z\d/]|^a resolution\b"
        r"|^conclusions of\b",
    ),
    (
        "audit",
        r"\baudit (?:report|of)\b|performance audit|\b(?:commission|committee) of inquiry\b|^report \d+/\d+",
    ),
    ("memo", r"^(?:memorandum|circular|office memorandum|directive|procedure)\b|\b(?:circular|memorandum)$"),
    (
        "other",
        r"\b(?:procedures?|protocol|guidelines|terms of reference|charter|compact|concordat|covenant"
        r"|agreement|licen[cs]e|standing orders|conditions|policy|press release|white paper|annual report)$"
        r"|^(?:press release|ministerial statement|white paper)\b|^letter of\b",
    ),
    ("order", r"\b(?:executive|health officer|administrative|mayoral) order\b"),
    ("regulation", r"\bby-?laws?\b|\bact,? \d{4}$|\bregulations?,? \d{4}$|\bordinance\b|^a bill\b"),
    (
        "plan",
        r"\b(?:plan|strategy|programme|program|roadmap)"
        r"(?: for government| \d{4}.*|:.*|, [A-Z][a-z]+ \d{4})?$",
    ),
)
"""What a short line among the first ones says of the kind of paper."""
TITLE_POINTS = 6
TITLE_RULES = tuple((kind, pattern(text, ignore_case=True)) for kind, text in TITLE_KINDS)
TITLE_AREA = 800


def find_kind(text: str) -> DocumentKind:
    """The kind with the most signs; those in the first lines count three times."""
    head, start, rest = text[:HEAD].lower(), text[:START].lower(), text[-REST:].lower()
    scores: dict[DocumentKind, int] = {}
    for kind, weight, signs in KINDS:
        points = 3 * count_signs(head, signs) + count_signs(start, signs, 6) + count_signs(rest, signs, 2)
        scores[kind] = points * weight
    if titled := kind_of_title(text):
        scores[titled] = scores.get(titled, 0) + TITLE_POINTS
    best = max(scores, key=lambda kind: scores[kind])
    return best if scores[best] else "other"


def count_signs(lower: str, signs: tuple[Sign, ...], most: int = sys.maxsize) -> int:
    """How many signs stand in a text, none inside another, counted up to `most`."""
    following = [(found, sign) for sign in signs if (found := first_of(lower, sign, 0))]
    count = 0
    while following and count < most:
        count += 1
        end = min(following, key=lambda one: one[0].start())[0].end()
        following = [
            (found, sign)
            for match, sign in following
            if (found := match if match.start() >= end else first_of(lower, sign, end))
        ]
    return count


def first_of(lower: str, sign: Sign, at: int) -> re.Match[str] | None:
    """The first place of a sign from `at` on; plain words are looked for first, as they cost far less."""
    place = lower.find(sign.plain, at)
    if not sign.opens:
        return sign.form.search(lower, at) if place >= 0 else None
    while place >= 0:
        if found := sign.form.match(lower, place):
            return found
        place = lower.find(sign.plain, place + 1)
    return None


def kind_of_title(text: str) -> DocumentKind | None:
    """The kind that the first short line names which names one."""
    for line in text[:TITLE_AREA].split("\n")[:14]:
        words = line.strip("#*_ ")
        if 3 < len(words) <= 100 and not words.endswith((".", ";")):
            found = next((kind for kind, form in TITLE_RULES if form.search(words)), None)
            if found:
                return found
    return None
