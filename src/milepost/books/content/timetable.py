"""The timetable of an edition: bars by month, the load, what is due next, all steps.

In: ledger, schedule, language. Out: one `Timetable`. Rows stand in groups: with stages, standing, kind to
be decided, without steps. Bars are decoration: the same dates stand as text in the row. "Late and due" is
this month and the next two, late first. A promise is never replaced by a plan: it stands as the finish, the
plan as bars.
"""

import datetime as dt
from collections import Counter

from milepost.books.content.axis import axis, is_near
from milepost.books.content.facts import facts_of
from milepost.books.content.records import (
    AnnexRow,
    Bar,
    Cell,
    Column,
    DueRow,
    Facts,
    Legend,
    LoadRow,
    LoadStrip,
    Month,
    Section,
    Timetable,
    TimetableGroup,
    TimetableRow,
)
from milepost.books.content.steps import step_day, step_title
from milepost.books.content.values import title_cell
from milepost.books.content.view import View
from milepost.books.content.when import written_short
from milepost.books.content.who import lead_cell, lead_words
from milepost.books.wording.dates import listed, short_date
from milepost.books.wording.labels import label, words
from milepost.ledger.deadlines import add_months
from milepost.ledger.records import Ledger, Measure, Schedule, Step

MONTH_ROOM = 14
"""Columns of 9 mm that the sheet has room for."""

DUE_MONTHS = 3


def timetable(ledger: Ledger, schedule: Schedule, language: str | None = None) -> Timetable:
    """The timetable of the edition."""
    view = View(ledger, schedule, language)
    facts = facts_of(view)
    groups = tuple(group for key in GROUPS if (group := _group(view, key)).rows)
    months = axis(_days(view), schedule.today, MONTH_ROOM, view.language)
    return Timetable(
        facts=facts,
        title=label("book.timetable", view.language),
        heading=label("time.heading_mixed" if facts.counts.dated else "time.heading", view.language),
        note=_note(view, facts),
        months=months,
        columns=_columns(view, ("no", "column.no"), ("measure", "time.measure"), ("months", ""), *LAST),
        groups=groups,
        legend=_legend(view, facts),
        today=schedule.today,
        count=words("count.rows", view.language, n=len(ledger.measures)),
        load=_load(view, months),
        due=_due(view),
        steps=annex(view),
    )


LAST = (("as_written", "time.as_written"), ("finish", "time.finish"))
GROUPS = ("stages", "standing", "unsure", "unplanned")


def group_of(view: View, measure: Measure) -> str:
    """In which group a measure stands: one with steps is planned, whatever its kind."""
    if view.steps(measure):
        return "stages"
    kind = view.kind(measure)
    return kind if kind in ("standing", "unsure") else "unplanned"


def bars(view: View, measure: Measure) -> tuple[Bar, ...]:
    """The scheduled steps of a measure as bars; dashed where the step or its day is proposed."""
    return tuple(
        Bar(
            step=step.id,
            start=row.start,
            finish=row.finish,
            stage=step.stage,
            name=label(f"stage.{step.stage}", view.language) if step.stage else step.title.value,
            short=label(f"stage.{step.stage}", view.language, short=True) if step.stage else str(step.order),
            origin="proposed" if step.due is None or step.due.origin == "proposed" else step.due.origin,
            critical=row.critical and bool(view.ledger.links),
        )
        for step in view.steps(measure)
        if (row := view.rows.get(step.id))
    )


def drawn_promise(view: View, measure: Measure) -> str | None:
    """The promised day where it lies near enough to be drawn."""
    day = view.promise(measure)
    return day if day and is_near(day, view.schedule.today) else None


def _days(view: View) -> list[str]:
    """Every day the axis must hold."""
    days = [day for row in view.schedule.rows for day in (row.start, row.finish)]
    days += [day for m in view.ledger.measures if (day := drawn_promise(view, m))]
    return days + [day for m in view.ledger.measures for day in view.checks(m)]


def _columns(view: View, *heads: tuple[str, str]) -> tuple[Column, ...]:
    """Heads from pairs of a writer's key and a label."""
    return tuple(Column(key=key, head=label(name, view.language) if name else "") for key, name in heads)


