"""The first page of an edition: what was read, what to do next, the books, all measures, the road map.

In: ledger, schedule, language. Out: one `IndexPage`. Words that only frame the page (navigation, table
heads) the writer takes from the labels. File sizes and page counts are the command line's to add: they are
known last.
"""

from typing import Literal

from milepost.books.content.cover import legend_of
from milepost.books.content.facts import facts_of
from milepost.books.content.orientation import orientation_row
from milepost.books.content.records import (
    BookLine,
    Cell,
    Facts,
    Figure,
    FileLine,
    IndexPage,
    Language,
    Legend,
    MeasureLine,
    NextStep,
    Section,
    SetAsideRow,
    TaskBook,
    UnitOption,
)
from milepost.books.content.road_map import road_map
from milepost.books.content.rows import task_row
from milepost.books.content.task_book import task_books
from milepost.books.content.timetable import annex, group_of
from milepost.books.content.view import View
from milepost.books.content.warnings import warning_lines
from milepost.books.wording.dates import date_range, listed, short_date
from milepost.books.wording.labels import label, words
from milepost.ledger.origins import Origin
from milepost.ledger.records import Ledger, Measure, Schedule

FILES = (
    ("ledger.xlsx", "file.ledger_xlsx"),
    ("ledger.json", "file.ledger_json"),
    ("schedule.json", "file.schedule_json"),
    ("taskbooks/whole.pdf", "file.whole_pdf"),
    ("timetable.pdf", "file.timetable_pdf"),
    ("timetable.xlsx", "file.timetable_xlsx"),
    ("roadmap.pdf", "file.roadmap_pdf"),
    ("roadmap.svg", "file.roadmap_svg"),
    ("calendar.ics", "file.calendar_ics"),
    ("CONTENTS.csv", "file.contents"),
)
"""The files of an edition (ledger.md section 7), with what each is."""

FILTERS: dict[str, Literal["planned", "standing", "unsure", "unplanned"]] = {
    "stages": "planned",
    "standing": "standing",
    "unsure": "unsure",
    "unplanned": "unplanned",
}
"""What the page's filter calls the groups of the timetable."""


def index_page(ledger: Ledger, schedule: Schedule, language: str | None = None) -> IndexPage:
    """All that the page shows."""
    view = View(ledger, schedule, language)
    facts, tongue = facts_of(view), view.language
    drawing = road_map(ledger, schedule, tongue)
    warnings = warning_lines(view)
    return IndexPage(
        facts=facts,
        crumbs=words(
            "page.crumbs" if facts.edition == 1 else "page.crumbs_n",
            tongue,
            n=facts.edition,
            date=facts.frozen_words,
        ),
        title=facts.title,
        subline=_subline(view, facts),
        banner=label("page.banner", tongue),
        banner_more=_banner(view, facts),
        figures=_figures(view, facts, len(warnings)),
        meetings=facts.meetings,
        next_steps=_next_steps(view, facts),
        legend=_legend(view),
        warnings=warnings,
        books=tuple(_book_line(view, book) for book in task_books(ledger, schedule, tongue)),
        measures=_measures(view, facts),
        units=_units(view),
        road_map=drawing,
        road_map_note=_road_map_note(view, facts),
        steps=annex(view),
        orientation=Section(
            number="",
            heading=label("page.orientation", tongue),
            note=label("page.orientation_note", tongue),
            rows=tuple(orientation_row(view, row) for row in ledger.orientation),
            count=words("count.rows", tongue, n=len(ledger.orientation)),
        ),
        set_aside=_set_aside(view),
        files=_files(view),
    )


