"""The lanes of the road map: themes of the text, then what has no kind, then what stands for good.

In: a `View`. Out: `Lane`s with their rows. A lane's name is always a proposal: the text orders its
measures, it draws no lanes.
"""

import msgspec

from milepost.books.content.records import Cell, Lane, RoadPromise, RoadRow
from milepost.books.content.timetable import bars, drawn_promise, group_of
from milepost.books.content.values import title_cell
from milepost.books.content.view import View
from milepost.books.content.when import written_short
from milepost.books.content.who import lead_words
from milepost.books.wording.dates import date_range, joined, long_date, short_date
from milepost.books.wording.labels import label, words
from milepost.ledger.records import Measure


def lanes_of(view: View) -> tuple[Lane, ...]:
    """Lanes by theme in the order of the text, then what has no kind, then standing measures."""
    themes: dict[str, tuple[Cell, list[RoadRow]]] = {}
    feet: dict[str, list[RoadRow]] = {"unsure": [], "standing": []}
    for measure in view.ledger.measures:
        group = group_of(view, measure)
        if group == "standing" or (group == "unsure" and view.promise(measure) is None):
            feet[group].append(_row(view, measure))
        else:
            name = _theme(view, measure)
            themes.setdefault(name.text, (name, []))[1].append(_row(view, measure))
    plan = [
        Lane(key=f"theme-{n}", kind="plan", name=name, rows=tuple(rows))
        for n, (name, rows) in enumerate(themes.values(), start=1)
    ]
    if feet["unsure"]:
        plan.append(_foot(view, "unsure", feet["unsure"]))
    if feet["standing"]:
        plan.append(_foot(view, "standing", feet["standing"]))
    return tuple(plan)


def _foot(view: View, kind: str, rows: list[RoadRow]) -> Lane:
    """The lane of measures without a kind, or of standing ones."""
    name = Cell(text=label(f"road.lane.{kind}", view.language), origin="proposed", rule="lane:kind")
    return Lane(key=kind, kind="standing" if kind == "standing" else "unsure", name=name, rows=tuple(rows))


def _theme(view: View, measure: Measure) -> Cell:
    """The lane of a measure: its theme or group, else the part of the text it stands in, as a proposal."""
    theme = measure.theme or measure.group
    if theme:
        origin = "proposed" if theme.rule == "theme:heading" else theme.origin
        return Cell(
            text=theme.value, origin=origin, rule=theme.rule, span=theme.span, document=measure.document
        )
    clause = view.citer.clauses.get(measure.clause or "")
    while clause and not clause.label and clause.parent in view.citer.clauses:
        clause = view.citer.clauses[clause.parent]
    if clause and clause.title and clause.kind != "title":
        return Cell(text=clause.title, origin="proposed", rule="lane:heading", document=measure.document)
    place = view.citer.places.get(measure.clause or "")
    if place and clause and not clause.label:
        text = words("road.lane.paragraph", view.language, n=place)
        return Cell(text=text, origin="proposed", rule="lane:paragraph", document=measure.document)
    short = view.citer.short_words.get(measure.document) or view.ledger.plan.title
    return Cell(text=short, origin="proposed", rule="lane:document", document=measure.document)


def _row(view: View, measure: Measure) -> RoadRow:
    """A measure on the map."""
    language, lead = view.language, lead_words(view, measure)
    named = view.assignments(measure)
    stages, promise = bars(view, measure), _promise(view, measure)
    note = ""
    if not stages and view.kind(measure) != "standing":
        unsure = view.kind(measure) == "unsure"
        note = label("road.no_steps_unsure" if unsure else "road.no_steps", language)
    row = RoadRow(
        id=measure.id,
        code=measure.code,
        number=view.number(measure),
        title=title_cell(measure),
        lead=lead,
        lead_note=label("line.lead_to_name", language).lower()
        if named and view.lead(measure) is None
        else "",
        stages=stages,
        checks=view.checks(measure) if not stages else (),
        promise=promise,
        as_written=written_short(view, measure),
        finish=None if view.promise(measure) else _proposed_finish(view, measure),
        finish_note=_finish_note(view, measure) if view.promise(measure) else "",
        note=note,
    )
    return msgspec.structs.replace(row, alt=_sentence(view, measure, row))


def _sentence(view: View, measure: Measure, row: RoadRow) -> str:
    """A row in a sentence."""
    language = view.language
    promise = view.promise(measure)
    if promise:
        date = long_date(promise, language)
        key = "alt.typed" if row.as_written.origin == "typed" else "alt.promised"
        state = words(key, language, words=row.as_written.text, date=date)
    elif row.stages:
        span = date_range(row.stages[0].start, max(bar.finish for bar in row.stages), language)
        state = words("alt.proposed", language, span=span.replace("\u00a0", " "))
    else:
        state = label("alt.standing" if row.checks else "alt.none", language)
    lead = row.lead.text or row.lead.label
    return words("alt.row", language, code=row.code, title=row.title.text, lead=lead, state=state)


def _promise(view: View, measure: Measure) -> RoadPromise | None:
    """The day that the text gives, where it is near enough to be drawn."""
    date = drawn_promise(view, measure)
    if date is None or measure.deadline is None:
        return None
    return RoadPromise(date=date, words=long_date(date, view.language), kind=measure.deadline.value.kind)


def _proposed_finish(view: View, measure: Measure) -> Cell | None:
    """The proposed last day."""
    span = view.span_of(measure)
    if span is None:
        return None
    return Cell(text=short_date(span[1], view.language), origin="proposed", rule="schedule", date=span[1])


def _finish_note(view: View, measure: Measure) -> str:
    """Under a promise: its day, whether a target, and by how much the plan is squeezed."""
    date, factor = view.promise(measure), view.squeeze(measure)
    parts = [long_date(date, view.language)] if date else []
    if measure.deadline and measure.deadline.value.kind == "target":
        parts.append(label("road.target", view.language))
    if factor is not None:
        parts.append(words("road.squeezed", view.language, n=factor))
    late = view.days_late.get(measure.id)
    if late:
        parts.append(words("row.plan_later", view.language, n=late))
    return joined(parts, view.language)
