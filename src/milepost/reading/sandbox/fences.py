"""The fences that a child puts up around itself before a stranger's file comes in, and a look whether they
hold.

In: `Limits`. Out: limits of the system on memory, computing time, files and processes, no network, no new
programs; then `Fences`, found by trying each of them. What a system doesn't know is left out and named: the
memory limit holds on Linux, network and programs are cut on Linux alone; the parent's watch over wall time,
temp files and answers holds everywhere. Nothing here can be taken down again by the process itself.
"""

import sys
from contextlib import suppress
from math import ceil

from msgspec import Struct

from milepost.reading.sandbox.limits import MB, Limits


class Fences(Struct, frozen=True, kw_only=True):
    """Which fences hold in a child on this machine."""

    memory: bool = False
    computing: bool = False
    temp: bool = False
    dumps: bool = False
    programs: bool = False
    network: bool = False


def put_up(limits: Limits) -> None:
    """Put up every fence that this system knows."""
    if sys.platform == "win32":
        return
    import resource

    _limit(resource.RLIMIT_CORE, 0)
    _limit(resource.RLIMIT_FSIZE, limits.temp_mb * MB)
    _limit(resource.RLIMIT_NOFILE, limits.open_files)
    _limit(resource.RLIMIT_NPROC, 0)
    if limits.memory_mb is not None:
        _limit(resource.RLIMIT_AS, limits.memory_mb * MB)
    if sys.platform == "linux":
        from milepost.reading.sandbox.linux import cut_network, forbid_calls

        cut_network()
        forbid_calls()


def _limit(kind: int, most: int) -> None:
    """Set a limit for good, or as low as the system lets it be."""
    if sys.platform != "win32":
        import resource

        with suppress(ValueError, OSError):
            resource.setrlimit(kind, (most, most))


def allow_computing(seconds: int) -> None:
    """Give the next job its computing time; the system ends the child that takes more."""
    if sys.platform != "win32":
        import resource

        used = resource.getrusage(resource.RUSAGE_SELF)
        most = ceil(used.ru_utime + used.ru_stime) + seconds
        with suppress(ValueError, OSError):
            resource.setrlimit(resource.RLIMIT_CPU, (most, resource.getrlimit(resource.RLIMIT_CPU)[1]))


def memory_held() -> int:
    """Megabytes of address space that this process holds; 0 where the system doesn't tell."""
    with suppress(OSError, ValueError), open("/proc/self/statm", "rb") as file:
        return int(file.read().split()[0]) * 4096 // MB
    return 0


def tried() -> Fences:
    """Try every fence from inside."""
    if sys.platform == "win32":
        return Fences()
    import resource

    return Fences(
        memory=_memory_ends(),
        computing=resource.getrlimit(resource.RLIMIT_CPU)[0] != resource.RLIM_INFINITY,
        temp=_files_end(),
        dumps=resource.getrlimit(resource.RLIMIT_CORE)[0] == 0,
        programs=_programs_are_refused(),
        network=_network_is_cut(),
    )


def _memory_ends() -> bool:
    """Whether more memory than allowed is refused."""
    import mmap
    import resource

    most = resource.getrlimit(resource.RLIMIT_AS)[0]
    if most == resource.RLIM_INFINITY:
        return False
    try:
        mmap.mmap(-1, most).close()
    except (OSError, MemoryError, OverflowError):
        return True
    return False


def _files_end() -> bool:
    """Whether a file beyond the limit is refused."""
    import os
    import resource
    import tempfile

    most = resource.getrlimit(resource.RLIMIT_FSIZE)[0]
    if most == resource.RLIM_INFINITY:
        return False
    with tempfile.TemporaryFile() as file:
        try:
            os.pwrite(file.fileno(), b"x", most)
        except OSError:
            return True
    return False


def _programs_are_refused() -> bool:
    """Whether no other program or process can be started."""
    import os

    try:
        child = os.fork()
    except OSError:
        return True
    if child == 0:
        os._exit(0)
    os.waitpid(child, 0)
    return False


def _network_is_cut() -> bool:
    """Whether not even this machine itself can be reached."""
    if sys.platform != "linux":
        return False
    from milepost.reading.sandbox.linux import reaches_itself

    return not reaches_itself()
