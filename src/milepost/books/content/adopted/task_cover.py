"""The cover of an adopted task book: whose it is, from what, how it stands, what is due next, who signs.

In: a `Desk`, the facts, and what the book holds. Out: `AdoptedCover`. The unit's head takes on what the book
lists; nobody takes on what has no lead yet.
"""

from collections.abc import Sequence

from msgspec import Struct

from milepost.books.content.adopted.task_desk import STRONG, Desk
from milepost.books.content.adopted.task_duties import expected_day
from milepost.books.content.adopted.task_rows import main_steps, step_mark
from milepost.books.content.records import Cell, Facts, Figure, Line, Scope, Source
from milepost.books.content.records.adopted_task_book import (
    AdoptedCover,
    NextDate,
    Signer,
    SignOff,
    StateMark,
)
from milepost.books.content.steps import step_title
from milepost.books.content.values import title_cell
from milepost.books.wording.dates import joined, listed, long_date
from milepost.books.wording.labels import label, words
from milepost.ledger.records import Assignment, Measure, Step

Coming = tuple[str, tuple[int, str], Measure, Step | Assignment]
"""A day, the place of its measure in the plan, the measure, what is expected."""
NEXT_DATES = 4
SOURCES = 3


class Held(Struct, frozen=True):
    """What a book holds: the measures it lists and the duties it lists with their measures."""

    measures: Sequence[Measure]
    duties: Sequence[tuple[Measure, Assignment]] = ()


def cover_of(
    desk: Desk, facts: Facts, scope: Scope, name: Cell, unit: str | None, held: Held
) -> AdoptedCover:
    """The cover of one book."""
    language, dates = desk.language, _next_dates(desk, held)
    body = _body(desk, facts)
    return AdoptedCover(
        body=body,
        place="" if desk.state.place in body.text else desk.state.place,
        title=words("task.title", language, year=desk.year),
        name=name,
        edition=_edition(desk),
        scope_line=label("cover.collective", language) if scope == "collective" else "",
        facts=_facts(desk, facts),
        glance_heading=label("cover.glance", language),
        figures=_figures(desk, scope, held),
        next_heading=label("task.next", language),
        next_dates=dates,
        next_none="" if dates else label("task.next_none", language),
        sign_off=_sign_off(desk, scope, unit, held),
    )


def _body(desk: Desk, facts: Facts) -> Cell:
    """The body that adopted the plan, else the office that issued its first document."""
    adoption = desk.state.adoption
    said = (adoption.body if adoption else "") or desk.state.body
    if said:
        return Cell(text=said, origin="typed")
    issued = next((d for d in desk.view.ledger.documents if d.issuer), None)
    if issued and issued.issuer:
        return desk.view.printed(issued.id, issued.issuer, "document:issuer")
    return Cell(text=facts.author, origin="computed", rule="author")


def _edition(desk: Desk) -> str:
    """The edition, and which one it replaces."""
    n, before = desk.view.ledger.plan.edition, desk.state.previous_on
    if n < 2 or not before:
        return words("task.edition", desk.language, n=n)
    date = long_date(before, desk.language)
    return words("task.replaces", desk.language, n=n, before=n - 1, date=date)


# --- facts ---


def _facts(desk: Desk, facts: Facts) -> tuple[Line, ...]:
    """Source, rules, freeze, plan print, handling."""
    rules = desk.state.rules.name
    lines = (
        ("cover.source", Cell(text=_sources(desk, facts), origin="computed", rule="sources")),
        ("task.rules", Cell(text=rules, origin="typed") if rules else None),
        (
            "task.frozen",
            Cell(text=facts.frozen_words, origin="computed", rule="frozen", date=facts.frozen_on),
        ),
        ("cover.print", Cell(text=facts.plan_print, origin="computed", rule="plan-print")),
        (
            "task.handling",
            Cell(text=facts.handling, origin="typed", rule="handling") if facts.handling else None,
        ),
    )
    return tuple(Line(label=label(key, desk.language), value=value) for key, value in lines if value)


def _sources(desk: Desk, facts: Facts) -> str:
    """The documents in full with their numbers, and when the plan was adopted."""
    language, adoption = desk.language, desk.state.adoption
    titles = [_source(desk, source) for source in facts.sources[:SOURCES]]
    rest = len(facts.sources) - len(titles)
    said = joined(titles, language) + _more(desk, rest)
    if adoption is None or adoption.on is None:
        return said
    key = "task.adopted_at" if adoption.sitting else "task.adopted"
    when = words(key, language, sitting=adoption.sitting, date=long_date(adoption.on, language))
    return f"{said}，{when}" if language == "zh" else f"{said}, {when}"


def _more(desk: Desk, rest: int) -> str:
    """How many sources are left out."""
    if rest < 1:
        return ""
    if desk.language == "zh":
        return words("task.sources_more", desk.language, n=rest + SOURCES)
    return " " + words("task.sources_more", desk.language, n=rest)


def _source(desk: Desk, source: Source) -> str:
    """A document by its full title and number."""
    key = "task.source" if source.number.text else "task.source_alone"
    title = source.title.text.removeprefix("《").removesuffix("》")
    return words(key, desk.language, title=title, number=source.number.text)


# --- figures ---


