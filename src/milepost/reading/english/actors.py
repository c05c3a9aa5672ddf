"""Who: the names of units in a noun phrase.

In: the text and the place of a phrase that names units ("the Harbour Secretary, the Trade Board, and other
agencies"). Out: `NamedUnit`s as printed, in order, with the class of the phrase (each, collective, open).
Names are not resolved here; "and" inside a name ("Department of Housing and Water") is kept.
"""

from msgspec import Struct

from milepost.ledger.origins import Span
from milepost.reading.english.chunks import TITLE_ALONE
from milepost.reading.english.words import UNIT_HEADS, VERBS
from milepost.reading.patterns import pattern
from milepost.reading.records import NamedUnit

STRIP = pattern(
    r"(?:(?:and|or|as well as|also|both|with|each of|all of|any of|the|a|an|those|these|such"
    r"|said|this|that|either|its|your|our|my|no|"
    r"in particular|between)\s+)+",
    ignore_case=True,
)
CUT = pattern(
    r"\s+(?:(?:is|are) (?:hereby )?(?:authori[sz]ed|directed|required|empowered) "
    r"|or (?:his|her|their|its|a|the)(?: or"
    r" (?:her|his))? designees?\b|as (?:the|may|it|they|he|she|deemed|determined"
    r"|appropriate|necessary|needed"
    r"|relevant|applicable|described)\b"
    r"|that (?:the|it|they) [^,;]{0,60}?deem"
    r"|(?:whom|which|who) (?:the|it|they|she|he) |deemed |determined by |designated by "
    r"|identified by |to be |pursuant to |established (?:by|in|under|pursuant)|(?:who|which"
    r"|that) (?:shall|must|will|may|should)\b"
    r"|convened (?:by|under)|within the (?:Department|Office|Ministry)|for (?:consideration"
    r"|the purpose|purposes)"
    r"|through (?:the|its|their|[A-Z])|described in|referred to|listed in|set (?:out|forth) "
    r"in|created (?:by|under|pursuant)|regarding|concerning"
    r"|with (?:expertise|experience|knowledge|an interest|a role|jurisdiction|responsibilit\w+)"
    r"|in [a-z]+ing\b|when \w|where \w|so that|in order|acting through|and in (?:consultation"
    r"|coordination|collaboration)"
    r"|in (?:developing|implementing|carrying|preparing|order|the|its|their|any|accordance"
    r"|connection|relation|setting|"
    r"drafting|designing|reviewing|planning|doing|each|this)\b)"
)
TO_VERB = pattern(
    r"\s+(?:fully |closely )?(?:(?:to|and to|and) (?P<v>[a-z]+)|(?:on|in order to|regarding"
    r"|concerning|about|for|before|by|until|within) (?:[a-z]+|\d))"
)
TRAILING_BRACKET = pattern(r"\s*\([^()]*\)\s*$")
SEPARATOR = pattern(r"\s*[,;]\s*(?:and\s+|or\s+|as well as\s+)?(?:with\s+)?")
AND = pattern(r"\s+(?:and|&|or|as well as)\s+(?:with\s+)?")
NEW_NAME = pattern(
    r"(?:the|other|any|each|all|its|such|every|relevant|appropriate|interested|affected"
    r"|heads?|representatives|local|"
    r"members|their|his|her|outside|external|private|third|those)\b|[a-z]+ (?:agencies"
    r"|offices|units|bodies|stakeholders|partners|departments)\b"
)
ACRONYM = pattern(r"[A-Z][A-Za-z&]*[A-Z][A-Za-z]*s?$")
PERSON = pattern(
    r"(?:(?:Cllr|Cllrs|Mr|Mrs|Ms|Dr|Chief|Supervisor|Clerk|Treasurer)\.? "
    r")?[A-Z][a-z’'-]+(?: [A-Z][a-z’'.-]+){0,2}$"
)
OPEN = pattern(
    r"\bother (?:\w+ ){0,3}\w+|\bas (?:the )?[\w ]{0,60}?(?:deem|determine)s?|\bas "
    r"(?:appropriate|needed)|\brelevant \w+|\betc\b",
    ignore_case=True,
)
HALF_WORDS = frozenset(
    "relevant appropriate state federal national public private local regional other central tribal".split()
)
"""Words that only begin a name: "State and local boards" is one."""
NOUNS_TOO = frozenset(
    "research trade market staff plan support state fund land transfer supply access work".split()
)
VERBS_ONLY = VERBS - NOUNS_TOO
PLURAL_HEAD = pattern(
    r"(?:the |The )?(?:Commissioners|Directors|Secretaries|Departments|departments|Ministers|Ministries"
    r"|Chairs|Mayors|Governors|Offices|Bureaus|Chiefs) of "
)
"""One head for several names: "the Commissioners of Parks, Health and Transport"."""
DESIGNEE = pattern(r"(?:his|her|their|its)(?: or (?:her|his|their))? designees?")
HEADS_OF = pattern(r"(?:the )?heads? of ", ignore_case=True)
PLACEHOLDER = frozenset(
    ("tbc", "tbd", "tba", "none", "n/a", "-", "–", "—", "to be confirmed", "nil", "vacant", "")
)
PRONOUNS = frozenset(
    ("it", "they", "he", "she", "we", "i", "you", "who", "there", "one", "which", "that", "this")
)

