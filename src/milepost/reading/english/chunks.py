"""A sentence at its commas: where the subject of a modal stands, what is slipped in between, where the
verb begins.

In: a sentence masked by `masked` (what stands in brackets or between dashes is blanked, length kept) and
the place of a modal. Out: a `Subject` and the start of its verb phrase, with the ranges of the phrases
around them, each with its kind. Whose names stand in a range is read in `actors`, deadlines in
`deadlines`.
"""

import itertools
import re
from typing import Literal

from msgspec import Struct

from milepost.ledger.origins import Span
from milepost.reading.english.words import UNIT_HEADS, VERBS
from milepost.reading.patterns import pattern

Kind = Literal["adverbial", "consult", "via", "relative", "plain"]

BLANKS = {
    ord(blank): " "
    for blank in "\n\t\r\f\v\x1c\x1d\x1e\x1f\x85\xa0\u2002\u2003\u2009\u202f\u2028\u2029\u3000"
}
"""Every blank is a plain one to the rules below; the length stays."""
BRACKETS = pattern(r"\([^()]*\)")
DASHES = pattern(r"\s[—–]\s[^—–.;]*?\s[—–](?:\s|,)|—[^—.;]{2,140}—[a-z]")
COMMA = pattern(r"[,;]")
CONSULT = pattern(
    r"(?:and |or |also |as well as )*(?:(?:acting |working )?(?:in|after|following|upon"
    r"|through)(?: \w+){0,2} "
    r"(?:consultation|coordination|co-ordination|collaboration|cooperation|co-operation"
    r"|partnership|conjunction|"
    r"concert|liaison|agreement|consulting) (?:with|between)"
    r"|(?:accompanied|assisted|supported|advised) by"
    r"|(?:with|under) (?:the )?(?:\w+ )?(?:support|assistance|help|advice|guidance|agreement"
    r"|concurrence|approval|input|contributions?|backing|"
    r"involvement|participation) (?:from|of)|after consulting(?: with)?|jointly with"
    r"|together with|along with|working with|"
    r"in tandem with|alongside)\b",
    ignore_case=True,
)
VIA = pattern(r"(?:and )?(?:acting (?:by and )?through|through) (?:the|its|his|her|their|a|an|[A-Z])")
OPENERS = frozenset(
    """within by no not to in after upon for as at on where if when whenever until through consistent pursuant
    during because beginning starting commencing annually quarterly monthly subject notwithstanding under
    with without following including such except unless once while thereafter subsequently promptly
    immediately initially further furthermore additionally moreover specifically also accordingly
    therefore finally first then however drawing building using based informed given whether particularly
    especially among of from per provided prior before even rather recognizing recognising or but nor
    subsequent concurrent having taking since so later than every yearly periodically thus hereby
    consistently today moving against throughout across beyond lastly secondly next mindful noting
    recalling regarding concerning respecting relating via and-or where weekly""".split()
)
DETERMINERS = frozenset(
    "the each all any every a an such those these this that both either its their his her our said no".split()
)
ADVERBS = frozenset(
    """also further each jointly additionally thereafter then likewise periodically together hereby promptly
    immediately forthwith instead still continue always regularly annually quarterly duly strongly
    routinely actively fully therefore accordingly ultimately initially subsequently first now separately
    individually collectively expeditiously at""".split()
)
PARTICIPLES = frozenset(
    """chaired headed led appointed established created composed designated elected constituted
    represented""".split()
)
"""Words that open an aside about a body: "the Board, chaired by the Mayor, will meet"."""
FIXED_ADVERBS = pattern(
    r"(?:at (?:once|all times|any time)|from time to time|in turn|in writing|without delay|by law"
    r"|on request|in future"
    r"|where (?:possible|necessary|appropriate)|if (?:necessary|possible)|as (?:appropriate|necessary"
    r"|needed)),? "
)
"""Turns of phrase that may stand between modal and verb: "must at once create a log"."""
EVERY_PERIOD = pattern(
    r"(?:and )?[Ee]very (?:\w+ |\d+ )?(?:day|week|month|quarter|year|season|time"
    r"|(?:Mon|Tues|Wednes|Thurs|Fri)day)"
)
""""Every year" says when; "Every managing agency" says who."""
LIMIT = pattern(r"not (?:later|earlier|sooner|more|less|fewer) than\b")
""""not later than 3 May" opens a date, "not begin" a verb phrase."""
YEAR = pattern(r"(?:19|20)\d{2} [a-z]")
FIRST_WORD = pattern(r"[A-Za-zÀ-ÿ’'-]+")
WORD_OR_NUMBER = pattern(r"[\wÀ-ÿ’'&.-]+")


TITLE_ALONE = pattern(
    r"(?:[Tt]he )?(?:[A-Z][a-z]+ ){0,3}(?:Director|Secretary|Commissioner|Engineer|Manager|Superintendent"
    r"|Registrar|Controller|Inspector|Collector|Magistrate|Officer|General|Head)$"
)
""""the Director, Municipal Administration": the comma stands for "of"."""


