"""`milepost read`: documents to readings.

In: files, or folders with documents. Out: a table on a screen, JSON of one file for `--json`, or a folder of
readings for `--out`, in which a later run goes on where an earlier one stopped. Many files are read side by
side, each in a child with limits; a file that can't be read is named and never stops the others.
"""

import os
import sys
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from milepost.cli.entrances import allowed, children, cores
from milepost.cli.faults import SOME_FAILED, Stop
from milepost.cli.options import Date, Json, Memory, Out, Region, Seconds, existing, told
from milepost.reading.given import Given

if TYPE_CHECKING:
    from collections.abc import Iterator

    from milepost.cli.journal import Entry
    from milepost.cli.readings import Reader
    from milepost.reading.bulk.walk import Files
    from milepost.reading.records import Reading
    from milepost.reading.sandbox.limits import Limits

WORTH_A_PROCESS = 400_000  # bytes: about half a second of reading, what a second process costs to start
MORE = {
    "memory": " Or give it more memory, as --memory 2000.",
    "time": " Or give it more time, as --seconds 120.",
    "computing": " Or give it more time, as --seconds 120.",
}
ALL_NAMED = 20  # faults that are told one by one; of more, each kind is told


def read(
    files: Annotated[
        list[Path],
        typer.Argument(help="Documents, or folders: every document in them is read.", show_default=False),
    ],
    out: Out = None,
    json: Json = None,
    date: Date = None,
    region: Region = None,
    jobs: Annotated[
        int | None,
        typer.Option("--jobs", min=1, help="Files side by side; default: one a core.", show_default=False),
    ] = None,
    retry: Annotated[
        bool, typer.Option("--retry", help="With --out: try again what failed in an earlier run.")
    ] = False,
    cluster: Annotated[
        str | None,
        typer.Option(
            "--cluster",
            help="Read on a Dask cluster: the address of its scheduler, as tcp://host:8786.",
            show_default=False,
        ),
    ] = None,
    seconds: Seconds = None,
    memory: Memory = None,
) -> None:
    """Read documents into clauses and measures, each pinned to the words it came from.

    Example: milepost read plan.docx
    """
    from milepost.cli.summary import passed_over

    given, limits = told(date, region), allowed(seconds, memory)
    found = _files(files, out)
    if out is not None:
        with _reader(found, jobs, limits, cluster) as (reader, side_by_side):
            _into_folder(found, out, given, retry, reader, side_by_side)
    elif len(found.items) == 1 and cluster is None:
        _one(found.items[0].path, given, limits, json)
        if told_over := passed_over(found.passed):
            sys.stderr.write(f"Passed over: {told_over}.\n")
    elif json is not None:
        raise Stop(
            [f"--json takes one file; {len(found.items)} need --out DIR, the folder for their readings."]
        )
    else:
        with _reader(found, jobs, limits, cluster) as (reader, side_by_side):
            _as_table(found, given, reader, side_by_side)


def _files(paths: list[Path], out: Path | None) -> "Files":
    """The files that are meant; Stop names every path where none is there, and folders without documents.
    A path that is not there among others fails by itself."""
    from milepost.cli.summary import passed_over
    from milepost.reading.bulk.walk import files_of

    missing = [path for path in paths if not os.path.exists(path)]
    if len(missing) == len(paths):
        existing(missing)
    found = files_of(paths, out)
    if not found.items:
        passed = passed_over(found.passed)
        names = ", ".join(str(path) for path in paths)
        raise Stop([f"{names}: no document in it{f' (passed over: {passed})' if passed else ''}."])
    return found


@contextmanager
def _reader(
    files: "Files", jobs: int | None, limits: "Limits | None", address: str | None
) -> "Iterator[tuple[Reader, int]]":
    """Who reads, here or on a cluster, and how many files at a time."""
    if address is not None:
        from milepost.cli.cluster import cluster

        with cluster(address) as found:
            yield found
        return
    from milepost.reading.bulk.work import attempt
    from milepost.reading.sandbox.tasks import WRITE

    side_by_side = jobs or _jobs([item.path for item in files.items])
    pool = children(side_by_side, limits)
    try:
        yield lambda data, name, given: attempt(pool, WRITE, data, name, given), side_by_side
    except KeyboardInterrupt:
        pool.close()
        raise


