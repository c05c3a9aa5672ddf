"""Delivery plans that print a measure as fields: Lead, Support, Milestone, Start, End below a title line.

In: the text. Out: one measure a record, and the stretches that were read. A record is a title line and at
least two field lines below it, one of which names a lead, a unit in support or a date. What stands in a
table is `tables`'; commitments written as sentences are `duties`'.
"""

from collections.abc import Iterator

from msgspec import Struct
from msgspec.structs import replace

from milepost.ledger.origins import Span
from milepost.reading.english.actors import PLACEHOLDER, find_names
from milepost.reading.english.chunks import find_subject, masked
from milepost.reading.english.dates import find_dates
from milepost.reading.english.deadlines import Clock, find_deadlines
from milepost.reading.english.field_lines import RESPONSE, Field, before_fields, field_of, fields_inside
from milepost.reading.english.modals import find_marks
from milepost.reading.english.nonduties import is_actor
from milepost.reading.english.recurrence import find_recurring
from milepost.reading.english.titles import action_of, object_of, output_of
from milepost.reading.english.words import VERBS
from milepost.reading.patterns import pattern
from milepost.reading.records import FoundDeadline, FoundMeasure, NamedUnit, Supporting
from milepost.reading.source import lines_of

TITLE_LABEL = pattern(
    r"(?:#{1,6} )?[*_]{0,2}(?:(?:Action|Measure|Commitment|Milestone|Task|Objective|Priority"
    r"|Item|Recommendation)\s+)?(?P<n>[A-Z]{0,3}[.-]?\d{1,3}(?:[./]\d{1,3}){0,3}[a-z]?"
    r"|[A-Z]\d*)?[.:)–-]*\s+"
)
PART = pattern(
    r"(?:[-*•] )?(?P<t>\S.{4,300}?)[.;,|–-]?\s+(?:Start(?: date)?\s*:\s*(?P<s>[^.;"
    r"|:]{3,30}?)[.;,|]?\s+)?(?:End|Due)(?: date)?\s*:\s*(?P<e>[^.;|:]{3,30}?)[.;|]?$"
)
MILESTONES = pattern(
    r"(?:#+ )?[*_]{0,2}(?:[Kk]ey |[Mm]ain )?(?:[Mm]ilestones?|[Dd]eliverables"
    r"|[Aa]ctivities)(?: [\w ]{0,40})?:?[*_]{0,2}$"
)
"""A line between the fields of a record and its dated parts."""
LETTERHEAD = pattern(r"[*_]*(?:TO|To|FROM|From|CC|Cc|MEMORANDUM|Memorandum|MEMO|Memo|SUBJECT|Subject)\b")
"""The head of a letter: "TO: … / FROM: … / DATE: …" are no fields of a plan."""
BEGINS = pattern(
    r"\s*(?:(?:as )?from|as of|beginning|starting|commencing|with effect from|effective(?: from)?)\s",
    ignore_case=True,
)
"""A value that says when something begins: "From April 2027" is no deadline."""
PROMISE = pattern(r"\b(?:will|shall|must)\b")
LONGEST_LINE = 600
"""A longer line is no field, in characters."""
ADJECTIVES_TOO = frozenset("open clean clear complete direct separate".split())
WITH = pattern(r"\s*[(,;]?\s*\b(?:with|supported by|together with)\s+(?P<w>[^()]+)\)?\s*$")


class Answer(Struct, frozen=True):
    """Words that are read as a sentence, and the deadlines that the fields below them state for it."""

    span: Span
    deadlines: list[FoundDeadline]


class Read(Struct, frozen=True):
    """The measures of the fields, the stretches that need no further reading, and what fields say of
    sentences that are read elsewhere."""

    measures: list[FoundMeasure]
    taken: list[Span]
    answers: list[Answer] = []


def read_fields(text: str, clock: Clock) -> Read:
    """Every record of fields in the text."""
    measures: list[FoundMeasure] = []
    taken: list[Span] = []
    answered: list[Answer] = []
    for title, fields in records_of(text):
        end = max(field.end for field in fields) + 1
        if has_own_subject(text, title, fields):
            ends = [field for field in fields if field.kind == "end"]
            answered.append(
                Answer(title, [one for end_ in ends for one in dates_of(text, end_, clock, "end")])
            )
            continue
        if any(field.kind == "part" for field in fields) and is_prose(text, *title):
            measures += parts_of(text, fields, None, clock, len(measures))
            taken.append((fields[0].start, end))
        elif measure := measure_of(text, title, fields, clock, f"f{len(measures) + 1}"):
            measures.append(measure)
            measures += parts_of(text, fields, measure, clock, len(measures))
            taken.append((title[0], end))
    return Read(measures, taken, answered)


def with_answers(measures: list[FoundMeasure], answers: list[Answer]) -> list[FoundMeasure]:
    """The measures, those of an answered sentence with the deadline that its fields state."""
    if not any(answer.deadlines for answer in answers):
        return measures
    found = []
    for measure in measures:
        answer = next((a for a in answers if a.span[0] <= measure.span[0] < a.span[1] and a.deadlines), None)
        if answer and measure.deadline is None and measure.level == "main":
            because = [*measure.because, "field:end"]
            measure = replace(measure, deadline=answer.deadlines[0], because=because)
        found.append(measure)
    return found


