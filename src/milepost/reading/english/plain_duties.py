"""Duties that no word marks: the present tense of a plan, a "please", a modal before its subject.

In: a masked sentence. Out: places of subject and verb, or None. "The Waste Department selects three streets",
"The Clinic and the Health Office jointly prepare a study", "Please send the form", "In no case shall a school
charge fees". Whether the kind of text lets them count is decided in `duties`.
"""

from msgspec import Struct

from milepost.ledger.origins import Span
from milepost.reading.english.actors import find_names, head_of
from milepost.reading.english.chunks import DETERMINERS, Range, chunks_of
from milepost.reading.english.imperatives import first_is_verb
from milepost.reading.english.unit_lines import is_unit_name
from milepost.reading.english.words import UNIT_HEADS, VERBS
from milepost.reading.patterns import pattern

WORD = pattern(r"[A-Za-z][\w’'-]*")
LONGEST = 160
"""How far into a sentence its subject may reach."""
STANDING = frozenset(
    """contain cover employ fund hold include keep lead maintain manage need offer operate oversee own
    plan represent run serve support use work provide coordinate supervise act apply""".split()
)
"""Verbs that in the present tense say what a unit is for rather than what it is going to do."""
STATING = frozenset(
    """accept acknowledge adopt affirm agree aim allow believe belong consider declare define describe enable
    expect express find govern issue know live mean note recognise recognize require seek set stand
    understand value want welcome wish""".split()
)
"""Verbs by which a body says what it thinks or makes of the text at hand: "The Board issues these rules"."""
NOT_BEFORE = DETERMINERS | frozenset(
    "of to in by with for on at under from and or as is are was were".split()
)
NOT_AFTER = frozenset("of and or is are was were for in on at by".split())
INVERTED = pattern(
    r"(?:In no (?:case|event|circumstances?|way)|Under no circumstances?|At no time|Nor),? "
    r"(?P<m>shall|must|may|will|should) "
)
INVERTING = ("In no ", "Under no ", "At no ", "Nor")
"""How such a sentence begins."""
IN_CASE = pattern(
    r"(?:(?:When|Where|If|Once|After|As soon as|Upon|On|Before|In) [^,;]{4,110}"
    r"|(?:Otherwise|Thereafter|Then|Immediately|In turn)), (?:then )?"
)
"""A case or a moment before the subject."""
IF_SO = pattern(r"(?:If|When|Once|Where) [^,;]{4,60}, please ")
LET_BE = pattern(
    r"(?:Let (?:an?|the|all|each|copies|notices?) [^,;]{2,100}?|(?:A|The) cop(?:y|ies) of [^,;]{3,60}?)"
    r" (?P<v>be [a-z]+(?:ed|t|n)\b)"
)
"""An order of a court in the old manner."""
CONTACT = (
    "contact",
    "direct",
    "address",
    "see",
    "note",
    "refer",
    "visit",
    "call",
    "email",
    "let",
    "read",
    "find",
    "do",
    "ask",
)
"""What a "please" asks of any reader."""


class Plain(Struct, frozen=True):
    """Where the subject ends and the verb begins; `jointly` says that this word stands between them, `around`
    who takes part."""

    subject_end: int
    verb: int
    standing: bool = False
    jointly: bool = False
    around: tuple[Range, ...] = ()
    subject_start: int = 0


def present_duty(sentence: str) -> Plain | None:
    """The subject and the verb of "The Waste Department selects three streets"."""
    if not sentence[:1].isupper():
        return None
    if (parted := parted_duty(sentence)) is not None:
        return parted
    last = ""
    for word in WORD.finditer(sentence, 0, LONGEST):
        lower = word.group().lower()
        if word.start() and word.group()[0].islower() and last not in NOT_BEFORE:
            if lower == "jointly":
                return joint_duty(sentence, word.start(), word.end())
            base = base_of(lower)
            following = WORD.match(sentence, word.end() + 1)
            goes_on = following is not None and following.group().lower() not in NOT_AFTER
            counted = sentence[word.end() + 1 : word.end() + 2].isdigit()
            if base and (goes_on or counted) and is_agent(sentence, word.start()):
                return Plain(word.start(), word.start(), standing=base in STANDING)
        last = lower
    return None