GERUND_PHRASE = pattern(
    r"[a-z]+ing (?:the|a|an|its|their|all|such|this|these|and)\b|(?:as|to|for|by|with|in|on|from|of|at) "
)
""""encouraging the adoption of …" is what is done, and names nobody."""
EACH_OTHER = frozenset(("each other", "one another", "others", "other"))
NOBODY = PLACEHOLDER | EACH_OTHER
BARE_TITLES = frozenset("secretary director commissioner administrator minister comptroller".split())
"""Titles that stand alone for a full one: "the Secretary" for the Secretary of Trade."""
CLOSING = {'"': '"', "“": "”", "‘": "’", "'": "'", "(the ": ")"}
"""What closes a title that is defined, by what opens it."""
DEFINED = pattern(rf"([\"“‘'(](?:the )?)({'|'.join(sorted(BARE_TITLES))})([\"”’')])")


SPLITTING = pattern(r"[(),;]")


class Names(Struct, frozen=True):
    """The units of a phrase; `open_list` says that the phrase leaves the list open."""

    units: tuple[NamedUnit, ...] = ()
    open_list: bool = False


def find_names(text: str, parts: tuple[Span, ...] | list[Span], cut_at_verb: bool = False) -> Names:
    """The units named in the parts of a phrase; `cut_at_verb` ends each name before "to develop"."""
    pieces: list[Span] = []
    for start, end in parts:
        pieces += split_commas(text, start, end)
    pieces = whole_names(text, pieces)
    if shares_head(text, pieces):
        shared = clean(text, (pieces[0][0], pieces[-1][1]), cut_at_verb)
        return Names((shared,) if shared else ())
    closed = len(pieces) > 1 and any(
        text[max(0, a - 5) : a].rstrip().endswith(("and", "or")) for a, _ in pieces[-1:]
    )
    spans: list[Span] = []
    first = text[pieces[0][0] : pieces[0][1]] if pieces else ""
    for index, (start, end) in enumerate(pieces):
        last = index == len(pieces) - 1
        spans += split_ands(text, start, end, first, in_list=len(pieces) > 1, splits=last and not closed)
    units = [unit for span in spans if (unit := clean(text, span, cut_at_verb))]
    phrase = text[parts[0][0] : parts[-1][1]] if parts else ""
    return Names(tuple(units), bool(OPEN.search(phrase)))


