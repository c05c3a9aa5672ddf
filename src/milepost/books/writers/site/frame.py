"""The frame of the site: bar, title, counts by state, pictures, road map, foot.

In: a `Site` and drawings. Out: markup. The four facts stand on the screen's foot and on every printed page.
"""

from collections.abc import Sequence

from milepost.books.content.records.site import Site
from milepost.books.wording.labels import label, words
from milepost.books.writers.html.elements import Child, Html, element, join
from milepost.books.writers.html.frame import BRAND
from milepost.books.writers.html.marks import card, scroller
from milepost.books.writers.site.signs import sign

PLACES = {
    "pictures": "site.pictures",
    "measures": "site.measures",
    "roadmap": "site.road_map",
    "changes": "site.changes",
    "orientation": "line.orientation",
    "files": "site.files",
}


def named(site: Site, key: str) -> str:
    """The name of a part of the page."""
    language = site.facts.language
    if key == "changes":
        return words(PLACES[key], language, n=site.facts.edition - 1)
    return label(PLACES[key], language)


def top(site: Site, there: Sequence[str]) -> Html:
    """The bar: the name, the plan, the way around, dark or light."""
    facts = site.facts
    brand = element(
        "a",
        Html(BRAND),
        label("author", facts.language),
        element("span", facts.author or facts.short, class_="office"),
        class_="brand",
        href="#main",
    )
    ways = (element("a", named(site, key), href=f"#{key}") for key in there)
    nav = element("nav", *ways, class_="places", aria_label=label("site.on_this_page", facts.language))
    theme = element(
        "button", label("site.theme", facts.language), type="button", class_="btn sm", id="theme", hidden=True
    )
    end = element("span", facts.edition_line, class_="end")
    return join(
        (
            element("a", label("page.skip", facts.language), class_="skip", href="#main"),
            element("header", brand, nav, end, theme, class_="top"),
        )
    )


def print_line(site: Site) -> Html:
    """The four facts and how the copy is handled, on paper only."""
    facts = site.facts
    left = " · ".join(part for part in (facts.title, facts.handling) if part)
    right = " · ".join((facts.edition_line, facts.print_line))
    return element(
        "div", element("span", left), element("span", right), class_="onlyprint", aria_hidden="true"
    )


def head(site: Site) -> Html:
    """Title, who adopted it, how the copy is handled."""
    facts = site.facts
    lines: tuple[Child, ...] = (
        element("p", site.crumbs, class_="crumbs") if site.crumbs else None,
        element("h1", site.title),
        element("p", site.subline, class_="sub"),
        element("p", facts.handling, class_="handling") if facts.handling else None,
        element("p", facts.draft_words, class_="note y") if facts.draft else None,
    )
    button = element(
        "button", label("site.print", facts.language), type="button", class_="btn", id="print", hidden=True
    )
    acts = element("div", button, class_="acts")
    return element("div", element("div", *lines, class_="grow"), acts, class_="head")


def strip(site: Site) -> Html:
    """How many measures carry each mark; with the script a press filters by it."""
    figures = (
        element(
            "a",
            element("span", str(figure.number), class_="big"),
            element("span", sign(figure.anchor), " ", figure.label, class_="lab"),
            element("small", figure.note),
            href="#measures",
            data_mark=figure.anchor,
        )
        for figure in site.figures
    )
    return element(
        "section", *figures, class_="card strip", aria_label=label("site.summary", site.facts.language)
    )


def pictures(site: Site, glance: Sequence[str]) -> Html:
    """The pictures that a leader reads at a glance."""
    if not glance:
        return Html("")
    drawn = (element("div", Html(svg), class_="sheet") for svg in glance)
    return card("pictures", named(site, "pictures"), None, element("div", *drawn, class_="glance"))


def road_map(site: Site, drawing: str, conditions: Sequence[Sequence[str]]) -> Html:
    """The drawing on its paper and the start conditions under it."""
    if not drawing:
        return Html("")
    name = label("site.drawing", site.facts.language)
    parts: list[Child] = [scroller(name, Html(drawing), class_="scroll sheet wide")]
    if len(conditions) > 1:
        heading = label("site.conditions", site.facts.language)
        heads = element("tr", *(element("th", text, scope="col") for text in conditions[0]))
        rows = (element("tr", *(element("td", text) for text in row)) for row in conditions[1:])
        caption = element("caption", heading, class_="vh")
        table = element("table", caption, element("thead", heads), element("tbody", *rows), class_="t lk")
        parts += [element("h3", heading, class_="in-pad"), scroller(heading, table)]
    return card("roadmap", named(site, "roadmap"), None, *parts)


def foot(site: Site) -> Html:
    """The four facts, the calendar, how the copy is handled."""
    facts = site.facts
    lines = (facts.edition_line, facts.source_line, facts.print_line, facts.handling, facts.calendar_words)
    return element("footer", *(element("span", line) for line in lines if line), class_="foot")
