"""The year of the adopted timetable: a measure as a row with its bars, its three dates and its state.

In: a `View`, a `Standing`, the columns drawn. Out: `YearRow`s in groups. A bar is done (solid), forecast
(open), past the baseline (hatched) or a wait (dotted); it is cut at the axis, the cells never. Not here: the
load, what is due, the annex.
"""

import datetime as dt
from collections.abc import Iterable

from msgspec.structs import replace

from milepost.books.content.adopted.load import step_end
from milepost.books.content.axis import is_near
from milepost.books.content.records import Cell, Month
from milepost.books.content.records.adopted_timetable import Look, StateCell, Stretch, YearGroup, YearRow
from milepost.books.content.standing import OF_COLOUR, VERIFIED, Mark, Standing
from milepost.books.content.values import title_cell
from milepost.books.content.view import View
from milepost.books.content.who import lead_words
from milepost.books.wording.dates import day_month, joined, short_date
from milepost.books.wording.labels import label, words
from milepost.ledger.records import Measure, Step

LEAST_WAIT = 4
"""Calendar days between two stages from which a wait is drawn; less is a weekend."""
STRONG: tuple[Mark, ...] = ("late", "behind", "waiting", "stale")


def year_groups(
    view: View, standing: Standing, measures: Iterable[Measure], months: tuple[Month, ...]
) -> tuple[YearGroup, ...]:
    """The measures by group, groups in the order of their first measure, rows in plan order."""
    found: dict[str, list[Measure]] = {}
    for measure in measures:
        found.setdefault(group_name(view, measure).text, []).append(measure)
    return tuple(
        YearGroup(
            name=group_name(view, held[0]),
            count=words("road.count", view.language, n=len(held)),
            rows=tuple(_row(view, standing, measure, months) for measure in held),
        )
        for held in found.values()
    )


def group_name(view: View, measure: Measure) -> Cell:
    """The group of a measure; one without says so."""
    group = measure.group
    if group is None or not group.value:
        return Cell(text=label("year.no_group", view.language), origin="computed", rule="group:none")
    return Cell(
        text=group.value, origin=group.origin, rule=group.rule, span=group.span, document=measure.document
    )


def _row(view: View, standing: Standing, measure: Measure, months: tuple[Month, ...]) -> YearRow:
    """A measure over the year."""
    baseline, expected = standing.baseline(measure), standing.forecast(measure)
    done = standing.done(measure)
    end = done or expected
    checks = tuple(day for day in view.checks(measure) if is_drawn(day, months))
    checks = () if view.steps(measure) else checks
    row = YearRow(
        id=measure.id,
        code=measure.code,
        number=view.number(measure),
        title=title_cell(measure),
        lead=lead_words(view, measure),
        stretches=() if checks else tuple(cut(stretches(view, standing, measure), months)),
        checks=checks,
        lozenge=baseline if is_drawn(baseline, months) else None,
        disc=done if is_drawn(done, months) else None,
        baseline=baseline_cell(view, standing, measure),
        forecast=None if measure.state in VERIFIED else forecast_cell(view, standing, measure),
        done=done_cell(view, standing, done) if done else None,
        slipped=bool(baseline and end and end > baseline),
        state=state_of(standing, measure),
        changed=standing.is_changed(measure.id),
    )
    return _told(view, row)


def _told(view: View, row: YearRow) -> YearRow:
    """The row with its sentence."""
    dates = [cell for cell in (row.done, row.forecast) if cell]
    facts = joined(
        (
            words("year.alt.baseline", view.language, date=row.baseline.text or row.baseline.label),
            *(
                cell.text
                if cell is row.done
                else words("year.alt.forecast", view.language, date=cell.text or cell.label)
                for cell in dates
            ),
            row.state.words,
        ),
        view.language,
    )
    said = words(
        "year.alt.row",
        view.language,
        number=row.number,
        title=row.title.text,
        lead=row.lead.text or row.lead.label,
        facts=facts,
    )
    return replace(row, alt=said)


# --- bars ---


def stretches(view: View, standing: Standing, measure: Measure) -> tuple[Stretch, ...]:
    """The bar of a measure in pieces that don't overlap, from its first stage to the end now expected."""
    baseline = standing.baseline(measure)
    end = standing.done(measure) or standing.forecast(measure)
    found: list[Stretch] = []
    reached = ""
    for step in view.steps(measure):
        finish = step_end(standing, step)
        start = standing.step_start(step) or finish
        if finish is None or start is None or finish <= reached:
            continue
        start = min(max(start, _next(reached)) if reached else start, finish)
        found += _wait(reached, start)
        found += _pieces(start, finish, baseline, done=step.done_on is not None)
        reached = finish
    return (*found, *_rest(measure, reached, baseline, end))


def _rest(measure: Measure, reached: str, baseline: str | None, end: str | None) -> list[Stretch]:
    """What lies between the last stage and the end expected: a wait, past the baseline an overrun."""
    if end is None or end <= reached:
        return []
    if not reached:
        start = measure.start.value.date if measure.start else None
        start = start or (_next(baseline) if baseline and baseline < end else None)
        return _pieces(min(start, end), end, baseline, done=measure.state in VERIFIED) if start else []
    if baseline is None or end <= baseline:
        return [Stretch(start=_next(reached), finish=end, look="wait")]
    overrun = max(_next(reached), _next(baseline))
    return [*_wait(reached, overrun), Stretch(start=overrun, finish=end, look="past")]


