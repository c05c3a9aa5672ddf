"""The child: one job after the other, from the pipe of its parent, inside its fences.

Started as `python -I -m milepost.reading.sandbox.child LIMITS`. In: frames with a job and a file. Out:
frames with an answer and a result. Order: take the pipes for itself, so that nothing a library prints gets
into them; put up the fences; then serve until the parent closes the pipe. A fault of the file, of memory or
of ours is an answer; whatever else happens to the process, the parent sees its end.
"""

import os
import sys
from itertools import count
from typing import BinaryIO

import msgspec

from milepost.reading.sandbox.fences import allow_computing, memory_held, put_up
from milepost.reading.sandbox.frames import read_frame, write_frame
from milepost.reading.sandbox.limits import LAST_WORDS, MB, Limits
from milepost.reading.sandbox.messages import (
    MOST_HEAD,
    Answer,
    Done,
    Job,
    OutOfMemory,
    OwnFault,
    Refused,
    TooDeep,
)
from milepost.reading.sandbox.tasks import TASKS

MOST_DATA = 100 * MB
"""Twice the largest document; the parent refuses larger ones with a sentence long before."""


def main() -> None:
    """Serve the parent until it closes the pipe."""
    limits = msgspec.json.decode(sys.argv[1], type=Limits)
    inward, outward = take_pipes()
    put_up(limits)
    serve(inward, outward, limits)


def take_pipes() -> tuple[BinaryIO, BinaryIO]:
    """The two pipes under new numbers; the standard ones lead nowhere, the one for faults into a file."""
    inward, outward = os.dup(0), os.dup(1)
    if sys.platform == "win32":
        import msvcrt

        msvcrt.setmode(inward, os.O_BINARY)
        msvcrt.setmode(outward, os.O_BINARY)
    nowhere = os.open(os.devnull, os.O_RDWR)
    words = os.open(LAST_WORDS, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
    for standard, leads_to in ((0, nowhere), (1, nowhere), (2, words)):
        os.dup2(leads_to, standard)
    os.close(nowhere)
    os.close(words)
    return open(inward, "rb"), open(outward, "wb")


def serve(inward: BinaryIO, outward: BinaryIO, limits: Limits) -> None:
    """Answer one job after the other; a child that ran out of memory ends, as its heap is no more sound."""
    for number in count(1):
        try:
            job = msgspec.msgpack.decode(read_frame(inward, number, MOST_HEAD), type=Job)
        except EOFError:
            return
        allow_computing(limits.cpu_seconds)
        answer, result = done(job, read_frame(inward, number, MOST_DATA))
        write_frame(outward, number, msgspec.msgpack.encode(answer))
        write_frame(outward, number, result)
        outward.flush()
        if isinstance(answer, OutOfMemory):
            return


def done(job: Job, data: bytes) -> tuple[Answer, bytes]:
    """The answer to a job and the bytes of its result."""
    from milepost.ledger.faults import BadLedger
    from milepost.reading.source import Unreadable

    try:
        result = msgspec.msgpack.encode(TASKS[job.task].run(data, job.name, job.options))
        return Done(memory_held()), result
    except Unreadable as fault:
        return Refused([str(fault)]), b""
    except BadLedger as bad:
        return Refused([str(fault) for fault in bad.faults], ledger=True), b""
    except MemoryError:
        return OutOfMemory(), b""
    except RecursionError:
        return TooDeep(), b""
    except Exception as fault:
        return own_fault(fault), b""


def own_fault(fault: Exception) -> OwnFault:
    """A fault of ours, with what a report of it needs."""
    import traceback

    return OwnFault(
        f"{type(fault).__name__}: {fault}"[:2000], "".join(traceback.format_exception(fault))[-20_000:]
    )


if __name__ == "__main__":
    main()
