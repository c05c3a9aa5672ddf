"""Small factories for plans: units, documents, measures, assignments, steps, links, ledgers, by their
defaults.

In: what a test cares about. Out: records with everything else filled in. The place is invented: the port city
of Langang, whose Port Office leads and whose Trade Bureau cooperates. Used by the tests of every room.
"""

from typing import Any

from milepost.ledger.origins import computed, proposed, quoted, typed
from milepost.ledger.records import (
    Assignment,
    Deadline,
    Document,
    Kind,
    Lag,
    Ledger,
    Link,
    LinkKind,
    Measure,
    Meeting,
    Offset,
    Plan,
    Precision,
    Role,
    Setting,
    SmallDate,
    Stage,
    Step,
    Unit,
)

TODAY = "2027-01-04"
ADOPTED = "2026-12-18"


def make_unit(
    id: str = "port", name: str = "Port Office", capacity: float | None = None, **more: Any
) -> Unit:
    """A unit; without a capacity it has the default one."""
    return Unit(id=id, name=name, code=more.pop("code", id.upper()), capacity=capacity, **more)


def make_document(id: str = "d1", date: str | None = ADOPTED, **more: Any) -> Document:
    """A document of Langang."""
    return Document(id=id, title=more.pop("title", "Plan for an open port"), date=date, **more)


def make_deadline(
    date: str | None, kind: Any = "fixed", precision: Precision = "day", text: str = "", **more: Any
) -> Deadline:
    """A deadline as a document gives it."""
    return Deadline(text=text or f"by {date}", kind=kind, date=date, precision=precision, **more)


def make_event(text: str, anchor: str, days: int | None = None) -> Deadline:
    """A deadline that runs from an event."""
    offset = Offset(value=days, unit="day") if days is not None else None
    return Deadline(text=text, kind="event", anchor=anchor, offset=offset)


def make_measure(
    id: str = "m1",
    title: str = "publish a dredging plan",
    due: str | None = None,
    start: str | None = None,
    kind: Kind | None = None,
    deadline: Deadline | None = None,
    document: str = "d1",
    **more: Any,
) -> Measure:
    """A measure whose quote is its title, standing at the beginning of its document."""
    dated = deadline if deadline is not None else make_deadline(due) if due is not None else None
    stated = Deadline(text=f"from {start}", kind="start", date=start) if start is not None else None
    more.setdefault("code", f"M-{id}")
    more.setdefault("span", (0, len(title)))
    more.setdefault("quote", title)
    return Measure(
        id=id,
        document=document,
        title=quoted(title, more["span"]),
        kind=computed(kind, "kind:test") if kind is not None else None,
        deadline=quoted(dated, None) if dated is not None else None,
        start=quoted(stated, None) if stated is not None else None,
        **more,
    )


def make_assignment(measure: str = "m1", unit: str = "port", role: Role = "lead", **more: Any) -> Assignment:
    """A unit's part in a measure, as the document says it."""
    id = more.pop("id", f"{measure}-{unit}-{role}")
    return Assignment(id=id, measure=measure, unit=quoted(unit, None), role=quoted(role, None), **more)


def make_step(
    id: str,
    days: int | None = 5,
    measure: str = "m1",
    unit: str | None = "port",
    start: str | None = None,
    due: str | None = None,
    order: int = 1,
    stage: Stage | None = None,
    people: float = 1.0,
    estimated: bool = False,
    **more: Any,
) -> Step:
    """A step that a person entered; `estimated` leaves its days a proposal that may bend."""
    points = (days, days, days) if days is not None else None
    length = None if points is None else proposed(points, "template.build") if estimated else typed(points)
    return Step(
        id=id,
        measure=measure,
        origin=more.pop("origin", "typed"),
        title=typed(more.pop("title", f"Step {id}")),
        unit=typed(unit) if unit is not None else None,
        start=typed(SmallDate(text=start, date=start)) if start is not None else None,
        due=typed(SmallDate(text=due, date=due)) if due is not None else None,
        days=length,
        people=typed(people),
        order=order,
        stage=stage,
        **more,
    )


def make_link(
    from_: str,
    to: str,
    kind: LinkKind = "FS",
    lag: int = 0,
    unit: Any = "day",
    days: Any = "working",
    **more: Any,
) -> Link:
    """A link between two steps or measures."""
    wait = Lag(value=lag, unit=unit, days=days) if lag else None
    return Link(id=more.pop("id", f"{from_}>{to}"), from_=from_, to=to, kind=kind, lag=wait, **more)


def make_ledger(*measures: Measure, language: Any = "en", region: str | None = None, **more: Any) -> Ledger:
    """A plan of measures, each led by the Port Office unless assignments are given; weekdays only by
    default."""
    more.setdefault("units", (make_unit(), make_unit("trade", "Trade Bureau")))
    more.setdefault("assignments", tuple(make_assignment(measure.id) for measure in measures))
    more.setdefault("documents", (make_document(language=language),))
    settings = (Setting(key="calendar.region", value=region or "none"), *more.pop("settings", ()))
    plan = Plan(id="plan", title="Plan for an open port", language=language)
    return Ledger(plan=plan, measures=measures, settings=settings, **more)


def make_step_plan(*steps: Step, **more: Any) -> Ledger:
    """A plan with one undated measure for each measure that the steps name."""
    names = dict.fromkeys(step.measure for step in steps)
    return make_ledger(*(make_measure(name, kind="build") for name in names), steps=steps, **more)


def make_meeting(document: str = "d1", held_on: str | None = ADOPTED) -> Meeting:
    """The meeting that a bulletin reports."""
    return Meeting(id=f"meeting-{document}", document=document, held_on=held_on)
