"""A child that also knows tasks which do harm: what a file could make a library do. For tests alone.

In: the limits, as the real child; the name of the file says which harm. Out: whatever the harm leaves. The
product's allow-list has none of these; this script adds them to the list of its own process.
"""

import ctypes
import os
import signal
import sys
from pathlib import Path

from milepost.reading.sandbox import child, tasks
from milepost.reading.sandbox.messages import Options
from milepost.reading.sandbox.tasks import TASKS, Task


def eat(data: bytes) -> str:
    """Take memory until there is none."""
    held = []
    while True:
        held.append(bytearray(10_000_000))


def think(data: bytes) -> str:
    """Compute for ever."""
    while True:
        pass


def sleep(data: bytes) -> str:
    """Wait for ever, without computing."""
    signal.pause()
    return ""


def kill_itself(data: bytes) -> str:
    """Die as if the system had ended it."""
    os.kill(os.getpid(), signal.SIGKILL)
    return ""


def crash(data: bytes) -> str:
    """Touch memory that isn't there, as a faulty library does."""
    ctypes.string_at(0)
    return ""


def starve(data: bytes) -> str:
    """End as a library in Rust does that gets no memory."""
    os.write(2, b"memory allocation of 68719476736 bytes failed\n")
    os.abort()


def dig(data: bytes) -> str:
    """Call itself without end."""
    return dig(data) + "."


def shout(data: bytes) -> str:
    """Write to where the answers were once sent."""
    for door in (0, 1, 2):
        os.write(door, b"MLP1 not an answer " * 10_000)
    print("not an answer", flush=True)
    return "calm"


def forge(data: bytes) -> str:
    """Find the answers' pipe and write something else into it."""
    for door in range(3, 20):
        try:
            os.write(door, b"not an answer at all" * 100)
        except OSError:
            continue
    return "forged"


def flood(data: bytes) -> str:
    """Answer more than anybody asked for."""
    return "x" * 30_000_000


def fill(data: bytes) -> str:
    """Write temp files without end."""
    for n in range(10_000):
        Path(f"{n}.bin").write_bytes(bytes(2_000_000))
    return ""


def stumble(data: bytes) -> str:
    """A fault of ours."""
    raise KeyError("a fault of ours")


def once(data: bytes) -> str:
    """Die at the first try only: the file's bytes name the note that remembers."""
    note = Path(data.decode())
    if not note.exists():
        note.write_text("seen")
        os.kill(os.getpid(), signal.SIGKILL)
    return "second try"


def call_home(data: bytes) -> str:
    """Reach for the network."""
    import socket

    try:
        socket.create_connection(("127.0.0.1", int(data)), timeout=2).close()
    except OSError as fault:
        return f"refused: {fault.strerror}"
    return "reached"


def start_a_program(data: bytes) -> str:
    """Start another program."""
    import subprocess

    try:
        subprocess.run([sys.executable, "-c", "pass"], check=True)
    except OSError as fault:
        return f"refused: {fault.strerror}"
    return "started"


def look_around(data: bytes) -> str:
    """The names in the environment."""
    return " ".join(sorted(os.environ))


def heavy(data: bytes) -> str:
    """Read a document, and say which heavy libraries that took."""
    from milepost.reading import read

    read(data, "plan.txt")
    return " ".join(name for name in ("numpy", "numba", "typst", "socket") if name in sys.modules)


HARMS = (
    eat,
    think,
    sleep,
    kill_itself,
    crash,
    starve,
    dig,
    shout,
    forge,
    flood,
    fill,
    stumble,
    once,
    call_home,
    start_a_program,
    look_around,
    heavy,
)


def harm(data: bytes, name: str, options: Options) -> str:
    """Do the harm that the file is named after."""
    return next(one for one in HARMS if one.__name__ == name)(data)


HARM = Task("harm", harm, lambda: str, tasks.DOCUMENT)

if __name__ == "__main__":
    TASKS["harm"] = HARM
    child.main()
