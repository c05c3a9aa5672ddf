"""The tables of a report: counts, results, cases, causes, findings, next period, carried over.

In: a `View`, a `Standing`, `FrozenCounts`. Out: tables, None where there are no rows. Every table states its
count.
"""

from collections.abc import Iterator, Sequence

from milepost.books.content.papers.matters import deadline_run, evidence_texts, lead_run
from milepost.books.content.papers.pack_lists import Row, heads_of
from milepost.books.content.papers.runs import (
    computed,
    day,
    listed_runs,
    matter,
    number_run,
    paragraphs,
    sentences,
    typed,
    unit_run,
    wording,
    woven,
)
from milepost.books.content.records.paper import Paragraph, Run, Table, Text
from milepost.books.content.standing import Standing
from milepost.books.content.view import View
from milepost.books.inputs import FrozenCounts
from milepost.books.inputs.counts import Carried, Count, Finding, InnovationCase
from milepost.books.wording.labels import label, words
from milepost.ledger.records import Measure

ORDER = ("planned", "done", "verified", "carried_over", "cancelled", "extended")
ALWAYS = ("planned", "done", "verified", "carried_over")
"""Counts that are told even when they are 0."""


def _table(view: View, room: str, shares: dict[str, float], rows: Sequence[Row]) -> Table | None:
    """A table of a room of the catalogue with its count."""
    if not rows:
        return None
    return Table(
        caption=label(room, view.language),
        heads=heads_of(room, shares, view),
        rows=tuple(rows),
        count=words("count.rows", view.language, n=len(rows)),
    )


def summary(view: View, counts: FrozenCounts) -> Iterator[Paragraph]:
    """The counts of the period in a sentence, and last year's in another where they were taken."""
    ordered = sorted(counts.counts, key=lambda c: ORDER.index(c.key))
    now = [(count.key, count.number) for count in ordered if count.number or count.key in ALWAYS]
    then = [(c.key, c.last_year) for c in ordered if c.last_year is not None and c.key in ALWAYS]
    said = [
        woven(key, view.language, parts=_parts(view, found, rule))
        for key, found, rule in (
            ("report.sum", now, "count:{}"),
            ("report.sum.last_year", then, "count:{}:last-year"),
        )
        if found
    ]
    if said:
        yield Paragraph(text=sentences(said, view.language))


def _parts(view: View, found: Sequence[tuple[str, int]], rule: str) -> Text:
    """Counts in a row, each with its origin."""
    runs: list[Run] = []
    for place, (key, number) in enumerate(found):
        runs += [wording("paper.comma", view.language)] * bool(place)
        runs += woven(f"report.sum.{key}", view.language, n=computed(number, rule.format(key)))
    return tuple(runs)


def counts_table(view: View, counts: FrozenCounts) -> Table | None:
    """Each count with last year's and the measures it counts."""
    rows = [_count(view, count) for count in sorted(counts.counts, key=lambda c: ORDER.index(c.key))]
    return _table(view, "report.counts", {"key": 1.6, "number": 1.0, "last_year": 1.0, "list": 6.0}, rows)


def _count(view: View, count: Count) -> Row:
    """A count's row."""
    language = view.language
    last = computed(count.last_year, f"count:{count.key}:last-year") if count.last_year is not None else None
    measures = [view.measures[id_] for id_ in count.measures if id_ in view.measures]
    numbers = listed_runs([(number_run(view, measure),) for measure in measures], language)
    listed = woven("report.counts.numbers", language, numbers=numbers) if measures else ()
    return (
        ((wording(f"report.count.{count.key}", language),),),
        ((computed(count.number, f"count:{count.key}", strong=True),),),
        ((last or wording("report.not_counted", language),),),
        (listed or (wording("report.no_list" if count.number else "paper.none", language),),),
    )


