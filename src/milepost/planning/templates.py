"""The steps that each kind of measure usually takes, proposed to measures that have none.

In: a ledger. Out: the same ledger, where every measure has a kind and every measure without steps has
proposed ones, unless its kind is unsure, standing or principle. Afterwards each proposed step names its
measure's own object, carries a three-point estimate, and the weights of a measure sum to 100. Not here:
what steps are called (`titles`), when they run, and how a promise squeezes them (`durations`, `schedule`).
"""

import datetime as dt

import msgspec

from milepost.ledger.origins import Sourced, computed, proposed
from milepost.ledger.records import Kind, Ledger, Measure, Step
from milepost.planning.calendar import WorkCalendar
from milepost.planning.kinds import kind_of, sets_rule
from milepost.planning.objects import object_of
from milepost.planning.settings import Language, Rules, TemplateStep, read_settings
from milepost.planning.titles import act_on, step_title

LOW, HIGH = 0.75, 1.75
"""Optimistic and pessimistic share of the likely days, unless history says better."""

STANDING_SHARE = 0.05
"""A standing measure takes this much of one person's time."""


def propose_steps(ledger: Ledger, today: str) -> Ledger:
    """Give every measure its kind, and proposed steps to those that have none; what a person set stays."""
    rules = read_settings(ledger.settings, ledger.plan.language)
    languages = {document.id: document.language for document in ledger.documents}
    leads = lead_units(ledger)
    stepped = {step.measure for step in ledger.steps}
    measures: list[Measure] = []
    steps: list[Step] = [_completed(step, rules, leads.get(step.measure)) for step in ledger.steps]
    for measure in ledger.measures:
        language = languages.get(measure.document, ledger.plan.language)
        measures.append(_with_kind(measure, language))
        if measure.id not in stepped:
            steps += _proposed_steps(measures[-1], rules, language, leads.get(measure.id))
    return msgspec.structs.replace(ledger, measures=tuple(measures), steps=tuple(steps))


def lead_units(ledger: Ledger) -> dict[str, str]:
    """The unit that leads each measure; a unit that is only suggested leads nothing."""
    return {
        one.measure: one.unit.value
        for one in reversed(ledger.assignments)
        if one.role.value == "lead" and one.unit.origin != "proposed"
    }


def quarterly_checks(start: dt.date, calendar: WorkCalendar, count: int = 4) -> tuple[dt.date, ...]:
    """The days a standing measure is looked at: the last working day of each quarter that ends on or after
    start."""
    checks: list[dt.date] = []
    year, quarter = start.year, (start.month - 1) // 3
    while len(checks) < count:
        first_after = dt.date(year + (quarter + 1) // 4, (quarter + 1) % 4 * 3 + 1, 1)
        day = calendar.last_working(first_after - dt.timedelta(1))
        if day >= start:
            checks.append(day)
        year, quarter = first_after.year, (first_after.month - 1) // 3
    return tuple(checks)


def parts_of_100(shares: list[int]) -> list[int]:
    """Whole weights in proportion to the shares that sum to 100 (the largest remainders get the rest)."""
    total = sum(shares)
    exact = [share * 100 / total for share in shares]
    weights = [int(part) for part in exact]
    for at in sorted(range(len(shares)), key=lambda at: (weights[at] - exact[at], at))[: 100 - sum(weights)]:
        weights[at] += 1
    return weights


def three_points(likely: int) -> tuple[int, int, int]:
    """Optimistic, likely and pessimistic working days, never under one."""
    return max(1, round(likely * LOW)), likely, max(1, round(likely * HIGH))


def _with_kind(measure: Measure, language: Language) -> Measure:
    """The measure with its kind, and whether it sets a rule; a kind that is there stays."""
    if measure.kind is not None:
        return measure
    kind, rule, span = kind_of(measure, language)
    return msgspec.structs.replace(
        measure,
        kind=computed(kind, f"kind:{rule}", span),
        rule=measure.rule or (kind == "document" and sets_rule(measure, language)),
    )


def _proposed_steps(measure: Measure, rules: Rules, language: Language, lead: str | None) -> list[Step]:
    """The steps of the measure's template; none where its kind has no template."""
    kind: Kind = measure.kind.value if measure.kind is not None else "unsure"
    template = rules.templates.get(kind, ())
    if not template:
        return []
    name = object_of(measure, language)
    if kind == "report":
        name = act_on(measure.title.value, name, language)
    weights = parts_of_100([step.days for step in template])
    key = next((at for at, step in enumerate(template) if step.stage == "issue"), len(template) - 1)
    rule = f"template.{kind}"
    return [
        Step(
            id=f"{measure.id}-{order}",
            measure=measure.id,
            origin="proposed",
            order=order,
            stage=row.stage,
            title=proposed(step_title(kind, row.stage, name, language), rule),
            unit=proposed(lead, "lead") if lead is not None else None,
            days=proposed(three_points(row.days), rule),
            people=proposed(1.0, rule),
            weight=weight,
            key=order - 1 == key,
        )
        for order, (row, weight) in enumerate(zip(template, weights, strict=True), 1)
    ]


def _completed(step: Step, rules: Rules, lead: str | None) -> Step:
    """A step of the document or a person, with what the planner needs and it lacks, marked as proposed."""
    days = step.days or (
        None if step.start and step.due else proposed(three_points(rules.step_days), "step.days")
    )
    return msgspec.structs.replace(
        step,
        days=days,
        people=step.people or proposed(1.0, "step.people"),
        unit=step.unit or (proposed(lead, "lead") if lead is not None else None),
    )


def wait_before(kind: Sourced[Kind] | None, step: Step, rules: Rules) -> int:
    """How many months a proposed step waits after the one before it, by its kind's template."""
    if step.origin != "proposed" or kind is None:
        return 0
    template: tuple[TemplateStep, ...] = rules.templates.get(kind.value, ())
    return next((row.after_months for row in template if row.stage == step.stage), 0)
