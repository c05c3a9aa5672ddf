"""The PDFs: every title and date, marks of origin, the draft on every page, our fonts alone, the same
bytes."""

import re
from collections.abc import Iterator
from functools import cache

import msgspec
import pypdfium2 as pdfium
import pytest

from milepost.books.content.records import Cell, RoadLink, RoadMap, TaskBook, Timetable
from milepost.books.content.road_map import road_map
from milepost.books.content.task_book import task_books
from milepost.books.content.timetable import timetable
from milepost.books.writers.pdf import write_pdf
from milepost.books.writers.pdf.fit import shortened, wrapped_lines
from milepost.books.writers.pdf.fonts import EMBEDDED, text_width
from milepost.books.writers.pdf.sheet import paper_for
from milepost.books.writers.svg.sheets import sheets
from milepost.ledger.origins import typed
from tests.books.bulletin_ledger import bulletin

LANGUAGES = ("en", "zh")
FONT = re.compile(rb"/FontName\s*/([A-Z]{6}\+)?([A-Za-z0-9-]+)")
Book = TaskBook | Timetable | RoadMap


@cache
def edition(language: str) -> dict[str, Book]:
    ledger, schedule = bulletin(language)
    books: dict[str, Book] = {book.code: book for book in task_books(ledger, schedule)}
    return {**books, "timetable": timetable(ledger, schedule), "road map": road_map(ledger, schedule)}


@cache
def pdf(language: str, name: str) -> bytes:
    return write_pdf(edition(language)[name])


def pages(data: bytes) -> list[str]:
    """The text of each page, blanks and line ends removed: a title may turn the line anywhere."""
    document = pdfium.PdfDocument(data)
    return ["".join(page.get_textpage().get_text_range().split()) for page in document]


def squeezed(text: str) -> str:
    return "".join(text.split())


def names() -> Iterator[tuple[str, str]]:
    for language in LANGUAGES:
        for name in edition(language):
            yield language, name


@pytest.mark.parametrize(("language", "name"), list(names()))
def test_the_draft_line_stands_on_every_page(language, name):
    words = "草稿，未经核对" if language == "zh" else "Draftfromanunreviewedreading"
    texts = pages(pdf(language, name))
    assert texts
    for n, text in enumerate(texts):
        vertical = language == "zh" and n == 0 and name not in ("timetable", "road map")
        assert (words.replace("，", "") if vertical else words) in text


@pytest.mark.parametrize(("language", "name"), list(names()))
def test_only_fonts_of_the_wheels_are_embedded(language, name):
    document = pdfium.PdfDocument(pdf(language, name))
    found = set()
    for page in document:
        for item in page.get_objects(filter=[pdfium.raw.FPDF_PAGEOBJ_TEXT]):
            found.add(item.get_font().get_base_name().split("+")[-1].replace(" ", ""))
    assert found
    assert all(font.startswith(EMBEDDED) for font in found), found


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_text_of_a_task_book_holds_every_sentence_step_and_date(language):
    book = edition(language)["whole"]
    text = "".join(pages(pdf(language, "whole"))[1:])
    for row in book.measures.rows:
        assert squeezed(row.sentence.text) in text
        assert squeezed(row.citation.text) in text
        for step in row.plan.steps:
            assert squeezed(step.title.text) in text
            assert squeezed(step.finish.text) in text
        for cell in (row.dates.as_written, row.dates.proposed, row.dates.day):
            assert cell is None or squeezed(cell.text or cell.label) in text
    assert ("建议" if language == "zh" else "proposed") in text


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_timetable_holds_every_title_unit_and_date(language):
    book = edition(language)["timetable"]
    text = "".join(pages(pdf(language, "timetable")))
    for group in book.groups:
        for row in group.rows:
            for words in (
                row.title.text,
                row.lead.text or row.lead.label,
                row.finish.text or row.finish.label,
            ):
                assert squeezed(words) in text
    for row in book.steps.rows:
        assert squeezed(row.step.text) in text
        assert squeezed(row.start.text) in text


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_road_map_is_one_sheet_with_its_titles_and_sentences(language):
    book = edition(language)["road map"]
    texts = pages(pdf(language, "road map"))
    assert len(texts) == 1
    for lane in book.lanes:
        for row in lane.rows:
            assert squeezed(row.title.text) in texts[0]
    for under in book.under:
        assert squeezed(under.head) in texts[0]


@pytest.mark.parametrize("name", ["MB", "timetable", "road map"])
def test_the_same_record_gives_the_same_bytes(name):
    assert write_pdf(edition("en")[name]) == pdf("en", name)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_file_is_tagged_names_its_language_and_its_title(language):
    data = pdf(language, "whole")
    document = pdfium.PdfDocument(data)
    assert document.get_metadata_value("Title").startswith(edition(language)["whole"].title)
    assert document.get_metadata_value("CreationDate").startswith("D:20270610")
    assert pdfium.raw.FPDFCatalog_IsTagged(document)


