"""What a reader of a Word document can't see: hidden words, white ones on white, ones of a point in size.

In: styles.xml as a tree, then runs. Out: whether a run is hidden, by itself, its style, its paragraph's style
or the document's defaults; the nearest statement wins. White words in a table, a text box or on a shade are
taken as seen, as their ground is seldom known. Not here: what the words are (`docx_words`).
"""

from typing import Any

from msgspec import Struct

from milepost.reading.formats.docx_numbers import number_of, value_of
from milepost.reading.formats.docx_package import W
from milepost.reading.formats.docx_styles import Inherited

TINY = 3
"""In half points: words of a point and a half or less are there for machines."""

WHITE = frozenset(("FFFFFF", "FEFEFE", "FDFDFD", "FCFCFC"))
WHITE_THEME = "background1"
GROUNDS = frozenset((W + "tc", W + "txbxContent"))


class Look(Struct, frozen=True):
    """What a run or style says of its look; None where it says nothing."""

    vanished: bool | None = None
    size: int | None = None
    white: bool | None = None

    def over(self, other: "Look") -> "Look":
        """This look where it says something, else the other."""
        return Look(
            other.vanished if self.vanished is None else self.vanished,
            other.size if self.size is None else self.size,
            other.white if self.white is None else self.white,
        )

    def is_unseen(self, shaded: bool) -> bool:
        """Whether words of this look are not seen."""
        tiny = self.size is not None and self.size <= TINY
        return bool(self.vanished) or tiny or bool(self.white and not shaded)


class Looks:
    """The looks of the styles of a document."""

    def __init__(self, styles: Any) -> None:
        defaults = None if styles is None else styles.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr")
        self.default = look_of(defaults)
        self.styles = Inherited(styles, own_look, Look.over, Look())

    def of_style(self, name: str) -> Look:
        """The look of a paragraph style, over the document's defaults."""
        return self.styles.of(name).over(self.default)

    def is_hidden(self, run: Any, paragraph: Look, shaded: bool) -> bool:
        """Whether a run in a paragraph of a look is not seen."""
        properties = run.find(W + "rPr")
        if properties is None:
            return paragraph.is_unseen(shaded)
        look = look_of(properties)
        style = value_of(properties, "rStyle")
        if style:
            look = look.over(self.styles.of(style))
        return look.over(paragraph).is_unseen(shaded or is_filled(properties))

    def is_shaded(self, paragraph: Any, properties: Any) -> bool:
        """Whether a paragraph has a ground of its own, or stands where the ground is not known."""
        if is_filled(properties):
            return True
        return any(holder.tag in GROUNDS for holder in paragraph.iterancestors())


def own_look(key: str, element: Any) -> Look:
    """What a style itself says of the look."""
    return look_of(element.find(W + "rPr"))


def look_of(properties: Any) -> Look:
    """What run properties say of the look."""
    if properties is None:
        return Look()
    size = value_of(properties, "sz")
    color = properties.find(W + "color")
    return Look(
        switch(properties, "vanish"),
        None if size is None else number_of(size, TINY + 1),
        None if color is None else is_white(color),
    )


def switch(properties: Any, tag: str) -> bool | None:
    """A switch of properties: set, not set, or not spoken of."""
    child = properties.find(W + tag)
    return None if child is None else child.get(W + "val", "1") not in ("0", "false", "off")


def is_white(color: Any) -> bool:
    """Whether a colour is the paper's."""
    theme = color.get(W + "themeColor")
    if theme:
        return bool(theme == WHITE_THEME and not color.get(W + "themeShade"))
    return (color.get(W + "val") or "").upper() in WHITE


def is_filled(properties: Any) -> bool:
    """Whether properties give a ground other than the paper's."""
    if properties is None:
        return False
    shade = properties.find(W + "shd")
    if shade is not None and (shade.get(W + "fill") or "auto").upper() not in ("AUTO", *WHITE):
        return True
    return (shade is not None and shade.get(W + "val") not in (None, "clear", "nil")) or (
        value_of(properties, "highlight", "none") not in ("none", "white")
    )
