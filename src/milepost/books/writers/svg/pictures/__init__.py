"""Pictures as SVG: progress by group, load by unit and month, promises at risk.

In: a picture's record and how wide it is drawn. Out: the file's text, one for every visual format: title and
description first, presentation attributes only, no script. Tone, shape and number say the same, so that a
grey copy loses nothing; no word is cut that the alt text does not hold in full.
"""

from collections.abc import Callable
from typing import Any

from milepost.books.content.records.pictures import LoadPicture, PictureRecord, ProgressPicture, RiskPicture
from milepost.books.writers.svg.pen import Pen
from milepost.books.writers.svg.pictures.frame import WIDTH, file_of
from milepost.books.writers.svg.pictures.load import draw_load
from milepost.books.writers.svg.pictures.progress import draw_progress
from milepost.books.writers.svg.pictures.risk import draw_risk

__all__ = ["WIDTH", "write_picture_svg"]

DRAW: dict[type, tuple[str, Callable[[Pen, Any, float], float]]] = {
    ProgressPicture: ("progress", draw_progress),
    LoadPicture: ("load", draw_load),
    RiskPicture: ("risk", draw_risk),
}
"""Each kind of picture with the name its ids begin with and what draws it; drawing answers the height."""


def write_picture_svg(record: PictureRecord, width: float = WIDTH, prefix: str = "") -> str:
    """The picture as SVG, `width` millimetres wide; `prefix` keeps ids apart where one page holds two of a
    kind."""
    name, draw = DRAW[type(record)]
    pen = Pen(record.language, 1.0)
    height = draw(pen, record, width)
    return file_of(pen, record, f"{prefix}picture-{name}", width, height)
