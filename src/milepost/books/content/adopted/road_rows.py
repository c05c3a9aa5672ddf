"""A row of the adopted road map: who leads and who cooperates, stages as they are now expected or were done,
and on the right the output form, the finish and the mark of state.

In: a `View`, a `Standing`, a measure and the months drawn. Out: a `RoadRow`. Baseline, forecast and done stay
three dates: the lozenge is the baseline, the bars are forecast or done, and the finish says which it prints.
"""

import datetime as dt

from msgspec.structs import replace

from milepost.books.content.records import Bar, Cell, Language, Month, RoadRow, RoadState
from milepost.books.content.standing import OF_COLOUR, Standing
from milepost.books.content.values import title_cell
from milepost.books.content.view import View
from milepost.books.content.when import written_short
from milepost.books.content.who import lead_words
from milepost.books.wording.dates import date_range, day_month, joined, listed, long_date, short_date
from milepost.books.wording.labels import label, script, words
from milepost.ledger.records import Measure, Step
from milepost.planning.templates import quarterly_checks

KEY_TIERS = {"key", "重点"}


def is_standing(view: View, measure: Measure) -> bool:
    """Whether a measure stands in the lane at the foot: it stands for good and has no steps."""
    return view.kind(measure) == "standing" and not view.steps(measure)


def year_date(day: str, year: int, language: Language) -> str:
    """A date for narrow columns, with its year only where it is another one."""
    return day_month(day, language) if int(day[:4]) == year else short_date(day, language)


def road_row(view: View, standing: Standing, measure: Measure, months: tuple[Month, ...]) -> RoadRow:
    """A measure on the map."""
    language, stages = view.language, _stages(view, standing, measure)
    output = measure.output_form
    joining = _cooperating(view, measure)
    baseline, done = standing.baseline(measure), standing.done(measure)
    row = RoadRow(
        id=measure.id,
        code=measure.code,
        number=view.number(measure),
        title=title_cell(measure),
        lead=lead_words(view, measure),
        stages=stages,
        checks=_checks(view, months) if is_standing(view, measure) else (),
        as_written=written_short(view, measure),
        finish=_finish(view, standing, measure),
        finish_note=_late_forecast(view, standing, measure),
        note="" if stages else label("mark.unplanned", language),
        output=Cell(text=output.value, origin=output.origin, rule=output.rule, span=output.span)
        if output and output.value
        else None,
        cooperating=joining,
        cooperating_count=words("wall.units", language, n=len(view.cooperating(measure))) if joining else "",
        done_steps=tuple(step.id for step in view.steps(measure) if step.done_on),
        baseline=baseline if _is_drawn(baseline, months) else None,
        verified_on=done if _is_drawn(done, months) else None,
        state=_state(standing, measure),
        is_key=measure.tier is not None and measure.tier.value.strip().lower() in KEY_TIERS,
    )
    return replace(row, alt=_sentence(view, standing, measure, row))


def _is_drawn(day: str | None, months: tuple[Month, ...]) -> bool:
    """Whether a day lies on the axis."""
    return day is not None and bool(months) and months[0].first <= day <= months[-1].last


def _stages(view: View, standing: Standing, measure: Measure) -> tuple[Bar, ...]:
    """The stages of a measure from their start to the day they were done or are expected."""
    bars = (_bar(view, standing, step) for step in view.steps(measure))
    return tuple(bar for bar in bars if bar is not None)


def _bar(view: View, standing: Standing, step: Step) -> Bar | None:
    """A stage with a first and a last day."""
    start, finish = standing.step_start(step), step.done_on or standing.step_forecast(step)
    if finish is None:
        return None
    language, row = view.language, view.rows.get(step.id)
    return Bar(
        step=step.id,
        start=min(start or finish, finish),
        finish=finish,
        stage=step.stage,
        name=label(f"stage.{step.stage}", language) if step.stage else step.title.value,
        short=label(f"stage.{step.stage}", language, short=True) if step.stage else str(step.order),
        origin=step.due.origin if step.due else step.origin,
        critical=row is not None and row.critical and bool(view.ledger.links),
    )


