"""The Word book: whole, in named styles, with tagged blanks, in both languages, the same bytes."""

import io
import re
import shutil
import subprocess
import zipfile
from collections import Counter
from functools import cache
from pathlib import Path

import docx
import msgspec
import pypdfium2 as pdfium
import pytest
from docx.document import Document
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from milepost.books.content.records import TaskBook
from milepost.books.content.task_book import task_books
from milepost.books.writers.docx import write_docx
from milepost.books.writers.docx.looks import LOOKS
from milepost.books.writers.docx.pen import TITLE_LENGTH, run
from milepost.books.writers.markup import printable
from milepost.ledger.origins import typed
from tests.books.bulletin_ledger import bulletin

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
DRAFT = {"en": "Draft from an unreviewed reading", "zh": "草稿，未经核对"}
PROPOSED = {"en": "proposed", "zh": "建议"}
LANGUAGES = ("en", "zh")


@cache
def books(language: str) -> dict[str, TaskBook]:
    return {book.code: book for book in task_books(*bulletin(language))}


@cache
def written(language: str, code: str) -> bytes:
    return write_docx(books(language)[code])


NAMES = [(language, code) for language in LANGUAGES for code in books(language)]


def opened(language: str, code: str) -> Document:
    return docx.Document(io.BytesIO(written(language, code)))


def part(language: str, code: str, name: str) -> etree._Element:
    with zipfile.ZipFile(io.BytesIO(written(language, code))) as archive:
        return etree.fromstring(archive.read(f"word/{name}"))


def body(language: str, code: str) -> etree._Element:
    return part(language, code, "document.xml")


def words(element: etree._Element) -> str:
    """The text of each paragraph on a line, without blanks."""
    lines = ("".join(t.text or "" for t in p.iter(f"{W}t")) for p in element.iter(f"{W}p"))
    return "\n".join("".join(line.split()) for line in lines)


def squeezed(text: str) -> str:
    return "".join(text.split())


def rows_of(book: TaskBook):
    return (*book.measures.rows, *(book.proposed.rows if book.proposed else ()))


def tags(element: etree._Element) -> list[str]:
    return [one.get(f"{W}val") for one in element.iter(f"{W}tag")]


@pytest.mark.parametrize(("language", "code"), NAMES)
def test_every_sentence_date_and_step_of_the_book_stands_in_the_file(language, code):
    book, text = books(language)[code], words(body(language, code))
    wanted = [book.title, book.name.text, *(fact.value.text for fact in book.cover.facts)]
    for row in rows_of(book):
        wanted += [row.sentence.text, row.citation.text, row.output.text, row.lead.text]
        wanted += [row.dates.as_written.text, row.dates.day.text if row.dates.day else ""]
        wanted += [row.dates.proposed.text if row.dates.proposed else ""]
        wanted += [check.text for check in row.plan.checks]
        for step in row.plan.steps:
            wanted += [step.title.text, step.finish.text]
        if "pieces" in [column.key for column in book.measures.columns]:
            wanted += [piece.words.text for piece in row.pieces]
    for duty in book.duties.rows if book.duties else ():
        wanted += [duty.measure.text, duty.lead.text, duty.citation.text, duty.due.text]
    for principle in book.orientation.rows if book.orientation else ():
        wanted += [principle.text.text, principle.citation.text]
    wanted += book.warnings.rows if book.warnings else ()
    assert not [one for one in wanted if squeezed(one) not in text]


@pytest.mark.parametrize(("language", "code"), NAMES)
def test_the_draft_line_stands_in_a_box_in_the_header_of_every_section(language, code):
    sections = opened(language, code).sections
    assert len(sections) == 2
    for section in sections:
        runs = [run for run in section.header._element.iter(f"{W}r") if DRAFT[language] in words_of(run)]
        assert [style_of(run) for run in runs] == ["MPDraft"]


def words_of(run_: etree._Element) -> str:
    return "".join(t.text or "" for t in run_.iter(f"{W}t"))


