"""Words that bind: modals, passive directions, and verbs by which one party directs another.

In: a masked sentence. Out: `Mark`s in order, each with its rule, strength and polarity, and where the verb
phrase after it is to be looked for. Who is bound and whether it is a duty at all is read elsewhere.
"""

import re
from collections.abc import Iterator
from typing import Literal

from msgspec import Struct

from milepost.ledger.records import Strength
from milepost.reading.english.likely import places_of
from milepost.reading.english.words import VERBS
from milepost.reading.patterns import pattern

MODAL = pattern(
    r"\b(?:(?P<encouraged>(?:is|are|was|were|be|(?:has |have )?been)"
    r"(?: (?:also|hereby|strongly|further|therefore"
    r"|urgently|therefore)){0,2} (?:encouraged|urged|invited|advised|recommended|enjoined|exhorted))"
    r"|(?P<discouraged>(?:is|are)(?: (?:also|hereby|strongly|generally))? discouraged from)"
    r"|(?P<directed>(?:is|are|was|were|be|(?:has |have )?been|will be|shall be)"
    r"(?: (?:also|hereby|further|jointly|authori[sz]ed and|authori[sz]ed,? instructed and)){0,2}"
    r" (?:directed|required|instructed|ordered|expected|requested|tasked|asked|charged|mandated"
    r"|commissioned|obliged|obligated|called (?:up)?on))"
    r"|(?P<bound>(?:has|have|is under|are under) (?:an?|the) (?:\w+ )?"
    r"(?:duty|obligation|responsibility) to"
    r"|(?:has|have|needs?) to)"
    r"|(?P<shall>shall|must|(?:is|are)(?: not)? to)|(?P<will>will)|(?P<should>should|ought to)"
    r"|(?P<responsible>(?:is|are|remains?)(?: (?:also|then|each|jointly|solely))? responsible for)"
    r"|(?P<prohibited>(?:is|are) (?:hereby )?(?:prohibited|restrained|barred|enjoined) from)"
    r"|(?P<agreed>(?:has |have |will |also |therefore |hereby |further ){0,3}(?:agreed|agrees|agree"
    r"|undertakes|undertook|undertake"
    r"|commits?|committed|offered|volunteered|promised|pledges?|pledged|resolves?|resolved)"
    r"(?: (?:itself|themselves|ourselves))? to)"
    r"|(?P<may>may))\b(?P<not> not\b)?"
)
MODAL_OPENS = pattern(
    r"\b(?:is|are|was|were|be|has|have|been|will|shall|needs?|must|should|ought|remains?|also|therefore|hereby"
    r"|further|agree[ds]?|undertakes?|undertook|commits?|committed|offered|volunteered|promised|pledge[ds]?"
    r"|resolve[ds]?|may)\b"
)
"""The first words of the forms above."""
PLAIN_MODAL = pattern(
    r"\b(?:(?P<shall>shall|must|(?:is|are)(?: not)? to)|(?P<will>will)|(?P<should>should|ought to)"
    r"|(?P<may>may))\b(?P<not> not\b)?"
)
PLAIN_OPENS = (
    "shall",
    "must",
    "is to",
    "are to",
    "is not to",
    "are not to",
    "will",
    "should",
    "ought to",
    "may",
)
"""How the plain modals begin."""
LONG_FORMS = (
    *"""encouraged urged invited advised recommended enjoined exhorted discouraged directed required
    instructed ordered expected
    requested tasked asked charged mandated responsible prohibited restrained barred agree
    underta undertook commit offered volunteered promised pledge resolve oblig called""".split(),
    " has ",
    " have ",
    " need",
    " under a",
)
"""Words of the longer forms; most sentences have none, and the plain modals are far cheaper to look for."""
STRENGTHS: dict[str, Strength] = {
    "shall": "mandatory",
    "bound": "mandatory",
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
NO_VERB = frozenset(
    """the a an all any each every both either its their his her our your this that these those such it them
    us me you him which whom what whose where when date information""".split()
)
LIMIT = pattern(r" not (?:later|earlier|sooner|more|less|fewer) than\b")
"""The "not" of a limit refuses nothing: "shall not later than 3 May publish" is a duty to publish."""
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
    for match in modals_of(sentence):
        kind = (
            match.lastgroup
            if match.lastgroup != "not"
            else next(k for k in STRENGTHS if match.groupdict().get(k))
        )
        if kind == "agreed" and not opens_verb(sentence, match.end()):
            continue
        word = match[kind or "shall"].split()[-1]
        limited = match["not"] is not None and LIMIT.match(sentence, match.start("not")) is not None
        refused = match["not"] is not None and not limited
        refrain = refused or " not " in match.group() or kind in ("discouraged", "prohibited")
        marks.append(
            Mark(
                rule=f"modal:{word if kind in ('shall', 'will', 'should', 'may') else kind}",
                start=match.start(),
                end=match.start("not") if limited else match.end(),
                strength=STRENGTHS[kind or "shall"],
                polarity="refrain" if refrain else "do",
                needs_to=kind in ("encouraged", "directed"),
                is_permission=kind == "may" and not refused,
            )
        )
    return marks


def modals_of(sentence: str) -> Iterator[re.Match[str]]:
    """The binding words of a sentence; where a longer form may stand, only words that open one are looked
    at."""
    if not any(map(sentence.__contains__, LONG_FORMS)):
        for at in places_of(PLAIN_OPENS, sentence, 0, len(sentence)):
            if found := PLAIN_MODAL.match(sentence, at):
                yield found
        return
    end = 0
    for opened in MODAL_OPENS.finditer(sentence):
        found = MODAL.match(sentence, opened.start()) if opened.start() >= end else None
        if found:
            yield found
            end = found.end()


def opens_verb(sentence: str, at: int) -> bool:
    """Whether a verb or a list follows: "agrees to recommendation 1" binds nobody to anything."""
    following = sentence[at : at + 40].split()
    first = following[0].strip(",.;").lower() if following else ":"
    return first in VERBS or first.endswith(("ly", "ing", ":")) or first in ("be", "have", "not", "also")


def to_verb_after(sentence: str, start: int, end: int) -> tuple[int, int] | None:
    """The "to" that opens the verb phrase of a direction: its start, and the start of the verb."""
    at, other = start, None
    while (at := sentence.find("to ", at, end)) >= 0:
        word = sentence[at + 3 : at + 40].split()
        clear = at == 0 or sentence[at - 1] in " ,;"
        following = [w.strip(",.;:").lower() for w in word[:2]]
        adverb = bool(following) and following[0].endswith("ly")
        if clear and following and (following[0] in VERBS or (adverb and following[-1] in VERBS)):
            return at, at + 3
        if other is None and clear and following and following[0].isalpha() and word[0][0].islower():
            noun = following[0].endswith("s") or following[0] in NO_VERB
            other = None if noun else (at, at + 3)
        at += 3
    return other
