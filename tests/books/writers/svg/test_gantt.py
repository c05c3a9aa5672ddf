"""The Gantt as SVG: pages, words that nothing crosses, shapes that need no colour, the same bytes."""

import re
from functools import cache

import msgspec
import pytest

from milepost.books.content.adopted.timetable import one_timetable, whole
from milepost.books.content.records.adopted_timetable import AdoptedTimetable, Stretch
from milepost.books.content.standing import MARKS, Standing
from milepost.books.content.view import View
from milepost.books.writers.svg.gantt import write_gantt_svgs
from milepost.books.writers.svg.gantt.frame import lay_out
from milepost.books.writers.svg.gantt.rows import draw_row
from milepost.books.writers.svg.marks import draw_mark
from milepost.books.writers.svg.pen import Pen
from tests.books.langang import langang, many
from tests.books.writers.drawings import all_words, elements, outside, overlapping, parsed

LANGUAGES = ("en", "zh")
LEAD = "Office for the Joint Oversight of Parks 园区 and Free Zones"
COLOUR = re.compile(r"#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})")


@cache
def book(language: str, measures: int = 16) -> AdoptedTimetable:
    ledger, schedule, state = langang(language) if measures == 16 else many(measures, language)
    view = View(ledger, schedule, language)
    standing = Standing(view, state)
    return one_timetable(view, standing, whole(view, standing))


def hard(language: str) -> AdoptedTimetable:
    """A title of 300 signs, a lead of 60, mixed scripts, a state of many words."""
    timetable = book(language)
    group = timetable.groups[0]
    first = group.rows[0]
    long = msgspec.structs.replace(
        first,
        title=msgspec.structs.replace(first.title, text="One gate 一窗通办 for every park and port, " * 7),
        lead=msgspec.structs.replace(first.lead, text=LEAD),
        state=msgspec.structs.replace(first.state, words=f"Blocked by {LEAD}"),
    )
    return msgspec.structs.replace(
        timetable,
        groups=(msgspec.structs.replace(group, rows=(long, *group.rows[1:])), *timetable.groups[1:]),
    )


def crossed(svg: str) -> list[str]:
    """Words through which a line runs."""
    lines = [
        tuple(float(line.attrib[name]) for name in ("x1", "y1", "x2", "y2")) for line in elements(svg, "line")
    ]
    return [
        run.text
        for run in all_words(svg)
        for x1, y1, x2, y2 in lines
        if min(x1, x2) < run.right
        and max(x1, x2) > run.left
        and min(y1, y2) < run.bottom - 0.1
        and max(y1, y2) > run.top + 0.1
    ]


def grey(drawing: str) -> str:
    """The drawing as a copier prints it."""

    def tone(found: re.Match[str]) -> str:
        red, green, blue = (int(part, 16) for part in found.groups())
        return f"grey{round((0.299 * red + 0.587 * green + 0.114 * blue) / 16)}"

    return COLOUR.sub(tone, drawing)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("make", [book, hard])
def test_no_word_meets_another_leaves_the_sheet_or_is_crossed_by_a_line(language, make):
    for svg in write_gantt_svgs(make(language), rows=9):
        assert overlapping(svg) == []
        assert outside(svg) == []
        assert crossed(svg) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_row_stands_on_one_page_with_its_title_dates_and_state(language):
    timetable = book(language)
    pages = write_gantt_svgs(timetable, rows=6)
    assert len(pages) == 3
    texts = [[run.text for run in all_words(svg)] for svg in pages]
    for group in timetable.groups:
        for row in group.rows:
            shown = (row.number, row.title.text, row.lead.text, row.baseline.text, row.state.words)
            assert sum(all(words in text for words in shown) for text in texts) == 1


