"""Why a file was given up: one typed refusal and one sentence for each way in which a child can fail.

In: the cause that the parent saw. Out: `Stopped`, an `Unreadable` with its cause, so that callers need to
know one exception; `OwnFault` with the child's traceback where the fault is ours.
"""

from typing import Literal

from milepost.reading.sandbox.limits import Limits
from milepost.reading.source import Unreadable

Cause = Literal["memory", "time", "computing", "temp", "answer", "depth", "died", "start"]

SENTENCES: dict[Cause, str] = {
    "memory": "{name} needs more than {limits.memory_mb} MB of memory and was given up.",
    "time": "{name} took longer than {limits.wall_seconds:g} s and was given up.",
    "computing": "{name} took more than {limits.cpu_seconds} s of computing and was given up.",
    "temp": "{name} needs more than {limits.temp_mb} MB of temporary files and was given up.",
    "answer": "{name} gives more than {limits.answer_mb} MB of readings and was given up.",
    "depth": "{name} nests its parts too deeply and was given up.",
    "start": "{name} can't be read: the process that reads documents can't be started{how}. Check that this "
    "interpreter can be run, or install Milepost again.",
    "died": "{name} can't be read: the process that tried ended unexpectedly{how}, at two tries.",
}


class Stopped(Unreadable):
    """A file that was given up because of what reading it cost or did."""

    def __init__(self, cause: Cause, name: str, limits: Limits, advice: str, how: str = "") -> None:
        self.cause = cause
        told = f" ({how})" if how else ""
        sentence = SENTENCES[cause].format(name=name, limits=limits, how=told)
        super().__init__(sentence if cause == "start" else f"{sentence} {advice}")


class OwnFault(Exception):
    """A fault of ours in a child; `trace` is where it arose."""

    def __init__(self, name: str, error: str, trace: str) -> None:
        super().__init__(f"while reading {name}: {error}\n\nIn the child:\n{trace}")
        self.error = error
        self.trace = trace


class ChildEnded(Exception):
    """A child is gone before its answer; `cause` is why, `how` its last sign of life. Only inside this
    room."""

    def __init__(self, cause: Cause, how: str = "") -> None:
        super().__init__(cause)
        self.cause = cause
        self.how = how
