"""The coverage table: each clause of an upper document, what answers it, and where nothing does.

In: a `View`, a `Standing`, for one document its name. Out: a landscape table in the order of the documents,
gaps marked, with the rate: (matched + exceeded) out of (all − not applicable), numerator and base beside it,
partly answered ones apart.
"""

from collections import Counter
from collections.abc import Iterable

from msgspec import Struct

from milepost.books.content.papers.furniture import part_number, report_paper, stem
from milepost.books.content.papers.matters import lead_run
from milepost.books.content.papers.runs import computed, day, days_between, matter, typed, wording, woven
from milepost.books.content.records.paper import Block, Head, Heading, Paper, Paragraph, Run, Table, Text
from milepost.books.content.standing import Standing
from milepost.books.content.view import View
from milepost.books.inputs import Coverage, UpperRequirement
from milepost.books.wording.labels import label, words

GAPS = ("open", "partly")


class Rate(Struct, frozen=True):
    """How much of the base is answered; `partly` and `not_applicable` stand apart."""

    answered: int
    base: int
    partly: int
    open: int
    not_applicable: int

    @property
    def percent(self) -> int | None:
        """The rate in whole percent, rounded down; None without a base."""
        return self.answered * 100 // self.base if self.base else None


Pair = tuple[UpperRequirement, Coverage]


def coverage_table(view: View, standing: Standing, document: str | None = None) -> Paper:
    """The table against one upper document, or against all."""
    language, pairs = view.language, answers(standing, document)
    documents = list(dict.fromkeys(upper.document for upper, _ in pairs))
    blocks: list[Block] = [Paragraph(text=rate_text(view, rate_of(pairs)), style="count")]
    for number, name in enumerate(documents, start=1):
        held = [pair for pair in pairs if pair[0].document == name]
        if len(documents) > 1:
            blocks.append(Heading(text=name, number=part_number(number, language)))
            blocks.append(Paragraph(text=rate_text(view, rate_of(held)), style="count"))
        blocks.append(answers_table(view, standing, held, name))
    return report_paper(
        view,
        standing,
        "coverage",
        stem("coverage", *([str(standing_number(standing, document))] if document else []), language),
        label("coverage.title", language),
        blocks,
        subtitle=document or "",
    )


def standing_number(standing: Standing, document: str) -> int:
    """The place of a document among the upper documents, for file names."""
    names = list(dict.fromkeys(upper.document for upper in standing.state.upper))
    return names.index(document) + 1 if document in names else 0


def answers(standing: Standing, document: str | None = None) -> list[Pair]:
    """Each requirement with its answer, in document order; one without an answer is open."""
    known = {row.upper: row for row in standing.state.coverage}
    return [
        (upper, known.get(upper.id, Coverage(upper=upper.id)))
        for upper in standing.state.upper
        if document is None or upper.document == document
    ]


def rate_of(pairs: Iterable[Pair]) -> Rate:
    """The counts behind the rate."""
    counts = Counter(coverage.status for _, coverage in pairs)
    return Rate(
        answered=counts["matched"] + counts["exceeded"],
        base=sum(counts.values()) - counts["not_applicable"],
        partly=counts["partly"],
        open=counts["open"],
        not_applicable=counts["not_applicable"],
    )


def rate_text(view: View, rate: Rate) -> Text:
    """The rate with numerator and base; partly, open and not applicable beside it."""
    apart = computed(rate.not_applicable, "coverage:not-applicable")
    if rate.percent is None:
        return woven("coverage.no_base", view.language, not_applicable=apart)
    return woven(
        "coverage.rate",
        view.language,
        percent=computed(f"{rate.percent}%", "coverage:rate", strong=True),
        answered=computed(rate.answered, "coverage:answered"),
        base=computed(rate.base, "coverage:base"),
        partly=computed(rate.partly, "coverage:partly"),
        open=computed(rate.open, "coverage:open"),
        not_applicable=apart,
    )


def answers_table(view: View, standing: Standing, pairs: list[Pair], caption: str) -> Table:
    """Clause, what answers it, its lead, gap or reason."""
    language = view.language
    shares = {"clause": 4.0, "matched": 3.2, "lead": 1.8, "gap": 2.6}
    heads = tuple(Head(text=label(f"coverage.{key}", language), share=share) for key, share in shares.items())
    rows = tuple(_row(view, standing, upper, coverage) for upper, coverage in pairs)
    gaps = sum(coverage.status in GAPS for _, coverage in pairs)
    return Table(
        caption=caption,
        heads=heads,
        rows=rows,
        count=words("coverage.count", language, n=len(rows), gaps=gaps),
    )


def _row(
    view: View, standing: Standing, upper: UpperRequirement, coverage: Coverage
) -> tuple[tuple[Text, ...], ...]:
    """A requirement's row."""
    measures = [view.measures[id_] for id_ in coverage.measures if id_ in view.measures]
    none: tuple[Text, ...] = ((wording("paper.none", view.language),),)
    leads = {lead.text: lead for lead in (lead_run(view, measure) for measure in measures)}
    return (
        clause_cell(view, upper),
        tuple(matter(view, measure) for measure in measures) or none,
        tuple((lead,) for lead in leads.values()) or none,
        _gap(view, standing, upper, coverage),
    )


def clause_cell(view: View, upper: UpperRequirement) -> tuple[Text, ...]:
    """The clause by its label, then its words, then the upper lead where one is named."""
    name = upper.clause or upper.number
    place: Text = (Run(text=name, origin="quoted", document=upper.document, strong=True),) if name else ()
    said: Text = (Run(text=upper.text, origin="quoted", document=upper.document),)
    lead = woven("coverage.upper_lead", view.language, unit=typed(upper.lead)) if upper.lead else ()
    return tuple(text for text in (place, said, lead) if text)


def _gap(view: View, standing: Standing, upper: UpperRequirement, coverage: Coverage) -> tuple[Text, ...]:
    """The status in a word, strong where it is a gap; how long it has been open; the reason."""
    language = view.language
    status = computed(
        label(f"coverage.status.{coverage.status}", language), "coverage:status", coverage.status in GAPS
    )
    texts: list[Text] = [(status,)]
    if coverage.status in GAPS and upper.conveyed_on:
        n = computed(days_between(upper.conveyed_on, standing.state.as_of), "conveyed:days")
        texts.append(woven("coverage.since", language, date=day(upper.conveyed_on, language), n=n))
    if coverage.reason:
        texts.append((typed(coverage.reason),))
    return tuple(texts)
