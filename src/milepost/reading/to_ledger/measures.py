"""A reading's measures as rows of the ledger: what becomes a measure, a step, a child or orientation.

In: one reading. Out: a `Draft` filled with measures, steps and orientation; nobody is assigned yet. The
table is ledger.md section 4: main and nested become measures, sub a step of its parent (a child measure
when it has a later date or the parent has steps), a principle becomes orientation, a start the measure's
start, a target or a period stays words without a date.
"""

import msgspec

from milepost.ledger.ids import IdRegister, code
from milepost.ledger.origins import Sourced, Span, computed, quoted
from milepost.ledger.records import (
    Assignment,
    Clause,
    Deadline,
    Document,
    Measure,
    Orientation,
    Promise,
    Recurring,
    SmallDate,
    Step,
)
from milepost.reading.records import FoundDeadline, FoundMeasure, Reading

UNDATED = ("target", "period", "open", "recurring")
"""Kinds whose date, where they have one, is no day that a measure is due; a dated event is."""


class Draft:
    """One document on its way into the ledger: the reading, and the rows made of it so far."""

    def __init__(self, reading: Reading, document: Document, clauses: dict[str, Clause]) -> None:
        self.reading = reading
        self.document = document
        self.clauses = clauses
        self.measures: list[Measure] = []
        self.found: dict[str, FoundMeasure] = {}
        """The reading's record behind each measure, by the measure's id."""
        self.assignments: list[Assignment] = []
        self.steps: list[Step] = []
        self.orientation: list[Orientation] = []

    @property
    def key(self) -> str:
        """What the document is known by: its number, else its title."""
        return self.document.number or self.document.title

    def words(self, span: Span) -> str:
        """The document's own words at a span."""
        return self.reading.text[span[0] : span[1]]

    def coded(self, before: int) -> list[Measure]:
        """The measures with their codes, given in reading order after `before` others."""
        return [
            msgspec.structs.replace(m, code=code("M", before + n))
            for n, m in enumerate(self.measures, start=1)
        ]

    def of_paragraph(self, clause: str | None) -> list[Measure]:
        """The measures that stand in one clause of the document."""
        return [m for m in self.measures if m.clause == clause]


def draft_measures(draft: Draft, ids: IdRegister) -> None:
    """Fill the draft with the reading's measures, in the order of the text."""
    made: dict[str, str] = {}  # the reading's id → the ledger's
    dated_parts = {m.id for m in draft.reading.measures if counted_from_event(m).other_deadlines}
    for said in sorted(draft.reading.measures, key=lambda m: (m.span[0], m.level != "main")):
        found = counted_from_event(said)
        if found.strength == "principle":
            draft.orientation.append(_orientation(draft, found))
            continue
        parent = made.get(found.parent or "")
        if (
            found.level == "sub"
            and parent
            and found.parent not in dated_parts
            and not _later(draft, parent, found)
        ):
            draft.steps.append(_step(draft, found, parent, ids))
            continue
        for lead in _each_lead(found):
            measure = _measure(draft, lead, parent, ids)
            draft.measures.append(measure)
            draft.found[measure.id] = lead
            made.setdefault(found.id, measure.id)
            for n, dated in enumerate(found.other_deadlines):
                if _after(dated.date, measure):
                    _dated_child(draft, measure, lead, dated, ids)
                else:
                    draft.steps.append(_dated_step(draft, measure.id, dated, n, ids))


def counted_from_event(found: FoundMeasure) -> FoundMeasure:
    """ "Once the list is out, … within 8 weeks": a length without a beginning counts from the measure's
    event, and is no part that falls due before it."""
    event, lengths = found.deadline, [due for due in found.other_deadlines if _is_bare_length(due)]
    if event is None or event.kind != "event" or event.offset is not None or event.date or not lengths:
        return found
    due = msgspec.structs.replace(lengths[0], kind="event", anchor=event.anchor or event.text)
    others = [other for other in found.other_deadlines if other is not lengths[0]]
    return msgspec.structs.replace(found, deadline=due, other_deadlines=others)


