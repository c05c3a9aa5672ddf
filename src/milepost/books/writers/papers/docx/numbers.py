"""Numbers that the office program counts: headings, lists.

In: a `Paper`. Out: `Numbers`: for each heading whether its printed number is the one that the program would
count, for each numbered list a list of its own, and `numbering.xml`. A number that no scheme would count
(item 6 of an agenda, a number left out) is typed as printed, so that the file never says another number than
the paper.
"""

from collections.abc import Iterable
from typing import NamedTuple

from milepost.books.content.records.paper import Heading, Paper
from milepost.books.wording.labels import script
from milepost.books.writers.docx.pen import NAMESPACES

HEADINGS, BULLETS, FIRST_LIST = 1, 2, 3
"""Numbers of the lists in the file."""
DIGITS = "〇一二三四五六七八九"
ROMAN = ((10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"))


class Level(NamedTuple):
    """A level of a scheme: how it counts, and its text in the program's own writing."""

    form: str
    text: str


SCHEMES: dict[str, tuple[tuple[Level, Level, Level], ...]] = {
    "en": (
        (Level("upperRoman", "%1"), Level("decimal", "%2"), Level("lowerLetter", "%3")),
        (Level("decimal", "%1"), Level("decimal", "%1.%2"), Level("decimal", "%1.%2.%3")),
        (Level("decimal", "%1."), Level("decimal", "%1.%2."), Level("decimal", "%1.%2.%3.")),
        (Level("upperRoman", "%1."), Level("decimal", "%2."), Level("lowerLetter", "%3.")),
    ),
    "zh": (
        (Level("chineseCounting", "%1、"), Level("chineseCounting", "（%2）"), Level("decimal", "%3.")),
        (Level("decimal", "%1"), Level("decimal", "%1.%2"), Level("decimal", "%1.%2.%3")),
    ),
}
"""Ways to number headings; a paper takes the one that counts most of its own."""
BULLET, COUNTED = Level("bullet", "–"), Level("decimal", "%1.")


class Numbers:
    """The numbers of one paper."""

    def __init__(self, paper: Paper) -> None:
        headings = [block for block in paper.blocks if isinstance(block, Heading)]
        self.script = script(paper.language)
        counted = [(_counted(scheme, headings), scheme) for scheme in SCHEMES[self.script]]
        self._counted, self._scheme = max(counted, key=lambda pair: len(pair[0]))
        self._lists = 0

    def is_counted(self, heading: Heading) -> bool:
        """Whether the program counts to the number that is printed."""
        return id(heading) in self._counted

    def new_list(self) -> int:
        """The number of a new list that begins at 1."""
        self._lists += 1
        return FIRST_LIST + self._lists - 1

    def xml(self) -> str:
        """The lists of the file; called last, once all lists are known."""
        gap, hanging = ("nothing", 0) if self.script == "zh" else ("tab", 600)
        tied = '<w:pStyle w:val="Heading{}"/>' + f'<w:suff w:val="{gap}"/>'
        levels = (_level(n, one, tied.format(n + 1), hanging) for n, one in enumerate(self._scheme))
        kinds = ("".join(levels), _level(0, BULLET, "", 300), _level(0, COUNTED, "", 400))
        abstract = "".join(
            f'<w:abstractNum w:abstractNumId="{n}"><w:multiLevelType w:val="multilevel"/>'
            f"{kind}</w:abstractNum>"
            for n, kind in enumerate(kinds)
        )
        return f"<w:numbering {NAMESPACES}>{abstract}{''.join(self._used())}</w:numbering>"

    def _used(self) -> Iterable[str]:
        """Each list with the kind it is of; a numbered one begins at 1."""
        again = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>'
        yield f'<w:num w:numId="{HEADINGS}"><w:abstractNumId w:val="0"/></w:num>'
        yield f'<w:num w:numId="{BULLETS}"><w:abstractNumId w:val="1"/></w:num>'
        for n in range(self._lists):
            yield f'<w:num w:numId="{FIRST_LIST + n}"><w:abstractNumId w:val="2"/>{again}</w:num>'


def _level(at: int, level: Level, more: str, hanging: int) -> str:
    """A level of a list."""
    return (
        f'<w:lvl w:ilvl="{at}"><w:start w:val="1"/><w:numFmt w:val="{level.form}"/>{more}'
        f'<w:lvlText w:val="{level.text}"/><w:lvlJc w:val="left"/>'
        f'<w:pPr><w:ind w:left="{hanging}" w:hanging="{hanging}"/></w:pPr></w:lvl>'
    )


def _counted(scheme: tuple[Level, ...], headings: Iterable[Heading]) -> set[int]:
    """The headings whose number a scheme counts, walking through the paper as the program does."""
    found: set[int] = set()
    at = [0] * len(scheme)
    for heading in headings:
        level = heading.level - 1
        now = [*at[:level], at[level] + 1, *([0] * (len(scheme) - level - 1))]
        if heading.number.strip() == _printed(scheme, level, now):
            found.add(id(heading))
            at = now
    return found


def _printed(scheme: tuple[Level, ...], level: int, at: list[int]) -> str:
    """A number as the program prints it."""
    text = scheme[level].text
    for n in range(level + 1):
        text = text.replace(f"%{n + 1}", _word(scheme[n].form, at[n]))
    return text


def _word(form: str, number: int) -> str:
    """A number in one form."""
    if form == "upperRoman":
        return _roman(number)
    if form == "lowerLetter":
        return chr(ord("a") + (number - 1) % 26) * ((number - 1) // 26 + 1)
    return _chinese(number) if form == "chineseCounting" else str(number)


def _roman(number: int) -> str:
    """A number below 50 in Roman letters."""
    made = ""
    for value, letters in ROMAN:
        made += letters * (number // value)
        number %= value
    return made


def _chinese(number: int) -> str:
    """A number below 100 in Chinese."""
    tens, ones = divmod(number, 10)
    head = ("" if tens == 1 else DIGITS[tens]) + "十" if tens else ""
    return head + (DIGITS[ones] if ones or not tens else "")
