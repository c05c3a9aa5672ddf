"""Who takes part, and what comes first: consultation relations and cross references.

In: the text, and the ranges or the verb phrase of a duty. Out: `Supporting` units with the printed words
that say how, and `Reference`s to other measures of the same document. The lead stands in `actors`; links
are made from references elsewhere.
"""

import itertools

from milepost.ledger.origins import Span
from milepost.ledger.records import Lag, Offset
from milepost.reading.english.actors import find_names
from milepost.reading.english.chunks import Range, chunks_of
from milepost.reading.english.lengths import NUMBER, UNIT, offset_of
from milepost.reading.english.words import VERBS
from milepost.reading.patterns import Rule, pattern
from milepost.reading.records import Supporting
from milepost.reading.references import Reference

RELATIONS = (
    Rule(
        "relation:in-with",
        pattern(
            r"\b(?P<r>(?:in|after|following|upon|initiate|through)(?: (?:close|full|appropriate"
            r"|prior|due|regular|further))* "
            r"(?:consultation|coordination|co-ordination|collaboration|cooperation|co-operation|partnership|"
            r"conjunction|concert|liaison) with)\s+",
            ignore_case=True,
        ),
    ),
    Rule(
        "relation:with-support",
        pattern(
            r"\b(?P<r>(?:with|under) (?:the )?(?:support|assistance|help|advice|guidance|agreement"
            r"|concurrence|approval|input|contributions?|backing|"
            r"participation|involvement) (?:from|of))\s+",
            ignore_case=True,
        ),
    ),
    Rule(
        "relation:verb-with",
        pattern(
            r"\b(?P<r>(?:consult(?:ing)?|work(?:ing)?|engag(?:e|ing)|collaborat(?:e|ing)"
            r"|cooperat(?:e|ing)|co-operat(?:e|ing)|coordinat(?:e|ing)|liais(?:e|ing)"
            r"|partner(?:ing)?"
            r"|check|confer|(?:establish|build|form|enter into) (?:[\w-]+ ){0,3}partnerships?)(?: "
            r"\w+ly)?(?:,[^,;]{3,40},)? with)\s+",
            ignore_case=True,
        ),
    ),
    Rule(
        "relation:assisted",
        pattern(r"\b(?P<r>(?:accompanied|assisted|supported|advised) by)\s+", ignore_case=True),
    ),
    Rule("relation:consult", pattern(r"\b(?P<r>[Cc]onsult) +")),
    Rule(
        "relation:together",
        pattern(
            r"\b(?P<r>jointly with|together with|after consulting(?: with)?|alongside)\s+", ignore_case=True
        ),
    ),
)
RELATION_WORDS = (" with", "with ", "under ", "alongside", "consult", "ed by")
"""Words of which each relation holds one."""
SHARED = tuple("consult coordinat co-ordinat collaborat cooperat co-operat partner liais".split())
NEEDED = {
    "relation:in-with": (*SHARED, "conjunction", "concert"),
    "relation:with-support": ("with ", "under "),
    "relation:verb-with": (*SHARED, "work", "engag", "check", "confer"),
    "relation:assisted": ("accompanied by", "assisted by", "supported by", "advised by"),
    "relation:consult": ("consult ",),
    "relation:together": ("jointly with", "together with", "after consulting", "alongside"),
}
"""Words without one of which a row is not tried: they are far cheaper to look for."""
AND_VERB = pattern(r"and (?P<v>[a-z]+) ")
""""coordinate with and support agencies": the second verb has the same object."""
NOT_CONSULTED = frozenset("with on about widely and or publicly upon regarding over".split())

