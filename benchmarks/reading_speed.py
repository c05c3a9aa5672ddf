"""How many characters a second are read on one core, English and Chinese apart; the goal is half a million.

Run `python benchmarks/reading_speed.py [MEGABYTES]`. The invented documents of the tests are joined until the
text has the size asked for (1 by default; 10 shows that time grows with the text and not faster) and are read
whole, outline, measures and meeting included. Prints the median of five runs with their spread, in time of
the core: what else runs on the machine does not count.
"""

import statistics
import sys
import time
from collections.abc import Iterator
from itertools import cycle
from pathlib import Path

from machine import machine

from milepost.reading import read
from milepost.reading.records import Language

CORPUS = Path(__file__).parent.parent / "tests" / "data" / "corpus"
SETS: dict[Language, str] = {"en": "en-made", "zh": "zh-made"}
GOAL = 500_000
RUNS = 5


def main(arguments: list[str]) -> int:
    """Print the table; 1 when a language is below the goal."""
    megabytes = float(arguments[0]) if arguments else 1.0
    print(f"{machine()}, one core, {megabytes:g} MB of text, {RUNS} runs")
    slow = 0
    for language, name in SETS.items():
        text = joined(name, int(megabytes * 1_000_000))
        speeds = [len(text) / seconds for seconds in timed(text, language)]
        middle = statistics.median(speeds)
        slow += middle < GOAL
        print(
            f"{language}  {len(text):>10,} characters  {middle:>10,.0f} a second "
            f"({min(speeds):,.0f} to {max(speeds):,.0f}), goal {GOAL:,}"
        )
    return 1 if slow else 0


def joined(name: str, size: int) -> str:
    """The invented documents of a set one after the other, again and again, up to a size in bytes."""
    texts = [path.read_text(encoding="utf-8") for path in sorted((CORPUS / name).glob("*.txt"))]
    parts: list[str] = []
    for text in cycle(texts):
        parts.append(text)
        size -= len(text.encode())
        if size <= 0:
            return "\n".join(parts)
    return ""


def timed(text: str, language: Language) -> Iterator[float]:
    """The seconds of each run, after one that loads and compiles."""
    data = text.encode()
    read(data[:1000].decode(errors="ignore").encode(), "warm.txt", language=language)
    for _ in range(RUNS):
        begun = time.process_time()
        read(data, "speed.txt", language=language)
        yield time.process_time() - begun


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
