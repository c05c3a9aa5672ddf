"""Lines of a PDF to paragraphs: over line ends, over columns and over page ends.

In: the lines of the text in reading order. Out: `Paragraph`s. A line goes on with the one before when
that one was full (the next word would not have fitted), and size, weight, distance and indent agree; a
printed number, a bullet or a field's name begins a paragraph unless the sentence before is open. A title
set over several lines is one. Not here: how the words of two lines meet (`pdf_joints`), which paragraphs
are headings (`pdf_headings`).
"""

from collections import Counter
from itertools import pairwise

from msgspec import Struct

from milepost.reading.formats.pdf_joints import Vocabulary, joined_words
from milepost.reading.formats.pdf_layout import Line
from milepost.reading.formats.pdf_words import is_wide
from milepost.reading.outline.lines import BULLET, FIELD, OPEN_END, SENTENCE_END
from milepost.reading.outline.numbering import Label, label_at
from milepost.reading.patterns import pattern
from milepost.reading.records import Language

SAME_SIZE = 0.07
LARGER = 1.12
"""Against the text's own size; from here on a line is a heading."""

WIDER_GAP = 1.3
TITLE_PITCH = 2.0
"""Of the size; lines of one title stand no further apart."""

INDENT = 0.7
"""Of the size; a smaller shift is the typesetter's."""

USUAL_PITCH = 1.4
LEAST_GAPS = 2
MORE_INDENT = (1.2, 4.5)
"""Of the size; how far first lines are indented."""

INDENTED = 0.04
MOSTLY = 0.7
DEEPEST = 8.0
"""Of the size; further to the side a line is centred and not indented."""

SLACK = {"en": 0.35, "zh": 1.1}
"""Of the size; what a full line may leave free beyond the next word: punctuation is kept off line starts."""

LOOSE_SLACK = 6.0
"""Of the size; the same where indents or gaps show by themselves where paragraphs begin."""

SHORT = 0.25
"""Of the column; a line that leaves as much free ends a paragraph."""

CENTRED_FROM = 1.5
"""Of the size; a line with less room at its left fills its column."""

CENTRED = 0.3
"""Of the size; by how much the free ends of a centred line may differ."""

TITLE_WIDTH = 0.4
"""Of the column; a shorter title line was not broken for want of room."""

FIRST_WORD = pattern(r"[\x21-\x7e\u00a1-\u024f\u2010-\u201f]+")
COUNTED = pattern(r"([0-9]{1,3})[ \u3000]")
CITING = pattern(r"\b(?:[Nn]os?|[Ss]ecs?|[Aa]rts?|[Pp]aras?|[Ss]ections?|[Aa]rticles?|[Pp]aragraphs?)\.?\s?$")
"""Before a number at a line's start: it is cited there, or belongs to the word."""

CLOSING = "，。、；：？！）》」』】〕”’,.;:?!)]"
FULL_STOPS = "。.！？!?"
NOTE_START = pattern(r"[\[(（〔]?[0-9]{1,3}[\])）〕]?\s?[^0-9\s.,、．]|[①-⑳*†‡]")
NOTE_SIZE = 0.92


class Paragraph(Struct):
    """Lines that belong together: their words, and how they are set."""

    words: str
    lines: list[Line]

    @property
    def size(self) -> float:
        """The size it is set in."""
        return self.lines[0].size

    @property
    def bold(self) -> bool:
        """Whether all of it is bold."""
        return all(line.bold for line in self.lines)


class Setting(Struct, frozen=True):
    """How a document is set: the size of its text, the distance of its lines by size, its language; whether
    gaps part its paragraphs, and whether their first lines are indented."""

    size: float
    pitch: float
    language: Language
    spaced: bool = False
    indented: bool = False


