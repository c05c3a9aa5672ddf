"""The page of a paper: one file, the PDF's headings and columns, nothing that could run."""

import re
from functools import cache
from itertools import pairwise

import msgspec
import pytest
from lxml import html

from milepost.books.content.records.paper import Heading, Picture
from milepost.books.writers.papers.html import write_paper_html
from milepost.books.writers.papers.html_margins import margins, string
from tests.books.writers.papers.papers import LANGUAGES, briefing, notice, report

FORMS = {"notice": notice, "report": report, "briefing": briefing}
ALL = [(form, language) for form in FORMS for language in LANGUAGES]


@cache
def page(form: str, language: str) -> html.HtmlElement:
    return html.document_fromstring(write_paper_html(FORMS[form](language)))


@pytest.mark.parametrize(("form", "language"), ALL)
def test_the_page_names_its_language_and_title(form, language):
    assert page(form, language).get("lang") == {"en": "en", "zh": "zh-CN"}[language]
    assert page(form, language).find("head/title").text.startswith(FORMS[form](language).title)


@pytest.mark.parametrize(("form", "language"), ALL)
def test_nothing_is_taken_from_elsewhere_and_nothing_runs(form, language):
    whole = page(form, language)
    assert not whole.xpath("//script | //link | //iframe | //*[@style] | //*[starts-with(name(@*), 'on')]")
    sources = whole.xpath("//@src | //@href")
    assert all(source.startswith(("data:image/svg+xml;base64,", "#")) for source in sources)
    policy = whole.xpath("//meta[@http-equiv]/@content")[0]
    assert policy.startswith("default-src 'none'; style-src 'sha256-")


@pytest.mark.parametrize("language", LANGUAGES)
def test_headings_go_down_without_a_jump_and_say_the_numbers(language):
    tags = [one.tag for one in page("report", language).iter("h1", "h2", "h3", "h4")]
    levels = [int(tag[1]) for tag in tags]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))
    texts = [one.text_content() for one in page("report", language).iter("h2", "h3", "h4")]
    for block in report(language).blocks:
        if isinstance(block, Heading):
            assert block.number + block.text in texts


@pytest.mark.parametrize("language", LANGUAGES)
def test_tables_have_heads_and_captions_and_the_rows_of_the_record(language):
    tables = page("report", language).xpath("//table[@class='rows']")
    assert [len(table.xpath("tbody/tr")) for table in tables] == [45, 30]
    assert all(table.xpath("caption") and table.xpath("thead/tr/th[@scope='col']") for table in tables)
    assert len(tables[0].xpath(".//tr[@class='late']")) == 15
    assert len(tables[0].xpath(".//tr[@class='late']//svg")) == 15


def test_ids_are_unique_and_contents_lead_to_them():
    whole = page("report", "en")
    ids = whole.xpath("//@id")
    assert len(ids) == len(set(ids)) == 3
    assert [link[1:] for link in whole.xpath("//nav//@href")] == ids


def test_a_drawing_cannot_run_and_keeps_its_words():
    evil = Picture(svg="<svg onload='x()'><script>x()</script></svg>", caption="c", alt='a"><b>')
    whole = html.document_fromstring(write_paper_html(msgspec.structs.replace(report("en"), blocks=(evil,))))
    assert not whole.xpath("//script | //*[@onload]")
    assert whole.xpath("//img/@alt") == ['a"><b>']


@pytest.mark.parametrize("form", FORMS)
def test_print_has_the_page_of_the_pdf_and_its_margins(form):
    style = page(form, "en").find("head/style").text
    assert "size: A4;" in style
    assert "A4 landscape" in style
    assert "counter(page)" in margins(FORMS[form]("en"))


def test_words_in_the_margins_cannot_end_their_string():
    words = string('"; } </style> \\ 澜港\n2')
    assert re.fullmatch(r'"(?:[^\W_]|\\[0-9a-f]{6})*"', words)
    assert "<" not in words
