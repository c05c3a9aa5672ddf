"""The frame of the page: bar with the way around, draft banner, title, counts, foot.

In: the page. Out: markup. A place is only offered where the page has it.
"""

from milepost.books.content.records import Figure
from milepost.books.writers.html.elements import Child, Html, address, element, join
from milepost.books.writers.html.marks import Context, warning_sign

SHEET_ROWS = 18
BRAND = (
    '<svg width="20" height="22" viewBox="0 0 20 22" fill="none" stroke="currentColor" stroke-width="2.4"'
    ' stroke-linecap="round" stroke-linejoin="round" aria-hidden="true">'
    '<path d="M6 17V11.5C6 8.5 8 7 11 7h5.5M13 3l4 4-4 4M6 7V2.5"/>'
    '<circle cx="6" cy="18.5" r="2.2" fill="currentColor"/></svg>'
)


def places(context: Context) -> dict[str, str]:
    """The parts that this page has, in order: id and name."""
    page, say = context.page, context.say
    present = {
        "meeting": (bool(page.meetings), "page.meeting"),
        "next": (bool(page.next_steps), "page.next"),
        "warnings": (bool(page.warnings), "page.warnings"),
        "books": (bool(page.books), "page.books"),
        "measures": (True, "page.measures"),
        "roadmap": (True, "page.road_map"),
        "orientation": (bool(page.orientation.rows), "page.orientation"),
    }
    return {key: say(name) for key, (there, name) in present.items() if there}


def top(context: Context) -> Html:
    """The bar: the name, the plan, the way around, the edition."""
    facts = context.page.facts
    brand = element(
        "a",
        Html(BRAND),
        context.say("author"),
        element("span", facts.short, class_="office"),
        class_="brand",
        href="#main",
    )
    ways = (element("a", name, href=f"#{key}") for key, name in places(context).items())
    nav = element("nav", *ways, class_="places", aria_label=context.say("page.on_this_page"))
    return join(
        (
            element("a", context.say("page.skip"), class_="skip", href="#main"),
            element("header", brand, nav, element("span", facts.edition_line, class_="end"), class_="top"),
        )
    )


def print_line(context: Context) -> Html:
    """The four facts, on paper only."""
    facts = context.page.facts
    left = " · ".join(part for part in (context.say("author"), facts.short, facts.draft_words) if part)
    right = " · ".join((facts.edition_line, facts.print_line))
    return element(
        "div", element("span", left), element("span", right), class_="onlyprint", aria_hidden="true"
    )


def banner(context: Context) -> Html:
    """That the page is a draft, before anything else."""
    page = context.page
    if not page.facts.draft:
        return Html("")
    text = element("p", element("strong", page.banner), " ", page.banner_more)
    return element("div", warning_sign(18), text, class_="note y draft", role="note")


def head(context: Context) -> Html:
    """Title, dates, and the three files most asked for."""
    page, say = context.page, context.say
    words = element(
        "div",
        element("p", page.crumbs, class_="crumbs"),
        element("h1", page.title),
        element("p", page.subline, class_="sub"),
        class_="grow",
    )
    drawing = say("page.open_road_map" if page.road_map.row_count <= SHEET_ROWS else "page.road_map")
    acts = element(
        "div",
        element("a", say("page.open_ledger"), class_="btn pri", href="ledger.xlsx"),
        element("a", drawing, class_="btn", href="roadmap.pdf"),
        element("a", say("page.open_timetable"), class_="btn", href="timetable.pdf"),
        class_="acts",
    )
    return element("div", words, acts, class_="head")


def strip(context: Context) -> Html:
    """The counts, each leading to what it counts."""
    there = places(context)
    figures = (_figure(figure, figure.anchor in there) for figure in context.page.figures)
    return element("section", *figures, class_="card strip", aria_label=context.say("page.summary"))


def _figure(figure: Figure, there: bool) -> Html:
    """A count with its word."""
    parts: tuple[Child, ...] = (
        element("span", str(figure.number), class_="big"),
        element("span", figure.label, class_="lab"),
        element("small", figure.note),
    )
    return element("a", *parts, href=f"#{figure.anchor}") if there else element("div", *parts)


def foot(context: Context) -> Html:
    """The four facts again, with the calendar that the dates were counted by."""
    facts = context.page.facts
    lines = (facts.edition_line, facts.print_line, facts.source_line, facts.calendar_words)
    return element("footer", *(element("span", line) for line in lines if line), class_="foot")


def file_link(path: str, words: str | None = None) -> Html:
    """A link to a file of the edition."""
    return element("a", words or path, href=address(path))
