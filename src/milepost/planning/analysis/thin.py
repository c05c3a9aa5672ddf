"""Check "thin measure": owner, step, date, output form or acceptance test missing, or a title that is a
slogan.

In: a ledger and today. Out: one error a measure, with the missing pieces in the order of the record. Proposed
values don't count as there: a suggestion fills no gap. A standing measure needs no date and no step.
"""

from milepost.ledger.origins import Sourced
from milepost.ledger.records import Ledger
from milepost.planning.analysis.evidence import Evidence, Severity, lacking
from milepost.planning.promises import due_of
from milepost.planning.templates import lead_units, propose_steps

CHECK = "thin"
SEVERITY: Severity = "error"


def check(ledger: Ledger, today: str) -> list[Evidence]:
    """Every measure that isn't complete enough to be planned for good."""
    stepped = {step.measure for step in ledger.steps if step.origin != "proposed"}
    ledger = propose_steps(ledger, today)
    leads = lead_units(ledger)
    found = []
    for measure in ledger.measures:
        kind = measure.kind.value if measure.kind is not None else "unsure"
        ends = kind not in ("standing", "principle")
        missing = {
            "lead": measure.id not in leads,
            "step": ends and measure.id not in stepped,
            "date": ends and due_of(measure) is None,
            "output_form": not _is_there(measure.output_form),
            "acceptance_test": not _is_there(measure.acceptance_test),
            "concrete_title": kind == "principle",
        }
        keys = tuple(key for key, is_missing in missing.items() if is_missing)
        if keys:
            found.append(lacking(CHECK, SEVERITY, measure, keys))
    return found


def _is_there(value: Sourced[str] | None) -> bool:
    """Whether somebody has said it, beyond a suggestion."""
    return value is not None and value.origin != "proposed" and bool(value.value.strip())
