"""One edition from a ledger: planned, checked, written. `build` and `plan` both end here.

In: a ledger, the freeze date, the readings' files. Out: the folder with its books, and one line that says
where to begin. A ledger with faults is refused with every fault named; a schedule that the independent
checker does not pass is our fault and reaches no book.
"""

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from milepost.cli.faults import Stop
from milepost.cli.output import put
from milepost.cli.summary import counted

if TYPE_CHECKING:
    from milepost.cli.options import Language
    from milepost.ledger.records import Ledger


class Before(NamedTuple):
    """The edition before: its number and its plan print."""

    edition: int
    print_: str


class UnsoundSchedule(Exception):
    """The independent checker found faults in a schedule of ours."""


def write_edition(
    ledger: "Ledger",
    out: Path,
    today: str,
    language: "Language | None",
    readings: Sequence[tuple[str, bytes]],
    before: Before | None = None,
    json: str | None = None,
) -> None:
    """Plan the ledger and write its books."""
    from milepost.books.edition import edition_files
    from milepost.cli.folder import write_whole
    from milepost.cli.progress import progress
    from milepost.cli.spread import spread
    from milepost.ledger.codec_json import ledger_json
    from milepost.ledger.invariants import check
    from milepost.planning import plan
    from milepost.planning.axis import BeyondCalendar
    from milepost.planning.calendar import UnknownRegion
    from milepost.planning.network import LoopFound
    from milepost.planning.settings import SettingFault

    faults = check(ledger)
    if faults:
        raise Stop(faults)
    try:
        planned, schedule = plan(ledger, today)
    except (LoopFound, SettingFault, UnknownRegion, BeyondCalendar) as fault:
        raise Stop([str(fault)]) from None
    planned = _numbered(planned, schedule.plan_print, today, before)
    if not schedule.verified.ok:
        raise UnsoundSchedule("; ".join(schedule.verified.faults))
    tongue = language or planned.plan.language
    with progress("Writing", None) as step, spread() as several:
        write_whole(out, edition_files(planned, schedule, tongue, readings, several), step)
    if json is not None:
        put(json, ledger_json(planned))
    _say(planned, out)


def _numbered(ledger: "Ledger", print_: str, today: str, before: Before | None) -> "Ledger":
    """The ledger with freeze date and edition: a new one only where the data differ from the one before."""
    import msgspec

    edition, previous = ledger.plan.edition, ledger.plan.previous
    if before is not None:
        edition = before.edition if before.print_ == print_ else before.edition + 1
        previous = previous if before.print_ == print_ else before.print_
    head = msgspec.structs.replace(ledger.plan, frozen_on=today, edition=edition, previous=previous)
    return msgspec.structs.replace(ledger, plan=head)


def _say(ledger: "Ledger", out: Path) -> None:
    """Where the books lie, what they hold, and what a person does next."""
    lines = [
        f"{counted(len(ledger.measures), 'measure')} from "
        f"{counted(len(ledger.documents), 'document')}, edition {ledger.plan.edition}, "
        f"frozen {ledger.plan.frozen_on}.",
        f"Open {out / 'index.html'}",
    ]
    if ledger.warnings:
        stand = "stands" if len(ledger.warnings) == 1 else "stand"
        lines.append(f"{counted(len(ledger.warnings), 'warning')} {stand} on its first page.")
    lines.append(f"Correct {out / 'ledger.xlsx'}, then: milepost plan {out / 'ledger.xlsx'} --out {out}")
    sys.stderr.write("\n".join(lines) + "\n")
