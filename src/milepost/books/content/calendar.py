"""The dates of an edition for a calendar: promises of the text, proposed steps, quarterly checks.

In: ledger, schedule, language. Out: one `Calendar`. Ids are stable: the id of step or measure, and the
plan's. A proposed day says so in its title. A measure whose day the text gives has that day; its steps keep
theirs.
"""

from milepost.books.content.facts import facts_of
from milepost.books.content.records import Calendar, Event
from milepost.books.content.steps import step_title
from milepost.books.content.values import title_cell
from milepost.books.content.view import View
from milepost.books.content.when import as_written
from milepost.books.content.who import lead_words
from milepost.books.wording.labels import label, words
from milepost.ledger.records import Ledger, Measure, Schedule, Step


def calendar_of(ledger: Ledger, schedule: Schedule, language: str | None = None) -> Calendar:
    """All dates of the edition, by day."""
    view = View(ledger, schedule, language)
    facts = facts_of(view)
    events = [event for measure in ledger.measures for event in _events(view, measure)]
    return Calendar(
        facts=facts,
        name=words("event.calendar", view.language, short=facts.short),
        events=tuple(sorted(events, key=lambda event: (event.day, event.uid))),
    )


def _events(view: View, measure: Measure) -> list[Event]:
    """The dates of one measure."""
    plan, events = view.ledger.plan.id, []
    promise = view.promise(measure)
    if promise:
        events.append(
            Event(
                uid=f"{measure.id}@{plan}",
                day=promise,
                title=_title(view, measure, "event.promise", title_cell(measure).text),
                description=_description(view, measure, False),
                origin="computed",
                kind="promise",
                unit=lead_words(view, measure).text,
            )
        )
    events += [event for step in view.steps(measure) if (event := _of_step(view, measure, step))]
    if not view.steps(measure):
        events += [_check(view, measure, day) for day in view.checks(measure)]
    return events


def _of_step(view: View, measure: Measure, step: Step) -> Event | None:
    """The last day of a step that isn't done."""
    day = view.finish(step)
    if day is None or step.done_on:
        return None
    proposed = step.due is None or step.due.origin == "proposed"
    title = step_title(view, step).text
    return Event(
        uid=f"{step.id}@{view.ledger.plan.id}",
        day=day,
        title=_title(view, measure, "event.proposed" if proposed else "event.promise", title),
        description=_description(view, measure, proposed),
        origin="proposed" if step.due is None else step.due.origin,
        kind="step",
        unit=lead_words(view, measure).text,
    )


def _check(view: View, measure: Measure, day: str) -> Event:
    """A quarterly check of a standing measure; its id holds the quarter, so that it stays the same event."""
    quarter = f"{day[:4]}q{(int(day[5:7]) + 2) // 3}"
    return Event(
        uid=f"{measure.id}-{quarter}@{view.ledger.plan.id}",
        day=day,
        title=_title(view, measure, "event.check", title_cell(measure).text),
        description=_description(view, measure, True),
        origin="proposed",
        kind="check",
        unit=lead_words(view, measure).text,
    )


def _title(view: View, measure: Measure, key: str, title: str) -> str:
    """The line a calendar shows, with the unit when one is named."""
    text = words(key, view.language, number=view.number(measure), title=title)
    unit = lead_words(view, measure).text
    return words("event.of_unit", view.language, title=text, unit=unit) if unit else text


def _description(view: View, measure: Measure, proposed: bool) -> str:
    """Code and title, clause, the text's words, and whether the day is only proposed."""
    language = view.language
    said = as_written(view, measure)
    lines = [
        words("event.measure", language, code=measure.code, title=title_cell(measure).text),
        view.cite(measure.document, measure.clause, measure.span).text,
        words("event.as_written", language, words=said.text) if said.text and said.origin != "typed" else "",
        label("event.proposed_note", language) if proposed else "",
    ]
    return "\n".join(line for line in lines if line)