LABEL = r"(?P<label>\d{1,2}(?:\.\d{1,2})*(?:\([A-Za-z0-9]{1,4}\))*|(?:\([A-Za-z0-9]{1,4}\))+|[A-Z]\d{1,2})"
KIND_WORD = (
    r"(?:section|sections|sec\.|subsection|subsections|paragraph|paragraphs|para\.?|article"
    r"|articles|item|items|measure|measures|"
    r"action|actions|step|task|point|clause|commitment|recommendation)"
)
MAKER = (
    r"(?:described|required|set out|set forth|referred to|developed|established|identified"
    r"|issued|created|mentioned|called for|"
    r"listed|named|provided for|prepared|produced|designated|specified|under|pursuant|made"
    r"|conducted|submitted|published|adopted)"
)
COMPLETION = (
    r"(?:(?:the )?(?:completion|submission|publication|issuance|establishment|development"
    r"|adoption|approval|receipt|"
    r"delivery|release|issue|signing|entry into force|launch|submitting|completing|issuing"
    r"|publishing|establishing|"
    r"developing|receiving|finalisation|finalization) (?:of )?)"
)
REFERENCE_RULES = (
    Rule(
        "reference:lag-label",
        pattern(
            rf"\b(?:within|no later than|not later than) (?P<n>{NUMBER}) (?P<u>{UNIT}) (?:of|after"
            rf"|from|following)"
            rf" {COMPLETION}?(?P<noun>(?:the |its )?[^,;.()]{{3,80}}?) (?:{MAKER}|in"
            rf"|under)[^,;.]{{0,30}}? ?{KIND_WORD} {LABEL}",
            ignore_case=True,
        ),
    ),
    Rule(
        "reference:lag-noun",
        pattern(
            rf"\b(?:within|no later than|not later than) (?P<n>{NUMBER}) (?P<u>{UNIT}) (?:of|after"
            rf"|from|following)"
            rf" {COMPLETION}(?P<noun>[^,;.()]{{3,80}}?)(?:[,;.(]|$| shall\b| must\b| will\b)",
            ignore_case=True,
        ),
    ),
    Rule(
        "reference:once-label",
        pattern(
            rf"\b(?:once|after|following|upon|when|as soon as|until) "
            rf"(?:{COMPLETION})?(?P<noun>[^,;.()]{{0,80}}?)"
            rf"\b{KIND_WORD} {LABEL}(?: (?:is|are|has been|have been) (?:complete|completed|done"
            rf"|finished|issued|published|"
            r"adopted|submitted|in force|approved))?",
            ignore_case=True,
        ),
    ),
    Rule(
        "reference:once-noun",
        pattern(
            r"\b(?:once|after|as soon as|when|until) (?P<noun>(?:the |such |its )?[^,;.()]{3,60}?) "
            r"(?:is|are|has been|have been) "
            r"(?:complete|completed|done|finished|issued|published|adopted|submitted|in force"
            r"|approved|established|"
            r"developed|defined|received|launched|signed|ready)\b",
            ignore_case=True,
        ),
    ),
    Rule(
        "reference:uses-label",
        pattern(
            rf"\b(?P<noun>(?:the |those |such )?[a-z][a-z -]{{2,60}}?) {MAKER}(?: \w+){{0,3}}? "
            rf"{KIND_WORD} {LABEL}",
            ignore_case=True,
        ),
    ),
    Rule(
        "reference:based-label",
        pattern(
            rf"\b(?:based on|informed by|building on|in line with|as set (?:out|forth) in) "
            rf"[^,;.()]{{0,60}}?{KIND_WORD} {LABEL}",
            ignore_case=True,
        ),
    ),
)
NEXT_LABEL = pattern(rf"(?:, (?:and |or )?| and | or ){LABEL}(?:[,.; )]|$)")
REFERENCE_TRIGGER = pattern(
    r"section|sec\.|paragraph|para|article|item|measure|action|step|task|point|clause"
    r"|commitment|recommendation|once|after|until"
    r"|completion|submission|issuance|following",
    ignore_case=True,
)
FOREIGN = pattern(
    r"^[^.;]{0,30}?\bof (?:the )?(?:[A-Z]\w+ )+(?:Act|Code|Charter|Law|Regulation|Order"
    r"|Treaty)|^ of (?:Executive|Public|Regulation|Directive)|^ of title|^ U\.S"
)


def find_support(
    text: str, base: int, sentence: str, ranges: tuple[Range, ...], verb: int, end: int
) -> tuple[list[Supporting], bool]:
    """The units that take part: in the phrases around a duty and in its verb phrase; and whether a list is
    open. `sentence` is masked and begins at `base` of the text."""
    found: list[Supporting] = []
    is_open = False
    for area in ranges:
        if area.kind in ("consult", "adverbial"):
            for start, stop, words in relations_in(sentence, area.start, area.end):
                is_open |= add_names(text, base, [(start, stop)], words, found)
    for start, _, words in relations_in(sentence, verb, end):
        parts = listed_after(sentence, start, end)
        if is_slipped_in(sentence, verb, start, words) and not any(
            sentence.startswith(("and ", "or "), a) for a, _ in parts
        ):
            parts = parts[:1]
        is_open |= add_names(text, base, parts, words, found)
    return found, is_open


def is_slipped_in(sentence: str, verb: int, start: int, words: str) -> bool:
    """Whether units stand between a verb and its object: "issue, in consultation with Trade, the code"."""
    before = sentence[verb : max(verb, start - len(words) - 1)].strip()
    return before.endswith(",") and " " not in before


