"""Short words for a measure: the action as a person would copy it into a ledger, and its object.

In: the text and a verb phrase. Out: `action` of at most 110 characters, the object and, where the object is a
paper, the output. Nothing is reworded: only cut, and blanks joined.
"""

import re

from msgspec import Struct

from milepost.ledger.origins import Span
from milepost.ledger.records import Named
from milepost.reading.english.actors import head_of
from milepost.reading.english.words import DOCUMENT_PRODUCTS, VERBS
from milepost.reading.patterns import pattern

LONGEST = 110
RATHER_WHOLE = 150
TOO_DEAR = 30
"""A phrase of up to so many characters stays whole where every place to cut it costs more than this: one
title in ten may be longer than the rest."""

A_LITTLE = 8
"""How far beyond the longest title a place that costs nothing may lie: before "in order to" all is said."""

REACH = 24
"""How far beyond the longest title the words may go on that mark a place in it."""

LOST = 0.6
"""What each character costs that a cut gives up below the longest title."""

SHORTEST = 14
"""A title ends at no place before this many characters: "publish" alone says nothing."""

FIT = (
    r"(?:appropriate|applicable|necessary|needed|feasible|practicable|possible|relevant|required|warranted"
    r"|useful)"
)
MANNER = (
    rf"(?:as|where|when|whenever|wherever)(?: \w+)?(?: (?:and|or) (?:as|where|when"
    rf"|if))? {FIT}(?:,? and (?:as )?{FIT})?"
    r"|as (?:it|they|he|she|the [\w ]{2,40}?) (?:deems?|considers?|determines?|finds?"
    r"|sees?) (?:appropriate|necessary|fit|advisable|useful)"
    r"|(?:in a manner )?consistent with (?:\w+ )?(?:applicable |existing |relevant )?(?:law|laws"
    r"|regulations?|authority|appropriations)\b"
    r"|(?:to the (?:maximum |greatest |fullest |full )?extent|insofar as) (?:\w+ )?(?:possible"
    r"|practicable|feasible|permitted|allowed|permissible|consistent)"
    r"(?: (?:by|under|with) (?:\w+ ){0,2}law)?"
    r"|subject to (?:the )?availab[a-z]+ of [\w ]{3,40}"
    r"|in accordance with (?:\w+ ){0,3}law"
    r"|at a minimum|in particular|among other things|inter alia|without limitation|in (?:his|her|its"
    r"|their) discretion"
    r"|on a rolling basis|as soon as (?:possible|practicable)|immediately|promptly|without (?:undue )?delay"
    r"|as (?:described|defined|set out|set forth|specified|referred to|provided|required"
    r"|mentioned) (?:in|under|by|at)"
    r" (?:sub)?(?:section|paragraph|clause|article|part|schedule|annex)s? [\w.()]{1,20}(?: of (?:this"
    r"|that) \w+)?"
)
"""Asides that say how freely or under which law, and nothing of the thing itself."""

ASIDE = pattern(
    rf"\b(?:{MANNER})(?:,? and (?:(?:as|where|to|consistent|the|available) )[^,;:—]{{0,70}})?"
    r"(?: ?(?:—|–)|,| |$)"
)
MANNER_WORDS = (
    *"""appropriate applicable necessary needed feasible practicable possible relevant required warranted
    useful fit advisable consistent extent insofar availab accordance minimum particular other alia limitation
    discretion rolling immediately promptly delay described defined specified referred provided
    mentioned""".split(),
    "set out",
    "set forth",
)
"""Words of which each aside holds one."""
BRACKET = pattern(r"\([^()]{0,80}\)|[—–] ?[^—–]{3,80}[—–]")
BEFORE_VERB = pattern(
    r"(?:following|after|upon|once|to the extent|based on|as part of) [^,]{5,120}, "
    r"(?P<verb>[a-z]+ (?:the|an?|its|their|such|all|any)\b)"
)
BRACKETS = frozenset("(—–")
INSERTED = pattern(
    r", (?:including|such as|especially|particularly|as well as|along with|together with) [^,;]{3,80}, "
)
"""An example or addition between the thing and what it is for."""

FOR_WHAT = frozenset(
    "direct use ask require instruct encourage request order enable help allow urge invite".split()
)
"""Verbs that say nothing without the "to …" behind them."""

