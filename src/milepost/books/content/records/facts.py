"""What stands on every page of an edition: source, freeze date, plan print, draft, meeting, counts."""

from milepost.books.content.records.cells import Cell, Language, Part


class Person(Part, frozen=True, kw_only=True):
    """A person at a meeting as printed."""

    name: Cell
    role: str
    titles: tuple[Cell, ...] = ()


class Agenda(Part, frozen=True, kw_only=True):
    """An item a meeting dealt with; `outcome` is empty where the text does not say it."""

    act: str
    words: str
    object: Cell
    outcome: Cell


class MeetingFacts(Part, frozen=True, kw_only=True):
    """What a document reports of a meeting."""

    document: str
    bodies: tuple[Cell, ...] = ()
    held: Cell
    published: Cell
    people: tuple[Person, ...] = ()
    upper: tuple[Cell, ...] = ()
    agenda: tuple[Agenda, ...] = ()


class Source(Part, frozen=True, kw_only=True):
    """A source document: full title, the short title used in citations, its number where one is printed."""

    document: str
    title: Cell
    short: str
    number: Cell
    date: Cell
    file: str = ""


class Counts(Part, frozen=True, kw_only=True):
    """The counts that covers, the title line and the page share; each counts a list that can be shown."""

    measures: int = 0
    units: int = 0
    collectives: int = 0
    dated: int = 0
    planned: int = 0
    steps: int = 0
    standing: int = 0
    unsure: int = 0
    unassigned: int = 0
    lead_to_name: int = 0
    proposed_lead: int = 0
    links: int = 0
    checked: int = 0
    orientation: int = 0
    set_aside: int = 0
    warnings: int = 0


class Facts(Part, frozen=True, kw_only=True):
    """What stands on every page of an edition."""

    plan: str
    title: str
    short: str
    language: Language
    edition: int
    frozen_on: str
    frozen_words: str
    plan_print: str
    edition_line: str
    source_line: str
    print_line: str
    draft: bool
    draft_words: str
    author: str
    sources: tuple[Source, ...] = ()
    meetings: tuple[MeetingFacts, ...] = ()
    counts: Counts = Counts()
    starts_on: str | None = None
    calendar_words: str = ""
    handling: str = ""
