"""What stands in the cells of a form: one small function a field.

In: a `Desk` (view, standing, lookups) and a measure. Out: a `Cell`. `VALUES` is the table by field. A word
that the plan doesn't hold is taken from the row's own columns under the same head, in either language; where
there is none, the cell is empty and says who fills it. A proposed value carries the word, so that it is never
read as settled. Steps and duties, whose forms have rows of their own, stand in `table`.
"""

from collections.abc import Callable

from milepost.books.content.forms.desk import Desk, computed, dated, typed
from milepost.books.content.forms.records import Field
from milepost.books.content.records import Cell
from milepost.books.content.view import View
from milepost.books.wording.dates import date_range, joined, listed, short_date
from milepost.books.wording.labels import label, words
from milepost.ledger.origins import Origin, Sourced
from milepost.ledger.records import Deadline, Measure, Step

NOT_BEGUN = ("proposed", "listed", "adopted", "issued", "signed", "planned")
STATUS = {"done": "done", "late": "behind", "behind": "behind"}
"""The status wording of a mark; every other mark that a light gives is on schedule."""
THEME_MARK = " / "


Value = Callable[[Desk, Measure], Cell | None]


# --- what and whence ---


def form_number(view: View, measure: Measure) -> str:
    """The number as forms show it: 4 for M-004; a number of another kind stays whole."""
    return view.number(measure) if measure.code.startswith("M-") else measure.code


def _code(desk: Desk, measure: Measure) -> Cell | None:
    return computed(form_number(desk.view, measure), "code")


def _title(desk: Desk, measure: Measure) -> Cell | None:
    return desk.sourced(measure, measure.title)


def _text(desk: Desk, measure: Measure) -> Cell | None:
    if not measure.quote:
        return _title(desk, measure)
    return Cell(text=measure.quote, origin="quoted", span=measure.span, document=measure.document)


def _code_title(desk: Desk, measure: Measure) -> Cell | None:
    text = f"{form_number(desk.view, measure)} {measure.title.value}".strip()
    return computed(text, "code-and-title")


def _kind(desk: Desk, measure: Measure) -> Cell | None:
    if measure.kind is None:
        return None
    said = Sourced(label(f"kind.{measure.kind.value}", desk.language), measure.kind.origin, measure.kind.rule)
    return desk.sourced(measure, said)


def _source(desk: Desk, measure: Measure) -> Cell | None:
    document = desk.view.documents.get(measure.document)
    return desk.cited(measure) or (computed(document.title, "document:title") if document else None)


def _source_date(desk: Desk, measure: Measure) -> Cell | None:
    document = desk.view.documents.get(measure.document)
    return dated(document.date, "computed", "document:date") if document else None


def _theme(at: int) -> Value:
    """The level of a theme that is a path."""

    def level(desk: Desk, measure: Measure) -> Cell | None:
        if measure.theme is None:
            return None
        parts = measure.theme.value.split(THEME_MARK)
        if at >= len(parts) or not parts[at]:
            return None
        return desk.sourced(measure, Sourced(parts[at], measure.theme.origin, measure.theme.rule))

    return level


def _upper(name: str) -> Value:
    """A field of the upper requirements that a measure answers, one a line."""

    def lines(desk: Desk, measure: Measure) -> Cell | None:
        texts = [str(getattr(one, name)) for one in desk.upper.get(measure.id, ())]
        return typed("\n".join(texts)) if any(texts) else None

    return lines


def _field(name: str) -> Value:
    """A sourced text of the measure."""

    def value(desk: Desk, measure: Measure) -> Cell | None:
        return desk.sourced(measure, getattr(measure, name))

    return value


# --- who ---


def _lead(desk: Desk, measure: Measure) -> Cell | None:
    lead = desk.view.lead(measure)
    return desk.view.unit_cell(lead, full=True) if lead else None


def _cooperating(desk: Desk, measure: Measure) -> Cell | None:
    names = [desk.view.unit(one).name for one in desk.view.cooperating(measure)]
    mark = "、" if desk.language == "zh" else "; "
    return computed(mark.join(dict.fromkeys(names)), "units-joined") if names else None


def _contact(desk: Desk, measure: Measure) -> Cell | None:
    officer, phone = measure.officer, measure.phone
    text = joined((one.value for one in (officer, phone) if one), desk.language)
    return Cell(text=text, origin=(officer or phone or measure.title).origin) if text else None


