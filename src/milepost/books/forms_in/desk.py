"""A plan while a form is being taken into it: rows by id, changed one by one, and whether anything changed.

In: ledger and state. Out: both with what was changed. An equal value changes nothing, so that reading the
same form twice is reading it once. What a cell of a form means stands in `setters`.
"""

from collections import defaultdict
from typing import Any

import msgspec

from milepost.books.inputs import Coverage, DutyState, Report, State, UpperRequirement
from milepost.ledger.ids import IdRegister, codes, unit_code
from milepost.ledger.origins import Sourced, typed
from milepost.ledger.records import Assignment, Document, Ledger, Measure, Role, Setting, Step, Unit
from milepost.ledger.units import Context, Known


class Desk:
    """Ledger and state that are being changed."""

    def __init__(self, ledger: Ledger, state: State) -> None:
        self._ledger, self._state = ledger, state
        self.language = ledger.plan.language
        self.changed = False
        self.notes: list[str] = []
        self.measures = {one.id: one for one in ledger.measures}
        self.units = {one.id: one for one in ledger.units}
        self.documents = {one.id: one for one in ledger.documents}
        self.settings = {one.key: one for one in ledger.settings}
        self._assignments: dict[str, list[Assignment]] = defaultdict(list)
        for assignment in ledger.assignments:
            self._assignments[assignment.measure].append(assignment)
        self._steps: dict[str, list[Step]] = defaultdict(list)
        for step in ledger.steps:
            self._steps[step.measure].append(step)
        self.reports: dict[tuple[str, str | None], Report] = {
            (one.measure, one.unit): one for one in state.reports
        }
        self.upper = {one.id: one for one in state.upper}
        self.coverage = {one.upper: one for one in state.coverage}
        self.duties: dict[str, DutyState] = {one.assignment: one for one in state.duties}
        self._known = Known(ledger.units)
        self._ids = IdRegister(
            (*self.measures, *self.upper, *(a.id for a in ledger.assignments), *(s.id for s in ledger.steps))
        )
        self._codes = {one.code for one in ledger.measures}

    # --- out ---

    def ledger(self) -> Ledger:
        """The ledger as it is now; rows stand in the order they had, new ones behind."""
        return msgspec.structs.replace(
            self._ledger,
            measures=tuple(self.measures.values()),
            units=tuple(self.units.values()),
            documents=tuple(self.documents.values()),
            settings=tuple(self.settings.values()),
            assignments=_in_order(self._ledger.assignments, self._assignments),
            steps=_in_order(self._ledger.steps, self._steps),
        )

    def state(self) -> State:
        """The state as it is now."""
        return msgspec.structs.replace(
            self._state,
            reports=tuple(self.reports.values()),
            upper=tuple(self.upper.values()),
            coverage=tuple(self.coverage.values()),
        )

    # --- measures ---

    def change(self, id_: str, **values: Any) -> None:
        """Give a measure new values."""
        new = msgspec.structs.replace(self.measures[id_], **values)
        if new != self.measures[id_]:
            self.measures[id_] = new
            self.changed = True

    def set_own(self, id_: str, head: str, text: str) -> None:
        """Keep words of a person's own column in the row; none takes them away."""
        extra = {key: words for key, words in self.measures[id_].extra.items() if key != head}
        if text:
            extra = {**self.measures[id_].extra, head: text}
        self.change(id_, extra=extra)

    def add_measure(self, document: Document, words: str, title: str, number: str, lead: str) -> Measure:
        """A new measure with the words of a form's row."""
        self.documents.setdefault(document.id, document)
        measure = Measure(
            id=self._ids.give(document.id, None, words or title, lead),
            code=self._code(number),
            document=document.id,
            quote=words,
            title=typed(title or words),
        )
        self._codes.add(measure.code)
        self.measures[measure.id] = measure
        self.changed = True
        return measure

    def _code(self, number: str) -> str:
        """A number as a code: 7 is M-007, A-12 stays; the next free one for a row without a number."""
        wanted = f"M-{int(number):03d}" if number.isdecimal() else number
        if wanted and wanted not in self._codes:
            return wanted
        return codes("M", 1, self._codes)[0]

    # --- who ---

    def of(self, measure: str) -> list[Assignment]:
        """The assignments of a measure."""
        return self._assignments[measure]

    def lead(self, measure: str) -> Assignment | None:
        """The lead that is no suggestion."""
        rows = (one for one in self.of(measure) if one.role.value == "lead")
        return next((one for one in rows if one.unit.origin != "proposed"), None)

    def unit_named(self, words: str) -> tuple[Unit | None, str]:
        """The unit of a name or code, and how it was found; without one, why."""
        line = " ".join(words.split())
        for unit in self.units.values():
            if unit.code.casefold() == line.casefold():
                return unit, "code"
        return self._known.resolve(line, Context(language=self.language))

    def unit_id(self, words: str) -> str:
        """The id of a unit; one that the register lacks is entered and said."""
        found, _ = self.unit_named(words)
        if found:
            return found.id
        name = " ".join(words.split())
        code = unit_code(name, [unit.code for unit in self.units.values()])
        unit = Unit(id=self._ids.give("unit", None, name, None), code=code, name=name, language=self.language)
        self.units[unit.id] = unit
        self._known.add(unit)
        self.changed = True
        self.note(
            f'"{name}" is no unit of the register and was entered as {code}; correct the name if it is one'
        )
        return unit.id

    def assign(self, measure: str, unit: str, role: Role, printed: str) -> None:
        """Let a unit owe something in a measure, by a person's word."""
        id_ = self._ids.give(measure, f"form:{role}", self.measures[measure].quote, unit)
        self.of(measure).append(
            Assignment(id=id_, measure=measure, unit=typed(unit), role=typed(role), printed=printed)
        )
        self.changed = True

    def change_assignment(self, old: Assignment, **values: Any) -> None:
        """Give an assignment new values."""
        rows = self.of(old.measure)
        rows[rows.index(old)] = msgspec.structs.replace(old, **values)
        self.changed = True

    def release(self, old: Assignment) -> None:
        """Take an assignment out."""
        self.of(old.measure).remove(old)
        self.changed = True

    # --- steps, reports, what is asked from above ---

    def steps(self, measure: str) -> list[Step]:
        """The steps of a measure that somebody adopted, in their order."""
        return [s for s in sorted(self._steps[measure], key=lambda one: one.order) if s.origin != "proposed"]

    def add_step(self, measure: str, title: str, due: Any) -> None:
        """A new step behind the others."""
        last = max((step.order for step in self._steps[measure]), default=0)
        id_ = self._ids.give(measure, "form:step", title, None)
        self._steps[measure].append(
            Step(id=id_, measure=measure, origin="typed", title=typed(title), order=last + 1, due=due)
        )
        self.changed = True

    def change_step(self, old: Step, due: Sourced[Any] | None) -> None:
        """Give a step another day."""
        rows = self._steps[old.measure]
        rows[rows.index(old)] = msgspec.structs.replace(old, due=due)
        self.changed = True

    def report(self, measure: str, **values: Any) -> None:
        """What the lead says of a measure."""
        lead = self.lead(measure)
        key = (measure, lead.unit.value if lead else None)
        key = key if key in self.reports or (measure, None) not in self.reports else (measure, None)
        old = self.reports.get(key) or Report(measure=measure, unit=key[1])
        new = msgspec.structs.replace(old, **values)
        if new != old:
            self.reports[key] = new
            self.changed = True

    def requirements(self, measure: str) -> list[UpperRequirement]:
        """The upper requirements that a measure answers."""
        rows = (self.upper.get(row.upper) for row in self.coverage.values() if measure in row.measures)
        return [one for one in rows if one is not None]

    def require(self, document: str, words: tuple[str, str, str], number: str = "") -> str:
        """The id of an upper requirement with these words (task, measure above, lead above), entered where it
        is new."""
        for one in self.upper.values():
            if (one.text, one.upper_measure, one.lead) == words:
                return one.id
        id_ = self._ids.give(document, "upper", "\n".join(words), None)
        text, above, lead = words
        self.upper[id_] = UpperRequirement(
            id=id_, document=document, clause="", text=text, upper_measure=above, lead=lead, number=number
        )
        self.coverage.setdefault(id_, Coverage(upper=id_))
        self.changed = True
        return id_

    def answer(self, requirement: str, measure: str) -> None:
        """Let a measure answer an upper requirement."""
        old = self.coverage.get(requirement) or Coverage(upper=requirement)
        if measure not in old.measures:
            status = "matched" if old.status == "open" else old.status
            self.coverage[requirement] = msgspec.structs.replace(
                old, measures=(*old.measures, measure), status=status
            )
            self.changed = True

    # --- the rest ---

    def set_setting(self, key: str, value: str, meaning: str) -> None:
        """Enter or change a setting."""
        if key not in self.settings or self.settings[key].value != value:
            self.settings[key] = Setting(key=key, value=value, meaning=meaning)
            self.changed = True

    def note(self, words: str) -> None:
        """Say something, once."""
        if words not in self.notes:
            self.notes.append(words)


def _in_order(before: tuple[Any, ...], now: dict[str, list[Any]]) -> tuple[Any, ...]:
    """The rows in the order they had, new ones behind."""
    rows = {row.id: row for group in now.values() for row in group}
    kept = [rows.pop(old.id) for old in before if old.id in rows]
    return (*kept, *rows.values())
