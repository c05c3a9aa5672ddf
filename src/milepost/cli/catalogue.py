"""`milepost catalogue`: a catalogue of all words of the books, to translate into another language.

In: a language code. Out: a .po file on stdout or at `--out`, with the English and Chinese of each word beside
it; filled in, it is given to `--language`.
"""

import sys
from pathlib import Path
from typing import Annotated

import typer

from milepost.cli.faults import Stop
from milepost.cli.options import Out
from milepost.cli.output import writing


def catalogue(
    language: Annotated[
        str, typer.Argument(help="Code of the language, as pl or pt_BR.", show_default=False)
    ],
    out: Out = None,
) -> None:
    """Write a catalogue to translate the books' words into another language.

    Example: milepost catalogue pl --out pl.po
    """
    from babel import Locale, UnknownLocaleError

    from milepost.books.wording.labels import CATALOGUE
    from milepost.books.wording.translations import blank_po

    try:
        Locale.parse(language)
    except (UnknownLocaleError, ValueError):
        raise Stop([f"{language}: no such language. Give its code, as pl, fr or pt_BR."]) from None
    data = blank_po(CATALOGUE.values(), language)
    if out is None:
        sys.stdout.buffer.write(data)
        return
    _write(out, data)
    sys.stderr.write(f"{len(CATALOGUE)} words. Translate {out}, then: --language {out}\n")


def _write(path: Path, data: bytes) -> None:
    """The file, unless one is there: a translation is never overwritten."""
    if path.exists():
        raise Stop([f"{path}: this file is there. Name another, so that no translation is lost."])
    with writing(path):
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
