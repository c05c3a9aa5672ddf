"""The half-year and year report of the whole, a group or a unit, from frozen counts.

In: a `View`, a `Standing`, `FrozenCounts`, and optionally how to draw the bars by quarter (a writer's
function; without it the bars are left to the caller). Out: a paper: I counts, II results with evidence,
III innovation cases, IV problems and causes, V findings and cures, VI next period; annex carried over. The
narrative is typed, counts never: a count that disagrees with the list it counts raises `CountsDisagree`.
"""

from collections.abc import Callable, Iterator

from milepost.books.content.papers.furniture import part_number, report_paper, stem
from milepost.books.content.papers.quarters import Quarters, quarters_of
from milepost.books.content.papers.report_tables import (
    carried_table,
    cases_table,
    causes_table,
    counts_table,
    findings_table,
    next_table,
    results_table,
    summary,
)
from milepost.books.content.papers.runs import day, number_run, paragraphs, typed, wording, woven
from milepost.books.content.records.paper import (
    Block,
    Heading,
    Paper,
    Paragraph,
    Picture,
    Points,
    Table,
    Text,
)
from milepost.books.content.standing import Standing
from milepost.books.content.view import View
from milepost.books.inputs import FrozenCounts, Report
from milepost.books.wording.dates import long_date
from milepost.books.wording.labels import label, words
from milepost.ledger.records import Measure

Draw = Callable[[Quarters], str]


class CountsDisagree(ValueError):
    """A frozen count that is not the length of the list it counts."""

    def __init__(self, subject: str, key: str, number: int, listed: int) -> None:
        super().__init__(
            f'The frozen counts of "{subject}" say {number} under "{key}", but list {listed} measures. '
            "Freeze the period again, or correct the list."
        )


def report(view: View, standing: Standing, counts: FrozenCounts, draw: Draw | None = None) -> Paper:
    """The report of a period."""
    _check(counts)
    language, name = view.language, subject_name(view, standing, counts)
    blocks: list[Block] = []
    for n, (key, held) in enumerate(_parts(view, standing, counts, draw), start=1):
        heading = label(f"report.part.{key}" + (f".{counts.period}" if key == "next" else ""), language)
        blocks += [Heading(text=heading, number=part_number(n, language), anchor=f"part-{key}"), *held]
    blocks += [*_signed(view, standing, counts), *_annex(view, counts)]
    return report_paper(
        view,
        standing,
        "report",
        stem("report", counts.scope, _code(view, counts), counts.start[:4], counts.period, language),
        words(f"report.title.{counts.period}.{_half(counts)}", language, year=counts.start[:4], subject=name),
        blocks,
        subtitle=words(
            "report.period",
            language,
            start=long_date(counts.start, language),
            end=long_date(counts.end, language),
            frozen=long_date(counts.frozen_on, language),
        ),
        colophon=tuple((label(f"report.sign.{role}", language), "____") for role in ("compiled", "approved")),
        frozen_on=counts.frozen_on,
    )


def _parts(
    view: View, standing: Standing, counts: FrozenCounts, draw: Draw | None
) -> Iterator[tuple[str, list[Block]]]:
    """Each part with what it holds; an empty one says so in the year report and is left out of the shorter
    half-year report."""
    nothing: Block = Paragraph(text=(wording("paper.none", view.language),), style="note")
    for key, part in PARTS.items():
        held = list(part(view, standing, counts))
        if key == "counts":
            held += _picture(view, counts, draw)
        if held or counts.period == "year":
            yield key, held or [nothing]


def _check(counts: FrozenCounts) -> None:
    """Every count that names its list has its length."""
    for count in counts.counts:
        if count.measures and len(count.measures) != count.number:
            raise CountsDisagree(counts.subject or counts.scope, count.key, count.number, len(count.measures))


def _half(counts: FrozenCounts) -> str:
    """Which half of the year, for the title; the whole year is neither."""
    if counts.period == "year":
        return "whole"
    return "first" if int(counts.end[5:7]) <= 6 else "second"


def subject_name(view: View, standing: Standing, counts: FrozenCounts) -> str:
    """Of whom the report is: the unit's or group's name, else the place, without one the plan's title."""
    if counts.scope == "unit":
        unit = view.units.get(counts.subject)
        return unit.name if unit else counts.subject
    if counts.scope == "group":
        return counts.subject
    return standing.state.place or view.ledger.plan.title


def _code(view: View, counts: FrozenCounts) -> str:
    """What the file's name calls the subject: the unit's code, the group's place in the plan."""
    if counts.scope == "unit":
        unit = view.units.get(counts.subject)
        return unit.code if unit else counts.subject
    if counts.scope == "group":
        names = list(dict.fromkeys(m.group.value for m in view.ledger.measures if m.group))
        return str(names.index(counts.subject) + 1) if counts.subject in names else counts.subject
    return ""


