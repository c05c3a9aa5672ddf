"""What parent and child say to each other: a job, and the answers that there are.

In: nothing. Out: the records of both frames' heads. The document goes in a frame of its own behind the job,
the result in one behind the answer, so that neither is copied on the way.
"""

from msgspec import Struct

MOST_HEAD = 1_000_000
"""Bytes of a head: a name, or some hundred sentences about a bad ledger."""

Options = dict[str, str | None]


class Job(Struct, frozen=True):
    """A task of the allow-list, the name of the file, and what else the task wants to know."""

    task: str
    name: str
    options: Options = {}


class Done(Struct, frozen=True, tag=True):
    """The result stands in the next frame; `memory_mb` is what the child holds by now."""

    memory_mb: int = 0


class Refused(Struct, frozen=True, tag=True):
    """The file can't be read, in sentences for a person; `ledger` tells a `BadLedger` from an
    `Unreadable`."""

    faults: list[str]
    ledger: bool = False


class OutOfMemory(Struct, frozen=True, tag=True):
    """The file needs more memory than it may have."""


class TooDeep(Struct, frozen=True, tag=True):
    """The file nests its parts deeper than can be followed."""


class OwnFault(Struct, frozen=True, tag=True):
    """A fault of ours, with what a report of it needs."""

    error: str
    trace: str


Answer = Done | Refused | OutOfMemory | TooDeep | OwnFault
