"""A progress report that a unit filled: its words, days and evidence, row by row.

In: a `View`, its `Standing`, the unit's id, the form as it came. Out: `Reported`: the state with the reports,
forecasts and evidence of the rows that can be used, and what became of each row. A row is known by its stable
id alone; one with a fault changes nothing; the same form again changes nothing. What is said here is a
self-report: it sets no light, and a step is not done by it.
"""

from collections.abc import Callable, Iterator
from typing import Any

import msgspec
from msgspec import Struct

from milepost.books.content.forms.desk import Desk as Words
from milepost.books.content.forms.report_form import last_report, report_rows
from milepost.books.content.standing import Standing
from milepost.books.content.view import View
from milepost.books.forms_in.records import CellChange, FormTable, Line, RowFate
from milepost.books.forms_in.words import read_day_of
from milepost.books.inputs import Evidence, Forecast, Report, State
from milepost.ledger.cells import Cell, plain, read_whole, tidy
from milepost.ledger.faults import Unreadable
from milepost.ledger.records import Assignment, Measure

SAID = ("done", "obstacles", "needs", "next_step")
DAYS = ("forecast", "evidence_date")


class Reported(Struct, frozen=True, kw_only=True):
    """What a unit reported: the fate of each row, rows of the unit that the form lacks (id, title), notes,
    and the state with it."""

    unit: str
    rows: tuple[RowFate, ...]
    missing: tuple[tuple[str, str], ...]
    notes: tuple[str, ...]
    state: State

    @property
    def faults(self) -> tuple[str, ...]:
        """Every fault, row by row."""
        return tuple(fault for row in self.rows for fault in row.faults)


def read_report(view: View, standing: Standing, unit: str, table: FormTable, on: str) -> Reported:
    """What a unit's form says; `on` is the day it was handed in."""
    return _Reading(view, standing, unit, table, on).run()


