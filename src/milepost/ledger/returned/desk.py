"""The ledger while a book is being taken into it: rows by id, changed one by one, and what is to be said.

In: a ledger and the name of the book. Out: the changed ledger, and notes in the order in which they came up.
Every note begins with the name of the book.
"""

from typing import Any

import msgspec

from milepost.ledger.ids import IdRegister
from milepost.ledger.origins import typed
from milepost.ledger.records import Assignment, Ledger, Role, Unit
from milepost.ledger.units import Context, resolve

SHOWN = 60
"""Signs of an answer that a note repeats."""


def shortened(words: str) -> str:
    """The words on one line, as far as a sentence has room."""
    line = " ".join(words.split())
    return line if len(line) <= SHOWN else line[:SHOWN].rstrip() + "…"


class Desk:
    """A ledger that is being changed."""

    def __init__(self, ledger: Ledger, name: str) -> None:
        self._ledger, self._name = ledger, name
        self.measures = {measure.id: measure for measure in ledger.measures}
        self.assignments = {one.id: one for one in ledger.assignments}
        self.units = {unit.id: unit for unit in ledger.units}
        self.notes: list[str] = []
        self._ids = IdRegister(self.assignments)

    def ledger(self) -> Ledger:
        """The ledger as it is now."""
        return msgspec.structs.replace(
            self._ledger,
            measures=tuple(self.measures.values()),
            assignments=tuple(self.assignments.values()),
            units=tuple(self.units.values()),
        )

    def change_measure(self, id_: str, **values: Any) -> None:
        """Give a measure new values."""
        self.measures[id_] = msgspec.structs.replace(self.measures[id_], **values)

    def change_assignment(self, id_: str, **values: Any) -> None:
        """Give an assignment new values."""
        self.assignments[id_] = msgspec.structs.replace(self.assignments[id_], **values)

    def change_unit(self, id_: str, **values: Any) -> None:
        """Give a unit new values."""
        self.units[id_] = msgspec.structs.replace(self.units[id_], **values)

    def assign(self, measure: str, unit: str, role: Role, printed: str, duty: str = "") -> None:
        """Let a unit owe something in a measure, by a person's word."""
        id_ = self._ids.give(measure, f"returned:{role}:{duty}", self.measures[measure].quote, unit)
        self.assignments[id_] = Assignment(
            id=id_,
            measure=measure,
            unit=typed(unit),
            role=typed(role),
            duty_text=typed(duty) if duty else None,
            printed=printed,
        )

    def of_measure(self, measure: str) -> list[Assignment]:
        """The assignments of a measure."""
        return [one for one in self.assignments.values() if one.measure == measure]

    def unit_named(self, words: str) -> Unit | None:
        """The unit of this code or name; None where the register has none or several."""
        line = " ".join(words.split())
        for unit in self.units.values():
            if unit.code.casefold() == line.casefold():
                return unit
        return resolve(line, tuple(self.units.values()), Context(language=self._ledger.plan.language))[0]

    def note(self, words: str) -> None:
        """Say something of the book."""
        self.notes.append(f"{self._name}, {words}.")

    def stays(self, where: str, before: str, words: str) -> None:
        """Say that a typed value stays."""
        self.note(
            f'{where}: "{shortened(before)}" was typed in the ledger and stays; '
            f'the book says "{shortened(words)}"'
        )

    def unused(self, why: str, fields: dict[str, str]) -> None:
        """Say what was not used, and why."""
        told = ", ".join(f'{field.replace("_", " ")} "{shortened(words)}"' for field, words in fields.items())
        self.note(f"{why}; not taken in: {told}")
