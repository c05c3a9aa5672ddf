"""How much a file may cost while it is read, and where its reader is started.

In: nothing. Out: `Limits`, a record with named fields; the parent passes it to the child, which puts up its
own fences before a document comes in (`fences`). The defaults are those of the house: a document of ten
million characters reads in 350 MB, and a file that needs more is an attack or no document.
"""

from msgspec import Struct

MB = 1_000_000
LAST_WORDS = "last-words.txt"
"""Where a library says why it ends its process, in the child's own folder; never shown, as it may quote."""


class Limits(Struct, frozen=True, kw_only=True):
    """What one job may use; `None` means no limit of this kind."""

    memory_mb: int | None = 512
    """Address space of the child."""

    cpu_seconds: int = 20
    """Computing time of one job."""

    wall_seconds: float = 30.0
    """Time that the parent waits for one job, the child's start included."""

    temp_mb: int = 200
    """Temporary files of the child, each and all together."""

    answer_mb: int = 256
    """What the child may send back: the reading of a ten-million-character plan has 55 MB."""

    open_files: int = 64
    """Files open at once; a library or two and the pipes need a dozen."""

    jobs: int = 200
    """Jobs after which a child is replaced, so that nothing grows for ever; 1 gives each file its own."""
