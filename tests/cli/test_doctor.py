"""`milepost doctor` names what this machine gives."""

from milepost.cli.doctor import FENCES
from milepost.reading.sandbox import fences_here
from milepost.reading.sandbox.fences import Fences
from tests.cli.conftest import Run


def test_the_doctor_names_every_fence_and_whether_it_holds(milepost: Run) -> None:
    run = milepost("doctor")
    assert run.returncode == 0, run.stderr
    told = " ".join(run.stdout.replace("│", " ").split())
    here = fences_here()
    for field, what, _ in FENCES:
        assert f"Fence: {what.split()[0]}" in told
        assert getattr(here, field) in (True, False)
    assert told.count(" holds ") == sum(getattr(here, field) for field, _, _ in FENCES)


def test_the_table_has_a_row_for_every_fence() -> None:
    assert [field for field, _, _ in FENCES] == list(Fences.__struct_fields__)