class _Reading:
    """One report on its way into one state."""

    def __init__(self, view: View, standing: Standing, unit: str, table: FormTable, on: str) -> None:
        self.view, self.standing, self.unit, self.table, self.on = view, standing, unit, table, on
        self.subjects = {id_: (measure, duty) for id_, measure, duty in report_rows(view, unit)}
        self.words = Words(view, standing)
        self.heads = {column.field: column.head for column in table.columns if column.field}
        self.reports: dict[tuple[str, str | None], Report] = {
            (one.measure, one.unit): one for one in standing.state.reports
        }
        self.forecasts = {one.subject: one for one in standing.state.forecasts}
        self.evidence = list(standing.state.evidence)
        self.seen: dict[str, int] = {}

    def run(self) -> Reported:
        """Every row, then what is missing."""
        rows = tuple(self._row(line) for line in self.table.rows)
        left = [id_ for id_ in self.subjects if id_ not in self.seen]
        name = self.table.name
        return Reported(
            unit=self.unit,
            rows=rows,
            missing=tuple((id_, self._title(id_)) for id_ in left),
            notes=tuple(
                f'{name}, row {n} is no row of the report: "{words[:80]}".' for n, words in self.table.aside
            ),
            state=msgspec.structs.replace(
                self.standing.state,
                reports=tuple(self.reports.values()),
                forecasts=tuple(self.forecasts.values()),
                evidence=tuple(self.evidence),
            ),
        )

    def _title(self, id_: str) -> str:
        measure, duty = self.subjects[id_]
        return duty.duty_text.value if duty.duty_text else measure.title.value

    def _row(self, line: Line) -> RowFate:
        """The fate of one row."""
        title = line.text("title")
        fault = self._stranger(line)
        faults = [f"{self.table.name}, row {line.number}: {fault}"] if fault else []
        values, unreadable = self._values(line)
        faults += unreadable
        if not fault:
            self.seen[line.id] = line.number
        if faults:
            return RowFate(number=line.number, fate="rejected", id=line.id, title=title, faults=tuple(faults))
        measure, duty = self.subjects[line.id]
        changes = (
            *self._report(measure, duty, values),
            *self._forecast(line.id, values.get("forecast")),
            *self._evidence(line.id, values),
        )
        return RowFate(
            number=line.number,
            fate="changed" if changes else "same",
            id=line.id,
            title=self._title(line.id),
            changes=changes,
        )

    def _stranger(self, line: Line) -> str:
        """Why a row is none of this unit's, in a sentence."""
        if not line.id:
            return "the stable id is missing. Copy it from the form as it was sent."
        if line.id not in self.subjects:
            return f'the stable id "{line.id}" is no matter of this unit. Report only what the form lists.'
        if line.id in self.seen:
            return f'the stable id "{line.id}" stands in row {self.seen[line.id]} too. Leave one of the two.'
        return ""

    def _values(self, line: Line) -> tuple[dict[str, Any], list[str]]:
        """The cells as values, and the faults of those that can't be read."""
        values: dict[str, Any] = {}
        faults: list[str] = []
        for key, cell in line.cells.items():
            try:
                values[key] = READ.get(key, tidy)(cell)
            except Unreadable as error:
                faults.append(f'{self.table.name}, row {line.number}, column "{self.heads[key]}": {error}')
        if not faults and values.get("evidence_date") and not values.get("evidence"):
            faults.append(
                f"{self.table.name}, row {line.number}: a date of evidence without the evidence. Name it."
            )
        if not faults and values.get("evidence") and not values.get("evidence_date"):
            faults.append(f"{self.table.name}, row {line.number}: evidence without its date. Write its day.")
        if not faults:
            faults += self._impossible(line, values)
        return values, faults

    def _impossible(self, line: Line, values: dict[str, Any]) -> Iterator[str]:
        """Days that can't be: evidence of a day to come, a forecast of a day that is past."""
        place = f"{self.table.name}, row {line.number}, column"
        evidence, forecast = values.get("evidence_date"), values.get("forecast")
        if evidence and evidence > self.on:
            head = self.heads["evidence_date"]
            yield f'{place} "{head}": {evidence} is after {self.on}. Write its own day.'
        known = self.forecasts.get(line.id)
        if forecast and forecast < self.on and not (known and known.date == forecast):
            head = self.heads["forecast"]
            yield f'{place} "{head}": {forecast} is past. Write the day you now expect.'

    def _change(self, key: str, was: object, now: object) -> CellChange:
        """A cell that says something new."""
        told = ("" if one is None else str(one) for one in (was, now))
        return CellChange(head=self.heads.get(key, key), was=next(told), now=next(told))

    def _report(self, measure: Measure, duty: Assignment, values: dict[str, Any]) -> tuple[CellChange, ...]:
        """Take in what the unit says; what is new of it."""
        old = last_report(self.words, measure, duty)
        base = old or Report(measure=measure.id, unit=self.unit)
        said: dict[str, Any] = {key: values[key] for key in SAID if key in values}
        if "percent_self" in values:
            said["percent_self"] = values["percent_self"]
        new = msgspec.structs.replace(base, **said)
        if new == base:
            return ()
        self.reports.pop((base.measure, base.unit), None)
        new = msgspec.structs.replace(new, on=self.on, unit=self.unit)
        self.reports[new.measure, new.unit] = new
        return tuple(
            self._change(key, getattr(base, key), value)
            for key, value in said.items()
            if getattr(base, key) != value
        )

    def _forecast(self, subject: str, day: str | None) -> tuple[CellChange, ...]:
        """Take in the day the unit expects; an emptied cell leaves what is known."""
        known = self.forecasts.get(subject)
        if day is None or (known and known.date == day):
            return ()
        self.forecasts[subject] = Forecast(subject=subject, date=day, by="reported")
        return (self._change("forecast", known.date if known else None, day),)

    def _evidence(self, subject: str, values: dict[str, Any]) -> tuple[CellChange, ...]:
        """Take in a piece of evidence that isn't known yet."""
        kind, day = values.get("evidence"), values.get("evidence_date")
        if not kind or not day:
            return ()
        known = [one for one in self.evidence if one.subject == subject]
        if any(one.kind == kind and one.dated_on == day for one in known):
            return ()
        self.evidence.append(Evidence(subject=subject, kind=kind, dated_on=day, source=self.unit))
        return (self._change("evidence", None, f"{kind}, {day}"),)


def _percent(cell: Cell) -> int | None:
    """A percentage from 0 to 100."""
    text = plain(cell).replace("%", "").replace("％", "")
    if isinstance(cell, float) and 0 < cell < 1:
        cell = round(cell * 100)  # 0.85 in a cell that a workbook shows as 85 %
    number = read_whole(text if isinstance(cell, str) else cell)
    if number is not None and not 0 <= number <= 100:
        raise Unreadable(f'"{tidy(cell)}" is no percentage. Write a whole number from 0 to 100.')
    return number


READ: dict[str, Callable[[Cell], Any]] = {"percent_self": _percent, **dict.fromkeys(DAYS, read_day_of)}