def _into_folder(files: "Files", out: Path, given: Given, retry: bool, reader: "Reader", jobs: int) -> None:
    """Fill the folder and say what it came to."""
    from milepost.cli.readings import STOPPED, Folder
    from milepost.cli.summary import sentences

    folder = Folder(out, given, retry)
    try:
        summary, entries = folder.fill(files, reader, jobs)
    except KeyboardInterrupt:
        there = f"What was read is in {out}; the" if out.is_dir() else "Nothing was written; the"
        raise Stop([f"\nStopped. {there} same command goes on from there."], STOPPED) from None
    except OSError as fault:
        raise Stop([f"{out}: can't be written ({fault.strerror or fault}); choose another --out."]) from None
    faults = [entry.fault for entry in entries if entry.state == "failed"]
    if not summary.read:
        raise Stop(faults)
    sys.stderr.write("\n".join(sentences(summary, str(out))) + "\n")
    if faults:
        raise Stop(faults if len(faults) <= ALL_NAMED else [], SOME_FAILED)


def _as_table(files: "Files", given: Given, reader: "Reader", jobs: int) -> None:
    """Several files as a table, nothing written."""
    from milepost.cli.progress import progress
    from milepost.cli.readings import entry_unwritten
    from milepost.cli.tables import show_readings
    from milepost.reading.bulk.work import side_by_side

    entries: dict[str, Entry] = {}
    with progress("Reading", len(files.items)) as step:
        for item, entry in side_by_side(lambda item: entry_unwritten(item, given, reader), files.items, jobs):
            entries[entry.file] = entry
            step(item.path.name)
    ordered = [entries[item.label.as_posix()] for item in files.items]
    show_readings(ordered, files.passed)
    failed = sum(entry.state == "failed" for entry in ordered)
    if failed:
        raise Stop([], SOME_FAILED if failed < len(ordered) else 2)


def _one(path: Path, given: Given, limits: "Limits | None", json: str | None) -> None:
    """One file: its table, or its JSON."""
    reading = _read_one(path, given, limits)
    if json is not None:
        from milepost.cli.output import put
        from milepost.reading.codec import reading_json

        put(json, reading_json(reading))
    else:
        from milepost.cli.tables import show_reading

        show_reading(reading)


def read_all(
    paths: list[Path], given: Given, limits: "Limits | None" = None
) -> "tuple[dict[Path, Reading], list[str]]":
    """Every reading by its path, and one sentence for each file that failed; Stop when all failed."""
    from milepost.cli.progress import progress
    from milepost.reading.bulk import Failed, read_many

    if len(paths) == 1:
        return {paths[0]: _read_one(paths[0], given, limits)}, []
    readings: dict[Path, Reading] = {}
    faults: list[str] = []
    jobs = _jobs(paths)
    with progress("Reading", len(paths)) as step:
        for path, result in read_many(paths, children(jobs, limits), jobs, given):
            if isinstance(result, Failed):
                faults.append(result.fault)
            else:
                readings[path] = result
            step(path.name)
    if not readings:
        raise Stop(faults)
    return readings, faults


def _read_one(path: Path, given: Given, limits: "Limits | None") -> "Reading":
    """One file's reading; a fault of ours is not taken for the file's."""
    from milepost.reading.bulk.work import document_bytes
    from milepost.reading.sandbox import read_safely
    from milepost.reading.sandbox.faults import Stopped
    from milepost.reading.source import Unreadable

    try:
        return read_safely(
            document_bytes(path), path.name, date=given.date, region=given.region, pool=children(1, limits)
        )
    except Stopped as fault:
        raise Stop([f"{fault}{MORE.get(fault.cause, '')}"]) from None
    except Unreadable as fault:
        raise Stop([str(fault)]) from None


def _jobs(paths: list[Path]) -> int:
    """How many files are read side by side: a second process pays only where there is enough to read."""
    enough = len(paths) > 1 and sum(_size(path) for path in paths) > WORTH_A_PROCESS
    return min(len(paths), cores()) if enough else 1


def _size(path: Path) -> int:
    """The size of a file; 0 for one that is gone by now, which reading will tell."""
    try:
        return path.stat().st_size
    except OSError:
        return 0
