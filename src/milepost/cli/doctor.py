"""`milepost doctor`: what this machine has, what is missing, and what each thing is for.

In: nothing. Out: a table; exit 0 also when an optional program is missing, as everything but its own part
works.
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


def doctor(
    strict: Annotated[
        bool, typer.Option("--strict", help="Exit 1 when an optional program is missing.")
    ] = False,
) -> None:
    """Show versions, fonts and optional programs, and what each is for.

    Example: milepost doctor
    """
    from rich.console import Console
    from rich.table import Table

    rows = [
        _python(),
        *(_library(*library) for library in LIBRARIES),
        *(_program(*p) for p in PROGRAMS),
        _bold(),
    ]
    table = Table(header_style="bold", pad_edge=False)
    for name in ("", "What", "Found", "For"):
        table.add_column(name, overflow="fold")
    for ok, what, found, use in rows:
        table.add_row("[green]ok[/green]" if ok else "[yellow]–[/yellow]", what, found, use)
    Console().print(table)
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
