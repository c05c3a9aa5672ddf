"""The links of the road map, each between two stages that are drawn, and the critical path in words.

In: a `View`. Out: numbered `RoadLink`s with the document's condition, the steps of the critical path. A
plan without links has neither.
"""

from milepost.books.content.records import Cell, RoadLink
from milepost.books.content.view import View
from milepost.books.wording.dates import joined, short_date
from milepost.books.wording.labels import label, words
from milepost.ledger.records import Link, Measure, Step
from milepost.planning.network import producing


def road_links(view: View) -> tuple[RoadLink, ...]:
    """The links between measures that are drawn, numbered in their order."""
    drawn = [(link, ends) for link in view.ledger.links if (ends := _ends(view, link))]
    return tuple(_road_link(view, n, link, *ends) for n, (link, ends) in enumerate(drawn, start=1))


def _ends(view: View, link: Link) -> tuple[Step, Step] | None:
    """The scheduled steps a link joins; a measure is left at the step that brings its output and entered at
    its first. Links inside one measure are not drawn."""
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
    return steps[producing(steps, range(len(steps)))] if last else steps[0]


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


def critical_steps(view: View) -> tuple[str, ...]:
    """The steps of the critical path in the order they run; none without links."""
    if not view.ledger.links:
        return ()
    rows = [row for row in view.schedule.rows if row.critical and row.step in view.step_by_id]
    return tuple(row.step for row in sorted(rows, key=lambda row: (row.start, row.finish)))


def critical_words(view: View) -> str:
    """The critical path in a sentence: each measure with the stages of it that are on the path."""
    by_measure: dict[str, list[Step]] = {}
    for id_ in critical_steps(view):
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
