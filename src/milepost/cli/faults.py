"""How the command says that something is wrong: one sentence a fault, all faults, then the exit code.

In: faults. Out: lines on stderr. Bad input never shows a traceback; a fault of ours says where to send it,
with the traceback in a file, so that the screen stays readable.
"""

import errno
import sys
import tempfile
import traceback
from collections.abc import Iterable
from os import PathLike, fspath

BAD_INPUT, OUR_FAULT, SOME_FAILED = 2, 1, 3


NO_ROOM = frozenset((errno.EROFS, errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EIO))
NO_RIGHTS = frozenset((errno.EACCES, errno.EPERM))
"""What a system answers where nothing can be written or opened; no fault of ours."""


class Stop(Exception):
    """Ends the command with sentences for a person and an exit code."""

    def __init__(self, faults: Iterable[str], code: int = BAD_INPUT) -> None:
        self.faults = list(faults)
        self.code = code
        super().__init__("; ".join(self.faults))

    def tell(self) -> None:
        """Print the faults, one a line."""
        for fault in self.faults:
            sys.stderr.write(f"{fault}\n")


def unwritable(place: str | PathLike[str], fault: OSError, option: str = "--out") -> Stop:
    """The end of a command whose output can't be written to a place."""
    return Stop([f"{fspath(place)}: can't be written ({fault.strerror or fault}); choose another {option}."])


def report_own_fault(error: Exception) -> None:
    """Say that this is our fault and where the details lie."""
    with tempfile.NamedTemporaryFile("w", suffix=".txt", prefix="milepost-fault-", delete=False) as file:
        traceback.print_exception(error, file=file)
    sys.stderr.write(
        f"Milepost failed ({type(error).__name__}); this is our fault, not your file's. "
        "Nothing was written.\n"
        f"The details are in {file.name}: please send that file with what you ran.\n"
    )
