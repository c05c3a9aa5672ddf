"""The places before a modal that grammar hides: a subject no comma parts off, and the clause of another.

In: a masked sentence and a modal's place. Out: a `Subject`, or whether the words before the modal open a
clause inside another ("standards that the provider" must require). What the modal binds stands in
`bindings`.
"""

from milepost.reading.english.chunks import Subject, chunks_of
from milepost.reading.patterns import pattern

EMBEDS = pattern(
    r"\b(?:(?:that|which|who|whom)\s*|(?:whose|whether|how|where|what|if|than|when"
    r"|as)(?:\s+[\w’'/-]+){0,5}\s*"
    r"|(?:that|which|whom)\s+(?:(?:the|an?|each|any|all|every|such|its|their|no)\s+[\w’'/-]+"
    r"|they|it|he|she|we|you|[A-Z][\w’'/-]*|[a-z]+s)"
    r"(?:\s+[\w’'/-]+){0,4}\s*)$"
)
EMBEDDING = frozenset("that which who whom whose whether how where what if than when as".split())
"""Words of which one opens each such clause."""
WORD = pattern(r"\w+")
RELATIVE_VERB = pattern(
    r"\b(?:that|which|whom)\s+(?:[a-z]+s\s+(?:the|an?|[a-z]+ing|[a-z]+s|[a-z]+|more|less"
    r"|over|to|in)\b|(?:fund|own|operate|use|hold|have|provide|receive|make|run|need|hire"
    r"|buy|sell|lead|serve|oversee|regulate|manage|employ|collect|process|issue|rely"
    r"|work)\b)|\bwhose\s+(?:[\w’'-]+\s+){1,2}(?:[a-z]+s|have|are|include|exceed)\s"
    r"|\b(?:that|which|whom)\s+(?:the\s+)?[A-Z][\w’'/ -]*\s(?:[a-z]+s|may deem "
    r"appropriate)\s*$"
)
AS_SOON = pattern(
    r"\b(?:such as|(?:how|whether|what|when|where) to|as (?:soon|far|quickly|early|often"
    r"|much) as (?:is )?(?:reasonably )?"
    r"(?:practicable|possible|feasible)|as (?:appropriate|necessary|needed|applicable)"
    r"|than (?:\d[\d,.]*|one|two|three|four|five|six|seven|eight|nine|ten|twelve|twenty|thirty|fifty|half))\b"
)
"""Turns of phrase with "as" that open no clause."""
COLLECTIVE = pattern(
    r"\s(?P<a>(?:(?:all|each|such|the|covered|affected|city|City|state|State|Federal) )*"
    r"(?:agenc(?:y|ies)|departments?|bureaus?|offices|agency heads|employees|officers|authorities|boards)"
    r"|(?:the )?[A-Z][\w&’'-]*(?:(?: of| and| for)? [A-Z][\w&’'-]*){0,6})\s*$"
)
PREPOSITIONS = frozenset("of to in by with for on at under from".split())


def collective_before(sentence: str, start: int, modal: int) -> Subject | None:
    """The subject after an opening that no comma closes: "In preparing messages agencies are directed"."""
    found = COLLECTIVE.search(sentence, start, modal)
    openers = (
        "Every ",
        "In ",
        "On ",
        "When ",
        "To ",
        "For ",
        "Upon ",
        "By ",
        "Within ",
        "Before ",
        "After ",
        "From ",
        "During ",
        "Since ",
        "Until ",
    )
    if found is None or not sentence.startswith(openers, start):
        return None
    before = sentence[start : found.start()].split()[-1:]
    if not before or before[0].lower() in PREPOSITIONS:
        return None
    return Subject(found.start("a"), (found.span("a"),), ())


def pronoun_before(sentence: str, start: int, modal: int) -> Subject | None:
    """A pronoun after an opening that no comma closes: "In partnership with the Trust we will"."""
    words = sentence[start:modal].rstrip()
    last = words.rsplit(" ", 1)[-1]
    if last not in ("we", "they", "it") or " " not in words:
        return None
    at = start + len(words) - len(last)
    return Subject(at, ((at, at + len(last)),), tuple(chunks_of(sentence, start, at)))


def embeds(words: str) -> bool:
    """Whether words before a modal open a clause of another one: "standards that the provider" (must
    require)."""
    tail = words[-120:]
    if EMBEDDING.isdisjoint(WORD.findall(tail)):
        return False
    if "as" in tail or " to" in tail or "than " in tail:
        tail = AS_SOON.sub(" ", tail)
    return bool(EMBEDS.search(tail)) and not RELATIVE_VERB.search(tail)
