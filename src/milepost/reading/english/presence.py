"""Who was there, as the opening sentences of minutes tell it: "Also present were guests Bo Ash and Ida Holt".

In: the text of minutes with blanks for line ends, and the sentences of its opening. Out: the people named in
sentences that tell of attendance, with titles and roles, and those sentences. A sentence is cut at the words
that tell ("were present", "with board members", "called the meeting to order by"); what stands between is a
list. Labelled lists stand in `rolls`, bulletins in `attendance`.
"""

from collections.abc import Iterable, Iterator
from itertools import pairwise

from msgspec import Struct
from msgspec.structs import replace

from milepost.ledger.origins import Span
from milepost.ledger.records import MeetingPerson
from milepost.reading.english.roll_entries import read_entries
from milepost.reading.patterns import pattern
from milepost.reading.sentences import trimmed

TELLS = pattern(
    r"\b(?:guests?|visitors?|residents|present|attend(?:ing|ed|ance|ees)|absent|excused|roll call"
    r"|on the call[ ,.]|answering|joined|opened|chaired"
    r"|presided|presiding|in the chair|to order)\b",
    ignore_case=True,
)
LONGEST = 900
CUT = pattern(
    r"(?P<by> ?(?:[Cc]alled|brought) to order\b[^;]{0,80}? by |\b(?:chaired|opened|presided over|led) by )"
    r"|(?P<order>,? (?:who )?(?:called|brought|opened|presided|presiding|chaired|was in the chair"
    r"|took the chair"
    r"|in the [Cc]hair)\b[^,;]{0,80}?(?:to order|meeting|session|[Cc]hair\b|presid\w+)|presiding)"
    r"|(?P<gone>(?:[Aa]bsent|[Ee]xcused|[Nn]ot present|[Uu]nable to attend)(?: (?:was|were|is|are)\b)?:?"
    r"|,? (?:(?:was|were|is|are) )?(?:also )?(?:absent|excused|not (?:present|in attendance)"
    r"|unable to attend)"
    r"(?: (?:with notice|due to illness))?)"
    r"|(?P<beside>\b(?:[Aa]lso|[Oo]thers?)(?: \w+)? (?:present|attending|in attendance|on the call|joining)"
    r"(?: (?:was|were|is|are|included))?|\b(?:[Gg]uests?|[Rr]esidents?|[Vv]isitors?|[Aa]udience(?: members)?"
    r"|[Mm]embers of the public"
    r"|[Cc]itizens|[Tt]ownspeople)\b(?: (?:present|attending|in attendance|on the call|at the meeting))?"
    r"(?: (?:was|were|are|included|including))?)"
    r"|(?P<here>,? (?:(?:was|were|are|is) )?(?:also )?(?:all )?(?:present|in attendance|on the call"
    r"|answering present"
    r"|attending)\b(?: (?:were|was|included|are|as follows))?|\b(?:[Pp]resent|[Aa]ttending"
    r"|[Ii]n attendance)\b"
    r"(?: (?:were|was|included|are))?|\b[Tt]hose (?:present|attending|in attendance|on the call)"
    r"(?: (?:were|was|included))?|\b[Rr]oll call(?: was taken| showed)?|\b(?:[Oo]ther )?(?:[Tt]own "
    r"|[Tt]ownship "
    r"|[Vv]illage |[Cc]ity )?(?:[Bb]oard|[Cc]ouncil|[Cc]ommittee|[Cc]ommission) members?\b|\b[Mm]embers\b)"
    r"|(?P<joint>,? (?:along |together )?with\b|\bincluding\b|\bwere\b|\bthere (?:was|were)\b"
    r"|,? (?:at|on|in|via|by) (?:the |a |approximately )?(?:\d[\d:]*\s?(?:[ap]\.?m\.?)?"
    r"|[A-Z][\w.’'-]*(?: [A-Z][\w.’'-]*)*"
    r"|teleconference|telephone|zoom|video\w*)|\bled the\b.*|\bthe pledge\b.*)"
)
"""The words between the names: each says who stands before it or behind it."""
FOLLOWS = frozenset(("beside", "here", "gone"))
OPENING = 2500
"""Characters in which minutes tell who was there."""
SHORT = pattern(r"[A-Z][\w.’'-]*(?:(?:,? and |, | & | )[A-Z][\w.’'-]*)*$")
"""A sentence of names and titles alone, after one that told of attendance: "Clerk Tess Wynn."."""
MOST_SENTENCES = 14
GROUPED = "beside"


class Part(Struct, frozen=True):
    """A stretch between two cuts, with the cuts before and behind it."""

    span: Span
    before: str
    behind: str


def find_present(level: str, opening: Iterable[Span]) -> tuple[list[MeetingPerson], list[Span]]:
    """The people of the opening sentences, each once, and the sentences that named them."""
    people: dict[str, MeetingPerson] = {}
    told: list[Span] = []
    for span in list(opening)[:MOST_SENTENCES]:
        goes_on = bool(told) and span[0] - told[-1][1] < 3 and SHORT.match(level, *span)
        if span[1] - span[0] > LONGEST or not (goes_on or TELLS.search(level, *span)):
            continue
        found = list(people_in(level, span))
        if found:
            told.append(span)
        for person in found:
            known = people.get(person.name)
            if known is None or (person.role == "chair" and known.role != "chair"):
                people[person.name] = replace(known, role="chair") if known else person
    return list(people.values()), told


def people_in(level: str, span: Span) -> Iterator[MeetingPerson]:
    """The people of one sentence."""
    role = "member"
    for part in parts_of(level, span):
        if part.before == GROUPED:
            role = "non_voting"
        elif part.before in ("here", "gone", "order", "by"):
            role = "absent" if part.before == "gone" else "member"
        found = read_entries(level, part.span, role if part.behind != "gone" else "absent")
        found = [person for person in found if is_sure(person, len(found))]
        presides = part.before == "by" or part.behind == "order"
        for at, person in enumerate(found):
            heads = presides and at == (0 if part.before == "by" else len(found) - 1)
            yield replace(person, role="chair") if heads else person


def is_sure(person: MeetingPerson, others: int) -> bool:
    """Whether a name of a running sentence is one: no heading, no single word that opens the sentence."""
    return not person.name.isupper() and (" " in person.name or bool(person.titles) or others > 1)


def parts_of(level: str, span: Span) -> Iterator[Part]:
    """The stretches of a sentence between the words that tell of attendance."""
    cuts = [(match.start(), match.end(), match.lastgroup or "") for match in CUT.finditer(level, *span)]
    edges = [(span[0], span[0], ""), *cuts, (span[1], span[1], "")]
    for before, behind in pairwise(edges):
        start, end = trimmed(level, before[1], behind[0])
        if start < end:
            yield Part((start, end), before[2], behind[2])
