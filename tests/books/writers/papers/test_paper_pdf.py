"""The PDF of a paper: tagged, in its language, with our fonts; a notice on one page, furniture on all."""

import re
from collections import Counter
from itertools import pairwise

import msgspec
import pypdfium2 as pdfium
import pytest

from milepost.books.content.records.paper import Grid, Paragraph, Run
from milepost.books.writers.papers.pdf import write_paper_pdf
from milepost.books.writers.pdf.fonts import EMBEDDED, drawable
from tests.books.writers.papers.papers import LANGUAGES, box, briefing, notice, report, t
from tests.books.writers.papers.texts import pdf_pages, pdf_tags, squeezed

FONT = re.compile(rb"/FontName\s*/([A-Z]{6}\+)?([A-Za-z0-9-]+)")
FORMS = {"notice": notice, "report": report, "briefing": briefing}
ALL = [(form, language) for form in FORMS for language in LANGUAGES]


@pytest.mark.parametrize(("form", "language"), ALL)
def test_title_author_language_and_tags_are_set(form, language):
    paper = FORMS[form](language)
    data = write_paper_pdf(paper)
    about = pdfium.PdfDocument(data).get_metadata_dict()
    assert about["Title"].startswith(paper.title)
    assert about["Author"] == paper.author
    assert pdfium.PdfDocument(data).is_tagged()
    assert f"/Lang ({language}".encode() in data.replace(b"/Lang(", b"/Lang (")
    assert b"pdfuaid:part" in data


@pytest.mark.parametrize(("form", "language"), ALL)
def test_only_our_fonts_are_embedded(form, language):
    faces = {name.decode() for _, name in FONT.findall(write_paper_pdf(FORMS[form](language)))}
    assert faces
    assert [face for face in faces if not face.startswith(EMBEDDED)] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_notice_and_a_briefing_take_one_page(language):
    assert len(pdf_pages(write_paper_pdf(notice(language)))) == 1
    assert len(pdf_pages(write_paper_pdf(briefing(language)))) == 1


def longer(lines: int):
    """The notice with more to say."""
    whole = notice("zh")
    more = Grid(rows=tuple((box(f"附项{n}", t("补充说明一句，占一行。")),) for n in range(lines)))
    return msgspec.structs.replace(whole, blocks=(*whole.blocks[:-1], more, whole.blocks[-1]))


def test_a_full_notice_closes_its_gaps_before_it_turns_the_page():
    assert len(pdf_pages(write_paper_pdf(longer(5)))) == 1


def test_a_notice_that_is_too_long_takes_two_pages_and_loses_nothing():
    pages = pdf_pages(write_paper_pdf(longer(30)))
    assert len(pages) == 2
    assert all(f"附项{n}" in "".join(pages) for n in range(30))


def test_a_letter_has_its_page_between_dashes_and_its_print_in_the_corner():
    (page,) = pdf_pages(write_paper_pdf(notice("en")))
    assert "—1—" in page
    assert "Planprint7f3a91c2" in page
    assert "Internal,copy1of4" in page


@pytest.mark.parametrize("language", LANGUAGES)
def test_header_footer_stamp_and_handling_stand_on_each_page_of_a_report(language):
    paper = report(language)
    pages = pdf_pages(write_paper_pdf(paper))
    wanted = (
        paper.header_left,
        paper.header_right,
        paper.footer_left,
        paper.print_words,
        paper.handling,
        paper.stamp,
    )
    for number, page in enumerate(pages, start=1):
        assert [words for words in (*wanted, f"{number} / {len(pages)}") if squeezed(words) not in page] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_contents_name_the_page_where_each_part_begins(language):
    paper = report(language)
    pages = pdf_pages(write_paper_pdf(paper))
    end = "Carriedover" if language == "en" else "结转事项"
    found = re.search(rf"{end}\.+(\d)", pages[0])
    assert found
    assert end in pages[int(found[1]) - 1]


def test_the_outline_holds_the_parts_to_their_second_level():
    toc = pdfium.PdfDocument(write_paper_pdf(report("en"))).get_toc()
    titles = [(mark.level, squeezed(mark.get_title())) for mark in toc]
    assert (0, "ICounts") in titles
    assert (1, "1Byquarter") in titles
    assert not any("Howcounted" in title for _, title in titles)


def test_a_wide_table_lies_on_its_side_with_its_heading_and_its_head_repeats():
    document = pdfium.PdfDocument(write_paper_pdf(report("en")))
    pages = pdf_pages(write_paper_pdf(report("en")))
    wide = [n for n, page in enumerate(document) if page.get_width() > page.get_height()]
    assert "IIICarriedover" in pages[wide[0]]
    assert all("Head6" in pages[n] for n in wide)
    tables = [page for page in pages if "Measure" in page and "Approvals" in page]
    assert all("sourceclause" in page for page in tables)


def test_a_picture_carries_its_words():
    assert ("Figure", "Seven measures done, four under way.") in pdf_tags(write_paper_pdf(report("en")))


@pytest.mark.parametrize(("form", "language"), ALL)
def test_headings_begin_with_the_title_and_go_down_without_a_jump(form, language):
    tags = pdf_tags(write_paper_pdf(FORMS[form](language)))
    levels = [int(tag[1]) for tag, _ in tags if tag in ("H1", "H2", "H3", "H4")]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))


def test_words_are_paragraphs_and_heads_of_tables_are_heads():
    tags = Counter(tag for tag, _ in pdf_tags(write_paper_pdf(report("en"))))
    assert tags["TH"] == 4 + 7
    assert tags["TD"] == 45 * 4 + 30 * 7
    assert tags["Link"] == 3
    assert tags["P"] >= tags["TD"]


@pytest.mark.parametrize("standard", ["a-2b", "untagged"])
def test_the_archive_copy_and_the_draft_hold_the_same_words(standard):
    paper = notice("en")
    assert pdf_pages(write_paper_pdf(paper, standard)) == pdf_pages(write_paper_pdf(paper))


def test_a_sign_without_a_glyph_is_written_by_its_code():
    assert drawable("澜港 1–9 \u00a0é") == "澜港 1–9 \u00a0é"
    assert drawable("x\U0001f600") == "x[U+1F600]"


def test_the_day_of_issue_may_have_a_time():
    paper = msgspec.structs.replace(
        notice("en"), frozen_on="2027-06-15T09:30", blocks=(Paragraph(text=(Run(text="hello"),)),)
    )
    assert "hello" in pdf_pages(write_paper_pdf(paper))[0]
