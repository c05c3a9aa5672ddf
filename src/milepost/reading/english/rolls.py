"""The roll of a meeting as minutes print it: "Present:", "Apologies:", "Staff:", names behind or below.

In: the text of minutes, as it stands and with blanks for line ends. Out: the people of the labelled lists
near the head and the end, in the order of the text, each with role and titles. A label opens a list that
goes on over broken lines, and over lines and bullets of one name each, until another label, a blank line or
a sentence. What running sentences say of attendance stands in `attendance`.
"""

from collections.abc import Iterator
from itertools import pairwise

from msgspec import Struct

from milepost.ledger.origins import Span
from milepost.ledger.records import MeetingPerson
from milepost.reading.english.presence import TELLS
from milepost.reading.english.roll_entries import read_entries
from milepost.reading.english.sentences import is_abbreviated
from milepost.reading.patterns import pattern
from milepost.reading.sentences import trimmed
from milepost.reading.source import lines_of

HEAD_LINES, FOOT_LINES = 60, 12
"""Lines at either end of minutes that may hold a roll."""
LONGEST_LINE = 1500
"""A longer line is no list of people."""


class LabelRow(Struct, frozen=True):
    """A row of the table of labels: the words before the colon, and what they make of the people behind."""

    name: str
    words: str
    role: str


OF = (
    r"(?:board|council|committee|commission|voting|executive|team|group|panel|senior|town|city|village|other)"
)
OFFICERS = (
    r"(?:staff|administrators?|faculty|advis[eo]rs?|officers?|officials?|administration|management|employees"
    r"|consultants?|secretariat)"
)
PUBLIC = r"(?:guests?|visitors?|public|observers?|audience|citizens|residents|press|members of the public)"
SITTERS = (
    r"(?:members?|trustees|supervisors|councill?ors|council ?members|selectmen|directors|commissioners|cllrs)"
)
HERE = r"(?: (?:also )?(?:present|attending|in attendance))?"
GONE = (
    r"(?:absent|excused|not present|apologies(?: for absence)?(?: received)?|regrets|away|unable to attend"
    r"|leave of absence)"
)
LABELS = (
    LabelRow(
        "chair", r"(?:chair(?:man|woman|person)?|presiding(?: officer)?|in the chair|convener)", "chair"
    ),
    LabelRow("absent", rf"(?:(?:{OF} )?(?:{SITTERS}|{OFFICERS}) )?{GONE}(?: members?)?", "absent"),
    LabelRow(
        "beside",
        rf"(?:(?:also|others?)(?: persons?)?(?: (?:present|in attendance|attending))?|in attendance"
        rf"|by invitation"
        rf"|(?:{OF} )?(?:{OFFICERS}|{PUBLIC}){HERE}|(?:minutes|notes)(?: taken)?(?: by)?|(?:minute"
        rf"|note) ?taker"
        r"|(?:recording )?secretary|recorder|(?:town|city|village|deputy|parish) clerk|clerk|facilitator"
        r"|solicitor|attorney|(?:town )?treasurer|press and public|public and press)",
        "non_voting",
    ),
    LabelRow(
        "present",
        rf"(?:(?:those |persons )?(?:present|attending)|attendees|sederunt|attendance|attended by"
        rf"|participants|roll call|quorum|(?:{OF} )?{SITTERS}{HERE}"
        rf"|(?:select ?|school |parish |town |city |village )?"
        rf"(?:board|council){HERE}|committee{HERE})",
        "member",
    ),
)
"""The first row that matches a label decides: "members absent" stands above "members"."""
ROWS = tuple((row, pattern(rf"{row.words}$", ignore_case=True)) for row in LABELS)
ANY = "|".join(row.words for row in LABELS)
MARKS = r"[*_#>|•–\-\s]*(?:\d{1,2}[.)]\s+)?[*_]*"
LABEL = pattern(
    rf"(?:^{MARKS}|[.;)]\s+)(?P<label>{ANY})(?:\s\([^()\n]{{1,40}}\))?"
    rf"(?P<after>[*_]*:[*_]*\s*|\s+[–—-]\s+|[*_\s]*$)",
    ignore_case=True,
)
STANDS_ALONE = pattern(
    r"(?:.* )?(?:present|absent|attendees|attendance|attending|participants|apologies.*|regrets|guests"
    r"|visitors)$",
    ignore_case=True,
)
"""Labels that need no colon."""
OTHER_LABEL = pattern(r"[*_#>|•\s]*[A-Z][^:\n]{1,40}:(?:[*_\s]|$)")
"""Some other label, which ends a list."""
SENTENCE = pattern(r"[a-z)]\.\s+")
SMALL = pattern(r"\b[a-z][a-z'’-]+\b")
JOINING = frozenset("and of the for de van von der del la al bin members member with from also were".split())
MOST_NAMES = 80


