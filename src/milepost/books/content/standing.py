"""How each measure, step and duty stands: baseline, forecast, done, and the mark that its light comes to.

In: a `View` and a `State`. Out: `Standing`, whose answers all adopted books share. Three dates, never merged:
the baseline is the promise first made, the forecast what is expected now, done what happened. Three facts,
never merged: self-report, computed light, verification.
"""

import datetime as dt
from collections import defaultdict
from typing import Literal

from milepost.books.content.records import Cell
from milepost.books.content.view import View
from milepost.books.inputs import Change, DutyState, Evidence, Light, Report, State
from milepost.books.wording.labels import words
from milepost.ledger.deadlines import last_good_day
from milepost.ledger.records import Assignment, Deadline, Measure, Step

Mark = Literal["late", "behind", "waiting", "stale", "near", "on", "done", "claimed", "none"]
MARKS: tuple[Mark, ...] = ("late", "behind", "waiting", "stale", "near", "on", "done")
"""Order in legends and sorted lists."""
OF_COLOUR: dict[str, Mark] = {
    "red": "late", "yellow": "behind", "grey": "stale", "blue": "near", "green": "on", "none": "none",
}  # fmt: skip
VERIFIED = ("verified", "closed", "watch", "archived")
NO_LIGHT = Light(subject="", colour="none")


class Standing:
    """What the adopted books ask of a state."""

    def __init__(self, view: View, state: State) -> None:
        self.view, self.state, self.language = view, state, view.language
        self.lights: dict[str, Light] = {light.subject: light for light in state.lights}
        self.forecasts = {forecast.subject: forecast for forecast in state.forecasts}
        self.duties: dict[str, DutyState] = {duty.assignment: duty for duty in state.duties}
        self.reports: dict[str, Report] = {report.measure: report for report in state.reports}
        self.evidence: dict[str, list[Evidence]] = defaultdict(list)
        for piece in state.evidence:
            self.evidence[piece.subject].append(piece)
        self.changes: dict[str, list[Change]] = defaultdict(list)
        for change in state.changes:
            self.changes[change.subject].append(change)

    # --- marks ---

    def mark(self, measure: Measure) -> Mark:
        """The mark of a measure: done once verified, waiting where it is exposed or blocked and not late."""
        if measure.state in VERIFIED:
            return "done"
        if measure.state == "claimed_done":
            return "claimed"
        return mark_of(self.light(measure.id))

    def duty_mark(self, duty: Assignment) -> Mark:
        """The mark of a cooperating unit's duty."""
        state = self.duties.get(duty.id)
        if state and state.done_on:
            return "done"
        return mark_of(self.light(duty.id))

    def light(self, subject: str) -> Light:
        """The light of a measure or assignment; one that nobody computed has no colour."""
        return self.lights.get(subject, NO_LIGHT)

    def mark_words(self, mark: Mark, light: Light) -> str:
        """The word beside the mark: Overdue 15 d, Behind 21 d, Exposed, Blocked by …"""
        unit = self.view.units.get(light.blocked_by or "")
        if mark == "waiting" and unit and not light.exposed:
            return words("mark.blocked", self.language, unit=unit.short or unit.name)
        counted = mark in ("late", "behind") and light.days is not None
        return words(f"state.{mark}_days" if counted else f"state.{mark}", self.language, n=light.days)

    def is_changed(self, *subjects: str) -> bool:
        """Whether a row changed since the last edition."""
        return any(subject in self.changes for subject in subjects)

    # --- three dates ---

    def baseline(self, measure: Measure) -> str | None:
        """The last good day first promised: the original promise, else the deadline's own day."""
        deadline = measure.deadline.value if measure.deadline else None
        if deadline is None:
            return None
        return promised(deadline)

    def forecast(self, measure: Measure) -> str | None:
        """The day the measure is expected to end: as stated, else as scheduled; None once done."""
        if measure.state in VERIFIED:
            return None
        known = self.forecasts.get(measure.id)
        if known:
            return last_good_day(known.date, known.precision)
        span = self.view.span_of(measure)
        return span[1] if span else self.baseline(measure)

    def done(self, measure: Measure) -> str | None:
        """The day the last step was done, once the measure is verified."""
        if measure.state not in VERIFIED:
            return None
        return max((step.done_on for step in self.view.steps(measure) if step.done_on), default=None)

    def step_baseline(self, step: Step) -> str | None:
        """The day a step was promised for."""
        return step.due.value.date if step.due else None

    def step_forecast(self, step: Step) -> str | None:
        """The day a step is expected to end; None once done."""
        if step.done_on:
            return None
        known = self.forecasts.get(step.id)
        return known.date if known else self.view.finish(step)

    def step_start(self, step: Step) -> str | None:
        """The first day of a step: its own start where it is typed, else as scheduled."""
        return step.start.value.date if step.start else self.view.start(step)

    def duty_baseline(self, duty: Assignment) -> str | None:
        """The day a duty is due to the lead."""
        return promised(duty.deadline.value) if duty.deadline else None

    def duty_forecast(self, duty: Assignment) -> str | None:
        """The day a duty is expected; None once done."""
        state = self.duties.get(duty.id)
        if state and state.done_on:
            return None
        known = self.forecasts.get(duty.id)
        return known.date if known else self.duty_baseline(duty)

    def days_late(self, due: str | None, day: str | None) -> int:
        """Calendar days that a day lies after what was due; 0 when it doesn't."""
        if not due or not day:
            return 0
        return max(0, (dt.date.fromisoformat(day) - dt.date.fromisoformat(due)).days)

    def evidence_age(self, measure: Measure) -> int | None:
        """Days since the newest evidence of the measure or one of its steps."""
        subjects = (measure.id, *(step.id for step in self.view.steps(measure)))
        newest = max((piece.dated_on for s in subjects for piece in self.evidence.get(s, ())), default=None)
        if newest is None:
            return None
        return (dt.date.fromisoformat(self.state.as_of) - dt.date.fromisoformat(newest)).days


def mark_of(light: Light) -> Mark:
    """The mark that a light comes to; `exposed` changes no colour, so an exposed measure that is late stays
    late."""
    if light.colour != "red" and (light.exposed or light.reason == "Y7"):
        return "waiting"
    return OF_COLOUR[light.colour]


def promised(deadline: Deadline) -> str | None:
    """The last good day first promised."""
    first = deadline.original
    if first:
        return last_good_day(first.date, first.precision)
    return last_good_day(deadline.date, deadline.precision) if deadline.date else None


def typed_cell(text: str, label: str, fill: Literal["unit", "office"] = "office") -> Cell:
    """Words that a person typed, or the blank that says who fills it."""
    return Cell(text=text, origin="typed") if text else Cell(fill=fill, label=label)
