"""The blocks of a paper as HTML, one function a kind.

In: a piece of the layout and its setting. Out: markup that words can't break. Forms are tables whose labels
are their rows' heads; a mark of state is a small drawing before its word.
"""

from base64 import b64encode
from typing import NamedTuple, assert_never

from milepost.books.content.records.paper import (
    Boxes,
    Break,
    Contents,
    Grid,
    GridCell,
    Heading,
    Ladder,
    Paper,
    Paragraph,
    Picture,
    Points,
    Slip,
    Table,
    Text,
)
from milepost.books.wording.labels import label
from milepost.books.writers.html.elements import Child, Html, element, join
from milepost.books.writers.papers.layout import WORDS_MM, Blank, Form, Piece, Signed, slip_pieces
from milepost.books.writers.site.signs import SHAPES, sign


class Setting(NamedTuple):
    """The paper, and the ids of its headings by anchor."""

    paper: Paper
    places: dict[str, str]


def piece(one: Piece, setting: Setting) -> Html:
    """One piece of the paper."""
    match one:
        case Heading():
            return _heading(one, setting)
        case Paragraph():
            return _paragraph(one, setting)
        case Points():
            return _points(one.items, one.numbered, setting)
        case Form(ladder, grid):
            return _form(ladder, grid, setting)
        case Signed(contact, signature):
            sides = (("left", contact), ("right", signature))
            halves = (element("div", *_lines(texts, setting), class_=side) for side, texts in sides)
            return element("div", *halves, class_="signed")
        case Table():
            return _table(one, setting)
        case Boxes():
            return _boxes(one, setting)
        case Picture():
            return _picture(one)
        case Slip():
            return _slip(one)
        case Break():
            return element("div", class_="break")
        case Contents():
            return _contents(one, setting)
    assert_never(one)


def _words(text: Text, setting: Setting) -> Html:
    """Words with their looks; the word "proposed" stands once before words that we propose."""
    made: list[Child] = []
    before = None
    for one in text:
        if one.origin == "proposed" and before != "proposed":
            made.append(element("span", label("mark.proposed", setting.paper.language), class_="prop"))
        said: Child = element("span", one.text, class_="said") if one.origin == "quoted" else one.text
        made.append(element("b", said) if one.strong else said)
        before = one.origin
    return join(made)


def _lines(texts: tuple[Text, ...], setting: Setting) -> list[Html]:
    """Texts as paragraphs."""
    return [element("p", _words(text, setting)) for text in texts]


def _marked(mark: Html | None, texts: tuple[Text, ...], setting: Setting) -> list[Html]:
    """Texts as paragraphs, the first with a mark before its words."""
    first, *rest = texts or ((),)
    return [element("p", mark, _words(first, setting)), *_lines(tuple(rest), setting)]


def _heading(one: Heading, setting: Setting) -> Html:
    """A heading with its number; the title of the paper is the first level."""
    number = element("span", one.number, class_="no") if one.number else None
    tag, place = f"h{one.level + 1}", setting.places.get(one.anchor)
    return element(tag, number, one.text, id=place)


def _paragraph(one: Paragraph, setting: Setting) -> Html:
    """A paragraph by its role."""
    words = _words(one.text, setting)
    if one.style == "quote":
        return element("blockquote", words)
    return element("p", words, class_=one.style if one.style != "body" else None)


def _points(items: tuple[Text, ...], numbered: bool, setting: Setting) -> Html:
    """A list."""
    lines = (element("li", _words(item, setting)) for item in items)
    return element("ol", *lines) if numbered else element("ul", *lines, class_="dashes")


def _contents(one: Contents, setting: Setting) -> Html:
    """The parts; those that the page holds are links."""
    lines = []
    for number, title, anchor in one.lines:
        place = setting.places.get(anchor)
        name = element("a", title, href=f"#{place}") if place else element("span", title)
        lines.append(element("li", element("span", number), name))
    return element(
        "nav", element("h2", one.heading), element("ol", *lines), class_="contents", aria_label=one.heading
    )


def _form(ladder: Ladder | None, grid: Grid | None, setting: Setting) -> Html:
    """A form with full rules."""
    rows = []
    if ladder is not None:
        head = element("th", ladder.label, scope="row")
        rows.append(element("tr", head, element("td", _ladder(ladder), colspan="3")))
    for boxes in grid.rows if grid else ():
        span = "3" if len(boxes) == 1 else None
        cells = [cell for one in boxes for cell in _box(one, span, setting)]
        rows.append(element("tr", *cells))
    columns = (element("col", class_=kind) for kind in ("key", None, "key", None))
    return element("table", element("colgroup", *columns), element("tbody", *rows), class_="form")


