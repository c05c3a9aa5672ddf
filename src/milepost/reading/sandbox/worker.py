"""One child as its parent sees it: started, given jobs one at a time, watched, ended.

In: limits, then jobs with the bytes of their files. Out: the bytes of each answer; `ChildEnded` says why
there is none. Afterwards the child, its temp folder and all it may have started are gone. The watch is a
thread that looks at the clock and at the temp folder, as a pipe can't be waited for with a time limit on
every system.
"""

import os
import shutil
import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from threading import Event, Thread
from time import monotonic
from typing import BinaryIO

import msgspec

from milepost.reading.sandbox.faults import Cause, ChildEnded
from milepost.reading.sandbox.frames import BrokenFrame, read_frame, write_frame
from milepost.reading.sandbox.limits import LAST_WORDS, MB, Limits
from milepost.reading.sandbox.messages import MOST_HEAD, Answer, Job

COMMAND = (sys.executable, "-I", "-X", "utf8", "-m", "milepost.reading.sandbox.child")
"""`-I` keeps the caller's folder and environment out of what the child imports."""

LOOK_EVERY = 0.2  # seconds between two looks of the watch
CAUSES: dict[int, Cause] = {-getattr(signal, "SIGXCPU", 0): "computing"}


class Worker:
    """A child process that reads."""

    def __init__(self, limits: Limits, command: tuple[str, ...] = COMMAND) -> None:
        """Start the child; ChildEnded, and no folder left, where the interpreter can't be run."""
        self.limits = limits
        self.jobs = 0
        self.cause: Cause | None = None
        self.folder = Path(tempfile.mkdtemp(prefix="milepost-read-"))
        try:
            self.process = subprocess.Popen(
                [*command, msgspec.json.encode(limits).decode()],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                cwd=self.folder,
                env=surroundings(self.folder),
                start_new_session=True,
            )
        except OSError as fault:
            shutil.rmtree(self.folder, ignore_errors=True)
            raise ChildEnded("start", f"{command[0]}: {fault.strerror or fault}") from None

    def ask(self, job: Job, data: bytes) -> tuple[Answer, bytes]:
        """The answer to a job and the bytes of its result; ChildEnded where the child gives none."""
        self.jobs += 1
        inward, outward = self.pipes()
        with self.watched():
            try:
                write_frame(inward, self.jobs, msgspec.msgpack.encode(job))
                write_frame(inward, self.jobs, data)
                inward.flush()
                head = read_frame(outward, self.jobs, MOST_HEAD)
                answer: Answer = msgspec.msgpack.decode(head, type=Answer)
                return answer, read_frame(outward, self.jobs, self.limits.answer_mb * MB)
            except (OSError, EOFError, BrokenFrame, msgspec.DecodeError, ValueError) as fault:
                raise self.ended(fault) from None

    def pipes(self) -> tuple[BinaryIO, BinaryIO]:
        """The two ends that the parent holds."""
        inward, outward = self.process.stdin, self.process.stdout
        if inward is None or outward is None:
            raise ChildEnded("died")
        return inward, outward  # type: ignore[return-value]  # typeshed says IO[bytes], which BinaryIO is

    @contextmanager
    def watched(self) -> Iterator[None]:
        """Keep an eye on the child until the job is over."""
        over = Event()
        watch = Thread(target=self.watch, args=(over,), daemon=True)
        watch.start()
        try:
            yield
        finally:
            over.set()
            watch.join()

    def watch(self, over: Event) -> None:
        """End the child when its time is up or its temp folder too full."""
        until = monotonic() + self.limits.wall_seconds
        while not over.wait(min(LOOK_EVERY, max(0.0, until - monotonic()))):
            if monotonic() >= until:
                return self.kill("time")
            if folder_size(self.folder) > self.limits.temp_mb * MB:
                return self.kill("temp")
        return None

    def ended(self, fault: Exception) -> ChildEnded:
        """Why there is no answer, once the child is gone."""
        if isinstance(fault, BrokenFrame | msgspec.DecodeError):
            self.kill("answer" if "at most" in str(fault) else "died")
            return ChildEnded(self.cause or "died", "with a false answer")
        with suppress(subprocess.TimeoutExpired):
            self.process.wait(1.0)
        code = self.process.poll()
        starved: Cause = "memory" if ran_out_of_memory(self.folder / LAST_WORDS) else "died"
        self.kill(CAUSES.get(code or 0, starved))
        return ChildEnded(self.cause or "died", last_sign(code))

    def kill(self, cause: Cause) -> None:
        """End the child and all it started, for this cause."""
        self.cause = self.cause or cause
        if self.process.poll() is None:
            with suppress(OSError):
                if sys.platform == "win32":
                    self.process.kill()
                else:
                    os.killpg(self.process.pid, signal.SIGKILL)

    def close(self) -> None:
        """End the child and clear up after it."""
        self.kill("died")
        for pipe in (self.process.stdin, self.process.stdout):
            if pipe is not None:
                with suppress(OSError):
                    pipe.close()
        self.process.wait()
        shutil.rmtree(self.folder, ignore_errors=True)


def surroundings(folder: Path) -> dict[str, str]:
    """The whole environment of a child: nothing of the parent's, so that no secret of it can leak."""
    clean = {"PATH": os.defpath, "HOME": str(folder), "TMPDIR": str(folder), "LANG": "C.UTF-8"}
    if sys.platform == "win32":
        clean |= {"TEMP": str(folder), "TMP": str(folder), "SYSTEMROOT": os.getenv("SYSTEMROOT", "")}
    return clean


def folder_size(folder: Path) -> int:
    """Bytes in a folder; what vanishes meanwhile counts nothing."""
    size = 0
    for root, _, files in os.walk(folder):
        for name in files:
            with suppress(OSError):
                size += os.lstat(os.path.join(root, name)).st_size
    return size


def ran_out_of_memory(words: Path) -> bool:
    """Whether a library said that it had no memory before it ended the process, as those in Rust do."""
    with suppress(OSError), words.open("rb") as file:
        file.seek(max(0, words.stat().st_size - 2000))
        return b"memory allocation" in file.read()
    return False


def last_sign(code: int | None) -> str:
    """How a process ended, in words."""
    if code is None:
        return ""
    if code < 0:
        with suppress(ValueError):
            return signal.Signals(-code).name
    return f"exit code {code}"
