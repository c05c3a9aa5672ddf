"""The steps that each kind of measure usually takes, proposed to measures that have none.

In: a ledger. Out: the same ledger, where every measure has a kind and every measure without steps has
proposed ones, unless its kind is unsure, standing or principle. Afterwards each proposed step names its
measure's own object, carries a three-point estimate, and the weights of a measure sum to 100. Titles are data
in both languages. Not here: when the steps run, and how a promise squeezes them (`durations`, `schedule`).
"""

import datetime as dt

import msgspec

from milepost.ledger.origins import Sourced, computed, proposed
from milepost.ledger.records import Kind, Ledger, Measure, Step
from milepost.planning.calendar import WorkCalendar
from milepost.planning.kinds import kind_of, sets_rule
from milepost.planning.objects import object_of
from milepost.planning.settings import Language, Rules, TemplateStep, read_settings

LOW, HIGH = 0.75, 1.75
"""Optimistic and pessimistic share of the likely days, unless history says better."""

STANDING_SHARE = 0.05
"""A standing measure takes this much of one person's time."""

TITLES: dict[str, dict[str, tuple[str, str]]] = {
    "document": {
        "study": ("Study what {o} must settle", "开展{o}前期调研"),
        "draft": ("Draft {o}", "起草{o}"),
        "consult": ("Consult on {o}", "就{o}征求意见"),
        "review": ("Review {o}", "审议{o}"),
        "issue": ("Issue {o}", "印发{o}"),
        "carry_out": ("Put {o} into effect", "组织落实{o}"),
        "evaluate": ("Evaluate {o} in use", "评估{o}实施效果"),
        "copy": ("Extend {o} to others", "推广{o}"),
    },
    "reform": {
        "study": ("Study {o} as it stands", "开展{o}现状调研"),
        "draft": ("Draft the reform plan for {o}", "起草{o}改革方案"),
        "consult": ("Consult on the reform plan for {o}", "就{o}改革方案征求意见"),
        "review": ("Review the reform plan for {o}", "审议{o}改革方案"),
        "issue": ("Issue the reform plan for {o}", "印发{o}改革方案"),
        "carry_out": ("Carry out the reform of {o}", "组织落实{o}改革"),
        "evaluate": ("Evaluate the reform of {o}", "评估{o}改革成效"),
        "copy": ("Extend the reform of {o} to others", "推广{o}改革经验"),
    },
    "build": {
        "study": ("Study the need for {o}", "开展{o}建设调研"),
        "draft": ("Draft the work plan for {o}", "起草{o}建设方案"),
        "consult": ("Consult on the work plan for {o}", "就{o}建设方案征求意见"),
        "review": ("Review the work plan for {o}", "审议{o}建设方案"),
        "issue": ("Issue the work plan for {o}", "印发{o}建设方案"),
        "carry_out": ("Carry out the work on {o}", "组织{o}建设"),
        "evaluate": ("Evaluate the work on {o}", "评估{o}建设成效"),
        "copy": ("Repeat the work on {o} elsewhere", "推广{o}建设经验"),
    },
    "report": {
        "study": ("Study the ground for {o}", "开展{o}调研"),
        "draft": ("Draft the papers for {o}", "起草{o}材料"),
        "consult": ("Consult on the papers for {o}", "就{o}材料征求意见"),
        "review": ("Review the outcome of {o}", "审核{o}结果"),
        "issue": ("Issue the outcome of {o}", "印发{o}结果"),
        "carry_out": ("Carry out the work for {o}", "办理{o}"),
        "evaluate": ("Evaluate the outcome of {o}", "评估{o}结果"),
        "copy": ("Pass on the outcome of {o}", "推广{o}成果"),
    },
    "trial": {
        "study": ("Study sites and terms for {o}", "开展{o}试点调研"),
        "draft": ("Draft the trial scheme for {o}", "起草{o}试点方案"),
        "consult": ("Consult on the trial scheme for {o}", "就{o}试点方案征求意见"),
        "review": ("Review the trial scheme for {o}", "审议{o}试点方案"),
        "issue": ("Issue the trial scheme for {o}", "印发{o}试点方案"),
        "carry_out": ("Carry out the trial of {o}", "组织{o}试点"),
        "evaluate": ("Evaluate the trial of {o}", "评估{o}试点成效"),
        "copy": ("Copy the trial of {o} elsewhere", "推广{o}试点经验"),
    },
}
"""What a proposed step is called, by kind and stage; `{o}` is the object."""

ACTS = {
    "survey": "survey of",
    "review": "review of",
    "audit": "audit of",
    "assess": "assessment of",
    "evaluate": "evaluation of",
    "inspect": "inspection of",
    "examine": "examination of",
    "report": "report on",
    "recommend": "recommendation on",
    "identify": "list of",
    "list": "list of",
    "map": "map of",
    "notify": "notice to",
}
"""Reporting verbs whose object alone does not name what is handed in."""

REPEATED = {"reform": ("改革",), "build": ("建设",), "trial": ("试点工作", "试点"), "report": ("工作",)}
"""Ends of a Chinese object that the title says again, left off so that no title reads 试点试点方案."""


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


def step_title(kind: str, stage: str, name: str, language: Language) -> str:
    """The title of a proposed step: "Draft the dredging plan", 起草疏浚方案."""
    english, chinese = TITLES[kind][stage]
    if language == "en":
        return english.format(o=name)
    for end in REPEATED.get(kind, ()):
        if name.endswith(end) and len(name) > len(end) + 1:
            name = name.removesuffix(end)
            break
    return chinese.format(o=name)


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
    if kind == "report" and language == "en":
        name = _act_on(measure.title.value, name)
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


def _act_on(title: str, name: str) -> str:
    """A reporting measure as a noun: "survey" and "merchants" make "the survey of merchants"."""
    act = ACTS.get(title.split(" ", 1)[0].lower())
    return f"the {act} {name}" if act is not None else name


def wait_before(kind: Sourced[Kind] | None, step: Step, rules: Rules) -> int:
    """How many months a proposed step waits after the one before it, by its kind's template."""
    if step.origin != "proposed" or kind is None:
        return 0
    template: tuple[TemplateStep, ...] = rules.templates.get(kind.value, ())
    return next((row.after_months for row in template if row.stage == step.stage), 0)