def style_of(run_: etree._Element) -> str:
    style = run_.find(f"{W}rPr/{W}rStyle")
    return "" if style is None else style.get(f"{W}val", "")


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_adopted_book_has_neither_draft_line_nor_open_band(language):
    book = books(language)["whole"]
    facts = msgspec.structs.replace(book.facts, draft=False)
    with zipfile.ZipFile(io.BytesIO(write_docx(msgspec.structs.replace(book, facts=facts)))) as archive:
        files = [archive.read(f"word/{name}.xml").decode() for name in ("document", "header1", "header2")]
    assert not [file for file in files if DRAFT[language] in file or "pgBorders" in file]
    assert b"pgBorders" in etree.tostring(body(language, "whole"))


@pytest.mark.parametrize(("language", "code"), NAMES)
def test_what_is_proposed_stands_under_the_word_in_a_dashed_frame(language, code):
    book = books(language)[code]
    marks = [one for one in body(language, code).iter(f"{W}r") if style_of(one) == "MPMark"]
    wanted = 1 + sum(line.date.origin == "proposed" for line in book.cover.contents)  # the legend's sample
    for row in rows_of(book):
        wanted += bool(row.plan.mark) + (row.dates.proposed is not None) + (row.proposed_lead is not None)
    wanted += sum(duty.proposed is not None for duty in book.duties.rows) if book.duties else 0
    assert len(marks) == wanted
    assert all(PROPOSED[language] in words_of(mark) for mark in marks)
    frame = part(language, code, "styles.xml").find(f".//{W}style[@{W}styleId='MPMark']/{W}rPr/{W}bdr")
    assert frame is not None
    assert frame.get(f"{W}val") == "dashSmallGap"


@pytest.mark.parametrize(("language", "code"), NAMES)
def test_every_blank_is_a_tagged_control_and_no_tag_stands_twice(language, code):
    book, found = books(language)[code], tags(body(language, code))
    assert not [tag for tag, count in Counter(found).items() if count > 1]
    keys = {column.key for column in book.measures.columns}
    for row in book.measures.rows:
        wanted = {"checked"}
        if "goal" in keys:
            wanted |= {"output_form", "acceptance_test", "goal", "verifier"}
        if row.output.text:
            wanted.discard("output_form")
        wanted |= {"leader", "officer", "phone"}
        wanted |= set() if row.lead.text else {"lead"}
        if "risks" in keys:
            wanted |= {"risks", "needs"}
        assert {tag.partition(".")[2] for tag in found if tag.startswith(f"{row.id}.")} >= wanted
    for row in book.proposed.rows if book.proposed else ():
        answers = {f"{row.id}.{key}" for key in ("checked", "reply_ours", "reply_not_ours", "whose")}
        assert answers <= set(found)
    assert {f"{code}.{key}" for key in ("filled_by", "phone", "date")} <= set(found)
    for number, _ in enumerate(book.members.rows if book.members else (), start=1):
        assert {f"{code}.{key}_{number}" for key in ("member", "part", "officer", "output", "by")} <= set(
            found
        )


@pytest.mark.parametrize(("language", "code"), NAMES)
def test_a_blank_shows_its_small_words_and_its_title_repeats_words_and_tag(language, code):
    for control in body(language, code).iter(f"{W}sdt"):
        properties = control.find(f"{W}sdtPr")
        tag, title = (properties.find(f"{W}{kind}").get(f"{W}val") for kind in ("tag", "alias"))
        if properties.find(f"{W}text") is None:
            continue
        shown = words_of(control.find(f"{W}sdtContent"))
        assert properties.find(f"{W}showingPlcHdr") is not None
        assert title == f"{shown} · {tag}"
        assert len(title) <= TITLE_LENGTH


