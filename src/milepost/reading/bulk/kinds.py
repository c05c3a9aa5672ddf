"""The kinds of fault that a summary counts, so that a person sees at once what to do with a hundred
failures.

In: a fault. Out: one word for its kind. A refusal says in its own words what is wrong; the table finds the
kind by them. What no row knows is "unreadable".
"""

from msgspec import Struct

from milepost.reading.sandbox.faults import OwnFault, Stopped
from milepost.reading.source import Unreadable

UNREADABLE, OURS = "unreadable", "fault of ours"


class Kind(Struct, frozen=True):
    """A kind of fault and the words in its sentence that tell it."""

    name: str
    words: tuple[str, ...]


KINDS = (
    Kind("empty", ("is empty",)),
    Kind("too large", ("; the limit is", "larger than the limit")),
    Kind("can't be opened", ("can't be opened:",)),
    Kind("needs LibreOffice", ("without LibreOffice",)),
    Kind("password", ("password", "encrypted")),
    Kind("made to do harm", ("made to do harm",)),
    Kind("another kind of file", ("are not supported", "under the name", "not a text")),
    Kind("no text", ("holds no text", "no text layer", "pages are pictures", "scan")),
    Kind("damaged", ("damaged", "no zip archive", "broken")),
)
CAUSES = {
    "memory": "too much memory",
    "time": "too much time",
    "computing": "too much time",
    "temp": "too many temporary files",
    "answer": "too large",
    "depth": "nested too deeply",
    "died": "ended its process",
    "start": "reader can't be started",
}


def kind_of(fault: Exception) -> str:
    """The kind of a fault."""
    if isinstance(fault, Stopped):
        return CAUSES[fault.cause]
    if not isinstance(fault, Unreadable):
        return OURS
    told = str(fault)
    return next((kind.name for kind in KINDS if any(words in told for words in kind.words)), UNREADABLE)


def sentence_of(fault: Exception, name: str) -> str:
    """What a person is told of a fault."""
    if isinstance(fault, Unreadable):
        return str(fault)
    error = fault.error if isinstance(fault, OwnFault) else f"{type(fault).__name__}: {fault}"
    return f"{name} could not be read, through a fault of ours ({error}). Please report it with the file."
