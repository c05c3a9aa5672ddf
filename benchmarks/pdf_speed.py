"""How long does a PDF of 300 pages take to be read, on one core? The goal is six seconds.

Run `python benchmarks/pdf_speed.py [PAGES]`. The invented documents of the tests are set one after the
other with the typesetter that the books use, every fifth page or so with a ruled table, until the file
has the pages asked for (300 by default). Prints the median of five runs with their spread, in time of the
core, for the file alone (text and tables) and for the whole reading.
"""

import re
import statistics
import sys
import time
from collections.abc import Callable, Iterator
from io import BytesIO
from itertools import cycle
from pathlib import Path
from typing import Any

from machine import machine

from milepost.books.writers.pdf.fonts import font_files
from milepost.reading import read
from milepost.reading.formats.pdf import read_pdf
from milepost.reading.records import Language

CORPUS = Path(__file__).parent.parent / "tests" / "data" / "corpus"
SETS: dict[Language, str] = {"en": "en-made", "zh": "zh-made"}
FACES: dict[Language, str] = {"en": "Libertinus Serif", "zh": "Noto Serif SC"}
GOAL = 6.0
RUNS = 5
TABLE_EVERY = 5
ROWS = 16
MARKS = re.compile(r"([\\#$*_`<>@\[\]~=\-+/\"'.])")
HEAD = """#set page(paper: "a4", numbering: "— 1 —")
#set text(size: 11pt, font: ("%s", "Source Sans Pro", "Noto Serif SC"), lang: "%s")
#set par(justify: true, first-line-indent: (amount: 2em, all: true))
"""


def main(arguments: list[str]) -> int:
    """Print the table; 1 when a language is above the goal."""
    pages = int(arguments[0]) if arguments else 300
    print(f"{machine()}, one core, {pages} pages, {RUNS} runs")
    slow = 0
    for language in SETS:
        data = document(language, pages)
        read(document(language, 2), "warm.pdf")
        alone = seconds(read_pdf, data)
        whole = seconds(read, data)
        slow += statistics.median(whole) > GOAL
        characters = len(read_pdf(data, "speed.pdf").text)
        print(f"{language}  {characters:>10,} characters, goal {GOAL} s")
        print(f"    the file alone {shown(alone)}, the whole reading {shown(whole)}")
    return 1 if slow else 0


def document(language: Language, pages: int) -> bytes:
    """A PDF with the pages asked for."""
    import typst

    texts = [path.read_text(encoding="utf-8") for path in sorted((CORPUS / SETS[language]).glob("*.txt"))]
    lines = cycle([line for text in texts for line in text.split("\n") if line.strip() and "|" not in line])
    a_page = 2_600 if language == "en" else 1_100
    parts = [HEAD % (FACES[language], language)]
    for page in range(pages):
        parts.append("#pagebreak(weak: true)")
        parts.append(table(lines) if page % TABLE_EVERY == 0 else prose(lines, a_page))
    source = "\n\n".join(parts).encode()
    compiled: Any = typst.compile
    set_in_type: bytes = compiled(source, font_paths=[str(path.parent) for path in font_files()])
    return first_pages(set_in_type, pages)


def first_pages(data: bytes, pages: int) -> bytes:
    """The first pages of a PDF."""
    import pypdfium2

    whole, part, out = pypdfium2.PdfDocument(data), pypdfium2.PdfDocument.new(), BytesIO()
    part.import_pages(whole, list(range(pages)))
    part.save(out)
    return out.getvalue()


def prose(lines: Iterator[str], length: int) -> str:
    """Paragraphs up to a length that one page holds."""
    parts: list[str] = []
    while sum(map(len, parts)) < length:
        parts.append(MARKS.sub(r"\\\1", next(lines))[:length])
    return "\n\n".join(parts)


def table(lines: Iterator[str]) -> str:
    """A ruled table that fills most of a page."""
    cells = [f"[{number}], [{MARKS.sub('', next(lines))[:60]}], [A], [B], [2027]" for number in range(ROWS)]
    return f"#table(columns: (auto, 3fr, 1fr, 1fr, 1fr), {', '.join(cells)})"


def seconds(work: Callable[[bytes, str], object], data: bytes) -> list[float]:
    """The seconds of each run."""
    found: list[float] = []
    for _ in range(RUNS):
        begun = time.process_time()
        work(data, "speed.pdf")
        found.append(time.process_time() - begun)
    return found


def shown(found: list[float]) -> str:
    """The median with the spread."""
    return f"{statistics.median(found):.2f} s ({min(found):.2f} to {max(found):.2f})"


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
