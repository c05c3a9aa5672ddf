"""The tables of the meeting pack: last resolutions, opinions, red and contested list, decisions sought.

In: a `View`, a `Standing`, a `MeetingRecord`. Out: tables, None where there are no rows. Lateness of a
resolution is computed on the freeze date, never taken from what was typed alone. Rows of restricted items
keep their number only.
"""

from collections.abc import Sequence
from typing import Literal

from milepost.books.content.papers.matters import deadline_run, lead_run
from milepost.books.content.papers.runs import (
    computed,
    day,
    days_between,
    matter,
    number_run,
    paragraphs,
    typed,
    unit_run,
    wording,
    woven,
)
from milepost.books.content.papers.sittings import is_restricted, restricted_items, restricted_line
from milepost.books.content.records.paper import Head, Table, Text
from milepost.books.content.standing import Standing
from milepost.books.content.view import View
from milepost.books.inputs import Decision, MeetingRecord, Opinion, Resolution
from milepost.books.wording.labels import label, words
from milepost.ledger.records import Assignment, Measure

Row = tuple[tuple[Text, ...], ...]
How = Literal["open", "late", "done"]
ORDER: tuple[How, ...] = ("open", "late", "done")
MARK: dict[How, str] = {"open": "", "late": "late", "done": "done"}


def heads_of(room: str, shares: dict[str, float], view: View) -> tuple[Head, ...]:
    """The heads of a table, named in its room of the catalogue."""
    return tuple(
        Head(text=label(f"{room}.{key}", view.language), share=share) for key, share in shares.items()
    )


def how(resolution: Resolution, as_of: str) -> How:
    """How a resolution stands on a day: done as recorded, late once its day has passed."""
    if resolution.state == "done":
        return "done"
    passed = resolution.due is not None and resolution.due < as_of
    return "late" if passed or resolution.state == "late" else "open"


def last_resolutions(view: View, standing: Standing, meeting: MeetingRecord) -> Table | None:
    """The last meeting's resolutions, open ones first, then late, then done."""
    as_of, language = standing.state.as_of, view.language
    rows = sorted(meeting.last_resolutions, key=lambda r: ORDER.index(how(r, as_of)))
    if not rows:
        return None
    restricted = restricted_items(standing.state.meetings)
    states = [how(row, as_of) for row in rows]
    shares = {"number": 0.9, "text": 4.4, "owner": 1.8, "due": 2.0, "state": 1.5, "evidence": 2.2}
    counts = {state: states.count(state) for state in ORDER}
    return Table(
        caption=label("pack.table.resolutions", language),
        heads=heads_of("resolution", shares, view),
        rows=tuple(_resolution(view, row, as_of, restricted) for row in rows),
        marks=tuple(
            "" if is_restricted(row, restricted) else MARK[state]
            for row, state in zip(rows, states, strict=True)
        ),
        mark_column=4,
        count=words("resolution.count", language, n=len(rows), **counts),
    )


def _resolution(view: View, row: Resolution, as_of: str, restricted: set[str]) -> Row:
    """A resolution's row."""
    language = view.language
    number = paragraphs((row.number,))
    if is_restricted(row, restricted):
        return number, (restricted_line(language),), (), (), (), ()
    state = how(row, as_of)
    word: Text = (
        computed(label(f"resolution.state.{state}", language), "resolution:state", state == "late"),
    )
    if state == "late" and row.due:
        late = words("state.late_days", language, n=days_between(row.due, as_of))
        word = (computed(late, "days-late", strong=True),)
    return (
        number,
        ((typed(row.text),),),
        ((unit_run(view, row.owner),),),
        ((day(row.due, language),),) if row.due else ((wording("line.no_date", language),),),
        (word,),
        paragraphs((row.evidence,)),
    )


def opinions_table(view: View, opinions: Sequence[Opinion]) -> Table:
    """What each unit said of a paper, and whether it was taken in."""
    language = view.language
    shares = {"unit": 2.0, "stance": 1.5, "text": 3.6, "taken": 1.3, "reason": 2.6}
    stances = [opinion.stance for opinion in opinions]
    counts = {stance: stances.count(stance) for stance in ("agree", "agree_with_changes", "object", "silent")}
    return Table(
        caption=label("opinion.caption", language),
        heads=heads_of("opinion", shares, view),
        rows=tuple(_opinion(view, opinion) for opinion in opinions),
        count=words("opinion.count", language, n=len(opinions), **counts),
    )