def _wait(reached: str, start: str) -> list[Stretch]:
    """The wait between two stages, where there is one."""
    if not reached:
        return []
    gap = (dt.date.fromisoformat(start) - dt.date.fromisoformat(reached)).days - 1
    if gap < LEAST_WAIT:
        return []
    return [Stretch(start=_next(reached), finish=_next(start, -1), look="wait")]


def _pieces(start: str, finish: str, baseline: str | None, *, done: bool) -> list[Stretch]:
    """A stage as one piece, or as two where it runs past the baseline."""
    if done:
        return [Stretch(start=start, finish=finish, look="done")]
    if baseline is None or finish <= baseline:
        return [Stretch(start=start, finish=finish, look="forecast")]
    if start > baseline:
        return [Stretch(start=start, finish=finish, look="past")]
    return [
        Stretch(start=start, finish=baseline, look="forecast"),
        Stretch(start=_next(baseline), finish=finish, look="past"),
    ]


def step_stretch(standing: Standing, step: Step) -> Stretch | None:
    """A step as one piece of bar."""
    finish, due = step_end(standing, step), standing.step_baseline(step)
    if finish is None:
        return None
    start = min(standing.step_start(step) or finish, finish)
    look: Look = "done" if step.done_on else "past" if due and finish > due else "forecast"
    return Stretch(start=start, finish=finish, look=look)


def cut(pieces: Iterable[Stretch], months: tuple[Month, ...]) -> Iterable[Stretch]:
    """The pieces as far as they lie on the axis."""
    first, last = months[0].first, months[-1].last
    for piece in pieces:
        if piece.finish >= first and piece.start <= last:
            yield Stretch(start=max(piece.start, first), finish=min(piece.finish, last), look=piece.look)


def is_drawn(day: str | None, months: tuple[Month, ...]) -> bool:
    """Whether a day lies on the axis."""
    return day is not None and months[0].first <= day <= months[-1].last


def drawn_days(view: View, standing: Standing, measures: Iterable[Measure]) -> Iterable[str]:
    """The days that the axis is asked to hold: those that lie near enough."""
    for measure in measures:
        days = [standing.baseline(measure), standing.done(measure) or standing.forecast(measure)]
        for piece in stretches(view, standing, measure):
            days += [piece.start, piece.finish]
        yield from (day for day in days if day and is_near(day, standing.state.as_of))


def _next(day: str, by: int = 1) -> str:
    """The day after."""
    return (dt.date.fromisoformat(day) + dt.timedelta(by)).isoformat()


# --- cells ---


def narrow(view: View, standing: Standing, day: str) -> str:
    """A date for narrow columns, with its year where that is not the year of the freeze."""
    same = day[:4] == standing.state.as_of[:4]
    return day_month(day, view.language) if same else short_date(day, view.language)


def baseline_cell(view: View, standing: Standing, measure: Measure) -> Cell:
    """The last good day first promised."""
    day, deadline = standing.baseline(measure), measure.deadline
    if day is None or deadline is None:
        return Cell(fill="office", label=label("year.no_baseline", view.language))
    return Cell(
        text=narrow(view, standing, day),
        origin="typed" if deadline.origin == "typed" else "computed",
        rule=deadline.rule or "last-good-day",
        span=deadline.span,
        document=measure.document,
        date=day,
    )


def forecast_cell(view: View, standing: Standing, measure: Measure) -> Cell:
    """The day on which the measure is expected to end, as reported or as computed."""
    day, known = standing.forecast(measure), standing.forecasts.get(measure.id)
    if day is None:
        return Cell(fill="unit", label=label("year.no_forecast", view.language))
    reported = known is not None and known.by == "reported"
    return Cell(
        text=narrow(view, standing, day),
        origin="typed" if reported else "computed",
        rule="forecast",
        date=day,
    )


def done_cell(view: View, standing: Standing, day: str) -> Cell:
    """The day on which it was done, with the word."""
    text = words("year.done_on", view.language, date=narrow(view, standing, day))
    return Cell(text=text, origin="computed", rule="done", date=day)


def state_of(standing: Standing, measure: Measure) -> StateCell:
    """The mark with its word; a light set by hand carries a dagger, and its note the computed one."""
    mark, light = standing.mark(measure), standing.light(measure.id)
    said = standing.mark_words(mark, light)
    if light.hand_set is None or mark in ("done", "claimed"):
        return StateCell(mark=mark, words=said, strong=mark in STRONG)
    by_hand = OF_COLOUR[light.hand_set]
    return StateCell(
        mark=by_hand,
        words=label(f"state.{by_hand}", standing.language)
        + label("mark.hand_set", standing.language, short=True),
        strong=by_hand in STRONG,
        note=words("year.hand_set", standing.language, words=said, reason=light.hand_reason),
    )
