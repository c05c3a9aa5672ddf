"""Deadlines that a list takes from the sentence before its lead-in: "By May, A shall …. A shall: (i) …".

In: the text, its clauses, the measures in reading order. Out: the measures, the items of such a list with the
deadline of the sentence before. The lead-in says nothing of its own but who acts ("A shall:"), or that the
list is part of what came before ("As part of this plan, A shall:"). A list whose lead-in states its deadline
takes it where duties are read.
"""

from msgspec.structs import replace

from milepost.reading.patterns import pattern
from milepost.reading.records import ClauseFound, FoundMeasure

LEAD_IN = pattern(
    r"(?:[.;]|^)\s+(?:As part of (?:this|that|these|those|such|the) [^,.;:]{2,60}, )?"
    r"(?:The |the )?(?P<who>[A-Z][^,.;:]{2,120}) (?:shall|must|will):$"
)


def with_deadlines_before(
    text: str, clauses: list[ClauseFound], measures: list[FoundMeasure]
) -> list[FoundMeasure]:
    """The measures, each item of a continuing list with the deadline of its actor's sentence before."""
    by_id = {clause.id: clause for clause in clauses}
    before: dict[str | None, FoundMeasure] = {}
    result = []
    for measure in measures:
        clause = by_id.get(measure.clause or "")
        above = before.get(clause.parent) if clause else None
        if above is not None and clause is not None and _continues(text, by_id, clause, measure, above):
            because = [*measure.because, "deadline:before-list"]
            measure = replace(measure, deadline=above.deadline, because=because)
        elif measure.deadline is not None and "list:item" not in measure.because:
            before[measure.clause] = measure
        result.append(measure)
    return result


def _continues(
    text: str,
    by_id: dict[str, ClauseFound],
    clause: ClauseFound,
    measure: FoundMeasure,
    above: FoundMeasure,
) -> bool:
    """Whether an item without a deadline goes on with what its actor's dated sentence began."""
    if measure.deadline is not None or measure.level != "main" or "list:item" not in measure.because:
        return False
    parent = by_id[clause.parent or ""]
    end = parent.span[1]
    found = LEAD_IN.search(text[max(parent.span[0], end - 260) : end].rstrip())
    names = [unit.name for unit in above.lead]
    return found is not None and names == [unit.name for unit in measure.lead] == [found["who"]]
