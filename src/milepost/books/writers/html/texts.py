"""What the document says beyond its measures: principles to go by, and sentences that were set aside.

In: the page. Out: two cards, each only where there is something in it.
"""

from milepost.books.content.records import OrientationRow, SetAsideRow
from milepost.books.writers.html.elements import Html, element
from milepost.books.writers.html.marks import Context, card


def orientation(context: Context) -> Html:
    """Principles of the document, quoted, with their clauses."""
    section = context.page.orientation
    if not section.rows:
        return Html("")
    quotes = element("div", *(_quote(context, row) for row in section.rows), class_="ori in-pad")
    return card("orientation", section.heading, section.note, quotes)


def _quote(context: Context, row: OrientationRow) -> Html:
    """A principle with its clause and with whom it was said to."""
    comma = ", " if context.language == "en" else "，"
    said_to = comma + context.say("row.said_to", words=row.said_to.text) if row.said_to else ""
    place = element("cite", row.citation.text, said_to)
    return element("blockquote", row.text.text, place, class_="clause")


def set_aside(context: Context) -> Html:
    """Sentences that look like duties and are none, with the reason."""
    section = context.page.set_aside
    if not section.rows:
        return Html("")
    rows = element("ul", *(_row(context, row) for row in section.rows), class_="wl sa")
    return card("set-aside", section.heading, section.note, rows)


def _row(context: Context, row: SetAsideRow) -> Html:
    """A sentence with the reason."""
    return element("li", element("span", row.reason, class_="chip"), element("span", context.cell(row.text)))