def setting_of(lines: list[Line], language: Language) -> Setting:
    """How the lines of a document are set."""
    sizes: Counter[float] = Counter()
    for line in lines:
        sizes[round(line.size * 2) / 2] += len(line.words)
    size = max(sizes, key=lambda size: sizes[size], default=10.0) or 10.0
    pairs = [
        (one, two)
        for one, two in pairwise(lines)
        if one.page == two.page
        and one.base < two.base <= one.base + 4 * one.size
        and abs(one.size - size) <= SAME_SIZE * size
        and abs(two.size - size) <= SAME_SIZE * size
    ]
    inside = sorted((two.base - one.base) / one.size for one, two in pairs if room(one) <= 2 * size)
    pitch = inside[len(inside) // 4] if len(inside) >= LEAST_GAPS else USUAL_PITCH
    ends = [two.base - one.base for one, two in pairs if room(one) >= SHORT * width(one)]
    apart = sum(gap > WIDER_GAP * pitch * size for gap in ends)
    first = sum(MORE_INDENT[0] * size <= one.left - two.left <= MORE_INDENT[1] * size for one, two in pairs)
    return Setting(
        size=size,
        pitch=pitch,
        language=language,
        spaced=bool(ends) and apart >= MOSTLY * len(ends),
        indented=first >= max(2, INDENTED * len(pairs)),
    )


def room(line: Line) -> float:
    """What a line leaves free of its column."""
    return line.column[1] - line.right


def width(line: Line) -> float:
    """How wide a line's column is."""
    return line.column[1] - line.column[0]


def without_notes(lines: list[Line], size: float) -> tuple[list[Line], list[Line]]:
    """The lines of a page without the notes at its foot, and those notes."""
    small = len(lines)
    while small and lines[small - 1].size <= NOTE_SIZE * size:
        small -= 1
    first = next((at for at in range(small, len(lines)) if NOTE_START.match(lines[at].words)), len(lines))
    if not small:
        return lines, []
    return lines[:first], lines[first:]


def paragraphs_of(lines: list[Line], setting: Setting, vocabulary: Vocabulary) -> list[Paragraph]:
    """Lines as paragraphs."""
    found: list[Paragraph] = []
    for line in lines:
        if found and Joint(found[-1], line, setting).holds():
            found[-1].words = joined_words(found[-1].words, line.words, vocabulary)
            found[-1].lines.append(line)
        else:
            found.append(Paragraph(line.words, [line]))
    return found


class Joint:
    """The question whether a line goes on with a paragraph."""

    def __init__(self, paragraph: Paragraph, line: Line, setting: Setting) -> None:
        self.lines = paragraph.lines
        self.last = paragraph.lines[-1]
        self.line = line
        self.setting = setting
        self.jump = line.page != self.last.page or line.base <= self.last.base

    def holds(self) -> bool:
        """Whether it does."""
        last, line = self.last, self.line
        if abs(last.size - line.size) > SAME_SIZE * last.size:
            return False
        if (last.bold and not line.opens_bold) or (line.bold and not last.closes_bold):
            return False
        if last.size >= LARGER * self.setting.size:
            return self.is_title_over_lines()
        if not self.jump and (self.is_gap() or self.is_after_centred()):
            return False
        return self.is_full() and self.is_indented_alike() and not self.begins()

    def is_title_over_lines(self) -> bool:
        """Whether both are lines of one title."""
        last, line = self.last, self.line
        if self.jump or line.base - last.base > TITLE_PITCH * last.size:
            return False
        if label_of(line.words, self.setting.language):
            return False
        return last.right - last.left >= TITLE_WIDTH * width(last) and last.words[-1] not in "。.：:"

    def is_after_centred(self) -> bool:
        """Whether the paragraph is one centred line and this line is not."""
        before, after = self.last.left - self.last.column[0], room(self.last)
        size = self.last.size
        centred = (
            len(self.lines) == 1 and before > CENTRED_FROM * size and abs(before - after) < CENTRED * size
        )
        return centred and abs(self.line.left - self.line.column[0] - room(self.line)) > CENTRED * size

    def is_gap(self) -> bool:
        """Whether more than the usual distance parts them."""
        own = self.setting.pitch * self.last.size
        if (
            len(self.lines) > 1
            and self.lines[-2].page == self.last.page
            and self.last.base > self.lines[-2].base
        ):
            own = self.last.base - self.lines[-2].base
        return self.line.base - self.last.base > WIDER_GAP * own

    def is_full(self) -> bool:
        """Whether the next word would not have fitted on the last line."""
        size, free = self.last.size, room(self.last)
        shown = self.shows_indent() or (self.setting.spaced and not self.jump)
        slack = LOOSE_SLACK if shown and free < SHORT * width(self.last) else SLACK[self.setting.language]
        return free < self.first_width() + slack * size

    def first_width(self) -> float:
        """How wide the first word of the line is; of Chinese, its first character."""
        words, size = self.line.words, self.line.size
        match = FIRST_WORD.match(words)
        if match is None or is_wide(words[0]):
            return size * (2 if words[1:2] in CLOSING else 1)
        width = (self.line.right - self.line.left) * match.end() / len(words)
        return min(width, 0.6 * size * match.end())

    def is_indented_alike(self) -> bool:
        """Whether the line begins where the paragraph's next line would."""
        size = self.last.size
        left = self.line.left - self.line.column[0]
        first = self.lines[0].left - self.lines[0].column[0]
        if len(self.lines) > 1:
            rest = self.lines[1].left - self.lines[1].column[0]
            return abs(left - rest) <= INDENT * size
        shift = left - first
        if shift > INDENT * size:
            return shift <= DEEPEST * size and self.hangs()
        if -shift <= INDENT * size and self.setting.indented and left >= MORE_INDENT[0] * size:
            return False
        return -shift <= DEEPEST * size

    def hangs(self) -> bool:
        """Whether the paragraph begins with something that the next lines stand clear of."""
        words = self.lines[0].words
        return bool(label_of(words, self.setting.language) or BULLET.match(words) or FIELD.match(words))

    def shows_indent(self) -> bool:
        """Whether the line's place tells it from a paragraph's first line."""
        left = self.line.left - self.line.column[0]
        first = self.lines[0].left - self.lines[0].column[0]
        return abs(left - first) > INDENT * self.last.size

    def begins(self) -> bool:
        """Whether the line's words begin a paragraph."""
        words = self.line.words
        stops = self.last.words.rstrip()[-1:] in SENTENCE_END
        if BULLET.match(words) or counts_on(self.lines[0].words, words):
            return True
        label = label_of(words, self.setting.language)
        if label is not None:
            return self.begins_numbered(label, stops)
        if self.shows_indent():
            return False
        if FIELD.match(words) and FIELD.match(self.lines[0].words):
            return True
        if self.jump:
            return self.last.words[-1] in FULL_STOPS
        return stops and not self.setting.spaced and bool(FIELD.match(words))

    def begins_numbered(self, label: Label, stops: bool) -> bool:
        """Whether a printed number at the line's start begins a paragraph: not within an open sentence, nor
        in running text where gaps part the paragraphs."""
        if CITING.search(self.last.words[-12:]):
            return False
        if self.shows_indent():
            return stops
        own = label_of(self.lines[0].words, self.setting.language)
        if self.setting.spaced and not self.jump and not (own and own.row == label.row):
            return False
        return stops or self.setting.language == "zh" or not OPEN_END.search(self.last.words[-12:])


def counts_on(one: str, two: str) -> bool:
    """Whether two lines begin with bare numbers of which the second is the next."""
    first, second = COUNTED.match(one), COUNTED.match(two)
    return first is not None and second is not None and int(first[1]) + 1 == int(second[1])


def label_of(words: str, language: Language) -> Label | None:
    """The printed number that words begin with."""
    return label_at(words, 0, len(words), language)
