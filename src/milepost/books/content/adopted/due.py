"""What is late, and what falls due this month and in the next two: part 2 of the adopted timetable.

In: a `View`, a `Standing`, measures. Out: a section of `DueLine`s, late ones first, then by the day due, then
by plan number. A stage is due on its promise, else on its forecast; a measure whose last day no stage holds
stands as a whole. Stages done are left out.
"""

import datetime as dt
from collections.abc import Iterable, Iterator

from milepost.books.content.adopted.year import baseline_cell, forecast_cell, narrow, state_of
from milepost.books.content.records import Cell, Column, Section
from milepost.books.content.records.adopted_timetable import DueLine, Unlock
from milepost.books.content.standing import VERIFIED, Standing
from milepost.books.content.steps import step_title
from milepost.books.content.values import title_cell
from milepost.books.content.view import View
from milepost.books.content.who import lead_words
from milepost.books.wording.dates import deadline_words, listed
from milepost.books.wording.labels import label, words
from milepost.ledger.deadlines import add_months
from milepost.ledger.records import Link, Measure, Step

DUE_MONTHS = 3
HEADS = (
    ("due", "time.due.due"),
    ("forecast", "year.due.forecast"),
    ("days", "time.due.days"),
    ("stage", "time.due.stage"),
    ("measure", "time.due.measure"),
    ("lead", "column.lead"),
    ("unlocks", "time.due.unlocks"),
    ("state", "year.state"),
)


def late_and_due(view: View, standing: Standing, measures: Iterable[Measure]) -> Section[DueLine]:
    """The section, with the words that nothing is due where it is empty."""
    language, until = view.language, due_until(standing)
    links = links_from(view)
    rows = [row for measure in measures for row in _lines(view, standing, measure, until, links)]
    rows.sort(key=lambda row: (row.days >= 0, row.due.date or "", _in_order(row.number)))
    last = (dt.date.fromisoformat(until) - dt.timedelta(1)).isoformat()
    return Section[DueLine](
        number="",
        heading=words("year.due", language, by=deadline_words(last, "month", language)),
        columns=columns(view, HEADS),
        rows=tuple(rows),
        count=words("count.rows", language, n=len(rows)) if rows else label("year.due.empty", language),
    )


def due_until(standing: Standing) -> str:
    """The first day that is no longer looked at."""
    return add_months(f"{standing.state.as_of[:7]}-01", DUE_MONTHS)


def columns(view: View, heads: Iterable[tuple[str, str]]) -> tuple[Column, ...]:
    """Heads from pairs of a writer's key and a label."""
    return tuple(Column(key=key, head=label(name, view.language) if name else "") for key, name in heads)


def links_from(view: View) -> dict[str, list[Link]]:
    """Links by the step or measure they leave."""
    found: dict[str, list[Link]] = {}
    for link in view.ledger.links:
        found.setdefault(link.from_, []).append(link)
    return found


def _lines(
    view: View, standing: Standing, measure: Measure, until: str, links: dict[str, list[Link]]
) -> Iterator[DueLine]:
    """The stages of a measure that are not done and due before a day, and the measure as a whole."""
    if measure.state in VERIFIED:
        return
    promise, covered = standing.baseline(measure), False
    steps = view.steps(measure)
    for step in steps:
        due = standing.step_baseline(step) or standing.step_forecast(step)
        covered = covered or (promise is not None and standing.step_baseline(step) == promise)
        if due and due < until and step.done_on is None:
            last = links.get(measure.id, []) if step is steps[-1] else []
            yield _step_line(view, standing, measure, step, [*links.get(step.id, []), *last])
    if promise and promise < until and not covered:
        whole = Cell(text=label("time.the_whole", view.language), origin="computed", rule="promise")
        moved = forecast_cell(view, standing, measure)
        due_cell = baseline_cell(view, standing, measure)
        unlocks = _unlocks(view, links.get(measure.id, []))
        yield _line(
            view, standing, measure, due_cell, moved if moved.date != promise else None, whole, unlocks
        )


def _step_line(view: View, standing: Standing, measure: Measure, step: Step, links: list[Link]) -> DueLine:
    """A stage with its promise, and its forecast where that is another day."""
    baseline, moved = step_baseline_cell(view, standing, step), step_forecast_cell(view, standing, step)
    forecast = moved if baseline.date and moved and moved.date != baseline.date else None
    due = baseline if baseline.text or moved is None else moved
    unlocks = _unlocks(view, links)
    return _line(view, standing, measure, due, forecast, step_title(view, step), unlocks)


def _line(
    view: View,
    standing: Standing,
    measure: Measure,
    due: Cell,
    forecast: Cell | None,
    stage: Cell,
    unlocks: tuple[Unlock, ...],
) -> DueLine:
    """A line with the days that are left."""
    today = dt.date.fromisoformat(standing.state.as_of)
    days = (dt.date.fromisoformat(due.date or standing.state.as_of) - today).days
    return DueLine(
        number=view.number(measure),
        due=due,
        forecast=forecast,
        days=days,
        days_words=words("year.due.late" if days < 0 else "time.in_days", view.language, n=abs(days)),
        stage=stage,
        measure=title_cell(measure),
        lead=_lead(view, measure),
        unlocks=unlocks,
        state=state_of(standing, measure),
    )


def _in_order(number: str) -> tuple[int, str]:
    """Plan numbers as they are counted, ids without a number last."""
    return (int(number), "") if number.isdigit() else (10**6, number)


def _lead(view: View, measure: Measure) -> Cell:
    """The lead unit by its full name."""
    lead = view.lead(measure)
    return view.unit_cell(lead, full=True) if lead else lead_words(view, measure)


def _unlocks(view: View, links: Iterable[Link]) -> tuple[Unlock, ...]:
    """The measures that wait, those on one condition together."""
    waiting: dict[str, list[tuple[Link, Measure]]] = {}
    for link in links:
        later = view.measure_of(link.to)
        if later is not None:
            waiting.setdefault(link.condition or "", []).append((link, later))
    return tuple(
        Unlock(
            measures=listed(
                (
                    words("year.due.numbers", view.language, numbers=number)
                    for number in sorted({view.number(later) for _, later in held}, key=_in_order)
                ),
                view.language,
            ),
            condition=Cell(text=text, origin="quoted", span=held[0][0].span, document=held[0][1].document)
            if text
            else None,
        )
        for text, held in sorted(waiting.items(), key=lambda item: _in_order(view.number(item[1][0][1])))
    )


# --- the days of a step ---


def step_baseline_cell(view: View, standing: Standing, step: Step) -> Cell:
    """The day a step was promised for."""
    day, due = standing.step_baseline(step), step.due
    if day is None or due is None:
        return Cell(fill="unit", label=label("year.no_baseline", view.language))
    return Cell(
        text=narrow(view, standing, day),
        origin="typed" if due.origin == "typed" else "computed",
        rule=due.rule or "last-good-day",
        span=due.span,
        document=view.measures[step.measure].document,
        date=day,
    )


def step_forecast_cell(view: View, standing: Standing, step: Step) -> Cell | None:
    """The day a step is expected to end; None once it is done."""
    if step.done_on:
        return None
    day, known = standing.step_forecast(step), standing.forecasts.get(step.id)
    if day is None:
        return Cell(fill="unit", label=label("year.no_forecast", view.language))
    reported = known is not None and known.by == "reported"
    return Cell(
        text=narrow(view, standing, day),
        origin="typed" if reported else "computed",
        rule="forecast",
        date=day,
    )
