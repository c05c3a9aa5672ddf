"""From readings to one ledger: the defaults of a first edition, before any person has decided anything.

In: the readings of one or more documents, and the unit list when there is one. Out: a `Ledger` whose
measures are all unchecked drafts, each value with its origin. The order of the parts: documents and
clauses, units, measures (`measures`), who owes what (`assignments`), order between measures (`links`),
themes and orientation. What a document does not say stays empty. Steps from templates, kinds and dates are
planning's, not here.
"""

from collections.abc import Sequence

from milepost.ledger.ids import IdRegister, stable_id
from milepost.ledger.records import Clause, Document, Ledger, Meeting, Plan, SetAside, Unit, Warning
from milepost.reading.records import Reading
from milepost.reading.to_ledger.assignments import assign
from milepost.reading.to_ledger.links import find_links
from milepost.reading.to_ledger.measures import Draft, draft_measures
from milepost.reading.to_ledger.names import NameAnswer
from milepost.reading.to_ledger.themes import propose_themes
from milepost.reading.to_ledger.units import UnitRegister

__all__ = ["NameAnswer", "readings_to_ledger", "resolve_names"]


def readings_to_ledger(readings: Sequence[Reading], units: tuple[Unit, ...] = ()) -> Ledger:
    """One ledger of all readings, in the order given; the first plan among them names it."""
    if not readings:
        raise ValueError("readings_to_ledger needs at least one reading")
    register, ids = UnitRegister(units), IdRegister()
    drafts = [_draft(reading, ids, register) for reading in readings]
    head = next((d for d in drafts if d.document.kind == "plan"), drafts[0])
    measures, codes = [], 0
    for draft in drafts:
        measures += draft.coded(codes)
        codes = len(measures)
    warnings = [Warning(document=d.document.id, text=text) for d in drafts for text in d.reading.warnings]
    warnings += _duplicates(drafts)
    return Ledger(
        plan=Plan(
            id=stable_id("plan", None, "\n".join(d.document.id for d in drafts), None),
            title=head.document.title,
            language=head.reading.language,
        ),
        documents=tuple(d.document for d in drafts),
        clauses=tuple(clause for d in drafts for clause in d.clauses.values()),
        units=register.all(),
        meetings=tuple(_meeting(d) for d in drafts if d.reading.meeting),
        measures=tuple(measures),
        assignments=tuple(a for d in drafts for a in d.assignments),
        steps=tuple(step for d in drafts for step in d.steps),
        links=tuple(link for d in drafts for link in find_links(d, ids)),
        orientation=tuple(o for d in drafts for o in d.orientation),
        set_aside=tuple(
            SetAside(document=d.document.id, span=s.span, reason=s.reason)
            for d in drafts
            for s in d.reading.set_aside
        ),
        warnings=tuple(warnings),
    )


def resolve_names(readings: Sequence[Reading], units: tuple[Unit, ...] = ()) -> tuple[NameAnswer, ...]:
    """The names step alone: which unit every printed name means, and how that was found."""
    register, ids = UnitRegister(units), IdRegister()
    for reading in readings:
        _draft(reading, ids, register)
    return register.answers()


def _draft(reading: Reading, ids: IdRegister, register: UnitRegister) -> Draft:
    """One document's part of the ledger."""
    document = _document(reading, ids)
    draft = Draft(reading, document, _clauses(reading, document, ids))
    register.begin(reading)
    draft_measures(draft, ids)
    propose_themes(draft)
    assign(draft, ids, register)
    return draft


def _document(reading: Reading, ids: IdRegister) -> Document:
    """The document as filed; one without a title is known by its file name."""
    facts, source = reading.document, reading.source
    title = facts.title or source.name
    return Document(
        id=ids.give(facts.number or title, None, "document", None),
        title=title,
        kind=facts.kind,
        number=facts.number,
        issuer=facts.issuer,
        date=facts.date,
        sha256=source.sha256,
        media_type=source.media_type,
        language=reading.language,
        file=source.name,
    )


def _clauses(reading: Reading, document: Document, ids: IdRegister) -> dict[str, Clause]:
    """The outline under its lasting ids, by the reading's own ids."""
    key = document.number or document.title
    lasting = {
        c.id: ids.give(key, c.label, f"clause {reading.text[c.span[0] : c.span[1]]}", None)
        for c in reading.clauses
    }
    return {
        c.id: Clause(
            id=lasting[c.id],
            document=document.id,
            span=c.span,
            text=reading.text[c.span[0] : c.span[1]],
            parent=lasting.get(c.parent or ""),
            label=c.label,
            kind=c.kind,
            title=c.title,
        )
        for c in reading.clauses
    }


def _meeting(draft: Draft) -> Meeting:
    """The meeting that the document reports."""
    facts, document = draft.reading.meeting, draft.document
    assert facts is not None  # asked for only where there is one
    return Meeting(
        id=stable_id(document.number or document.title, None, "meeting", None),
        document=document.id,
        bodies=tuple(facts.bodies),
        held_on=facts.held_on,
        published_at=facts.published_at,
        people=tuple(facts.people),
        upper_meetings=tuple(facts.upper_meetings),
        agenda=tuple(facts.agenda),
    )


def _duplicates(drafts: Sequence[Draft]) -> list[Warning]:
    """Likely duplicates between documents: reported, never merged."""
    first: dict[str, tuple[str, str]] = {}
    found: list[Warning] = []
    for draft in drafts:
        for measure in draft.coded(0):
            key = "".join(measure.title.value.casefold().split())
            known = first.setdefault(key, (draft.document.id, draft.document.title))
            if known[0] != draft.document.id:
                text = {
                    "en": f"“{measure.title.value}” also stands in “{known[1]}”; "
                    "both are kept: decide which counts",
                    "zh": f"“{measure.title.value}”在《{known[1]}》中也有：两条均保留，请确认以何者为准",
                }[draft.reading.language]
                found.append(Warning(document=draft.document.id, text=text))
    return found
