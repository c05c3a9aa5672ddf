"""Which paragraphs of a PDF are headings, by their size and weight.

In: the paragraphs of a document and the size of its text. Out: a level for each, 0 for running text. Each
size clearly larger than the text's is a level of its own, the largest the first; short bold lines at the
text's size come below them. A paragraph with a printed number is left to the outline, whose count knows
better. Not here: the outline itself.
"""

from milepost.reading.formats.pdf_paragraphs import LARGER, Paragraph, Setting
from milepost.reading.outline.lines import BULLET, FIELD
from milepost.reading.outline.numbering import label_at

LONGEST = 200
LONGEST_BOLD = 90
MOST_LEVELS = 6
MOST_BOLD = 0.4
"""From this share of bold text on, weight tells nothing."""


def levels_of(paragraphs: list[Paragraph], setting: Setting) -> list[int]:
    """The heading level of each paragraph."""
    larger = [is_larger(paragraph, setting) for paragraph in paragraphs]
    sizes = steps({paragraph.size for paragraph, is_one in zip(paragraphs, larger, strict=True) if is_one})
    letters = sum(len(paragraph.words) for paragraph in paragraphs)
    bold = sum(len(paragraph.words) for paragraph in paragraphs if paragraph.bold)
    weighs = bold < MOST_BOLD * letters
    levels: list[int] = []
    for paragraph, is_one in zip(paragraphs, larger, strict=True):
        level = 0
        if is_one:
            level = next(at for at, size in enumerate(sizes, 1) if paragraph.size >= size - 0.5)
        elif weighs and is_bold_line(paragraph, setting):
            level = len(sizes) + 1
        levels.append(min(level, MOST_LEVELS))
    return levels


def steps(sizes: set[float]) -> list[float]:
    """Sizes from large to small, those within half a point made one."""
    found: list[float] = []
    for size in sorted(sizes, reverse=True):
        if not found or found[-1] - size > 0.5:
            found.append(size)
    return found


def is_larger(paragraph: Paragraph, setting: Setting) -> bool:
    """Whether a paragraph is a heading by its size."""
    short = len(paragraph.words) <= LONGEST
    return short and paragraph.size >= LARGER * setting.size and not is_labelled(paragraph, setting)


def is_bold_line(paragraph: Paragraph, setting: Setting) -> bool:
    """Whether a paragraph is a heading by its weight."""
    words = paragraph.words
    if not paragraph.bold or len(words) > LONGEST_BOLD or paragraph.size < 0.95 * setting.size:
        return False
    ends = words[-1] in ".。;；,，:："
    return (
        not ends
        and not FIELD.match(words)
        and not BULLET.match(words)
        and not is_labelled(paragraph, setting)
    )


def is_labelled(paragraph: Paragraph, setting: Setting) -> bool:
    """Whether a paragraph begins with a printed number."""
    return label_at(paragraph.words, 0, len(paragraph.words), setting.language) is not None
