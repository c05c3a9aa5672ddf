"""Reading on a Dask cluster that is already there: `milepost read … --cluster tcp://host:8786`.

In: the address of its scheduler. Out: a reader like the one of this machine; each worker reads in sandboxed
children of its own. Needs the extra `cluster`, and the same version of Milepost on every worker. Documents
travel to the workers in the clear unless the cluster's addresses begin with tls://.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from importlib import import_module
from typing import TYPE_CHECKING, Any

from milepost.cli.faults import Stop
from milepost.reading.given import Given

if TYPE_CHECKING:
    from milepost.cli.readings import Reader
    from milepost.reading.bulk.work import Failed
    from milepost.reading.sandbox.tasks import Written

PATIENCE = 10  # seconds to wait for the scheduler
EACH = 2  # files on their way for each thread of the cluster, so that none waits


@contextmanager
def cluster(address: str) -> "Iterator[tuple[Reader, int]]":
    """A reader on the cluster, and how many files to hand out at a time; Stop where it can't be used."""
    client = _connected(address)
    try:
        threads = _ready(client, address)

        def read(data: bytes, name: str, given: Given) -> "Written | Failed":
            return _read(client, data, name, given)

        yield read, threads * EACH
    finally:
        client.close()


def _connected(address: str) -> Any:
    """A client of the scheduler at this address."""
    try:
        dask = import_module("distributed")
    except ImportError:
        raise Stop(['--cluster needs the extra "cluster": pip install "milepost[cluster]".']) from None
    try:
        return dask.Client(address, timeout=PATIENCE, set_as_default=False)
    except (OSError, TimeoutError, ValueError) as fault:
        told = f"--cluster {address}: no scheduler answers there ({_first_line(fault)})."
        raise Stop([f"{told} Start it, or check the address."]) from None


def _ready(client: Any, address: str) -> int:
    """How many threads the cluster has; Stop where it has none, or another Milepost."""
    from milepost import __version__

    workers = client.scheduler_info(n_workers=-1)["workers"]
    if not workers:
        raise Stop([f"--cluster {address}: the cluster has no workers. Start some, then run this again."])
    versions = client.run(_version_here)
    others = sorted({str(found) for found in versions.values() if found != __version__})
    if others:
        raise Stop(
            [
                f"--cluster {address}: its workers have Milepost {', '.join(others)}, here is {__version__}. "
                "Install the same version everywhere."
            ]
        )
    return sum(worker["nthreads"] for worker in workers.values())


def _version_here() -> str:
    """The version of Milepost on a worker; runs there."""
    from milepost import __version__

    return __version__


def _read(client: Any, data: bytes, name: str, given: Given) -> "Written | Failed":
    """One file read somewhere on the cluster."""
    from milepost.reading.bulk.work import Failed, write_here, written_there

    try:
        answer: bytes = client.submit(write_here, data, name, given, pure=False).result()
    except Exception as fault:  # a worker that was lost costs one file
        told = f"{name} was lost on the cluster ({type(fault).__name__}: {_first_line(fault)})."
        return Failed("lost on the cluster", f"{told} Run it again with --retry.")
    return written_there(answer)


def _first_line(fault: BaseException) -> str:
    """The first line of what a library says."""
    return str(fault).partition("\n")[0] or type(fault).__name__
