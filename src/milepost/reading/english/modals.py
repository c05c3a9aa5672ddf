"""Words that bind: modals, passive directions, and verbs by which one party directs another.

In: a masked sentence. Out: `Mark`s in order, each with its rule, strength and polarity, and where the verb
phrase after it is to be looked for. Who is bound and whether it is a duty at all is read elsewhere.
"""

from typing import Literal

from msgspec import Struct

from milepost.ledger.records import Strength
from milepost.reading.english.words import VERBS
from milepost.reading.patterns import pattern

MODAL = pattern(
    r"\b(?:(?P<encouraged>(?:is|are|was|were)(?: (?:also|hereby|strongly|further|therefore"
    r"|urgently)){0,2} (?:encouraged|urged|invited|advised))"
    r"|(?P<discouraged>(?:is|are)(?: (?:also|hereby|strongly|generally))? discouraged from)"
    r"|(?P<directed>(?:is|are|was|were|will be)(?: (?:also|hereby|further|authorized and"
    r"|authorised and)){0,2}"
    r" (?:directed|required|instructed|ordered|expected|requested|tasked|asked|charged|mandated))"
    r"|(?P<shall>shall|must|is to|are to)|(?P<will>will)|(?P<should>should|ought to)"
    r"|(?P<responsible>(?:is|are|remains?)(?: (?:also|then|each|jointly|solely))? responsible for)"
    r"|(?P<prohibited>(?:is|are) prohibited from)"
    r"|(?P<agreed>(?:has |have )?(?:agreed|agrees|agree|undertakes|undertook|undertake"
    r"|commits|committed|offered|volunteered|promised|pledges) to)"
    r"|(?P<may>may))\b(?P<not> not\b)?"
)
PLAIN_MODAL = pattern(
    r"\b(?:(?P<shall>shall|must|is to|are to)|(?P<will>will)|(?P<should>should|ought to)"
    r"|(?P<may>may))\b(?P<not> not\b)?"
)
LONG_FORMS = tuple(
    """encouraged urged invited advised discouraged directed required instructed ordered expected requested
    tasked asked charged mandated responsible prohibited agree underta undertook commit offered
    volunteered promised pledges""".split()
)
"""Words of the longer forms; most sentences have none, and the plain modals are far cheaper to look for."""
STRENGTHS: dict[str, Strength] = {
    "shall": "mandatory",
    "will": "commitment",
    "should": "advisory",
    "encouraged": "advisory",
    "discouraged": "advisory",
    "directed": "mandatory",
    "responsible": "mandatory",
    "prohibited": "mandatory",
    "agreed": "commitment",
    "may": "mandatory",
}
SOFT_DIRECTING = ("urge", "invit", "call", "recommend", "encourag")


class Mark(Struct, frozen=True):
    """A word that binds, at [start, end) of the sentence; `needs_to` says that the verb follows a "to"."""

    rule: str
    start: int
    end: int
    strength: Strength
    polarity: Literal["do", "refrain"] = "do"
    needs_to: bool = False
    is_permission: bool = False


def find_marks(sentence: str) -> list[Mark]:
    """The binding words of a sentence in order."""
    marks = []
    form = MODAL if any(word in sentence for word in LONG_FORMS) else PLAIN_MODAL
    for match in form.finditer(sentence):
        kind = (
            match.lastgroup
            if match.lastgroup != "not"
            else next(k for k in STRENGTHS if match.groupdict().get(k))
        )
        word = match[kind or "shall"].split()[-1]
        refrain = bool(match["not"]) or kind in ("discouraged", "prohibited")
        marks.append(
            Mark(
                rule=f"modal:{word if kind in ('shall', 'will', 'should', 'may') else kind}",
                start=match.start(),
                end=match.end(),
                strength=STRENGTHS[kind or "shall"],
                polarity="refrain" if refrain else "do",
                needs_to=kind in ("encouraged", "directed"),
                is_permission=kind == "may" and not match["not"],
            )
        )
    return marks


def to_verb_after(sentence: str, start: int, end: int) -> tuple[int, int] | None:
    """The "to" that opens the verb phrase of a direction: its start, and the start of the verb."""
    at = start
    while (at := sentence.find("to ", at, end)) >= 0:
        word = sentence[at + 3 : at + 40].split()
        clear = at == 0 or sentence[at - 1] in " ,;"
        following = [w.strip(",.;:").lower() for w in word[:2]]
        adverb = bool(following) and following[0].endswith("ly")
        if clear and following and (following[0] in VERBS or (adverb and following[-1] in VERBS)):
            return at, at + 3
        at += 3
    return None