def _ladder(ladder: Ladder) -> Html:
    """The levels in order, the present one filled."""
    rungs = []
    for n, name in enumerate(ladder.levels):
        past = "past" if n < ladder.current else None
        now = n == ladder.current
        look = "now" if now else past
        rungs.append(element("li", f"{n} {name}", class_=look, aria_current="step" if now else None))
    return element("ol", *rungs, class_="ladder")


def _box(one: GridCell, span: str | None, setting: Setting) -> tuple[Html, Html]:
    """A label and what stands beside it."""
    mark = _sign(one.mark)
    if one.numbered:
        inside = join((mark, _points(one.text, True, setting)))
    else:
        inside = join(_marked(mark, one.text, setting))
    look = "shaded" if one.shaded else None
    return element("th", one.label, scope="row"), element("td", inside, colspan=span, class_=look)


def _sign(mark: str) -> Html | None:
    """The drawing of a mark."""
    return sign(mark) if mark in SHAPES and mark != "none" else None


def _table(one: Table, setting: Setting) -> Html:
    """A table with its caption and count; it scrolls by itself where it is wider than the window."""
    shares = sum(head.share for head in one.heads) or 1.0
    widths = (element("col", width=f"{head.share / shares:.1%}") for head in one.heads)
    heads = (
        element(
            "th",
            head.text,
            element("small", head.sub) if head.sub else None,
            scope="col",
            class_="num" if head.numeric else None,
        )
        for head in one.heads
    )
    name = one.caption or ", ".join(head.text for head in one.heads)
    caption = element("caption", name, class_=None if one.caption else "vh")
    rows = (_row(one, n, setting) for n in range(len(one.rows)))
    table = element(
        "table",
        caption,
        element("colgroup", *widths),
        element("thead", element("tr", *heads)),
        element("tbody", *rows),
        class_="rows",
    )
    count = element("p", one.count, class_="count") if one.count else None
    scroller = element("div", table, class_="scroll", tabindex="0", role="group", aria_label=name)
    return join((scroller, count))


def _row(one: Table, number: int, setting: Setting) -> Html:
    """A row with its mark."""
    mark = one.marks[number] if number < len(one.marks) else ""
    cells = []
    for at, texts in enumerate(one.rows[number]):
        mark_sign = _sign(mark) if at == one.mark_column else None
        paragraphs = _marked(mark_sign, texts, setting) if mark_sign else _lines(texts, setting)
        cells.append(element("td", *paragraphs, class_="num" if one.heads[at].numeric else None))
    return element("tr", *cells, class_="late" if mark == "late" else None)


def _boxes(one: Boxes, setting: Setting) -> Html:
    """Boxes two by two, one under the other where the window is narrow."""
    made = []
    for box in one.boxes:
        inside = _points(box.items, False, setting) if box.items else element("p", box.empty, class_="note")
        made.append(element("section", element("h2", box.heading), inside))
    return element("div", *made, class_="boxes")


def _picture(one: Picture) -> Html:
    """A drawing as a picture inside the file: the same bytes as in the PDF, and nothing in it can run."""
    source = f"data:image/svg+xml;base64,{b64encode(one.svg.encode()).decode()}"
    caption = element("figcaption", one.caption) if one.caption else None
    return element("figure", element("img", src=source, alt=one.alt or one.caption), caption, class_="drawn")


def _slip(one: Slip) -> Html:
    """The reply slip, to print and fill by hand."""
    head = element("h2", one.heading)
    first = element("p", blanks(one.lines[0])) if one.lines else None
    tick = element("span", class_="tick", aria_hidden="true")
    rest = [element("li", tick, blanks(line)) for line in one.choices]
    rest += [element("li", blanks(line)) for line in one.lines[1:]]
    number = element("span", one.number)
    return element("section", head, number, first, element("ul", *rest), class_="slip")


def blanks(line: str) -> Html:
    """A line with its blanks ruled."""
    return join(
        element("span", class_="blank wide" if part.width_mm >= WORDS_MM else "blank")
        if isinstance(part, Blank)
        else part
        for part in slip_pieces(line)
    )
