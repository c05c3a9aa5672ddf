"""The verb phrases of a long English directive: where each begins, and whether it can be checked.

In: a text in which blanks stand for line ends, and the span after "should" or "to". Out: `Phrase`s in
order, each with the rule that judged it. A phrase can be checked when its verb names an act (publish,
reduce, hire) or improves something definite (a system, a service); it is orientation when the verb is an
attitude (adhere, focus, respect) or the object a quality (vitality, synergy, atmosphere). A number or a
date makes any phrase checkable. Who acts, and the rest of the sentence, stand in `directives`.
"""

from msgspec import Struct

from milepost.ledger.origins import Span
from milepost.reading.english.phrase_words import (
    ADVERBS,
    ATTITUDE,
    DEFINITE,
    DETERMINERS,
    GENERAL,
    IMPROVE,
    NOUNS_TOO,
    PARTICLES,
    QUALITY,
    STEPWISE,
    VAGUE,
)
from milepost.reading.english.words import VERBS
from milepost.reading.patterns import pattern
from milepost.reading.sentences import trimmed, words

PICTURES = pattern(
    r"\bspirit of\b|\bin detail\b|\bexposition|\bimportant (?:speech|instruction|idea)|\bjoint force\b|"
    r"\bown way\b"
    r"|\bnew (?:situation|chapter|height|level|stage|journey|landscape)\b|\bhighlands?\b|"
    r"\boverall requirements?\b"
    r"|\b(?:beautiful|prosperous|harmonious)\b|\bmake (?:[a-z]+ )?efforts\b|\bgame of chess\b|"
    r"\bexcellent\b|\bbold(?:ly)?\b|\bbrave(?:ly)?\b|\bpioneering\b|\b(?:bottom|red)[- ]line\b"
    r"|\bset an example\b"
    r"|\bspirit and\b|\bpolitical (?:position|stance|standing|station|consciousness)\b|\bsense of (?:gain"
    r"|responsibility|mission|urgency|happiness)\b"
    r"|\bthe (?:[a-z]+ )?stor(?:y|ies) of\b|\bstory of [A-Z]\w+ well\b|\bbear in mind\b"
    r"|\b(?:implement|follow|carry out) the (?:[a-z]+ )?(?:strategy of|line of|concept|requirements of"
    r"|decisions? and"
    r"|general secretary)|\b(?:thinking|awareness|consciousness|mindset)\b",
    ignore_case=True,
)
"""Turns of phrase that make a phrase orientation whatever its verb."""
MEASURED = pattern(
    r"\b\d+(?:[.,]\d+)*(?: ?%| per ?cent)?\b(?: [a-z])"
    r"|\b(?:two|three|four|five|six|seven|eight|nine|ten|twelve|twenty|fifty|hundred|thousand)\b"
    r"|\b(?:by|before|within|no later than|not later than) (?:the )?(?:end of|\d|this |next |"
    r"January|February|March|April|May|June|July|August|September|October|November|December|year)"
)
"""A number or a date, which can be counted or waited for."""
LIGHT = pattern(
    r"(?:strive|continue|seek|try|work hard|endeavou?r|aim|make (?:every )?efforts?|do everything possible|"
    r"be sure) to "
    r"|(?:pay (?:close )?attention to|take the lead in|persist in|give priority to|be responsible for) "
    r"|help "
)
"""Openings after which the verb that counts follows: "strive to add", "take the lead in compiling"."""
ROLE = pattern(
    r"(?:play|take|do|assume|bear|perform|exercise|provide|be|act|serve)\b.{0,40}?"
    r"\b(?:lead|leading|coordinat\w+|guidance|overall responsibility|(?:good|solid) job|charge)\b"
)
"""A part in the work, which is checkable for whoever is named: "play a leading and coordinating role"."""
TAKES_LEAD = pattern(r"take the lead in ")
PASSIVE = pattern(r"be (?:[a-z]+ly )?[a-z]+(?:ed|en|wn|ilt|ade|ught|set|put|held)\b|be set\b|be put\b")
"""A passive, whose subject is what it is about."""
JOINT = pattern(r"[,;] (?:and |or |but )?|,? (?:and|or|but) ")
QUOTED = pattern(r"[\"“][^\"”]{0,200}[\"”]|\([^()]{0,200}\)")
NOT_AFTER_VERB = words("of in for at by and or is are was were as has have can which")
PREPOSITION = pattern(
    r" (?:of|for|in|on|with|to|by|from|that|which|as|between|among|through|at|over|before|within|under) "
)
WORD = pattern(r"[A-Za-z][\w'’-]*")
DETERMINER = pattern(r" ?(?:(?:the|a|an|its|their|our|all|each|every|this|these|such|and) )*")
PRONOUN = pattern(r"(?:it|them|this|these|that|those|so|him|her)\b")
OBJECT_END = pattern(
    r",? (?:with|by|before|within|in order|so as|so that|that|which|who|to|as|from|into|through|after|"
    r"during|until|"
    r"while|when|where|no later|not later)\b|[;:]|, (?:and )?[a-z]+ing\b"
)
OBJECT_CUT = pattern(r",| (?:of|in|on|for|and|at|among|between)\b")
LONGEST_OBJECT = 64
PROVIDING = words("guarantee ensure safeguard")
"""Attitudes that somebody who is named owes to a definite thing: "the Bureau should guarantee the funds"."""
ORIENTING = ATTITUDE | IMPROVE | VAGUE
KNOWN = VERBS | ATTITUDE | IMPROVE | VAGUE | words("compress do formulate spread stipulate")


