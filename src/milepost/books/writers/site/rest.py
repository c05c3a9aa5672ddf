"""What stands under the measures: changes since the last edition, orientation, files.

In: a `Site`. Out: cards; a part without rows is left out.
"""

from milepost.books.content.records.site import Site, SiteChange
from milepost.books.wording.labels import label
from milepost.books.writers.html.elements import Html, anchor, element, join
from milepost.books.writers.html.frame import file_link
from milepost.books.writers.html.marks import card, scroller
from milepost.books.writers.site.frame import named

HEADS = ("mark", "no", "field", "was", "now", "by")


def changes(site: Site) -> Html:
    """The changes, each with its authority."""
    if not site.changes and not site.changes_rest:
        return Html("")
    name = named(site, "changes")
    heads = (element("th", label(f"site.{key}", site.facts.language), scope="col") for key in HEADS)
    table = element(
        "table",
        element("caption", name, class_="vh"),
        element("thead", element("tr", *heads)),
        element("tbody", *(_change(change) for change in site.changes)),
        class_="t ch",
    )
    rest = element("p", site.changes_rest, class_="in-pad muted") if site.changes_rest else None
    return card("changes", name, None, scroller(name, table), rest)


def _change(change: SiteChange) -> Html:
    """A change; removed words are struck through here and nowhere else."""
    number = element("a", change.number, href=f"#{anchor(change.anchor)}") if change.anchor else change.number
    was = element("del", change.was) if change.sign == "−" else change.was
    return element(
        "tr",
        element("td", element("b", change.sign, aria_hidden="true"), " ", change.sign_words, class_="nowrap"),
        element("td", number),
        element("td", change.field),
        element("td", was),
        element("td", change.now),
        element("td", change.by),
    )


def orientation(site: Site) -> Html:
    """The principles, quoted."""
    if not site.orientation:
        return Html("")
    quotes = (
        element("blockquote", text.text, element("cite", cited.text), class_="clause")
        for text, cited in site.orientation
    )
    return card("orientation", named(site, "orientation"), None, element("div", *quotes, class_="in-pad ori"))


def files_card(site: Site) -> Html:
    """All files of the edition by what they are."""
    if not site.files:
        return Html("")
    kinds: dict[str, list[Html]] = {}
    for line in site.files:
        kinds.setdefault(line.words, []).append(file_link(line.path, line.path.rpartition("/")[2]))
    lines = (
        join(
            (element("dt", words), element("dd", join(link for pair in links for link in (pair, Html(" ")))))
        )
        for words, links in kinds.items()
    )
    return card("files", named(site, "files"), None, element("dl", *lines, class_="in-pad kinds"))
