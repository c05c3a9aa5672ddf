"""`milepost read`: documents to readings.

In: files. Out: a table for one file on a screen, JSON for `--json`, or a folder of readings for `--out`.
Many files are read in parallel; a file that can't be read is named and never stops the others.
"""

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from milepost.cli.faults import SOME_FAILED, Stop
from milepost.cli.options import Date, Files, Json, Out, day, existing

if TYPE_CHECKING:
    from milepost.reading.records import Reading

WORTH_A_PROCESS = 400_000  # bytes: about half a second of reading, what a second process costs to start


def read(files: Files, out: Out = None, json: Json = None, date: Date = None) -> None:
    """Read documents into clauses and measures, each pinned to the words it came from.

    Example: milepost read plan.docx
    """
    given = day(date, "--date")
    paths = existing(files)
    if out is None and len(paths) > 1:
        raise Stop([f"{len(paths)} files need --out DIR, the folder for their readings."])
    readings, faults = read_all(paths, given)
    if out is not None:
        _write(out, paths, readings)
    elif json is not None:
        _json(json, next(iter(readings.values())))
    else:
        from milepost.cli.tables import show_reading

        show_reading(next(iter(readings.values())))
    if faults:
        raise Stop(faults, SOME_FAILED)


def read_all(paths: list[Path], date: str | None) -> "tuple[dict[Path, Reading], list[str]]":
    """Every reading by its path, and one sentence for each file that failed; Stop when all failed."""
    from milepost.cli.progress import progress
    from milepost.reading.bulk import read_many

    if len(paths) == 1:
        return {paths[0]: _read_one(paths[0], date)}, []
    readings: dict[Path, Reading] = {}
    faults: list[str] = []
    with progress("Reading", len(paths)) as step:
        for path, result in read_many(paths, jobs=_jobs(paths), date=date):
            if isinstance(result, str):
                faults.append(result)
            else:
                readings[path] = result
            step(path.name)
    if not readings:
        raise Stop(faults)
    return readings, faults


def _read_one(path: Path, date: str | None) -> "Reading":
    """One file's reading; a fault of ours is not taken for the file's."""
    from milepost.reading import read
    from milepost.reading.source import Unreadable

    try:
        return read(path.read_bytes(), path.name, date=date)
    except Unreadable as fault:
        raise Stop([str(fault)]) from None
    except OSError as fault:
        raise Stop([f"{path}: can't be opened ({fault.strerror})."]) from None


def _jobs(paths: list[Path]) -> int:
    """How many processes read side by side: starting one pays only where there is enough to read."""
    enough = len(paths) > 1 and sum(path.stat().st_size for path in paths) > WORTH_A_PROCESS
    return min(len(paths), os.cpu_count() or 1) if enough else 1


def _write(out: Path, paths: list[Path], readings: "dict[Path, Reading]") -> None:
    """One JSON a reading, named after its file."""
    from milepost.reading.bulk import output_names
    from milepost.reading.codec import reading_json

    if out.exists() and not out.is_dir():
        raise Stop([f"{out}: is a file; --out names a folder."])
    out.mkdir(parents=True, exist_ok=True)
    names = dict(zip(paths, output_names(paths), strict=True))
    for path, reading in readings.items():
        (out / names[path]).write_bytes(reading_json(reading))
    measures = sum(len(reading.measures) for reading in readings.values())
    sys.stderr.write(f"{len(readings)} of {len(paths)} files read, {measures} measures: {out}\n")


def _json(target: str, reading: "Reading") -> None:
    """The reading as JSON to a file, or printed for `-`."""
    from milepost.reading.codec import reading_json

    if target == "-":
        sys.stdout.write(reading_json(reading).decode())
    else:
        Path(target).write_bytes(reading_json(reading))
