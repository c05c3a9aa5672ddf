"""Many files at once: each read in a process of its own, one bad file never stops the others.

In: paths, how many processes, a date. Out: for each path in the order given its `Reading`, or the sentence
that says why it can't be read. Also here: the names of the output files. This and the sandbox are the only
rooms that start processes. Not here: writing the files (`cli`).
"""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from multiprocessing import get_context
from pathlib import Path

from milepost.reading.records import Reading

AHEAD = 4
"""Files handed out ahead for each process, so that none waits and no thousand readings pile up."""


def read_path(path: Path, date: str | None) -> Reading | str:
    """One file's reading, or the sentence that says why there is none."""
    from milepost.reading import read
    from milepost.reading.source import Unreadable

    try:
        return read(path.read_bytes(), path.name, date=date)
    except Unreadable as fault:
        return str(fault)
    except OSError as fault:
        return (
            f"{path.name} can't be opened: {fault.strerror or fault}. Check that it is there and may be read."
        )
    except Exception as fault:  # whatever one file does, the others go on
        return (
            f"{path.name} could not be read, through a fault of ours ({type(fault).__name__}: {fault}). "
            "Please report it with the file."
        )


def read_many(
    paths: Iterable[Path],
    jobs: int = 1,
    date: str | None = None,
    on_done: Callable[[Path], object] | None = None,
) -> Iterator[tuple[Path, Reading | str]]:
    """Each path with its reading or fault, in the order given; `on_done` is told of each as it comes out."""
    found = one_by_one(paths, date) if jobs <= 1 else side_by_side(list(paths), jobs, date)
    for path, result in found:
        if on_done:
            on_done(path)
        yield path, result


def one_by_one(paths: Iterable[Path], date: str | None) -> Iterator[tuple[Path, Reading | str]]:
    """Read in this process."""
    for path in paths:
        yield path, read_path(path, date)


def side_by_side(paths: list[Path], jobs: int, date: str | None) -> Iterator[tuple[Path, Reading | str]]:
    """Read in several processes; a process that dies takes one file with it, and the rest go to new ones."""
    at = 0
    while at < len(paths):
        with ProcessPoolExecutor(jobs, mp_context=get_context("spawn")) as pool:
            waiting: dict[int, Future[Reading | str]] = {}
            ahead = at
            while at < len(paths):
                while ahead < len(paths) and ahead - at < jobs * AHEAD:
                    waiting[ahead] = pool.submit(read_path, paths[ahead], date)
                    ahead += 1
                try:
                    result = waiting.pop(at).result()
                except BrokenProcessPool:
                    break
                yield paths[at], result
                at += 1
        if at < len(paths):
            yield paths[at], read_alone(paths[at], date)
            at += 1


def read_alone(path: Path, date: str | None) -> Reading | str:
    """Read one file in a process of its own, which may die of it."""
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as pool:
        try:
            return pool.submit(read_path, path, date).result()
        except BrokenProcessPool:
            return f"{path.name} could not be read: its process ran out of memory. Split the file."


def output_names(paths: Sequence[Path]) -> list[str]:
    """The name of each reading: STEM.json, or STEM.EXT.json where files share a stem; a number where even
    that is taken."""
    stems = Counter(path.stem.lower() for path in paths)
    taken: set[str] = set()
    names: list[str] = []
    for path in paths:
        stem = path.stem if stems[path.stem.lower()] == 1 else path.name
        name, again = f"{stem}.json", 2
        while name.lower() in taken:
            name, again = f"{stem}.{again}.json", again + 1
        taken.add(name.lower())
        names.append(name)
    return names
