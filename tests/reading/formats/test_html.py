"""Web pages: main text, headings, lists, tables, and what is left out."""

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
