"""Elements of the file: written one after the other, empty ones left out, text made safe.

In: a parent, names and values in the order of the schema. Out: elements under the parent. A value of None
writes nothing; a truth value is 1 or 0.
"""

from collections.abc import Iterable

from lxml import etree

from milepost.books.writers.markup import printable

NAMESPACE = "http://schemas.microsoft.com/project"
Value = str | int | None
Element = etree._Element


def root(name: str) -> Element:
    """The outermost element."""
    return etree.Element(f"{{{NAMESPACE}}}{name}", nsmap={None: NAMESPACE})  # type: ignore[dict-item] # the default namespace


def add(parent: Element, name: str) -> Element:
    """A new element that holds others."""
    return etree.SubElement(parent, f"{{{NAMESPACE}}}{name}")


def put(parent: Element, values: Iterable[tuple[str, Value]]) -> None:
    """Elements with a value each."""
    for name, value in values:
        if value is None:
            continue
        held = int(value) if isinstance(value, bool) else value
        add(parent, name).text = printable(str(held))


def length(minutes: int) -> str:
    """Working minutes as a duration: 480 is PT8H0M0S."""
    hours, rest = divmod(minutes, 60)
    return f"PT{hours}H{rest}M0S"
