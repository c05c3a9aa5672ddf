"""The plan as plain tables for other programs, with a dictionary that says what every field means."""

from milepost.books.content.data.fields import TABLES, DataField, DataTable
from milepost.books.content.data.rows import Value, data_rows

__all__ = ["TABLES", "DataField", "DataTable", "Value", "data_rows"]
