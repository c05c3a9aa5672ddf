"""The first page of an edition: whole, in order, escaped, and honest about what is proposed."""

import re
from urllib.parse import unquote

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from selectolax.lexbor import LexborHTMLParser, LexborNode

from milepost.books.content.index_page import index_page
from milepost.books.content.records import (
    Cell,
    FileLine,
    IndexPage,
    Language,
    MeasureLine,
    NextStep,
    SetAsideRow,
    StepPlan,
    WarningLine,
)
from milepost.books.wording.labels import label
from milepost.books.writers.html.elements import Html, address, anchor, element, linked
from milepost.books.writers.html.index import write_index
from milepost.books.writers.html.marks import Made
from milepost.books.writers.svg.road_map import write_road_map_svg
from tests.books.bulletin_ledger import bulletin

LANGUAGES: tuple[Language, ...] = ("en", "zh")
each_language = pytest.mark.parametrize("language", LANGUAGES)
HOSTILE = (
    """</p></script></style><script>alert('x')</script><img src=x onerror="alert(1)"> ]]> &lt; ' " \x00"""
)
replace = msgspec.structs.replace


def page(language: Language = "en") -> IndexPage:
    """The page that the content makes of the invented bulletin."""
    return index_page(*bulletin(language))


def html(page_: IndexPage, made: dict[str, Made] | None = None) -> str:
    """The page as written, with its drawing."""
    return write_index(page_, write_road_map_svg(page_.road_map), made)


def parsed(page_: IndexPage, made: dict[str, Made] | None = None) -> LexborHTMLParser:
    """The page as a tree."""
    return LexborHTMLParser(html(page_, made))


def with_rows(page_: IndexPage, change: "dict[str, object]") -> IndexPage:
    """The page with each measure changed alike."""
    rows = tuple(replace(line, row=replace(line.row, **change)) for line in page_.measures.rows)
    return replace(page_, measures=replace(page_.measures, rows=rows))


def text(node: LexborNode | None) -> str:
    """The words of a node, on one line."""
    assert node is not None
    return " ".join(node.text(separator=" ").split())


def table_row(tree: LexborHTMLParser, code: str) -> LexborNode:
    """The row of a measure."""
    node = tree.css_first(f"tr#{code}")
    assert node is not None
    return node


# --- the file ---


@each_language
def test_the_parts_stand_in_their_order(language: Language) -> None:
    tree = parsed(page(language))
    main = tree.css_first("main")
    assert main is not None
    classes = [node.attributes.get("class") for node in main.iter()]
    assert classes[:4] == ["note y draft", "head", "card strip", "two-col"]
    ids = [node.attributes["id"] for node in tree.css("section[id]")]
    assert ids == [
        "meeting", "next", "warnings", "books", "measures", "roadmap", "orientation", "set-aside", "files",
    ]  # fmt: skip


@each_language
def test_the_page_says_its_language_and_title(language: Language) -> None:
    tree = parsed(page(language))
    root = tree.css_first("html")
    assert root is not None
    assert root.attributes["lang"] == {"en": "en", "zh": "zh-CN"}[language]
    assert text(tree.css_first("h1")) == page(language).title
    assert page(language).facts.short in text(tree.css_first("title"))


@each_language
def test_the_page_asks_nothing_of_the_network(language: Language) -> None:
    written = html(page(language))
    tree = LexborHTMLParser(written)
    assert not tree.css("link, img, iframe, object, embed, base, script[src], [style], [onclick]")
    for node in tree.css("[href], [src], [action]"):
        address_ = node.attributes.get("href") or node.attributes.get("src") or ""
        assert not re.match(r"[a-z]+:|//", address_), address_
    assert set(re.findall(r"https?://[^\s\"'<]+", written)) == {"http://www.w3.org/2000/svg"}
    assert "@import" not in written
    assert "url(" not in written.split("<svg")[0]


def test_the_policy_names_the_style_and_the_script_of_the_file() -> None:
    tree = parsed(page())
    policy = tree.css_first("meta[http-equiv]")
    assert policy is not None
    content = policy.attributes["content"] or ""
    assert content.startswith("default-src 'none'")
    assert content.count("sha256-") == 2


@each_language
def test_every_anchor_leads_to_a_place_on_the_page_and_no_place_is_named_twice(language: Language) -> None:
    tree = parsed(page(language))
    ids = [node.attributes["id"] for node in tree.css("[id]")]
    assert len(ids) == len(set(ids))
    targets = [node.attributes["href"] or "" for node in tree.css("a[href^='#']")]
    assert targets
    assert {unquote(target[1:]) for target in targets} <= set(ids)
    for node in tree.css("[aria-labelledby]"):
        assert set((node.attributes["aria-labelledby"] or "").split()) <= set(ids)
    for node in tree.css("label"):
        assert node.attributes["for"] in ids