def _blocked_by(desk: Desk, measure: Measure) -> Cell | None:
    light = desk.standing.light(measure.id)
    unit, waited = desk.view.units.get(light.blocked_by or ""), desk.view.measures.get(light.exposed or "")
    known = (unit.name if unit else "", form_number(desk.view, waited) if waited else "")
    parts = [part for part in known if part]
    return computed(listed(parts, desk.language), "light") if parts else None


def _sign_state(desk: Desk, measure: Measure) -> Cell | None:
    lead = desk.view.lead(measure)
    duty = desk.standing.duties.get(lead.id) if lead else None
    if duty is None:
        return None
    if duty.signed_on:
        day = short_date(duty.signed_on, desk.language)
        return computed(words("forms.signed_on", desk.language, date=day), "duty")
    key = f"measure.{duty.state}" if duty.state in ("issued", "contested") else "mark.unsigned"
    return computed(label(key, desk.language), "duty")


# --- when ---


def _deadline(desk: Desk, measure: Measure) -> Cell | None:
    deadline = measure.deadline
    if deadline is None:
        return None
    date = desk.view.promise(measure)
    origin: Origin = "computed" if deadline.origin == "quoted" and date else deadline.origin
    if date:
        return dated(date, origin, deadline.rule or "last-good-day")
    return desk.sourced(measure, Sourced(deadline.value.text, deadline.origin, deadline.rule, deadline.span))


def _as_written(desk: Desk, measure: Measure) -> Cell | None:
    dated_words = measure.deadline or measure.recurring
    if dated_words is None or not dated_words.value.text:
        return None
    origin = "quoted" if dated_words.origin == "computed" else dated_words.origin
    return desk.sourced(measure, Sourced(dated_words.value.text, origin, dated_words.rule, dated_words.span))


def _start(desk: Desk, measure: Measure) -> Cell | None:
    start: Sourced[Deadline] | None = measure.start
    if start is None:
        return None
    said = Sourced(start.value.text, start.origin, start.rule, start.span)
    return dated(start.value.date, start.origin, start.rule or "start") or desk.sourced(measure, said)


def _period(desk: Desk, measure: Measure) -> Cell | None:
    start, end = (measure.start.value.date if measure.start else None), desk.view.promise(measure)
    if start and end:
        return computed(date_range(start, end, desk.language), "period")
    return computed(short_date(start or end or "", desk.language), "period") if start or end else None


def _baseline(desk: Desk, measure: Measure) -> Cell | None:
    return dated(desk.standing.baseline(measure), "computed", "baseline")


def _forecast(desk: Desk, measure: Measure) -> Cell | None:
    known = desk.standing.forecasts.get(measure.id)
    origin: Origin = "typed" if known and known.by == "reported" else "computed"
    return dated(desk.standing.forecast(measure), origin, "forecast")


def _cycle(desk: Desk, measure: Measure) -> Cell | None:
    said = measure.recurring
    return desk.sourced(measure, Sourced(said.value.text, said.origin, said.rule)) if said else None


def step_line(step: Step, language: str, number: int) -> str:
    """A step as a line of a plan: `1. Draft the list (2027-03-31)`, 1. 起草清单（2027-03-31）."""
    due = step.due.value.date if step.due else ""
    bracket = (f"（{due}）" if language == "zh" else f" ({due})") if due else ""
    return f"{number}. {step.title.value}{bracket}"


def _steps(desk: Desk, measure: Measure) -> Cell | None:
    steps = [step for step in desk.view.steps(measure) if step.origin != "proposed"]
    lines = [step_line(step, desk.language, n) for n, step in enumerate(steps, start=1)]
    return computed("\n".join(lines), "steps") if lines else None


# --- how it stands ---


def status_words(desk: Desk, measure: Measure) -> str:
    """The status wording: done, on schedule, behind, not begun; nothing where no light was computed."""
    mark = desk.standing.mark(measure)
    if mark == "none" or (mark == "claimed" and measure.id not in desk.standing.lights):
        return ""
    if mark not in STATUS and measure.state in NOT_BEGUN:
        return label("status.not_begun", desk.language)
    return label(f"status.{STATUS.get(mark, 'on')}", desk.language)


def _state(desk: Desk, measure: Measure) -> Cell | None:
    text = status_words(desk, measure)
    if text:
        return computed(text, "light")
    report = desk.reports.get(measure.id)
    return typed(report.said) if report and report.said else None