def _subline(view: View, facts: Facts) -> str:
    """Published, numbered, held."""
    language = view.language
    if len(facts.sources) > 1:
        return words("page.documents", language, n=len(facts.sources))
    meeting = facts.meetings[0] if facts.meetings else None
    published = meeting.published.text if meeting else ""
    published = published or (facts.sources[0].date.text if facts.sources else "")
    number = facts.sources[0].number.text if facts.sources else ""
    parts = [
        words("page.published", language, date=published) if published else "",
        words("page.number", language, number=number) if number else label("page.no_number", language),
        words("page.held", language, date=meeting.held.text) if meeting and meeting.held.text else "",
    ]
    return " · ".join(part for part in parts if part)


def _banner(view: View, facts: Facts) -> str:
    """What the draft means, or how much of it is checked."""
    counts = facts.counts
    if counts.checked == 0:
        return label("page.banner_more", view.language)
    return words("page.banner_some", view.language, n=counts.checked, total=counts.measures)


def _figures(view: View, facts: Facts, warnings: int) -> tuple[Figure, ...]:
    """The strip of counts, each with the part of the page it counts."""
    language, c = view.language, facts.counts
    rows = (
        (
            c.measures,
            "page.figure.measures",
            words("page.from_documents", language, n=len(facts.sources)),
            "measures",
        ),
        (
            c.units + c.collectives,
            "page.figure.units_named",
            _clauses(language, units=c.units, collectives=c.collectives),
            "books",
        ),
        (c.dated, "page.dated", label("page.in_the_text", language), "measures"),
        (c.planned, "page.planned", words("page.planned_note", language, n=c.steps), "roadmap"),
        (c.unassigned + c.lead_to_name, "page.unassigned", label("page.unassigned_note", language), "books"),
        (c.orientation, "page.orientation", label("page.orientation_short", language), "orientation"),
        (warnings, "page.figure.warnings", label("page.warnings_note", language), "warnings"),
    )
    return tuple(
        Figure(number=n, label=words(key, language, n=n), note=note, anchor=anchor)
        for n, key, note, anchor in rows
    )


def _next_steps(view: View, facts: Facts) -> tuple[NextStep, ...]:
    """What to do next, in order; where every lead is named, that step is left out."""
    language, c = view.language, facts.counts
    leads = _clauses(language, unassigned=c.unassigned, to_name=c.lead_to_name, divide=c.collectives)
    bodies = {
        "read": label("next.read_body", language),
        "leads": leads + (("." if language == "en" else "。") if leads else ""),
        "correct": label("next.correct_body", language),
        "plan": label("next.plan_body", language),
        "send": words("next.send_body", language, n=facts.edition + 1),
    }
    codes = {"plan": "milepost plan ledger.xlsx"}
    return tuple(
        NextStep(head=label(f"next.{key}", language), body=body, code=codes.get(key, ""))
        for key, body in bodies.items()
        if body
    )


def _clauses(language: Language, **counts: int) -> str:
    """Counts in one sentence, each in its own clause; what there is none of is left out."""
    return listed((words(f"counted.{key}", language, n=n) for key, n in counts.items() if n), language)


def _legend(view: View) -> tuple[Legend, ...]:
    """How to read the page: the cover's signs with the page's words."""
    signs = [sign for sign in legend_of(view) if sign.key != "stated"]
    return tuple(
        Legend(key=s.key, words=label(f"page.legend_{s.key}", view.language), sample=s.sample) for s in signs
    )


def _book_line(view: View, book: TaskBook) -> BookLine:
    """A task book in the list."""
    language = view.language
    more = len(book.proposed.rows) if book.proposed else 0
    duties = len(book.duties.rows) if book.duties else 0
    forms = () if book.scope == "whole" else (f"taskbooks/{book.code}.docx",)
    return BookLine(
        code=book.code,
        scope=book.scope,
        name=book.name,
        holds=label(f"books.{book.scope}", language),
        measures=len(book.measures.rows) + duties,
        proposed=more,
        proposed_words=words("books.proposed_more", language, n=more) if more else "",
        pdf=f"taskbooks/{book.code}.pdf",
        forms=forms,
    )