def _note(view: View, facts: Facts) -> str:
    """Which days are worked, what is dated, whether links are stated."""
    language, counts = view.language, facts.counts
    dated = (
        words("time.some_dated", language, n=counts.dated)
        if counts.dated
        else label("time.all_proposed", language)
    )
    links = (
        words("time.links", language, n=counts.links) if counts.links else label("time.no_links", language)
    )
    return (" " if language == "en" else "").join((facts.calendar_words, dated, links))


def _group(view: View, key: str) -> TimetableGroup:
    """The rows of one group, in plan order."""
    rows = tuple(_row(view, m) for m in view.ledger.measures if group_of(view, m) == key)
    return TimetableGroup(
        key=key,
        heading=label(f"time.group.{key}", view.language),
        count=words("count.short", view.language, n=len(rows)),
        rows=rows,
    )


def _row(view: View, measure: Measure) -> TimetableRow:
    """A measure with its bars."""
    return TimetableRow(
        id=measure.id,
        code=measure.code,
        number=view.number(measure),
        title=title_cell(measure),
        lead=lead_words(view, measure),
        bars=bars(view, measure),
        checks=view.checks(measure) if not view.steps(measure) else (),
        promise=drawn_promise(view, measure),
        as_written=written_short(view, measure),
        finish=finish_cell(view, measure),
    )


def finish_cell(view: View, measure: Measure) -> Cell:
    """The promised day, else the proposed last day, else who is to say it."""
    promise, span = view.promise(measure), view.span_of(measure)
    if promise and measure.deadline:
        typed = measure.deadline.origin == "typed"
        return Cell(
            text=short_date(promise, view.language),
            origin="typed" if typed else "computed",
            rule=measure.deadline.rule or "last-good-day",
            span=measure.deadline.span,
            document=measure.document,
            date=promise,
        )
    if span:
        text = short_date(span[1], view.language)
        return Cell(text=text, origin="proposed", rule="schedule", date=span[1])
    if view.kind(measure) == "standing":
        return Cell(
            text=label("time.each_quarter", view.language), origin="proposed", rule="template:standing"
        )
    return Cell(fill="office", label=label("fill.steps", view.language))


def _legend(view: View, facts: Facts) -> tuple[Legend, ...]:
    """The signs that the sheet uses."""
    language = view.language
    promise = "legend.promise_short" if facts.counts.dated else "legend.promise_short_none"
    return (
        Legend(key="stage", words=label("legend.stage_short", language)),
        Legend(key="promise", words=label(promise, language)),
        Legend(key="standing", words=label("legend.standing", language)),
        Legend(key="today", words=words("legend.frozen", language, date=facts.frozen_words)),
    )


# --- load ---


def _load(view: View, months: tuple[Month, ...]) -> LoadStrip | None:
    """Stages ending in each column, by who would carry them."""
    carriers: dict[str, tuple[Cell, float | None]] = {}
    counts: dict[str, Counter[int]] = {}
    for measure in view.ledger.measures:
        cell, lead = lead_words(view, measure), view.lead(measure)
        name = cell.text or cell.label
        for step in view.steps(measure):
            place = _column_of(months, view.finish(step))
            if place is not None:
                carriers.setdefault(name, (cell, view.unit(lead).capacity if lead else None))
                counts.setdefault(name, Counter())[place] += 1
    if not counts:
        return None
    return LoadStrip(
        heading=label("time.load", view.language),
        total_head=label("time.load_total", view.language),
        rows=tuple(
            LoadRow(
                unit=cell,
                counts=tuple(counts[name][place] for place in range(len(months))),
                total=_total(view, counts[name].total(), limit),
            )
            for name, (cell, limit) in carriers.items()
        ),
    )


def _column_of(months: tuple[Month, ...], day: str | None) -> int | None:
    """In which column a day lies."""
    if day is None:
        return None
    return next((n for n, month in enumerate(months) if month.first <= day <= month.last), None)


def _total(view: View, n: int, limit: float | None) -> str:
    """The sum, and the limit as far as the unit list says it."""
    if limit is None:
        return words("time.load_row", view.language, n=n)
    return words("time.load_row_limit", view.language, n=n, limit=f"{limit:g}")


# --- late and due ---


