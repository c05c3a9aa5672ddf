"""Check "orphan": measures that nobody holds, or that have no date or no step.

In: a ledger and today. Out: one line of the daily list a measure, with the missing pieces. A standing measure
needs no date and no step; a unit that is only suggested holds nothing; a unit that isn't in the list any more
doesn't either.
"""

from milepost.ledger.records import Ledger
from milepost.planning.analysis.evidence import Evidence, Severity, lacking
from milepost.planning.promises import due_of
from milepost.planning.templates import lead_units, propose_steps

CHECK = "orphan"
SEVERITY: Severity = "list"
WITHOUT_END = ("standing", "principle")


def check(ledger: Ledger, today: str) -> list[Evidence]:
    """Every orphaned measure."""
    stepped = {step.measure for step in ledger.steps}
    ledger = propose_steps(ledger, today)
    leads, known = lead_units(ledger), {unit.id for unit in ledger.units}
    found = []
    for measure in ledger.measures:
        standing = measure.kind is not None and measure.kind.value in WITHOUT_END
        missing = {
            "lead": leads.get(measure.id) not in known,
            "date": not standing and due_of(measure) is None,
            "step": not standing and measure.id not in stepped,
        }
        keys = tuple(key for key, is_missing in missing.items() if is_missing)
        if keys:
            found.append(lacking(CHECK, SEVERITY, measure, keys))
    return found