@pytest.mark.parametrize(("language", "code"), NAMES)
def test_only_named_styles_are_used_and_nothing_is_set_directly(language, code):
    styles = {look.id for look in LOOKS}
    for name in ("document.xml", "header1.xml", "header2.xml", "footer1.xml", "footer2.xml"):
        tree = part(language, code, name)
        used = {one.get(f"{W}val") for kind in ("pStyle", "rStyle") for one in tree.iter(f"{W}{kind}")}
        assert used <= styles
        direct = {child.tag for look in ("pPr", "rPr") for one in tree.iter(f"{W}{look}") for child in one}
        assert direct <= {f"{W}pStyle", f"{W}rStyle", f"{W}sectPr"}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_style_names_a_face_for_every_script_and_none_is_japanese(language):
    tree = part(language, "whole", "styles.xml")
    fonts = list(tree.iter(f"{W}rFonts"))
    assert len(fonts) == len(LOOKS) + 2  # and the defaults, and Normal
    for one in fonts:
        assert all(one.get(f"{W}{script}") for script in ("ascii", "hAnsi", "eastAsia", "cs"))
        assert one.get(f"{W}eastAsia") in ("Microsoft YaHei", "SimSun", "Segoe UI Symbol")
    language_ = tree.find(f"{W}docDefaults//{W}lang")
    assert language_ is not None
    assert (language_.get(f"{W}val"), language_.get(f"{W}eastAsia")) == ("en-GB", "zh-CN")
    gaps = [one.get(f"{W}val") for one in tree.iter(f"{W}autoSpaceDN")]
    assert gaps == (["0"] if language == "zh" else [])


@pytest.mark.parametrize(
    ("language", "form", "text"), [("en", "upperRoman", "%1"), ("zh", "chineseCounting", "%1、")]
)
def test_the_numbers_of_parts_are_real_and_no_heading_types_its_own(language, form, text):
    numbers = part(language, "MB" if language == "en" else "SCJ", "numbering.xml")
    level = numbers.find(f".//{W}lvl[@{W}ilvl='0']")
    assert level is not None
    assert level.find(f"{W}numFmt").get(f"{W}val") == form
    assert level.find(f"{W}lvlText").get(f"{W}val") == text
    style = part(language, "whole", "styles.xml").find(f".//{W}style[@{W}styleId='Heading1']")
    assert style.find(f"{W}pPr/{W}numPr/{W}numId").get(f"{W}val") == "1"


@pytest.mark.parametrize(("language", "code"), NAMES)
def test_headings_are_the_parts_of_the_book_in_the_order_of_their_numbers(language, code):
    book = books(language)[code]
    headings = [p.text for p in opened(language, code).paragraphs if p.style.name == "Heading 1"]
    parts = (book.measures, book.members, book.proposed, book.duties, book.orientation, book.warnings)
    assert headings == [one.heading for one in parts if one is not None and one.rows]


@pytest.mark.parametrize(("language", "code"), NAMES)
def test_tables_are_fixed_repeat_their_head_and_keep_their_rows_whole(language, code):
    for table in body(language, code).iter(f"{W}tbl"):
        widths = [int(one.get(f"{W}w")) for one in table.iter(f"{W}gridCol")]
        assert table.find(f"{W}tblPr/{W}tblLayout").get(f"{W}type") == "fixed"
        assert table.find(f"{W}tblPr/{W}tblCaption").get(f"{W}val")
        assert table.find(f"{W}tblPr/{W}tblDescription").get(f"{W}val")
        assert sum(widths) <= 16838 - 1020 - 737
        for row in table.iter(f"{W}tr"):
            assert [int(one.get(f"{W}w")) for one in row.iter(f"{W}tcW")] == widths
            assert row.find(f"{W}trPr/{W}cantSplit") is not None
        if table.find(f"{W}tblPr/{W}tblStyle").get(f"{W}val") in ("MPTable", "MPGrid"):
            assert [row.find(f"{W}trPr/{W}tblHeader") is not None for row in table.iter(f"{W}tr")][:2] == [
                True,
                False,
            ]


def test_a_row_taller_than_half_a_page_may_break():
    book = books("en")["FO"]
    row = book.measures.rows[0]
    long = msgspec.structs.replace(row.sentence, text=row.sentence.text + " and so on" * 120)
    rows = (msgspec.structs.replace(row, sentence=long),)
    tall = msgspec.structs.replace(book, measures=msgspec.structs.replace(book.measures, rows=rows))
    file = docx.Document(io.BytesIO(write_docx(tall)))
    table = next(t for t in file.tables if t.style.name == "MP Table")
    head, first = table._tbl.tr_lst
    assert head.find(f"{W}trPr/{W}cantSplit") is not None
    assert first.find(f"{W}trPr/{W}cantSplit") is None


