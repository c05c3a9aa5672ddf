"""What goes to stdout: tables and JSON, and a quiet end where nobody listens any more.

In: text or bytes (tables go through `tables.console`). Out: the same on stdout. When the reader of a pipe
has gone, as in `milepost read plan.txt | head`, the command ends without a word and with the code that a
shell gives such an end.
"""

import os
import sys
from pathlib import Path
from typing import NoReturn

NOBODY_LISTENS = 141  # 128 + SIGPIPE


def say(text: str) -> None:
    """Print text as it stands."""
    try:
        sys.stdout.write(text)
        sys.stdout.flush()
    except BrokenPipeError:
        end_quietly()


def put(target: str, data: bytes) -> None:
    """Write JSON to a file, or print it for `-`."""
    if target == "-":
        say(data.decode())
    else:
        Path(target).write_bytes(data)


def end_quietly() -> NoReturn:
    """End; what is still to be flushed goes nowhere."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, sys.stdout.fileno())
    raise SystemExit(NOBODY_LISTENS)
