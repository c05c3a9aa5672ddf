"""The adopted timetable as PDF: every title, unit and date, furniture on each page, our fonts, same bytes."""

from functools import cache

import msgspec
import pypdfium2 as pdfium
import pytest

from milepost.books.content.adopted.timetable import month_view, timetables_of, whole
from milepost.books.content.records.adopted_timetable import AdoptedTimetable
from milepost.books.content.standing import Standing
from milepost.books.content.view import View
from milepost.books.writers.pdf import CannotTypeset, write_pdf
from milepost.books.writers.pdf.fonts import EMBEDDED
from milepost.books.writers.pdf.year import place, sheet_of
from milepost.ledger.origins import typed
from tests.books.hard_rows import hard
from tests.books.langang import langang, many

LANGUAGES = ("en", "zh")


@cache
def book(language: str, measures: int = 16, paper: str = "A4") -> AdoptedTimetable:
    ledger, schedule, state = langang(language) if measures == 16 else many(measures, language)
    view = View(ledger, schedule, language)
    standing = Standing(view, state)
    (only,) = timetables_of(view, standing, whole(view, standing), paper)
    return only


@cache
def pdf(language: str, measures: int = 16, paper: str = "A4") -> bytes:
    return write_pdf(book(language, measures, paper))


def pages(data: bytes) -> list[str]:
    """The text of each page without blanks: a title may turn the line anywhere."""
    return ["".join(page.get_textpage().get_text_range().split()) for page in pdfium.PdfDocument(data)]


def bodies(data: bytes, timetable: AdoptedTimetable) -> list[str]:
    """The text of each page without head and foot, which part a text that goes on."""
    head, foot = squeezed(timetable.facts.edition_line), squeezed(timetable.facts.source_line)
    return [text.partition(head)[2].rpartition(foot)[0] for text in pages(data)]


def squeezed(text: str) -> str:
    return "".join(text.split())


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_year_is_one_page_with_every_title_unit_date_and_state(language):
    first = pages(pdf(language))[0]
    timetable = book(language)
    for group in timetable.groups:
        assert squeezed(group.name.text) in first
        for row in group.rows:
            shown = (row.title, row.lead, row.baseline, row.done or row.forecast)
            assert all(squeezed(cell.text) in first for cell in shown), row.number
            assert squeezed(row.state.words) in first
    for unit in timetable.load.rows:
        assert squeezed(unit.unit.text) in first
        assert squeezed(unit.total) in first
    assert all(squeezed(sign.words) in first for sign in timetable.legend)
    assert squeezed(timetable.adopted_line) in first


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_late_and_due_stands_on_the_second_page_with_what_it_unlocks(language):
    second = pages(pdf(language))[1]
    timetable = book(language)
    assert squeezed(timetable.due.heading) in second
    assert squeezed(timetable.due.count) in second
    for line in timetable.due.rows:
        cells = (line.due, line.stage, line.measure, line.lead, *(u.condition for u in line.unlocks))
        assert all(squeezed(cell.text) in second for cell in cells)
        assert line.forecast is None or squeezed(line.forecast.text) in second
        assert squeezed(line.days_words) in second


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_annex_holds_every_step_its_dates_and_its_evidence(language):
    text = "".join(pages(pdf(language))[3:])
    timetable = book(language)
    for line in timetable.annex.rows:
        cells = (line.step, line.unit, line.baseline, line.forecast, line.done, *line.evidence)
        assert all(cell is None or squeezed(cell.text) in text for cell in cells), line.number
        assert line.number in text
    assert squeezed(timetable.short_names) in text


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_pictures_stand_on_a_page_with_their_titles_and_numbers(language):
    third = pages(pdf(language))[2]
    for picture in book(language).pictures:
        assert squeezed(picture.title) in third
        for row in picture.rows:
            for words in (getattr(row, "days_words", ""), getattr(row, "waits", "")):
                assert squeezed(words) in third


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_page_carries_edition_source_print_handling_and_number(language):
    texts = pages(pdf(language))
    facts = book(language).facts
    assert facts.handling
    for n, text in enumerate(texts, start=1):
        for words in (facts.edition_line, facts.source_line, facts.print_line, facts.handling):
            assert squeezed(words) in text
        assert f"{n}/{len(texts)}" in text


def test_a_group_goes_on_with_its_name_after_a_page_break():
    texts = pages(pdf("en", 60))
    first_rows = [text for text in texts if "Baseline" in text and "State" in text and "Jan" in text]
    assert len(first_rows) >= 3
    assert "ParkSystemGroup" in first_rows[0]
    assert "BusinessEnvironmentGroup" in first_rows[1]
    assert "TalentandFactorsGroup" in first_rows[2]


