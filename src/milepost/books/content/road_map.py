"""The road map of an edition: lanes of measures with their stages, the promises of the text, the links it
states.

In: ledger, schedule, language. Out: one `RoadMap`, drawn by the SVG writer. Lanes are themes: a heading of
the text, else its body paragraph; measures without a kind and standing ones have lanes of their own at the
foot. A plan without links says so and has no critical path. The alt text says all of it in sentences.
"""

from milepost.books.content.axis import axis
from milepost.books.content.facts import facts_of
from milepost.books.content.records import (
    Cell,
    Column,
    Facts,
    Lane,
    Legend,
    RoadLink,
    RoadMap,
    RoadPromise,
    RoadRow,
    Under,
)
from milepost.books.content.rows import as_written, lead_words, title_cell
from milepost.books.content.timetable import bars, group_of
from milepost.books.content.view import View
from milepost.books.wording.dates import (
    date_range,
    joined,
    long_date,
    short_date,
)
from milepost.books.wording.labels import label, words
from milepost.ledger.records import Ledger, Link, Measure, Schedule, Step

MONTH_ROOM = 25
"""Columns of 9 mm that the sheet has room for."""

LETTERED = ("study", "draft", "consult", "review", "issue", "carry_out", "evaluate")


def road_map(ledger: Ledger, schedule: Schedule, language: str | None = None) -> RoadMap:
    """The road map of the edition."""
    view = View(ledger, schedule, "zh" if (language or ledger.plan.language) == "zh" else "en")
    facts = facts_of(view)
    lanes, links = _lanes(view), _links(view)
    days = [bar.finish for lane in lanes for row in lane.rows for bar in row.stages]
    days += [bar.start for lane in lanes for row in lane.rows for bar in row.stages]
    days += [row.promise.date for lane in lanes for row in lane.rows if row.promise]
    days += [day for lane in lanes for row in lane.rows for day in row.checks]
    today, tongue = schedule.today, view.language
    return RoadMap(
        facts=facts,
        title=_title(facts),
        title_line=_title_line(view, facts),
        no_links=_links_line(view),
        months=axis(days, today, MONTH_ROOM, tongue),
        today=today,
        today_words=words(
            "legend.frozen", tongue, date=long_date(today, tongue).removesuffix(f" {today[:4]}")
        ),
        measure_head=label("road.measure", tongue),
        finish_head=label("road.finish", tongue),
        lanes=lanes,
        legend=_legend(view, facts),
        stage_key=_stage_key(view, lanes),
        links=links,
        links_heading=label("road.conditions", tongue),
        links_columns=tuple(
            Column(key=key, head=label(f"road.link.{key}", tongue))
            for key in ("no", "first", "condition", "when", "then")
        ),
        critical=_critical(view),
        critical_words=_critical_words(view),
        under=_under(view, facts),
        alt_text=_alt_text(view, facts, lanes, links),
    )


# --- title and legend ---


def _title(facts: Facts) -> str:
    """ "Road map, first edition"."""
    key = "road.title" if facts.edition == 1 else "road.title_n"
    return words(key, facts.language, n=facts.edition)


def _title_line(view: View, facts: Facts) -> str:
    """How many measures, with stages, standing, without a kind."""
    language, counts = view.language, facts.counts
    parts = [words("road.planned", language, n=counts.planned)]
    parts += [words("road.standing", language, n=counts.standing)] if counts.standing else []
    parts += [words("road.unsure", language, n=counts.unsure)] if counts.unsure else []
    mark, stop = (": ", ".") if language == "en" else ("：", "。")
    comma = ", " if language == "en" else "，"
    return words("road.count", language, n=counts.measures) + mark + comma.join(parts) + stop


def _links_line(view: View) -> str:
    """Whether links are stated, and where the critical path ends."""
    links = view.ledger.links
    if not links:
        return label("road.no_links", view.language)
    critical = [view.rows[step].finish for step in _critical(view)]
    if not critical:
        return words("road.links_only", view.language, n=len(links))
    end = long_date(max(critical), view.language)
    return words("road.links", view.language, n=len(links), date=end)


