"""The print of a plan: eight signs that say whether two files hold the same plan.

In: a ledger. Out: eight hex signs over everything that is frozen. Which edition this is, when it was frozen
and which print came before are left out: they change when a plan is written again, not when it changes.
"""

import hashlib

import msgspec

from milepost.ledger.records import Ledger

LENGTH = 8


def plan_print(ledger: Ledger) -> str:
    """The print of the ledger's data: `7f3a91c2`."""
    plan = msgspec.structs.replace(ledger.plan, edition=1, frozen_on=None, previous=None)
    frozen = msgspec.structs.replace(ledger, plan=plan)
    canonical = msgspec.json.encode(frozen, order="deterministic")
    return hashlib.sha256(canonical).hexdigest()[:LENGTH]


def shown(print_: str) -> str:
    """The print as books show it, in two groups: `7f3a 91c2`."""
    return f"{print_[:4]} {print_[4:]}"