def _checks(view: View, months: tuple[Month, ...]) -> tuple[str, ...]:
    """The last working day of each quarter on the axis."""
    if not months:
        return ()
    first, last = dt.date.fromisoformat(months[0].first), dt.date.fromisoformat(months[-1].last)
    count = max((last - first).days // 80, 1)
    days = (day.isoformat() for day in quarterly_checks(first, view.calendar, count))
    return tuple(day for day in days if day <= months[-1].last)


def _cooperating(view: View, measure: Measure) -> Cell | None:
    """The cooperating units by short name; none where nobody cooperates."""
    names = list(dict.fromkeys(view.unit_cell(row).text for row in view.cooperating(measure)))
    if not names:
        return None
    text = listed(names, view.language)
    return Cell(text=text, origin="computed", rule="units-joined", document=measure.document)


# --- finish and state ---


def _finish(view: View, standing: Standing, measure: Measure) -> Cell | None:
    """What the right column says of the finish: done, late, moved, or as promised."""
    language, year = view.language, int(standing.state.as_of[:4])
    baseline, forecast, done = standing.baseline(measure), standing.forecast(measure), standing.done(measure)
    dates = {"base": baseline, "fc": forecast, "done": done}
    shown = {key: year_date(day, year, language) for key, day in dates.items() if day}
    if done:
        return _computed(words("wall.finish.done", language, date=shown["done"]), "done", done)
    if baseline and standing.mark(measure) == "late":
        days = standing.light(measure.id).days or standing.days_late(baseline, standing.state.as_of)
        return _computed(words("wall.finish.late", language, base=shown["base"], n=days), "late", baseline)
    if baseline and forecast and forecast > baseline:
        text = words("wall.finish.moved", language, base=shown["base"], date=shown["fc"])
        return _computed(text, "forecast", forecast)
    if baseline:
        return _computed(shown["base"], "baseline", baseline)
    if forecast:
        return _computed(words("wall.finish.forecast", language, date=shown["fc"]), "forecast", forecast)
    return None


def _computed(text: str, rule: str, day: str) -> Cell:
    """Words about a day."""
    return Cell(text=text, origin="computed", rule=rule, date=day)


def _late_forecast(view: View, standing: Standing, measure: Measure) -> str:
    """When a late measure is expected, beside the chip that says by how much it is late."""
    forecast = standing.forecast(measure)
    if standing.mark(measure) != "late" or not forecast or forecast < standing.state.as_of:
        return ""
    date = year_date(forecast, int(standing.state.as_of[:4]), view.language)
    return words("wall.finish.forecast", view.language, date=date)


def _state(standing: Standing, measure: Measure) -> RoadState:
    """The mark of a measure with its word, and how strongly its finish is set; a light that a person set
    stands with a dagger, its reason and the computed light in the row's sentence."""
    mark, light = standing.mark(measure), standing.light(measure.id)
    baseline, forecast = standing.baseline(measure), standing.forecast(measure)
    moved = bool(baseline and forecast and forecast > baseline)
    computed = standing.mark_words(mark, light)
    shown, said, note = mark, computed, ""
    if light.hand_set and mark not in ("done", "claimed"):
        shown = OF_COLOUR[light.hand_set]
        said = label(f"state.{shown}", standing.language) + label(
            "mark.hand_set", standing.language, short=True
        )
        note = words("wall.hand_set", standing.language, reason=light.hand_reason, words=computed)
    return RoadState(
        mark=shown,
        words=said,
        note=note,
        strong=moved or mark in ("late", "done"),
        chip=mark == "late" and bool(baseline),
    )


# --- the row in a sentence ---


def _sentence(view: View, standing: Standing, measure: Measure, row: RoadRow) -> str:
    """The row in a sentence: who, which stages when, what is done, the dates, the state."""
    language = view.language
    lead = row.lead.text or row.lead.label
    if row.cooperating:
        lead += f"（{row.cooperating.text}）" if script(language) == "zh" else f" ({row.cooperating.text})"
    baseline, forecast = standing.baseline(measure), standing.forecast(measure)
    facts = (
        _said_stages(view, row),
        _said_done(view, row),
        words("wall.alt.baseline", language, date=long_date(baseline, language)) if baseline else "",
        words("wall.alt.forecast", language, date=long_date(forecast, language)) if forecast else "",
        *((row.state.words, row.state.note) if row.state else ()),
    )
    return words(
        "wall.alt.row",
        language,
        number=row.number,
        title=row.title.text,
        lead=lead,
        facts=joined(facts, language),
    )


def _said_stages(view: View, row: RoadRow) -> str:
    """The stages with the days they span, or the checks, or that nothing is planned."""
    language = view.language
    if row.checks:
        days = listed((long_date(day, language) for day in row.checks), language)
        return words("wall.alt.checks", language, days=days)
    if not row.stages:
        return row.note
    first, last = row.stages[0], row.stages[-1]
    span = date_range(first.start, max(bar.finish for bar in row.stages), language).replace("\u00a0", " ")
    key = "wall.alt.stage" if len(row.stages) == 1 else "wall.alt.stages"
    return words(key, language, first=first.name.lower(), last=last.name.lower(), span=span)


def _said_done(view: View, row: RoadRow) -> str:
    """The stages that are done."""
    names = [bar.name.lower() for bar in row.stages if bar.step in row.done_steps]
    return words("wall.alt.done", view.language, stages=listed(names, view.language)) if names else ""
