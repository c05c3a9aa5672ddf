"""HTML built from parts: words are escaped, markup that was built here is not.

In: names, attributes, children. Out: `Html`. A plain `str` is always words, never markup, so that no document
can speak to the browser. Not here: any part of the page.
"""

from collections.abc import Iterable
from urllib.parse import quote

from milepost.books.writers.markup import escape

VOID = {"meta", "input", "link", "br", "col", "img"}
SAFE_IN_ID = set("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_.")


class Html(str):
    """Markup that was built from escaped parts."""


Child = Html | str | None
Attribute = str | bool | None


def element(tag: str, /, *children: Child, **attributes: Attribute) -> Html:
    """An element; `class_` and `for_` lose their underscore, `aria_label` becomes `aria-label`, True stands
    bare, None and False are left out."""
    start = f"<{tag}{''.join(_attribute(key, value) for key, value in attributes.items())}>"
    return Html(start) if tag in VOID else Html(f"{start}{join(children)}</{tag}>")


def join(children: Iterable[Child]) -> Html:
    """Children one after another; plain words are escaped."""
    return Html("".join(child if isinstance(child, Html) else escape(child or "") for child in children))


def _attribute(key: str, value: Attribute) -> str:
    """An attribute with a space before it."""
    name = key.rstrip("_").replace("_", "-")
    if value is None or value is False:
        return ""
    return f" {name}" if value is True else f' {name}="{escape(value)}"'


def address(path: str) -> str:
    """A path below the page as a relative address: no scheme, no root, no way up."""
    parts = [part for part in path.split("/") if part not in {"", ".", ".."}]
    return "/".join(quote(part, safe="-_.~") for part in parts)


def anchor(words: str) -> str:
    """Words as the id of a place on the page."""
    return "".join(sign if sign in SAFE_IN_ID else "-" for sign in words) or "place"


def linked(text: str, targets: dict[str, str]) -> Html:
    """The text with each of the named words linked to its target."""
    pieces: list[Child] = [text]
    for word, target in targets.items():
        pieces = [part for piece in pieces for part in _linked_once(piece, word, target)]
    return join(pieces)


def _linked_once(piece: Child, word: str, target: str) -> list[Child]:
    """A piece of text cut at a word, with links between; markup stays whole, and so does a longer word."""
    if isinstance(piece, Html) or not piece or not word:
        return [piece]
    text, *others = piece.split(word)
    found: list[Child] = []
    for part in others:
        if part[:1].isalnum():
            text += word + part
        else:
            found += [text, element("a", word, href=target)]
            text = part
    return [*found, text]