@pytest.mark.parametrize("language", LANGUAGES)
def test_pages_are_a4_on_their_side_and_numbered_by_fields(language):
    for section in opened(language, "whole").sections:
        assert (section.page_width.twips, section.page_height.twips) == (16838, 11906)
        assert section.orientation == docx.enum.section.WD_ORIENT.LANDSCAPE
    fields = [one.get(f"{W}instr") for one in part(language, "whole", "footer2.xml").iter(f"{W}fldSimple")]
    assert fields == [" PAGE ", " NUMPAGES "]
    text = words(part(language, "whole", "footer2.xml"))
    assert squeezed(books(language)["whole"].facts.print_line) in text


@pytest.mark.parametrize(("language", "code"), NAMES)
def test_two_runs_give_the_same_bytes(language, code):
    assert write_docx(books(language)[code]) == written(language, code)


def test_the_file_knows_no_other_day_than_the_freeze_date():
    properties = opened("en", "whole").core_properties
    assert str(properties.created) == str(properties.modified) == "2027-06-10 00:00:00+00:00"
    assert properties.author == "Milepost"
    with zipfile.ZipFile(io.BytesIO(written("en", "whole"))) as archive:
        assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}


HOSTILE = 'a\x00b\x0b ]]> <w:p> & " \ud800 \u202e' + "\n".join(f"line {n}" for n in range(40))


def test_hostile_text_stays_text():
    ledger, schedule = bulletin("en")
    measures = [
        msgspec.structs.replace(m, goal=typed(HOSTILE), output_form=typed("=1+1")) for m in ledger.measures
    ]
    book = task_books(msgspec.structs.replace(ledger, measures=tuple(measures)), schedule)[-1]
    file = docx.Document(io.BytesIO(write_docx(book)))
    cells = [cell.text for table in file.tables for row in table.rows for cell in row.cells]
    goal = next(text for text in cells if "]]>" in text)
    assert '<w:p> & "' in goal
    assert all(f"line {n}\n" in goal for n in range(39))
    assert not re.search("[\x00\x0b\u202e]", goal)
    assert any(text.startswith("=1+1") for text in cells)


@given(st.text())
def test_any_text_is_well_formed_in_a_run_and_keeps_its_printing_signs(text):
    tree = etree.fromstring(f'<w:p xmlns:w="{W[1:-1]}">{run(text)}</w:p>')
    shown = "".join(t.text or "" for t in tree.iter(f"{W}t"))
    assert squeezed(shown) == squeezed(printable(text))


def test_a_run_without_words_is_no_run():
    assert run("") == ""


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_cover_of_a_plan_without_a_meeting_begins_with_the_title_too(language):
    book = books(language)["whole"]
    bare = msgspec.structs.replace(book, cover=msgspec.structs.replace(book.cover, bodies=()))
    first = next(p for p in docx.Document(io.BytesIO(write_docx(bare))).paragraphs if p.text)
    assert (first.text, first.style.name) == (book.title, "Title")


@pytest.mark.office
@pytest.mark.parametrize("language", LANGUAGES)
def test_libreoffice_prints_every_text(language, tmp_path: Path):
    program = shutil.which("soffice")
    if program is None:
        pytest.skip("soffice is missing: install libreoffice-writer to run this test")
    code = "MB" if language == "en" else "SCJ"
    (tmp_path / "book.docx").write_bytes(written(language, code))
    profile = f"-env:UserInstallation=file://{tmp_path}/profile"
    command = [program, profile, "--headless", "--convert-to", "pdf", "--outdir", str(tmp_path)]
    subprocess.run([*command, str(tmp_path / "book.docx")], check=True, capture_output=True, timeout=120)
    pages = [
        squeezed(page.get_textpage().get_text_range()) for page in pdfium.PdfDocument(tmp_path / "book.pdf")
    ]
    book = books(language)[code]
    assert all(squeezed(DRAFT[language]) in page for page in pages)
    wanted = [book.title, book.name.text, book.facts.print_line]
    for row in rows_of(book):
        wanted += [row.sentence.text, row.citation.text, *(step.finish.text for step in row.plan.steps)]
        wanted += [step.title.text for step in row.plan.steps]
    text = "".join(pages)
    assert not [one for one in wanted if squeezed(one) not in text]
    assert f"2/{len(pages)}" in pages[1]