def test_a_long_timetable_repeats_its_months_and_its_group_on_each_page_and_prints_no_head_alone():
    book = edition("en")["timetable"]
    group = book.groups[0]
    long = msgspec.structs.replace(group, rows=group.rows * 9)
    data = write_pdf(
        msgspec.structs.replace(book, groups=(long, *book.groups[1:]), due=None, steps=None, load=None)
    )
    texts = pages(data)
    assert len(texts) > 2
    for text in texts[:-1]:
        assert "Proposedstages" in text
        assert "Aswritten" in text
    assert "Standingduties" not in texts[0]


def test_an_adopted_edition_carries_no_draft():
    ledger, schedule = bulletin("en")
    checked = tuple(msgspec.structs.replace(m, checked=True) for m in ledger.measures)
    book = task_books(msgspec.structs.replace(ledger, measures=checked), schedule)[-1]
    assert not any("Draftfrom" in text for text in pages(write_pdf(book)))


def test_words_that_look_like_markup_stay_words():
    ledger, schedule = bulletin("en")
    hostile = '= 1 + 1 #let x = *bold* _it_ $y$ // <a> \\ @b [c] `d` "e"'
    first = msgspec.structs.replace(ledger.measures[0], goal=typed(hostile), risks=typed("+ plus\n- minus"))
    book = task_books(msgspec.structs.replace(ledger, measures=(first, *ledger.measures[1:])), schedule)[1]
    text = "".join(pages(write_pdf(book)))
    assert squeezed(hostile).replace('"', "") in text.replace('"', "").replace("“", "").replace("”", "")


def test_a_sentence_longer_than_a_page_is_set_whole():
    ledger, schedule = bulletin("en")
    words = "the harbour keeps every ledger of every quay and says so, "
    long = msgspec.structs.replace(ledger.measures[0], quote=words * 120, span=None, clause=None)
    book = task_books(msgspec.structs.replace(ledger, measures=(long, *ledger.measures[1:])), schedule)[1]
    text = "".join(pages(write_pdf(book)))
    assert text.count(squeezed("says so,")) >= 119


def test_a_run_of_text_is_as_wide_as_its_font_says():
    assert text_width("港口", 10, 400, "zh") == pytest.approx(20)
    assert text_width("iii", 10, 400, "en") < text_width("mmm", 10, 400, "en")
    assert text_width("Wickmouth", 10, 700, "en") > text_width("Wickmouth", 10, 400, "en")
    assert text_width("Tide 港", 10, 400, "en") > 10


def test_what_is_shortened_fits_its_line_and_what_fits_stays_whole():
    assert shortened("short", 70, 8.5, "en") == "short"
    cut = shortened(
        "a title that goes on and on until no cover could hold it on a single line", 50, 8.5, "en"
    )
    assert cut.endswith("…")
    assert text_width(cut, 8.5 * 0.3528, 400, "en") <= 50
    assert wrapped_lines("words " * 40, 66, 8.7, "en") > 2
    assert wrapped_lines("字" * 60, 66, 8.6, "zh") == 3


def test_a_road_map_goes_on_paper_that_printers_have_and_on_the_smallest_that_holds_it():
    book = msgspec.structs.replace(edition("en")["road map"], links=())
    drawing = '<svg xmlns="x" viewBox="0 0 394 {h}" width="394mm" height="{h}mm">'
    sizes = {h: paper_for([book], [drawing.format(h=h)]) for h in (150, 226, 250, 300, 2000)}
    assert [paper.width for paper in sizes.values()] == [420.0, 420.0, 420.0, 594.0, 841.0]
    assert sizes[150].shares == (1.0,)
    assert 0.9 <= sizes[250].shares[0] < 1
    wide = paper_for([book], [drawing.format(h=420).replace("394", "813")])
    assert (wide.width, wide.scale) == (841.0, pytest.approx(2.0, abs=0.01))


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_large_road_map_stands_on_several_sheets_of_a3_each_row_on_one(language):
    whole = multiplied(edition(language)["road map"], 6)
    parts = sheets(whole)
    assert len(parts) > 2
    assert [r.id for part in parts for lane in part.lanes for r in lane.rows] == [
        r.id for lane in whole.lanes for r in lane.rows
    ]
    assert all(part.row_count <= 18 for part in parts)
    document = pdfium.PdfDocument(write_pdf(whole))
    assert len(document) == len(parts) + 1  # the start conditions stand on a page of their own
    assert {tuple(round(side / 72 * 25.4) for side in page.get_size()) for page in document} == {(420, 297)}


def multiplied(book: RoadMap, times: int) -> RoadMap:
    """The road map with every lane so many times, and a link from the first row to the last."""
    lanes = tuple(
        msgspec.structs.replace(
            lane,
            key=f"{lane.key}-{n}",
            rows=tuple(msgspec.structs.replace(row, id=f"{row.id}-{n}") for row in lane.rows),
        )
        for n in range(times)
        for lane in book.lanes
    )
    first, last = lanes[0].rows[0], lanes[-1].rows[-1]
    link = RoadLink(
        number=1,
        from_row=first.id,
        from_step="",
        to_row=last.id,
        to_step="",
        first=Cell(text="1", origin="computed", rule="link"),
        then=Cell(text="2", origin="computed", rule="link"),
        condition=Cell(text="once", origin="computed", rule="link"),
        when=Cell(text="1 Jan", origin="proposed", rule="schedule"),
    )
    return msgspec.structs.replace(book, lanes=lanes, links=(link,))
