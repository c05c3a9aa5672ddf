"""The name of what a measure works on, short enough for a step's title: "dredging plan", 疏浚方案.

In: a measure and its document's language. Out: a phrase of at most about 40 English or 20 Chinese
characters, with balanced quotation marks and brackets. An English name gets the article "the" where it has
none and can take one; no other word is added, and a phrase that was cut inside shows an ellipsis. Not here:
the title around it (`titles`).
"""

import re

from milepost.ledger.records import Measure, Named
from milepost.planning.kinds import after_verb
from milepost.planning.settings import Language

LONGEST = {"en": 40, "zh": 20}
PAIRS = {
    "《": "》",
    "“": "”",
    "‘": "’",
    "（": "）",
    "(": ")",
    "「": "」",
    "『": "』",
    "[": "]",
    "〔": "〕",
    "【": "】",
}
ARTICLE = re.compile(r"(?:a|an|the)\s+", re.IGNORECASE)
ARTICLE_END = re.compile(r"\b(?:a|an|the)\s+\Z", re.IGNORECASE)
BARE = re.compile(
    r"(?:the|this|that|these|those|each|every|all|any|no|some|both|its|their|his|her|our|other|such|what|how)\b"
    r"|[a-z]+ing\b|[A-Z][\w’'-]*(?:\Z|\s+\d)|[\d§]",
)
"""Names that take no article: one that has its own, an act ("charging …"), a lone name, a number."""
LEADING = re.compile(r"\A(?:on|of|for|in|with|about|upon|into)\s+")
"""What a verb leaves before its object: "report on the results"."""
ADDRESSEE = re.compile(r"\Ato (?:the )?(?:[A-Z][\w’'-]*\s+)+(?:on |about )?")
"""To whom something goes, before the thing itself: "to the Mayor two districts"."""

EN_CUT = re.compile(
    r",(?:\s|$)|;|:|\.(?:\s|$)|\s\|\s|\s(?:that|which|who|to|for|in|on|with|by|under|within|including|from|at|and|of|so)\s"
)
"""Where an English noun phrase may end, looked for from the right."""
ZH_CUT = "，。；：,;:（"
"""What ends a Chinese clause."""
WORD = re.compile(r"[A-Za-z]{3}|[\u4e00-\u9fff]{2}")
"""A name holds a word: a bare number ("2" of "2,000 trees") names nothing."""
BLANKS = re.compile(r"\s+")


def object_of(measure: Measure, language: Language) -> str:
    """The measure's own object as a short phrase; the title's noun phrase when the reading has none."""
    if measure.object is not None and WORD.search(measure.object.text):
        text = _article_before(measure, measure.object) + measure.object.text
    else:
        text = LEADING.sub("", ADDRESSEE.sub("", after_verb(measure.title.value, language)))
    phrase = _tidy(text, language)
    return phrase or _tidy(measure.title.value, language) or measure.code


def _article_before(measure: Measure, named: Named) -> str:
    """The article that the quote has before the object's words, which the reading leaves out."""
    if measure.span is None or ARTICLE.match(named.text):
        return ""
    before = measure.quote[: max(0, named.span[0] - measure.span[0])]
    found = ARTICLE_END.search(before)
    return found[0] if found else ""


def _tidy(text: str, language: Language) -> str:
    """One line without marks at its ends, short and balanced; in English with its article."""
    text = BLANKS.sub("" if language == "zh" else " ", text).strip(" ,.;:，。；：、|")
    if language == "en":
        article = ARTICLE.match(text)
        name = _balanced(_short_english(text[article.end() :] if article else text))
        return f"the {name}" if name and (article or not BARE.match(name)) else name
    return _balanced(_short_chinese(text))


def _short_english(text: str) -> str:
    """The longest head of the phrase that fits and ends before a joining word; else cut at a blank."""
    first = re.search(r"[,;:]|\.(?:\s|$)|\s\|\s", text)
    text = text[: first.start()] if first and first.start() > 3 else text
    if len(text) <= LONGEST["en"]:
        return text
    cuts = [cut.start() for cut in EN_CUT.finditer(text) if 3 < cut.start() <= LONGEST["en"]]
    if cuts:
        return text[: cuts[-1]]
    head = text[: LONGEST["en"]].rsplit(" ", 1)[0]
    return head.rstrip() + "…"


def _short_chinese(text: str) -> str:
    """The first clause; of a long one the end, which names the thing, after the last 的; else its head."""
    text = text[: _clause_end(text)]
    if len(text) <= LONGEST["zh"]:
        return text
    tail = text.rsplit("的", 1)[-1]
    if 2 <= len(tail) <= LONGEST["zh"]:
        return tail
    return text[: LONGEST["zh"] - 1] + "…"


def _clause_end(text: str) -> int:
    """Where the first Chinese clause ends: at a mark or a bracket that stands in no quotation."""
    waiting: list[str] = []
    for at, letter in enumerate(text):
        if at > 1 and not waiting and letter in ZH_CUT:
            return at
        if waiting and letter == waiting[-1]:
            waiting.pop()
        elif letter in PAIRS:
            waiting.append(PAIRS[letter])
    return len(text)


def _balanced(text: str) -> str:
    """The phrase with each opened mark closed, and marks that close nothing left off."""
    kept: list[str] = []
    waiting: list[str] = []
    for letter in text:
        if letter in PAIRS:
            waiting.append(PAIRS[letter])
        elif letter in PAIRS.values() and letter != "’":
            if not waiting or waiting[-1] != letter:
                continue
            waiting.pop()
        elif letter == "’" and waiting and waiting[-1] == letter:
            waiting.pop()
        kept.append(letter)
    phrase = "".join(kept)
    phrase = phrase.replace('"', "") if phrase.count('"') % 2 else phrase
    return phrase + "".join(reversed(waiting))
