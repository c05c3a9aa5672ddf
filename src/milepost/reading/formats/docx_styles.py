"""What a paragraph's style says: its depth as a heading, its list, whether it belongs to a table of contents.

In: styles.xml as a tree. Out: `Style` by id, with what it inherits already in place; `Inherited` resolves
chains of styles, each once, for whatever they say. Not here: how lists count (`docx_numbers`), how words look
(`docx_looks`).
"""

from collections.abc import Callable
from typing import Any, Generic, TypeVar

from msgspec import Struct

from milepost.reading.formats.docx_numbers import number_of, value_of
from milepost.reading.formats.docx_package import W
from milepost.reading.patterns import pattern

HEADING_NAME = pattern(r"(?:heading|标题|標題)\s*([1-9])", ignore_case=True)
CONTENTS_NAME = pattern(r"(?:toc|目录|目錄)\s*[1-9]|toc heading|contents heading", ignore_case=True)
TITLE_NAMES = frozenset(("title", "标题", "標題"))
BODY_LEVEL = 9
"""The outline level that Word gives to running text."""

Said = TypeVar("Said")


class Style(Struct, frozen=True):
    """What counts of a style: heading level (0 running text), its list, the style that names the list and the
    level in it, whether a table of contents is set in it. None where it says nothing."""

    level: int | None = None
    list_id: str | None = None
    list_style: str = ""
    list_level: int | None = None
    contents: bool = False

    def over(self, other: "Style") -> "Style":
        """This style where it says something, else the one it is based on."""
        own_list = self.list_id is not None
        return Style(
            other.level if self.level is None else self.level,
            self.list_id if own_list else other.list_id,
            self.list_style if own_list else other.list_style,
            other.list_level if self.list_level is None else self.list_level,
            self.contents or other.contents,
        )


class Inherited(Generic[Said]):
    """What styles say, each with what it takes from those it is based on; the nearest statement wins."""

    def __init__(
        self, styles: Any, own: Callable[[str, Any], Said], over: Callable[[Said, Said], Said], none: Said
    ) -> None:
        elements = styles.findall(W + "style") if styles is not None else ()
        self.elements = {element.get(W + "styleId", ""): element for element in elements}
        self.own, self.over, self.none = own, over, none
        self.known: dict[str, Said] = {}

    def of(self, key: str) -> Said:
        """What a style says; a chain that runs in a ring ends where it began."""
        chain: list[str] = []
        seen: set[str] = set()
        while key in self.elements and key not in self.known and key not in seen:
            chain.append(key)
            seen.add(key)
            key = value_of(self.elements[key], "basedOn", "") or ""
        said = self.known.get(key, self.none)
        for key in reversed(chain):
            said = self.known[key] = self.over(self.own(key, self.elements[key]), said)
        return said


def read_styles(styles: Any) -> Inherited[Style]:
    """The styles of a document."""
    return Inherited(styles, own_style, Style.over, Style())


def own_style(key: str, element: Any) -> Style:
    """What a style itself says."""
    numbers = element.find(f"{W}pPr/{W}numPr")
    level = value_of(numbers, "ilvl")
    return Style(
        level=heading_level(element),
        list_id=value_of(numbers, "numId"),
        list_style=key,
        list_level=None if level is None else number_of(level, 0),
        contents=bool(CONTENTS_NAME.fullmatch(value_of(element, "name", "") or "")),
    )


def heading_level(element: Any) -> int | None:
    """The heading level that a style states by its outline level or its name; None when it states none."""
    properties = element.find(W + "pPr")
    outline = value_of(properties, "outlineLvl")
    if outline is not None:
        level = number_of(outline, BODY_LEVEL)
        return level + 1 if 0 <= level < BODY_LEVEL else 0
    name = (value_of(element, "name", "") or "").strip()
    if name.lower() in TITLE_NAMES:
        return 1
    match = HEADING_NAME.fullmatch(name)
    return int(match[1]) if match else None


def default_style(styles: Any) -> str | None:
    """The id of the style of paragraphs that name none."""
    for element in styles.findall(W + "style") if styles is not None else ():
        if element.get(W + "type") == "paragraph" and element.get(W + "default") in ("1", "true"):
            return str(element.get(W + "styleId"))
    return None


def numbering_styles(styles: Any) -> dict[str, str]:
    """The list of each numbering style."""
    found: dict[str, str] = {}
    for element in styles.findall(W + "style") if styles is not None else ():
        if element.get(W + "type") == "numbering":
            list_id = value_of(element.find(f"{W}pPr/{W}numPr"), "numId")
            found[element.get(W + "styleId", "")] = list_id or ""
    return found
