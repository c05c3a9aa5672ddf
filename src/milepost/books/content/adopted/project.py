"""A plan for a scheduling program: plan, groups, measures and stages as an outline of dated rows.

In: ledger, schedule, the register of row numbers, and for an adopted edition the state. Out: one `Project`
and the register to keep. Dates stand as the plan has them, lengths follow from them under the calendar;
baselines need a state; a row is complete only when its stage was verified. What the reader of the copy may
not see is left out, its numbers stay taken. Not here: working days (`project_days`), links (`project_links`),
the file format (`writers.mspdi`).
"""

from collections.abc import Iterator, Mapping, Sequence

import msgspec

from milepost.books.content.adopted.calendar_events import GONE
from milepost.books.content.adopted.facts import adopted_facts
from milepost.books.content.adopted.project_days import ProjectDays, around
from milepost.books.content.adopted.project_links import Linker, Waits
from milepost.books.content.adopted.project_rows import Row, RowMaker, leaves, walk
from milepost.books.content.facts import facts_of
from milepost.books.content.records.project import Project, ProjectBaseline, ProjectTask
from milepost.books.content.standing import Standing
from milepost.books.content.values import title_cell
from milepost.books.content.view import View
from milepost.books.handling import seen_by
from milepost.books.inputs import State
from milepost.books.inputs.feeds import TaskNumbers
from milepost.books.wording.labels import Language, label, words
from milepost.ledger.records import Ledger, Measure, Schedule
from milepost.planning.calendar import WorkCalendar

PLAN_NUMBER = 0
"""The row of the plan itself, as every reader of such files expects it."""


class OtherNumbers(ValueError):
    """A register of another plan."""


def project(
    ledger: Ledger,
    schedule: Schedule,
    known: TaskNumbers,
    state: State | None = None,
    language: Language | None = None,
) -> tuple[Project, TaskNumbers]:
    """The project file's content and the register to keep; OtherNumbers when `known` is of another plan."""
    if known.plan != ledger.plan.id:
        raise OtherNumbers(
            f"The register of row numbers is that of plan {known.plan}, not of {ledger.plan.id}. "
            "Hand in the one that the last edition gave back."
        )
    if state:
        ledger, schedule, state = seen_by(ledger, schedule, state)
    view = View(ledger, schedule, language)
    standing = Standing(view, state) if state else None
    days = ProjectDays(schedule.region)
    plan = _outline(view, standing, days)
    register = _numbered(plan, known)
    numbers = {**register.numbers, plan.id: PLAN_NUMBER}
    waits = Linker(view, {row.id: row for row in leaves(plan)}, numbers, days.plan).waits()
    made = Project(
        facts=adopted_facts(view, state) if state else facts_of(view),
        captions=tuple(label(key, view.language) for key in ("sheet.id", "clause", "lead", "fact.light")),  # type: ignore[arg-type] # four keys, four heads
        status_on=state.as_of if state else schedule.today,
        calendars=days.calendars(plan.span.start, plan.span.finish, view.language),
        tasks=tuple(_tasks(plan, numbers, waits, days)),
    )
    return made, register


def _outline(view: View, standing: Standing | None, days: ProjectDays) -> Row:
    """The plan with its groups, in the order in which the plan first names them; what has none comes last."""
    maker = RowMaker(view, standing, days)
    groups: dict[str, list[Measure]] = {}
    for measure in view.ledger.measures:
        if measure.state in GONE:
            continue
        group = measure.group or measure.theme
        groups.setdefault(group.value if group else "", []).append(measure)
    ordered = sorted(groups.items(), key=lambda item: not item[0])
    rows = [
        _summary(
            Row(
                id=f"group:{name}",
                name=name or label("wall.no_group", view.language),
                rows=[_measure(maker, measure) for measure in measures],
            ),
            days.plan,
        )
        for name, measures in ordered
    ]
    plan = Row(id=view.ledger.plan.id, name=view.ledger.plan.title, rows=rows, notes=_plan_notes(view, days))
    if not rows:
        return msgspec.structs.replace(plan, span=maker.first_day)
    return _summary(plan, days.plan)


def _measure(maker: RowMaker, measure: Measure) -> Row:
    """A measure with its stages; one without any is a row of its own."""
    stages = maker.stages(measure)
    row = Row(
        id=measure.id,
        name=title_cell(measure).text,
        measure=measure,
        rows=stages,
        notes=maker.measure_notes(measure),
        deadline=maker.view.promise(measure),
        texts=maker.measure_texts(measure),
        baselines=maker.measure_baselines(measure),
    )
    return _summary(row, maker.days.plan) if stages else maker.alone(row, measure)


def _summary(row: Row, calendar: WorkCalendar) -> Row:
    """A row with the span, the progress and the first baseline of the rows under it."""
    row = msgspec.structs.replace(row, span=around([child.span for child in row.rows], calendar))
    stages = list(leaves(row))
    whole, done = (
        sum(one.span.minutes for one in some) for some in (stages, [one for one in stages if one.verified])
    )
    count = sum(one.verified for one in stages)
    percent = 100 * done // whole if whole else 100 * count // len(stages)
    kept = [base for child in row.rows for base in child.baselines if base.number == 0]
    if kept and not row.baselines:
        held = around_baselines(kept, calendar)
        row = msgspec.structs.replace(row, baselines=(held,))
    return msgspec.structs.replace(row, percent=percent)


def around_baselines(held: Sequence[ProjectBaseline], calendar: WorkCalendar) -> ProjectBaseline:
    """The first baseline of a row whose rows have theirs."""
    start, finish = min(base.start for base in held), max(base.finish for base in held)
    return RowMaker.baseline(0, start[:10], finish[:10], calendar)


def _plan_notes(view: View, days: ProjectDays) -> list[str]:
    """Which edition the file holds, and from which year on make-up workdays are unknown."""
    facts = facts_of(view)
    last = max((row.finish for row in view.schedule.rows), default=view.schedule.today)
    year = days.unpublished(last)
    return [
        facts.edition_line,
        facts.source_line,
        facts.print_line,
        *([words("project.provisional", view.language, year=year)] if year else []),
    ]


# --- numbers and rows ---


def _numbered(plan: Row, known: TaskNumbers) -> TaskNumbers:
    """The register with a new number for every row that never had one; none is given twice."""
    numbers, next_ = dict(known.numbers), known.next
    for row, _, _ in walk(plan):
        if row is not plan and row.id not in numbers:
            numbers[row.id], next_ = next_, next_ + 1
    return msgspec.structs.replace(known, numbers=numbers, next=next_)


def _tasks(
    plan: Row, numbers: Mapping[str, int], waits: Mapping[str, Waits], days: ProjectDays
) -> Iterator[ProjectTask]:
    """The rows of the file, top down."""
    for place, (row, level, outline) in enumerate(walk(plan)):
        waiting = waits.get(row.id)
        yield ProjectTask(
            number=numbers[row.id],
            place=place,
            level=level,
            outline=outline,
            name=row.name,
            start=row.span.start,
            finish=row.span.finish,
            minutes=row.span.minutes,
            summary=bool(row.rows) or level == 0,
            fixed=not row.rows and level > 0,
            estimated=row.estimated,
            critical=row.critical,
            percent=row.percent,
            minutes_done=row.span.minutes if row.verified else 0,
            deadline=row.deadline,
            calendar=days.number(row.calendar) if row.calendar else None,
            notes="\n".join([*row.notes, *(waiting.notes if waiting else ())]),
            links=tuple(waiting.links) if waiting else (),
            texts=row.texts or (row.id, "", "", ""),
            baselines=row.baselines,
        )
