"""Office forms: a plan in the tables T0 to T8 that offices pass around, and the form of a progress report."""

from milepost.books.content.forms.layouts import IMPORTED, LAYOUTS
from milepost.books.content.forms.records import Field, Form, FormColumn, FormRow, Layout
from milepost.books.content.forms.report_form import report_form
from milepost.books.content.forms.table import office_form

__all__ = [
    "IMPORTED",
    "LAYOUTS",
    "Field",
    "Form",
    "FormColumn",
    "FormRow",
    "Layout",
    "office_form",
    "report_form",
]