def _figures(desk: Desk, scope: Scope, held: Held) -> tuple[Figure, ...]:
    """The counts at a glance; each counts rows of the book."""
    marks = [desk.standing.mark(measure) for measure in held.measures]
    marks += [desk.standing.duty_mark(duty) for _, duty in held.duties]
    first = "led" if scope in ("unit", "collective") else "measures"
    counts = [(first, len(held.measures), "")]
    if scope in ("unit", "collective"):
        counts.append(("joined", len(held.duties), ""))
    counts += [(key, marks.count(key), key) for key in ("done", "late", "waiting")]
    return tuple(
        Figure(number=n, label=words(f"task.figure.{key}", desk.language, n=n), anchor=anchor)
        for key, n, anchor in counts
    )


# --- next dates ---


def _next_dates(desk: Desk, held: Held) -> tuple[NextDate, ...]:
    """The next four days on which a main step or a duty is expected."""
    today = desk.state.as_of
    steps: list[Coming] = [
        (day, desk.place(measure), measure, step)
        for measure in held.measures
        for step in main_steps(desk, measure)
        if (day := desk.standing.step_forecast(step)) and day >= today
    ]
    duties: list[Coming] = [
        (day, desk.place(measure), measure, duty)
        for measure, duty in held.duties
        if (day := expected_day(desk, measure, duty)) and day >= today
    ]
    coming = sorted([*steps, *duties], key=lambda item: item[:2])[:NEXT_DATES]
    return tuple(_next(desk, day, measure, what) for day, _, measure, what in coming)


def _next(desk: Desk, day: str, measure: Measure, what: Step | Assignment) -> NextDate:
    """One of the next dates."""
    if isinstance(what, Step):
        said, state = step_title(desk.view, what), _step_state(desk, measure, what)
    else:
        duty = what.duty_text
        said = (
            Cell(text=duty.value, origin=duty.origin, rule=duty.rule, span=duty.span)
            if duty and duty.value
            else title_cell(measure)
        )
        state = desk.duty_state(what)
    number = words("task.no_of", desk.language, no=desk.view.number(measure))
    return NextDate(date=desk.day(day, "forecast"), state=state, what=said, number=number)


def _step_state(desk: Desk, measure: Measure, step: Step) -> StateMark:
    """How a step stands by its own dates; one on plan stands as its measure, unless that is late or done."""
    mark, standing = step_mark(desk, step), desk.standing
    if mark == "on":
        of_measure = standing.mark(measure)
        mark = of_measure if of_measure in ("waiting", "stale", "near") else mark
        light = standing.light(measure.id)
        return StateMark(mark=mark, words=standing.mark_words(mark, light), strong=mark in STRONG)
    base = standing.step_baseline(step)
    n = standing.days_late(base, desk.state.as_of if mark == "late" else standing.step_forecast(step))
    return StateMark(mark=mark, words=words(f"state.{mark}_days", desk.language, n=n), strong=True)


# --- sign-off ---


def _sign_off(desk: Desk, scope: Scope, unit: str | None, held: Held) -> SignOff:
    """What is taken on, what is contested, and who signs."""
    language = desk.language
    return SignOff(
        heading=label("task.sign", language),
        words=(_taken_on(desk, scope, held), _contested(desk, held)),
        heads=(
            label("task.sign.office", language),
            label("task.sign.signature", language),
            label("task.sign.date", language),
        ),
        signers=_signers(desk, scope, unit, held),
    )


def _taken_on(desk: Desk, scope: Scope, held: Held) -> str:
    """The sentence that is signed."""
    language, measures, duties = desk.language, len(held.measures), len(held.duties)
    if scope in ("whole", "unassigned"):
        return words(f"task.holds_{scope}", language, n=measures)
    led = words("task.n_measures", language, n=measures) if measures else ""
    joined_in = words("task.n_duties", language, n=duties) if duties else ""
    what = words("task.both", language, led=led, joined=joined_in) if led and joined_in else led or joined_in
    return words("task.divides" if scope == "collective" else "task.takes_on", language, what=what)


def _contested(desk: Desk, held: Held) -> str:
    """The sentence that names what is contested."""
    places = {desk.place(m): desk.view.number(m) for m in held.measures if m.state == "contested"}
    places |= {desk.place(m): desk.view.number(m) for m, duty in held.duties if desk.is_contested(duty)}
    if not places:
        return label("task.contested_none", desk.language)
    nos = listed((places[place] for place in sorted(places)), desk.language)
    return words("task.contested_some", desk.language, nos=nos)


def _signers(desk: Desk, scope: Scope, unit: str | None, held: Held) -> tuple[Signer, ...]:
    """The unit's head, the group's leader, the office; nobody takes on what has no lead."""
    language, known = desk.language, desk.state.signers
    measures = [*held.measures, *(measure for measure, _ in held.duties)]
    groups = {m.group.value for m in held.measures or measures if m.group}
    head = "task.members_head" if scope == "collective" else "unit_head"
    lines = [
        (head, known.get(unit or "", ""), "task.act.takes_on"),
        ("group_leader", known.get(next(iter(groups)), "") if len(groups) == 1 else "", "task.act.reviewed"),
        ("office", known.get("office", ""), "task.act.filed"),
    ]
    return tuple(
        Signer(
            role=label(role, language),
            name=Cell(text=name, origin="typed")
            if name
            else Cell(fill="leader", label=label("task.sign.name", language)),
            act=label(act, language),
        )
        for role, name, act in (lines if scope in ("unit", "collective") else lines[1:])
    )
