"""Papers in all three formats: every word of the record stands in the file, and hostile words stay words."""

from functools import cache

import msgspec
import pytest

from milepost.books.content.records.paper import (
    Grid,
    GridCell,
    Head,
    Heading,
    LetterHead,
    Paper,
    Paragraph,
    Points,
    Run,
    Slip,
    Table,
)
from milepost.books.writers.papers.docx import write_paper_docx
from milepost.books.writers.papers.html import write_paper_html
from milepost.books.writers.papers.pdf import write_paper_pdf
from tests.books.writers.papers.papers import LANGUAGES, briefing, notice, report
from tests.books.writers.papers.texts import docx_text, html_text, labels, pdf_text, runs, squeezed

FORMS = {"notice": notice, "report": report, "briefing": briefing}
FORMATS = {
    "pdf": (write_paper_pdf, pdf_text),
    "docx": (write_paper_docx, docx_text),
    "html": (write_paper_html, html_text),
}
ALL = [(form, language, kind) for form in FORMS for language in LANGUAGES for kind in FORMATS]
HOSTILE = "<script>alert('x')</script> #let a = 1 ] $a$ *b* `c` =1+1 \u202eturned\u202c \x07 \\ ']]>"
LONG = "长句不断开" * 600
NAME = "Office for the Coordination of Cross-Border Economic Affairs"


@cache
def text(form: str, language: str, kind: str) -> str:
    write, read = FORMATS[kind]
    return read(write(FORMS[form](language)))


def hostile(language: str = "en") -> Paper:
    """A paper whose every word is meant to break out, with a row too tall for a page."""
    run = (Run(text=HOSTILE),)
    long = (Run(text=LONG, origin="quoted"),)
    return Paper(
        kind="bulletin", form="letter", language=language, stem="hostile", title=HOSTILE, subtitle=HOSTILE,
        author=HOSTILE, frozen_on="2027-06-15", stamp=HOSTILE, print_words=HOSTILE, handling=HOSTILE,
        header_left=HOSTILE, head=LetterHead(office=HOSTILE, number=HOSTILE, signer=HOSTILE),
        colophon=((HOSTILE, HOSTILE),),
        blocks=(
            Heading(text=HOSTILE, number=HOSTILE, anchor=HOSTILE),
            Paragraph(text=run), Points(items=(run,)),
            Grid(rows=((GridCell(label=NAME, text=(run, long), mark="late"),),)),
            Table(caption=HOSTILE, heads=(Head(text=HOSTILE), Head(text=NAME)), count=HOSTILE,
                  rows=(((run,), (long, run)), ((), ((Run(text=NAME),),)))),
            Slip(heading=HOSTILE, number=HOSTILE, lines=(HOSTILE,), choices=(HOSTILE,)),
        ),
    )  # fmt: skip


@pytest.mark.parametrize(("form", "language", "kind"), ALL)
def test_every_run_of_the_record_is_found_in_the_text_of_the_file(form, language, kind):
    found = text(form, language, kind)
    missing = [run for run in runs(FORMS[form](language)) if squeezed(run) not in found]
    assert missing == []


@pytest.mark.parametrize(("form", "language", "kind"), ALL)
def test_every_title_label_head_and_count_is_found_in_the_text_of_the_file(form, language, kind):
    found, paper = text(form, language, kind), FORMS[form](language)
    counted = {heading.number for heading in paper.blocks if isinstance(heading, Heading)}
    wanted = [word for word in labels(paper) if kind != "docx" or word not in counted]
    assert [word for word in wanted if squeezed(word) not in found] == []


@pytest.mark.parametrize("kind", FORMATS)
@pytest.mark.parametrize("form", FORMS)
def test_the_same_paper_gives_the_same_bytes(form, kind):
    write = FORMATS[kind][0]
    paper = FORMS[form]("zh")
    assert write(paper) == write(msgspec.json.decode(msgspec.json.encode(paper), type=Paper))


@pytest.mark.parametrize("kind", FORMATS)
def test_hostile_words_stay_words_and_a_long_cell_is_whole(kind):
    write, read = FORMATS[kind]
    found = read(write(hostile()))
    assert found.count(squeezed(HOSTILE)) >= 12
    assert found.count(squeezed(NAME)) >= 3  # a head repeats on each page
    assert found.count("长") == 1200


@pytest.mark.parametrize("kind", FORMATS)
def test_a_paper_without_blocks_is_written_too(kind):
    write, read = FORMATS[kind]
    empty = Paper(
        kind="report",
        form="report",
        language="en",
        stem="empty",
        title="Nothing yet",
        frozen_on="2027-06-15",
        blocks=(),
    )
    assert "Nothingyet" in read(write(empty))


@pytest.mark.parametrize("kind", FORMATS)
def test_proposed_words_stand_behind_their_word(kind):
    assert "proposedonedesk" in text("report", "en", kind)
    assert "建议一窗受理" in text("report", "zh", kind)


@pytest.mark.parametrize("kind", FORMATS)
def test_a_sign_that_no_font_has_is_not_lost(kind):
    paper = msgspec.structs.replace(
        briefing("en"), blocks=(Paragraph(text=(Run(text="go \U0001f680 now"),)),)
    )
    write, read = FORMATS[kind]
    assert ("go[U+1F680]now" if kind == "pdf" else "go\U0001f680now") in read(write(paper))