def test_a_page_begins_with_the_group_its_first_row_belongs_to():
    for svg in write_gantt_svgs(book("en"), rows=6):
        texts = [run.text for run in all_words(svg)]
        heads = [n for n, words in enumerate(texts) if words.endswith("Group")]
        rows = [n for n, words in enumerate(texts) if words in ("1", "7", "13")]
        assert heads[0] < rows[0]


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_title_cut_in_the_drawing_stands_whole_in_its_row_and_in_the_description(language):
    timetable = hard(language)
    first = timetable.groups[0].rows[0]
    told = msgspec.structs.replace(first, alt=first.title.text)
    group = msgspec.structs.replace(timetable.groups[0], rows=(told,))
    (svg,) = write_gantt_svgs(msgspec.structs.replace(timetable, groups=(group,)))
    assert any(run.text.endswith("…") for run in all_words(svg))
    said = [title.text for title in elements(svg, "title")]
    assert told.alt.strip() in [words.strip() for words in said]
    assert told.alt.strip() in elements(svg, "desc")[0].text


@pytest.mark.parametrize("language", LANGUAGES)
def test_title_and_description_come_first_and_say_every_row(language):
    timetable = book(language)
    (svg,) = write_gantt_svgs(timetable)
    root = parsed(svg)
    assert [child.tag.rpartition("}")[2] for child in root][:2] == ["title", "desc"]
    assert root.attrib["role"] == "img"
    assert set(root.attrib["aria-labelledby"].split()) == {root[0].attrib["id"], root[1].attrib["id"]}
    assert all(row.alt in root[1].text for group in timetable.groups for row in group.rows)


def test_pages_name_themselves_and_share_no_id():
    pages = write_gantt_svgs(book("en"), rows=6)
    titles = [parsed(svg)[0].text for svg in pages]
    assert [title.rpartition(", ")[2] for title in titles] == ["page 1 of 3", "page 2 of 3", "page 3 of 3"]
    ids = [element.attrib["id"] for svg in pages for element in parsed(svg).iter() if "id" in element.attrib]
    assert len(ids) == len(set(ids))


def test_the_file_holds_no_script_style_or_outside_reference():
    (svg,) = write_gantt_svgs(book("zh"))
    for forbidden in ("<script", "<style", "style=", "foreignObject", "<image", "href", "onload"):
        assert forbidden not in svg
    assert set(re.findall(r"url\((#[^)]+)\)", svg)) <= {
        f"#{e.attrib['id']}" for e in elements(svg, "pattern")
    }


def test_marks_and_bars_differ_without_colour():
    drawn = {}
    for mark in (*MARKS, "claimed"):
        pen = Pen("en", 1.0)
        draw_mark(pen, mark, 5, 5)
        drawn[mark] = grey("".join(pen.elements))
    timetable = book("en")
    row = timetable.groups[0].rows[0]
    for look in ("done", "forecast", "past", "wait"):
        pen = Pen("en", 1.0)
        piece = Stretch(start="2027-02-01", finish="2027-03-01", look=look)
        bare = msgspec.structs.replace(row, stretches=(piece,))
        page = lay_out(pen, timetable, [("", bare)])
        draw_row(pen, page, timetable, page.rows[0])
        drawn[look] = grey("".join(pen.elements))
    assert len(set(drawn.values())) == len(drawn)


def test_the_accent_is_a_dark_grey_on_a_copy():
    assert grey("#9b2423") in ("grey3", "grey4", "grey5")


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_same_book_gives_the_same_bytes(language):
    assert write_gantt_svgs(book(language)) == write_gantt_svgs(book(language))


def test_hundreds_of_rows_are_split_in_pages_that_lose_none():
    timetable = book("en", 400)
    pages = write_gantt_svgs(timetable)
    assert len(pages) == 10
    titles = sum(svg.count("<g><title>") for svg in pages)
    assert titles == 400


def test_a_timetable_without_rows_is_one_page_with_its_heads():
    empty = msgspec.structs.replace(book("en"), groups=())
    (svg,) = write_gantt_svgs(empty)
    assert "Baseline" in [run.text for run in all_words(svg)]
