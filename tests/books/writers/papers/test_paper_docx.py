"""The Word file of a paper: named styles, real numbers, repeated heads, turned sections, fields, pictures."""

import io
import shutil
import subprocess
import zipfile
from functools import cache
from pathlib import Path

import docx
import msgspec
import pypdfium2 as pdfium
import pytest

from milepost.books.content.records.paper import Heading, Table
from milepost.books.writers.papers.docx import write_paper_docx
from milepost.books.writers.papers.docx.looks import looks_of
from milepost.books.writers.papers.docx.numbers import Numbers
from tests.books.writers.papers.papers import LANGUAGES, briefing, notice, report
from tests.books.writers.papers.texts import W, docx_part, runs, squeezed

FORMS = {"notice": notice, "report": report, "briefing": briefing}
ALL = [(form, language) for form in FORMS for language in LANGUAGES]


@cache
def written(form: str, language: str) -> bytes:
    return write_paper_docx(FORMS[form](language))


@pytest.mark.parametrize(("form", "language"), ALL)
def test_python_docx_reads_the_file_with_its_title_and_language(form, language):
    paper, document = FORMS[form](language), docx.Document(io.BytesIO(written(form, language)))
    assert document.core_properties.title.startswith(paper.title)
    assert document.core_properties.author == paper.author
    assert document.core_properties.language == ("zh-CN" if language == "zh" else "en-GB")


@pytest.mark.parametrize(("form", "language"), ALL)
def test_every_style_that_is_used_is_a_named_one(form, language):
    paper = FORMS[form](language)
    body = docx_part(written(form, language))
    used = {one.get(f"{W}val") for kind in ("pStyle", "rStyle") for one in body.iter(f"{W}{kind}")}
    assert used <= {look.id for look in looks_of(paper)} | {"Normal"}
    assert not list(body.iter(f"{W}sz"))
    assert not list(body.iter(f"{W}rFonts"))


@pytest.mark.parametrize("language", LANGUAGES)
def test_parts_are_numbered_by_the_program_and_not_by_hand(language):
    document = docx.Document(io.BytesIO(written("report", language)))
    first = next(
        p
        for p in document.paragraphs
        if p.style.name == "Heading 1" and squeezed(p.text) in ("Counts", "数据")
    )
    assert first._p.pPr.numPr.numId.val == 1
    contents = next(p for p in document.paragraphs if squeezed(p.text) in ("Contents", "目录"))
    assert contents._p.pPr.numPr.numId.val == 0


def numbered(language: str, *headings: tuple[int, str]) -> list[bool]:
    blocks = tuple(Heading(text="part", number=number, level=level) for level, number in headings)
    paper = msgspec.structs.replace(report(language), blocks=blocks)
    numbers = Numbers(paper)
    return [numbers.is_counted(block) for block in blocks]


