"""Office forms and progress reports read back: what a person changed, row by row, before anything is stored.

In: the bytes of a form and the plan. Out: an `Intake`, or what a unit reports. Writing the forms stands in
`content/forms` and `writers/forms_xlsx`.
"""

from milepost.books.forms_in.compare import compare
from milepost.books.forms_in.records import CellChange, FormTable, Intake, RowFate
from milepost.books.forms_in.report import Reported, read_report
from milepost.books.forms_in.table import form_of, read_form

__all__ = [
    "CellChange",
    "FormTable",
    "Intake",
    "Reported",
    "RowFate",
    "compare",
    "form_of",
    "read_form",
    "read_report",
]