class Verb(Struct, frozen=True, kw_only=True):
    """A verb with its particle; `adverb` says that an adverb stands before it."""

    word: str
    span: Span
    particle: str | None = None
    adverb: bool = False


class Phrase(Struct, frozen=True, kw_only=True):
    """A verb phrase, whether it can be checked, the rule that says so, and what it is about."""

    span: Span
    checkable: bool
    rule: str
    object: Span | None = None


def find_phrases(level: str, span: Span, named: bool) -> list[Phrase]:
    """The verb phrases of a span, judged, in the order of the text; `named` says that an agent is told."""
    return [judge(level, piece, named) for piece in split_phrases(level, span)]


def split_phrases(level: str, span: Span) -> list[Span]:
    """Cut where a new verb phrase begins outside quotes; "improve and perfect the system" stays one."""
    start, found = span[0], []
    quotes = [quoted.span() for quoted in QUOTED.finditer(level, *span)]
    for joint in JOINT.finditer(level, *span):
        at, after = joint.span()
        if any(opens < at < closes for opens, closes in quotes) or not opens_phrase(level, after, span[1]):
            continue
        if has_object(level, start, at):
            found.append(trimmed(level, start, at))
            start = after
    return [*found, trimmed(level, start, span[1])]


def verb_at(level: str, at: int, end: int) -> Verb | None:
    """The first word that is no adverb, with its particle; None where no word stands."""
    adverbs = 0
    for word in WORD.finditer(level, at, min(end, at + 120)):
        lower = word[0].lower()
        if lower in ADVERBS or (lower.endswith("ly") and lower not in KNOWN):
            adverbs += lower.endswith("ly")
            continue
        particle = WORD.match(level, word.end() + 1, end)
        if particle and particle[0] in PARTICLES and level[word.end()] == " ":
            return Verb(
                word=lower, particle=particle[0], span=(word.start(), particle.end()), adverb=adverbs > 0
            )
        return Verb(word=lower, span=word.span(), adverb=adverbs > 0)
    return None


def opens_phrase(level: str, at: int, end: int) -> bool:
    """Whether a known verb with an object stands here."""
    verb = verb_at(level, at, end)
    if not verb or verb.word not in KNOWN or verb.span[1] + 1 >= end or level[verb.span[1]] != " ":
        return False
    following = WORD.match(level, verb.span[1] + 1, end)
    if following and following[0] in NOT_AFTER_VERB:
        pair = verb_at(level, following.end(), end) if following[0] in ("and", "or") else None
        return pair is not None and pair.word in KNOWN and verb.word not in NOUNS_TOO
    plain = verb.word not in NOUNS_TOO or verb.adverb
    counted = level[verb.span[1] + 1].isdigit()
    return plain or counted or (following is not None and following[0] in DETERMINERS)


def has_object(level: str, start: int, end: int) -> bool:
    """Whether more than a verb stands in the span."""
    verb = verb_at(level, start, end)
    return verb is None or verb.span[1] < end


def judge(level: str, span: Span, named: bool) -> Phrase:
    """Whether a phrase can be checked, by the first rule that knows."""
    verbs, after = verbs_of(level, span)
    checkable, rule = verdict(level, span, verbs, after)
    if (
        named
        and rule == "verb:attitude"
        and set(verbs) & PROVIDING
        and set(nouns_of(level, after, span[1])) & DEFINITE
    ):
        checkable, rule = True, "object:definite"
    caring = TAKES_LEAD.match(level, *span) and all(verb in ATTITUDE for verb in verbs)
    if ROLE.search(level, *span) and rule != "phrase:measured" and not caring:
        checkable, rule = named, "phrase:role"
    return Phrase(span=span, checkable=checkable, rule=rule, object=object_of(level, after, span[1]))


