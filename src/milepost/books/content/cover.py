"""The cover of a task book: whose it is, from what, how much, how to read it, what is asked, what is inside.

In: a `View`, the facts, and the measures of the book. Out: `Cover`. Short titles stand only here, in
drawings and lists. A first edition is not signed: the foot asks who filled it in.
"""

from collections.abc import Sequence

from milepost.books.content.records import (
    Cell,
    ContentLine,
    Cover,
    Facts,
    Figure,
    Legend,
    Line,
    OrientationRow,
    Scope,
    Section,
    Source,
)
from milepost.books.content.values import title_cell
from milepost.books.content.view import View
from milepost.books.content.when import as_written
from milepost.books.content.who import lead_words
from milepost.books.wording.dates import clock_time, joined, long_date, short_date
from milepost.books.wording.labels import label, words
from milepost.ledger.records import Measure

CONTENT_LINES = 10
"""Lines that the cover has room for."""

ASKS: dict[Scope, tuple[str, str, str]] = {
    "unit": ("ask.unit", "ask.steps", "ask.return"),
    "collective": ("ask.collective", "ask.steps", "ask.return"),
    "unassigned": ("ask.unassigned", "ask.steps", "ask.return"),
    "whole": ("ask.whole", "ask.steps", "ask.return_whole"),
}


def cover_of(
    view: View,
    facts: Facts,
    scope: Scope,
    name: Cell,
    measures: tuple[Sequence[Measure], Sequence[Measure], Sequence[Measure]],
    principles: Section[OrientationRow] | None,
) -> Cover:
    """The cover of one book with its measures: led, joined, proposed."""
    language = view.language
    led, joined_in, likely = measures
    contents = [_line(view, m) for m in led]
    contents += [_marked(view, m, "mark.joined", "computed") for m in joined_in]
    contents += [_marked(view, m, "mark.proposed_lead", "proposed") for m in likely]
    rest = len(contents) - CONTENT_LINES
    return Cover(
        bodies=_bodies(view, facts),
        title=label("book.task_book", language),
        name=name,
        edition=words("edition.written", language, n=facts.edition, date=facts.frozen_words),
        scope_line=label("cover.collective", language) if scope == "collective" else "",
        facts=_facts(view, facts),
        glance_heading=label("cover.glance", language),
        figures=_figures(view, facts, scope, measures, len(principles.rows) if principles else 0),
        legend_heading=label("cover.how", language),
        legend=legend_of(view),
        asks_heading=label("cover.asked", language),
        asks=tuple(words(key, language, n=facts.edition + 1) for key in ASKS[scope]),
        contents_heading=label("cover.contents", language),
        contents=tuple(contents[:CONTENT_LINES]),
        contents_rest=words("cover.more", language, n=rest) if rest > 0 else "",
        foot=label("cover.foot", language),
        fields=tuple(
            Cell(fill="unit", label=label(f"fill.{key}", language)) for key in ("by", "phone", "date")
        ),
    )


def legend_of(view: View) -> tuple[Legend, ...]:
    """How origin is seen, without colour."""
    language = view.language
    samples = {
        "quoted": label("legend.quoted_sample", language),
        "proposed": label("mark.proposed", language),
        "fill": label("row.unit_to_fill", language),
        "stated": "",
    }
    return tuple(
        Legend(key=key, words=label(f"legend.{key}", language), sample=sample)
        for key, sample in samples.items()
    )


def _bodies(view: View, facts: Facts) -> tuple[Cell, ...]:
    """Who decided: the bodies that met, else the offices that issued the documents."""
    met = tuple(body for meeting in facts.meetings for body in meeting.bodies)
    if met:
        return met[:4]
    issuers = {d.issuer: d.id for d in reversed(view.ledger.documents) if d.issuer}
    return tuple(view.printed(id_, issuer, "document:issuer") for issuer, id_ in reversed(issuers.items()))[
        :4
    ]


