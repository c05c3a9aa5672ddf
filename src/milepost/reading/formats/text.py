"""Plain text and Markdown: bytes to the file's own characters.

In: the bytes of a .txt or .md. Out: the text as decoded, the byte order mark dropped and line ends made
`\\n`: spans index exactly these characters. Nothing else is touched. Encodings are tried in this order:
byte order mark, UTF-16 where NUL bytes speak for it, UTF-8, Windows-1252 where most bytes are ASCII letters,
then GB18030, Big5 and UTF-16 by how common their characters are, at last what charset-normalizer makes of it.
Bytes that are no text raise `Unreadable`.
"""

import codecs
from collections import Counter
from functools import cache
from itertools import pairwise

from milepost.reading.source import SourceText, Unreadable

MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
SIGNS = (
    (b"PK\x03\x04", "a Word document: give it the ending .docx"),
    (b"%PDF-", "a PDF file: give it the ending .pdf"),
    (b"\xd0\xcf\x11\xe0", "a file of older office programs: give it the ending .doc or .xls"),
)
"""The first bytes of the files that are met under the name of a text, and what to do with them."""
FREQUENT = frozenset(
    "的一是在和有人不为大中国年月日市政府部门工作发展改革实施建设加强推进完善责任单位第项条会议通知区县省各"
    "關實設強進單項條會議區縣發門為國務辦業體產農學術開應當對與於時機關將"
    "，。、；：（）《》“”0123456789"
)
"""Characters that every official text in Chinese repeats, of both scripts."""

WORTH_FREQUENT, WORTH_BOTH, WORTH_ONE = 1.0, 0.6, 0.5
"""What a frequent character speaks for a decoding, one that both standards count as common, and one that
either does; wrong decodings are made of rare ones."""

PLAUSIBLE = 0.3
"""The least worth of a decoding on average; right ones have 0.5 and more, wrong ones hardly 0.2."""

READABLE = 0.7
"""The least share of Han, wide and ASCII characters in UTF-16; in the wrong byte order a third are."""

GAP = "\ufffd"
MOST_GAPS, LEAST_GAPS = 0.005, 4
FEW = 4
"""A damaged text has few gaps, and in UTF-8 several sound characters beyond ASCII for each."""

WESTERN = 0.5
"""From this share of ASCII letters and blanks on, bytes above ASCII are accents and curly quotes."""

CHINESE = ("gb18030", "big5hkscs", "utf-16-le", "utf-16-be")
LETTERS = b"abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ \n"
CONTROLS = frozenset(map(chr, (*range(9), *range(14, 27), *range(28, 32), 127)))
WIDE_BYTES = frozenset(map(ord, CONTROLS)) - {127}
"""Bytes of UTF-16 that no text of another encoding has but by mistake."""

MOST_CONTROLS = 0.002
"""Scanned texts carry a stray control character here and there; a binary has one in every few bytes."""

SAMPLE = 65_536
"""Bytes judged: an encoding does not change within a file."""


def read_text(data: bytes, name: str) -> SourceText:
    """The text of a file; Unreadable when the bytes are no text."""
    text = decoded(data)
    if text is None or is_binary(text):
        raise Unreadable(f"{name} is not a text file: it holds binary data. {advice_for(data)}")
    media_type = "text/markdown" if name.lower().endswith(".md") else "text/plain"
    return SourceText(text=text.replace("\r\n", "\n").replace("\r", "\n"), media_type=media_type)


def advice_for(data: bytes) -> str:
    """What to do with a file under the name of a text that is none: its first bytes often say what it is."""
    found = next((kind for sign, kind in SIGNS if data.startswith(sign)), None)
    if found is not None and b"xl/workbook" in data:
        found = "an Excel workbook: give it the ending .xlsx"
    if found is not None:
        return f"It begins like {found}."
    return "Open it in the program it came from and save it as .txt or .docx."


def decoded(data: bytes) -> str | None:
    """The characters of a file without its byte order mark; None when no encoding fits."""
    for mark, encoding in MARKS:
        if data.startswith(mark):
            rest = data[len(mark) :]
            whole = tried(rest, encoding)
            return with_gaps(rest, encoding) if whole is None else whole
    if b"\0" in data:
        return decoded_wide(data)
    text = tried(data, "utf-8")
    if text is not None:
        return text
    mended = with_gaps(data, "utf-8")
    if mended and sum(char > "\x7f" for char in mended) > FEW * mended.count(GAP) and not is_chinese(data):
        return mended
    wide = decoded_wide(data) if WIDE_BYTES.intersection(data[:SAMPLE]) else None
    return wide if wide and plausibility(wide) >= WORTH_ONE else decoded_narrow(data)


