"""`milepost books`: the books of an adopted edition, from a ledger and the state at its freeze.

In: a ledger, `state.json` (lights, forecasts, reports, rulings, notices, meetings, counts: what the office
keeps), and how the copy is handled. Out: a folder with every book, paper, form and calendar, written whole or
not at all. With `--reader` a copy holds only what that unit may see.
"""

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from milepost.cli.faults import Stop
from milepost.cli.options import BookLanguage, existing, language, today_or
from milepost.cli.summary import counted

if TYPE_CHECKING:
    from milepost.books.adopted_edition import Registers
    from milepost.books.inputs import State
    from milepost.books.writers.pdf.compile import Standard
    from milepost.ledger.records import Ledger, Schedule

LIMIT = 50_000_000


def books(
    ledger: Annotated[Path, typer.Argument(help="The ledger, .xlsx or .json.", show_default=False)],
    state: Annotated[
        Path,
        typer.Option("--state", help="state.json: how the plan stands at its freeze.", show_default=False),
    ],
    out: Annotated[Path, typer.Option("--out", help="Folder for the books.", show_default=False)],
    before: Annotated[
        Path | None,
        typer.Option(
            "--before",
            help="Folder of the edition before: its calendars and project file go on from there.",
            show_default=False,
        ),
    ] = None,
    reader: Annotated[
        str | None,
        typer.Option(
            "--reader", help="Code of the unit the copy is for: it sees what it may see.", show_default=False
        ),
    ] = None,
    copy: Annotated[
        int | None, typer.Option("--copy", help="Number of this copy, on every page.", show_default=False)
    ] = None,
    archive: Annotated[
        bool, typer.Option("--archive", help="PDF/A-2b for the archive instead of PDF/UA-1.")
    ] = False,
    untagged: Annotated[bool, typer.Option("--untagged", help="PDF without tags, for quick drafts.")] = False,
    book_language: BookLanguage = None,
) -> None:
    """Write the books of an adopted edition.

    Example: milepost books ledger.xlsx --state state.json --out edition-2
    """
    from milepost.books.adopted_edition import adopted_files
    from milepost.books.handling import seen_by
    from milepost.cli.folder import refuse_if_taken, write_whole
    from milepost.cli.ledgers import load
    from milepost.cli.progress import progress
    from milepost.cli.spread import spread

    if archive and untagged:
        raise Stop(["--archive and --untagged can't be had together; give one."])
    tongue = language(book_language)
    loaded = load(ledger)
    known = _handled(state_of(state, loaded), loaded, reader, copy)
    refuse_if_taken(out, edited_is_ours=out.resolve() == ledger.resolve().parent)
    whole, schedule = planned(loaded, known, ledger)
    registers = _registers(before, tongue or whole.plan.language)
    standard: Standard = "a-2b" if archive else "untagged" if untagged else "ua-1"
    with progress("Writing", None) as step, spread() as several:
        write_whole(out, adopted_files(whole, schedule, known, tongue, standard, registers, several), step)
    seen = seen_by(whole, schedule, known)[0]
    sys.stderr.write(
        f"{counted(len(seen.measures), 'measure')}, edition {whole.plan.edition}, "
        f"frozen {known.as_of}.\n"
        f"Open {out / 'index.html'}\n"
    )


def state_of(path: Path | None, ledger: "Ledger") -> "State":
    """The state in a file; Stop names every subject that the ledger lacks."""
    from milepost.books.inputs.codec import faults, state_from_json
    from milepost.ledger.faults import BadLedger

    if path is None:
        from milepost.books.inputs import State

        return State(as_of=ledger.plan.frozen_on or today_or(None))
    existing([path])
    if path.stat().st_size > LIMIT:
        raise Stop([f"{path.name}: larger than 50 MB; is this the right file?"])
    try:
        state = state_from_json(path.read_bytes(), path.name)
    except BadLedger as bad:
        raise Stop(bad.faults) from None
    found = faults(state, ledger)
    if found:
        raise Stop(found)
    return state


def _handled(state: "State", ledger: "Ledger", reader: str | None, copy: int | None) -> "State":
    """The state with how this copy is handled."""
    import msgspec

    handling = state.handling
    if copy is not None:
        handling = msgspec.structs.replace(handling, copy=copy)
    if reader is not None:
        unit = next((u for u in ledger.units if reader in (u.code, u.id)), None)
        if unit is None:
            codes = ", ".join(u.code for u in ledger.units[:12])
            raise Stop([f"--reader {reader}: the ledger has no such unit. It has {codes}."])
        handling = msgspec.structs.replace(handling, reader=unit.id)
    return msgspec.structs.replace(state, handling=handling)


def planned(ledger: "Ledger", state: "State", path: Path) -> tuple["Ledger", "Schedule"]:
    """The ledger with its schedule: the one beside it where it is of the same print, else planned anew."""
    import msgspec

    from milepost.cli.entrances import taken_in
    from milepost.ledger.invariants import check
    from milepost.ledger.prints import plan_print
    from milepost.planning import plan
    from milepost.planning.axis import BeyondCalendar
    from milepost.planning.calendar import UnknownRegion
    from milepost.planning.network import LoopFound
    from milepost.planning.settings import SettingFault
    from milepost.reading.sandbox.tasks import SCHEDULE_JSON

    found = check(ledger)
    if found:
        raise Stop(found)
    frozen = msgspec.structs.replace(ledger, plan=msgspec.structs.replace(ledger.plan, frozen_on=state.as_of))
    beside = path.parent / "schedule.json"
    if beside.is_file():
        schedule = taken_in(SCHEDULE_JSON, beside)
        if schedule.plan_print == plan_print(ledger):
            return frozen, schedule
    try:
        return plan(frozen, state.as_of)
    except (LoopFound, SettingFault, UnknownRegion, BeyondCalendar) as fault:
        raise Stop([str(fault)]) from None


def _registers(before: Path | None, language: str) -> "Registers | None":
    """What the edition before had sent; Stop where its registers can't be read."""
    from milepost.books.adopted_edition import FEEDS, NUMBERS, Registers
    from milepost.books.inputs.feeds import Feeds, TaskNumbers
    from milepost.ledger.codec_json import decoded
    from milepost.ledger.faults import BadLedger

    if before is None:
        return None
    try:
        feeds = decoded((before / FEEDS).read_bytes(), FEEDS, Feeds, "register")
        numbers = decoded((before / NUMBERS).read_bytes(), NUMBERS, TaskNumbers, "register")
    except OSError as fault:
        raise Stop(
            [f"{before}: holds no registers of an edition ({fault.strerror}). Name the folder of one."]
        ) from None
    except BadLedger as bad:
        raise Stop(bad.faults) from None
    return Registers(feeds=feeds if feeds.language == language else None, numbers=numbers)
