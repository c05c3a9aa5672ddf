"""What stands on every page of an edition: source, freeze date, plan print, draft, meetings, counts.

In: a `View`. Out: `Facts`. The same facts go into every book of the edition. What the text does not say (a
number, an outcome, a year) is an empty cell that says so.
"""

from milepost.books.content.records import Agenda, Cell, Counts, Facts, Language, MeetingFacts, Person, Source
from milepost.books.content.view import View
from milepost.books.wording.citations import short_title
from milepost.books.wording.dates import clock_time, joined, long_date, ordinal
from milepost.books.wording.labels import label, words
from milepost.ledger.prints import shown
from milepost.ledger.records import AgendaItem, Document, Meeting, MeetingPerson

ABOUT_A_NAME = 60
"""Signs before and after a person's name within which titles are looked for."""


def facts_of(view: View) -> Facts:
    """The facts of the edition."""
    language, plan = view.language, view.ledger.plan
    frozen_on = plan.frozen_on or view.schedule.today
    sources = tuple(_source(view, document) for document in view.ledger.documents)
    return Facts(
        plan=plan.id,
        title=plan.title,
        short=next((s.short for s in sources if s.title.text == plan.title), sources[0].short)
        if sources
        else plan.title,
        language=language,
        edition=plan.edition,
        frozen_on=frozen_on,
        frozen_words=long_date(frozen_on, language),
        plan_print=shown(view.schedule.plan_print),
        edition_line=words("edition.line", language, n=plan.edition, date=long_date(frozen_on, language)),
        source_line=_source_line(view, sources),
        print_line=words("print.line", language, print=shown(view.schedule.plan_print)),
        draft=not all(measure.checked for measure in view.ledger.measures),
        draft_words=label("line.unreviewed", language),
        author=label("author", language),
        sources=sources,
        meetings=tuple(_meeting(view, meeting) for meeting in view.ledger.meetings),
        counts=counts_of(view),
        starts_on=view.starts_on,
        calendar_words=_calendar_words(view),
    )


def counts_of(view: View) -> Counts:
    """The counts of the edition; each counts a list that a book shows."""
    measures = view.ledger.measures
    named = {a.unit.value: view.unit(a) for m in measures for a in view.assignments(m)}
    collectives = sum(unit.kind == "collective" for unit in named.values())
    steps = [step for step in view.ledger.steps if step.origin == "proposed"]
    return Counts(
        measures=len(measures),
        units=len(named) - collectives,
        collectives=collectives,
        dated=sum(view.promise(m) is not None for m in measures),
        planned=sum(bool(view.steps(m)) for m in measures),
        steps=len(steps),
        standing=sum(view.kind(m) == "standing" for m in measures),
        unsure=sum(view.kind(m) == "unsure" for m in measures),
        unassigned=sum(not view.assignments(m) for m in measures),
        lead_to_name=sum(bool(view.assignments(m)) for m in view.without_lead),
        proposed_lead=sum(view.proposed_lead(m) is not None for m in measures),
        links=len(view.ledger.links),
        checked=sum(m.checked for m in measures),
        orientation=len(view.ledger.orientation),
        set_aside=len(view.ledger.set_aside),
        warnings=len(view.ledger.warnings),
    )


def _source(view: View, document: Document) -> Source:
    """A source with its number, or the words that none is printed."""
    language = view.language
    held = next((m.held_on for m in view.ledger.meetings if m.document == document.id), None)
    date = document.date
    return Source(
        document=document.id,
        title=view.printed(document.id, document.title, "document:title"),
        short=short_title(document, language, held),
        number=view.printed(document.id, document.number, "document:number")
        if document.number
        else Cell(fill="office", label=label("fill.number", language)),
        date=Cell(
            text=long_date(date, language),
            origin="computed",
            rule="document:date",
            document=document.id,
            date=date,
        )
        if date
        else Cell(fill="office", label=label("fill.not_stated", language)),
        file=document.file,
    )


def _source_line(view: View, sources: tuple[Source, ...]) -> str:
    """The foot of every page: one or two sources by short title and number, more as a count."""
    language = view.language
    lines = [
        words("source.numbered", language, title=_source_title(s, language), number=s.number.text)
        if s.number.text
        else words("source.no_number", language, title=_source_title(s, language))
        for s in sources
    ]
    if len(lines) > 2:
        return words("source.more", language, first=lines[0], n=len(lines) - (language == "en"))
    return words("source.line", language, sources=joined(lines, language))


def _source_title(source: Source, language: Language) -> str:
    """A title in the marks of titles, unless it has them; what only describes a document has none."""
    short = source.short
    described = short.removesuffix("…") not in source.title.text
    return short if described or "《" in short else words("source.title", language, title=short)


def _calendar_words(view: View) -> str:
    """Which days the schedule counts as working days."""
    region = view.schedule.region
    if not region:
        return label("calendar.weeks", view.language)
    key = "calendar.CN" if region == "CN" else "calendar.region"
    return words(key, view.language, region=region)


def _meeting(view: View, meeting: Meeting) -> MeetingFacts:
    """What the document reports of a meeting, in its own words."""
    language, document = view.language, meeting.document
    blank = Cell(fill="office", label=label("fill.not_stated", language))
    held, published = meeting.held_on, meeting.published_at
    return MeetingFacts(
        document=document,
        bodies=tuple(
            _numbered(view, body.name, body.session, body.span, document) for body in meeting.bodies
        ),
        held=Cell(
            text=long_date(held, language),
            origin="computed",
            rule="meeting:held",
            document=document,
            date=held,
        )
        if held
        else blank,
        published=Cell(
            text=clock_time(published, language),
            origin="computed",
            rule="meeting:published",
            document=document,
            date=published[:10],
        )
        if published
        else blank,
        people=tuple(_person(view, person, document) for person in meeting.people),
        upper=tuple(_numbered(view, u.name, u.session, u.span, document) for u in meeting.upper_meetings),
        agenda=tuple(_agenda(view, item, document) for item in meeting.agenda),
    )


def _numbered(
    view: View, name: str, session: int | None, span: tuple[int, int] | None, document: str
) -> Cell:
    """A meeting by its body, with the number of the sitting unless the printed name already has one."""
    if session is None or any(sign.isdigit() for sign in name) or "第" in name.split("届")[-1]:
        return view.printed(document, name, "meeting:body", span)
    text = words("meeting.session", view.language, name=name, n=ordinal(session, view.language))
    return Cell(text=text, origin="computed", rule="meeting:session", span=span, document=document)


def _person(view: View, person: MeetingPerson, document: str) -> Person:
    """A person with the part taken and the titles printed, which stand about the name."""
    around = (person.span[0] - ABOUT_A_NAME, person.span[1] + ABOUT_A_NAME) if person.span else None
    return Person(
        name=view.printed(document, person.name, "meeting:person", person.span),
        role=label(f"person.{person.role}", view.language),
        titles=tuple(view.printed(document, title, "meeting:title", around) for title in person.titles),
    )


def _agenda(view: View, item: AgendaItem, document: str) -> Agenda:
    """An item with its outcome, or the words that the text states none."""
    outcome = (
        view.printed(document, item.outcome, "agenda:outcome", item.span)
        if item.outcome
        else Cell(fill="office", label=label("fill.outcome", view.language))
    )
    return Agenda(
        act=item.act,
        words=label(f"agenda.{item.act}", view.language, short=True),
        object=view.printed(document, item.object, "agenda:object", item.span),
        outcome=outcome,
    )
