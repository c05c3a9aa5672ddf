"""Numbered notices: official head, addressee, ladder, boxes, rule applied, seal, reply slip, copies.

In: a `View`, a `Standing`, a `Notice`. Out: a letter of one page. What a kind prints is its row in
`notice_kinds`; several matters of one unit and level stand as rows of one notice. A withdrawn notice keeps
its number and asks nothing. `twice_at_once` names notices that should have been one.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator

from milepost.books.content.papers.furniture import letter, stem
from milepost.books.content.papers.matters import clause_text, deadline_run, lead_run
from milepost.books.content.papers.notice_boxes import BOXES, days_late
from milepost.books.content.papers.notice_case import Case
from milepost.books.content.papers.notice_kinds import CHOICES, BoxKey
from milepost.books.content.papers.runs import (
    computed,
    day,
    number_run,
    of_cell,
    sentences,
    typed,
    unit_run,
    wording,
    woven,
)
from milepost.books.content.records.cells import Language
from milepost.books.content.records.paper import (
    Block,
    Grid,
    GridCell,
    Head,
    Ladder,
    LetterHead,
    Paper,
    Paragraph,
    Slip,
    Table,
    Text,
)
from milepost.books.content.standing import Standing
from milepost.books.content.values import title_cell
from milepost.books.content.view import View
from milepost.books.inputs import Notice, State
from milepost.books.wording.dates import listed, long_date
from milepost.books.wording.labels import label, words
from milepost.ledger.records import Measure

IN_ROWS: tuple[BoxKey, ...] = ("matter", "clause", "baseline", "days_late", "lead", "leader")
"""Boxes that become columns when a notice holds several matters."""
COLUMNS: tuple[tuple[BoxKey, float], ...] = (
    ("matter", 4.8), ("baseline", 1.6), ("days_late", 1.2), ("lead", 2.0),
)  # fmt: skip
"""Columns after the number, with their share of the width."""
LEVELS = 7


def notice(view: View, standing: Standing, issued: Notice) -> Paper:
    """A notice as it is sent."""
    case = Case(view, standing, issued)
    language, unit = view.language, view.units.get(issued.unit)
    signer = words("notice.signer", language, name=issued.signer) if issued.signer else ""
    return letter(
        view,
        standing,
        "notice",
        stem("notice", issued.number, unit.code if unit else issued.unit, language),
        issued.title or label(f"notice.title.{issued.kind}", language),
        [*_addressee(case), *(_withdrawn(case) if issued.withdrawn else _body(case)), *_end(case)],
        LetterHead(office=_office(standing.state), number=issued.number, signer=signer),
        frozen_on=issued.issued_on,
        stamp=label("notice.withdrawn.stamp", language) if issued.withdrawn else "",
        colophon=_colophon(case),
    )


def twice_at_once(notices: Iterable[Notice], language: Language) -> list[str]:
    """A sentence for each set of notices to one unit, of one day, kind and level: they should be one."""
    sets: dict[tuple[str, str, str, int | None], list[str]] = defaultdict(list)
    for row in notices:
        if not row.withdrawn:
            sets[row.unit, row.issued_on, row.kind, row.level].append(row.number)
    return [
        words(
            "notice.twice",
            language,
            numbers=listed(numbers, language),
            unit=unit,
            date=long_date(date, language),
        )
        for (unit, date, _, _), numbers in sets.items()
        if len(numbers) > 1
    ]


def _office(state: State) -> str:
    """Who writes."""
    return state.office or state.body


def _addressee(case: Case) -> Iterator[Block]:
    """To whom it goes: 主送机关."""
    unit = unit_run(case.view, case.notice.unit)
    yield Paragraph(text=woven("notice.addressee", case.language, unit=unit), style="addressee")


def _withdrawn(case: Case) -> Iterator[Block]:
    """That the notice is withdrawn, why, and its number kept; its matter alone is named."""
    notice, language = case.notice, case.language
    said = [woven("notice.withdrawn", language, number=typed(notice.number, strong=True))]
    if notice.reason:
        reason = typed(notice.reason.rstrip("。."))
        said.append(woven("notice.withdrawn.reason", language, reason=reason))
    yield Paragraph(text=sentences(said, language))
    cells = [_box(case, "matter")] if case.measures else []
    if cells:
        yield Grid(rows=(tuple(cells),))


def _body(case: Case) -> Iterator[Block]:
    """Sentence before, ladder, boxes, sentence after, rule applied."""
    notice, kind, language = case.notice, case.kind, case.language
    if kind.opens:
        yield Paragraph(text=_opening(case))
    if case.level is not None:
        levels = tuple(label(f"level.{n}", language) for n in range(LEVELS))
        yield Ladder(label=label("notice.ladder", language), levels=levels, current=case.level)
    if case.merged:
        yield _matters(case)
    yield Grid(rows=tuple(_lines(case)))
    if kind.ends:
        yield Paragraph(text=(wording(f"notice.ending.{notice.kind}", language),))
    if notice.rule or notice.before:
        yield Paragraph(text=_rule(case), style="note")


def _opening(case: Case) -> Text:
    """What is done to the unit by this notice, and by whose decision."""
    adoption, language = case.standing.state.adoption, case.language
    if case.notice.kind != "assignment":
        return woven(f"notice.opening.{case.notice.kind}", language)
    if adoption is None:
        return woven("notice.opening.assignment", language, plan=_plan(case))
    body, sitting = typed(adoption.body), typed(adoption.sitting)
    key = "notice.opening.assignment.adopted"
    return woven(key, language, body=body, sitting=sitting, plan=_plan(case))


def _plan(case: Case) -> Text:
    """The plan that measures are assigned from: their document, of several the plan's title."""
    view, sources = case.view, {measure.document for measure in case.measures}
    document = view.documents.get(sources.pop()) if len(sources) == 1 else None
    if document is None:
        return woven("notice.plan", case.language, title=typed(_bare(view.ledger.plan.title)))
    title = of_cell(view.printed(document.id, _bare(document.title), "document:title"))
    if not document.number:
        return woven("notice.plan", case.language, title=title)
    number = of_cell(view.printed(document.id, document.number, "document:number"))
    return woven("notice.plan.numbered", case.language, title=title, number=number)