def _light(desk: Desk, measure: Measure) -> Cell | None:
    mark, light = desk.standing.mark(measure), desk.standing.light(measure.id)
    if mark == "none":
        return None
    text = desk.standing.mark_words(mark, light)
    set_by_hand = light.hand_set is not None
    return computed(text + (" †" if set_by_hand else ""), f"light:{light.reason or light.colour}")


def _said(desk: Desk, measure: Measure) -> Cell | None:
    report = desk.reports.get(measure.id)
    if report is None:
        return None
    percent = report.percent_self
    text = report.said or (words("forms.said", desk.language, percent=percent) if percent is not None else "")
    return typed(text) if text else None


def _report(name: str) -> Value:
    """A field of the lead's last report, in its own words."""

    def value(desk: Desk, measure: Measure) -> Cell | None:
        report = desk.reports.get(measure.id)
        text = getattr(report, name) if report else None
        if not text:
            return None
        return dated(text, "typed", "report") if name == "on" else typed(text)

    return value


def _verified(desk: Desk, measure: Measure) -> Cell | None:
    done = desk.standing.done(measure)
    if desk.standing.mark(measure) != "done":
        return None
    text = label("state.done", desk.language)
    if done:
        text = words("forms.verified", desk.language, date=short_date(done, desk.language))
    return computed(text, "verified")


def _evidence_age(desk: Desk, measure: Measure) -> Cell | None:
    age = desk.standing.evidence_age(measure)
    return computed(str(age), "evidence-age") if age is not None else None


def _extensions(desk: Desk, measure: Measure) -> Cell | None:
    return computed(str(desk.standing.state.extensions.get(measure.id, 0)), "extensions")


def _progress(desk: Desk, measure: Measure) -> Cell | None:
    steps = desk.view.steps(measure)
    done = sum(step.done_on is not None for step in steps)
    told = words("forms.steps_done", desk.language, done=done, total=len(steps))
    return computed(told, "steps-done") if steps else None


def _level(desk: Desk, measure: Measure) -> Cell | None:
    steps = desk.view.steps(measure)
    done = sum(step.done_on is not None for step in steps)
    if desk.standing.mark(measure) == "done":
        key = "completed"
    elif done == 0:
        key = "not_started"
    else:
        key = "limited" if 2 * done < len(steps) else "substantial"
    return computed(label(f"level.{key}", desk.language), "steps-done")


VALUES: dict[str, Value] = {
    "code": _code,
    "title": _title,
    "text": _text,
    "code_title": _code_title,
    "kind": _kind,
    "source": _source,
    "source_date": _source_date,
    "clause": lambda desk, measure: desk.cited(measure),
    "theme1": _theme(0),
    "theme2": _theme(1),
    "theme3": _theme(2),
    "theme4": _theme(3),
    "group": _field("group"),
    "tier": _field("tier"),
    "upper.text": _upper("text"),
    "upper.province_text": _upper("upper_measure"),
    "upper.lead": _upper("lead"),
    "output_form": _field("output_form"),
    "acceptance_test": _field("acceptance_test"),
    "leader": _field("leader"),
    "officer": _field("officer"),
    "verifier": _field("verifier"),
    "contact": _contact,
    "lead": _lead,
    "cooperating": _cooperating,
    "blocked_by": _blocked_by,
    "sign_state": _sign_state,
    "deadline": _deadline,
    "as_written": _as_written,
    "start": _start,
    "period": _period,
    "baseline": _baseline,
    "forecast": _forecast,
    "cycle": _cycle,
    "steps": _steps,
    "state": _state,
    "light": _light,
    "report.said": _said,
    "report.on": _report("on"),
    "report.done": _report("done"),
    "report.obstacles": _report("obstacles"),
    "verified": _verified,
    "evidence_age": _evidence_age,
    "extensions": _extensions,
    "progress": _progress,
    "level": _level,
}
"""The function of each field; a field without one holds what a person typed under its head."""
TYPED_FIRST = frozenset(("kind", "source", "source_date", "sign_state", "steps"))
"""Fields whose own words in the row stand before what the plan would say."""


def value_of(desk: Desk, measure: Measure, field: Field) -> Cell:
    """The cell of a field."""
    value = VALUES.get(field.key)
    own = desk.own(measure, field) if value is None or field.key in TYPED_FIRST else None
    return own or (value(desk, measure) if value else None) or desk.blank(field)