def _opinion(view: View, opinion: Opinion) -> Row:
    """A unit's opinion."""
    language = view.language
    stance = label(f"opinion.stance.{opinion.stance}", language)
    taken = label(f"opinion.taken.{opinion.taken}", language) if opinion.taken else ""
    return (
        ((unit_run(view, opinion.unit),),),
        ((computed(stance, "opinion:stance", strong=opinion.stance == "object"),),),
        paragraphs((opinion.text,)),
        ((computed(taken, "opinion:taken"),),) if taken else (),
        paragraphs((opinion.reason,)),
    )


def red_list(view: View, standing: Standing, meeting: MeetingRecord) -> Table | None:
    """Late measures, then contested duties, each with the ruling that is proposed."""
    language = view.language
    restricted = restricted_items((meeting,))
    decisions = {d.measure: d for d in meeting.decisions if d.measure and not is_restricted(d, restricted)}
    late = [m for m in view.ledger.measures if standing.mark(m) == "late"]
    contested = [
        (measure, duty)
        for measure in view.ledger.measures
        for duty in view.assignments(measure)
        if (state := standing.duties.get(duty.id)) and state.state == "contested"
    ]
    rows = [_late(view, standing, measure, decisions.get(measure.id)) for measure in late]
    rows += [_contested(view, standing, m, duty, decisions.get(m.id)) for m, duty in contested]
    if not rows:
        return None
    shares = {"matter": 3.4, "lead": 1.8, "due": 1.6, "state": 2.6, "ruling": 3.4}
    return Table(
        caption=label("pack.table.red", language),
        heads=heads_of("red", shares, view),
        rows=tuple(rows),
        marks=("late",) * len(late) + ("",) * len(contested),
        mark_column=3,
        count=words("red.count", language, n=len(late), contested=len(contested)),
    )


def _ruling(view: View, decision: Decision | None) -> tuple[Text, ...]:
    """The decision that is sought, by number; without one the blank."""
    if decision is None:
        return ((wording("red.no_ruling", view.language),),)
    n = computed(decision.number, "decision:number")
    return (woven("red.see", view.language, n=n, text=typed(decision.text)),)


def _late(view: View, standing: Standing, measure: Measure, decision: Decision | None) -> Row:
    """A late measure: the light's own reason stands under its days."""
    light = standing.light(measure.id)
    state: list[Text] = [
        (computed(standing.mark_words("late", light), f"light:{light.reason}", strong=True),)
    ]
    if light.words:
        state.append((computed(light.words, f"light:{light.reason}"),))
    report = standing.reports.get(measure.id)
    if report and report.obstacles:
        state.append((typed(report.obstacles),))
    return (
        (matter(view, measure),),
        ((lead_run(view, measure),),),
        ((deadline_run(view, measure),),),
        tuple(state),
        _ruling(view, decision),
    )


def _contested(
    view: View, standing: Standing, measure: Measure, duty: Assignment, decision: Decision | None
) -> Row:
    """A contested duty with the day by which it is to be ruled."""
    due = standing.duties[duty.id].ruling_due
    key = "red.contested_by" if due else "red.contested"
    said = woven(key, view.language, date=day(due or standing.state.as_of, view.language))
    duty_due = standing.duty_baseline(duty)
    return (
        (matter(view, measure),),
        ((unit_run(view, duty.unit.value),),),
        ((day(duty_due, view.language, rule="duty:due"),),)
        if duty_due
        else ((deadline_run(view, measure),),),
        (said,),
        _ruling(view, decision),
    )


def decisions_table(view: View, meeting: MeetingRecord) -> Table | None:
    """Each decision sought with its options and what it does to dates."""
    if not meeting.decisions:
        return None
    restricted = restricted_items((meeting,))
    shares = {"number": 0.8, "text": 4.4, "options": 3.0, "effect": 2.6}
    return Table(
        caption=label("pack.table.decisions", view.language),
        heads=heads_of("decision", shares, view),
        rows=tuple(_decision(view, decision, restricted) for decision in meeting.decisions),
        count=words("decision.count", view.language, n=len(meeting.decisions)),
    )


def _decision(view: View, decision: Decision, restricted: set[str]) -> Row:
    """A decision: the sentence to vote on, the measure it is about; a restricted one is its number."""
    number: Text = (computed(decision.number, "decision:number"),)
    if is_restricted(decision, restricted):
        return (number,), (restricted_line(view.language),), (), ()
    measure = view.measures.get(decision.measure or "")
    about: tuple[Text, ...] = ()
    if measure:
        about = (woven("paper.about", view.language, number=number_run(view, measure)),)
    return (
        (number,),
        ((typed(decision.text),), *about),
        paragraphs(decision.options),
        paragraphs((decision.effect,)),
    )