def split_commas(text: str, start: int, end: int) -> list[Span]:
    """The stretches between commas outside brackets; semicolons win where there are any."""
    depth, cuts, at = 0, [], start
    mark = ";" if ";" in text[start:end] else ","
    if text.find(mark, start, end) < 0:
        return [trimmed(text, start, end)] if text[start:end].strip() else []
    for sign in SPLITTING.finditer(text, start, end):
        letter = sign.group()
        depth += (letter == "(") - (letter == ")")
        if letter == mark and depth <= 0:
            cuts.append((at, sign.start()))
            at = sign.end()
    cuts.append((at, end))
    return whole_names(text, [trimmed(text, a, b) for a, b in cuts if text[a:b].strip()])


def whole_names(text: str, spans: list[Span]) -> list[Span]:
    """Stretches joined where the first is only half a name: "State, local, and territorial offices"."""
    joined: list[Span] = []
    for start, end in spans:
        if not text[start:end].strip():  # nothing was left between two commas
            continue
        if (
            len(spans) == 2
            and joined
            and TITLE_ALONE.match(text[slice(*joined[-1])])
            and text[start].isupper()
            and "and" not in text[joined[-1][1] : start]
        ) or (
            joined
            and text[slice(*joined[-1])].split()[-1].lower() in HALF_WORDS
            and " of " not in text[slice(*joined[-1])]
        ):
            joined[-1] = (joined[-1][0], end)
        else:
            joined.append((start, end))
    return joined


def shares_head(text: str, pieces: list[Span]) -> bool:
    """Whether one head stands for a whole list: "the Commissioners of Parks, Health and Transport"."""
    headed = len(pieces) > 1 and PLURAL_HEAD.match(text, *pieces[0])
    return bool(headed) and not any(names_unit(text[start:end]) for start, end in pieces[1:])


def names_unit(words: str) -> bool:
    """Whether words name a unit by themselves, after "the" or by their head."""
    rest = words.removeprefix("and ").removeprefix("or ")
    return rest.startswith(("the ", "The ")) or any(word.lower() in UNIT_HEADS for word in rest.split())


def trimmed(text: str, start: int, end: int) -> Span:
    """Blanks and a leading "and" left out."""
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if text.startswith(("and ", "or "), start):
        for word in ("and ", "or "):
            start += len(word) if text.startswith(word, start) else 0
    if text.endswith((" and", " or"), start, end):
        for word in (" and", " or"):
            end -= len(word) if text.endswith(word, start, end) else 0
    return start, end


def split_ands(text: str, start: int, end: int, first: str, in_list: bool, splits: bool) -> list[Span]:
    """A stretch at the "and" between two names, where the words on both sides show that it is one."""
    for found in AND.finditer(text, start, end):
        left, right = text[start : found.start()], text[found.end() : end]
        if found.group().endswith("with ") or joins_names(left, right, first, in_list and splits):
            return [(start, found.start()), *split_ands(text, found.end(), end, first, in_list, splits)]
    return [(start, end)]


def joins_names(left: str, right: str, first: str, last_of_list: bool) -> bool:
    """Whether "and" stands between two names rather than inside one."""
    if ("(" in left and ")" not in left) or DESIGNEE.match(right):
        return False
    if joins_small(left, right):
        return True
    if NEW_NAME.match(right):
        half = left.split()[-1].lower() in HALF_WORDS and " of " not in left
        return not half and " between " not in f" {left} "
    if ACRONYM.match(right.split(" (")[0]) or (ACRONYM.match(left) and right[:1].isupper()):
        return True
    if HEADS_OF.match(left) and right.islower() and " " not in right:
        return False
    words = (*left.split(), *right.split())
    persons = PERSON.match(left) and PERSON.match(right) and (len(words) > 2 or len(left) < 12)
    if persons and not any(word.lower() in UNIT_HEADS for word in words):
        return True
    if left.startswith(("the ", "The ", "each ")) or first.startswith(("the ", "The ")):
        return last_of_list and ends_name(left) and (ends_name(right) or right[:1].islower())
    if left[:1].islower() and " " in left and " " in right and not HEADS_OF.match(left):
        return last_of_list or (right[:1].islower() and whole_plural(left) and whole_plural(right))
    return ends_name(left) and ends_name(right) if left[:1].isupper() else last_of_list


