"""What Linux offers a process that wants to be shut in: an empty network, and calls it may no more make.

In: nothing. Out: a process without network, that can't start programs, trace others or open new doors; each
is tried and left out where the kernel refuses. Two walls for the network, as containers forbid the first (a
namespace of its own) and kernels without filters the second. Numbers come from the kernel's own tables for
the two machines that servers have.
"""

import ctypes
import errno
import platform

NEW_USER, NEW_NETWORK = 0x10000000, 0x40000000
NO_NEW_PRIVILEGES, SET_FILTER, FILTER_MODE = 38, 22, 2
LOAD, EQUAL, AT_LEAST, RETURN = 0x20, 0x15, 0x35, 0x06
AT_CALL, AT_MACHINE = 0, 4
ALLOW, REFUSE = 0x7FFF0000, 0x00050000 | errno.EPERM
OTHER_TABLE = 0x40000000
"""From here on the calls of x86-64 belong to a second table (x32), which would go round the first."""

MACHINES = {"x86_64": 0xC000003E, "aarch64": 0xC00000B7}
FORBIDDEN: dict[str, tuple[int | None, int | None]] = {
    "socket": (41, 198),
    "socketpair": (53, 199),
    "connect": (42, 203),
    "clone": (56, 220),
    "clone3": (435, 435),
    "fork": (57, None),
    "vfork": (58, None),
    "execve": (59, 221),
    "execveat": (322, 281),
    "ptrace": (101, 117),
    "process_vm_readv": (310, 270),
    "process_vm_writev": (311, 271),
    "io_uring_setup": (425, 425),
    "bpf": (321, 280),
    "unshare": (272, 97),
    "setns": (308, 268),
    "mount": (165, 40),
    "chroot": (161, 51),
    "keyctl": (250, 219),
    "add_key": (248, 217),
    "userfaultfd": (323, 282),
    "perf_event_open": (298, 241),
}
"""Calls that reading a file never needs, with their numbers on x86-64 and on 64-bit ARM."""


class Step(ctypes.Structure):
    """One step of a filter."""

    _fields_ = (
        ("code", ctypes.c_uint16),
        ("yes", ctypes.c_uint8),
        ("no", ctypes.c_uint8),
        ("value", ctypes.c_uint32),
    )


class Program(ctypes.Structure):
    """A filter as the kernel takes it."""

    _fields_ = (("length", ctypes.c_uint16), ("steps", ctypes.POINTER(Step)))


def cut_network() -> bool:
    """Move into an empty network of one's own; False where the kernel doesn't allow it."""
    libc = ctypes.CDLL(None, use_errno=True)
    return any(libc.unshare(kinds) == 0 for kinds in (NEW_USER | NEW_NETWORK, NEW_NETWORK))


def forbid_calls() -> bool:
    """Give up for ever the calls that reading never needs; False where the kernel or machine has no
    filters."""
    rows = filter_steps(platform.machine())
    if not rows:
        return False
    libc = ctypes.CDLL(None, use_errno=True)
    steps = (Step * len(rows))(*(Step(*row) for row in rows))
    program = Program(len(rows), steps)
    zero = ctypes.c_ulong(0)
    if libc.prctl(NO_NEW_PRIVILEGES, ctypes.c_ulong(1), zero, zero, zero) != 0:
        return False
    mode = ctypes.c_ulong(FILTER_MODE)
    return bool(libc.prctl(SET_FILTER, mode, ctypes.byref(program), zero, zero) == 0)


def filter_steps(machine: str) -> list[tuple[int, int, int, int]]:
    """The filter for a machine as (code, steps to jump on yes, on no, value); empty for one not in the
    table."""
    if machine not in MACHINES:
        return []
    column = list(MACHINES).index(machine)
    numbers = [both[column] for both in FORBIDDEN.values() if both[column] is not None]
    left = len(numbers) + 1  # steps between the look at the second table and the refusal
    steps = [
        (LOAD, 0, 0, AT_MACHINE),
        (EQUAL, 1, 0, MACHINES[machine]),
        (RETURN, 0, 0, REFUSE),
        (LOAD, 0, 0, AT_CALL),
        (AT_LEAST, left, 0, OTHER_TABLE),
    ]
    steps += [(EQUAL, left - 1 - at, 0, number or 0) for at, number in enumerate(numbers)]
    return [*steps, (RETURN, 0, 0, ALLOW), (RETURN, 0, 0, REFUSE)]


def reaches_itself() -> bool:
    """Whether a connection to this very machine gets as far as a port, open or not."""
    libc = ctypes.CDLL(None, use_errno=True)
    door = libc.socket(2, 1, 0)
    if door < 0:
        return False
    address = (2).to_bytes(2, "little") + (9).to_bytes(2, "big") + bytes((127, 0, 0, 1)) + bytes(8)
    arrived = libc.connect(door, address, len(address)) == 0
    refused_there = ctypes.get_errno() == errno.ECONNREFUSED
    libc.close(door)
    return arrived or refused_there
