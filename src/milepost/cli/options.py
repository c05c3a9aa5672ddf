"""The options that several verbs share, each with its one sentence, and the words that turn into values.

In: text from the command line. Out: dates, unit lists, paths; what is no date or no file ends in one
sentence.
"""

import datetime as dt
import os
from pathlib import Path
from typing import Annotated

import typer

from milepost.cli.faults import Stop
from milepost.reading.given import Given

Language = str
"""A language of the books."""

Files = Annotated[
    list[Path], typer.Argument(help="Documents: text, web pages, Word, PDF, workbooks.", show_default=False)
]
Out = Annotated[Path | None, typer.Option("--out", help="Folder to write to.", show_default=False)]
Json = Annotated[
    str | None, typer.Option("--json", help="Write JSON to this file; - prints it.", show_default=False)
]
Date = Annotated[
    str | None,
    typer.Option("--date", help="Date of the files that print none, as 2027-01-18.", show_default=False),
]
Today = Annotated[
    str | None,
    typer.Option(
        "--today", help="The day the books are frozen on; default: the system's date.", show_default=False
    ),
]
Units = Annotated[
    Path | None,
    typer.Option(
        "--units", help="Unit list (.xlsx or .csv): code, name, aliases, capacity …", show_default=False
    ),
]
Region = Annotated[
    str | None,
    typer.Option(
        "--region",
        help="Country of the holiday calendar, as CN or GB: working days in the text and in the plan "
        "count by it. Default: CN for Chinese, weekdays alone for English.",
        show_default=False,
    ),
]
BookLanguage = Annotated[
    str | None,
    typer.Option(
        "--language",
        help="Language of the books: en, zh, or a catalogue (pl.po); default: the document's.",
        show_default=False,
    ),
]

Seconds = Annotated[
    float | None,
    typer.Option("--seconds", help="Longest time for one file; default: 30.", show_default=False),
]
Memory = Annotated[
    int | None,
    typer.Option("--memory", help="Most memory for one file, in MB; default: 512.", show_default=False),
]


def day(text: str | None, option: str) -> str | None:
    """An ISO date typed by a person; Stop when the calendar has no such day."""
    if text is None:
        return None
    try:
        return dt.date.fromisoformat(text.strip()).isoformat()
    except ValueError:
        raise Stop([f"{option} {text}: no such day. Write it as 2027-01-18."]) from None


def told(date: str | None, region: str | None) -> Given:
    """What a person tells about the documents."""
    return Given(date=day(date, "--date"), region=region)


def today_or(text: str | None) -> str:
    """The freeze date: as typed, else the system's date in the office's zone."""
    return day(text, "--today") or dt.datetime.now().astimezone().date().isoformat()


def language(text: str | None) -> Language | None:
    """A language of the books: en, zh, or that of a catalogue (`pl.po`)."""
    if text is None or text in ("en", "zh"):
        return text
    path = Path(text)
    if path.suffix == ".po" and path.is_file():
        return _catalogue(path)
    raise Stop(
        [
            f"--language {text}: Milepost writes en and zh. For another language give its catalogue, as "
            "pl.po; `milepost catalogue pl` makes one to translate."
        ]
    )


def _catalogue(path: Path) -> Language:
    """The language of a catalogue that a person translated."""
    from milepost.books.wording.labels import add_catalogue
    from milepost.books.wording.translations import BadCatalogue

    try:
        return add_catalogue(path.read_bytes(), path.name)
    except BadCatalogue as fault:
        raise Stop(fault.faults) from None


def existing(paths: list[Path]) -> list[Path]:
    """The files that are there; Stop names every one that is not."""
    missing = [path for path in paths if not os.path.isfile(path)]
    if missing:
        raise Stop(
            f"{path}: is a folder; name the files in it."
            if os.path.isdir(path)
            else f"{path}: no such file or folder. Check the spelling, or give the whole path."
            for path in missing
        )
    return paths
