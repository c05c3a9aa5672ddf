"""The print of a plan changes with the plan and with nothing else."""

import re

import msgspec

from milepost.ledger.prints import plan_print, shown
from tests.ledger.complete import COMPLETE


def test_edition_and_freeze_leave_the_print_alone() -> None:
    later = msgspec.structs.replace(COMPLETE.plan, edition=9, frozen_on="2030-01-01", previous=None)
    assert plan_print(msgspec.structs.replace(COMPLETE, plan=later)) == plan_print(COMPLETE)


def test_any_change_of_the_plan_changes_the_print() -> None:
    titled = msgspec.structs.replace(COMPLETE.plan, title="Ports 2028")
    assert plan_print(msgspec.structs.replace(COMPLETE, plan=titled)) != plan_print(COMPLETE)
    assert plan_print(msgspec.structs.replace(COMPLETE, steps=())) != plan_print(COMPLETE)


def test_the_print_is_eight_signs_shown_in_two_groups() -> None:
    assert re.fullmatch(r"[0-9a-f]{8}", plan_print(COMPLETE))
    assert shown("7f3a91c2") == "7f3a 91c2"
