"""Workbooks and tables in text: .xlsx, .xls, .ods, .csv and .tsv as rows.

In: the bytes of a file. Out: its text, one row a line, cells parted by ` | `: each visible sheet in
order, under its name where several hold content. Values are printed as a person would read them: dates as
2027-06-30, whole numbers without a point, shares as 60%. Hidden sheets, rows and columns and comments are
left out and counted. Formulas count by their last value; nothing is computed. Not here: how each kind of
file is opened (`workbook_xlsx`, `workbook_xls`, `workbook_ods`, `workbook_csv`), what rows become blocks
(`workbook_rows`), what columns mean (`columns`).
"""

from milepost.reading.formats.builder import Builder
from milepost.reading.formats.workbook_rows import Sheet, Workbook, add_sheets
from milepost.reading.source import SourceText, Unreadable

LEDGER_SHEET = "_milepost"
"""The hidden sheet that the exchange form of a plan carries."""

__all__ = ["Sheet", "Workbook", "read_workbook"]


def read_workbook(data: bytes, name: str) -> SourceText:
    """The rows of a workbook; Unreadable when it is damaged, protected, too large, or a ledger of our own."""
    found = opened(data, name)
    if any(sheet.name == LEDGER_SHEET for sheet in found.sheets):
        raise Unreadable(
            f"{name} is a Milepost ledger or a book made of one, no document to read: `milepost plan` takes "
            "the ledger."
        )
    builder = Builder()
    builder.left_out.update(found.left_out)
    add_sheets(builder, [sheet for sheet in found.sheets if not sheet.hidden])
    builder.left_out["hidden"] += sum(sheet.hidden and any(map(any, sheet.rows)) for sheet in found.sheets)
    return builder.finish(found.media_type)


def opened(data: bytes, name: str) -> Workbook:
    """The sheets of a file, by its ending and what it really is."""
    ending = name.lower().rpartition(".")[2]
    if ending in ("csv", "tsv"):
        from milepost.reading.formats.workbook_csv import open_csv

        return open_csv(data, name)
    if ending == "ods":
        from milepost.reading.formats.workbook_ods import open_ods

        return open_ods(data, name)
    if ending == "xls" and not data.startswith(b"PK"):
        from milepost.reading.formats.workbook_xls import open_xls

        return open_xls(data, name)
    from milepost.reading.formats.workbook_xlsx import open_xlsx

    return open_xlsx(data, name)
