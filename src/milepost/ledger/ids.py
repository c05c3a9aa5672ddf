"""Names that last: the stable id of a measure, codes for people (`M-038`) and codes of units for file names.

In: the words a thing is known by. Out: short ASCII names. An id stays while document, clause label, quote and
lead stay, whatever file format the document came in. A code is given once, in reading order, and never given
again. Matching two editions of a document stands in `editions`.
"""

import hashlib
import re
import unicodedata
from collections import Counter
from collections.abc import Collection, Iterable

ALPHABET = (
    "abcdefghijklmnopqrstuvwxyz234567"  # base32 in lower case: five bits a letter, no 0/o and 1/l to confuse
)
ID_LENGTH = 10
SMALL_WORDS = frozenset(("of", "the", "and", "for", "in", "on", "a", "an", "to", "at"))
RESERVED = frozenset(
    ("CON", "PRN", "AUX", "NUL", *(f"{port}{n}" for port in ("COM", "LPT") for n in range(10)))
)  # Windows refuses files of these names
CODE_LENGTH = 8  # long enough for 省工业和信息化厅, short enough for a file name


def folded(text: str) -> str:
    """The text without what a file format may change: width, case, blanks."""
    return "".join(unicodedata.normalize("NFKC", text).casefold().split())


def stable_id(document_key: str, clause_label: str | None, quote: str, lead: str | None, nth: int = 1) -> str:
    """The id of the nth duty with these words: ten letters and digits, a letter first."""
    parts = [folded(part or "") for part in (document_key, clause_label, quote, lead)]
    if nth > 1:
        parts.append(str(nth))
    number = int.from_bytes(hashlib.sha256("\x1f".join(parts).encode()).digest()[:8], "big")
    letters = [ALPHABET[number % 26]]  # a letter first: no spreadsheet takes the id for a number
    for _ in range(ID_LENGTH - 1):
        number, rest = divmod(number, 32)
        letters.append(ALPHABET[rest])
    return "".join(letters)


class IdRegister:
    """Gives ids in reading order, so that equal duties of one document get different ids."""

    def __init__(self, taken: Iterable[str] = ()) -> None:
        self._seen: Counter[tuple[str, ...]] = Counter()
        self._taken = set(taken)

    def give(self, document_key: str, clause_label: str | None, quote: str, lead: str | None) -> str:
        """The id of the next duty with these words; never one that is taken."""
        key = tuple(folded(part or "") for part in (document_key, clause_label, quote, lead))
        while True:
            self._seen[key] += 1
            new = stable_id(document_key, clause_label, quote, lead, self._seen[key])
            if new not in self._taken:
                self._taken.add(new)
                return new


def code(prefix: str, number: int) -> str:
    """A code for people: `M-001`."""
    return f"{prefix}-{number:03d}"


def codes(prefix: str, count: int, taken: Iterable[str] = ()) -> tuple[str, ...]:
    """The next `count` codes after the highest one ever taken, so that none is given twice."""
    numbers = [int(found[1]) for old in taken if (found := re.fullmatch(rf"{re.escape(prefix)}-(\d+)", old))]
    first = max(numbers, default=0) + 1
    return tuple(code(prefix, number) for number in range(first, first + count))


def unit_code(name: str, taken: Collection[str] = ()) -> str:
    """A code for a unit without one: initials of its English name or pinyin, upper case, made unique."""
    base = _initials(name) or "U"
    number, new = 1, base
    used = {code.upper() for code in taken}  # file names differ by more than case
    while new in used or new in RESERVED:
        number += 1
        new = f"{base}{number}"
    return new


def _initials(name: str) -> str:
    """`PRA` for "Ports and Rivers Agency", `SJYJ` for 市教育局, `TRE` for "Treasury"."""
    plain = unicodedata.normalize("NFKC", name)
    if any("\u4e00" <= letter <= "\u9fff" for letter in plain):
        from pypinyin import Style, lazy_pinyin

        letters = "".join(lazy_pinyin(plain, style=Style.FIRST_LETTER, errors=_ascii))
        return letters.replace(" ", "").upper()[:CODE_LENGTH]
    words = re.findall(r"[A-Za-z0-9]+", _ascii(plain.replace("'", "").replace("’", "")))
    heavy = [word for word in words if word.lower() not in SMALL_WORDS] or words
    if len(heavy) == 1:  # one initial says nothing
        return str(heavy[0]).upper()[:3]
    return "".join(word[0] for word in heavy).upper()[:CODE_LENGTH]


def _ascii(text: str) -> str:
    """The text with accents taken off and letters of other scripts left out."""
    return "".join(
        letter
        for letter in unicodedata.normalize("NFKD", text)
        if letter.isascii() and (letter.isalnum() or letter == " ")
    )