def _bare(title: str) -> str:
    """A title without marks of its own: the label sets them."""
    return title.removeprefix("《").removesuffix("》")


def _lines(case: Case) -> Iterator[tuple[GridCell, ...]]:
    """The boxes line by line; a line whose boxes are all empty is not printed."""
    for line in case.kind.boxes:
        boxes = [box for box in line if not (case.merged and box in IN_ROWS)]
        cells = tuple(cell for box in boxes if (cell := _box(case, box)).text)
        if cells:
            yield cells


COUNTED = ("asked",)
"""Boxes whose paragraphs are points."""


def _box(case: Case, box: BoxKey) -> GridCell:
    """A box with its words; one that the kind needs says who fills it."""
    text = BOXES[box](case)
    if not text and box in case.kind.needed:
        text = ((wording("notice.to_fill", case.language),),)
    return GridCell(
        label=case.head(box),
        text=text,
        numbered=box in COUNTED and len(text) > 1,
        shaded=box == "reply",
        mark="late" if box == "days_late" else "",
    )


def _matters(case: Case) -> Table:
    """Several matters of one unit and level, a row each."""
    language, late = case.language, any("days_late" in line for line in case.kind.boxes)
    columns = [column for column in COLUMNS if late or column[0] != "days_late"]
    rows = tuple(_matter_row(case, measure, late) for measure in case.measures)
    return Table(
        caption=label("notice.matters.caption", language),
        heads=(
            Head(text=label("notice.matters.number", language), share=0.7),
            *(
                Head(text=case.head(box), sub=case.head("clause") if box == "matter" else "", share=share)
                for box, share in columns
            ),
        ),
        rows=rows,
        marks=tuple("late" if late and days_late(case, m) else "none" for m in case.measures),
        count=words("notice.matters", language, n=len(rows)),
    )


def _matter_row(case: Case, measure: Measure, late: bool) -> tuple[tuple[Text, ...], ...]:
    """Number, title and clause, baseline, days late, lead."""
    view = case.view
    row: list[tuple[Text, ...]] = [
        ((number_run(view, measure, strong=True),),),
        ((of_cell(title_cell(measure), strong=True),), clause_text(view, measure)),
        ((deadline_run(view, measure),),),
    ]
    if late:
        n = words("paper.days", case.language, n=days_late(case, measure))
        row.append(((computed(n, "days-late", strong=True),),))
    return *row, ((lead_run(view, measure),),)


def _rule(case: Case) -> Text:
    """The rule applied, and the notice before."""
    notice, language = case.notice, case.language
    rule = [woven("notice.rule", language, rule=typed(notice.rule))] if notice.rule else []
    before = [woven("notice.before", language, before=typed(notice.before))] if notice.before else []
    return sentences([*rule, *before], language)


def _end(case: Case) -> Iterator[Block]:
    """Contact, seal and date, reply slip."""
    notice, language = case.notice, case.language
    if notice.annexes:
        yield Paragraph(text=_annexes(case))
    contact = notice.contact or case.standing.state.contact
    if contact:
        yield Paragraph(text=woven("notice.contact", language, contact=typed(contact)), style="contact")
    office = typed(_office(case.standing.state))
    yield Paragraph(text=woven("notice.seal", language, office=office), style="signature")
    yield Paragraph(text=(day(notice.issued_on, language),), style="signature")
    choices = CHOICES[case.kind.slip]
    if choices and not notice.withdrawn:
        yield Slip(
            heading=label("notice.slip", language),
            number=notice.number,
            lines=(label("notice.slip.received", language), label("notice.slip.head", language)),
            choices=tuple(label(choice, language) for choice in choices),
        )


def _annexes(case: Case) -> Text:
    """The annexes by title, numbered where there are several."""
    titles = case.notice.annexes
    numbered = [
        ((computed(f"{number}. ", "annex:number"),) if len(titles) > 1 else ()) + (typed(title),)
        for number, title in enumerate(titles, start=1)
    ]
    gap = (wording("paper.gap", case.language),)
    shown = tuple(run for n, text in enumerate(numbered) for run in (gap * bool(n) + text))
    return woven("notice.annexes", case.language, titles=shown)


def _colophon(case: Case) -> tuple[tuple[str, str], ...]:
    """Copies to; office, day and print run."""
    notice, language = case.notice, case.language
    lines = []
    if notice.copies_to:
        lines.append(
            (
                words("notice.copies", language, units=label("paper.comma", language).join(notice.copies_to)),
                "",
            )
        )
    issued = words("notice.issued", language, date=long_date(notice.issued_on, language))
    run = words("notice.print_run", language, n=notice.print_run) if notice.print_run else ""
    if run:
        issued = words("notice.issued_and_run", language, issued=issued, run=run)
    return *lines, (_office(case.standing.state), issued)
