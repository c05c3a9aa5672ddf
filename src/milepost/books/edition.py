"""Every file of an edition, from one frozen ledger and its schedule.

In: ledger, schedule, language, and the readings' files. Out: names below the edition's folder with their
bytes, in the order in which they are made: task books, timetable, road map, calendar, ledger, readings, the
first page, and last the list of contents with what each file holds. Nothing is written to disk here. The
same input gives the same bytes.
"""

import csv
import hashlib
import io
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any

from msgspec import Struct

from milepost.books.content.calendar import calendar_of
from milepost.books.content.index_page import index_page
from milepost.books.content.records import Language, TaskBook
from milepost.books.content.road_map import road_map
from milepost.books.content.task_book import task_books
from milepost.books.content.timetable import timetable
from milepost.ledger.codec_json import ledger_json, schedule_json
from milepost.ledger.codec_xlsx import write_xlsx
from milepost.ledger.records import Ledger, Schedule

CONTENTS = "CONTENTS.csv"
HEADS = ("file", "book", "scope", "pages", "rows", "sha256")
WHOLE = "whole"
Spread = Callable[[Callable[[Any], bytes], Iterable[Any]], Iterator[bytes]]
"""Makes a file from each book, in order: `map`, or one that works on several books at once."""


class Entry(Struct, frozen=True):
    """A file of the edition: what it is, for whom, how long."""

    path: str
    data: bytes
    book: str
    scope: str = ""
    pages: int | None = None
    rows: int | None = None


def edition_files(
    ledger: Ledger,
    schedule: Schedule,
    language: Language,
    readings: Sequence[tuple[str, bytes]] = (),
    spread: Spread = map,
) -> Iterator[tuple[str, bytes]]:
    """Each file with its bytes, as soon as it is made."""
    made: list[Entry] = []
    for entry in _entries(ledger, schedule, language, readings, spread):
        made.append(entry)
        yield entry.path, entry.data
    page = _index(ledger, schedule, language, made)
    made.append(page)
    yield page.path, page.data
    yield CONTENTS, contents(made)


def _entries(
    ledger: Ledger,
    schedule: Schedule,
    language: Language,
    readings: Sequence[tuple[str, bytes]],
    spread: Spread,
) -> Iterator[Entry]:
    """All files but the first page and the list of contents."""
    yield from _task_books(task_books(ledger, schedule, language), spread)
    yield from _drawings(ledger, schedule, language)
    measures = len(ledger.measures)
    yield Entry("ledger.xlsx", write_xlsx(ledger, schedule), "ledger", "plan", rows=measures)
    yield Entry("ledger.json", ledger_json(ledger), "ledger", "plan", rows=measures)
    yield Entry("schedule.json", schedule_json(schedule), "schedule", "plan", rows=len(schedule.rows))
    for path, data in readings:
        yield Entry(path, data, "reading", path.removeprefix("readings/").removesuffix(".json"))


def _task_books(books: Sequence[TaskBook], spread: Spread) -> Iterator[Entry]:
    """Each task book to read, and to fill in; the whole is only to be read."""
    from milepost.books.writers.docx import write_docx
    from milepost.books.writers.pdf import write_pdf

    for book, pdf in zip(books, spread(write_pdf, books), strict=True):
        path = f"taskbooks/{book.code}"
        yield Entry(f"{path}.pdf", pdf, "taskbook", book.code, page_count(pdf), book.row_count)
        if book.scope != WHOLE:
            yield Entry(f"{path}.docx", write_docx(book), "taskbook", book.code, rows=book.row_count)


def _drawings(ledger: Ledger, schedule: Schedule, language: Language) -> Iterator[Entry]:
    """The timetable, the road map and the calendar."""
    from milepost.books.writers.ics import write_ics
    from milepost.books.writers.pdf import write_pdf
    from milepost.books.writers.svg.road_map import write_road_map_svg
    from milepost.books.writers.xlsx import write_timetable

    times, roads, days = (
        timetable(ledger, schedule, language),
        road_map(ledger, schedule, language),
        calendar_of(ledger, schedule, language),
    )
    rows = sum(len(group.rows) for group in times.groups)
    pdf = write_pdf(times)
    yield Entry("timetable.pdf", pdf, "timetable", "plan", page_count(pdf), rows)
    yield Entry("timetable.xlsx", write_timetable(times), "timetable", "plan", rows=rows)
    lanes = sum(len(lane.rows) for lane in roads.lanes)
    yield Entry("roadmap.svg", write_road_map_svg(roads).encode(), "roadmap", "plan", 1, lanes)
    pdf = write_pdf(roads)
    yield Entry("roadmap.pdf", pdf, "roadmap", "plan", page_count(pdf), lanes)
    yield Entry("calendar.ics", write_ics(days), "calendar", "plan", rows=len(days.events))


def _index(ledger: Ledger, schedule: Schedule, language: Language, made: Sequence[Entry]) -> Entry:
    """The first page: it shows the drawing and names every file that is there."""
    from milepost.books.writers.html.index import write_index
    from milepost.books.writers.html.marks import Made

    drawing = next(entry.data for entry in made if entry.path == "roadmap.svg").decode()
    known = {entry.path: Made(len(entry.data), entry.pages) for entry in made}
    html = write_index(index_page(ledger, schedule, language), drawing, known)
    return Entry("index.html", html.encode(), "index", "plan", rows=len(ledger.measures))


def contents(made: Sequence[Entry]) -> bytes:
    """CONTENTS.csv: one row a file but itself, by path."""
    text = io.StringIO()
    table = csv.writer(text, lineterminator="\r\n")
    table.writerow(HEADS)
    for entry in sorted(made, key=lambda e: e.path):
        digest = hashlib.sha256(entry.data).hexdigest()
        known = ("" if n is None else n for n in (entry.pages, entry.rows))
        table.writerow((entry.path, entry.book, entry.scope, *known, digest))
    return text.getvalue().encode("utf-8-sig")


def page_count(pdf: bytes) -> int:
    """How many pages a PDF has."""
    import pypdfium2

    document = pypdfium2.PdfDocument(pdf)
    try:
        return len(document)
    finally:
        document.close()
