"""The measures: a row each, its sentence in a fold, and the bar that filters them.

In: the page. Out: a card. The bar is hidden in the file and appears with the script; the table is whole
without it. First what the text says, then what is proposed under its word.
"""

from milepost.books.content.records import MeasureLine, StepRow, TaskRow
from milepost.books.wording.dates import short_date
from milepost.books.writers.html.elements import Child, Html, anchor, element, join
from milepost.books.writers.html.marks import Context, card, scroller, table

HEADS = tuple(f"measures.{key}" for key in ("no", "measure", "lead", "date", "plan", "kind"))
KINDS = ("planned", "standing", "unsure", "unplanned")


def measures(context: Context) -> Html:
    """The card with bar and table."""
    section, name = context.page.measures, context.say("measures.caption")
    shorts = {source.document: source.short for source in context.page.facts.sources}
    collectives = {book.code for book in context.page.books if book.scope == "collective"}
    rows = tuple(_row(context, line, shorts, collectives) for line in section.rows)
    heads = tuple(context.say(key) for key in HEADS)
    body = scroller(name, table("t ms", name, heads, rows))
    return card("measures", section.heading, section.note, _filters(context), body)


# --- the bar ---


def _filters(context: Context) -> Html:
    """Words, unit, kind, and a button that opens all folds."""
    say = context.say
    units = [("", say("filter.any_unit")), ("none", say("page.unassigned"))]
    units += [(unit.code, unit.name) for unit in context.page.units]
    used = {line.filter for line in context.page.measures.rows}
    kinds = [("", say("filter.any_kind"))]
    kinds += [(kind, say(f"filter.{kind}")) for kind in KINDS if kind in used]
    return element(
        "form",
        element("label", say("filter.words"), class_="vh", for_="q"),
        element("input", class_="fin", id="q", type="search", placeholder=say("filter.hint")),
        _choice("u", say("filter.unit"), units),
        _choice("k", say("filter.kind"), kinds),
        element("button", say("filter.open_all"), type="button", class_="btn sm", id="all"),
        element("span", class_="muted", role="status", id="n"),
        class_="filters",
        hidden=True,
        role="search",
        aria_label=say("filter.title"),
        data_open=say("filter.open_all"),
        data_close=say("filter.close_all"),
        data_one=say("filter.shown", n=1),
        data_many=say("filter.shown", n="{n}"),
    )


def _choice(key: str, name: str, options: list[tuple[str, str]]) -> Html:
    """A list to choose from."""
    lines = (element("option", words, value=value) for value, words in options)
    return join(
        (element("label", name, class_="vh", for_=key), element("select", *lines, class_="fin", id=key))
    )


# --- a row ---


def _row(context: Context, line: MeasureLine, shorts: dict[str, str], collectives: set[str]) -> Html:
    """A measure."""
    row = line.row
    checked = element("span", row.checked_words, class_="left") if row.checked else None
    return element(
        "tr",
        element("td", row.code, checked, class_="no"),
        element("td", _fold(context, line, shorts), class_="ttl"),
        element("td", _lead(context, row, collectives)),
        element("td", _date(context, row)),
        element("td", context.said(line.plan), _under(line.plan_note, "left nowrap")),
        element("td", row.kind_words.text or row.kind_words.label, _under(_why(context, row))),
        id=anchor(row.code),
        data_u=" ".join(line.units) or "none",
        data_l=line.proposed_unit,
        data_k=line.filter,
    )


def _under(words: Child, class_: str = "left") -> Html | None:
    """A small line under a value."""
    return element("span", words, class_=class_) if words else None


