"""The meetings that an English text names: "the 9th meeting of the Reform Committee of the 14th Council".

In: a text and a span of it. Out: mentions of sittings in the order of the text, with body, number and term
as far as they are printed. Which of them is the meeting reported and which a higher one is decided in
`meeting`.
"""

from msgspec import Struct
from msgspec.structs import replace

from milepost.ledger.origins import Span
from milepost.reading.patterns import pattern
from milepost.reading.sentences import words

ORDINAL_NAMES = (
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth "
    "fifteenth sixteenth seventeenth eighteenth nineteenth twentieth"
)
ORDINAL_WORDS = ORDINAL_NAMES.split()
ORDINAL = r"(?:\d{1,3}(?:st|nd|rd|th)|(?i:" + "|".join(ORDINAL_WORDS) + "))"
SITTING = r"(?i:plenary session|plenary meeting|plenum|meeting|session|sitting)"
KINDS = "executive|regular|ordinary|extraordinary|special|joint|monthly|full|enlarged|emergency"
KIND = rf"(?:(?i:{KINDS}) )?"
CAPITAL = r"[A-Z][\w'’&-]*"
NAME_GOES_ON = rf"(?:,? (?:of|for|on|and|in)(?: the)?(?: {ORDINAL})? {CAPITAL}| (?:the )?{CAPITAL})"
NAME = rf"(?:{ORDINAL} )?{CAPITAL}{NAME_GOES_ON}{{0,16}}"
OF_BODY = pattern(rf"(?:[Tt]he )?(?:({ORDINAL}) )?{KIND}({SITTING})s? of (?:the )?({NAME})")
ANCHOR = pattern(r"(?:[Ss]ession|[Mm]eeting|[Ss]itting|[Pp]lenum)s? of ")
BEFORE_ANCHOR, AFTER_ANCHOR = 50, 300
"""How far an ordinal may stand before the word, and how long the name of a body may be."""
BODY_HELD = pattern(
    rf"({NAME}) (?:held|convened|opened|hosted) (?:its|the|a|an|their) (?:({ORDINAL}) )?{KIND}({SITTING})"
)
BODY_MET = pattern(rf"({NAME}) (met|sat|convened)(?: (?:on|in|for|at|yesterday|today|this)\b|[,.])")
KIND_OF_BODY = pattern(rf"(?:[Tt]he )?({ORDINAL}) ((?:{CAPITAL} ){{1,5}})({SITTING}) of (?:the )?({NAME})")
"""The body before the word: "the 41st Standing Committee meeting of the 15th Municipal Government"."""
TERM = pattern(rf"\b({ORDINAL}) ")
STEM_STOP = words("of the for on and in")


class Sitting(Struct, frozen=True, kw_only=True):
    """A mention of a meeting. `by_body` says that the body is the subject: "the Cabinet met"."""

    span: Span
    body: str
    body_span: Span
    word: str
    session: int | None = None
    term: int | None = None
    by_body: bool = False

    def is_same(self, other: "Sitting") -> bool:
        """Whether two mentions mean one meeting: equal numbers and names that share most of their stems."""
        if self.session != other.session or (self.term and other.term and self.term != other.term):
            return False
        mine, theirs = stems(self.body), stems(other.body)
        return 5 * len(mine & theirs) >= 3 * min(len(mine), len(theirs))


def stems(name: str) -> frozenset[str]:
    """The first four letters of a name's words: "Deepening" and "Deep" are one."""
    return frozenset(word[:4].lower() for word in name.split() if word.lower() not in STEM_STOP)


def ordinal(word: str | None) -> int | None:
    """The number of "9th" or "ninth"."""
    if not word:
        return None
    return int(word[:-2]) if word[0].isdigit() else ORDINAL_WORDS.index(word.lower()) + 1


def find_numbered(text: str) -> list[Sitting]:
    """Every "Nth meeting of" in a long text: only the places where the words stand are looked at."""
    found: list[Sitting] = []
    done = 0
    for anchor in ANCHOR.finditer(text):
        window = (max(done, anchor.start() - BEFORE_ANCHOR), anchor.end() + AFTER_ANCHOR)
        if match := OF_BODY.search(text, *window):
            done = match.end()
            if not is_predicate(text, match.start()):
                found.append(sitting(text, match.span(), match.span(3), match[2], match[1]))
    return found


def is_predicate(text: str, at: int) -> bool:
    """Whether "was" stands before a mention, which then only says what another meeting was."""
    return text.endswith(("was ", "is "), max(0, at - 5), at)


def find_sittings(text: str, span: Span) -> list[Sitting]:
    """Every meeting named in the span, in the order of the text."""
    found = [
        sitting(text, match.span(), match.span(3), match[2], match[1])
        for match in OF_BODY.finditer(text, *span)
        if not is_predicate(text, match.start())
    ]
    for match in KIND_OF_BODY.finditer(text, *span):
        whole = sitting(text, match.span(), match.span(4), match[3], match[1])
        found = [one for one in found if not match.start() <= one.span[0] < match.end()]
        found += [replace(whole, body=f"{match[2]}of the {whole.body}")]
    for match in BODY_HELD.finditer(text, *span):
        found += [sitting(text, match.span(), match.span(1), match[3], match[2], by_body=True)]
    for match in BODY_MET.finditer(text, *span):
        found += [sitting(text, match.span(1), match.span(1), "meeting", None, by_body=True)]
    return sorted(found, key=lambda mention: mention.span)


def sitting(
    text: str, span: Span, body: Span, word: str, number: str | None, *, by_body: bool = False
) -> Sitting:
    """A mention with its term, which stands inside the name of the body, taken out of the name."""
    printed = text[body[0] : body[1]]
    term = TERM.search(printed)
    return Sitting(
        span=span,
        body=TERM.sub("", printed, count=1).removeprefix("The "),
        body_span=body,
        word=word.lower(),
        session=ordinal(number),
        term=ordinal(term[1]) if term else None,
        by_body=by_body,
    )