def _due(view: View) -> Section[DueRow] | None:
    """What ends this month and in the next two: promises and stages, late first, then by day."""
    today = view.schedule.today
    until = add_months(f"{today[:7]}-01", DUE_MONTHS)
    rows = [row for measure in view.ledger.measures for row in _due_rows(view, measure, until)]
    if not rows:
        return None
    rows.sort(key=lambda row: (row.days >= 0, row.due.date or "", row.number.zfill(6)))
    language = view.language
    return Section[DueRow](
        number="",
        heading=label("time.due", language),
        columns=_columns(
            view,
            ("due", "time.due.due"),
            ("days", "time.due.days"),
            ("stage", "time.due.stage"),
            ("measure", "time.due.measure"),
            ("lead", "column.lead"),
            ("unlocks", "time.due.unlocks"),
        ),
        rows=tuple(rows),
        count=words("count.rows", language, n=len(rows)),
    )


def _due_rows(view: View, measure: Measure, until: str) -> list[DueRow]:
    """The promise of a measure and its stages that end before a day."""
    rows = []
    promise = view.promise(measure)
    if promise and promise < until:
        whole = Cell(text=label("time.the_whole", view.language), origin="computed", rule="promise")
        rows.append(_due_row(view, measure, finish_cell(view, measure), whole, None))
    for step in view.steps(measure):
        end = view.finish(step)
        if end and end < until and step.done_on is None:
            rows.append(_due_row(view, measure, step_day(view, end), step_title(view, step), step))
    return rows


def _due_row(view: View, measure: Measure, due: Cell, stage: Cell, step: Step | None) -> DueRow:
    """A row of what is due, with what it unlocks."""
    today = dt.date.fromisoformat(view.schedule.today)
    days = (dt.date.fromisoformat(due.date or view.schedule.today) - today).days
    key = "time.late_days" if days < 0 else "time.in_days"
    return DueRow(
        number=view.number(measure),
        due=due,
        days=days,
        days_words=words(key, view.language, n=abs(days)),
        stage=stage,
        measure=title_cell(measure),
        lead=lead_words(view, measure),
        unlocks=_unlocks(view, step.id if step else measure.id),
    )


def _unlocks(view: View, id_: str) -> tuple[Cell, ...]:
    """What waits for a step or a measure, with the condition in the document's words."""
    found = []
    for link in view.ledger.links:
        later = view.measure_of(link.to)
        if link.from_ != id_ or later is None:
            continue
        text = listed((view.number(later), later.title.value, link.condition or ""), view.language)
        found.append(Cell(text=text.rstrip(" ,、"), origin="computed", rule="link", span=link.span))
    return tuple(found)


# --- annex ---


def annex(view: View) -> Section[AnnexRow]:
    """All steps of all measures."""
    rows = tuple(
        _annex_row(view, measure, step) for measure in view.ledger.measures for step in view.steps(measure)
    )
    return Section[AnnexRow](
        number="",
        heading=label("time.annex", view.language),
        columns=_columns(
            view,
            ("no", "column.no"),
            ("step", "time.annex.step"),
            ("unit", "time.annex.unit"),
            ("start", "time.start"),
            ("finish", "time.finish"),
            ("days", "time.annex.days"),
        ),
        rows=rows,
        count=words("count.rows", view.language, n=len(rows)),
    )


def _annex_row(view: View, measure: Measure, step: Step) -> AnnexRow:
    """A step with its unit, by default the measure's lead; where several are named, that the lead is open."""
    open_lead = view.lead(measure) is None and view.assignments(measure)
    unit = lead_cell(view, measure) if open_lead else lead_words(view, measure)
    if step.unit and step.unit.value in view.units:
        own = view.units[step.unit.value]
        unit = Cell(text=own.short or own.name, origin=step.unit.origin, rule=step.unit.rule)
    finish = step_day(view, view.finish(step))
    if step.due:
        due = step.due
        finish = Cell(
            text=short_date(due.value.date, view.language),
            origin="typed" if due.origin == "typed" else "computed",
            rule=due.rule or "last-good-day",
            span=due.span,
            document=measure.document,
            date=due.value.date,
        )
    return AnnexRow(
        number=f"{view.number(measure)}.{step.order}",
        step=step_title(view, step),
        unit=unit,
        start=step_day(view, view.start(step)),
        finish=finish,
        days=view.working_days(step),
    )
