"""The checks of a plan, one module a check, each `check(ledger, today) -> list[Evidence]`.

In: a ledger and today. Out: evidence, gravest first, in the order of the checks. Nothing is changed or
deleted.
"""

from milepost.ledger.records import Ledger
from milepost.planning.analysis import cycle, impossible_date, orphan, thin
from milepost.planning.analysis.evidence import Evidence, Severity

CHECKS = (cycle, impossible_date, orphan, thin)

GRAVEST_FIRST: tuple[Severity, ...] = ("error", "warning", "query", "note", "list")


def check_ledger(ledger: Ledger, today: str) -> list[Evidence]:
    """What all checks find, gravest first."""
    found = [one for check in CHECKS for one in check.check(ledger, today)]
    return sorted(found, key=lambda one: GRAVEST_FIRST.index(one.severity))
