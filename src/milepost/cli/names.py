"""`milepost names`: which unit every printed name means, before any book is made.

In: documents and a unit list. Out: a table on the screen or JSON: each name as printed, how often it stands
there, the unit it was taken for and by which rule. Nothing is changed by looking; what is wrong is mended in
the unit list (an alias), and the next run shows it.
"""

from collections import Counter
from typing import TYPE_CHECKING

from milepost.cli.faults import SOME_FAILED, Stop
from milepost.cli.options import Date, Files, Json, Region, Units, existing, told
from milepost.cli.output import put

if TYPE_CHECKING:
    from milepost.reading.to_ledger import NameAnswer

HOW = {
    "printed": "is its name",
    "new": "in no list: entered as printed",
    "collective": "anybody of a kind: divided among its members later",
    "ambiguous": "fits several units: entered as printed",
    "short": "short name in the list",
    "alias": "alias in the list",
    "prefix-carried": "the prefix of its list carried on",
    "short-form": "short form of the name",
    "defined": "short name that the text defines",
    "same-place": "the same unit of the same place",
    "last-full-form": "the last full name above",
    "turned-round": "the same words turned round",
    "former-name": "former name of the unit",
    "only-one-of-name": "the only listed unit of that name",
    "head-of-unit": "the head stands for the unit",
}
"""What a rule did, for a person; a test holds it against the rules."""


def names(
    files: Files, units: Units = None, json: Json = None, date: Date = None, region: Region = None
) -> None:
    """Show which unit every printed name means, and how that was found.

    Example: milepost names plan.docx --units units.csv
    """
    from milepost.cli.build import listed_units
    from milepost.cli.read import read_all
    from milepost.reading.to_ledger import resolve_names

    readings, faults = read_all(existing(files), told(date, region))
    answers = resolve_names(list(readings.values()), listed_units(units))
    if json is not None:
        _json(json, answers)
    else:
        _show(answers)
    if faults:
        raise Stop(faults, SOME_FAILED)


def _show(answers: "tuple[NameAnswer, ...]") -> None:
    """The table, the doubtful names first."""
    from rich.console import Console
    from rich.markup import escape
    from rich.table import Table

    order = list(HOW)
    table = Table(header_style="bold", pad_edge=False)
    for head in ("As printed", "Times", "Unit", "Code", "How it was found"):
        table.add_column(head, overflow="fold")
    times: Counter[tuple[str, str, str, str]] = Counter()
    for one in answers:
        printed = one.printed if one.printed == one.full else f"{one.printed} → {one.full}"
        times[printed, one.unit, one.code, one.how] += max(1, len(one.spans))
    for row in sorted(times, key=lambda row: (row[3] == "printed", order.index(row[3]))):
        printed, unit, code, how = row
        table.add_row(*(escape(cell) for cell in (printed, str(times[row]), unit, code, HOW[how])))
    console = Console()
    console.print(table)
    changed = sum(1 for row in times if row[3] not in ("printed", "new", "collective", "ambiguous"))
    console.print(f"{len(times)} names, {changed} resolved by a rule.")


def _json(target: str, answers: "tuple[NameAnswer, ...]") -> None:
    """The answers as JSON to a file, or printed for `-`."""
    import msgspec

    data = msgspec.json.format(msgspec.json.encode(answers), indent=1) + b"\n"
    put(target, data)
