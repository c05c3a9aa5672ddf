"""English: what an English document says, as facts, measures and sentences set aside.

In: a text, its outline and a given day. Out: a `Body`. Order of the parts: what the document is; fields
and tables, which are read as they stand; then the running text by the rules of its kind. Bulletins and the
record of a meeting have rooms of their own.
"""

from bisect import bisect_right

from msgspec.structs import replace

from milepost.reading.body import Body
from milepost.reading.columns import Records, grids_of, is_table
from milepost.reading.columns.strange import strange_warnings
from milepost.reading.english.clock import clock_of, deadline_warnings
from milepost.reading.english.deadlines import Clock
from milepost.reading.english.directives import read_directives
from milepost.reading.english.document import find_facts
from milepost.reading.english.duties import read_duties
from milepost.reading.english.fields import read_fields, with_answers
from milepost.reading.english.inherited import with_deadlines_before
from milepost.reading.english.meeting import find_meeting
from milepost.reading.english.minutes import read_minutes
from milepost.reading.english.tables import find_records, read_tables
from milepost.reading.records import ClauseFound, DocumentFacts, FoundMeasure, SetAsideFound
from milepost.reading.source import Block


def read_english(
    text: str,
    clauses: list[ClauseFound],
    date: str | None,
    blocks: tuple[Block, ...] = (),
    region: str | None = None,
) -> Body:
    """Everything the English rules find in a text; `date` stands where the text prints no day, `blocks` are
    those that a format knows, `region` is where the document holds."""
    records = find_records(text, grids_of(blocks))
    facts = find_facts(text, clauses, date, records.taken)
    if facts.kind in ("bulletin", "minutes") and is_table(text, blocks):
        facts = replace(facts, kind="plan")
    meeting = find_meeting(text, clauses, facts) if facts.kind in ("bulletin", "minutes") else None
    clock = clock_of(text, facts, meeting, region)
    if facts.kind == "bulletin":
        measures, set_aside = read_directives(text, clauses, facts, meeting)
        return Body(
            facts=facts,
            meeting=meeting,
            measures=measures,
            set_aside=set_aside,
            warnings=deadline_warnings(text, measures, clock),
        )
    measures, set_aside = read_measures(text, facts, clock, records)
    measures = with_deadlines_before(text, clauses, numbered(measures, clauses))
    return Body(
        facts=facts,
        meeting=meeting,
        measures=measures,
        set_aside=set_aside,
        warnings=[*strange_warnings(records.strange, "en"), *deadline_warnings(text, measures, clock)],
    )


def read_measures(
    text: str, facts: DocumentFacts, clock: Clock, records: Records
) -> tuple[list[FoundMeasure], list[SetAsideFound]]:
    """The measures of a text that is no bulletin, in reading order."""
    fields = read_fields(text, clock)
    tables = read_tables(text, clock, records)
    taken = [*fields.taken, *tables.taken]
    found = (
        read_minutes(text, facts, clock, taken)
        if facts.kind == "minutes"
        else read_duties(text, facts, clock, taken)
    )
    duties = with_answers(found.measures, fields.answers)
    measures = sorted([*fields.measures, *tables.measures, *duties], key=lambda measure: measure.span)
    return measures, sorted([*tables.set_aside, *found.set_aside], key=lambda aside: aside.span)


def numbered(measures: list[FoundMeasure], clauses: list[ClauseFound]) -> list[FoundMeasure]:
    """The measures with ids in reading order, the clause each begins in and that clause's label."""
    starts = [clause.span[0] for clause in clauses]
    by_place = sorted(range(len(clauses)), key=lambda index: clauses[index].span)
    starts = [clauses[index].span[0] for index in by_place]
    ids = {measure.id: f"m{number}" for number, measure in enumerate(measures, start=1)}
    result = []
    for measure in measures:
        at = bisect_right(starts, measure.span[0]) - 1
        clause = clauses[by_place[at]] if at >= 0 else None
        result.append(
            replace(
                measure,
                id=ids[measure.id],
                parent=ids.get(measure.parent) if measure.parent else None,
                clause=clause.id if clause else None,
                number=measure.number or (clause.label if clause else None),
            )
        )
    return result