def verdict(level: str, span: Span, verbs: list[str], after: int) -> tuple[bool, str]:
    """The verdict on a phrase and the rule that gave it."""
    if MEASURED.search(level, *span):
        return True, "phrase:measured"
    if PICTURES.search(level, *span):
        return False, "phrase:picture"
    if any(verb not in ORIENTING for verb in verbs):
        return True, "verb:act" if any(verb.split()[0] in KNOWN for verb in verbs) else "verb:unknown"
    nouns = nouns_of(level, after, span[1])
    if all(verb in ATTITUDE for verb in verbs):
        return False, "verb:attitude"
    if any(verb in VAGUE for verb in verbs):
        stepwise = any(noun in STEPWISE for noun in nouns)
        return stepwise, "object:stepwise" if stepwise else "verb:vague"
    return improvement(level, nouns, after, span[1])


def improvement(level: str, nouns: list[str], after: int, end: int) -> tuple[bool, str]:
    """The verdict on "improve X": something definite, a quality, or what a general word is of."""
    if not nouns or nouns[-1] in QUALITY or nouns[0] in QUALITY:
        return False, "object:quality"
    if any(noun in DEFINITE for noun in nouns):
        return True, "object:definite"
    if nouns[-1] in GENERAL:
        whole = {word[0].lower() for word in WORD.finditer(level, after, end)}
        return (True, "object:definite") if whole & DEFINITE else (False, "object:general")
    return (False, "object:quality") if set(nouns) & QUALITY else (True, "object:named")


def verbs_of(level: str, span: Span) -> tuple[list[str], int]:
    """The base forms of the verbs that open a phrase, without light ones, and where their object begins."""
    at, end = span
    verb = verb_at(level, at, end)
    while verb and (light := LIGHT.match(level, verb.span[0], end)):
        at = light.end()
        verb = verb_at(level, at, end)
    if verb and PASSIVE.match(level, verb.span[0], end):
        verb = verb_at(level, verb.span[1], end)
    if not verb:
        return [], at
    verbs, after = [acted(verb)], verb.span[1]
    if level.startswith((" and ", " or "), after):
        second = verb_at(level, after, end)
        if second and base(second.word) in KNOWN:
            return [*verbs, acted(second)], second.span[1]
    return verbs, after


def acted(verb: Verb) -> str:
    """The base form; with a particle an attitude becomes an act: "carry" but "carry out"."""
    plain = base(verb.word)
    return f"{plain} {verb.particle}" if verb.particle and plain not in IMPROVE else plain


def base(word: str) -> str:
    """The base form of a verb: "compiling" and "compiled" are "compile"."""
    lower = word.lower()
    if lower in KNOWN or not lower.endswith(("ing", "ed")):
        return lower
    stem = lower.removesuffix("ing").removesuffix("ed")
    return next((form for form in (stem, stem + "e", stem[:-1]) if form in KNOWN), lower)


def nouns_of(level: str, start: int, end: int) -> list[str]:
    """The words of the object up to its first preposition."""
    stop = PREPOSITION.search(level, start, end)
    return [word[0].lower() for word in WORD.finditer(level, start, stop.start() if stop else end)]


def object_of(level: str, start: int, end: int) -> Span | None:
    """The noun phrase that a verb acts on, short enough for a title; "reform of X" gives X."""
    start = past_determiner(level, start, end)
    if start >= end or PRONOUN.match(level, start, end):
        return None
    of = level.find(" of ", start, min(end, start + 60))
    if of > 0 and level[start:of].split()[-1].lower() in GENERAL:
        start = past_determiner(level, of + 3, end)
    stop = OBJECT_END.search(level, start, end)
    last = stop.start() if stop else end
    if last - start > LONGEST_OBJECT:
        cuts = [cut.start() for cut in OBJECT_CUT.finditer(level, start + 1, start + LONGEST_OBJECT)]
        last = cuts[-1] if cuts else level.rfind(" ", start, start + LONGEST_OBJECT)
    span = trimmed(level, start, last)
    if level.endswith(" such", *span):
        span = (span[0], span[1] - len(" such"))
    while span[1] > span[0] and level[span[1] - 1] in ".,":
        span = (span[0], span[1] - 1)
    return span if span[0] < span[1] else None


def past_determiner(level: str, start: int, end: int) -> int:
    """Where a noun phrase begins after its article."""
    match = DETERMINER.match(level, start, end)
    return match.end() if match else start
