"""Rows and names shared by the writer and the reader: which records stand on which sheet, who is known by
what.

In: a ledger, or the records of the sheets. Out: the records of a sheet, a ledger, the names that references
use.
"""

from collections.abc import Mapping, Sequence
from typing import Any

from milepost.ledger.codec_xlsx.names import Names
from milepost.ledger.codec_xlsx.sheets import Note
from milepost.ledger.origins import Sourced
from milepost.ledger.records import Ledger, SetAside, Warning

KNOWN_BY: dict[str, tuple[str, tuple[str, ...]]] = {
    "units": ("unit", ("name", "code", "short", "aliases", "printed")),
    "measures": ("measure", ("code", "title")),
    "documents": ("document", ("title", "number", "file")),
    "clauses": ("clause", ("label",)),
    "steps": ("step", ()),
}
"""The sheets that others point to: the name of the target, and the fields a row is known by, best first."""


def rows_of(ledger: Ledger, sheet: str) -> Sequence[Any]:
    """The records that stand on a sheet."""
    if sheet == "plan":
        return (ledger.plan,)
    if sheet == "notes":
        aside = (
            Note(kind="set_aside", document=one.document, text=one.reason, span=one.span)
            for one in ledger.set_aside
        )
        warnings = (Note(kind="warning", document=one.document, text=one.text) for one in ledger.warnings)
        return (*aside, *warnings)
    found: Sequence[Any] = getattr(ledger, sheet)
    return found


def ledger_of(rows: Mapping[str, Sequence[Any]]) -> Ledger:
    """The ledger whose records stand on the sheets."""
    notes: Sequence[Note] = rows["notes"]
    tables: dict[str, Any] = {
        sheet: tuple(records) for sheet, records in rows.items() if sheet not in ("plan", "notes")
    }
    return Ledger(
        plan=rows["plan"][0],
        set_aside=tuple(
            SetAside(document=note.document or "", span=note.span or (0, 0), reason=note.text)
            for note in notes
            if note.kind == "set_aside"
        ),
        warnings=tuple(
            Warning(document=note.document, text=note.text) for note in notes if note.kind == "warning"
        ),
        **tables,
    )


def names_of(ledger: Ledger) -> Names:
    """The names by which the ledger's rows are known."""
    names = Names()
    for sheet, (target, fields) in KNOWN_BY.items():
        for row in rows_of(ledger, sheet):
            values = (getattr(row, field) for field in fields)
            forms = [value.value if isinstance(value, Sourced) else value for value in values]
            flat = [form for value in forms for form in ((value,) if isinstance(value, str) else value or ())]
            names.add(target, row.id, flat)
    return names
