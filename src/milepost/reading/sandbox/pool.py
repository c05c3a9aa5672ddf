"""Several children at once, for a run over many files or for an office that is open all day.

In: tasks of the allow-list with the bytes of their files, from as many threads as like. Out: their results;
the typed refusals of `faults`. A child is kept for the next file, replaced after some hundred or when it has
grown large, and never shared by two files at a time. A file that ended a child which may have been innocent
is tried once more in a fresh one; then it is named.
"""

from threading import BoundedSemaphore, Lock
from types import TracebackType
from typing import Any, TypeVar

import msgspec

from milepost.ledger.faults import BadLedger
from milepost.reading.sandbox.faults import ChildEnded, OwnFault, Stopped
from milepost.reading.sandbox.limits import Limits
from milepost.reading.sandbox.messages import Answer, Done, Job, Options, OutOfMemory, Refused, TooDeep
from milepost.reading.sandbox.messages import OwnFault as ToldFault
from milepost.reading.sandbox.tasks import Task
from milepost.reading.sandbox.worker import COMMAND, Worker
from milepost.reading.source import Unreadable

T = TypeVar("T")

TRIES = 2
"""A process may die of its machine's troubles; one that dies twice of the same file dies of the file."""


class Pool:
    """Children that read, at most `jobs` at a time; each further caller waits for its turn."""

    def __init__(
        self, jobs: int = 1, limits: Limits | None = None, command: tuple[str, ...] = COMMAND
    ) -> None:
        self.limits = limits or Limits()
        self.command = command
        self.turns = BoundedSemaphore(max(1, jobs))
        self.lock = Lock()
        self.idle: list[Worker] = []
        self.busy: set[Worker] = set()
        self.closed = False

    def run(self, task: Task[T], data: bytes, name: str, **options: str | None) -> T:
        """The result of a task; Unreadable or BadLedger where the file is at fault, OwnFault where we are."""
        job = Job(task.name, name, options)
        with self.turns:
            for tried in range(1, TRIES + 1):
                try:
                    answer, result = self.ask(job, data)
                    if isinstance(answer, Done):
                        return task.taken_in(result)
                    raise self.fault(answer, task, name)
                except ChildEnded as end:
                    if end.cause != "died" or tried == TRIES:
                        raise Stopped(end.cause, name, self.limits, task.advice, end.how) from None
                except msgspec.DecodeError as fault:
                    raise OwnFault(name, f"an answer that can't be taken in: {fault}", "") from None
        raise AssertionError("a try either returns or raises")

    def ask(self, job: Job, data: bytes) -> tuple[Answer, bytes]:
        """One try, in a child that is put back if it is still good."""
        worker = self.take()
        good = False
        try:
            answer, result = worker.ask(job, data)
            good = not isinstance(answer, OutOfMemory) and not self.worn(worker, answer)
            return answer, result
        finally:
            self.put(worker, good)

    def worn(self, worker: Worker, answer: Answer) -> bool:
        """Whether a child has done its share: many jobs, or so much memory held that a large file might
        not fit."""
        held = answer.memory_mb if isinstance(answer, Done) else 0
        return worker.jobs >= self.limits.jobs or held > (self.limits.memory_mb or held * 2) / 2

    def fault(self, answer: Answer, task: Task[Any], name: str) -> Exception:
        """The exception for an answer that is no result."""
        match answer:
            case Refused(faults, ledger=True):
                return BadLedger(faults)
            case Refused(faults):
                return Unreadable(" ".join(faults))
            case OutOfMemory():
                return Stopped("memory", name, self.limits, task.advice)
            case TooDeep():
                return Stopped("depth", name, self.limits, task.advice)
            case ToldFault(error, trace):
                return OwnFault(name, error, trace)
        return OwnFault(name, "an answer that nobody knows", "")

    def take(self) -> Worker:
        """An idle child, or a fresh one."""
        with self.lock:
            if self.closed:
                raise Unreadable("Reading was stopped.")
            worker = self.idle.pop() if self.idle else Worker(self.limits, self.command)
            self.busy.add(worker)
            return worker

    def put(self, worker: Worker, good: bool) -> None:
        """Keep a child for the next job, or end it."""
        with self.lock:
            self.busy.discard(worker)
            keep = good and not self.closed
            if keep:
                self.idle.append(worker)
        if not keep:
            worker.close()

    def warm(self) -> None:
        """Start a child ahead, so that it gets ready while the caller does other things."""
        self.put(self.take(), good=True)

    def close(self) -> None:
        """End all children; those at work too."""
        with self.lock:
            self.closed = True
            idle, self.idle = self.idle, []
            for worker in self.busy:
                worker.kill("died")
        for worker in idle:
            worker.close()

    def __enter__(self) -> "Pool":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


__all__ = ["Options", "Pool"]