@each_language
def test_files_are_linked_as_the_edition_names_them(language: Language) -> None:
    page_ = page(language)
    links = {node.attributes["href"] for node in parsed(page_).css("a[href]")}
    for line in page_.books:
        assert line.pdf in links
        assert set(line.forms) <= links
    assert {
        "ledger.xlsx", "ledger.json", "schedule.json", "timetable.pdf", "timetable.xlsx", "roadmap.pdf",
        "roadmap.svg", "calendar.ics", "CONTENTS.csv", "taskbooks/whole.pdf",
        "taskbooks/not-yet-assigned.pdf",
    } <= links  # fmt: skip


def test_pages_and_size_of_a_file_stand_beside_its_link_once_they_are_known() -> None:
    made = {"roadmap.pdf": Made(62_400, 1), "ledger.xlsx": Made(900)}
    words = text(parsed(page(), made).css_first("#roadmap header"))
    assert "PDF, 1 page, 62 kB" in words
    assert "XLSX, 1 kB" in text(parsed(page(), made).css_first("#files"))
    assert "kB" not in text(parsed(page()).css_first("body"))


def test_the_same_content_gives_the_same_page() -> None:
    assert html(page("zh")) == html(page("zh"))


def test_the_drawing_is_the_files_own() -> None:
    page_ = page()
    assert write_road_map_svg(page_.road_map) in html(page_)


def test_the_filter_bar_is_hidden_until_the_script_shows_it() -> None:
    form = parsed(page()).css_first("form.filters")
    assert form is not None
    assert "hidden" in form.attributes
    script = parsed(page()).css_first("script")
    assert script is not None
    assert "form.hidden = false" in script.text()


# --- origin ---


@each_language
def test_every_proposed_value_of_a_measure_carries_the_word(language: Language) -> None:
    page_, word = page(language), label("mark.proposed", language)
    tree = parsed(page_)
    for line in page_.measures.rows:
        node = table_row(tree, line.row.code)
        marks = [text(mark) for mark in node.css(".prop")]
        assert set(marks) <= {word}
        expected = bool(line.row.proposed_lead) + (line.plan.origin == "proposed") + bool(line.row.plan.mark)
        assert len(marks) == expected, line.row.code


@each_language
def test_every_proposed_step_and_book_carries_the_word(language: Language) -> None:
    page_ = page(language)
    tree = parsed(page_)
    steps = tree.css(".twin tbody tr")
    assert len(steps) == len(page_.steps.rows)
    assert all(len(row.css(".prop")) == 1 for row in steps)
    books = [line for line in page_.books if line.proposed]
    assert books
    assert len(tree.css("#books .prop")) == len(books)


@each_language
def test_words_of_the_document_stand_in_serif_and_blanks_on_a_line(language: Language) -> None:
    page_ = page(language)
    tree = parsed(page_)
    assert tree.css("#meeting dd .serif")
    unassigned = next(line for line in page_.measures.rows if not line.row.lead.text)
    blank = table_row(tree, unassigned.row.code).css_first(".fill")
    assert text(blank) == unassigned.row.lead.label


@each_language
def test_a_sentence_stands_in_its_fold_with_its_own_words_marked(language: Language) -> None:
    page_ = page(language)
    for line in page_.measures.rows:
        fold = table_row(parsed(page_), line.row.code).css_first("details")
        assert fold is not None
        assert "open" not in fold.attributes
        assert [mark.text() for mark in fold.css("mark")] == [line.row.sentence.pieces[1]]
        quote = fold.css_first("blockquote")
        assert quote is not None
        assert line.row.sentence.text in quote.text()
        assert line.place in text(fold.css_first("cite"))


def test_what_the_text_says_comes_before_what_is_proposed() -> None:
    cells = table_row(parsed(page()), "M-004").css("td")
    assert "proposed" not in text(cells[3])
    assert text(cells[4]).startswith("proposed")


def test_adopted_steps_carry_no_mark_and_mixed_ones_one_each() -> None:
    page_ = page()
    steps = next(line.row.plan.steps for line in page_.measures.rows if line.row.plan.steps)
    typed = Cell(text="5 Jul", origin="typed", date="2027-07-05")
    own = replace(steps[0], title=Cell(text="Count the berths", origin="typed"), finish=typed)
    mixed = parsed(with_rows(page_, {"plan": StepPlan(steps=(own, steps[1]), mark="proposed")}))
    assert [len(node.css(".prop")) for node in table_row(mixed, "M-001").css(".stp li")] == [0, 1]
    adopted = parsed(with_rows(page_, {"plan": StepPlan(steps=(own,))}))
    fold = table_row(adopted, "M-001").css_first("details")
    assert fold is not None
    assert not fold.css(".prop")


# --- parts that may be missing ---


def test_a_page_without_meeting_orientation_or_warnings_offers_no_way_there() -> None:
    page_ = page()
    bare = replace(
        page_,
        meetings=(),
        warnings=(),
        orientation=replace(page_.orientation, rows=()),
        set_aside=replace(page_.set_aside, rows=()),
    )
    tree = parsed(bare)
    targets = {node.attributes["href"] for node in tree.css("a[href^='#']")}
    assert not targets & {"#meeting", "#orientation", "#warnings"}
    assert not tree.css("#meeting, #orientation, #warnings, #set-aside")
    assert len(tree.css(".strip > div")) == 2