WITHOUT_FOR_WHAT = 60
THAT_VERBS = frozenset(
    "ensure require provide verify confirm see check order direct so demonstrate show".split()
)
"""Words before "that" behind which a whole clause stands."""
WANT_MORE = frozenset("ensure require verify demonstrate".split())
"""Verbs that say nothing without what follows."""
TO_DO = pattern(r" to (?:[a-z]+(?:,| and| or)? ){0,4}[a-z]+$")
ALONE = frozenset(
    "work comply act participate cooperate apply continue vote speak attend meet report use access".split()
)
"""Verbs that may end a phrase, and nouns that look like verbs."""
FINITE = frozenset(
    """is are be was were has have can may must shall will should would meets complies receives includes
    remains contains reflects provides takes applies""".split()
)
HOW_LONG = pattern(r"until (?:the|an?|it|they|he|she|this|all|further|[a-z]+ing)\b[^\d]*$")
"""A condition without a date that says how long something holds: "until a good test comes back"."""
SECONDED = pattern(
    r"[,;.] (?:and )?(?:[A-Z][\w.’'-]*(?: [A-Z][\w.’'-]*){0,3} (?:seconded|second(?:s|ing))"
    r"|seconded by|second by|2nd by)\b"
)
"""Who seconded a motion is no part of what it wants done."""
BETWEEN = " ,;:—–-"


class Ending(Struct, frozen=True):
    """A row of the table: words before which a long phrase may end, and what that costs, in characters."""

    cost: int
    words: re.Pattern[str]


SECOND_VERB = Ending(
    4, pattern(r"(?:,| )(?: ?and| or|,)? (?:and |or )?(?:to )?(?:[a-z]+ly )?(?P<verb>[a-z]{3,20}) ")
)
KEEPING = Ending(48, pattern(r"(?P<kept>[^,])(?: of | and )"))
ENDINGS = (
    Ending(
        0,
        pattern(
            r", (?:including|which|who|such as|so that|so as to|where|whether|provided|unless|except"
            r"|for example"
            r"|e\.g\.|using|with particular|with a view|with the aim|in order|taking|ensuring|based on"
            r"|particularly"
            r"|especially|notably|as well as)\b"
            r"| (?:including|in order to|so that|so as to|such as|which|but|unless|provided that"
            r"|in furtherance of"
            r"|with a view to|with the aim of|with respect to|taking into account|to the extent|subject to"
            r"|in accordance with|pursuant to|if|when|where|whenever|because|as needed|as they|as it)\b"
        ),
    ),
    SECOND_VERB,
    Ending(
        8,
        pattern(
            r", (?:by|to|with|for|in|as|on|under|from|at|through)\b| (?:by|through|using|without"
            r"|via) [a-z]+ing\b"
            r"| (?:that|who|whose) | (?:used|required|described|identified|established|issued"
            r"|applicable|relevant"
            r"|dedicated|designed|intended|needed|set|appropriate) (?:by|in|for|to|under|pursuant|from"
            r"|on|out|forth)\b"
        ),
    ),
    Ending(
        16,
        pattern(
            r" (?:for|through|across|under|within|from|with|by|during|at|throughout|regarding"
            r"|concerning|against|as) "
            r"| to (?:[a-z]+ly )?[a-z]{3,20} "
        ),
    ),
    Ending(22, pattern(r" (?:on|in|between|among|to|into|over) ")),
    KEEPING,
)
"""Where a long phrase may end, from the place that costs least."""

OPEN_END = frozenset("and or but by including to that".split())
"""Words that hang where the phrase itself goes on in a list."""

LISTING_END = OPEN_END | {"for", "from", "of", "with", "on", "in", "the"}
"""Words that hang where the rest stands in a list behind a colon."""

CUT_END = OPEN_END | frozenset(
    "the a an its their of for with on in as at from which such other any all if is are be no not than into "
    "per each both between under regarding through within also who whose those these this similar could can "
    "may must will would shall should".split()
)
"""Words that a cut leaves hanging."""

TO_WHOM = pattern(
    r"(?P<verb>(?:(?:prepare|develop|compile) and )?(?:submit|provide|send|present|deliver|transmit"
    r"|make|issue|give)"
    r" (?:\w+ ){1,4}?)(?P<whom>to the [A-Z][\w’' ,&-]{3,120}? )"
    r"(?P<matter>(?:on|regarding|concerning|about|detailing|describing|setting|identifying|summari[sz]ing)\b)"
)
"""The receiver between a paper and its matter, which only a title that is too long does without."""