class Range(Struct, frozen=True):
    """A stretch of the sentence and what kind of phrase it is."""

    kind: Kind
    start: int
    end: int


class Subject(Struct, frozen=True):
    """The grammatical subject: its parts in order, its first and last place, and the phrases around it."""

    start: int
    parts: tuple[Span, ...]
    around: tuple[Range, ...]


def masked(text: str, start: int, end: int) -> str:
    """text[start:end] with brackets and dashed asides blanked, so that their commas cut nothing."""
    sentence = text[start:end]
    if not sentence.isprintable():  # a plain blank is the only one that counts as printable
        sentence = sentence.translate(BLANKS)
    if "(" in sentence:
        sentence = BRACKETS.sub(blank, BRACKETS.sub(blank, sentence))
    return DASHES.sub(comma, sentence) if "—" in sentence or "–" in sentence else sentence


def blank(match: re.Match[str]) -> str:
    """Spaces of the match's length."""
    return " " * len(match.group())


def comma(match: re.Match[str]) -> str:
    """A comma and spaces of the match's length: an aside parts what stands around it."""
    words = match.group()
    tight = words[-1].isalpha()
    return "," + " " * (len(words) - 1 - tight) + (words[-1] if tight else "")


def chunks_of(sentence: str, start: int, end: int) -> list[Range]:
    """The stretches between commas and semicolons, with their kinds; blanks are left out."""
    cuts = [start, *(m.end() for m in COMMA.finditer(sentence, start, end)), end]
    ranges = []
    for a, b in itertools.pairwise(cuts):
        stop = b - 1 if b > a and sentence[b - 1] in ",;" else b
        while a < stop and sentence[a] == " ":
            a += 1
        while stop > a and sentence[stop - 1] == " ":
            stop -= 1
        if a < stop:
            ranges.append(Range(kind_of(sentence, a, stop), a, stop))
    return ranges


def kind_of(sentence: str, start: int, end: int) -> Kind:
    """What kind of phrase a chunk opens."""
    if CONSULT.match(sentence, start, end):
        return "consult"
    if VIA.match(sentence, start, end):
        return "via"
    words = sentence[start : min(end, start + 40)].lower().split()
    if not words:
        return "plain"
    if words[0] in ("and", "then") and len(words) > 1:
        words = words[1:]
    if words[0] == "such" and words[1:2] != ["as"]:
        return "plain"
    if words[0] == "every" and not EVERY_PERIOD.match(sentence, start, end):
        return "plain"
    if words[0] in OPENERS and not (words[0] == "no" and words[1:2] not in (["later"], ["more"], ["less"])):
        return "adverbial"
    if words[0] in PARTICIPLES and words[1:2] in (["by"], ["of"], ["to"], ["under"], ["in"]):
        return "relative"
    if words[0].startswith(("whom", "which", "who", "whose")) or words[:2] in (
        ["as", "defined"],
        ["as", "amended"],
    ):
        return "relative"
    return "plain"


def opens_name(sentence: str, start: int, end: int) -> bool:
    """Whether a plain chunk can begin a subject: a determiner, a capital, or a collective ("agencies")."""
    word = WORD_OR_NUMBER.match(sentence, start, end)
    if word is None or word.group()[0].isdigit():
        return False
    first = word.group()
    if first.lower() in DETERMINERS or first[0].isupper() or first in ("they", "he", "she", "it", "we"):
        return True
    words = [w.strip(",.") for w in sentence[start:end].split()[:5]]
    return any(w in UNIT_HEADS for w in words)


def find_subject(sentence: str, start: int, modal: int) -> Subject | None:
    """The subject of the modal at `modal`, searched from `start`: the earliest chunk from which on only a
    list of names and slipped-in phrases follow."""
    chunks = chunks_of(sentence, start, modal)
    for k, chunk in enumerate(chunks):
        if chunk.kind == "plain" and opens_name(sentence, chunk.start, chunk.end):
            parts = subject_parts(sentence, chunks[k:])
            if not parts and k + 2 == len(chunks) and titled(sentence, chunk, chunks[k + 1]):
                return Subject(chunk.start, ((chunk.start, chunks[k + 1].end),), tuple(ranges(chunks[:k])))
            if parts:
                return Subject(chunk.start, parts[0], (*ranges(chunks[:k]), *parts[1]))
    return None


def titled(sentence: str, title: Range, place: Range) -> bool:
    """Whether two chunks are one name, as in "the Director, Municipal Administration"."""
    return bool(TITLE_ALONE.match(sentence[title.start : title.end])) and sentence[place.start].isupper()


