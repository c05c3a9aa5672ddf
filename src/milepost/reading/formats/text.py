"""Plain text and Markdown: bytes to the file's own characters.

In: the bytes of a .txt or .md. Out: the text as decoded, the byte order mark dropped and line ends made
`\\n`: spans index exactly these characters. Nothing else is touched. Encodings are tried in this order:
byte order mark, UTF-8, UTF-16 where NUL bytes speak for it, then GB18030, Big5 and Windows-1252 by how
plausible their characters are, at last what charset-normalizer makes of it. Bytes that are no text raise
`Unreadable`.
"""

import codecs
from itertools import pairwise

from milepost.reading.source import SourceText, Unreadable

MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
FREQUENT = frozenset(
    "的一是在和有人不为大中国年月日市政府部门工作发展改革实施建设加强推进完善责任单位第项条会议通知区县省各"
    "關實設強進單項條會議區縣發門為國務辦業體產農學術開應當對與於時機關將"
    "，。、；：（）《》“”0123456789"
)
"""Characters that every official text in Chinese repeats, of both scripts: a wrong decoding has few."""

PLAUSIBLE = 0.08
"""The least share of frequent characters among a text's Han and wide ones; right decodings have 0.2 and
more."""

READABLE = 0.25
"""The least share of ASCII and frequent characters in UTF-16; in the wrong byte order hardly any are."""

CHINESE = ("gb18030", "big5hkscs", "utf-16-le", "utf-16-be")
CONTROLS = frozenset(map(chr, (*range(9), *range(14, 27), *range(28, 32), 127)))
MOST_CONTROLS = 0.002
"""Scanned texts carry a stray control character here and there; a binary has one in every few bytes."""

SAMPLE = 65_536
"""Bytes judged: an encoding does not change within a file."""


def read_text(data: bytes, name: str) -> SourceText:
    """The text of a file; Unreadable when the bytes are no text."""
    text = decoded(data)
    if text is None or is_binary(text):
        raise Unreadable(
            f"{name} is not a text file: it holds binary data. Open it in the program it came from and "
            "save it as .txt or .docx."
        )
    media_type = "text/markdown" if name.lower().endswith(".md") else "text/plain"
    return SourceText(text=text.replace("\r\n", "\n").replace("\r", "\n"), media_type=media_type)


def decoded(data: bytes) -> str | None:
    """The characters of a file without its byte order mark; None when no encoding fits."""
    for mark, encoding in MARKS:
        if data.startswith(mark):
            return tried(data[len(mark) :], encoding)
    if b"\0" in data:
        return decoded_wide(data)
    return tried(data, "utf-8") or decoded_narrow(data)


def decoded_wide(data: bytes) -> str | None:
    """UTF-16 without a mark, in the byte order that makes characters which texts have."""
    if len(data) % 2:
        return None
    found = [text for text in (tried(data, "utf-16-le"), tried(data, "utf-16-be")) if text]
    best = max(found, key=readability, default="")
    return best if readability(best) >= READABLE else None


def decoded_narrow(data: bytes) -> str | None:
    """GB18030, Big5 or Windows-1252, whichever makes the most plausible text; else the last help's word."""
    if is_western(data):
        return tried(data, "cp1252") or data.decode("latin-1")
    found = [text for text in (tried(data, encoding) for encoding in CHINESE) if text]
    best = max(found, key=plausibility, default="")
    if plausibility(best) >= PLAUSIBLE:
        return best
    from charset_normalizer import from_bytes

    guess = from_bytes(data[:SAMPLE]).best()
    return (tried(data, guess.encoding) if guess else None) or best or None


def tried(data: bytes, encoding: str) -> str | None:
    """The characters in an encoding, None where a byte does not fit."""
    try:
        return data.decode(encoding)
    except (UnicodeDecodeError, LookupError):
        return None


def is_western(data: bytes) -> bool:
    """Whether the bytes above ASCII are few and stand alone, as letters with accents and curly quotes do."""
    high = [byte > 127 for byte in data[:SAMPLE]]
    beside = sum(one and two for one, two in pairwise(high))
    return sum(high) * 20 < len(high) and beside * 2 < sum(high)


def plausibility(text: str) -> float:
    """The share of frequent characters among those beyond ASCII letters."""
    wide = [char for char in text[:SAMPLE] if char > "\x7f"]
    return sum(char in FREQUENT for char in wide) / len(wide) if wide else 0.0


def readability(text: str) -> float:
    """The share of printed ASCII, line ends and frequent Chinese characters."""
    sample = text[:SAMPLE]
    plain = sum(" " <= char <= "~" or char in "\r\n\t" or char in FREQUENT for char in sample)
    return plain / len(sample) if sample else 0.0


def is_binary(text: str) -> bool:
    """Whether control characters show that this was never meant to be read."""
    if "\0" in text:
        return True
    controls = sum(map(text.count, CONTROLS))
    return controls > max(2, len(text) * MOST_CONTROLS)