def records_of(text: str) -> Iterator[tuple[Span, list[Field]]]:
    """A title line and the fields below it or behind it, for every record."""
    title: Span | None = None
    fields: list[Field] = []
    for start, end in lines_of(text):
        inside = fields_inside(text, start, end) if end - start < LONGEST_LINE else []
        if title and answers(text, start, end):
            fields += inside
            continue
        if any(field.kind == "lead" for field in inside):
            if title and is_record(text, title, fields):
                yield title, fields
            title, fields = before_fields(text, start, end), inside
            continue
        field = field_in(text, start, end)
        if field is None and fields and MILESTONES.match(text, start, end):
            continue
        if field is None or (field.kind == "title" and fields):
            if title and is_record(text, title, fields):
                yield title, fields
            title, fields = (start, end), []
        if field and field.kind == "title":
            title = (field.start, field.end)
        elif field and title:
            fields.append(field)
    if title and is_record(text, title, fields):
        yield title, fields


def field_in(text: str, start: int, end: int) -> Field | None:
    """The field that a line is, None for other lines."""
    return (part_of(text, start, end) or field_of(text, start, end)) if end - start < LONGEST_LINE else None


def answers(text: str, start: int, end: int) -> bool:
    """Whether a line answers the one above and promises nothing: "Management response: Agreed."."""
    return RESPONSE.match(text, start, end) is not None and PROMISE.search(text, start, end) is None


def has_own_subject(text: str, title: Span, fields: list[Field]) -> bool:
    """Whether the words above the fields name who is to act, and the fields only a person in that unit; or
    answer somebody. Such words are read as the sentence that they are."""
    if RESPONSE.match(text, *title):
        return True
    named = [field for field in fields if field.kind == "lead"]
    if not all(field.person for field in named):
        return False
    label = TITLE_LABEL.match(text, *title)
    start = label.end() if label and label["n"] else title[0]
    sentence = masked(text, start, title[1])
    mark = next((one for one in find_marks(sentence) if not one.is_permission), None)
    subject = find_subject(sentence, 0, mark.start) if mark else None
    return subject is not None and is_actor(sentence[subject.parts[0][0] : subject.parts[0][1]])


def is_record(text: str, title: Span, fields: list[Field]) -> bool:
    """Whether fields make a record: two of them, or a lead below a numbered line that says what to do."""
    if len(fields) != 1 or fields[0].kind != "lead":
        return len(fields) > 1
    label = TITLE_LABEL.match(text, *title)
    return bool(label and label["n"]) and says_act(text, label.end() if label else title[0], title[1])


def part_of(text: str, start: int, end: int) -> Field | None:
    """A line that is a milestone with its own dates: "1.1 Publish the design. Start: May 2027. End: July
    2027."."""
    dated = text.find("End", start, end) >= 0 or text.find("Due", start, end) >= 0
    return Field("part", start, end) if dated and PART.match(text, start, end) else None


def measure_of(text: str, title: Span, fields: list[Field], clock: Clock, name: str) -> FoundMeasure | None:
    """The measure of one record, None when no field makes it one."""
    by_kind = {field.kind: field for field in reversed(fields)}
    if not {"lead", "support", "end"} & set(by_kind) or ("lead" not in by_kind and "end" not in by_kind):
        return None
    label = TITLE_LABEL.match(text, *title)
    if LETTERHEAD.match(text, *title):
        return None
    start = label.end() if label and (label["n"] or label.group().strip(" #*_")) else title[0]
    dated = any(
        text[field.start : field.end].strip()
        for field in fields
        if field.kind in ("end", "milestone", "start", "part")
    )
    if not dated and not says_act(text, start, title[1]):
        return None
    lead, helpers = leads_of(text, by_kind.get("lead"))
    support = [*helpers, *supports_of(text, by_kind.get("support"))]
    dates = [
        one
        for kind in ("end", "milestone")
        if kind in by_kind
        for one in dates_of(text, by_kind[kind], clock, kind)
    ]
    started = list(dates_of(text, by_kind["start"], clock, "start")) if "start" in by_kind else []
    ends = [one for one in dates if one.kind != "milestone"]
    told = find_deadlines(text, start, title[1], clock)[:1] if not ends else []
    ends = ends or [one.deadline for one in told]
    named = object_of(text, start, title[1])
    because = ["field:lead" if lead else "field:record", *([] if lead else ["lead:none"])]
    because += [one.rule for one in told]
    milestone = by_kind.get("milestone")
    return FoundMeasure(
        id=name,
        span=(start, max(field.end for field in fields)),
        number=label["n"] if label else None,
        action=action_of(text, start, title[1], told[0].deadline.span if told else None),
        object=named,
        output=output_of(named),
        strength="mandatory",
        lead=lead,
        support=support,
        roles="marked" if lead else "none",
        deadline=ends[0] if ends else None,
        other_deadlines=[*started, *(one for one in dates if one.kind == "milestone")],
        recurring=find_recurring(text, milestone.start, milestone.end) if milestone else None,
        because=because,
    )