class Stretch(Struct, frozen=True):
    """A run of text that lists people under one label."""

    span: Span
    role: str


def find_roll(text: str, level: str) -> tuple[list[MeetingPerson], list[Span]]:
    """The people of the labelled lists of minutes, each once, with the first role printed; and the lists."""
    people: dict[str, MeetingPerson] = {}
    lists = list(stretches(text))
    for stretch in lists:
        for person in people_of(level, stretch):
            people.setdefault(person.name, person)
    return list(people.values())[:MOST_NAMES], [stretch.span for stretch in lists]


def stretches(text: str) -> Iterator[Stretch]:
    """The runs behind and below the labels."""
    lines = lines_of(text)
    chosen = lines[:HEAD_LINES] + lines[HEAD_LINES:][-FOOT_LINES:]
    role: str | None = None
    waits = False
    for before, line in pairwise([(0, 0), *chosen]):
        found = list(labelled(text, line))
        blank = text.count("\n", before[1], line[0]) > 1
        if found:
            yield from found
            role, waits = found[-1].role, found[-1].span[0] >= found[-1].span[1]
        elif role and (label := OTHER_LABEL.match(text, *line)):
            rest = (label.end(), line[1])
            if not blank and is_list(text[slice(*rest)]):
                yield Stretch(rest, "non_voting")
            else:
                role = None
        elif role and (waits or not blank) and is_list(text[slice(*line)]):
            waits = False
            yield Stretch(line, role)
        else:
            role = None


def labelled(text: str, line: Span) -> Iterator[Stretch]:
    """The stretches of a line, one a label; a label that stands alone gives an empty one."""
    if line[1] - line[0] > LONGEST_LINE:
        return
    words = text[slice(*line)]
    found = [
        match
        for match in LABEL.finditer(words)
        if ":" in match["after"] or STANDS_ALONE.match(match["label"])
    ]
    ends = [match.start("label") for match in found[1:]] + [len(words)]
    for match, end in zip(found, ends, strict=False):
        label = match["label"].lower()
        role = next(row.role for row, form in ROWS if form.match(label))
        start = line[0] + match.end("after")
        yield Stretch((start, list_end(text, start, line[0] + end)), role)


def is_list(words: str) -> bool:
    """Whether words are names and titles rather than a sentence: few small words that join no names."""
    small = [word for word in SMALL.findall(words) if word not in JOINING]
    return len(words) < LONGEST_LINE and 3 * len(small) <= len(words.split())


def people_of(level: str, stretch: Stretch) -> Iterator[MeetingPerson]:
    """The people of a stretch."""
    start, end = stretch.span
    cuts = cuts_of(level, start, end)
    for begin, stop in pairwise([start, *cuts, end]):
        yield from read_entries(level, trimmed(level, begin, stop), stretch.role)


def cuts_of(text: str, start: int, end: int) -> list[int]:
    """Where a sentence ends inside a list; "Supt." ends none."""
    ends = SENTENCE.finditer(text, start, end)
    return [match.end() for match in ends if not is_abbreviated(text, start, match.start() + 1)]


def list_end(text: str, start: int, end: int) -> int:
    """Where a list ends: at the first sentence behind it that is none, or that tells who else was there."""
    cuts = cuts_of(text, start, end)
    for begin, stop in pairwise([*cuts, end]):
        if not is_list(text[begin:stop]) or TELLS.search(text, begin, stop):
            return begin
    return end
