"""Sentences of a clause, so that a book can print a measure in its sentence and cite the sentence's number.

In: a clause's text and its language. Out: `[start, end)` of each sentence within that text, blanks left out.
A sentence ends at a full stop, not at a semicolon. Which words are a measure is decided elsewhere.
"""

from milepost.books.wording.labels import Language
from milepost.ledger.origins import Span

CHINESE_ENDS = "。！？!?"
ENGLISH_ENDS = ".!?"
CLOSERS = "”’\"'）)》」』]"
NEVER_LAST = frozenset(
    [
        "no",
        "nos",
        "art",
        "arts",
        "sec",
        "sect",
        "ch",
        "para",
        "pp",
        "vol",
        "fig",
        "mr",
        "mrs",
        "ms",
        "dr",
        "prof",
        "st",
        "mt",
        "vs",
        "e.g",
        "i.e",
        "cf",
        "approx",
        "dept",
        "gov",
        "gen",
    ]
)
"""Words whose full stop ends an abbreviation: "No. 5", "Art. 12"."""


def sentence_spans(text: str, language: Language) -> tuple[Span, ...]:
    """The sentences of a text, in order; a text without any end is one sentence."""
    spans: list[Span] = []
    start = at = 0
    while at < len(text):
        end = _end_at(text, at, language)
        if end is None:
            at += 1
            continue
        _append(spans, text, start, end)
        start = at = end
    _append(spans, text, start, len(text))
    return tuple(spans)


def _append(spans: list[Span], text: str, start: int, end: int) -> None:
    """Add a stretch without its outer blanks, unless nothing is left."""
    piece = text[start:end]
    if piece.strip():
        spans.append((start + len(piece) - len(piece.lstrip()), end - len(piece) + len(piece.rstrip())))


def _end_at(text: str, at: int, language: Language) -> int | None:
    """Where the sentence ends if the sign at this place ends one."""
    if text[at] not in (CHINESE_ENDS if language == "zh" else ENGLISH_ENDS):
        return None
    end = at + 1
    while end < len(text) and text[end] in CLOSERS + ENGLISH_ENDS + CHINESE_ENDS:
        end += 1
    if language == "zh" or text[at] in "!?":
        return end
    return end if _stops(text, at, end) else None


def _stops(text: str, at: int, end: int) -> bool:
    """Whether an English full stop ends a sentence: a blank and no small letter follow, no abbreviation
    stands before it."""
    rest = text[end:].lstrip()
    if end < len(text) and (not text[end].isspace() or rest[:1].islower()):
        return False
    before = text[:at].rsplit(None, 1)[-1].lstrip("(“\"'") if text[:at].strip() else ""
    single = len(before) == 1 and before.isupper()
    return not rest or not (
        single or before.lower() in NEVER_LAST or (before.rstrip(")").isdigit() and at < 4)
    )


def cells_in_words(text: str) -> str:
    """A table row without the signs between its cells; any other text as it is."""
    if " |" not in text:
        return text
    cells = [cell.strip() for cell in text.split("|") if cell.strip()]
    chinese = any("\u4e00" <= sign <= "\u9fff" for sign in text)
    return ("；" if chinese else "; ").join(cells)