def add_names(text: str, base: int, parts: list[Span], words: str, found: list[Supporting]) -> bool:
    """Add the names of the parts that are not there yet; whether their list is open."""
    names = find_names(text, [(a + base, b + base) for a, b in parts], cut_at_verb=True)
    known = {unit.span for unit in found}
    found += [
        Supporting(name=u.name, span=u.span, relation=words) for u in names.units if u.span not in known
    ]
    return names.open_list


def relations_in(sentence: str, start: int, end: int) -> list[tuple[int, int, str]]:
    """(start of the names, end of the area before the next relation, printed relation) in order."""
    lower = sentence[start:end].lower()
    if not any(map(lower.__contains__, RELATION_WORDS)):
        return []
    hits = sorted(
        (m.start(), m.end(), " ".join(m["r"].split()))
        for rule in RELATIONS
        if any(map(lower.__contains__, NEEDED[rule.name]))
        for m in rule.pattern.finditer(sentence, start, end)
    )
    found = []
    for index, (at, begin, words) in enumerate(hits):
        if words.lower() == "consult" and not names_follow(sentence, at, begin, end):
            continue
        if joined := AND_VERB.match(sentence, begin, end):
            begin = joined.end() if joined["v"] in VERBS else begin
        stop = hits[index + 1][0] if index + 1 < len(hits) else end
        tail = sentence[begin:stop].rstrip(" ,;")
        tail = tail.removesuffix(" and").rstrip(" ,;")
        found.append((begin, begin + len(tail), words))
    return found


def names_follow(sentence: str, at: int, begin: int, end: int) -> bool:
    """Whether "consult" is the verb of its phrase and names whom: "consult traditional owners"."""
    word = sentence[begin:end].split(" ", 1)[0].strip(",.;:").lower()
    return bool(word) and word not in NOT_CONSULTED and not sentence[:at].endswith(("public ", "to be "))


def listed_after(sentence: str, start: int, end: int) -> list[Span]:
    """The chunks of a list of names that begins at `start` inside a verb phrase."""
    parts: list[Span] = []
    for chunk in chunks_of(sentence, start, end):
        words = sentence[chunk.start : chunk.end].lower().split()
        closes = words[0] in ("and", "or")
        if parts and (chunk.kind != "plain" or (words[closes : closes + 1] and words[int(closes)] in VERBS)):
            break
        parts.append((chunk.start, chunk.end))
        if closes or ends_list(sentence, chunk):
            break
    if len(parts) > 1 and not any(
        sentence[a:b].startswith(("and ", "or ")) or " and " in sentence[a:b] for a, b in parts[-1:]
    ):
        return parts[:1]
    return parts


def ends_list(sentence: str, chunk: Range) -> bool:
    """Whether a chunk already goes on with a purpose, so that no name follows: "growers to plan the
    roll-out"."""
    words = sentence[chunk.start : chunk.end].split()
    return any(a == "to" and b.lower() in VERBS for a, b in itertools.pairwise(words))


def find_references(text: str, span: Span) -> list[Reference]:
    """What the words of a measure say about other measures of the document; overlapping rules: the earlier
    row wins."""
    start, end = span
    if not REFERENCE_TRIGGER.search(text, start, end):
        return []
    found: list[Reference] = []
    for rule in REFERENCE_RULES:
        for match in rule.pattern.finditer(text, start, end):
            groups = match.groupdict()
            if groups.get("label") and FOREIGN.match(text[match.end() : min(end, match.end() + 80)]):
                continue
            if any(a.span[0] < match.end() and match.start() < a.span[1] for a in found):
                continue
            uses = rule.name in ("reference:uses-label", "reference:based-label")
            lag = lag_of(offset_of(groups["n"], groups["u"])) if groups.get("n") else None
            labels, stop = (
                further_labels(text, match.end(), end) if groups.get("label") else ([], match.end())
            )
            words = text[match.start() : stop].rstrip(" ,;.(")
            noun = (groups.get("noun") or "").strip()
            found += [
                Reference(
                    words=words,
                    span=(match.start(), match.start() + len(words)),
                    label=label,
                    noun=noun or None,
                    kind="enables" if uses else "FS",
                    lag=lag,
                )
                for label in (groups.get("label"), *labels)
            ]
    return sorted(found, key=lambda reference: reference.span)


def further_labels(text: str, start: int, end: int) -> tuple[list[str], int]:
    """The labels that go on a list after the first ("items 3, 8 and 12"), and where the list ends."""
    labels, stop = [], start
    while more := NEXT_LABEL.match(text, stop, end):
        labels.append(more["label"])
        stop = more.end("label")
    return labels, stop


def lag_of(offset: Offset | None) -> Lag | None:
    """The wait that an offset says; hours are no wait."""
    if offset is None or offset.unit == "hour":
        return None
    return Lag(value=offset.value, unit=offset.unit, days=offset.days)
