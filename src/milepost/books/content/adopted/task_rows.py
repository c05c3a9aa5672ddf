"""A measure in the task book of an adopted edition: state, words, steps, who, three dates, risks.

In: a `Desk` and a measure. Out: `LedRow`. Baseline, forecast and done are three dates, and a forecast is
printed only where it differs. What nobody has filled in is a blank that says who fills it.
"""

from milepost.books.content.adopted.task_desk import Desk
from milepost.books.content.records import Cell, Named
from milepost.books.content.records.adopted_task_book import LedRow, StepLine
from milepost.books.content.standing import Mark
from milepost.books.content.steps import step_title
from milepost.books.content.values import title_cell, valued
from milepost.books.content.when import as_written
from milepost.books.content.who import lead_cell, lead_note, officer_cell, others_of
from milepost.books.wording.dates import listed
from milepost.books.wording.labels import label, words
from milepost.ledger.origins import Origin
from milepost.ledger.records import Measure, Step


def led_row(desk: Desk, measure: Measure) -> LedRow:
    """A measure as a row."""
    view, standing = desk.view, desk.standing
    base, forecast, done = standing.baseline(measure), standing.forecast(measure), standing.done(measure)
    steps, note = _steps(desk, measure)
    risks, needs = _risks(desk, measure), _needs(desk, measure)
    return LedRow(
        id=measure.id,
        code=measure.code,
        number=view.number(measure),
        changed=standing.is_changed(measure.id, *(step.id for step in view.steps(measure))),
        state=desk.measure_state(measure),
        title=title_cell(measure),
        citation=desk.cite(measure, measure.span),
        output=valued(view, measure, measure.output_form, "unit", "fill.output"),
        goal=valued(view, measure, measure.goal, "unit", "form.goal"),
        test=valued(
            view,
            measure,
            measure.acceptance_test,
            "unit",
            "form.acceptance_test" if measure.goal else "task.fill_goal",
        ),
        verifier=valued(view, measure, measure.verifier, "office", "fill.verifier"),
        steps=steps,
        steps_note=note,
        lead=lead_cell(view, measure),
        lead_note=_lead_note(desk, measure),
        cooperating=_cooperating(desk, measure),
        others=tuple(
            Named(role=label(a.role.value, desk.language, short=True), unit=view.unit_cell(a))
            for a in others_of(view, measure)
        ),
        leader=valued(view, measure, measure.leader, "leader", "fill.leader"),
        officer=officer_cell(view, measure),
        start=_start(desk, measure),
        finish=_finish(desk, measure, base),
        as_written=_written(desk, measure, base),
        in_force=_in_force(desk, measure, base),
        forecast=desk.day(forecast, "forecast") if forecast and forecast != base else None,
        forecast_mark="behind" if forecast and base and forecast > base else "",
        done=desk.day(done, "done") if done else None,
        risks=risks,
        needs=needs,
        waits_on=_waits_on(desk, measure, risks.text + (needs.text if needs else "")),
    )


# --- steps ---


def main_steps(desk: Desk, measure: Measure) -> tuple[Step, ...]:
    """The key steps of a measure, else all."""
    steps = desk.view.steps(measure)
    return tuple(step for step in steps if step.key) or steps


def leaves_out_steps(desk: Desk, measure: Measure) -> bool:
    """Whether a row prints the key steps only."""
    return len(main_steps(desk, measure)) < len(desk.view.steps(measure))


def _steps(desk: Desk, measure: Measure) -> tuple[tuple[StepLine, ...], str]:
    """The main steps, or the checks of a standing measure, or that none are filed."""
    view, language = desk.view, desk.language
    steps = main_steps(desk, measure)
    lines = tuple(_step(desk, measure, step, number) for number, step in enumerate(steps, start=1))
    if steps:
        return lines, ""
    checks = view.checks(measure)
    if checks:
        days = listed((desk.narrow(day) for day in checks), language)
        return (), label("row.check_each_quarter", language) + (" " if language != "zh" else "") + days
    return (), label("task.fill_steps", language)


def _step(desk: Desk, measure: Measure, step: Step, number: int) -> StepLine:
    """A step with its promised day and, under its mark, the day it was done or is expected."""
    standing = desk.standing
    base, forecast = standing.step_baseline(step), standing.step_forecast(step)
    mark = step_mark(desk, step)
    shown = step.done_on or (forecast if base is None or forecast != base else None)
    if base is None:
        planned = desk.blank("unit", "line.no_date")
    else:
        planned = desk.day(base, "baseline", step.due.origin if step.due else "computed", measure.document)
    return StepLine(
        id=step.id,
        number=number,
        title=step_title(desk.view, step),
        planned=planned,
        mark=mark,
        actual=desk.day(shown, "done" if step.done_on else "forecast") if shown else None,
        strong=mark in ("late", "behind"),
    )


