"""Which body met and who presided, as the head of minutes prints it.

In: the text of minutes and the people read in it. Out: the body with its place, and the people with the one
who presided marked. The body stands in the lines of the title, or behind "meeting of the"; two lines of
titles that belong together ("TOWN OF X", "BOARD OF SUPERVISORS") are one name. What a bulletin says of its
bodies stands in `sittings`.
"""

from collections.abc import Sequence

from msgspec.structs import replace

from milepost.ledger.origins import Span
from milepost.ledger.records import MeetingBody, MeetingPerson
from milepost.reading.patterns import pattern
from milepost.reading.source import lines_of

TITLE_LINES = 6
BODY = (
    r"(?:councils?|boards?|committees?|subcommittee|commission|cabinet|town|township|village|city|county"
    r"|borough|parish|authority|trust|trustees|panel|forum|district|association|group|partnership|schools?"
    r"|plc|ltd|inc|college|university|society|club|project|programme|agency|department|ministry|bureau"
    r"|selectmen|supervisors|directors|governors|assembly|senate|caucus|directorate|conference|union)"
)
HAS_BODY = pattern(rf"\b{BODY}\b", ignore_case=True)
SAT = pattern(
    r"\b(?:meeting|session|sitting|minutes)s? of (?:an? )?(?:(?:meeting|session)s? of )?(?:the |our )?"
    r"(?P<body>[A-Z][\w’'&.-]*(?: (?:of|the|for|and|on|in|&|[A-Z][\w’'&.-]*)){0,12})",
)
KIND_ENDS = pattern(
    r"(?:\b(?:draft|unapproved|approved|official|regular|monthly|special|ordinary|extraordinary|annual"
    r"|quarterly"
    r"|weekly|emergency|joint|organi[sz]ational|public|open|meetings?|minutes|sessions?|workshop|notes|of"
    r"|for)"
    r"\b\s*)+$",
    ignore_case=True,
)
KIND_OPENS = pattern(
    r"^(?:(?:draft|unapproved|approved|official|regular|monthly|special|ordinary|extraordinary|annual"
    r"|quarterly"
    r"|weekly|emergency|joint|meetings?|minutes|session|notes|record|of|the|a)\b\s*)+",
    ignore_case=True,
)
CUT = pattern(r"\s+[–—|-]\s+|[:,(|\t]|\s{2,}|\.\s|\s\d")
MINUTES_OF = pattern(r"\s(?:minutes|meeting)\b(?: (?:of|for|on)\b| held\b)", ignore_case=True)
SAT_ON = pattern(r"\s(?:held|convened)\b")
MARKS = pattern(r"^[#*_>|\s]+")
PRESIDED = pattern(
    r" (?P<verb>called (?:the )?(?:[\w-]+ ){0,4}?(?:meeting|session) to order"
    r"|(?:formally )?opened the (?:meeting|session)|presided|presiding|chaired|took the chair"
    r"|was in the chair"
    r"|in the [Cc]hair)"
    r"|(?:called|brought) to order\b[^.;]{0,60}? by (?:the )?(?:[A-Z][\w.’'-]{0,30} ){0,4}?"
    r"(?P<by>[A-Z][\w’'-]{1,30})(?:[,.;]| (?:at|on|in)\b|$)"
)
NAME_BEFORE = pattern(r"(?P<who>[A-Z][\w’'-]+)(?:,[^,.;]{2,40},)?$")
REACH = 80
"""How far before the verb the name of the one who presided may begin."""
HEADS_BODY = pattern(
    r"(?:chair(?:man|woman|person)?|mayor|president|moderator|reeve|convener)$", ignore_case=True
)
HELD = pattern(r"\s(?:meetings?|held|minutes|on|at)\b", ignore_case=True)
LOOKED_AT = 4000


def find_body(text: str) -> MeetingBody | None:
    """The body of the title, with the one that the minutes say sat when that is another."""
    titles = title_lines(text)
    sat = SAT.search(text, 0, 900)
    title = " ".join(text[slice(*span)] for span in titles)
    if sat is None or not HAS_BODY.search(sat["body"]):
        return MeetingBody(name=title, span=(titles[0][0], titles[-1][1])) if titles else None
    body = " ".join(HELD.split(sat["body"], maxsplit=1)[0].split()).rstrip(" .")
    if not titles or set(title.lower().split()) <= set(body.lower().split()):
        return MeetingBody(name=body, span=(sat.start("body"), sat.start("body") + len(body)))
    inside = set(body.lower().split()) <= set(title.lower().split())
    return MeetingBody(name=title if inside else f"{title} {body}", span=titles[0])


def title_lines(text: str) -> list[Span]:
    """The first one or two lines beside each other that name a body."""
    found: list[Span] = []
    for line in lines_of(text[:LOOKED_AT])[:TITLE_LINES]:
        span = body_in(text, line)
        if span is None and found:
            break
        if span and not set(text[slice(*span)].lower().split()) <= words_of(text, found):
            found.append(span)
        if len(found) == 2:
            break
    return found


def words_of(text: str, spans: list[Span]) -> set[str]:
    """The words of some stretches."""
    return {word for span in spans for word in text[slice(*span)].lower().split()}


def body_in(text: str, line: Span) -> Span | None:
    """The part of a line that names a body, without its day and the kind of meeting."""
    start, end = line
    if end - start > 120 or text[end - 1] in ".;":
        return None
    if marks := MARKS.match(text[start:end]):
        start += marks.end()
    if opens := KIND_OPENS.match(text[start:end]):
        start += opens.end()
    for cut in (form.search(text, start, end) for form in (CUT, MINUTES_OF, SAT_ON)):
        end = cut.start() if cut and cut.start() < end else end
    if ends := KIND_ENDS.search(text[start:end]):
        end = start + ends.start()
    words = text[start:end].strip(" *_#")
    start += len(text[start:end]) - len(text[start:end].lstrip(" *_#"))
    named = HAS_BODY.search(words) and words[:1].isupper()
    return (start, start + len(words)) if named else None


def with_presider(text: str, people: Sequence[MeetingPerson]) -> list[MeetingPerson]:
    """The people, the one in the chair marked: who opened the meeting, else who bears the title."""
    if any(person.role == "chair" for person in people):
        return list(people)
    match = PRESIDED.search(text, 0, LOOKED_AT)
    family = match["by"] if match else None
    if match and match["verb"]:
        before = NAME_BEFORE.search(text, max(0, match.start() - REACH), match.start())
        family = before["who"] if before else None
    for at, person in enumerate(people):
        if family and person.role != "absent" and person.name.split()[-1] == family:
            return [*people[:at], replace(person, role="chair"), *people[at + 1 :]]
    for at, person in enumerate(people):
        if person.role == "member" and any(HEADS_BODY.match(title) for title in person.titles):
            return [*people[:at], replace(person, role="chair"), *people[at + 1 :]]
    return list(people)
