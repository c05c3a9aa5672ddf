"""Books as PDF: Typst sets them from templates in this folder, with the record as JSON.

In: a `TaskBook`, a `Timetable` or a `RoadMap`. Out: the bytes of a PDF/UA-1 file, tagged, with embedded
subsets of the wheels' fonts only. The same record gives the same bytes: the creation date is the freeze
date, and neither clock, system fonts nor the network are asked. The templates hold no words; the drawing of
the road map is the SVG writer's, byte for byte.
"""

from pathlib import Path
from typing import Any

import msgspec

from milepost.books.content.records import RoadMap, Sentence, TaskBook, Timetable
from milepost.books.content.records.adopted_task_book import AdoptedTaskBook
from milepost.books.content.records.adopted_timetable import AdoptedTimetable
from milepost.books.wording.labels import Language, label, words
from milepost.books.writers.pdf.adopted_task_book import write_adopted_task_book
from milepost.books.writers.pdf.compile import CannotTypeset, Standard, compile_pdf
from milepost.books.writers.pdf.fit import fitted
from milepost.books.writers.pdf.sheet import paper_for
from milepost.books.writers.pdf.year import write_adopted_timetable

__all__ = ["CannotTypeset", "write_pdf"]

TEMPLATES = Path(__file__).parent
Book = TaskBook | Timetable | RoadMap

WORDS = {
    "proposed": "mark.proposed",
    "fill": "row.unit_to_fill",
    "output_named": "row.output_named",
    "road_map": "book.road_map",
}
"""The small words that templates print with cells of any book."""


def write_pdf(book: Book | AdoptedTimetable | AdoptedTaskBook, standard: Standard = "ua-1") -> bytes:
    """The book as a PDF of a standard."""
    match book:
        case TaskBook():
            return _typeset("taskbook.typ", book, standard)
        case Timetable():
            return _typeset("timetable.typ", book, standard)
        case RoadMap():
            return _typeset("roadmap.typ", book, standard)
        case AdoptedTimetable():
            words_ = _words(book.facts.language, book.facts.edition)
            return write_adopted_timetable(book, words_, standard)
        case AdoptedTaskBook():
            words_ = _words(book.facts.language, book.facts.edition)
            return write_adopted_task_book(book, words_, standard)


def _typeset(template: str, book: Book, standard: Standard) -> bytes:
    """Run the typesetter over one template."""
    facts = book.facts
    data = {"book": fitted(book, _plain(book)), "words": _words(facts.language, facts.edition)}
    drawings = _drawn(book, data) if isinstance(book, RoadMap) else {}
    return compile_pdf(TEMPLATES / template, data, facts.frozen_on, facts.short, drawings, standard)


def _drawn(book: RoadMap, data: dict[str, Any]) -> dict[str, str]:
    """The drawings of the sheets by name; `data` gets the paper, and what stands around each."""
    from milepost.books.writers.svg.road_map import write_road_map_svg
    from milepost.books.writers.svg.sheets import sheets

    parts = sheets(book)
    drawings = [write_road_map_svg(part) for part in parts]
    data["sheet"] = paper_for(parts, drawings)._asdict()
    data["sheets"] = [{"title": part.title, "line": part.title_line, "alt": part.alt_text} for part in parts]
    return {f"svg-{n}": drawing for n, drawing in enumerate(drawings)}


def _words(language: Language, edition: int) -> dict[str, str]:
    """The small words of the templates in one language."""
    found = {name: label(key, language) for name, key in WORDS.items()}
    return {**found, "edition": words("edition.keyword", language, n=edition)}


def _plain(book: Book) -> dict[str, Any]:
    """The record as dicts and lists; a sentence is cut into its three pieces here, as Typst counts bytes."""
    plain: dict[str, Any] = msgspec.to_builtins(book)
    if isinstance(book, TaskBook):
        for part in (book.measures, book.proposed):
            rows = plain["measures" if part is book.measures else "proposed"]
            for row, out in zip(part.rows if part else (), rows["rows"] if rows else (), strict=True):
                out["sentence"] = _pieces(row.sentence)
    return plain


def _pieces(sentence: Sentence) -> dict[str, str]:
    """A sentence as the words before, the measure's own, and after."""
    before, own, after = sentence.pieces
    return {"before": before, "words": own, "after": after}
