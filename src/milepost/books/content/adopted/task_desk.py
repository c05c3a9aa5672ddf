"""What all rows of the adopted task books share: standing, facts, narrow dates, who waits for whom.

In: a `Standing`. Out: `Desk`, whose answers every row, cover and change of an edition's task books uses.
"""

from collections import defaultdict
from collections.abc import Iterable

from milepost.books.content.adopted.facts import adopted_facts
from milepost.books.content.records import Cell, Fill
from milepost.books.content.records.adopted_task_book import StateMark
from milepost.books.content.standing import Standing
from milepost.books.content.values import title_cell
from milepost.books.inputs import Light
from milepost.books.wording.dates import day_month, joined, long_date, short_date
from milepost.books.wording.labels import label, words
from milepost.ledger.origins import Origin, Span
from milepost.ledger.records import Assignment, Measure

STRONG = ("late", "behind", "waiting", "stale")
"""Marks whose word is printed strong."""


class Desk:
    """The standing of a plan with what its task books ask beside it."""

    def __init__(self, standing: Standing) -> None:
        self.standing, self.view, self.state = standing, standing.view, standing.state
        self.language = standing.language
        self.year = self.state.as_of[:4]
        self.facts = adopted_facts(self.view, self.state)
        self._cited: dict[tuple[str, str | None, Span | None], Cell] = {}
        self._measure_of_duty = {a.id: a.measure for a in self.view.ledger.assignments}
        self._next: dict[str, dict[str, Measure]] = defaultdict(dict)
        for link in self.view.ledger.links:
            first, then = self.view.measure_of(link.from_), self.view.measure_of(link.to)
            if first and then and first.id != then.id:
                self._next[first.id][then.id] = then

    def measure_of_duty(self, duty: str) -> str:
        """The measure (id) of an assignment; empty for what is none."""
        return self._measure_of_duty.get(duty, "")

    def waiting_for(self, measure: Measure) -> tuple[Cell, ...]:
        """The measures that wait for this one, by the links of the plan."""
        return tuple(title_cell(one) for one in self._next.get(measure.id, {}).values())

    def cite(self, measure: Measure, span: Span | None) -> Cell:
        """The citation of a place in the clause of a measure; one place is looked up once."""
        key = (measure.document, measure.clause, span)
        if key not in self._cited:
            self._cited[key] = self.view.cite(*key)
        return self._cited[key]

    def in_order(self, measures: Iterable[Measure]) -> list[Measure]:
        """Measures by plan number: a promise is not re-sorted by its trouble."""
        return sorted(measures, key=self.place)

    def place(self, measure: Measure) -> tuple[int, str]:
        """Where a measure stands by its plan number."""
        number = measure.code.rpartition("-")[2]
        return (int(number) if number.isdecimal() else 0, measure.code)

    # --- dates ---

    def narrow(self, day: str) -> str:
        """A day for narrow columns, with its year only where it is another one."""
        if day[:4] == self.year:
            return day_month(day, self.language)
        return short_date(day, self.language)

    def day(self, day: str, rule: str, origin: Origin = "computed", document: str | None = None) -> Cell:
        """A day in a cell."""
        return Cell(text=self.narrow(day), origin=origin, rule=rule, date=day, document=document)

    def day_or_blank(self, day: str | None, rule: str, blank: str = "line.no_date") -> Cell:
        """A day in a cell, or the words that none is set."""
        return self.day(day, rule) if day else self.blank("unit", blank)

    def blank(self, fill: Fill, key: str) -> Cell:
        """An empty cell with its small words."""
        return Cell(fill=fill, label=label(key, self.language))

    # --- states ---

    def measure_state(self, measure: Measure) -> StateMark:
        """How a measure stands, with what is said under its mark."""
        contested = measure.state == "contested"
        duties = (self.standing.duties.get(a.id) for a in self.view.assignments(measure))
        ruling = (
            min((d.ruling_due for d in duties if d and d.ruling_due), default=None) if contested else None
        )
        times = self.state.extensions.get(measure.id, 0)
        notes = (
            self._contested(ruling) if contested else "",
            words("task.extended", self.language, n=times) if times else "",
        )
        return self._state(self.standing.mark(measure), self.standing.light(measure.id), notes)

    def duty_state(self, duty: Assignment) -> StateMark:
        """How a duty stands; a contested one says by when it is ruled on."""
        known = self.standing.duties.get(duty.id)
        note = self._contested(known.ruling_due) if known and known.state == "contested" else ""
        return self._state(self.standing.duty_mark(duty), self.standing.light(duty.id), (note,))

    def is_contested(self, duty: Assignment) -> bool:
        """Whether a duty is contested."""
        known = self.standing.duties.get(duty.id)
        return known is not None and known.state == "contested"

    def _state(self, mark: str, light: Light, notes: tuple[str, ...]) -> StateMark:
        """A mark with its word; a light set by hand stands beside the computed one."""
        said = self.standing.mark_words(mark, light)  # type: ignore[arg-type] # a mark of Standing
        hand = self._by_hand(light)
        return StateMark(
            mark=mark,
            words=said + ("†" if hand else ""),
            note=joined((*notes, hand), self.language),
            strong=mark in STRONG,
        )

    def _by_hand(self, light: Light) -> str:
        """The light that a person set, with the reason."""
        if light.hand_set is None:
            return ""
        word = label(f"light.{light.hand_set}", self.language)
        key = "task.by_hand_for" if light.hand_reason else "task.by_hand"
        return words(key, self.language, word=word, reason=light.hand_reason)

    def _contested(self, ruling: str | None) -> str:
        """That a duty is contested, and by when it is ruled on; Chinese leaves out the book's own year."""
        if ruling is None:
            return label("task.contested", self.language)
        date = self.narrow(ruling) if self.language == "zh" else long_date(ruling, self.language)
        return words("task.contested_due", self.language, date=date)
