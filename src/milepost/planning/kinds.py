"""The kind of a measure, told by its head verb and the output it names, in English and Chinese.

In: a measure as the ledger keeps it, and the language of its document. Out: the kind and the deciding words'
place in the document. Rows are tried in order, the first whose verb and output both stand in a clause
decides; where no row does, the kind is `unsure` and nothing is guessed. A strengthening duty with an end date
is unsure too: what it ends with isn't said. Not here: the steps a kind brings (`templates`).
"""

import re
from collections.abc import Iterator

from msgspec import Struct

from milepost.ledger.origins import Span
from milepost.ledger.records import Kind, Measure
from milepost.planning.kind_rows import CHINESE, EN_RULES, ENGLISH, ZH_RULES, KindRow
from milepost.planning.promises import due_of
from milepost.planning.settings import Language


class Told(Struct, frozen=True):
    """A kind with the row that told it and the deciding words in the text that was looked at."""

    kind: Kind
    rule: str
    start: int
    end: int


EN_MODAL = re.compile(
    r"\b(?:shall|must|will|should|is directed to|are directed to|agreed to|is required to)\b", re.IGNORECASE
)
EN_WORD = re.compile(r"[A-Za-z][A-Za-z'’-]*")
EN_SKIPPED = frozenset(
    "to also then further jointly promptly immediately regularly fully and at once please hereby each".split()
)
"""Words that may stand before the head verb."""
EN_LEAD_IN = re.compile(
    r"\s*(?:\w+ly )?(?:take the lead in|strive to|seek to|take steps to|be responsible for|pay attention to"
    r"|study and|research and)\s+",
    re.IGNORECASE,
)
"""Words before the head verb that only say how it is done."""
EN_NOUN_PHRASE_END = re.compile(
    r",|;|\.(?:\s|$)|\b(?:of|for|to|on|that|which|with|in|by|from|under|including)\b"
)
EN_CLAUSE_END = re.compile(r";|\.(?:\s|$)|\n")
ZH_CLAUSE = re.compile(r"[^，。；;、：:\n]+")
ZH_ADVERBS = re.compile(
    r"(?:进一步|全面|加快|积极|深入|切实|着力|大力|稳步|有序|抓紧|尽快|逐步|统筹|牵头|负责|依法|同步|扎实|有效|及时|组织|研究|"
    r"率先|认真|协同|会同|科学|主动|并|要|应|应当|须)"
)
ZH_TIME = re.compile(r"[日月年底天周旬][前内]")
"""A date or span of time before the head verb: 于3月15日前提出…"""
ZH_LONGEST_ADVERBS = 3
"""How many adverbs in a row may stand before a Chinese head verb."""

DECIDING_WORDS = {"en": 60, "zh": 24}
"""Verb and output are shown together up to this length; beyond it the verb alone stands for both."""


def kind_of(measure: Measure, language: Language) -> tuple[Kind, str, Span | None]:
    """The kind of a measure, the name of the row that told it, and the deciding words' place in the
    document."""
    if measure.strength == "principle":
        return "principle", "strength", measure.span
    if measure.polarity == "refrain":
        return "standing", "refrain", measure.span
    dated = due_of(measure) is not None
    standing: tuple[Kind, str, Span | None] | None = None  # weaker than any part that comes to an end
    if measure.recurring is not None and not dated:
        return "standing", "recurring", _in_document(measure, measure.recurring.value.text)
    for text, offset in _texts(measure):
        told = told_by(text, language, dated)
        if told is not None and (told.kind != "standing" or text == measure.title.value):
            span = _in_document(
                measure, text[told.start : told.end], offset + told.start if offset >= 0 else None
            )
            if told.kind != "standing":
                return told.kind, told.rule, span
            standing = standing or (told.kind, told.rule, span)
    if standing is not None:
        return standing
    return "unsure", "none", None


def told_by(text: str, language: Language, dated: bool = False) -> Told | None:
    """The first row that a text's head verbs and outputs satisfy, with the deciding words; None when none
    does. A verb that comes to an end is stronger than a standing one before it."""
    heads = _chinese_heads(text) if language == "zh" else _english_heads(text)
    standing: Told | None = None
    for start, verb, clause_end in heads:
        told = _row_of(text, language, start, verb, clause_end, dated)
        if told is not None and told.kind != "standing":
            return told
        standing = standing or told
    return standing


def sets_rule(measure: Measure, language: Language) -> bool:
    """Whether a `document` measure makes, changes or ends a rule (办法, 规定, rules, a bylaw)."""
    text = measure.object.text if measure.object else measure.title.value
    if language == "zh":
        return any(word in text for word in ZH_RULES.split())
    return bool({word.lower() for word in EN_WORD.findall(text)} & set(EN_RULES.split()))


def after_verb(text: str, language: Language) -> str:
    """What a title's head verb acts on: the rest of its clause; the whole text when no verb is known."""
    for start, verb, clause_end in _chinese_heads(text) if language == "zh" else _english_heads(text):
        if (
            start > 0
            and EN_LEAD_IN.fullmatch(text[:start]) is None
            and language == "en"
            and EN_MODAL.search(text[:start]) is None
        ):
            continue
        return text[start + len(verb) : clause_end].strip()
    return text


def _row_of(text: str, language: Language, start: int, verb: str, end: int, dated: bool) -> Told | None:
    """The row that a head verb with the words after it satisfies: outputs of its own noun phrase come
    first."""
    rows = [row for row in (CHINESE if language == "zh" else ENGLISH) if _has_verb(row, verb, language)]
    rows = [row for row in rows if not (row.undated and dated)]
    after = start + len(verb)
    near = after + _noun_phrase(text[after:end], language)
    for limit in (near, end):
        for row in rows:
            at = _output_end(row, text, after, limit, language)
            if at is not None:
                shown = at if at - start <= DECIDING_WORDS[language] else after
                return Told(row.kind, row.name, start, shown)
    return None


