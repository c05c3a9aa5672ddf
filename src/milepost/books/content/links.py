"""The links of the road map, each between two measures, and the critical path in words.

In: a `View`. Out: numbered `RoadLink`s with the document's condition, the steps of the critical path. A
plan without links has neither.
"""

from milepost.books.content.records import Cell, RoadLink
from milepost.books.content.timetable import finish_cell
from milepost.books.content.values import title_cell
from milepost.books.content.view import View
from milepost.books.wording.dates import joined, short_date
from milepost.books.wording.labels import label, words
from milepost.ledger.records import Link, Measure, Step
from milepost.planning.network import producing

End = tuple[Measure, Step | None]
"""Where a link begins or ends: a measure, and its scheduled step where it has one."""


def road_links(view: View) -> tuple[RoadLink, ...]:
    """The links between measures, numbered in their order; links inside one measure are its own steps'
    order."""
    found = [(link, ends) for link in view.ledger.links if (ends := _ends(view, link))]
    return tuple(_road_link(view, n, link, *ends) for n, (link, ends) in enumerate(found, start=1))


def _ends(view: View, link: Link) -> tuple[End, End] | None:
    """The two ends of a link; a measure is left at the step that brings its output and entered at its
    first."""
    first, then = _end_of(view, link.from_, last=True), _end_of(view, link.to, last=False)
    if first is None or then is None or first[0].id == then[0].id:
        return None
    return first, then


def _end_of(view: View, id_: str, last: bool) -> End | None:
    """A link's end: the step it names, else the measure with the step that answers for it."""
    measure, step = view.measure_of(id_), view.step_by_id.get(id_)
    if measure is None:
        return None
    if step is not None:
        return measure, step if step.id in view.rows else None
    steps = [s for s in view.steps(measure) if s.id in view.rows]
    if not steps:
        return measure, None
    return measure, steps[producing(steps, range(len(steps)))] if last else steps[0]


def _road_link(view: View, number: int, link: Link, first: End, then: End) -> RoadLink:
    """A link with its words; the day is that of the step it waits for."""
    (source, from_step), (target, to_step) = first, then
    condition = (
        Cell(text=link.condition, origin="quoted", span=link.span, document=target.document)
        if link.condition
        else Cell(fill="office", label=label("fill.condition", view.language))
    )
    return RoadLink(
        number=number,
        from_row=source.id,
        from_step=from_step.id if from_step else "",
        to_row=target.id,
        to_step=to_step.id if to_step else "",
        first=_numbered(view, source, from_step),
        then=_numbered(view, target, to_step),
        condition=condition,
        when=_when(view, source, from_step),
        critical=all(step is not None and view.rows[step.id].critical for step in (from_step, to_step)),
    )


def _when(view: View, measure: Measure, step: Step | None) -> Cell:
    """The day of what is waited for: as scheduled, else as the text promises it."""
    if step is not None:
        end = view.rows[step.id].finish
        return Cell(text=short_date(end, view.language), origin="proposed", rule="schedule", date=end)
    return finish_cell(view, measure)


def _numbered(view: View, measure: Measure, step: Step | None) -> Cell:
    """A measure with its number and the stage a link joins."""
    colon = ": " if view.language == "en" else "："
    stage = colon + _stage_word(view, step) if step else ""
    text = f"{view.number(measure)} {title_cell(measure).text}{stage}"
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
    name = f"{view.number(measure)} {title_cell(measure).text}"
    first, last = _stage_word(view, steps[0]), _stage_word(view, steps[-1])
    key = "road.critical_one" if len(steps) == 1 else "road.critical_part"
    return words(key, view.language, measure=name, first=first, last=last)


def _stage_word(view: View, step: Step) -> str:
    """The stage of a step, else its title."""
    return label(f"stage.{step.stage}", view.language).lower() if step.stage else step.title.value