def results_table(view: View, standing: Standing, measures: list[Measure]) -> Table | None:
    """What was verified: its result, its evidence, the day."""
    rows = [_result(view, standing, measure) for measure in measures]
    return _table(view, "report.results", {"measure": 3.0, "output": 2.0, "evidence": 5.0, "done": 1.8}, rows)


def _result(view: View, standing: Standing, measure: Measure) -> Row:
    """A verified measure."""
    output, done = measure.output_form, standing.done(measure)
    form: tuple[Text, ...] = ()
    if output and output.value:
        form = ((Run(text=output.value, origin=output.origin, rule=output.rule, span=output.span),),)
    return (
        (matter(view, measure),),
        form,
        tuple(evidence_texts(view, standing, measure)) or ((wording("paper.none", view.language),),),
        ((day(done, view.language, rule="last-step-done"),),) if done else (),
    )


def cases_table(view: View, counts: FrozenCounts) -> Table | None:
    """Practices sent out first, then those taken in."""
    cases = sorted(counts.cases, key=lambda case: case.direction != "out")
    shares = {"direction": 1.2, "title": 4.0, "place": 2.2, "state": 3.2}
    return _table(view, "report.cases", shares, [_case(view, case) for case in cases])


def _case(view: View, case: InnovationCase) -> Row:
    """A practice."""
    return (
        ((wording(f"report.case.{case.direction}", view.language),),),
        paragraphs((case.title,)),
        paragraphs((case.place,)),
        paragraphs((case.state,)),
    )


def causes_table(view: View, counts: FrozenCounts) -> Table | None:
    """How often each cause was named, most first."""
    rows: list[Row] = [
        (paragraphs((cause,)), ((computed(number, "count:cause"),),))
        for cause, number in sorted(counts.causes.items(), key=lambda row: (-row[1], row[0]))
    ]
    return _table(view, "report.causes", {"cause": 6.0, "number": 1.0}, rows)


def findings_table(view: View, counts: FrozenCounts) -> Table | None:
    """Findings with the unit that cures them, by when, how it stands."""
    shares = {"text": 4.8, "unit": 2.0, "due": 1.8, "state": 2.0}
    return _table(view, "report.findings", shares, [_finding(view, row) for row in counts.findings])


def _finding(view: View, finding: Finding) -> Row:
    """A finding."""
    due = day(finding.due, view.language) if finding.due else wording("line.no_date", view.language)
    return (
        paragraphs((finding.text,)),
        ((unit_run(view, finding.unit),),),
        ((due,),),
        paragraphs((finding.state,)),
    )


def next_table(view: View, standing: Standing, measures: list[Measure]) -> Table | None:
    """What is still to be done, by the day it is expected."""
    ordered = sorted(measures, key=lambda measure: standing.forecast(measure) or "")
    shares = {"measure": 4.0, "lead": 2.2, "baseline": 2.0, "forecast": 1.8}
    return _table(view, "report.next", shares, [_open(view, standing, measure) for measure in ordered])


def _open(view: View, standing: Standing, measure: Measure) -> Row:
    """An open measure: baseline and forecast, apart."""
    forecast = standing.forecast(measure)
    return (
        (matter(view, measure),),
        ((lead_run(view, measure),),),
        ((deadline_run(view, measure),),),
        ((day(forecast, view.language, rule="forecast"),),) if forecast else (),
    )


def carried_table(view: View, counts: FrozenCounts) -> Table | None:
    """The list carried over."""
    shares = {"measure": 3.6, "old": 1.8, "new": 1.8, "reason": 3.6}
    return _table(view, "report.carried", shares, [_carried(view, row) for row in counts.carried])


def _carried(view: View, row: Carried) -> Row:
    """A measure carried over."""
    measure = view.measures.get(row.measure)
    none = wording("line.no_date", view.language)
    return (
        (matter(view, measure) if measure else (typed(row.measure),),),
        ((day(row.old_due, view.language) if row.old_due else none,),),
        ((day(row.new_due, view.language, strong=True) if row.new_due else none,),),
        paragraphs((row.reason,)),
    )
