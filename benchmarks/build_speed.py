"""How long `milepost build` of a bulletin takes, whole process; the goals are 25 s the first time after an
install and 5 s after that.

Run `python benchmarks/build_speed.py [FILE]`; without a file the example bulletin is built. "First" means
that nothing compiled lies ready: neither Python's own cache nor the kernels'. Prints the median of five
later runs with their spread.
"""

import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from machine import machine

RUNS = 5
EXAMPLE = Path(__file__).parent.parent / "examples" / "en" / "bulletin.txt"


def seconds(file: Path, folder: Path, caches: Path) -> float:
    """One build in a process of its own."""
    code = "from milepost.cli import main; main()"
    words = [sys.executable, "-c", code, "build", str(file), "--out", str(folder), "--today", "2027-01-20"]
    own = {"PYTHONPYCACHEPREFIX": str(caches / "py"), "NUMBA_CACHE_DIR": str(caches / "numba")}
    begun = time.perf_counter()
    subprocess.run(words, check=True, capture_output=True, env={**os.environ, **own})
    return time.perf_counter() - begun


def main(arguments: list[str]) -> None:
    """Print the two lines."""
    file = Path(arguments[0]) if arguments else EXAMPLE
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder)
        first = seconds(file, place / "out", place / "caches")
        later = [seconds(file, place / "out", place / "caches") for _ in range(RUNS)]
    print(f"{machine()}, building {file.name}")
    print(f"first after an install  {first:5.1f} s")
    print(f"after that              {statistics.median(later):5.1f} s ({min(later):.1f} to {max(later):.1f})")


if __name__ == "__main__":
    main(sys.argv[1:])
