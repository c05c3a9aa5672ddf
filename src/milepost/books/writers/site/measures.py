"""The measures on the site: a bar that searches and filters, heads that sort, a row each with its fold.

In: a `Site`. Out: a card. Bar and sorting buttons appear with the script; the table is whole without it. What
the script sorts and filters by stands in `data-` attributes: numbers and ISO dates.
"""

from milepost.books.content.records.site import Option, Site, SiteRow, SiteStep
from milepost.books.wording.labels import label, words
from milepost.books.writers.html.elements import Html, anchor, element, join
from milepost.books.writers.html.marks import card, scroller
from milepost.books.writers.site.signs import cell, small, state

SORTED = {
    "no": "n",
    "state": "s",
    "group": "g",
    "units": "l",
    "baseline": "b",
    "forecast": "e",
    "evidence": "a",
}
"""Columns that sort, with the attribute they sort by; the rest are words to search."""
HEADS = ("no", "state", "measure", "group", "units", "baseline", "forecast", "steps", "evidence")
NUMBERS = ("steps", "evidence")


def measures(site: Site) -> Html:
    """The card with bar and table."""
    say = _Say(site)
    name = say("site.caption")
    heads = (_head(say, key) for key in HEADS)
    groups = {option.key: str(n) for n, option in enumerate(site.groups)}
    table = element(
        "table",
        element("caption", name, class_="vh"),
        element("thead", element("tr", *heads)),
        element("tbody", *(_row(say, row, groups) for row in site.rows)),
        class_="t ls",
        id="list",
    )
    return card("measures", say("site.measures"), say("site.sort_note"), _bar(say), scroller(name, table))


class _Say:
    """Labels in the language of the page."""

    def __init__(self, site: Site) -> None:
        self.site, self.language = site, site.facts.language

    def __call__(self, key: str, **values: object) -> str:
        return words(key, self.language, **values) if values else label(key, self.language)


def _head(say: _Say, key: str) -> Html:
    """The head of a column; the script makes a button of one that sorts."""
    return element(
        "th",
        say(f"site.{key}"),
        scope="col",
        class_=f"c-{key}" + (" num" if key in NUMBERS else ""),
        data_sort=SORTED.get(key),
    )


def _bar(say: _Say) -> Html:
    """Words, state, group, unit, due, and what is shown."""
    site = say.site
    due = (Option(key="30", words=say("site.due_30")), Option(key="90", words=say("site.due_90")))
    units = tuple(Option(key=unit.code, words=unit.name) for unit in site.units)
    return element(
        "form",
        element("label", say("site.words"), class_="vh", for_="q"),
        element("input", class_="fin", id="q", type="search", placeholder=f"{say('site.words')} ( / )"),
        _choice("fs", say("site.state"), say("site.any_state"), site.states),
        _choice("fg", say("site.group"), say("site.any_group"), site.groups),
        _choice("fu", say("site.units"), say("site.any_unit"), units),
        _choice("fd", say("site.due"), say("site.any_due"), due),
        element("button", say("site.clear"), type="button", class_="btn sm", id="clear"),
        element(
            "button", say("site.open_all"), type="button", class_="btn sm", id="all", aria_expanded="false"
        ),
        element("span", class_="muted", role="status", id="n"),
        class_="filters",
        hidden=True,
        role="search",
        aria_label=say("site.filter"),
        data_open=say("site.open_all"),
        data_close=say("site.close_all"),
        data_one=say("site.shown_one"),
        data_many=say("site.shown", n="{n}"),
        data_more=say("site.more"),
        data_today=site.as_of,
    )


def _choice(key: str, name: str, any_: str, options: tuple[Option, ...]) -> Html:
    """A list to choose from."""
    lines = (element("option", option.words, value=option.key) for option in options)
    every = element("option", any_, value="")
    return join(
        (
            element("label", name, class_="vh", for_=key),
            element("select", every, *lines, class_="fin", id=key),
        )
    )


def _row(say: _Say, row: SiteRow, groups: dict[str, str]) -> Html:
    """A measure."""
    changed = element("span", say("site.changed"), class_="chip") if row.changed else None
    age = "" if row.evidence_days is None else str(row.evidence_days)
    others = say("list.items").join(unit.text for unit in row.cooperating)
    return element(
        "tr",
        element("td", row.number, changed, class_="no"),
        element("td", state(row.mark, row.mark_words)),
        element("td", _fold(say, row), class_="ttl"),
        element("td", cell(row.group)),
        element("td", element("b", cell(row.lead)), small(others)),
        element("td", cell(row.baseline), class_="nowrap"),
        element("td", cell(row.forecast), class_="nowrap"),
        element("td", f"{row.steps_done} / {row.steps_all}", class_="num"),
        element("td", age, class_="num"),
        id=anchor(row.code),
        class_=row.mark if row.mark == "late" else None,
        data_n=row.number.rjust(6, "0"),
        data_s=f"{row.rank} {99999 - row.days:05}",
        data_m=row.mark,
        data_g=groups.get(row.group.text, ""),
        data_k=row.group.text,
        data_l=row.lead.text,
        data_u=" ".join(row.units),
        data_b=row.baseline.date or "9999",
        data_e=row.forecast.date or "9999",
        data_a=age.rjust(5, "0") if age else "99999",
        data_d="1" if row.is_done else None,
    )


def _fold(say: _Say, row: SiteRow) -> Html:
    """Title and citation; open, the sentence, test, output, people, risks, facts and steps."""
    before, own, after = row.sentence.pieces
    quote = element("blockquote", before, element("mark", own, class_="m"), after, class_="clause")
    people = say("list.parts").join(person.text for person in row.people)
    facts = (
        (say("site.goal"), cell(row.test)),
        (say("site.output"), cell(row.output)),
        (say("site.people"), join((people,))),
        (say("site.risks"), cell(row.risks)),
    )
    lines = (join((element("dt", name), element("dd", value))) for name, value in facts if value)
    said = (
        small(say("site.light_words", words=row.light_words)) if row.light_words else None,
        small(say("site.said", words=row.said)) if row.said else None,
    )
    summary = element(
        "summary",
        element("span", cell(row.title), class_="tt"),
        element("span", row.citation.text, class_="src"),
    )
    return element("details", summary, quote, element("dl", *lines, class_="kv"), *said, _steps(say, row))


def _steps(say: _Say, row: SiteRow) -> Html:
    """The steps with both days."""
    if not row.steps:
        return Html("")
    heading = element("p", say("site.step_heads"), class_="pt")
    return join((heading, element("ol", *(_step(step) for step in row.steps), class_="stp")))


def _step(step: SiteStep) -> Html:
    """A step."""
    return element(
        "li",
        element("span", cell(step.title)),
        element("span", cell(step.baseline)),
        element("span", state(step.mark, step.forecast.text or step.forecast.label)),
    )
