"""Writes the site of an adopted edition: one file that opens from disk, without network and without script.

In: a `Site`, drawings as SVG text. Out: the page: title, counts, pictures, the measures to search, filter and
sort, road map, changes, orientation, files. The file's own policy lets no other style or script in; the
look is that of the first edition's page with what states need added.
"""

from base64 import b64encode
from collections.abc import Mapping, Sequence
from hashlib import sha256
from importlib.resources import files

from milepost.books.content.records.site import Site
from milepost.books.writers.html.elements import Html, element
from milepost.books.writers.site.frame import foot, head, pictures, print_line, road_map, strip, top
from milepost.books.writers.site.measures import measures
from milepost.books.writers.site.rest import changes, files_card, orientation

TONGUES = {"en": "en-GB", "zh": "zh-CN"}


def write_site(
    site: Site, drawing: str = "", glance: Sequence[str] = (), conditions: Sequence[Sequence[str]] = ()
) -> str:
    """The page; `drawing` is the road map, `glance` the small pictures, `conditions` the table under the map
    with its heads as first row."""
    base, own = _packaged("milepost.books.writers.html", "index.css"), _packaged(__package__, "site.css")
    style, script = base + own, _packaged(__package__, "site.js")
    policy = (
        f"default-src 'none'; style-src {_hash(style)}; script-src {_hash(script)};"
        " base-uri 'none'; form-action 'none'"
    )
    page_head = element(
        "head",
        element("meta", charset="utf-8"),
        element("meta", http_equiv="Content-Security-Policy", content=policy),
        element("meta", name="viewport", content="width=device-width, initial-scale=1"),
        element("title", site.title),
        element("style", Html(style)),
    )
    parts: Mapping[str, Html] = {
        "pictures": pictures(site, glance),
        "measures": measures(site),
        "roadmap": road_map(site, drawing, conditions),
        "changes": changes(site),
        "orientation": orientation(site),
        "files": files_card(site),
    }
    there = [key for key, part in parts.items() if part]
    main = element("main", head(site), strip(site), *parts.values(), id="main")
    body = element(
        "body", top(site, there), print_line(site), main, foot(site), element("script", Html(script))
    )
    tongue = TONGUES.get(site.facts.language, site.facts.language)
    return f"<!doctype html>\n{element('html', page_head, body, lang=tongue)}\n"


def _packaged(package: str, name: str) -> str:
    """A file that stands beside a module."""
    return (files(package) / name).read_text(encoding="utf-8")


def _hash(text: str) -> str:
    """The hash by which the policy knows a text."""
    return f"'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'"
