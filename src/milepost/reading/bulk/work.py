"""Reading side by side: as many files at once as there are children, none of which stops the others.

In: files, and what reads one. Out: results, in the order given or as they come out; for a file that can't be
read, `Failed` with its kind and sentence. No more files are open than are being read, so that a million fit.
"""

from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, Future, ThreadPoolExecutor, wait
from functools import cache
from itertools import islice
from pathlib import Path
from typing import TypeVar

import msgspec
from msgspec import Struct

from milepost.reading.bulk.kinds import kind_of, sentence_of
from milepost.reading.given import NOTHING, Given
from milepost.reading.records import Reading
from milepost.reading.sandbox import prepared_document
from milepost.reading.sandbox.pool import Pool
from milepost.reading.sandbox.tasks import READ, WRITE, Task, Written
from milepost.reading.source import Unreadable

T = TypeVar("T")
R = TypeVar("R")


class Failed(Struct, frozen=True, tag=True):
    """A file that gave nothing: the kind of fault, and the sentence for a person."""

    kind: str
    fault: str


def document_bytes(path: Path) -> bytes:
    """The bytes of a file; Unreadable when it can't be opened, is empty or larger than the limit."""
    from milepost.reading import check_size

    try:
        check_size(path.stat().st_size, path.name)
        return path.read_bytes()
    except OSError as fault:
        raise Unreadable(
            f"{path.name} can't be opened: {fault.strerror or fault}. Check that it is there and may be read."
        ) from None


def attempt(pool: Pool, task: Task[T], data: bytes, name: str, given: Given) -> T | Failed:
    """What a task makes of a file, or why it fails; whatever one file does, the others go on."""
    try:
        ready, told = prepared_document(data, name)
        return pool.run(task, ready, name, date=given.date, region=given.region, **told)
    except Exception as fault:
        return Failed(kind_of(fault), sentence_of(fault, name))


def read_path(pool: Pool, path: Path, given: Given) -> Reading | Failed:
    """One file's reading, or why there is none."""
    try:
        data = document_bytes(path)
    except Unreadable as fault:
        return Failed(kind_of(fault), str(fault))
    return attempt(pool, READ, data, path.name, given)


def read_many(
    paths: Iterable[Path], pool: Pool, jobs: int = 1, given: Given = NOTHING
) -> Iterator[tuple[Path, Reading | Failed]]:
    """Each path with its reading or fault, in the order given."""
    listed = list(paths)
    held: dict[int, Reading | Failed] = {}
    due = 0
    for at, result in side_by_side(lambda at: read_path(pool, listed[at], given), range(len(listed)), jobs):
        held[at] = result
        while due in held:
            yield listed[due], held.pop(due)
            due += 1


def side_by_side(act: Callable[[T], R], things: Iterable[T], jobs: int) -> Iterator[tuple[T, R]]:
    """Each thing with what the act makes of it, as they come out, `jobs` at a time."""
    coming = iter(things)
    with ThreadPoolExecutor(max(1, jobs)) as threads:
        running: dict[Future[R], T] = {threads.submit(act, one): one for one in islice(coming, jobs + 1)}
        try:
            while running:
                for done in wait(running, return_when=FIRST_COMPLETED).done:
                    thing = running.pop(done)
                    running |= {threads.submit(act, one): one for one in islice(coming, 1)}
                    yield thing, done.result()
        finally:
            for late in running:
                late.cancel()


@cache
def pool_of_this_process() -> Pool:
    """The pool of a process that serves others, such as a worker of a cluster."""
    from os import cpu_count

    return Pool(cpu_count() or 1)


def write_here(data: bytes, name: str, given: Given) -> bytes:
    """Read a file for somebody elsewhere: the reading as JSON with its facts, or `Failed`, as msgpack."""
    return msgspec.msgpack.encode(attempt(pool_of_this_process(), WRITE, data, name, given))


def written_there(answer: bytes) -> Written | Failed:
    """What `write_here` sent."""
    found: Written | Failed = msgspec.msgpack.decode(answer, type=Written | Failed)
    return found