def _facts(view: View, facts: Facts) -> tuple[Line, ...]:
    """Sources under the words they are cited by, dates, numbers, plan print."""
    sources = facts.sources[:3]
    lines = [Line(label=_fact_label(view, "cover.source", s), value=s.title) for s in sources]
    dates = _dates(view, facts)
    if dates:
        lines.append(dates)
    numbered = [s for s in sources if s.number.text] or list(sources[:1])
    lines += [Line(label=_fact_label(view, "cover.number", s), value=s.number) for s in numbered]
    plan_print = Cell(text=facts.plan_print, origin="computed", rule="plan-print")
    return (*lines, Line(label=label("cover.print", view.language), value=plan_print))


def _fact_label(view: View, key: str, source: Source) -> str:
    """What stands before a source's fact; with several sources the word it is cited by."""
    if len(view.documents) == 1:
        return label(key, view.language)
    return words(f"{key}_cited", view.language, short=view.citer.short_words[source.document])


def _dates(view: View, facts: Facts) -> Line | None:
    """When the meeting was held and reported, else when the document is dated."""
    language = view.language
    for meeting in view.ledger.meetings:
        held = long_date(meeting.held_on, language) if meeting.held_on else ""
        published = clock_time(meeting.published_at, language) if meeting.published_at else ""
        if held or published:
            text = joined((held, published), language)
            cell = Cell(text=text, origin="computed", rule="meeting:dates", document=meeting.document)
            key = "held_only" if not published else "published_only" if not held else "held"
            return Line(label=label(f"cover.{key}", language), value=cell)
    dated = next((s.date for s in facts.sources if s.date.text), None)
    return Line(label=label("cover.dated", language), value=dated) if dated else None


def _figures(
    view: View,
    facts: Facts,
    scope: Scope,
    measures: tuple[Sequence[Measure], Sequence[Measure], Sequence[Measure]],
    principles: int,
) -> tuple[Figure, ...]:
    """The counts at a glance."""
    led, joined_in, likely = measures
    counts = facts.counts
    dated = sum(view.promise(m) is not None for m in led)
    values: dict[Scope, tuple[tuple[str, int], ...]] = {
        "whole": (
            ("measures", counts.measures),
            ("units", counts.units),
            ("collectives", counts.collectives),
            ("dated", counts.dated),
            ("unassigned", counts.unassigned + counts.lead_to_name),
            ("orientation", principles),
        ),
        "unassigned": (
            ("measures", len(led)),
            ("dated", dated),
            ("planned", sum(bool(view.steps(m)) for m in led)),
            ("proposed", sum(view.proposed_lead(m) is not None for m in led)),
            ("orientation", principles),
        ),
    }
    of_unit = (
        ("named", len(led)),
        ("joined", len(joined_in)),
        ("proposed", len(likely)),
        ("dated", dated),
        ("orientation", principles),
    )
    return tuple(
        Figure(number=n, label=words(f"figure.{key}", view.language, n=n))
        for key, n in values.get(scope, of_unit)
    )


def _line(view: View, measure: Measure) -> ContentLine:
    """A measure of the book with its date as far as known."""
    said, span = as_written(view, measure), view.span_of(measure)
    date = said
    if not said.text and span and view.kind(measure) != "standing":
        date = Cell(text=short_date(span[1], view.language), origin="proposed", rule="schedule", date=span[1])
    elif not said.text and view.kind(measure) == "standing":
        date = Cell(fill="office", label=label("date.continuous", view.language))
    return ContentLine(number=view.number(measure), title=title_cell(measure), date=date)


def _marked(view: View, measure: Measure, mark: str, origin: str) -> ContentLine:
    """A measure that stands in the book for another reason than leading it."""
    text = label(mark, view.language)
    date = Cell(text=text, origin="proposed" if origin == "proposed" else "computed", rule=mark)
    note = lead_words(view, measure).text if origin != "proposed" else ""
    return ContentLine(number=view.number(measure), title=title_cell(measure), date=date, note=note)