def subject_parts(sentence: str, chunks: list[Range]) -> tuple[tuple[Span, ...], tuple[Range, ...]] | None:
    """The subject's own parts and the phrases after it, or None when the chunks can't be one subject."""
    parts: list[Span] = [(chunks[0].start, chunks[0].end)]
    around: list[Range] = []
    for chunk in chunks[1:]:
        joins = sentence[parts[-1][0] : parts[-1][1]].endswith((" and", " or"))
        if chunk.kind == "plain" and joins and around and around[-1].kind == "adverbial":
            parts.append((chunk.start, chunk.end))
        elif (
            chunk.kind == "via"
            and around
            and around[-1].kind == "consult"
            and ";" in sentence[around[-1].start : chunk.start]
        ):
            around[-1] = Range("consult", around[-1].start, chunk.end)
        elif chunk.kind != "plain":
            around.append(chunk)
        elif around:
            around[-1] = Range(around[-1].kind, around[-1].start, chunk.end)
        elif sentence[parts[-1][0] : parts[-1][1]].startswith(("and ", "or ")):
            return None
        else:
            parts.append((chunk.start, chunk.end))
    if (
        len(parts) > 1
        and not any(has_and(sentence, part) for part in parts[-1:])
        and not around_joins(sentence, parts)
    ):
        return None
    return tuple(parts), tuple(around)


def around_joins(sentence: str, parts: list[Span]) -> bool:
    """Whether the part before the last ends with its own "and": "The Panel and, as needed, offices"."""
    return sentence[parts[-2][0] : parts[-2][1]].endswith((" and", " or"))


def has_and(sentence: str, part: Span) -> bool:
    """Whether a part closes a list."""
    words = sentence[part[0] : part[1]]
    return words.startswith(("and ", "or ")) or " and " in words or " or " in words or " & " in words


def ranges(chunks: list[Range]) -> list[Range]:
    """Chunks before the subject, plain ones joined to the phrase they continue."""
    joined: list[Range] = []
    for chunk in chunks:
        if chunk.kind == "plain" and joined:
            joined[-1] = Range(joined[-1].kind, joined[-1].start, chunk.end)
        else:
            joined.append(chunk)
    return joined


def find_verb(sentence: str, start: int, end: int) -> tuple[int, tuple[Range, ...]]:
    """Where the verb phrase begins after a modal, and what is slipped in before it; `end` when there is
    none."""
    at = skip_adverbs(sentence, start, end)
    if at < end and sentence[at] not in ",;:":
        word = FIRST_WORD.match(sentence, at, end)
        if word is None or word.group().lower() not in OPENERS or word.group().lower() in VERBS:
            return at, ()
    chunks = chunks_of(sentence, at, end)
    if chunks and chunks[0].kind == "adverbial" and (after := verb_after_date(sentence, chunks[0])):
        return after, (Range("adverbial", chunks[0].start, after),)
    for k, chunk in enumerate(chunks):
        begin = skip_adverbs(sentence, chunk.start, chunk.end)
        begin += 4 if sentence.startswith("and ", begin) else 0
        begin += 5 if k and YEAR.match(sentence, begin, chunk.end) else 0
        word = FIRST_WORD.match(sentence, begin, chunk.end)
        if (
            word
            and word.group().lower() in VERBS | {"be", "not"}
            and not LIMIT.match(sentence, begin, chunk.end)
            and (chunk.kind == "plain" or word.group() != "use")
        ):
            return begin, tuple(ranges(chunks[:k]))
    plain = [
        k
        for k, chunk in enumerate(chunks)
        if k and chunk.kind == "plain" and not opens_name(sentence, chunk.start, chunk.end)
    ]
    if plain:
        return chunks[plain[0]].start, tuple(ranges(chunks[: plain[0]]))
    return end, tuple(ranges(chunks))


def verb_after_date(sentence: str, chunk: Range) -> int | None:
    """The verb of "within 90 days of the date of this order submit a plan", which no comma parts from its
    date."""
    words = list(WORD_OR_NUMBER.finditer(sentence, chunk.start, chunk.end))
    if words[0].group().lower() not in (
        "within",
        "by",
        "no",
        "not",
        "before",
        "annually",
        "quarterly",
        "every",
    ):
        return None
    for last, word in itertools.pairwise(words):
        lower = word.group()
        if (
            lower in VERBS
            and lower not in ("date", "issue", "order")
            and last.group().lower() not in (*DETERMINERS, "of", "to", "and", "in")
        ):
            return word.start()
    return None


def skip_adverbs(sentence: str, start: int, end: int) -> int:
    """Past blanks and the adverbs that may stand between modal and verb."""
    at = start
    while True:
        while at < end and sentence[at] == " ":
            at += 1
        if sentence[at : at + 1] in "afiow" and (fixed := FIXED_ADVERBS.match(sentence, at, end)):
            at = fixed.end()
            continue
        word = FIRST_WORD.match(sentence, at, end)
        if word is None or word.group().lower() not in ADVERBS or word.group().lower() == "at":
            return at
        if word.group() == "continue" and sentence[word.end() : word.end() + 4] != " to ":
            return at
        if word.group() == "continue":
            return at
        at = word.end()
