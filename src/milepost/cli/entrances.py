"""The door for every file that a person names: its bytes are parsed in a child of this command, never here.

In: paths, and what a document may cost where a person allows more. Out: what the task makes of the file;
Stop with the file's own sentences. The children are kept for the next file and end with the command.
"""

import atexit
import os
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from milepost.cli.faults import Stop

if TYPE_CHECKING:
    from milepost.reading.sandbox.limits import Limits
    from milepost.reading.sandbox.pool import Pool
    from milepost.reading.sandbox.tasks import Task

T = TypeVar("T")

LIMIT = 50_000_000  # bytes, the same as for documents
COMPUTING = 2 / 3  # of the time that a person waits: the rest is starting, sending and a busy machine


def allowed(seconds: float | None, memory: int | None) -> "Limits | None":
    """The limits that a person asked for, None for the house's own; Stop where they leave no room to read."""
    from milepost.reading.sandbox.limits import Limits

    if seconds is None and memory is None:
        return None
    usual = Limits()
    wall = usual.wall_seconds if seconds is None else seconds
    held = usual.memory_mb if memory is None else memory
    if wall < 1:
        raise Stop([f"--seconds {seconds:g}: no file is read in less than a second; give 1 or more."])
    if held is not None and held < 100:
        raise Stop([f"--memory {memory}: the reader alone needs 100 MB; give 100 or more."])
    return Limits(memory_mb=held, wall_seconds=wall, cpu_seconds=max(1, round(wall * COMPUTING)))


def cores() -> int:
    """How many cores this command may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def children(jobs: int = 1, limits: "Limits | None" = None) -> "Pool":
    """The children of this command, so many at a time; they end with it."""
    return _children(jobs, limits)


@cache
def _children(jobs: int, limits: "Limits | None") -> "Pool":
    """A pool for each number and limits asked for."""
    from milepost.reading.sandbox.pool import Pool

    pool = Pool(jobs, limits)
    atexit.register(pool.close)
    return pool


def taken_in(task: "Task[T]", path: Path) -> T:
    """What a task makes of a file; Stop where the file is at fault."""
    from milepost.ledger.faults import BadLedger
    from milepost.reading.source import Unreadable

    try:
        if path.stat().st_size > LIMIT:
            raise Stop([f"{path.name}: larger than 50 MB; is this the right file?"])
        data = path.read_bytes()
        if not data:
            raise Stop([f"{path.name}: the file is empty."])
        return children().run(task, data, path.name)
    except BadLedger as bad:
        raise Stop(bad.faults) from None
    except Unreadable as fault:
        raise Stop([str(fault)]) from None
    except OSError as fault:
        raise Stop([f"{path}: can't be opened ({fault.strerror or fault})."]) from None
