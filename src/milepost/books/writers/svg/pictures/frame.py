"""What all pictures share: the file around the ink, title and note, tones, the hatch.

In: a pen with its elements, a record. Out: the file's text. Sizes are millimetres.
"""

from milepost.books.content.records.pictures import PictureRecord
from milepost.books.wording.labels import script
from milepost.books.writers.markup import escape
from milepost.books.writers.svg.pen import CHINESE, GENERIC, INK, LATIN, MID, PAPER, Pen
from milepost.books.writers.svg.words import wrap

WIDTH = 130.0
"""Half a page of A4 in landscape."""
TITLE_SIZE, NOTE_SIZE, WORD_SIZE, SMALL_SIZE = 3.9, 2.5, 2.8, 2.5
TITLE_BASE, NOTE_BASE, BODY_TOP = 4.2, 8.4, 11.2
TINTS = (PAPER, "#eceff1", "#d5dade", "#b7bfc6", "#66727e", "#414d59", INK)
WHITE_WORDS_FROM = 4
"""From this tint on words are white: contrast at least 4.5."""
RULE = "#c3c9cf"


def draw_title(pen: Pen, record: PictureRecord, width: float) -> float:
    """Title, and note under it; where the body begins."""
    pen.text(0, TITLE_BASE, record.title, TITLE_SIZE, weight=700)
    top = BODY_TOP
    for n, line in enumerate(wrap(pen, record.note, NOTE_SIZE, 400, width, 2)):
        pen.text(0, NOTE_BASE + n * 3.3, line, NOTE_SIZE, fill=MID)
        top = BODY_TOP + n * 3.3
    return top


def hatch_of(name: str) -> str:
    """How the hatch of a picture is referred to."""
    return f"url(#{name}-hatch)"


def file_of(pen: Pen, record: PictureRecord, name: str, width: float, height: float) -> str:
    """The elements in their file."""
    family = CHINESE if script(record.language) == "zh" else LATIN
    tongue = "zh-CN" if record.language == "zh" else record.language
    head = (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {pen.mm(width)} {pen.mm(height)}"'
        f' width="{pen.mm(width)}mm" height="{pen.mm(height)}mm" role="img"'
        f' aria-labelledby="{name}-title {name}-desc" xml:lang="{tongue}" font-family="{family}, {GENERIC}">'
    )
    words = (
        f'<title id="{name}-title">{escape(record.title)}</title>'
        f'<desc id="{name}-desc">{escape(record.alt)}</desc>'
    )
    hatch = (
        f'<defs><pattern id="{name}-hatch" width="1.1" height="1.1" patternUnits="userSpaceOnUse"'
        f' patternTransform="rotate(45)"><rect width="1.1" height="1.1" fill="{PAPER}"/>'
        f'<rect width="0.35" height="1.1" fill="{INK}"/></pattern></defs>'
    )
    ground = f'<rect width="{pen.mm(width)}" height="{pen.mm(height)}" fill="{PAPER}"/>'
    elements = [line.replace(HATCH, hatch_of(name)) for line in pen.elements]
    return "\n".join((head + words, hatch, ground, *elements, "</svg>\n"))


HATCH = "url(#hatch)"
"""What a drawing writes for its hatch; the file gives it its own name."""
