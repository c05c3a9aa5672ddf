"""Where a value comes from, seen without colour: quoted in serif, proposed under its framed word, missing on
a ruled line; and the small parts that sections share.

In: cells. Out: markup. A proposed value never stands without its word.
"""

from dataclasses import dataclass

from milepost.books.content.records import Cell, IndexPage, Language
from milepost.books.wording.labels import label, words
from milepost.books.writers.html.elements import Child, Html, element, join

SIGN = '<path class="fy ly" d="M8 1.2L15.3 14.6H.7z"/><path class="lyk" d="M8 6v4M8 12.3v.1"/>'


@dataclass(frozen=True)
class Made:
    """What is known of a file once it is written."""

    size: int
    pages: int | None = None


@dataclass(frozen=True)
class Context:
    """What every section needs: the page, its language, and the files already written, by path."""

    page: IndexPage
    made: dict[str, Made]

    @property
    def language(self) -> Language:
        """The language of the page."""
        return self.page.facts.language

    def say(self, key: str, **values: object) -> str:
        """A label of the page, with its places filled in."""
        return words(key, self.language, **values) if values else label(key, self.language)

    def mark(self) -> Html:
        """The framed word of a proposed value."""
        return element("span", label("mark.proposed", self.language), class_="prop")

    def cell(self, cell: Cell, *extra: Child) -> Html:
        """A value with its origin; what is missing stands as small words on a ruled line."""
        if not cell.text:
            return element("span", cell.label, class_="fill")
        if cell.origin == "proposed":
            return join((self.mark(), " ", cell.text, *extra))
        if cell.origin == "quoted":
            return join((element("span", cell.text, class_="serif"), *extra))
        return join((cell.text, *extra))

    def said(self, cell: Cell) -> Html:
        """What the text says, or in quiet words that it does not."""
        return self.cell(cell) if cell.text else element("span", cell.label, class_="muted")

    def size(self, path: str) -> Html:
        """Kind, pages and size of a file, as far as known."""
        made = self.made.get(path)
        kind = path.rsplit(".", 1)[-1].upper()
        if made is None:
            return Html("")
        pages = words("page.pages", self.language, n=made.pages) if made.pages else ""
        facts = (kind, pages, f"{max(round(made.size / 1000), 1)} kB")
        return element("span", ", ".join(fact for fact in facts if fact), class_="sz")


def card(key: str, heading: str, note: Child, *children: Child, class_: str = "card") -> Html:
    """A section of the page with its heading and a note at its end."""
    side = element("span", note, class_="end muted") if note else None
    head = element("header", element("h2", heading, id=f"h-{key}"), side)
    return element("section", head, *children, class_=class_, id=key, aria_labelledby=f"h-{key}")


def scroller(name: str, *children: Child, class_: str = "scroll") -> Html:
    """A part that may be wider than the window: it scrolls by itself, with the keyboard too."""
    return element("div", *children, class_=class_, tabindex="0", role="group", aria_label=name)


def table(class_: str, caption: str, heads: tuple[Child, ...], rows: tuple[Html, ...]) -> Html:
    """A table with its heads as header cells."""
    cells = (
        element("th", head, scope="col", class_="num" if head is not None and is_number(head) else None)
        for head in heads
    )
    return element(
        "table",
        element("caption", caption, class_="vh"),
        element("thead", element("tr", *cells)),
        element("tbody", *rows),
        class_=class_,
    )


class NumberHead(Html):
    """The head of a column of numbers."""


def number_head(words_: str) -> NumberHead:
    """A head over numbers, set to the right as they are."""
    return NumberHead(join((words_,)))


def is_number(head: Child) -> bool:
    """Whether the column holds numbers."""
    return isinstance(head, NumberHead)


def warning_sign(size: int) -> Html:
    """The triangle before a warning."""
    return Html(f'<svg width="{size}" height="{size}" viewBox="0 0 16 16" aria-hidden="true">{SIGN}</svg>')
