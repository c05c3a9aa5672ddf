"""An independent check of a schedule against its ledger: links, capacity, calendar, bounds, today,
promises.

In: a ledger and the schedule made of it. Out: sentences, one a fault; none means that the schedule is what it
claims. Plain Python and slow on purpose: it shares no code with the modules that place steps, counts working
days itself from the `holidays` library, and looks at finished dates only. Not here: whether a better schedule
exists.
"""

import datetime as dt
import itertools
from collections import defaultdict
from collections.abc import Iterator
from functools import lru_cache
from typing import TYPE_CHECKING

from milepost.ledger.deadlines import last_good_day
from milepost.ledger.records import Assignment, Lag, Ledger, Link, Measure, Schedule, Step
from milepost.planning.settings import Rules, read_settings

if TYPE_CHECKING:
    from holidays import HolidayBase

ONE = dt.timedelta(1)


def verify(ledger: Ledger, schedule: Schedule) -> list[str]:
    """Every fault of a schedule, in sentences."""
    return list(_Check(ledger, schedule).faults())


class _Check:
    """One schedule under examination."""

    def __init__(self, ledger: Ledger, schedule: Schedule):
        """Index rows, steps and measures."""
        self.ledger, self.schedule = ledger, schedule
        self.rules: Rules = read_settings(ledger.settings, ledger.plan.language)
        self.measures = {measure.id: measure for measure in ledger.measures}
        self.units = {unit.id: unit for unit in ledger.units}
        self.steps = {step.id: step for step in ledger.steps}
        self.of_measure: dict[str, list[Step]] = defaultdict(list)
        for step in ledger.steps:
            self.of_measure[step.measure].append(step)
        for steps in self.of_measure.values():
            steps.sort(key=lambda step: step.order)
        self.parts: dict[str, list[Assignment]] = defaultdict(list)
        for one in ledger.assignments:
            self.parts[one.measure].append(one)
        self.rows = {row.step: (_day(row.start), _day(row.finish)) for row in schedule.rows}

    def faults(self) -> Iterator[str]:
        """All checks, one after the other; those of dates only when every step has a row."""
        missing = [step for step in self.steps if step not in self.rows]
        yield from (f"Step {step} has no row." for step in missing)
        yield from (
            f"Row {row.step} names no step." for row in self.schedule.rows if row.step not in self.steps
        )
        if len(self.rows) != len(self.schedule.rows):
            yield "A step has more than one row."
        if missing:
            return
        for step in self.ledger.steps:
            yield from self._calendar(step)
            yield from self._bounds(step)
        for link in self.ledger.links:
            yield from self._link(link)
        yield from self._own_order()
        yield from self._capacity()
        yield from self._promises()

    # --- calendar and bounds ---

    def _region(self, step: Step) -> str | None:
        """The region whose holidays a step keeps."""
        unit = self.units.get(step.unit.value) if step.unit else None
        return unit.calendar if unit is not None and unit.calendar else self.rules.region

    def _calendar(self, step: Step) -> Iterator[str]:
        """A step begins and ends on working days of its unit and lasts its days."""
        start, finish = self.rows[step.id]
        if step.done_on is not None:
            if finish != _day(step.done_on):
                yield f"Step {step.id} was done on {step.done_on} and is shown as done on {finish}."
            return
        if start > finish:
            yield f"Step {step.id} starts on {start}, after its finish on {finish}."
            return
        region = self._region(step)
        for what, day in (("starts", start), ("finishes", finish)):
            if not _worked(day, region):
                yield f"Step {step.id} {what} on {day}, a day of rest."
        days = _count(start, finish, region)
        asked = step.days.value[1] if step.days else None
        bends = step.days is None or step.days.origin == "proposed"
        if asked is not None and not bends and days != max(1, asked):
            yield f"Step {step.id} lasts {days} working days, not {asked}."

    def _bounds(self, step: Step) -> Iterator[str]:
        """A step begins neither before its own start, its measure's start, adoption, nor today."""
        if step.done_on is not None:
            return
        start, _ = self.rows[step.id]
        if step.start is not None:
            first = _first_day(step.start.value.date, step.start.value.precision)
            if start < first:
                yield f"Step {step.id} starts on {start}, before its own start {first}."
            return
        today = _day(self.schedule.today)
        if start < today:
            yield f"Step {step.id} starts on {start}, before today, {today}."
        measure = self.measures[step.measure]
        adopted = self._adopted(measure)
        if adopted is not None and start <= adopted:
            yield f"Step {step.id} starts on {start}, not after adoption on {adopted}."
        if measure.start is not None and measure.start.value.date is not None:
            first = _first_day(measure.start.value.date, measure.start.value.precision)
            if start < first:
                yield f"Step {step.id} starts on {start}, before the stated start {first} of its measure."

    def _adopted(self, measure: Measure) -> dt.date | None:
        """When a measure's document was adopted."""
        for document in self.ledger.documents:
            if document.id == measure.document and document.date:
                return _day(document.date)
        held = [m.held_on for m in self.ledger.meetings if m.document == measure.document and m.held_on]
        return _day(held[-1]) if held else None

    # --- order ---

    def _link(self, link: Link) -> Iterator[str]:
        """A hard link between two dated ends holds."""
        if not link.hard:
            return
        tail = self._end(link.from_, first=link.kind in ("SS", "SF"))
        head = self._end(link.to, first=link.kind not in ("FF", "SF"))
        if tail is None or head is None or head.done_on is not None:
            return
        lag = None if self._has_window(self.measures[head.measure]) else link.lag
        if not self._holds(tail, head, link.kind, lag):
            yield f"Link {link.id} is broken: {link.kind} from step {tail.id} to step {head.id}."

    def _end(self, name: str, first: bool) -> Step | None:
        """The step that an end of a link means; of a measure its first, or the one that brings its output."""
        if name in self.steps:
            return self.steps[name]
        steps = self.of_measure.get(name, [])
        if not steps or first:
            return steps[0] if steps else None
        issues = [step for step in steps if step.stage == "issue"]
        working = [step for step in steps if step.stage not in ("evaluate", "copy")]
        return (issues or working or steps)[-1]

    def _has_window(self, measure: Measure) -> bool:
        """Whether a link's lag is the time a measure has after an event, not a wait."""
        deadline = measure.deadline.value if measure.deadline is not None else None
        return deadline is not None and deadline.kind in ("event", "relative") and self._due(measure) is None

    def _holds(self, tail: Step, head: Step, kind: str, lag: Lag | None) -> bool:
        """Whether head follows tail as the link asks; a finish counts as the start of the day after."""
        from_start, to_start = kind in ("SS", "SF"), kind not in ("FF", "SF")
        begun, ended = self.rows[tail.id]
        event = begun if from_start else ended + ONE
        begins, ends = self.rows[head.id]
        region = self._region(head)
        earliest = _later(event, lag, not from_start, region)
        reached = begins if to_start else ends + ONE
        while not _worked(earliest, region):
            earliest += ONE
        while not _worked(reached, region):
            reached += ONE
        return reached >= earliest

    def _own_order(self) -> Iterator[str]:
        """The steps of one measure that a person or Milepost ordered follow each other."""
        for steps in self.of_measure.values():
            mine = [step for step in steps if step.origin in ("proposed", "typed")]
            ranks = sorted({step.order for step in mine})
            for before, after in itertools.pairwise(ranks):
                for tail in (step for step in mine if step.order == before):
                    for head in (step for step in mine if step.order == after and step.done_on is None):
                        if not self._holds(tail, head, "FS", self._wait(head)):
                            yield f"Step {head.id} does not wait for step {tail.id} of its measure."

    def _wait(self, step: Step) -> Lag | None:
        """The months a proposed step waits by its kind's template."""
        kind = self.measures[step.measure].kind
        if step.origin != "proposed" or kind is None:
            return None
        for row in self.rules.templates.get(kind.value, ()):
            if row.stage == step.stage:
                return (
                    Lag(value=row.after_months, unit="month", days="calendar") if row.after_months else None
                )
        return None

    # --- capacity ---

    def _capacity(self) -> Iterator[str]:
        """On no day a unit works beyond a stated capacity; beyond the default one only for a promise."""
        bound = self._bound()
        used: dict[str, dict[dt.date, int]] = {unit: defaultdict(int) for unit in self.units}
        free: dict[str, set[dt.date]] = {unit: set() for unit in self.units}
        for step in self.ledger.steps:
            days = list(_days(*self.rows[step.id]))
            for unit, amount in self._asks(step):
                taken, of_unit = min(amount, self._room(unit)), used[unit]
                for day in days:
                    of_unit[day] += taken
                if step.id not in bound:
                    free[unit].update(days)
        for unit, amounts in used.items():
            over = sorted(day for day, amount in amounts.items() if amount > self._room(unit))
            if self.units[unit].capacity is not None and over:
                yield (
                    f"Unit {unit} needs {amounts[over[0]] / 100:g} people on {over[0]}, "
                    f"not {self._room(unit) / 100:g}."
                )
            elif any(day in free[unit] for day in over):
                day = next(day for day in over if day in free[unit])
                yield f"Unit {unit} is over its default capacity on {day} for a step that no promise binds."

    def _room(self, unit: str) -> int:
        """Hundredths of people a unit has a day."""
        stated = self.units[unit].capacity
        return round((self.rules.capacity if stated is None else stated) * 100)

    def _asks(self, step: Step) -> list[tuple[str, int]]:
        """Hundredths of people each unit gives a step; a stretched estimate spreads its work."""
        if step.done_on is not None:
            return []
        people = step.people.value if step.people is not None else 1.0
        bends = (step.days is None or step.days.origin == "proposed") and not (step.start and step.due)
        if bends:
            usual = max(1, step.days.value[1]) if step.days is not None else 1
            people *= min(1.0, usual / _count(*self.rows[step.id], self._region(step)))
        demand = max(1, round(people * 100)) if people > 0 else 0
        asked = {step.unit.value: demand} if step.unit is not None and demand else {}
        for one in self.parts[step.measure]:
            if demand and step.origin == "proposed" and _takes_part(one, step):
                asked.setdefault(one.unit.value, max(1, round(demand * 0.5)))
        return [(unit, amount) for unit, amount in asked.items() if unit in self.units]

    def _bound(self) -> set[str]:
        """Steps that a promise binds, directly or through what waits for them."""
        bound = {step.id for step in self.ledger.steps if self._promised(step)}
        before: dict[str, set[str]] = defaultdict(set)
        for link in self.ledger.links:
            tail = self._end(link.from_, first=link.kind in ("SS", "SF"))
            head = self._end(link.to, first=link.kind not in ("FF", "SF"))
            if link.hard and tail is not None and head is not None:
                before[head.id].add(tail.id)
        for steps in self.of_measure.values():
            mine = [step for step in steps if step.origin in ("proposed", "typed")]
            for head in mine:
                before[head.id] |= {tail.id for tail in mine if tail.order < head.order}
        todo = list(bound)
        while todo:
            fresh = before[todo.pop()] - bound
            bound |= fresh
            todo += fresh
        return bound

    def _promised(self, step: Step) -> bool:
        """Whether a step has a date of its own, or its measure's promise covers it."""
        if step.due is not None:
            return True
        measure = self.measures[step.measure]
        if self._due(measure) is None:
            return False
        last = self._delivering(measure)
        return last is not None and step.order <= last.order

    # --- promises ---

    def _due(self, measure: Measure) -> dt.date | None:
        """The last good day of the promise in force."""
        deadline = measure.deadline.value if measure.deadline is not None else None
        if deadline is None or deadline.kind in ("target", "period", "start", "open"):
            return None
        if deadline.current is not None:
            return _day(last_good_day(deadline.current.date, deadline.current.precision))
        return _day(deadline.date) if deadline.date is not None else None

    def _delivering(self, measure: Measure) -> Step | None:
        """The step whose finish answers the promise."""
        steps = self.of_measure.get(measure.id, [])
        if measure.kind is not None and measure.kind.value == "document":
            return self._end(measure.id, first=False)
        return steps[-1] if steps else None

    def _promises(self) -> Iterator[str]:
        """Every promise is reported, with its true days late."""
        reported = {promise.measure: promise for promise in self.schedule.promises}
        for measure in self.ledger.measures:
            due = self._due(measure)
            promise = reported.pop(measure.id, None)
            if due is None:
                if promise is not None:
                    yield f"Measure {measure.id} promises no date and is reported with one."
                continue
            last = self._delivering(measure)
            finish = self.rows[last.id][1] if last is not None else _day(self.schedule.today)
            late = max(0, (finish - due).days)
            if promise is None or _day(promise.due) != due or promise.days_late != late:
                yield f"Measure {measure.id} is {late} days late against {due}, and is reported otherwise."


