"""What the first words of a sentence or an item say: a base verb, a period before it, or nothing to do yet.

In: a masked sentence. Out: places and answers. No record is made here.
"""

from milepost.reading.english.chunks import chunks_of, find_verb
from milepost.reading.english.frames import TRAIL
from milepost.reading.english.words import VERBS
from milepost.reading.patterns import pattern

WORD = pattern(r"\w+")
MODALS = (" shall ", " must ", " will ", " should ", " may ")
"""Most sentences that bind hold one of these between blanks; "may" only so, as the month is written "May"."""
DUTY_WORDS = frozenset(
    """shall must will should ought encouraged urged invited advised recommended enjoined exhorted
    discouraged directed required instructed obliged obligated called commissioned ordered expect
    expected requested tasked asked charged responsible agree agrees agreed undertake undertakes
    undertook committed commit commits pledge pledges pledged promised direct instruct orders
    request order responsibility prohibited restrained barred mandate mandates mandated requests
    urges invites calls asks recommend recommends encourage encourages directs instructs ask tasks
    decides resolves resolved""".split()
)
STEMS = (
    *"""shall must will should ought urge invit advis recommend enjoin exhort direct requir instruct oblig
    call commission order expect request task ask charg responsib agree undert commit pledge promis mandat
    prohibit restrain barred decide resolve""".split(),
    " to",
    "courag",
)
"""Letters of which each word that binds holds some: a sentence without them need not be cut into words."""
BEFORE_TO = frozenset("is are has have need needs duty obligation".split())
"""Words that bind where a "to" follows."""
BOUND_TO = pattern(r"\b(?:is|are|has|have|needs?|duty|obligation)(?: not)? to\b")


def binds(sentence: str) -> bool:
    """Whether a sentence holds a word that may bind."""
    if any(map(sentence.__contains__, MODALS)):
        return True
    lower = sentence.lower()
    if not any(map(lower.__contains__, STEMS)):
        return False
    words = WORD.findall(lower)
    if not DUTY_WORDS.isdisjoint(words):
        return True
    return "to" in words and not BEFORE_TO.isdisjoint(words) and BOUND_TO.search(lower) is not None


def first_is_verb(sentence: str) -> bool:
    """Whether a sentence opens with a base verb."""
    words = sentence.split(None, 2)
    return (
        bool(words)
        and words[0].strip(",*_").lower() in VERBS
        and not (len(words) > 1 and words[1].lower() in ("of", "is", "are", "was", "were"))
    )


def starts_recurring(sentence: str) -> bool:
    """Whether a sentence opens with a period and then a base verb: "Annually, by the end of the year,
    provide …"."""
    chunks = [part.split(None, 1)[0].lower() for part in sentence.split(", ")[:3] if part.split()]
    return (
        len(chunks) > 1
        and chunks[0]
        in (
            "annually",
            "quarterly",
            "monthly",
            "weekly",
            "within",
            "by",
            "immediately",
            "every",
            "each",
            "no",
        )
        and bool(set(chunks[1:]) & VERBS)
    )


def verb_of(sentence: str) -> int:
    """Where the verb of an imperative begins."""
    if first_is_verb(sentence):
        return 0
    return find_verb(sentence, 0, len(sentence))[0]


def item_verb(sentence: str) -> int:
    """Where the verb of a list item begins, after its own deadline and units; a leading "to" is passed
    over."""
    at = 3 if sentence[:3].lower() == "to " else 0
    word = sentence[at:].split(None, 1)[0].strip(",").lower() if sentence[at:].split() else ""
    if word in VERBS or word.endswith("ing"):
        return at
    verb, _ = find_verb(sentence, at, len(sentence.rstrip(TRAIL)))
    return verb if verb < len(sentence.rstrip(TRAIL)) else at


def has_verb(sentence: str) -> bool:
    """Whether an item says what to do: "publish the list" does, "within the report:" does not."""
    words = sentence.lower().replace(",", " ").replace(":", " ").split()
    return any(word in VERBS or word.endswith("ing") for word in words)


def only_opens(sentence: str) -> bool:
    """Whether an item has no verb of its own before its list: "in carrying out paragraph (1)—"."""
    chunks = chunks_of(sentence, 0, len(sentence.rstrip(" :—–-")))
    if not chunks or chunks[0].kind not in ("adverbial", "consult"):
        return False
    firsts = [sentence[chunk.start : chunk.end].split(" ", 1)[0].lower() for chunk in chunks[1:]]
    return not any(first in VERBS for first in firsts)


def ends_open(sentence: str) -> bool:
    """Whether an item is itself a lead-in of a list of verbs: "take steps to:"."""
    return (
        sentence.rstrip(" :").endswith((" to", "shall", "must", "following actions", "following steps"))
        or len(sentence.split()) < 4
    )
