"""Text made safe for XML and HTML: the one door through which words reach a drawing or a page.

In: any text. Out: text whose markup is escaped and whose characters XML 1.0 allows; what it drops is
invisible (control characters, lone surrogates, marks that turn the direction of reading).
Not here: the elements themselves (svg, html).
"""

from html import escape as escape_markup

CONTROLS = {*range(0x20), *range(0x7F, 0xA0)} - {0x09, 0x0A, 0x0D}
TURNS = {*range(0x202A, 0x202F), *range(0x2066, 0x206A)}
NOT_TEXT = {*range(0xD800, 0xE000), *range(0xFDD0, 0xFDF0), 0xFFFE, 0xFFFF, 0xFEFF}
DROPPED = dict.fromkeys(CONTROLS | TURNS | NOT_TEXT)


def printable(text: str) -> str:
    """The text without characters that print nothing; line ends and tabs stay."""
    return text if text.isprintable() else text.translate(DROPPED)


def plain(text: str) -> str:
    """The text on one line, without characters that print nothing."""
    if text.isprintable():
        return text
    return " ".join(printable(text).split("\n")).replace("\t", " ").replace("\r", "")


def escape(text: str) -> str:
    """The text as it stands between tags or inside a double-quoted attribute."""
    return escape_markup(plain(text), quote=True)
