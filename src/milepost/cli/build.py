"""`milepost build`: documents to the three books, in one folder that opens from disk.

In: files, and a unit list where there is one. Out: the folder of ledger.md section 7, whole or not at all.
A person's corrections in an earlier ledger are never overwritten: such a folder is refused, and `milepost
plan` named instead.
"""

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from milepost.cli.entrances import allowed, taken_in
from milepost.cli.faults import SOME_FAILED, Stop
from milepost.cli.options import (
    BookLanguage,
    Date,
    Files,
    Json,
    Memory,
    Region,
    Seconds,
    Today,
    Units,
    existing,
    language,
    today_or,
    told,
)

if TYPE_CHECKING:
    from milepost.ledger.records import Ledger, Unit
    from milepost.reading.records import Reading


def build(
    files: Files,
    out: Annotated[Path, typer.Option("--out", help="Folder for the books.")] = Path("out"),
    today: Today = None,
    date: Date = None,
    units: Units = None,
    region: Region = None,
    book_language: BookLanguage = None,
    ledger: Annotated[
        Path | None,
        typer.Option("--ledger", help="Ledger of the edition before (.json or .xlsx).", show_default=False),
    ] = None,
    json: Json = None,
    seconds: Seconds = None,
    memory: Memory = None,
) -> None:
    """Read documents, plan their measures and write task books, timetable and road map.

    Example: milepost build bulletin.txt --out out
    """
    from milepost.cli.edition import Before, write_edition
    from milepost.cli.folder import refuse_if_taken
    from milepost.cli.read import read_all

    frozen, given, tongue = today_or(today), told(date, region), language(book_language)
    limits = allowed(seconds, memory)
    paths = existing(files)
    refuse_if_taken(out)
    listed = listed_units(units)
    before = _before(ledger)
    readings, faults = read_all(paths, given, limits)
    fresh = _ledger(readings, listed, region)
    known = None
    if before is not None:
        from milepost.ledger.prints import plan_print

        fresh, known = _carried(before, fresh), Before(before.plan.edition, plan_print(before))
    write_edition(fresh, out, frozen, tongue, _reading_files(paths, readings), known, json)
    if faults:
        raise Stop(faults, SOME_FAILED)


def listed_units(path: Path | None) -> "tuple[Unit, ...]":
    """The unit list, or none."""
    if path is None:
        return ()
    from milepost.reading.sandbox.tasks import UNIT_LIST

    existing([path])
    return taken_in(UNIT_LIST, path)


def _before(path: Path | None) -> "Ledger | None":
    """The ledger of the edition before, or none."""
    if path is None:
        return None
    from milepost.cli.ledgers import load

    return load(path)


def _ledger(readings: "dict[Path, Reading]", units: "tuple[Unit, ...]", region: str | None) -> "Ledger":
    """The first ledger of these readings, with the settings that planning uses."""
    import msgspec

    from milepost.planning.settings import default_settings
    from milepost.reading.to_ledger import readings_to_ledger

    made = readings_to_ledger(list(readings.values()), units)
    settings = default_settings(made.plan.language)
    if region is not None:
        settings = tuple(
            msgspec.structs.replace(s, value=region, source="--region") if s.key == "calendar.region" else s
            for s in settings
        )
    return msgspec.structs.replace(made, settings=settings)


def _carried(before: "Ledger", fresh: "Ledger") -> "Ledger":
    """The new ledger with the ids, codes and typed values of the edition before; stderr says what changed."""
    from milepost.ledger.editions import carry_over

    carried, match = carry_over(before, fresh)
    sys.stderr.write(
        f"Compared with edition {before.plan.edition}: {len(match.kept)} kept, {len(match.changed)} changed, "
        f"{len(match.new)} new, {len(match.gone)} gone.\n"
    )
    return carried


def _reading_files(paths: list[Path], readings: "dict[Path, Reading]") -> list[tuple[str, bytes]]:
    """The readings as files of the edition."""
    from milepost.reading.bulk import output_names
    from milepost.reading.codec import reading_json

    names = dict(zip(paths, output_names(paths), strict=True))
    return [(f"readings/{names[path]}", reading_json(reading)) for path, reading in readings.items()]
