"""What goes to stdout: tables and JSON, and a quiet end where nobody listens any more.

In: text or bytes (tables go through `tables.console`). Out: the same on stdout, or in a file. When the
reader of a pipe has gone, as in `milepost read plan.txt | head`, the command ends without a word and with the
code that a shell gives such an end. A place that takes nothing (no rights, a full disk) ends it with one
sentence.
"""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NoReturn

from milepost.cli.faults import NO_RIGHTS, NO_ROOM, Stop, unwritable

NOBODY_LISTENS = 141  # 128 + SIGPIPE


def say(text: str) -> None:
    """Print text as it stands."""
    try:
        sys.stdout.write(text)
        sys.stdout.flush()
    except BrokenPipeError:
        end_quietly()
    except OSError as fault:
        drop_the_rest()
        raise unwritable("stdout", fault) from None


def put(target: str, data: bytes) -> None:
    """Write JSON to a file, or print it for `-`."""
    if target == "-":
        say(data.decode())
    else:
        with writing(target, "--json"):
            Path(target).write_bytes(data)


@contextmanager
def writing(place: str | Path, option: str = "--out") -> Iterator[None]:
    """Writes inside: a place that can't be written ends the command with one sentence that names its
    option."""
    try:
        yield
    except OSError as fault:
        raise unwritable(place, fault, option) from None


def stop_of(fault: OSError) -> Stop | None:
    """The end of the command for a fault that nobody took care of, where the system refuses a place."""
    if fault.errno not in NO_ROOM | NO_RIGHTS:
        return None
    if fault.filename is None:
        drop_the_rest()
        return unwritable("stdout", fault)
    if fault.errno in NO_ROOM:
        return unwritable(fault.filename, fault)
    return Stop([f"{fault.filename}: can't be opened ({fault.strerror}); name another."])


def end_quietly() -> NoReturn:
    """End; what is still to be flushed goes nowhere."""
    drop_the_rest()
    raise SystemExit(NOBODY_LISTENS)


def drop_the_rest() -> None:
    """Let go what is still to be flushed to stdout."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, sys.stdout.fileno())