def _measures(view: View, facts: Facts) -> Section[MeasureLine]:
    """All measures in the order of the text."""
    counts = facts.counts
    return Section(
        number="",
        heading=label("page.measures", view.language),
        note=words(
            "page.measures_note",
            view.language,
            n=counts.measures - counts.checked,
            total=counts.measures,
        ),
        rows=tuple(_measure_line(view, measure) for measure in view.ledger.measures),
        count=words("count.rows", view.language, n=counts.measures),
    )


def _measure_line(view: View, measure: Measure) -> MeasureLine:
    """A measure with what the filters use and its plan in a line."""
    plan, note = _plan(view, measure)
    suggestion = view.proposed_lead(measure)
    codes = dict.fromkeys(view.unit(a).code for a in view.assignments(measure))
    return MeasureLine(
        row=task_row(view, measure),
        units=tuple(codes),
        proposed_unit=view.unit(suggestion).code if suggestion else "",
        filter=FILTERS[group_of(view, measure)],
        plan=plan,
        plan_note=note,
        place=view.citer.place(measure.document, measure.clause, measure.span),
    )


def _plan(view: View, measure: Measure) -> tuple[Cell, str]:
    """The proposed plan in a line, and the line under it."""
    language = view.language
    steps, span, checks = view.steps(measure), view.span_of(measure), view.checks(measure)
    if steps:
        origin: Origin = "proposed" if any(step.origin == "proposed" for step in steps) else "computed"
        text = words("measures.steps", language, n=len(steps))
        return Cell(text=text, origin=origin, rule="steps"), date_range(*span, language) if span else ""
    if checks:
        text = label("measures.checks", language)
        first = words("measures.first_check", language, date=short_date(checks[0], language))
        return Cell(text=text, origin="proposed", rule="template:standing"), first
    unsure = view.kind(measure) == "unsure"
    return Cell(
        fill="office", label=label("measures.none_unsure" if unsure else "measures.none", language)
    ), ""


def _units(view: View) -> tuple[UnitOption, ...]:
    """The units that the filter offers: those named or suggested in a measure."""
    named = {a.unit.value: view.unit(a) for m in view.ledger.measures for a in view.assignments(m)}
    for measure in view.ledger.measures:
        suggestion = view.proposed_lead(measure)
        if suggestion:
            named.setdefault(suggestion.unit.value, view.unit(suggestion))
    return tuple(UnitOption(code=unit.code, name=unit.short or unit.name) for unit in named.values())


def _road_map_note(view: View, facts: Facts) -> str:
    """How to read the drawing."""
    key = "page.road_map_some" if facts.counts.dated else "page.road_map_none"
    gap = " " if view.language == "en" else ""
    return label(key, view.language) + gap + label("page.lanes", view.language)


def _set_aside(view: View) -> Section[SetAsideRow]:
    """Sentences that look like duties and are not, as far as a clause holds their words."""
    language = view.language
    rows = tuple(
        SetAsideRow(
            reason=label(f"reason.{row.reason}", language),
            text=Cell(
                text=text,
                origin="quoted",
                span=(row.span[0], row.span[0] + len(text)),
                document=row.document,
            ),
        )
        for row in view.ledger.set_aside
        if (text := view.words_at(row.document, row.span))
    )
    return Section(
        number="",
        heading=label("page.set_aside", language),
        note=label("page.set_aside_note", language),
        rows=rows,
        count=words("count.rows", language, n=len(rows)),
    )


def _files(view: View) -> tuple[FileLine, ...]:
    """The files of the edition, and the reading of each document."""
    language = view.language
    files = [FileLine(path=path, words=label(key, language)) for path, key in FILES]
    readings = [
        FileLine(
            path=f"readings/{document.file.rsplit('.', 1)[0]}.json",
            words=words("file.reading", language, name=document.file),
        )
        for document in view.ledger.documents
        if document.file
    ]
    return (*files, *readings)
