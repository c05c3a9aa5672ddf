"""Which days the measures of an adopted edition bring to a calendar, and what is said of each.

In: a `Standing` of what everybody may see. Out: `Planned` events: every step; the deadline of a measure that
no step ends on; every dated duty of a cooperating unit; the quarterly checks of a standing measure. An event
stands on the day it was done, else on the forecast; the baseline is in its text. Not here: sequences, feeds.
"""

from collections.abc import Iterator

from milepost.books.content.records.cells import Part
from milepost.books.content.standing import VERIFIED, Standing
from milepost.books.content.steps import step_title
from milepost.books.content.values import title_cell
from milepost.books.content.view import View
from milepost.books.content.who import lead_words
from milepost.books.inputs.feeds import FeedKind, FeedStatus
from milepost.books.wording.dates import long_date
from milepost.books.wording.labels import label, words
from milepost.ledger.origins import Sourced
from milepost.ledger.records import Assignment, Link, Measure, Step

GONE = ("merged", "superseded", "cancelled")
"""States of a measure that nobody works on any more: its dates leave calendars and project files."""


class Planned(Part, frozen=True, kw_only=True):
    """An event of the plan before it is compared with what was sent; the title has no mark yet."""

    uid: str
    kind: FeedKind
    day: str
    title: str
    description: str
    status: FeedStatus
    measure: str = ""
    units: tuple[str, ...] = ()
    groups: tuple[str, ...] = ()
    people: tuple[str, ...] = ()
    starts_at: str = ""
    ends_at: str = ""
    time_zone: str = ""
    place: str = ""


def planned_events(standing: Standing) -> Iterator[Planned]:
    """The events of all measures, in the order of the plan."""
    waiting = _waiting(standing.view)
    for measure in standing.view.ledger.measures:
        if measure.state not in GONE:
            yield from _of_measure(standing, measure, waiting)


def _of_measure(standing: Standing, measure: Measure, waiting: dict[str, list[str]]) -> Iterator[Planned]:
    """The events of one measure."""
    view = standing.view
    steps = view.steps(measure)
    for step in steps:
        event = _of_step(standing, measure, step, waiting)
        if event:
            yield event
    baselines = {standing.step_baseline(step) for step in steps}
    if standing.baseline(measure) and not baselines & {standing.baseline(measure), view.promise(measure)}:
        yield from _deadline(standing, measure, waiting)
    for duty in view.cooperating(measure):
        if duty.deadline:
            yield from _of_duty(standing, measure, duty)
    if not steps:
        for day in view.checks(measure):
            yield _check(standing, measure, day)


def _of_step(
    standing: Standing, measure: Measure, step: Step, waiting: dict[str, list[str]]
) -> Planned | None:
    """A step on the day it was done, else on its forecast."""
    view = standing.view
    baseline, forecast = standing.step_baseline(step), standing.step_forecast(step)
    day = step.done_on or forecast
    if day is None:
        return None
    proposed = step.origin == "proposed" and step.due is None
    unit = step.unit.value if step.unit else None
    dates = _dates(standing, baseline, forecast, step.done_on)
    return _planned(
        standing,
        measure,
        uid=step.id,
        kind="step",
        day=day,
        title=step_words(view, measure, step),
        text=(dates, _test(view, measure), _waits(view, waiting.get(step.id, []))),
        status="proposed" if proposed and not step.done_on else _status(standing, baseline, step.done_on),
        unit=unit,
    )


def _deadline(standing: Standing, measure: Measure, waiting: dict[str, list[str]]) -> Iterator[Planned]:
    """The deadline of a measure, on its forecast; one that was claimed done is not overdue."""
    view = standing.view
    done = standing.done(measure)
    forecast = standing.forecast(measure)
    baseline = standing.baseline(measure)
    day = done or forecast or baseline
    if day is None:
        return
    promised = None if measure.state == "claimed_done" else view.promise(measure)
    yield _planned(
        standing,
        measure,
        uid=measure.id,
        kind="deadline",
        day=day,
        title=titled(view, measure),
        text=(
            _dates(standing, baseline, forecast, done),
            _test(view, measure),
            _waits(view, waiting.get(measure.id, [])),
        ),
        status="done" if measure.state in VERIFIED else _status(standing, promised, None),
    )


def _of_duty(standing: Standing, measure: Measure, duty: Assignment) -> Iterator[Planned]:
    """A cooperating unit's duty, on the day it is expected by the lead."""
    view, state = standing.view, standing.duties.get(duty.id)
    baseline, forecast = standing.duty_baseline(duty), standing.duty_forecast(duty)
    done = state.done_on if state else None
    day = done or forecast
    if day is None:
        return
    said = duty.duty_text.value if duty.duty_text and duty.duty_text.value else title_cell(measure).text
    waits = _waits(view, [state.waits] if state and state.waits else [])
    yield _planned(
        standing,
        measure,
        uid=duty.id,
        kind="duty",
        day=day,
        title=words("feed.duty", view.language, number=view.number(measure), title=said),
        text=(_dates(standing, baseline, forecast, done), waits),
        status=_status(standing, baseline, done),
        unit=duty.unit.value,
    )


