"""Check "impossible date": promises that no schedule can keep, or only in less than half of the usual time.

In: a ledger and today. Out: errors for dates that contradict each other, their start or what they wait for;
warnings for promises past, squeezed under half, or later than the upper measure's; notes for dates on a rest
day. Days missing are counted in working days.
"""

import datetime as dt
from collections.abc import Iterator

from milepost.ledger.records import Ledger, Measure, Step
from milepost.planning.analysis.evidence import Evidence, evidence
from milepost.planning.bounds import delivering, measure_start, promised_steps
from milepost.planning.calendar import WorkCalendar, unit_calendars, work_calendar
from milepost.planning.durations import bends, usual_days
from milepost.planning.network import LoopFound
from milepost.planning.promises import adoption_days, due_of, first_good_day
from milepost.planning.schedule import shortest_finishes
from milepost.planning.settings import read_settings
from milepost.planning.templates import lead_units, propose_steps

CHECK = "impossible_date"
LEAST_PERCENT = 50
"""Under this share of the usual time a promise is doubtful."""


def check(ledger: Ledger, today: str) -> list[Evidence]:
    """Every date that can't be, or hardly can be, kept."""
    return list(_Dates(propose_steps(ledger, today), today).findings())


class _Dates:
    """The dates of one ledger."""

    def __init__(self, ledger: Ledger, today: str):
        """Index measures, steps and calendars; without a loop also what links allow at the earliest."""
        self.ledger, self.today = ledger, today
        self.measures = {measure.id: measure for measure in ledger.measures}
        self.region = read_settings(ledger.settings, ledger.plan.language).region
        self.by_unit = unit_calendars(ledger.units, self.region)
        self.unit_names = {unit.id: unit.name for unit in ledger.units}
        self.leads = lead_units(ledger)
        self.adopted = adoption_days(ledger)
        self.members: dict[str, list[int]] = {measure.id: [] for measure in ledger.measures}
        for at, step in enumerate(ledger.steps):
            self.members.setdefault(step.measure, []).append(at)
        self.covered = promised_steps(ledger)
        try:
            self.shortest = shortest_finishes(ledger, today)
        except LoopFound:
            self.shortest = {}

    def findings(self) -> Iterator[Evidence]:
        """All of them, measure by measure, then step by step."""
        for measure in self.ledger.measures:
            due = due_of(measure)
            if due is not None:
                yield from self._measure(measure, dt.date.fromisoformat(due))
        for step in self.ledger.steps:
            yield from self._step(step)

    def _calendar(self, measure: Measure) -> WorkCalendar:
        """The calendar of a measure's lead, else the plan's."""
        return self.by_unit.get(self.leads.get(measure.id, ""), work_calendar(self.region))

    def _measure(self, measure: Measure, due: dt.date) -> Iterator[Evidence]:
        """The promise of one measure: past, before its start, without room, squeezed, or fine."""
        yield from self._rest_day(measure, due)
        yield from self._upper(measure, due)
        if due < dt.date.fromisoformat(self.today):
            days = (dt.date.fromisoformat(self.today) - due).days
            yield evidence(CHECK, "warning", (measure.id,), "past", code=measure.code, due=due, days=days)
            return
        begin, _ = measure_start(measure, self.adopted, self.today)
        start = dt.date.fromisoformat(begin)
        if due < start:
            yield evidence(
                CHECK, "error", (measure.id,), "due_before_start", code=measure.code, due=due, start=start
            )
            return
        yield from self._room(measure, start, due)

    def _room(self, measure: Measure, start: dt.date, due: dt.date) -> Iterator[Evidence]:
        """Whether the steps fit between start and promise."""
        steps = [self.ledger.steps[at] for at in self.members[measure.id] if at in self.covered]
        calendar = self._calendar(measure)
        room = calendar.count(start, due)
        ordered = [step for step in steps if step.origin != "quoted" and step.done_on is None]
        if len(ordered) > room:
            missing = len(ordered) - room
            yield evidence(
                CHECK, "error", (measure.id,), "no_room",
                code=measure.code, room=room, due=due, steps=len(ordered), missing=missing,
            )  # fmt: skip
            return
        if steps:
            last = self.ledger.steps[delivering(self.ledger, measure, self.members[measure.id])]
            finish = self.shortest.get(last.id)
            if finish is not None and finish > due:
                missing = calendar.count(due + dt.timedelta(1), finish)
                yield evidence(
                    CHECK, "error", (measure.id,), "too_early",
                    code=measure.code, due=due, finish=finish, missing=missing,
                )  # fmt: skip
                return
        usual = sum(usual_days(step) for step in ordered if bends(step))
        if usual and 100 * room < LEAST_PERCENT * usual:
            percent = round(100 * room / usual)
            yield evidence(
                CHECK, "warning", (measure.id,), "squeezed",
                code=measure.code, room=room, due=due, percent=percent, usual=usual,
            )  # fmt: skip

    def _rest_day(self, measure: Measure, due: dt.date) -> Iterator[Evidence]:
        """A promise to the day that falls on a rest day of the lead."""
        deadline = measure.deadline.value if measure.deadline is not None else None
        calendar = self._calendar(measure)
        if deadline is None or deadline.precision != "day" or calendar.is_working(due):
            return
        unit = self.unit_names.get(self.leads.get(measure.id, ""), self.ledger.plan.title)
        yield evidence(CHECK, "note", (measure.id,), "rest_day", code=measure.code, due=due, unit=unit)

    def _upper(self, measure: Measure, due: dt.date) -> Iterator[Evidence]:
        """A promise later than that of a measure it answers to."""
        for name in measure.upper:
            upper = self.measures.get(name)
            upper_due = due_of(upper) if upper is not None else None
            if upper is not None and upper_due is not None and due.isoformat() > upper_due:
                date = dt.date.fromisoformat(upper_due)
                yield evidence(
                    CHECK, "warning", (measure.id, upper.id), "upper_due",
                    code=measure.code, due=due, upper=upper.code, upper_due=date,
                )  # fmt: skip

    def _step(self, step: Step) -> Iterator[Evidence]:
        """A step's dates against each other and against its measure's promise."""
        if step.due is None:
            return
        due = dt.date.fromisoformat(step.due.value.date)
        if step.start is not None:
            start = dt.date.fromisoformat(first_good_day(step.start.value.date, step.start.value.precision))
            if due < start:
                yield evidence(
                    CHECK,
                    "error",
                    (step.measure,),
                    "step_order",
                    title=step.title.value,
                    due=due,
                    start=start,
                )
        measure = self.measures.get(step.measure)
        promised = due_of(measure) if measure is not None else None
        if measure is not None and promised is not None and due.isoformat() > promised:
            yield evidence(
                CHECK, "error", (measure.id,), "step_after_measure",
                title=step.title.value, due=due, code=measure.code,
                measure_due=dt.date.fromisoformat(promised),
            )  # fmt: skip
