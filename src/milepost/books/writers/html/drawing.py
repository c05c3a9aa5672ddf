"""The road map on the page: the drawing on its paper, the start conditions of its links, the same as a table.

In: the page and the drawing as SVG text. Out: a card. The drawing is the file's own, byte for byte.
"""

from milepost.books.content.records import AnnexRow, RoadLink
from milepost.books.writers.html.elements import Child, Html, element, join
from milepost.books.writers.html.frame import SHEET_ROWS, file_link
from milepost.books.writers.html.marks import Context, card, number_head, scroller, table


def road_map(context: Context, svg: str) -> Html:
    """The card: what the lines mean, the drawing, what would firm it up, the links, the table."""
    page, drawn = context.page, context.page.road_map
    intro = element("p", element("b", drawn.no_links), " ", page.road_map_note, class_="in-pad")
    wide = " wide" if drawn.row_count > SHEET_ROWS else ""
    sheet = scroller(context.say("page.drawing"), Html(svg), class_=f"scroll sheet{wide}")
    key = element("p", drawn.stage_key, class_="in-pad muted") if drawn.stage_key else None
    critical = element("p", drawn.critical_words, class_="in-pad") if drawn.critical_words else None
    parts = (intro, sheet, key, critical, _links(context), _under(context), _steps(context))
    return card("roadmap", context.say("page.road_map"), _files(context), *parts)


def _files(context: Context) -> Html:
    """The files that hold the same dates."""
    links: list[Child] = []
    for path, key in (
        ("roadmap.pdf", "page.road_map"),
        ("timetable.pdf", "page.timetable"),
        ("calendar.ics", "page.calendar"),
    ):
        links += [" · " if links else None, file_link(path, context.say(key)), " ", context.size(path)]
    return join(links)


def _links(context: Context) -> Html:
    """The start conditions by number of link."""
    drawn = context.page.road_map
    if not drawn.links:
        return Html("")
    heads = tuple(column.head for column in drawn.links_columns)
    rows = tuple(_link(context, link) for link in drawn.links)
    heading = element("h3", drawn.links_heading, class_="in-pad")
    return join((heading, scroller(drawn.links_heading, table("t lk", drawn.links_heading, heads, rows))))


def _link(context: Context, link: RoadLink) -> Html:
    """A link in words; one on the critical path is strong."""
    cells = (link.first, link.condition, link.when, link.then)
    return element(
        "tr",
        element("th", str(link.number), scope="row"),
        *(element("td", context.cell(cell)) for cell in cells),
        class_="crit" if link.critical else None,
    )


def _under(context: Context) -> Html:
    """What would firm the map up."""
    lines = context.page.road_map.under
    if not lines:
        return Html("")
    rows = (element("li", element("b", line.head), " ", line.body) for line in lines)
    return element("ul", *rows, class_="under in-pad")


def _steps(context: Context) -> Html:
    """The drawing as a table: every step with its days."""
    say, rows = context.say, context.page.steps.rows
    if not rows:
        return Html("")
    heads: tuple[Child, ...] = (
        say("page.no"),
        say("page.stage"),
        say("page.start"),
        say("page.finish"),
        number_head(say("page.days")),
    )
    name = say("page.as_table")
    body = scroller(name, table("t", name, heads, tuple(_step(context, row) for row in rows)))
    return element("details", element("summary", name), body, class_="in-pad twin")


def _step(context: Context, row: AnnexRow) -> Html:
    """A step; the word stands once a row."""
    proposed = "proposed" in (row.step.origin, row.start.origin, row.finish.origin)
    mark = (context.mark(), " ") if proposed else ()
    return element(
        "tr",
        element("td", row.number, class_="no"),
        element("td", *mark, row.step.text or row.step.label),
        element("td", row.start.text or row.start.label, class_="nowrap"),
        element("td", row.finish.text or row.finish.label, class_="nowrap"),
        element("td", str(row.days) if row.days else "", class_="num"),
    )