def _legend(view: View, facts: Facts) -> tuple[Legend, ...]:
    """The signs of the drawing."""
    language = view.language
    keys = ["stage", "wait", "promise" if facts.counts.dated else "promise_none", "standing", "suggested"]
    signs = [Legend(key=key.removesuffix("_none"), words=label(f"legend.{key}", language)) for key in keys]
    signs.append(Legend(key="fill", words=label("row.unit_to_fill", language)))
    if view.ledger.links:
        signs.append(Legend(key="link", words=label("legend.link", language)))
    if _critical(view):
        signs.append(Legend(key="critical", words=label("legend.critical", language)))
    return tuple(signs)


def _stage_key(view: View, lanes: tuple[Lane, ...]) -> str:
    """What the letters in short bars stand for, of the stages that are drawn."""
    used = {bar.stage for lane in lanes for row in lane.rows for bar in row.stages}
    pairs = [
        (label(f"stage.{s}", view.language, short=True), label(f"stage.{s}", view.language))
        for s in LETTERED
        if s in used
    ]
    themes = label("road.stage_key", view.language)
    if view.language == "zh":
        return "　".join(f"{short}：{name}" for short, name in pairs) + ("；" if pairs else "") + themes
    return joined((" · ".join(f"{short} {name.lower()}" for short, name in pairs), themes), "en")


# --- lanes ---


def _lanes(view: View) -> tuple[Lane, ...]:
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
    return RoadRow(
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
        as_written=_finish_words(view, measure),
        finish=None if promise else _proposed_finish(view, measure),
        finish_note=_finish_note(view, measure) if promise else "",
        note=note,
    )


def _promise(view: View, measure: Measure) -> RoadPromise | None:
    """The day that the text gives."""
    date = view.promise(measure)
    if date is None or measure.deadline is None:
        return None
    return RoadPromise(date=date, words=long_date(date, view.language), kind=measure.deadline.value.kind)


def _finish_words(view: View, measure: Measure) -> Cell:
    """What the right column says first: the text's words, or that there are none."""
    said = as_written(view, measure)
    if not said.text and view.kind(measure) == "standing":
        return Cell(fill="office", label=label("date.continuous", view.language))
    return said


def _proposed_finish(view: View, measure: Measure) -> Cell | None:
    """The proposed last day."""
    span = view.span_of(measure)
    if span is None:
        return None
    return Cell(text=short_date(span[1], view.language), origin="proposed", rule="schedule", date=span[1])


def _finish_note(view: View, measure: Measure) -> str:
    """Under a promise: its day, whether a target, and by how much the plan is squeezed."""
    date, factor = view.promise(measure), view.factor(measure)
    parts = [long_date(date, view.language)] if date else []
    if measure.deadline and measure.deadline.value.kind == "target":
        parts.append(label("road.target", view.language))
    if factor is not None:
        parts.append(words("road.squeezed", view.language, n=factor))
    return joined(parts, view.language)


# --- links ---


def _links(view: View) -> tuple[RoadLink, ...]:
    """The links between measures that are drawn, numbered in their order."""
    drawn = [(link, ends) for link in view.ledger.links if (ends := _ends(view, link))]
    return tuple(_road_link(view, n, link, *ends) for n, (link, ends) in enumerate(drawn, start=1))


def _ends(view: View, link: Link) -> tuple[Step, Step] | None:
    """The scheduled steps a link joins; a measure is left at its last step and entered at its first. Links
    inside one measure are not drawn."""
    first, then = _step_of(view, link.from_, last=True), _step_of(view, link.to, last=False)
    if first is None or then is None or first.measure == then.measure:
        return None
    return first, then


def _step_of(view: View, id_: str, last: bool) -> Step | None:
    """A link's end as a step with a bar."""
    step = view.step_by_id.get(id_)
    if step:
        return step if step.id in view.rows else None
    measure = view.measures.get(id_)
    steps = [s for s in view.steps(measure) if s.id in view.rows] if measure else []
    if not steps:
        return None
    issued = [s for s in steps if s.stage == "issue"]
    return (issued or steps)[-1] if last else steps[0]


def _road_link(view: View, number: int, link: Link, first: Step, then: Step) -> RoadLink:
    """A link with its words."""
    source, target = view.measures[first.measure], view.measures[then.measure]
    condition = (
        Cell(text=link.condition, origin="quoted", span=link.span, document=target.document)
        if link.condition
        else Cell(fill="office", label=label("fill.condition", view.language))
    )
    end = view.rows[first.id].finish
    return RoadLink(
        number=number,
        from_row=source.id,
        from_step=first.id,
        to_row=target.id,
        to_step=then.id,
        first=_numbered(view, source, first),
        then=_numbered(view, target, then),
        condition=condition,
        when=Cell(text=short_date(end, view.language), origin="proposed", rule="schedule", date=end),
        critical=view.rows[first.id].critical and view.rows[then.id].critical,
    )


