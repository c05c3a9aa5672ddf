"""Every file of an adopted edition, from ledger, schedule and state: what the reader of the copy may see.

In: ledger, schedule, state, language, and the registers that outlive an edition. Out: names below the
edition's folder with their bytes, in the order in which they are made, the site and the list of contents
last. Nothing is written to disk here. The same input gives the same bytes.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cached_property, partial

from msgspec import Struct

from milepost.books.content.adopted.calendar import feeds
from milepost.books.content.adopted.project import project
from milepost.books.content.adopted.road_map import adopted_road_map
from milepost.books.content.adopted.site import site
from milepost.books.content.adopted.task_book import adopted_task_books
from milepost.books.content.adopted.timetable import adopted_timetables, one_timetable, whole
from milepost.books.content.forms import LAYOUTS, office_form, report_form
from milepost.books.content.papers.briefing import briefing
from milepost.books.content.papers.bulletin import bulletin
from milepost.books.content.papers.coverage import coverage_table
from milepost.books.content.papers.notices import notice
from milepost.books.content.papers.pack import pack
from milepost.books.content.papers.report import report
from milepost.books.content.records import FileLine, Language, RoadMap
from milepost.books.content.records.adopted_task_book import AdoptedTaskBook
from milepost.books.content.records.adopted_timetable import AdoptedTimetable
from milepost.books.content.records.paper import Paper
from milepost.books.content.standing import Standing
from milepost.books.content.view import View
from milepost.books.edition import CONTENTS, Entry, Spread, contents, page_count
from milepost.books.handling import seen_by
from milepost.books.inputs import State
from milepost.books.inputs.codec import state_json
from milepost.books.inputs.feeds import Feeds, TaskNumbers
from milepost.books.wording.labels import label
from milepost.books.writers.pdf.compile import Standard
from milepost.ledger.codec_json import encoded, ledger_json, schedule_json
from milepost.ledger.codec_xlsx import write_xlsx
from milepost.ledger.records import Ledger, Schedule

FEEDS, NUMBERS = "registers/feeds.json", "registers/task-numbers.json"
"""The registers to hand in with the next edition."""


class Registers(Struct, frozen=True, kw_only=True):
    """What was sent before; None for a first edition."""

    feeds: Feeds | None = None
    numbers: TaskNumbers | None = None


class Edition:
    """What every part of the edition is made from; what several parts need is made once."""

    def __init__(
        self,
        ledger: Ledger,
        schedule: Schedule,
        state: State,
        language: Language,
        standard: Standard,
        registers: Registers,
        spread: Spread = map,
    ) -> None:
        self.ledger, self.schedule, self.state = seen_by(ledger, schedule, state)
        self.view = View(self.ledger, self.schedule, language)
        self.standing = Standing(self.view, self.state)
        self.standard, self.registers, self.spread = standard, registers, spread

    @cached_property
    def timetables(self) -> tuple[AdoptedTimetable, ...]:
        """The timetable of the whole, of each group and unit, and of the months ahead."""
        return adopted_timetables(self.view, self.standing)

    @cached_property
    def year(self) -> AdoptedTimetable:
        """The timetable of the whole in one, however long it is."""
        return one_timetable(self.view, self.standing, whole(self.view, self.standing))

    @cached_property
    def road_map(self) -> RoadMap:
        """The road map by group."""
        return adopted_road_map(self.view, self.standing)

    @cached_property
    def pictures(self) -> tuple[str, ...]:
        """Progress, load, promises at risk, as drawings."""
        from milepost.books.writers.svg.pictures import write_picture_svg

        records = self.year.pictures
        return tuple(write_picture_svg(record, prefix=f"g{n}") for n, record in enumerate(records, start=1))


def adopted_files(
    ledger: Ledger,
    schedule: Schedule,
    state: State,
    language: Language | None = None,
    standard: Standard = "ua-1",
    registers: Registers | None = None,
    spread: Spread = map,
) -> Iterator[tuple[str, bytes]]:
    """Each file with its bytes, as soon as it is made; `spread` may set several PDFs at once."""
    language = language or ledger.plan.language
    edition = Edition(ledger, schedule, state, language, standard, registers or Registers(), spread)
    made: list[Entry] = []
    for part in PARTS:
        for entry in part(edition):
            made.append(entry)
            yield entry.path, entry.data
    page = _site(edition, made)
    made.append(page)
    yield page.path, page.data
    yield CONTENTS, contents(made)


# --- the three books ---


def _task_books(edition: Edition) -> Iterator[Entry]:
    """A task book to read and sign, and to fill in; the whole is only to be read."""
    from milepost.books.writers.docx.adopted import write_adopted_docx
    from milepost.books.writers.pdf import write_pdf

    books = adopted_task_books(edition.view, edition.standing)
    pdfs = edition.spread(partial(write_pdf, standard=edition.standard), books)
    for book, pdf in zip(books, pdfs, strict=True):
        path = f"taskbooks/{_volume(book)}"
        yield Entry(f"{path}.pdf", pdf, "taskbook", book.code, page_count(pdf), book.row_count)
        if book.scope != "whole":
            yield Entry(f"{path}.docx", write_adopted_docx(book), "taskbook", book.code, rows=book.row_count)


def _volume(book: AdoptedTaskBook) -> str:
    """The name of a book, or of one of its volumes."""
    return f"{book.code}-{book.volume.number}" if book.volume else book.code


def _timetables(edition: Edition) -> Iterator[Entry]:
    """The timetable of the whole, of each group and unit, and of the months ahead."""
    from milepost.books.writers.pdf import write_pdf

    books = edition.timetables
    pdfs = edition.spread(partial(write_pdf, standard=edition.standard), books)
    for book, pdf in zip(books, pdfs, strict=True):
        rows = sum(len(group.rows) for group in book.groups)
        yield Entry(f"timetables/{book.code}.pdf", pdf, "timetable", book.code, page_count(pdf), rows)


def _road_maps(edition: Edition) -> Iterator[Entry]:
    """The wall map as drawing and as PDF, its bars as pages, the pictures at a glance."""
    from milepost.books.writers.pdf import write_pdf
    from milepost.books.writers.svg.gantt import write_gantt_svgs
    from milepost.books.writers.svg.road_map import write_road_map_svg

    drawn = edition.road_map
    yield Entry("roadmap.svg", write_road_map_svg(drawn).encode(), "roadmap", "plan", 1, drawn.row_count)
    pdf = write_pdf(drawn, edition.standard)
    yield Entry("roadmap.pdf", pdf, "roadmap", "plan", page_count(pdf), drawn.row_count)
    for number, svg in enumerate(write_gantt_svgs(edition.year), start=1):
        yield Entry(f"pictures/gantt-{number}.svg", svg.encode(), "gantt", "plan", 1)
    for number, svg in enumerate(edition.pictures, start=1):
        yield Entry(f"pictures/glance-{number}.svg", svg.encode(), "picture", "plan", 1)


# --- tables and data ---


def _forms(edition: Edition) -> Iterator[Entry]:
    """The office forms, and a form of the progress report for each unit."""
    from milepost.books.writers.forms_xlsx import write_form

    for key in LAYOUTS:
        form = office_form(edition.view, edition.standing, key)
        yield Entry(f"forms/{key}.xlsx", write_form(form), "form", key, rows=len(form.rows))
    for id_, (led, joined, _) in edition.view.books_of.items():
        unit = edition.view.units.get(id_)
        if unit and (led or joined):
            form = report_form(edition.view, edition.standing, id_)
            yield Entry(
                f"reports/{unit.code}.xlsx", write_form(form), "report-form", unit.code, rows=len(form.rows)
            )


def _data(edition: Edition) -> Iterator[Entry]:
    """The exchange form, the records, tables of data with their dictionary, calendars, the project file."""
    from milepost.books.writers.data import data_files
    from milepost.books.writers.feeds import write_feed
    from milepost.books.writers.mspdi import write_mspdi

    ledger, schedule = edition.ledger, edition.schedule
    measures = len(ledger.measures)
    yield Entry("ledger.xlsx", write_xlsx(ledger, schedule), "ledger", "plan", rows=measures)
    yield Entry("ledger.json", ledger_json(ledger), "ledger", "plan", rows=measures)
    yield Entry("schedule.json", schedule_json(schedule), "schedule", "plan", rows=len(schedule.rows))
    yield Entry("state.json", state_json(edition.state), "state", "plan")
    for name, data in data_files(edition.view, edition.standing).items():
        yield Entry(f"data/{name}", data, "data", name.rpartition(".")[0])
    language, plan = edition.view.language, ledger.plan.id
    known = edition.registers.feeds or Feeds(plan=plan, language=language)
    sent, register = feeds(ledger, schedule, edition.state, known, language)
    counted: Counter[str] = Counter()
    for feed in sent:
        counted[feed.scope] += 1
        name = {"plan": "plan", "unit": feed.key}.get(feed.scope, f"{feed.scope}-{counted[feed.scope]}")
        yield Entry(f"calendars/{name}.ics", write_feed(feed), "calendar", feed.key, rows=len(feed.events))
    numbers = edition.registers.numbers or TaskNumbers(plan=plan)
    made, given = project(ledger, schedule, numbers, edition.state, language)
    yield Entry("project.xml", write_mspdi(made), "project", "plan", rows=len(made.tasks))
    yield Entry(FEEDS, encoded(register), "register", "feeds")
    yield Entry(NUMBERS, encoded(given), "register", "task-numbers")


# --- papers ---


def _papers(edition: Edition) -> Iterator[Entry]:
    """Notices, packs and bulletins, reports, the briefing, the coverage table, each as PDF, Word and page."""
    from milepost.books.writers.papers.docx import write_paper_docx
    from milepost.books.writers.papers.html import write_paper_html
    from milepost.books.writers.papers.pdf import write_paper_pdf

    papers = tuple(_written(edition))
    write = partial(write_paper_pdf, standard=edition.standard)
    pdfs = edition.spread(write, (paper for _, paper in papers))
    for (folder, paper), pdf in zip(papers, pdfs, strict=True):
        path = f"{folder}/{paper.stem}"
        yield Entry(f"{path}.pdf", pdf, paper.kind, paper.stem, page_count(pdf))
        yield Entry(f"{path}.docx", write_paper_docx(paper), paper.kind, paper.stem)
        yield Entry(f"{path}.html", write_paper_html(paper).encode(), paper.kind, paper.stem)


def _written(edition: Edition) -> Iterator[tuple[str, Paper]]:
    """Each paper with its folder; the Office's own papers are in no copy for a unit."""
    from milepost.books.writers.svg.quarters import write_quarters_svg

    view, standing, state = edition.view, edition.standing, edition.state
    for one in state.notices:
        if state.handling.reader in (None, one.unit):
            yield "notices", notice(view, standing, one)
    if state.handling.reader is not None:
        return
    for meeting in state.meetings:
        yield "meetings", pack(view, standing, meeting)
        if meeting.items:
            yield "meetings", bulletin(view, standing, meeting)
    for counts in state.counts:
        yield "papers", report(view, standing, counts, write_quarters_svg)
    yield "papers", briefing(view, standing, state.counts[0] if state.counts else None)
    if state.upper:
        yield "papers", coverage_table(view, standing)


PARTS = (_task_books, _timetables, _road_maps, _forms, _data, _papers)


# --- the site ---


def _site(edition: Edition, made: Sequence[Entry]) -> Entry:
    """The page that shows the whole and names every file."""
    from milepost.books.writers.site import write_site

    language = edition.view.language
    lines = tuple(FileLine(path=entry.path, words=label(f"file.{entry.book}", language)) for entry in made)
    drawing = next(entry.data for entry in made if entry.path == "roadmap.svg").decode()
    page = site(edition.view, edition.standing, lines)
    html = write_site(page, drawing, edition.pictures, _conditions(edition.road_map))
    return Entry("index.html", html.encode(), "index", "plan", rows=len(page.rows))


def _conditions(drawn: RoadMap) -> list[tuple[str, ...]]:
    """The start conditions as rows, heads first."""
    heads = tuple(column.head for column in drawn.links_columns)
    rows = [
        (str(link.number), link.first.text, link.condition.text, link.when.text, link.then.text)
        for link in drawn.links
    ]
    return [heads, *rows] if rows else []
