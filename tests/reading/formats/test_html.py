"""Web pages: main text, headings, lists, tables, and what is left out."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from milepost.reading.formats import source_text
from milepost.reading.source import Block, SourceText, Unreadable

PIECES = (
    "<p>", "</p>", "<ol type=i start=3>", "<li value=7>", "</ol>", "<table>", "<tr>", "<td colspan=9999999>",
    "</table>", "<nav>",
    "<main>", "</main>", "<h2>", "<h\x80>", "<form>", "<div class=menu>",
    "<a>", "Ports", "\n", "（一）", "<", "&#0;", "<!--", "-->", "<br>",
)  # fmt: skip
FILLER = "<p>" + "The Board keeps the register of berths. " * 8 + "</p>"


def page(body: str, head: str = '<meta charset="utf-8">') -> SourceText:
    return source_text(
        f"<!doctype html><html><head>{head}</head><body>{body}</body></html>".encode(), "page.html"
    )


def words(found: SourceText, block: Block) -> str:
    return found.text[slice(*block.span)]


def test_the_main_element_is_read_and_what_stands_around_it_is_counted() -> None:
    found = page(
        f"<header>City</header><nav><a>Home</a></nav><main><h1>Order</h1>{FILLER}</main><footer>Foot</footer>"
    )
    assert found.text.startswith("Order\nThe Board")
    assert "Home" not in found.text
    assert "Foot" not in found.text
    assert found.warnings == ("1 page head was left out", "1 page foot was left out", "1 menu was left out")


def test_a_page_without_a_main_element_loses_its_menus_only() -> None:
    found = page(
        '<div class="nav-menu"><a>One</a> <a>Two</a></div><div class="menu-plan"><p>Menu of tasks.</p></div>'
    )
    assert found.text == "Menu of tasks.\n"
    assert found.warnings == ("1 menu was left out",)


def test_a_header_that_holds_the_title_is_kept() -> None:
    assert page("<header><h1>Harbour Order</h1></header><p>Words.</p>").text == "Harbour Order\nWords.\n"


def test_headings_carry_their_level() -> None:
    found = page("<h1>Plan</h1><h3>Part <em>two</em></h3>")
    assert [(block.kind, block.level, words(found, block)) for block in found.blocks] == [
        ("heading", 1, "Plan"),
        ("heading", 3, "Part two"),
    ]


def test_list_numbers_become_part_of_the_text_as_a_browser_prints_them() -> None:
    found = page(
        '<ol start="3"><li>Dig.<ol type="a"><li>Sieve</li><li value="4">Fill</li></ol></li><li>Go.</li></ol>'
    )
    assert found.text == "3. Dig.\na. Sieve\nd. Fill\n4. Go.\n"
    assert [block.label for block in found.blocks] == ["3.", "a.", "d.", "4."]


def test_an_item_that_prints_its_own_number_gets_no_second_one() -> None:
    assert page("<ol><li>（一）编制规划。</li><li>(b) Dig.</li></ol>").text == "（一）编制规划。\n(b) Dig.\n"


def test_bullets_are_items_without_a_label() -> None:
    found = page("<ul><li>Dig</li></ul>")
    assert [(block.kind, block.label) for block in found.blocks] == [("item", None)]


def test_a_table_keeps_its_cells_and_how_far_they_reach() -> None:
    found = page(
        '<table><tr><th rowspan="2">Task</th><th>Lead</th></tr>'
        '<tr><td colspan="2"> Port \n Office</td></tr></table>'
    )
    assert found.text == "Task | Lead\nPort Office\n"
    cells = [
        [(found.text[slice(*cell.span)], cell.columns, cell.rows) for cell in row.cells]
        for row in found.blocks
    ]
    assert cells == [[("Task", 1, 2), ("Lead", 1, 1)], [("Port Office", 2, 1)]]
    assert {row.table for row in found.blocks} == {1}


def test_a_table_that_lays_out_the_page_is_running_text() -> None:
    found = page("<table><tr><td><p>One.</p><p>Two.</p></td></tr></table>")
    assert [block.kind for block in found.blocks] == ["paragraph", "paragraph"]


def test_hidden_parts_scripts_and_comments_are_no_text() -> None:
    found = page('<p hidden>a</p><p style="display: none">b</p><script>c</script><!-- d --><p>e</p>')
    assert found.text == "e\n"
    assert found.warnings == ("2 hidden pieces of text were left out",)


def test_warnings_are_in_the_language_of_the_page() -> None:
    assert page("<nav>首页</nav><p>市政府印发方案。</p>").warnings == ("略去网页菜单1处",)


def test_the_encoding_that_the_page_names_is_used() -> None:
    data = '<html><head><meta charset="gb2312"></head><body><p>市政府印发方案。</p></body></html>'.encode(
        "gbk"
    )
    assert source_text(data, "a.htm").text == "市政府印发方案。\n"


def test_deep_nesting_is_read() -> None:
    assert page("<div>" * 3000 + "deep" + "</div>" * 3000).text == "deep\n"


def test_a_form_around_the_whole_page_is_read() -> None:
    assert page(f"<form>{FILLER}</form><form>Search <input></form>").text.count("register") == 8


def texts(found: SourceText) -> list[str]:
    return [words(found, block) for block in found.blocks]


CHINESE_PORTAL = """
<div class="top"><a href="/">首页</a><a>政务公开</a><a>办事服务</a><a>互动交流</a></div>
<table><tr><td><ul><li><a>机构设置</a></li><li><a>规划计划</a></li><li><a>财政信息</a></li><li><a>人事信息</a></li>
</ul></td><td><table><tr><td>您当前位置：<a>首页</a> > <a>政策文件</a> > <a>市政府文件</a></td></tr></table>
<table><tr><td align=center><b>滨江市人民政府办公室<br>关于印发渡口整治方案的通知</b></td></tr>
<tr><td>字体：【<a>大</a> <a>中</a> <a>小</a>】 <a>打印本页</a></td></tr>
<tr><td>&nbsp;&nbsp;&nbsp;&nbsp;各县区人民政府：<br>&nbsp;&nbsp;&nbsp;&nbsp;现将方案印发给你们。<br><br>
　　一、总体要求<br>　　坚持安全第一，<br>落实责任。<br>
　　（一）排查隐患。市港口局6月底前完成排查。<br></td></tr></table></td></tr></table>
<div id="footer">版权所有：滨江市人民政府 <a>网站地图</a></div>
<p>上一篇：<a>关于举办培训的通知</a></p>"""


def test_a_portal_laid_out_by_tables_gives_its_document() -> None:
    found = page(CHINESE_PORTAL, '<meta http-equiv="Content-Type" content="text/html; charset=gb2312">')
    assert texts(found) == [
        "滨江市人民政府办公室关于印发渡口整治方案的通知",
        "各县区人民政府：",
        "现将方案印发给你们。",
        "一、总体要求",
        "坚持安全第一，落实责任。",
        "（一）排查隐患。市港口局6月底前完成排查。",
    ]
    assert found.warnings == ("略去页脚1处", "略去网页菜单2处", "略去正文以外的内容3处")


ENGLISH_PORTAL = """
<a class="skip-link" href="#c">Skip to main content</a>
<div class="site-header"><ul class="menu"><li><a>Home</a></li><li><a>News</a></li></ul></div>
<div class="breadcrumbs"><a>Home</a> &gt; <a>Orders</a> &gt; Ferry order</div>
<div class="row"><div><h1>Ferry Order 12</h1><p>Published 3 May 2027</p>
<div class="share"><a>Mail</a> <a>Post</a></div>
<p>1. The Harbor Office shall inspect each ferry by 1 June 2027.<a href="#fn1"><sup>1</sup></a></p>
<details><summary>Background</summary><p>The pier is old.</p></details></div>
<div><h3>Related documents</h3><ul><li><a>Order 1</a></li><li><a>Order 2</a></li><li><a>Order 3</a></li>
<li><a>Order 4</a></li></ul></div></div><footer><p>Copyright 2027 Harbor City</p></footer>"""


def test_a_portal_of_boxes_gives_its_document() -> None:
    found = page(ENGLISH_PORTAL)
    assert texts(found) == [
        "Ferry Order 12",
        "Published 3 May 2027",
        "1. The Harbor Office shall inspect each ferry by 1 June 2027.",
        "Background",
        "The pier is old.",
    ]


WORD_PAGE = """
<p class=MsoListParagraph><![if !supportLists]><span><span style='mso-list:Ignore'>1.<span>&nbsp;&nbsp;
</span></span></span><![endif]>Dredge by 1 June 2027<a href="#_ftn1"><span>[1]</span></a>.</p>
<p class=MsoListParagraph><span style='mso-list:Ignore'>&middot;<span>&nbsp; </span></span>Light the quay.
</p>
<p><span style='mso-list:Ignore'>一、<span>&nbsp;</span></span>总体要求</p>
<p><span style='display:none;mso-hide:all'>secret</span>open</p>"""


def test_numbers_that_word_wrote_into_a_page_are_labels() -> None:
    found = page(WORD_PAGE)
    assert [(block.kind, block.label, words(found, block)) for block in found.blocks] == [
        ("item", "1.", "1. Dredge by 1 June 2027."),
        ("item", None, "Light the quay."),
        ("item", "一、", "一、总体要求"),
        ("paragraph", None, "open"),
    ]


LISTS = (
    ("<ol reversed><li>c<li>b<li>a</ol>", ["3. c", "2. b", "1. a"]),
    ("<ol style='list-style-type: cjk-ideographic'><li>甲<li>乙</ol>", ["一、甲", "二、乙"]),
    ("<ol style='list-style: none'><li>1) Dig<li>2) Fill</ol>", ["1) Dig", "2) Fill"]),
    ("<ol start='0'><li>x<li>y</ol>", ["0. x", "1. y"]),
    ("<ol><li><p>Dig.</p><p>At once.</p></li></ol>", ["1. Dig.", "At once."]),
)


@pytest.mark.parametrize(("html", "lines"), LISTS)
def test_a_list_counts_as_its_page_says(html: str, lines: list[str]) -> None:
    assert texts(page(html)) == lines


def test_annotations_and_controls_are_no_text() -> None:
    found = page("<p><ruby>港<rt>gang</rt></ruby>口<select><option>one</option></select></p>")
    assert found.text == "港口\n"


def test_a_table_keeps_its_caption_and_leaves_hidden_words_out() -> None:
    found = page(
        "<table><caption>Tasks</caption><tr><th>No<th>Task<tr><td>1<td>Dig<br>deep"
        "<span style='display:none'>x</span></table>"
    )
    assert texts(found) == ["Tasks", "No | Task", "1 | Dig deep"]


def test_one_cell_with_the_whole_text_is_no_data() -> None:
    text = "".join(f"<p>The Board keeps register {number}.</p>" for number in range(5))
    assert len(texts(page(f"<table><tr><td>Menu</td><td>{text}</td></tr></table>"))) == 6


@pytest.mark.parametrize(("said", "encoding"), [("gb2312", "utf-8"), ("utf-8", "gbk")])
def test_a_page_that_names_a_wrong_encoding_is_read(said: str, encoding: str) -> None:
    text = "市港口局负责疏浚航道，年底前完成。"
    data = f'<html><head><meta charset="{said}"></head><body><p>{text}</p></body></html>'.encode(encoding)
    assert source_text(data, "a.html").text == f"{text}\n"


NESTED = (
    ("menus", '<div class="menu">' * 3000 + "<p>deep</p>" + "</div>" * 3000),
    ("lists", "<ul><li>" * 1000 + "deep"),
    ("tables", "<table><tr><td>" * 1000 + "deep" + "</td></tr></table>" * 1000),
    ("headers", "<header>" * 3000 + "<p>deep</p>" * 100),
    ("inline elements", "<b><i>" * 1000 + "deep"),
)


@pytest.mark.parametrize("html", [case[1] for case in NESTED], ids=[case[0] for case in NESTED])
def test_a_page_nested_a_thousand_deep_is_read_at_once(html: str) -> None:
    begin = time.perf_counter()
    assert "deep" in page(html).text
    assert time.perf_counter() - begin < 5


@settings(deadline=None, max_examples=150)
@given(st.lists(st.sampled_from(PIECES), max_size=40).map("".join))
def test_any_tag_soup_is_read_with_exact_spans_or_refused(soup: str) -> None:
    try:
        found = source_text(soup.encode(), "soup.html")
    except Unreadable:
        return
    for block in found.blocks:
        assert words(found, block) == words(found, block).strip() != ""
        assert "\n" not in words(found, block)
