"""A paper as one HTML file: the twin of its PDF, to read on a screen, by ear, or on a telephone.

In: a `Paper`. Out: a page that opens from disk: the style inside the file, no script, drawings inside as
pictures, so that nothing in them can run. Headings, columns and words are the PDF's; printed, it has the
PDF's page.
"""

from base64 import b64encode
from hashlib import sha256
from importlib.resources import files

from milepost.books.content.records.paper import Paper
from milepost.books.writers.html.elements import Html, element, join
from milepost.books.writers.html.index import TONGUES
from milepost.books.writers.papers.html_blocks import Setting, blanks, piece
from milepost.books.writers.papers.html_margins import margins
from milepost.books.writers.papers.layout import anchors, sections

SHORT_TITLE = 6
"""A title of so many signs is set wide in a Chinese letter."""


def write_paper_html(paper: Paper) -> str:
    """The paper as a page."""
    style = (files(__package__) / "paper.css").read_text(encoding="utf-8") + margins(paper)
    body = element(
        "body",
        _top(paper),
        element("main", *_content(paper)),
        _foot(paper),
        class_=f"{paper.form} {paper.kind}",
    )
    tongue = TONGUES.get(paper.language, paper.language)
    return f"<!doctype html>\n{element('html', _head(paper, style), body, lang=tongue)}\n"


def _head(paper: Paper, style: str) -> Html:
    """Title, author, style, and the policy that lets nothing else in."""
    known = b64encode(sha256(style.encode()).digest()).decode()
    policy = (
        f"default-src 'none'; style-src 'sha256-{known}'; img-src data:; base-uri 'none'; form-action 'none'"
    )
    number = paper.head.number if paper.head else ""
    return element(
        "head",
        element("meta", charset="utf-8"),
        element("meta", http_equiv="Content-Security-Policy", content=policy),
        element("meta", name="viewport", content="width=device-width, initial-scale=1"),
        element("meta", name="author", content=paper.author) if paper.author else None,
        element("title", f"{paper.title} {number}".strip()),
        element("style", Html(style)),
    )


def _top(paper: Paper) -> Html | None:
    """What stands over every page: book and edition, in a letter the handling; the stamp in both."""
    stamp = element("span", paper.stamp, class_="stamp") if paper.stamp else None
    words = [paper.handling, ""] if paper.form == "letter" else [paper.header_left, paper.header_right]
    first, last = (element("span", one) if one else None for one in words)
    parts = [part for part in (first, stamp, last) if part]
    return element("header", *parts, class_="furniture") if parts else None


def _foot(paper: Paper) -> Html | None:
    """What stands under every page."""
    words = (paper.print_words,) if paper.form == "letter" else (
        paper.footer_left, paper.print_words, paper.handling,
    )  # fmt: skip
    parts = [element("span", one) for one in words if one]
    return element("footer", *parts, class_="furniture") if parts else None


def _content(paper: Paper) -> tuple[Html, ...]:
    """Head, title, blocks in order, colophon."""
    short = "short" if len(paper.title) <= SHORT_TITLE else None
    made = [*_letter_head(paper), element("h1", paper.title, class_=short)]
    if paper.subtitle:
        made.append(element("p", paper.subtitle, class_="sub"))
    setting = Setting(paper, {key: f"at-{n}" for n, key in enumerate(anchors(paper).values(), start=1)})
    for part in sections(paper):
        inside = join(piece(one, setting) for one in part.pieces)
        made.append(element("section", inside, class_="wide") if part.landscape else inside)
    if paper.colophon:
        lines = (
            element("p", element("span", blanks(a)), element("span", blanks(b))) for a, b in paper.colophon
        )
        made.append(element("div", *lines, class_="colophon"))
    return tuple(made)


def _letter_head(paper: Paper) -> tuple[Html, ...]:
    """The office, the number, who signed."""
    head = paper.head
    if head is None:
        return ()
    sides = (element("span", words) for words in (head.number, head.signer) if words)
    line = element("div", *sides, class_="line")
    return element("p", head.office, class_="office"), line
