"""Runs, paragraphs, blanks and boxes of a Word file: the one door through which words reach it.

In: text and the names of styles. Out: WordprocessingML as text, escaped. Every look is a named style's; here
stand no sizes, faces or colours. A blank is a content control whose tag says what it holds
(`k3v9q2xw7a.risks`) and whose title repeats its small words and the tag, as some office programs keep only
the title; a box to tick stands in a bookmark too, as those keep not even a box's title.
"""

import re
import zlib
from collections.abc import Iterable

from milepost.books.writers.markup import escape

NAMESPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" mc:Ignorable="w14"'
)
BREAK, TAB, COLUMN_BREAK = "<w:r><w:br/></w:r>", "<w:r><w:tab/></w:r>", '<w:r><w:br w:type="column"/></w:r>'
TITLE_SEAM = " · "
"""Between a blank's small words and its tag, in the title of its control."""
TITLE_LENGTH = 64  # what Word takes as a title or a tag
ON, OFF = "\u2612", "\u2610"
BOOKMARK = re.compile(r"[A-Za-z][A-Za-z0-9]{0,15}")
"""Ids that may stand in the name of a bookmark."""


def run(text: str, style: str = "") -> str:
    """Words in a character style; a line end in the text is a line end on the page."""
    look = f'<w:rPr><w:rStyle w:val="{style}"/></w:rPr>' if style else ""
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    words = "<w:br/>".join(f'<w:t xml:space="preserve">{escape(line)}</w:t>' for line in lines)
    return f"<w:r>{look}{words}</w:r>" if text else ""


def paragraph(style: str, *runs: str) -> str:
    """A paragraph in a style; bare text must come through `run`."""
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr>{"".join(runs)}</w:p>'


def line(style: str, text: str, look: str = "") -> str:
    """A paragraph of one run."""
    return paragraph(style, run(text, look))


def blank(tag: str, words: str) -> str:
    """A blank to fill: a control that shows its small words until somebody writes in it."""
    room = max(TITLE_LENGTH - len(TITLE_SEAM) - len(tag), 0)
    naming = _naming(f"{words[:room]}{TITLE_SEAM}{tag}", tag)
    return (
        f'<w:sdt><w:sdtPr><w:rPr><w:rStyle w:val="MPFilled"/></w:rPr>{naming}<w:showingPlcHdr/>'
        f'<w:text w:multiLine="1"/></w:sdtPr><w:sdtContent>{run(words, "MPFill")}</w:sdtContent></w:sdt>'
    )


def blank_line(tag: str, words: str) -> str:
    """A blank on a ruled line of its own."""
    return paragraph("MPBlank", blank(tag, words))


def tick(tag: str, words: str, on: bool = False) -> str:
    """A box to tick with its word."""
    state = (
        f'<w14:checkbox><w14:checked w14:val="{int(on)}"/>'
        '<w14:checkedState w14:val="2612" w14:font="Segoe UI Symbol"/>'
        '<w14:uncheckedState w14:val="2610" w14:font="Segoe UI Symbol"/></w14:checkbox>'
    )
    control = (
        f"<w:sdt><w:sdtPr>{_naming(words, tag)}{state}</w:sdtPr>"
        f"<w:sdtContent>{run(ON if on else OFF, 'MPTick')}</w:sdtContent></w:sdt>"
    )
    return f"{_in_bookmark(tag, control)}{run(f' {words}', 'MPSmall')}"


def field(code: str) -> str:
    """A number that the office program counts: PAGE, NUMPAGES."""
    return f'<w:fldSimple w:instr=" {code} "><w:r><w:t>1</w:t></w:r></w:fldSimple>'


def joined(runs: Iterable[str], between: str) -> str:
    """The runs that say something, with plain words between them."""
    return run(between).join(one for one in runs if one)


def number_of(tag: str) -> int:
    """A number for a control, the same in every run: no two tags of a book share it but by chance of 1 to
    two billion."""
    return zlib.crc32(tag.encode()) & 0x7FFFFFFF


def _naming(title: str, tag: str) -> str:
    """What a control is known by."""
    return (
        f'<w:alias w:val="{escape(title)}"/><w:tag w:val="{escape(tag[:TITLE_LENGTH])}"/>'
        f'<w:id w:val="{number_of(tag)}"/>'
    )


def _in_bookmark(tag: str, control: str) -> str:
    """The control between the ends of a bookmark named after it, where its id may stand in such a name."""
    id_, _, kind = tag.rpartition(".")
    if not BOOKMARK.fullmatch(id_):
        return control
    number = number_of(f"bookmark {tag}")
    start = f'<w:bookmarkStart w:id="{number}" w:name="mp_{kind}_{id_}"/>'
    return f'{start}{control}<w:bookmarkEnd w:id="{number}"/>'
