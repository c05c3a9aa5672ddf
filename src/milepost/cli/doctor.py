"""`milepost doctor`: what this machine has, what is missing, and what each thing is for.

In: nothing. Out: a table; exit 0 also when an optional program is missing, as everything but its own part
works. The fences round a document's reader are tried out, not looked up.
"""

import platform
import shutil
import sys
from typing import Annotated

import typer

LIBRARIES = (
    ("msgspec", "records and their JSON"),
    ("lxml", ".docx files"),
    ("selectolax", "web pages"),
    ("python-calamine", "reading ledger.xlsx"),
    ("XlsxWriter", "writing ledger.xlsx and the timetable"),
    ("typst", "task books, timetable and road map as PDF"),
    ("icalendar", "the calendar"),
    ("holidays", "public holidays and make-up days"),
    ("numba", "fast planning; without it the same numbers, slower"),
    ("font-source-sans-pro", "Latin sans in PDF and road map"),
    ("pylopdf-fonts-zh-cn", "Chinese fonts in PDF and road map"),
)
PROGRAMS = (
    ("soffice", "LibreOffice: .doc and .wps files, and the office tests", "libreoffice"),
    ("chromium", "Chromium: the browser tests", "chromium"),
    ("java", "Java: project-file checks in later tests", "default-jre-headless"),
)

FENCES = (
    ("memory", "memory limit", "a file that wants all memory"),
    ("computing", "computing limit", "a file that computes for ever"),
    ("temp", "file limit", "a file that fills the disk"),
    ("dumps", "no memory dumps", "what a document said, left on the disk"),
    ("programs", "no other programs", "a file that wants to start something"),
    ("network", "no network", "a file that wants to call somebody"),
)
"""The fences round the process that reads a document, and what each keeps in."""


def doctor(
    strict: Annotated[
        bool, typer.Option("--strict", help="Exit 1 when an optional program is missing.")
    ] = False,
) -> None:
    """Show versions, fonts and optional programs, and what each is for.

    Example: milepost doctor
    """
    from rich.markup import escape
    from rich.table import Table

    from milepost.cli.tables import QuietConsole

    rows = [
        _python(),
        *(_library(*library) for library in LIBRARIES),
        *(_program(*p) for p in PROGRAMS),
        _bold(),
        _cluster(),
        *_fences(),
    ]
    table = Table(header_style="bold", pad_edge=False)
    for name in ("", "What", "Found", "For"):
        table.add_column(name, overflow="fold")
    for ok, what, found, use in rows:
        cells = (escape(cell) for cell in (what, found, use))
        table.add_row("[green]ok[/green]" if ok else "[yellow]–[/yellow]", *cells)
    QuietConsole().print(table)
    if strict and not all(row[0] for row in rows):
        raise typer.Exit(1)


def _python() -> tuple[bool, str, str, str]:
    """The interpreter; below 3.11.8 its zip reader lacks a check that Milepost's own pre-check makes."""
    fine = sys.version_info >= (3, 11, 8)
    note = "" if fine else "; below 3.11.8 Milepost's own archive check does the work alone"
    return fine, "Python", platform.python_version() + note, "everything"


def _library(name: str, use: str) -> tuple[bool, str, str, str]:
    """A library by its installed version."""
    from importlib.metadata import PackageNotFoundError, version

    try:
        return True, name, version(name), use
    except PackageNotFoundError:
        return False, name, f"missing: pip install {name}", use


def _program(name: str, use: str, package: str) -> tuple[bool, str, str, str]:
    """An optional program by its path."""
    path = shutil.which(name)
    return path is not None, name, path or f"missing: install the package {package}", use


def _bold() -> tuple[bool, str, str, str]:
    """Which weight Chinese is set in: the wheels hold one."""
    return (
        True,
        "Chinese bold",
        "not in the wheels: weight comes from face and size",
        "emphasis in Chinese books",
    )


def _cluster() -> tuple[bool, str, str, str]:
    """Whether readings can be sent to a cluster; the lists of missing programs don't count it."""
    found, name, told, _ = _library("distributed", "")
    missing = 'not there: pip install "milepost[cluster]"'
    return True, name, told if found else missing, "milepost read --cluster"


def _fences() -> list[tuple[bool, str, str, str]]:
    """What this machine gives to keep a harmful document in, found by trying it in a child."""
    from milepost.reading.sandbox import fences_here
    from milepost.reading.sandbox.faults import Stopped

    try:
        here = fences_here()
    except Stopped as fault:
        return [(False, "Fences", f"not tried: {fault}", "reading a document safely")]
    return [
        (
            getattr(here, field),
            f"Fence: {what}",
            "holds" if getattr(here, field) else "not on this machine; the others and the time limit hold",
            f"against {use}",
        )
        for field, what, use in FENCES
    ]