def _is_bare_length(due: FoundDeadline) -> bool:
    """Whether a deadline is a length of time that does not say from when it counts."""
    return due.kind == "relative" and due.offset is not None and due.date is None and due.anchor is None


def _each_lead(found: FoundMeasure) -> list[FoundMeasure]:
    """One record a lead where the text says that each acts alone, else the record itself."""
    if len(found.lead) > 1 and any(rule.endswith("each") for rule in found.because):
        return [msgspec.structs.replace(found, lead=[lead]) for lead in found.lead]
    return [found]


def _measure(draft: Draft, found: FoundMeasure, parent: str | None, ids: IdRegister) -> Measure:
    """One row: the words, the dates, what it is about."""
    lead = found.lead[0].name if found.lead else None
    clause = draft.clauses.get(found.clause or "")
    quote = draft.words(found.span)
    begins = found.deadline is not None and found.deadline.kind == "start"
    said = dated_start(draft, found.deadline) if found.deadline and begins else found.deadline
    deadline = sourced_deadline(draft, said, found.because) if said else None
    return Measure(
        id=ids.give(draft.key, clause.label if clause else None, quote, lead),
        code="",
        document=draft.document.id,
        clause=clause.id if clause else None,
        span=found.span,
        quote=quote,
        title=title_of(draft, found),
        object=found.object,
        parts=tuple(found.parts),
        theme=_theme(draft, clause),
        strength=found.strength,
        polarity=found.polarity,
        parent=parent,
        start=deadline if begins else None,
        deadline=None if begins else deadline,
        recurring=_recurring(draft, found),
        output_form=quoted(found.output.text, found.output.span, "output") if found.output else None,
        confidence=found.confidence,
        because=tuple(found.because),
        note=_note(draft, found),
    )


def dated_start(draft: Draft, found: FoundDeadline) -> FoundDeadline:
    """A start with the day its words name: a Chinese reading keeps the words alone, as no promise is due."""
    if draft.reading.language != "zh" or found.date is not None:
        return found
    from milepost.reading.chinese.deadlines import start_of

    date, precision = start_of(found.text, draft.document.date)
    return msgspec.structs.replace(found, date=date, precision=precision)


def title_of(draft: Draft, found: FoundMeasure) -> Sourced[str]:
    """The action as quoted where it stands so in the text, else as shortened by the reading's rules."""
    if not found.action.strip():  # a reading that named no act still has its words
        return quoted(draft.words(found.span), found.span)
    at = draft.reading.text.find(found.action, found.span[0], found.span[1])
    if at >= 0:
        return quoted(found.action, (at, at + len(found.action)))
    return computed(found.action, "title:shortened", found.span)


def sourced_deadline(draft: Draft, found: FoundDeadline, because: list[str]) -> Sourced[Deadline]:
    """The deadline with its words; quoted when the words alone fix the date, else computed by a rule."""
    rule = next((r for r in because if r.startswith("deadline:")), f"deadline:{found.kind}")
    date = None if found.kind in UNDATED else found.date
    promise = Promise(date=date, precision=found.precision) if date else None
    deadline = Deadline(
        text=found.text,
        kind=found.kind,
        span=found.span,
        date=date,
        precision=found.precision,
        offset=found.offset,
        anchor=found.anchor,
        combine=found.combine,
        original=promise,
        current=promise,
    )
    plain = found.kind != "relative" and (date is None or date[:4] in found.text)
    return quoted(deadline, found.span, rule) if plain else computed(deadline, rule, found.span)


def _recurring(draft: Draft, found: FoundMeasure) -> Sourced[Recurring] | None:
    """What makes the measure repeat: quoted where its words stand in the measure's sentence."""
    if found.recurring is None:
        return None
    r = found.recurring
    value = Recurring(text=r.text, every=r.every, from_=r.from_, until=r.until)
    reach = max(0, found.span[0] - 2000)  # a lead-in may state it for a list below
    at = draft.reading.text.find(r.text, found.span[0], found.span[1] + 400)
    if at < 0:
        at = draft.reading.text.rfind(r.text, reach, found.span[0])
    return (
        quoted(value, (at, at + len(r.text)), "recurring")
        if at >= 0
        else computed(value, "recurring", found.span)
    )


