"""Resolutions: "RESOLVED: that the Clerk obtain … and that the Officer isolate …", one item a "that".

In: a masked sentence and the match of a row that ends in "that". Out: `Item`s; none where the vote itself
does all there is to do ("that the minutes be approved"). The rows stand in `minute_rows`.
"""

import re

from milepost.ledger.origins import Span
from milepost.ledger.records import Strength
from milepost.reading.english.directions import subjunctive
from milepost.reading.english.minute_items import Item, ending
from milepost.reading.english.minute_passives import is_participle
from milepost.reading.english.nonduties import judge, passive_agent
from milepost.reading.english.words import VERBS
from milepost.reading.patterns import pattern

DIRECTED_TO = pattern(
    r"(?P<who>[^,.;]{2,80}?) (?:is|are|be)(?: hereby| also)? (?:authori[sz]ed|directed|instructed|requested"
    r"|asked|invited|tasked|charged|required|empowered)(?: and (?:directed|authori[sz]ed"
    r"|instructed))? to (?P<v>[a-z]+)"
)
AND_THAT = pattern(r"(?:,|;)? (?:and )?that (?:the |Cllr|[A-Z])")
BE = pattern(
    r"(?P<np>(?:[^,;.]|\.\d){2,120}?) be (?:and (?:is|are) hereby |hereby |further |also |formally "
    r"|not )?(?P<v>\w+)"
)
VOTED = frozenset(
    "approved adopted accepted received signed noted confirmed ratified appointed elected declared nominated "
    "reelected deferred tabled adjourned excluded paid authorised authorized agreed endorsed amended closed "
    "reappointed acknowledged taken excused postponed granted suspended opened".split()
)
"""What a vote does to a thing, so that nothing is left to do."""
ASIDE = pattern(r",? (?:with|in consultation|in coordination|together|in collaboration|jointly)\b")
HAS_OBJECT = pattern(r"[a-z]+ (?:the|an?|to|that|its|their|his|her|all|any|out|up|with|[A-Z])\b")
"""A verb of its own before "be": "the Clerk write to ask that the tree be felled"."""
STRENGTH_OF: dict[str, Strength] = {"would": "commitment", "will": "commitment", "should": "commitment"}
SUGGESTED = pattern(r"\b(?:suggest|recommend|propos)(?:ed|s|es)\b")
THIRD_PERSON = pattern(r" (?P<v>[a-z]+)s (?:the|an?|to|all|its|their|for)\b")
THAT = "that "
WOULD = pattern(r" (?P<m>would|will|shall|should|must) (?P<v>[a-z]+)")


def read_resolved(rule: str, sentence: str, match: re.Match[str], base: int) -> list[Item]:
    """ "RESOLVED: that the Clerk obtain … and that the Officer isolate …": one item a "that"."""
    starts = [match.start("that")]
    starts += [m.start() + m.group().index(THAT) for m in AND_THAT.finditer(sentence, match.end())]
    items = []
    for at, stop in zip(starts, [*starts[1:], ending(sentence)], strict=True):
        words = sentence[at + len(THAT) : stop].rstrip(" ,;.")
        end = at + len(THAT) + len(words.removesuffix(" and"))
        items += read_clause(rule, sentence, (at, end), base)
    return items


def read_clause(rule: str, sentence: str, span: Span, base: int) -> list[Item]:
    """The item of one "that" clause: who is directed, would or should do something, or what is to be done."""
    at, end = span
    begin = at + len(THAT)
    if told := DIRECTED_TO.match(sentence, begin, end):
        return [item_of(rule, base, (at, told.start("v"), end), told.span("who"), "mandatory")]
    modal = WOULD.search(sentence, at, end)
    verb = modal.start("v") if modal else subjunctive(sentence, begin) or indicative(sentence, begin, end)
    strength = STRENGTH_OF.get(modal["m"], "mandatory") if modal else "mandatory"
    passive = None if modal and modal["v"] != "be" else BE.match(sentence, begin, end)
    if passive and (modal or verb is None or not HAS_OBJECT.match(sentence, verb, passive.start("v"))):
        done = passive["v"].lower()
        if done in VOTED or not is_participle(done):
            return []
        agent = passive_agent(sentence[passive.start("v") : end])
        who = (passive.start("v") + agent[0], passive.start("v") + agent[1]) if agent else None
        return [item_of(rule, base, (at, begin, end), who, strength)]
    if verb is None or verb >= end:
        return []
    if modal and judge(sentence[begin : modal.start()], sentence[verb:end]):
        return []
    who = (begin, modal.start() if modal else verb)
    aside = ASIDE.search(sentence, *who)
    if SUGGESTED.search(sentence, 0, at):
        strength = "advisory"
    return [item_of(rule, base, (at, verb, end), (begin, aside.start()) if aside else who, strength)]


def indicative(sentence: str, begin: int, end: int) -> int | None:
    """The verb of "that the Town Clerk obtains a quotation", which some write for "obtain"."""
    for match in THIRD_PERSON.finditer(sentence, begin, min(end, begin + 80)):
        if match["v"] in VERBS:
            return match.start("v")
    return None


def item_of(rule: str, base: int, place: tuple[int, int, int], who: Span | None, strength: Strength) -> Item:
    """An item at its place in the text: start, verb and end."""
    start, verb, end = place
    named = (base + who[0], base + who[1]) if who else None
    return Item(rule, base + start, base + verb, base + end, named, strength)