@pytest.mark.parametrize(("measures", "paper", "size"), [(40, "A3", (1191, 842)), (90, "A1", (2384, 1684))])
def test_larger_paper_takes_more_rows_with_the_load_strip_on_one_sheet(measures, paper, size):
    data = pdf("zh", measures, paper)
    first = pages(data)[0]
    assert f"{measures}项举措月度推进" in first
    assert "全年" in first
    wide, high = pdfium.PdfDocument(data)[0].get_size()
    assert (round(wide), round(high)) == size


def test_few_rows_on_large_paper_are_set_larger():
    assert sheet_of(book("en", 16, "A3"))["scale"] > 1.2
    assert sheet_of(book("en"))["scale"] == 1.0
    assert sheet_of(book("zh", 90, "A1"))["scale"] >= 1.0


def test_the_months_ahead_are_a_book_of_their_own():
    ledger, schedule, state = langang("en")
    view = View(ledger, schedule, "en")
    month = month_view(view, Standing(view, state))
    texts = pages(write_pdf(month))
    assert squeezed(month.due.heading) in texts[0]
    assert "Annex" not in "".join(texts)


def test_only_fonts_of_the_wheels_are_embedded():
    found = set()
    for page in pdfium.PdfDocument(pdf("zh")):
        for item in page.get_objects(filter=[pdfium.raw.FPDF_PAGEOBJ_TEXT]):
            found.add(item.get_font().get_base_name().split("+")[-1].replace(" ", ""))
    assert found
    assert all(font.startswith(EMBEDDED) for font in found), found


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_same_record_gives_the_same_bytes_tagged_dated_and_titled(language):
    data = pdf(language)
    assert write_pdf(book(language)) == data
    document = pdfium.PdfDocument(data)
    assert pdfium.raw.FPDFCatalog_IsTagged(document)
    assert document.get_metadata_value("Title").startswith(book(language).title)
    assert document.get_metadata_value("CreationDate").startswith("D:20270615")


def test_a_picture_without_words_is_refused():
    timetable = book("en")
    silent = tuple(msgspec.structs.replace(picture, alt="") for picture in timetable.pictures)
    with pytest.raises(CannotTypeset):
        write_pdf(msgspec.structs.replace(timetable, pictures=silent, annex=None))


def test_hard_rows_stand_whole_beside_each_other():
    """A title of 400 signs, a unit name of 60 and mixed scripts turn lines; nothing is cut."""
    ledger, schedule, state = langang("en")
    title = "One gate for every park, 一窗通办 included, with a single list of papers; " * 6
    unit = msgspec.structs.replace(
        ledger.units[0], short="Office for the Joint Oversight of Parks, Ports and Free Zones"
    )
    first = msgspec.structs.replace(ledger.measures[0], title=typed(title.strip()))
    changed = msgspec.structs.replace(
        ledger, measures=(first, *ledger.measures[1:]), units=(unit, *ledger.units[1:])
    )
    view = View(changed, schedule, "en")
    standing = Standing(view, state)
    (timetable,) = timetables_of(view, standing, whole(view, standing))
    texts = pages(write_pdf(timetable))
    assert squeezed(title) in texts[0]
    assert squeezed(unit.short) in texts[0]
    assert "peak4" in "".join(texts[:2])


@pytest.mark.parametrize("language", LANGUAGES)
def test_hard_rows_of_the_plan_are_all_found_in_the_text(language):
    """A title of 3,000 signs stands whole in the annex; every other title, stage and unit in its row."""
    ledger, schedule, state = hard(language)
    view = View(ledger, schedule, language)
    standing = Standing(view, state)
    (timetable,) = timetables_of(view, standing, whole(view, standing))
    text = "".join(bodies(write_pdf(timetable), timetable))
    assert timetable.texts
    for long in timetable.texts:
        assert squeezed(long.text.text) in text
    for measure in ledger.measures:
        assert squeezed(measure.title.value) in text
    for unit in timetable.load.rows:
        assert squeezed(unit.unit.text) in text


def test_a_day_has_its_place_on_the_axis():
    months = book("en").months
    assert place(months, "2027-01-01") == 0.0
    assert place(months, "2027-12-31", end=True) == 1.0
    assert place(months, "2030-01-01") == 1.0
    assert place(months, "2027-07-02") == pytest.approx(182 / 365, abs=1e-4)