def step_mark(desk: Desk, step: Step) -> Mark:
    """The mark of a step by its own dates: done, past its day, expected after it, on plan."""
    base, forecast = desk.standing.step_baseline(step), desk.standing.step_forecast(step)
    if step.done_on:
        return "done"
    if base and base < desk.state.as_of:
        return "late"
    return "behind" if base and forecast and forecast > base else "on"


# --- who ---


def _lead_note(desk: Desk, measure: Measure) -> str:
    """Under the lead: a collective's members, that it is to be confirmed, or who is suggested."""
    suggested = desk.view.proposed_lead(measure)
    if suggested:
        unit = desk.view.unit(suggested)
        return words("task.proposed_lead", desk.language, unit=unit.short or unit.name)
    return lead_note(desk.view, measure)


def _cooperating(desk: Desk, measure: Measure) -> Cell | None:
    """The cooperating units by short name, with the words that the list is open."""
    view, rows = desk.view, desk.view.cooperating(measure)
    if not rows:
        return None
    names = list(dict.fromkeys(view.unit_cell(a).text for a in rows))
    if any(a.open_list for a in rows):
        names.append(label("row.open_list", desk.language))
    text = listed(names, desk.language)
    return Cell(text=text, origin="computed", rule="units-joined", document=measure.document)


# --- when ---


def _start(desk: Desk, measure: Measure) -> Cell:
    """The day the measure starts: as stated, else as its first step is scheduled."""
    stated = measure.start
    if stated and stated.value.date:
        origin: Origin = "typed" if stated.origin == "typed" else "computed"
        return desk.day(stated.value.date, stated.rule or "start", origin, measure.document)
    if stated and stated.value.text:
        return Cell(text=stated.value.text, origin=stated.origin, span=stated.span, document=measure.document)
    span = desk.view.span_of(measure)
    return desk.day(span[0], "schedule") if span else desk.blank("unit", "task.no_start")


def _finish(desk: Desk, measure: Measure, base: str | None) -> Cell:
    """The baseline; without one what the text says, or that no date is set."""
    if base is None or measure.deadline is None:
        return as_written(desk.view, measure)
    origin: Origin = "typed" if measure.deadline.origin == "typed" else "computed"
    return desk.day(base, measure.deadline.rule or "baseline", origin, measure.document)


def _written(desk: Desk, measure: Measure, base: str | None) -> Cell | None:
    """The deadline in the document's words, where its form is another than a day."""
    deadline = measure.deadline.value if measure.deadline else None
    if base is None or deadline is None or not deadline.text:
        return None
    if deadline.kind == "fixed" and deadline.precision == "day":
        return None
    return as_written(desk.view, measure)


def _in_force(desk: Desk, measure: Measure, base: str | None) -> Cell | None:
    """The promise now in force where a ruling moved the first one."""
    now = desk.view.promise(measure)
    if not now or not base or now == base:
        return None
    text = words("task.in_force", desk.language, date=desk.narrow(now))
    return Cell(text=text, origin="computed", rule="ruling", date=now, document=measure.document)


# --- risks ---


def _risks(desk: Desk, measure: Measure) -> Cell:
    """The risks as filed, else the obstacles last reported."""
    report = desk.standing.reports.get(measure.id)
    if measure.risks is None and report and report.obstacles:
        return Cell(text=report.obstacles, origin="typed", rule="report", document=measure.document)
    return valued(desk.view, measure, measure.risks, "unit", "task.fill_risks")


def _needs(desk: Desk, measure: Measure) -> Cell | None:
    """What is needed from others as filed, else as last reported."""
    if measure.needs and measure.needs.value:
        return valued(desk.view, measure, measure.needs, "unit", "task.fill_risks")
    report = desk.standing.reports.get(measure.id)
    if report and report.needs:
        return Cell(text=report.needs, origin="typed", rule="report", document=measure.document)
    return None


def _waits_on(desk: Desk, measure: Measure, said: str) -> Cell | None:
    """The measure or unit waited on, unless the risks name it already."""
    light, view = desk.standing.light(measure.id), desk.view
    parts = []
    first = view.measures.get(light.exposed or "")
    if first and words("task.no_of", desk.language, no=view.number(first)) not in said:
        lead = lead_cell(view, first)
        no, unit = view.number(first), lead.text or lead.label
        parts.append(words("task.waits_measure", desk.language, no=no, unit=unit))
    blocking = view.units.get(light.blocked_by or "")
    if blocking and blocking.name not in said and not (blocking.short and blocking.short in said):
        parts.append(words("task.waits_unit", desk.language, unit=blocking.short or blocking.name))
    text = "".join(parts) if desk.language == "zh" else " ".join(parts)
    return Cell(text=text, origin="computed", rule="light", document=measure.document) if text else None


def due_days(desk: Desk, measure: Measure) -> list[str]:
    """The days on which the main steps fall due: as now expected, else as promised or done."""
    standing = desk.standing
    days = (
        standing.step_forecast(step) or standing.step_baseline(step) or step.done_on
        for step in main_steps(desk, measure)
    )
    return [day for day in days if day]