def _step(draft: Draft, found: FoundMeasure, measure: str, ids: IdRegister) -> Step:
    """A listed part of a measure as its step, in the text's own words."""
    due = small_date(draft, found.deadline) if found.deadline else None
    order = 1 + sum(step.measure == measure for step in draft.steps)
    return Step(
        id=ids.give(draft.key, found.number, f"step {draft.words(found.span)}", measure),
        measure=measure,
        origin="quoted",
        title=title_of(draft, found),
        order=order,
        due=due,
    )


def _dated_child(
    draft: Draft, whole: Measure, found: FoundMeasure, dated: FoundDeadline, ids: IdRegister
) -> None:
    """A dated part that falls due after its measure, as a measure of its own, titled by its words."""
    child = msgspec.structs.replace(
        whole,
        id=ids.give(draft.key, None, f"later part {dated.text}", whole.id),
        title=computed(f"{whole.title.value} ({dated.text})", "other-deadline", dated.span),
        deadline=sourced_deadline(draft, dated, []),
        parent=whole.id,
        recurring=None,
    )
    draft.measures.append(child)
    draft.found[child.id] = msgspec.structs.replace(found, other_deadlines=[])


def _dated_step(draft: Draft, measure: str, deadline: FoundDeadline, n: int, ids: IdRegister) -> Step:
    """A further dated part of a measure as a step of its own, titled by the words that date it."""
    title = f"{deadline.actor}: {deadline.text}" if deadline.actor else deadline.text
    made = (
        computed(title, "other-deadline", deadline.span) if deadline.actor else quoted(title, deadline.span)
    )
    return Step(
        id=ids.give(draft.key, None, f"dated part {title}", measure),
        measure=measure,
        origin="quoted",
        title=made,
        order=1 + n + sum(step.measure == measure for step in draft.steps),
        due=small_date(draft, deadline),
    )


def small_date(draft: Draft, found: FoundDeadline) -> Sourced[SmallDate] | None:
    """A step's due in the text's words; None where the words fix no date."""
    if found.date is None or found.kind in (*UNDATED, "start"):
        return None
    value = SmallDate(text=found.text, date=found.date, precision=found.precision)
    plain = found.kind != "relative" and found.date[:4] in found.text
    return quoted(value, found.span) if plain else computed(value, f"deadline:{found.kind}", found.span)


def _later(draft: Draft, parent: str, found: FoundMeasure) -> bool:
    """Whether a part falls due after the measure it is part of."""
    own = found.deadline.date if found.deadline else None
    return _after(own, next(m for m in draft.measures if m.id == parent))


def _after(date: str | None, measure: Measure) -> bool:
    """Whether a date comes after the day that a measure is due."""
    due = measure.deadline.value.date if measure.deadline else None
    return bool(date and due and date > due)


def _theme(draft: Draft, clause: Clause | None) -> Sourced[str] | None:
    """The heading above the clause, quoted; None where no heading stands above it."""
    by_id = {c.id: c for c in draft.clauses.values()}
    above = by_id.get(clause.parent or "") if clause else None
    while above:
        if above.title and above.kind != "title":
            at = draft.reading.text.find(above.title, above.span[0], above.span[1])
            return quoted(above.title, (at, at + len(above.title)), "theme:heading") if at >= 0 else None
        above = by_id.get(above.parent or "")
    return None


def _orientation(draft: Draft, found: FoundMeasure) -> Orientation:
    """A principle or slogan, kept in its words."""
    clause = draft.clauses.get(found.clause or "")
    return Orientation(
        document=draft.document.id,
        clause=clause.id if clause else None,
        span=found.span,
        text=draft.words(found.span),
    )


def _note(draft: Draft, found: FoundMeasure) -> str | None:
    """Whom the lead must direct: no unit of the plan yet, so it is kept as a note."""
    if not found.addressee:
        return None
    names = [unit.name for unit in found.addressee]
    if draft.reading.language == "zh":
        return "要求的对象：" + "、".join(names)
    return "to be required of: " + ", ".join(names)
