"""`milepost check`: what is wrong or missing in a ledger, with the evidence.

In: a ledger. Out: a table or JSON: faults of the file first, then cycles, impossible dates, orphans, thin
rows. A ledger with faults is loaded all the same, as this is where they are found.
"""

from pathlib import Path
from typing import Annotated

import typer

from milepost.cli.options import Json, Today, today_or
from milepost.cli.output import put


def check(
    ledger: Annotated[Path, typer.Argument(help="A ledger, .xlsx or .json.")],
    today: Today = None,
    json: Json = None,
) -> None:
    """Check a ledger: cycles, impossible dates, orphans, thin measures.

    Example: milepost check out/ledger.xlsx
    """
    import msgspec

    from milepost.cli.ledgers import load
    from milepost.ledger.invariants import check as faults_of
    from milepost.planning.analysis import check_ledger

    loaded = load(ledger)
    faults = faults_of(loaded)
    evidence = check_ledger(loaded, today_or(today))
    if json is not None:
        data = (
            msgspec.json.format(msgspec.json.encode({"faults": faults, "checks": evidence}), indent=2) + b"\n"
        )
        put(json, data)
    else:
        from milepost.cli.tables import show_checks

        show_checks(loaded, faults, evidence)
    if faults:
        raise typer.Exit(2)
