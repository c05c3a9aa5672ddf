"""`milepost plan`: a corrected ledger to the same books.

In: `ledger.xlsx` or `ledger.json`, and the task books that units filled in and returned. Out: the same folder
as `build`, from the persons' values; proposed steps and dates are computed anew, typed ones stay. What of a
returned book was not used is said on stderr.
"""

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from milepost.cli.entrances import taken_in
from milepost.cli.options import BookLanguage, Json, Today, existing, language, today_or

if TYPE_CHECKING:
    from milepost.cli.edition import Before
    from milepost.ledger.records import Ledger


def plan(
    ledger: Annotated[
        Path, typer.Argument(help="A ledger, .xlsx or .json, as `build` wrote it and a person corrected it.")
    ],
    out: Annotated[
        Path | None,
        typer.Option("--out", help="Folder for the books; default: the ledger's own.", show_default=False),
    ] = None,
    returned: Annotated[
        list[Path] | None,
        typer.Option(
            "--returned",
            help="A task book (.docx) that a unit filled in; may be given again and again.",
            show_default=False,
        ),
    ] = None,
    today: Today = None,
    book_language: BookLanguage = None,
    json: Json = None,
) -> None:
    """Plan a corrected ledger again and write its books.

    Example: milepost plan out/ledger.xlsx --out out
    """
    from milepost.cli.edition import write_edition
    from milepost.cli.folder import refuse_if_taken
    from milepost.cli.ledgers import load

    frozen, tongue = today_or(today), language(book_language)
    loaded = _with_returned(load(ledger), returned or [])
    target = out if out is not None else ledger.resolve().parent
    own = target.resolve() == ledger.resolve().parent
    refuse_if_taken(target, edited_is_ours=own)
    before = _edition_beside(ledger, loaded.plan.edition)
    write_edition(loaded, target, frozen, tongue, _readings_beside(ledger), before, json)


def _with_returned(ledger: "Ledger", books: list[Path]) -> "Ledger":
    """The ledger with what the returned books say; a book that can't be read stops all."""
    from milepost.cli.faults import Stop
    from milepost.ledger.returned import take_in
    from milepost.reading.sandbox.tasks import RETURNED

    existing(books)
    for book in books:
        filled = taken_in(RETURNED, book)
        known = {row.id for rows in (ledger.measures, ledger.assignments) for row in rows}
        known |= {unit.code for unit in ledger.units}
        if filled and not any(row in known for row, _ in filled):
            raise Stop(
                [f"{book.name}: this book belongs to another plan; none of its rows stands in the ledger."]
            )
        ledger, notes = take_in(ledger, filled, book.name)
        count = f"{len(filled)} {'answer' if len(filled) == 1 else 'answers'}"
        sys.stderr.write("\n".join([f"{book.name}: {count} read.", *notes]) + "\n")
    return ledger


def _edition_beside(ledger: Path, edition: int) -> "Before | None":
    """The edition that the ledger was written with, known by the schedule beside it; None without one."""
    from milepost.cli.edition import Before
    from milepost.cli.faults import Stop
    from milepost.reading.sandbox.tasks import SCHEDULE_JSON

    beside = ledger.parent / "schedule.json"
    if not beside.is_file():
        return None
    try:
        return Before(edition, taken_in(SCHEDULE_JSON, beside).plan_print)
    except Stop:
        return None  # a damaged schedule says nothing about the edition; it is written anew


def _readings_beside(ledger: Path) -> list[tuple[str, bytes]]:
    """The readings that lie beside a ledger, so that a new edition keeps what it was made from."""
    return [
        (f"readings/{path.name}", path.read_bytes())
        for path in sorted((ledger.parent / "readings").glob("*.json"))
    ]