def joins_small(left: str, right: str) -> bool:
    """Whether "and" parts two collectives of one small word each: "industry and colleges"."""
    return (
        left.isalpha()
        and right.isalpha()
        and left.islower()
        and right.islower()
        and (right in UNIT_HEADS or left in UNIT_HEADS)
    )


def whole_plural(words: str) -> bool:
    """Whether small words are a collective by themselves: "dam operators"."""
    head = head_of(words)
    return head.endswith("s") and head in UNIT_HEADS


def ends_name(words: str) -> bool:
    """Whether words are a whole name by themselves: they end in, or begin with, the head of a unit's name."""
    bare = TRAILING_BRACKET.sub("", words).split()
    if not bare:
        return False
    heads = {word.lower().strip(",.’'") for word in (bare[-1], bare[0])} | {
        w.lower() for w in bare[:-1] if w != "of"
    }
    return bare[-1].lower().strip(".,") in UNIT_HEADS or (" of " in words and bool(heads & UNIT_HEADS))


def clean(text: str, span: Span, cut_at_verb: bool) -> NamedUnit | None:
    """The name without determiner, tail and closing bracket; None for a pronoun or a placeholder."""
    start, end = trimmed(text, *span)
    if lead := STRIP.match(text, start, end):
        start = lead.end()
    for form in (CUT, TO_VERB) if cut_at_verb else (CUT,):
        for tail in form.finditer(text, start, end):
            if tail.group().strip().startswith("for the") and text[tail.end() + 1 : tail.end() + 2].isupper():
                continue
            joint = form is TO_VERB and tail.group().split()[-2:-1] == ["and"]
            if form is CUT or not tail["v"] or tail["v"] in (VERBS_ONLY if joint else VERBS):
                end = tail.start()
                break
    words = text[start:end]
    if ")" in words and (bracket := TRAILING_BRACKET.search(words)):
        end = start + bracket.start()
    end = start + len(text[start:end].rstrip(" .,;:*_"))
    name = text[start:end]
    if GERUND_PHRASE.match(name) or name.lower() in PRONOUNS:
        return None
    if not name or name.lower() in NOBODY or len(name) > 200:
        return None
    return NamedUnit(name=" ".join(name.split()), span=(start, end))


def head_of(phrase: str) -> str:
    """The lower-case head noun of a noun phrase: "the annual report on leaks" is `report`."""
    words: list[str] = []
    for word in phrase.replace("'s ", "’s ").split("’s ")[-1].split():
        core = word.strip(",.;:\"“”‘’'()*_").lower()
        opens = len(words) == 1 and words[0] in OPEN_NAMES
        if words and not opens and (core in HEAD_STOPS or (core.endswith("ing") and words[-1] in UNIT_HEADS)):
            break
        if core:
            words.append(core)
    return words[-1] if words else ""


OPEN_NAMES = frozenset("a an the each every any all no this such".split())
"""Words before a name; "each working group" has its head still to come."""
HEAD_STOPS = frozenset(
    """of that which who whom with for in referred described required established to on under pursuant within
    having represented providing provided created issued from by at as and or developed submitted set made
    using between prepared adopted located concerning regarding including involved working responsible
    receiving conducting whose where operating outside inside above below over than higher lower larger
    greater""".split()
)


def defined_titles(text: str) -> frozenset[str]:
    """The bare titles that the text itself defines: "the Director of Ports (the “Director”)"."""
    found = DEFINED.findall(text.lower())
    return frozenset(title for opens, title, closes in found if CLOSING.get(opens) == closes)