REPORTS_TO = pattern(
    r"(?P<verb>(?:report|communicate|notify) )(?P<whom>to the [A-Z][\w’' -]{3,60}? )"
    r"(?P<matter>(?:on|about|the|its|their|any|all) )"
)
"""The receiver behind a verb of telling, which only a title that is too long does without."""

CONSULTING = pattern(
    r"(?:, ?| )(?:and )?(?:(?:in|after|following|upon) (?:\w+ ){0,2}?(?:consultation|coordination"
    r"|co-ordination|collaboration|cooperation|co-operation|partnership|conjunction|liaison) with"
    r"|with (?:the )?(?:support|assistance|help|advice) (?:from|of)|together with|jointly with)\b"
)
CONSULTED = (
    *(f"{word} with" for word in ("ation", "partnership", "conjunction", "liaison", "together", "jointly")),
    *(f" {word} " for word in ("support", "assistance", "help", "advice")),
)
"""Words of which each consultation holds one."""
CLOSED = pattern(r", (?:the|an?|its|their|all|each|any|such|[a-z]+(?:s|ing)?) ")
REST = pattern(
    r"\s*(?:[,;]?\s*(?:and )?(?:at least )?(?:annually|quarterly|monthly|(?:once )?every [\w ]{3,20}"
    r"|each year"
    r"|periodically)(?: thereafter)?)?[ ,;.]*$"
)
OBJECT_END = pattern(
    r"(?:[,;:.]|\b(?:to|for|by|with|on|in|that|which|from|regarding|concerning|within|no "
    r"later|not later|as|at|under|"
    r"including|through|describing|identifying|and|before|after|into|against|who)\b)"
)
WORD = pattern(r"[A-Za-z’'-]+")
LABEL = pattern(r"\(?[A-Za-z0-9]{1,4}[.)]\s")
ARTICLE = pattern(r"(?:the|a|an|its|their|all|any|each|new|such)\s+")


def action_of(text: str, start: int, end: int, due: Span | None = None) -> str:
    """The verb phrase text[start:end] as a title: asides, deadline and whom to consult are left out, and what
    is too long ends where it costs least."""
    if due and HOW_LONG.match(text, *due):
        due = None  # until when something holds is part of it
    whole = " ".join(without_asides(text, start, end, due).split()).strip(" ,;:.—-")
    if seconded := SECONDED.search(whole):
        whole = whole[: seconded.start()]
    if before := BEFORE_VERB.match(whole):
        whole = whole[before.start("verb") :]
    loose = LISTING_END if text.startswith(":", end) else OPEN_END
    words = _tidied(without_manner(whole), loose) or whole
    for sign in ("; ", ": "):
        if (at := words.find(sign, SHORTEST)) > 0:
            words = words[:at]
    if len(words) > LONGEST and not BRACKETS.isdisjoint(words):
        words = _tidied(BRACKET.sub("", words), OPEN_END)
    if len(words) > LONGEST:
        words = INSERTED.sub(" ", words)
    if len(words) > LONGEST and (told := TO_WHOM.match(words) or REPORTS_TO.match(words)):
        words = told["verb"] + words[told.start("matter") :]
    return _ended(words).strip(" .")


def without_manner(words: str) -> str:
    """Words without their asides, and without the commas or dashes that part these off."""
    if not any(map(words.__contains__, MANNER_WORDS)):
        return words
    kept, at = [], 0
    for aside in ASIDE.finditer(words):
        kept.append(words[at : aside.start()].rstrip(" ,—–-"))
        at = aside.end()
    return " ".join([*kept, words[at:]]) if kept else words


def _tidied(words: str, loose: frozenset[str]) -> str:
    """Words without doubled blanks and loose ends."""
    whole = " ".join(words.replace(" ,", ",").replace(",,", ",").split()).strip(BETWEEN)
    found = whole
    while found.rpartition(" ")[2] in loose:
        found = found.rpartition(" ")[0].rstrip(BETWEEN)
    return found or whole


def _ended(words: str) -> str:
    """A phrase that fits a title; what is too long is cut where the cost of the place and of what is lost are
    least."""
    if len(words) <= LONGEST:
        return words
    at, cost = _best_place(words)
    if cost > TOO_DEAR and len(words) <= RATHER_WHOLE:
        return words
    return _tidied(words[: at if at > 0 else LONGEST], CUT_END)


