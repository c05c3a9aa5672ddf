"""Which rows of minutes a sentence may concern: those of which a plain word stands in it.

In: a masked sentence. Out: rows of `minute_rows`, in their order.
"""

from milepost.reading.english.likely import Likely
from milepost.reading.english.minute_rows import ORDERS, ROWS
from milepost.reading.patterns import Rule

ASKED = (
    "asked directed instructed requested tasked told authori invited charged commissioned mandated required "
    "urged encouraged called"
).split()
TOLD = tuple(ASKED)
WORDS = {
    "minutes:resolved-on": ("That ",),
    "minutes:resolved": ("that ", "That ", "THAT "),
    "minutes:motion-that": ("that",),
    "minutes:recommended": ("should",),
    "minutes:directed": (
        *TOLD,
        *(word.upper() for word in TOLD),
        *(word.capitalize() for word in TOLD),
        " want",
    ),
    "minutes:was-asked": TOLD,
    "minutes:agreed-ask": ("greed", "esolved", "ecided", "oted", "AGREED", "RESOLVED"),
    "minutes:lacks": ("eed ", "eeds "),
    "minutes:dash-verb": (" – ", " — ", " - "),
    "minutes:told": (
        "instructed to",
        "directed to",
        "asked to",
        "requested to",
        "tasked to",
        "zed to",
        "sed to",
    ),
    "minutes:plans-on": (" on ",),
    "minutes:someone": ("omeone ", "omebody "),
    "minutes:encouraged": ("encouraged", "urged", "reminded", "advised"),
    "minutes:constituted": ("constituted", "established", "set up", "formed", "appointed"),
    "minutes:decided": ("decided", "voted", "resolved", "chose", "elected"),
    "minutes:resolved-to": (
        "t was ",
        "onsensus",
        "econded by",
        "esolved",
        "RESOLVED",
        "AGREED",
        "Agreed",
        "Voted",
    ),
    "modal:agreed": (" agree", "offered", "volunteered", "undert", "promised"),
    "minutes:initials": (" to ",),
    "minutes:action": ("Action", "ACTION"),
    "minutes:motion-directs": ("otion", "oved"),
    "minutes:motion": ("otion", "oved"),
    "modal:will": ("will", "shall", "must", "would", "should"),
    "minutes:has-to": (" need", " ha", " going ", " plan", " intend"),
    "minutes:needs": ("need",),
    "minutes:due": (" due ",),
    "minutes:to-be": ("to be ",),
    "minutes:agreed-name": ("t was ",),
    "minutes:asks-that": (" that ",),
    "minutes:be": (" be ",),
    "minutes:for-name": (" for ",),
    "minutes:order": ORDERS,
    "minutes:please": (" please ",),
    "minutes:wants": ("need", "equire"),
    "minutes:stays": ("stay ", "remain ", " into ", " come ", " go "),
    "minutes:suggested": ("uggest", "ecommend", "ropose"),
    "minutes:bare": (" to ", "Will ", "Please "),
    "minutes:officers": (" to ",),
    "minutes:and-will": (" and ", " but "),
    "minutes:no": ("No ", " no "),
    "minutes:may-not": ("not ",),
    "minutes:passive": ("be ", "get ", "remain ", "stay "),
    "minutes:closed": (" until ", " till "),
}
"""The words a row cannot do without; a row that has none here may concern any sentence."""
LIKELY = Likely((row, WORDS.get(row.name, ())) for row in ROWS)


def rows_for(sentence: str) -> list[Rule]:
    """The rows that may fire in a sentence, in their order."""
    return LIKELY.of(sentence)
