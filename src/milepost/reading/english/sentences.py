"""Sentences of a stretch of text.

In: the text and a span. Out: the spans of its sentences, in order, blanks left out. A full stop after an
abbreviation, an initial or a number of a heading ends nothing; a line end counts as a blank.
"""

from milepost.ledger.origins import Span
from milepost.reading.patterns import pattern

ABBREVIATIONS = frozenset(
    """supt sgt lt capt atty comm hwy no nos sec secs art arts para paras cllr cllrs mr mrs ms dr st rev gen
    gov sen rep hon vs v inc ltd co corp jr sr approx fig figs app ch cl e.g i.e et al cf vol pp p ext
    dept u.s u.k u.n u.s.c c.f.r jan feb mar apr jun jul aug sept sep oct nov dec tel ref pub stat ed
    eds""".split()
)
SENTENCE_END = pattern(r"[.?!][”\"’')\]]*(\s+)[\"“‘'(\[*]*[A-Z0-9À-Þ]")
STARTERS = frozenset(
    "The This These Those All Each Every Any No In On By If When Where For To It They We".split()
)
"""Words that open a sentence even after a single letter: "… on List A. The Office shall …"."""
LAST_WORD = pattern(r"[\w.&][\w.&’']*$")


LONGEST = 8000
"""A longer stretch without a stop is cut at a blank, so that no rule ever runs over a whole file at once."""


def sentences_of(text: str, start: int, end: int) -> list[Span]:
    """The sentences of text[start:end]."""
    spans: list[Span] = []
    begin = start
    for found in SENTENCE_END.finditer(text, start, end):
        stop = found.start() + 1
        if found.group()[0] == "." and is_abbreviated(text, begin, found.start()):
            continue
        add(text, begin, max(stop, found.start(1)), spans)
        begin = found.end(1)
    add(text, begin, end, spans)
    return spans


def is_abbreviated(text: str, begin: int, stop: int) -> bool:
    """Whether the full stop at `stop` belongs to an abbreviation or an initial."""
    word = LAST_WORD.search(text, max(begin, stop - 14), stop)
    if word is None:
        return False
    last = word.group().lower()
    initial = len(last) == 1 and last.isalpha()
    return last in ABBREVIATIONS or (
        initial and text[stop + 1 : stop + 12].lstrip().split(" ")[0] not in STARTERS
    )


def add(text: str, begin: int, end: int, spans: list[Span]) -> None:
    """Add a sentence without its outer blanks, unless it is blank."""
    while begin < end and text[begin].isspace():
        begin += 1
    while end > begin and text[end - 1].isspace():
        end -= 1
    while end - begin > LONGEST:
        cut = max(text.rfind(" ", begin, begin + LONGEST), begin + LONGEST // 2)
        spans.append((begin, cut))
        begin = cut + 1
    if begin < end:
        spans.append((begin, end))
