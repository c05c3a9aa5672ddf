"""The site of an adopted edition: every measure with its three dates and its three facts, to search and sort.

In: a `View`, a `Standing`, and the files of the edition. Out: a `Site`. Counts are computed from the rows;
no unit is ranked.
"""

from collections import Counter
from collections.abc import Sequence

from milepost.books.content.adopted.facts import adopted_facts
from milepost.books.content.records import Cell, Figure, FileLine, UnitOption
from milepost.books.content.records.site import Option, Site, SiteChange, SiteRow, SiteStep
from milepost.books.content.standing import MARKS, Standing
from milepost.books.content.steps import step_title
from milepost.books.content.values import title_cell, valued
from milepost.books.content.view import View
from milepost.books.content.who import lead_cell
from milepost.books.inputs import Change
from milepost.books.wording.dates import joined, short_date
from milepost.books.wording.labels import label, words
from milepost.ledger.records import Measure, Step

RANKS = {mark: rank for rank, mark in enumerate((*MARKS, "claimed", "none"))}
SIGNS = {"added": "+", "removed": "−", "changed": "≠", "moved": "→"}
MOST_CHANGES = 60


def site(view: View, standing: Standing, files: Sequence[FileLine] = ()) -> Site:
    """The site of the edition."""
    facts, language = adopted_facts(view, standing.state), view.language
    rows = tuple(_row(view, standing, measure) for measure in view.ledger.measures)
    marks = Counter(row.mark for row in rows)
    groups = dict.fromkeys(row.group.text for row in rows if row.group.text)
    named = dict.fromkeys(code for row in rows for code in row.units)
    units = [unit for unit in view.units.values() if unit.code in named]
    shown, rest = _changes(view, standing)
    return Site(
        facts=facts,
        title=words("site.title", language, title=facts.title, n=facts.edition),
        crumbs=joined((standing.state.body, _adopted(standing)), language),
        subline=words("site.subline", language, measures=len(rows), units=len(units)),
        figures=tuple(
            Figure(
                number=marks[mark],
                label=label(f"state.{mark}", language),
                note=words("site.of", language, n=len(rows)),
                anchor=mark,
            )
            for mark in MARKS
        ),
        rows=rows,
        states=tuple(
            Option(key=mark, words=label(f"state.{mark}", language)) for mark in RANKS if marks[mark]
        ),
        groups=tuple(Option(key=name, words=name) for name in groups),
        units=tuple(UnitOption(code=unit.code, name=unit.name) for unit in units),
        changes=shown,
        changes_rest=rest,
        orientation=tuple(view.orientation_cells(row) for row in view.ledger.orientation),
        files=tuple(files),
        as_of=standing.state.as_of,
    )


def _adopted(standing: Standing) -> str:
    """The sitting that adopted the plan."""
    adoption = standing.state.adoption
    if adoption is None:
        return ""
    day = short_date(adoption.on, standing.language) if adoption.on else ""
    return joined((adoption.sitting, day), standing.language)


def _row(view: View, standing: Standing, measure: Measure) -> SiteRow:
    """A measure."""
    mark, light = standing.mark(measure), standing.light(measure.id)
    steps = view.steps(measure)
    done = standing.done(measure)
    end = done or standing.forecast(measure)
    baseline = standing.baseline(measure)
    report = standing.reports.get(measure.id)
    lead = view.lead(measure)
    others = view.cooperating(measure)
    return SiteRow(
        id=measure.id,
        code=measure.code,
        number=view.number(measure),
        mark=mark,
        mark_words=standing.mark_words(mark, light),
        rank=RANKS[mark],
        days=light.days or 0,
        title=title_cell(measure),
        citation=view.cite(measure.document, measure.clause, measure.span),
        sentence=view.sentence(measure),
        group=valued(view, measure, measure.group, "office", "row.unit_to_fill"),
        lead=lead_cell(view, measure),
        cooperating=tuple(view.unit_cell(a) for a in others),
        units=tuple(view.unit(a).code for a in (*((lead,) if lead else ()), *others)),
        baseline=day_cell(view, baseline, "baseline", "line.no_date"),
        forecast=day_cell(view, end, "done" if done else "forecast", "line.no_date"),
        is_done=done is not None,
        steps_done=sum(step.done_on is not None for step in steps),
        steps_all=len(steps),
        evidence_days=standing.evidence_age(measure),
        output=valued(view, measure, measure.output_form, "unit", "row.unit_to_fill"),
        test=valued(view, measure, measure.acceptance_test, "unit", "row.unit_to_fill"),
        people=tuple(
            Cell(text=person.value, origin=person.origin)
            for person in (measure.leader, measure.officer, measure.phone)
            if person and person.value
        ),
        risks=valued(view, measure, measure.risks, "unit", "row.unit_to_fill"),
        light_words=light.words,
        said=_said(report.percent_self, report.done, view) if report else "",
        steps=tuple(_step(view, standing, step) for step in steps),
        changed=standing.is_changed(measure.id, *(a.id for a in (*((lead,) if lead else ()), *others))),
    )


def _said(percent: int | None, done: str, view: View) -> str:
    """The self-report in one line."""
    share = words("site.percent", view.language, n=percent) if percent is not None else ""
    return joined((share, done), view.language)


def _step(view: View, standing: Standing, step: Step) -> SiteStep:
    """A step with its baseline and what came or is expected."""
    baseline, forecast = standing.step_baseline(step), standing.step_forecast(step)
    late = bool(baseline and forecast and forecast > baseline)
    overdue = bool(baseline and not step.done_on and baseline < standing.state.as_of)
    return SiteStep(
        title=step_title(view, step),
        baseline=day_cell(view, baseline, "baseline", "line.no_date"),
        forecast=day_cell(
            view, step.done_on or forecast, "done" if step.done_on else "forecast", "line.no_date"
        ),
        mark="done" if step.done_on else "late" if overdue else "behind" if late else "on",
    )


def day_cell(view: View, date: str | None, rule: str, blank: str) -> Cell:
    """A day for narrow columns, with its year."""
    if date is None:
        return Cell(fill="office", label=label(blank, view.language))
    return Cell(text=short_date(date, view.language), origin="computed", rule=rule, date=date)


def _changes(view: View, standing: Standing) -> tuple[tuple[SiteChange, ...], str]:
    """The changes since the last edition; beyond sixty only what binds, the rest counted in a line."""
    changes = standing.state.changes
    kept = changes
    if len(changes) > MOST_CHANGES:
        kept = tuple(c for c in changes if c.baseline or c.mark in ("removed", "moved"))
    rest = len(changes) - len(kept)
    return (
        tuple(_change(view, change) for change in kept),
        words("site.changes_rest", view.language, n=rest) if rest else "",
    )


def _change(view: View, change: Change) -> SiteChange:
    """A change with the number of its measure."""
    measure = view.measures.get(change.subject) or view.measure_of(change.subject)
    if measure is None:
        owner = next((a.measure for a in view.ledger.assignments if a.id == change.subject), "")
        measure = view.measures.get(owner)
    return SiteChange(
        sign=SIGNS[change.mark],
        sign_words=label(f"change.{change.mark}", view.language),
        number=view.number(measure) if measure else "",
        anchor=measure.code if measure else "",
        field=change.field,
        was=change.was,
        now=change.now,
        by=change.by,
    )
