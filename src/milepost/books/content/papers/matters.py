"""What papers say of a measure: its source with the sentence verbatim, its deadline, its lead, its evidence.

In: a `View` and a measure. Out: runs with their origin. The deadline stands strong in the quoted sentence.
"""

import msgspec

from milepost.books.content.papers.runs import day, of_cell, typed, wording, woven
from milepost.books.content.records.paper import Run, Text
from milepost.books.content.standing import Standing, promised
from milepost.books.content.view import View
from milepost.books.wording.dates import deadline_words
from milepost.ledger.records import Measure


def clause_text(view: View, measure: Measure) -> Text:
    """The source in full with the measure's sentence verbatim, its deadline strong."""
    document = view.documents.get(measure.document)
    if document is None or not measure.quote:
        return (wording("cite.own", view.language),)
    key = "paper.source.numbered" if document.number else "paper.source"
    place = view.citer.place(measure.document, measure.clause, measure.span)
    return woven(
        key,
        view.language,
        title=of_cell(view.printed(document.id, document.title, "document:title")),
        number=of_cell(view.printed(document.id, document.number or "-", "document:number")),
        place=Run(text=place, origin="computed", rule="cite:place", span=measure.span, document=document.id),
        quote=quoted_sentence(view, measure),
    )


def quoted_sentence(view: View, measure: Measure) -> Text:
    """The sentence of a measure, parted about its deadline."""
    sentence = view.sentence(measure)
    run = Run(
        text=sentence.text,
        origin=sentence.origin,
        span=sentence.span,
        document=sentence.document,
        rule=sentence.rule,
    )
    place = measure.deadline.value.span if measure.deadline else None
    if not place or not sentence.span or sentence.origin != "quoted":
        return (run,)
    base = sentence.span[0]
    start, end = place[0] - base, place[1] - base
    if not 0 <= start < end <= len(sentence.text):
        return (run,)
    cuts = ((0, start, False), (start, end, True), (end, len(sentence.text), False))
    return tuple(
        msgspec.structs.replace(run, text=sentence.text[a:b], strong=strong, span=(base + a, base + b))
        for a, b, strong in cuts
        if a < b
    )


def deadline_run(view: View, measure: Measure) -> Run:
    """The deadline first promised, or the words that none is set."""
    deadline = measure.deadline
    first = promised(deadline.value) if deadline else None
    if deadline is None or first is None:
        return wording("line.no_date", view.language)
    precision = deadline.value.original.precision if deadline.value.original else deadline.value.precision
    return Run(
        text=deadline_words(first, precision, view.language),
        origin="typed" if deadline.origin == "typed" else "computed",
        rule=deadline.rule or "last-good-day",
        span=deadline.span,
        document=measure.document,
    )


def lead_run(view: View, measure: Measure) -> Run:
    """The lead unit in full, or the words that one is to be named."""
    lead = view.lead(measure)
    if lead is None:
        return wording("line.lead_to_name", view.language)
    return of_cell(view.unit_cell(lead, full=True))


def evidence_texts(view: View, standing: Standing, measure: Measure) -> list[Text]:
    """The evidence of a measure and its steps, oldest first."""
    texts = []
    for subject in (measure.id, *(step.id for step in view.steps(measure))):
        for piece in sorted(standing.evidence.get(subject, ()), key=lambda e: e.dated_on):
            step = view.step_by_id.get(subject)
            about = step.title.value if step else piece.source
            key = "paper.evidence.of" if about else "paper.evidence"
            texts.append(
                woven(
                    key,
                    view.language,
                    about=typed(about or "-"),
                    kind=typed(piece.kind),
                    date=day(piece.dated_on, view.language),
                )
            )
    return texts