def in_scope(view: View, counts: FrozenCounts) -> list[Measure]:
    """The measures the report is about."""
    measures = view.ledger.measures
    if counts.scope == "unit":
        return [m for m in measures if (lead := view.lead(m)) and lead.unit.value == counts.subject]
    if counts.scope == "group":
        return [m for m in measures if m.group and m.group.value == counts.subject]
    return list(measures)


def _narrative(counts: FrozenCounts, part: str) -> Iterator[Paragraph]:
    """What a person typed under a heading."""
    for narrative in counts.narrative:
        if narrative.part == part:
            yield from (Paragraph(text=text) for text in paragraphs(narrative.paragraphs))


def _tables(*tables: Table | None) -> Iterator[Block]:
    """The tables that have rows."""
    yield from (table for table in tables if table)


def _counts(view: View, standing: Standing, counts: FrozenCounts) -> Iterator[Block]:
    """In a sentence or two, then with last year beside them and the list they count."""
    yield from summary(view, counts)
    yield from _tables(counts_table(view, counts))


def _results(view: View, standing: Standing, counts: FrozenCounts) -> Iterator[Block]:
    """What came of it, with the evidence."""
    yield from _narrative(counts, "results")
    verified = next((count.measures for count in counts.counts if count.key == "verified"), ())
    yield from _tables(
        results_table(view, standing, [view.measures[m] for m in verified if m in view.measures])
    )


def _cases(view: View, standing: Standing, counts: FrozenCounts) -> Iterator[Block]:
    """Practices sent out and taken in."""
    yield from _tables(cases_table(view, counts))


def _problems(view: View, standing: Standing, counts: FrozenCounts) -> Iterator[Block]:
    """Problems, and how often each cause was named."""
    yield from _narrative(counts, "problems")
    yield from _tables(causes_table(view, counts))


def _findings(view: View, standing: Standing, counts: FrozenCounts) -> Iterator[Block]:
    """Findings of inspections and their cures."""
    yield from _tables(findings_table(view, counts))


def _next(view: View, standing: Standing, counts: FrozenCounts) -> Iterator[Block]:
    """The next period: what is meant, the list with its days, what is needed."""
    yield from _narrative(counts, "next_year")
    measures = [m for m in in_scope(view, counts) if standing.forecast(m)]
    yield from _tables(next_table(view, standing, measures))
    needs = [(m, r) for m in measures if (r := standing.reports.get(m.id)) and r.needs]
    if needs:
        yield Heading(text=label("report.needs", view.language), level=2)
        yield Points(items=tuple(_need(view, *need) for need in needs), numbered=True)


def _need(view: View, measure: Measure, report: Report) -> Text:
    """What a unit said it needs for a measure."""
    number = woven("paper.number", view.language, number=number_run(view, measure))
    return (*number, wording("paper.colon", view.language), typed(report.needs))


def _signed(view: View, standing: Standing, counts: FrozenCounts) -> Iterator[Block]:
    """Who reports, and the day the figures were frozen."""
    state = standing.state
    office = state.office or state.body if counts.scope == "whole" else subject_name(view, standing, counts)
    frozen = day(counts.frozen_on, view.language, rule="counts:frozen")
    yield Paragraph(text=(typed(office),), style="signature")
    yield Paragraph(text=(frozen,), style="signature")


def _annex(view: View, counts: FrozenCounts) -> Iterator[Block]:
    """The list carried over, with old and new day and the reason."""
    table = carried_table(view, counts)
    if table:
        yield Heading(text=label("report.annex", view.language), anchor="annex")
        yield table


def _picture(view: View, counts: FrozenCounts, draw: Draw | None) -> Iterator[Block]:
    """The bars by quarter of the period, where somebody draws them."""
    within = {key: row for key, row in counts.quarters.items() if _of(counts.start) <= key <= _of(counts.end)}
    quarters = quarters_of(within, view.language)
    if quarters and draw:
        yield Picture(svg=draw(quarters), caption=quarters.title, alt=quarters.alt)


def _of(date: str) -> str:
    """The quarter of a day: 2027-Q2."""
    return f"{date[:4]}-Q{(int(date[5:7]) + 2) // 3}"


PARTS: dict[str, Callable[[View, Standing, FrozenCounts], Iterator[Block]]] = {
    "counts": _counts,
    "results": _results,
    "cases": _cases,
    "problems": _problems,
    "findings": _findings,
    "next": _next,
}
"""The parts in their order."""