def is_chinese(data: bytes) -> bool:
    """Whether the bytes make sound and common characters in the encoding of the mainland."""
    text = tried(data, "gb18030")
    return text is not None and plausibility(text) >= WORTH_ONE


def decoded_wide(data: bytes) -> str | None:
    """UTF-16 without a mark, in the byte order that makes characters which texts have."""
    if len(data) % 2:
        return None
    found = [text for text in (tried(data, "utf-16-le"), tried(data, "utf-16-be")) if text]
    best = max(found, key=lambda text: (readability(text), plausibility(text)), default="")
    return best if readability(best) >= READABLE else None


def decoded_narrow(data: bytes) -> str | None:
    """Windows-1252, GB18030, Big5 or UTF-16, whichever makes the most plausible text; else the last help's
    word."""
    if is_western(data):
        return tried(data, "cp1252") or data.decode("latin-1")
    for attempt in (tried, with_gaps):
        found = [text for text in (attempt(data, encoding) for encoding in CHINESE) if text]
        best = max(found, key=plausibility, default="")
        if plausibility(best) >= PLAUSIBLE:
            return best
    from charset_normalizer import from_bytes

    guess = from_bytes(data[:SAMPLE]).best()
    return tried(data, guess.encoding) if guess else None


def tried(data: bytes, encoding: str) -> str | None:
    """The characters in an encoding, None where a byte does not fit."""
    try:
        return data.decode(encoding)
    except (UnicodeDecodeError, LookupError):
        return None


def with_gaps(data: bytes, encoding: str) -> str | None:
    """The characters in an encoding where a few bytes were damaged on the way, which show as gaps."""
    text = ""
    for part in (data[:SAMPLE], data):
        text = part.decode(encoding, "replace")
        if text.count(GAP) > max(LEAST_GAPS, len(text) * MOST_GAPS):
            return None
    return text


def is_western(data: bytes) -> bool:
    """Whether most bytes are ASCII letters and blanks, and those above ASCII seldom stand together."""
    sample = data[:SAMPLE]
    high = [byte > 127 for byte in sample]
    letters = sum(sample.count(byte) for byte in LETTERS)
    beside = sum(one and two for one, two in pairwise(high))
    return letters >= len(sample) * WESTERN and (beside * 2 < sum(high) or letters >= len(sample) * 0.8)


@cache
def common() -> tuple[frozenset[str], frozenset[str]]:
    """The characters that the standards of either script list first: 3,755 simplified, 5,401 traditional."""
    simplified = bytes(
        byte for row in range(0xB0, 0xD8) for cell in range(0xA1, 0xFF) for byte in (row, cell)
    )
    cells = (*range(0x40, 0x7F), *range(0xA1, 0xFF))
    traditional = bytes(byte for row in range(0xA4, 0xC7) for cell in cells for byte in (row, cell))
    return (
        frozenset(simplified.decode("gb2312", "ignore")),
        frozenset(traditional.decode("big5", "ignore")),
    )


def worth(char: str) -> float:
    """How much a character speaks for a decoding."""
    if char in FREQUENT:
        return WORTH_FREQUENT
    simplified, traditional = common()
    return (0.0, WORTH_ONE, WORTH_BOTH)[(char in simplified) + (char in traditional)]


def plausibility(text: str) -> float:
    """The worth on average of the characters beyond ASCII."""
    wide = [char for char in text[:SAMPLE] if char > "\x7f"]
    counts = Counter(wide)
    return sum(worth(char) * count for char, count in counts.items()) / len(wide) if wide else 0.0


def readability(text: str) -> float:
    """The share of Han, wide and printed ASCII characters, line ends and tabs."""
    sample = text[:SAMPLE]
    plain = sum(
        " " <= char <= "~" or char in "\r\n\t" or "\u3000" <= char <= "\u303f" or "\u4e00" <= char <= "\u9fff"
        or "\uff00" <= char <= "\uffef" or char in FREQUENT
        for char in sample
    )  # fmt: skip
    return plain / len(sample) if sample else 0.0


def is_binary(text: str) -> bool:
    """Whether control characters show that this was never meant to be read."""
    if "\0" in text:
        return True
    controls = sum(map(text.count, CONTROLS))
    return controls > max(2, len(text) * MOST_CONTROLS)
