"""The numbers that Word prints before paragraphs: 一、 （一） 第三条 Article 2.1 (a)(i).

In: numbering.xml and styles.xml as trees, then paragraph by paragraph its number properties. Out: the label
as printed, or `•` for a bullet. Counts run on through all lists of one abstract definition, begin anew
after a higher level (unless the level says otherwise) and where a list overrides its start. Not here: the
words.
"""

from typing import Any

from msgspec import Struct

from milepost.reading.formats.numerals import number_text

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
BULLET = "•"
LEVELS = 9
DEEPEST_CHAIN = 20
"""Styles inherit through a few steps; a chain longer than this runs in a ring."""


class Level(Struct, frozen=True):
    """How one level of a list counts and prints. `restart` is the level, from 1, whose use begins it anew:
    0 never, None any higher one."""

    start: int = 1
    style: str = "decimal"
    text: str = ""
    restart: int | None = None
    legal: bool = False
    paragraph_style: str | None = None


class NumberedList(Struct, frozen=True):
    """A list: its abstract definition, its levels, and the levels whose start it overrides."""

    abstract: str
    levels: dict[int, Level]
    starts: dict[int, int]


def value_of(element: Any, tag: str, default: str | None = None) -> str | None:
    """The `val` of a child element."""
    child = element.find(W + tag) if element is not None else None
    return default if child is None else child.get(W + "val", default)


def number_of(text: str | None, default: int) -> int:
    """A small whole number of an attribute."""
    digits = (text or "").lstrip("-")
    return int(text or "") if digits.isascii() and digits.isdecimal() and len(digits) < 7 else default


def level_of(element: Any) -> Level:
    """A level from its element."""
    restart = value_of(element, "lvlRestart")
    return Level(
        start=number_of(value_of(element, "start"), 1),
        style=value_of(element, "numFmt", "decimal") or "decimal",
        text=value_of(element, "lvlText", "") or "",
        restart=None if restart is None else number_of(restart, 0),
        legal=element.find(W + "isLgl") is not None,
        paragraph_style=value_of(element, "pStyle"),
    )


class Lists:
    """The lists of a document, and how far each has counted."""

    def __init__(self, numbering: Any, style_lists: dict[str, str]) -> None:
        """`style_lists` gives the list of a numbering style, for definitions that only point to one."""
        self.abstracts = {} if numbering is None else self.read_abstracts(numbering)
        self.linked = {} if numbering is None else self.read_links(numbering)
        self.lists: dict[str, NumberedList] = {}
        self.counts: dict[str, dict[int, int]] = {}
        self.begun: set[tuple[str, int]] = set()
        if numbering is not None:
            for element in numbering.findall(W + "num"):
                self.read_list(element)
            self.follow_links(style_lists)

    @staticmethod
    def read_abstracts(numbering: Any) -> dict[str, dict[int, Level]]:
        """The levels of each abstract definition."""
        return {
            abstract.get(W + "abstractNumId", ""): {
                number_of(level.get(W + "ilvl"), 0): level_of(level) for level in abstract.findall(W + "lvl")
            }
            for abstract in numbering.findall(W + "abstractNum")
        }

    @staticmethod
    def read_links(numbering: Any) -> dict[str, str]:
        """The numbering style that an abstract definition points to."""
        links = {
            abstract.get(W + "abstractNumId", ""): value_of(abstract, "numStyleLink")
            for abstract in numbering.findall(W + "abstractNum")
        }
        return {key: style for key, style in links.items() if style}

    def read_list(self, element: Any) -> None:
        """Put a list with its overrides down."""
        abstract = value_of(element, "abstractNumId", "") or ""
        levels = dict(self.abstracts.get(abstract, {}))
        starts: dict[int, int] = {}
        for override in element.findall(W + "lvlOverride"):
            at = number_of(override.get(W + "ilvl"), 0)
            own = override.find(W + "lvl")
            if own is not None:
                levels[at] = level_of(own)
            start = value_of(override, "startOverride")
            if start is not None:
                starts[at] = number_of(start, 1)
        self.lists[element.get(W + "numId", "")] = NumberedList(abstract, levels, starts)

    def follow_links(self, style_lists: dict[str, str]) -> None:
        """Give lists that only point to a numbering style the levels of that style's list."""
        for key, found in self.lists.items():
            target = self.lists.get(style_lists.get(self.linked.get(found.abstract, ""), ""))
            if target is not None and target is not found:
                self.lists[key] = NumberedList(target.abstract, target.levels, found.starts)

    def level_for_style(self, list_id: str, style: str) -> int:
        """The level of a list that belongs to a paragraph style."""
        found = self.lists.get(list_id)
        levels = found.levels if found else {}
        return next((at for at, level in levels.items() if level.paragraph_style == style), 0)

    def label(self, list_id: str, at: int) -> str | None:
        """Count one paragraph and give its label as printed; None where the list is unknown or prints
        nothing."""
        found = self.lists.get(list_id)
        if found is None or at not in found.levels:
            return None
        counts = self.counts.setdefault(found.abstract, {})
        self.count(found, list_id, counts, at)
        level = found.levels[at]
        if level.style == "bullet":
            return BULLET
        text = level.text
        for shown in range(LEVELS):
            mark = f"%{shown + 1}"
            if mark in text:
                other = found.levels.get(shown, Level())
                style = "decimal" if level.legal else other.style
                text = text.replace(mark, number_text(style, counts.get(shown, other.start)))
        return text.strip() or None

    def count(self, found: NumberedList, list_id: str, counts: dict[int, int], at: int) -> None:
        """Advance a level and begin the deeper ones anew."""
        start = found.levels[at].start
        if at in found.starts and (list_id, at) not in self.begun:
            counts[at] = found.starts[at]
        else:
            counts[at] = counts[at] + 1 if at in counts else start
        self.begun.add((list_id, at))
        for deeper in [level for level in counts if level > at]:
            restart = found.levels.get(deeper, Level()).restart
            if restart is None or at < restart:
                del counts[deeper]