def _output_end(row: KindRow, text: str, after: int, limit: int, language: Language) -> int | None:
    """Where the row's output ends in a stretch of text; the verb's end when the row asks for none."""
    if not row.outputs:
        return after
    if language == "zh":
        ends = [
            text.rfind(word, after, limit) + len(word)
            for word in row.outputs.split()
            if word in text[after:limit]
        ]
        return max(ends, default=None)
    wanted = set(row.outputs.split())
    ends = [after + word.end() for word in EN_WORD.finditer(text[after:limit]) if word[0].lower() in wanted]
    return max(ends, default=None)


def _noun_phrase(text: str, language: Language) -> int:
    """How far the noun phrase after a verb goes: English up to the first preposition, Chinese the clause's
    tail."""
    if language == "zh":
        return len(text)
    found = EN_NOUN_PHRASE_END.search(text)
    return found.start() if found else len(text)


def _has_verb(row: KindRow, verb: str, language: Language) -> bool:
    """Whether the verb as printed is one of the row's, in any of its forms."""
    if language == "zh":
        return verb in row.verbs.split()
    return verb.lower().replace(" ", "_") in _FORMS[row.name]


def _english_forms(verb: str) -> set[str]:
    """The base, the third person and the -ing form of a verb; of a phrase the first word changes."""
    first, _, rest = verb.partition("_")
    tail = "_" + rest if rest else ""
    stem = first[:-1] if first.endswith("e") and not first.endswith("ee") else first
    third = first[:-1] + "ies" if first.endswith("y") and first[-2] not in "aeiou" else first + "s"
    if first.endswith(("s", "sh", "ch", "x")):
        third = first + "es"
    doubled = first[-1] if first in ("set", "put", "run", "begin", "map", "plan") else ""
    return {first + tail, third + tail, stem + doubled + "ing" + tail}


_FORMS = {row.name: {form for verb in row.verbs.split() for form in _english_forms(verb)} for row in ENGLISH}
_EN_VERBS = frozenset(form for forms in _FORMS.values() for form in forms)
_EN_PHRASES = tuple(verb.replace("_", " ") for verb in sorted(_EN_VERBS) if "_" in verb)
_ZH_VERBS = tuple(
    sorted({verb for row in CHINESE for verb in row.verbs.split()}, key=lambda verb: (-len(verb), verb))
)


def _english_heads(text: str) -> Iterator[tuple[int, str, int]]:
    """The head verbs of an English text, each with its start and its clause's end: after the modal, else at
    the start of a comma's piece ("Within 60 days, publish …")."""
    modal = EN_MODAL.search(text)
    start = modal.end() if modal else 0
    found = EN_CLAUSE_END.search(text, start)
    end = found.start() if found else len(text)
    pieces = [start] + [comma.end() for comma in re.finditer(r",|:", text[start:end])]
    for piece in [start] + [start + at for at in pieces[1:]]:
        head = _english_head(text, piece, end)
        if head is not None:
            yield head[0], head[1], end


def _english_head(text: str, start: int, end: int) -> tuple[int, str] | None:
    """The verb that a stretch of English begins with, adverbs aside; None when it begins with anything
    else."""
    lead_in = EN_LEAD_IN.match(text, start, end)
    if lead_in and (head := _english_head(text, lead_in.end(), end)):
        return head
    for word in EN_WORD.finditer(text, start, end):
        for phrase in _EN_PHRASES:
            if text[word.start() : word.start() + len(phrase)].lower() == phrase:
                return word.start(), text[word.start() : word.start() + len(phrase)]
        if word[0].lower() in _EN_VERBS:
            return word.start(), word[0]
        if word[0].lower() not in EN_SKIPPED and not word[0].endswith("ly"):
            return None
    return None


def _chinese_heads(text: str) -> Iterator[tuple[int, str, int]]:
    """The head verbs of a Chinese text, one a clause, adverbs before them aside."""
    for clause in ZH_CLAUSE.finditer(text):
        time = ZH_TIME.search(text, clause.start(), clause.end())
        starts = [clause.start()] if time is None else [clause.start(), time.end()]
        for _ in range(ZH_LONGEST_ADVERBS):
            adverb = ZH_ADVERBS.match(text, starts[-1], clause.end())
            if adverb is None:
                break
            starts.append(adverb.end())
        for start in starts:
            verb = next((verb for verb in _ZH_VERBS if text.startswith(verb, start, clause.end())), None)
            if verb is not None:
                yield start, verb, clause.end()


def _texts(measure: Measure) -> Iterator[tuple[str, int]]:
    """The texts to look at, each with its offset in the quote (-1: not in it): title, parts, the whole
    quote."""
    yield measure.title.value, measure.quote.find(measure.title.value)
    if measure.span is not None:
        for part in measure.parts:
            start, end = part.span[0] - measure.span[0], part.span[1] - measure.span[0]
            if part.strength == "mandatory" and 0 <= start < end <= len(measure.quote):
                yield measure.quote[start:end], start
    yield measure.quote, 0


def _in_document(measure: Measure, words: str, offset: int | None = None) -> Span | None:
    """Where words of the quote stand in the document; None when the quote doesn't hold them."""
    at = measure.quote.find(words) if offset is None else offset
    if at < 0 or measure.span is None or not words:
        return None
    return measure.span[0] + at, measure.span[0] + at + len(words)
