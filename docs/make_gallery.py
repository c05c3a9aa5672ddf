"""Writes docs/gallery/: every book of the example city as pictures, with how each stands to its look target.

In: examples/langang. Out: PNG files of the pages that matter and one page, README.md, that shows them with the
command that made them and what still differs. Run `python -m docs.make_gallery`.
"""

import io
import tempfile
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

from milepost.books.adopted_edition import adopted_files
from milepost.books.inputs.codec import state_from_json
from milepost.ledger.codec_json import ledger_from_json, schedule_from_json

ROOT = Path(__file__).parent.parent
GALLERY = ROOT / "docs" / "gallery"
COMMAND = "milepost books examples/langang/{language}/ledger.json --state examples/langang/{language}/state.json --out edition-2"
LANGUAGES = {"en": "English", "zh": "中文"}


class Shown(NamedTuple):
    """A book: its name, its files by language, pages shown, its look target, what differs, dots an inch."""

    name: str
    title: str
    files: Mapping[str, str]
    pages: tuple[int, ...]
    target: str
    differs: str
    dpi: int = 70


def one(path: str) -> dict[str, str]:
    """The same path in both languages."""
    return {language: path.format(language=language) for language in LANGUAGES}


BOOKS: tuple[Shown, ...] = (
    Shown("taskbook", "Task book of a unit", one("taskbooks/ADB.pdf"), (0, 1, 2), "`taskbook-*.png`", "TASKBOOK"),
    Shown("timetable", "Timetable", one("timetables/whole.pdf"), (0, 1, 2), "`timetable-*.png`", "TIMETABLE"),
    Shown("roadmap", "Road map", one("roadmap.pdf"), (0,), "`roadmap-*.png`", "ROADMAP", 90),
)


def page_png(pdf: bytes, page: int, dpi: int) -> bytes:
    """A page as a small PNG in a few colours."""
    import pypdfium2
    from PIL import Image

    document = pypdfium2.PdfDocument(pdf)
    image = document[page].render(scale=dpi / 72).to_pil()
    out = io.BytesIO()
    image.quantize(64, dither=Image.Dither.NONE).save(out, "PNG", optimize=True)
    return out.getvalue()


def edition(language: str) -> dict[str, bytes]:
    """All files of the example's edition."""
    folder = ROOT / "examples" / "langang" / language
    ledger = ledger_from_json((folder / "ledger.json").read_bytes(), "ledger.json")
    schedule = schedule_from_json((folder / "schedule.json").read_bytes(), "schedule.json")
    state = state_from_json((folder / "state.json").read_bytes(), "state.json")
    return dict(adopted_files(ledger, schedule, state, language))