def test_several_meetings_have_a_card_each() -> None:
    page_ = page()
    tree = parsed(replace(page_, meetings=page_.meetings * 2))
    assert [node.attributes["id"] for node in tree.css(".two-col > .stack:first-child > section")] == [
        "meeting", "meeting-2",
    ]  # fmt: skip


def test_an_edition_that_is_no_draft_has_no_banner() -> None:
    page_ = page()
    assert not parsed(replace(page_, facts=replace(page_.facts, draft=False))).css(".draft")


def test_the_start_conditions_stand_under_the_drawing_and_the_critical_one_is_strong() -> None:
    page_ = page()
    rows = parsed(page_).css("table.lk tbody tr")
    assert len(rows) == len(page_.road_map.links) == 1
    assert rows[0].attributes["class"] == "crit"
    assert page_.road_map.links[0].condition.text in text(rows[0])


def test_warnings_and_steps_link_what_they_name() -> None:
    page_ = replace(
        page(),
        warnings=(WarningLine(text="M-001 and M-0015 differ.", measures=("M-001",)),),
        next_steps=(NextStep(head="Correct ledger.xlsx.", body="Then plan.", code="milepost plan"),),
    )
    tree = parsed(page_)
    links = [(node.text(), node.attributes["href"]) for node in tree.css("#warnings a, #next a")]
    assert ("M-001", "#M-001") in links
    assert ("ledger.xlsx", "ledger.xlsx") in links


# --- words stay words ---


def hostile_page(words: str) -> IndexPage:
    """The page with the words in every place where a document or a person may put them."""
    page_, cell = page(), Cell(text=words, origin="quoted")
    line: MeasureLine = page_.measures.rows[0]
    row = replace(
        line.row,
        code=words,
        title=cell,
        lead=cell,
        lead_note=words,
        told_by=cell,
        kind_words=cell,
        sentence=replace(line.row.sentence, text=words, own=(0, len(words) // 2)),
    )
    line = replace(line, row=row, units=(words,), proposed_unit=words, plan=cell, place=words)
    return replace(
        page_,
        title=words,
        subline=words,
        facts=replace(page_.facts, short=words, title=words),
        measures=replace(page_.measures, rows=(line,)),
        warnings=(WarningLine(text=words, measures=(words,)),),
        books=tuple(replace(book, name=cell, pdf=words) for book in page_.books),
        units=tuple(replace(unit, code=words, name=words) for unit in page_.units),
        set_aside=replace(page_.set_aside, rows=(SetAsideRow(reason=words, text=cell),)),
        orientation=replace(
            page_.orientation, rows=tuple(replace(r, text=cell) for r in page_.orientation.rows)
        ),
        files=(FileLine(path=f"readings/{words}.json", words=words),),
    )


def test_hostile_words_stay_words() -> None:
    tree = parsed(hostile_page(HOSTILE))
    assert len(tree.css("script")) == 1
    assert len(tree.css("style")) == 1
    assert not tree.css("img, [onerror]")
    assert text(tree.css_first("h1")).startswith("</p></script>")
    assert not any(":" in (node.attributes["href"] or "") for node in tree.css("a[href]"))


@settings(max_examples=25, deadline=None)
@given(st.text(min_size=1, max_size=60))
def test_no_words_change_the_parts_of_the_page(words: str) -> None:
    calm, tried = parsed(hostile_page("calm")), parsed(hostile_page(words))
    for name in ("script", "style", "section", "tr", "a", "details", "option"):
        assert len(tried.css(name)) == len(calm.css(name)), name


CASES = (
    ("taskbooks/MBC.pdf", "taskbooks/MBC.pdf"),
    ("readings/通报 1.json", "readings/%E9%80%9A%E6%8A%A5%201.json"),
    ("javascript:alert(1)", "javascript%3Aalert%281%29"),
    ("//elsewhere/x", "elsewhere/x"),
    ("../../up", "up"),
)


@pytest.mark.parametrize(("path", "wanted"), CASES)
def test_an_address_stays_below_the_page(path: str, wanted: str) -> None:
    assert address(path) == wanted


def test_an_element_escapes_words_and_keeps_markup() -> None:
    built = element("a", "<b>", Html("<i>x</i>"), None, class_="k", href='"', hidden=True, title=None)
    assert built == '<a class="k" href="&quot;" hidden>&lt;b&gt;<i>x</i></a>'
    assert element("br") == "<br>"


def test_linked_words_are_linked_each_time_and_never_inside_a_link_or_a_longer_word() -> None:
    built = linked("a M-1 b M-1, not M-12", {"M-1": "#M-1", "-1": "#x"})
    assert built == 'a <a href="#M-1">M-1</a> b <a href="#M-1">M-1</a>, not M-12'


def test_an_anchor_holds_no_sign_that_ends_it() -> None:
    assert anchor("M-004") == "M-004"
    assert anchor('M 4"#') == "M-4--"