def _takes_part(one: Assignment, step: Step) -> bool:
    """Whether a unit beside the lead works on a step of this stage."""
    stages = {"cooperating": ("consult", "carry_out", "evaluate"), "guide": ("review",)}.get(
        one.role.value, ()
    )
    return one.unit.origin != "proposed" and step.stage in stages


def _later(event: dt.date, lag: Lag | None, from_finish: bool, region: str | None) -> dt.date:
    """The event that a lag after an event allows."""
    if lag is None or lag.value == 0:
        return event
    if lag.unit in ("month", "quarter", "year"):
        months = lag.value * {"month": 1, "quarter": 3, "year": 12}[lag.unit]
        anchor = event - ONE if from_finish else event
        moved = _same_day(anchor, months)
        return moved + ONE if from_finish else moved
    if lag.days == "calendar":
        return event + dt.timedelta(lag.value * (7 if lag.unit == "week" else 1))
    days = lag.value * (5 if lag.unit == "week" else 1)
    while not _worked(event, region):
        event += ONE
    step = ONE if days > 0 else -ONE
    while days:
        event += step
        if _worked(event, region):
            days -= 1 if days > 0 else -1
    return event


def _same_day(day: dt.date, months: int) -> dt.date:
    """The same day number some months later, else the month's last day."""
    at = day.year * 12 + day.month - 1 + months
    first = dt.date(at // 12, at % 12 + 1, 1)
    after = dt.date((at + 1) // 12, (at + 1) % 12 + 1, 1)
    return min(first + dt.timedelta(day.day - 1), after - ONE)


def _first_day(date: str, precision: str) -> dt.date:
    """The first day of the period a date stands for."""
    day = _day(date)
    length = {"month": 1, "quarter": 3, "half": 6, "year": 12}.get(precision)
    return day if length is None else dt.date(day.year, (day.month - 1) // length * length + 1, 1)


def _count(first: dt.date, last: dt.date, region: str | None) -> int:
    """Working days in a span, counted one by one."""
    return sum(_worked(day, region) for day in _days(first, last))


def _days(first: dt.date, last: dt.date) -> Iterator[dt.date]:
    """Every day of a span."""
    while first <= last:
        yield first
        first += ONE


def _day(text: str) -> dt.date:
    """An ISO date."""
    return dt.date.fromisoformat(text)


@lru_cache(maxsize=200_000)
def _worked(day: dt.date, region: str | None) -> bool:
    """Whether a day is worked in a region, by the holidays library's own word."""
    if region is None or region.lower() in ("", "none", "weekdays") or not 2000 <= day.year <= 2060:
        return day.weekday() < 5
    return bool(_holidays(region.upper()).is_working_day(day))


@lru_cache(maxsize=32)
def _holidays(region: str) -> "HolidayBase":
    """A region's holidays in the years that planning knows."""
    import holidays

    country, _, part = region.partition("-")
    return holidays.country_holidays(country, subdiv=part or None, years=range(2000, 2061), expand=False)
