"""Safe reading: a stranger's file is parsed in a child with limits, whatever it does to the child.

In: the bytes of a file and its name. Out: what `read` or another task of the allow-list makes of them; one
typed refusal (`Unreadable`, `BadLedger`) where the file is at fault or was given up. Afterwards the parent
lives, and no child, temp file or open pipe is left. Order of the rooms: `limits` what a job may cost,
`fences` and `linux` how the child shuts itself in, `tasks` what may be asked, `messages` and `frames` how it
is said, `child` and `worker` the two ends, `pool` many of them. Not here: which files (`bulk`), and what is
asked of a text (`read`).
"""

from typing import TYPE_CHECKING, Literal, TypeVar

if TYPE_CHECKING:
    from milepost.reading.records import Reading
    from milepost.reading.sandbox.fences import Fences
    from milepost.reading.sandbox.limits import Limits
    from milepost.reading.sandbox.messages import Options
    from milepost.reading.sandbox.pool import Pool
    from milepost.reading.sandbox.tasks import Task

T = TypeVar("T")


def read_safely(
    data: bytes,
    name: str,
    *,
    date: str | None = None,
    language: Literal["en", "zh"] | None = None,
    region: str | None = None,
    pool: "Pool | None" = None,
    limits: "Limits | None" = None,
) -> "Reading":
    """Read one document in a child; Unreadable if it can't be read or was given up."""
    from milepost.reading import check_size
    from milepost.reading.sandbox.tasks import READ

    check_size(len(data), name)
    ready, told = prepared_document(data, name)
    given: Options = {"date": date, "language": language, "region": region, **told}
    return run_safely(READ, ready, name, pool=pool, limits=limits, **given)


def prepared_document(data: bytes, name: str) -> "tuple[bytes, Options]":
    """What a child is given of a document, and what it must be told: an old office file is converted first,
    and its reading keeps the print and size of the file that a person has."""
    from hashlib import sha256

    from milepost.reading.office import prepared

    ready = prepared(data, name)
    if ready is data:
        return data, {}
    return ready, {"sha256": sha256(data).hexdigest(), "bytes": str(len(data))}


def run_safely(
    task: "Task[T]",
    data: bytes,
    name: str,
    *,
    pool: "Pool | None" = None,
    limits: "Limits | None" = None,
    **options: str | None,
) -> T:
    """Run a task of the allow-list in a child of the pool, or in one of its own."""
    from milepost.reading.sandbox.pool import Pool

    if pool is not None:
        return pool.run(task, data, name, **options)
    with Pool(1, limits) as own:
        return own.run(task, data, name, **options)


def fences_here() -> "Fences":
    """Which fences hold on this machine, found by trying them in a child."""
    from milepost.reading.sandbox.tasks import FENCES

    return run_safely(FENCES, b"", "fences")
