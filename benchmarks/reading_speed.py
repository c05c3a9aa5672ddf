"""How many characters a second are read on one core, English and Chinese apart; the goal is a million.

Run `python benchmarks/reading_speed.py [MEGABYTES]`. The invented documents of the tests are joined until the
text has the size asked for (1 by default; 10 shows that time grows with the text and not faster): `ordinary`
texts are drafted as an office would, `dense` ones put a case of the grammar into each line. `rules` is what
the language's rules take (the goal is theirs), `whole` the reading with encoding and outline. Prints the
median of five runs with their spread, in time of the core: what else runs on the machine does not count.
"""

import statistics
import sys
import time
from collections.abc import Callable, Iterator
from functools import partial
from itertools import cycle
from pathlib import Path

from machine import machine

from milepost.reading import no_collection, read, read_body
from milepost.reading.formats import source_text
from milepost.reading.outline import outline
from milepost.reading.records import Language

CORPUS = Path(__file__).parent.parent / "tests" / "data" / "corpus"
SETS: tuple[tuple[Language, str, tuple[str, ...]], ...] = (
    ("en", "ordinary", ("en-fresh", "en-fresh2")),
    ("en", "dense", ("en-made",)),
    ("zh", "ordinary", ("zh-fresh", "zh-fresh2")),
    ("zh", "dense", ("zh-made",)),
)
GOAL = 1_000_000
RUNS = 5


def main(arguments: list[str]) -> int:
    """Print the table; 1 when the rules of a language are below the goal on a set."""
    megabytes = float(arguments[0]) if arguments else 1.0
    print(f"{machine()}, one core, {megabytes:g} MB of text, {RUNS} runs, goal of the rules {GOAL:,}")
    slow = 0
    for language, kind, names in SETS:
        text = joined(names, int(megabytes * 1_000_000))
        for part, run in parts_of(text, language):
            speeds = [len(text) / seconds for seconds in timed(run)]
            middle = statistics.median(speeds)
            slow += part == "rules" and middle < GOAL
            print(
                f"{language}  {kind:8}  {part:5}  {len(text):>10,} characters  {middle:>10,.0f} a second "
                f"({min(speeds):,.0f} to {max(speeds):,.0f})"
            )
    return 1 if slow else 0


def joined(names: tuple[str, ...], size: int) -> str:
    """The invented documents of some sets one after the other, again and again, up to a size in bytes."""
    paths = [path for name in names for path in sorted((CORPUS / name).glob("*.txt"))]
    texts = [path.read_text(encoding="utf-8") for path in paths]
    parts: list[str] = []
    for text in cycle(texts):
        parts.append(text)
        size -= len(text.encode())
        if size <= 0:
            return "\n".join(parts)
    return ""


def parts_of(text: str, language: Language) -> tuple[tuple[str, Callable[[], object]], ...]:
    """What is timed: the rules on a text whose outline is known, and the whole reading of its bytes."""
    data = text.encode()
    source = source_text(data, "speed.txt")
    clauses = outline(source, language)
    return (
        ("rules", partial(read_body, source, clauses, language, None)),
        ("whole", partial(read, data, "speed.txt", language=language)),
    )


def timed(run: Callable[[], object]) -> Iterator[float]:
    """The seconds of each run, the collector held back as in a reading, after one that loads and compiles."""
    with no_collection():
        run()
        for _ in range(RUNS):
            begun = time.process_time()
            run()
            yield time.process_time() - begun


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
