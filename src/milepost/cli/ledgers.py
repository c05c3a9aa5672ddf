"""A ledger from a file that a person may have corrected.

In: a path to `.json` or `.xlsx`. Out: the ledger, parsed in a child; Stop with one sentence for each fault.
"""

from pathlib import Path
from typing import TYPE_CHECKING

from milepost.cli.entrances import taken_in
from milepost.cli.faults import Stop
from milepost.cli.options import existing

if TYPE_CHECKING:
    from milepost.ledger.records import Ledger


def load(path: Path) -> "Ledger":
    """The ledger in a file; Stop when it can't be read."""
    from milepost.reading.sandbox.tasks import LEDGER_JSON, LEDGER_XLSX

    existing([path])
    task = {".json": LEDGER_JSON, ".xlsx": LEDGER_XLSX}.get(path.suffix.lower())
    if task is None:
        raise Stop([f"{path.name}: a ledger is a .json or .xlsx file."])
    return taken_in(task, path)
