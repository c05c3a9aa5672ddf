"""Soft line breaks: which begin a paragraph and which only break a line of one.

In: the words of one paragraph-like element, `\\n` where it breaks a line without ending. Out: the paragraphs
meant. A break counts where a blank line, an indent, a printed number, a bullet or a field name follows, or
where a sentence has ended; any other is a matter of layout: between Han characters it leaves nothing, else a
blank. Not here: lines of plain text files (`outline.lines`).
"""

from milepost.reading.outline.numbering import label_at
from milepost.reading.patterns import pattern
from milepost.reading.records import Language

LANGUAGES: tuple[Language, ...] = ("en", "zh")
INDENT = pattern(r"(?:[\u3000\u2003]|[\u00a0 ]{2,}|\t)")
OPENS = pattern(r"[-*•·●○◦▪■◆※–][ \t\u3000]|[•●▪■◆]|[^\s:：|，。,.()（）]{2,12}[:：]|[一二三四五六七八九]是")
SENTENCE_END = "。！？；：.!?;:）)"
BLANKS = " \t\r\f\v\u00a0\u3000\u2003"
HAN = ("\u3400", "\u9fff")
WIDE = "，。、；：？！（）《》〈〉“”‘’【】〔〕—…"


def paragraphs_of(words: str) -> list[str]:
    """The paragraphs that words with soft breaks are meant as."""
    if "\n" not in words:
        return [words]
    found: list[str] = []
    blank = True
    for line in words.split("\n"):
        bare = line.strip(BLANKS)
        if not bare:
            blank = True
        elif not found or blank or begins(line, bare, found[-1]):
            found.append(bare)
            blank = False
        else:
            found[-1] += ("" if is_han(found[-1][-1]) and is_han(bare[0]) else " ") + bare
    return found


def begins(line: str, bare: str, before: str) -> bool:
    """Whether a line after a soft break begins a paragraph."""
    if before[-1] in SENTENCE_END or INDENT.match(line) or OPENS.match(bare):
        return True
    return any(label_at(bare, 0, min(len(bare), 60), language) for language in LANGUAGES)


def is_han(char: str) -> bool:
    """Whether a character is Han or a wide sign, between which a broken line leaves no blank."""
    return HAN[0] <= char <= HAN[1] or char in WIDE
