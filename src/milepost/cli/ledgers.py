"""A ledger from a file that a person may have corrected.

In: a path to `.json` or `.xlsx`. Out: the ledger; Stop with one sentence for each fault.
"""

from pathlib import Path
from typing import TYPE_CHECKING

from milepost.cli.faults import Stop
from milepost.cli.options import existing

if TYPE_CHECKING:
    from milepost.ledger.records import Ledger

LIMIT = 50 * 1024 * 1024  # the same as for documents


def load(path: Path) -> "Ledger":
    """The ledger in a file; Stop when it can't be read."""
    from milepost.ledger.faults import BadLedger

    existing([path])
    if path.stat().st_size > LIMIT:
        raise Stop([f"{path.name}: larger than 50 MB; a ledger is far smaller, is this the right file?"])
    data = path.read_bytes()
    if not data:
        raise Stop([f"{path.name}: the file is empty."])
    try:
        match path.suffix.lower():
            case ".json":
                from milepost.ledger.codec_json import ledger_from_json

                return ledger_from_json(data, path.name)
            case ".xlsx":
                from milepost.ledger.codec_xlsx import read_xlsx

                return read_xlsx(data, path.name)
    except BadLedger as bad:
        raise Stop(bad.faults) from None
    raise Stop([f"{path.name}: a ledger is a .json or .xlsx file."])
