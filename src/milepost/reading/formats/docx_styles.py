"""What a paragraph's style says: its depth as a heading, its list, whether its words are hidden.

In: styles.xml as a tree. Out: `Style` by id, with what it inherits already in place. Not here: how lists
count (`docx_numbers`), the words (`docx`).
"""

from typing import Any

from msgspec import Struct

from milepost.reading.formats.docx_numbers import DEEPEST_CHAIN, W, number_of, value_of
from milepost.reading.patterns import pattern

HEADING_NAME = pattern(r"(?:heading|标题|標題)\s*([1-9])", ignore_case=True)
TITLE_NAMES = frozenset(("title", "标题", "標題"))
BODY_LEVEL = 9
"""The outline level that Word gives to running text."""


class Style(Struct):
    """What counts of a style: heading level (0: none), list and level of it, hidden."""

    level: int = 0
    list_id: str | None = None
    list_level: int | None = None
    hidden: bool = False


def is_on(properties: Any, tag: str) -> bool:
    """Whether a switch is set: present, and not said to be off."""
    child = properties.find(W + tag) if properties is not None else None
    return child is not None and child.get(W + "val", "1") not in ("0", "false", "off")


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


def read_styles(styles: Any) -> dict[str, Style]:
    """The styles of a document by id."""
    if styles is None:
        return {}
    elements = {element.get(W + "styleId", ""): element for element in styles.findall(W + "style")}
    return {key: inherited(key, elements) for key in elements}


def default_style(styles: Any) -> str | None:
    """The id of the style of paragraphs that name none."""
    for element in styles.findall(W + "style") if styles is not None else ():
        if element.get(W + "type") == "paragraph" and element.get(W + "default") in ("1", "true"):
            return str(element.get(W + "styleId"))
    return None


def inherited(key: str, elements: dict[str, Any]) -> Style:
    """A style with what it takes from those it is based on; the nearest statement wins."""
    style = Style()
    level: int | None = None
    for _ in range(DEEPEST_CHAIN):
        element = elements.get(key)
        if element is None:
            break
        level = heading_level(element) if level is None else level
        numbers = element.find(f"{W}pPr/{W}numPr")
        if numbers is not None:
            style.list_id = style.list_id or value_of(numbers, "numId")
            if style.list_level is None and value_of(numbers, "ilvl") is not None:
                style.list_level = number_of(value_of(numbers, "ilvl"), 0)
        style.hidden = style.hidden or is_on(element.find(W + "rPr"), "vanish")
        key = value_of(element, "basedOn", "") or ""
    style.level = level or 0
    return style


def numbering_styles(styles: Any) -> dict[str, str]:
    """The list of each numbering style."""
    found: dict[str, str] = {}
    for element in styles.findall(W + "style") if styles is not None else ():
        list_id = value_of(element.find(f"{W}pPr/{W}numPr"), "numId")
        if element.get(W + "type") == "numbering" and list_id:
            found[element.get(W + "styleId", "")] = list_id
    return found