def instructed(sentence: str) -> Plain | None:
    """Subject and verb in a text that tells staff what to do: "When a child is found, the carer informs the
    Police", "Form tutors record attendance"."""
    opened = IN_CASE.match(sentence)
    start = opened.end() if opened else 0
    last = ""
    for number, word in enumerate(WORD.finditer(sentence, start, start + LONGEST)):
        lower = word.group().lower()
        if number and word.group()[0].islower() and last not in NOT_BEFORE:
            base = base_of(lower) or (lower if lower in VERBS else None)
            subject = sentence[start : word.start() - 1]
            if base and base not in STANDING and base not in STATING and bears(subject, base != lower):
                return Plain(word.start(), word.start(), subject_start=start)
        last = lower
    return None


def bears(subject: str, single: bool) -> bool:
    """Whether a subject is one who acts, in the number that the form of the verb asks for."""
    head = head_of(subject)
    plural = head.endswith("s") or head in ("police", "staff")
    return (
        subject.count(" ") < 6 and head in UNIT_HEADS and subject.lower().endswith(head) and single != plural
    )


def let_be(sentence: str) -> int | None:
    """Where the verb of "Let a report be filed by the Registrar" or "A copy of this order be sent" begins."""
    found = LET_BE.match(sentence)
    return found.start("v") if found else None


def parted_duty(sentence: str) -> Plain | None:
    """The verb after units slipped in: "The Office, together with the Trust, carries out a study"."""
    if "," not in sentence[:LONGEST]:
        return None
    chunks = chunks_of(sentence, 0, min(len(sentence), 2 * LONGEST))
    if len(chunks) < 3 or chunks[0].kind != "plain" or chunks[1].kind != "consult":
        return None
    verb = WORD.match(sentence, chunks[2].start)
    base = base_of(verb.group()) if verb else None
    if verb is None or base is None or not is_agent(sentence, chunks[0].end):
        return None
    return Plain(chunks[0].end, verb.start(), standing=base in STANDING, around=(chunks[1],))


def joint_duty(sentence: str, at: int, after: int) -> Plain | None:
    """The verb after "jointly", when units stand before it."""
    following = WORD.match(sentence, after + 1)
    known = following is not None and (following.group() in VERBS or base_of(following.group()) is not None)
    if following is None or not known or not is_agent(sentence, at):
        return None
    return Plain(at, following.start(), jointly=True)


def base_of(word: str) -> str | None:
    """The base of a verb in the third person: "publishes" is "publish"."""
    if not word.endswith("s") or word.endswith("ss"):
        return None
    forms = (
        word[:-1],
        word[:-2] if word.endswith("es") else "",
        word[:-3] + "y" if word.endswith("ies") else "",
    )
    return next((form for form in forms if form in VERBS), None)


def is_agent(sentence: str, end: int) -> bool:
    """Whether only names of units stand before the verb."""
    units = find_names(sentence, [(0, end)]).units
    return bool(units) and all(is_unit_name(unit.name) for unit in units)


def finite_verb(sentence: str, subject: Span) -> int | None:
    """Where a verb stands inside what was taken for a subject: "The Government accepts it and (will)"."""
    last = ""
    for word in WORD.finditer(sentence, *subject):
        lower = word.group().lower()
        finite = base_of(lower) is not None or lower in ("has", "have", "is", "are")
        finite = finite or (lower in VERBS and last.endswith("s") and last in UNIT_HEADS)
        if last and finite and word.group()[0].islower() and last not in NOT_BEFORE:
            names = find_names(sentence, [(subject[0], word.start())]).units
            if names and all(is_unit_name(unit.name) for unit in names):
                return word.start() - 1
        last = lower
    return None


def please(sentence: str) -> int | None:
    """Where the verb of "Please send the form" begins; none where the reader is only told whom to ask."""
    at = 7
    if not sentence.startswith("Please "):
        found = IF_SO.match(sentence) if "please " in sentence else None
        if found is None:
            return None
        at = found.end()
    if not first_is_verb(sentence[at:]):
        return None
    return None if sentence[at:].split()[0].lower() in CONTACT else at


def inverted(sentence: str) -> tuple[Span, int] | None:
    """The subject and the verb of "In no case shall a school charge fees"."""
    opened = INVERTED.match(sentence) if sentence.startswith(INVERTING) else None
    if opened is None:
        return None
    last = ""
    for word in WORD.finditer(sentence, opened.end(), opened.end() + LONGEST):
        if last and word.group() in VERBS and last not in NOT_BEFORE:
            return (opened.end(), word.start() - 1), word.start()
        last = word.group().lower()
    return None
