"""What the cells of a form are made from: the plan, how it stands, who reported what, words of the row's own.

In: a `View` and its `Standing`. Out: `Desk`, with the few ways in which a cell comes about: from a sourced
value, from words that a person typed, from a rule, from a day, or blank. Which field holds what stands in
`values`.
"""

from collections import defaultdict
from functools import cached_property

from milepost.books.content.forms.records import Field
from milepost.books.content.records import Cell
from milepost.books.content.standing import Standing
from milepost.books.content.view import View
from milepost.books.inputs import Report, UpperRequirement
from milepost.books.wording.labels import label
from milepost.ledger.origins import Origin, Sourced
from milepost.ledger.records import Measure


class Desk:
    """What the functions of this table ask of a plan."""

    def __init__(self, view: View, standing: Standing) -> None:
        self.view, self.standing, self.language = view, standing, view.language
        self.reports: dict[str, Report] = {}
        self.duty_reports: dict[tuple[str, str], Report] = {}
        for report in standing.state.reports:
            self._keep(report)
        self._blanks: dict[str, Cell] = {}
        self.proposed = label("forms.proposed", self.language)

    def _keep(self, report: Report) -> None:
        """A report by measure and unit; the lead's, or one that names no unit, is the measure's own."""
        measure = self.view.measures.get(report.measure)
        lead = self.view.lead(measure) if measure else None
        if report.unit is None or lead is None or lead.unit.value == report.unit:
            self.reports[report.measure] = report
        if report.unit is not None:
            self.duty_reports[report.measure, report.unit] = report

    @cached_property
    def upper(self) -> dict[str, list[UpperRequirement]]:
        """The upper requirements that each measure answers."""
        known = {one.id: one for one in self.standing.state.upper}
        found: dict[str, list[UpperRequirement]] = defaultdict(list)
        for row in self.standing.state.coverage:
            for measure in row.measures:
                if row.upper in known:
                    found[measure].append(known[row.upper])
        return found

    def blank(self, field: Field) -> Cell:
        """The empty cell of a field."""
        if field.key not in self._blanks:
            self._blanks[field.key] = Cell(fill=field.fill, label=label("forms.blank", self.language))
        return self._blanks[field.key]

    def own(self, measure: Measure, field: Field) -> Cell | None:
        """What the row holds under the field's head in columns of its own."""
        if not measure.extra:
            return None
        text = measure.extra.get(field.head(self.language)) or measure.extra.get(field.zh)
        text = text or measure.extra.get(field.en)
        return typed(text) if text else None

    def sourced(self, measure: Measure, value: Sourced[str] | None) -> Cell | None:
        """A sourced text; a proposed one says so."""
        if value is None or not value.value:
            return None
        text = value.value + self.proposed if value.origin == "proposed" else value.value
        return Cell(
            text=text, origin=value.origin, rule=value.rule, span=value.span, document=measure.document
        )

    def cited(self, measure: Measure) -> Cell | None:
        """The measure's clause; a measure that stands in no document has none."""
        if measure.span is None and measure.clause is None:
            return None
        return self.view.cite(measure.document, measure.clause, measure.span)


def typed(text: str) -> Cell:
    """Words that a person typed."""
    return Cell(text=text, origin="typed")


def computed(text: str, rule: str) -> Cell:
    """Words that follow from the plan by a rule."""
    return Cell(text=text, origin="computed", rule=rule)


def dated(date: str | None, origin: Origin, rule: str, text: str = "") -> Cell | None:
    """A day, for machines and people."""
    return Cell(text=text or date, origin=origin, rule=rule, date=date) if date else None