def _check(standing: Standing, measure: Measure, day: str) -> Planned:
    """A quarterly check of a standing measure; its id holds the quarter, so that it stays the same event."""
    view = standing.view
    quarter = f"{day[:4]}q{(int(day[5:7]) + 2) // 3}"
    title = title_cell(measure).text
    return _planned(
        standing,
        measure,
        uid=f"{measure.id}-{quarter}",
        kind="check",
        day=day,
        title=words("feed.check", view.language, number=view.number(measure), title=title),
        text=(_test(view, measure),),
        status="proposed",
    )


def _planned(
    standing: Standing,
    measure: Measure,
    *,
    uid: str,
    kind: FeedKind,
    day: str,
    title: str,
    text: tuple[str, ...],
    status: FeedStatus,
    unit: str | None = None,
) -> Planned:
    """An event with its unit in the title, its clause first in the text, and whose feeds it stands in."""
    view, language = standing.view, standing.language
    known = view.units.get(unit or "")
    shown = (known.short or known.name) if known else lead_words(view, measure).text
    about = words("event.measure", language, code=measure.code, title=title_cell(measure).text)
    cited = view.cite(measure.document, measure.clause, measure.span).text
    note = label("event.proposed_note", language) if status == "proposed" else ""
    return Planned(
        uid=f"{uid}@{view.ledger.plan.id}",
        kind=kind,
        day=day,
        title=words("event.of_unit", language, title=title, unit=shown) if shown else title,
        description="\n".join(line for line in (about, cited, *text, note) if line),
        status=status,
        measure=measure.id,
        units=_units(view, measure, unit),
        groups=(measure.group.value,) if measure.group and measure.group.value else (),
        people=_people(measure.leader, measure.officer),
    )


def _units(view: View, measure: Measure, unit: str | None) -> tuple[str, ...]:
    """In whose feeds an event stands: the lead's with its members, and the unit that it is about."""
    lead = view.lead(measure)
    named = [lead.unit.value, *view.unit(lead).members] if lead else []
    return tuple(dict.fromkeys([*named, *([unit] if unit else [])]))


def _people(*named: Sourced[str] | None) -> tuple[str, ...]:
    """The people who answer for a measure."""
    return tuple(dict.fromkeys(one.value for one in named if one and one.value))


# --- words ---


def titled(view: View, measure: Measure, title: str = "") -> str:
    """The plan number before a title, the measure's own where none is given."""
    text = title or title_cell(measure).text
    return words("feed.titled", view.language, number=view.number(measure), title=text)


def step_words(view: View, measure: Measure, step: Step) -> str:
    """Number and title of a step; one that is only called by its stage takes the measure's title too."""
    title, language = step_title(view, step).text, view.language
    if step.stage is None or title.casefold() != label(f"stage.{step.stage}", language).casefold():
        return titled(view, measure, title)
    whole = title_cell(measure).text
    return words("feed.stage", language, number=view.number(measure), title=whole, stage=title)


def _status(standing: Standing, promised: str | None, done: str | None) -> FeedStatus:
    """Done, overdue once the promised day is past, else open."""
    if done:
        return "done"
    return "overdue" if promised and promised < standing.state.as_of else "open"


def _dates(standing: Standing, baseline: str | None, forecast: str | None, done: str | None) -> str:
    """The three dates, which are never merged."""
    language = standing.language
    shown = {
        name: long_date(day, language) if day else ""
        for name, day in (("baseline", baseline), ("forecast", forecast), ("done", done))
    }
    if baseline is None:
        key = "feed.done_on" if done else "feed.forecast"
    else:
        key = "feed.dates_done" if done else "feed.dates_open"
    if not done and not forecast:
        return ""
    return words(key, language, **shown)


def _test(view: View, measure: Measure) -> str:
    """The acceptance test."""
    test = measure.acceptance_test
    return words("feed.test", view.language, words=test.value) if test and test.value else ""


def _waits(view: View, waiting: list[str]) -> str:
    """Who waits for an event, a line each."""
    return "\n".join(words("feed.waits", view.language, words=said) for said in waiting)


def _waiting(view: View) -> dict[str, list[str]]:
    """By the id of a step or measure, who waits for it and on what condition."""
    found: dict[str, list[str]] = {}
    for link in view.ledger.links:
        said = _waiter(view, link)
        if said:
            found.setdefault(link.from_, []).append(said)
            own = view.step_by_id.get(link.from_)
            if own is None and (steps := view.steps(view.measures[link.from_])):
                found.setdefault(steps[-1].id, []).append(said)
    return found


def _waiter(view: View, link: Link) -> str:
    """The measure that a link opens, with its lead and the condition; empty where an end isn't known."""
    measure = view.measure_of(link.to)
    if measure is None or view.measure_of(link.from_) is None:
        return ""
    lead = lead_words(view, measure)
    said = words(
        "feed.waiting",
        view.language,
        number=view.number(measure),
        title=title_cell(measure).text,
        unit=lead.text or lead.label,
    )
    if not link.condition:
        return said
    return words("feed.on_condition", view.language, waiting=said, condition=link.condition)