def says_act(text: str, start: int, end: int) -> bool:
    """Whether a title says what to do: "Fence the bank" does, "Open procurement" only names a field."""
    words = text[start:end].lower().replace(",", " ").split()
    return bool(words) and words[0] in VERBS and words[0] not in ADJECTIVES_TOO


def is_prose(text: str, start: int, end: int) -> bool:
    """Whether the line above the fields is a paragraph rather than the title of a record."""
    return text[start:end].rstrip().endswith(".") and end - start > 90


def lead_of_field(text: str, start: int, end: int) -> tuple[NamedUnit, ...]:
    """The units of a line "Lead agency: …" that stands by itself."""
    field = field_of(text, start, end) if end - start < 300 and text.find(":", start, end) > 0 else None
    return tuple(leads_of(text, field)[0]) if field and field.kind == "lead" else ()


def parts_of(
    text: str, fields: list[Field], whole: FoundMeasure | None, clock: Clock, count: int
) -> list[FoundMeasure]:
    """The milestones of a record that print their own dates; the units of the record carry them."""
    found: list[FoundMeasure] = []
    by_kind = {field.kind: field for field in reversed(fields)}
    lead, helpers = leads_of(text, by_kind.get("lead"))
    support = [*helpers, *supports_of(text, by_kind.get("support"))]
    for field in fields:
        part = PART.match(text, field.start, field.end) if field.kind == "part" else None
        if part is None:
            continue
        label = TITLE_LABEL.match(text, *part.span("t"))
        start = label.end() if label and label["n"] else part.start("t")
        named = object_of(text, start, part.end("t"))
        starts = [due_of(text, *part.span("s"), clock, "start")] if part["s"] else []
        found.append(
            FoundMeasure(
                id=f"f{count + len(found) + 1}",
                span=(start, field.end),
                number=label["n"] if label else None,
                action=action_of(text, start, part.end("t")),
                object=named,
                output=output_of(named),
                level="sub" if whole else "main",
                parent=whole.id if whole else None,
                lead=lead,
                support=support,
                roles="inherited" if lead else "none",
                deadline=due_of(text, *part.span("e"), clock, "fixed"),
                other_deadlines=starts,
                because=["field:milestone"],
            )
        )
    return found


def leads_of(text: str, field: Field | None) -> tuple[list[NamedUnit], list[Supporting]]:
    """The units of a Lead line; what stands after "with" only supports."""
    if field is None:
        return [], []
    helper = WITH.search(text, field.start, field.end)
    end = helper.start() if helper else field.end
    helpers = find_names(text, [helper.span("w")]).units if helper else ()
    lead = [
        unit for unit in find_names(text, [(field.start, end)]).units if unit.name.lower() not in PLACEHOLDER
    ]
    return lead, [Supporting(name=unit.name, span=unit.span, relation="with") for unit in helpers]


def supports_of(text: str, field: Field | None) -> list[Supporting]:
    """The units of a Support line."""
    units = find_names(text, [(field.start, field.end)]).units if field else ()
    return [
        Supporting(name=u.name, span=u.span, relation="support")
        for u in units
        if u.name.lower() not in PLACEHOLDER
    ]


def dates_of(text: str, field: Field, clock: Clock, kind: str) -> list[FoundDeadline]:
    """The dates of a field: the end is the deadline, a milestone keeps its own words."""
    words = text[field.start : field.end].strip()
    if words.lower() in PLACEHOLDER:
        return []
    if kind == "milestone":
        return milestones_of(text, field, clock)
    return [
        due_of(text, field.start, field.start + len(words), clock, "start" if kind == "start" else "fixed")
    ]


def due_of(text: str, start: int, end: int, clock: Clock, kind: str) -> FoundDeadline:
    """A cell or field that says when: a day, a month, an offset, or only words."""
    words = text[start:end]
    dates = find_dates(text, start, end, clock)
    if not dates and (timed := find_deadlines(text, start, end, clock)):
        return timed[0].deadline
    if dates:
        last = dates[-1]
        opened = BEGINS.match(text, start, end) if len(dates) == 1 else None
        begins = kind == "start" or (opened is not None and opened.end() == last.span[0])
        return FoundDeadline(
            text=words,
            span=(start, end),
            kind="start" if begins else "fixed",
            date=last.date,
            precision=last.precision,
        )
    return FoundDeadline(text=words, span=(start, end), kind="start" if kind == "start" else "open")


def milestones_of(text: str, field: Field, clock: Clock) -> list[FoundDeadline]:
    """Each dated part of a milestone line."""
    found, at = [], field.start
    for piece in text[field.start : field.end].split(";"):
        start, end = at + len(piece) - len(piece.lstrip()), at + len(piece.rstrip())
        dates = find_dates(text, start, end, clock)
        if dates:
            found.append(
                FoundDeadline(
                    text=text[start:end],
                    span=(start, end),
                    kind="milestone",
                    date=dates[-1].date,
                    precision=dates[-1].precision,
                )
            )
        at += len(piece) + 1
    return found