def _lead(context: Context, row: TaskRow, collectives: set[str]) -> Html:
    """Who leads; under it the units that cooperate, or the unit that is proposed."""
    parts: list[Child] = [context.cell(row.lead)]
    if row.lead.text:
        kind = "coll" if row.lead_unit in collectives else "lead"
        mark = (context.mark(), " ") if row.lead.origin == "proposed" else ()
        parts = [*mark, element("span", row.lead.text, class_=f"chip {kind}")]
    if row.proposed_lead:
        parts.append(_under(context.cell(row.proposed_lead)))
        parts.append(_under(row.proposed_note))
    named = (join((named.role, " ", context.cell(named.unit))) for named in row.others)
    return join((*parts, *map(_under, (row.lead_note, row.cooperating_words, *named))))


def _date(context: Context, row: TaskRow) -> Html:
    """What the text says, and the day it comes to."""
    dates = row.dates
    note = (", " if context.language == "en" else "，") + dates.day_note if dates.day_note else ""
    day = context.cell(dates.day, note) if dates.day else None
    start = context.cell(dates.start) if dates.start else None
    return join((start, " " if start else None, context.said(dates.as_written), _under(day)))


def _why(context: Context, row: TaskRow) -> str:
    """The words that told the kind."""
    if row.told_by is None or not row.told_by.text:
        return context.say("measures.no_word")
    return context.say("measures.told_by", words=row.told_by.text)


# --- its fold ---


def _fold(context: Context, line: MeasureLine, shorts: dict[str, str]) -> Html:
    """The title; open, the sentence with its own words marked, its parts, its steps."""
    row = line.row
    title = element("span", context.said(row.title), class_="tt")
    summary = element("summary", title, element("span", line.place, class_="src"))
    opened = (_sentence(context, line, shorts), _parts(context, row), _plan(context, row))
    return element("details", summary, *opened)


def _sentence(context: Context, line: MeasureLine, shorts: dict[str, str]) -> Html:
    """The sentence as printed, and where it stands."""
    sentence = line.row.sentence
    before, own, after = sentence.pieces
    place = line.row.citation.text or line.place
    short = shorts.get(sentence.document or "")
    if sentence.span and short:
        start, end = (f"{place:,}" for place in sentence.span)
        place = context.say("measures.characters", short=short, place=line.place, start=start, end=end)
    return element(
        "blockquote", before, element("mark", own, class_="m"), after, element("cite", place), class_="clause"
    )


def _parts(context: Context, row: TaskRow) -> Html:
    """The parts that can be checked, where there is more than one."""
    if len(row.pieces) < 2:
        return Html("")
    heading = element("p", context.say("measures.pieces"), class_="pt")
    return join(
        (heading, element("ul", *(element("li", context.cell(p.words)) for p in row.pieces), class_="parts"))
    )


def _plan(context: Context, row: TaskRow) -> Html:
    """Steps or checks with their days, under the word that says whose they are."""
    plan = row.plan
    if not plan.steps and not plan.checks:
        return Html("")
    shared = {_proposed(step) for step in plan.steps} != {True, False}
    words = plan.checks_words or context.say("measures.steps_finish")
    mark = context.mark() if plan.mark and shared else None
    heading = element("p", mark, " " if mark else None, words, class_="pt")
    steps = [_step(context, step, marked=not shared) for step in plan.steps]
    checks = [element("li", _day(context, check.date, check.text)) for check in plan.checks]
    return join((heading, element("ol", *steps, *checks, class_="stp"), _under(plan.note, "left ind")))


def _proposed(step: StepRow) -> bool:
    """Whether anything in the step is only suggested."""
    return "proposed" in (step.title.origin, step.finish.origin)


def _step(context: Context, step: StepRow, marked: bool) -> Html:
    """A step and its last day; it carries its own mark where the steps differ."""
    mark = context.mark() if marked and _proposed(step) else None
    title = element("span", mark, " " if mark else None, step.title.text or step.title.label)
    return element("li", title, _day(context, step.finish.date, step.finish.text or step.finish.label))


def _day(context: Context, date: str | None, words: str) -> Html:
    """A day with its year, for people and for machines."""
    if not date:
        return element("span", words)
    return element("time", short_date(date, context.language), datetime=date)
