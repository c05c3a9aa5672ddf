"""The task books and the files of the edition.

In: the page and what is known of its files. Out: two cards; links are relative to the page.
"""

from milepost.books.content.records import BookLine, FileLine
from milepost.books.writers.html.elements import Child, Html, element, join
from milepost.books.writers.html.frame import file_link
from milepost.books.writers.html.marks import Context, card, number_head, scroller, table

DOTS = {"unit": "dot lead", "collective": "dot coll"}


def books(context: Context) -> Html:
    """The list of task books."""
    say = context.say
    if not context.page.books:
        return Html("")
    heads: tuple[Child, ...] = (
        say("books.book"),
        say("books.holds"),
        number_head(say("books.count")),
        say("books.to_read"),
        say("books.to_fill"),
    )
    rows = tuple(_row(context, line) for line in context.page.books)
    name = say("books.caption")
    return card(
        "books", say("page.books"), say("page.books_note"), scroller(name, table("t bk", name, heads, rows))
    )


def _row(context: Context, line: BookLine) -> Html:
    """A task book: what it holds, to read, to fill."""
    more: tuple[Child, ...] = ()
    if line.proposed:
        more = ("; " if context.language == "en" else "；", context.mark(), " ", line.proposed_words)
    forms: list[Child] = []
    for path in line.forms:
        forms += [" · " if forms else None, file_link(path, f".{path.rsplit('.', 1)[-1]}")]
    return element(
        "tr",
        element("th", _name(context, line), scope="row"),
        element("td", line.holds, *more, class_="muted"),
        element("td", str(line.measures), class_="num", data_name=context.say("books.count")),
        element("td", file_link(line.pdf, context.say("books.file")), " ", context.size(line.pdf)),
        element("td", *forms),
    )


def _name(context: Context, line: BookLine) -> Html:
    """The name of a book with the sign of its kind."""
    if line.scope == "unassigned":
        blank = element("span", context.say("row.unit_to_fill"), class_="fill")
        return join((blank, " ", element("b", line.name.text or line.name.label)))
    dot = element("span", class_=DOTS[line.scope], aria_hidden="true") if line.scope in DOTS else None
    return join((dot, element("span", context.said(line.name), class_="bkn")))


def files(context: Context) -> Html:
    """All files of the edition, with what each is."""
    rows = (_file(context, line) for line in context.page.files)
    return card("files", context.say("page.files"), None, element("ul", *rows, class_="in-pad files"))


def _file(context: Context, line: FileLine) -> Html:
    """A file with what it is and how large."""
    about = element("span", line.words, class_="muted")
    return element("li", file_link(line.path), " ", about, " ", context.size(line.path))
