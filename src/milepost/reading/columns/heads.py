"""What the words over a column mean, in Chinese and English.

In: the words of a head. Out: its meaning, None for a head that no row knows. Words are compared without
case, blanks between Han characters, line breaks, stars and what stands in brackets; of two words parted
by a slash the first that is known counts. The first row that fits wins, so that the special stand before
the wide.
"""

from functools import lru_cache

from milepost.reading.columns.heads_chinese import CHINESE
from milepost.reading.columns.heads_english import ENGLISH
from milepost.reading.columns.meanings import Meaning
from milepost.reading.patterns import pattern

ROWS = tuple((row.meaning, pattern(row.words, ignore_case=True)) for row in (*CHINESE, *ENGLISH))
BRACKETS = pattern(r"\s*(?:\([^()]{0,40}\)|\[[^\[\]]{0,40}\])\s*$")
HAN_BLANK = pattern(r"(?P<a>[一-龥、/]) +(?P<b>[一-龥、/])")
OUTER = " *_:.?#"
WIDE = str.maketrans(
    {"（": "(", "）": ")", "／": "/", "：": ":", "＊": "*", "　": " ", "\xa0": " ", "［": "[", "］": "]"}
)
LONGEST = 32
"""A longer cell is no head, its brackets apart."""


def bare(words: str) -> str:
    """The words of a head as they are compared."""
    words = words.translate(WIDE).strip()
    while (note := BRACKETS.search(words)) and note.start() > 0:
        words = words[: note.start()]
    words = " ".join(words.strip(" *_:").split())
    while HAN_BLANK.search(words):
        words = HAN_BLANK.sub(r"\g<a>\g<b>", words)
    return words


@lru_cache(maxsize=4096)
def meaning_of(words: str) -> Meaning | None:
    """What a column with these words over it holds."""
    whole = bare(words)
    if not whole or len(whole) > LONGEST:
        return None
    found = known(whole)
    if found is None and "/" in whole:
        found = next((one for part in whole.split("/") if (one := known(part.strip()))), None)
    return found


def known(words: str) -> Meaning | None:
    """The meaning of the first row that fits the whole of some words."""
    for form in (words, words.strip(OUTER)):
        for meaning, row in ROWS:
            if row.fullmatch(form):
                return meaning
    return None
