"""What a row of minutes finds: an item, and the words that all readers of rows need.

In: nothing. Out: `Item`, the verbs and heads that make none, and the end of an item before its owner. How
a match becomes items stands in `minute_readers`, `minute_resolutions` and `minute_owned`.
"""

import re

from msgspec import Struct

from milepost.ledger.origins import Span
from milepost.ledger.records import Strength
from milepost.reading.patterns import pattern

TAIL_INITIALS = pattern(
    r"(?:…|\.{3,}|\s{2,}|\s[–-]\s"
    r"|\[|\()\s*(?:(?:ACTION|Action|action)s?:?\s*)?(?P<who>[A-Z]{2,3}(?:\s?[/&,]\s?[A-Z]{2,3})*)[\])]?[.\s]*$"
)
NO_VERB = frozenset(
    "know that should would could shall must can did not said went got took gave made told spoke sent "
    "thought felt left met kept held ran paid bought read saw "
    "is are be been being were did does annual monthly next last new old and or "
    "the a an to of for on in at with was had has may not who will no none by from".split()
)
VOTE_DOES = frozenset(
    "approve adopt accept receive ratify table adjourn postpone defer appoint elect nominate note confirm "
    "endorse acknowledge recess convene reconvene dispense amend excuse reappoint second".split()
)
"""What a vote does by itself, so that nothing is left to do."""
EVENT_HEADS = frozenset(
    (
        "meeting meetings event events session hearing truck election training report motion "
        "proposal decision plan needs request permission letter application effort efforts ability"
        " invitation opportunity approval way right need quote moved volunteered agreed notice"
    ).split()
)
STRENGTHS: dict[str, Strength] = {
    "modal:agreed": "commitment",
    "minutes:has-to": "commitment",
    "modal:will": "commitment",
    "minutes:recommended": "advisory",
    "minutes:encouraged": "advisory",
    "minutes:suggested": "advisory",
    "minutes:agreed-name": "commitment",
    "minutes:and-will": "commitment",
}


class Item(Struct, frozen=True):
    """What a row found: who, from where to where, where the verb begins; `due` is a date by itself."""

    rule: str
    start: int
    verb: int
    end: int
    who: Span | None
    strength: Strength = "mandatory"
    trigger: Span | None = None
    due: Span | None = None


def who_is_nobody(match: re.Match[str]) -> bool:
    """Whether the words before the verb name a thing: "Motion to adjourn"."""
    who = match.groupdict().get("who")
    return who is not None and bool(who.split()) and who.split()[-1].lower() in EVENT_HEADS


def plain_verb(word: str) -> bool:
    """Whether a word after a name in a list of duties may be its verb ("Ann talk to …")."""
    return not word.endswith(("s", "ed", "ly", "ing")) and word not in NO_VERB


def ending(sentence: str) -> int:
    """The end of a sentence without its closing marks."""
    return len(sentence.rstrip(" .;,:\n"))


def tail_cut(sentence: str, end: int) -> int:
    """The end of an item before the initials of its owner."""
    found = TAIL_INITIALS.search(sentence, 0, end)
    return found.start() if found else end
