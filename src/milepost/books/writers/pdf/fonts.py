"""The fonts of the books: files from the wheels only, and how wide a run of text is set in them.

In: a text, a size, a weight, a language. Out: millimetres. Latin is Source Sans Pro (regular, bold),
Chinese is Noto Sans SC and Noto Serif SC, regular only; Libertinus Serif comes with the typesetter. Nothing
is taken from the system, so that two machines set the same page.
"""

import shutil
from functools import lru_cache
from importlib.util import find_spec
from pathlib import Path
from unicodedata import category

from milepost.books.content.records import Language

LATIN_FILES = {400: "SourceSansPro-Regular.otf", 700: "SourceSansPro-Bold.otf"}
CHINESE_FILES = ("NotoSansSC-Regular.otf", "NotoSerifSC-Regular.otf")
EMBEDDED = ("SourceSansPro", "NotoSansSC", "NotoSerifSC", "LibertinusSerif")
"""The only families a book may embed: a Japanese or a system face would be a fault."""


class FontMissing(RuntimeError):
    """A font wheel that is not installed."""


def font_files() -> tuple[Path, ...]:
    """The files that the typesetter may use."""
    latin, chinese = _folder("font_source_sans_pro"), _folder("pylopdf_fonts_zh_cn")
    return (
        *(latin / name for name in LATIN_FILES.values()),
        *(chinese / name for name in CHINESE_FILES),
    )


def link_or_copy(source: Path, target: Path) -> None:
    """Put a font file into a folder, without copying where the system allows it."""
    try:
        target.symlink_to(source)
    except OSError:
        shutil.copyfile(source, target)


def text_width(text: str, size_mm: float, weight: int, language: Language) -> float:
    """How wide a run is set, in millimetres, by the advance widths of its font; Chinese has one weight."""
    latin, chinese = _advances("latin", 700 if weight > 400 else 400), _advances("chinese", 400)
    first, second = (latin, chinese) if language == "en" else (chinese, latin)
    return size_mm * sum(first.get(ord(sign)) or second.get(ord(sign), 1.0) for sign in text)


def drawable(text: str) -> str:
    """The text with every sign that no font of the books has written out by its code, as [U+1F600]: a page
    with a hole in it would say less, and the typesetter refuses it."""
    known = _signs()
    if known.issuperset(text):
        return text
    return "".join(sign if sign in known or _is_unseen(sign) else f"[U+{ord(sign):04X}]" for sign in text)


@lru_cache(maxsize=1)
def _signs() -> frozenset[str]:
    """Every sign that the files have."""
    return frozenset(map(chr, _advances("latin", 400).keys() | _advances("chinese", 400).keys()))


def _is_unseen(sign: str) -> bool:
    """Whether a sign is space, or joins its neighbours without a shape of its own."""
    return sign.isspace() or category(sign) in ("Cf", "Mn")


@lru_cache(maxsize=4)
def _advances(face: str, weight: int) -> dict[int, float]:
    """The width of every character of a font, as a share of its size."""
    from fontTools.ttLib import TTFont

    path = (
        _folder("font_source_sans_pro") / LATIN_FILES[weight]
        if face == "latin"
        else _folder("pylopdf_fonts_zh_cn") / CHINESE_FILES[0]
    )
    with TTFont(path, lazy=True) as font:
        em, widths = font["head"].unitsPerEm, font["hmtx"].metrics
        return {sign: widths[glyph][0] / em for sign, glyph in font.getBestCmap().items()}


def _folder(package: str) -> Path:
    """The folder of a font wheel."""
    spec = find_spec(package)
    if spec is None or spec.origin is None:
        raise FontMissing(
            f'The fonts of "{package}" are missing. Install milepost with its dependencies again.'
        )
    folder = Path(spec.origin).parent
    return folder / "files" if (folder / "files").is_dir() else folder
