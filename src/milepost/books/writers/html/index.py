"""Writes index.html: one file that opens from disk, without network, and without the script too.

In: an IndexPage, the road map as SVG text, and what is known of the edition's files. Out: the page, in this
order: draft banner, title, counts, the meeting beside what to do next and what to check, books, measures,
road map, orientation, sentences set aside, files. The file's own policy lets no other style or script in.
"""

from base64 import b64encode
from collections.abc import Mapping
from hashlib import sha256
from importlib.resources import files

from milepost.books.content.records import IndexPage
from milepost.books.writers.html.books import books
from milepost.books.writers.html.books import files as files_card
from milepost.books.writers.html.drawing import road_map
from milepost.books.writers.html.elements import Html, element
from milepost.books.writers.html.frame import banner, foot, head, print_line, strip, top
from milepost.books.writers.html.guidance import next_steps, warnings
from milepost.books.writers.html.marks import Context, Made
from milepost.books.writers.html.measures import measures
from milepost.books.writers.html.meeting import meetings
from milepost.books.writers.html.texts import orientation, set_aside

TONGUES = {"en": "en", "zh": "zh-CN"}


def write_index(page: IndexPage, road_map_svg: str, made: Mapping[str, Made] | None = None) -> str:
    """The page; `made` holds size and pages of files already written, by their path in the edition."""
    context = Context(page, dict(made or {}))
    style, script = _packaged("index.css"), _packaged("index.js")
    html = element(
        "html",
        _head(context, style, script),
        _body(context, road_map_svg, script),
        lang=TONGUES.get(context.language, context.language),
    )
    return f"<!doctype html>\n{html}\n"


def _packaged(name: str) -> str:
    """A file that stands beside this module."""
    return (files(__package__) / name).read_text(encoding="utf-8")


def _head(context: Context, style: str, script: str) -> Html:
    """Title, style sheet, and the policy that names style and script by their hash."""
    facts = context.page.facts
    title = context.say(
        "page.title" if facts.edition == 1 else "page.title_n", n=facts.edition, short=facts.short
    )
    policy = (
        f"default-src 'none'; style-src {_hash(style)}; script-src {_hash(script)};"
        " base-uri 'none'; form-action 'none'"
    )
    return element(
        "head",
        element("meta", charset="utf-8"),
        element("meta", http_equiv="Content-Security-Policy", content=policy),
        element("meta", name="viewport", content="width=device-width, initial-scale=1"),
        element("title", title),
        element("style", Html(style)),
    )


def _hash(text: str) -> str:
    """The hash by which the policy knows a text."""
    return f"'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'"


def _body(context: Context, svg: str, script: str) -> Html:
    """The parts in their order."""
    main = element("main", *_sections(context, svg), id="main")
    return element(
        "body", top(context), print_line(context), main, foot(context), element("script", Html(script))
    )


def _sections(context: Context, svg: str) -> tuple[Html, ...]:
    """What the page holds."""
    return (
        banner(context),
        head(context),
        strip(context),
        _first_things(context),
        books(context),
        measures(context),
        road_map(context, svg),
        orientation(context),
        set_aside(context),
        files_card(context),
    )


def _first_things(context: Context) -> Html:
    """The meeting beside what to do next and what to check; without a meeting those two side by side."""
    todo, check = next_steps(context), warnings(context)
    if not context.page.meetings:
        return element("div", todo, check, class_="two-col even")
    side = element("div", todo, check, class_="stack")
    return element("div", meetings(context), side, class_="two-col")
