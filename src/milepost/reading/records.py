"""What a document says: the records of `milepost.reading/1`, in the order of the JSON.

A span is `[start, end)` in Unicode code points of `Reading.text`; `text[start:end]` is what the reader saw.
Names stay as printed. `None` means that the text does not say it. Nothing here resolves, guesses or plans:
that is the ledger's work.
"""

from typing import Literal

from msgspec import Struct, field

from milepost.ledger.origins import Span
from milepost.ledger.records import (
    AgendaItem,
    DeadlineKind,
    Every,
    MeetingBody,
    MeetingPerson,
    Named,
    Offset,
    Part,
    Precision,
    Strength,
    UpperMeeting,
)

Language = Literal["en", "zh"]
DocumentKind = Literal[
    "plan", "bulletin", "order", "memo", "regulation", "minutes", "resolution", "audit", "other"
]
Reason = Literal[
    "definition",
    "membership",
    "permission",
    "constitutive",
    "appointment",
    "content",
    "boilerplate",
    "recital",
    "principle",
    "reported",
    "scope",
    "refused",
]


class Found(Struct, frozen=True, kw_only=True, gc=False):
    """What every record of a reading is: frozen, built by keyword, every field written. Frozen records can't
    form a cycle, so the collector need not track them: a large reading would keep it busy."""


class Source(Found, frozen=True, kw_only=True):
    """The file as it came."""

    name: str
    sha256: str
    media_type: str
    bytes: int


class DocumentFacts(Found, frozen=True, kw_only=True):
    """What kind of text this is; `lead_rule` is `first` when the text says the first-listed unit leads."""

    kind: DocumentKind | None = None
    title: str | None = None
    issuer: str | None = None
    number: str | None = None
    date: str | None = None
    date_span: Span | None = None
    lead_rule: Literal["first", "none"] = "none"


class MeetingFacts(Found, frozen=True, kw_only=True):
    """The record of a meeting as the text reports it."""

    bodies: list[MeetingBody] = []
    held_on: str | None = None
    published_at: str | None = None
    people: list[MeetingPerson] = []
    upper_meetings: list[UpperMeeting] = []
    agenda: list[AgendaItem] = []


class ClauseFound(Found, frozen=True, kw_only=True):
    """A piece of the outline: `span` covers the clause's own text, its label included, its children not."""

    id: str
    span: Span
    parent: str | None = None
    kind: Literal["title", "section", "article", "paragraph", "item", "row"] = "paragraph"
    label: str | None = None
    title: str | None = None


class NamedUnit(Found, frozen=True, kw_only=True):
    """A unit as printed, with its place."""

    name: str
    span: Span


class Supporting(Found, frozen=True, kw_only=True):
    """A unit that takes part, with the printed words that say how."""

    name: str
    span: Span
    relation: str | None = None


class FoundDeadline(Found, frozen=True, kw_only=True):
    """By when, in the document's words. For kind `event` the anchor is what must happen first. `actor` is set
    only in `other_deadlines`."""

    text: str
    span: Span
    kind: DeadlineKind
    date: str | None = None
    precision: Precision = "day"
    offset: Offset | None = None
    anchor: str | None = None
    combine: Literal["later_of", "earlier_of"] | None = None
    actor: str | None = None


class FoundRecurring(Found, frozen=True, kw_only=True):
    """What makes a measure repeat."""

    text: str
    every: Every | None = None
    from_: str | None = field(default=None, name="from")
    until: str | None = None


class FoundMeasure(Found, frozen=True, kw_only=True):
    """A verb phrase governed by one group of actors, pinned to its words."""

    id: str
    span: Span
    action: str
    clause: str | None = None
    number: str | None = None
    object: Named | None = None
    parts: list[Part] = []
    level: Literal["main", "sub", "nested"] = "main"
    parent: str | None = None
    strength: Strength = "mandatory"
    polarity: Literal["do", "refrain"] = "do"
    lead: list[NamedUnit] = []
    support: list[Supporting] = []
    guide: list[NamedUnit] = []
    implied_support: list[NamedUnit] = []
    via: list[NamedUnit] = []
    addressee: list[NamedUnit] = []
    roles: Literal["marked", "first_rule", "responsible", "guide", "in_text", "inherited", "none"] = "none"
    open_list: bool = False
    deadline: FoundDeadline | None = None
    other_deadlines: list[FoundDeadline] = []
    recurring: FoundRecurring | None = None
    output: Named | None = None
    confidence: float = 0.5
    because: list[str] = []


class SetAsideFound(Found, frozen=True, kw_only=True):
    """A sentence that looks like a duty and is not."""

    span: Span
    reason: Reason


class UpperFound(Found, frozen=True, kw_only=True):
    """A document of a higher level that the text answers to, as printed. `relation` is what the text says:
    it carries the other out (`implements`) or acts by its power (`under`); `words` are those that say so.
    `clause` is the piece that is named ("section 4(b)", 第三条), `measure` the measure in whose words it
    stands, None where the whole document answers to it."""

    span: Span
    words: str
    relation: Literal["implements", "under"]
    name: str | None = None
    number: str | None = None
    issuer: str | None = None
    clause: str | None = None
    measure: str | None = None


class Reading(Found, frozen=True, kw_only=True):
    """One document read."""

    source: Source
    language: Language
    text: str
    format: Literal["milepost.reading/1"] = "milepost.reading/1"
    document: DocumentFacts
    meeting: MeetingFacts | None = None
    clauses: list[ClauseFound] = []
    measures: list[FoundMeasure] = []
    set_aside: list[SetAsideFound] = []
    upper: list[UpperFound] = []
    warnings: list[str] = []
