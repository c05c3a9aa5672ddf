"""A folder that is written whole or not at all, and never over a person's corrections.

In: files with their bytes. Out: the folder. All is written to a sibling folder first and renamed when
whole, so that a fault half-way leaves what was there before. A folder that Milepost did not write is never
replaced; one whose ledger a person has edited is refused, with the words that say how to go on.
"""

import shutil
import tempfile
from collections.abc import Callable, Iterable
from pathlib import Path

from milepost.cli.entrances import taken_in
from milepost.cli.faults import Stop
from milepost.cli.output import writing

SIGN = "CONTENTS.csv"


def refuse_if_taken(out: Path, *, edited_is_ours: bool = False) -> None:
    """Stop when the folder may not be replaced: not ours, or holding a ledger that was edited since."""
    if not out.exists():
        return
    if not out.is_dir():
        raise Stop([f"{out}: is a file; --out names a folder."])
    with writing(out):
        empty, ours = not any(out.iterdir()), (out / SIGN).is_file()
    if empty:
        return
    if not ours:
        raise Stop([f"{out}: holds files that Milepost did not write; choose another --out."])
    ledger = out / "ledger.xlsx"
    if edited_is_ours or not ledger.is_file():
        return
    from milepost.reading.sandbox.tasks import EDITED

    if taken_in(EDITED, ledger):
        raise Stop(
            [
                f"{out}: ledger.xlsx was edited since it was written; a new build would lose the "
                f"corrections, so use `milepost plan {ledger}` --out {out} instead."
            ]
        )


def write_whole(out: Path, files: Iterable[tuple[str, bytes]], note: Callable[[str], None]) -> None:
    """Write the files to a sibling folder and put it in place of `out` when all are written."""
    out = out.resolve()
    with writing(out):
        out.parent.mkdir(parents=True, exist_ok=True)
        fresh = Path(tempfile.mkdtemp(prefix=f".{out.name}-", dir=out.parent))
    try:
        for name, data in files:
            with writing(out):
                path = fresh / name
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_bytes(data)
            note(name)
        with writing(out):
            fresh.chmod(0o755)
            _swap(fresh, out)
    finally:
        shutil.rmtree(fresh, ignore_errors=True)


def _swap(fresh: Path, out: Path) -> None:
    """Put the new folder in the old one's place; the old one goes only once the new one stands."""
    if not out.exists():
        fresh.rename(out)
        return
    old = Path(tempfile.mkdtemp(prefix=f".{out.name}-old-", dir=out.parent)) / out.name
    try:
        out.rename(old)
        try:
            fresh.rename(out)
        except OSError:
            old.rename(out)
            raise
    finally:
        if out.exists():
            shutil.rmtree(old.parent, ignore_errors=True)