CHINESE = ("一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "十一")
NUMBER_CASES = (
    ("romans, figures, letters", "en", ((1, "I"), (2, "1"), (3, "a"), (2, "2"), (1, "II")), [True] * 5),
    ("figures alone", "en", ((1, "1"), (2, "1.1"), (2, "1.2"), (1, "2")), [True] * 4),
    ("Chinese", "zh", ((1, "一、"), (2, "（一）"), (3, "1."), (1, "二、"), (2, "（一）")), [True] * 5),
    ("above ten", "zh", tuple((1, f"{n}、") for n in CHINESE), [True] * 11),
    ("a number left out is typed", "en", ((1, "I"), (1, "III"), (1, "II")), [True, False, True]),
    ("a name is typed", "zh", ((1, "一、"), (1, "议题六"), (1, "二、")), [True, False, True]),
    ("none is none", "en", ((1, ""), (1, "I")), [False, True]),
)  # fmt: skip


@pytest.mark.parametrize(
    ("words", "language", "headings", "counted"), NUMBER_CASES, ids=[c[0] for c in NUMBER_CASES]
)
def test_a_number_is_counted_where_the_program_would_count_the_same(words, language, headings, counted):
    assert numbered(language, *headings) == counted


def test_heads_repeat_and_rows_stay_whole():
    body = docx_part(written("report", "en"))
    tables = [
        table for table in body.iter(f"{W}tbl") if table.find(f"{W}tr/{W}trPr/{W}tblHeader") is not None
    ]
    assert len(tables) == 2
    for table in tables:
        assert all(row.find(f"{W}trPr/{W}cantSplit") is not None for row in table.iter(f"{W}tr"))


def test_sections_turn_and_each_has_its_header_and_footer():
    body = docx_part(written("report", "en"))
    sizes = [section.find(f"{W}pgSz") for section in body.iter(f"{W}sectPr")]
    assert [size.get(f"{W}orient") for size in sizes] == [None, "landscape", None]
    assert [size.get(f"{W}w") for size in sizes] == ["11906", "16838", "11906"]
    footers = b"".join(
        zipfile.ZipFile(io.BytesIO(written("report", "en"))).read(f"word/footer{n}.xml") for n in (1, 2)
    )
    assert footers.count(b" PAGE ") == footers.count(b" NUMPAGES ") == 2
    assert footers.count(b"Internal, copy 2 of 9") == 2


def test_a_late_row_stands_on_grey_and_others_do_not():
    body = docx_part(written("report", "zh"))
    table = next(
        t for t in body.iter(f"{W}tbl") if t.find(f"{W}tblPr/{W}tblCaption").get(f"{W}val") == "全部举措"
    )
    grey = [row.find(f"{W}tc/{W}tcPr/{W}shd") is not None for row in table.iter(f"{W}tr")][1:]
    assert grey == [n % 3 == 0 for n in range(1, 46)]


def test_blanks_of_the_slip_are_controls_with_tags_of_their_own():
    tags = [one.get(f"{W}val") for one in docx_part(written("notice", "zh")).iter(f"{W}tag")]
    assert len(tags) == len(set(tags)) == 13
    assert all(tag.startswith("notice_17_ADB_zh.") for tag in tags)


def test_a_drawing_is_there_as_svg_and_as_a_picture_with_its_words():
    with zipfile.ZipFile(io.BytesIO(written("report", "en"))) as archive:
        assert archive.read("word/media/picture0.svg").startswith(b"<svg")
        assert archive.read("word/media/picture0.png").startswith(b"\x89PNG")
        assert b'descr="Seven measures done, four under way."' in archive.read("word/document.xml")


def test_contents_lead_to_bookmarks_that_exist():
    body = docx_part(written("report", "en"))
    marks = {mark.get(f"{W}name") for mark in body.iter(f"{W}bookmarkStart")}
    links = [link.get(f"{W}anchor") for link in body.iter(f"{W}hyperlink")]
    assert len(links) == 3
    assert set(links) <= marks


@pytest.mark.office
@pytest.mark.parametrize("language", LANGUAGES)
def test_libreoffice_opens_the_file_and_gives_back_every_row(language, tmp_path):
    pages = printed(written("report", language), tmp_path)
    text = "".join(pages)
    paper = report(language)
    assert [run for run in runs(paper) if squeezed(run) not in text] == []
    rows = sum(len(block.rows) for block in paper.blocks if isinstance(block, Table))
    assert rows == 75
    assert all(squeezed(paper.stamp) in page for page in pages)


@pytest.mark.office
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_notice_takes_one_page_in_libreoffice_too(language, tmp_path):
    assert len(printed(written("notice", language), tmp_path)) == 1


def printed(data: bytes, folder: Path) -> list[str]:
    """The pages that LibreOffice prints."""
    program = shutil.which("soffice")
    assert program, "LibreOffice is needed: install it, or leave out the tests marked office."
    (folder / "paper.docx").write_bytes(data)
    profile = f"-env:UserInstallation=file://{folder}/profile"
    command = [program, profile, "--headless", "--convert-to", "pdf", "--outdir", str(folder), "paper.docx"]
    subprocess.run(command, cwd=folder, check=True, capture_output=True, timeout=180)
    document = pdfium.PdfDocument((folder / "paper.pdf").read_bytes())
    return [squeezed(page.get_textpage().get_text_range()) for page in document]
