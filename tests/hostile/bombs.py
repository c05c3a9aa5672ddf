"""Every hostile file at its full size, with time and memory: `make bombs`.

Run `python -m tests.hostile.bombs [NAME…]`. In: the files of `archives`, `sheets` and `papers`. Out: a line a
file with what became of it, its seconds and the most memory that its child held; at the end how many were
tried and failed. A bomb must be refused with a typed sentence, within two seconds and before 100 MB of it are
inflated; each other file must be read or refused within thirty seconds and 512 MB. Nothing is drawn by lot:
the seed is always 0.
"""

import re
import sys
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from threading import Event, Thread
from typing import NamedTuple

from milepost.reading.sandbox import read_safely
from milepost.reading.sandbox.limits import Limits
from milepost.reading.sandbox.pool import Pool
from milepost.reading.source import Unreadable
from tests.hostile.archives import ARCHIVES, HARMLESS
from tests.hostile.papers import PAPERS
from tests.hostile.sheets import SHEETS, SOUND

BOMBS = ARCHIVES | SHEETS
"""Must be refused."""

OTHERS = HARMLESS | SOUND | PAPERS
"""May be read."""

HEAVY = frozenset(
    ("one-line.txt",
     "one-line-zh.txt", "one-word.txt", "many-tags.html", "many-lists.html", "many-labels.txt",
     "many-cells.html", "far-reaching.html", "open-marks-zh.txt", "open-quote.csv", "long-list.txt")
)  # fmt: skip
"""Read for many seconds or up to the last megabyte; the tests leave them to `make bombs`."""

BOMB_SECONDS, SECONDS = 2.0, 30.0
SLACK = 1.0
"""What starting and ending a child may take beside."""

BOMB_MEGABYTES, MEGABYTES = 200, 512
"""A child that has inflated nothing holds up to a hundred."""

HOSTS = Path("/etc/hostname")
"""What the files that ask for a file of the machine ask for."""

PEAK = re.compile(r"VmHWM:\s+([0-9]+) kB")


class Outcome(NamedTuple):
    """What became of a file: its refusal, or the text that was read; seconds and megabytes."""

    refusal: str | None
    text: str
    seconds: float
    megabytes: int


def main(arguments: list[str]) -> int:
    """Print what became of every file; 1 when any failed."""
    chosen = [name for name in BOMBS | OTHERS if not arguments or name in arguments]
    failed = 0
    for name in chosen:
        found = outcome(name, (BOMBS | OTHERS)[name])
        fault = fault_of(name, found)
        failed += fault is not None
        told = f"FAILED, {fault}: {found.refusal}" if fault else "refused" if found.refusal else "read"
        print(f"{name}: {found.seconds:.2f} s, {found.megabytes} MB, {told}", flush=True)
    print(f"{len(chosen)} tried ({sum(name in BOMBS for name in chosen)} bombs), {failed} failed, seed 0")
    return 1 if failed else 0


def outcome(name: str, made: Callable[[], bytes], limits: Limits | None = None) -> Outcome:
    """What becomes of a file in a child of its own."""
    data = made()
    with Pool(1, limits) as pool:
        pool.warm()
        peak = Peak(pool.idle[0].process.pid)
        begin = time.monotonic()
        refusal, text = None, ""
        try:
            text = read_safely(data, name, pool=pool).text
        except Unreadable as fault:
            refusal = str(fault)
        return Outcome(refusal, text, time.monotonic() - begin, peak.end())


def fault_of(name: str, found: Outcome) -> str | None:
    """What is wrong with an outcome; None when it is as it must be."""
    bomb = name in BOMBS
    if bomb and found.refusal is None:
        return "read"
    if found.refusal is not None and (name not in found.refusal or not found.refusal.endswith(".")):
        return "no sentence"
    if found.seconds > (BOMB_SECONDS if bomb else SECONDS) + SLACK:
        return "too slow"
    if found.megabytes > (BOMB_MEGABYTES if bomb else MEGABYTES):
        return "too large"
    if HOSTS.exists() and (HOSTS.read_text().strip() or "\n") in found.text:
        return "tells of the machine"
    return None


class Peak:
    """Watches the most memory that a process has held; 0 where the system doesn't tell."""

    def __init__(self, process: int) -> None:
        self.status = Path(f"/proc/{process}/status")
        self.megabytes = 0
        self.over = Event()
        self.thread = Thread(target=self.watch, daemon=True)
        self.thread.start()

    def watch(self) -> None:
        """Look every twentieth of a second, as an ended process tells nothing."""
        while not self.over.wait(0.05):
            self.look()

    def look(self) -> None:
        """Note the most so far."""
        with suppress(OSError):
            found = PEAK.search(self.status.read_text())
            self.megabytes = max(self.megabytes, int(found[1]) // 1000 if found else 0)

    def end(self) -> int:
        """The most held, in megabytes."""
        self.look()
        self.over.set()
        self.thread.join()
        return self.megabytes


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