def _numbered(view: View, measure: Measure, step: Step) -> Cell:
    """A measure with its number and the stage a link joins."""
    stage = _stage_word(view, step)
    colon = ": " if view.language == "en" else "："
    text = f"{view.number(measure)} {measure.title.value}{colon}{stage}"
    return Cell(text=text, origin="computed", rule="link", document=measure.document)


def _critical(view: View) -> tuple[str, ...]:
    """The steps of the critical path in the order they run; none without links."""
    if not view.ledger.links:
        return ()
    rows = [row for row in view.schedule.rows if row.critical and row.step in view.step_by_id]
    return tuple(row.step for row in sorted(rows, key=lambda row: (row.start, row.finish)))


def _critical_words(view: View) -> str:
    """The critical path in a sentence: each measure with the stages of it that are on the path."""
    by_measure: dict[str, list[Step]] = {}
    for id_ in _critical(view):
        step = view.step_by_id[id_]
        by_measure.setdefault(step.measure, []).append(step)
    if not by_measure:
        return ""
    parts = [_critical_part(view, view.measures[id_], steps) for id_, steps in by_measure.items()]
    return words("road.critical", view.language, steps=joined(parts, view.language))


def _critical_part(view: View, measure: Measure, steps: list[Step]) -> str:
    """`4 improve the stall letting system (study to issue)`."""
    name = f"{view.number(measure)} {measure.title.value}"
    first, last = _stage_word(view, steps[0]), _stage_word(view, steps[-1])
    key = "road.critical_one" if len(steps) == 1 else "road.critical_part"
    return words(key, view.language, measure=name, first=first, last=last)


def _stage_word(view: View, step: Step) -> str:
    """The stage of a step, else its title."""
    return label(f"stage.{step.stage}", view.language).lower() if step.stage else step.title.value


# --- around the drawing ---


def _under(view: View, facts: Facts) -> tuple[Under, ...]:
    """Three sentences: what would firm the map up."""
    language = view.language
    missing = facts.counts.unassigned + facts.counts.lead_to_name
    date = long_date(view.starts_on, language)
    lead = (
        words("road.under.lead_body", language, n=missing, date=date)
        if missing
        else label("road.under.lead_all", language)
    )
    return (
        Under(head=label("road.under.lead", language), body=lead),
        Under(head=label("road.under.stages", language), body=label("road.under.stages_body", language)),
        Under(head=label("road.under.links", language), body=label("road.under.links_body", language)),
    )


def _alt_text(view: View, facts: Facts, lanes: tuple[Lane, ...], links: tuple[RoadLink, ...]) -> str:
    """The drawing in sentences: counts, lanes with their rows, links, critical path."""
    language = view.language
    parts = [
        f"{facts.short}{': ' if language == 'en' else '：'}{_title_line(view, facts)}",
        _links_line(view),
    ]
    for lane in lanes:
        parts.append(words("alt.lane", language, name=lane.name.text))
        parts += [_alt_row(view, row) for row in lane.rows]
    parts += [
        words(
            "alt.link",
            language,
            n=link.number,
            first=link.first.text,
            then=link.then.text,
            condition=link.condition.text or link.condition.label,
        )
        for link in links
    ]
    parts.append(_critical_words(view))
    return (" " if language == "en" else "").join(part for part in parts if part)


def _alt_row(view: View, row: RoadRow) -> str:
    """A row in a sentence."""
    language = view.language
    if row.promise:
        state = words("alt.promised", language, words=row.as_written.text, date=row.promise.words)
    elif row.stages:
        span = date_range(row.stages[0].start, max(bar.finish for bar in row.stages), language)
        state = words("alt.proposed", language, span=span.replace("\u00a0", " "))
    else:
        state = label("alt.standing" if row.checks else "alt.none", language)
    lead = row.lead.text or row.lead.label
    return words("alt.row", language, code=row.code, title=row.title.text, lead=lead, state=state)