def _best_place(words: str) -> tuple[int, float]:
    """Where a phrase that is too long ends at the least cost, and that cost; rows that cost more by
    themselves than the best place so far need no look."""
    purpose = words.find(" to ") if words.partition(" ")[0].lower() in FOR_WHAT else -1
    best: tuple[float, int] | None = None
    for ending in ENDINGS:
        if best and best[0] < ending.cost - 1:
            break
        last = LONGEST + (0 if ending.cost else A_LITTLE)
        for match in ending.words.finditer(words, SHORTEST, LONGEST + REACH):
            if match.start() > last:
                break
            if ending is SECOND_VERB and not _opens_second(match):
                continue
            at = match.end("kept") if ending is KEEPING else match.start()
            lost = (LONGEST - at) * LOST + (WITHOUT_FOR_WHAT if at <= purpose else 0)
            cost = ending.cost + lost + (WITHOUT_FOR_WHAT if _hangs(_tidied(words[:at], CUT_END)) else 0)
            best = min(best or (cost, -at), (cost, -at))
    return (-best[1], best[0]) if best else (words.rfind(" ", 0, LONGEST), float(LONGEST))


def _hangs(words: str) -> bool:
    """Whether a phrase would end before what its last verb needs ("to conduct"), or inside a clause opened
    by "that" before its verb ("ensure that contracts")."""
    last = words.rpartition(" ")[2]
    if last in WANT_MORE or (last in VERBS and last not in ALONE and TO_DO.search(words)):
        return True
    opened = words.rfind(" that ")
    if opened < 0 or words[:opened].rpartition(" ")[2] not in THAT_VERBS:
        return False
    inside = words[opened + 6 :].split()
    return not any(word in FINITE or (at > 1 and word in VERBS) for at, word in enumerate(inside))


def _opens_second(match: re.Match[str]) -> bool:
    """Whether a second verb with its own object follows; a comma between members of a list opens none."""
    return match["verb"] in VERBS and " and " in match.group() and match.start() <= LONGEST


def without_asides(text: str, start: int, end: int, due: Span | None) -> str:
    """text[start:end] without its deadline and its consultation: cut off where they close it, else taken out
    of the middle."""
    asides = [due] if due and start < due[0] < end else []
    likely = any(map(text[start:end].__contains__, CONSULTED))
    consult = CONSULTING.search(text, start + 1, end) if likely else None
    if consult:
        whole = len(text[start : consult.start()].split()) > 1
        stop = None if whole else CLOSED.search(text, consult.end(), end)
        asides.append((consult.start(), stop.start() if stop else end))
    kept, at = [], start
    for a, b in sorted(asides):
        if a >= at:
            kept.append(text[at:a].rstrip(" ,;\n"))
            at = min(b, end)
    rest = text[at:end]
    if asides and REST.match(rest):
        rest = ""
    return " ".join([*kept, rest.lstrip(" ,\n") if kept else rest])


def object_of(text: str, start: int, end: int) -> Named | None:
    """What the verb phrase is about: the noun phrase after its verb, or after its two verbs."""
    at = start
    while word := WORD.match(text, at, end):
        lower = word.group().lower()
        if at > start and lower in ("out", "up", "forward", "down", "off"):
            lower = "ly"
        follows = WORD.match(text, word.end() + 1, end) if lower == "to" else None
        to_verb = follows is not None and follows.group().lower() in VERBS
        if (
            lower not in VERBS
            and lower not in ("and", "or", "not")
            and not lower.endswith("ly")
            and not to_verb
        ):
            break
        at = word.end()
        while at < end and text[at] in " \n,":
            at += 1
    if article := ARTICLE.match(text, at, end):
        at = article.end()
    stop = OBJECT_END.search(text, at, end)
    until = stop.start() if stop else end
    words = text[at:until].rstrip()
    if not words or len(words) > 90 or at == start:
        return None
    return Named(text=" ".join(words.split()), span=(at, at + len(words)))


def output_of(named: Named | None) -> Named | None:
    """The object again when it is a paper that stays."""
    if named is None:
        return None
    head = head_of(named.text)
    return named if head in DOCUMENT_PRODUCTS or head.rstrip("s") in DOCUMENT_PRODUCTS else None
