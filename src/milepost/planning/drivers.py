"""What forces each date: the one link, unit, release, promise, calendar or condition that holds a step
where it is.

In: a problem and its placement with the ledger around it. Out: a `Driver` for a step, in words of the plan's
language. Order of reasons: done; late; the promise that sets the length of the delivering step; a unit
without people; the tie that ends last; a condition nobody can date; the release. Not here: slack.
"""

from collections import defaultdict
from collections.abc import Sequence

from milepost.ledger.records import Driver, Ledger, Step
from milepost.planning.axis import Axis
from milepost.planning.bounds import StepBound, delivering
from milepost.planning.durations import bends, usual_days
from milepost.planning.kernels import KINDS, SS
from milepost.planning.levelling import Placement, Problem, wait_of
from milepost.planning.network import Network, Tie, due_after_event
from milepost.planning.promises import due_of
from milepost.planning.settings import Rules
from milepost.planning.wording import sentence


class Reasons:
    """Finds the driver of each step of one placement."""

    def __init__(
        self,
        ledger: Ledger,
        rules: Rules,
        network: Network,
        bounds: Sequence[StepBound],
        problem: Problem,
        placed: Placement,
        asked: Sequence[Sequence[tuple[str, int]]],
    ):
        """Index what the reasons look up."""
        self.ledger, self.bounds, self.problem, self.placed, self.asked = (
            ledger,
            bounds,
            problem,
            placed,
            asked,
        )
        self.axis: Axis = problem.axis
        self.language = ledger.plan.language
        self.measures = {measure.id: measure for measure in ledger.measures}
        self.units = {unit.id: unit for unit in ledger.units}
        self.rooms = dict(zip(self.units, problem.capacity, strict=True))
        self.into: dict[int, list[Tie]] = defaultdict(list)
        for tie in network.ties:
            self.into[tie.head].append(tie)
        self.links = {link.id: link for link in ledger.links}
        self.dangling = {self._measure_of(link.to): link for link in network.dangling}
        self.members: dict[str, list[int]] = defaultdict(list)
        for at, step in enumerate(ledger.steps):
            self.members[step.measure].append(at)
        self.used = self._used()

    def of(self, at: int) -> Driver:
        """The driver of a step by number."""
        step = self.ledger.steps[at]
        if step.done_on is not None:
            return Driver(kind="release", ref=step.id, words=self._say("done", day=self._finish(at)))
        return (
            self._promise(at, step)
            or self._unit(at)
            or self._tie(at)
            or self._condition(at, step)
            or self._release(at)
        )

    def _say(self, key: str, **values: object) -> str:
        """A sentence in the plan's language."""
        return sentence(key, self.language, **values)

    def _finish(self, at: int) -> object:
        """The date a step finishes on."""
        return self.axis.date(self.placed.finish[at])

    def _promise(self, at: int, step: Step) -> Driver | None:
        """The promise that the step's finish answers: kept by bending its estimates, or missed."""
        due = self.bounds[at].due
        measure = self.measures[step.measure]
        delivers = step.due is not None or delivering(self.ledger, measure, self.members[step.measure]) == at
        if due is None or not delivers:
            return None
        late = self.placed.finish[at] - self.axis.at(due)
        if late > 0:
            return Driver(kind="promise", ref=measure.id, words=self._say("late", days=late, day=due))
        mine = [
            one
            for one in self.members[step.measure]
            if bends(self.ledger.steps[one]) and self.bounds[one].due
        ]
        usual = sum(usual_days(self.ledger.steps[one]) for one in mine)
        given = sum(self.problem.days[one] for one in mine)
        if not mine or given == usual or due_of(measure) is None:
            return None
        percent = round(100 * given / usual)
        return Driver(kind="promise", ref=measure.id, words=self._say("promise", day=due, percent=percent))

    def _unit(self, at: int) -> Driver | None:
        """The unit whose people were all taken on the days before, where the links alone allow an earlier
        start."""
        if self.placed.start[at] <= self.placed.ready[at]:
            return None
        cal = self.problem.calendar[at]
        first = self.axis.number[cal][self.placed.start[at]] - 1
        span = range(self.axis.day[cal][first], self.placed.start[at])
        for unit, amount in self.asked[at]:
            room = self.rooms[unit] - min(amount, self.rooms[unit])
            if any(self.used[unit].get(day, 0) > room for day in span):
                return Driver(kind="unit", ref=unit, words=self._say("unit", unit=self.units[unit].name))
        unit = self.asked[at][0][0]
        return Driver(kind="unit", ref=unit, words=self._say("unit", unit=self.units[unit].name))

    def _tie(self, at: int) -> Driver | None:
        """The tie whose event falls last, where it is what sets the first possible day."""
        cal = self.problem.calendar[at]
        for tie in self.into[at]:
            kind = KINDS[tie.kind]
            starts = kind in (SS, KINDS["SF"])
            event = self.placed.start[tie.tail] if starts else self.placed.finish[tie.tail] + 1
            bound = self.axis.number[cal][
                self.axis.waits[wait_of(self.axis, tie, self.problem.calendar)][event]
            ]
            bound -= self.problem.days[at] if kind >= KINDS["FF"] else 0
            released = self.axis.number[cal][self.problem.release[at]]
            if bound == self.axis.number[cal][self.placed.ready[at]] and bound > released:
                return self._tie_words(tie)
        return None

    def _tie_words(self, tie: Tie) -> Driver:
        """The driver that a tie is: the stated link, or the step before."""
        before = self.ledger.steps[tie.tail]
        link = self.links.get(tie.link) if tie.link is not None else None
        if link is not None and link.condition:
            words = self._say("after_condition", title=before.title.value, words=link.condition)
        else:
            key = "after" if tie.kind in ("FS", "enables") else "together"
            words = self._say(key, title=before.title.value)
        return Driver(kind="link", ref=link.id if link is not None else before.id, words=words)

    def _condition(self, at: int, step: Step) -> Driver | None:
        """The event without a date, or the measure without steps, that a measure's first step should wait
        for."""
        measure = self.measures[step.measure]
        if at != min(self.members[measure.id], key=lambda one: (self.ledger.steps[one].order, one)):
            return None
        day = self.axis.date(self.placed.start[at])
        link = self.dangling.get(measure.id)
        if link is not None:
            other = self.measures.get(link.from_)
            code = other.code if other is not None else link.from_
            words = link.condition or code
            key = "condition" if link.condition else "no_steps"
            return Driver(
                kind="condition", ref=link.id, words=self._say(key, words=words, code=code, day=day)
            )
        if due_after_event(measure) and not any(tie.link for tie in self.into[at]):
            deadline = measure.deadline.value if measure.deadline is not None else None
            text = (deadline.anchor or deadline.text) if deadline is not None else ""
            return Driver(kind="condition", ref=measure.id, words=self._say("condition", words=text, day=day))
        return None

    def _release(self, at: int) -> Driver:
        """The first day the step may begin; the calendar where that day is a day of rest."""
        bound = self.bounds[at]
        if self.axis.date(self.placed.start[at]) != bound.release:
            return Driver(kind="calendar", words=self._say("calendar", day=bound.release))
        ref = self.ledger.steps[at].measure
        return Driver(kind="release", ref=ref, words=self._say(bound.reason, day=bound.release))

    def _measure_of(self, end: str) -> str:
        """The measure of a link's end, which names a step or a measure."""
        return next((step.measure for step in self.ledger.steps if step.id == end), end)

    def _used(self) -> dict[str, dict[int, int]]:
        """Hundredths of people in use by unit and day."""
        used: dict[str, dict[int, int]] = {unit: defaultdict(int) for unit in self.units}
        for at, asked in enumerate(self.asked):
            for unit, amount in asked:
                for day in range(self.placed.start[at], self.placed.finish[at] + 1):
                    used[unit][day] += min(amount, self.rooms[unit])
        return used
