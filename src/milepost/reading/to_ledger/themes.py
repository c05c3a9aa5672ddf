"""The theme of each measure: the heading above it, else the words that its paragraph comes back to.

In: a draft with its measures. Out: the measures with their themes. A heading is quoted. A text without
headings gets a *proposed* theme for each paragraph: the words of meaning that stand in it most often, as
printed at their first place. A paragraph that comes back to nothing gets none.
"""

from collections import Counter
from collections.abc import Iterable

import msgspec

from milepost.ledger.origins import Sourced, proposed
from milepost.ledger.records import Clause, Measure
from milepost.reading.patterns import pattern
from milepost.reading.to_ledger.matter import GENERAL_EN, general_places
from milepost.reading.to_ledger.measures import Draft

WORD = pattern(r"[A-Za-z][A-Za-z'’-]*")
HAN = pattern("[\u4e00-\u9fff]+")
SMALL = frozenset("the and of a an to in on for by its his her our is are be as at or not".split())
OFTEN = 3  # times that a word comes back before it names a paragraph
LONGEST = 3  # words, or pairs of characters
ROOM = {"en": 28, "zh": 8}


def propose_themes(draft: Draft) -> None:
    """Give the measures without a heading above them the theme of their paragraph, as a proposal."""
    clauses = {c.id: c for c in draft.clauses.values()}
    paragraphs = {m.clause for m in draft.measures if m.theme is None and m.clause in clauses}
    if len(paragraphs) < 2:  # one paragraph is no way to sort anything
        return
    themes = {p: _theme(draft, clauses[p]) for p in paragraphs if p}
    draft.measures = [_with(m, themes.get(m.clause or "")) for m in draft.measures]


def _with(measure: Measure, theme: Sourced[str] | None) -> Measure:
    """The measure with a theme, where it has none."""
    return measure if measure.theme or theme is None else msgspec.structs.replace(measure, theme=theme)


def _theme(draft: Draft, clause: Clause) -> Sourced[str] | None:
    """The words that a paragraph comes back to, with their first place."""
    english = draft.reading.language == "en"
    text, title = clause.text, draft.document.title
    phrase = frequent_english(text, title) if english else frequent_chinese(text, title)
    if phrase is None or len(phrase) > ROOM[draft.reading.language]:
        return None
    at = clause.span[0] + clause.text.find(phrase)
    return proposed(phrase[:1].upper() + phrase[1:], "theme:frequent-words", (at, at + len(phrase)))


def frequent_english(text: str, title: str = "") -> str | None:
    """The longest run of words around the most frequent word of meaning; words of the title part nothing."""
    known = {m[0].lower().rstrip("s") for m in WORD.finditer(title)}
    places = [(m.start(), m.end()) for m in WORD.finditer(text)]
    tokens = [text[a:b].lower() for a, b in places]
    meaning = [len(t) > 3 and t not in GENERAL_EN and t not in SMALL for t in tokens]
    stems = (t.rstrip("s") for t, means in zip(tokens, meaning, strict=True) if means)
    counts = Counter(stem for stem in stems if stem not in known)
    if not counts or counts.most_common(1)[0][1] < OFTEN:
        return None
    top, often = counts.most_common(1)[0]
    for size in range(LONGEST, 0, -1):
        runs = [
            n
            for n in range(len(tokens) - size + 1)
            if any(t.rstrip("s") == top for t in tokens[n : n + size])
            and all(t not in SMALL and t not in GENERAL_EN for t in tokens[n : n + size])
            and places[n + size - 1][1] - places[n][0] < ROOM["en"]
            and text[places[n][0] : places[n + size - 1][1]].replace(" ", "").replace("-", "").isalpha()
        ]
        best = _most(tuple(tokens[n : n + size]) for n in runs)
        if best and best[1] * 2 > often and best[1] > 1:
            n = next(n for n in runs if tuple(tokens[n : n + size]) == best[0])
            return text[places[n][0] : places[n + size - 1][1]]
    return None


def _most(runs: Iterable[tuple[str, ...]]) -> tuple[tuple[str, ...], int] | None:
    """The run that comes most often, with its count."""
    counted = Counter(runs)
    return counted.most_common(1)[0] if counted else None


def frequent_chinese(text: str, title: str = "") -> str | None:
    """The longest run of characters around the most frequent pair of meaning that the title does not hold."""
    counts: Counter[str] = Counter()
    for run in HAN.finditer(text):
        covered = general_places(run[0])
        for at in range(len(run[0]) - 1):
            if at not in covered and at + 1 not in covered:
                counts[run[0][at : at + 2]] += run[0][at : at + 2] not in title
    if not counts or counts.most_common(1)[0][1] < OFTEN:
        return None
    top, often = counts.most_common(1)[0]
    best = top
    for size in range(3, ROOM["zh"] + 1):
        longer = Counter(
            text[at : at + size]
            for start in range(len(text))
            if text.startswith(top, start)
            for at in range(max(0, start - size + 2), start + 1)
            if HAN.fullmatch(text[at : at + size]) and not general_places(text[at : at + size])
        )
        if longer and longer.most_common(1)[0][1] * 2 > often and longer.most_common(1)[0][1] > 1:
            best = longer.most_common(1)[0][0]
    return best
