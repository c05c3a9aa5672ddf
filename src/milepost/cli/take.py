"""`milepost take`: an office form (T1 to T4, T0) or a unit's progress report that came back, row by row.

In: a workbook or CSV, the ledger, its state. Out: what each row would change, on the screen; with `--write`
the changed ledger and state as files. Nothing is stored before a person has seen it; a second run changes
nothing.
"""

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from milepost.cli.faults import Stop
from milepost.cli.options import day, existing

if TYPE_CHECKING:
    from collections.abc import Sequence

    from milepost.books.content.standing import Standing
    from milepost.books.forms_in import FormTable, Intake, RowFate
    from milepost.books.inputs import State
    from milepost.ledger.records import Ledger

MOST = 200
"""Rows that the screen shows; the rest are counted."""


def take(
    form: Annotated[Path, typer.Argument(help="The form that came back, .xlsx, .xls, .ods or .csv.")],
    ledger: Annotated[Path, typer.Option("--ledger", help="The ledger, .xlsx or .json.", show_default=False)],
    state: Annotated[
        Path | None, typer.Option("--state", help="state.json beside it.", show_default=False)
    ] = None,
    unit: Annotated[
        str | None,
        typer.Option(
            "--unit", help="Code of the unit that reports, where the form lost it.", show_default=False
        ),
    ] = None,
    on: Annotated[
        str | None,
        typer.Option("--on", help="Day the report was handed in, as 2027-06-15.", show_default=False),
    ] = None,
    confirm: Annotated[
        list[int] | None,
        typer.Option("--confirm", help="Row whose match is right, by its number; again for more."),
    ] = None,
    ruling: Annotated[
        str | None,
        typer.Option(
            "--ruling",
            help="Number of the ruling that changes dates or units of an adopted plan.",
            show_default=False,
        ),
    ] = None,
    write: Annotated[
        Path | None,
        typer.Option(
            "--write", help="Folder for the changed ledger.json and state.json.", show_default=False
        ),
    ] = None,
) -> None:
    """Take in a form that came back, row by row.

    Example: milepost take T3.xlsx --ledger ledger.json --state state.json --write taken
    """
    from milepost.books.content.standing import Standing
    from milepost.books.content.view import View
    from milepost.cli.books import planned, state_of
    from milepost.cli.ledgers import load

    existing([form])
    loaded = load(ledger)
    known = state_of(state, loaded)
    whole, schedule = planned(loaded, known, ledger)
    standing = Standing(View(whole, schedule, whole.plan.language), known)
    table = _table(form)
    if table.layout == "R1":
        new_ledger, new_state, faults = loaded, *_report(standing, table, unit, day(on, "--on"))
    else:
        new_ledger, new_state, faults = _form(standing, table, confirm or (), ruling)
    if write is not None:
        _store(write, new_ledger, new_state)
    if faults:
        raise typer.Exit(3)


def _table(form: Path) -> "FormTable":
    """The form as it came; it is opened in a child."""
    from milepost.books.content.forms import LAYOUTS
    from milepost.books.forms_in import form_of
    from milepost.cli.entrances import taken_in
    from milepost.ledger.faults import BadLedger
    from milepost.ledger.form_sheets import unpacked
    from milepost.reading.sandbox.tasks import FORM

    sheets, hints = unpacked(taken_in(FORM, form))
    layouts = ("R1", *(key for key in ("T1", "T2", "T3", "T4", "T0") if key in LAYOUTS))
    try:
        return form_of(sheets, hints, form.name, layouts)
    except BadLedger as bad:
        raise Stop(bad.faults) from None


def _report(
    standing: "Standing", table: "FormTable", unit: str | None, on: str | None
) -> tuple["State", bool]:
    """What a unit reports."""
    from milepost.books.forms_in import read_report

    named = unit or table.unit
    found = next((u for u in standing.view.units.values() if named in (u.code, u.id)), None)
    if found is None:
        raise Stop([f"{table.name}: it does not say which unit reports; give its code with --unit."])
    said = read_report(standing.view, standing, found.id, table, on or standing.state.as_of)
    _tell(said.rows)
    for note in (*said.notes, *(f"Not in the form: {title}." for _, title in said.missing)):
        sys.stderr.write(f"{note}\n")
    return said.state, bool(said.faults)


def _form(
    standing: "Standing", table: "FormTable", confirmed: "Sequence[int]", ruling: str | None
) -> tuple["Ledger", "State", bool]:
    """What a form would change."""
    from milepost.books.forms_in import compare

    bound = standing.state.adoption is not None and ruling is None
    found = compare(standing.view, standing, table, set(confirmed), bound)
    _tell(found.rows)
    for title in (title for _, title in found.gone):
        sys.stderr.write(f"Not in the form, kept in the ledger: {title}.\n")
    for note in (*found.notes, *found.broken):
        sys.stderr.write(f"{note}\n")
    if found.broken:
        raise Stop(["Nothing was taken: with these changes the plan would not hold."])
    return found.ledger, _ruled(found, table, ruling), bool(found.faults)


def _ruled(found: "Intake", table: "FormTable", ruling: str | None) -> "State":
    """The state with every change of date or unit under the number of its ruling."""
    import msgspec

    from milepost.books.forms_in.compare import BOUND
    from milepost.books.inputs import Change

    if ruling is None:
        return found.state
    heads = {column.head for column in table.columns if column.field in BOUND}
    made = tuple(
        Change(
            subject=row.id, mark="changed", field=one.head, was=one.was, now=one.now, by=ruling, baseline=True
        )
        for row in found.of("changed")
        for one in row.changes
        if one.head in heads
    )
    return msgspec.structs.replace(found.state, changes=(*found.state.changes, *made))


def _tell(rows: "Sequence[RowFate]") -> None:
    """Each row that is more than the same, then the counts."""
    from collections import Counter

    from milepost.cli.output import say

    counts = Counter(row.fate for row in rows)
    told = [row for row in rows if row.fate != "same"]
    for row in told[:MOST]:
        say(f"row {row.number}: {row.fate}  {row.title}\n")
        for change in row.changes:
            say(f"    {change.head}: {change.was or '–'} → {change.now or '–'}\n")
        for fault in row.faults:
            say(f"    {fault}\n")
    if len(told) > MOST:
        say(f"… and {len(told) - MOST} more rows\n")
    words = ", ".join(f"{counts[fate]} {fate}" for fate in ("added", "changed", "same", "ask", "rejected"))
    say(f"{words}\n")


def _store(folder: Path, ledger: "Ledger", state: "State") -> None:
    """The changed records; what is there is never overwritten."""
    from milepost.books.inputs.codec import state_json
    from milepost.ledger.codec_json import ledger_json

    files = {"ledger.json": ledger_json(ledger), "state.json": state_json(state)}
    there = [name for name in files if (folder / name).exists()]
    if there:
        raise Stop([f"{folder}: holds {' and '.join(there)} already; name another folder with --write."])
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for name, data in files.items():
            (folder / name).write_bytes(data)
    except OSError as fault:
        raise Stop([f"{folder}: can't be written ({fault.strerror or fault}); choose another."]) from None
    sys.stderr.write(f"Written to {folder}.\n")
