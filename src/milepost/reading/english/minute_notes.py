"""Notes without a full sentence: "Need to order salt", "Sign down – replace", "somebody has to call".

In: a masked sentence and the match of a row of `minute_rows`. Out: `Item`s, mostly without a lead. Full
sentences are read in `minute_readers`.
"""

import re

from milepost.reading.english.minute_items import Item, ending, plain_verb, tail_cut
from milepost.reading.english.nonduties import is_actor
from milepost.reading.english.words import VERBS


def read_bare(rule: str, sentence: str, match: re.Match[str], base: int) -> list[Item]:
    """ "Need to order salt", "Contact the county about the culvert": a note of what to do, nobody named."""
    verb = match["v"].lower()
    if verb not in VERBS and not (rule == "minutes:bare" and plain_verb(verb)):
        return []
    return [Item(rule, base, base + match.start("v"), base + tail_cut(sentence, ending(sentence)), None)]


def read_planned(rule: str, sentence: str, match: re.Match[str], base: int) -> list[Item]:
    """ "Russ plans on driving the roads": a promise with a gerund."""
    if not is_actor(match["who"], people=True):
        return []
    who = (base + match.start("who"), base + match.end("who"))
    end = base + tail_cut(sentence, ending(sentence))
    return [Item(rule, who[0], base + match.start("v"), end, who, "commitment")]


def read_someone(rule: str, sentence: str, match: re.Match[str], base: int) -> list[Item]:
    """ "…, so somebody has to replace it": a task that nobody has yet."""
    end = base + tail_cut(sentence, ending(sentence))
    return [Item(rule, base, base + match.start("v"), end, None)] if match["v"] in VERBS else []


def read_dashed(rule: str, sentence: str, match: re.Match[str], base: int) -> list[Item]:
    """ "Sign down at Pine – replace": the thing, then what to do with it."""
    if match["v"] not in VERBS or match["v"] == "complete":
        return []
    return [Item(rule, base, base + match.start("v"), base + ending(sentence), None)]


def read_lacking(rule: str, sentence: str, match: re.Match[str], base: int) -> list[Item]:
    """ "Need new lock on back door": a thing that somebody has to get."""
    return [Item(rule, base, base + match.start("v"), base + tail_cut(sentence, ending(sentence)), None)]
