"""The numbers that Word prints before paragraphs: 一、 （一） 第三条 Article 2.1 (a)(i).

In: numbering.xml and styles.xml as trees, then paragraph by paragraph its number properties. Out: the label
as printed, or `•` for a bullet. Counts run on through all lists of one abstract definition, begin anew
after a higher level (unless the level says otherwise) and where a list overrides its start; a level that was
skipped counts as used once. Not here: the words, what surrounds a number of a web page (`html`).
"""

from typing import Any

from msgspec import Struct

from milepost.reading.formats.docx_package import W
from milepost.reading.formats.numerals import PADDED, number_text
from milepost.reading.patterns import pattern

BULLET = "•"
PLACE = pattern("%([1-9])")
"""Where a label shows the number of a level, counted from 1."""


class Level(Struct, frozen=True):
    """How one level of a list counts and prints. `restart` is the level, from 1, whose use begins it anew:
    0 never, None any higher one; `glued` that the words follow without a blank."""

    start: int = 0
    style: str = "decimal"
    text: str = ""
    restart: int | None = None
    legal: bool = False
    paragraph_style: str | None = None
    glued: bool = False


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
    digits = (text or "").removeprefix("-")
    return int(text or "") if digits.isascii() and digits.isdecimal() and len(digits) < 7 else default


def is_set(parent: Any, tag: str) -> bool:
    """Whether a switch is set: present, and not said to be off."""
    child = parent.find(W + tag) if parent is not None else None
    return child is not None and child.get(W + "val", "1") not in ("0", "false", "off")


def level_of(element: Any) -> Level:
    """A level from its element."""
    restart = value_of(element, "lvlRestart")
    return Level(
        start=number_of(value_of(element, "start"), 0),
        style=number_style(element),
        text=value_of(element, "lvlText", "") or "",
        restart=None if restart is None else number_of(restart, 0),
        legal=is_set(element, "isLgl"),
        paragraph_style=value_of(element, "pStyle"),
        glued=value_of(element, "suff") == "nothing",
    )


def number_style(element: Any) -> str:
    """The number format of a level; one of a program's own, such as `001, 002, …`, by the zeros it shows."""
    formats = list(element.iter(W + "numFmt"))
    for found in formats:
        padded = (found.get(W + "format") or "").partition(",")[0].strip()
        if found.get(W + "val") == "custom" and padded.isdecimal():
            return f"{PADDED}{len(padded)}"
    known = [found.get(W + "val", "decimal") for found in formats if found.get(W + "val") != "custom"]
    return known[0] if known else "decimal"


class Printed(Struct, frozen=True):
    """A label as printed, and whether the words follow it without a blank."""

    label: str
    glued: bool


class Lists:
    """The lists of a document, and how far each has counted."""

    def __init__(self, numbering: Any, style_lists: dict[str, str]) -> None:
        """`style_lists` gives the list of a numbering style, for definitions that only point to one."""
        self.abstracts = {} if numbering is None else self.read_abstracts(numbering)
        self.linked = {} if numbering is None else self.read_links(numbering, "numStyleLink")
        self.styles = {} if numbering is None else self.read_links(numbering, "styleLink")
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
    def read_links(numbering: Any, tag: str) -> dict[str, str]:
        """The numbering style that each abstract definition points to, or is the definition of."""
        links = {
            abstract.get(W + "abstractNumId", ""): value_of(abstract, tag)
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
        """Give lists that only point to a numbering style the levels of that style's definition."""
        defined = {style: abstract for abstract, style in self.styles.items()}
        for key, found in self.lists.items():
            style = self.linked.get(found.abstract)
            named = self.lists.get(style_lists.get(style or "", ""))
            abstract = named.abstract if named and named is not found else defined.get(style or "")
            if abstract is not None and abstract not in self.linked:
                levels = {**self.abstracts.get(abstract, {}), **found.levels}
                self.lists[key] = NumberedList(abstract, levels, found.starts)

    def level_for_style(self, list_id: str, style: str) -> int:
        """The level of a list that belongs to a paragraph style."""
        found = self.lists.get(list_id)
        levels = found.levels if found else {}
        return next((at for at, level in levels.items() if level.paragraph_style == style), 0)

    def label(self, list_id: str, at: int) -> Printed | None:
        """Count one paragraph and give its label as printed; None where the list is unknown or prints
        nothing."""
        found = self.lists.get(list_id)
        if found is None or at not in found.levels:
            return None
        counts = self.counts.setdefault(found.abstract, {})
        self.count(found, list_id, counts, at)
        level = found.levels[at]
        if level.style == "bullet":
            return Printed(BULLET, level.glued)
        text = PLACE.sub(lambda match: self.shown(found, counts, int(match[1]) - 1, level), level.text)
        return Printed(text.strip(), level.glued) if text.strip() else None

    @staticmethod
    def shown(found: NumberedList, counts: dict[int, int], at: int, level: Level) -> str:
        """The number of one level as a label shows it; a legal level shows all in Arabic figures."""
        other = found.levels.get(at, Level())
        value = counts.get(at, found.starts.get(at, other.start))
        return number_text("decimal" if level.legal and other.style != "none" else other.style, value)

    def count(self, found: NumberedList, list_id: str, counts: dict[int, int], at: int) -> None:
        """Advance a level, take skipped ones as used once, and begin the deeper ones anew."""
        for skipped in range(at):
            if skipped not in counts and skipped in found.levels:
                counts[skipped] = found.starts.get(skipped, found.levels[skipped].start)
        begins = at in found.starts and (list_id, at) not in self.begun
        if begins or at not in counts:
            counts[at] = found.starts.get(at, found.levels[at].start)
        else:
            counts[at] += 1
        self.begun.add((list_id, at))
        for deeper in [level for level in counts if level > at]:
            restart = found.levels.get(deeper, Level()).restart
            if restart is None or at < restart:
                del counts[deeper]
